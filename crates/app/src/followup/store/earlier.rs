//! What has stood in a part before, out of the trail.

use db::{DbError, Tx, params};
use domain::ids::PartId;
use serde_json::Value as Json;

/// Rows of the trail that are read; a text is saved while it is written.
const MOST: i64 = 400;

/// A text as it was saved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Saved {
    /// The words.
    pub text: String,
    /// By whom.
    pub person_name: String,
    /// When, in microseconds since 1970 in UTC.
    pub at: i64,
}

/// The texts of a part as they were saved, the latest first. What has been erased by law is not there.
pub fn saved_texts(tx: &mut Tx<'_>, part: PartId) -> Result<Vec<Saved>, DbError> {
    let rows = tx.all(
        "select r.actor_name, r.at, p.payload from audit_rows r \
         join audit_payloads p on p.tenant = r.tenant and p.seq = r.seq \
         where r.tenant = $1 and r.object in ('part', 'part_text') and r.object_id = $2 \
         and r.action in ('write', 'answer') order by r.seq desc limit $3",
        params![part.bytes(), MOST],
        |row| Ok((row.text(0)?, row.int(1)?, row.maybe_text(2)?)),
    )?;
    let saved = rows.into_iter().filter_map(|(person_name, at, payload)| {
        let content: Json = serde_json::from_str(&payload?).ok()?;
        let holder = content.get("part").unwrap_or(&content);
        let text = holder.get("text")?.as_str()?.to_owned();
        Some(Saved { text, person_name, at })
    });
    Ok(saved.collect())
}
