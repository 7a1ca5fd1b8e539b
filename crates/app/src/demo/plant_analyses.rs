//! Planting analyses at different steps: one that is concluded and used, one in the middle with a question
//! that waits, a quick one just begun, and one of the steering model.

use std::collections::BTreeMap;

use db::Tx;
use domain::analysis::{AnalysisState, Certainty, Circle, Mark, StepContent, SubjectKind};
use domain::ids::{AnalysisId, AnalysisQuestionId};
use domain::periods::Period;
use jiff::civil::{Date, date};

use super::id_of;
use super::plant_analyses_told::planned;
use super::plant_thread::element_id;
use super::world::World;
use crate::analysis::store::{
    Analysis, Asked, Participant, StepRow, ask, insert, insert_event, invite, keep_step, raise,
};
use crate::web::error::AppError;

/// A municipality with so many org units is the large one, where every unit has an analysis.
const MANY_UNITS: usize = 1_000;

/// A step's texts by field.
pub(super) type Said = &'static [(&'static str, &'static str)];

/// How many steps the method has, and how many of them a quick analysis goes through.
const STEPS: i64 = 8;
const QUICK_STEPS: i64 = 3;

/// What is planted of one analysis.
pub(super) struct Planned {
    pub(super) word: &'static str,
    pub(super) kind: SubjectKind,
    pub(super) subject: Option<[u8; 16]>,
    pub(super) words: &'static str,
    pub(super) org_unit: &'static str,
    pub(super) by: &'static str,
    pub(super) is_quick: bool,
    /// The steps that are done, with what was written in them.
    pub(super) done: &'static [(usize, Said)],
}

pub(super) fn plant(tx: &mut Tx<'_>, world: &World, at: i64) -> Result<(), AppError> {
    for (nth, one) in (0_i64..).zip(planned()) {
        // So that the list has an order.
        plant_one(tx, world, &one, at - nth * 60_000_000)?;
    }
    if world.organisation.len() >= MANY_UNITS {
        plant_many(tx, world, at)?;
    }
    Ok(())
}

/// One for each org unit of the large municipality, of a goal of its own where it has one; every other is
/// concluded.
fn plant_many(tx: &mut Tx<'_>, world: &World, at: i64) -> Result<(), AppError> {
    let leaders = world.leaders();
    let mut goals: BTreeMap<&str, &super::world::Element> = BTreeMap::new();
    for goal in world.elements.iter().filter(|one| super::world::is_goal(one)) {
        goals.entry(&goal.owner).or_insert(goal);
    }
    for (nth, unit) in (0_i64..).zip(&world.organisation) {
        let Some(by) = leaders.of(&unit.id).and_then(|id| world.person(id)) else { continue };
        let goal = goals.get(unit.id.as_str());
        let when = at - (nth + 10) * 60_000_000;
        let (is_concluded, is_quick) = (nth % 2 == 0, nth % 3 == 0);
        let steps = if is_quick { QUICK_STEPS } else { STEPS };
        let one = Analysis {
            id: id_of::<AnalysisId>("analysis", &format!("av-{}", unit.id)),
            method: "analyshjulet".to_owned(),
            is_quick,
            circle: Circle::Organisation,
            kind: goal.map_or(SubjectKind::Other, |_| SubjectKind::Goal),
            subject: goal.map(|goal| element_id(&goal.id).bytes()),
            subject_words: goal.map_or(unit.name.clone(), |goal| goal.title.clone()),
            subject_url: String::new(),
            org_unit: id_of("org", &unit.id),
            period: Period::year_of(2026),
            state: if is_concluded { AnalysisState::Concluded } else { AnalysisState::Open },
            conclusion: if is_concluded { "Arbetssättet har gett det vi hoppades." } else { "" }
                .to_owned(),
            certainty: is_concluded.then_some(Certainty::Likely),
            steps_done: if is_concluded { steps } else { nth % steps },
            person: id_of("person", &by.id),
            person_name: by.name.clone(),
            created_at: when,
            changed_at: when,
            concluded_at: is_concluded.then_some(when),
            concluded_by: if is_concluded { by.name.clone() } else { String::new() },
            version: 1,
        };
        insert(tx, &one)?;
    }
    Ok(())
}

