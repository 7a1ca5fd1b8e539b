//! Looking at what would be sent on a day, without sending anything: for the command line.

use domain::ids::PersonId;
use domain::reminders::{Pace, Sending};

use super::prepare::Place;
use super::{run, store};
use crate::app::App;
use crate::mail::Letter;
use crate::web::error::AppError;

/// People whose letters are made in one transaction.
const AT_ONCE: i64 = 100;

/// What would be sent.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Looked {
    /// How many people were looked at: those with an address who want to be reminded.
    pub people: usize,
    /// The letters.
    pub letters: Vec<Letter>,
}

/// The digests as they would be at a moment.
///
/// # Errors
/// The store's.
pub fn look(app: &App, place: &Place, now: i64) -> Result<Looked, AppError> {
    let today = app.clock.local(now).date();
    let mut looked = Looked::default();
    let mut after = PersonId::from([0; 16]);
    loop {
        let (count, last, letters) = app.db.read(place.tenant, |tx| {
            let receivers = store::receivers(tx, after, today, AT_ONCE)?;
            let last = receivers.last().map(|one| one.id);
            let wanted: Vec<_> =
                receivers.iter().filter(|one| one.choice.pace != Pace::Never).collect();
            let letters =
                run::letters(tx, (app, place, now), wanted.iter().copied(), Sending::Digest)?;
            Ok::<_, AppError>((wanted.len(), last, letters))
        })?;
        let Some(last) = last else { return Ok(looked) };
        after = last;
        looked.people += count;
        looked.letters.extend(letters.into_iter().map(|one| one.letter));
    }
}
