//! Words that lead to the same: the steering model's own terms in all their forms, and a list that is
//! data. Nothing here knows a word by itself.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use domain::elements::Element;
use domain::steering::{Role, SteeringModel, Term, TypeId};
use serde::Deserialize;

/// Other ways to say what is asked for that are tried; each costs a search.
const MOST_PHRASES: usize = 6;

#[derive(Deserialize)]
struct List {
    roles: Vec<WordsOfRole>,
    groups: Vec<Vec<String>>,
}

#[derive(Deserialize)]
struct WordsOfRole {
    role: String,
    words: Vec<String>,
}

/// The list as it is looked up.
#[derive(Default)]
struct Words {
    roles: BTreeMap<String, Role>,
    groups: Vec<Vec<String>>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let text = include_str!("../../../../words/synonymer.yaml");
    let Ok(list) = serde_saphyr::from_str::<List>(text) else { return Words::default() };
    let of_role = |one: &WordsOfRole| {
        let role = one.role.parse::<Role>().ok();
        let words = one.words.clone();
        words.into_iter().filter_map(move |word| Some((word, role?))).collect::<Vec<_>>()
    };
    Words { roles: list.roles.iter().flat_map(of_role).collect(), groups: list.groups }
});

/// What a question asks for besides its words.
#[derive(Default)]
pub(super) struct Kinds {
    types: BTreeSet<TypeId>,
    roles: BTreeSet<Role>,
}

impl Kinds {
    /// Whether no kind is asked for.
    pub(super) fn is_empty(&self) -> bool {
        self.types.is_empty() && self.roles.is_empty()
    }

    /// Whether an element is of a kind that is asked for; every kind is where none is.
    pub(super) fn holds(&self, element: &Element) -> bool {
        self.is_empty()
            || self.types.contains(&element.element_type)
            || self.roles.contains(&element.role)
    }

    /// The types of the model that are asked for.
    pub(super) fn of<'m>(
        &self,
        model: &'m SteeringModel,
    ) -> Vec<&'m domain::steering::ElementType> {
        let asked = |one: &&domain::steering::ElementType| {
            self.types.contains(&one.id) || self.roles.contains(&one.role)
        };
        let all = model.element_types.iter().filter(asked);
        all.filter(|_| !self.is_empty()).collect()
    }
}

/// A question parted in what kind of thing is asked for and the words that are left.
pub(super) struct Question {
    pub(super) kinds: Kinds,
    /// The words as they were written, without those that name a kind.
    pub(super) words: String,
}

impl Question {
    /// Reads a question. A word that is one of the model's own terms names just those types; one of
    /// the list names a role.
    pub(super) fn read(model: &SteeringModel, text: &str) -> Self {
        let (mut kinds, mut others) = (Kinds::default(), Vec::new());
        for word in text.split_whitespace() {
            let lower = word.to_lowercase();
            let types: Vec<&TypeId> = model
                .element_types
                .iter()
                .filter(|one| forms(&one.term).any(|form| form == lower))
                .map(|one| &one.id)
                .collect();
            if types.is_empty() {
                match WORDS.roles.get(&lower) {
                    Some(role) => drop(kinds.roles.insert(*role)),
                    None => others.push(word),
                }
            } else {
                kinds.types.extend(types.into_iter().cloned());
            }
        }
        Self { kinds, words: others.join(" ") }
    }
}

fn forms(term: &Term) -> impl Iterator<Item = String> + '_ {
    [&term.singular, &term.plural, &term.definite, &term.definite_plural]
        .into_iter()
        .chain(&term.en)
        .map(|form| form.to_lowercase())
}

/// The words as they were written, and other ways to say them.
pub(super) fn phrases(words: &str) -> Vec<String> {
    let mut all = vec![words.to_owned()];
    let lower = words.to_lowercase();
    for group in &WORDS.groups {
        let Some(said) = group.iter().find(|one| has_word(&lower, one)) else { continue };
        let others = group.iter().filter(|one| *one != said);
        all.extend(others.map(|other| lower.replacen(said.as_str(), other, 1)));
    }
    all.truncate(MOST_PHRASES);
    all
}

/// Whether a word, or several in a row, stand in a text as words of their own.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|after| after.chars().next());
        [before, after].into_iter().flatten().all(char::is_whitespace)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_list_is_read_and_names_a_role() {
        assert!(WORDS.roles.len() > 30 && WORDS.groups.len() > 10);
        assert_eq!(WORDS.roles.get("nyckeltal"), Some(&Role::Measure));
        let lower = |word: &String| *word == word.to_lowercase();
        assert!(WORDS.groups.iter().flatten().chain(WORDS.roles.keys()).all(lower));
    }

    #[test]
    fn a_word_is_said_in_the_other_ways_of_its_group() {
        assert_eq!(phrases("sjuktal 2026")[..2], ["sjuktal 2026", "sjukfrånvaro 2026"]);
        assert_eq!(phrases("ekonomiskt bistånd")[1], "försörjningsstöd");
        assert_eq!(phrases("dagisen"), ["dagisen"]);
        assert!(phrases("dagis sjuktal trygg personal klimat budget").len() <= MOST_PHRASES);
    }
}
