//! People found by name: for those who manage the register their page there, for others what they
//! answer for in the thread, as far as the visitor may see it. Who answers for nothing is not told of.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::access::Action;
use domain::ids::{ElementId, PersonId};
use domain::search::Index;

use super::hits::Hit;
use super::store::{self, Called};
use super::things::answered_for;
use crate::cx::Cx;
use crate::thread;
use crate::web::error::AppError;

/// Shorter words fit too many names.
const SHORTEST: usize = 2;

/// The names of the register, indexed once and kept until somebody in it is changed.
#[derive(Clone)]
struct Register(Arc<Index<Called>>);

impl Register {
    fn of(cx: &mut Cx<'_, '_>) -> Result<Arc<Self>, AppError> {
        let now = store::changes(cx.tx)?;
        cx.kept_from(
            now,
            &[],
            |_| true,
            |cx, earlier: Option<(i64, Arc<Self>)>| {
                if let Some((since, register)) = earlier
                    && !store::may_have_changed(cx.tx, since, now)?
                {
                    return Ok(Self::clone(&register));
                }
                let all = store::registered(cx.tx)?;
                let names = all.iter().map(|one| (one.clone(), one.name.as_str(), ""));
                Ok(Self(Arc::new(Index::new(names))))
            },
        )
    }
}

/// The people whose names fit some words.
pub(super) fn fitting(cx: &mut Cx<'_, '_>, words: &str, most: usize) -> Result<Vec<Hit>, AppError> {
    if words.chars().count() < SHORTEST {
        return Ok(Vec::new());
    }
    let Register(names) = &*Register::of(cx)?;
    let found = if crate::app::may_somewhere(cx.visit, Action::ManagePeople) {
        let told = |one: Called| (format!("/personer/{}", one.person), one.name, one.title);
        names.find_spelt(words, most, |_| true).into_iter().map(told).collect()
    } else {
        answering(cx, names, words, most)
    };
    let kind = cx.texts().search_person();
    let hit = |(url, title, note)| Hit { kind: kind.to_owned(), title, note, url };
    Ok(found.into_iter().map(hit).collect::<Vec<_>>())
}

/// Those who answer for something that the visitor may see, with where all of it is.
fn answering(
    cx: &Cx<'_, '_>,
    names: &Index<Called>,
    words: &str,
    most: usize,
) -> Vec<(String, String, String)> {
    let answers: Arc<BTreeMap<PersonId, Vec<ElementId>>> = answered_for(cx.app, &cx.structure);
    let year = cx.today().year();
    let seen = |id: &ElementId| {
        let element = cx.structure.element(*id);
        element.is_some_and(|one| thread::is_listed(one, year) && cx.may_see(one))
    };
    let wanted = |one: &Called| answers.get(&one.person).is_some_and(|all| all.iter().any(seen));
    let note = cx.texts().search_answers_for();
    let told = |one: Called| (thread::answered_by(one.person), one.name, note.to_owned());
    names.find_spelt(words, most, wanted).into_iter().map(told).collect()
}
