//! The values that are others on the second day than on the first, a page of them at a time: what a
//! page costs does not grow with how much has been put right.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::Action;
use domain::elements::Structure;
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::OutcomeValue;
use domain::periods::Period;

use super::asked::Asked;
use super::store::{self, Changed, Place, Span};
use crate::cx::Cx;
use crate::measures::Few;
use crate::past::end_of;
use crate::web::error::Answer;

/// Changes looked through for one page of one org unit's; for all, about as many as are shown.
const LOOKED_THROUGH: i64 = 5_000;
/// Most times that more are looked through for one page.
const MOST_LOOKS: usize = 4;

/// A value that is another on the second day.
#[derive(Clone, Debug)]
pub(super) struct Correction {
    pub(super) measure: ElementId,
    pub(super) org_unit: OrgUnitId,
    pub(super) period: Period,
    pub(super) before: OutcomeValue,
    pub(super) after: Option<OutcomeValue>,
    /// Whether others made up what stood before.
    pub(super) was_summed: bool,
    /// Why; empty where nobody has said.
    pub(super) reason: String,
}

/// Some corrections, and where the next begin; none when there are no more.
#[derive(Default)]
pub(super) struct Corrections {
    pub(super) shown: Vec<Correction>,
    pub(super) next: Option<Place>,
}

/// The latest corrections that the visitor asks for and may see, at most so many.
pub(super) fn corrections(
    cx: &mut Cx<'_, '_>,
    asked: &Asked,
    structure: &Structure,
    most: usize,
) -> Answer<Corrections> {
    let to = asked.to.map_or(i64::MAX - 1, |day| end_of(&*cx.app.clock, day));
    let after = end_of(&*cx.app.clock, asked.from);
    let span = Span { after, to, measure: asked.element, within: asked.within };
    let mut from = asked.after.clone().unwrap_or_else(|| Place::after(to));
    from.at = from.at.min(to.saturating_add(1));
    let mut found = Corrections::default();
    let few_more = i64::try_from(most).unwrap_or(i64::MAX).saturating_mul(2).saturating_add(1);
    let mut walked = if asked.within.is_some() { LOOKED_THROUGH } else { few_more };
    for _ in 0..MOST_LOOKS {
        let end = store::walked_to(cx.tx, span, &from, walked)?;
        let changed = store::changed_values(cx.tx, span, &from, walked)?;
        for one in told(cx, structure, changed)? {
            if found.shown.len() == most {
                found.next.get_or_insert(from);
                return Ok(found);
            }
            let Changed { place, period, before, after, was_summed, reason, .. } = one;
            let (measure, org_unit) = (place.measure, place.org_unit);
            let one = Correction { measure, org_unit, period, before, after, was_summed, reason };
            found.shown.push(one);
            found.next = Some(place);
        }
        found.next.clone_from(&end);
        let Some(end) = end else { break };
        (from, walked) = (end, LOOKED_THROUGH);
    }
    Ok(found)
}

/// Those that differ, and that the visitor may see.
fn told(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    mut changed: Vec<Changed>,
) -> Answer<Vec<Changed>> {
    changed.retain(|one| {
        // What others made up, and make up again, is no change of a value.
        one.after != Some(one.before)
            && !(one.was_summed && one.after.is_none())
            && structure.measure(one.place.measure).is_some()
            && !cx.is_provider_elsewhere(one.place.org_unit)
    });
    let ids: BTreeSet<ElementId> = changed.iter().map(|one| one.place.measure).collect();
    if ids.is_empty() {
        return Ok(changed);
    }
    let revisions = changed.iter().filter_map(|one| Some((one.place.measure, one.revision?)));
    let revisions: BTreeMap<ElementId, i64> = revisions.collect();
    let few = Few::at(cx, &Vec::from_iter(ids), &revisions)?;
    changed.retain(|one| {
        let (measure, at) = (one.place.measure, (one.place.org_unit, one.period));
        let is_hidden =
            few.hides_past(measure, at) || one.was_summed && few.hides_past_sum(measure, at);
        !is_hidden || cx.can(Action::RecordOutcome, one.place.org_unit)
    });
    Ok(changed)
}

impl Place {
    /// Before everything up to and with an instant.
    fn after(at: i64) -> Self {
        let (measure, org_unit) = (ElementId::from([0; 16]), OrgUnitId::from([0; 16]));
        Self { at: at.saturating_add(1), measure, org_unit, period: String::new(), version: 0 }
    }

    /// Reads what [`Place::code`] wrote.
    pub(super) fn of_code(code: &str) -> Option<Self> {
        let mut parts = code.split('.');
        let place = Self {
            at: parts.next()?.parse().ok()?,
            measure: parts.next()?.parse().ok()?,
            org_unit: parts.next()?.parse().ok()?,
            period: parts.next()?.parse::<Period>().ok()?.to_string(),
            version: parts.next()?.parse().ok()?,
        };
        parts.next().is_none().then_some(place)
    }

    /// As it stands in an address.
    pub(super) fn code(&self) -> String {
        let Self { at, measure, org_unit, period, version } = self;
        format!("{at}.{measure}.{org_unit}.{period}.{version}")
    }
}
