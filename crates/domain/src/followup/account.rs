//! An account's way: not started, draft, submitted, approved. Returning is an event on one part.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::part::{LONGEST_TEXT, PartState};
use super::round::Round;
use crate::ids::{PartId, PersonId};
use crate::measures::codes;

/// Where an account stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountState {
    /// Nobody has opened it.
    NotStarted,
    /// Being written, also after something was returned.
    Draft,
    /// Handed in; read by those above.
    Submitted,
    /// Approved by someone above.
    Approved,
}

codes!(AccountState {
    NotStarted = "not_started",
    Draft = "draft",
    Submitted = "submitted",
    Approved = "approved",
});

impl AccountState {
    /// Whether it has been handed in and not taken back.
    pub fn is_handed_in(self) -> bool {
        matches!(self, Self::Submitted | Self::Approved)
    }
}

/// What happened to an account. Each is a record with person and time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// Opened for writing.
    Begun,
    /// Handed in.
    Submitted,
    /// Taken back by who handed it in.
    Withdrawn,
    /// One part was sent back with a comment.
    Returned,
    /// Approved from above.
    Approved,
}

codes!(EventKind {
    Begun = "begun",
    Submitted = "submitted",
    Withdrawn = "withdrawn",
    Returned = "returned",
    Approved = "approved",
});

/// Why a step is refused.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum FollowUpProblem {
    /// The round opens later.
    #[error("the round opens on {opens_on}")]
    RoundNotOpen {
        /// Its first day.
        opens_on: Date,
    },
    /// The round is closed.
    #[error("the round is closed since {closed_from}")]
    RoundClosed {
        /// The first day nothing can be handed in.
        closed_from: Date,
    },
    /// Parts are left; they are named in the order of the account.
    #[error("parts are left")]
    CannotSubmit {
        /// Which.
        left: Vec<PartId>,
    },
    /// Other parts were sent back; this one stands as it was handed in.
    #[error("only what was sent back is open")]
    PartClosed,
    /// Others were invited to write in the part.
    #[error("not invited to this part")]
    NotInvited,
    /// Nobody has opened it.
    #[error("not started")]
    NotStarted,
    /// It is opened already.
    #[error("started already")]
    AlreadyBegun,
    /// It is handed in already, by somebody else or by pressing twice.
    #[error("handed in already")]
    AlreadySubmitted,
    /// It is approved, and therefore locked.
    #[error("approved already")]
    AlreadyApproved,
    /// It is not handed in, or was taken back.
    #[error("not handed in")]
    NotSubmitted,
    /// Who handed an account in does not approve it.
    #[error("handed in by the same person")]
    OwnAccount,
    /// What is returned must say what is to be done.
    #[error("a comment is needed")]
    NeedsComment,
    /// The comment is longer than [`LONGEST_TEXT`].
    #[error("the comment is {over} characters too long")]
    CommentTooLong {
        /// By how many characters.
        over: usize,
    },
}

/// Opens an account for writing.
///
/// # Errors
/// The rule that is broken.
pub fn begin(
    state: AccountState,
    round: &Round,
    today: Date,
) -> Result<AccountState, FollowUpProblem> {
    round.check_open(today)?;
    match state {
        AccountState::NotStarted => Ok(AccountState::Draft),
        AccountState::Draft => Err(FollowUpProblem::AlreadyBegun),
        AccountState::Submitted => Err(FollowUpProblem::AlreadySubmitted),
        AccountState::Approved => Err(FollowUpProblem::AlreadyApproved),
    }
}

/// Whether the account may be written in.
///
/// # Errors
/// The rule that is broken.
pub fn write(state: AccountState, round: &Round, today: Date) -> Result<(), FollowUpProblem> {
    match state {
        AccountState::NotStarted => Err(FollowUpProblem::NotStarted),
        AccountState::Draft => round.check_open(today),
        AccountState::Submitted => Err(FollowUpProblem::AlreadySubmitted),
        AccountState::Approved => Err(FollowUpProblem::AlreadyApproved),
    }
}

/// What of an account that is open for writing has been sent back, seen from one part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SentBack {
    /// Nothing: the account is written for the first time, or was taken back by who handed it in.
    Nothing,
    /// This part, perhaps with others.
    This,
    /// Other parts only.
    Others,
}

