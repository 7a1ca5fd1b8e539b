//! Which series a page shows: an org unit's own values, or a roll-up of what lies under it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::access::Action;
use domain::elements::Structure;
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::formula::Joined;
use domain::measures::{Baseline, Measure, Outcome, Series, Target};
use domain::periods::Period;
use domain::statistics::finding::Finding;
use jiff::civil::Date;

use super::breaks::{begins_anew, breaks_of_computed};
use super::computed::{Recipe, computed};
use super::few::{Few, kept_from_visitor};
use super::kept_roll_up::{RolledUp, rolled_up};
use super::own_values::{own_of_some, with_rolled};
use super::spread::Spread;
use super::store::{self, Revisions};
use crate::cx::Cx;
use crate::web::error::AppError;

/// A series ready to be shown, with what belongs to it.
pub struct Shown {
    /// Whose values.
    pub org_unit: OrgUnitId,
    /// The values.
    pub series: Series,
    /// How many org units stand behind the last value, of how many; none for own values.
    pub coverage: Option<(usize, usize)>,
    /// The target in force for the last place.
    pub target: Option<Target>,
    /// Breaks.
    pub baselines: Vec<Baseline>,
    /// From when the values are put together of other org units than before; a break stands there too,
    /// which nobody has said.
    pub regrouped: Option<Period>,
    /// How what org units have goes together in each computed value; empty for what is reported.
    pub joined: BTreeMap<Period, Joined>,
    /// The periods whose values somebody has said at the org unit itself, or at one merged into it; what is
    /// put together of others is not among them.
    pub own: BTreeSet<Period>,
    /// What can be said; none when the numbers are not usable.
    pub finding: Option<Finding>,
    /// When values are not for the visitor to see because they are about too few, or would give away
    /// one that is; there they stand as missing.
    pub withheld: BTreeSet<Period>,
    /// The first day of the earliest value that is not for the visitor to see, or once was not.
    pub hidden_since: Option<Date>,
}

impl Shown {
    /// As [`Shown::new`], without what is about too few.
    pub(crate) fn without_few(
        structure: &Structure,
        measure: &Measure,
        (org_unit, few): (OrgUnitId, &Few),
        (mut outcomes, baselines): (Vec<Outcome>, Vec<Baseline>),
        today: Date,
    ) -> Self {
        let withheld = few.withhold(&mut outcomes);
        let hidden_since = few.since(measure.id, org_unit);
        Self {
            withheld,
            hidden_since,
            ..Self::new(structure, measure, org_unit, outcomes, baselines, today)
        }
    }

    /// Whether a later value than any that is shown is hidden: the one before it tells then nothing of
    /// how it stands.
    pub fn hides_latest(&self) -> bool {
        let known = self.series.latest().map(|(place, _)| place.period);
        self.withheld.iter().any(|period| known.is_none_or(|known| known < *period))
    }

    /// Puts a series together from rows already read.
    pub fn new(
        structure: &Structure,
        measure: &Measure,
        org_unit: OrgUnitId,
        outcomes: Vec<Outcome>,
        baselines: Vec<Baseline>,
        today: Date,
    ) -> Self {
        let through = Period::containing(today, measure.frequency).previous();
        let series = Series::new(outcomes, measure.frequency, through);
        let at = series.last_period().unwrap_or(through);
        let target = structure.target(measure.id, org_unit, at).cloned();
        let finding = series.finding(measure, target.as_ref(), &baselines, 0).ok();
        Self {
            org_unit,
            series,
            coverage: None,
            target,
            baselines,
            regrouped: None,
            joined: BTreeMap::new(),
            own: BTreeSet::new(),
            finding,
            withheld: BTreeSet::new(),
            hidden_since: None,
        }
    }
}

/// The series of a measure for an org unit: its own values, else a roll-up of what lies under it.
pub fn shown(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    id: ElementId,
    org_unit: OrgUnitId,
    today: Date,
) -> Result<Option<Shown>, AppError> {
    let Some(measure) = structure.measure(id) else { return Ok(None) };
    let few = kept_from_visitor(cx, &[id], org_unit)?;
    if measure.formula.is_some() {
        let breaks = store::baselines_of_org_unit(cx.tx, org_unit)?;
        let baselines = breaks_of_computed(structure, measure, &breaks);
        return Ok(Some(put_computed(cx, structure, measure, (org_unit, &few, baselines), today)?));
    }
    let mut own = own_of_some(cx.tx, structure, &[id], org_unit)?;
    let own = own.remove(&id).unwrap_or_default();
    let baselines = store::baselines(cx.tx, id, org_unit)?;
    let rolled = if is_put_together(structure, measure, org_unit, own.is_empty()) {
        let revisions = store::values_revisions(cx.tx, &[id])?;
        let revision = revisions.get(&id).copied().unwrap_or(0);
        Some(rolled_up(cx, measure, org_unit, revision)?)
    } else {
        None
    };
    let own = (own, rolled);
    Ok(Some(put_together(structure, measure, (org_unit, &few, own, baselines), today)))
}

