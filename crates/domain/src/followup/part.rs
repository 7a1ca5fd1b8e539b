//! The parts of an account and when an answer is enough.

use serde::{Deserialize, Serialize};

use super::asked::PartQuestion;
use super::need::Need;
use super::question::AnswerKind;
use crate::fulfilment::Fulfilment;
use crate::measures::codes;

/// The most characters of a text, counted as a person types them.
pub const LONGEST_TEXT: usize = 600;

/// What a part is about. The order is the order of the account.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// Money: fetched figures.
    Economy,
    /// What is expected of the year in money, said by a person.
    Forecast,
    /// A measure of the org unit.
    Measure,
    /// An activity of the org unit.
    Activity,
    /// An assignment that shall be answered in this very report.
    Assignment,
    /// A goal that the org unit owns; a person judges it.
    Goal,
    /// A question of the template.
    Question,
    /// The account in a few sentences.
    Summary,
}

codes!(PartKind {
    Economy = "economy",
    Forecast = "forecast",
    Measure = "measure",
    Activity = "activity",
    Assignment = "assignment",
    Goal = "goal",
    Question = "question",
    Summary = "summary",
});

impl PartKind {
    /// Whether it rounds the account off and is not counted among its parts.
    pub fn is_closing(self) -> bool {
        matches!(self, Self::Goal | Self::Question | Self::Summary)
    }

    /// Whether a person says how far it is reached, in a part that needs words.
    pub fn is_judged(self) -> bool {
        matches!(self, Self::Measure | Self::Activity | Self::Goal)
    }
}

/// Whether a part is answered.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartState {
    /// Still to do, also after it was returned.
    Left,
    /// Done.
    Done,
}

codes!(PartState { Left = "left", Done = "done" });

/// What a person has answered in one part.
#[derive(Clone, Copy, Debug)]
pub struct Answer<'a> {
    /// What the part is about.
    pub kind: PartKind,
    /// Why it needs words as the figures are now; empty when it goes as expected, or does so again.
    pub needs: &'a [Need],
    /// How many causes are ticked.
    pub causes: usize,
    /// The explanation.
    pub text: &'a str,
    /// The judgement, if made.
    pub level: Option<Fulfilment>,
    /// What the rule proposed, if anything.
    pub proposed: Option<Fulfilment>,
    /// Why the judgement differs from the proposal.
    pub reason: &'a str,
    /// What the part asks beyond this, and the answer; none for most parts.
    pub asked: Option<&'a PartQuestion>,
}

/// Why an answer is not enough.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum AnswerProblem {
    /// The text is longer than [`LONGEST_TEXT`].
    #[error("{over} characters too long")]
    TextTooLong {
        /// By how many characters.
        over: usize,
    },
    /// A cause or a few words are needed.
    #[error("needs a cause or words")]
    NeedsWords,
    /// A judgement is needed.
    #[error("needs a judgement")]
    NeedsLevel,
    /// One of the answers must be chosen.
    #[error("needs a choice")]
    NeedsChoice,
    /// A number is needed.
    #[error("needs a number")]
    NeedsNumber,
    /// What is expected of the year is needed.
    #[error("needs a sum")]
    NeedsSum,
    /// The judgement differs from the proposal and says not why.
    #[error("needs a reason")]
    NeedsReason,
    /// The reason is longer than [`LONGEST_TEXT`].
    #[error("the reason is {over} characters too long")]
    ReasonTooLong {
        /// By how many characters.
        over: usize,
    },
}

