//! The steering chain of Skärvik: vision, goals, assignments, requirements, declarations,
//! activities and the decisions that adopted them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A decision in a minute book: the reason that a text is valid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    pub id: String,
    /// The organisation unit that decided.
    pub instance: String,
    pub date: Date,
    /// The paragraph without its sign: "112".
    pub paragraph: String,
    /// Register number: "KS 2025/0417".
    pub register: String,
    pub title: String,
}

/// How an element hangs on the one above it (link kinds of the steering model).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    Contributes,
    Decomposes,
    Specifies,
    Executes,
    Measures,
}

/// A link upward.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    pub to: String,
    pub kind: LinkKind,
}

/// What an assignment has beyond other elements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    pub giver: String,
    pub receivers: Vec<String>,
    pub due: Date,
    /// The report in which the answer is given.
    pub report_in: String,
    pub progress: Progress,
    /// The answer so far, where there is one.
    pub answer: Option<String>,
}

/// What an element said before it was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EarlierWording {
    pub from: i16,
    pub to: i16,
    pub title: String,
    pub text: String,
    pub decision: Option<String>,
}

/// A goal of the council that a committee has said does not concern it, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exemption {
    pub org: String,
    pub element: String,
    pub reason: String,
}

/// A text of the steering chain. `kind` is an element type of the model (vision, inriktningsmal,
/// miljomal, nationellt, reglemente, uppdrag, resultatmal, enhetsmal, prodmal, leveranskrav,
/// deklaration, enhetsdekl).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Element {
    pub id: String,
    pub kind: String,
    /// Number among its siblings, where the municipality numbers them.
    pub number: Option<u8>,
    pub title: String,
    #[serde(default)]
    pub text: String,
    pub owner: String,
    /// A person of the data.
    pub responsible: Option<String>,
    #[serde(default)]
    pub parents: Vec<Link>,
    pub decision: Option<String>,
    pub from: i16,
    pub to: i16,
    /// Fields of the steering model that the program knows nothing about.
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
    /// Why it looks as it does and how it is followed up, by the names of the form's fields.
    #[serde(default)]
    pub grounds: BTreeMap<String, String>,
    pub assignment: Option<Assignment>,
    #[serde(default)]
    pub earlier: Vec<EarlierWording>,
    /// Why the element breaks a rule of the model, when it does so on purpose.
    pub broken: Option<String>,
}

/// How far an activity or an assignment has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    NotStarted,
    Ongoing,
    Late,
    Done,
    Paused,
}

/// Something concrete that someone does before a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    pub id: String,
    pub title: String,
    pub owner: String,
    /// The role that answers for it, in words.
    pub responsible: String,
    pub person: Option<String>,
    pub start: Date,
    pub end: Date,
    pub done_on: Option<Date>,
    pub progress: Progress,
    /// The element that the activity executes.
    pub executes: String,
    /// How it is done, or what has come out of it so far.
    pub note: Option<String>,
}
