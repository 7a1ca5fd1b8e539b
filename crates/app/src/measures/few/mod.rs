//! What of measures is about too few to be shown to everybody, or would give such a value away. Kept
//! of each measure until one of its values or counts changes, so that no page asks for it twice.

mod apart;
mod counts;
mod kept;
mod once;
mod withholding;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use db::Tx;
use domain::access::Action;
use domain::elements::Structure;
use domain::ids::{ElementId, OrgUnitId};
use domain::imports::ValueKey;
use domain::measures::{Outcome, OutcomeValue};
use domain::periods::Period;
use jiff::civil::Date;

use self::apart::Apart;
use self::kept::OfMeasure;
pub use self::once::withhold_once;
pub(crate) use self::withholding::{Written, withhold_again, withhold_all, withhold_all_again};
use super::computed::Recipe;
use super::store;
use crate::cx::Cx;
use crate::web::error::AppError;

/// What is hidden of some measures.
#[derive(Default)]
pub(crate) struct Few {
    of: BTreeMap<ElementId, Arc<OfMeasure>>,
    /// What computed measures are computed from.
    leaves: BTreeMap<ElementId, Vec<ElementId>>,
    /// Which org units those rest on of which something is hidden.
    apart: BTreeMap<ElementId, Apart>,
}

impl Few {
    /// What is hidden of some measures, and of what they are computed from.
    pub(crate) fn of(cx: &mut Cx<'_, '_>, ids: &[ElementId]) -> Result<Self, AppError> {
        let (_, wanted) = Self::wanted(&cx.structure, ids);
        let revisions = store::revisions_of(cx.tx, &wanted)?.counted;
        Self::at(cx, ids, &revisions)
    }

    /// As [`Few::of`], at the revisions of those of the measures, and of what they are computed from,
    /// that know how many people values are about.
    pub(crate) fn at(
        cx: &mut Cx<'_, '_>,
        ids: &[ElementId],
        revisions: &BTreeMap<ElementId, i64>,
    ) -> Result<Self, AppError> {
        let structure = cx.structure.clone();
        let (mut all, wanted) = Self::wanted(&structure, ids);
        // Where nothing is known of how many, nothing is hidden.
        let wanted = wanted.into_iter().filter_map(|id| Some((id, *revisions.get(&id)?)));
        all.of = OfMeasure::of_some(cx, wanted.collect())?;
        let computed = all.leaves.keys().filter_map(|id| structure.measure(*id));
        all.apart = Apart::of_some(cx, &structure, computed, &all.of)?;
        Ok(all)
    }

    /// As [`Few::of`], where nothing can be kept and nothing is put together over org units.
    pub(crate) fn read(
        tx: &mut Tx<'_>,
        structure: &Structure,
        ids: &[ElementId],
    ) -> Result<Self, AppError> {
        let (mut all, wanted) = Self::wanted(structure, ids);
        // Where nothing is known of how many, nothing is hidden and nothing need be read.
        let counted = store::revisions_of(tx, &wanted)?.counted;
        let wanted: Vec<ElementId> =
            wanted.into_iter().filter(|id| counted.contains_key(id)).collect();
        let found = OfMeasure::read(tx, structure, &wanted)?.into_iter();
        all.of = found.map(|(id, found)| (id, Arc::new(found))).collect();
        Ok(all)
    }

    fn wanted(structure: &Structure, ids: &[ElementId]) -> (Self, BTreeSet<ElementId>) {
        let mut all = Self::default();
        let mut wanted = BTreeSet::new();
        for measure in ids.iter().filter_map(|id| structure.measure(*id)) {
            // What is computed now may have been reported before.
            wanted.insert(measure.id);
            if let Some(recipe) = Recipe::of(structure, measure) {
                let leaves: Vec<ElementId> = recipe.leaves().collect();
                wanted.extend(&leaves);
                all.leaves.insert(measure.id, leaves);
            }
        }
        (all, wanted)
    }

