//! Which measures are furthest from their target levels: the order that shows where the gap is wide.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::elements::{Element, Structure};
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::Measure;
use domain::organisation::Organisation;
use domain::periods::Period;
use domain::steering::Role;
use rust_decimal::Decimal;

use super::few::Few;
use super::roll_up::one_period;
use super::spread::Known;
use super::store::{self, Newest};
use crate::cx::Cx;
use crate::web::error::AppError;

/// The latest value of a measure against its target level.
#[derive(Clone, Copy, Debug)]
pub(super) struct Off {
    /// How far short, as a share of the level; zero when the target is met.
    pub share: Decimal,
    /// The value.
    pub value: Decimal,
    /// Its period.
    pub period: Period,
}

/// The latest value of a measure for the org unit that owns it, kept until a value changes.
struct Latest {
    value: Option<(Period, Decimal)>,
    owner: OrgUnitId,
    measure: Arc<Measure>,
    organisation: Arc<Organisation>,
}

/// How far off each measure is that can be compared. Read are only those whose values have changed
/// since somebody looked.
pub(super) fn far_off(cx: &mut Cx<'_, '_>) -> Result<BTreeMap<ElementId, Off>, AppError> {
    let structure = cx.structure.clone();
    let revisions = store::all_values_revisions(cx.tx)?;
    let types = structure.model.types_with_role(Role::Measure);
    let elements = types.flat_map(|found| structure.of_type(&found.id));
    let (mut all, mut cold) = (BTreeMap::new(), BTreeMap::new());
    for element in elements {
        let Some(measure) = structure.measure(element.id) else { continue };
        let Some(revision) = revisions.get(&element.id) else { continue };
        let kept = cx.kept_earlier::<Latest>(*revision, &element.id.bytes());
        let kept = kept.filter(|(at, kept)| {
            at == revision
                && kept.owner == element.owner
                && Arc::ptr_eq(&kept.measure, measure)
                && Arc::ptr_eq(&kept.organisation, &structure.organisation)
        });
        match kept {
            Some((_, kept)) => all.extend(off(&structure, element, kept.value)),
            None => drop(cold.insert(element.id, (element, measure, *revision))),
        }
    }
    let ids: Vec<ElementId> = cold.keys().copied().collect();
    let few = Few::of(cx, &ids)?;
    let mut newest: BTreeMap<ElementId, Vec<Newest>> = BTreeMap::new();
    for one in store::newest_of(cx.tx, cold.keys().copied())? {
        newest.entry(one.measure).or_default().push(one);
    }
    for (id, (element, measure, revision)) in cold {
        let values = newest.remove(&id).unwrap_or_default();
        let value = latest(&structure.organisation, (measure, element.owner), &values);
        // What is about too few tells nobody how far off it is.
        let value = value.filter(|(period, _)| !few.hides(id, (element.owner, "", *period)));
        all.extend(off(&structure, element, value));
        let (measure, organisation) = (measure.clone(), structure.organisation.clone());
        let kept = Latest { value, owner: element.owner, measure, organisation };
        cx.keep(revision, &id.bytes(), kept);
    }
    Ok(all)
}

/// The latest value for an org unit: its own, else of what lies below it and has said something for
/// the latest period.
fn latest(
    organisation: &Organisation,
    (measure, owner): (&Measure, OrgUnitId),
    values: &[Newest],
) -> Option<(Period, Decimal)> {
    let below = measure.over_organisation.across().is_some();
    let told = values.iter().filter(|one| below || one.org_unit == owner);
    let told = told.filter(|one| organisation.is_within(one.org_unit, owner));
    let period = told.clone().map(|one| one.period).max()?;
    let mut of_period: Vec<&Newest> = told.filter(|one| one.period == period).collect();
    let units: BTreeSet<OrgUnitId> = of_period.iter().map(|one| one.org_unit).collect();
    if units.contains(&owner) {
        of_period.retain(|one| one.org_unit == owner);
    }
    of_period
        .retain(|one| organisation.makes_up(one.org_unit, owner, |above| units.contains(&above)));
    let known: Vec<Known> = of_period.iter().map(|one| one.known).collect();
    let (whole, _) = one_period(measure, (owner, period), &known);
    Some((period, whole.value.number()?))
}

fn off(
    structure: &Structure,
    element: &Element,
    latest: Option<(Period, Decimal)>,
) -> Option<(ElementId, Off)> {
    let (period, value) = latest?;
    let share = structure.target(element.id, element.owner, period)?.shortfall(value)?;
    Some((element.id, Off { share, value, period }))
}