/// Whether one part of an account that is open for writing may be written in. When parts were sent
/// back, only they are open, until the account is handed in again; so is a part whose answer is no
/// longer enough, since nothing could be handed in otherwise.
///
/// # Errors
/// The rule that is broken.
pub fn write_part(state: PartState, sent_back: SentBack) -> Result<(), FollowUpProblem> {
    match (sent_back, state) {
        (SentBack::Others, PartState::Done) => Err(FollowUpProblem::PartClosed),
        _ => Ok(()),
    }
}

/// Hands an account in. Every part must be done.
///
/// # Errors
/// The rule that is broken.
pub fn submit(
    state: AccountState,
    parts: impl IntoIterator<Item = (PartId, PartState)>,
    round: &Round,
    today: Date,
) -> Result<AccountState, FollowUpProblem> {
    write(state, round, today)?;
    let left: Vec<PartId> = parts
        .into_iter()
        .filter(|(_, state)| *state == PartState::Left)
        .map(|(id, _)| id)
        .collect();
    if left.is_empty() {
        Ok(AccountState::Submitted)
    } else {
        Err(FollowUpProblem::CannotSubmit { left })
    }
}

/// Takes back what is handed in and not yet approved.
///
/// # Errors
/// The rule that is broken.
pub fn withdraw(
    state: AccountState,
    round: &Round,
    today: Date,
) -> Result<AccountState, FollowUpProblem> {
    check_submitted(state)?;
    round.check_open(today)?;
    Ok(AccountState::Draft)
}

/// Sends one part back; the account becomes a draft again and that part is left.
///
/// # Errors
/// The rule that is broken.
pub fn give_back(
    state: AccountState,
    comment: &str,
    round: &Round,
    today: Date,
) -> Result<(AccountState, PartState), FollowUpProblem> {
    check_submitted(state)?;
    round.check_open(today)?;
    if comment.trim().is_empty() {
        return Err(FollowUpProblem::NeedsComment);
    }
    let over = comment.trim().chars().count().saturating_sub(LONGEST_TEXT);
    if over > 0 {
        return Err(FollowUpProblem::CommentTooLong { over });
    }
    Ok((AccountState::Draft, PartState::Left))
}

/// Approves what is handed in. Possible after the round has closed too, but not for who handed it in.
///
/// # Errors
/// The rule that is broken.
pub fn approve(
    state: AccountState,
    handed_in_by: Option<PersonId>,
    approver: PersonId,
) -> Result<AccountState, FollowUpProblem> {
    check_submitted(state)?;
    if handed_in_by == Some(approver) {
        Err(FollowUpProblem::OwnAccount)
    } else {
        Ok(AccountState::Approved)
    }
}

