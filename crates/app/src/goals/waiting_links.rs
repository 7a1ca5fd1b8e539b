//! Links of what is decided that wait for a decision: told on the page of the element and in the plan,
//! so that nobody has to look for them.

use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Element, ElementState, Structure};
use domain::ids::OrgUnitId;
use maud::{Markup, html};

use super::decided_effects::{Waiting, waiting_of};
use super::store::{self, LinkChange};
use crate::cx::Cx;
use crate::elements;
use crate::i18n::Texts;
use crate::web::error::AppError;
use crate::web::ui::{Button, Tone, button_link, notice, section};

/// Most that are listed in a plan.
const MOST: usize = 60;

/// The notice on an element's page; nothing for who does not plan there.
pub(super) fn on_element(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    element: &Arc<Element>,
) -> Result<Markup, AppError> {
    let may_adopt = cx.can(Action::Adopt, element.owner);
    let plans = may_adopt || cx.can(Action::Plan, element.owner);
    if !plans || element.state != ElementState::Adopted {
        return Ok(html! {});
    }
    let waiting = waiting_of(cx, std::slice::from_ref(element))?;
    if waiting.is_empty() {
        return Ok(html! {});
    }
    let texts = cx.texts();
    let body = html! {
        (changes(texts, structure, element, &waiting))
        @if may_adopt { div.row.tight { (button_link(Button::Small, &format!("/mal/{}/beslut", element.id), texts.goals_adopt())) } }
    };
    Ok(notice(Tone::Event, texts.goals_links_wait_decision(), &body))
}

/// What an org unit has decided whose links somebody has proposed to change.
pub(super) fn owned_by(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    owner: OrgUnitId,
) -> Result<Vec<Arc<Element>>, AppError> {
    let all = store::with_link_proposals(cx.tx, owner)?;
    let all = all.into_iter().filter_map(|id| structure.element(id));
    Ok(all.filter(|one| one.state == ElementState::Adopted).map(Arc::clone).collect())
}

/// The section of a plan, and how many wait.
pub(super) fn on_plan(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    owner: OrgUnitId,
) -> Result<(Markup, usize), AppError> {
    let moved = owned_by(cx, structure, owner)?;
    if moved.is_empty() {
        return Ok((html! {}, 0));
    }
    let (shown, texts) = (moved.get(..MOST).unwrap_or(&moved), cx.texts());
    let waiting = waiting_of(cx, shown)?;
    let body = html! {
        @for one in shown {
            p { a href=(elements::url(one)) { (one.title) } }
            (changes(texts, structure, one, &waiting))
        }
    };
    let title = texts.goals_links_wait_decision();
    Ok((section("lankar-vantar", title, "", &body), moved.len()))
}

fn changes(texts: Texts, structure: &Structure, element: &Element, waiting: &Waiting) -> Markup {
    let all = waiting.get(&element.id).map_or(&[][..], Vec::as_slice);
    html! {
        ul.plain-list {
            @for (change, link) in all {
                li {
                    (match change {
                        LinkChange::Begin => texts.goals_link_to_come(),
                        LinkChange::End => texts.goals_link_to_go(),
                    })
                    ": "
                    @if let Some(parent) = structure.element(link.parent) { a href=(elements::url(parent)) { (parent.title) } }
                }
            }
        }
    }
}
