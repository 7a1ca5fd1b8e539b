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

    /// Whether the choice is one of those offered, or kept since it was.
    pub(super) fn is_offered(&self, part: &Part) -> bool {
        part.asked.as_ref().is_none_or(|asked| {
            let is_choice = part.kind == PartKind::Question && asked.answer == AnswerKind::Choice;
            !is_choice
                || self.value.is_empty()
                || self.value == asked.value
                || asked.choices.contains(&self.value)
        })
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
