//! The account to hand in: how far it has come and what is left, as tasks with verbs.

use chart::{Caption, Theme, ThreadLine};
use domain::elements::Structure;
use domain::followup::{AccountState, Headway, PartKind, PartState, Round};
use domain::ids::{FollowUpId, OrgUnitId};
use maud::{Markup, PreEscaped, Render, html};

use super::signals::Seen;
use super::verbs::task_title;
use super::{account_url, counted, many, nth_id, store};
use crate::cx::Cx;
use crate::followup::store::{Part, Returned, parts_of, returned_of};
use crate::followup::{
    Group, LeftStop, came_back, follow_seen, headway, left_stops, minutes_to_write, seen_at,
};
use crate::i18n::Texts;
use crate::thread::weekday_and_day;
use crate::together::shown_share;
use crate::together::store::substitutions_of;
use crate::web::error::AppError;
use crate::web::ui::{Button, Due, Task, button_link, empty_state};

/// An org unit's account in the open round, with its parts while it is being written.
pub(super) struct Owed {
    pub(super) round: Round,
    id: FollowUpId,
    state: AccountState,
    parts: Vec<Part>,
    returned: Vec<Returned>,
    /// About how many minutes it takes, when nobody has begun.
    minutes: i64,
    /// Its place among the cards of the page.
    nth: usize,
}

/// Rounds with a card of their own; the others are on the page of following up.
const MOST: usize = 3;

/// What an org unit owes now, what waits for it before what is handed in, of which the visitor may write
/// something; nothing when no round is open to it.
pub(super) fn owed(
    cx: &mut Cx<'_, '_>,
    rounds: &[Round],
    home: OrgUnitId,
) -> Result<Vec<Owed>, AppError> {
    if rounds.is_empty() {
        return Ok(Vec::new());
    }
    let (me, today) = (cx.person_id()?, cx.today());
    let mut taken_over = substitutions_of(cx.tx, me, today)?;
    taken_over.retain(|one| one.person != me && one.is_now(today));
    let mut accounts = store::own_accounts(cx.tx, home)?;
    // Somebody else reports these today, and is asked instead.
    accounts.retain(|_, (id, state)| {
        state.is_handed_in() || !taken_over.iter().any(|one| one.account == *id)
    });
    let mut asked: Vec<(&Round, FollowUpId, AccountState)> = rounds
        .iter()
        .filter_map(|round| accounts.get(&round.id).map(|(id, state)| (round, *id, *state)))
        .collect();
    asked.sort_by_key(|(_, _, state)| state.is_handed_in());
    let mut all = Vec::new();
    for (nth, (round, id, state)) in asked.into_iter().take(MOST).enumerate() {
        let (parts, returned) = if state == AccountState::Draft {
            (parts_of(cx.tx, id)?, returned_of(cx.tx, id)?)
        } else {
            (Vec::new(), Vec::new())
        };
        let share = shown_share(cx, id, home)?;
        if !share.is_any() && !state.is_handed_in() {
            continue;
        }
        let minutes = match state {
            AccountState::NotStarted => minutes_to_write(cx, round.id, home)?,
            _ => 0,
        };
        let (mut parts, mut returned) = (parts, returned);
        parts.retain(|part| share.holds(part.id));
        returned.retain(|one| share.holds(one.part));
        let round = seen_at(cx, round, home);
        all.push(Owed { round, id, state, parts, returned, minutes, nth });
    }
    Ok(all)
}

impl Owed {
    /// Lets what is left follow the org unit's own figures, which the page has read.
    pub(super) fn follow(&mut self, structure: &Structure, seen: &[Seen]) {
        let of = |id| seen.iter().find(|one| one.element.id == id).map(Seen::shown);
        follow_seen(structure, &self.round, &mut self.parts, of);
    }

    /// How many things need the visitor.
    fn tasks_left(&self) -> usize {
        match self.state {
            AccountState::NotStarted => 1,
            AccountState::Draft => left_stops(self.id, &self.parts).len(),
            AccountState::Submitted | AccountState::Approved => 0,
        }
    }

    /// What was sent back and is not handed in again.
    pub(super) fn came_back(&self, cx: &Cx<'_, '_>) -> Markup {
        came_back(cx.app, cx.texts(), &self.returned)
    }

