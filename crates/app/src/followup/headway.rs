//! How far an account has come, what is left and about how long it takes: one truth for every page.

use domain::followup::{Headway, MINUTES_TO_CONFIRM, PartState, minutes_of};
use domain::ids::{FollowUpId, OrgUnitId, RoundId};

use super::stops::{Group, Stop, held, note_with, stop_address, stops, title};
use super::store::{Part, Returned, template_of};
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::web::error::AppError;
use crate::web::ui::{Task, TaskState};

/// How many parts are done, of how many.
pub fn headway(parts: &[Part]) -> Headway {
    Headway::of(parts.iter().map(|part| part.state))
}

/// A stop that is left.
pub struct LeftStop<'p> {
    /// Where it is answered.
    pub url: String,
    /// The group whose parts are confirmed together; none for a part that is answered by itself.
    pub group: Option<Group>,
    /// The parts that are left there.
    pub parts: Vec<&'p Part>,
    /// About how many minutes it takes.
    pub minutes: i64,
}

/// About how many minutes a part takes: what its question says, else what its kind does.
fn minutes(part: &Part) -> i64 {
    match &part.asked {
        Some(asked) if part.text.is_empty() => asked.minutes,
        _ => minutes_of(part.kind, !part.text.is_empty()),
    }
}

/// What is left of an account, in order.
pub fn left_stops(account: FollowUpId, parts: &[Part]) -> Vec<LeftStop<'_>> {
    stops(parts)
        .into_iter()
        .filter_map(|stop| {
            let left: Vec<&Part> =
                held(parts, stop).filter(|part| part.state == PartState::Left).collect();
            let first = left.first()?;
            let (group, minutes) = match stop {
                Stop::Group(group) => (Some(group), MINUTES_TO_CONFIRM),
                Stop::Part(_) => (None, minutes(first)),
            };
            Some(LeftStop { url: stop_address(account, stop), group, parts: left, minutes })
        })
        .collect()
}

/// The stops as tasks: what came back says so.
pub(super) fn tasks(
    texts: Texts,
    account: FollowUpId,
    parts: &[Part],
    returned: &[Returned],
) -> Vec<Task> {
    let left = left_stops(account, parts);
    stops(parts)
        .into_iter()
        .map(|stop| {
            let url = stop_address(account, stop);
            let left = left.iter().find(|left| left.url == url);
            Task {
                title: title(texts, parts, stop),
                note: note_with(texts, parts, stop, returned),
                time: left.map(|left| texts.followup_minutes(left.minutes)).unwrap_or_default(),
                state: if left.is_some() { TaskState::Left } else { TaskState::Done },
                url: Some(url),
                state_word: String::new(),
            }
        })
        .collect()
}

/// About how long all that is left takes, in words; empty when nothing is left.
pub(super) fn minutes_words(texts: Texts, account: FollowUpId, parts: &[Part]) -> String {
    let minutes: i64 = left_stops(account, parts).iter().map(|left| left.minutes).sum();
    if minutes == 0 { String::new() } else { texts.followup_minutes_left(minutes) }
}

/// About how long an account takes where no template says.
const USUAL_MINUTES: i64 = 15;

/// About how many minutes an account that nobody has begun takes: what the round's template says for the
/// level of the org unit.
pub fn minutes_to_write(
    cx: &mut Cx<'_, '_>,
    round: RoundId,
    org_unit: OrgUnitId,
) -> Result<i64, AppError> {
    let template = template_of(cx.tx, round)?;
    let unit = cx.structure.organisation.get(org_unit);
    let level = unit.map_or("", |unit| unit.level.as_str());
    Ok(template.map_or(USUAL_MINUTES, |one| one.minutes_for(level)))
}
