//! The values that an account is made from.

use std::collections::{BTreeMap, BTreeSet};

use db::Tx;
use domain::elements::Structure;
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::{Baseline, Outcome};

use crate::measures;
use crate::web::error::AppError;

/// The values of an org unit by measure, with where its series break.
#[derive(Default)]
pub(super) struct Values {
    pub(super) by_measure: BTreeMap<ElementId, Vec<Outcome>>,
    pub(super) baselines: BTreeMap<ElementId, Vec<Baseline>>,
}

impl Values {
    pub(super) fn read(
        tx: &mut Tx<'_>,
        structure: &Structure,
        org_unit: OrgUnitId,
    ) -> Result<Self, AppError> {
        let baselines = measures::store::baselines_of_org_unit(tx, org_unit)?;
        let mut by_measure: BTreeMap<ElementId, Vec<Outcome>> = BTreeMap::new();
        for outcome in measures::store::all_of_org_unit(tx, org_unit)? {
            by_measure.entry(outcome.measure).or_default().push(outcome);
        }
        let by_measure = measures::with_computed(structure, org_unit, by_measure);
        Ok(Self { by_measure, baselines })
    }

    /// Those of some measures at some org units, by org unit; none for one without values.
    pub(super) fn of_some(
        tx: &mut Tx<'_>,
        structure: &Structure,
        org_units: &[OrgUnitId],
        ids: &BTreeSet<ElementId>,
    ) -> Result<BTreeMap<OrgUnitId, Self>, AppError> {
        let breaks = measures::store::baselines_of_measures(tx, ids)?;
        let by_unit = measures::own_and_computed(tx, structure, org_units, ids)?;
        let whole = |(org_unit, by_measure): (OrgUnitId, BTreeMap<ElementId, Vec<Outcome>>)| {
            let of = |id: &ElementId| (*id, measures::store::breaks_of(&breaks, *id, org_unit));
            let baselines = by_measure.keys().map(of).collect();
            (org_unit, Self { by_measure, baselines })
        };
        Ok(by_unit.into_iter().map(whole).collect())
    }

    /// Whose values there are.
    pub(super) fn measures(&self) -> Vec<ElementId> {
        self.by_measure.keys().copied().collect()
    }
}
