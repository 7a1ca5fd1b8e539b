//! What bodies have judged, and how the measures of handed in accounts behave.

use std::collections::BTreeMap;

use db::{DbError, Tx, params};
use domain::fulfilment::Fulfilment;
use domain::ids::{ElementId, OrgUnitId, RoundId};
use domain::oversight::Judgement;
use domain::periods::Period;

use crate::assessment::store::AssessmentKind;
use crate::elements::store::{among, ask};

/// A judgement of a goal by its owner.
pub(in crate::oversight) struct Judged {
    pub(in crate::oversight) element: ElementId,
    pub(in crate::oversight) kind: AssessmentKind,
    pub(in crate::oversight) said: Judgement,
    /// Why; only kept of what cannot be judged.
    pub(in crate::oversight) reason: String,
}

/// What some org units have judged, of every period and stage.
pub(in crate::oversight) fn judged_by(
    tx: &mut Tx<'_>,
    org_units: &[OrgUnitId],
) -> Result<Vec<Judged>, DbError> {
    ask_units(
        tx,
        among!(
            "select element_id, kind, period, stage, level, reason from assessments \
             where tenant = $1 and org_unit_id"
        ),
        org_units,
    )
}

fn ask_units(
    tx: &mut Tx<'_>,
    sql: &'static str,
    org_units: &[OrgUnitId],
) -> Result<Vec<Judged>, DbError> {
    ask(tx, sql, org_units.iter().map(|unit| unit.bytes()), |row| {
        let level: Fulfilment = row.parsed(4)?;
        let told = level == Fulfilment::CannotTell;
        Ok(Judged {
            element: row.id(0)?,
            kind: AssessmentKind::of(&row.text(1)?),
            said: Judgement { period: row.parsed(2)?, stage: row.parsed(3)?, level },
            reason: if told { row.text(5)? } else { String::new() },
        })
    })
}

/// How many measures of one class the accounts of an org unit are about, and how many deviate.
pub(in crate::oversight) struct ClassCount {
    pub(in crate::oversight) org_unit: OrgUnitId,
    pub(in crate::oversight) class: String,
    pub(in crate::oversight) all: usize,
    pub(in crate::oversight) deviating: usize,
}

/// The measures of what is handed in in a round, counted by org unit and class.
pub(in crate::oversight) fn classes_of_round(
    tx: &mut Tx<'_>,
    round: RoundId,
) -> Result<Vec<ClassCount>, DbError> {
    let size = |count: i64| usize::try_from(count).unwrap_or(0);
    tx.all(
        "select f.org_unit_id, m.class, count(*), sum(case when p.needs = '' then 0 else 1 end) \
         from follow_ups f join parts p on p.tenant = f.tenant and p.follow_up_id = f.follow_up_id \
         join measures m on m.tenant = p.tenant and m.element_id = p.subject_id \
         where f.tenant = $1 and f.round_id = $2 and f.state in ('submitted', 'approved') \
         and p.kind = 'measure' group by f.org_unit_id, m.class",
        params![round.bytes()],
        |row| {
            Ok(ClassCount {
                org_unit: row.id(0)?,
                class: row.text(1)?,
                all: size(row.int(2)?),
                deviating: size(row.int(3)?),
            })
        },
    )
}

/// The latest period with a value of some measures, whoever has reported it.
pub(in crate::oversight) fn measured(
    tx: &mut Tx<'_>,
    measures: &[ElementId],
) -> Result<BTreeMap<ElementId, Period>, DbError> {
    let rows = ask(
        tx,
        among!(
            "select measure_id, latest from series where tenant = $1 and latest <> '' \
             and measure_id"
        ),
        measures.iter().map(|id| id.bytes()),
        |row| Ok((row.id::<ElementId>(0)?, row.parsed::<Period>(1)?)),
    )?;
    let mut found: BTreeMap<ElementId, Period> = BTreeMap::new();
    for (measure, period) in rows {
        let known = found.entry(measure).or_insert(period);
        if period.last_day() > known.last_day() {
            *known = period;
        }
    }
    Ok(found)
}
