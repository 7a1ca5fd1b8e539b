//! Whom one may ask: those who work where the account is written, and their nearest colleagues.

use std::collections::BTreeSet;

use domain::access::Action;
use domain::ids::{OrgUnitId, PersonId};

use crate::cx::Cx;
use crate::together::store::{Holder, holders};
use crate::web::error::AppError;

/// Most org units whose people are offered; beyond these a list is no help.
const MOST_UNITS: usize = 100;

/// Those who may be invited to write: who has a role that writes in the org unit itself.
pub(super) fn co_workers(
    cx: &mut Cx<'_, '_>,
    org_unit: OrgUnitId,
) -> Result<Vec<Holder>, AppError> {
    let today = cx.today();
    let mut all = holders(cx.tx, &BTreeSet::from([org_unit]), Action::Report, today)?;
    // Who answers for the account writes already.
    let answers: BTreeSet<PersonId> = all
        .iter()
        .filter(|one| domain::access::allows(one.role, Action::Submit))
        .map(|one| one.person)
        .collect();
    all.retain(|one| !answers.contains(&one.person));
    Ok(all)
}

/// Those who may stand in: who writes in the org unit, above it or in one beside it.
pub(super) fn stand_ins(cx: &mut Cx<'_, '_>, org_unit: OrgUnitId) -> Result<Vec<Holder>, AppError> {
    let today = cx.today();
    let structure = cx.structure.clone();
    let organisation = &structure.organisation;
    let mut units = BTreeSet::from([org_unit]);
    if let Some(parent) = organisation.get(org_unit).and_then(|unit| unit.parent) {
        units.insert(parent);
        units.extend(organisation.children(parent).iter().copied().take(MOST_UNITS));
    }
    let mut all = holders(cx.tx, &units, Action::Report, today)?;
    // Who answers for the account itself stands in for nobody.
    let answers: BTreeSet<PersonId> = responsible_among(&all, org_unit);
    all.retain(|one| !answers.contains(&one.person));
    all.dedup_by_key(|one| one.person);
    Ok(all)
}

/// Who hands in accounts of an org unit by a role held there.
pub(super) fn responsible(
    cx: &mut Cx<'_, '_>,
    org_unit: OrgUnitId,
) -> Result<Vec<Holder>, AppError> {
    let today = cx.today();
    Ok(holders(cx.tx, &BTreeSet::from([org_unit]), Action::Submit, today)?)
}

fn responsible_among(all: &[Holder], org_unit: OrgUnitId) -> BTreeSet<PersonId> {
    let answers = |one: &&Holder| {
        one.org_unit == org_unit && domain::access::allows(one.role, Action::Submit)
    };
    all.iter().filter(answers).map(|one| one.person).collect()
}
