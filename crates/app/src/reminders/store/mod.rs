//! SQL of reminders: whom they may go to, what they choose, what waits, and what has been sent.

mod choices;
mod people;
mod sent;
mod told;
mod waiting;

pub(super) use choices::{Choice, choice_of, keep_choice};
pub(super) use people::{Receiver, grants_of_all, receiver, receivers, touched_today};
pub(super) use sent::{
    Claim, Fate, claim, claim_run, digests_on_their_way, drop_letter, end_run, forget_before,
    give_up_unsure, hold_run, is_run_done, keep_fate, to_try_again, written_on,
};
pub(super) use told::{Day, Failure, days, last_failure, last_sent, paces, told_of};
pub(super) use waiting::{
    Late, Submitted, leaders_at, series_at, series_of_measures, submitted_in,
};
