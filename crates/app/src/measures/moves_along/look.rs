//! Looking at the measures near one, and which of them are told although so many were looked at.

use std::sync::Arc;

use domain::elements::Element;
use domain::ids::{ElementId, OrgUnitId};
use domain::statistics::association::Association;
use domain::statistics::chance::{share_of_chance, worth_telling};

use super::candidates::{associate, candidates};
use crate::cx::Cx;
use crate::measures::show::chosen;
use crate::measures::{Shown, shown_together, store};
use crate::web::error::{Answer, OrNotFound};

/// Measures of the org unit that are asked for.
const MOST_REPORTED: i64 = 60;
/// Of those that are told, about one in twenty is expected to be chance.
const RATE: f64 = 0.05;

/// One measure that was looked at.
pub(super) struct Looked {
    pub(super) element: Arc<Element>,
    pub(super) shown: Shown,
    pub(super) association: Association,
    /// Whether it is told although so many were looked at.
    pub(super) is_told: bool,
}

/// A measure and what was looked at beside it, the strongest first.
pub(super) struct Found {
    pub(super) element: Arc<Element>,
    pub(super) org_unit: OrgUnitId,
    pub(super) own: Shown,
    pub(super) all: Vec<Looked>,
}

/// Looks around the measure of the address.
pub(super) fn find(cx: &mut Cx<'_, '_>) -> Answer<Found> {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let element = cx.find_visible(&structure, id)?.clone();
    structure.measure(id).or_not_found()?;
    let with_values = store::org_units_with_values(cx.tx, id)?;
    let org_unit = chosen(cx, &element, &with_values)?;
    let reported = store::measures_reported_by(cx.tx, org_unit, MOST_REPORTED)?;
    let candidates = candidates(cx, &structure, &element, &reported);
    let asked: Vec<ElementId> = std::iter::once(id).chain(candidates).collect();
    let today = cx.today();
    let mut shown = shown_together(cx, &structure, &asked, org_unit, today)?;
    let own = shown.remove(&id).or_not_found()?;
    let looked: Vec<(Arc<Element>, Shown, Association)> = shown
        .into_iter()
        .filter_map(|(id, shown)| {
            let association = associate(&own.series, &shown.series)?;
            Some((structure.element(id)?.clone(), shown, association))
        })
        .collect();
    let shares: Vec<Option<f64>> = looked
        .iter()
        .map(|(_, _, found)| share_of_chance(found.coefficient?, found.pairs))
        .collect();
    let told = worth_telling(&shares, RATE);
    let mut all: Vec<Looked> = looked
        .into_iter()
        .zip(told)
        .map(|((element, shown, association), is_told)| Looked {
            element,
            shown,
            association,
            is_told,
        })
        .collect();
    let size = |one: &Looked| one.association.coefficient.unwrap_or(0.0).abs();
    all.sort_by(|one, other| size(other).total_cmp(&size(one)));
    Ok(Found { element, org_unit, own, all })
}
