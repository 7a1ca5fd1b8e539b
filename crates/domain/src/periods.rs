//! The one catalogue of periods: months, tertials, half-years and years.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How often something is measured.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Frequency {
    /// Each month.
    Month,
    /// Each third of the year.
    Tertial,
    /// Each half of the year.
    HalfYear,
    /// Each year.
    Year,
}

impl Frequency {
    /// All, shortest first.
    pub const ALL: [Self; 4] = [Self::Month, Self::Tertial, Self::HalfYear, Self::Year];

    /// The stored name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Tertial => "tertial",
            Self::HalfYear => "half_year",
            Self::Year => "year",
        }
    }

    /// How many such periods a year has.
    pub fn per_year(self) -> i16 {
        match self {
            Self::Month => 12,
            Self::Tertial => 3,
            Self::HalfYear => 2,
            Self::Year => 1,
        }
    }
}

impl FromStr for Frequency {
    type Err = NotAPeriod;

    fn from_str(text: &str) -> Result<Self, NotAPeriod> {
        Self::ALL.into_iter().find(|frequency| frequency.code() == text).ok_or(NotAPeriod)
    }
}

/// A stretch of time that values are about. Written `2026-08`, `2026-T2`, `2026-H1` or `2026`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Period {
    year: i16,
    frequency: Frequency,
    number: i16,
}

/// Text that is no period of the catalogue.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a period")]
pub struct NotAPeriod;

impl Period {
    /// The period; `number` counts from 1 within the year.
    ///
    /// # Errors
    /// [`NotAPeriod`] outside 1900–2200 or beyond what the year holds.
    pub fn new(year: i16, frequency: Frequency, number: i16) -> Result<Self, NotAPeriod> {
        let fits = (1900..=2200).contains(&year) && (1..=frequency.per_year()).contains(&number);
        if fits { Ok(Self { year, frequency, number }) } else { Err(NotAPeriod) }
    }

    /// A whole year; years outside the catalogue are drawn to its ends.
    pub fn year_of(year: i16) -> Self {
        Self { year: year.clamp(1900, 2200), frequency: Frequency::Year, number: 1 }
    }

    /// The period of this length that the day falls in.
    pub fn containing(day: Date, frequency: Frequency) -> Self {
        let months = 12 / frequency.per_year();
        let number = (i16::from(day.month()) - 1) / months + 1;
        Self { year: day.year().clamp(1900, 2200), frequency, number }
    }

    /// The calendar year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// Its length.
    pub fn frequency(self) -> Frequency {
        self.frequency
    }

    /// Its place in the year, from 1.
    pub fn number(self) -> i16 {
        self.number
    }

    /// The next one of the same length.
    #[must_use]
    pub fn next(self) -> Self {
        if self.number < self.frequency.per_year() {
            Self { number: self.number + 1, ..self }
        } else {
            Self { year: self.year + 1, number: 1, ..self }
        }
    }

    /// The one before, of the same length.
    #[must_use]
    pub fn previous(self) -> Self {
        if self.number > 1 {
            Self { number: self.number - 1, ..self }
        } else {
            Self { year: self.year - 1, number: self.frequency.per_year(), ..self }
        }
    }

    fn months(self) -> (i8, i8) {
        let length = 12 / self.frequency.per_year();
        let last = self.number * length;
        // Both lie between 1 and 12.
        (i8::try_from(last - length + 1).unwrap_or(1), i8::try_from(last).unwrap_or(12))
    }

    /// Whether all of another period lies within this one.
    pub fn covers(self, other: Self) -> bool {
        self.first_day() <= other.first_day() && other.last_day() <= self.last_day()
    }

    /// The first day.
    pub fn first_day(self) -> Date {
        Date::new(self.year, self.months().0, 1).unwrap_or(Date::MIN)
    }

    /// The last day.
    pub fn last_day(self) -> Date {
        Date::new(self.year, self.months().1, 1).map_or(Date::MAX, Date::last_of_month)
    }
}

impl Ord for Period {
    /// By last day, then shorter before longer, so that a year comes after its months.
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        // The last month in place of the last day, which takes longer to find.
        let last = |period: &Self| (period.year, period.months().1, period.frequency);
        last(self).cmp(&last(other))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.frequency {
            Frequency::Month => write!(out, "{}-{:02}", self.year, self.number),
            Frequency::Tertial => write!(out, "{}-T{}", self.year, self.number),
            Frequency::HalfYear => write!(out, "{}-H{}", self.year, self.number),
            Frequency::Year => write!(out, "{}", self.year),
        }
    }
}

impl FromStr for Period {
    type Err = NotAPeriod;

    fn from_str(text: &str) -> Result<Self, NotAPeriod> {
        let digits = |text: &str| -> Result<i16, NotAPeriod> {
            let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            if plain { text.parse().map_err(|_| NotAPeriod) } else { Err(NotAPeriod) }
        };
        let Some((year, rest)) = text.split_once('-') else {
            return Self::new(digits(text)?, Frequency::Year, 1);
        };
        let year = digits(year)?;
        if let Some(number) = rest.strip_prefix('T') {
            Self::new(year, Frequency::Tertial, digits(number)?)
        } else if let Some(number) = rest.strip_prefix('H') {
            Self::new(year, Frequency::HalfYear, digits(number)?)
        } else {
            Self::new(year, Frequency::Month, digits(rest)?)
        }
    }
}

impl TryFrom<String> for Period {
    type Error = NotAPeriod;

    fn try_from(text: String) -> Result<Self, NotAPeriod> {
        text.parse()
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_tertial_covers_its_months_and_not_the_year() {
        let period = |text: &str| text.parse::<Period>().unwrap();
        let covers = |one: &str, other: &str| period(one).covers(period(other));
        assert!(covers("2026-T2", "2026-05") && covers("2026-T2", "2026-08"));
        assert!(covers("2026", "2026-T2") && covers("2026-T2", "2026-T2"));
        assert!(!covers("2026-T2", "2026-09") && !covers("2026-T2", "2026"));
    }

    #[test]
    fn a_year_comes_after_its_december() {
        let mut periods = ["2026", "2026-12", "2026-T3", "2025", "2026-01"]
            .map(|text| text.parse::<Period>().unwrap());
        periods.sort();
        let texts = periods.map(|period| period.to_string());
        assert_eq!(texts, ["2025", "2026-01", "2026-12", "2026-T3", "2026"]);
    }

    #[test]
    fn what_the_year_does_not_hold_is_refused() {
        for text in ["2026-13", "2026-00", "2026-T4", "26", "2026-H3", "2026-+1", "", "x-1"] {
            assert_eq!(text.parse::<Period>(), Err(NotAPeriod), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_period_reads_what_it_writes(year in 1900_i16..2200, kind in 0_usize..4, seed in 0_i16..12) {
            let frequency = Frequency::ALL[kind];
            let period = Period::new(year, frequency, seed % frequency.per_year() + 1).unwrap();
            prop_assert_eq!(period.to_string().parse(), Ok(period));
            prop_assert_eq!(period.next().previous(), period);
            prop_assert!(period.first_day() <= period.last_day());
            prop_assert_eq!(Period::containing(period.last_day(), frequency), period);
            prop_assert!(period < period.next());
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".{0,12}") {
            let _ = text.parse::<Period>();
        }
    }
}
