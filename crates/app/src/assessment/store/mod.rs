//! SQL of judgements.

mod grounds;
pub mod overrides;

pub use grounds::{
    Judged, Weights, account_for, answers_of, expected_below, expected_by, judged_below,
    keep_answers, keep_weight, weights_below,
};

use std::collections::{BTreeMap, BTreeSet};

use db::{DbError, Row, Tx, params};
use domain::fulfilment::{Fulfilment, Stage};
use domain::ids::{AssessmentId, ElementId, OrgUnitId, PersonId};
use domain::periods::Period;
use serde::Serialize;

use crate::cx::record;
use crate::elements::store::{among, ask};
use crate::web::error::AppError;

/// Whether a judgement is about what came out or what is expected; the two have separate scales.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AssessmentKind {
    /// What came out.
    Outcome,
    /// What is expected at the end of the year.
    Forecast,
}

impl AssessmentKind {
    /// The kind of a stored name.
    pub fn of(code: &str) -> Self {
        if code == "forecast" { Self::Forecast } else { Self::Outcome }
    }

    /// The stored name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Outcome => "outcome",
            Self::Forecast => "forecast",
        }
    }
}

/// One judgement.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Assessment {
    /// Identity.
    pub id: AssessmentId,
    /// What is judged.
    pub element: ElementId,
    /// By whom in the organisation.
    pub org_unit: OrgUnitId,
    /// For when.
    pub period: Period,
    /// Outcome or forecast.
    pub kind: AssessmentKind,
    /// Whose.
    pub stage: Stage,
    /// The judgement.
    pub level: Fulfilment,
    /// The level of the model's scale by which it was given; empty when by none.
    pub scale_level: String,
    /// What the rule proposed; none when it could propose nothing.
    pub proposed: Option<Fulfilment>,
    /// Why.
    pub reason: String,
    /// The person.
    pub person: Option<PersonId>,
    /// The person's name at the time.
    pub person_name: String,
    /// Microseconds since 1970 in UTC.
    pub at: i64,
    /// Raised by each change.
    pub version: i64,
}

fn assessment_row(row: &Row<'_>) -> Result<Assessment, DbError> {
    let proposed = row.text(7)?;
    Ok(Assessment {
        id: row.id(0)?,
        element: row.id(1)?,
        org_unit: row.id(2)?,
        period: row.parsed(3)?,
        kind: AssessmentKind::of(&row.text(4)?),
        stage: row.parsed(5)?,
        level: row.parsed(6)?,
        proposed: proposed.parse().ok(),
        reason: row.text(8)?,
        person: row.maybe_id(9)?,
        person_name: row.text(10)?,
        at: row.int(11)?,
        version: row.int(12)?,
        scale_level: row.text(13)?,
    })
}

/// What a level means, and the level of the model's scale by which it was chosen; empty when by none.
pub type Level = (Fulfilment, String);

/// Judgements of an element that are read at most: far more than belong to one period.
const NEWEST: i64 = 60;

/// The newest judgements of an element, newest first.
pub fn of_element(tx: &mut Tx<'_>, element: ElementId) -> Result<Vec<Assessment>, DbError> {
    tx.all(
        "select assessment_id, element_id, org_unit_id, period, kind, stage, level, \
         proposed_level, reason, person_id, person_name, at, version, scale_level \
         from assessments \
         where tenant = $1 and element_id = $2 order by at desc, assessment_id limit $3",
        params![element.bytes(), NEWEST],
        assessment_row,
    )
}

/// All judgements by an org unit, newest first, by what they are about.
pub fn of_org_unit(
    tx: &mut Tx<'_>,
    org_unit: OrgUnitId,
) -> Result<BTreeMap<ElementId, Vec<Assessment>>, DbError> {
    let rows = tx.all(
        "select assessment_id, element_id, org_unit_id, period, kind, stage, level, \
         proposed_level, reason, person_id, person_name, at, version, scale_level \
         from assessments \
         where tenant = $1 and org_unit_id = $2 order by at desc, assessment_id",
        params![org_unit.bytes()],
        assessment_row,
    )?;
    let mut by_element: BTreeMap<ElementId, Vec<Assessment>> = BTreeMap::new();
    for row in rows {
        by_element.entry(row.element).or_default().push(row);
    }
    Ok(by_element)
}

/// The grade that lists show, for every element that has one.
pub fn all_status(tx: &mut Tx<'_>) -> Result<BTreeMap<ElementId, Level>, DbError> {
    let rows = tx.all(
        "select element_id, level, scale_level from element_status where tenant = $1",
        &[],
        |row| Ok((row.id(0)?, (row.parsed(1)?, row.text(2)?))),
    )?;
    Ok(rows.into_iter().collect())
}

