//! Planting a short monthly follow-up, with a question that somebody has added to its template: what it
//! asks, what was answered, and that it was read.

use std::collections::BTreeSet;

use db::Tx;
use domain::followup::{
    AccountState, AnswerKind, PartKind, PartQuestion, PartState, Question, ReportTemplate, Round,
    RoundKind, RoundPlan,
};
use domain::ids::{FollowUpId, OrgUnitId};
use domain::steering::SteeringModel;
use jiff::civil::{Date, date};

use super::id_of;
use super::plant_money::kronor;
use super::plant_thread::element_id;
use super::world::{Budget, World};
use crate::elements::structures::Structures;
use crate::followup::making::{Maker, number};
use crate::followup::store::{
    Account, Part, insert_account, insert_part, insert_round_with, keep_point,
};
use crate::templates::store::{How, insert_template, note_reads};
use crate::templates::usual;
use crate::web::error::AppError;

/// Units that took part.
const UNITS: usize = 8;

/// What some of them answered to the question.
const ANSWERS: [(&str, &str); 3] = [
    (
        "skargardens-forskolor",
        "Två grupper har slagits ihop sedan mars. Det har tagit mer tid än vi trodde.",
    ),
    ("centrums-forskolor", "Vi har full bemanning för första gången på ett år."),
    ("hamnens-forskolor", "Maten kostar mer än vi räknade med. Det syns i prognosen."),
];

fn question() -> Question {
    Question {
        id: id_of("question", "manad-namnden"),
        title: "Vad behöver nämnden veta just nu?".to_owned(),
        help: "En eller två meningar räcker. Svaret läses upp när nämnden träffas.".to_owned(),
        answer: AnswerKind::Text,
        choices: Vec::new(),
        levels: vec!["enhet".to_owned()],
        required: false,
        reader: "namnd".to_owned(),
        minutes: 3,
        version: 1,
    }
}

/// In which report assignments shall be answered, as the data says in words.
fn points(tx: &mut Tx<'_>, world: &World) -> Result<(), AppError> {
    for element in &world.elements {
        let Some(assignment) = &element.assignment else { continue };
        let kind = if assignment.report_in.starts_with("delår") {
            RoundKind::Part
        } else {
            RoundKind::Year
        };
        let year = assignment.due.year();
        keep_point(tx, element_id(&element.id), Some((kind, year)), 0)?;
    }
    Ok(())
}

fn noon(day: Date) -> Result<i64, AppError> {
    let at = day.at(12, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC)?;
    Ok(at.timestamp().as_microsecond())
}

pub(super) fn plant(tx: &mut Tx<'_>, world: &World, model: &SteeringModel) -> Result<(), AppError> {
    points(tx, world)?;
    let usual = usual(model, RoundKind::Month);
    let template = ReportTemplate { questions: vec![question()], version: 1, ..usual };
    insert_template(tx, &template)?;
    let round = Round {
        id: id_of("round", "manad-2026-03"),
        title: "Månadsuppföljning mars 2026".to_owned(),
        period: "2026-03".parse()?,
        opens_on: date(2026, 3, 23),
        due_on: date(2026, 4, 1),
        closes_on: date(2026, 4, 10),
        version: 1,
        plan: RoundPlan { template: Some(template.id), ..RoundPlan::of(RoundKind::Month) },
    };
    insert_round_with(tx, &round, Some(&template))?;
    for budget in world.budgets.iter().take(UNITS) {
        unit(tx, world, &round, budget)?;
    }
    let read: BTreeSet<_> = [question().id].into();
    note_reads(tx, round.id, (How::Read, noon(date(2026, 4, 14))?), &read)?;
    Ok(())
}

/// What is said of the forecast of that month: its own sum, and what the unit says of why.
fn said_in_march(budget: &Budget, over: i64) -> String {
    let Some(comment) = &budget.comment else { return String::new() };
    let sum = kronor(over.abs());
    let first = match over {
        0 => "Vi räknar med att hålla budgeten.".to_owned(),
        1.. => format!("Vi räknar med ett underskott på {sum}."),
        _ => format!("Vi räknar med ett överskott på {sum}."),
    };
    // A sentence with a sum in it tells of August.
    let has_sum = |said: &&str| said.chars().any(|one| one.is_ascii_digit());
    let why = comment.split_inclusive(". ").filter(|said| !has_sum(said));
    std::iter::once(first.as_str()).chain(why.map(str::trim)).collect::<Vec<_>>().join(" ")
}

fn unit(tx: &mut Tx<'_>, world: &World, round: &Round, budget: &Budget) -> Result<(), AppError> {
    let org_unit: OrgUnitId = id_of("org", &budget.org);
    let account: FollowUpId = id_of("follow_up", &format!("mars/{}", budget.org));
    let report = world.reports.iter().find(|report| report.org == budget.org);
    let author = report.and_then(|report| world.person(report.author.as_deref()?));
    let person_name = author.map(|person| person.name.clone()).unwrap_or_default();
    let at = noon(date(2026, 3, 31))?;
    let state = AccountState::Approved;
    insert_account(
        tx,
        &Account {
            id: account,
            round: round.id,
            org_unit,
            state,
            person_name: person_name.clone(),
            at,
            version: 1,
        },
    )?;
    let structure = Structures::default().at_head(tx, false)?;
    let maker = Maker::read(tx, &structure, (account, org_unit), round, round.due_on)?;
    let id = |word: &str| id_of("part", &format!("mars/{}/{word}", budget.org));
    // In March less of the year was known.
    let expected = budget.budget + (budget.forecast - budget.budget) / 2;
    let said = ANSWERS.iter().find(|(org, _)| *org == budget.org).map_or("", |(_, said)| said);
    let money = PartQuestion {
        budget_ore: budget.budget.checked_mul(100),
        forecast_ore: expected.checked_mul(100),
        required: true,
        ..PartQuestion::in_words(2)
    };
    let text = said_in_march(budget, expected - budget.budget);
    let mut parts = [
        Part {
            asked: Some(money),
            text,
            ..maker.empty(id("prognos"), PartKind::Forecast, "Ekonomi och prognos")
        },
        Part {
            asked: Some(PartQuestion::of(&question())),
            text: said.to_owned(),
            ..maker.empty(id("namnden"), PartKind::Question, &question().title)
        },
    ];
    number(&mut parts, 0);
    for part in parts {
        let person_name = person_name.clone();
        insert_part(tx, &Part { state: PartState::Done, person_name, at, ..part })?;
    }
    Ok(())
}
