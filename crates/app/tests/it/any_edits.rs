//! Whatever is done in whatever order: no circle in the thread, an audit trail that holds, and every
//! day shown again exactly as it was.

use std::collections::BTreeMap;

use app::activities::store::{ProgressRow, keep_progress, progress};
use app::assessment::store::{Assessment, AssessmentKind, keep_assessment, withdraw_assessments};
use app::decisions::store::{Decision, insert_decision};
use app::demo::{id_of, tenant};
use app::elements::store::{
    change_element, element, end_link, insert_element, insert_link, insert_measure, keep_target,
    links_of, measure, targets_of, update_measure,
};
use app::goals::store::{
    LinkChange, change_exemption, exemptions_of, forget_proposal, insert_exemption,
    insert_succession, link_proposals, propose_link,
};
use app::identity::store::{PersonRow, change_person, insert_person, person_row};
use app::measures::store::{
    Door, How, PatternAnswer, all_of_measure, correct_outcome, insert_outcomes,
    insert_pattern_answers, keep_outcome, remove_outcomes, update_outcomes,
};
use app::organisation::store::{change_org_unit, insert_org_unit, organisation};
use app::past::Days;
use app::web::error::AppError;
use db::{Author, Db, DbError, Row, Tx};
use domain::elements::{Element, ElementState, Link, Structure};
use domain::fulfilment::{Fulfilment, Progress, Stage};
use domain::ids::{ElementId, OrgUnitId};
use domain::impact::Exemption;
use domain::imports::ValueKey;
use domain::measures::{
    Aggregation, Direction, Measure, Outcome, OutcomeQuality, OutcomeValue, ShareOf, Standing,
    Target, TellsInhabitants,
};
use domain::organisation::OrgUnit;
use domain::periods::{Frequency, Period};
use domain::steering::{LinkKind, OrgLevelKind, Role, TargetKind, TypeId};
use jiff::civil::date;
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::kit::{TestApp, morning};

const A_DAY: i64 = 24 * 3_600 * 1_000_000;

/// One thing somebody does, and to which of a few things.
#[derive(Clone, Copy, Debug)]
struct Edit {
    what: u8,
    one: u8,
    other: u8,
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let edit =
        (0..18_u8, 0..4_u8, 0..4_u8).prop_map(|(what, one, other)| Edit { what, one, other });
    proptest::collection::vec(edit, 1..30)
}

const TYPES: [(&str, Role); 4] = [
    ("inriktningsmal", Role::Goal),
    ("resultatmal", Role::Goal),
    ("enhetsmal", Role::Goal),
    ("indikator", Role::Measure),
];

fn goal(number: u8) -> ElementId {
    id_of("element", &format!("e{number}"))
}
fn top() -> OrgUnitId {
    id_of("org", "kommunfullmaktige")
}
fn unit(number: u8) -> OrgUnitId {
    if number == 0 { top() } else { id_of("org", &format!("u{number}")) }
}
fn period(number: u8) -> Period {
    Period::year_of(2022 + i16::from(number))
}

/// Does one thing as the slices' own functions do it; what makes no sense changes nothing.
fn carry_out(
    tx: &mut Tx<'_>,
    structure: &Structure,
    edit: Edit,
    step: i64,
) -> Result<(), AppError> {
    let Edit { one, other, .. } = edit;
    let id = goal(one);
    let now = element(tx, id)?;
    match edit.what {
        0 => create(tx, one, other),
        1 | 2 => change(tx, now, edit, step),
        3 => link(tx, structure, one, other),
        4 => match links_of(tx, id)?.first() {
            Some(link) => end_link(tx, link),
            None => Ok(()),
        },
        5 => propose(tx, one, other),
        6 => define(tx, step),
        7 => target(tx, one, other, step),
        8 => record_one(tx, one, other, step),
        9 => record_many(tx, one, step),
        10 => judge(tx, one, other, step),
        11 => {
            let goals = (0..=255).map(|number| (goal(number), AssessmentKind::Outcome)).collect();
            withdraw_assessments(tx, unit(other), (period(one), Stage::Own), &goals)
        }
        12 if now.is_some() => {
            let was = progress(tx, id)?;
            let all = [Progress::NotStarted, Progress::Ongoing, Progress::Late, Progress::Done];
            let row = ProgressRow {
                progress: all[usize::from(other)],
                note: format!("steg {step}"),
                version: was.version + 1,
                ..was
            };
            keep_progress(tx, &row)
        }
        13 => reorganise(tx, one, other, step),
        14 => rename_person(tx, one, step),
        15 => exempt(tx, one, other, step),
        16 if now.is_some() && one != other => insert_succession(tx, id, goal(other)),
        17 if measure(tx, goal(3))?.is_some() => answer_of_pattern(tx, other, step),
        _ => Ok(()),
    }
}

