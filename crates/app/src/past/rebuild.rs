//! Making a municipality's rows as they were: those of today, where everything that the trail tells
//! of afterwards is put back as it was before.

use std::collections::{BTreeMap, BTreeSet};

use db::{DbError, Sheet, Tx, Value};
use domain::ids::ElementId;
use domain::periods::Period;
use serde_json::{Map, Value as Json};

use super::columns;
use super::facets::{FACETS, Facet, PART};
use super::store::{self, Version};

/// Tables that no page of another day reads, or that are large and of no use there.
const LEFT_OUT: &[&str] = &[
    "audit_heads",
    "audit_rows",
    "audit_payloads",
    "structure_deltas",
    "value_changes",
    "imports",
    "import_rows",
    "outcome_versions",
];

/// An instant of the past: the last row of the trail then, and when the day ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cut {
    /// The trail's last row.
    pub seq: i64,
    /// Microseconds since 1970 in UTC.
    pub at: i64,
}

/// Fills a sheet with the rows as they were.
pub(super) fn rebuild(tx: &mut Tx<'_>, sheet: &Sheet<'_>, cut: Cut) -> Result<(), DbError> {
    sheet.copy(tx, LEFT_OUT)?;
    let touched = store::touched_after(tx, cut.seq)?;
    put_back(tx, sheet, cut, touched, Put::ChangedSince)
}

/// As [`rebuild`], with every object put together of its history, also what has not changed since:
/// what a test holds against the rows themselves.
pub(super) fn retell(tx: &mut Tx<'_>, sheet: &Sheet<'_>, cut: Cut) -> Result<(), DbError> {
    sheet.copy(tx, LEFT_OUT)?;
    let touched = store::touched_after(tx, 0)?;
    put_back(tx, sheet, cut, touched, Put::Everything)
}

/// What is written anew.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Put {
    ChangedSince,
    Everything,
}

fn put_back(
    tx: &mut Tx<'_>,
    sheet: &Sheet<'_>,
    cut: Cut,
    touched: Vec<(String, [u8; 16])>,
    put: Put,
) -> Result<(), DbError> {
    let mut parts = BTreeSet::new();
    let mut judged = BTreeSet::new();
    for (object, id) in touched {
        if object.starts_with("part") {
            parts.insert(id);
            continue;
        }
        let facets: Vec<&Facet> = FACETS.iter().filter(|facet| facet.object == object).collect();
        if facets.is_empty() {
            continue;
        }
        let versions = store::versions(tx, &object, id)?;
        for facet in facets {
            put_facet_back(sheet, facet, id, &versions, (cut.seq, put))?;
        }
        if object == "assessment" {
            judged.insert(id);
        }
    }
    for id in parts {
        put_part_back(tx, sheet, id, cut.seq)?;
    }
    put_values_back(tx, sheet, cut.at)?;
    for id in judged {
        put_status_back(tx, sheet, id, cut.seq)?;
    }
    Ok(())
}

