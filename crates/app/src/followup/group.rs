//! Parts that are confirmed together with one press: fetched figures, and what goes as expected.

use domain::followup::{FollowUpProblem, PartState, write};
use maud::{Markup, html};

use super::reach::{Found, find_to_write};
use super::stops::{self, Group, Stop};
use super::store::{self, Part};
use super::{now, part_url, refusal};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Button, Link, ReviewRow, Tone, autosave_status, button, button_link, form_end, notice,
    review_list, tag,
};

fn find_group(cx: &mut Cx<'_, '_>) -> Answer<(Found, Group, Vec<Part>)> {
    let found = find_to_write(cx)?;
    let group: Group = cx.req.param("group").or_not_found()?;
    let parts = now::parts_of(cx, &found)?;
    parts.iter().any(|part| group.holds(part)).then_some(()).or_not_found()?;
    Ok((found, group, parts))
}

/// Shows the parts of the group with their texts.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let (found, group, parts) = find_group(cx)?;
    if let Err(problem) = opens(cx, &found, group, &parts) {
        return Ok(refusal::refuse(cx, (&found.account, &found.round), &problem));
    }
    let body = body(cx, &found, group, &parts, &html! {});
    Ok(cx.page(group.title(cx.texts()), Nav::FollowUp, &body))
}

/// Whether the visitor may confirm the group: it is open, and theirs as a whole.
fn opens(
    cx: &Cx<'_, '_>,
    found: &Found,
    group: Group,
    parts: &[Part],
) -> Result<(), FollowUpProblem> {
    write(found.account.state, &found.round, cx.today())?;
    let mut of_group = parts.iter().filter(|part| group.holds(part));
    let all = of_group.all(|part| found.standing.share.holds(part.id));
    if all { Ok(()) } else { Err(FollowUpProblem::NotInvited) }
}

fn body(cx: &Cx<'_, '_>, found: &Found, group: Group, parts: &[Part], first: &Markup) -> Markup {
    let texts = cx.texts();
    let rows: Vec<ReviewRow> =
        parts.iter().filter(|part| group.holds(part)).map(|part| row(cx, found, part)).collect();
    let left =
        parts.iter().filter(|part| group.holds(part) && part.state == PartState::Left).count();
    let side = stops::side(cx, found, parts, Some(Stop::Group(group)));
    let next = stops::next_url(&found.account, parts, Stop::Group(group));
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
    html! {
        div.wrap.reporting {
            (side)
            div.asking {
                (first)
                h1 { (group.title(texts)) }
                p.lead { (lead) }
                (review_list(&rows))
                @if left > 0 {
                    form method="post" action=(action) {
                        @for part in held(group, parts) { input type="hidden" name="del" value=(shown(part)); }
                        (form_end(&buttons, Some(&status)))
                    }
                }
                @else { (form_end(&buttons, Some(&status))) }
            }
        }
    }
}

/// The parts of the group that are left.
fn held(group: Group, parts: &[Part]) -> impl Iterator<Item = &Part> {
    parts.iter().filter(move |part| group.holds(part) && part.state == PartState::Left)
}

/// Which part was shown and as what: what is confirmed is what was read.
fn shown(part: &Part) -> String {
    format!("{} {} {}", part.id, part.version, part.text_version)
}

fn row(cx: &Cx<'_, '_>, found: &Found, part: &Part) -> ReviewRow {
    let opens = found.write_in(part, cx.today()).is_ok();
    let change = || Link::new(part_url(part.account, part.id), cx.texts().followup_change());
    ReviewRow { title: part.title.clone(), answer: answer(cx, part), change: opens.then(change) }
}

/// A part's words with the label of what was made by rule.
pub(super) fn answer(cx: &Cx<'_, '_>, part: &Part) -> Markup {
    html! {
        @if part.words().is_empty() { p.soft { (cx.texts().followup_nothing_said()) } }
        @else { p { (part.words()) } }
        @if part.is_automatic() { (tag(Tone::Neutral, cx.texts().followup_automatic())) }
    }
}

/// Confirms what was shown. A part that somebody has changed meanwhile is shown again first; one
/// that is done already, as when the button is pressed twice, is let be.
pub(super) fn confirm(cx: &mut Cx<'_, '_>) -> Answer {
    let (found, group, mut parts) = find_group(cx)?;
    if let Err(problem) = opens(cx, &found, group, &parts) {
        return Ok(refusal::refuse(cx, (&found.account, &found.round), &problem));
    }
    let texts = cx.texts();
    let sent: Vec<&str> = cx.req.form.all("del").collect();
    if sent.is_empty() {
        let words = html! { p { (texts.followup_nothing_lost()) } };
        let first = notice(Tone::Concern, texts.followup_unreadable(), &words);
        let body = body(cx, &found, group, &parts, &first);
        return Ok(cx.refused(group.title(texts), Nav::FollowUp, &body));
    }
    let left: Vec<Part> = held(group, &parts).cloned().collect();
    let other = left.iter().find(|part| !sent.contains(&shown(part).as_str()));
    if let Some(other) = other {
        let words = html! { p { (texts.followup_read_again(&other.title)) } };
        let first =
            notice(Tone::Event, &texts.followup_changed_while_read(&other.person_name), &words);
        let body = body(cx, &found, group, &parts, &first);
        return Ok(cx.conflicting(group.title(texts), Nav::FollowUp, &body));
    }
    store::confirm_parts(cx.tx, &left)?;
    for part in parts.iter_mut().filter(|part| group.holds(part)) {
        part.state = PartState::Done;
    }
    Ok(Response::see_other(&stops::next_url(&found.account, &parts, Stop::Group(group))))
}
