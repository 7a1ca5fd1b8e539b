//! Answering one part by form: done, saved for later, or on to adding an activity.

use domain::followup::{FollowUpProblem, PartState};
use domain::ids::ElementId;
use domain::statistics::Movement;
use domain::statistics::finding::Finding;

use super::answer_page::{AnswerPage, Theirs};
use super::autosave::keep_aside;
use super::reach::{Found, find_to_write, part_of};
use super::sharing::standing::last_by;
use super::store::{self, Aside, Part};
use super::sums::Sums;
use super::typed::{Odd, Sent, Typed, problems, state_of};
use super::{active, choices, closed, now, part_url, refusal, returned, stops, summary, work};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::measures;
use crate::web::error::Answer;
use crate::web::response::Response;
use crate::web::ui::Problem;

/// Shows the question.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_write(cx)?;
    let parts = now::parts_of(cx, &found)?;
    let part = part_of(cx, &parts)?.clone();
    let remedies = remedies(cx, &part)?;
    match found.write_in(&part, cx.today()) {
        Ok(()) => {}
        Err(problem @ (FollowUpProblem::PartClosed | FollowUpProblem::NotInvited)) => {
            return Ok(closed::page(cx, &found, (&parts, &part), &remedies, &problem));
        }
        Err(problem) => {
            return Ok(refusal::refuse(cx, (&found.account, &found.round), &problem));
        }
    }
    let typed = Typed::kept(&part, &remedies);
    let page = page(cx, &found, (&parts, &part), typed)?;
    Ok(cx.page(&page.heading.clone(), Nav::FollowUp, &page.body()))
}

fn remedies(cx: &mut Cx<'_, '_>, part: &Part) -> Answer<Vec<ElementId>> {
    Ok(store::remedies_of(cx.tx, part.account)?.remove(&part.id).unwrap_or_default())
}

/// Keeps what is typed, and calls the part done when the answer is enough.
pub(super) fn keep(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_write(cx)?;
    let parts = now::parts_of(cx, &found)?;
    let part = part_of(cx, &parts)?.clone();
    let remedies = remedies(cx, &part)?;
    let kept = Typed::kept(&part, &remedies);
    let levels = choices::levels(cx.texts(), &cx.structure, &part);
    let Sent { mut typed, versions, odd } = Typed::sent(&cx.req.form, &kept, &levels);
    if let Err(problem) = found.write_in(&part, cx.today()) {
        let mut page = page(cx, &found, (&parts, &part), typed)?;
        page.refused = Some(refusal::explain(cx, &found.account, &problem));
        return Ok(cx.conflicting(&page.heading.clone(), Nav::FollowUp, &page.body()));
    }
    if let Some(odd) = not_offered(cx, &found, &part, (&typed, &kept), odd)? {
        return unreadable(cx, &found, (&parts, &part), typed, &odd);
    }
    if let Some(conflict) = typed.conflict(versions, &part, &kept) {
        let lost = [(conflict.text, &typed.text), (conflict.reason, &typed.reason)];
        for (_, text) in lost.into_iter().filter(|(is_lost, _)| *is_lost) {
            keep_aside(cx, part.id, (text, Aside::Overtaken))?;
        }
        let mut page = page(cx, &found, (&parts, &part), typed)?;
        page.theirs = Some(Theirs { typed: kept, conflict });
        return Ok(cx.conflicting(&page.heading.clone(), Nav::FollowUp, &page.body()).keeping());
    }
    let form = &cx.req.form;
    let (skips, adds, uses) = (form.has("hoppa"), form.has("atgard_ny"), form.has("use"));
    if uses {
        let offered = summary::suggestion(&part, &parts);
        typed.text = if part.earlier_text.is_empty() { offered } else { part.earlier_text.clone() };
    }
    let mut answered = typed.clone().into_part(&part);
    let finishes = !(skips || adds || uses);
    let mut problems =
        if finishes { problems(cx.texts(), &answered) } else { typed.too_long(cx.texts()) };
    for unreadable in typed.sums.unreadable(cx.texts(), &part) {
        problems.retain(|problem| problem.field != unreadable.field);
        problems.push(unreadable);
    }
    if !problems.is_empty() {
        return refused(cx, &found, (&parts, &part), typed, problems);
    }
    answered.state = if finishes { PartState::Done } else { state_of(&answered) };
    store::keep_answer(cx.tx, &answered, &typed.remedies)?;
    active::note(cx, found.account.id)?;
    let here = part_url(found.account.id, part.id);
    if adds {
        return Ok(Response::see_other(&format!("{here}/atgard")));
    }
    if uses {
        return Ok(Response::see_other(&format!("{here}#text")));
    }
    let here = stops::stop_of(&part);
    let parts: Vec<Part> = parts
        .into_iter()
        .map(|one| if one.id == part.id { answered.clone() } else { one })
        .collect();
    Ok(Response::see_other(&stops::next_url(&found.account, &parts, here)))
}