fn answer_of_pattern(tx: &mut Tx<'_>, other: u8, step: i64) -> Result<(), AppError> {
    let answer = PatternAnswer {
        other: id_of("element", "annat"),
        answer: "no".to_owned(),
        person_name: "Test".to_owned(),
        at: step,
    };
    insert_pattern_answers(tx, (goal(3), unit(other)), id_of("person", "p1"), &[answer])
}

fn create(tx: &mut Tx<'_>, one: u8, other: u8) -> Result<(), AppError> {
    let (kind, role) = TYPES[usize::from(one)];
    let new = Element {
        id: goal(one),
        element_type: TypeId::from(kind),
        role,
        owner: unit(0),
        number: other.to_string(),
        title: format!("Element {one}"),
        text: String::new(),
        responsible: None,
        starts_on: Some(date(2026, 1, 1)),
        ends_on: None,
        state: ElementState::Draft,
        decision: None,
        version: 1,
    };
    insert_element(tx, &new)?;
    Ok(())
}

fn change(tx: &mut Tx<'_>, now: Option<Element>, edit: Edit, step: i64) -> Result<(), AppError> {
    let Some(mut now) = now else { return Ok(()) };
    now.version += 1;
    if edit.what == 1 {
        now.title = format!("Ord {step}");
        now.responsible = (edit.other > 1).then(|| id_of("person", "p1"));
        return change_element(tx, "change", &now);
    }
    let decision = Decision {
        id: id_of("decision", &step.to_string()),
        body: top(),
        decided_on: date(2026, 8, 25),
        paragraph: step.to_string(),
        reference: String::new(),
        version: 1,
    };
    insert_decision(tx, &decision)?;
    now.decision = Some(decision.id);
    now.state = ElementState::ALL[usize::from(edit.other) + 1];
    change_element(tx, "adopt", &now)
}

fn link(tx: &mut Tx<'_>, structure: &Structure, one: u8, other: u8) -> Result<(), AppError> {
    for kind in [LinkKind::Contributes, LinkKind::Decomposes, LinkKind::Measures] {
        if structure.check_link(goal(one), kind, goal(other)).is_ok() {
            let id = id_of("link", &format!("{one}/{other}/{}", kind.key()));
            return insert_link(tx, &Link { id, child: goal(one), parent: goal(other), kind });
        }
    }
    Ok(())
}

fn propose(tx: &mut Tx<'_>, one: u8, other: u8) -> Result<(), AppError> {
    if let Some((_, link)) = link_proposals(tx, goal(one))?.first() {
        return forget_proposal(tx, link.id);
    }
    let change = if other > 1 { LinkChange::Begin } else { LinkChange::End };
    let id = id_of("link", &format!("förslag {one}/{other}"));
    let link = Link { id, child: goal(one), parent: goal(other), kind: LinkKind::Contributes };
    propose_link(tx, change, &link)
}

