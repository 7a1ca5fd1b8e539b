//! What a round may be about.

use domain::periods::{Frequency, Period};
use jiff::civil::Date;

use super::form::Typed;
use crate::cx::Cx;
use crate::measures::period_words;
use crate::web::ui::Choice;

/// The periods that a round may be about: those at hand and what its step of a year wheel is about.
fn periods(today: Date, of_step: Option<Period>) -> Vec<Period> {
    let recent = move |frequency| {
        std::iter::successors(Some(Period::containing(today, frequency)), |period| {
            Some(period.previous())
        })
        .take(3)
    };
    let mut all: Vec<Period> = [Frequency::Tertial, Frequency::Month, Frequency::Year]
        .into_iter()
        .flat_map(recent)
        .collect();
    all.extend(of_step.filter(|period| !all.contains(period)));
    all
}

/// The period that a text says, if the form offers it.
pub(super) fn read(today: Date, typed: &Typed) -> Option<Period> {
    let mut all = periods(today, typed.of_step).into_iter();
    all.find(|period| period.to_string() == typed.period)
}

/// They, to choose among.
pub(super) fn choices(cx: &Cx<'_, '_>, typed: &Typed) -> Vec<Choice> {
    periods(cx.today(), typed.of_step)
        .into_iter()
        .map(|period| {
            let code = period.to_string();
            let here = code == typed.period;
            Choice::new(code, period_words(cx.language(), period)).chosen(here)
        })
        .collect()
}
