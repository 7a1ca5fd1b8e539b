//! A decision as running text and facts name it.

use super::Decision;
use crate::i18n::{Texts, date};

/// Body, day and paragraph: `Kommunfullmäktige 17 november 2025 § 112`.
pub fn decision_words(texts: Texts, body: &str, decision: &Decision) -> String {
    let day = date(texts.language, decision.decided_on);
    if decision.paragraph.is_empty() {
        texts.decisions_without_paragraph(body, day)
    } else {
        texts.decisions_with_paragraph(body, day, &decision.paragraph)
    }
}

/// The register number: `dnr KS 2025/0417`; empty where there is none.
pub fn reference_words(texts: Texts, decision: &Decision) -> String {
    if decision.reference.is_empty() {
        String::new()
    } else {
        texts.decisions_reference(&decision.reference)
    }
}

#[cfg(test)]
mod tests {
    use domain::ids::{DecisionId, OrgUnitId};
    use jiff::civil::date;

    use super::*;
    use crate::i18n::Language;

    fn decision(paragraph: &str, reference: &str) -> Decision {
        Decision {
            id: DecisionId::from([1; 16]),
            body: OrgUnitId::from([2; 16]),
            decided_on: date(2025, 11, 17),
            paragraph: paragraph.to_owned(),
            reference: reference.to_owned(),
            version: 1,
        }
    }

    #[test]
    fn a_decision_is_named_by_body_day_and_paragraph() {
        let texts = Texts::from(Language::Swedish);
        let words = decision_words(texts, "Kommunfullmäktige", &decision("112", ""));
        assert_eq!(words, "Kommunfullmäktige 17 november 2025 §\u{a0}112");
    }

    #[test]
    fn a_decision_without_paragraph_or_register_number_says_nothing_of_them() {
        let texts = Texts::from(Language::Swedish);
        let without = decision("", "");
        assert_eq!(
            decision_words(texts, "Hamnens förskolor", &without),
            "Hamnens förskolor 17 november 2025"
        );
        assert_eq!(reference_words(texts, &without), "");
    }
}
