//! What is written in a step, and what must be said before an analysis is concluded.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Longest conclusion, in letters: it is carried into reports and dialogues as it stands.
pub const LONGEST_CONCLUSION: usize = 300;
/// Longest other text of a step, in letters.
pub const LONGEST_WORDS: usize = 4_000;
/// Most things that are marked in a step.
pub const MOST_MARKS: usize = 200;

/// How sure those who concluded are.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Säkert.
    Certain,
    /// Troligt.
    Likely,
    /// Osäkert.
    Unsure,
}

impl Certainty {
    /// All of them, the surest first.
    pub const ALL: [Self; 3] = [Self::Certain, Self::Likely, Self::Unsure];

    /// The stored name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Likely => "likely",
            Self::Unsure => "unsure",
        }
    }

    /// The one of a stored name.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What somebody said of one thing: that it may have mattered and whether it helped, or whether what was
/// found was expected.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Mark {
    /// What was said, as a code.
    pub value: String,
    /// Of what, in the words it had then.
    pub label: String,
    /// When that was, as a day; may be empty.
    pub day: String,
    /// Who said it.
    pub by: String,
    /// When, in microseconds since 1970 in UTC.
    pub at: i64,
}

/// What is written in a step.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct StepContent {
    /// Texts by field.
    pub words: BTreeMap<String, String>,
    /// What is said of things, by the thing.
    pub marks: BTreeMap<String, Mark>,
}

impl StepContent {
    /// The text of a field; empty when nothing is written.
    pub fn text(&self, field: &str) -> &str {
        self.words.get(field).map_or("", String::as_str)
    }

    /// What tells one wording of a field from another: a checksum of its text (FNV-1a, 64 bits), so that
    /// each field has a version of its own while others write beside it.
    pub fn version_of(&self, field: &str) -> String {
        let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        format!("{:016x}", self.text(field).bytes().fold(0xcbf2_9ce4_8422_2325, mix))
    }

    /// The same with another text of a field; without it when the text is empty.
    #[must_use]
    pub fn with(&self, field: &str, text: &str) -> Self {
        let mut next = self.clone();
        if text.is_empty() {
            next.words.remove(field);
        } else {
            next.words.insert(field.to_owned(), text.to_owned());
        }
        next
    }

    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        self.words.values().all(|text| text.trim().is_empty()) && self.marks.is_empty()
    }

    /// What of this can no longer be read in what takes its place: texts that do not stand whole in the new
    /// ones, and what was said otherwise of things.
    #[must_use]
    pub fn lost_in(&self, next: &Self) -> Self {
        let mut lost = self.clone();
        lost.words.retain(|field, text| !next.text(field).contains(text.trim()));
        lost.marks.retain(|thing, mark| {
            next.marks.get(thing).is_none_or(|other| other.value != mark.value)
        });
        lost
    }

    /// This and what somebody wrote later of the same, so that nothing of either is gone: a text that
    /// stands whole in the other is written once, and what is said of things is what was said last.
    #[must_use]
    pub fn together(&self, later: &Self) -> Self {
        let mut all = later.clone();
        for (field, text) in &self.lost_in(later).words {
            let newer = later.text(field);
            let both = if text.contains(newer.trim()) {
                text.clone()
            } else {
                format!("{text}\n\n{newer}")
            };
            all.words.insert(field.clone(), both);
        }
        for (thing, mark) in &self.marks {
            all.marks.entry(thing.clone()).or_insert_with(|| mark.clone());
        }
        all
    }

    /// All texts, for whoever looks for something in them.
    pub fn all_words(&self) -> impl Iterator<Item = &str> {
        self.words.values().map(String::as_str)
    }
}

/// What two people wrote at once, field by field: what only one of them changed is kept; the fields that
/// both changed differently are told, and there the visitor's own text stands.
pub fn merged(
    before: &StepContent,
    theirs: &StepContent,
    own: &StepContent,
) -> (StepContent, Vec<String>) {
    let mut both = Vec::new();
    let mut all = StepContent::default();
    let fields = before.words.keys().chain(theirs.words.keys()).chain(own.words.keys());
    let fields: std::collections::BTreeSet<&String> = fields.collect();
    for field in fields {
        let (was, now, mine) = (before.text(field), theirs.text(field), own.text(field));
        let kept = if mine == was { now } else { mine };
        if mine != was && now != was && mine != now {
            both.push(field.clone());
        }
        if !kept.is_empty() {
            all.words.insert(field.clone(), kept.to_owned());
        }
    }
    // What one said of a thing and the other did not touch is kept as well.
    let things = before.marks.keys().chain(theirs.marks.keys()).chain(own.marks.keys());
    let things: std::collections::BTreeSet<&String> = things.collect();
    for thing in things {
        let value = |of: &StepContent| of.marks.get(thing).map(|mark| mark.value.clone());
        let from = if value(own) == value(before) { theirs } else { own };
        if let Some(mark) = from.marks.get(thing) {
            all.marks.insert(thing.clone(), mark.clone());
        }
    }
    (all, both)
}

/// What is missing before an analysis is concluded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ConclusionProblem {
    /// There is no conclusion.
    NoConclusion,
    /// It has so many letters.
    TooLong(usize),
    /// Nobody has said how sure it is.
    NoCertainty,
    /// It does not say what it means for the inhabitant.
    NoInhabitant,
}

/// Whether the conclusion can be carried further as it stands.
pub fn check_conclusion(
    conclusion: &str,
    certainty: Option<Certainty>,
    inhabitant: &str,
) -> Vec<ConclusionProblem> {
    let letters = conclusion.trim().chars().count();
    let mut problems = Vec::new();
    if letters == 0 {
        problems.push(ConclusionProblem::NoConclusion);
    }
    if letters > LONGEST_CONCLUSION {
        problems.push(ConclusionProblem::TooLong(letters));
    }
    if certainty.is_none() {
        problems.push(ConclusionProblem::NoCertainty);
    }
    if inhabitant.trim().is_empty() {
        problems.push(ConclusionProblem::NoInhabitant);
    }
    problems
}