    /// Whether a value is not shown to those who do not report for the org unit. What is computed is
    /// hidden where something it is computed from is, and where it would take apart what is hidden
    /// together.
    pub(crate) fn hides(
        &self,
        measure: ElementId,
        (org_unit, group, period): (OrgUnitId, &str, Period),
    ) -> bool {
        let of =
            |id: &ElementId| self.of.get(id).is_some_and(|of| of.hides((org_unit, group, period)));
        match self.leaves.get(&measure) {
            Some(leaves) => {
                let apart =
                    || self.apart.get(&measure).is_some_and(|of| of.tells(org_unit, period));
                leaves.iter().any(of) || group.is_empty() && apart()
            }
            None => of(&measure),
        }
    }

    /// Whether an outcome is hidden.
    pub(crate) fn hides_outcome(&self, one: &Outcome) -> bool {
        self.hides(one.measure, (one.org_unit, &one.breakdown, one.period))
    }

    /// Whether what has stood at a place is not told either: what stands there is hidden, or the place,
    /// or something that is put together with it, has ever been known to be about too few.
    pub(crate) fn hides_past(
        &self,
        measure: ElementId,
        (org_unit, period): (OrgUnitId, Period),
    ) -> bool {
        let once = |of: &Arc<OfMeasure>| of.was_few(org_unit, period);
        self.hides(measure, (org_unit, "", period))
            || self.of.get(&measure).is_some_and(once)
            || self.was_few_in(measure, period)
    }

    /// Whether what others made up at a place is not told, where a value of its own has come in its stead:
    /// what stands there now, or any value of the period, has ever been known to be about too few.
    pub(crate) fn hides_past_sum(
        &self,
        measure: ElementId,
        (org_unit, period): (OrgUnitId, Period),
    ) -> bool {
        let any = |of: &Arc<OfMeasure>| of.was_any_few_in(period);
        self.hides_past(measure, (org_unit, period)) || self.of.get(&measure).is_some_and(any)
    }

    /// Whether a value has ever been known to be about too few, where that hides it still.
    pub(crate) fn is_protected(&self, key: &ValueKey) -> bool {
        let of = self.of.get(&key.measure);
        of.is_some_and(|of| of.is_protected(key.org_unit, &key.breakdown, key.period))
    }

    /// Whether anything that is put together of a period has ever been known to be about too few: then a
    /// sum from before beside the sum of now would give it away.
    pub(crate) fn was_few_in(&self, measure: ElementId, period: Period) -> bool {
        let leaves = self.leaves.get(&measure).into_iter().flatten();
        let mut of = std::iter::once(&measure).chain(leaves).filter_map(|id| self.of.get(id));
        of.any(|of| of.was_few_in(period))
    }

    /// The first day of the earliest value for all people that is not told, or once was not.
    pub(crate) fn since(&self, measure: ElementId, org_unit: OrgUnitId) -> Option<Date> {
        let leaves = self.leaves.get(&measure).into_iter().flatten().copied();
        let of = std::iter::once(measure).chain(leaves).filter_map(|id| self.of.get(&id));
        of.filter_map(|of| of.since(org_unit)).min()
    }

    /// Where and when anything of a measure is hidden.
    pub(super) fn places(
        &self,
        measure: ElementId,
    ) -> impl Iterator<Item = (OrgUnitId, Period)> + '_ {
        let leaves = self.leaves.get(&measure).into_iter().flatten().copied();
        let of = std::iter::once(measure).chain(leaves).filter_map(|id| self.of.get(&id));
        of.flat_map(|of| of.places())
    }

    /// Takes away what is hidden; tells of when. A value that is taken away stands as missing.
    pub(crate) fn withhold(&self, outcomes: &mut [Outcome]) -> BTreeSet<Period> {
        let mut when = BTreeSet::new();
        for one in outcomes.iter_mut() {
            if self.hides_outcome(one) {
                one.value = OutcomeValue::Missing;
                when.insert(one.period);
            }
        }
        when
    }
}

/// What the visitor may not see of some measures at one org unit: nothing is kept from those who
/// report there.
pub(crate) fn kept_from_visitor(
    cx: &mut Cx<'_, '_>,
    ids: &[ElementId],
    org_unit: OrgUnitId,
) -> Result<Few, AppError> {
    if cx.can(Action::RecordOutcome, org_unit) { Ok(Few::default()) } else { Few::of(cx, ids) }
}
