//! The part of a page that tells what is analysed of a goal or a measure, and begins a new analysis.

use domain::elements::Element;
use domain::ids::OrgUnitId;
use domain::steering::Role;
use maud::{Markup, html};

use super::store::{self, Known};
use super::{Moved, begin_url, certainty_status, moved_since, reads, url, works_at};
use crate::cx::Cx;
use crate::i18n::date;
use crate::web::error::AppError;
use crate::web::ui::{Button, Tone, button_link, section, tag};

/// What is analysed of an element, with the way to begin; nothing where there is neither.
pub fn section_of(
    cx: &mut Cx<'_, '_>,
    element: &Element,
    org_unit: OrgUnitId,
) -> Result<Markup, AppError> {
    if !matches!(element.role, Role::Measure | Role::Goal | Role::Direction) {
        return Ok(html! {});
    }
    let texts = cx.texts();
    // Of a measure that the goal shares with others only what is said where the goal is.
    let all = store::of_element(cx.tx, element.id, element.owner)?;
    let all: Vec<(Known, bool)> = all
        .into_iter()
        .filter(|(one, _)| reads(cx, one))
        .map(|(one, of)| (one, of == element.id))
        .take(store::MOST)
        .collect();
    let moved = moved_of(cx, all.iter().map(|(one, _)| one))?;
    let kind = if element.role == Role::Measure { "measure" } else { "goal" };
    let begins = works_at(cx, org_unit) && element.is_current() && !element.is_undecided();
    if all.is_empty() && !begins {
        return Ok(html! {});
    }
    let begin = begin_url(kind, &element.id.to_string(), org_unit);
    let body = html! {
        @if all.is_empty() { p.soft { (texts.conclusions_none()) } } @else {
            ul.plain-list { @for (one, is_own) in &all { li { @if !is_own { p.eyebrow { (one.subject) } } (told(cx, one)) (moved.told(cx, one.id)) } } }
        }
        @if begins { p.row.no-print { (button_link(Button::SmallSecondary, &begin, texts.conclusions_begin())) } }
    };
    Ok(section("analyser", texts.conclusions_title(), "", &body))
}

/// What has changed under those that are concluded.
pub(super) fn moved_of<'k>(
    cx: &mut Cx<'_, '_>,
    all: impl IntoIterator<Item = &'k Known>,
) -> Result<Moved, AppError> {
    let all = all.into_iter();
    let concluded: Vec<_> = all.filter(|one| one.is_concluded).map(|one| one.id).collect();
    moved_since(cx, &concluded)
}

/// An analysis in a few lines: its conclusion, how sure it is, whose it is and since when.
pub(super) fn told(cx: &Cx<'_, '_>, one: &Known) -> Markup {
    let texts = cx.texts();
    let unit = cx.structure.organisation.name(one.org_unit);
    let day = date(texts.language, cx.app.clock.local(one.changed_at).date());
    html! {
        @if one.is_concluded {
            p { a href=(url(one.id)) { (one.conclusion) } @if let Some(certainty) = one.certainty { " " (certainty_status(texts, certainty)) } }
        } @else {
            p { a href=(url(one.id)) { (texts.conclusions_open(one.year)) } " " (tag(Tone::Event, texts.conclusions_under_way())) }
        }
        p.fine { (texts.conclusions_whose(day, unit, &one.person_name)) }
    }
}
