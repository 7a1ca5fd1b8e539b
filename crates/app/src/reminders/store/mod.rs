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
    give_up_unsure, hold_run, is_run_done, keep_fate, person_by_stop, to_try_again, written_on,
};
pub(super) use told::{
    Day, Failure, days, last_failure, last_sent, last_told, paces, told_of, told_on,
};
pub(super) use waiting::{
    Late, Submitted, handing_in, leaders_at, series_at, series_of_measures, submitted_in,
};
