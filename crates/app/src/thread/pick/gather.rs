//! The elements that a column may show, in the order it would show them. Only as many are gathered
//! as the page can come to show; the rest are counted.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use domain::elements::Element;
use domain::ids::ElementId;
use domain::steering::Role;

use super::fold::{Candidate, FOLDED};
use super::{Loom, Ranks, UNFOLDED, parents_on_map};

/// Candidates of a folded column: many more than it shows, so that every parent gets its turn.
const ROOM: usize = 64;

/// The candidates of a column.
pub(super) struct Pool<'a> {
    /// The first of them, in order.
    pub(super) first: Vec<Candidate<'a>>,
    /// How many there are.
    pub(super) count: usize,
    /// How many of those are of the column's main types.
    pub(super) mains: usize,
}

impl<'a> Loom<'a> {
    /// How many candidates the page can come to need of a column.
    fn room(&self, at: usize) -> usize {
        match self.view.whole_column {
            Some(unfolded) if unfolded == at => self.view.page.saturating_mul(UNFOLDED),
            Some(unfolded) if unfolded > at => usize::MAX,
            _ if self.is_wide() => ROOM,
            _ => usize::MAX,
        }
    }

    /// How many of those one parent can give: more than the column shows never get a card.
    fn share(&self, at: usize) -> usize {
        if self.room(at) == ROOM { FOLDED } else { usize::MAX }
    }

    /// The first two columns show the whole municipality.
    pub(super) fn whole(&self, at: usize, path: &BTreeSet<ElementId>, ranks: &Ranks) -> Pool<'a> {
        let tier = self.tier(at);
        let candidate = |element: &'a Arc<Element>| Candidate {
            element,
            key: self.key(at, element, ranks),
            on: path.contains(&element.id) || self.is_below_focus(at, element),
            must: path.contains(&element.id),
        };
        let fits = |found: &Candidate<'a>| found.must || self.passes(found.element, tier);
        let mut first: Vec<_> = self.of_types(self.mains(at)).map(candidate).filter(fits).collect();
        let mains = first.len();
        let others = self.of_types(self.others(at)).map(candidate);
        first.extend(others.filter(|found| found.on).filter(fits));
        let leads = |found: &Candidate<'_>| {
            if at < 2 { self.is_after_focus(at) && found.on } else { found.must }
        };
        first.sort_by_key(|found| (!leads(found), found.key));
        Pool { count: first.len(), first, mains }
    }

    fn is_below_focus(&self, at: usize, element: &Element) -> bool {
        let Some(focus) = self.focus else { return false };
        let may_be = self.focus_place().is_some_and(|place| at >= place);
        may_be && self.structure.above(element.id).contains(&focus.id)
    }

    /// To the right of the focus stands what its thread leads to: what hangs on the nearest column
    /// first, parent by parent.
    pub(super) fn below(&self, at: usize, pools: &[Pool<'a>]) -> Pool<'a> {
        let (Some(focus), Some(place)) = (self.focus, self.focus_place()) else {
            return Pool { first: Vec::new(), count: 0, mains: 0 };
        };
        let mut starts = Found::new(self, place);
        starts.under(focus, (0, 0));
        starts.nested();
        let mut found = Found::new(self, at);
        for from in (place + 1..at).rev() {
            let parents = pools.get(from).map_or(&[][..], |pool| pool.first.as_slice());
            for (order, parent) in parents.iter().enumerate() {
                found.under(parent.element, (at - from, order));
            }
        }
        let starts = starts.first.iter().map(|one| one.element);
        for (order, parent) in std::iter::once(focus).chain(starts).enumerate() {
            found.under(parent, (at - place, order));
        }
        found.nested();
        let first = found.first;
        if !self.is_wide() {
            let is_main = |one: &&Candidate<'_>| self.mains(at).contains(&one.element.element_type);
            return Pool { count: first.len(), mains: first.iter().filter(is_main).count(), first };
        }
        let mains = self.count_below(focus, self.mains(at));
        Pool { first, count: mains + self.count_below(focus, self.others(at)), mains }
    }

    /// Beside the focus and what it hangs on stands what hangs on the same parents.
    pub(super) fn beside(&self, at: usize, path: &BTreeSet<ElementId>, ranks: &Ranks) -> Pool<'a> {
        let here = |found: &&'a Arc<Element>| self.columns.place(&found.element_type) == Some(at);
        let on_path: Vec<&'a Arc<Element>> =
            path.iter().filter_map(|id| self.structure.element(*id)).filter(here).collect();
        let mut pool = Pool { first: Vec::new(), count: 0, mains: 0 };
        let mut seen = HashSet::new();
        let is_main = |element: &Element| self.mains(at).contains(&element.element_type);
        for element in &on_path {
            seen.insert(element.id);
            let key = self.key(at, element, ranks);
            pool.first.push(Candidate { element, key, on: true, must: true });
            pool.count += 1;
            pool.mains += usize::from(is_main(element));
        }
        let room = self.room(at);
        let tier = self.tier(at);
        for parent in on_path.iter().flat_map(|element| self.structure.parents(element.id)) {
            for (_, found, siblings) in self.structure.families(parent.id) {
                if self.columns.place(found) != Some(at) {
                    continue;
                }
                let main = self.mains(at).contains(found);
                for element in siblings.iter() {
                    if !self.passes(element, tier) || !seen.insert(element.id) {
                        continue;
                    }
                    pool.count += 1;
                    pool.mains += usize::from(main);
                    if pool.first.len() < room {
                        let key = self.key(at, element, ranks);
                        pool.first.push(Candidate { element, key, on: false, must: false });
                    }
                }
            }
        }
        pool.first.sort_by_key(|found| (!found.must, found.key));
        pool
    }

    /// How far back the nearest parent stands, and where.
    fn key(&self, at: usize, element: &Element, ranks: &Ranks) -> (usize, usize) {
        let parents = parents_on_map(self.structure, self.columns, element.id);
        let ranks = parents.into_iter().filter_map(|parent| ranks.get(&parent.id));
        ranks.map(|(column, order)| (at - column, *order)).min().unwrap_or((usize::MAX, usize::MAX))
    }
}

