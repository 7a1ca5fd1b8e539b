//! Parts that are confirmed together with one press: fetched figures, and what goes as expected.

use domain::followup::{PartState, write};
use maud::{Markup, html};

use super::reach::{Found, find_to_write};
use super::stops::{self, Group, Stop};
use super::store::{self, Part};
use super::{part_url, refusal};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Button, Link, ReviewRow, Tone, autosave_status, button, button_link, form_end, review_list, tag,
};

fn find_group(cx: &mut Cx<'_, '_>) -> Answer<(Found, Group, Vec<Part>)> {
    let found = find_to_write(cx)?;
    let group: Group = cx.req.param("group").or_not_found()?;
    let parts = store::parts_of(cx.tx, found.account.id)?;
    parts.iter().any(|part| group.holds(part)).then_some(()).or_not_found()?;
    Ok((found, group, parts))
}

/// Shows the parts of the group with their texts.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let (found, group, parts) = find_group(cx)?;
    if let Err(problem) = write(found.account.state, &found.round, cx.today()) {
        return Ok(refusal::refuse(cx, (&found.account, &found.round), &problem));
    }
    let texts = cx.texts();
    let rows: Vec<ReviewRow> =
        parts.iter().filter(|part| group.holds(part)).map(|part| row(cx, part)).collect();
    let left =
        parts.iter().filter(|part| group.holds(part) && part.state == PartState::Left).count();
    let side = stops::side(cx, (&found.account, &found.round), &parts, Some(Stop::Group(group)));
    let next = stops::next_url(&found.account, &parts, Stop::Group(group));
    let lead = match group {
        Group::Money => texts.followup_money_lead(),
        Group::Usual => texts.followup_usual_lead(),
    };
    let count = i64::try_from(left).unwrap_or(0);
    let buttons = html! {
        @if left > 0 { (button(Button::Onward, &texts.followup_confirm(count), None)) }
        @else { (button_link(Button::Onward, &next, texts.followup_next())) }
    };
    let action = stops::stop_url(&found.account, Stop::Group(group));
    let status = autosave_status(&crate::web::ui::AutosaveWords::default(), "");
    let body = html! {
        div.wrap.reporting {
            (side)
            div.asking {
                h1 { (group.title(texts)) }
                p.lead { (lead) }
                (review_list(&rows))
                @if left > 0 { form method="post" action=(action) { (form_end(&buttons, Some(&status))) } }
                @else { (form_end(&buttons, Some(&status))) }
            }
        }
    };
    Ok(cx.page(group.title(texts), Nav::FollowUp, &body))
}

fn row(cx: &Cx<'_, '_>, part: &Part) -> ReviewRow {
    let texts = cx.texts();
    ReviewRow {
        title: part.title.clone(),
        answer: answer(cx, part),
        change: Some(Link::new(part_url(part.account, part.id), texts.followup_change())),
    }
}

/// A part's words with the label of what was made by rule.
pub(super) fn answer(cx: &Cx<'_, '_>, part: &Part) -> Markup {
    html! {
        @if part.words().is_empty() { p.soft { (cx.texts().followup_nothing_said()) } }
        @else { p { (part.words()) } }
        @if part.is_automatic() { (tag(Tone::Neutral, cx.texts().followup_automatic())) }
    }
}

/// Confirms all that is left in the group.
pub(super) fn confirm(cx: &mut Cx<'_, '_>) -> Answer {
    let (found, group, parts) = find_group(cx)?;
    if let Err(problem) = write(found.account.state, &found.round, cx.today()) {
        return Ok(refusal::refuse(cx, (&found.account, &found.round), &problem));
    }
    let held: Vec<Part> = parts.into_iter().filter(|part| group.holds(part)).collect();
    store::confirm_parts(cx.tx, &held)?;
    let parts = store::parts_of(cx.tx, found.account.id)?;
    Ok(Response::see_other(&stops::next_url(&found.account, &parts, Stop::Group(group))))
}
