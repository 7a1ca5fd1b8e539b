//! Which elements the map shows: the thread that is followed and, where there is room, some of
//! what stands beside it. Pure: the picture of the municipality in, cards out.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::elements::{Element, Structure};
use domain::ids::{ElementId, OrgUnitId};
use domain::organisation::{OrgLevelKind, Organisation};
use domain::steering::TypeId;

use super::columns::{Columns, Tier, tier_of};
use super::view::{Provision, View};

/// Cards in a column that is not unfolded.
const FOLDED: usize = 7;
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

/// A candidate with its place in the order: how far back its parent stands, and where.
#[derive(Clone, Copy)]
struct Candidate<'a> {
    element: &'a Arc<Element>,
    key: (usize, usize),
    on: bool,
    must: bool,
}

/// The committee, board or company that an org unit belongs to.
pub(super) fn committee_of(organisation: &Organisation, owner: OrgUnitId) -> Option<OrgUnitId> {
    std::iter::once(owner)
        .chain(organisation.ancestors(owner))
        .find(|id| organisation.get(*id).is_some_and(|unit| tier_of(unit.kind) == Tier::Committee))
}

/// The parents that have a place on the map; what has none is passed through.
pub(super) fn parents_on_map<'a>(
    structure: &'a Structure,
    columns: &Columns,
    id: ElementId,
) -> Vec<&'a Arc<Element>> {
    let mut found: Vec<&Arc<Element>> = Vec::new();
    for parent in structure.parents(id) {
        if columns.place(&parent.element_type).is_some() {
            found.push(parent);
        } else {
            found.extend(parents_on_map(structure, columns, parent.id));
        }
    }
    found
}

