//! Splitting an adopted element into several, and merging several into one. What comes of it are
//! drafts; what is decided holds until they are decided in their turn.

use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Element, ElementState, Link, Structure};
use domain::ids::{ElementId, LinkId};
use domain::steering::Role;
use maud::html;

use super::split_page::{MergePage, SplitPage};
use super::store;
use super::succeed::{copy_grounds, living_successors};
use super::written::LONGEST_TITLE;
use crate::cx::Cx;
use crate::elements::{self, store as nodes};
use crate::frame::Nav;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{PageHead, Tone, notice, page_header};

/// Most parts, and most that are merged.
pub(super) const MOST_PARTS: usize = 5;
/// Most others to choose among when merging.
const MOST_OTHERS: usize = 200;

/// An adopted element of the visitor's own that nothing is on its way to replace.
fn find<'s>(cx: &mut Cx<'_, '_>, structure: &'s Structure) -> Answer<&'s Arc<Element>> {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let element = cx.find_visible(structure, id)?;
    cx.may(Action::Plan, element.owner)?;
    if element.role == Role::Measure {
        return Err(AppError::NotFound);
    }
    Ok(element)
}

fn is_free(cx: &mut Cx<'_, '_>, structure: &Structure, element: &Element) -> Answer<bool> {
    let begun = super::succeed::living_successor(cx, structure, element.id)?;
    Ok(element.state == ElementState::Adopted && begun.is_none())
}

/// The form where the parts are named.
pub(super) fn show_split(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let element = find(cx, &structure)?;
    if !is_free(cx, &structure, element)? {
        return Ok(Response::see_other(&elements::url(element)));
    }
    let page = SplitPage::new(cx.texts(), &structure, element, Vec::new());
    Ok(cx.page(&page.title(), Nav::Plan, &page.body()))
}

/// What is told when something is on its way to replace it already: nothing was kept.
/// The same parts sent twice are there already.
fn busy(cx: &mut Cx<'_, '_>, structure: &Structure, element: &Element) -> Answer {
    let begun = living_successors(cx, structure, element.id)?;
    let mut begun: Vec<&str> =
        begun.iter().filter_map(|id| structure.element(*id)).map(|one| &*one.title).collect();
    let mut typed: Vec<&str> = cx.req.form.all("del").map(str::trim).collect();
    typed.retain(|title| !title.is_empty());
    let written = typed.clone();
    begun.sort_unstable();
    typed.sort_unstable();
    if begun.is_empty() || begun == typed {
        return Ok(Response::see_other(&elements::url(element)));
    }
    let texts = cx.texts();
    let body = html! {
        div.wrap.page {
            (page_header(&PageHead { title: element.title.clone(), ..PageHead::default() }))
            (notice(Tone::Partly, &texts.goals_merge_busy(&element.title), &html! {
                p { (texts.goals_busy_nothing_kept()) }
                p { a href=(elements::url(element)) { (element.title) } }
            }))
            @for (title, named) in [(texts.goals_busy_stands(), &begun), (texts.goals_busy_written(), &written)] {
                @if !named.is_empty() { h2 { (title) } ul { @for one in named { li { (one) } } } }
            }
        }
    };
    Ok(cx.conflicting(&element.title, Nav::Plan, &body))
}

/// Writes the parts as drafts with the same place in the thread, and keeps which of them each thing
/// that hangs here shall hang on. It stays where it is until the parts are decided.
pub(super) fn split(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let element = find(cx, &structure)?;
    if !is_free(cx, &structure, element)? {
        return busy(cx, &structure, element);
    }
    let typed: Vec<String> = cx.req.form.all("del").map(str::to_owned).collect();
    let seen = cx.seen();
    let mut page = SplitPage::new(cx.texts(), &seen, element, typed);
    page.choose(|child| cx.req.form.text(&format!("barn-{child}")).parse().ok());
    page.problem = flaw_of_parts(cx, &page.titles());
    if page.problem.is_some() {
        return Ok(cx.refused(&page.title(), Nav::Plan, &page.body()));
    }
    let mut parts = Vec::new();
    for title in page.titles() {
        let part: ElementId = cx.new_id();
        write(cx, element, part, title)?;
        store::insert_succession(cx.tx, part, element.id)?;
        copy_links(cx, &structure, element.id, part, &mut Vec::new())?;
        parts.push(part);
    }
    for link in structure.links_down(element.id) {
        let part = parts.get(page.place_of(link.child));
        let lives = structure.element(link.child).is_some_and(|child| child.is_current());
        if let Some(part) = part.filter(|_| lives) {
            let id = cx.new_id::<LinkId>();
            store::place(cx.tx, &Link { id, parent: *part, ..*link })?;
        }
    }
    Ok(Response::see_other(&format!("/planera?enhet={}", element.owner)))
}

