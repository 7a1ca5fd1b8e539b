//! What is kept about judgements is read back alike on both engines.

use app::assessment::store::overrides::{judgements_of, latest, latest_for, of_org_units, periods};
use app::assessment::store::{
    Assessment, AssessmentKind, account_for, answers_of, expected_below, expected_by, judged_below,
    keep_answers, keep_assessment, keep_weight, weights_below, withdraw_assessments,
};
use app::demo::tenant;
use app::schema::MIGRATIONS;
use app::web::error::AppError;
use db::Author;
use db::testing::Engines;
use domain::assessment::{Answers, Extent, Grade, Weight};
use domain::fulfilment::{Fulfilment, Stage};
use domain::ids::{AssessmentId, ElementId, OrgUnitId};
use domain::periods::Period;

fn period() -> Period {
    "2026-T2".parse().expect("a period")
}

fn judgement(number: u8, stage: Stage, level: Fulfilment) -> Assessment {
    Assessment {
        id: AssessmentId::from([number; 16]),
        element: ElementId::from([number / 10; 16]),
        org_unit: OrgUnitId::from([1; 16]),
        period: period(),
        kind: AssessmentKind::Outcome,
        stage,
        level,
        scale_level: String::new(),
        proposed: Some(Fulfilment::Partly),
        reason: "skäl".to_owned(),
        person: None,
        person_name: "Test".to_owned(),
        at: i64::from(number),
        version: 1,
    }
}

#[test]
fn judgements_that_differ_weights_and_answers_are_kept_alike() {
    let (goal, child) = (ElementId::from([1; 16]), ElementId::from([2; 16]));
    let unit = OrgUnitId::from([1; 16]);
    let answers = Answers { coverage: Some(Extent::Part), fulfilment: Some(Grade::Reached) };
    for (_place, db) in Engines::all(MIGRATIONS) {
        let engine = db.engine_name();
        db.write(tenant(), &Author::default(), move |tx| {
            keep_assessment(tx, &judgement(10, Stage::Own, Fulfilment::Partly))?;
            keep_assessment(tx, &judgement(11, Stage::Central, Fulfilment::Achieved))?;
            keep_assessment(tx, &judgement(20, Stage::Own, Fulfilment::Partly))?;
            keep_weight(tx, (goal, child), Weight::new(3).unwrap())?;
            keep_weight(tx, (goal, child), Weight::new(7).unwrap())?;
            keep_answers(tx, (goal, unit), (period(), Stage::Own), answers, 1)
        })
        .unwrap();
        db.read(tenant(), |tx| {
            let all = latest(tx, (i64::MAX, ElementId::from([255; 16])), 10)?;
            assert_eq!(all.len(), 1, "{engine}");
            assert!(all[0].differing.from_proposal && all[0].differing.between_stages);
            assert_eq!(latest_for(tx, period(), (11, ElementId::from([255; 16])), 10)?, all);
            assert_eq!(latest(tx, (11, goal), 10)?, [], "{engine}: a page begins after the last");
            assert_eq!(of_org_units(tx, &[unit])?, all, "{engine}");
            assert_eq!(periods(tx)?, [period()], "{engine}");
            assert_eq!(judgements_of(tx, &[goal, child])?.len(), 3, "{engine}");
            let weights = weights_below(tx, &[goal])?;
            assert_eq!(weights[&(goal, child)].0.number(), 7, "{engine}");
            assert_eq!(answers_of(tx, &[goal])?[&goal], answers, "{engine}");
            assert!(
                judged_below(tx, &[goal])?.is_empty() && expected_below(tx, &[goal])?.is_empty()
            );
            assert!(expected_by(tx, unit)?.is_empty(), "{engine}");
            let today = period().last_day();
            assert_eq!(account_for(tx, (goal, unit), period(), today)?, None, "{engine}");
            Ok::<_, AppError>(())
        })
        .unwrap();
        db.write(tenant(), &Author::default(), move |tx| {
            let judged = [(goal, AssessmentKind::Outcome)].into();
            let other = [(child, AssessmentKind::Outcome)].into();
            withdraw_assessments(tx, unit, (period(), Stage::Central), &other)?;
            let all = latest(tx, (i64::MAX, ElementId::from([255; 16])), 10)?;
            assert_ne!(all, [], "what else is judged stays");
            withdraw_assessments(tx, unit, (period(), Stage::Central), &judged)?;
            let left = latest(tx, (i64::MAX, ElementId::from([255; 16])), 10)?;
            assert_eq!(left, [], "what is left agrees");
            Ok::<_, AppError>(())
        })
        .unwrap();
    }
}
