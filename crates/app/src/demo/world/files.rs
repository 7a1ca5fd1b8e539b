//! The files of the demo municipality, embedded in the program and read into one world.

use anyhow::Context;
use jiff::civil::Date;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::compiled::Compiled;
use super::expand::expand;
use super::followup::{
    Annotation, Baseline, Budget, CauseTopic, Corrected, Feedback, Headcount, Judgement, LastText,
    Respondents, UnitReport, WheelStep,
};
use super::measures::Measure;
use super::organisation::{OrgUnit, Person};
use super::series::{ExplicitSeries, SeriesGroup};
use super::steering::{Activity, Decision, Element, Exemption};
use super::{SEED, World};

macro_rules! data_file {
    ($name:literal) => {
        ($name, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../demo/skarvik/", $name)))
    };
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OrganisationFile {
    name: String,
    notice: String,
    today: Date,
    organisation: Vec<OrgUnit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PeopleFile {
    people: Vec<Person>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SteeringFile {
    decisions: Vec<Decision>,
    elements: Vec<Element>,
    exemptions: Vec<Exemption>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GoalsFile {
    elements: Vec<Element>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ActivitiesFile {
    activities: Vec<Activity>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MeasuresFile {
    measures: Vec<Measure>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SeriesFile {
    generated: Vec<SeriesGroup>,
    written: Vec<ExplicitSeries>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BudgetFile {
    budgets: Vec<Budget>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FollowupFile {
    causes: Vec<CauseTopic>,
    reports: Vec<UnitReport>,
    last_texts: Vec<LastText>,
    compilations: Vec<Compiled>,
    judgements: Vec<Judgement>,
    annotations: Vec<Annotation>,
    baselines: Vec<Baseline>,
    corrected: Vec<Corrected>,
    headcounts: Vec<Headcount>,
    respondents: Vec<Respondents>,
    feedback: Vec<Feedback>,
    wheel: Vec<WheelStep>,
}

/// Reads everything; the descriptions of series come along so that they can be checked.
pub(super) fn read_world() -> anyhow::Result<(World, Vec<SeriesGroup>, Vec<ExplicitSeries>)> {
    let top: OrganisationFile = read(data_file!("organisation.yaml"))?;
    let people: PeopleFile = read(data_file!("people.yaml"))?;
    let steering: SteeringFile = read(data_file!("steering.yaml"))?;
    let goals: GoalsFile = read(data_file!("unit_goals.yaml"))?;
    let activities: ActivitiesFile = read(data_file!("activities.yaml"))?;
    let measures: MeasuresFile = read(data_file!("measures.yaml"))?;
    let values: SeriesFile = read(data_file!("series.yaml"))?;
    let budget: BudgetFile = read(data_file!("budget.yaml"))?;
    let followup: FollowupFile = read(data_file!("followup.yaml"))?;

    let series =
        expand(&values.generated, &values.written, &measures.measures, &top.organisation, SEED);
    let world = World {
        name: top.name,
        notice: top.notice,
        today: top.today,
        seed: SEED,
        organisation: top.organisation,
        people: people.people,
        decisions: steering.decisions,
        elements: steering.elements.into_iter().chain(goals.elements).collect(),
        exemptions: steering.exemptions,
        activities: activities.activities,
        measures: measures.measures,
        series,
        budgets: budget.budgets,
        causes: followup.causes,
        reports: followup.reports,
        last_texts: followup.last_texts,
        compilations: followup.compilations,
        judgements: followup.judgements,
        annotations: followup.annotations,
        baselines: followup.baselines,
        corrected: followup.corrected,
        headcounts: followup.headcounts,
        respondents: followup.respondents,
        feedback: followup.feedback,
        wheel: followup.wheel,
    };
    Ok((world, values.generated, values.written))
}

/// The people that the sign-in page of the demo offers, in its order.
///
/// # Errors
/// When the file cannot be read.
pub fn people_of_sign_in() -> anyhow::Result<Vec<Person>> {
    let file: PeopleFile = read(data_file!("people.yaml"))?;
    Ok(file.people.into_iter().filter(|person| person.sign_in.is_some()).collect())
}

fn read<T: DeserializeOwned>((name, text): (&str, &str)) -> anyhow::Result<T> {
    serde_saphyr::from_str(text).with_context(|| format!("demo/skarvik/{name}"))
}