/// What the form holds that the page does not offer, if anything.
fn not_offered(
    cx: &mut Cx<'_, '_>,
    found: &Found,
    part: &Part,
    (typed, kept): (&Typed, &Typed),
    odd: Option<Odd>,
) -> Answer<Option<Odd>> {
    if odd.is_some() {
        return Ok(odd);
    }
    let unit = found.account.org_unit;
    if !choices::are_remedies(&cx.structure, unit, &kept.remedies, &typed.remedies) {
        return Ok(Some(Odd::Choice("atgard")));
    }
    if !typed.sums.is_offered(part) {
        return Ok(Some(Odd::Choice(Sums::field_of(part))));
    }
    let offered = choices::causes(cx, part)?;
    let known = choices::are_causes(&offered, part, &typed.causes);
    Ok((!known).then_some(Odd::Choice("orsak")))
}

fn unreadable(
    cx: &mut Cx<'_, '_>,
    found: &Found,
    parts: (&[Part], &Part),
    typed: Typed,
    odd: &Odd,
) -> Answer {
    let texts = cx.texts();
    match odd {
        Odd::Choice(field) => {
            let problem = Problem::at(*field, texts.web_unknown_choice());
            refused(cx, found, parts, typed, vec![problem])
        }
        Odd::Form => {
            let mut page = page(cx, found, parts, typed)?;
            page.refused = Some((
                texts.followup_unreadable().to_owned(),
                texts.followup_nothing_lost().to_owned(),
            ));
            Ok(cx.refused(&page.heading.clone(), Nav::FollowUp, &page.body()))
        }
    }
}

fn refused(
    cx: &mut Cx<'_, '_>,
    found: &Found,
    parts: (&[Part], &Part),
    typed: Typed,
    problems: Vec<Problem>,
) -> Answer {
    let mut page = page(cx, found, parts, typed)?;
    page.problems = problems;
    Ok(cx.refused(&page.heading.clone(), Nav::FollowUp, &page.body()))
}

fn page<'p>(
    cx: &mut Cx<'_, '_>,
    found: &Found,
    (parts, part): (&[Part], &'p Part),
    typed: Typed,
) -> Answer<AnswerPage<'p>> {
    let texts = cx.texts();
    let structure = cx.structure.clone();
    let measured = match part.subject.filter(|id| structure.measure(*id).is_some()) {
        Some(id) => {
            let today = cx.today();
            measures::shown(cx, &structure, id, found.account.org_unit, today)?
                .map(|shown| (id, shown))
        }
        None => None,
    };
    let rising = measured.as_ref().and_then(|(_, shown)| match &shown.finding {
        Some(Finding::Observed(reading)) => {
            reading.signal.map(|signal| signal.movement == Movement::Up)
        }
        _ => None,
    });
    let figure = match &measured {
        Some((id, shown)) => {
            let events = measures::store::annotations(cx.tx, found.account.org_unit)?;
            super::answer_figure::figure(texts, &structure, (*id, shown), &events)
        }
        None => None,
    };
    let choices = choices::causes(cx, part)?;
    let eased = now::told(cx, found, part)?;
    let returned = returned::comment_of(cx, part)?;
    let of = (part.subject, found.account.org_unit);
    let analyses = crate::conclusions::of_part(cx, part.id, of)?;
    let activities = work::offered(cx, &structure, found, part, &typed)?;
    Ok(AnswerPage {
        texts,
        side: stops::side(cx, found, parts, Some(stops::stop_of(part))),
        heading: super::words::heading(texts, part, rising),
        structure: structure.clone(),
        part,
        figure,
        choices,
        activities,
        lead: measured.as_ref().and_then(|(id, shown)| {
            let element = structure.element(*id)?;
            let measure = structure.measure(*id)?;
            Some(measures::finding_words(texts, &element.title, measure, shown).sentence)
        }),
        returned,
        saved: (part.at > 0).then(|| super::words::clock_words(cx.app, texts, part.at)),
        last_by: last_by(cx, part),
        suggestion: summary::suggestion(part, parts),
        typed,
        problems: Vec::new(),
        theirs: None,
        refused: None,
        eased,
        analyses,
    })
}
