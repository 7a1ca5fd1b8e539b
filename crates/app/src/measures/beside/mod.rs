//! Org units beside each other: whether they differ more than chance, how each has gone over time, and
//! what they cost beside the quality they give.

mod crossing;
mod crossing_page;
mod crossing_picture;
mod gathered;
mod over_time;
mod pages;
mod standing;
mod units;
mod units_page;
mod units_picture;

use domain::ids::OrgUnitId;
use domain::organisation::Organisation;
use rust_decimal::Decimal;

use crate::i18n::{Texts, decimal};

pub(super) use crossing::{download as download_crossing, show as show_crossing};
pub(super) use units::{download as download_units, show as show_units};

/// More names than this in a sentence are counted instead.
const MOST_NAMES: usize = 5;

/// Org units by name in a sentence: `Viks förskola, Fyrens förskola och tre till`.
fn named(texts: Texts, organisation: &Organisation, units: &[OrgUnitId]) -> String {
    let shown = if units.len() > MOST_NAMES + 1 { MOST_NAMES } else { units.len() };
    let mut names: Vec<String> =
        units.iter().take(shown).map(|unit| organisation.name(*unit).to_owned()).collect();
    let left = units.len() - shown;
    if left > 0 {
        let left = crate::i18n::number_word(texts.language, i64::try_from(left).unwrap_or(0));
        names.push(texts.measures_and_more(left));
    }
    match names.pop() {
        None => String::new(),
        Some(last) if names.is_empty() => last,
        Some(last) => texts.measures_and(names.join(", "), last),
    }
}

/// How many, for a sentence.
fn many(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A share from 0 to 1 as a percentage with one decimal.
fn share_words(texts: Texts, share: f64) -> String {
    format!("{}\u{a0}%", number_words(texts, share * 100.0, 1))
}

/// A computed number with so many decimals.
fn number_words(texts: Texts, value: f64, decimals: u32) -> String {
    let rounded = Decimal::try_from(value).map(|value| value.round_dp(decimals).normalize());
    rounded.map(|value| decimal(texts.language, value)).unwrap_or_default()
}
