//! Making a municipality's rows as they were: those of today, where everything that the trail tells
//! of afterwards is put back as it was before.

use std::collections::{BTreeMap, BTreeSet};

use db::{DbError, Sheet, Tx, Value};
use domain::periods::Period;
use serde_json::Value as Json;

use super::facets::FACETS;
use super::store::{self, TrailRow};
use super::tables::{as_today, left_out};
use super::told::Told;
use super::{columns, parts, values};

/// An instant of the past: the last row of the trail then, and when the day ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cut {
    /// The trail's last row.
    pub seq: i64,
    /// Microseconds since 1970 in UTC.
    pub at: i64,
}

/// Makes the rows of a sheet, which are those of the day or a later one, what they were. What is as
/// today is copied anew.
pub(super) fn rebuild(tx: &mut Tx<'_>, sheet: &Sheet<'_>, cut: Cut) -> Result<(), DbError> {
    sheet.copy_anew(tx, &as_today())?;
    let touched = store::touched_after(tx, cut.seq)?;
    put_back(tx, sheet, cut, touched, Put::ChangedSince)
}

/// As [`rebuild`], with every object put together of its history, also what has not changed since:
/// what a test holds against the rows themselves.
pub(super) fn retell(tx: &mut Tx<'_>, sheet: &Sheet<'_>, cut: Cut) -> Result<(), DbError> {
    sheet.copy(tx, &left_out())?;
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
    let mut of_accounts = BTreeSet::new();
    let mut judged = BTreeSet::new();
    for (object, id) in touched {
        if object.starts_with("part") {
            of_accounts.insert(id);
            continue;
        }
        let facets: Vec<&Told> = FACETS.iter().filter(|facet| facet.object == object).collect();
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
    for id in of_accounts {
        parts::put_part_back(tx, sheet, id, cut.seq)?;
    }
    values::put_values_back(tx, sheet, cut.at)?;
    values::take_later_series_away(tx, sheet, cut.at)?;
    for id in judged {
        put_status_back(tx, sheet, id, cut.seq)?;
    }
    Ok(())
}

/// The column and value of each of the key's parts.
type Key = Vec<(&'static str, Value)>;

fn put_facet_back(
    sheet: &Sheet<'_>,
    facet: &Told,
    id: [u8; 16],
    versions: &[TrailRow],
    (until, put): (i64, Put),
) -> Result<(), DbError> {
    // By key: the last that was known then, and whether anything has come since.
    let mut rows: Vec<(Key, Option<&TrailRow>, bool)> = Vec::new();
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

/// The grade that lists show follows the judgements: the one for the latest time, and of those the
/// latest made.
fn put_status_back(
    tx: &mut Tx<'_>,
    sheet: &Sheet<'_>,
    element: [u8; 16],
    until: i64,
) -> Result<(), DbError> {
    let mut standing: BTreeMap<String, (i64, Json)> = BTreeMap::new();
    for version in store::versions(tx, "assessment", element)? {
        let Some(content) = version.payload.filter(|_| version.seq <= until) else { continue };
        let place = ["org_unit", "period", "kind", "stage"].map(|field| content.get(field));
        let place = format!("{place:?}");
        if version.action == "withdraw" {
            standing.remove(&place);
        } else {
            standing.insert(place, (version.seq, content));
        }
    }
    let outcomes = standing.into_values().filter_map(|(seq, content)| {
        let text = |field: &str| content.get(field)?.as_str().map(str::to_owned);
        let period: Period = text("period")?.parse().ok()?;
        (text("kind")? == "outcome").then_some(())?;
        let level = (text("level")?, text("scale_level").unwrap_or_default());
        Some((period.last_day(), seq, period, level))
    });
    let key = [("element_id", Value::from(element))];
    match outcomes.max_by_key(|(through, seq, _, _)| (*through, *seq)) {
        None => sheet.remove("element_status", &key),
        Some((through, _, period, level)) => sheet.put(
            "element_status",
            &key,
            &[
                ("level", level.0.into()),
                ("scale_level", level.1.into()),
                ("period", period.to_string().into()),
                ("through", through.to_string().into()),
            ],
        ),
    }
}
