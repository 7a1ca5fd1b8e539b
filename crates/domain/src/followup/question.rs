//! A question that a template adds to what is asked of everybody.

use serde::{Deserialize, Serialize};

use crate::ids::QuestionId;
use crate::measures::codes;

/// The most characters of a question.
pub const LONGEST_QUESTION: usize = 160;
/// The most characters of the help beside it.
pub const LONGEST_HELP: usize = 600;
/// The most answers to choose among.
pub const MOST_CHOICES: usize = 8;
/// The most characters of one of them.
pub const LONGEST_CHOICE: usize = 80;
/// The most minutes that one question may be said to take.
pub const MOST_MINUTES: i64 = 60;

/// How a question is answered.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerKind {
    /// In words.
    Text,
    /// Yes, partly or no, with words beside where needed.
    YesNo,
    /// With a number.
    Number,
    /// With one of a few answers.
    Choice,
}

codes!(AnswerKind { Text = "text", YesNo = "yes_no", Number = "number", Choice = "choice" });

impl AnswerKind {
    /// About how many minutes such an answer takes, unless somebody says otherwise.
    pub fn usual_minutes(self) -> i64 {
        match self {
            Self::Text => 4,
            Self::Number => 2,
            Self::YesNo | Self::Choice => 1,
        }
    }
}

/// A question as it is asked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Question {
    /// Identity; the same question in other words keeps it.
    pub id: QuestionId,
    /// The question.
    pub title: String,
    /// Help beside it; may be empty.
    pub help: String,
    /// How it is answered.
    pub answer: AnswerKind,
    /// The answers to choose among; empty for other kinds.
    pub choices: Vec<String>,
    /// The levels of the steering model that answer it; empty for all that take part.
    pub levels: Vec<String>,
    /// Whether nothing can be handed in without an answer.
    pub required: bool,
    /// Who reads the answer: a level of the steering model, or a role that the slice knows.
    pub reader: String,
    /// About how many minutes it takes.
    pub minutes: i64,
    /// Raised by each change; 1 is the first.
    pub version: i64,
}

/// Why a question cannot be kept as it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum QuestionProblem {
    /// It asks nothing.
    NoTitle,
    /// It has so many characters.
    LongTitle(usize),
    /// The help has so many characters.
    LongHelp(usize),
    /// There are fewer than two answers to choose among.
    FewChoices,
    /// There are more than [`MOST_CHOICES`], or one is longer than [`LONGEST_CHOICE`] or there twice.
    BadChoices,
    /// Nobody reads the answer: then it is not asked for.
    NoReader,
    /// The minutes are none or more than [`MOST_MINUTES`].
    BadMinutes,
}

impl Question {
    /// Everything that is wrong with it.
    pub fn problems(&self) -> Vec<QuestionProblem> {
        let mut found = Vec::new();
        let (title, help) = (self.title.chars().count(), self.help.chars().count());
        if self.title.trim().is_empty() {
            found.push(QuestionProblem::NoTitle);
        } else if title > LONGEST_QUESTION {
            found.push(QuestionProblem::LongTitle(title));
        }
        if help > LONGEST_HELP {
            found.push(QuestionProblem::LongHelp(help));
        }
        if self.answer == AnswerKind::Choice {
            let long = |one: &String| one.chars().count() > LONGEST_CHOICE;
            let mut different = self.choices.clone();
            different.sort();
            different.dedup();
            if self.choices.len() < 2 {
                found.push(QuestionProblem::FewChoices);
            } else if different.len() != self.choices.len()
                || self.choices.len() > MOST_CHOICES
                || self.choices.iter().any(long)
            {
                found.push(QuestionProblem::BadChoices);
            }
        }
        if self.reader.is_empty() {
            found.push(QuestionProblem::NoReader);
        }
        if !(1..=MOST_MINUTES).contains(&self.minutes) {
            found.push(QuestionProblem::BadMinutes);
        }
        found
    }

    /// Whether the org units of a level answer it.
    pub fn is_for(&self, level: &str) -> bool {
        self.levels.is_empty() || self.levels.iter().any(|one| one == level)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use QuestionProblem as P;

    pub(in crate::followup) fn question(answer: AnswerKind) -> Question {
        Question {
            id: QuestionId::from([1; 16]),
            title: "What should the board know?".to_owned(),
            help: String::new(),
            answer,
            choices: Vec::new(),
            levels: Vec::new(),
            required: false,
            reader: "namnd".to_owned(),
            minutes: answer.usual_minutes(),
            version: 1,
        }
    }

    #[test]
    fn a_whole_question_has_no_problems() {
        for answer in [AnswerKind::Text, AnswerKind::YesNo, AnswerKind::Number] {
            assert_eq!(question(answer).problems(), []);
        }
    }

    #[test]
    fn what_nobody_reads_is_not_asked() {
        let unread = Question { reader: String::new(), ..question(AnswerKind::Text) };
        assert_eq!(unread.problems(), [P::NoReader]);
    }

    #[test]
    fn a_choice_has_some_different_answers() {
        let choices = |some: &[&str]| {
            let choices = some.iter().map(|one| (*one).to_owned()).collect();
            Question { choices, ..question(AnswerKind::Choice) }.problems()
        };
        assert_eq!(choices(&["Ja", "Nej"]), []);
        assert_eq!(choices(&["Ja"]), [P::FewChoices]);
        assert_eq!(choices(&["Ja", "Ja"]), [P::BadChoices]);
        assert_eq!(choices(&["1", "2", "3", "4", "5", "6", "7", "8", "9"]), [P::BadChoices]);
        assert_eq!(choices(&["Ja", &"x".repeat(LONGEST_CHOICE + 1)]), [P::BadChoices]);
    }

    #[test]
    fn lengths_and_minutes_have_limits() {
        let wrong = Question {
            title: "x".repeat(LONGEST_QUESTION + 1),
            help: "x".repeat(LONGEST_HELP + 1),
            minutes: 0,
            ..question(AnswerKind::Text)
        };
        let expected =
            [P::LongTitle(LONGEST_QUESTION + 1), P::LongHelp(LONGEST_HELP + 1), P::BadMinutes];
        assert_eq!(wrong.problems(), expected);
        let empty = Question { title: " ".to_owned(), ..question(AnswerKind::Text) };
        assert_eq!(empty.problems(), [P::NoTitle]);
    }

    #[test]
    fn a_question_is_for_the_levels_it_names_or_for_all() {
        let some = Question { levels: vec!["enhet".to_owned()], ..question(AnswerKind::Text) };
        assert!(some.is_for("enhet") && !some.is_for("namnd"));
        assert!(question(AnswerKind::Text).is_for("namnd"));
    }
}
