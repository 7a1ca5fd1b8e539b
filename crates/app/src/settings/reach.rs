//! Which rows of the trail a visitor may read: all, or those about objects in the part of the
//! organisation that they review or administer.

use std::collections::BTreeMap;

use db::audit::TrailRow;
use domain::access::Action;
use domain::elements::Structure;
use domain::ids::{ElementId, OrgUnitId, PersonId};

use super::store::places_of_rows;
use crate::cx::Cx;
use crate::people::Reach;
use crate::web::error::Answer;

/// Larger contents are not searched for an org unit: they are whole files.
const LARGEST_SEARCHED: usize = 20_000;

/// The rows that the visitor may read, of those read.
pub(super) fn readable(
    cx: &mut Cx<'_, '_>,
    people: &Reach,
    rows: Vec<TrailRow>,
) -> Answer<Vec<TrailRow>> {
    if cx.can_everywhere(Action::Audit) {
        return Ok(rows);
    }
    let (Some(newest), Some(oldest)) = (rows.first(), rows.last()) else { return Ok(rows) };
    // The rows of one object may lie far apart, but they belong to one place.
    let one_object =
        oldest.seq < newest.seq && rows.iter().all(|row| row.object_id == newest.object_id);
    let first = if one_object { newest.seq } else { oldest.seq };
    let places: BTreeMap<i64, OrgUnitId> =
        places_of_rows(cx.tx, first, newest.seq)?.into_iter().collect();
    let shared = places.get(&newest.seq).copied().filter(|_| one_object);
    let structure = cx.structure.clone();
    let may_read = |row: &TrailRow| match row.object.as_str() {
        // What is the whole municipality's is for those who review all of it.
        "person" | "account" => people.sees(PersonId::from(row.object_id)),
        _ => places
            .get(&row.seq)
            .copied()
            .or(shared)
            .or_else(|| place(&structure, row))
            .is_some_and(|org_unit| cx.can(Action::Audit, org_unit)),
    };
    Ok(rows.into_iter().filter(may_read).collect())
}

/// The org unit that an object belongs to, by what is known of it now or by its content then.
fn place(structure: &Structure, row: &TrailRow) -> Option<OrgUnitId> {
    let named = || place_in(row.payload.as_deref().unwrap_or_default());
    let owner = || {
        let element = structure.element(ElementId::from(row.object_id))?;
        Some(element.owner)
    };
    match row.object.as_str() {
        "org_unit" => Some(OrgUnitId::from(row.object_id)),
        "element" | "measure" => owner().or_else(named),
        "link" => linked(structure, row),
        // What is kept for an element carries its identity, or names it.
        _ => named().or_else(owner).or_else(|| of_element(structure, row)),
    }
}

/// The owner of the element that a content names.
fn of_element(structure: &Structure, row: &TrailRow) -> Option<OrgUnitId> {
    let value = content(row.payload.as_deref()?)?;
    let id: ElementId = serde_json::from_value(value.get("element")?.clone()).ok()?;
    Some(structure.element(id)?.owner)
}

/// A content that is searched.
fn content(payload: &str) -> Option<serde_json::Value> {
    let small = payload.len() <= LARGEST_SEARCHED;
    small.then(|| serde_json::from_str(payload).ok()).flatten()
}

/// The owner of a link's lower end.
fn linked(structure: &Structure, row: &TrailRow) -> Option<OrgUnitId> {
    let value: serde_json::Value = serde_json::from_str(row.payload.as_deref()?).ok()?;
    let child: ElementId = serde_json::from_value(value.get("child")?.clone()).ok()?;
    Some(structure.element(child)?.owner)
}

/// The org unit that a content names.
pub(super) fn place_in(payload: &str) -> Option<OrgUnitId> {
    let value = content(payload)?;
    ["org_unit", "owner", "body"]
        .iter()
        .find_map(|key| serde_json::from_value(value.get(key)?.clone()).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_org_unit_of_an_object_is_found_in_its_content() {
        let unit = OrgUnitId::from([4; 16]);
        for key in ["org_unit", "owner", "body"] {
            let content = serde_json::json!({ key: unit, "name": "x" }).to_string();
            assert_eq!(place_in(&content), Some(unit), "{key}");
        }
        for rubbish in ["", "{", "[]", r#"{"org_unit":3}"#, r#"{"org_unit":null}"#] {
            assert_eq!(place_in(rubbish), None, "{rubbish}");
        }
    }
}
