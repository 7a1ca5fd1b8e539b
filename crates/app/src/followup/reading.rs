//! An account as it is read: summary first, then goals and what stands out; the rest folded away.

use std::collections::BTreeMap;

use domain::followup::{AccountState, EventKind, LONGEST_TEXT, PartKind, approve};
use domain::ids::{ElementId, PartId};
use maud::{Markup, html};

use super::reach::{Found, find};
use super::returned::sent_back;
use super::sharing::standing;
use super::store::{self, Event, Part};
use super::words::{moment_words, part_title};
use super::{
    answered, changed, hand_in, meanwhile, now, read_by, review, sharing, state_symbol, state_word,
    untold, url,
};
use crate::actions::costs_of_parts;
use crate::conclusions;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::Answer;
use crate::web::ui::{
    Button, Field, PageHead, Problem, Symbol, Tone, button, button_link, details_section,
    error_summary, form_end, notice, page_header, quote, section, status_row, tag,
};

/// Shows what is written.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find(cx)?;
    let body = body(cx, &found, None)?;
    let unread = read_by::unread(cx, &found)?;
    let name = cx.structure.organisation.name(found.account.org_unit);
    Ok(read_by::noting(cx, &found, unread, cx.page(name, Nav::FollowUp, &body)))
}

/// A comment that was sent and not kept, with what is wrong with it, if anything is.
pub(super) struct Comment {
    pub(super) part: PartId,
    pub(super) text: String,
    pub(super) problem: String,
}

/// The page again when the comment is none or too long; what was typed is kept.
pub(super) fn refused(cx: &mut Cx<'_, '_>, found: &Found, sent: &Comment) -> Answer {
    let body = body(cx, found, Some(sent))?;
    Ok(cx.refused(cx.structure.organisation.name(found.account.org_unit), Nav::FollowUp, &body))
}

/// The page as it is now when the account changed meanwhile; what was typed is kept, in its field
/// or where it can be copied.
pub(super) fn conflicting(
    cx: &mut Cx<'_, '_>,
    found: &Found,
    sent: &Comment,
    (title, sentence): &(String, String),
) -> Answer {
    let texts = cx.texts();
    let body = body(cx, found, Some(sent))?;
    let first = notice(
        Tone::Concern,
        title,
        &html! {
            p { (sentence) }
            @if !sent.text.is_empty() && found.account.state != AccountState::Submitted {
                (quote(&sent.text, &html! { (texts.followup_your_comment()) }))
            }
        },
    );
    let body = html! { div.wrap { (first) } (body) };
    let name = cx.structure.organisation.name(found.account.org_unit);
    Ok(cx.conflicting(name, Nav::FollowUp, &body))
}

fn body(cx: &mut Cx<'_, '_>, found: &Found, wrong: Option<&Comment>) -> Answer<Markup> {
    let mut parts = now::parts_of(cx, found)?;
    untold::keep_untold(cx, found.account.org_unit, parts.iter_mut())?;
    let remedies = store::remedies_of(cx.tx, found.account.id)?;
    let events = store::events_of(cx.tx, found.account.id)?;
    let sentence = standing::sentence(cx, found)?;
    let missing = sharing::notice_of(cx, found)?;
    let organisation = meanwhile::organisation(cx, found)?;
    let deviating =
        parts.iter().filter(|part| part.kind == PartKind::Measure && !part.needs.is_empty());
    let deviating: Vec<(PartId, &str)> =
        deviating.map(|part| (part.id, part.title.as_str())).collect();
    let costs = costs_of_parts(cx, found.account.org_unit, &deviating)?;
    let texts = cx.texts();
    let head = PageHead {
        eyebrow: found.round.title.clone(),
        title: cx.structure.organisation.name(found.account.org_unit).to_owned(),
        ..PageHead::default()
    };
    let shape = state_symbol(found.account.state);
    let problems: Vec<Problem> = wrong
        .filter(|sent| !sent.problem.is_empty())
        .map(|sent| Problem::at(format!("kommentar-{}", sent.part), &sent.problem))
        .into_iter()
        .collect();
    let sent_back = sent_back(cx, found, &events)?;
    let state = match &sent_back {
        Some(_) => texts.followup_state_returned(),
        None => state_word(texts, found.account.state),
    };
    Ok(html! {
        div.wrap.page {
            (error_summary(texts.web_problems(), &problems))
            (page_header(&head))
            (status_row(shape, shape.tone(), state, &sentence))
            (missing)
            p.row { (sharing::link(cx, found)) @if found.account.state.is_handed_in() { a href={ (url(found.account.id)) "/mote" } { (texts.together_meeting_link()) } } (conclusions::report_link(cx, found.account.id, found.account.org_unit)) }
            (organisation)
            (changed::told(cx, found, &parts, &events))
            @if let Some(sent_back) = sent_back { (sent_back) }
            @if parts.is_empty() || found.account.state == AccountState::NotStarted {
                p { (texts.followup_nobody_began()) }
            } @else {
                (written(cx, found, &parts, &remedies, &events, wrong))
                (costs)
            }
            (ending(cx, found, &events))
        }
    })
}