fn define(tx: &mut Tx<'_>, step: i64) -> Result<(), AppError> {
    let id = goal(3);
    let Some(of) = element(tx, id)? else { return Ok(()) };
    let new = Measure {
        id,
        class: "resultat".to_owned(),
        measure_unit: "procent".to_owned(),
        decimals: 1,
        direction: Direction::Higher,
        method: format!("metod {step}"),
        source: "källa".to_owned(),
        frequency: Frequency::Year,
        over_organisation: Aggregation::Sum,
        over_time: Aggregation::Latest,
        counts_in_assessment: step % 2 == 0,
        controllable: true,
        is_percentage: true,
        formula: None,
        breakdowns: Vec::new(),
        least_count: 5,
        lag_days: (step % 2 == 0).then_some(10),
        tells_inhabitants: (step % 3 == 0).then_some(TellsInhabitants::Partly),
        tells_reason: format!("skäl {step}"),
        established: "N15418".to_owned(),
        established_link: String::new(),
        share_of: (step % 2 == 0).then_some(ShareOf::People),
    };
    if measure(tx, id)?.is_some() {
        update_measure(tx, &new, of.version)
    } else {
        insert_measure(tx, &new)
    }
}

fn target(tx: &mut Tx<'_>, one: u8, other: u8, step: i64) -> Result<(), AppError> {
    if measure(tx, goal(3))?.is_none() {
        return Ok(());
    }
    let org_unit = (one > 1).then(|| unit(one));
    let all = targets_of(tx, goal(3))?;
    let was = all.iter().find(|was| was.org_unit == org_unit && was.period == period(other));
    let target = Target {
        measure: goal(3),
        org_unit,
        period: period(other),
        kind: TargetKind::Range,
        low: Some(Decimal::new(step, 1)),
        high: (step % 2 == 0).then(|| Decimal::new(step * 10, 2)),
        version: was.map_or(1, |was| was.version + 1),
    };
    keep_target(tx, &target)
}

fn value(one: u8, other: u8, step: i64, version: i64) -> Outcome {
    let value = match step % 4 {
        0 => OutcomeValue::Missing,
        1 => OutcomeValue::NotApplicable,
        _ => OutcomeValue::Measured(Decimal::new(step, 1)),
    };
    Outcome {
        measure: goal(3),
        org_unit: unit(one),
        breakdown: if other > 2 { "kvinnor".to_owned() } else { String::new() },
        period: period(other),
        value,
        quality: OutcomeQuality::Verified,
        version,
    }
}

fn record_one(tx: &mut Tx<'_>, one: u8, other: u8, step: i64) -> Result<(), AppError> {
    let new = value(one, other, step, 1);
    let all = all_of_measure(tx, goal(3))?;
    let was = all.into_iter().find(|was| {
        (was.org_unit, was.period, &was.breakdown) == (new.org_unit, new.period, &new.breakdown)
    });
    match was {
        None => keep_outcome(tx, &new, ""),
        Some(was) => {
            let before = Standing { value: was.value, quality: was.quality };
            correct_outcome(tx, &Outcome { version: was.version + 1, ..new }, before, "")
        }
    }
}

/// As a grid of values is kept: some new, the others changed, or all taken away.
fn record_many(tx: &mut Tx<'_>, one: u8, step: i64) -> Result<(), AppError> {
    tx.record(db::Change {
        action: "many",
        object: "values",
        id: [0; 16],
        version: 1,
        payload: "{}".to_owned(),
    });
    let all: Vec<Outcome> =
        all_of_measure(tx, goal(3))?.into_iter().filter(|it| it.org_unit == unit(one)).collect();
    if step % 3 == 0 {
        let keys: Vec<(ValueKey, i64)> = all
            .iter()
            .map(|it| {
                let key = ValueKey {
                    measure: it.measure,
                    org_unit: it.org_unit,
                    breakdown: it.breakdown.clone(),
                    period: it.period,
                };
                (key, it.version)
            })
            .collect();
        remove_outcomes(
            tx,
            &How::by(Door::Filled),
            keys.iter().map(|(key, version)| (key, *version)),
        )?;
        return Ok(());
    }
    update_outcomes(
        tx,
        &How::by(Door::Filled),
        all.iter().map(|it| Outcome {
            value: OutcomeValue::Measured(Decimal::new(step, 2)),
            version: it.version + 1,
            ..it.clone()
        }),
    )?;
    let free = (0..4).map(|other| value(one, other, step, 1)).filter(|new| {
        let is_there = |it: &Outcome| (it.period, &it.breakdown) == (new.period, &new.breakdown);
        !all.iter().any(is_there)
    });
    let free: Vec<Outcome> = free.collect();
    insert_outcomes(tx, &How::by(Door::Filled), free)?;
    Ok(())
}

