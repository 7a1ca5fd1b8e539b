//! A letter made ready: what waits for a person now, in their language, if it is worth a letter.

use std::sync::Arc;

use db::{Tenant, Tx};
use domain::access::Person;
use domain::elements::Structure;
use domain::ids::PersonId;
use domain::reminders::{Pace, Sending, is_worth_a_digest};
use jiff::civil::Date;

use super::mine::{self, as_another};
use super::store::{self, Choice, Claim, Receiver};
use super::{letter, stop};
use crate::app::App;
use crate::cx::Cx;
use crate::mail::Letter;
use crate::web::error::AppError;

/// How long a claim holds: longer than a server is waited for.
const CLAIM_MICROS: i64 = 5 * 60 * 1_000_000;

/// The municipality that letters are about, and how its pages are reached.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// The municipality.
    pub tenant: Tenant,
    /// Its name.
    pub name: String,
    /// What stands before a path: `https://mal.kommun.se`.
    pub base: String,
}

impl Place {
    /// The name of the computer, for what is to be unlike anybody else's.
    pub(super) fn host(&self) -> &str {
        let rest = self.base.split_once("://").map_or(self.base.as_str(), |(_, rest)| rest);
        rest.split([':', '/']).next().filter(|host| !host.is_empty()).unwrap_or("localhost")
    }
}

/// A letter that is ready to be claimed and sent.
#[derive(Clone, Debug)]
pub(super) struct Prepared {
    pub(super) letter: Letter,
    pub(super) person: PersonId,
    pub(super) kind: Sending,
    things: i64,
    told: String,
    /// What opens the page where letters are turned off.
    stop_key: String,
}

impl Prepared {
    /// The claim to make before it is sent.
    pub(super) fn claim(&self, day: Date, now: i64) -> Claim {
        Claim {
            person: self.person,
            day,
            kind: self.kind,
            until: now.saturating_add(CLAIM_MICROS),
            at: now,
            things: self.things,
            told: self.told.clone(),
            stop: stop::digest(&self.stop_key),
        }
    }
}

/// Whether what waits for the visitor is worth a digest today, as they have chosen.
pub(super) fn is_worth(
    cx: &mut Cx<'_, '_>,
    choice: &Choice,
    lines: &[mine::Line],
) -> Result<bool, AppError> {
    let today = cx.today();
    let (last, told) = match choice.pace {
        Pace::Rhythm if !lines.is_empty() => store::last_told(cx.tx, cx.person_id()?, today)?,
        _ => None,
    }
    .map_or((None, Vec::new()), |(day, told)| (Some(day), told));
    Ok(is_worth_a_digest(choice.pace, mine::waits(lines, &told), (last, today)))
}

/// What is read once for all letters of a transaction.
pub(super) struct Reading<'a, 'p> {
    pub(super) app: &'a App,
    pub(super) place: &'p Place,
    pub(super) whole: Arc<Structure>,
    pub(super) now: i64,
}

impl<'a, 'p> Reading<'a, 'p> {
    pub(super) fn begin(
        app: &'a App,
        place: &'p Place,
        tx: &mut Tx<'_>,
        now: i64,
    ) -> Result<Self, AppError> {
        Ok(Self { app, place, whole: app.structures.at_head(tx, true)?, now })
    }

    fn today(&self) -> Date {
        self.app.clock.local(self.now).date()
    }

    /// The letter of a kind to a person; none for who holds no role, has nothing that waits, or does
    /// not want it.
    pub(super) fn letter(
        &self,
        tx: &mut Tx<'_>,
        receiver: &Receiver,
        grants: Vec<domain::access::Grant>,
        kind: Sending,
    ) -> Result<Option<Prepared>, AppError> {
        let today = self.today();
        if grants.is_empty() || (kind == Sending::Today && !receiver.choice.immediate) {
            return Ok(None);
        }
        let told = match kind {
            Sending::Digest => Vec::new(),
            Sending::Today => store::told_of(tx, receiver.id, today)?,
        };
        let person = Person {
            id: receiver.id,
            name: receiver.name.clone(),
            title: receiver.title.clone(),
            grants,
        };
        let language = receiver.choice.language;
        let who = (person, language, self.now);
        as_another((self.app, tx), &self.place.name, &self.whole, who, |cx| {
            let lines = mine::of_mail(mine::all(cx)?, kind, &told, today);
            let worth = match kind {
                Sending::Digest => is_worth(cx, &receiver.choice, &lines)?,
                Sending::Today => !lines.is_empty(),
            };
            if !worth {
                return Ok(None);
            }
            let stop_key = stop::new_key(&*self.app.entropy);
            let about = (receiver, kind, today);
            let letter = letter::write(cx.texts(), self.place, about, (&lines, &stop_key));
            Ok(Some(Prepared {
                letter: Letter { at: self.now, ..letter },
                person: receiver.id,
                kind,
                things: mine::count(&lines),
                told: lines.iter().map(mine::Line::stamp).collect::<Vec<_>>().join("\n"),
                stop_key,
            }))
        })
    }
}