    /// The sentence under the greeting.
    pub(super) fn sentence(&self, cx: &Cx<'_, '_>) -> String {
        let texts = cx.texts();
        let left = self.tasks_left();
        let back = self.returned.iter().filter(|one| one.state == PartState::Left).count();
        if back > 0 {
            return texts.home_came_back(many(back));
        }
        if left == 0 && self.state == AccountState::Draft {
            return texts.home_ready_to_hand_in().to_owned();
        }
        if left == 0 {
            let title = super::round_title(&self.round);
            return texts.home_handed_in_all(title);
        }
        let day = weekday_and_day(texts.language, self.round.due_on);
        if cx.today() > self.round.due_on {
            return texts.home_overdue(day);
        }
        let count = counted(cx, left);
        if self.state == AccountState::NotStarted {
            texts.home_report_waits(day)
        } else {
            texts.home_needs_you(day, many(left), count)
        }
    }

    /// The card.
    pub(super) fn card(&self, cx: &Cx<'_, '_>, seen: &[Seen]) -> Markup {
        let texts = cx.texts();
        let deadline = match self.state {
            AccountState::Submitted | AccountState::Approved => String::new(),
            _ if cx.today() > self.round.due_on => {
                texts.home_should_have(crate::i18n::date_short(texts.language, self.round.due_on))
            }
            _ => texts.home_hand_in(weekday_and_day(texts.language, self.round.due_on)),
        };
        let due = Due {
            id: nth_id("att-lamna", self.nth),
            title: super::round_title(&self.round).to_owned(),
            deadline,
            ..Due::default()
        };
        match self.state {
            AccountState::Draft => self.draft(texts, due, seen).render(),
            AccountState::NotStarted => Due {
                lead: texts.home_not_begun(self.minutes),
                end: button_link(Button::Onward, &account_url(self.id), texts.home_begin()),
                ..due
            }
            .render(),
            AccountState::Submitted | AccountState::Approved => {
                let word = if self.state == AccountState::Approved {
                    texts.home_approved(&self.round.title)
                } else {
                    texts.home_submitted(&self.round.title)
                };
                let read = html! { a href=(account_url(self.id)) { (texts.home_read_account()) } };
                empty_state(&word, "", Some(&read))
            }
        }
    }

    fn draft(&self, texts: Texts, due: Due, seen: &[Seen]) -> Due {
        let Headway { done, all } = headway(&self.parts);
        let left = left_stops(self.id, &self.parts);
        let minutes: i64 = left.iter().map(|stop| stop.minutes).sum();
        let tasks: Vec<Task> = left.into_iter().map(|stop| self.task(texts, stop, seen)).collect();
        let state = texts.home_parts_done(all, done);
        let knots = ThreadLine::progress(
            Caption { id: nth_id("knutar", self.nth), title: state.clone(), desc: String::new() },
            done,
            all,
        );
        let (button, after) = if tasks.is_empty() {
            (texts.home_review(), texts.home_review_note().to_owned())
        } else {
            (texts.home_go_on(), texts.home_minutes_left(minutes))
        };
        let url = if tasks.is_empty() {
            format!("{}/granska", account_url(self.id))
        } else {
            account_url(self.id)
        };
        Due {
            lead: format!("{state}: {}", texts.home_filled_in()),
            knots: (all > 0).then(|| PreEscaped(knots.svg(Theme::Screen))),
            tasks,
            end: html! { (button_link(Button::Onward, &url, button)) span.soft { (after) } },
            ..due
        }
    }

    fn task(&self, texts: Texts, stop: LeftStop<'_>, seen: &[Seen]) -> Task {
        let part = stop.parts.first().filter(|_| stop.group.is_none());
        let measured = part
            .and_then(|part| part.subject)
            .and_then(|id| seen.iter().find(|one| one.element.id == id));
        let title = task_title(texts, &stop, measured.and_then(Seen::movement));
        let note = match (stop.group, part) {
            (Some(Group::Money), _) => texts.home_confirm_money_note().to_owned(),
            (Some(Group::Usual), _) | (None, None) => texts.home_confirm_note().to_owned(),
            (None, Some(part)) => {
                let back = self.returned.iter().find(|one| one.part == part.id);
                back.map_or_else(
                    || note(texts, part, measured),
                    |back| texts.followup_note_returned(&back.person_name),
                )
            }
        };
        Task {
            url: Some(stop.url),
            title,
            note,
            time: texts.home_minutes(stop.minutes),
            ..Task::default()
        }
    }
}

fn note(texts: Texts, part: &Part, measured: Option<&Seen>) -> String {
    match (part.kind, measured) {
        (PartKind::Summary, _) if !part.words().is_empty() => texts.home_draft_exists().to_owned(),
        (_, Some(seen)) => seen.in_one_line().to_owned(),
        _ => part.automatic_text.trim_end_matches('.').to_owned(),
    }
}