fn judge(tx: &mut Tx<'_>, one: u8, other: u8, step: i64) -> Result<(), AppError> {
    if element(tx, goal(one))?.is_none() {
        return Ok(());
    }
    let outcome = step % 3 > 0;
    let kind = if outcome { AssessmentKind::Outcome } else { AssessmentKind::Forecast };
    let levels = [Fulfilment::Achieved, Fulfilment::Partly, Fulfilment::NotAchieved];
    let judgement = Assessment {
        scale_level: String::new(),
        id: id_of("assessment", &step.to_string()),
        element: goal(one),
        org_unit: unit(other),
        period: period(one),
        kind,
        stage: Stage::Own,
        level: levels[usize::from(other) % 3],
        proposed: None,
        reason: format!("skäl {step}"),
        person: None,
        person_name: "Test".to_owned(),
        at: tx.author().at,
        version: 1,
    };
    keep_assessment(tx, &judgement)
}

fn reorganise(tx: &mut Tx<'_>, one: u8, other: u8, step: i64) -> Result<(), AppError> {
    let all = organisation(tx)?;
    let id = unit(one.max(1));
    let Some(now) = all.get(id) else {
        let new = OrgUnit {
            id,
            level: "namnd".to_owned(),
            kind: OrgLevelKind::Committee,
            parent: Some(top()),
            name: format!("Enhet {one}"),
            valid_from: date(2026, 1, 1),
            valid_to: None,
            succeeded_by: None,
            version: 1,
        };
        insert_org_unit(tx, &new)?;
        return Ok(());
    };
    let mut after = OrgUnit::clone(now);
    after.version += 1;
    after.name = format!("Åäö {step}");
    if all.check_move(id, unit(other), date(2026, 8, 25)).is_ok() {
        after.parent = Some(unit(other));
    }
    after.valid_to = (step % 5 == 0).then_some(date(2027, 1, 1));
    change_org_unit(tx, "rename", &after)
}

fn rename_person(tx: &mut Tx<'_>, one: u8, step: i64) -> Result<(), AppError> {
    let id = id_of("person", &format!("p{one}"));
    let name = format!("Ö {step}");
    if let Some(was) = person_row(tx, id)? {
        let version = was.version + 1;
        let left_on = (step % 2 == 0).then_some(date(2026, 9, 1));
        change_person(tx, "change", &PersonRow { name, left_on, version, ..was })
    } else {
        let email = format!("p{one}@prov.example");
        let title = String::new();
        let new = PersonRow { id, name, title, email, version: 1, left_on: None };
        insert_person(tx, &new).map(|_| ())
    }
}

fn exempt(tx: &mut Tx<'_>, one: u8, other: u8, step: i64) -> Result<(), AppError> {
    let all = exemptions_of(tx, unit(one))?;
    if let Some(was) = all.into_iter().find(|it| it.element == goal(other)) {
        let version = was.version + 1;
        let reason = format!("skäl {step}");
        let state = ElementState::Adopted;
        return change_exemption(tx, "adopt", &Exemption { reason, state, version, ..was });
    }
    let new = Exemption {
        id: id_of("exemption", &format!("{one}/{other}")),
        org_unit: unit(one),
        element: goal(other),
        reason: "skäl".to_owned(),
        state: ElementState::Draft,
        decision: None,
        version: 1,
    };
    insert_exemption(tx, &new).map(|_| ())
}

