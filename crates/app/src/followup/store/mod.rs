//! SQL of following up: rounds, accounts, parts with their remedies, and events.

mod accounts;
mod choices;
mod events;
mod parts;
mod reporters;
mod returns;
mod sharing;
mod writing;

pub use accounts::{
    Account, account, accounts_of_org_unit, accounts_of_round, insert_account, insert_round,
    move_account, people_of, reporting_in, round, rounds, update_round,
};
pub use choices::{causes_of, insert_causes, keep_state_before, remedies_of, states_before};
pub use events::{Event, events_of, insert_event};
pub use parts::{Part, earlier_parts, goals_of_accounts, insert_part, left_counts, part, parts_of};
pub use reporters::{without_reporter, writers_at, writers_of};
pub use returns::{Returned, handed_in_by, returned_in_round, returned_of};
pub use sharing::{accounts_among, parts_among, told_of_accounts};
pub use writing::{
    Place, confirm_parts, insert_remedies, keep_answer, keep_causes, keep_level, keep_reason,
    keep_remedies, keep_text, place_of, return_part,
};
