//! SQL of following up: rounds, accounts, parts with their remedies, and events.

mod accounts;
mod events;
mod parts;
mod writing;

pub use accounts::{
    Account, account, accounts_of_round, insert_account, insert_round, move_account, people_of,
    round, rounds,
};
pub use events::{Event, events_of, insert_event};
pub use parts::{
    Part, causes_of, earlier_parts, goals_of_accounts, insert_causes, insert_part, left_counts,
    part, parts_of, remedies_of,
};
pub use writing::{
    Place, confirm_parts, insert_remedies, keep_answer, keep_causes, keep_level, keep_reason,
    keep_remedies, keep_text, place_of, return_part,
};
