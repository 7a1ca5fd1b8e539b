//! Which elements the map shows: the thread that is followed and, where there is room, some of
//! what stands beside it. Pure: the picture of the municipality in, cards out.

mod fold;
mod gather;
#[cfg(test)]
mod tests;
mod within;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::elements::{Element, Structure};
use domain::ids::ElementId;

use super::columns::Columns;
use super::upward::parents_on_map;
use super::view::View;
use fold::{Candidate, fold};
use gather::Pool;

/// Cards on a page of an unfolded column.
pub(super) const UNFOLDED: usize = 200;

/// What the map is made from.
pub(super) struct Loom<'a> {
    pub(super) structure: &'a Structure,
    pub(super) columns: &'a Columns,
    pub(super) view: &'a View,
    pub(super) focus: Option<&'a Arc<Element>>,
    /// What does not go as it should, when only that is wanted.
    pub(super) deviating: Option<&'a BTreeSet<ElementId>>,
}

/// A card with its place on the thread.
#[derive(Debug)]
pub(super) struct Picked<'a> {
    pub(super) element: &'a Arc<Element>,
    /// Shown elements further left that it hangs on.
    pub(super) parents: Vec<ElementId>,
    /// On the thread that is followed.
    pub(super) on: bool,
    /// The thread goes on to the right of it.
    pub(super) passes: bool,
}

/// A column with the cards that are shown.
#[derive(Debug)]
pub(super) struct PickedColumn<'a> {
    pub(super) cards: Vec<Picked<'a>>,
    /// How many are on the thread, when only those are candidates.
    pub(super) on_thread: Option<usize>,
    /// How many there are.
    pub(super) total: usize,
    /// How many of the candidates are not shown.
    pub(super) hidden: usize,
}

/// Where a candidate stands: its column, and its place in the order there.
type Ranks = BTreeMap<ElementId, (usize, usize)>;

impl<'a> Loom<'a> {
    /// Picks the cards of every column.
    pub(super) fn pick(&self) -> Vec<PickedColumn<'a>> {
        let path = self.path();
        let mut ranks = Ranks::new();
        let mut pools: Vec<Pool<'a>> = Vec::new();
        let mut picked: Vec<PickedColumn<'a>> = Vec::new();
        let mut shown: BTreeSet<ElementId> = BTreeSet::new();
        for at in 0..self.columns.columns.len() {
            let pool = if at < 2 || self.focus.is_none() {
                self.whole(at, &path, &ranks)
            } else if self.is_after_focus(at) {
                self.below(at, &pools)
            } else {
                self.beside(at, &path, &ranks)
            };
            for (order, candidate) in pool.first.iter().enumerate() {
                ranks.insert(candidate.element.id, (at, order));
            }
            let column = self.column(at, &pool, &shown);
            shown.extend(column.cards.iter().map(|card| card.element.id));
            picked.push(column);
            pools.push(pool);
        }
        mark_passing(&mut picked);
        picked
    }

    /// The element in focus and everything above it.
    fn path(&self) -> BTreeSet<ElementId> {
        let Some(focus) = self.focus else { return BTreeSet::new() };
        let mut path = self.structure.above(focus.id);
        path.insert(focus.id);
        path
    }

    fn focus_place(&self) -> Option<usize> {
        self.columns.place(&self.focus?.element_type)
    }

    fn is_after_focus(&self, at: usize) -> bool {
        self.focus_place().is_some_and(|place| at > place)
    }

    fn column(
        &self,
        at: usize,
        pool: &Pool<'a>,
        shown_before: &BTreeSet<ElementId>,
    ) -> PickedColumn<'a> {
        let chosen: Vec<Candidate<'a>> = if self.view.whole_column == Some(at) {
            let before = (self.view.page - 1) * UNFOLDED;
            pool.first.iter().skip(before).take(UNFOLDED).copied().collect()
        } else {
            fold(&pool.first, |element| self.parent_is_shown(element, shown_before))
        };
        let on_thread = (at > 1 && self.focus.is_some()).then_some(pool.mains);
        let total = if on_thread.is_some() { self.count_whole(at) } else { pool.mains };
        let hidden = pool.count.saturating_sub(chosen.len());
        let cards = chosen.into_iter().map(|found| self.card(found, shown_before)).collect();
        PickedColumn { cards, on_thread, total: total.max(pool.mains), hidden }
    }

    fn parent_is_shown(&self, element: &Element, shown: &BTreeSet<ElementId>) -> bool {
        let parents = parents_on_map(self.structure, self.columns, element.id);
        parents.is_empty() || parents.iter().any(|parent| shown.contains(&parent.id))
    }

    fn card(&self, found: Candidate<'a>, shown_before: &BTreeSet<ElementId>) -> Picked<'a> {
        let parents = parents_on_map(self.structure, self.columns, found.element.id);
        let parents: Vec<ElementId> =
            parents.iter().map(|parent| parent.id).filter(|id| shown_before.contains(id)).collect();
        Picked { element: found.element, parents, on: found.on, passes: false }
    }
}

/// A card passes the thread on when a card on the thread further right hangs on it.
fn mark_passing(picked: &mut [PickedColumn<'_>]) {
    let carried: BTreeSet<ElementId> = picked
        .iter()
        .flat_map(|column| &column.cards)
        .filter(|card| card.on)
        .flat_map(|card| card.parents.iter().copied())
        .collect();
    for card in picked.iter_mut().flat_map(|column| &mut column.cards) {
        card.passes = card.on && carried.contains(&card.element.id);
    }
}
