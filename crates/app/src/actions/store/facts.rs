//! SQL of what is said of actions.

use std::collections::BTreeMap;

use db::{DbError, Row, Tx, Value, params};
use domain::actions::{ActionFacts, ImprovementKind, Origin, Wanted};
use domain::ids::{ElementId, OrgUnitId};

use super::revision::raise;
use crate::cx::record;
use crate::elements::store::{among, ask};
use crate::web::error::AppError;

/// Most that are read of one measure.
const MOST_OF_MEASURE: i64 = 100;

macro_rules! facts {
    ($which:literal) => {
        concat!(
            "select element_id, kind, expected, measure_id, org_unit_id, direction, followed_by, \
             ask_on, map_link, origin_kind, origin_id, version, person_name, at from actions where tenant = $1 and ",
            $which
        )
    };
}

fn row(row: &Row<'_>) -> Result<ActionFacts, DbError> {
    let origin: Option<[u8; 16]> = row.maybe_id(10)?;
    let origin_kind = row.text(9)?;
    Ok(ActionFacts {
        element: row.id(0)?,
        kind: row.text(1)?.parse().ok(),
        expected: row.text(2)?,
        measure: row.maybe_id(3)?,
        org_unit: row.maybe_id(4)?,
        wanted: row.text(5)?.parse().ok(),
        followed_by: row.text(6)?,
        ask_on: row.maybe_parsed(7)?,
        map_link: row.text(8)?,
        origin: origin.and_then(|id| Origin::read(&origin_kind, id)),
        version: row.int(11)?,
        person_name: row.text(12)?,
        at: row.int(13)?,
    })
}

/// What is said of an element as an action; none when nothing is.
pub fn of_element(tx: &mut Tx<'_>, element: ElementId) -> Result<Option<ActionFacts>, DbError> {
    tx.one(facts!("element_id = $2"), params![element.bytes()], row)
}

/// What is said of many elements, of those of which anything is.
pub fn of_elements(
    tx: &mut Tx<'_>,
    elements: impl IntoIterator<Item = ElementId>,
) -> Result<BTreeMap<ElementId, ActionFacts>, DbError> {
    let ids = elements.into_iter().map(ElementId::bytes);
    let found = ask(tx, among!(facts!("element_id")), ids, row)?;
    Ok(found.into_iter().map(|one| (one.element, one)).collect())
}

/// The actions that came from somewhere, those proposed first before the rest.
pub fn of_origin(tx: &mut Tx<'_>, origin: Origin) -> Result<Vec<ActionFacts>, DbError> {
    tx.all(
        facts!("origin_id = $2 and origin_kind = $3 order by element_id"),
        params![origin.bytes(), origin.code()],
        row,
    )
}

/// The actions that came from any of several, by where they came from.
pub fn of_origins(
    tx: &mut Tx<'_>,
    origins: impl IntoIterator<Item = Origin>,
) -> Result<BTreeMap<Origin, Vec<ActionFacts>>, DbError> {
    let ids = origins.into_iter().map(Origin::bytes);
    let mut all: BTreeMap<Origin, Vec<ActionFacts>> = BTreeMap::new();
    for one in ask(tx, among!(facts!("origin_id")), ids, row)? {
        let Some(origin) = one.origin else { continue };
        let known = all.entry(origin).or_default();
        // The last question repeats one id to fill its places; a row comes once all the same.
        if known.iter().all(|known| known.element != one.element) {
            known.push(one);
        }
    }
    Ok(all)
}

/// The actions whose effect is expected on a measure.
pub fn of_measure(tx: &mut Tx<'_>, measure: ElementId) -> Result<Vec<ActionFacts>, DbError> {
    tx.all(
        facts!("measure_id = $2 order by element_id desc limit $3"),
        params![measure.bytes(), MOST_OF_MEASURE],
        row,
    )
}

/// The values of everything that may be said anew, in the order of the columns, and then some others.
fn with(one: &ActionFacts, others: &[Value]) -> Vec<Value> {
    let said = params![
        one.element.bytes(),
        one.kind.map_or("", ImprovementKind::code),
        &one.expected,
        one.measure.map(ElementId::bytes),
        one.org_unit.map(OrgUnitId::bytes),
        one.wanted.map_or("", Wanted::code),
        &one.followed_by,
        one.ask_on.map(|day| day.to_string()),
        &one.map_link,
        one.version,
    ];
    said.iter().chain(others).cloned().collect()
}

/// Keeps what is said of a new action. False when something is kept already: a form sent twice.
pub fn insert(tx: &mut Tx<'_>, one: &ActionFacts) -> Result<bool, AppError> {
    let kept = tx.run(
        "insert into actions (tenant, element_id, kind, expected, measure_id, org_unit_id, \
         direction, followed_by, ask_on, map_link, version, next_ask_on, origin_kind, origin_id, \
         person_name, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $9, $12, $13, $14, $15) \
         on conflict do nothing",
        &with(
            one,
            params![
                one.origin.map_or("", Origin::code),
                one.origin.map(Origin::bytes),
                &one.person_name,
                one.at,
            ],
        ),
    )?;
    if kept > 0 {
        raise(tx)?;
        record(tx, "expect", "action", one.element.bytes(), one.version, one)?;
    }
    Ok(kept > 0)
}

/// Keeps what is said anew; its `version` has been raised by one. Stale when another was faster. What
/// nobody has answered yet is asked for on the new day.
pub fn keep(tx: &mut Tx<'_>, one: &ActionFacts) -> Result<(), AppError> {
    let changed = tx.run(
        "update actions set kind = $3, expected = $4, measure_id = $5, org_unit_id = $6, \
         direction = $7, followed_by = $8, ask_on = $9, map_link = $10, version = $11, \
         next_ask_on = case when exists (select 1 from action_effects x \
         where x.tenant = $1 and x.element_id = $2) then next_ask_on else $9 end \
         where tenant = $1 and element_id = $2 and version = $11 - 1",
        &with(one, &[]),
    )?;
    if changed == 0 {
        return Err(AppError::Stale);
    }
    raise(tx)?;
    record(tx, "expect", "action", one.element.bytes(), one.version, one)
}