impl<'a> Loom<'a> {
    /// Picks the cards of every column.
    pub(super) fn pick(&self) -> Vec<PickedColumn<'a>> {
        let path = self.path();
        let below = self.focus.map(|focus| self.structure.below(focus.id)).unwrap_or_default();
        let mut ranks: BTreeMap<ElementId, (usize, usize)> = BTreeMap::new();
        let mut picked: Vec<PickedColumn<'a>> = Vec::new();
        let mut shown: BTreeSet<ElementId> = BTreeSet::new();
        for at in 0..self.columns.columns.len() {
            let mut all = self.candidates(at, &path, &below);
            for candidate in &mut all {
                candidate.key = self.key(at, candidate.element, &ranks);
            }
            let first = |found: &Candidate<'_>| if at < 2 { found.on } else { found.must };
            let leads = |found: &Candidate<'_>| (at >= 2 || self.is_after_focus(at)) && first(found);
            all.sort_by_key(|candidate| (!leads(candidate), candidate.key));
            for (order, candidate) in all.iter().enumerate() {
                ranks.insert(candidate.element.id, (at, order));
            }
            let column = self.column(at, &all, &shown);
            shown.extend(column.cards.iter().map(|card| card.element.id));
            picked.push(column);
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

    /// The first two columns show the whole municipality; further right only what the thread
    /// leads to, and beside the focus what hangs on the same parents.
    fn candidates(
        &self,
        at: usize,
        path: &BTreeSet<ElementId>,
        below: &BTreeSet<ElementId>,
    ) -> Vec<Candidate<'a>> {
        let candidate = |element: &'a Arc<Element>| Candidate {
            element,
            key: (0, 0),
            on: path.contains(&element.id) || below.contains(&element.id),
            must: path.contains(&element.id),
        };
        let tier = self.columns.columns.get(at).map_or(Tier::Council, |column| column.tier);
        let fits = |found: &Candidate<'a>| found.must || self.passes(found.element, tier);
        let here = |element: &&'a Arc<Element>| self.columns.place(&element.element_type) == Some(at);
        if at < 2 || self.focus.is_none() {
            let mut all: Vec<_> = self.of_types(at, true).map(candidate).filter(fits).collect();
            all.extend(self.of_types(at, false).map(candidate).filter(|found| found.on).filter(fits));
            return all;
        }
        let near: BTreeSet<ElementId> = if self.is_after_focus(at) {
            below.clone()
        } else {
            self.beside(at, path)
        };
        let found = near.iter().filter_map(|id| self.structure.element(*id)).filter(here);
        let mut all: Vec<_> = found.map(candidate).filter(fits).collect();
        all.sort_by_key(|found| self.order(found.element));
        all
    }

    /// What is on the path in a column, and what hangs on the same parents.
    fn beside(&self, at: usize, path: &BTreeSet<ElementId>) -> BTreeSet<ElementId> {
        let mut near = BTreeSet::new();
        for id in path {
            let Some(element) = self.structure.element(*id) else { continue };
            if self.columns.place(&element.element_type) != Some(at) {
                continue;
            }
            near.insert(*id);
            for parent in self.structure.parents(*id) {
                near.extend(self.structure.children(parent.id).into_iter().map(|child| child.id));
            }
        }
        near
    }

    fn of_types(&self, at: usize, main: bool) -> impl Iterator<Item = &'a Arc<Element>> {
        let column = self.columns.columns.get(at);
        let types: &'a [TypeId] =
            column.map_or(&[], |column| if main { &column.main } else { &column.also });
        types.iter().flat_map(|found| self.structure.of_type(found))
    }

    /// Titles order what hangs on the same parent; numbers come first where there are some.
    fn order(&self, element: &Element) -> (usize, String) {
        let types = self.columns.columns.iter().flat_map(|column| column.main.iter().chain(&column.also));
        let place = types.into_iter().position(|found| *found == element.element_type);
        (place.unwrap_or(usize::MAX), crate::i18n::sort_key(&element.title))
    }

    fn key(
        &self,
        at: usize,
        element: &Element,
        ranks: &BTreeMap<ElementId, (usize, usize)>,
    ) -> (usize, usize) {
        let parents = parents_on_map(self.structure, self.columns, element.id);
        let ranks = parents.into_iter().filter_map(|parent| ranks.get(&parent.id));
        ranks.map(|(column, order)| (at - column, *order)).min().unwrap_or((usize::MAX, usize::MAX))
    }

    /// Whether an element is within the filters.
    fn passes(&self, element: &Element, tier: Tier) -> bool {
        let year = self.view.year;
        let organisation = &self.structure.organisation;
        let in_time = element.starts_on.is_none_or(|day| day.year() <= year)
            && element.ends_on.is_none_or(|day| day.year() >= year);
        let deviates = self.deviating.is_none_or(|some| some.contains(&element.id));
        let of_committee = || {
            tier == Tier::Council
                || self.view.committee.is_none_or(|wanted| {
                    committee_of(organisation, element.owner) == Some(wanted)
                })
        };
        let provider = || organisation.nearest(element.owner, OrgLevelKind::Provider).is_some();
        let performed = || match (tier, self.view.provision) {
            (Tier::Council | Tier::Committee, _) | (_, Provision::All) => true,
            (_, Provision::Own) => !provider(),
            (_, Provision::Providers) => provider(),
        };
        in_time && deviates && of_committee() && performed()
    }

    fn column(
        &self,
        at: usize,
        all: &[Candidate<'a>],
        shown_before: &BTreeSet<ElementId>,
    ) -> PickedColumn<'a> {
        let unfolded = self.view.whole_column == Some(at);
        let chosen: Vec<Candidate<'a>> = if unfolded {
            all.iter().skip((self.view.page - 1) * UNFOLDED).take(UNFOLDED).copied().collect()
        } else {
            fold(all, shown_before, self)
        };
        let on_thread = (at > 1 && self.focus.is_some()).then_some(all.len());
        let tier = self.columns.columns.get(at).map_or(Tier::Council, |column| column.tier);
        let total = match on_thread {
            Some(_) => self.of_types(at, true).filter(|element| self.passes(element, tier)).count(),
            None => all.len(),
        };
        let hidden = all.len() - chosen.len();
        let cards = chosen.into_iter().map(|found| self.card(found, shown_before)).collect();
        PickedColumn { cards, on_thread, total: total.max(on_thread.unwrap_or(0)), hidden }
    }

    fn card(&self, found: Candidate<'a>, shown_before: &BTreeSet<ElementId>) -> Picked<'a> {
        let parents = parents_on_map(self.structure, self.columns, found.element.id);
        let parents: Vec<ElementId> =
            parents.iter().map(|parent| parent.id).filter(|id| shown_before.contains(id)).collect();
        Picked { element: found.element, parents, on: found.on, passes: false }
    }
}

/// The path first, then one from each parent in turn, so that the map is broad before it is deep.
/// In the end the chosen stand in their own order.
fn fold<'a>(all: &[Candidate<'a>], shown: &BTreeSet<ElementId>, loom: &Loom<'_>) -> Vec<Candidate<'a>> {
    if all.len() <= FOLDED {
        return all.to_vec();
    }
    let parent_is_shown = |element: &Element| {
        let parents = parents_on_map(loom.structure, loom.columns, element.id);
        parents.is_empty() || parents.iter().any(|parent| shown.contains(&parent.id))
    };
    let mut turns: BTreeMap<(bool, (usize, usize)), usize> = BTreeMap::new();
    let mut ranked: Vec<(bool, bool, bool, usize, usize)> = Vec::new();
    for (index, found) in all.iter().enumerate() {
        let turn = turns.entry((found.on, found.key)).or_default();
        *turn += 1;
        ranked.push((!found.must, !found.on, !parent_is_shown(found.element), *turn, index));
    }
    // On the path's side of the focus breadth matters more than being on the thread.
    ranked.sort_unstable();
    let mut chosen: Vec<usize> = ranked.into_iter().take(FOLDED).map(|rank| rank.4).collect();
    chosen.sort_unstable();
    chosen.into_iter().filter_map(|index| all.get(index).copied()).collect()
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
