//! Whether a value may be kept as it was typed, and what the visitor is told when not.

use domain::measures::{
    Measure, NumberProblem, Outcome, OutcomeProblem, OutcomeQuality, OutcomeValue, QualityProblem,
    Standing, check_quality,
};
use domain::periods::Period;
use jiff::civil::Date;

use super::outcome_form::Fields;
use crate::i18n::{Texts, decimal};

/// Longest reason, in letters.
pub(crate) const LONGEST_REASON: usize = 500;

/// What stands at the place of a value.
pub(super) fn standing(outcome: &Outcome) -> Standing {
    Standing { value: outcome.value, quality: outcome.quality }
}

/// Whether a value may take the place of what stands there, or of nothing.
pub(super) fn decide_change(
    texts: Texts,
    fields: &Fields,
    (value, quality): (OutcomeValue, OutcomeQuality),
    before: Option<Standing>,
    may_verify: bool,
) -> Result<(), (&'static str, String)> {
    check_quality(quality, value, before, may_verify).map_err(|problem| {
        let words = match problem {
            QualityProblem::NotYours => texts.measures_problem_not_yours(),
            QualityProblem::NothingStands => texts.measures_problem_nothing_stands(),
        };
        ("kvalitet", words.to_owned())
    })?;
    let owed = before.is_some_and(|before| before.owes_reason(value));
    check_reason(texts, &fields.reason, owed).map_err(|words| ("skal", words))
}

/// Whether a reason says something where one is owed, and no more than is kept.
pub(crate) fn check_reason(texts: Texts, reason: &str, owed: bool) -> Result<(), String> {
    let written = reason.trim().chars().count();
    if owed && written == 0 {
        return Err(texts.measures_problem_why_changed().to_owned());
    }
    if written > LONGEST_REASON {
        return Err(texts.web_too_long(LONGEST_REASON, written));
    }
    Ok(())
}

/// The value that the fields say.
pub(super) fn decide(
    texts: Texts,
    measure: &Measure,
    fields: &Fields,
    today: Date,
) -> Result<(Period, OutcomeValue, OutcomeQuality), (&'static str, String)> {
    let period: Period =
        fields.period.parse().map_err(|_| ("period", texts.web_unknown_choice().to_owned()))?;
    measure.check_period(period, today).map_err(|problem| ("period", explain(texts, problem)))?;
    let value = match fields.state.as_str() {
        // What is typed is never dropped: the person has to say which of the two is meant.
        "saknas" | "ej" if !fields.value.trim().is_empty() => {
            return Err(("varde", texts.measures_problem_number_too().to_owned()));
        }
        "saknas" => OutcomeValue::Missing,
        "ej" => OutcomeValue::NotApplicable,
        "" | "matt" => measure
            .read_value(&fields.value)
            .map_err(|problem| ("varde", explain(texts, problem)))?,
        _ => return Err(("tillstand", texts.web_unknown_choice().to_owned())),
    };
    let quality = match fields.quality.as_str() {
        "" => OutcomeQuality::Preliminary,
        code => code.parse().map_err(|_| ("kvalitet", texts.web_unknown_choice().to_owned()))?,
    };
    Ok((period, value, quality))
}

/// What a refused value is told.
pub(crate) fn explain(texts: Texts, problem: OutcomeProblem) -> String {
    match problem {
        OutcomeProblem::Number(NumberProblem::NotANumber) => {
            texts.measures_problem_number().to_owned()
        }
        OutcomeProblem::Number(NumberProblem::TooManyDecimals { allowed }) => {
            texts.measures_problem_decimals(i64::from(allowed))
        }
        OutcomeProblem::Number(NumberProblem::TooLarge) => {
            texts.measures_problem_large().to_owned()
        }
        OutcomeProblem::WrongFrequency => texts.measures_problem_frequency().to_owned(),
        OutcomeProblem::NotYet => texts.measures_problem_not_yet().to_owned(),
        OutcomeProblem::OutOfBounds { low, high } => texts
            .measures_problem_bounds(decimal(texts.language, high), decimal(texts.language, low)),
    }
}
