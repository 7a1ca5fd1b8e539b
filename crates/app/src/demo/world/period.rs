//! Periods as the demo writes them: `2026`, `2026-T2` and `2026-08`.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How often a measure gets a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Frequency {
    Month,
    Tertial,
    Year,
}

impl Frequency {
    /// Periods in one year.
    pub const fn per_year(self) -> u8 {
        match self {
            Self::Month => 12,
            Self::Tertial => 3,
            Self::Year => 1,
        }
    }
}

/// One month, tertial (four months) or year. Numbers count from 1 within the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Period {
    pub year: i16,
    pub frequency: Frequency,
    pub number: u8,
}

impl Period {
    pub const fn new(year: i16, frequency: Frequency, number: u8) -> Self {
        Self { year, frequency, number }
    }

    /// The period right after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        if self.number >= self.frequency.per_year() {
            Self::new(self.year.saturating_add(1), self.frequency, 1)
        } else {
            Self::new(self.year, self.frequency, self.number + 1)
        }
    }

    /// Whole periods since year 0; the difference of two is their distance. Only periods of the
    /// same frequency may be compared so.
    pub fn ordinal(self) -> i64 {
        i64::from(self.year) * i64::from(self.frequency.per_year()) + i64::from(self.number) - 1
    }

    /// The month (1–12) in which the period ends.
    pub const fn last_month(self) -> u8 {
        self.number * (12 / self.frequency.per_year())
    }

    /// This period and those that follow, to and including `last`.
    pub fn through(self, last: Self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |period| Some(period.next()))
            .take_while(move |period| period.ordinal() <= last.ordinal())
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.frequency {
            Frequency::Year => write!(f, "{}", self.year),
            Frequency::Tertial => write!(f, "{}-T{}", self.year, self.number),
            Frequency::Month => write!(f, "{}-{:02}", self.year, self.number),
        }
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

impl TryFrom<String> for Period {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let wrong = || format!("{text:?} is no period; write 2026, 2026-T2 or 2026-08");
        let (year, rest) = text.split_once('-').unwrap_or((&text, ""));
        let year = year.parse().map_err(|_| wrong())?;
        let (frequency, number) = match rest.strip_prefix('T') {
            Some(tertial) => (Frequency::Tertial, tertial),
            None if rest.is_empty() => (Frequency::Year, "1"),
            None => (Frequency::Month, rest),
        };
        let number = number.parse().map_err(|_| wrong())?;
        if !(1..=frequency.per_year()).contains(&number) {
            return Err(wrong());
        }
        Ok(Self::new(year, frequency, number))
    }
}
