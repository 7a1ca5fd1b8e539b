//! What the figures said: computed when a step is opened, and kept as it was when the step is called done,
//! so that later values do not change what was concluded from.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::ids::ElementId;
use crate::statistics::Movement;
use crate::statistics::comparison::Level;
use crate::statistics::finding::Finding;

/// How the latest value of a measure stands to its earlier ones.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Higher than it usually is.
    High,
    /// Lower than it usually is.
    Low,
    /// As it usually is.
    Unchanged,
    /// Too few values to tell, or on its way.
    Undecided,
    /// There is no value to speak of.
    Missing,
}

/// Which way the latest value went from the one before.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// Up.
    Up,
    /// Down.
    Down,
    /// Neither.
    Same,
    /// There is nothing to compare with.
    Unknown,
}

/// How a measure stands and which way it went. What is missing, hidden or unusable stands nowhere.
pub fn standing(finding: Option<&Finding>, hides_latest: bool) -> (Standing, Way) {
    let Some(Finding::Observed(reading)) = finding.filter(|_| !hides_latest) else {
        return (Standing::Missing, Way::Unknown);
    };
    let way = match reading.change.map(|change| change.movement) {
        None => Way::Unknown,
        Some(None) => Way::Same,
        Some(Some(Movement::Up)) => Way::Up,
        Some(Some(Movement::Down)) => Way::Down,
    };
    let stands = match reading.level {
        // A series that follows the seasons says nothing by its limits.
        _ if reading.season.is_some() => Standing::Undecided,
        Level::High => Standing::High,
        Level::Low => Standing::Low,
        Level::Unchanged => Standing::Unchanged,
        Level::Undecided => Standing::Undecided,
    };
    (stands, way)
}

/// The latest value of a group of people.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct GroupFact {
    /// What the group is called.
    pub group: String,
    /// Its period, as the catalogue of periods writes it: by it is judged whether the value may still be
    /// told. Empty in what was kept before it was kept.
    #[serde(default)]
    pub at: String,
    /// Its period in words.
    pub period: String,
    /// Its value in words.
    pub value: String,
}

/// What is known of one measure.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct MeasureFact {
    /// Which.
    pub measure: ElementId,
    /// What it was called.
    pub title: String,
    /// The period of the latest value; empty without one.
    pub period: String,
    /// The latest value in words.
    pub value: String,
    /// How it stands to earlier values.
    pub standing: Standing,
    /// Which way it went.
    pub way: Way,
    /// The finding in a sentence.
    pub sentence: String,
    /// The target level in words; empty without one.
    pub target: String,
    /// Whether the level is met; none without a level or a value.
    pub met: Option<bool>,
    /// How far short, as a share of the level.
    pub gap: Option<Decimal>,
    /// The latest values of groups.
    #[serde(default)]
    pub groups: Vec<GroupFact>,
}

/// Two measures that move together or against each other more than chance would have it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Pattern {
    /// One of them.
    pub measure: ElementId,
    /// The other.
    pub other: ElementId,
    /// The finding in a sentence.
    pub sentence: String,
}

impl Pattern {
    /// The name of what is said about it.
    pub fn name(&self) -> String {
        format!("{}-{}", self.measure, self.other)
    }
}

/// Something counted of the steering model and what is planned by it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CountFact {
    /// What, as a code: `open_decisions`, `goals_measured`, or a rule of the check of the thread.
    pub what: String,
    /// How many.
    pub count: usize,
    /// Of how many, where it is a part of something.
    #[serde(default)]
    pub of: Option<usize>,
}

/// What the figures said.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Facts {
    /// Measure by measure.
    pub measures: Vec<MeasureFact>,
    /// How many more belong to the subject and were not looked at.
    #[serde(default)]
    pub more: usize,
    /// What goes together.
    #[serde(default)]
    pub patterns: Vec<Pattern>,
    /// How many pairs were looked at.
    #[serde(default)]
    pub looked: usize,
    /// What is counted, where the subject is the steering model.
    #[serde(default)]
    pub counts: Vec<CountFact>,
}

impl Facts {
    /// The measures that stand one way, in their order.
    pub fn that_stand(&self, how: Standing) -> impl Iterator<Item = &MeasureFact> {
        self.measures.iter().filter(move |one| one.standing == how)
    }

    /// Those that fall short of their level, the furthest first.
    pub fn short(&self) -> Vec<&MeasureFact> {
        let mut all: Vec<_> = self.measures.iter().filter(|one| one.met == Some(false)).collect();
        all.sort_by_key(|one| std::cmp::Reverse(one.gap));
        all
    }

    /// Those that meet their level.
    pub fn met(&self) -> impl Iterator<Item = &MeasureFact> {
        self.measures.iter().filter(|one| one.met == Some(true))
    }

    /// What is not as it was: measures whose latest value, level or standing is another, by their title
    /// now, and those that have come or gone.
    pub fn changed<'f>(&'f self, now: &'f Self) -> Vec<&'f MeasureFact> {
        let same = |one: &MeasureFact, other: &MeasureFact| {
            (one.measure == other.measure)
                && one.value == other.value
                && one.period == other.period
                && one.target == other.target
                && one.standing == other.standing
        };
        now.measures
            .iter()
            .filter(|one| !self.measures.iter().any(|other| same(other, one)))
            .collect()
    }
}
