//! What waits for a person: only what they shall do themselves and may do, as it stands now.

mod accounts;
mod approvals;
mod asked;
mod late;
mod others;
mod steps;
mod values;
mod work;

use domain::followup::Round;
use domain::ids::{FollowUpId, OrgUnitId};
use domain::reminders::{AHEAD_DAYS, Kind, Sending, Waits, days_until};
use jiff::civil::Date;

use crate::cx::Cx;
use crate::web::error::AppError;

pub(super) use others::as_another;

/// Lines of one kind; the rest are counted.
const MOST: usize = 8;
/// Questions that are looked for.
const MOST_QUESTIONS: usize = 50;

/// One thing that waits.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Line {
    /// What it is about.
    pub(super) kind: Kind,
    /// What tells it from all other things.
    pub(super) key: String,
    /// What to do.
    pub(super) title: String,
    /// What is known of it, in a few words; may be empty.
    pub(super) note: String,
    /// Where it is done: a path of our own.
    pub(super) url: String,
    /// The day it shall be done.
    pub(super) due: Option<Date>,
    /// About how many minutes it takes; 0 where nobody knows.
    pub(super) minutes: i64,
    /// Its pieces, each with where it is done.
    pub(super) pieces: Vec<(String, String)>,
    /// How many more of its kind there are that are not told one by one.
    pub(super) more: usize,
}

impl Line {
    fn new(kind: Kind, key: String, title: String, url: String) -> Self {
        Self {
            kind,
            key,
            title,
            note: String::new(),
            url,
            due: None,
            minutes: 0,
            pieces: Vec::new(),
            more: 0,
        }
    }

    /// What is kept of it when it is told: itself and its day, so that another day is news.
    pub(super) fn stamp(&self) -> String {
        stamp(&self.key, self.due)
    }
}

/// What is kept of a thing that is told.
pub(super) fn stamp(key: &str, due: Option<Date>) -> String {
    format!("{key}@{}", due.map(|day| day.to_string()).unwrap_or_default())
}

/// The lines as the rhythm sees them, beside those of the latest mail.
pub(super) fn waits<'l>(
    lines: &'l [Line],
    told: &'l [String],
) -> impl Iterator<Item = Waits> + use<'l> {
    lines.iter().map(|line| Waits { due: line.due, is_told: told.contains(&line.stamp()) })
}

/// How what tells of an account is known.
pub(super) fn key_of_account(account: FollowUpId) -> String {
    format!("konto:{account}")
}

/// Everything that waits for the visitor, by kind and then by day.
pub(super) fn all(cx: &mut Cx<'_, '_>) -> Result<Vec<Line>, AppError> {
    let rounds = crate::followup::at_hand(cx)?;
    let mut lines = accounts::lines(cx, &rounds.open)?;
    lines.extend(asked::lines(cx, &rounds.open)?);
    lines.extend(approvals::lines(cx, &rounds)?);
    lines.extend(late::lines(cx, &rounds.open)?);
    lines.extend(questions(cx)?);
    let own = crate::thread::store::of_person(cx.tx, cx.person_id()?)?;
    lines.extend(work::lines(cx, &own)?);
    lines.extend(work::effects(cx)?);
    lines.extend(values::lines(cx, &own)?);
    lines.extend(steps::lines(cx)?);
    lines.sort_by_key(|line| (line.kind, line.due.unwrap_or(Date::MAX)));
    Ok(lines)
}

/// What a mail of a kind tells: of everything, what is due today and has not been told is all that
/// the second mail of a day tells. Of each kind so many, and how many more there are.
pub(super) fn of_mail(lines: Vec<Line>, kind: Sending, told: &[String], today: Date) -> Vec<Line> {
    let lines = match kind {
        Sending::Digest => lines,
        Sending::Today => lines
            .into_iter()
            .filter(|line| line.due == Some(today) && !told.contains(&line.stamp()))
            .collect(),
    };
    in_short(&lines, today)
}

/// The first lines of each kind: what is due today before what has been late for long.
fn in_short(lines: &[Line], today: Date) -> Vec<Line> {
    let mut kept = Vec::new();
    for kind in lines.chunk_by(|one, other| one.kind == other.kind) {
        let mut some: Vec<Line> = kind.to_vec();
        some.sort_by_key(|line| line.due != Some(today));
        let rest = some.len().saturating_sub(MOST);
        let more = rest + some.iter().map(|line| line.more).sum::<usize>();
        some.truncate(MOST);
        some.sort_by_key(|line| line.due.unwrap_or(Date::MAX));
        for line in &mut some {
            line.more = 0;
        }
        if let Some(last) = some.last_mut() {
            last.more = more;
        }
        kept.extend(some);
    }
    kept
}

/// How many things the lines are about, with those that are only counted.
pub(super) fn count(lines: &[Line]) -> i64 {
    let more: usize = lines.iter().map(|line| line.more).sum();
    i64::try_from(lines.len() + more).unwrap_or(i64::MAX)
}

/// The day an org unit shall hand in its account of a round.
fn due_of(cx: &Cx<'_, '_>, round: &Round, org_unit: OrgUnitId) -> Date {
    crate::followup::seen_at(cx, round, org_unit).due_on
}

/// Whether a day is past or so near that it is worth a line.
fn is_near(today: Date, due: Date) -> bool {
    days_until(today, due) <= AHEAD_DAYS
}

fn questions(cx: &mut Cx<'_, '_>) -> Result<Vec<Line>, AppError> {
    let texts = cx.texts();
    let asked = crate::comments::questions(cx, MOST_QUESTIONS)?;
    let line = |one: crate::comments::Question| {
        let title = texts.comments_asks(&one.person_name, &one.title);
        let day = cx.app.clock.local(one.at).date();
        let note = texts.reminders_asked_on(crate::i18n::date_short(texts.language, day));
        Line { note, ..Line::new(Kind::Question, one.url.clone(), title, one.url) }
    };
    Ok(asked.into_iter().map(line).collect())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn work(number: i8, due: Date) -> Line {
        let title = number.to_string();
        Line { due: Some(due), ..Line::new(Kind::Work, title.clone(), title, "/".to_owned()) }
    }

    #[test]
    fn what_is_due_today_is_told_before_what_is_late_and_the_rest_is_counted() {
        let today = date(2026, 8, 25);
        let late = (1..=9).map(|day| work(day, date(2026, 8, day)));
        let lines: Vec<Line> = late.chain([work(25, today)]).collect();
        let digest = of_mail(lines.clone(), Sending::Digest, &[], today);
        assert_eq!(digest.len(), MOST);
        assert!(digest.iter().any(|line| line.due == Some(today)));
        assert!(digest.is_sorted_by_key(|line| line.due));
        assert_eq!(digest.last().map(|line| line.more), Some(2));
        assert_eq!(count(&digest), 10);
        let second = of_mail(lines, Sending::Today, &[], today);
        assert_eq!(second.iter().map(|line| line.due).collect::<Vec<_>>(), [Some(today)]);
        assert_eq!(count(&second), 1);
    }
}