/// The tables that days are made of, and what is compared of each.
const TABLES: &[(&str, usize)] = &[
    (
        "select 'grounds', element_id, perspective, follow_up, evaluation, analysis, present_state, wanted_state, outside_world, level_reason, example, strategy, ambition, inhabitants, version from grounds where tenant = $1 order by element_id",
        15,
    ),
    (
        "select 'copy', element_id, copied_from_id from copies where tenant = $1 order by element_id",
        3,
    ),
    (
        "select 'merger', element_id, supersedes_id from mergers where tenant = $1 order by element_id, supersedes_id",
        3,
    ),
    (
        "select 'element', element_id, element_type, role, owner_id, number, title, text, responsible_id, starts_on, ends_on, state, decision_id, version from elements where tenant = $1 order by element_id",
        14,
    ),
    (
        "select 'link', link_id, child_id, parent_id, kind from links where tenant = $1 order by link_id",
        5,
    ),
    (
        "select 'proposal', link_id, child_id, parent_id, kind, state from link_proposals where tenant = $1 order by link_id",
        6,
    ),
    (
        "select 'succession', element_id, supersedes_id from successions where tenant = $1 order by element_id",
        3,
    ),
    (
        "select 'exemption', exemption_id, org_unit_id, element_id, reason, state, decision_id, version from exemptions where tenant = $1 order by exemption_id",
        8,
    ),
    (
        "select 'measure', element_id, class, measure_unit, decimals, direction, method, source, frequency, over_organisation, over_time, counts_in_assessment, controllable, is_percentage from measures where tenant = $1 order by element_id",
        14,
    ),
    (
        "select 'worth', element_id, tells_inhabitants, tells_reason, established, established_link, share_of from measure_worth where tenant = $1 order by element_id",
        7,
    ),
    (
        "select 'target', measure_id, org_unit_id, period, kind, low, low_scale, high, high_scale, version from targets where tenant = $1 order by measure_id, org_unit_id, period",
        10,
    ),
    (
        "select 'outcome', measure_id, org_unit_id, breakdown, period, state, value, scale, quality, version from outcomes where tenant = $1 order by measure_id, org_unit_id, breakdown, period",
        10,
    ),
    (
        "select 'assessment', assessment_id, element_id, org_unit_id, period, kind, stage, level, proposed_level, reason, person_id, person_name, at, version from assessments where tenant = $1 order by element_id, org_unit_id, period, kind, stage",
        14,
    ),
    (
        "select 'status', element_id, level, period, through from element_status where tenant = $1 order by element_id",
        5,
    ),
    (
        "select 'progress', element_id, progress, note, version from progress where tenant = $1 order by element_id",
        5,
    ),
    (
        "select 'decision', decision_id, body_id, decided_on, paragraph, reference, version from decisions where tenant = $1 order by decision_id",
        7,
    ),
    (
        "select 'org unit', org_unit_id, level, kind, parent_id, name, sort_key, valid_from, valid_to, succeeded_by, version from org_units where tenant = $1 order by org_unit_id",
        11,
    ),
    (
        "select 'person', person_id, name, sort_key, title, email, left_on, version from people where tenant = $1 order by person_id",
        8,
    ),
    (
        "select 'account', follow_up_id, round_id, org_unit_id, state, person_name, at, version from follow_ups where tenant = $1 order by follow_up_id",
        8,
    ),
    (
        "select 'part', part_id, follow_up_id, position, kind, subject_id, title, needs, state, automatic_text, causes, text, text_version, earlier_text, earlier_period, level, proposed_level, proposal_reason, reason, reason_version, person_name, at, version from parts where tenant = $1 order by part_id",
        23,
    ),
    (
        "select 'remedy', part_id, element_id from part_remedies where tenant = $1 order by part_id, element_id",
        3,
    ),
    (
        "select 'answer', part_id, question_id, question_version, answer, help, choices, required, reader, minutes, value, forecast_ore, budget_ore from part_answers where tenant = $1 order by part_id",
        13,
    ),
    (
        "select 'compilation', compilation_id, round_id, org_unit_id, state, text, person_name, at, version from compilations where tenant = $1 order by compilation_id",
        9,
    ),
    (
        "select 'quote', quote_id, compilation_id, source_kind, source_id, source_version, seen_version, origin_unit_id, through_unit_id, title, text, person_name, written_at, comment, position, version from quotes where tenant = $1 order by quote_id",
        16,
    ),
];

