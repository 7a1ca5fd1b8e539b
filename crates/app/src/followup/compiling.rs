//! The way to what bodies say of those under them.

use std::collections::BTreeSet;

use domain::access::{Action, Grant, allows};
use domain::followup::{AtHand, Round};
use domain::ids::OrgUnitId;
use domain::organisation::{OrgLevelKind, OrgUnit};
use maud::{Markup, html};

use super::about;
use crate::cx::Cx;
use crate::web::ui::section;

/// Bodies of one person that are told of; who writes for more finds them by their own pages.
const MOST: usize = 5;

/// Where a body says what it does of those under it.
pub(super) fn address(body: OrgUnitId) -> String {
    format!("/folja-upp/sammanstallning/{body}")
}

/// Whether the visitor writes what the body says of those under it.
pub(super) fn compiles(cx: &Cx<'_, '_>, body: OrgUnitId) -> bool {
    cx.can(Action::Plan, body) && has_others_under(cx, body)
}

/// Whether anybody reports to the body: a workplace has nobody under it, while an executive board puts
/// together what those beside it say.
pub fn has_others_under(cx: &Cx<'_, '_>, body: OrgUnitId) -> bool {
    let organisation = &cx.structure.organisation;
    let is_board = |unit: &OrgUnit| unit.kind == OrgLevelKind::ExecutiveBoard;
    organisation.get(body).is_some_and(is_board) || !organisation.children(body).is_empty()
}

/// The bodies that the visitor writes for by a role there; nothing for who has none with others under
/// it.
pub(super) fn section_of(cx: &Cx<'_, '_>, round: &Round, rounds: &AtHand) -> Markup {
    let grants = cx.visit.person.iter().flat_map(|person| &person.grants);
    let writes = |grant: &&Grant| allows(grant.role, Action::Plan);
    let bodies: BTreeSet<OrgUnitId> = grants
        .filter(writes)
        .map(|grant| grant.org_unit)
        .filter(|unit| has_others_under(cx, *unit))
        .collect();
    if bodies.is_empty() {
        return html! {};
    }
    let list = html! {
        ul.plain-list {
            @for body in bodies.into_iter().take(MOST) {
                li { a href=(about(&address(body), round, rounds)) { (cx.structure.organisation.name(body)) } }
            }
        }
    };
    section("sammanstallningar", cx.texts().compilations_yours_title(), "", &list)
}
