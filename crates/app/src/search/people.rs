//! People found by name: for those who manage the register their page there, for others what they
//! answer for in the thread, as far as the visitor may see it. Who answers for nothing is not told of.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::Action;
use domain::ids::PersonId;
use domain::search::Index;

use super::hits::Hit;
use super::store::{self, Called};
use crate::cx::Cx;
use crate::thread;
use crate::web::error::AppError;

/// Shorter words fit too many names.
const SHORTEST: usize = 2;
/// Names whose work is looked through.
const MOST_LOOKED_AT: usize = 32;

/// The people whose names fit some words.
pub(super) fn fitting(cx: &mut Cx<'_, '_>, words: &str, most: usize) -> Result<Vec<Hit>, AppError> {
    if words.chars().count() < SHORTEST {
        return Ok(Vec::new());
    }
    let manages = crate::app::may_somewhere(cx.visit, Action::ManagePeople);
    let found = if manages {
        let registered = store::registered(cx.tx, words)?;
        let told = |one: Called| (format!("/personer/{}", one.person), one.name, one.title);
        best(&registered, words).into_iter().take(most).map(told).collect()
    } else {
        answering(cx, words, most)?
    };
    let kind = cx.texts().search_person();
    let hit = |(url, title, note)| Hit { kind: kind.to_owned(), title, note, url };
    Ok(found.into_iter().map(hit).collect())
}

/// Those who answer for something that the visitor may see, with where all of it is.
fn answering(
    cx: &mut Cx<'_, '_>,
    words: &str,
    most: usize,
) -> Result<Vec<(String, String, String)>, AppError> {
    let called = best(&store::answering(cx.tx, words)?, words);
    let people: Vec<PersonId> = called.iter().map(|one| one.person).collect();
    let year = cx.today().year();
    let answered = store::answered_for(cx.tx, &people)?;
    let seen = |id| {
        let element = cx.structure.element(id);
        element.is_some_and(|one| thread::is_listed(one, year) && cx.may_see(one))
    };
    let answers: BTreeSet<PersonId> =
        answered.into_iter().filter(|(_, id)| seen(*id)).map(|(person, _)| person).collect();
    let note = cx.texts().search_answers_for();
    let told = |one: Called| (thread::answered_by(one.person), one.name, note.to_owned());
    Ok(called
        .into_iter()
        .filter(|one| answers.contains(&one.person))
        .take(most)
        .map(told)
        .collect())
}

/// Those whose names fit best.
fn best(called: &[Called], words: &str) -> Vec<Called> {
    let by_id: BTreeMap<PersonId, &Called> = called.iter().map(|one| (one.person, one)).collect();
    let index = Index::new(called.iter().map(|one| (one.person, one.name.as_str(), "")));
    let found = index.find(words, MOST_LOOKED_AT, |_| true).into_iter();
    found.filter_map(|person| by_id.get(&person).copied().cloned()).collect()
}
