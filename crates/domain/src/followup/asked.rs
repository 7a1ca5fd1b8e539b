//! What a part asks beyond what every part asks, and what was answered: a question of the template
//! as it was when the account was begun, or the year's money.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::question::{AnswerKind, Question};
use crate::ids::QuestionId;

/// From how many percent of the budget a difference is explained.
pub const NOTABLE_PERCENT: i128 = 1;

/// What is asked and answered. It goes with the part, so that a template that changes afterwards
/// changes nothing for who has begun.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PartQuestion {
    /// The question; none for the year's money and the question of what went well.
    pub question: Option<QuestionId>,
    /// The version of the question that was asked.
    pub question_version: i64,
    /// How it is answered.
    pub answer: AnswerKind,
    /// The help beside it.
    pub help: String,
    /// The answers to choose among.
    pub choices: Vec<String>,
    /// Whether nothing can be handed in without an answer.
    pub required: bool,
    /// Who reads it.
    pub reader: String,
    /// About how many minutes it takes.
    pub minutes: i64,
    /// The answer chosen, or the number as it was typed and understood; empty when none.
    pub value: String,
    /// What is expected of the year, in öre.
    pub forecast_ore: Option<i64>,
    /// The year's budget, in öre.
    pub budget_ore: Option<i64>,
}

impl PartQuestion {
    /// A question of a template, not answered yet.
    pub fn of(question: &Question) -> Self {
        Self {
            question: Some(question.id),
            question_version: question.version,
            answer: question.answer,
            help: question.help.clone(),
            choices: question.choices.clone(),
            required: question.required,
            reader: question.reader.clone(),
            minutes: question.minutes,
            value: String::new(),
            forecast_ore: None,
            budget_ore: None,
        }
    }

    /// What nobody has written a question for: answered in words, by those who want to.
    pub fn in_words(minutes: i64) -> Self {
        Self {
            question: None,
            question_version: 0,
            answer: AnswerKind::Text,
            help: String::new(),
            choices: Vec::new(),
            required: false,
            reader: String::new(),
            minutes,
            value: String::new(),
            forecast_ore: None,
            budget_ore: None,
        }
    }

    /// By how much the forecast differs from the budget, in öre; none until both are known.
    pub fn difference_ore(&self) -> Option<i64> {
        self.forecast_ore?.checked_sub(self.budget_ore?)
    }

    /// Whether the forecast differs so much from the budget that it is explained.
    pub fn is_explained(&self) -> bool {
        matches!((self.difference_ore(), self.budget_ore), (Some(by), Some(of)) if is_notable(by, of))
    }
}

/// Whether a difference is at least [`NOTABLE_PERCENT`] of what it differs from.
pub fn is_notable(difference_ore: i64, of_ore: i64) -> bool {
    let (by, of) = (i128::from(difference_ore).abs(), i128::from(of_ore).abs());
    by > 0 && by * 100 >= of * NOTABLE_PERCENT
}

/// A number as people type it, `24 050,5` or `-3`; none when it is no number.
pub fn read_number(text: &str) -> Option<Decimal> {
    let plain: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .map(|letter| match letter {
            ',' => '.',
            '−' | '–' => '-',
            other => other,
        })
        .collect();
    let digits = plain.strip_prefix('-').unwrap_or(&plain);
    let is_number = digits.len() <= 18
        && digits.chars().all(|letter| letter.is_ascii_digit() || letter == '.')
        && digits.starts_with(|letter: char| letter.is_ascii_digit());
    is_number.then(|| plain.parse().ok()).flatten()
}

/// Kronor as people type them, `24 050 000` or `-12,50`, in öre; none when it is no such sum.
pub fn read_kronor(text: &str) -> Option<i64> {
    let ore = read_number(text)?.checked_mul(Decimal::ONE_HUNDRED)?.normalize();
    if ore.scale() > 0 { None } else { i64::try_from(ore.mantissa()).ok() }
}

/// Öre as kronor.
pub fn kronor_of(ore: i64) -> Decimal {
    Decimal::new(ore, 2).normalize()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn kronor_are_read_as_people_write_them() {
        for (text, ore) in [
            ("24 050 000", 2_405_000_000),
            ("24\u{a0}050\u{202f}000", 2_405_000_000),
            ("-12,50", -1_250),
            ("−3", -300),
            ("0", 0),
            ("7.1", 710),
        ] {
            assert_eq!(read_kronor(text), Some(ore), "{text}");
        }
        for text in
            ["", "-", "1,234", "12 kr", "1e9", "--1", ".", ",5", "1.2.3", "99999999999999999999"]
        {
            assert_eq!(read_kronor(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_reading_fail(text in ".{0,40}") {
            let _ = read_kronor(&text);
        }

        #[test]
        fn a_sum_reads_back(ore in -9_000_000_000_000_000_i64..9_000_000_000_000_000) {
            prop_assert_eq!(read_kronor(&kronor_of(ore).to_string()), Some(ore));
        }
    }

    #[test]
    fn one_percent_is_explained_and_less_is_not() {
        assert!(is_notable(100, 10_000) && is_notable(-100, 10_000) && is_notable(1, 0));
        assert!(!is_notable(99, 10_000) && !is_notable(0, 0) && !is_notable(0, 10_000));
        assert!(is_notable(i64::MIN, i64::MAX));
    }

    #[test]
    fn a_forecast_without_a_budget_is_not_held_against_anything() {
        let mut asked = PartQuestion { forecast_ore: Some(5), ..PartQuestion::in_words(2) };
        assert_eq!((asked.difference_ore(), asked.is_explained()), (None, false));
        asked.budget_ore = Some(4);
        assert_eq!((asked.difference_ore(), asked.is_explained()), (Some(1), true));
    }
}