/// Whether an answer lets the part be called done. All problems at once, in the order of the page.
pub fn check_answer(answer: &Answer<'_>) -> Vec<AnswerProblem> {
    let mut problems = Vec::new();
    let over = |text: &str| text.trim().chars().count().saturating_sub(LONGEST_TEXT);
    if over(answer.text) > 0 {
        problems.push(AnswerProblem::TextTooLong { over: over(answer.text) });
    }
    let wordless = answer.text.trim().is_empty();
    let is_explained = answer.asked.is_some_and(PartQuestion::is_explained);
    let needs_words = match answer.kind {
        PartKind::Summary | PartKind::Assignment => wordless,
        PartKind::Forecast => wordless && is_explained,
        PartKind::Question => false,
        PartKind::Goal => wordless && !answer.needs.is_empty(),
        _ => wordless && answer.causes == 0 && !answer.needs.is_empty(),
    };
    if needs_words {
        problems.push(AnswerProblem::NeedsWords);
    }
    problems.extend(answer.asked.and_then(|asked| check_asked(answer, asked)));
    let asked =
        answer.kind == PartKind::Goal || (answer.kind.is_judged() && !answer.needs.is_empty());
    if asked && answer.level.is_none_or(|level| level == Fulfilment::NotAssessed) {
        problems.push(AnswerProblem::NeedsLevel);
    }
    // What is not asked for is not held against a proposal: that is another than when it was answered.
    let differs = asked
        && matches!((answer.level, answer.proposed), (Some(level), Some(proposed)) if level != proposed);
    if differs && answer.reason.trim().is_empty() {
        problems.push(AnswerProblem::NeedsReason);
    }
    if over(answer.reason) > 0 {
        problems.push(AnswerProblem::ReasonTooLong { over: over(answer.reason) });
    }
    problems
}

