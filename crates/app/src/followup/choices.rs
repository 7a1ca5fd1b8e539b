//! What a part lets one choose. What the page does not offer is refused, whoever sends it.

use domain::elements::Structure;
use domain::followup::PartKind;
use domain::fulfilment::Fulfilment;
use domain::ids::{ElementId, OrgUnitId};
use domain::steering::Role;

use super::store::{self, Part};
use crate::cx::Cx;
use crate::web::error::AppError;

/// The levels a person chooses among.
pub(super) const LEVELS: [Fulfilment; 4] =
    [Fulfilment::Achieved, Fulfilment::Partly, Fulfilment::NotAchieved, Fulfilment::CannotTell];

/// The level that a text says: `Ok(None)` for none chosen, `Err` for one that the page has not.
pub(super) fn level(text: &str) -> Result<Option<Fulfilment>, ()> {
    match text {
        "" => Ok(None),
        _ => LEVELS.into_iter().find(|level| level.code() == text).map(Some).ok_or(()),
    }
}

/// The causes that the part's page offers.
pub(super) fn causes(cx: &mut Cx<'_, '_>, part: &Part) -> Result<Vec<String>, AppError> {
    match part.subject {
        Some(id) if part.kind == PartKind::Measure && !part.needs.is_empty() => {
            Ok(store::causes_of(cx.tx, id)?)
        }
        _ => Ok(Vec::new()),
    }
}

/// Whether each cause is offered, or kept since it was.
pub(super) fn are_causes(offered: &[String], part: &Part, chosen: &[String]) -> bool {
    chosen.iter().all(|one| offered.contains(one) || part.causes.contains(one))
}

/// Whether each is an activity of the org unit, or kept since it was.
pub(super) fn are_remedies(
    structure: &Structure,
    org_unit: OrgUnitId,
    kept: &[ElementId],
    chosen: &[ElementId],
) -> bool {
    let own = |id: &ElementId| {
        structure
            .element(*id)
            .is_some_and(|one| one.role == Role::Activity && one.owner == org_unit)
    };
    chosen.iter().all(|id| kept.contains(id) || own(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_one_of_the_four_or_none() {
        assert_eq!(level(""), Ok(None));
        assert_eq!(level("partly"), Ok(Some(Fulfilment::Partly)));
        for text in ["not_assessed", "kanske", "Partly"] {
            assert_eq!(level(text), Err(()), "{text}");
        }
    }
}
