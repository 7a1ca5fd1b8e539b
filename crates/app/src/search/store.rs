//! SQL of the people that are found by name.

use db::{DbError, Row, Tx, params};
use domain::ids::{ElementId, PersonId};

use crate::elements::store::{among, ask};
use crate::i18n::sort_key;

/// Names that are read to choose among: more that fit the same few letters help nobody.
const MOST_READ: i64 = 200;

/// Somebody whose name may fit.
#[derive(Clone)]
pub(super) struct Called {
    pub(super) person: PersonId,
    pub(super) name: String,
    pub(super) title: String,
}

/// The people of the register whose names hold some words, and what more is asked of them.
macro_rules! called {
    ($more:literal) => {
        concat!(
            "select p.person_id, p.name, p.title from people p where p.tenant = $1 \
             and p.sort_key like $2 escape '!' and p.sort_key like $3 escape '!' \
             and p.sort_key like $4 escape '!' ",
            $more,
            "order by p.sort_key, p.person_id limit $5"
        )
    };
}

/// Those in the register.
pub(super) fn registered(tx: &mut Tx<'_>, words: &str) -> Result<Vec<Called>, DbError> {
    all(tx, called!(""), words)
}

/// Those who answer for something.
pub(super) fn answering(tx: &mut Tx<'_>, words: &str) -> Result<Vec<Called>, DbError> {
    let answers = called!(
        "and exists (select 1 from elements e where e.tenant = $1 \
         and e.responsible_id = p.person_id) "
    );
    all(tx, answers, words)
}

fn all(tx: &mut Tx<'_>, sql: &'static str, words: &str) -> Result<Vec<Called>, DbError> {
    let [first, second, third] = patterns(words);
    let read =
        |row: &Row<'_>| Ok(Called { person: row.id(0)?, name: row.text(1)?, title: row.text(2)? });
    tx.all(sql, params![first, second, third, MOST_READ], read)
}

/// What some people answer for, the living and the others.
pub(super) fn answered_for(
    tx: &mut Tx<'_>,
    people: &[PersonId],
) -> Result<Vec<(PersonId, ElementId)>, DbError> {
    ask(
        tx,
        among!(
            "select responsible_id, element_id from elements where tenant = $1 and responsible_id"
        ),
        people.iter().map(|person| person.bytes()),
        |row| Ok((row.id(0)?, row.id(1)?)),
    )
}

/// What `like` searches for in the order's key of a name: the first three words, with its signs taken
/// as themselves. Where somebody writes a or o any letters will do, because they may stand for å, ä
/// and ö; which names fit is decided among those that are read.
fn patterns(words: &str) -> [String; 3] {
    let plain = sort_key(words).replace('!', "!!").replace('%', "!%").replace('_', "!_");
    let loose = plain.replace(['a', 'o'], "%");
    let mut words = loose.split_whitespace();
    std::array::from_fn(|_| format!("%{}%", words.next().unwrap_or_default()))
}
