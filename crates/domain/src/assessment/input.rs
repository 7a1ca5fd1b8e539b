//! What a proposal rests on: measures, children, criteria, forecasts.

use serde::{Deserialize, Serialize};

use super::Grade;
use crate::ids::ElementId;
use crate::steering::{Assessment, TypeId};

/// How much one thing weighs against others. One unless somebody has said otherwise.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Weight(u8);

impl Weight {
    /// The weight of what nobody has weighed.
    pub const EQUAL: Self = Self(1);
    /// The heaviest there is.
    pub const MOST: u8 = 100;

    /// A weight from 1 to 100. What shall not count is left out by the rule, never by weighing nothing.
    pub fn new(weight: i64) -> Option<Self> {
        u8::try_from(weight).ok().filter(|one| (1..=Self::MOST).contains(one)).map(Self)
    }

    /// As a number.
    pub fn number(self) -> u64 {
        u64::from(self.0)
    }
}

/// Where the grade of an input comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InputSource {
    /// The latest value against its target.
    Value,
    /// What a person has judged.
    Judgement,
    /// What a person expects at the end of the year.
    Forecast,
    /// The criterion's own measures, since nobody has judged it.
    OwnMeasures,
    /// How far work has come.
    Progress,
}

/// One thing that a proposal may rest on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Input {
    /// What it is.
    pub element: ElementId,
    /// What it says; none when it says nothing, which is never the same as partly.
    pub grade: Option<Grade>,
    /// Whether the rule lets it count.
    pub counts: bool,
    /// How much it weighs where the rule weighs.
    pub weight: Weight,
    /// Where the grade comes from.
    pub source: InputSource,
}

/// Whether a measure counts: by the classes that the rule names, else by the measure itself.
pub fn counts_measure(rule: &Assessment, class: &str, counts_itself: bool) -> bool {
    let classes = &rule.params.include_classes;
    if classes.is_empty() { counts_itself } else { classes.iter().any(|one| one == class) }
}

/// Whether a child counts: by the types that the rule names, else each that is judged by a person.
pub fn counts_child(rule: &Assessment, of_type: &TypeId, is_judged: bool) -> bool {
    let types = &rule.params.child_types;
    if types.is_empty() { is_judged } else { types.contains(of_type) }
}
