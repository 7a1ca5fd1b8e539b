//! A computed value that rests on fewer org units than its parts do: where both those that are counted and
//! those that are left out hold something hidden, the value would take them apart.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use domain::elements::Structure;
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::Measure;
use domain::measures::formula::Reach;
use domain::organisation::Organisation;
use domain::periods::Period;

use super::kept::OfMeasure;
use crate::cx::Cx;
use crate::measures::computed::{Recipe, Telling, cell, telling_of};
use crate::measures::spread::Spread;
use crate::measures::store;
use crate::web::error::AppError;

/// What a computed measure rests on, where something of that is hidden.
pub(super) struct Apart {
    recipe: Recipe,
    leaves: Vec<(Arc<Spread>, Option<Arc<OfMeasure>>)>,
    organisation: Arc<Organisation>,
    telling: RefCell<BTreeMap<OrgUnitId, Rc<Vec<Telling>>>>,
}

impl Apart {
    /// What some computed measures rest on, those left out of which nothing is hidden.
    pub(super) fn of_some<'m>(
        cx: &mut Cx<'_, '_>,
        structure: &Structure,
        measures: impl Iterator<Item = &'m Arc<Measure>>,
        hidden: &BTreeMap<ElementId, Arc<OfMeasure>>,
    ) -> Result<BTreeMap<ElementId, Self>, AppError> {
        let hides = |leaf| hidden.get(&leaf).is_some_and(|of| of.places().next().is_some());
        let recipe = |measure: &'m Arc<Measure>| {
            let recipe = Recipe::of(structure, measure)?;
            let is_apart = recipe.leaves().count() > 1 && recipe.leaves().any(hides);
            is_apart.then_some((measure.id, recipe))
        };
        let recipes: Vec<(ElementId, Recipe)> = measures.filter_map(recipe).collect();
        if recipes.is_empty() {
            return Ok(BTreeMap::new());
        }
        let ids: Vec<ElementId> = recipes.iter().flat_map(|(_, recipe)| recipe.leaves()).collect();
        let revisions = store::values_revisions(cx.tx, &ids)?;
        let at = |leaf: ElementId| revisions.get(&leaf).copied().unwrap_or(0);
        Spread::warm(cx, ids.into_iter().map(|leaf| (leaf, at(leaf))))?;
        let mut all = BTreeMap::new();
        for (id, recipe) in recipes {
            let leaves = recipe.leaves().map(|leaf| {
                Ok::<_, AppError>((Spread::of(cx, leaf, at(leaf))?, hidden.get(&leaf).cloned()))
            });
            let leaves = leaves.collect::<Result<_, _>>()?;
            let organisation = Arc::clone(&structure.organisation);
            let telling = RefCell::default();
            all.insert(id, Self { recipe, leaves, organisation, telling });
        }
        Ok(all)
    }

    /// Whether the value of an org unit would take apart what is hidden together.
    pub(super) fn tells(&self, org_unit: OrgUnitId, period: Period) -> bool {
        let hidden = |of: &Arc<OfMeasure>| of.is_hidden_below(&self.organisation, org_unit, period);
        if !self.leaves.iter().any(|(_, of)| of.as_ref().is_some_and(hidden)) {
            return false;
        }
        let telling = self.telling(org_unit);
        let known = |leaf: usize, unit, period| {
            let both = self.leaves.get(leaf).zip(telling.get(leaf));
            let said = both.map(|((spread, _), telling)| cell(spread, telling, unit, period));
            said.unwrap_or(domain::measures::formula::Cell::Never)
        };
        let mut units: Vec<OrgUnitId> = telling.iter().flat_map(Telling::keys).copied().collect();
        units.sort_unstable();
        units.dedup();
        units.retain(|unit| *unit != org_unit);
        let reach = self.recipe.reach((org_unit, &units), period, &known);
        self.leaves.iter().zip(reach).any(|((_, of), reach)| {
            let Some(of) = of else { return false };
            let Reach { counted, left_out } = reach;
            let hides = |places: Vec<usize>| {
                let mut units = places.into_iter().filter_map(|place| units.get(place));
                units.any(|unit| of.hides((*unit, "", period)))
            };
            hides(counted) && hides(left_out)
        })
    }

    fn telling(&self, org_unit: OrgUnitId) -> Rc<Vec<Telling>> {
        let made = || {
            let of =
                |(spread, _): &(Arc<Spread>, _)| telling_of(spread, &self.organisation, org_unit);
            Rc::new(self.leaves.iter().map(of).collect())
        };
        Rc::clone(self.telling.borrow_mut().entry(org_unit).or_insert_with(made))
    }
}
