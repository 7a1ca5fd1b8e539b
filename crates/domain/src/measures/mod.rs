//! What is measured, how, and what it shall reach.
//!
//! A measure and its series have an identity of their own: goals come and go between terms of
//! office, series continue. Missing, not applicable and zero are three different things.

mod breakdown;
mod closing;
mod correction;
mod definition;
mod few;
pub mod formula;
mod hidden;
mod longer;
mod number;
mod outcome;
mod reporters;
mod series;
mod source;
mod stretches;
mod target;
mod worth;

use serde::{Deserialize, Serialize};

use crate::ids::ElementId;
use crate::periods::Frequency;

pub use breakdown::{Breakdown, BreakdownProblem, breakdown_of, read_breakdowns, write_breakdowns};
pub use closing::{Closing, Closings};
pub use correction::{QualityProblem, Standing, check_quality};
pub use definition::BoundPart;
pub use few::{Cell, Counted, Kept, Withheld, Written, few, withhold};
pub use hidden::{Sum, Values, hidden};
pub use longer::{Longer, longer};
pub use number::{NumberProblem, parse_decimal};
pub use outcome::{Outcome, OutcomeProblem, OutcomeQuality, OutcomeValue};
pub use reporters::{Behind, Reporters, Worth, reporters_changed};
pub use series::{Baseline, BreakKind, Series, SeriesPoint};
pub use source::{Difference, Fate, difference, fate};
pub use stretches::{Stretch, stretches};
pub use target::{Target, TargetProblem};
pub use worth::{ShareOf, TellsInhabitants, is_page_address, shows_decided_goal, shows_results};

/// Which way is better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Higher is better.
    Higher,
    /// Lower is better.
    Lower,
    /// Neither; a change is news but neither good nor bad.
    Neutral,
}

/// How values of several org units become one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aggregation {
    /// They are added.
    Sum,
    /// Their mean, each with the same weight.
    Mean,
    /// The last one in time stands for the whole; org units stand in no such order.
    Latest,
    /// They cannot be put together.
    None,
}

macro_rules! codes {
    ($name:ident { $($member:ident = $code:literal),+ $(,)? }) => {
        impl $name {
            /// All, in order.
            pub const ALL: &'static [Self] = &[$(Self::$member),+];

            /// The stored name.
            pub fn code(self) -> &'static str {
                match self { $(Self::$member => $code),+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::ids::NotAnId;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text { $($code => Ok(Self::$member),)+ _ => Err(crate::ids::NotAnId) }
            }
        }
    };
}
pub(crate) use codes;

codes!(Direction { Higher = "higher", Lower = "lower", Neutral = "neutral" });
codes!(Aggregation { Sum = "sum", Mean = "mean", Latest = "latest", None = "none" });

/// How a measure element measures. Its title, owner and links stand on the element.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Measure {
    /// The element's identity.
    pub id: ElementId,
    /// The class of the steering model, such as resource, output or result; empty when none.
    pub class: String,
    /// What the values are counted in, such as `procent` or `kr per barn`.
    pub measure_unit: String,
    /// Decimals shown and accepted, 0–6.
    pub decimals: u8,
    /// Which way is better.
    pub direction: Direction,
    /// How it is measured, for someone who must do it again.
    pub method: String,
    /// Where the values come from.
    pub source: String,
    /// How often.
    pub frequency: Frequency,
    /// How values of org units become one.
    pub over_organisation: Aggregation,
    /// How values of periods become one.
    pub over_time: Aggregation,
    /// Whether it weighs in the assessment of a goal.
    pub counts_in_assessment: bool,
    /// Whether the owner can steer it.
    pub controllable: bool,
    /// Whether values are shares of a hundred, which bounds them to 0–100.
    pub is_percentage: bool,
    /// How it is computed from other measures; none for what is reported.
    #[serde(default)]
    pub formula: Option<formula::Formula>,
    /// By what its values are broken down, each with the groups there are.
    #[serde(default)]
    pub breakdowns: Vec<Breakdown>,
    /// A value about fewer than so many is not shown.
    #[serde(default = "least_count")]
    pub least_count: u16,
    /// How many days after a period's end its value is agreed to come; none for what is usual of such
    /// periods.
    #[serde(default)]
    pub lag_days: Option<u16>,
    /// Whether it says something of quality to those who live here; none until somebody has answered.
    #[serde(default)]
    pub tells_inhabitants: Option<TellsInhabitants>,
    /// Why that was answered.
    #[serde(default)]
    pub tells_reason: String,
    /// The definition that others count by too, such as a number and name in Kolada; empty when none.
    #[serde(default)]
    pub established: String,
    /// Where that definition is read; empty when nowhere.
    #[serde(default)]
    pub established_link: String,
    /// What a percentage is a share of; none until somebody has said it.
    #[serde(default)]
    pub share_of: Option<ShareOf>,
}

/// What a value must be about at least to be shown, unless the measure says otherwise.
pub fn least_count() -> u16 {
    LEAST_COUNT
}

/// See [`least_count`].
pub const LEAST_COUNT: u16 = 5;

impl Measure {
    /// The natural bounds of its values.
    pub fn bounds(&self) -> (Option<rust_decimal::Decimal>, Option<rust_decimal::Decimal>) {
        if self.is_percentage {
            (Some(rust_decimal::Decimal::ZERO), Some(rust_decimal::Decimal::ONE_HUNDRED))
        } else {
            (None, None)
        }
    }

    /// Whether its values make each other up: those of org units the one above them, or those of groups
    /// the one for all. What is hidden of such a value can be had from what is shown.
    pub fn has_sums(&self) -> bool {
        self.over_organisation.across().is_some() || !self.breakdowns.is_empty()
    }

    /// Whether a value about so many people is about too few to be shown to everybody. What is about
    /// nobody tells of nobody.
    pub fn is_few(&self, count: u32) -> bool {
        count > 0 && count < u32::from(self.least_count)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Sick leave in per cent, lower is better.
    pub(crate) fn sick_leave() -> Measure {
        Measure {
            id: ElementId::from([1; 16]),
            class: "resursmått".to_owned(),
            measure_unit: "procent".to_owned(),
            decimals: 1,
            direction: Direction::Lower,
            method: String::new(),
            source: String::new(),
            frequency: Frequency::Month,
            over_organisation: Aggregation::Mean,
            over_time: Aggregation::Mean,
            counts_in_assessment: false,
            controllable: true,
            is_percentage: true,
            formula: None,
            breakdowns: read_breakdowns("kön: kvinnor, män").unwrap(),
            least_count: LEAST_COUNT,
            lag_days: None,
            tells_inhabitants: None,
            tells_reason: String::new(),
            established: String::new(),
            established_link: String::new(),
            share_of: None,
        }
    }
}