/// The column and value of each of the key's parts.
type Key = Vec<(&'static str, Value)>;

fn put_facet_back(
    sheet: &Sheet<'_>,
    facet: &Facet,
    id: [u8; 16],
    versions: &[Version],
    (until, put): (i64, Put),
) -> Result<(), DbError> {
    // By key: the last that was known then, and whether anything has come since.
    let mut rows: Vec<(Key, Option<&Version>, bool)> = Vec::new();
    for version in versions.iter().filter(|version| facet.is_changed_by(&version.action)) {
        let key: Option<Key> = facet
            .key
            .iter()
            .map(|column| Some((column.0, columns::value(id, version, *column)?)))
            .collect();
        let Some(key) = key else { continue };
        let at = rows.iter().position(|(known, _, _)| *known == key).unwrap_or_else(|| {
            rows.push((key, None, false));
            rows.len() - 1
        });
        let Some((_, known, later)) = rows.get_mut(at) else { continue };
        if version.seq > until {
            *later = true;
        } else if version.payload.is_some() {
            *known = Some(version);
        }
    }
    for (key, known, _) in rows.into_iter().filter(|(_, _, later)| *later || put == Put::Everything)
    {
        match known.filter(|version| !facet.gone.contains(&version.action.as_str())) {
            None => sheet.remove(facet.table, &key)?,
            Some(version) => {
                let values = facet
                    .columns
                    .iter()
                    .filter_map(|column| Some((column.0, columns::value(id, version, *column)?)));
                let state = facet.state.map(|(name, of)| (name, Value::from(of(&version.action))));
                let row: Vec<(&'static str, Value)> = values.chain(state).collect();
                // What is never changed stands as it is.
                if !row.is_empty() {
                    sheet.put(facet.table, &key, &row)?;
                }
            }
        }
    }
    Ok(())
}

/// An account's part, put together of what has been written in it.
fn put_part_back(
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
    let row: Vec<(&'static str, Value)> = PART
        .iter()
        .filter_map(|(name, field, kept_as)| {
            Some((*name, columns::of_field(part.get(*field)?, *kept_as)?))
        })
        .collect();
    sheet.put("parts", &key, &row)?;
    sheet.remove("part_remedies", &key)?;
    for element in remedies.unwrap_or_default() {
        let [part] = key.clone();
        let key = [part, ("element_id", element.bytes().into())];
        sheet.put("part_remedies", &key, &[("state_before", "".into())])?;
    }
    Ok(())
}

/// Takes into a part what one change wrote in it.
fn write_in(
    part: &mut Map<String, Json>,
    object: &str,
    version: &Version,
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

/// The earliest that stood after the instant is what stood then.
fn put_values_back(tx: &mut Tx<'_>, sheet: &Sheet<'_>, at: i64) -> Result<(), DbError> {
    store::replaced_after(tx, at, |stood| {
        let key = [
            ("measure_id", Value::from(stood.measure)),
            ("org_unit_id", stood.org_unit.into()),
            ("breakdown", stood.breakdown.into()),
            ("period", stood.period.into()),
        ];
        if stood.state.is_empty() {
            return sheet.remove("outcomes", &key);
        }
        let row = [
            ("state", Value::from(stood.state)),
            ("value", stood.value.into()),
            ("scale", stood.scale.into()),
            ("quality", stood.quality.into()),
            ("version", stood.version.into()),
        ];
        sheet.put("outcomes", &key, &row)
    })
}

/// The grade that lists show follows the judgements: the one for the latest time, and of those the
/// latest made.
fn put_status_back(
    tx: &mut Tx<'_>,
    sheet: &Sheet<'_>,
    element: [u8; 16],
    until: i64,
) -> Result<(), DbError> {
    let mut standing: BTreeMap<String, Json> = BTreeMap::new();
    for version in store::versions(tx, "assessment", element)? {
        let Some(content) = version.payload.filter(|_| version.seq <= until) else { continue };
        let place = ["org_unit", "period", "kind", "stage"].map(|field| content.get(field));
        let place = format!("{place:?}");
        if version.action == "withdraw" {
            standing.remove(&place);
        } else {
            standing.insert(place, content);
        }
    }
    let outcomes = standing.into_values().filter_map(|content| {
        let text = |field: &str| content.get(field)?.as_str().map(str::to_owned);
        let period: Period = text("period")?.parse().ok()?;
        (text("kind")? == "outcome").then_some(())?;
        let at = content.get("at").and_then(Json::as_i64).unwrap_or(0);
        Some((period.last_day(), at, period, text("level")?))
    });
    let key = [("element_id", Value::from(element))];
    match outcomes.max_by_key(|(through, at, _, _)| (*through, *at)) {
        None => sheet.remove("element_status", &key),
        Some((through, _, period, level)) => sheet.put(
            "element_status",
            &key,
            &[
                ("level", level.into()),
                ("period", period.to_string().into()),
                ("through", through.to_string().into()),
            ],
        ),
    }
}
