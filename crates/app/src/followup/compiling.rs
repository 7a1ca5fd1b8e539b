//! The way to what bodies say of those under them.

use std::collections::BTreeSet;

use domain::access::{Action, Grant, allows};
use domain::followup::{AtHand, Round};
use domain::ids::OrgUnitId;
use domain::organisation::OrgLevelKind;
use maud::{Markup, html};

use super::{about, store};
use crate::cx::Cx;
use crate::web::error::AppError;
use crate::web::ui::{Button, button_link, section};

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

/// The way to what the body says: for who writes it, and for everybody who reads the body's page once it
/// is settled.
pub(super) fn link(
    cx: &mut Cx<'_, '_>,
    body: OrgUnitId,
    round: &Round,
    rounds: &AtHand,
) -> Result<Markup, AppError> {
    let reads = compiles(cx, body) || store::settled_in(cx.tx, round.id)?.contains(&body);
    let address = about(&address(body), round, rounds);
    let link = || button_link(Button::Secondary, &address, cx.texts().compilations_link());
    Ok(html! { @if reads { (link()) } })
}

/// The ways to what those right under a body have settled of those under them.
pub(super) fn settled_below(
    cx: &mut Cx<'_, '_>,
    body: OrgUnitId,
    round: &Round,
    rounds: &AtHand,
) -> Result<Markup, AppError> {
    let settled = store::settled_in(cx.tx, round.id)?;
    let organisation = &cx.structure.organisation;
    let below = organisation.children(body).iter().copied();
    let below: Vec<OrgUnitId> =
        below.filter(|one| settled.contains(one) && reads_settled(cx, *one)).collect();
    let name = |one: OrgUnitId| cx.texts().compilations_settled_of(organisation.name(one));
    Ok(html! {
        @if !below.is_empty() {
            ul.plain-list {
                @for one in below { li { a href=(about(&address(one), round, rounds)) { (name(one)) } } }
            }
        }
    })
}

/// Whether the visitor reads what a body has settled: all do but private providers elsewhere.
pub fn reads_settled(cx: &Cx<'_, '_>, body: OrgUnitId) -> bool {
    has_others_under(cx, body) && !cx.is_provider_elsewhere(body)
}

/// Whether anybody reports to the body: a workplace has nobody under it, while an executive board puts
/// together what those beside it say.
pub fn has_others_under(cx: &Cx<'_, '_>, body: OrgUnitId) -> bool {
    let organisation = &cx.structure.organisation;
    let unit = organisation.get(body);
    unit.is_some_and(|unit| unit.kind == OrgLevelKind::ExecutiveBoard)
        || !organisation.children(body).is_empty()
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
