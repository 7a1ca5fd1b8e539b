//! Choosing the few of a column that stand for the many.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::elements::Element;

/// Cards in a column that is not unfolded.
pub(super) const FOLDED: usize = 7;

/// An element that may get a card, with its place in the order.
#[derive(Clone, Copy)]
pub(super) struct Candidate<'a> {
    pub(super) element: &'a Arc<Element>,
    /// How far back its parent stands, and where.
    pub(super) key: (usize, usize),
    /// On the thread that is followed.
    pub(super) on: bool,
    /// Between the vision and the focus, so never left out.
    pub(super) must: bool,
}

/// The path first, then one from each parent in turn, so that the map is broad before it is deep.
/// In the end the chosen stand in their own order.
pub(super) fn fold<'a>(
    all: &[Candidate<'a>],
    parent_is_shown: impl Fn(&Element) -> bool,
) -> Vec<Candidate<'a>> {
    if all.len() <= FOLDED {
        return all.to_vec();
    }
    let mut turns: BTreeMap<(bool, (usize, usize)), usize> = BTreeMap::new();
    let mut ranked: Vec<(bool, bool, bool, usize, usize)> = Vec::new();
    for (index, found) in all.iter().enumerate() {
        let turn = turns.entry((found.on, found.key)).or_default();
        *turn += 1;
        ranked.push((!found.must, !found.on, !parent_is_shown(found.element), *turn, index));
    }
    ranked.sort_unstable();
    let mut chosen: Vec<usize> = ranked.into_iter().take(FOLDED).map(|rank| rank.4).collect();
    chosen.sort_unstable();
    chosen.into_iter().filter_map(|index| all.get(index).copied()).collect()
}
