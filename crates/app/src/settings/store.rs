//! SQL of the audit trail: where the objects of rows belong, and which are of conversations.

use std::collections::BTreeSet;

use db::{DbError, Tx, params};
use domain::ids::OrgUnitId;

/// The org units of rows whose object names none itself, for the rows from one number to another:
/// accounts and their parts, who writes and stands in, what bodies say and quote, year wheels, roles
/// and imports. By the row's number.
pub(super) fn places_of_rows(
    tx: &mut Tx<'_>,
    first: i64,
    last: i64,
) -> Result<Vec<(i64, OrgUnitId)>, DbError> {
    tx.all(
        "with shown as (select seq, object, object_id from audit_rows \
         where tenant = $1 and seq >= $2 and seq <= $3) \
         select s.seq, f.org_unit_id from shown s join parts p on p.tenant = $1 \
         and p.part_id = s.object_id join follow_ups f on f.tenant = $1 \
         and f.follow_up_id = p.follow_up_id where s.object in ('part', 'part_text', 'part_reason', \
         'part_aside') \
         union all \
         select s.seq, f.org_unit_id from shown s join follow_ups f on f.tenant = $1 \
         and f.follow_up_id = s.object_id where s.object = 'follow_up' \
         union all \
         select s.seq, f.org_unit_id from shown s join follow_up_events e on e.tenant = $1 \
         and e.event_id = s.object_id join follow_ups f on f.tenant = $1 \
         and f.follow_up_id = e.follow_up_id where s.object = 'follow_up_event' \
         union all \
         select s.seq, f.org_unit_id from shown s join follow_up_invitations i on i.tenant = $1 \
         and i.invitation_id = s.object_id join follow_ups f on f.tenant = $1 \
         and f.follow_up_id = i.follow_up_id where s.object = 'follow_up_invitation' \
         union all \
         select s.seq, f.org_unit_id from shown s join follow_up_substitutes i on i.tenant = $1 \
         and i.substitute_id = s.object_id join follow_ups f on f.tenant = $1 \
         and f.follow_up_id = i.follow_up_id where s.object = 'follow_up_substitute' \
         union all \
         select s.seq, c.org_unit_id from shown s join compilations c on c.tenant = $1 \
         and c.compilation_id = s.object_id where s.object = 'compilation' \
         union all \
         select s.seq, c.org_unit_id from shown s join quotes q on q.tenant = $1 \
         and q.quote_id = s.object_id join compilations c on c.tenant = $1 \
         and c.compilation_id = q.compilation_id where s.object = 'quote' \
         union all \
         select s.seq, w.org_unit_id from shown s join wheel_steps w on w.tenant = $1 \
         and w.wheel_step_id = s.object_id where s.object = 'wheel_step' \
         union all \
         select s.seq, g.org_unit_id from shown s join grants g on g.tenant = $1 \
         and g.grant_id = s.object_id where s.object = 'grant' \
         union all \
         select s.seq, i.org_unit_id from shown s join imports i on i.tenant = $1 \
         and i.import_id = s.object_id where s.object = 'import'",
        params![first, last],
        |row| Ok((row.int(0)?, row.id(1)?)),
    )
}

/// The objects of conversations among the rows from one number to another that were written before a
/// conversation was an object of its own in the trail (decision 0049): analyses, and questions in them.
pub(super) fn of_conversations(
    tx: &mut Tx<'_>,
    first: i64,
    last: i64,
) -> Result<BTreeSet<[u8; 16]>, DbError> {
    let found = tx.all(
        "with shown as (select object, object_id from audit_rows \
         where tenant = $1 and seq >= $2 and seq <= $3) \
         select s.object_id from shown s join analyses a on a.tenant = $1 \
         and a.analysis_id = s.object_id where s.object = 'analysis' and a.is_conversation = 1 \
         union \
         select s.object_id from shown s join analysis_questions q on q.tenant = $1 \
         and q.question_id = s.object_id join analyses a on a.tenant = $1 \
         and a.analysis_id = q.analysis_id \
         where s.object = 'analysis_question' and a.is_conversation = 1",
        params![first, last],
        |row| row.id(0),
    )?;
    Ok(found.into_iter().collect())
}
