//! Elements to choose among: what something belongs to, or is computed from.

use std::sync::Arc;

use domain::access::{Action, Person};
use domain::elements::{Element, Structure};
use domain::ids::{ElementId, OrgUnitId};
use domain::steering::{ElementType, TypeId};

use super::MOST;
use super::field::{Offered, Wanted};
use super::org_units::reach;
use crate::cx::Cx;
use crate::i18n::sort_key;
use crate::web::ui::Choice;

/// The elements that a field chooses among.
pub struct Pool<'a> {
    /// The picture as the visitor sees it.
    pub structure: &'a Structure,
    /// Of which types.
    pub types: Vec<&'a TypeId>,
    /// Whose stand first, with those above it.
    pub near: Option<OrgUnitId>,
    /// Only those that the visitor plans.
    pub is_planned: bool,
    /// What else must be true; what is so is counted one by one.
    pub fits: Option<&'a dyn Fn(&Element) -> bool>,
}

/// The types that the steering model lets elements of a type hang under.
pub fn parent_types(of_type: &ElementType) -> Vec<&TypeId> {
    let mut types: Vec<&TypeId> = Vec::new();
    for link in &of_type.parents {
        if !types.contains(&&link.parent) {
            types.push(&link.parent);
        }
    }
    types
}

impl Pool<'_> {
    /// What is offered, with the one whose identity is `chosen` chosen.
    pub fn offered(
        &self,
        cx: &Cx<'_, '_>,
        field: &'static str,
        chosen: &str,
        label: impl Fn(&Element) -> String,
    ) -> Offered {
        let chosen: Option<ElementId> = chosen.parse().ok();
        let choice = |one: &&Element| {
            Choice::new(one.id.to_string(), label(one)).chosen(Some(one.id) == chosen)
        };
        let near = self.places(cx);
        let away = |one: &&Element| {
            let place = near.iter().position(|unit| *unit == one.owner);
            (Some(one.id) != chosen, place.unwrap_or(usize::MAX))
        };
        let mut few: Vec<&Element> = self.all(cx).take(MOST + 1).collect();
        if few.len() <= MOST {
            few.sort_by_key(away);
            return Offered::everything(field, few.iter().map(choice).collect());
        }
        let total = self.total(cx);
        let wanted = Wanted::of(cx, field);
        let mut shown: Vec<&Element> = Vec::new();
        if !wanted.is_empty() {
            shown.extend(self.all(cx).filter(|one| wanted.fit(&one.title)));
        }
        let found = shown.len();
        if found == 0 {
            let near = near.iter().flat_map(|unit| self.structure.owned_by(*unit));
            shown.extend(near.map(AsRef::as_ref).filter(|one| self.takes(cx, one)).take(MOST));
            if shown.is_empty() {
                shown = few;
            }
        } else {
            shown.sort_by_cached_key(|one| (away(one), sort_key(&one.title)));
        }
        shown.truncate(MOST);
        let present = chosen.and_then(|id| self.structure.element(id));
        let present = present.map(AsRef::as_ref).filter(|one| self.takes(cx, one));
        if let Some(present) = present.filter(|one| shown.iter().all(|other| other.id != one.id)) {
            shown.push(present);
        }
        shown.sort_by_key(away);
        Offered::some(cx, field, shown.iter().map(choice).collect(), (found, total))
    }

    /// Whose elements are nearest: the owner's, those above it, and the visitor's own.
    fn places(&self, cx: &Cx<'_, '_>) -> Vec<OrgUnitId> {
        let organisation = &self.structure.organisation;
        let home = cx.visit.person.as_deref().and_then(Person::home);
        let chain = |unit: OrgUnitId| std::iter::once(unit).chain(organisation.ancestors(unit));
        let mut places: Vec<OrgUnitId> = Vec::new();
        for unit in self.near.into_iter().chain(home).flat_map(chain) {
            if !places.contains(&unit) {
                places.push(unit);
            }
        }
        places
    }

    fn takes(&self, cx: &Cx<'_, '_>, one: &Element) -> bool {
        self.types.contains(&&one.element_type)
            && one.is_current()
            && cx.may_see(one)
            && (!self.is_planned || cx.can(Action::Plan, one.owner))
            && self.fits.is_none_or(|fits| fits(one))
    }

    /// Everything there is. Who plans a part of the municipality has no need to look through the rest.
    fn all<'s>(&'s self, cx: &'s Cx<'_, '_>) -> Box<dyn Iterator<Item = &'s Element> + 's> {
        let takes = move |one: &&Element| self.takes(cx, one);
        if self.is_planned && !cx.can_everywhere(Action::Plan) {
            let units = reach(cx, Action::Plan).into_iter();
            let owned = units.flat_map(|unit| self.structure.owned_by(unit)).map(AsRef::as_ref);
            return Box::new(owned.filter(takes));
        }
        let of_types = self.types.iter().flat_map(|one| self.structure.of_type(one));
        Box::new(of_types.map(Arc::as_ref).filter(takes))
    }

    /// How many there are: told without looking at each where everybody's are meant.
    fn total(&self, cx: &Cx<'_, '_>) -> usize {
        if self.fits.is_some() || (self.is_planned && !cx.can_everywhere(Action::Plan)) {
            return self.all(cx).count();
        }
        // What is written is weighed against everything; nobody is told how much others draft.
        let seen = if cx.committed { Arc::clone(&cx.structure) } else { cx.seen() };
        self.types.iter().map(|one| seen.count_of_type(one)).sum()
    }
}
