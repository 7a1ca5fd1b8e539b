//! What of measures is about too few to be shown to everybody, or would give such a value away. Kept
//! of each measure until one of its values or counts changes, so that no page asks for it twice.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use db::Tx;
use domain::access::Action;
use domain::elements::Structure;
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::{Counted, Measure, Outcome, OutcomeValue, few};
use domain::organisation::Organisation;
use domain::periods::Period;

use super::computed::Recipe;
use super::store;
use crate::cx::Cx;
use crate::web::error::AppError;

/// What is hidden of one measure, by org unit, group and period.
struct OfMeasure {
    hidden: BTreeSet<(OrgUnitId, String, Period)>,
    /// Where a value for all people has ever been known to be about too few.
    once: BTreeSet<(OrgUnitId, Period)>,
    organisation: Arc<Organisation>,
    measure: Arc<Measure>,
}

/// What is hidden of some measures.
#[derive(Default)]
pub(crate) struct Few {
    of: BTreeMap<ElementId, Arc<OfMeasure>>,
    /// What computed measures are computed from.
    leaves: BTreeMap<ElementId, Vec<ElementId>>,
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
        let mut cold = BTreeMap::new();
        for id in wanted {
            // Where nothing is known of how many, nothing is hidden.
            let Some((measure, revision)) = structure.measure(id).zip(revisions.get(&id)) else {
                continue;
            };
            let revision = *revision;
            let kept = cx.kept_earlier::<OfMeasure>(revision, &id.bytes());
            let kept = kept.filter(|(at, kept)| {
                *at == revision
                    && Arc::ptr_eq(&kept.measure, measure)
                    && Arc::ptr_eq(&kept.organisation, &structure.organisation)
            });
            match kept {
                Some((_, kept)) => drop(all.of.insert(id, kept)),
                None => drop(cold.insert(id, revision)),
            }
        }
        let ids: Vec<ElementId> = cold.keys().copied().collect();
        for (id, found) in read(cx.tx, &structure, &ids)? {
            let revision = cold.get(&id).copied().unwrap_or(0);
            all.of.insert(id, cx.keep(revision, &id.bytes(), found));
        }
        Ok(all)
    }

    /// As [`Few::of`], where nothing can be kept.
    pub(crate) fn read(
        tx: &mut Tx<'_>,
        structure: &Structure,
        ids: &[ElementId],
    ) -> Result<Self, AppError> {
        let (mut all, wanted) = Self::wanted(structure, ids);
        let found = read(tx, structure, &Vec::from_iter(wanted))?.into_iter();
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
    /// hidden where something it is computed from is.
    pub(crate) fn hides(
        &self,
        measure: ElementId,
        (org_unit, group, period): (OrgUnitId, &str, Period),
    ) -> bool {
        let of = |id: &ElementId| {
            let place = || (org_unit, group.to_owned(), period);
            self.of.get(id).is_some_and(|of| !of.hidden.is_empty() && of.hidden.contains(&place()))
        };
        match self.leaves.get(&measure) {
            Some(leaves) => leaves.iter().any(of),
            None => of(&measure),
        }
    }

    /// Whether an outcome is hidden.
    pub(crate) fn hides_outcome(&self, one: &Outcome) -> bool {
        self.hides(one.measure, (one.org_unit, &one.breakdown, one.period))
    }

    /// Whether what has stood at a place is not told either: what stands there is hidden, or the place
    /// has ever been known to be about too few.
    pub(crate) fn hides_past(
        &self,
        measure: ElementId,
        (org_unit, period): (OrgUnitId, Period),
    ) -> bool {
        let once = |of: &Arc<OfMeasure>| of.once.contains(&(org_unit, period));
        self.hides(measure, (org_unit, "", period)) || self.of.get(&measure).is_some_and(once)
    }

    /// Where and when anything of a measure is hidden.
    pub(super) fn places(
        &self,
        measure: ElementId,
    ) -> impl Iterator<Item = (OrgUnitId, Period)> + '_ {
        let leaves = self.leaves.get(&measure).into_iter().flatten().copied();
        let of = std::iter::once(measure).chain(leaves).filter_map(|id| self.of.get(&id));
        of.flat_map(|of| of.hidden.iter().map(|(org_unit, _, period)| (*org_unit, *period)))
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

fn read(
    tx: &mut Tx<'_>,
    structure: &Structure,
    ids: &[ElementId],
) -> Result<Vec<(ElementId, OfMeasure)>, AppError> {
    let least_of = |id: ElementId| structure.measure(id).map_or(0, |measure| measure.least_count);
    let least = ids.iter().map(|id| least_of(*id)).max().unwrap_or(0);
    let mut values: BTreeMap<(ElementId, Period), Vec<Counted>> = BTreeMap::new();
    let mut once: BTreeMap<ElementId, BTreeSet<(OrgUnitId, Period)>> = BTreeMap::new();
    if !ids.is_empty() {
        for one in store::counted_of(tx, ids, least)? {
            values.entry((one.measure, one.period)).or_default().push(one.counted);
        }
        let all = store::once_few(tx, ids, least)?.into_iter();
        for one in all.filter(|one| one.count < u32::from(least_of(one.measure))) {
            once.entry(one.measure).or_default().insert((one.org_unit, one.period));
        }
    }
    let organisation = &structure.organisation;
    let mut hidden: BTreeMap<ElementId, BTreeSet<(OrgUnitId, String, Period)>> = BTreeMap::new();
    for ((id, period), values) in values {
        let Some(measure) = structure.measure(id) else { continue };
        let found = few(organisation, measure, values).into_iter();
        let of_measure = hidden.entry(id).or_default();
        of_measure.extend(found.map(|(org_unit, group)| (org_unit, group, period)));
    }
    let all = ids.iter().filter_map(|id| {
        let (hidden, measure) = (hidden.remove(id).unwrap_or_default(), structure.measure(*id)?);
        let (measure, organisation) = (Arc::clone(measure), Arc::clone(organisation));
        let once = once.remove(id).unwrap_or_default();
        Some((*id, OfMeasure { hidden, once, organisation, measure }))
    });
    Ok(all.collect())
}
