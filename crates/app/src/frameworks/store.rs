//! SQL of the frameworks that the municipality has chosen.

use std::collections::BTreeMap;

use db::{DbError, Tx, params};
use domain::ids::ElementId;
use serde::Serialize;

use crate::cx::record;
use crate::web::error::AppError;

/// A framework that is chosen.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub(super) struct Chosen {
    /// The pack's identity.
    #[serde(rename = "name")]
    pub(super) framework: String,
    /// The version of the pack whose words hold.
    pub(super) pack_version: String,
    /// Microseconds since 1970 in UTC.
    #[serde(rename = "chosen_at")]
    pub(super) at: i64,
    /// Raised by each change.
    pub(super) version: i64,
}

/// All that are chosen, by identity.
pub(super) fn chosen(tx: &mut Tx<'_>) -> Result<BTreeMap<String, Chosen>, DbError> {
    let rows = tx.all(
        "select framework, pack_version, chosen_at, version from frameworks where tenant = $1",
        &[],
        |row| {
            Ok(Chosen {
                framework: row.text(0)?,
                pack_version: row.text(1)?,
                at: row.int(2)?,
                version: row.int(3)?,
            })
        },
    )?;
    Ok(rows.into_iter().map(|one| (one.framework.clone(), one)).collect())
}

/// Keeps that a framework is chosen, in a version. `first` is the element of its first goal, by
/// which the audit trail finds it.
pub(super) fn keep(tx: &mut Tx<'_>, chosen: &Chosen, first: ElementId) -> Result<(), AppError> {
    tx.run(
        "insert into frameworks (tenant, framework, pack_version, chosen_at, version) \
         values ($1, $2, $3, $4, $5) on conflict (tenant, framework) do update set \
         pack_version = excluded.pack_version, chosen_at = excluded.chosen_at, \
         version = excluded.version",
        params![&chosen.framework, &chosen.pack_version, chosen.at, chosen.version],
    )?;
    record(tx, "choose", "framework", first.bytes(), chosen.version, chosen)
}

/// Forgets that a framework is chosen.
pub(super) fn forget(tx: &mut Tx<'_>, chosen: &Chosen, first: ElementId) -> Result<(), AppError> {
    tx.run(
        "delete from frameworks where tenant = $1 and framework = $2",
        params![&chosen.framework],
    )?;
    record(tx, "forget", "framework", first.bytes(), chosen.version + 1, chosen)
}

/// The files of frameworks that the municipality has read in, by identity.
pub(super) fn own_packs(tx: &mut Tx<'_>) -> Result<BTreeMap<String, (String, i64)>, DbError> {
    let rows = tx.all(
        "select framework, content, version from framework_packs where tenant = $1",
        &[],
        |row| Ok((row.text(0)?, (row.text(1)?, row.int(2)?))),
    )?;
    Ok(rows.into_iter().collect())
}

/// A framework's file as it is recorded.
#[derive(Serialize)]
struct OwnPack<'f> {
    #[serde(rename = "name")]
    framework: &'f str,
    content: &'f str,
}

/// Keeps a framework's file, or the newer one of it.
pub(super) fn keep_pack(
    tx: &mut Tx<'_>,
    (framework, content): (&str, &str),
    at: i64,
    version: i64,
    first: ElementId,
) -> Result<(), AppError> {
    tx.run(
        "insert into framework_packs (tenant, framework, content, at, version) \
         values ($1, $2, $3, $4, $5) on conflict (tenant, framework) do update set \
         content = excluded.content, at = excluded.at, version = excluded.version",
        params![framework, content, at, version],
    )?;
    let pack = OwnPack { framework, content };
    record(tx, "load", "framework_pack", first.bytes(), version, &pack)
}

/// A tag: the framework and the number of the goal in it.
pub(super) type TagKey = (String, u32);

/// The tags of an element.
pub(super) fn tags_of(tx: &mut Tx<'_>, element: ElementId) -> Result<Vec<TagKey>, DbError> {
    tx.all(
        "select framework, goal from framework_tags where tenant = $1 and element_id = $2 \
         order by framework, goal",
        params![element.bytes()],
        |row| Ok((row.text(0)?, u32::try_from(row.int(1)?).unwrap_or(0))),
    )
}

/// All tags, for a file of everything.
pub(super) fn all_tags(tx: &mut Tx<'_>) -> Result<Vec<(ElementId, TagKey)>, DbError> {
    tx.all(
        "select element_id, framework, goal from framework_tags where tenant = $1 \
         order by element_id, framework, goal",
        &[],
        |row| Ok((row.id(0)?, (row.text(1)?, u32::try_from(row.int(2)?).unwrap_or(0)))),
    )
}

/// The elements with a tag.
pub(super) fn tagged(
    tx: &mut Tx<'_>,
    (framework, goal): &TagKey,
) -> Result<Vec<ElementId>, DbError> {
    tx.all(
        "select element_id from framework_tags where tenant = $1 and framework = $2 and goal = $3 \
         order by element_id",
        params![framework, i64::from(*goal)],
        |row| row.id(0),
    )
}

/// The elements with each tag of a framework.
pub(super) fn tagged_with(
    tx: &mut Tx<'_>,
    framework: &str,
) -> Result<Vec<(u32, ElementId)>, DbError> {
    tx.all(
        "select goal, element_id from framework_tags where tenant = $1 and framework = $2 \
         order by goal, element_id",
        params![framework],
        |row| Ok((u32::try_from(row.int(0)?).unwrap_or(0), row.id(1)?)),
    )
}

/// The tags of an element as they are recorded.
#[derive(Serialize)]
struct Tags {
    tags: Vec<String>,
}

/// Makes the tags of an element these and no others.
pub(super) fn keep_tags(
    tx: &mut Tx<'_>,
    element: ElementId,
    tags: &[TagKey],
    at: i64,
) -> Result<(), AppError> {
    let before = tx.one(
        "select coalesce(max(version), 0) from framework_tags where tenant = $1 and element_id = $2",
        params![element.bytes()],
        |row| row.int(0),
    )?;
    let version = before.unwrap_or(0) + 1;
    tx.run(
        "delete from framework_tags where tenant = $1 and element_id = $2",
        params![element.bytes()],
    )?;
    tx.run_many(
        "insert into framework_tags (tenant, element_id, framework, goal, at, version) \
         values ($1, $2, $3, $4, $5, $6)",
        tags.iter().map(|(framework, goal)| {
            vec![
                element.bytes().into(),
                framework.as_str().into(),
                i64::from(*goal).into(),
                at.into(),
                version.into(),
            ]
        }),
    )?;
    let tags = tags.iter().map(|(framework, goal)| format!("{framework} {goal}")).collect();
    record(tx, "tag", "framework_tags", element.bytes(), version, &Tags { tags })
}
