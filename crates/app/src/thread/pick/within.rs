//! What is within the filters, and how much that is.

use std::sync::Arc;

use domain::elements::Element;
use domain::organisation::OrgLevelKind;
use domain::steering::TypeId;

use super::super::columns::{Column, Tier};
use super::super::view::Provision;
use super::Loom;

impl<'a> Loom<'a> {
    pub(super) fn tier(&self, at: usize) -> Tier {
        self.columns.columns.get(at).map_or(Tier::Council, |column| column.tier)
    }

    /// What a column lists and counts.
    pub(super) fn mains(&self, at: usize) -> &'a [TypeId] {
        self.columns.columns.get(at).map_or(&[], |column: &'a Column| &column.main)
    }

    /// What else has its place in a column.
    pub(super) fn others(&self, at: usize) -> &'a [TypeId] {
        self.columns.columns.get(at).map_or(&[], |column: &'a Column| &column.also)
    }

    pub(super) fn of_types(&self, types: &'a [TypeId]) -> impl Iterator<Item = &'a Arc<Element>> {
        types.iter().flat_map(|found| self.structure.of_type(found))
    }

    /// Whether an element is within the filters.
    pub(super) fn passes(&self, element: &Element, tier: Tier) -> bool {
        self.view.is_in_year(element)
            && self.view.is_such(element)
            && self.deviates(element)
            && self.is_whose(element, tier)
    }

    fn deviates(&self, element: &Element) -> bool {
        self.deviating.is_none_or(|some| some.contains(&element.id))
    }

    fn is_whose(&self, element: &Element, tier: Tier) -> bool {
        let organisation = &self.structure.organisation;
        let within = tier == Tier::Council
            || self.view.within.is_none_or(|top| organisation.is_within(element.owner, top));
        let provider = || organisation.nearest(element.owner, OrgLevelKind::Provider).is_some();
        let performed = || match (tier, self.view.provision) {
            (Tier::Council | Tier::Committee, _) | (_, Provision::All) => true,
            (_, Provision::Own) => !provider(),
            (_, Provision::Providers) => provider(),
        };
        within && performed()
    }

    /// Whether nothing but the year narrows what is shown: then all that is counted can be looked
    /// up, and only what has a card need be found.
    pub(super) fn is_wide(&self) -> bool {
        !self.view.narrows()
    }

    /// How many of a column's main types there are within the filters in the whole municipality.
    pub(super) fn count_whole(&self, at: usize) -> usize {
        let types = self.mains(at);
        if self.is_wide() {
            let count = |found| self.structure.count_in_year(found, self.view.year);
            return types.iter().map(count).sum();
        }
        let tier = self.tier(at);
        self.of_types(types).filter(|element| self.passes(element, tier)).count()
    }

    /// How many elements of some types there are below the focus in the year.
    pub(super) fn count_below(&self, focus: &Element, types: &[TypeId]) -> usize {
        let count = |found| self.structure.count_below(focus.id, found, self.view.year);
        types.iter().map(count).sum()
    }
}
