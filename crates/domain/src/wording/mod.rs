//! Help with the wording of goals: what a careful colleague would remark on.
//!
//! The remarks advise and never hinder. They follow the checklist that the steering model names for
//! a type (SMART, SMARTA, TAKT or the question whether one can answer yes or no); two remarks hold
//! for every goal: that work is not a goal, and that one goal is one thing.

mod words;

#[cfg(test)]
mod tests;

use serde::Serialize;

use crate::steering::{Formulation, Role};
use words::{Words, at_start, within};

/// More words than this in one sentence are hard to hold in mind.
const LONG_SENTENCE: usize = 25;

/// A goal as it stands while somebody writes it.
#[derive(Clone, Copy, Debug)]
pub struct Wording<'a> {
    /// What it is to the program.
    pub role: Role,
    /// The checklist of its type.
    pub formulation: Formulation,
    /// The sentence itself.
    pub title: &'a str,
    /// The explanation.
    pub text: &'a str,
    /// Whether it has a last day.
    pub is_dated: bool,
    /// Whether somebody answers for it.
    pub has_responsible: bool,
    /// Whether something measures it.
    pub is_measured: bool,
}

/// A remark on a wording, the weightiest first.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Advice {
    /// It tells of work, not of what is reached.
    WorkAsGoal {
        /// The word that tells of work.
        word: String,
    },
    /// It never ends: nobody can answer whether it is reached.
    Endless {
        /// The word that has no end.
        word: String,
    },
    /// It is more than one thing.
    SeveralThings {
        /// The word that begins the second thing; empty when there are several sentences.
        word: String,
    },
    /// A word that means different things to different readers, where nothing measures it.
    Vague {
        /// The word.
        word: String,
    },
    /// Nothing in it can be counted and nothing measures it.
    NotMeasurable,
    /// It says no time.
    NotDated,
    /// Nobody answers for it.
    NobodyResponsible,
    /// One sentence that is hard to hold in mind.
    Long {
        /// How many words it has.
        words: usize,
    },
}

/// What can be checked of a wording.
#[derive(Clone, Copy)]
struct Checks {
    measurable: bool,
    dated: bool,
    responsible: bool,
    vague: bool,
}

const fn checks(formulation: Formulation) -> Checks {
    let (measurable, dated, responsible, vague) = match formulation {
        Formulation::None => (false, false, false, false),
        Formulation::Smart => (true, true, false, true),
        Formulation::Smarta | Formulation::Takt => (true, true, true, true),
        Formulation::YesNo => (false, false, false, true),
        Formulation::Activity3 => (false, true, true, false),
    };
    Checks { measurable, dated, responsible, vague }
}

/// The words without what the eye does not see: case, punctuation and spaces.
pub fn plain(text: &str) -> String {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether texts of elements with a role are held against anything.
pub const fn is_advised(role: Role) -> bool {
    matches!(role, Role::Goal | Role::Criterion | Role::Promise | Role::Activity)
}

/// What can be remarked on a wording; nothing about an empty one.
pub fn advise(wording: &Wording<'_>) -> Vec<Advice> {
    let sentence = plain(wording.title);
    if sentence.is_empty() || !is_advised(wording.role) {
        return Vec::new();
    }
    let known = words::known();
    let mut found = Vec::new();
    if wording.role != Role::Activity {
        of_goal(wording, &sentence, known, &mut found);
    }
    let checks = checks(wording.formulation);
    if checks.vague && !wording.is_measured {
        found.extend(within(&sentence, &known.vague).map(|word| Advice::Vague { word }));
    }
    if checks.measurable && !wording.is_measured && !is_countable(&sentence, known) {
        found.push(Advice::NotMeasurable);
    }
    if checks.dated && !wording.is_dated && !says_a_year(wording) {
        found.push(Advice::NotDated);
    }
    if checks.responsible && !wording.has_responsible {
        found.push(Advice::NobodyResponsible);
    }
    let words = sentence.split(' ').count();
    if words > LONG_SENTENCE {
        found.push(Advice::Long { words });
    }
    found
}

fn of_goal(wording: &Wording<'_>, sentence: &str, known: &Words, found: &mut Vec<Advice>) {
    let work = at_start(sentence, &known.work).or_else(|| within(sentence, &known.passive));
    if let Some(word) = within(sentence, &known.endless) {
        found.push(Advice::Endless { word });
    } else if let Some(word) = work {
        found.push(Advice::WorkAsGoal { word });
    }
    if let Some(word) = second_thing(wording.title, sentence, known) {
        found.push(Advice::SeveralThings { word });
    }
}

/// The word that begins a second thing, or nothing but a second sentence.
fn second_thing(title: &str, sentence: &str, known: &Words) -> Option<String> {
    if let Some(word) = within(sentence, &known.second) {
        return Some(word);
    }
    let sentences = title.split(['.', ';', '!', '?']).filter(|one| !plain(one).is_empty()).count();
    let is_second = |part: &str| part.split(' ').count() > 2;
    (sentences > 1 && title.split(['.', ';']).filter(|one| is_second(&plain(one))).count() > 1)
        .then(String::new)
}

/// Whether there is a figure in it or a word that can be counted.
fn is_countable(sentence: &str, known: &Words) -> bool {
    sentence.chars().any(|letter| letter.is_ascii_digit())
        || within(sentence, &known.countable).is_some()
}

/// Whether the words themselves name a year.
fn says_a_year(wording: &Wording<'_>) -> bool {
    let is_year = |word: &str| {
        word.parse::<u16>().is_ok_and(|year| word.len() == 4 && (1990..=2199).contains(&year))
    };
    [wording.title, wording.text]
        .iter()
        .any(|text| text.split(|letter: char| !letter.is_alphanumeric()).any(is_year))
}