fn plant_one(tx: &mut Tx<'_>, world: &World, planned: &Planned, at: i64) -> Result<(), AppError> {
    let Some(by) = world.person(planned.by) else { return Ok(()) };
    let title = match planned.subject {
        Some(id) => match crate::elements::store::element(tx, id.into())? {
            Some(element) => element.title,
            None => return Ok(()),
        },
        None => planned.words.to_owned(),
    };
    let mut one = Analysis {
        id: id_of::<AnalysisId>("analysis", planned.word),
        method: "analyshjulet".to_owned(),
        is_quick: planned.is_quick,
        circle: Circle::Organisation,
        kind: planned.kind,
        subject: planned.subject,
        subject_words: title,
        subject_url: String::new(),
        org_unit: id_of("org", planned.org_unit),
        period: Period::year_of(2026),
        state: AnalysisState::Open,
        conclusion: String::new(),
        certainty: None,
        steps_done: 0,
        person: id_of("person", planned.by),
        person_name: by.name.clone(),
        created_at: at,
        changed_at: at,
        concluded_at: None,
        concluded_by: String::new(),
        version: 1,
    };
    insert(tx, &one)?;
    let takes_part = Participant {
        analysis: one.id,
        person: one.person,
        person_name: one.person_name.clone(),
        invited_by: one.person_name.clone(),
        at,
        version: 1,
    };
    invite(tx, &one, &takes_part)?;
    write_steps(tx, &mut one, planned, at)?;
    if planned.subject.is_some() {
        ask_somebody(tx, world, &one, planned)?;
    }
    if one.conclusion.is_empty() {
        one.version += 1;
        return raise(tx, &one, "write");
    }
    one.version += 1;
    one.state = AnalysisState::Concluded;
    one.concluded_at = Some(at);
    one.concluded_by.clone_from(&one.person_name);
    raise(tx, &one, "conclude")?;
    Ok(insert_event(tx, &one, ("conclude", "", &one.person_name))?)
}

/// Keeps the steps that are done.
fn write_steps(
    tx: &mut Tx<'_>,
    one: &mut Analysis,
    planned: &Planned,
    at: i64,
) -> Result<(), AppError> {
    for (number, said) in planned.done {
        let row = step(one, *number, said, at);
        keep_step(tx, one, &row)?;
        one.steps_done += 1;
        if !row.content.text("slutsats").is_empty() {
            row.content.text("slutsats").clone_into(&mut one.conclusion);
            one.certainty = Certainty::of_code(row.content.text("sakerhet"));
        }
    }
    Ok(())
}

fn step(of: &Analysis, number: usize, said: Said, at: i64) -> StepRow {
    let words = said.iter().map(|(field, text)| ((*field).to_owned(), (*text).to_owned()));
    let words: BTreeMap<String, String> = words.collect();
    let mut marks = BTreeMap::new();
    if number == 4 && of.kind == SubjectKind::Measure {
        let name = format!("a-{}", element_id("akt-gemensam-introduktion-for-vikarier"));
        let mark = Mark {
            value: "not".to_owned(),
            label: "Gemensam introduktion för vikarier".to_owned(),
            day: "2026-06-30".to_owned(),
            by: of.person_name.clone(),
            at,
        };
        marks.insert(name, mark);
    }
    StepRow {
        number,
        content: StepContent { words, marks },
        facts: None,
        facts_at: None,
        done_at: Some(at),
        person_name: of.person_name.clone(),
        at,
        version: 1,
    }
}

/// A question: answered in what is concluded, waiting in what is not.
fn ask_somebody(
    tx: &mut Tx<'_>,
    world: &World,
    of: &Analysis,
    planned: &Planned,
) -> Result<(), AppError> {
    let is_concluded = !of.conclusion.is_empty();
    let (whom, text, due_on, answer): (&str, &str, Date, &str) = if is_concluded {
        let answer =
            "Sedan januari har var fjärde öppning varit ett ensampass, mot var tionde året före.";
        (
            "sofia-bergkvist",
            "Hur har öppningar och stängningar bemannats sedan januari?",
            date(2026, 8, 14),
            answer,
        )
    } else {
        (
            "amira-lindqvist",
            "Varför är andelen behöriga lägre på öarna än i centralorten?",
            date(2026, 8, 21),
            "",
        )
    };
    let Some(person) = world.person(whom) else { return Ok(()) };
    let one = Asked {
        id: id_of::<AnalysisQuestionId>("analysis_question", planned.word),
        analysis: of.id,
        person: id_of("person", whom),
        person_name: person.name.clone(),
        text: text.to_owned(),
        due_on,
        asked_by: of.person_name.clone(),
        asked_at: of.created_at,
        answer: answer.to_owned(),
        answered_at: is_concluded.then_some(of.created_at),
        version: 1,
    };
    ask(tx, of, &one)?;
    Ok(())
}