fn written(
    cx: &Cx<'_, '_>,
    found: &Found,
    parts: &[Part],
    remedies: &BTreeMap<PartId, Vec<ElementId>>,
    events: &[Event],
    wrong: Option<&Comment>,
) -> Markup {
    let texts = cx.texts();
    let one = |part: &Part| part_section(cx, found, part, remedies, events, wrong);
    let summary = parts.iter().find(|part| part.kind == PartKind::Summary);
    let goals = parts.iter().filter(|part| part.kind == PartKind::Goal);
    let questions =
        parts.iter().filter(|part| part.kind == PartKind::Question && answered::is_answered(part));
    let deviating = parts.iter().filter(|part| !part.kind.is_closing() && !is_folded(part));
    let folded: Vec<&Part> = parts.iter().filter(|part| is_folded(part)).collect();
    let count = i64::try_from(folded.len()).unwrap_or(0);
    html! {
        div.reading {
            @if let Some(summary) = summary { (one(summary)) }
            @for part in goals { (one(part)) }
            @for part in deviating { (one(part)) }
            @for part in questions { (one(part)) }
            @if !folded.is_empty() {
                div.section {
                    (details_section(Some(Symbol::Usual), &texts.followup_as_expected(count), "", false, &html! {
                        @for part in &folded { (one(part)) }
                    }))
                }
            }
        }
    }
}

fn is_folded(part: &Part) -> bool {
    part.is_usual() || (part.kind == PartKind::Economy && part.needs.is_empty())
}

fn part_section(
    cx: &Cx<'_, '_>,
    found: &Found,
    part: &Part,
    remedies: &BTreeMap<PartId, Vec<ElementId>>,
    events: &[Event],
    wrong: Option<&Comment>,
) -> Markup {
    let texts = cx.texts();
    let chosen = remedies.get(&part.id).map_or(&[][..], Vec::as_slice);
    let returned = events
        .iter()
        .find(|event| event.part == Some(part.id) && event.kind == EventKind::Returned);
    let body = html! {
        @if changed::since_before(events).is_some_and(|before| part.at > before) {
            p { (tag(Tone::Event, texts.followup_changed())) }
        }
        (review::answer(cx, part, chosen))
        @if let Some(event) = returned {
            (quote(&event.comment, &html! {
                (texts.followup_returned(&event.person_name)) ", " (moment_words(cx.app, texts, event.at))
            }))
        }
        @if found.reach.approve && found.account.state == AccountState::Submitted {
            (return_form(cx, found, part, wrong.filter(|sent| sent.part == part.id)))
        }
    };
    section(&format!("del-{}", part.id), &part_title(texts, part), "", &body)
}

fn return_form(cx: &Cx<'_, '_>, found: &Found, part: &Part, sent: Option<&Comment>) -> Markup {
    let texts = cx.texts();
    let problem = sent.map(|sent| sent.problem.as_str()).filter(|problem| !problem.is_empty());
    let field = Field::textarea("kommentar", texts.followup_comment())
        .id(format!("kommentar-{}", part.id))
        .hint(texts.followup_comment_hint())
        .rows(2)
        .value(sent.map_or("", |sent| &sent.text))
        .limit(
            u32::try_from(LONGEST_TEXT).unwrap_or(u32::MAX),
            &texts.followup_limit("{left}", "{max}"),
            &texts.web_over("{max}", "{over}"),
        )
        .problem(problem);
    let form = html! {
        form method="post" action={ (url(found.account.id)) "/del/" (part.id) "/ater" } {
            input type="hidden" name="version" value=(found.account.version);
            (field)
            (form_end(&button(Button::SmallSecondary, texts.followup_return(), None), None))
        }
    };
    details_section(None, texts.followup_return_part(), "", sent.is_some(), &form)
}

fn ending(cx: &Cx<'_, '_>, found: &Found, events: &[Event]) -> Markup {
    let texts = cx.texts();
    let account = &found.account;
    let handed_in =
        events.iter().find(|event| event.kind == EventKind::Submitted).map(|event| event.person);
    let person = cx.visit.person.as_ref().map(|person| person.id);
    let approves = found.reach.approve
        && person.is_some_and(|person| approve(account.state, handed_in, person).is_ok());
    let takes_back = hand_in::withdraw_possible(cx, found) && handed_in == person;
    let writes = found.reach.write && account.state == AccountState::Draft;
    html! {
        @if approves {
            div.section {
                (notice(Tone::Event, texts.followup_approve_title(), &html! {
                    p { (texts.followup_approve_text()) }
                    form.row method="post" action={ (url(account.id)) "/godkann" } {
                        input type="hidden" name="version" value=(account.version);
                        (button(Button::Primary, texts.followup_approve(), None))
                    }
                }))
            }
        }
        @if takes_back {
            form.row method="post" action={ (url(account.id)) "/angra" } {
                input type="hidden" name="version" value=(account.version);
                (button(Button::Careful, texts.followup_withdraw(), None))
            }
        }
        @if writes {
            div.row { (button_link(Button::Secondary, &format!("{}/granska", url(account.id)), texts.followup_write_in())) }
        }
    }
}