/// Keeps a judgement beside those of other stages, replacing the same stage's for the same period,
/// and the grade that lists show.
pub fn keep_assessment(tx: &mut Tx<'_>, assessment: &Assessment) -> Result<(), AppError> {
    let proposed = assessment.proposed.map_or("", Fulfilment::code);
    let version = tx
        .one(
            "insert into assessments (tenant, assessment_id, element_id, org_unit_id, period, kind, \
             stage, level, proposed_level, reason, person_id, person_name, at, version, scale_level) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1, $14) \
             on conflict (tenant, element_id, org_unit_id, period, kind, stage) do update set \
             level = excluded.level, scale_level = excluded.scale_level, \
             proposed_level = excluded.proposed_level, \
             reason = excluded.reason, person_id = excluded.person_id, \
             person_name = excluded.person_name, at = excluded.at, \
             version = assessments.version + 1 returning version",
            params![
                assessment.id.bytes(),
                assessment.element.bytes(),
                assessment.org_unit.bytes(),
                assessment.period.to_string(),
                assessment.kind.code(),
                assessment.stage.code(),
                assessment.level.code(),
                proposed,
                &assessment.reason,
                assessment.person.map(PersonId::bytes),
                &assessment.person_name,
                assessment.at,
                &assessment.scale_level,
            ],
            |row| row.int(0),
        )?
        .unwrap_or(1);
    if assessment.kind == AssessmentKind::Outcome {
        show_in_lists(tx, assessment)?;
    }
    overrides::note(tx, assessment)?;
    record(tx, "judge", "assessment", assessment.element.bytes(), version, assessment)
}

/// Lets lists show a judgement, unless they show one for a later time.
fn show_in_lists(tx: &mut Tx<'_>, assessment: &Assessment) -> Result<(), DbError> {
    tx.run(
        "insert into element_status (tenant, element_id, level, period, through, scale_level) \
         values ($1, $2, $3, $4, $5, $6) on conflict (tenant, element_id) do update set \
         level = excluded.level, scale_level = excluded.scale_level, period = excluded.period, through = excluded.through \
         where element_status.through <= excluded.through",
        params![
            assessment.element.bytes(),
            assessment.level.code(),
            assessment.period.to_string(),
            assessment.period.last_day().to_string(),
            &assessment.scale_level
        ],
    )?;
    crate::revisions::note_report(tx)
}

/// Takes back what an org unit has judged of some things at a stage for a period; lists show what is
/// left.
pub fn withdraw_assessments(
    tx: &mut Tx<'_>,
    org_unit: OrgUnitId,
    (period, stage): (Period, Stage),
    judged: &BTreeSet<(ElementId, AssessmentKind)>,
) -> Result<(), AppError> {
    let taken = tx.all(
        "select assessment_id, element_id, org_unit_id, period, kind, stage, level, \
         proposed_level, reason, person_id, person_name, at, version, scale_level \
         from assessments \
         where tenant = $1 and org_unit_id = $2 and period = $3 and stage = $4 \
         order by assessment_id",
        params![org_unit.bytes(), period.to_string(), stage.code()],
        assessment_row,
    )?;
    for assessment in taken.into_iter().filter(|one| judged.contains(&(one.element, one.kind))) {
        tx.run(
            "delete from assessments where tenant = $1 and assessment_id = $2",
            params![assessment.id.bytes()],
        )?;
        if assessment.kind == AssessmentKind::Outcome {
            show_what_is_left(tx, assessment.element)?;
        }
        overrides::note(tx, &assessment)?;
        let version = assessment.version + 1;
        record(tx, "withdraw", "assessment", assessment.element.bytes(), version, &assessment)?;
    }
    Ok(())
}

/// Lets lists show the latest judgement that stands; none when none does.
fn show_what_is_left(tx: &mut Tx<'_>, element: ElementId) -> Result<(), DbError> {
    tx.run(
        "delete from element_status where tenant = $1 and element_id = $2",
        params![element.bytes()],
    )?;
    crate::revisions::note_report(tx)?;
    let standing = of_element(tx, element)?;
    let latest = standing
        .iter()
        .filter(|one| one.kind == AssessmentKind::Outcome)
        .max_by_key(|one| (one.period.last_day(), one.at));
    latest.map_or(Ok(()), |latest| show_in_lists(tx, latest))
}

/// The grades that lists show, of some elements.
pub fn status_of(
    tx: &mut Tx<'_>,
    elements: impl IntoIterator<Item = ElementId>,
) -> Result<BTreeMap<ElementId, Level>, DbError> {
    let rows = ask(
        tx,
        among!(
            "select element_id, level, scale_level from element_status \
             where tenant = $1 and element_id"
        ),
        elements.into_iter().map(ElementId::bytes),
        |row| Ok((row.id(0)?, (row.parsed(1)?, row.text(2)?))),
    )?;
    Ok(rows.into_iter().collect())
}

/// The grades that lists show, of what hangs directly under an element.
pub fn status_of_children(
    tx: &mut Tx<'_>,
    parent: ElementId,
) -> Result<BTreeMap<ElementId, Fulfilment>, DbError> {
    let rows = tx.all(
        "select s.element_id, s.level from links l join element_status s \
         on s.tenant = l.tenant and s.element_id = l.child_id \
         where l.tenant = $1 and l.parent_id = $2",
        params![parent.bytes()],
        |row| Ok((row.id(0)?, row.parsed(1)?)),
    )?;
    Ok(rows.into_iter().collect())
}
