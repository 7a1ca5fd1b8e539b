//! Throwing a draft away, and taking it back. What hangs under it and what it hangs on stay linked
//! to it meanwhile, so that everything is there again when it comes back.

use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Delta, Element, ElementState, Structure};
use domain::ids::{ElementId, OrgUnitId};
use jiff::ToSpan;
use jiff::civil::Date;
use maud::html;

use super::heirs;
use super::store::{self, Thrown};
use super::succeed::living_successors;
use super::trash_page::Page;
use crate::cx::Cx;
use crate::elements::{self, store as nodes};
use crate::frame::Nav;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{PageHead, Tone, notice, page_header};

/// For how many days a draft can be taken back.
pub(super) const DAYS: i64 = 30;

/// Most drafts that the page shows.
const MOST: i64 = 200;

/// The page of what an org unit has thrown away.
pub(super) fn url(org_unit: OrgUnitId) -> String {
    format!("/planera/papperskorg?enhet={org_unit}")
}

/// The last day on which something thrown away can be taken back.
pub(super) fn last_day(thrown_on: Date) -> Date {
    thrown_on.checked_add(DAYS.days()).unwrap_or(thrown_on)
}

fn first_day_shown(today: Date) -> Date {
    today.checked_sub(DAYS.days()).unwrap_or(today)
}

/// What the org unit asked for has thrown away, else the visitor's own.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let home = cx.visit.person.as_ref().and_then(|person| person.home());
    let asked = cx.req.query.text("enhet");
    let org_unit: OrgUnitId =
        if asked.is_empty() { home.or_not_found()? } else { asked.parse().ok().or_not_found()? };
    structure.organisation.get(org_unit).or_not_found()?;
    cx.may(Action::Plan, org_unit)?;
    let since = first_day_shown(cx.today());
    let rows = store::thrown_since(cx.tx, org_unit, since, MOST)?;
    let page = Page { texts: cx.texts(), structure: &structure, org_unit, rows };
    Ok(cx.page(cx.texts().goals_trash_title(), Nav::Plan, &page.body()))
}

/// Throws a draft away.
pub(super) fn discard(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let element = cx.find_visible(&structure, id)?;
    cx.may(Action::Plan, element.owner)?;
    let there = Response::see_other(&left_to_do(cx, &structure, element)?);
    // Sent twice throws it away once.
    if element.state == ElementState::Discarded {
        return Ok(there);
    }
    if element.state != ElementState::Draft
        || cx.req.form.parsed("version") != Some(element.version)
    {
        return Err(AppError::Stale);
    }
    let gone = Element {
        state: ElementState::Discarded,
        version: element.version + 1,
        ..Element::clone(element)
    };
    nodes::change_element(cx.tx, "discard", &gone)?;
    let thrown = Thrown {
        element: id,
        org_unit: element.owner,
        was: element.state,
        on: cx.today(),
        person: cx.person_id()?,
    };
    store::keep_thrown(cx.tx, &thrown)?;
    Ok(there)
}

/// Where one goes once a draft is thrown away: to what was split, if that was the last of its parts
/// that was not decided and it takes a decision now that it ends; else to what was thrown away.
fn left_to_do(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    element: &Element,
) -> Result<String, AppError> {
    for old in store::predecessors(cx.tx, element.id)? {
        if let Some(old) = structure.element(old)
            && !heirs::settled(cx, structure, old, Some(element.id))?.is_empty()
        {
            return Ok(elements::url(old));
        }
    }
    Ok(url(element.owner))
}

/// Takes a draft back, within the days that it can be.
pub(super) fn restore(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let element = cx.find_visible(&structure, id)?;
    cx.may(Action::Plan, element.owner)?;
    if element.state == ElementState::Draft {
        return Ok(Response::see_other(&elements::url(element)));
    }
    let thrown = store::thrown(cx.tx, id)?.or_not_found()?;
    if element.state != ElementState::Discarded || cx.today() > last_day(thrown.on) {
        return Err(AppError::Stale);
    }
    if let Some((replaced, instead)) = overtaken(cx, &structure, id)? {
        return Ok(refused(cx, element, (&replaced, &instead)));
    }
    let back =
        Element { state: thrown.was, version: element.version + 1, ..Element::clone(element) };
    nodes::change_element(cx.tx, "restore", &back)?;
    unlink_circles(cx, &structure, &back)?;
    Ok(Response::see_other(&elements::url(&back)))
}

/// What was to be replaced, and what is on its way to replace it.
type Overtaken = (Arc<Element>, Arc<Element>);

/// What it was written to replace, and what is on its way to replace that instead, when something
/// else has been begun while it was away. Parts of one split are begun at once and belong together.
fn overtaken(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    id: ElementId,
) -> Result<Option<Overtaken>, AppError> {
    for old in store::predecessors(cx.tx, id)? {
        let Some(old) = structure.element(old).filter(|old| old.is_current()) else { continue };
        let begun = store::begun_at(cx.tx, id)?;
        for other in living_successors(cx, structure, old.id)? {
            if other != id
                && store::begun_at(cx.tx, other)? != begun
                && let Some(other) = structure.element(other)
            {
                return Ok(Some((Arc::clone(old), Arc::clone(other))));
            }
        }
    }
    Ok(None)
}

/// The trash again, with why it stays there.
fn refused(
    cx: &mut Cx<'_, '_>,
    element: &Element,
    (replaced, instead): (&Element, &Element),
) -> Response {
    let texts = cx.texts();
    let words = texts.goals_trash_overtaken_text(&instead.title, &replaced.title);
    let body = html! {
        div.wrap.page {
            (page_header(&PageHead { title: element.title.clone(), ..PageHead::default() }))
            (notice(Tone::Partly, texts.goals_trash_overtaken(), &html! {
                p { (words) }
                p.row {
                    @if cx.may_see(instead) { a href=(elements::url(instead)) { (instead.title) } }
                    a href=(url(element.owner)) { (texts.goals_trash_title()) }
                }
            }))
        }
    };
    cx.refused(&element.title, Nav::Plan, &body)
}

/// While it was away others may have been linked so that it would now hang on itself. The thread
/// must not lead in a circle; such a link of its own goes.
fn unlink_circles(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    back: &Element,
) -> Result<(), AppError> {
    let mut thread = structure.clone();
    thread.apply(Delta::Element(Arc::new(back.clone())));
    let mut links = thread.links_up(back.id).to_vec();
    for link in links.clone() {
        if link.parent == back.id || thread.above(link.parent).contains(&back.id) {
            nodes::end_link(cx.tx, &link)?;
            links.retain(|one| one.id != link.id);
            thread.apply(Delta::LinksOf(back.id, links.clone()));
        }
    }
    Ok(())
}
