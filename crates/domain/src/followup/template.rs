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
    /// Whether what is answered there is a judgement of a goal or a measure. An org unit judges each
    /// thing once for a period, and a forecast is asked for beside the follow-up of the same time.
    pub fn judges(self) -> bool {
        matches!(self, Self::Usual | Self::Deviations | Self::Goals)
    }

    /// The stops that a template of a kind may have.
    pub fn of_kind(kind: RoundKind) -> impl Iterator<Item = Self> {
        let may = move |stop: &Self| kind != RoundKind::Forecast || !stop.judges();
        Self::ALL.iter().copied().filter(may)
    }

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
    /// It is for forecasts and asks for judgements.
    ForecastJudges,
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

    /// Whether a stop is on; one that its kind may not have is not.
    pub fn has(&self, stop: TemplateStop) -> bool {
        self.stops.contains(&stop) && TemplateStop::of_kind(self.kind).any(|one| one == stop)
    }

    /// The questions that org units of a level answer.
    pub fn questions_for<'t>(&'t self, level: &'t str) -> impl Iterator<Item = &'t Question> {
        self.questions.iter().filter(move |one| one.is_for(level))
    }

    /// About how many minutes it takes for a normal unit of a level.
    pub fn minutes_for(&self, level: &str) -> i64 {
        let stops: i64 = self.stops.iter().map(|stop| stop.minutes()).sum();
        let asked = self.questions_for(level).map(|one| one.minutes);
        asked.fold(stops, i64::saturating_add)
    }

    /// About how many minutes it takes for a normal unit of the level that is asked the most.
    pub fn minutes(&self) -> i64 {
        let named = self.questions.iter().flat_map(|one| one.levels.iter().map(String::as_str));
        // No level is called nothing: only what is asked of all is asked of it.
        named.chain([""]).map(|level| self.minutes_for(level)).max().unwrap_or_default()
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
        if self.kind == RoundKind::Forecast && self.stops.iter().any(|stop| stop.judges()) {
            found.push(TemplateProblem::ForecastJudges);
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
    fn what_only_some_levels_are_asked_takes_the_others_no_time() {
        let of = |levels: &[&str]| Question {
            levels: levels.iter().map(|level| (*level).to_owned()).collect(),
            minutes: 10,
            ..question(AnswerKind::Text)
        };
        let mut template = usual(RoundKind::Forecast);
        template.questions = vec![of(&["namnd"]), of(&["namnd", "forv"]), of(&[])];
        let minutes = ["enhet", "forv", "namnd"].map(|level| template.minutes_for(level));
        assert_eq!(minutes, [12, 22, 32]);
        assert_eq!(template.minutes(), 32);
    }

    #[test]
    fn a_forecast_judges_nothing_also_where_that_was_once_chosen() {
        let mut forecast = usual(RoundKind::Forecast);
        forecast.stops.push(TemplateStop::Goals);
        assert_eq!(forecast.problems(), [TemplateProblem::ForecastJudges]);
        assert!(!forecast.has(TemplateStop::Goals) && forecast.has(TemplateStop::Economy));
        let part = usual(RoundKind::Part);
        assert!(TemplateStop::ALL.iter().all(|stop| part.has(*stop)));
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