/// Whether what lies below an org unit speaks for it where it has not said anything itself.
fn is_put_together(
    structure: &Structure,
    measure: &Measure,
    org_unit: OrgUnitId,
    is_silent: bool,
) -> bool {
    let rolls_up = measure.over_organisation.across().is_some() && measure.formula.is_none();
    rolls_up && (is_silent || !structure.organisation.children(org_unit).is_empty())
}

/// The series of several measures for one org unit: one question for all own values, then one for
/// all that have to be put together from what lies under the org unit.
pub fn shown_together(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    ids: &[ElementId],
    org_unit: OrgUnitId,
    today: Date,
) -> Result<BTreeMap<ElementId, Shown>, AppError> {
    let mut own = own_of_some(cx.tx, structure, ids, org_unit)?;
    let mut breaks = store::baselines_of_org_unit(cx.tx, org_unit)?;
    let recipes = ids.iter().filter_map(|id| Recipe::of(structure, structure.measure(*id)?));
    let leaves: Vec<ElementId> = recipes.flat_map(|one| one.leaves().collect::<Vec<_>>()).collect();
    let asked: BTreeSet<ElementId> = ids.iter().chain(&leaves).copied().collect();
    let Revisions { all: revisions, counted } = store::revisions_of(cx.tx, &asked)?;
    let few = if cx.can(Action::RecordOutcome, org_unit) {
        Few::default()
    } else {
        Few::at(cx, ids, &counted)?
    };
    let is_below = |id: &&ElementId| {
        let measure = structure.measure(**id);
        measure.is_some_and(|one| is_put_together(structure, one, org_unit, !own.contains_key(*id)))
    };
    let below = ids.iter().filter(is_below).chain(&leaves);
    Spread::warm(cx, below.map(|id| (*id, revisions.get(id).copied().unwrap_or(0))))?;
    let computed_ones = structure.computed().filter(|one| ids.contains(&one.id));
    let of_computed: Vec<(ElementId, Vec<Baseline>)> =
        computed_ones.map(|one| (one.id, breaks_of_computed(structure, one, &breaks))).collect();
    breaks.extend(of_computed);
    let mut all = BTreeMap::new();
    for id in ids {
        let Some(measure) = structure.measure(*id) else { continue };
        let baselines = breaks.remove(id).unwrap_or_default();
        let outcomes = own.remove(id).unwrap_or_default();
        if measure.formula.is_some() {
            let of = (org_unit, &few, baselines);
            all.insert(*id, put_computed(cx, structure, measure, of, today)?);
            continue;
        }
        let rolled = if is_put_together(structure, measure, org_unit, outcomes.is_empty()) {
            let revision = revisions.get(id).copied().unwrap_or(0);
            Some(rolled_up(cx, measure, org_unit, revision)?)
        } else {
            None
        };
        let of = (org_unit, &few, (outcomes, rolled), baselines);
        all.insert(*id, put_together(structure, measure, of, today));
    }
    Ok(all)
}

fn put_computed(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    measure: &Arc<Measure>,
    (org_unit, few, baselines): (OrgUnitId, &Few, Vec<Baseline>),
    today: Date,
) -> Result<Shown, AppError> {
    Ok(match computed(cx, structure, measure, org_unit)? {
        Some(computed) => computed.shown(structure, measure, (org_unit, few, baselines), today),
        None => Shown::new(structure, measure, org_unit, Vec::new(), baselines, today),
    })
}

/// An org unit's own values, and what is put together of those below it where anything is.
type OwnAndBelow = (Vec<Outcome>, Option<Arc<RolledUp>>);

fn put_together(
    structure: &Structure,
    measure: &Measure,
    (org_unit, few, (own, rolled), mut baselines): (OrgUnitId, &Few, OwnAndBelow, Vec<Baseline>),
    today: Date,
) -> Shown {
    let said: BTreeSet<Period> = own.iter().map(|one| one.period).collect();
    let last = said.last().copied();
    let is_last = |period: &Period| last.is_none_or(|last| last < *period);
    let coverage = rolled.as_ref().and_then(|rolled| rolled.coverage());
    let coverage = coverage.filter(|(period, _)| is_last(period)).map(|(_, coverage)| coverage);
    let behind = rolled.iter().flat_map(|rolled| rolled.behind());
    let regrouped = begins_anew(measure.over_organisation, &own, behind, &mut baselines);
    let outcomes = match rolled {
        Some(rolled) => with_rolled(own, rolled.outcomes()),
        None => own,
    };
    let of = (outcomes, baselines);
    let shown = Shown::without_few(structure, measure, (org_unit, few), of, today);
    Shown { coverage, regrouped, own: said, ..shown }.held_back()
}
