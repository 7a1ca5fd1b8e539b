//! What a part offers to choose: causes of a measure, and the activities chosen as the answer.

use std::collections::BTreeMap;

use db::{DbError, Tx, params};
use domain::ids::{ElementId, FollowUpId, PartId};

use super::parts::lines;
use crate::cx::record;
use crate::web::error::AppError;

/// The causes that are offered for a measure; empty when nobody has chosen any.
pub fn causes_of(tx: &mut Tx<'_>, measure: ElementId) -> Result<Vec<String>, DbError> {
    let found = tx.one(
        "select causes from cause_choices where tenant = $1 and measure_id = $2",
        params![measure.bytes()],
        |row| row.text(0),
    )?;
    Ok(lines(&found.unwrap_or_default()))
}

/// Keeps which causes are offered for a measure.
pub fn insert_causes(
    tx: &mut Tx<'_>,
    measure: ElementId,
    causes: &[String],
) -> Result<(), AppError> {
    tx.run(
        "insert into cause_choices (tenant, measure_id, causes, version) values ($1, $2, $3, 1)",
        params![measure.bytes(), causes.join("\n")],
    )?;
    record(tx, "create", "cause_choices", measure.bytes(), 1, &causes)
}

/// The activities chosen as the answer, by part.
pub fn remedies_of(
    tx: &mut Tx<'_>,
    account: FollowUpId,
) -> Result<BTreeMap<PartId, Vec<ElementId>>, DbError> {
    let rows = tx.all(
        "select m.part_id, m.element_id from part_remedies m join parts p \
         on p.tenant = m.tenant and p.part_id = m.part_id \
         where m.tenant = $1 and p.follow_up_id = $2",
        params![account.bytes()],
        |row| Ok((row.id(0)?, row.id(1)?)),
    )?;
    let mut by_part: BTreeMap<PartId, Vec<ElementId>> = BTreeMap::new();
    for (part, element) in rows {
        by_part.entry(part).or_default().push(element);
    }
    Ok(by_part)
}
