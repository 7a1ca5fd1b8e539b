//! What is within the filters when they narrow the thread: the elements one after the other, found
//! from the narrowest end so that nothing walks through the whole municipality.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::elements::{Element, Structure};
use domain::ids::ElementId;
use domain::organisation::OrgLevelKind;
use domain::steering::Role;

use super::columns::Columns;
use super::store;
use super::view::{Answers, Provision, View};
use crate::cx::Cx;
use crate::web::error::AppError;

/// Most elements that are looked for; more are only said to be more.
pub(super) const MOST_FOUND: usize = 2_000;

/// Whether the list of a year holds an element when nothing narrows it.
pub fn is_listed(element: &Element, year: i16) -> bool {
    element.is_current()
        && !matches!(element.role, Role::Measure | Role::External)
        && element.holds_in(year)
}

/// What is looked through.
pub(super) struct Seek<'a> {
    structure: &'a Structure,
    columns: &'a Columns,
    view: &'a View,
    deviating: Option<BTreeSet<ElementId>>,
    of_person: Option<Vec<ElementId>>,
    tagged: Option<BTreeSet<ElementId>>,
}

type Seeds<'a> = Box<dyn Iterator<Item = &'a Arc<Element>> + 'a>;

impl<'a> Seek<'a> {
    /// Reads what the picture does not hold: what deviates, and what a person answers for.
    pub(super) fn new(
        cx: &mut Cx<'_, '_>,
        structure: &'a Structure,
        columns: &'a Columns,
        view: &'a View,
    ) -> Result<Self, AppError> {
        let deviating = if view.deviating { Some(store::deviating(cx.tx)?) } else { None };
        let of_person = match view.responsible {
            Some(Answers::Person(person)) => Some(store::of_person(cx.tx, person)?),
            _ => None,
        };
        let tagged = match &view.tag {
            Some(tag) => Some(crate::frameworks::tagged(cx, tag)?.into_iter().collect()),
            None => None,
        };
        Ok(Self { structure, columns, view, deviating, of_person, tagged })
    }

    /// What is found, in the thread's order; one more than [`MOST_FOUND`] when there is more.
    pub(super) fn found(&self) -> Vec<&'a Arc<Element>> {
        let mut found: Vec<&Arc<Element>> =
            self.seeds().filter(|element| self.fits(element)).take(MOST_FOUND + 1).collect();
        let place = |element: &Element| self.columns.place(&element.element_type);
        found.sort_by(|one, other| {
            let places = place(one).unwrap_or(usize::MAX).cmp(&place(other).unwrap_or(usize::MAX));
            places.then_with(|| self.structure.order(one, other))
        });
        found
    }

    /// Where the search begins: at the narrowest of what is asked for.
    fn seeds(&self) -> Seeds<'a> {
        let (structure, view) = (self.structure, self.view);
        let known = |ids: Vec<ElementId>| {
            Box::new(ids.into_iter().filter_map(move |id| structure.element(id))) as Seeds<'a>
        };
        if let Some(focus) = view.focus.filter(|_| view.directly) {
            let headings = structure.children_with(focus, Role::Grouping).into_iter();
            let parents: Vec<ElementId> =
                std::iter::once(focus).chain(headings.map(|one| one.id)).collect();
            let goals =
                move |parent: ElementId| structure.children_with(parent, Role::Goal).into_iter();
            return Box::new(parents.into_iter().flat_map(goals));
        }
        if let Some(ids) = &self.tagged {
            return known(ids.iter().copied().collect());
        }
        if let Some(ids) = &self.of_person {
            return known(ids.clone());
        }
        if let Some(ids) = &self.deviating {
            return known(ids.iter().copied().collect());
        }
        if let Some(top) = view.within {
            let units = structure.organisation.subtree(top).into_iter();
            return Box::new(units.flat_map(move |unit| structure.owned_by(unit)));
        }
        if let Some(found) = &view.element_type {
            return Box::new(structure.of_type(found));
        }
        if view.state.is_some_and(|state| state.code() == "draft" || state.code() == "proposed") {
            let owners: Vec<_> = structure.owners_of_drafts().collect();
            return Box::new(owners.into_iter().flat_map(move |unit| structure.owned_by(unit)));
        }
        if let Some(focus) = view.focus {
            return known(structure.below(focus).into_iter().collect());
        }
        let types = structure.model.element_types.iter();
        Box::new(types.flat_map(move |found| structure.of_type(&found.id)))
    }

    fn fits(&self, element: &Element) -> bool {
        is_listed(element, self.view.year)
            && self.view.is_such(element)
            && self.deviating.as_ref().is_none_or(|some| some.contains(&element.id))
            && self.tagged.as_ref().is_none_or(|some| some.contains(&element.id))
            && self.is_whose(element)
            && self.view.focus.is_none_or(|focus| self.structure.above(element.id).contains(&focus))
    }

    fn is_whose(&self, element: &Element) -> bool {
        let organisation = &self.structure.organisation;
        let provider = || organisation.nearest(element.owner, OrgLevelKind::Provider).is_some();
        self.view.within.is_none_or(|top| organisation.is_within(element.owner, top))
            && match self.view.provision {
                Provision::All => true,
                Provision::Own => !provider(),
                Provision::Providers => provider(),
            }
    }
}
