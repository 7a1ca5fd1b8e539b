//! SQL of all actions in short.

use std::collections::BTreeMap;

use db::{DbError, Row, Tx, params};
use domain::actions::Origin;
use domain::ids::ElementId;

use super::super::known::Known;

/// How many wordings back one is looked for.
const MOST_WORDINGS: i64 = 8;

/// The later wordings of actions of which something of their own is said.
pub(in super::super) type Reworded = BTreeMap<ElementId, Vec<ElementId>>;

/// Every action with the answer that holds, the one proposed last first, and the later wordings of which
/// something of their own is said.
pub(in super::super) fn everything(tx: &mut Tx<'_>) -> Result<(Vec<Known>, Reworded), DbError> {
    let found = tx.all(
        "with recursive before (newer, older, back) as ( \
         select s.element_id, s.supersedes_id, 1 from successions s join actions n \
         on n.tenant = $1 and n.element_id = s.element_id where s.tenant = $1 \
         union all select b.newer, s.supersedes_id, b.back + 1 from successions s join before b \
         on s.element_id = b.older where s.tenant = $1 and b.back < $2) \
         select a.element_id, a.kind, a.measure_id, a.next_ask_on, a.origin_kind, a.origin_id, \
         x.answer, x.learned, x.person_name, x.at, a.at, x.why, b.newer from actions a \
         left join action_effects x on x.tenant = a.tenant and x.element_id = a.element_id \
         and x.place = (select max(y.place) from action_effects y \
         where y.tenant = a.tenant and y.element_id = a.element_id) \
         left join before b on b.older = a.element_id \
         where a.tenant = $1 order by a.at desc, a.element_id",
        params![MOST_WORDINGS],
        |row| Ok((known(row)?, row.maybe_id::<ElementId>(12)?)),
    )?;
    let (mut all, mut reworded) = (Vec::<Known>::new(), Reworded::new());
    for (one, newer) in found {
        if let Some(newer) = newer {
            reworded.entry(one.element).or_default().push(newer);
        }
        // An action with several later wordings stands in as many rows.
        if all.last().is_none_or(|last| last.element != one.element) {
            all.push(one);
        }
    }
    Ok((all, reworded))
}

fn known(row: &Row<'_>) -> Result<Known, DbError> {
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
}
