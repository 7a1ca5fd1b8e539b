//! Parts of accounts as they were: people write in them piece by piece, and the trail tells each piece.

use db::{DbError, Sheet, Tx, Value};
use domain::ids::ElementId;
use serde_json::{Map, Value as Json};

use super::columns::{self, Column};
use super::rows::{ASKED, PART};
use super::store::{self, TrailRow};

/// An account's part, put together of what has been written in it.
pub(super) fn put_part_back(
    tx: &mut Tx<'_>,
    sheet: &Sheet<'_>,
    id: [u8; 16],
    until: i64,
) -> Result<(), DbError> {
    let mut versions = Vec::new();
    for object in ["part", "part_text", "part_reason"] {
        let of_object = store::versions(tx, object, id)?;
        versions.extend(of_object.into_iter().map(|version| (object, version)));
    }
    versions.retain(|(_, version)| version.seq <= until && version.payload.is_some());
    versions.sort_by_key(|(_, version)| version.seq);
    let key = [("part_id", Value::from(id))];
    if versions.is_empty() {
        sheet.remove("part_remedies", &key)?;
        sheet.remove("part_answers", &key)?;
        return sheet.remove("parts", &key);
    }
    let mut part = Map::new();
    let mut remedies: Option<Vec<ElementId>> = None;
    for (object, version) in &versions {
        let Some(Json::Object(content)) = &version.payload else { continue };
        write_in(&mut part, object, version, content);
        if let Some(chosen) = content.get("remedies").and_then(Json::as_array) {
            let ids = chosen.iter().filter_map(|one| one.as_str()?.parse().ok());
            remedies = Some(ids.collect());
        }
    }
    sheet.put("parts", &key, &row_of(&part, PART))?;
    if let Some(Json::Object(asked)) = part.get("asked") {
        sheet.put("part_answers", &key, &row_of(asked, ASKED))?;
    }
    sheet.remove("part_remedies", &key)?;
    for element in remedies.unwrap_or_default() {
        let [part] = key.clone();
        let key = [part, ("element_id", element.bytes().into())];
        sheet.put("part_remedies", &key, &[("state_before", "".into())])?;
    }
    Ok(())
}

fn row_of(content: &Map<String, Json>, columns: &[Column]) -> Vec<(&'static str, Value)> {
    let held = columns.iter().filter_map(|(name, field, kept_as)| {
        Some((*name, columns::of_field(content.get(*field)?, *kept_as)?))
    });
    held.collect()
}

/// Takes into a part what one change wrote in it.
fn write_in(
    part: &mut Map<String, Json>,
    object: &str,
    version: &TrailRow,
    content: &Map<String, Json>,
) {
    let whole = content.get("part").and_then(Json::as_object);
    match (object, version.action.as_str(), whole) {
        ("part", "create", _) => part.clone_from(content),
        (_, _, Some(whole)) => part.clone_from(whole),
        _ => {
            let written: &[&str] = match (object, version.action.as_str()) {
                ("part_text", _) => &["text", "state"],
                ("part_reason", _) => &["reason", "state"],
                (_, "tick") => &["causes", "state"],
                (_, "judge") => &["level", "state"],
                (_, "value") => &["asked", "state"],
                (_, "confirm" | "return") => &["state"],
                _ => &[],
            };
            for field in written {
                if let Some(value) = content.get(*field) {
                    part.insert((*field).to_owned(), value.clone());
                }
            }
            let counted = match object {
                "part_text" => "text_version",
                "part_reason" => "reason_version",
                _ => "version",
            };
            part.insert(counted.to_owned(), version.version.into());
        }
    }
    // Making a part and giving it back is nobody's writing.
    let makes = object == "part" && matches!(version.action.as_str(), "create" | "return");
    let with_it = version.action == "remedy" && version.version == 1;
    if !makes && !with_it {
        part.insert("person_name".to_owned(), version.actor_name.clone().into());
        part.insert("at".to_owned(), version.at.into());
    }
}
