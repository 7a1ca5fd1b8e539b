//! Choosing a period, and what shares are called: few are told as few.

use domain::fulfilment::Fulfilment;
use domain::oversight::{Kept, Shares};
use domain::periods::Period;
use maud::Markup;

use super::page::many;
use crate::i18n::Texts;
use crate::measures::period_words;
use crate::web::ui::{Filter, Filters, Link, filter_pills};

/// Periods to choose among.
const MOST_PERIODS: usize = 12;

/// The choice of period.
pub(super) fn period_choice(texts: Texts, url: &str, periods: &[Period], chosen: Period) -> Markup {
    let shown = periods.iter().take(MOST_PERIODS);
    let choices: Vec<Link> = shown
        .clone()
        .map(|one| Link::new(format!("{url}?period={one}"), period_words(texts.language, *one)))
        .collect();
    let chosen = shown.clone().position(|one| *one == chosen).unwrap_or(0);
    filter_pills(&Filters {
        label: texts.oversight_choose_period().to_owned(),
        filters: vec![Filter::OneOf { name: texts.oversight_period().to_owned(), choices, chosen }],
        note: String::new(),
    })
}

/// `3 av 4`.
pub(super) fn of_words(texts: Texts, some: usize, all: usize) -> String {
    texts.oversight_of(many(all), many(some))
}

/// The share of what is judged that is reached, in words; a share in percent only of enough.
pub(super) fn reached_words(texts: Texts, shares: &Shares) -> String {
    let (reached, told) = (shares.count(Fulfilment::Achieved), shares.told());
    if told == 0 {
        return texts.oversight_nothing_judged().to_owned();
    }
    let words = of_words(texts, reached, told);
    match percent(reached, told) {
        Some(share) => format!("{words} ({share})"),
        None => words,
    }
}

/// A share in whole percent; none where one more or less would move it by more than a fifth.
pub(super) fn percent(some: usize, all: usize) -> Option<String> {
    (all >= Kept::FEWEST).then(|| format!("{}\u{a0}%", (some * 200 + all) / (2 * all)))
}

/// A share as a place on an axis from 0 to 100.
#[expect(clippy::cast_precision_loss, reason = "counts of goals, drawn and never reported")]
pub(super) fn place(some: usize, all: usize) -> Option<f64> {
    (all > 0).then(|| some as f64 * 100.0 / all as f64)
}
