//! Whom a text asks: names after an at sign, and which person each of them is.

use crate::ids::PersonId;

/// Longest that is looked at after an at sign, in letters; names are shorter.
const LONGEST_CALL: usize = 120;

/// Somebody who could be meant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Known {
    /// Identity.
    pub id: PersonId,
    /// Full name.
    pub name: String,
    /// Title of the post; may be empty.
    pub title: String,
}

/// Why nobody is meant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CallProblem {
    /// Nobody is called so.
    Unknown(String),
    /// Several are; with how each of them is told from the others.
    Ambiguous(String, Vec<String>),
}

/// What follows each at sign that begins a word, as far as a name could reach. An address of mail is
/// not a call.
pub fn calls(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('@') {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + 1..).unwrap_or_default();
        let line = after.lines().next().unwrap_or_default();
        let begins = line.chars().next().is_some_and(char::is_alphabetic);
        if begins && before.is_none_or(|letter| !letter.is_alphanumeric() && letter != '.') {
            let end = line.char_indices().nth(LONGEST_CALL).map_or(line.len(), |(end, _)| end);
            found.push(line.get(..end).unwrap_or_default());
        }
    }
    found
}

/// The first word of a call or a name.
pub(super) fn first_word(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_alphanumeric() && letter != '-');
    text.get(..end.unwrap_or(text.len())).unwrap_or_default().trim_end_matches('-')
}

/// Who is meant by what follows an at sign, among those whose names begin so: the longest full name
/// that stands there, else the only one with that first name. `Name, Title` tells apart those who
/// are called the same.
///
/// # Errors
/// When nobody or more than one is meant.
pub fn resolve(call: &str, people: &[Known]) -> Result<PersonId, CallProblem> {
    let wanted = call.trim().to_lowercase();
    let stands = |name: &str| {
        let name = name.to_lowercase();
        wanted.strip_prefix(&name).is_some_and(|rest| {
            rest.chars().next().is_none_or(|letter| !letter.is_alphanumeric() && letter != '-')
        })
    };
    let titled =
        |one: &&Known| !one.title.is_empty() && stands(&format!("{}, {}", one.name, one.title));
    let mut meant: Vec<&Known> = people.iter().filter(titled).collect();
    if meant.is_empty() {
        meant = people.iter().filter(|one| stands(&one.name)).collect();
    }
    let longest = meant.iter().map(|one| one.name.chars().count()).max().unwrap_or(0);
    meant.retain(|one| one.name.chars().count() == longest);
    let first = first_word(call.trim());
    if meant.is_empty() {
        let lowered = first.to_lowercase();
        let named = |one: &&Known| first_word(&one.name).to_lowercase() == lowered;
        meant = people.iter().filter(named).collect();
    }
    match meant.as_slice() {
        [] => Err(CallProblem::Unknown(first.to_owned())),
        [one] => Ok(one.id),
        several => {
            let told = several.iter().map(|one| told_apart(one)).collect();
            Err(CallProblem::Ambiguous(first.to_owned(), told))
        }
    }
}

fn told_apart(one: &Known) -> String {
    if one.title.is_empty() { one.name.clone() } else { format!("{}, {}", one.name, one.title) }
}
