//! Everything that will be handed in, to look over, with the sentence that one signs.

use domain::followup::{PartKind, write};
use maud::{Markup, html};

use super::reach::{Found, find_to_write};
use super::stops::{Group, stop_of, stop_url};
use super::store::{self, Part};
use super::words::{judgement_question, level_symbol, level_word, part_title};
use super::{answered, group, now, part_url, refusal, stops, url};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::Answer;
use crate::web::response::Response;
use crate::web::ui::{
    AutosaveWords, Button, Link, Problem, ReviewRow, autosave_status, button, error_summary,
    form_end, review_list, status,
};

/// Shows what will be handed in.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_write(cx)?;
    if let Err(problem) = write(found.account.state, &found.round, cx.today()) {
        return Ok(refusal::refuse(cx, (&found.account, &found.round), &problem));
    }
    let parts = now::parts_of(cx, &found)?;
    let body = body(cx, &found, &parts, &[])?;
    Ok(cx.page(cx.texts().followup_review(), Nav::FollowUp, &body))
}

/// The page again, with what is left first.
pub(super) fn refused(
    cx: &mut Cx<'_, '_>,
    found: &Found,
    parts: &[Part],
    problems: &[Problem],
) -> Answer<Response> {
    let body = body(cx, found, parts, problems)?;
    Ok(cx.refused(cx.texts().followup_review(), Nav::FollowUp, &body))
}

/// What is left, each with a link to where it is answered.
pub(super) fn left_problems(
    cx: &Cx<'_, '_>,
    parts: &[Part],
    left: &[domain::ids::PartId],
) -> Vec<Problem> {
    parts
        .iter()
        .filter(|part| left.contains(&part.id))
        .map(|part| {
            Problem::at(format!("rad-{}", part.id), cx.texts().followup_part_left(&part.title))
        })
        .collect()
}

fn body(
    cx: &mut Cx<'_, '_>,
    found: &Found,
    parts: &[Part],
    problems: &[Problem],
) -> Answer<Markup> {
    let texts = cx.texts();
    let today = cx.today();
    let remedies = store::remedies_of(cx.tx, found.account.id)?;
    let rows: Vec<ReviewRow> = parts
        .iter()
        .map(|part| {
            let chosen = remedies.get(&part.id).map_or(&[][..], Vec::as_slice);
            let address = if Group::Usual.holds(part) || Group::Money.holds(part) {
                stop_url(&found.account, stop_of(part))
            } else {
                part_url(found.account.id, part.id)
            };
            ReviewRow {
                title: part_title(texts, part),
                answer: html! {
                    span #{"rad-" (part.id)} {}
                    (answer(cx, part, chosen))
                },
                change: found
                    .write_in(part, today)
                    .is_ok()
                    .then(|| Link::new(address, texts.followup_change())),
            }
        })
        .collect();
    let side = stops::side(cx, found, parts, None);
    let action = format!("{}/lamna", url(found.account.id));
    let submit = html! { (button(Button::Primary, texts.followup_submit(), None)) };
    let line = autosave_status(&AutosaveWords::default(), "");
    Ok(html! {
        div.wrap.reporting {
            (side)
            div.asking {
                (error_summary(texts.followup_cannot_submit(), problems))
                h1 { (texts.followup_review()) }
                p.lead { (texts.followup_review_lead()) }
                (review_list(&rows))
                @if found.reach.submit {
                    form.section method="post" action=(action) {
                        input type="hidden" name="version" value=(found.account.version);
                        p.lead { (texts.followup_sign_off()) }
                        (form_end(&submit, Some(&line)))
                    }
                } @else {
                    p { (texts.followup_only_responsible()) }
                }
            }
        }
    })
}

/// A part's answer in full: judgement, causes, words, remedies.
pub(super) fn answer(cx: &Cx<'_, '_>, part: &Part, remedies: &[domain::ids::ElementId]) -> Markup {
    let texts = cx.texts();
    let titles: Vec<&str> = remedies
        .iter()
        .filter_map(|id| cx.structure.element(*id))
        .map(|element| element.title.as_str())
        .collect();
    html! {
        @if part.state == domain::followup::PartState::Left { p { (status(crate::web::ui::Symbol::NotAssessed, texts.followup_left())) } }
        @if let Some(level) = part.level {
            @if part.kind != PartKind::Question { p.fine { (judgement_question(texts, part.kind)) } }
            p {
                (status(level_symbol(level), &level_word(texts, &cx.structure, part, (level, &part.scale_level))))
                @if let Some(proposed) = part.proposed.filter(|proposed| *proposed != level) {
                    span.fine { " " (texts.followup_proposed_was(level_word(texts, &cx.structure, part, (proposed, "")))) }
                }
            }
        }
        @if !part.reason.is_empty() { p.soft { (texts.followup_because(&part.reason)) } }
        @if !part.causes.is_empty() { p.soft { (texts.followup_causes(part.causes.join(", "))) } }
        (answered::shown(texts, part))
        @if !part.words().is_empty() || !(part.kind == PartKind::Goal || answered::is_answered(part)) { (group::answer(cx, part)) }
        @if !titles.is_empty() { p.soft { (texts.followup_remedies(titles.join(", "))) } }
    }
}
