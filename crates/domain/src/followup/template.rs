//! A template: which stops an account of a round has, and the questions beside them.

use serde::{Deserialize, Serialize};

use super::headway::{MINUTES_TO_CONFIRM, minutes_of};
use super::part::PartKind;
use super::plan::RoundKind;
use super::question::Question;
use crate::ids::TemplateId;
use crate::measures::codes;

/// The most questions of a template.
pub const MOST_QUESTIONS: usize = 30;
/// The most characters of its name.
const LONGEST_TITLE: usize = 120;
/// The most minutes that may be set as a limit.
const MOST_LIMIT: i64 = 240;
/// How many measures need words in an org unit where things go as they usually do.
const USUAL_DEVIATIONS: i64 = 2;

/// What every account may be asked, without anybody writing a question.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TemplateStop {
    /// What is expected of the year in money.
    Economy,
    /// What goes as expected, confirmed with one press.
    Usual,
    /// Measures that deviate, one page for each.
    Deviations,
    /// Activities that are late.
    Activities,
    /// Assignments that shall be answered in this very report.
    Assignments,
    /// The org unit's goals, judged.
    Goals,
    /// What has gone well: one question that nobody must answer.
    Success,
    /// The account in a few sentences.
    Summary,
}

codes!(TemplateStop {
    Economy = "economy",
    Usual = "usual",
    Deviations = "deviations",
    Activities = "activities",
    Assignments = "assignments",
    Goals = "goals",
    Success = "success",
    Summary = "summary",
});

impl TemplateStop {
    /// About how many minutes it takes where things go as they usually do: two measures deviate, one
    /// goal is judged as the rule proposes, nothing is very late.
    pub fn minutes(self) -> i64 {
        match self {
            Self::Usual => MINUTES_TO_CONFIRM,
            Self::Deviations => USUAL_DEVIATIONS * minutes_of(PartKind::Measure, false),
            Self::Activities | Self::Assignments => 0,
            Self::Economy | Self::Goals => 2,
            Self::Success => 1,
            Self::Summary => minutes_of(PartKind::Summary, false),
        }
    }
}

/// What is asked of those who report.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ReportTemplate {
    /// Identity.
    pub id: TemplateId,
    /// What rounds it is for.
    pub kind: RoundKind,
    /// What it is called.
    pub title: String,
    /// The stops that are on.
    pub stops: Vec<TemplateStop>,
    /// How many minutes it may take for a normal unit.
    pub limit_minutes: i64,
    /// The questions in order.
    pub questions: Vec<Question>,
    /// Raised by each change; 0 for one that nobody has changed.
    pub version: i64,
}

/// Why a template cannot be kept as it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TemplateProblem {
    /// It has no name.
    NoTitle,
    /// The name has so many characters.
    LongTitle(usize),
    /// The limit is no number of minutes.
    BadLimit,
    /// It asks for nothing.
    AsksNothing,
}

impl ReportTemplate {
    /// What was asked before there were templates: everything that deviates, and nothing beside.
    pub fn before_templates(kind: RoundKind) -> Self {
        use TemplateStop as S;
        Self {
            id: TemplateId::from([0; 16]),
            kind,
            title: String::new(),
            stops: vec![S::Usual, S::Deviations, S::Activities, S::Goals, S::Summary],
            limit_minutes: 20,
            questions: Vec::new(),
            version: 0,
        }
    }

    /// The stops that are usual for a kind: a month is short, a forecast is about money only.
    pub fn usual_stops(kind: RoundKind) -> Vec<TemplateStop> {
        use TemplateStop as S;
        match kind {
            RoundKind::Month => vec![S::Economy, S::Deviations],
            RoundKind::Part | RoundKind::Year => TemplateStop::ALL.to_vec(),
            RoundKind::Forecast => vec![S::Economy],
        }
    }

    /// Whether a stop is on.
    pub fn has(&self, stop: TemplateStop) -> bool {
        self.stops.contains(&stop)
    }

    /// The questions that org units of a level answer.
    pub fn questions_for<'t>(&'t self, level: &'t str) -> impl Iterator<Item = &'t Question> {
        self.questions.iter().filter(move |one| one.is_for(level))
    }

    /// About how many minutes it takes for a normal unit.
    pub fn minutes(&self) -> i64 {
        let stops: i64 = self.stops.iter().map(|stop| stop.minutes()).sum();
        let asked = self.questions.iter().map(|one| one.minutes);
        asked.fold(stops, i64::saturating_add)
    }

    /// Whether it takes longer than it may.
    pub fn is_too_long(&self) -> bool {
        self.minutes() > self.limit_minutes
    }

    /// Everything that is wrong with it.
    pub fn problems(&self) -> Vec<TemplateProblem> {
        let mut found = Vec::new();
        let written = self.title.chars().count();
        if self.title.trim().is_empty() {
            found.push(TemplateProblem::NoTitle);
        } else if written > LONGEST_TITLE {
            found.push(TemplateProblem::LongTitle(LONGEST_TITLE));
        }
        if !(1..=MOST_LIMIT).contains(&self.limit_minutes) {
            found.push(TemplateProblem::BadLimit);
        }
        if self.stops.is_empty() && self.questions.is_empty() {
            found.push(TemplateProblem::AsksNothing);
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::super::question::AnswerKind;
    use super::super::question::tests::question;
    use super::*;

    fn usual(kind: RoundKind) -> ReportTemplate {
        ReportTemplate {
            title: "Mall".to_owned(),
            stops: ReportTemplate::usual_stops(kind),
            ..ReportTemplate::before_templates(kind)
        }
    }

    #[test]
    fn what_is_usual_keeps_within_twenty_minutes() {
        for kind in RoundKind::ALL {
            assert!(!usual(*kind).is_too_long(), "{kind:?} {}", usual(*kind).minutes());
        }
        assert!(usual(RoundKind::Month).minutes() < usual(RoundKind::Part).minutes());
        assert_eq!(usual(RoundKind::Forecast).minutes(), 2);
    }

    #[test]
    fn every_question_adds_its_minutes_until_it_is_too_much() {
        let mut template = usual(RoundKind::Part);
        let before = template.minutes();
        template.questions = vec![question(AnswerKind::Text); 3];
        assert_eq!(template.minutes(), before + 12);
        assert!(template.is_too_long());
        template.limit_minutes = template.minutes();
        assert!(!template.is_too_long());
    }

    #[test]
    fn before_templates_everything_that_deviates_was_asked_and_no_money() {
        let before = ReportTemplate::before_templates(RoundKind::Part);
        assert!(before.has(TemplateStop::Deviations) && before.has(TemplateStop::Summary));
        assert!(!before.has(TemplateStop::Economy) && !before.has(TemplateStop::Success));
    }

    #[test]
    fn a_template_has_a_name_a_limit_and_something_to_ask() {
        let wrong = ReportTemplate {
            title: " ".to_owned(),
            stops: Vec::new(),
            limit_minutes: 0,
            ..usual(RoundKind::Part)
        };
        let all =
            [TemplateProblem::NoTitle, TemplateProblem::BadLimit, TemplateProblem::AsksNothing];
        assert_eq!(wrong.problems(), all);
        assert_eq!(usual(RoundKind::Part).problems(), []);
    }

    #[test]
    fn the_stored_names_read_back() {
        for stop in TemplateStop::ALL {
            assert_eq!(stop.code().parse(), Ok(*stop));
        }
    }
}
