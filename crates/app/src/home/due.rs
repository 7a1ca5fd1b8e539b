//! The account to hand in: how far it has come and what is left, as tasks with verbs.

use chart::{Caption, Theme, ThreadLine};
use domain::followup::{AccountState, Need, PartKind, PartState, Round};
use domain::ids::{FollowUpId, OrgUnitId};
use domain::statistics::Movement;
use maud::{Markup, PreEscaped, Render, html};

use super::signals::Seen;
use super::{account_url, counted, many, store};
use crate::cx::Cx;
use crate::followup::store::{Part, parts_of};
use crate::i18n::Texts;
use crate::thread::weekday_and_day;
use crate::web::error::AppError;
use crate::web::ui::{Button, Due, Task, button_link, empty_state};

/// An org unit's account in the open round, with its parts while it is being written.
pub(super) struct Owed {
    pub(super) round: Round,
    id: FollowUpId,
    state: AccountState,
    parts: Vec<Part>,
}

/// What an org unit owes now; none when no round is open to it.
pub(super) fn owed(cx: &mut Cx<'_, '_>, home: OrgUnitId) -> Result<Option<Owed>, AppError> {
    let Some(round) = super::open_round(cx)? else { return Ok(None) };
    let Some((id, state)) = store::own_account(cx.tx, round.id, home)? else { return Ok(None) };
    let parts = if state == AccountState::Draft { parts_of(cx.tx, id)? } else { Vec::new() };
    Ok(Some(Owed { round, id, state, parts }))
}

impl Owed {
    fn done(&self) -> (usize, usize) {
        let all = self.parts.iter().filter(|part| !part.kind.is_closing());
        (all.clone().filter(|part| part.state == PartState::Done).count(), all.count())
    }

    /// The parts left that need the visitor one by one, and whether others wait to be confirmed.
    fn left(&self) -> (Vec<&Part>, usize) {
        let left = self.parts.iter().filter(|part| part.state == PartState::Left);
        let (together, each): (Vec<&Part>, Vec<&Part>) =
            left.partition(|part| part.is_usual() || part.kind == PartKind::Economy);
        (each, together.len())
    }

    /// How many things need the visitor.
    fn tasks_left(&self) -> usize {
        match self.state {
            AccountState::NotStarted => 1,
            AccountState::Draft => {
                let (each, together) = self.left();
                each.len() + usize::from(together > 0)
            }
            AccountState::Submitted | AccountState::Approved => 0,
        }
    }

    /// The sentence under the greeting.
    pub(super) fn sentence(&self, cx: &Cx<'_, '_>) -> String {
        let texts = cx.texts();
        let left = self.tasks_left();
        if left == 0 && self.state == AccountState::Draft {
            return texts.home_ready_to_hand_in().to_owned();
        }
        if left == 0 {
            return texts.home_nothing_waits().to_owned();
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
            id: "att-lamna".to_owned(),
            title: super::round_title(&self.round).to_owned(),
            deadline,
            ..Due::default()
        };
        match self.state {
            AccountState::Draft => self.draft(texts, due, seen).render(),
            AccountState::NotStarted => Due {
                lead: texts.home_not_begun().to_owned(),
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
        let (done, all) = self.done();
        let (each, together) = self.left();
        let mut minutes = 0;
        let mut tasks: Vec<Task> = Vec::new();
        for part in each {
            let takes = minutes_of(part);
            minutes += takes;
            tasks.push(self.task(texts, part, seen, takes));
        }
        if together > 0 {
            minutes += 1;
            tasks.insert(
                0,
                Task {
                    url: Some(account_url(self.id)),
                    title: texts.home_confirm_usual(many(together)),
                    note: texts.home_confirm_note().to_owned(),
                    time: texts.home_minutes(1),
                    ..Task::default()
                },
            );
        }
        let state = texts.home_parts_done(all, done);
        let knots = ThreadLine::progress(
            Caption { id: "knutar".to_owned(), title: state.clone(), desc: String::new() },
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

    fn task(&self, texts: Texts, part: &Part, seen: &[Seen], takes: i64) -> Task {
        let measured = part.subject.and_then(|id| seen.iter().find(|one| one.element.id == id));
        Task {
            url: Some(format!("{}/del/{}", account_url(self.id), part.id)),
            title: verb(texts, part, measured.and_then(Seen::movement)),
            note: note(texts, part, measured),
            time: texts.home_minutes(takes),
            ..Task::default()
        }
    }
}

/// About how long a part takes; shorter when something is written already.
fn minutes_of(part: &Part) -> i64 {
    let minutes = match part.kind {
        PartKind::Measure => 5,
        PartKind::Summary => 3,
        _ => 4,
    };
    if part.text.is_empty() { minutes } else { minutes.min(3) }
}

fn verb(texts: Texts, part: &Part, movement: Option<Movement>) -> String {
    let name = lowered(&part.title);
    match (part.kind, movement) {
        (PartKind::Summary, _) if part.words().is_empty() => texts.home_write_summary().to_owned(),
        (PartKind::Summary, _) => texts.home_approve_summary().to_owned(),
        (PartKind::Goal, _) => texts.home_judge(&part.title),
        (PartKind::Activity, _) => texts.home_tell_late(name),
        (_, Some(Movement::Up)) if part.needs.contains(&Need::Worsening) => {
            texts.home_tell_rises(name)
        }
        (_, Some(Movement::Down)) if part.needs.contains(&Need::Worsening) => {
            texts.home_tell_falls(name)
        }
        (PartKind::Measure, _) if !part.needs.is_empty() => texts.home_tell_missed(name),
        _ => texts.home_comment(name),
    }
}

fn note(texts: Texts, part: &Part, measured: Option<&Seen>) -> String {
    match (part.kind, measured) {
        (PartKind::Summary, _) if !part.words().is_empty() => texts.home_draft_exists().to_owned(),
        (_, Some(seen)) => seen.first_sentence(),
        _ => part.automatic_text.trim_end_matches('.').to_owned(),
    }
}

/// A name inside a sentence; abbreviations keep their capitals.
fn lowered(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => name.to_owned(),
    }
}
