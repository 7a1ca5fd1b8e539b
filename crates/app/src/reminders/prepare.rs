//! A letter made ready: what waits for a person now, in their language, if it is worth a letter.

use std::sync::Arc;

use db::{Tenant, Tx};
use domain::access::Person;
use domain::elements::Structure;
use domain::ids::PersonId;
use domain::reminders::{Sending, is_worth_a_digest};
use jiff::civil::Date;

use super::letter;
use super::mine::{self, as_another};
use super::store::{self, Claim, Receiver};
use crate::app::App;
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
        }
    }
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
            let due = lines.iter().map(|line| line.due);
            let worth = match kind {
                Sending::Digest => is_worth_a_digest(receiver.choice.pace, due, today),
                Sending::Today => !lines.is_empty(),
            };
            if !worth {
                return Ok(None);
            }
            let letter = letter::write(cx.texts(), self.place, (receiver, kind, today), &lines);
            let same_day = lines.iter().filter(|line| line.due == Some(today));
            Ok(Some(Prepared {
                letter: Letter { at: self.now, ..letter },
                person: receiver.id,
                kind,
                things: i64::try_from(lines.len()).unwrap_or(i64::MAX),
                told: same_day.map(|line| line.key.as_str()).collect::<Vec<_>>().join("\n"),
            }))
        })
    }
}
