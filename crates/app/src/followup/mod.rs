//! Following up: rounds, each org unit's account, and the way it takes from draft to approved.
//!
//! Owns the tables rounds, `round_plans`, `account_times`, `round_minutes`, `follow_ups`, parts, `part_answers`, `part_remedies`,
//! `report_points`, `cause_choices`, `follow_up_events`, `round_worth` and `asked_for_worth`.
//! Parts are made once, when an account is opened; its judgements reach `assessment` when handed in.

mod account;
mod active;
mod addresses;
mod answer;
mod answer_asked;
mod answer_figure;
mod answer_form;
mod answer_page;
mod answered;
mod autosave;
mod behind;
mod body_proposals;
mod changed;
mod choices;
mod closed;
mod collection;
mod committee;
mod committee_goal;
mod compiling;
mod decide;
mod earlier_texts;
mod group;
mod hand_in;
mod headway;
pub mod making;
mod meanwhile;
mod now;
mod overview;
mod own_card;
mod pages;
mod points_page;
mod public_work;
mod reach;
mod read_by;
mod reading;
mod refusal;
mod remedy;
mod reorganised;
mod reporters;
mod returned;
mod review;
mod rounds;
mod sharing;
mod stops;
pub mod store;
mod summary;
mod sums;
mod typed;
mod untold;
mod words;
mod work;
mod worth;

pub(crate) use answer_page::autosave_words;
pub(crate) use words::clock_words;

pub use addresses::{committee_url, part_url, url};
pub use behind::{Behind, is_open, reads_report};
pub use compiling::{has_others_under, reads_settled};
pub use headway::{LeftStop, headway, left_stops, minutes_to_write};
pub use now::follow_seen;
pub use pages::routes;
pub use reorganised::{accounts_below, happened, happened_notice};
pub use returned::came_back;
pub use rounds::{
    Asks, about, all_seen, asked_among, asked_for, asks_of, at_hand, planned_words, round_choice,
    round_choice_among, seen_at,
};
pub use sharing::{
    Holdings, OpenAccount, hand_over, holdings, people_url, taking_part, who_may_take_over,
};
pub use stops::Group;
pub use words::{state_symbol, state_word};
