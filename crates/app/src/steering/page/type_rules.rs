//! The soft rules of a type in words.

use domain::steering::TypeRule;

use super::Reader;
use super::types::{level_list, type_word};

/// What a rule says, as a sentence.
pub fn rule_words(reader: Reader<'_>, rule: &TypeRule) -> String {
    let texts = reader.texts;
    match rule {
        TypeRule::MaxPerOwner(most) => texts.steering_rule_max_per_owner(most),
        TypeRule::MaxTotal(most) => texts.steering_rule_max_total(most),
        TypeRule::MustCoverAllParents(None) => texts.steering_rule_cover_all().to_owned(),
        TypeRule::MustCoverAllParents(Some(parent)) => {
            texts.steering_rule_cover(type_word(reader, parent))
        }
        TypeRule::ParentOptional => texts.steering_rule_parent_optional().to_owned(),
        TypeRule::MustHaveMeasure => texts.steering_rule_measure().to_owned(),
        TypeRule::IfUnmeasurableUse(other) => {
            texts.steering_rule_unmeasurable(type_word(reader, other))
        }
        TypeRule::RequiresDecisionRef => texts.steering_rule_decision().to_owned(),
        TypeRule::Variants(variants) => texts.steering_rule_variants(variants.join(", ")),
        TypeRule::InheritsTo(levels) => texts.steering_rule_inherits(level_list(reader, levels)),
        TypeRule::ProposalsAllowed(None) => texts.steering_rule_proposals().to_owned(),
        TypeRule::ProposalsAllowed(Some(level)) => {
            texts.steering_rule_proposals_by(level_list(reader, std::slice::from_ref(level)))
        }
        TypeRule::NotForAssessment => texts.steering_rule_not_assessed().to_owned(),
        TypeRule::ViewOver(types) => {
            let words: Vec<String> = types.iter().map(|id| type_word(reader, id)).collect();
            texts.steering_rule_view(words.join(", "))
        }
    }
}
