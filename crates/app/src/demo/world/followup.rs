//! Following up in Skärvik on the day of the demo: money, reports, judgements, events, voices
//! of inhabitants and the year wheel.

use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::period::Period;

/// Money of one unit for a year, in whole kronor of net cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    pub org: String,
    pub year: i16,
    /// The whole year.
    pub budget: i64,
    /// January–August; August is preliminary on the day of the demo.
    pub outcome: i64,
    /// The whole year, as the unit sees it now.
    pub forecast: i64,
    /// A sentence on the difference, where someone has written one.
    pub comment: Option<String>,
}

/// Boxes to tick for why a measure deviates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CauseTopic {
    pub topic: String,
    pub causes: Vec<String>,
}

/// Steps of the collection of one report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportState {
    NotStarted,
    Draft,
    Submitted,
    Approved,
}

/// What a part of a report is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    Economy,
    Measure,
    Activity,
    Summary,
}

/// One part of a report with what has been written so far.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ReportPart {
    pub kind: Option<PartKind>,
    /// The measure or activity, or a heading for economy and summary.
    pub about: String,
    /// Needs words of the manager: a deviation.
    pub deviates: bool,
    pub causes: Vec<String>,
    pub text: Option<String>,
    /// Activities that are the answer to the deviation.
    pub actions: Vec<String>,
    /// Yes, partly, no, cannot tell: will the target be reached this year?
    pub forecast: Option<Level>,
    pub done: bool,
}

/// A part that was sent back after the report was handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SentBack {
    pub by: String,
    pub at: Timestamp,
    /// What the part is about.
    pub about: String,
    pub comment: String,
}

/// The part-year report of one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitReport {
    pub org: String,
    pub state: ReportState,
    pub author: Option<String>,
    pub changed: Option<Timestamp>,
    pub approved_by: Option<String>,
    /// The summary, quoted upward with its origin.
    pub summary: Option<String>,
    /// A draft that had been handed in.
    pub returned: Option<SentBack>,
    #[serde(default)]
    pub parts: Vec<ReportPart>,
}

/// What was written last time about the same thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LastText {
    pub org: String,
    /// A measure, an element or "sammanfattning".
    pub about: String,
    pub month: Period,
    pub text: String,
}

/// Levels of a judgement; "cannot tell" and "not measured yet" never merge with "partly".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    Achieved,
    Partly,
    NotAchieved,
    CannotTell,
    NotAssessed,
}

/// Who judges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    Unit,
    Central,
    Political,
}

/// A human judgement of a goal in the part-year report, beside the proposal of the rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    pub element: String,
    pub stage: Stage,
    pub outcome: Level,
    pub forecast: Option<Level>,
    pub proposal: Option<Level>,
    pub text: Option<String>,
    /// Why it is another than the proposal.
    pub reason: Option<String>,
    pub by: Option<String>,
    pub on: Option<Date>,
}

/// An event that is shown on charts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Annotation {
    pub org: String,
    /// All measures of the unit when absent.
    pub measure: Option<String>,
    pub period: Period,
    pub label: String,
    pub text: String,
    pub by: String,
}

/// A baseline that a person has chosen, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    pub org: String,
    pub measure: String,
    pub from: Period,
    /// Number of values in the baseline; 0 for the ordinary rule.
    pub values: u8,
    /// Whether it is measured otherwise from then on, by everyone.
    #[serde(default)]
    pub method: bool,
    pub reason: String,
    pub by: String,
    pub on: Date,
}

/// A value that was another at first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Corrected {
    pub org: String,
    pub measure: String,
    pub period: Period,
    /// What was said first.
    pub before: Decimal,
    pub reason: String,
}

/// How many women and men the values of a measure at an org unit are about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Headcount {
    pub org: String,
    pub measure: String,
    pub women: u32,
    pub men: u32,
}

/// How many people the values of an org unit are about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Respondents {
    pub org: String,
    pub measure: String,
    pub people: u32,
}

/// A synpunkt from an inhabitant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Feedback {
    pub id: String,
    pub org: String,
    pub received: Date,
    pub answer_by: Date,
    pub answered: Option<Date>,
    pub text: String,
    pub answer: Option<String>,
    pub topic: String,
}

/// What a year wheel has otherwise than the steering model proposes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WheelStep {
    pub id: String,
    /// Of which year's wheel.
    pub year: i16,
    /// Whose; all of a level of the steering model when it names one instead.
    pub org: Option<String>,
    pub level: Option<String>,
    /// Cycle kind of the steering model.
    pub kind: String,
    /// A step of their own; otherwise the proposed one of the kind is changed.
    pub title: Option<String>,
    pub start: Option<Date>,
    pub end: Option<Date>,
    pub needed: Option<Date>,
    /// The year that the step is about.
    pub for_year: i16,
    /// How the day moves; the nearest same weekday when absent.
    pub rule: Option<String>,
    pub instructions: Option<String>,
}