/// What a question of the template, or of the year's money, still needs.
fn check_asked(answer: &Answer<'_>, asked: &PartQuestion) -> Option<AnswerProblem> {
    match answer.kind {
        PartKind::Forecast => asked.forecast_ore.is_none().then_some(AnswerProblem::NeedsSum),
        PartKind::Question if asked.required => match asked.answer {
            AnswerKind::Text => answer.text.trim().is_empty().then_some(AnswerProblem::NeedsWords),
            AnswerKind::YesNo => answer
                .level
                .is_none_or(|level| level == Fulfilment::NotAssessed)
                .then_some(AnswerProblem::NeedsLevel),
            AnswerKind::Choice => asked.value.is_empty().then_some(AnswerProblem::NeedsChoice),
            AnswerKind::Number => asked.value.is_empty().then_some(AnswerProblem::NeedsNumber),
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::question::tests::question;
    use super::*;
    use AnswerProblem as P;

    fn answer(kind: PartKind, needs: &[Need]) -> Answer<'_> {
        Answer {
            kind,
            needs,
            causes: 0,
            text: "",
            level: None,
            proposed: None,
            reason: "",
            asked: None,
        }
    }

    #[test]
    fn a_question_that_must_be_answered_needs_an_answer_of_its_kind() {
        for (kind, problem) in [
            (AnswerKind::Text, P::NeedsWords),
            (AnswerKind::YesNo, P::NeedsLevel),
            (AnswerKind::Choice, P::NeedsChoice),
            (AnswerKind::Number, P::NeedsNumber),
        ] {
            let mut asked = PartQuestion { required: true, ..PartQuestion::of(&question(kind)) };
            let empty = Answer { asked: Some(&asked), ..answer(PartKind::Question, &[]) };
            assert_eq!(check_answer(&empty), [problem]);
            let level = (kind == AnswerKind::YesNo).then_some(Fulfilment::Partly);
            let text = if kind == AnswerKind::Text { "Ja" } else { "" };
            let mut filled = asked.clone();
            filled.value = "1".to_owned();
            let full = Answer { level, text, asked: Some(&filled), ..empty };
            assert_eq!(check_answer(&full), [], "{kind:?}");
            asked.required = false;
            let free = Answer { asked: Some(&asked), ..answer(PartKind::Question, &[]) };
            assert_eq!(check_answer(&free), [], "{kind:?}");
        }
    }

    #[test]
    fn a_forecast_is_a_sum_and_is_explained_when_it_differs_from_the_budget() {
        let mut asked = PartQuestion::in_words(2);
        let of = |asked: &PartQuestion, text| {
            let sent = Answer { asked: Some(asked), text, ..answer(PartKind::Forecast, &[]) };
            check_answer(&sent)
        };
        assert_eq!(of(&asked, ""), [P::NeedsSum]);
        (asked.budget_ore, asked.forecast_ore) = (Some(10_000), Some(10_050));
        assert_eq!(of(&asked, ""), []);
        asked.forecast_ore = Some(9_000);
        assert_eq!(of(&asked, ""), [P::NeedsWords]);
        assert_eq!(of(&asked, "Vakanser"), []);
    }

    #[test]
    fn an_assignment_is_answered_in_words() {
        assert_eq!(check_answer(&answer(PartKind::Assignment, &[])), [P::NeedsWords]);
    }

    #[test]
    fn what_goes_as_expected_is_done_without_a_word() {
        for kind in [PartKind::Economy, PartKind::Measure, PartKind::Activity] {
            assert_eq!(check_answer(&answer(kind, &[])), []);
        }
    }

    #[test]
    fn a_deviation_needs_a_cause_or_words_and_a_judgement() {
        let needs = [Need::Worsening];
        let empty = answer(PartKind::Measure, &needs);
        assert_eq!(check_answer(&empty), [P::NeedsWords, P::NeedsLevel]);
        let ticked = Answer { causes: 1, level: Some(Fulfilment::CannotTell), ..empty };
        assert_eq!(check_answer(&ticked), []);
        let written = Answer { text: "Vakanser", level: Some(Fulfilment::Partly), ..empty };
        assert_eq!(check_answer(&written), []);
    }

    #[test]
    fn a_judgement_that_is_no_longer_asked_for_needs_no_reason() {
        let judged = Answer {
            level: Some(Fulfilment::NotAchieved),
            proposed: Some(Fulfilment::Achieved),
            ..answer(PartKind::Measure, &[])
        };
        assert_eq!(check_answer(&judged), []);
        let asked = Answer { text: "Ord", needs: &[Need::TargetNotMet], ..judged };
        assert_eq!(check_answer(&asked), [P::NeedsReason]);
    }

    #[test]
    fn money_is_explained_but_not_judged() {
        let needs = [Need::TargetNotMet];
        assert_eq!(check_answer(&answer(PartKind::Economy, &needs)), [P::NeedsWords]);
    }

    #[test]
    fn a_goal_is_always_judged_and_a_summary_always_written() {
        assert_eq!(check_answer(&answer(PartKind::Goal, &[])), [P::NeedsLevel]);
        assert_eq!(
            check_answer(&answer(PartKind::Goal, &[Need::NotAchieved])),
            [P::NeedsWords, P::NeedsLevel]
        );
        assert_eq!(check_answer(&answer(PartKind::Summary, &[])), [P::NeedsWords]);
    }

    #[test]
    fn not_assessed_is_no_judgement() {
        let sent = Answer { level: Some(Fulfilment::NotAssessed), ..answer(PartKind::Goal, &[]) };
        assert_eq!(check_answer(&sent), [P::NeedsLevel]);
    }

    #[test]
    fn a_judgement_beside_the_proposal_gives_its_reason() {
        for level in Fulfilment::ALL.iter().filter(|level| **level != Fulfilment::NotAssessed) {
            for proposed in Fulfilment::ALL {
                let sent = Answer {
                    level: Some(*level),
                    proposed: Some(*proposed),
                    text: "Ord",
                    ..answer(PartKind::Goal, &[])
                };
                let expected: &[P] = if level == proposed { &[] } else { &[P::NeedsReason] };
                assert_eq!(check_answer(&sent), expected, "{level:?} {proposed:?}");
                assert_eq!(check_answer(&Answer { reason: "Därför", ..sent }), []);
            }
        }
    }

    #[test]
    fn length_is_counted_in_characters() {
        let just = "å".repeat(LONGEST_TEXT);
        let more = "å".repeat(LONGEST_TEXT + 2);
        let sent = answer(PartKind::Summary, &[]);
        assert_eq!(check_answer(&Answer { text: &just, ..sent }), []);
        assert_eq!(check_answer(&Answer { text: &more, ..sent }), [P::TextTooLong { over: 2 }]);
        assert_eq!(
            check_answer(&Answer { text: "x", reason: &more, ..sent }),
            [P::ReasonTooLong { over: 2 }]
        );
    }

    #[test]
    fn the_stored_names_read_back() {
        for kind in PartKind::ALL {
            assert_eq!(kind.code().parse(), Ok(*kind));
        }
        for state in PartState::ALL {
            assert_eq!(state.code().parse(), Ok(*state));
        }
    }
}
