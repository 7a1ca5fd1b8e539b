//! What the silent are found by: late accounts, when people were last heard of, and what measurements
//! rest on.

use std::collections::{BTreeMap, BTreeSet};

use db::{DbError, Tx, params};
use domain::ids::{ElementId, FollowUpId, OrgUnitId, PersonId, RoundId};
use domain::periods::Period;
use jiff::civil::Date;

use crate::elements::store::{among, ask};

/// An account that has never been handed in.
pub(in crate::oversight) struct Unsent {
    pub(in crate::oversight) account: FollowUpId,
    pub(in crate::oversight) org_unit: OrgUnitId,
    pub(in crate::oversight) round: RoundId,
}

/// The number of the last row of the trail: as long as it is the same nothing has been written.
pub(in crate::oversight) fn last_written(tx: &mut Tx<'_>) -> Result<i64, DbError> {
    let last =
        tx.one("select coalesce(max(seq), 0) from audit_rows where tenant = $1", &[], |row| {
            row.int(0)
        })?;
    Ok(last.unwrap_or(0))
}

/// The accounts of some rounds that have never been handed in.
pub(in crate::oversight) fn never_handed_in(
    tx: &mut Tx<'_>,
    rounds: impl IntoIterator<Item = RoundId>,
) -> Result<Vec<Unsent>, DbError> {
    ask(
        tx,
        among!(
            "select f.follow_up_id, f.org_unit_id, f.round_id from follow_ups f \
             where f.tenant = $1 and f.state in ('not_started', 'draft') and not exists \
             (select 1 from follow_up_events e where e.tenant = $1 \
             and e.follow_up_id = f.follow_up_id and e.kind = 'submitted') and f.round_id"
        ),
        rounds.into_iter().map(RoundId::bytes),
        |row| Ok(Unsent { account: row.id(0)?, org_unit: row.id(1)?, round: row.id(2)? }),
    )
}

/// When each org unit last handed in an account, since an instant.
pub(in crate::oversight) fn last_handed_in(
    tx: &mut Tx<'_>,
    since: i64,
) -> Result<BTreeMap<OrgUnitId, i64>, DbError> {
    let rows = tx.all(
        "select f.org_unit_id, max(e.at) from follow_up_events e join follow_ups f \
         on f.tenant = e.tenant and f.follow_up_id = e.follow_up_id \
         where e.tenant = $1 and e.kind = 'submitted' and e.at >= $2 group by f.org_unit_id",
        params![since],
        |row| Ok((row.id(0)?, row.int(1)?)),
    )?;
    Ok(rows.into_iter().collect())
}

/// When some people last wrote anything, in microseconds since 1970 in UTC.
pub(in crate::oversight) fn heard_of(
    tx: &mut Tx<'_>,
    people: &BTreeSet<PersonId>,
) -> Result<BTreeMap<PersonId, i64>, DbError> {
    let rows = ask(
        tx,
        among!(
            "select p.person_id, (select max(a.at) from audit_rows a where a.tenant = p.tenant \
             and a.actor = p.person_id) from people p where p.tenant = $1 and p.person_id"
        ),
        people.iter().map(|person| person.bytes()),
        |row| Ok((row.id(0)?, row.maybe_int(1)?)),
    )?;
    Ok(rows.into_iter().filter_map(|(person, at)| Some((person, at?))).collect())
}

/// A latest value that few have answered.
pub(in crate::oversight) struct FewAnswers {
    pub(in crate::oversight) measure: ElementId,
    pub(in crate::oversight) org_unit: OrgUnitId,
    pub(in crate::oversight) period: Period,
    pub(in crate::oversight) counted: i64,
}

/// The latest values that rest on fewer answers than so many, the fewest first.
pub(in crate::oversight) fn few_answers(
    tx: &mut Tx<'_>,
    (fewer_than, most): (i64, i64),
) -> Result<Vec<FewAnswers>, DbError> {
    tx.all(
        "select c.measure_id, c.org_unit_id, c.period, c.counted from value_counts c \
         join series s on s.tenant = c.tenant and s.measure_id = c.measure_id \
         and s.org_unit_id = c.org_unit_id and s.latest = c.period \
         join elements e on e.tenant = c.tenant and e.element_id = c.measure_id \
         and e.state = 'adopted' where c.tenant = $1 and c.breakdown = '' and c.counted < $2 \
         order by c.counted, c.measure_id, c.org_unit_id limit $3",
        params![fewer_than, most],
        |row| {
            Ok(FewAnswers {
                measure: row.id(0)?,
                org_unit: row.id(1)?,
                period: row.parsed(2)?,
                counted: row.int(3)?,
            })
        },
    )
}

/// A measurement that year wheels hold.
pub(in crate::oversight) type Survey = (domain::ids::WheelStepId, OrgUnitId, String, Date);

/// The surveys of all wheels between two days.
pub(in crate::oversight) fn surveys(
    tx: &mut Tx<'_>,
    (first, last): (Date, Date),
) -> Result<Vec<Survey>, DbError> {
    tx.all(
        "select wheel_step_id, org_unit_id, title, due_on from wheel_steps \
         where tenant = $1 and kind = 'survey' and removed_at is null \
         and due_on >= $2 and due_on <= $3 order by due_on, wheel_step_id limit 200",
        params![first.to_string(), last.to_string()],
        |row| Ok((row.id(0)?, row.id(1)?, row.text(2)?, row.parsed(3)?)),
    )
}
