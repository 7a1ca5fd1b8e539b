//! What has stood in a part before, out of the trail.

use db::{DbError, Tx, params};
use domain::ids::PartId;
use serde_json::{Value as Json, json};

use crate::cx::record;
use crate::web::error::AppError;

/// Rows of the trail that are read; a text is saved while it is written.
const MOST: i64 = 400;

/// Why a text never held.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Aside {
    /// Somebody else's was saved before it.
    Overtaken,
    /// The round, the account or the part was locked when it came.
    Locked,
}

/// A text as it was saved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Saved {
    /// The words.
    pub text: String,
    /// Why it never held; none for what did.
    pub aside: Option<Aside>,
    /// By whom.
    pub person_name: String,
    /// When, in microseconds since 1970 in UTC.
    pub at: i64,
}

/// The texts of a part as they were saved, the latest first. What has been erased by law is not there.
pub fn saved_texts(tx: &mut Tx<'_>, part: PartId) -> Result<Vec<Saved>, DbError> {
    let rows = tx.all(
        "select r.actor_name, r.at, p.payload, r.object, r.action from audit_rows r \
         join audit_payloads p on p.tenant = r.tenant and p.seq = r.seq \
         where r.tenant = $1 and r.object in ('part', 'part_text', 'part_aside') \
         and r.object_id = $2 and r.action in ('write', 'answer', 'create', 'set_aside') order by r.seq desc limit $3",
        params![part.bytes(), MOST],
        |row| {
            let kind = (row.text(3)?, row.text(4)?);
            Ok(((row.text(0)?, row.int(1)?), row.maybe_text(2)?, kind))
        },
    )?;
    let saved = rows.into_iter().filter_map(|((person_name, at), payload, (object, action))| {
        let content: Json = serde_json::from_str(&payload?).ok()?;
        let holder = content.get("part").unwrap_or(&content);
        let text = holder.get("text")?.as_str()?.to_owned();
        // A part that came with its words says itself who wrote them, and when.
        let own = holder.get("person_name").and_then(Json::as_str).filter(|name| !name.is_empty());
        let own_at = holder.get("at").and_then(Json::as_i64).filter(|at| *at > 0);
        let (person_name, at) = match (own, own_at) {
            (Some(name), Some(at)) if action == "create" => (name.to_owned(), at),
            _ => (person_name, at),
        };
        let locked = content.get("locked").and_then(Json::as_bool).unwrap_or_default();
        let why = if locked { Aside::Locked } else { Aside::Overtaken };
        let aside = (object == "part_aside").then_some(why);
        Some(Saved { text, aside, person_name, at })
    });
    Ok(saved.collect())
}

/// Keeps a text that lost to another or to a lock beside the part, in the trail only: it never holds. One that the same
/// person had set aside last is let be.
pub fn set_aside(
    tx: &mut Tx<'_>,
    part: PartId,
    (text, why): (&str, Aside),
) -> Result<(), AppError> {
    let name = tx.author().name.clone();
    let known = saved_texts(tx, part)?;
    let own = known.iter().find(|one| one.aside.is_some() && one.person_name == name);
    if own.is_some_and(|one| one.text == text) {
        return Ok(());
    }
    let version = i64::try_from(known.len()).unwrap_or(i64::MAX);
    let content = match why {
        Aside::Overtaken => json!({ "text": text }),
        Aside::Locked => json!({ "text": text, "locked": true }),
    };
    record(tx, "set_aside", "part_aside", part.bytes(), version, &content)
}
