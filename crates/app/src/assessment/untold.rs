//! What a rule once proposed is told only where the values that it rested on are: a proposal beside a
//! target gives away about how large a hidden value is.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::Action;
use domain::elements::Structure;
use domain::ids::{ElementId, OrgUnitId};
use domain::steering::Role;
use jiff::civil::Date;

use super::store::Assessment;
use crate::cx::Cx;
use crate::measures::{Few, Shown};
use crate::web::error::AppError;

/// A subject, and the org unit that judged it.
type Place = (ElementId, OrgUnitId);

/// What may not be told of what was proposed of some elements and measures.
#[derive(Default)]
pub struct Untold {
    few: Few,
    behind: BTreeMap<Place, Vec<ElementId>>,
}

/// All measures whose values may ever have been behind what was proposed of an element: which of them
/// its rule looks at, and how, may have been otherwise then.
fn behind(structure: &Structure, id: ElementId) -> Vec<ElementId> {
    if structure.measure(id).is_some() {
        return vec![id];
    }
    let criteria = structure.children_with(id, Role::Criterion).into_iter().map(|one| one.id);
    let of = |id: ElementId| structure.measures_of(id).into_iter().map(|(one, _)| one.id);
    std::iter::once(id).chain(criteria).flat_map(of).collect()
}

impl Untold {
    /// The same for all who read, as what is frozen must be.
    pub fn of_all(
        cx: &mut Cx<'_, '_>,
        structure: &Structure,
        places: impl IntoIterator<Item = Place>,
    ) -> Result<Self, AppError> {
        let places: BTreeSet<Place> = places.into_iter().collect();
        let all = places.into_iter().map(|place| (place, behind(structure, place.0)));
        let behind: BTreeMap<Place, Vec<ElementId>> =
            all.filter(|(_, measures)| !measures.is_empty()).collect();
        if behind.is_empty() {
            return Ok(Self::default());
        }
        let measures: BTreeSet<ElementId> = behind.values().flatten().copied().collect();
        Ok(Self { few: Few::of(cx, &Vec::from_iter(measures))?, behind })
    }

    /// What the visitor may not be told: nothing is kept from those who report for the org unit.
    pub fn of_visitor(
        cx: &mut Cx<'_, '_>,
        structure: &Structure,
        places: impl IntoIterator<Item = Place>,
    ) -> Result<Self, AppError> {
        let reads = |(_, org_unit): &Place| !cx.can(Action::RecordOutcome, *org_unit);
        let places: Vec<Place> = places.into_iter().filter(reads).collect();
        Self::of_all(cx, structure, places)
    }

    /// Whether what was proposed on a day is kept back: a value that the rule may have looked at then
    /// is hidden, or has been.
    pub fn keeps(&self, place: Place, day: Date) -> bool {
        let measures = self.behind.get(&place).into_iter().flatten();
        measures.filter_map(|id| self.few.since(*id, place.1)).any(|since| since <= day)
    }
}

/// Takes away what was proposed of an element where the visitor may not be told. The series say it of
/// the org unit that they are of.
pub(super) fn keep_untold(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    measures: &BTreeMap<ElementId, Shown>,
    judgements: &mut [Assessment],
) -> Result<(), AppError> {
    let is_shown = |id: &ElementId, unit| measures.get(id).is_some_and(|it| it.org_unit == unit);
    let is_known =
        |(element, unit): &Place| behind(structure, *element).iter().all(|id| is_shown(id, *unit));
    let proposed = judgements.iter().filter(|one| one.proposed.is_some());
    let places: BTreeSet<Place> = proposed.map(|one| (one.element, one.org_unit)).collect();
    let asked: Vec<Place> = places.into_iter().filter(|place| !is_known(place)).collect();
    let untold = Untold::of_visitor(cx, structure, asked)?;
    for one in judgements {
        let (place, day) = ((one.element, one.org_unit), cx.app.clock.local(one.at).date());
        let of_unit = measures.values().filter(|shown| shown.org_unit == one.org_unit);
        let is_hidden = of_unit.filter_map(|shown| shown.hidden_since).any(|since| since <= day);
        one.proposed = one.proposed.filter(|_| !is_hidden && !untold.keeps(place, day));
    }
    Ok(())
}
