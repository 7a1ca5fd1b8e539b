//! Which rows a table has: the measures of an org unit, or the org units of a measure.

use std::collections::BTreeSet;

use domain::access::Action;
use domain::elements::{Element, Structure};
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::Measure;
use domain::steering::Role;
use domain::swedish_order::sort_key;

use super::store;
use crate::cx::Cx;
use crate::measures::store::{org_units_with_values, undecided_wordings};
use crate::web::error::{Answer, OrNotFound};

/// Rows to a page: a table with more is no longer looked over, and takes long to send.
pub(super) const PAGE_ROWS: usize = 50;

/// What the rows of a table have in common.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum View {
    /// The measures of an org unit.
    OrgUnit(OrgUnitId),
    /// The org units of a measure.
    Measure(ElementId),
    /// One measure of one org unit, where the screen is narrow.
    Row(ElementId, OrgUnitId),
}

/// Which row it is.
pub(super) type RowKey = (ElementId, OrgUnitId);

impl View {
    /// The view asked for, when the visitor may write in it; an org unit where they work when
    /// nothing is asked.
    pub(super) fn asked(cx: &Cx<'_, '_>) -> Answer<Self> {
        let query = if cx.req.form.has("ar") { &cx.req.form } else { &cx.req.query };
        let asked = query.text("enhet");
        let measure = if query.text("matt").is_empty() {
            None
        } else {
            let id: ElementId = query.parsed("matt").or_not_found()?;
            cx.find_visible(&cx.structure, id)?;
            cx.structure.measure(id).or_not_found()?;
            Some(id)
        };
        if let (Some(measure), true) = (measure, asked.is_empty()) {
            return Ok(Self::Measure(measure));
        }
        let org_unit: OrgUnitId =
            if asked.is_empty() { first_of(cx) } else { asked.parse().ok() }.or_not_found()?;
        cx.structure.organisation.get(org_unit).or_not_found()?;
        cx.may(Action::RecordOutcome, org_unit)?;
        Ok(measure.map_or(Self::OrgUnit(org_unit), |measure| Self::Row(measure, org_unit)))
    }

    /// Whether a row may stand in the view.
    pub(super) fn holds(self, row: RowKey) -> bool {
        match self {
            Self::OrgUnit(org_unit) => row.1 == org_unit,
            Self::Measure(measure) => row.0 == measure,
            Self::Row(measure, org_unit) => row == (measure, org_unit),
        }
    }

    /// The part of an address that tells the view.
    pub(super) fn query(self) -> String {
        match self {
            Self::OrgUnit(id) => format!("enhet={id}"),
            Self::Measure(id) => format!("matt={id}"),
            Self::Row(measure, org_unit) => format!("enhet={org_unit}&matt={measure}"),
        }
    }

    /// All rows, those of short periods first.
    pub(super) fn rows(self, cx: &mut Cx<'_, '_>) -> Answer<Vec<RowKey>> {
        let undecided = undecided_wordings(cx.tx)?;
        let mut rows = self.all_rows(cx)?;
        rows.retain(|(measure, _)| !undecided.contains(measure));
        Ok(rows)
    }

    fn all_rows(self, cx: &mut Cx<'_, '_>) -> Answer<Vec<RowKey>> {
        match self {
            Self::OrgUnit(org_unit) => {
                let measures = measures_of(cx, org_unit)?;
                Ok(measures.into_iter().map(|measure| (measure, org_unit)).collect())
            }
            Self::Measure(measure) => {
                let org_units = org_units_of(cx, measure)?;
                Ok(org_units.into_iter().map(|org_unit| (measure, org_unit)).collect())
            }
            Self::Row(measure, org_unit) => {
                let row = recorded(cx, &cx.structure, measure).map(|_| (measure, org_unit));
                Ok(row.into_iter().collect())
            }
        }
    }
}

/// Where the visitor works, else the first place where they may record values.
fn first_of(cx: &Cx<'_, '_>) -> Option<OrgUnitId> {
    let person = cx.visit.person.as_ref()?;
    let granted = person.grants.iter().map(|grant| grant.org_unit);
    let mut places = person.home().into_iter().chain(granted);
    places.find(|org_unit| cx.can(Action::RecordOutcome, *org_unit))
}

/// A measure that values are still recorded for.
pub(super) fn recorded<'s>(
    cx: &Cx<'_, '_>,
    structure: &'s Structure,
    id: ElementId,
) -> Option<(&'s Element, &'s Measure)> {
    let element = structure.element(id)?;
    let measure = structure.measure(id)?;
    let takes_values = element.is_current() && measure.formula.is_none();
    (takes_values && cx.may_see(element)).then_some((element, measure))
}

/// The measures of an org unit: those it has values of, owns, or has goals that rest on.
fn measures_of(cx: &mut Cx<'_, '_>, org_unit: OrgUnitId) -> Answer<Vec<ElementId>> {
    let structure = cx.structure.clone();
    let mut found: BTreeSet<ElementId> =
        store::measures_with_values(cx.tx, org_unit)?.into_iter().collect();
    for element in structure.owned_by(org_unit) {
        if element.role == Role::Measure {
            found.insert(element.id);
        }
        found.extend(structure.measures_of(element.id).into_iter().map(|(one, _)| one.id));
    }
    let mut rows: Vec<(&Element, &Measure)> =
        found.into_iter().filter_map(|id| recorded(cx, &structure, id)).collect();
    rows.sort_by_cached_key(|(element, measure)| (measure.frequency, sort_key(&element.title)));
    Ok(rows.into_iter().map(|(element, _)| element.id).collect())
}

/// The org units of a measure where the visitor may record values: those that have some, and its owner.
fn org_units_of(cx: &mut Cx<'_, '_>, measure: ElementId) -> Answer<Vec<OrgUnitId>> {
    let structure = cx.structure.clone();
    let Some((element, _)) = recorded(cx, &structure, measure) else { return Ok(Vec::new()) };
    let mut found: BTreeSet<OrgUnitId> =
        org_units_with_values(cx.tx, measure)?.into_iter().collect();
    found.insert(element.owner);
    let organisation = &structure.organisation;
    let today = cx.today();
    let mut rows: Vec<OrgUnitId> = found
        .into_iter()
        .filter(|id| organisation.get(*id).is_some_and(|unit| unit.is_valid_on(today)))
        .filter(|id| cx.can(Action::RecordOutcome, *id))
        .collect();
    rows.sort_by_cached_key(|id| sort_key(organisation.name(*id)));
    Ok(rows)
}
