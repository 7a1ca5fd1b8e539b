//! What pages of wheels rest on: the org unit and year of the address, its steps and those above.

use std::collections::{BTreeMap, BTreeSet};

use db::{DbError, Tx};
use domain::calendar::{Clash, WheelStep, clashes, is_wheel_year, levels_above};
use domain::ids::{OrgUnitId, WheelStepId};
use domain::organisation::Organisation;
use jiff::civil::{Date, date};

use super::store;
use crate::cx::Cx;
use crate::web::error::{Answer, OrNotFound};

/// The org unit and year that the address names. What has ended keeps the wheels it had.
pub(super) fn asked(cx: &Cx<'_, '_>) -> Answer<(OrgUnitId, i16)> {
    let org_unit: OrgUnitId = cx.req.param("org").or_not_found()?;
    cx.structure.organisation.get(org_unit).or_not_found()?;
    let year = cx.req.param("ar").filter(|year| is_wheel_year(*year)).or_not_found()?;
    Ok((org_unit, year))
}

/// A wheel with those above it.
pub(super) struct Levels {
    /// Its own steps in the order of their days.
    pub(super) own: Vec<WheelStep>,
    /// The steps of each level above that has any, the nearest first.
    pub(super) above: Vec<(OrgUnitId, Vec<WheelStep>)>,
}

impl Levels {
    /// Reads them.
    pub(super) fn read(
        tx: &mut Tx<'_>,
        organisation: &Organisation,
        org_unit: OrgUnitId,
        year: i16,
    ) -> Result<Self, DbError> {
        let way = levels_above(organisation, org_unit);
        let all: BTreeSet<OrgUnitId> = way.iter().copied().chain([org_unit]).collect();
        let steps = by_unit(store::steps_from(tx, &all, days_of(year))?);
        Ok(Self::of(&steps, org_unit, &way))
    }

    /// Takes them from what has been read for several org units.
    pub(super) fn of(
        steps: &BTreeMap<OrgUnitId, Vec<WheelStep>>,
        org_unit: OrgUnitId,
        way: &[OrgUnitId],
    ) -> Self {
        let own = steps.get(&org_unit).cloned().unwrap_or_default();
        let there = |unit: &OrgUnitId| Some((*unit, steps.get(unit)?.clone()));
        Self { own, above: way.iter().filter_map(there).collect() }
    }

    /// What does not fit between the wheel and those above. A wheel without steps lacks everything,
    /// which its page says in another way.
    pub(super) fn clashes(&self) -> Vec<Clash> {
        if self.own.is_empty() {
            return Vec::new();
        }
        let above: Vec<Vec<WheelStep>> =
            self.above.iter().map(|(_, steps)| steps.clone()).collect();
        clashes(&self.own, &above)
    }

    /// A step of the wheel or of one above.
    pub(super) fn step(&self, id: WheelStepId) -> Option<&WheelStep> {
        let above = self.above.iter().flat_map(|(_, steps)| steps);
        self.own.iter().chain(above).find(|step| step.id == id)
    }
}

/// Steps by whose they are, in the same order.
pub(super) fn by_unit(steps: Vec<WheelStep>) -> BTreeMap<OrgUnitId, Vec<WheelStep>> {
    let mut found: BTreeMap<OrgUnitId, Vec<WheelStep>> = BTreeMap::new();
    for step in steps {
        found.entry(step.org_unit).or_default().push(step);
    }
    found
}

/// The first and last day of a year.
pub(super) fn days_of(year: i16) -> (Date, Date) {
    (date(year, 1, 1), date(year, 12, 31))
}
