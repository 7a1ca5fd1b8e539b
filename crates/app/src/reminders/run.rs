//! Reminding all people of a municipality: once each working day, a few at a time, by one node.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::ids::PersonId;
use domain::reminders::{Pace, Sending, is_sending_day};
use jiff::ToSpan;
use jiff::civil::{Date, Time};

use super::post::Post;
use super::prepare::{Place, Prepared, Reading};
use super::{store, time_of_day, today};
use crate::app::App;
use crate::web::error::AppError;

/// People whose letters are made in one transaction.
const AT_ONCE: i64 = 20;
/// How long a node has the walk before another may take it.
const RUN_MICROS: i64 = 5 * 60 * 1_000_000;
/// No letter leaves after this, however late the server came back.
pub const LAST_TIME: Time = Time::constant(19, 0, 0, 0);
/// Letters that are tried again in one round.
const MOST_AGAIN: i64 = 500;
/// How many days what was sent is kept.
const KEPT_DAYS: i32 = 90;

/// What a round of sending came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// Letters that a server took.
    pub sent: u32,
    /// Letters that are tried again.
    pub waiting: u32,
    /// Letters that will not be taken.
    pub failed: u32,
}

/// Does what is to be done now: the digest of the day once its time has come, what was not taken
/// before, and what has come since that is due today. Nothing where no server is named, and nothing
/// on days off.
///
/// # Errors
/// The store's; a server that does not answer is no error.
pub fn tick(app: &Arc<App>, place: &Place) -> Result<Tally, AppError> {
    let now = app.clock.now();
    let local = app.clock.local(now);
    let day = local.date();
    let is_time = local.time() >= time_of_day(app) && local.time() <= LAST_TIME;
    if app.settings.mail.way().is_none() || !is_sending_day(day) || !is_time {
        return Ok(Tally::default());
    }
    let mut post = Post::new(app, place, day);
    again(&mut post)?;
    if !post.is_silent() && take_run(&post, now)? {
        walk(&mut post)?;
    }
    if !post.is_silent() {
        today::send(&mut post)?;
    }
    Ok(post.tally)
}

fn take_run(post: &Post<'_>, now: i64) -> Result<bool, AppError> {
    let (day, until) = (post.day, now.saturating_add(RUN_MICROS));
    post.app.db.write(post.place.tenant, &post.author(), move |tx| {
        Ok(store::claim_run(tx, day, (now, until))?)
    })
}

/// All people in order, from the first: whoever has a letter of the day already is passed by, so that
/// a node that takes over goes on where another stopped.
fn walk(post: &mut Post<'_>) -> Result<(), AppError> {
    let (app, place, day) = (post.app, post.place, post.day);
    let done = app.db.read(place.tenant, |tx| store::written_on(tx, day, Sending::Digest))?;
    let mut after = PersonId::from([0; 16]);
    loop {
        let now = app.clock.now();
        let (letters, last) = app.db.read(place.tenant, |tx| {
            let receivers = store::receivers(tx, after, day, AT_ONCE)?;
            let last = receivers.last().map(|one| one.id);
            let wanted = receivers
                .iter()
                .filter(|one| one.choice.pace != Pace::Never && !done.contains(&one.id));
            let letters = letters(tx, (app, place, now), wanted, Sending::Digest)?;
            Ok::<_, AppError>((letters, last))
        })?;
        let Some(last) = last else { break };
        after = last;
        post.send(&letters)?;
        let until = app.clock.now().saturating_add(RUN_MICROS);
        app.db.write(place.tenant, &post.author(), move |tx| {
            Ok::<_, AppError>(store::hold_run(tx, day, until)?)
        })?;
        if post.is_silent() {
            return Ok(());
        }
    }
    let (now, oldest) = (app.clock.now(), day.checked_sub(KEPT_DAYS.days()).unwrap_or(day));
    app.db.write(place.tenant, &post.author(), move |tx| {
        store::end_run(tx, day, now)?;
        Ok(store::forget_before(tx, oldest)?)
    })
}

/// The letters of a kind to some people.
pub(super) fn letters<'r>(
    tx: &mut db::Tx<'_>,
    (app, place, now): (&App, &Place, i64),
    receivers: impl Iterator<Item = &'r store::Receiver>,
    kind: Sending,
) -> Result<Vec<Prepared>, AppError> {
    let receivers: Vec<&store::Receiver> = receivers.collect();
    let today = app.clock.local(now).date();
    let mut grants = store::grants_of_all(tx, receivers.iter().map(|one| one.id), today)?;
    let reading = Reading::begin(app, place, tx, now)?;
    let mut letters = Vec::new();
    for one in receivers {
        let held = grants.remove(&one.id).unwrap_or_default();
        letters.extend(reading.letter(tx, one, held, kind)?);
    }
    Ok(letters)
}

/// What was not taken before, made anew: what has been done meanwhile is not told.
fn again(post: &mut Post<'_>) -> Result<(), AppError> {
    let (app, place, day) = (post.app, post.place, post.day);
    let now = app.clock.now();
    let waiting = app.db.read(place.tenant, |tx| store::to_try_again(tx, day, now, MOST_AGAIN))?;
    for (person, kind) in waiting {
        if post.is_silent() {
            break;
        }
        let letter = one(post, person, kind)?;
        if letter.is_none() {
            app.db.write(place.tenant, &post.author(), move |tx| {
                Ok::<_, AppError>(store::drop_letter(tx, (person, day, kind), now)?)
            })?;
        }
        post.send(letter.as_slice())?;
    }
    let ended: Date = day;
    app.db.write(place.tenant, &post.author(), move |tx| Ok(store::give_up_unsure(tx, ended, now)?))
}

/// The letter of a kind to one person, as it would be now.
pub(super) fn one(
    post: &Post<'_>,
    person: PersonId,
    kind: Sending,
) -> Result<Option<Prepared>, AppError> {
    Ok(some(post, &BTreeSet::from([person]), kind)?.pop())
}

/// The letters of a kind to some people, as they would be now.
pub(super) fn some(
    post: &Post<'_>,
    people: &BTreeSet<PersonId>,
    kind: Sending,
) -> Result<Vec<Prepared>, AppError> {
    let (app, place, day) = (post.app, post.place, post.day);
    let now = app.clock.now();
    app.db.read(place.tenant, |tx| {
        let mut receivers = Vec::new();
        for person in people {
            receivers.extend(store::receiver(tx, *person, day)?);
        }
        letters(tx, (app, place, now), receivers.iter(), kind)
    })
}
