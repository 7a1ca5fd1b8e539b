//! What a part offers to choose: causes of a measure, and the activities chosen as the answer.

use std::collections::BTreeMap;

use db::{DbError, Tx, params};
use domain::elements::ElementState;
use domain::ids::{ElementId, FollowUpId, PartId, RoundId};

use super::parts::lines;
use crate::cx::record;
use crate::elements::store::{among, ask};
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
    Ok(by_part(rows))
}

/// What is done about what those who have handed in explain in a round, by part.
pub fn remedies_of_round(
    tx: &mut Tx<'_>,
    round: RoundId,
) -> Result<BTreeMap<PartId, Vec<ElementId>>, DbError> {
    let rows = tx.all(
        "select m.part_id, m.element_id from follow_ups f \
         join parts p on p.tenant = f.tenant and p.follow_up_id = f.follow_up_id \
         join part_remedies m on m.tenant = p.tenant and m.part_id = p.part_id \
         where f.tenant = $1 and f.round_id = $2 and f.state in ('submitted', 'approved') \
         order by m.part_id, m.element_id",
        params![round.bytes()],
        |row| Ok((row.id(0)?, row.id(1)?)),
    )?;
    Ok(by_part(rows))
}

/// What is done about what some parts explain.
pub fn remedies_among(
    tx: &mut Tx<'_>,
    parts: impl IntoIterator<Item = PartId>,
) -> Result<BTreeMap<PartId, Vec<ElementId>>, DbError> {
    let rows = ask(
        tx,
        among!("select part_id, element_id from part_remedies where tenant = $1 and part_id"),
        parts.into_iter().map(PartId::bytes),
        |row| Ok((row.id(0)?, row.id(1)?)),
    )?;
    let mut found = by_part(rows);
    for chosen in found.values_mut() {
        chosen.sort_unstable();
    }
    Ok(found)
}

fn by_part(rows: Vec<(PartId, ElementId)>) -> BTreeMap<PartId, Vec<ElementId>> {
    let mut by_part: BTreeMap<PartId, Vec<ElementId>> = BTreeMap::new();
    for (part, element) in rows {
        by_part.entry(part).or_default().push(element);
    }
    by_part
}

/// The activities that an account made known when it was handed in, and what each was before.
pub fn states_before(
    tx: &mut Tx<'_>,
    account: FollowUpId,
) -> Result<BTreeMap<ElementId, ElementState>, DbError> {
    let rows = tx.all(
        "select m.element_id, m.state_before from part_remedies m join parts p \
         on p.tenant = m.tenant and p.part_id = m.part_id \
         where m.tenant = $1 and p.follow_up_id = $2 and m.state_before <> ''",
        params![account.bytes()],
        |row| Ok((row.id(0)?, row.parsed(1)?)),
    )?;
    Ok(rows.into_iter().collect())
}

/// Keeps what an activity was before an account made it known; nothing when it no longer does.
pub fn keep_state_before(
    tx: &mut Tx<'_>,
    account: FollowUpId,
    element: ElementId,
    before: Option<ElementState>,
) -> Result<(), AppError> {
    tx.run(
        "update part_remedies set state_before = $4 where tenant = $1 and element_id = $3 \
         and part_id in (select part_id from parts where tenant = $1 and follow_up_id = $2)",
        params![account.bytes(), element.bytes(), before.map_or("", ElementState::code)],
    )?;
    let after = serde_json::json!({ "element": element, "before": before });
    record(tx, "remedy", "follow_up", account.bytes(), 1, &after)
}
