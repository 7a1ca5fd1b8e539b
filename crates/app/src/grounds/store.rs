//! SQL of grounds.

use std::collections::BTreeMap;

use db::{DbError, Row, Tx, Value, params};
use domain::grounds::{Ground, Grounds, Perspective};
use domain::ids::ElementId;

use crate::cx::record;
use crate::elements::store::{among, ask};
use crate::web::error::AppError;

fn row(row: &Row<'_>) -> Result<Grounds, DbError> {
    let perspective = row.text(1)?;
    let mut grounds = Grounds::none(row.id(0)?);
    grounds.perspective = Perspective::ALL.into_iter().find(|one| one.code() == perspective);
    for (column, ground) in Ground::ALL.into_iter().enumerate() {
        grounds = grounds.with(ground, &row.text(column + 2)?);
    }
    grounds.version = row.int(Ground::ALL.len() + 2)?;
    Ok(grounds)
}

/// The grounds of an element; nothing said when nobody has said anything.
pub fn grounds(tx: &mut Tx<'_>, element: ElementId) -> Result<Grounds, DbError> {
    let found = tx.one(
        "select element_id, perspective, follow_up, evaluation, analysis, present_state, \
         wanted_state, outside_world, level_reason, example, strategy, ambition, inhabitants, \
         version from grounds where tenant = $1 and element_id = $2",
        params![element.bytes()],
        row,
    )?;
    Ok(found.unwrap_or_else(|| Grounds::none(element)))
}

/// The grounds of many elements, of those that have any.
pub fn grounds_of(
    tx: &mut Tx<'_>,
    elements: impl IntoIterator<Item = ElementId>,
) -> Result<BTreeMap<ElementId, Grounds>, DbError> {
    let found = ask(
        tx,
        among!(
            "select element_id, perspective, follow_up, evaluation, analysis, present_state, \
             wanted_state, outside_world, level_reason, example, strategy, ambition, inhabitants, \
             version from grounds where tenant = $1 and element_id"
        ),
        elements.into_iter().map(ElementId::bytes),
        row,
    )?;
    Ok(found.into_iter().map(|grounds| (grounds.element, grounds)).collect())
}

/// Keeps what is said of an element, in place of what was said before.
pub fn keep(tx: &mut Tx<'_>, grounds: &Grounds) -> Result<(), AppError> {
    let mut values: Vec<Value> = vec![
        grounds.element.bytes().into(),
        grounds.perspective.map_or("", Perspective::code).into(),
    ];
    values.extend(Ground::ALL.iter().map(|ground| grounds.text(*ground).unwrap_or("").into()));
    values.push(grounds.version.into());
    tx.run(
        "insert into grounds (tenant, element_id, perspective, follow_up, evaluation, analysis, \
         present_state, wanted_state, outside_world, level_reason, example, strategy, ambition, \
         inhabitants, version) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) \
         on conflict (tenant, element_id) do update set perspective = excluded.perspective, \
         follow_up = excluded.follow_up, evaluation = excluded.evaluation, \
         analysis = excluded.analysis, present_state = excluded.present_state, \
         wanted_state = excluded.wanted_state, outside_world = excluded.outside_world, \
         level_reason = excluded.level_reason, example = excluded.example, \
         strategy = excluded.strategy, ambition = excluded.ambition, \
         inhabitants = excluded.inhabitants, version = excluded.version",
        &values,
    )?;
    record(tx, "say", "grounds", grounds.element.bytes(), grounds.version, grounds)
}
