//! SQL of what people say of measures that move along: each answer is a row of its own, and the latest holds.

use db::{DbError, Tx, Value, params};
use domain::ids::{ElementId, OrgUnitId, PersonId};

use crate::cx::record;
use crate::web::error::AppError;

/// Whether somebody had expected that a measure moves along.
pub struct PatternAnswer {
    /// The other measure.
    pub other: ElementId,
    /// The answer's code.
    pub answer: String,
    /// Who answered.
    pub person_name: String,
    /// When, in microseconds.
    pub at: i64,
}

/// What has been said of a measure and others at an org unit, newest last, whichever of the two was asked about.
pub fn pattern_answers(
    tx: &mut Tx<'_>,
    measure: ElementId,
    org_unit: OrgUnitId,
) -> Result<Vec<PatternAnswer>, DbError> {
    tx.all(
        "select measure_id, other_id, answer, person_name, at from pattern_answers \
         where tenant = $1 and org_unit_id = $2 and (measure_id = $3 or other_id = $3) order by at",
        params![org_unit.bytes(), measure.bytes()],
        |row| {
            let (one, other): (ElementId, ElementId) = (row.id(0)?, row.id(1)?);
            let other = if one == measure { other } else { one };
            let (answer, person_name) = (row.text(2)?, row.text(3)?);
            Ok(PatternAnswer { other, answer, person_name, at: row.int(4)? })
        },
    )
}

/// Keeps answers about a measure and others.
pub fn insert_pattern_answers(
    tx: &mut Tx<'_>,
    (measure, org_unit): (ElementId, OrgUnitId),
    person: PersonId,
    answers: &[PatternAnswer],
) -> Result<(), AppError> {
    if answers.is_empty() {
        return Ok(());
    }
    tx.run_many(
        "insert into pattern_answers (tenant, org_unit_id, measure_id, other_id, at, answer, \
         person_id, person_name) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing",
        answers.iter().map(|one| -> Vec<Value> {
            vec![
                org_unit.bytes().into(),
                measure.bytes().into(),
                one.other.bytes().into(),
                one.at.into(),
                one.answer.as_str().into(),
                person.bytes().into(),
                one.person_name.as_str().into(),
            ]
        }),
    )?;
    let said: Vec<_> = answers
        .iter()
        .map(|one| serde_json::json!({ "measure": one.other, "answer": one.answer }))
        .collect();
    let after = serde_json::json!({ "org_unit": org_unit, "expected": said });
    // A thing of its own in the trail: the answer changes nothing of the measure.
    record(tx, "answer_pattern", "pattern", measure.bytes(), 1, &after)
}
