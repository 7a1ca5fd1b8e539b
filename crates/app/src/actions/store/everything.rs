//! SQL of all actions in short.

use db::{DbError, Tx};
use domain::actions::Origin;

use super::super::known::Known;

/// Every action with the answer that holds, the one proposed last first.
pub(in super::super) fn everything(tx: &mut Tx<'_>) -> Result<Vec<Known>, DbError> {
    tx.all(
        "select a.element_id, a.kind, a.measure_id, a.next_ask_on, a.origin_kind, a.origin_id, \
         x.answer, x.learned, x.person_name, x.at, a.at, x.why from actions a \
         left join action_effects x on x.tenant = a.tenant and x.element_id = a.element_id \
         and x.place = (select max(y.place) from action_effects y \
         where y.tenant = a.tenant and y.element_id = a.element_id) \
         where a.tenant = $1 order by a.at desc, a.element_id",
        &[],
        |row| {
            let origin: Option<[u8; 16]> = row.maybe_id(5)?;
            let origin_kind = row.text(4)?;
            Ok(Known {
                element: row.id(0)?,
                kind: row.text(1)?.parse().ok(),
                measure: row.maybe_id(2)?,
                next_ask_on: row.maybe_parsed(3)?,
                origin: origin.and_then(|id| Origin::read(&origin_kind, id)),
                answer: row.maybe_parsed(6)?,
                learned: row.maybe_text(7)?.unwrap_or_default(),
                person_name: row.maybe_text(8)?.unwrap_or_default(),
                answered_at: row.maybe_int(9)?.unwrap_or(0),
                at: row.int(10)?,
                why: row.maybe_text(11)?.unwrap_or_default(),
            })
        },
    )
}
