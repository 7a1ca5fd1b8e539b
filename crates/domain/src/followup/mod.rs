//! Following up: an org unit's account in a round, its parts, and the way from draft to approved.
//!
//! Everything here is a decision about values handed in. What a rule refuses comes out as a problem.

mod account;
mod asked;
mod headway;
mod need;
mod part;
mod plan;
mod question;
mod quoting;
mod round;
mod rounds;
mod share;
mod telling;
mod template;

pub use account::{
    AccountState, EventKind, FollowUpProblem, SentBack, approve, begin, give_back, submit,
    withdraw, write, write_part,
};
pub use asked::{NOTABLE_PERCENT, PartQuestion, is_notable, kronor_of, read_kronor, read_number};
pub use headway::{Headway, MINUTES_TO_CONFIRM, minutes_of};
pub use need::{
    Followed, LATE_DAYS, Need, activity_needs, follow_measure, goal_needs, measure_needs,
};
pub use part::{Answer, AnswerProblem, LONGEST_TEXT, PartKind, PartState, check_answer};
pub use plan::{LevelDay, RoundKind, RoundPlan, out_of_step};
pub use question::{
    AnswerKind, LONGEST_CHOICE, LONGEST_HELP, LONGEST_QUESTION, MOST_CHOICES, MOST_MINUTES,
    Question, QuestionProblem,
};
pub use quoting::{
    CompilationState, LONGEST_BESIDE, LONGEST_COMPILATION, Since, SourceKind, since,
};
pub use round::Round;
pub use rounds::AtHand;
pub use share::{LONGEST_STANDING_IN, Share, TimeProblem, Writer, check_time, share};
pub use telling::{Telling, telling};
pub use template::{MOST_QUESTIONS, ReportTemplate, TemplateProblem, TemplateStop};
