//! Skärvik: a municipality that does not exist, as data. Everything is read from `demo/skarvik`
//! in the repository and checked before anyone sees it; values are generated from a seed.

mod check;
mod compiled;
mod expand;
mod files;
mod followup;
mod measures;
mod organisation;
mod people;
mod period;
mod random;
mod scaled;
mod series;
mod steering;
#[cfg(test)]
mod tests;

use anyhow::bail;
use jiff::civil::Date;

pub use compiled::{Compiled, Quoted};
pub use files::people_of_sign_in;
pub use followup::{
    Annotation, Baseline, Budget, CauseTopic, Corrected, Feedback, Headcount, Judgement, LastText,
    Level, PartKind, ReportPart, ReportState, Respondents, SentBack, Stage, UnitReport, WheelStep,
};
pub use measures::{
    Direction, Formula, Measure, MeasureClass, OverOrganisation, OverTime, Target, TargetRule,
};
pub use organisation::{Appointment, Leaders, OrgUnit, Person, Role};
pub use period::{Frequency, Period};
pub use scaled::Size;
pub(super) use scaled::is_goal;
pub use series::{
    BY_GENDER, Exception, ExplicitSeries, Gender, Reading, ReadingState, Series, SeriesGroup,
    Shape, Shift, Source,
};
pub use steering::{
    Activity, Assignment, Decision, EarlierWording, Element, Exemption, Link, LinkKind, Progress,
};

/// The seed of the demo that tests and screenshots share.
pub const SEED: u64 = 20_260_825;

/// The demo municipality, whole and checked: every reference leads somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct World {
    pub name: String,
    /// The line that says that everything is invented.
    pub notice: String,
    /// The day it is in the demo.
    pub today: Date,
    pub seed: u64,
    pub organisation: Vec<OrgUnit>,
    pub people: Vec<Person>,
    pub decisions: Vec<Decision>,
    pub elements: Vec<Element>,
    /// Goals of the council that a committee does not answer, with the reason.
    pub exemptions: Vec<Exemption>,
    pub activities: Vec<Activity>,
    pub measures: Vec<Measure>,
    pub series: Vec<Series>,
    pub budgets: Vec<Budget>,
    pub causes: Vec<CauseTopic>,
    pub reports: Vec<UnitReport>,
    pub last_texts: Vec<LastText>,
    pub compilations: Vec<Compiled>,
    pub judgements: Vec<Judgement>,
    pub annotations: Vec<Annotation>,
    pub baselines: Vec<Baseline>,
    pub corrected: Vec<Corrected>,
    pub headcounts: Vec<Headcount>,
    pub respondents: Vec<Respondents>,
    pub feedback: Vec<Feedback>,
    pub wheel: Vec<WheelStep>,
}

impl World {
    /// Skärvik as tests, screenshots and the first start show it.
    ///
    /// # Errors
    /// A file that cannot be read, or a reference that leads nowhere.
    pub fn load() -> anyhow::Result<Self> {
        let (world, groups, written) = files::read_world()?;
        let mut problems = check::problems(&world);
        problems.extend(check::series_problems(&world, &groups, &written));
        if !problems.is_empty() {
            bail!("the demo municipality does not hold together: {}", problems.join("; "));
        }
        Ok(world)
    }

    /// Every value of every series, computed one at a time.
    pub fn readings(&self) -> impl Iterator<Item = Reading<'_>> {
        self.series.iter().flat_map(|series| series.readings(self.seed))
    }

    /// How many readings there are, missing ones included.
    pub fn reading_count(&self) -> usize {
        self.series.iter().map(Series::len).sum()
    }

    pub fn org_unit(&self, id: &str) -> Option<&OrgUnit> {
        self.organisation.iter().find(|unit| unit.id == id)
    }

    pub fn person(&self, id: &str) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    pub fn element(&self, id: &str) -> Option<&Element> {
        self.elements.iter().find(|element| element.id == id)
    }

    pub fn measure(&self, id: &str) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.id == id)
    }

    /// The series of a measure in a unit, both genders together.
    pub fn series_of(&self, measure: &str, org: &str) -> Option<&Series> {
        self.series.iter().find(|series| {
            series.measure == measure && series.org == org && series.gender.is_none()
        })
    }

    /// Styrtal of a measure for a unit and year: its own, else the nearest above it, else that of
    /// the whole municipality.
    pub fn target(
        &self,
        measure: &str,
        org: &str,
        year: i16,
    ) -> Option<(TargetRule, rust_decimal::Decimal)> {
        let targets = &self.measure(measure)?.targets;
        let own = |at: Option<&str>| {
            targets
                .iter()
                .filter(|target| target.org.as_deref() == at)
                .find_map(|target| Some((target.rule, *target.years.get(&year)?)))
        };
        let mut at = self.org_unit(org);
        while let Some(unit) = at {
            if let Some(found) = own(Some(&unit.id)) {
                return Some(found);
            }
            at = unit.parent.as_deref().and_then(|parent| self.org_unit(parent));
        }
        own(None)
    }
}
