//! How far activities had come when the year began, and when they came further: pages of another
//! day show what was known then.

use db::Tx;
use domain::fulfilment::Progress;
use jiff::ToSpan;
use jiff::civil::Date;

use super::plant_thread::{element_id, progress};
use super::world::{Activity, World};
use crate::activities::store::{self, ProgressRow, keep_progress};
use crate::web::error::AppError;

/// What was said of an activity on a day.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) day: Date,
    activity: String,
    progress: Progress,
    note: String,
}

/// Days since the latest word on how it goes with what is under way.
const SINCE_LATEST: i32 = 15;

/// The first said of an activity: how far it had come on the day everything began.
pub(super) fn first(activity: &Activity, began: Date) -> ProgressRow {
    let last = progress(activity.progress);
    let known = if activity.start > began {
        Progress::NotStarted
    } else if latest(activity) > began {
        started(activity)
    } else {
        last
    };
    let is_all = latest(activity) <= began;
    ProgressRow {
        element: element_id(&activity.id),
        progress: known,
        scale_level: String::new(),
        note: activity.note.clone().filter(|_| is_all).unwrap_or_default(),
        version: 1,
    }
}

/// The day of the last word on how it went.
fn latest(activity: &Activity) -> Date {
    match progress(activity.progress) {
        Progress::Late => activity.end.saturating_add(1.day()),
        Progress::Done => activity.done_on.unwrap_or(activity.end),
        _ => activity.end,
    }
}

/// What is said later, up to how it is today.
pub(super) fn later(world: &World, began: Date) -> Vec<Told> {
    let recently = world.today.saturating_sub(SINCE_LATEST.days());
    let mut all = Vec::new();
    for activity in world.activities.iter().filter(|one| latest(one) > began) {
        let mut tell = |day: Date, progress: Progress, note: &str| {
            let (activity, note) = (activity.id.clone(), note.to_owned());
            all.push(Told { day: day.max(began), activity, progress, note });
        };
        let (first, now) = (first(activity, began).progress, started(activity));
        if first != now && activity.start <= world.today {
            tell(activity.start, now, "");
        }
        let (last, note) = (progress(activity.progress), activity.note.as_deref().unwrap_or(""));
        if last != now || !note.is_empty() {
            tell(latest(activity).min(recently).max(activity.start.min(world.today)), last, note);
        }
    }
    all
}

/// What is said when it begins.
fn started(activity: &Activity) -> Progress {
    match progress(activity.progress) {
        Progress::NotStarted => Progress::NotStarted,
        _ => Progress::Ongoing,
    }
}

impl Told {
    /// Writes it.
    pub(super) fn plant(&self, tx: &mut Tx<'_>) -> Result<(), AppError> {
        let mut row = store::progress(tx, element_id(&self.activity))?;
        row.version += 1;
        row.progress = self.progress;
        row.note.clone_from(&self.note);
        keep_progress(tx, &row)
    }
}
