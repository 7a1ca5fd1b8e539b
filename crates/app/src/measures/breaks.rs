//! Breaks that stand in a series though nobody has said them of it: those of what it is computed from, and
//! where other org units stand behind it than before.

use std::collections::BTreeMap;

use domain::elements::Structure;
use domain::ids::ElementId;
use domain::measures::{Baseline, BreakKind, Measure, Outcome, Reporters, reporters_changed};
use domain::periods::Period;

use super::computed::Recipe;

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
/// when. What an org unit has said itself rests on nobody else.
pub(super) fn begins_anew(
    measure: &Measure,
    own: &[Outcome],
    behind: impl DoubleEndedIterator<Item = (Period, Reporters)>,
    baselines: &mut Vec<Baseline>,
) -> Option<Period> {
    let is_own = |period: Period| own.iter().any(|one| one.period == period);
    let behind = behind.filter(|(period, _)| !is_own(*period));
    let from = reporters_changed(measure.over_organisation, behind)?;
    let (kind, reason) = (BreakKind::Method, FOUND.to_owned());
    baselines.push(Baseline { kind, from, locked: None, reason });
    Some(from)
}