fn check_submitted(state: AccountState) -> Result<(), FollowUpProblem> {
    match state {
        AccountState::Submitted => Ok(()),
        AccountState::Approved => Err(FollowUpProblem::AlreadyApproved),
        AccountState::NotStarted | AccountState::Draft => Err(FollowUpProblem::NotSubmitted),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use AccountState as S;
    use FollowUpProblem as P;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn round() -> Round {
        Round {
            id: crate::ids::RoundId::from([1; 16]),
            title: "Delårsrapport".to_owned(),
            period: "2026-T2".parse().unwrap(),
            opens_on: day("2026-08-17"),
            due_on: day("2026-09-04"),
            closes_on: day("2026-09-14"),
            version: 1,
            plan: crate::followup::RoundPlan::default(),
        }
    }

    fn part(number: u8) -> PartId {
        PartId::from([number; 16])
    }

    fn person(number: u8) -> PersonId {
        PersonId::from([number; 16])
    }

    #[test]
    fn nobody_approves_what_they_handed_in() {
        assert_eq!(approve(S::Submitted, Some(person(1)), person(1)), Err(P::OwnAccount));
        assert_eq!(approve(S::Draft, Some(person(1)), person(1)), Err(P::NotSubmitted));
    }

    const OPEN: &str = "2026-08-25";

    /// What each step answers in each state on an open day, in the order of the states.
    #[test]
    fn each_step_is_possible_in_exactly_one_state() {
        let round = round();
        let states = [S::NotStarted, S::Draft, S::Submitted, S::Approved];
        let today = day(OPEN);
        assert_eq!(
            states.map(|state| begin(state, &round, today)),
            [Ok(S::Draft), Err(P::AlreadyBegun), Err(P::AlreadySubmitted), Err(P::AlreadyApproved)]
        );
        assert_eq!(
            states.map(|state| write(state, &round, today)),
            [Err(P::NotStarted), Ok(()), Err(P::AlreadySubmitted), Err(P::AlreadyApproved)]
        );
        assert_eq!(
            states.map(|state| submit(state, [(part(1), PartState::Done)], &round, today)),
            [
                Err(P::NotStarted),
                Ok(S::Submitted),
                Err(P::AlreadySubmitted),
                Err(P::AlreadyApproved)
            ]
        );
        assert_eq!(
            states.map(|state| withdraw(state, &round, today)),
            [Err(P::NotSubmitted), Err(P::NotSubmitted), Ok(S::Draft), Err(P::AlreadyApproved)]
        );
        assert_eq!(
            states.map(|state| give_back(state, "Vilka grupper?", &round, today)),
            [
                Err(P::NotSubmitted),
                Err(P::NotSubmitted),
                Ok((S::Draft, PartState::Left)),
                Err(P::AlreadyApproved)
            ]
        );
        assert_eq!(
            states.map(|state| approve(state, Some(person(1)), person(2))),
            [Err(P::NotSubmitted), Err(P::NotSubmitted), Ok(S::Approved), Err(P::AlreadyApproved)]
        );
    }

    #[test]
    fn what_is_left_is_named_in_order() {
        let parts =
            [(part(1), PartState::Left), (part(2), PartState::Done), (part(3), PartState::Left)];
        assert_eq!(
            submit(S::Draft, parts, &round(), day(OPEN)),
            Err(P::CannotSubmit { left: vec![part(1), part(3)] })
        );
    }

    #[test]
    fn a_late_account_is_received_until_the_round_closes() {
        let round = round();
        let done = || [(part(1), PartState::Done)];
        assert_eq!(submit(S::Draft, done(), &round, day("2026-09-05")), Ok(S::Submitted));
        assert_eq!(submit(S::Draft, done(), &round, round.closes_on), Ok(S::Submitted));
        let after = day("2026-09-15");
        let closed = P::RoundClosed { closed_from: day("2026-09-15") };
        assert_eq!(submit(S::Draft, done(), &round, after), Err(closed.clone()));
        assert_eq!(begin(S::NotStarted, &round, after), Err(closed.clone()));
        assert_eq!(withdraw(S::Submitted, &round, after), Err(closed.clone()));
        assert_eq!(give_back(S::Submitted, "x", &round, after), Err(closed.clone()));
        assert_eq!(write(S::Draft, &round, after), Err(closed));
        assert_eq!(approve(S::Submitted, None, person(2)), Ok(S::Approved));
    }

    #[test]
    fn a_round_that_is_closed_by_hand_is_closed_the_same_day() {
        for today in ["2026-08-16", "2026-08-17", OPEN, "2026-09-10", "2026-10-01"] {
            let closed = round().closed(day(today));
            assert!(!closed.is_open(day(today)), "{today}");
            assert_eq!((closed.opens_on, closed.due_on), (round().opens_on, round().due_on));
            assert_eq!(closed.version, 2);
        }
        assert_eq!(round().closed(day("2026-10-01")).closes_on, round().closes_on);
    }

    #[test]
    fn nothing_is_written_before_the_round_opens() {
        let round = round();
        let before = day("2026-08-16");
        assert!(!round.is_open(before));
        assert_eq!(
            begin(S::NotStarted, &round, before),
            Err(P::RoundNotOpen { opens_on: round.opens_on })
        );
    }

    #[test]
    fn a_return_opens_only_what_was_sent_back_and_what_is_left() {
        let (done, left) = (PartState::Done, PartState::Left);
        assert_eq!(write_part(done, SentBack::Nothing), Ok(()));
        assert_eq!(write_part(done, SentBack::This), Ok(()));
        assert_eq!(write_part(left, SentBack::Others), Ok(()));
        assert_eq!(write_part(done, SentBack::Others), Err(P::PartClosed));
    }

    #[test]
    fn a_return_says_what_is_to_be_done() {
        assert_eq!(give_back(S::Submitted, "  ", &round(), day(OPEN)), Err(P::NeedsComment));
    }

    #[test]
    fn the_stored_names_read_back() {
        for state in AccountState::ALL {
            assert_eq!(state.code().parse(), Ok(*state));
        }
        for kind in EventKind::ALL {
            assert_eq!(kind.code().parse(), Ok(*kind));
        }
    }
}