/// What is found below parents one after the other.
struct Found<'l, 'a> {
    loom: &'l Loom<'a>,
    at: usize,
    seen: HashSet<ElementId>,
    first: Vec<Candidate<'a>>,
}

impl<'l, 'a> Found<'l, 'a> {
    fn new(loom: &'l Loom<'a>, at: usize) -> Self {
        Self { loom, at, seen: HashSet::new(), first: Vec::new() }
    }

    /// What stands in the same column as what it hangs on.
    fn nested(&mut self) {
        let mut order = 0;
        while let Some(parent) = self.first.get(order) {
            self.under(parent.element, (0, order));
            order += 1;
        }
    }

    /// What hangs on a parent and stands in the column; what has no place is passed through.
    fn under(&mut self, parent: &Element, key: (usize, usize)) {
        let (loom, tier) = (self.loom, self.loom.tier(self.at));
        let share = self.first.len().saturating_add(loom.share(self.at));
        let room = loom.room(self.at).min(share);
        let mut left = vec![parent.id];
        while let Some(id) = left.pop() {
            for (role, found, siblings) in loom.structure.families(id) {
                if self.first.len() >= room {
                    return;
                }
                match loom.columns.place(found) {
                    Some(place) if place == self.at => {
                        for element in siblings.iter() {
                            if self.first.len() < room
                                && loom.passes(element, tier)
                                && self.seen.insert(element.id)
                            {
                                self.first.push(Candidate { element, key, on: true, must: false });
                            }
                        }
                    }
                    None if role != Role::Measure => {
                        left.extend(siblings.iter().map(|element| element.id));
                    }
                    _ => {}
                }
            }
        }
    }
}
