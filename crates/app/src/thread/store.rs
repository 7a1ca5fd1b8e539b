//! SQL of the thread: what is said about the elements a page shows, and about no others.

use std::collections::{BTreeMap, BTreeSet};

use db::{DbError, Tx, params};
use domain::fulfilment::{Fulfilment, Progress};
use domain::ids::{ElementId, OrgUnitId, PersonId};
use domain::periods::Period;
use rust_decimal::Decimal;

use crate::elements::store::{among, ask};

/// What is said of some elements.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// Grade, the period it was given for, and the level of the model's scale by which it was given.
    pub grades: BTreeMap<ElementId, (Fulfilment, Option<Period>, String)>,
    /// How far work has come.
    pub progress: BTreeMap<ElementId, Progress>,
}

impl Said {
    /// The grade of an element; not assessed when nothing is said.
    pub fn grade(&self, id: ElementId) -> Fulfilment {
        self.grades.get(&id).map_or(Fulfilment::NotAssessed, |(grade, ..)| *grade)
    }

    /// The level of the model's scale by which an element was judged; empty when by none.
    pub fn level(&self, id: ElementId) -> &str {
        self.grades.get(&id).map_or("", |(.., level)| level)
    }

    /// The latest period that anything is said for.
    pub fn latest(&self) -> Option<Period> {
        self.grades
            .values()
            .filter_map(|(_, period, _)| *period)
            .max_by_key(|period| period.last_day())
    }
}

/// Grades of goals and progress of work, for the elements at hand.
pub fn said(
    tx: &mut Tx<'_>,
    judged: &BTreeSet<ElementId>,
    worked: &BTreeSet<ElementId>,
) -> Result<Said, DbError> {
    let grades = ask(
        tx,
        among!(
            "select element_id, level, period, scale_level from element_status \
             where tenant = $1 and element_id"
        ),
        judged.iter().map(|id| id.bytes()),
        |row| Ok((row.id(0)?, (row.parsed(1)?, row.text(2)?.parse().ok(), row.text(3)?))),
    )?;
    let progress = ask(
        tx,
        among!("select element_id, progress from progress where tenant = $1 and element_id"),
        worked.iter().map(|id| id.bytes()),
        |row| Ok((row.id(0)?, row.parsed(1)?)),
    )?;
    Ok(Said { grades: grades.into_iter().collect(), progress: progress.into_iter().collect() })
}

/// The elements that do not go as they should: goals not reached and work that is late.
pub fn deviating(tx: &mut Tx<'_>) -> Result<BTreeSet<ElementId>, DbError> {
    let found = tx.all(
        "select element_id from element_status where tenant = $1 and level = $2 \
         union select element_id from progress where tenant = $1 and progress = $3",
        params![Fulfilment::NotAchieved.code(), Progress::Late.code()],
        |row| row.id(0),
    )?;
    Ok(found.into_iter().collect())
}

/// The names of some people.
pub fn names(
    tx: &mut Tx<'_>,
    people: &BTreeSet<PersonId>,
) -> Result<BTreeMap<PersonId, String>, DbError> {
    let found = ask(
        tx,
        among!("select person_id, name from people where tenant = $1 and person_id"),
        people.iter().map(|id| id.bytes()),
        |row| Ok((row.id(0)?, row.text(1)?)),
    )?;
    Ok(found.into_iter().collect())
}

/// The latest value of each measure and org unit, and when it was.
pub type Latest = BTreeMap<(ElementId, OrgUnitId), (Period, Decimal)>;

/// The latest measured value of some measures, per org unit.
pub fn latest_values(tx: &mut Tx<'_>, measures: &BTreeSet<ElementId>) -> Result<Latest, DbError> {
    let found = ask(
        tx,
        among!(
            "select o.measure_id, o.org_unit_id, o.period, o.value, o.scale from outcomes o \
             where o.tenant = $1 and o.breakdown = '' and o.state = 'measured' \
             and o.period = (select max(n.period) from outcomes n where n.tenant = $1 \
             and n.measure_id = o.measure_id and n.org_unit_id = o.org_unit_id \
             and n.breakdown = '' and n.state = 'measured') and o.measure_id"
        ),
        measures.iter().map(|id| id.bytes()),
        |row| {
            let scale = u32::try_from(row.int(4)?).unwrap_or(0).min(28);
            Ok(((row.id(0)?, row.id(1)?), (row.parsed(2)?, Decimal::new(row.int(3)?, scale))))
        },
    )?;
    Ok(found.into_iter().collect())
}
