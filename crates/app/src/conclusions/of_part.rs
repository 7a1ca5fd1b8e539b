//! What analyses say, where one writes about the same thing in an account: the conclusion can be taken in,
//! and whether it has changed since is told.

use domain::ids::{ElementId, OrgUnitId, PartId};
use maud::{Markup, html};

use super::section::told;
use super::store::{self, Known};
use super::{begin_url, moved_since, reads, url};
use crate::cx::Cx;
use crate::web::error::AppError;
use crate::web::ui::{Button, Tone, button, button_link, details_section, notice};

/// What there is for a part about something, at an org unit.
pub fn of_part(
    cx: &mut Cx<'_, '_>,
    part: PartId,
    (subject, org_unit): (Option<ElementId>, OrgUnitId),
) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let mut all = store::of_subject(cx.tx, part.bytes())?;
    if let Some(subject) = subject {
        all.extend(store::of_subject(cx.tx, subject.bytes())?);
    }
    let used = store::used_in(cx.tx, part)?;
    all.retain(|one| reads(cx, one) && one.org_unit == org_unit);
    let is_used = |one: &Known| {
        used.iter().any(|used| used.known.id == one.id && used.taken == one.conclusion)
    };
    let changed: Vec<_> = used
        .iter()
        .filter(|one| one.known.conclusion != one.taken && reads(cx, &one.known))
        .collect();
    let mut known: Vec<_> = all.iter().map(|one| one.id).collect();
    known.extend(used.iter().filter(|one| reads(cx, &one.known)).map(|one| one.known.id));
    known.sort();
    known.dedup();
    let moved = moved_since(cx, &known)?;
    let stands = |id| used.iter().any(|one| one.known.id == id);
    let body = html! {
        @for one in &all {
            div {
                (told(cx, one))
                @if !stands(one.id) { (moved.told(cx, one.id)) }
                @if one.is_concluded {
                    @if is_used(one) { p.fine { (texts.conclusions_used()) } } @else {
                        form method="post" action={(url(one.id)) "/anvand/" (part)} {
                            (button(Button::SmallSecondary, texts.conclusions_use(), None))
                        }
                    }
                }
            }
        }
        p.row { (button_link(Button::SmallSecondary, &begin_url("deviation", &part.to_string(), org_unit), texts.conclusions_begin_here())) }
    };
    Ok(html! {
        @for one in &used { (moved.told(cx, one.known.id)) }
        @for one in &changed {
            (notice(Tone::Concern, texts.conclusions_changed(), &html! { p { (texts.conclusions_changed_text(&one.known.conclusion, &one.taken)) } p { a href=(url(one.known.id)) { (one.known.subject) } } }))
        }
        (details_section(None, texts.conclusions_title(), &texts.conclusions_count(i64::try_from(all.len()).unwrap_or(0)), !all.is_empty(), &body))
    })
}
