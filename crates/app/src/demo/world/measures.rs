//! What Skärvik measures: definitions, targets (styrtal) and who reports.

use std::collections::BTreeMap;

use domain::measures::{ShareOf, TellsInhabitants};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::period::{Frequency, Period};

/// Resursmått, prestationsmått or resultatmått.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureClass {
    Resource,
    Performance,
    Result,
}

/// The direction that is an improvement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    Up,
    Down,
    Neutral,
}

/// How values of units become the value of the unit above.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OverOrganisation {
    Sum,
    Mean,
    /// Mean weighted with the size of the units (or the base of each reading).
    WeightedMean,
    /// Never rolled up.
    None,
}

/// How values of short periods become the value of a longer one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OverTime {
    Sum,
    Mean,
    Last,
    None,
}

/// On which side of the styrtal the outcome shall be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TargetRule {
    AtLeast,
    AtMost,
}

/// Styrtal per year, for one organisation unit and those under it that have none of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// The whole municipality when absent.
    pub org: Option<String>,
    pub rule: TargetRule,
    pub years: BTreeMap<i16, Decimal>,
}

/// A formula: letters stand for the parts, in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Formula {
    pub text: String,
    pub parts: Vec<String>,
}

/// A measure: it outlives the goals that use it.
#[expect(
    clippy::struct_excessive_bools,
    reason = "the fields of the data file, each its own yes or no"
)]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    pub id: String,
    pub name: String,
    /// A shorter name for tables, or the whole name where it is absent.
    pub short: Option<String>,
    pub definition: String,
    pub class: MeasureClass,
    /// Unit of measurement in words: "procent", "barn per årsarbetare".
    pub unit: String,
    /// Sign after a number: "%", "kr".
    pub sign: Option<String>,
    pub decimals: u8,
    pub direction: Direction,
    /// Mätmetod.
    pub method: String,
    pub source: String,
    /// Whether it says something of quality to the inhabitants, and why.
    pub tells: Option<TellsInhabitants>,
    /// What a percentage is a share of.
    #[serde(default)]
    pub share_of: Option<ShareOf>,
    #[serde(default)]
    pub tells_reason: String,
    /// The definition that others count by too.
    #[serde(default)]
    pub established: String,
    pub automatic: bool,
    pub frequency: Frequency,
    /// Newest period that can have a value on the day of the demo.
    pub newest: Period,
    pub owner: String,
    pub responsible: Option<String>,
    pub over_org: OverOrganisation,
    pub over_time: OverTime,
    pub counts_in_assessment: bool,
    pub controllable: bool,
    #[serde(default)]
    pub by_gender: bool,
    /// How it is computed from others.
    pub formula: Option<Formula>,
    /// Natural bounds of a value.
    pub least: Option<Decimal>,
    pub most: Option<Decimal>,
    /// Goals and requirements that the measure belongs to.
    pub measures: Vec<String>,
    pub targets: Vec<Target>,
    /// Topic of the cause boxes shown when it deviates.
    pub topic: Option<String>,
}
