//! What is chosen or counted in a part: one of a few answers, a number, the year's money.

use domain::followup::{AnswerKind, PartKind, PartQuestion, kronor_of, read_kronor, read_number};

use super::store::Part;
use crate::i18n::{Language, Texts, decimal};
use crate::web::fields::Fields;
use crate::web::ui::Problem;

/// Most characters of a number that are read.
const MOST: usize = 200;

/// The fields as typed.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(super) struct Sums {
    pub(super) value: String,
    pub(super) forecast: String,
    pub(super) budget: String,
}

/// A sum as it is shown in its field.
fn shown(ore: Option<i64>) -> String {
    ore.map(|ore| decimal(Language::Swedish, kronor_of(ore))).unwrap_or_default()
}

impl Sums {
    /// What is kept.
    pub(super) fn kept(part: &Part) -> Self {
        let Some(asked) = &part.asked else { return Self::default() };
        Self {
            value: asked.value.clone(),
            forecast: shown(asked.forecast_ore),
            budget: shown(asked.budget_ore),
        }
    }

    /// What was sent; fields that the page did not have stay as they are kept.
    pub(super) fn sent(form: &Fields, kept: &Self) -> Self {
        let field = |name: &str, kept: &String| {
            if form.has(&format!("{name}_version")) {
                form.text(name).trim().chars().take(MOST).collect()
            } else {
                kept.clone()
            }
        };
        Self {
            value: field("varde", &kept.value),
            forecast: field("prognos", &kept.forecast),
            budget: field("budget", &kept.budget),
        }
    }

    /// What the part asks with these answers.
    pub(super) fn into_asked(self, part: &Part) -> Option<PartQuestion> {
        let asked = part.asked.clone()?;
        Some(PartQuestion {
            value: self.value,
            forecast_ore: read_kronor(&self.forecast),
            budget_ore: read_kronor(&self.budget),
            ..asked
        })
    }

    /// Whether each answer is of a kind that the part asks for and a choice one of those offered;
    /// what is kept since it was may stay.
    pub(super) fn is_offered(&self, part: &Part) -> bool {
        let Some(asked) = &part.asked else { return true };
        let may_be = match (part.kind, asked.answer) {
            (PartKind::Question, AnswerKind::Number) => true,
            (PartKind::Question, AnswerKind::Choice) => asked.choices.contains(&self.value),
            _ => false,
        };
        let kept = Self::kept(part);
        let sums = (&self.forecast, &self.budget) != (&kept.forecast, &kept.budget);
        (may_be || self.value.is_empty() || self.value == asked.value)
            && (part.kind == PartKind::Forecast || !sums)
    }

    /// The field where an answer of the wrong kind is told: its own where the part has one.
    pub(super) fn field_of(part: &Part) -> &'static str {
        match (part.kind, part.asked.as_ref().map(|asked| asked.answer)) {
            (PartKind::Question, Some(AnswerKind::Number | AnswerKind::Choice)) => "varde",
            _ => "text",
        }
    }

    /// What cannot be read as what it is, at its field: it is refused, never dropped.
    pub(super) fn unreadable(&self, texts: Texts, part: &Part) -> Vec<Problem> {
        let Some(asked) = &part.asked else { return Vec::new() };
        let mut problems = Vec::new();
        let counts = part.kind == PartKind::Question && asked.answer == AnswerKind::Number;
        if counts && !self.value.is_empty() && read_number(&self.value).is_none() {
            problems.push(Problem::at("varde", texts.followup_needs_number()));
        }
        for (field, text) in [("prognos", &self.forecast), ("budget", &self.budget)] {
            if !text.is_empty() && read_kronor(text).is_none() {
                problems.push(Problem::at(field, texts.followup_needs_sum()));
            }
        }
        problems
    }
}
