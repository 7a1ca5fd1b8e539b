//! Series of values: written out where a story needs them, otherwise generated from a short
//! description with integers only, so that every machine gets the same digits.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::period::Period;
use super::random::Stream;

/// Two digits more than shown while computing, so that rounding happens once.
const GUARD: u32 = 2;

/// Share of the season's reach per month, per thousand: the sick-leave shape, high in winter.
const SEASON: [i64; 12] = [600, 1000, 700, 200, -100, -400, -900, -800, -200, 100, 200, 300];

/// How measures by gender are broken down.
pub const BY_GENDER: &str = "kön: kvinnor, män";

/// Breakdown by gender of persons, as municipal statistics have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gender {
    Women,
    Men,
}

/// A lasting change of level from a period on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shift {
    pub at: Period,
    pub by: Decimal,
}

/// What one unit has otherwise than the rest of its group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    pub org: String,
    pub level: Option<Decimal>,
    pub noise: Option<Decimal>,
    pub trend: Option<Decimal>,
    pub shift: Option<Shift>,
    pub missing: Option<u8>,
    #[serde(default)]
    pub not_applicable: bool,
}

/// Describes the series of a measure for all units of some branches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeriesGroup {
    pub measure: String,
    #[serde(default)]
    pub branches: Vec<String>,
    #[serde(default)]
    pub orgs: Vec<String>,
    pub level: Decimal,
    /// Greatest difference between a unit's level and the common one.
    #[serde(default)]
    pub spread: Decimal,
    /// Standard deviation from one period to the next.
    pub noise: Decimal,
    #[serde(default)]
    pub season: Decimal,
    /// Change per year.
    #[serde(default)]
    pub trend: Decimal,
    /// Per cent of the periods without a value.
    #[serde(default)]
    pub missing: u8,
    /// How many of the newest values are preliminary.
    #[serde(default)]
    pub preliminary: u8,
    pub first: Option<Period>,
    /// Half the difference between women and men; no breakdown when absent.
    pub gender_gap: Option<Decimal>,
    #[serde(default)]
    pub exceptions: Vec<Exception>,
}

/// A series written out value by value; `null` is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExplicitSeries {
    pub measure: String,
    pub org: String,
    pub gender: Option<Gender>,
    pub first: Period,
    pub values: Vec<Option<Decimal>>,
    #[serde(default)]
    pub preliminary: u8,
    /// Why it starts where it starts, when that is not 2023.
    pub reason: Option<String>,
}

/// Why a reading is as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReadingState {
    Final,
    Preliminary,
    Missing,
    NotApplicable,
}

/// One value of one measure, unit, period and perhaps gender. No value is never zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading<'w> {
    pub measure: &'w str,
    pub org: &'w str,
    pub gender: Option<Gender>,
    pub period: Period,
    pub value: Option<Decimal>,
    pub state: ReadingState,
}

/// The shape of a generated series; numbers are scaled by 10^(decimals + 2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    pub(super) decimals: u8,
    pub(super) level: i64,
    pub(super) noise: i64,
    pub(super) season: i64,
    pub(super) trend: i64,
    pub(super) shift: Option<(Period, i64)>,
    pub(super) missing: u8,
    pub(super) bounds: (i64, i64),
    pub(super) not_applicable: bool,
}

/// Where the values of a series come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    Written(Vec<Option<Decimal>>),
    Generated(Shape),
}

/// The series of one measure and one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    pub measure: String,
    pub org: String,
    pub gender: Option<Gender>,
    pub first: Period,
    pub last: Period,
    pub preliminary: u8,
    pub source: Source,
}

impl Series {
    /// How many readings it has, missing ones included.
    pub fn len(&self) -> usize {
        usize::try_from(self.last.ordinal() - self.first.ordinal() + 1).unwrap_or(0)
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Its readings in time order. They are computed as they are asked for, so a million of them
    /// take no memory.
    pub fn readings(&self, seed: u64) -> impl Iterator<Item = Reading<'_>> {
        let gender = match self.gender {
            None => "all",
            Some(Gender::Women) => "women",
            Some(Gender::Men) => "men",
        };
        let mut stream = Stream::named(seed, &[&self.measure, &self.org, gender]);
        let newest = self.last.ordinal();
        self.first.through(self.last).enumerate().map(move |(index, period)| {
            let (value, absent) = match &self.source {
                Source::Written(values) => {
                    (values.get(index).copied().flatten(), ReadingState::Missing)
                }
                Source::Generated(shape) => {
                    let value = shape.value(&mut stream, self.first, period);
                    let absent = if shape.not_applicable {
                        ReadingState::NotApplicable
                    } else {
                        ReadingState::Missing
                    };
                    (value, absent)
                }
            };
            let state = match value {
                None => absent,
                Some(_) if newest - period.ordinal() < i64::from(self.preliminary) => {
                    ReadingState::Preliminary
                }
                Some(_) => ReadingState::Final,
            };
            Reading {
                measure: &self.measure,
                org: &self.org,
                gender: self.gender,
                period,
                value,
                state,
            }
        })
    }
}

impl Shape {
    /// The value of a period. The stream is drawn from equally often whatever comes out, so that
    /// a missing value does not change those after it.
    fn value(&self, stream: &mut Stream, first: Period, period: Period) -> Option<Decimal> {
        let missing = stream.percent(self.missing);
        // The mean of four even draws has a standard deviation of reach / 3.46.
        let noise = stream.around_zero(self.noise.saturating_mul(346) / 100);
        if missing || self.not_applicable {
            return None;
        }
        let steps = period.ordinal() - first.ordinal();
        let trend = self.trend.saturating_mul(steps) / i64::from(period.frequency.per_year());
        let month = usize::from(period.last_month().clamp(1, 12) - 1);
        let season = self.season.saturating_mul(SEASON[month]) / 1000;
        let shift = match self.shift {
            Some((at, by)) if period.ordinal() >= at.ordinal() => by,
            _ => 0,
        };
        let (least, most) = self.bounds;
        let raw = self.level + trend + season + shift + noise;
        let scale = u32::from(self.decimals) + GUARD;
        Some(Decimal::new(raw.clamp(least, most), scale).round_dp(u32::from(self.decimals)))
    }
}

/// A decimal as the scaled integer that shapes compute with.
pub(super) fn scaled(value: Decimal, decimals: u8) -> i64 {
    let mut rounded = value.round_dp(u32::from(decimals) + GUARD);
    rounded.rescale(u32::from(decimals) + GUARD);
    i64::try_from(rounded.mantissa()).unwrap_or(0)
}
