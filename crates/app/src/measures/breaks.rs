//! Breaks that stand in a series though nobody has said them of it: those of what it is computed from, and
//! where other org units stand behind it than before.

use std::collections::BTreeMap;

use domain::elements::Structure;
use domain::ids::ElementId;
use domain::measures::{
    Aggregation, Baseline, Behind, BreakKind, Measure, Outcome, reporters_changed,
};
use domain::periods::Period;
use domain::statistics::finding::Finding;

use super::computed::Recipe;
use super::series_of::Shown;

/// The breaks of a computed measure: its own, and where the method of one of its parts changed.
pub(super) fn breaks_of_computed(
    structure: &Structure,
    measure: &Measure,
    breaks: &BTreeMap<ElementId, Vec<Baseline>>,
) -> Vec<Baseline> {
    let own = breaks.get(&measure.id).into_iter().flatten();
    let recipe = Recipe::of(structure, measure);
    let leaves: Vec<ElementId> = recipe.iter().flat_map(Recipe::leaves).collect();
    let of_leaves = leaves.iter().filter_map(|leaf| breaks.get(leaf)).flatten();
    let methods = of_leaves.filter(|one| one.kind == BreakKind::Method);
    own.chain(methods).cloned().collect()
}

/// Stands for the reason of a break that nobody has said; what is shown is told in words.
pub(super) const FOUND: &str = "reporters";

/// Lets comparison begin anew where what is put together rests on other org units than before; tells of
/// when. `by` is what the values are over org units. What an org unit has said itself rests on nobody else.
pub(super) fn begins_anew(
    by: Aggregation,
    own: &[Outcome],
    behind: impl Iterator<Item = Behind>,
    baselines: &mut Vec<Baseline>,
) -> Option<Period> {
    let is_own = |period: Period| own.iter().any(|one| one.period == period);
    let behind: Vec<Behind> = behind.filter(|one| !is_own(one.period)).collect();
    let from = reporters_changed(by, &behind)?;
    let (kind, reason) = (BreakKind::Method, FOUND.to_owned());
    baselines.push(Baseline { kind, from, locked: None, reason });
    Some(from)
}

impl Shown {
    /// Whether a break is found, and said by nobody.
    pub fn is_found(&self, baseline: &Baseline) -> bool {
        self.regrouped == Some(baseline.from) && baseline.reason == FOUND
    }

    /// Whether the latest value lacks org units which have reported before, and that are worth something.
    pub fn is_unfinished(&self) -> bool {
        let latest = self.series.latest().map(|(place, _)| place.period);
        let lacks = self.coverage.is_some_and(|(known, of)| known < of);
        let has_changed = self.regrouped.is_some() && self.regrouped == latest;
        lacks && has_changed
    }

    /// As this, where nothing is said of the target until the latest value is finished.
    pub(crate) fn held_back(mut self) -> Self {
        let is_unfinished = self.is_unfinished();
        if let Some(Finding::Observed(reading)) = &mut self.finding {
            reading.target_met = reading.target_met.filter(|_| !is_unfinished);
        }
        self
    }
}
