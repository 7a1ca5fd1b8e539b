//! Sending what has been claimed, and keeping what became of it.

use std::sync::Arc;

use db::Author;
use domain::reminders::{MOST_ATTEMPTS, seconds_until_next};
use jiff::civil::Date;

use super::prepare::{Place, Prepared};
use super::run::Tally;
use super::store::{self, Claim};
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

/// The attempt whose pause is the longest while no server answers.
const PATIENT: i64 = 3;

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

    /// Claims letters and sends those that nobody else has.
    pub(super) fn send(&mut self, letters: &[Prepared]) -> Result<(), AppError> {
        if letters.is_empty() {
            return Ok(());
        }
        let now = self.app.clock.now();
        let claims: Vec<Claim> = letters.iter().map(|one| one.claim(self.day, now)).collect();
        let wanted = claims.clone();
        let attempts = self.app.db.write(self.place.tenant, &self.author(), move |tx| {
            // A few at a time, each decided by itself.
            wanted
                .iter()
                .map(|one| Ok::<_, AppError>(store::claim(tx, one)?))
                .collect::<Result<Vec<_>, _>>()
        })?;
        for ((one, claim), attempt) in letters.iter().zip(claims).zip(attempts) {
            let Some(attempt) = attempt else { continue };
            let outcome = if self.is_silent() {
                Err(Refusal::NoServer(String::new()))
            } else {
                self.app.settings.mail.way().map_or_else(
                    || Err(Refusal::NoServer(String::new())),
                    |way| way.send(&one.letter),
                )
            };
            self.keep(claim, attempt, outcome)?;
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
        // While there is no server at all the letter is not at fault: it waits out the day.
        let patient = in_seconds(seconds_until_next(attempt.min(PATIENT)));
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
        let kept = outcome.map_err(|refusal| match &refusal {
            Refusal::Never(words) => (words.clone(), None),
            Refusal::NoServer(words) => (words.clone(), Some(patient)),
            Refusal::Later(words) => (words.clone(), again),
        });
        self.app.db.write(self.place.tenant, &self.author(), move |tx| {
            let kept = kept.as_ref().copied().map_err(|(words, again)| (words.as_str(), *again));
            Ok(store::keep_outcome(tx, &claim, now, kept)?)
        })
    }
}
