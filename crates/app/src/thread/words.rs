//! What columns are called, in the municipality's own words.

use domain::elements::Structure;
use domain::steering::{Role, SteeringModel, Term};

use super::columns::{Column, Columns, Tier};
use crate::i18n::{Language, Texts};
use crate::steering::{definite_plural, genitive, plural, singular};

/// The name of several things inside a sentence: `resultatmål`.
pub(super) fn plural_inside(language: Language, term: &Term) -> String {
    lowered(&plural(language, term))
}

/// The first letter small, unless the word is an abbreviation.
pub(super) fn lowered(words: &str) -> String {
    let mut letters = words.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), second) if !second.is_some_and(char::is_uppercase) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => words.to_owned(),
    }
}

/// The headings of all columns. Goals below the council are told apart by whose they are; where
/// that would name two columns alike they keep the model's own words.
pub(super) fn column_titles(texts: Texts, model: &SteeringModel, columns: &Columns) -> Vec<String> {
    let owned: Vec<String> =
        columns.columns.iter().map(|column| by_owner(texts, model, column)).collect();
    let twice = |title: &String| owned.iter().filter(|other| *other == title).count() > 1;
    columns
        .columns
        .iter()
        .zip(&owned)
        .map(
            |(column, title)| {
                if twice(title) { by_type(texts, model, column) } else { title.clone() }
            },
        )
        .collect()
}

/// The columns as headings with how much stands in each.
pub fn overview(texts: Texts, structure: &Structure) -> Vec<(String, usize)> {
    let columns = Columns::of(&structure.model);
    let titles = column_titles(texts, &structure.model, &columns);
    let count =
        |column: &Column| column.main.iter().map(|found| structure.count_of_type(found)).sum();
    titles.into_iter().zip(columns.columns.iter().map(count)).collect()
}

fn by_owner(texts: Texts, model: &SteeringModel, column: &Column) -> String {
    let first = column.main.first().and_then(|id| model.element_type(id));
    let owner = first
        .filter(|found| found.role == Role::Goal)
        // One kind of goal of the council has a name of its own that everybody knows.
        .filter(|_| column.tier > Tier::Council || column.main.len() > 1)
        .and_then(|found| model.org_level(&found.owner))
        // Where nobody has stated the plural “nämnds mål” would be no Swedish: the goals' own words.
        .filter(|level| texts.language == Language::English || level.name.is_inflected());
    match (owner, texts.language) {
        (Some(level), Language::Swedish) => {
            let owners = genitive(&definite_plural(texts.language, &level.name));
            texts.thread_goals_of(domain::steering::capitalised(&owners))
        }
        (Some(level), Language::English) => {
            texts.thread_goals_of(singular(texts.language, &level.name))
        }
        (None, _) => by_type(texts, model, column),
    }
}

fn by_type(texts: Texts, model: &SteeringModel, column: &Column) -> String {
    column
        .main
        .first()
        .and_then(|id| model.element_type(id))
        .map(|found| plural(texts.language, &found.term))
        .unwrap_or_default()
}
