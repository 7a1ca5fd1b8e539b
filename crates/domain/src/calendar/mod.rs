//! The calendar of the work: days, rules by which days move from year to year, Swedish holidays,
//! what the law says, the year wheels of org units and how they fit together.

mod above;
mod clash;
mod holidays;
mod law;
mod propose;
mod rule;
mod step;

pub use above::levels_above;
pub use clash::{Clash, ClashKind, LawClash, clashes, law_clashes};
pub use holidays::{
    Holiday, easter_sunday, holiday_on, holidays, is_working_day, next_working_day,
    working_day_before,
};
pub use law::{LAW_DAYS, LawDay, LawDuty, is_election_year};
pub use propose::{Proposed, from_above, from_above_key, from_last_year, from_model, unscheduled};
pub use rule::{DayRule, RuleKind, UnknownRule};
pub use step::{
    FIRST_YEAR, LAST_YEAR, LONGEST_INSTRUCTIONS, LONGEST_TITLE, StepContent, StepProblem,
    WheelStep, is_wheel_year,
};
