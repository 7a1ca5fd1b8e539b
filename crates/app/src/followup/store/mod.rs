//! SQL of following up: rounds, accounts, parts with their remedies, and events.

mod accounts;
mod active;
mod answers;
mod choices;
mod earlier;
mod events;
mod figures;
mod part_standing;
mod parts;
mod points;
mod reporters;
mod returns;
mod rounds;
mod sharing;
mod worth;
mod writing;

pub use accounts::{
    Account, account, accounts_of_org_unit, accounts_of_round, insert_account, insert_accounts,
    move_account, remove_accounts,
};
pub use active::{count_minutes, minutes_of, note_active, take_active};
pub use answers::{keep_value, questions_of};
pub use choices::{
    causes_of, insert_causes, keep_state_before, remedies_among, remedies_of, remedies_of_round,
    states_before,
};
pub use earlier::{Aside, Saved, saved_texts, set_aside};
pub use events::{Event, events_of, insert_event};
pub use figures::keep_figures;
pub use parts::{Part, earlier_parts, goals_of_accounts, insert_part, left_counts, part, parts_of};
pub use points::{Point, keep_point, points};
pub use reporters::{accounts_answered_by, without_reporter, writers_at, writers_of};
pub use returns::{Returned, handed_in_by, returned_in_round, returned_of, returned_of_accounts};
pub use rounds::{
    begun_of, insert_round, insert_round_with, remove_round, reporting_in, round, rounds,
    settled_in, take_template, template_of, update_round, was_removed,
};
pub use sharing::{
    accounts_among, accounts_of_org_units, parts_among, parts_of_accounts, told_of_accounts,
};
pub use worth::{ask_for_worth, count_worth, is_asked_for_worth, worth_of};
pub use writing::{
    Place, confirm_parts, insert_remedies, keep_answer, keep_causes, keep_level, keep_reason,
    keep_remedies, keep_text, place_of, return_part,
};
