//! The columns of a file of values and the words in their cells. Export and import meet here.

use jiff::civil::Date;

use super::{Fault, LONGEST_BREAKDOWN, Names};
use crate::measures::{Outcome, OutcomeQuality, OutcomeValue};
use crate::periods::{Frequency, Period};

/// A column of the file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Column {
    /// Title or identity of the measure.
    Measure,
    /// Name or identity of the org unit.
    OrgUnit,
    /// The group; empty for all.
    Breakdown,
    /// `2026-08`, `2026-T2`, `2026-H1` or `2026`.
    Period,
    /// Whether there is a value.
    State,
    /// The number.
    Value,
    /// How far it can be trusted.
    Quality,
    /// How many people the value is about.
    Count,
}

impl Column {
    /// All that every file is written with, in order.
    pub const ALL: [Self; 7] = [
        Self::Measure,
        Self::OrgUnit,
        Self::Breakdown,
        Self::Period,
        Self::State,
        Self::Value,
        Self::Quality,
    ];

    /// All that a file can be read with: those and how many people a value is about.
    pub const READ: [Self; 8] = [
        Self::Measure,
        Self::OrgUnit,
        Self::Breakdown,
        Self::Period,
        Self::State,
        Self::Value,
        Self::Quality,
        Self::Count,
    ];

    /// Those a file cannot do without.
    pub const NEEDED: [Self; 4] = [Self::Measure, Self::OrgUnit, Self::Period, Self::Value];

    /// The heading in a file.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Measure => "matt",
            Self::OrgUnit => "enhet",
            Self::Breakdown => "uppdelning",
            Self::Period => "period",
            Self::State => "tillstand",
            Self::Value => "varde",
            Self::Quality => "kvalitet",
            Self::Count => "antal",
        }
    }

    /// The headings, for writing a file.
    pub fn headings() -> [&'static str; 7] {
        Self::ALL.map(Self::heading)
    }

    /// The column that a heading names; letters with dots and rings count as without.
    pub fn of_heading(text: &str) -> Option<Self> {
        let plain = plain_word(text);
        Self::READ.into_iter().find(|column| column.heading() == plain)
    }
}

/// A period; a day is its month, since spreadsheets make days of months.
pub(super) fn read_period(text: &str) -> Option<Period> {
    let as_written = text.to_uppercase().parse().ok();
    as_written.or_else(|| Some(Period::containing(text.parse::<Date>().ok()?, Frequency::Month)))
}

/// A dash in place of a number, as tables write what is missing.
pub(super) fn is_dash(text: &str) -> bool {
    matches!(text, "-" | "\u{2013}" | "\u{2014}")
}

/// Small letters, `å ä ö` as `a a o`, spaces as `_`.
pub(super) fn plain_word(text: &str) -> String {
    text.trim()
        .chars()
        .take(40)
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            'å' | 'ä' => 'a',
            'ö' => 'o',
            ' ' | '-' => '_',
            other => other,
        })
        .collect()
}

/// What a cell says about the value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum StateCell {
    /// Nothing: a value must stand in its column.
    Unsaid,
    /// A value stands in its column.
    Measured,
    /// It is missing.
    Missing,
    /// The question does not concern the org unit.
    NotApplicable,
}

/// Reads the state.
pub(super) fn state_of(text: &str) -> Result<StateCell, Fault> {
    match plain_word(text).as_str() {
        "" => Ok(StateCell::Unsaid),
        "matt" => Ok(StateCell::Measured),
        "saknas" => Ok(StateCell::Missing),
        "ej" | "ej_tillampligt" => Ok(StateCell::NotApplicable),
        "visas_inte" => Err(Fault::HiddenState),
        _ => Err(Fault::UnknownState),
    }
}

/// Reads the quality; none for an unknown word. Where nothing is said nobody has checked the value.
pub(super) fn quality_of(text: &str) -> Option<OutcomeQuality> {
    match plain_word(text).as_str() {
        "" | "preliminart" | "preliminary" => Some(OutcomeQuality::Preliminary),
        "rattat" | "corrected" => Some(OutcomeQuality::Corrected),
        "granskat" | "verified" => Some(OutcomeQuality::Verified),
        _ => None,
    }
}

/// Reads the name of a group; names differ by more than large and small letters.
pub(super) fn read_breakdown(text: &str) -> Result<String, Fault> {
    if text.chars().count() > LONGEST_BREAKDOWN {
        return Err(Fault::TooLong { most: LONGEST_BREAKDOWN });
    }
    Ok(text.to_lowercase())
}

/// A number of people as a file or a form says it; none where nothing is said.
///
/// # Errors
/// What is no whole number, or a larger one than there can be people.
pub fn read_count(text: &str) -> Result<Option<u32>, Fault> {
    if text.is_empty() {
        return Ok(None);
    }
    let digits: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let is_number = digits.len() <= 9 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let count = if is_number { digits.parse().ok() } else { None };
    count.map(Some).ok_or(Fault::NotACount)
}

impl Names {
    /// A value as the cells of its row, in the order of [`Column::ALL`]. Read in again it changes
    /// nothing.
    pub fn cells(&self, outcome: &Outcome) -> [String; 7] {
        let (state, value) = match outcome.value {
            OutcomeValue::Measured(value) => {
                ("matt", value.normalize().to_string().replace('.', ","))
            }
            OutcomeValue::Missing => ("saknas", String::new()),
            OutcomeValue::NotApplicable => ("ej_tillampligt", String::new()),
        };
        let quality = match outcome.quality {
            OutcomeQuality::Preliminary => "preliminart",
            OutcomeQuality::Corrected => "rattat",
            OutcomeQuality::Verified => "granskat",
        };
        [
            self.measure_cell(outcome.measure),
            self.org_unit_cell(outcome.org_unit),
            outcome.breakdown.clone(),
            outcome.period.to_string(),
            state.to_owned(),
            value,
            quality.to_owned(),
        ]
    }
}
