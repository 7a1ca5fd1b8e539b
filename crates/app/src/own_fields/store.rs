//! SQL of what is said in the fields that the steering model adds.

use std::collections::BTreeMap;

use db::{DbError, Row, Tx};
use db::{Value, params};
use domain::ids::ElementId;
use domain::own_fields::{OwnFields, OwnValue};

use crate::cx::record;
use crate::elements::store::{among, ask};
use crate::web::error::AppError;

type Said = (ElementId, String, String, i64);

fn row(row: &Row<'_>) -> Result<Said, DbError> {
    Ok((row.id(0)?, row.text(1)?, row.text(2)?, row.int(3)?))
}

fn put(all: &mut OwnFields, (_, name, value, version): Said) {
    all.version = all.version.max(version);
    all.values.insert(name, value);
}

/// What is said of an element.
pub fn own_fields(tx: &mut Tx<'_>, element: ElementId) -> Result<OwnFields, DbError> {
    let found = tx.all(
        "select element_id, name, value, version from own_fields \
         where tenant = $1 and element_id = $2",
        params![element.bytes()],
        row,
    )?;
    let mut all = OwnFields::none(element);
    for said in found {
        put(&mut all, said);
    }
    Ok(all)
}

/// What is said of many elements, of those of which anything is.
pub fn own_fields_of(
    tx: &mut Tx<'_>,
    elements: impl IntoIterator<Item = ElementId>,
) -> Result<BTreeMap<ElementId, OwnFields>, DbError> {
    let found = ask(
        tx,
        among!(
            "select element_id, name, value, version from own_fields \
             where tenant = $1 and element_id"
        ),
        elements.into_iter().map(ElementId::bytes),
        row,
    )?;
    let mut all: BTreeMap<ElementId, OwnFields> = BTreeMap::new();
    for said in found {
        put(all.entry(said.0).or_insert_with(|| OwnFields::none(said.0)), said);
    }
    Ok(all)
}

/// Keeps what says something else than before; fields that are not among `now` are left as they are.
pub fn keep(tx: &mut Tx<'_>, before: &OwnFields, now: &OwnFields) -> Result<(), AppError> {
    let changed: Vec<(&str, &str)> = now.since(before).collect();
    if changed.is_empty() {
        return Ok(());
    }
    let id = now.element.bytes();
    let rows = changed.iter().map(|(name, value)| {
        let row: Vec<Value> = vec![id.into(), (*name).into(), (*value).into(), now.version.into()];
        row
    });
    tx.run_many(
        "insert into own_fields (tenant, element_id, name, value, version) \
         values ($1, $2, $3, $4, $5) on conflict (tenant, element_id, name) \
         do update set value = excluded.value, version = excluded.version",
        rows,
    )?;
    for (name, value) in changed {
        let (name, value) = (name.to_owned(), value.to_owned());
        let said = OwnValue { element: now.element, name, value };
        record(tx, "fill_in", "own_field", id, now.version, &said)?;
    }
    Ok(())
}
