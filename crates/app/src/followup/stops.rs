//! An account as stops on the thread: money, what goes as expected, each deviation, goals, summary.

use domain::followup::{PartKind, PartState};
use domain::ids::{FollowUpId, PartId};
use maud::Markup;

use super::reach::Found;
use super::sharing::standing;
use super::store::{Account, Part, Returned};
use super::words::{due_words, part_title};
use super::{answered, part_url, url};
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::web::ui::{Link, Step, StepState, steps};

/// The groups whose parts are confirmed together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Group {
    /// Fetched figures.
    Money,
    /// What goes as expected.
    Usual,
}

impl Group {
    /// The word in the address.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Money => "ekonomi",
            Self::Usual => "som-vantat",
        }
    }

    /// Whether the part belongs here.
    pub(super) fn holds(self, part: &Part) -> bool {
        match self {
            Self::Money => part.kind == PartKind::Economy,
            Self::Usual => part.is_usual(),
        }
    }

    /// Its heading.
    pub(super) fn title(self, texts: Texts) -> &'static str {
        match self {
            Self::Money => texts.followup_group_money(),
            Self::Usual => texts.followup_group_usual(),
        }
    }
}

impl std::str::FromStr for Group {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        [Self::Money, Self::Usual].into_iter().find(|group| group.code() == text).ok_or(())
    }
}

/// One stop.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Stop {
    /// Several parts together.
    Group(Group),
    /// One part.
    Part(PartId),
}

/// The stop of a part.
pub(super) fn stop_of(part: &Part) -> Stop {
    [Group::Money, Group::Usual]
        .into_iter()
        .find(|group| group.holds(part))
        .map_or(Stop::Part(part.id), Stop::Group)
}

/// The stops of an account in order.
pub(super) fn stops(parts: &[Part]) -> Vec<Stop> {
    let mut all: Vec<Stop> = Vec::new();
    for part in parts {
        let stop = stop_of(part);
        if !all.contains(&stop) {
            all.push(stop);
        }
    }
    all
}

/// The parts of a stop.
pub(super) fn held(parts: &[Part], stop: Stop) -> impl Iterator<Item = &Part> {
    parts.iter().filter(move |part| stop_of(part) == stop)
}

fn is_left(parts: &[Part], stop: Stop) -> bool {
    held(parts, stop).any(|part| part.state == PartState::Left)
}

/// Where a stop is answered.
pub(super) fn stop_url(account: &Account, stop: Stop) -> String {
    stop_address(account.id, stop)
}

/// Where a stop of the account with this identity is answered.
pub(super) fn stop_address(account: FollowUpId, stop: Stop) -> String {
    match stop {
        Stop::Group(group) => format!("{}/grupp/{}", url(account), group.code()),
        Stop::Part(part) => part_url(account, part),
    }
}

/// What comes after a stop: the next that is left, else the first that is, else the review.
pub(super) fn next_url(account: &Account, parts: &[Part], after: Stop) -> String {
    let all = stops(parts);
    let here = all.iter().position(|stop| *stop == after).map_or(0, |at| at + 1);
    let (before, later) = all.split_at(here.min(all.len()));
    // What nobody must answer is offered on the way, and not gone back to.
    let offers = |stop: &&Stop| held(parts, **stop).any(is_free);
    let left = |stop: &&Stop| **stop != after && is_left(parts, **stop);
    later
        .iter()
        .find(|stop| left(stop) || offers(stop))
        .or_else(|| before.iter().find(left))
        .map_or_else(|| format!("{}/granska", url(account.id)), |stop| stop_url(account, *stop))
}

/// Whether nobody must answer it, and nobody has.
fn is_free(part: &Part) -> bool {
    part.asked.as_ref().is_some_and(|asked| !asked.required) && !answered::is_answered(part)
}

/// What is known of a stop, in a few words.
fn note(texts: Texts, parts: &[Part], stop: Stop) -> String {
    let left = is_left(parts, stop);
    let count = i64::try_from(held(parts, stop).count()).unwrap_or(0);
    match stop {
        Stop::Group(_) if left => texts.followup_note_confirm(count),
        Stop::Group(Group::Money) => texts.followup_note_fetched(count),
        Stop::Group(Group::Usual) => texts.followup_note_automatic(count),
        Stop::Part(_) => {
            let part = held(parts, stop).next();
            let returned = part.is_some_and(|part| part.kind != PartKind::Summary);
            match part {
                Some(part) if part.eased => texts.followup_note_eased().to_owned(),
                Some(part) if is_free(part) => texts.followup_note_optional().to_owned(),
                _ if !left => texts.followup_note_done().to_owned(),
                Some(part) if part.asked.is_some() || part.kind == PartKind::Assignment => {
                    texts.followup_note_answer().to_owned()
                }
                Some(part) if part.kind == PartKind::Summary && !part.text.is_empty() => {
                    texts.followup_note_draft().to_owned()
                }
                Some(part) if !part.needs.is_empty() => texts.followup_note_deviates().to_owned(),
                _ if returned => texts.followup_note_judge().to_owned(),
                _ => texts.followup_note_left().to_owned(),
            }
        }
    }
}

/// What is known of a stop; one that came back and is not answered yet says who sent it back.
pub(super) fn note_with(texts: Texts, parts: &[Part], stop: Stop, returned: &[Returned]) -> String {
    let mut left = held(parts, stop).filter(|part| part.state == PartState::Left);
    left.find_map(|part| returned.iter().find(|one| one.part == part.id)).map_or_else(
        || note(texts, parts, stop),
        |back| texts.followup_note_returned(&back.person_name),
    )
}

/// What a stop is called.
pub(super) fn title(texts: Texts, parts: &[Part], stop: Stop) -> String {
    match stop {
        Stop::Group(group) => group.title(texts).to_owned(),
        Stop::Part(_) => {
            held(parts, stop).next().map(|part| part_title(texts, part)).unwrap_or_default()
        }
    }
}

/// The stops at the side of each page of the account.
pub(super) fn side(cx: &Cx<'_, '_>, found: &Found, parts: &[Part], now: Option<Stop>) -> Markup {
    let texts = cx.texts();
    let (account, round) = (&found.account, &found.round);
    let all: Vec<Step> = stops(parts)
        .into_iter()
        .map(|stop| Step {
            url: stop_url(account, stop),
            title: title(texts, parts, stop),
            note: note_with(texts, parts, stop, &found.returned),
            state: match (now == Some(stop), is_left(parts, stop)) {
                (true, _) => StepState::Now,
                (false, true) => StepState::Left,
                (false, false) => StepState::Done,
            },
        })
        .collect();
    let unit = cx.structure.organisation.name(account.org_unit);
    let due = due_words(texts, round, cx.today());
    let about = format!("{unit}. {due} {}.", standing::of_draft(cx, found).0);
    let back = Link::new(url(account.id), texts.followup_all_parts());
    steps(texts.followup_steps_label(), &back, &round.title, &about, &all)
}