fn flaw_of_parts(cx: &Cx<'_, '_>, titles: &[&str]) -> Option<String> {
    let texts = cx.texts();
    if titles.len() < 2 {
        return Some(texts.goals_split_too_few().to_owned());
    }
    let mut apart: Vec<String> = titles.iter().map(|title| title.trim().to_lowercase()).collect();
    apart.sort();
    if apart.windows(2).any(|two| two.first() == two.last()) {
        return Some(texts.goals_split_same().to_owned());
    }
    let too_long = titles.iter().map(|title| title.chars().count()).max().unwrap_or(0);
    (too_long > LONGEST_TITLE).then(|| texts.web_too_long(LONGEST_TITLE, too_long))
}

fn write(cx: &mut Cx<'_, '_>, like: &Element, id: ElementId, title: &str) -> Result<(), AppError> {
    let new = Element {
        id,
        title: title.to_owned(),
        state: ElementState::Draft,
        decision: None,
        version: 1,
        ..like.clone()
    };
    if !nodes::insert_element(cx.tx, &new)? {
        return Err(AppError::Stale);
    }
    copy_grounds(cx, like.id, id)
}

/// Links upward as another has them, each parent once.
fn copy_links(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    from: ElementId,
    to: ElementId,
    linked: &mut Vec<ElementId>,
) -> Result<(), AppError> {
    for link in structure.links_up(from) {
        if !linked.contains(&link.parent) {
            linked.push(link.parent);
            let id = cx.new_id::<LinkId>();
            nodes::insert_link(cx.tx, &Link { id, child: to, ..*link })?;
        }
    }
    Ok(())
}

/// What an element may be merged with: decided ones of the same type and owner.
fn others<'s>(structure: &'s Structure, element: &Element) -> Vec<&'s Arc<Element>> {
    structure
        .owned_by(element.owner)
        .filter(|one| {
            one.id != element.id
                && one.element_type == element.element_type
                && one.state == ElementState::Adopted
        })
        .take(MOST_OTHERS)
        .collect()
}

/// The form where others are chosen and the new sentence is written.
pub(super) fn show_merge(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let element = find(cx, &structure)?;
    if !is_free(cx, &structure, element)? {
        return Ok(Response::see_other(&elements::url(element)));
    }
    let mut others = others(&structure, element);
    // What something is on its way to replace already cannot be merged.
    let busy = store::on_their_way_out(cx.tx, element.owner)?;
    others.retain(|one| !busy.contains(&one.id));
    let title = element.title.clone();
    let page = MergePage {
        texts: cx.texts(),
        structure: &structure,
        element,
        others,
        title,
        chosen: Vec::new(),
        problem: None,
    };
    Ok(cx.page(&page.heading(), Nav::Plan, &page.body()))
}

/// Writes one draft to replace several.
pub(super) fn merge(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let element = find(cx, &structure)?;
    if !is_free(cx, &structure, element)? {
        return Ok(Response::see_other(&elements::url(element)));
    }
    let others = others(&structure, element);
    let chosen: Vec<ElementId> =
        cx.req.form.all("med").filter_map(|id| id.parse().ok()).take(MOST_PARTS).collect();
    let title = cx.req.form.text("titel").to_owned();
    let mut page = MergePage {
        texts: cx.texts(),
        structure: &structure,
        element,
        others,
        title,
        chosen,
        problem: None,
    };
    page.problem = page.flaw();
    for other in page.chosen_others() {
        if page.problem.is_none() && !is_free(cx, &structure, other)? {
            page.problem = Some(("med", cx.texts().goals_merge_busy(&other.title)));
        }
    }
    if page.problem.is_some() {
        return Ok(cx.refused(&page.heading(), Nav::Plan, &page.body()));
    }
    let new: ElementId = cx.new_id();
    write(cx, element, new, page.title.trim())?;
    store::insert_succession(cx.tx, new, element.id)?;
    // It does not hang under what it replaces.
    let mut linked: Vec<ElementId> = page.chosen_others().iter().map(|one| one.id).collect();
    linked.push(element.id);
    copy_links(cx, &structure, element.id, new, &mut linked)?;
    for other in page.chosen_others() {
        store::insert_merger(cx.tx, new, other.id)?;
        copy_links(cx, &structure, other.id, new, &mut linked)?;
    }
    Ok(Response::see_other(&format!("/mal/{new}/andra")))
}
