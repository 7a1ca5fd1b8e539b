//! SQL of what elements were copied from, and of what else they replace when several become one.

use std::collections::BTreeMap;

use db::{DbError, Tx, params};
use domain::ids::{ElementId, OrgUnitId};

use crate::cx::record;
use crate::elements::store::{among, ask};
use crate::web::error::AppError;

/// Keeps what an element was copied from.
pub fn insert_copy(
    tx: &mut Tx<'_>,
    element: ElementId,
    copied_from: ElementId,
) -> Result<(), AppError> {
    let kept = tx.run(
        "insert into copies (tenant, element_id, copied_from_id, version) values ($1, $2, $3, 1) \
         on conflict do nothing",
        params![element.bytes(), copied_from.bytes()],
    )?;
    if kept > 0 {
        let after = serde_json::json!({ "copied_from": copied_from });
        record(tx, "copy", "element", element.bytes(), 1, &after)?;
    }
    Ok(())
}

/// What each of many elements has been copied to; the latest copy of each.
pub fn copies_of(
    tx: &mut Tx<'_>,
    elements: impl IntoIterator<Item = ElementId>,
) -> Result<BTreeMap<ElementId, ElementId>, DbError> {
    let mut pairs: Vec<(ElementId, ElementId)> = ask(
        tx,
        among!(
            "select copied_from_id, element_id from copies where tenant = $1 and copied_from_id"
        ),
        elements.into_iter().map(ElementId::bytes),
        |row| Ok((row.id(0)?, row.id(1)?)),
    )?;
    pairs.sort();
    Ok(pairs.into_iter().collect())
}

/// What each element of an org unit has been copied to; the latest copy of each.
pub fn copies_of_owned(
    tx: &mut Tx<'_>,
    org_unit: OrgUnitId,
) -> Result<BTreeMap<ElementId, ElementId>, DbError> {
    let pairs: Vec<(ElementId, ElementId)> = tx.all(
        "select c.copied_from_id, c.element_id from copies c join elements e \
         on e.tenant = c.tenant and e.element_id = c.copied_from_id \
         where c.tenant = $1 and e.owner_id = $2 order by c.element_id",
        params![org_unit.bytes()],
        |row| Ok((row.id(0)?, row.id(1)?)),
    )?;
    Ok(pairs.into_iter().collect())
}

/// Keeps what else a new element is written to replace, beside the first.
pub fn insert_merger(
    tx: &mut Tx<'_>,
    element: ElementId,
    supersedes: ElementId,
) -> Result<(), AppError> {
    let kept = tx.run(
        "insert into mergers (tenant, element_id, supersedes_id, version) \
         values ($1, $2, $3, 1) on conflict do nothing",
        params![element.bytes(), supersedes.bytes()],
    )?;
    if kept > 0 {
        let after = serde_json::json!({ "supersedes": supersedes });
        record(tx, "merge_from", "element", element.bytes(), 1, &after)?;
    }
    Ok(())
}

/// Everything an element was written to replace, the first one first.
pub fn predecessors(tx: &mut Tx<'_>, element: ElementId) -> Result<Vec<ElementId>, DbError> {
    tx.all(
        "select supersedes_id, 0 as place from successions where tenant = $1 and element_id = $2 \
         union all select supersedes_id, 1 from mergers where tenant = $1 and element_id = $2 \
         order by 2, 1",
        params![element.bytes()],
        |row| row.id(0),
    )
}

/// Everything that each of many elements was written to replace, of those that replace something.
pub fn all_predecessors_of(
    tx: &mut Tx<'_>,
    elements: impl IntoIterator<Item = ElementId>,
) -> Result<BTreeMap<ElementId, Vec<ElementId>>, DbError> {
    let elements: Vec<ElementId> = elements.into_iter().collect();
    let mut all = BTreeMap::<ElementId, Vec<ElementId>>::new();
    for (element, before) in super::predecessors_of(tx, elements.iter().copied())? {
        all.entry(element).or_default().push(before);
    }
    let others: Vec<(ElementId, ElementId)> = ask(
        tx,
        among!("select element_id, supersedes_id from mergers where tenant = $1 and element_id"),
        elements.into_iter().map(ElementId::bytes),
        |row| Ok((row.id(0)?, row.id(1)?)),
    )?;
    for (element, before) in others {
        all.entry(element).or_default().push(before);
    }
    Ok(all)
}

/// When it was begun to write what replaces something else; none where the trail does not say.
pub fn begun_at(tx: &mut Tx<'_>, element: ElementId) -> Result<Option<i64>, DbError> {
    tx.one(
        "select min(at) from audit_rows where tenant = $1 and object = 'element' \
         and object_id = $2 and action = 'succeed'",
        params![element.bytes()],
        |row| row.maybe_int(0),
    )
    .map(Option::flatten)
}
