//! Which measures are furthest from their target levels: the order that shows where the gap is wide.

use std::collections::BTreeMap;

use domain::elements::Structure;
use domain::ids::ElementId;
use domain::periods::Period;
use rust_decimal::Decimal;

use super::store;
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

/// The measures whose owners have values of their own, against the targets of a revision.
struct AllOff {
    revision: i64,
    of: BTreeMap<ElementId, Off>,
}

/// How far off each measure is that can be compared; kept until something is reported or planned.
pub(super) fn far_off(cx: &mut Cx<'_, '_>) -> Result<BTreeMap<ElementId, Off>, AppError> {
    let structure = cx.structure.clone();
    let revision = structure.revision;
    let all = cx.kept(
        b"how far off",
        |kept: &AllOff| kept.revision == revision,
        |cx| {
            let latest = store::latest_of_owners(cx.tx)?;
            let of = latest.into_iter().filter_map(|one| compared(&structure, one)).collect();
            Ok(AllOff { revision, of })
        },
    )?;
    let seen = all.of.iter().filter(|(id, _)| structure.element(**id).is_some());
    Ok(seen.map(|(id, off)| (*id, *off)).collect())
}

fn compared(structure: &Structure, latest: store::OfOwner) -> Option<(ElementId, Off)> {
    let store::OfOwner { measure: id, period, value, count } = latest;
    let (element, measure) = structure.element(id).zip(structure.measure(id))?;
    // What is about too few tells nobody how far off it is.
    if count.is_some_and(|count| count < i64::from(measure.least_count)) {
        return None;
    }
    let share = structure.target(id, element.owner, period)?.shortfall(value)?;
    Some((id, Off { share, value, period }))
}
