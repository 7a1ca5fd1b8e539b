//! Sending what has been claimed, and keeping what became of it.

use std::sync::Arc;

use db::Author;
use domain::reminders::{MOST_ATTEMPTS, seconds_until_next};
use jiff::civil::Date;

use super::prepare::{Place, Prepared};
use super::run::Tally;
use super::store::{self, Claim, Fate};
use crate::app::{App, installation_author};
use crate::mail::Refusal;
use crate::web::error::AppError;

/// After so many letters in a row that no server was there for, it is let be for a while.
const MOST_SILENCES: u32 = 3;

/// One who sends: the letters go out one by one, in a row.
pub(super) struct Post<'a> {
    pub(super) app: &'a Arc<App>,
    pub(super) place: &'a Place,
    pub(super) day: Date,
    pub(super) tally: Tally,
    silences: u32,
}

/// As whom what is sent is written down.
const AUTHOR: &str = "reminders";

impl<'a> Post<'a> {
    pub(super) fn new(app: &'a Arc<App>, place: &'a Place, day: Date) -> Self {
        Self { app, place, day, tally: Tally::default(), silences: 0 }
    }

    pub(super) fn author(&self) -> Author {
        installation_author(&*self.app.clock, AUTHOR)
    }

    /// Whether the server is silent, so that nothing more is tried for now.
    pub(super) fn is_silent(&self) -> bool {
        self.silences >= MOST_SILENCES
    }

    /// Sends letters that nobody else has. Each is claimed just before it leaves, however long the
    /// server took for those before it; what a silent server has not been asked for is let be.
    pub(super) fn send(&mut self, letters: &[Prepared]) -> Result<(), AppError> {
        for one in letters {
            let Some(way) = self.app.settings.mail.way().filter(|_| !self.is_silent()) else {
                break;
            };
            let claim = one.claim(self.day, self.app.clock.now());
            let wanted = claim.clone();
            let attempt = self.app.db.write(self.place.tenant, &self.author(), move |tx| {
                Ok::<_, AppError>(store::claim(tx, &wanted)?)
            })?;
            if let Some(attempt) = attempt {
                self.keep(claim, attempt, way.send(&one.letter))?;
            }
        }
        Ok(())
    }

    fn keep(
        &mut self,
        claim: Claim,
        attempt: i64,
        outcome: Result<(), Refusal>,
    ) -> Result<(), AppError> {
        let now = self.app.clock.now();
        let in_seconds = |seconds: i64| now.saturating_add(seconds.saturating_mul(1_000_000));
        let again = (attempt < MOST_ATTEMPTS).then(|| in_seconds(seconds_until_next(attempt)));
        match &outcome {
            Ok(()) => (self.tally.sent, self.silences) = (self.tally.sent + 1, 0),
            Err(Refusal::NoServer(words)) => {
                tracing::warn!("a reminder was not sent, no server took it: {words}");
                (self.tally.waiting, self.silences) = (self.tally.waiting + 1, self.silences + 1);
            }
            Err(Refusal::Later(words)) => {
                tracing::warn!("a reminder was not taken and is tried again: {words}");
                (self.tally.waiting, self.silences) = (self.tally.waiting + 1, 0);
            }
            Err(Refusal::Never(words)) => {
                tracing::warn!("a reminder was refused: {words}");
                (self.tally.failed, self.silences) = (self.tally.failed + 1, 0);
            }
        }
        let fate = match outcome {
            Ok(()) => Fate::Sent,
            // The letter is not at fault: it waits out the day.
            Err(Refusal::NoServer(words)) => {
                Fate::Untried(words, in_seconds(seconds_until_next(1)))
            }
            Err(Refusal::Later(words)) => again.map_or_else(
                || Fate::Failed(words.clone()),
                |again| Fate::Waits(words.clone(), again),
            ),
            Err(Refusal::Never(words)) => Fate::Failed(words),
        };
        self.app.db.write(self.place.tenant, &self.author(), move |tx| {
            Ok(store::keep_fate(tx, &claim, (attempt, now), &fate)?)
        })
    }
}
