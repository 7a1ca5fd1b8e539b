//! The second letter of a day: what is due today and came after the digest. Few can have such, and
//! only they are looked at.

use std::collections::BTreeSet;

use domain::ids::PersonId;
use domain::reminders::Sending;

use super::post::Post;
use super::{run, store};
use crate::web::error::AppError;

/// People whose letters are made in one transaction.
const AT_ONCE: usize = 20;
/// An hour in microseconds.
const HOUR: i64 = 3_600_000_000;

/// Sends them, one a person and day at most.
pub(super) fn send(post: &mut Post<'_>) -> Result<(), AppError> {
    let (app, place, day) = (post.app, post.place, post.day);
    let now = app.clock.now();
    let hours = i64::from(app.clock.local(now).hour()) + 1;
    let since = now.saturating_sub(hours * HOUR);
    let people: BTreeSet<PersonId> = app.db.read(place.tenant, |tx| {
        // Whoever has not had the digest yet is told by it.
        if !store::is_run_done(tx, day)? {
            return Ok(BTreeSet::new());
        }
        let mut people = store::touched_today(tx, day, since)?;
        if !people.is_empty() {
            let told = store::written_on(tx, day, Sending::Today)?;
            let waiting = store::digests_on_their_way(tx, day)?;
            people.retain(|person| !told.contains(person) && !waiting.contains(person));
        }
        Ok::<_, AppError>(people)
    })?;
    let people: Vec<PersonId> = people.into_iter().collect();
    for some in people.chunks(AT_ONCE) {
        if post.is_silent() {
            break;
        }
        let letters = run::some(post, &some.iter().copied().collect(), Sending::Today)?;
        post.send(&letters)?;
    }
    Ok(())
}
