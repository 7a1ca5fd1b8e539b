//! SQL of the thread: what is said about the elements a page shows, and about no others.

use std::collections::{BTreeMap, BTreeSet};

use db::{DbError, Tx, Value, params};
use domain::fulfilment::{Fulfilment, Progress};
use domain::ids::{ElementId, OrgUnitId, PersonId};
use domain::periods::Period;
use rust_decimal::Decimal;

use crate::elements::store::{among, ask, ask_with};

/// How many measures one statement asks for the values of.
const MEASURES: usize = 16;

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

/// The latest measured value of some measures, of each of some org units.
pub fn latest_values(
    tx: &mut Tx<'_>,
    measures: &BTreeSet<ElementId>,
    org_units: &BTreeSet<OrgUnitId>,
) -> Result<Latest, DbError> {
    let mut latest = Latest::new();
    let measures: Vec<ElementId> = measures.iter().copied().collect();
    // Two lists in one statement: each measure of the shorter is filled up with the last.
    for some in measures.chunks(MEASURES) {
        let filled = some.iter().chain(some.last().into_iter().cycle()).take(MEASURES);
        let asked: Vec<Value> = filled.map(|id| id.bytes().into()).collect();
        let found = ask_with(
            tx,
            among!(
                "select o.measure_id, o.org_unit_id, o.period, o.value, o.scale \
                 from series s join outcomes o on o.tenant = s.tenant and o.measure_id = s.measure_id \
                 and o.org_unit_id = s.org_unit_id and o.breakdown = '' \
                 and o.period = (select max(n.period) from outcomes n where n.tenant = s.tenant \
                 and n.measure_id = s.measure_id and n.org_unit_id = s.org_unit_id \
                 and n.breakdown = '' and n.state = 'measured') \
                 where s.tenant = $1 and s.measure_id in ($34, $35, $36, $37, $38, $39, $40, $41, \
                 $42, $43, $44, $45, $46, $47, $48, $49) and s.org_unit_id"
            ),
            org_units.iter().map(|id| id.bytes()),
            &asked,
            |row| {
                let scale = u32::try_from(row.int(4)?).unwrap_or(0).min(28);
                let latest = (row.parsed(2)?, Decimal::new(row.int(3)?, scale));
                Ok(((row.id(0)?, row.id(1)?), latest))
            },
        )?;
        latest.extend(found);
    }
    Ok(latest)
}

/// Which of some measures any org unit has values of.
pub fn with_values(
    tx: &mut Tx<'_>,
    measures: &BTreeSet<ElementId>,
) -> Result<BTreeSet<ElementId>, DbError> {
    let found = ask(
        tx,
        among!(
            "select e.element_id from elements e where e.tenant = $1 and exists (select 1 \
             from series s where s.tenant = e.tenant and s.measure_id = e.element_id \
             and s.latest <> '') and e.element_id"
        ),
        measures.iter().map(|id| id.bytes()),
        |row| row.id(0),
    )?;
    Ok(found.into_iter().collect())
}

/// What a person answers for, the living and the others.
pub fn of_person(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<ElementId>, DbError> {
    tx.all(
        "select element_id from elements where tenant = $1 and responsible_id = $2 \
         order by element_id",
        params![person.bytes()],
        |row| row.id(0),
    )
}

/// When something was last written about each of some elements: its words, how far it has come, or
/// a judgement. Microseconds since 1970 in UTC.
pub fn changed_at(
    tx: &mut Tx<'_>,
    elements: &BTreeSet<ElementId>,
) -> Result<BTreeMap<ElementId, i64>, DbError> {
    let found = ask(
        tx,
        concat!(
            among!(
                "select object_id, max(at) from audit_rows where tenant = $1 \
                 and object in ('element', 'assessment') and object_id"
            ),
            " group by object_id"
        ),
        elements.iter().map(|id| id.bytes()),
        |row| Ok((row.id(0)?, row.int(1)?)),
    )?;
    Ok(found.into_iter().collect())
}

/// The grades that lists show, of what hangs directly under some elements.
pub fn status_below(
    tx: &mut Tx<'_>,
    parents: impl IntoIterator<Item = ElementId>,
) -> Result<BTreeMap<ElementId, Fulfilment>, DbError> {
    let found = ask(
        tx,
        among!(
            "select s.element_id, s.level from links l join element_status s \
             on s.tenant = l.tenant and s.element_id = l.child_id \
             where l.tenant = $1 and l.parent_id"
        ),
        parents.into_iter().map(ElementId::bytes),
        |row| Ok((row.id(0)?, row.parsed(1)?)),
    )?;
    Ok(found.into_iter().collect())
}
