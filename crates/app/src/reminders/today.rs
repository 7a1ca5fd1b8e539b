//! The second letter of a day: what is due today and came after the digest. Few can have such, and
//! only they are looked at.

use std::collections::BTreeSet;

use db::Tx;
use domain::followup::Round;
use domain::ids::PersonId;
use domain::reminders::Sending;
use jiff::civil::Date;

use super::mine::{key_of_account, stamp};
use super::post::Post;
use super::{run, store};
use crate::app::App;
use crate::followup::store::rounds;
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
        people.extend(untold(tx, (app, day))?);
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

/// Who hands in an account today that the digest did not say was due today: its day has been moved, or
/// it became theirs since.
fn untold(tx: &mut Tx<'_>, (app, day): (&App, Date)) -> Result<BTreeSet<PersonId>, AppError> {
    let mut rounds = rounds(tx)?;
    let is_due =
        |round: &Round| round.due_on == day || round.plan.days.iter().any(|one| one.due_on == day);
    rounds.retain(|round| round.is_open(day) && is_due(round));
    let mut people = BTreeSet::new();
    if rounds.is_empty() {
        return Ok(people);
    }
    let organisation = app.structures.at_head(tx, true)?;
    let organisation = &organisation.organisation;
    let told = store::told_on(tx, day)?;
    for round in &rounds {
        for (account, unit, person) in store::handing_in(tx, round.id, day)? {
            let level = organisation.get(unit).map_or("", |unit| unit.level.as_str());
            let stamp = stamp(&key_of_account(account), Some(day));
            let is_told = told.get(&person).is_some_and(|told| told.lines().any(|it| it == stamp));
            if round.seen_from(level).due_on == day && !is_told {
                people.insert(person);
            }
        }
    }
    Ok(people)
}
