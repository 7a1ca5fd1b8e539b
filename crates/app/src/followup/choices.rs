//! What a part lets one choose. What the page does not offer is refused, whoever sends it.

use domain::elements::Structure;
use domain::followup::{AnswerKind, PartKind};
use domain::fulfilment::Fulfilment;
use domain::ids::{ElementId, OrgUnitId};
use domain::steering::{ElementType, Role};

use super::store::{self, Part};
use crate::assessment::{Offered, offered};
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::web::error::AppError;

/// The answers to the question of a part: for a goal the levels of its scale in the steering model.
pub(super) fn levels(texts: Texts, structure: &Structure, part: &Part) -> Vec<Offered> {
    match part.kind {
        PartKind::Goal => offered(texts, &structure.model, type_of(structure, part)),
        PartKind::Question => vec![
            Offered::own(Fulfilment::Achieved, texts.followup_yes()),
            Offered::own(Fulfilment::Partly, texts.followup_partly()),
            Offered::own(Fulfilment::NotAchieved, texts.followup_no()),
        ],
        _ => vec![
            Offered::own(Fulfilment::Achieved, texts.followup_yes()),
            Offered::own(Fulfilment::Partly, texts.followup_partly()),
            Offered::own(Fulfilment::NotAchieved, texts.followup_no()),
            Offered::own(Fulfilment::CannotTell, texts.followup_cannot_tell()),
        ],
    }
}

/// Whether the part is answered with one of the levels.
pub(super) fn is_judged(part: &Part) -> bool {
    let asked = part.asked.as_ref().map(|asked| asked.answer);
    part.kind.is_judged() || (part.kind == PartKind::Question && asked == Some(AnswerKind::YesNo))
}

/// The type of what a part is about.
pub(super) fn type_of<'s>(structure: &'s Structure, part: &Part) -> Option<&'s ElementType> {
    let element = structure.element(part.subject?)?;
    structure.model.element_type(&element.element_type)
}

/// The level that a text says: `Ok(None)` for none chosen, `Err` for one that the page has not.
pub(super) fn level(levels: &[Offered], text: &str) -> Result<Option<Offered>, ()> {
    match text {
        "" => Ok(None),
        _ => levels.iter().find(|level| level.value == text).cloned().map(Some).ok_or(()),
    }
}

/// The causes that the part's page offers.
pub(super) fn causes(cx: &mut Cx<'_, '_>, part: &Part) -> Result<Vec<String>, AppError> {
    match part.subject {
        Some(id) if part.kind == PartKind::Measure && part.is_deviation() => {
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
    fn a_level_is_one_of_those_offered_or_none() {
        let some = [
            Offered::own(Fulfilment::Achieved, "Ja"),
            Offered { value: "en_del".to_owned(), ..Offered::own(Fulfilment::Partly, "En del") },
        ];
        assert_eq!(level(&some, ""), Ok(None));
        assert_eq!(level(&some, "en_del"), Ok(Some(some[1].clone())));
        for text in ["not_assessed", "kanske", "partly"] {
            assert_eq!(level(&some, text), Err(()), "{text}");
        }
    }
}
