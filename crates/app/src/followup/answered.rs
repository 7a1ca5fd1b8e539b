//! What was answered to a question or said of the year's money, as it is read.

use domain::followup::{PartKind, PartQuestion, kronor_of};
use maud::{Markup, html};

use super::store::Part;
use crate::i18n::{Texts, decimal};

/// Whether anything is answered: what nobody had to answer is not shown to those who read.
pub(super) fn is_answered(part: &Part) -> bool {
    let counted = part
        .asked
        .as_ref()
        .is_some_and(|asked| !asked.value.is_empty() || asked.forecast_ore.is_some());
    counted || part.level.is_some() || !part.text.is_empty()
}

/// What is expected of the year against the budget, in a sentence; nothing before it is said.
pub(super) fn forecast_sentence(texts: Texts, asked: &PartQuestion) -> String {
    let sum = |ore: i64| decimal(texts.language, kronor_of(ore));
    let Some(forecast) = asked.forecast_ore else { return String::new() };
    match asked.difference_ore() {
        None => texts.followup_forecast_alone(sum(forecast)),
        Some(0) => texts.followup_forecast_as_budget(sum(forecast)),
        Some(by) if by > 0 => texts.followup_forecast_more(sum(by), sum(forecast)),
        Some(by) => texts.followup_forecast_less(sum(by.saturating_abs()), sum(forecast)),
    }
}

/// The value or the sums of a part.
pub(super) fn shown(texts: Texts, part: &Part) -> Markup {
    let Some(asked) = &part.asked else { return html! {} };
    let money = forecast_sentence(texts, asked);
    html! {
        @if part.kind == PartKind::Forecast && !money.is_empty() { p { (money) } }
        @if part.kind == PartKind::Question && !asked.value.is_empty() { p { b { (asked.value) } } }
    }
}