fn cell(row: &Row<'_>, column: usize) -> String {
    if let Ok(text) = row.maybe_text(column) {
        return text.unwrap_or_else(|| "-".to_owned());
    }
    row.maybe_int(column)
        .map(|number| number.map_or_else(|| "-".to_owned(), |number| number.to_string()))
        .or_else(|_| {
            row.maybe_bytes(column)
                .map(|bytes| bytes.map_or_else(|| "-".to_owned(), |it| db::hex(&it)))
        })
        .unwrap_or_else(|_| "?".to_owned())
}

/// Everything as text, one line for each row.
pub(crate) fn lines(tx: &mut Tx<'_>) -> Result<Vec<String>, DbError> {
    let mut all = Vec::new();
    for (sql, columns) in TABLES {
        all.extend(tx.all(sql, &[], |row| {
            Ok((0..*columns).map(|column| cell(row, column)).collect::<Vec<_>>().join("|"))
        })?);
    }
    Ok(all)
}

/// The rows of one that are not rows of the other, for a message that can be read.
pub(crate) fn differing(then: &[String], told: &[String]) -> Vec<String> {
    let gone = then.iter().filter(|line| !told.contains(line)).map(|line| format!("- {line}"));
    gone.chain(told.iter().filter(|line| !then.contains(line)).map(|line| format!("+ {line}")))
        .collect()
}

fn has_circle(structure: &Structure) -> bool {
    structure.elements().any(|element| structure.above(element.id).contains(&element.id))
}

fn of_day(days: &Days, db: &Db, at: i64) -> Vec<String> {
    let (day, _) = days.find(db, tenant(), at, |_| {}).unwrap().expect("there was something then");
    day.replica.read(lines).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_every_day_is_shown_again_as_it_was(edits in edits()) {
        let app = TestApp::empty();
        let db = &app.app().db;
        let mut stood: BTreeMap<i64, Vec<String>> = BTreeMap::new();
        for (step, edit) in (1_i64..).zip(edits) {
            let structure = app.structure();
            let at = morning() + step * A_DAY;
            let author = Author { name: "Test".to_owned(), at, ..Author::default() };
            let written = db.write(tenant(), &author, move |tx| {
                tx.leave_unaudited("what makes no sense changes nothing");
                carry_out(tx, &structure, edit, step)
            });
            prop_assert!(written.is_ok(), "{edit:?}: {written:?}");
            prop_assert!(!has_circle(&app.structure()), "{edit:?}");
            stood.insert(at, app.reading(lines));
        }
        prop_assert!(db.verify(tenant()).unwrap().is_ok());
        let days = Days::default();
        for (at, then) in &stood {
            let told = of_day(&days, db, *at);
            prop_assert!(told == *then, "day {}: {:#?}", (at - morning()) / A_DAY, differing(then, &told));
        }
        prop_assert!(days.len() <= 4);
    }
}

#[test]
fn the_history_of_skarvik_alone_gives_every_row_of_it() {
    let app = TestApp::new();
    let told = Days::retold(&app.app().db, tenant(), i64::MAX).unwrap();
    let (stands, told) = (app.reading(lines), told.read(lines).unwrap());
    assert!(stands.len() > 1_000, "{}", stands.len());
    assert_eq!(differing(&stands, &told), Vec::<String>::new());
}
