//! What deviates: goals by what is judged of them, and measures by what has been handed in.

use db::{DbError, Tx, params};
use domain::fulfilment::{Fulfilment, Stage};
use domain::ids::{ElementId, OrgUnitId, PartId};
use domain::periods::Period;
use jiff::civil::Date;

/// A goal that is not reached, or only in part.
pub(in crate::oversight) struct DeviatingGoal {
    pub(in crate::oversight) element: ElementId,
    pub(in crate::oversight) level: Fulfilment,
    pub(in crate::oversight) period: Period,
    /// What one stage expects at the end of the year; there is a row for each.
    pub(in crate::oversight) forecast: Option<(Stage, Fulfilment)>,
    /// When it was judged so, in microseconds since 1970 in UTC.
    pub(in crate::oversight) at: i64,
}

/// The goals that hold and are judged not to be reached, or only in part.
pub(in crate::oversight) fn deviating_goals(
    tx: &mut Tx<'_>,
) -> Result<Vec<DeviatingGoal>, DbError> {
    tx.all(
        "select s.element_id, s.level, s.period, f.stage, f.level, (select max(h.at) \
         from assessments h where h.tenant = s.tenant and h.element_id = s.element_id \
         and h.period = s.period and h.kind <> 'forecast') from element_status s \
         join elements e on e.tenant = s.tenant and e.element_id = s.element_id \
         and e.role = 'goal' and e.state = 'adopted' \
         left join assessments f on f.tenant = s.tenant and f.element_id = s.element_id \
         and f.org_unit_id = e.owner_id and f.period = s.period and f.kind = 'forecast' \
         where s.tenant = $1 and s.level in ('not_achieved', 'partly')",
        &[],
        |row| {
            let stage: Option<Stage> = row.maybe_parsed(3)?;
            let level: Option<Fulfilment> = row.maybe_parsed(4)?;
            Ok(DeviatingGoal {
                element: row.id(0)?,
                level: row.parsed(1)?,
                period: row.parsed(2)?,
                forecast: stage.zip(level),
                at: row.maybe_int(5)?.unwrap_or(0),
            })
        },
    )
}

/// A measure that somebody who has handed in had to explain.
pub(in crate::oversight) struct DeviatingPart {
    pub(in crate::oversight) part: PartId,
    pub(in crate::oversight) org_unit: OrgUnitId,
    pub(in crate::oversight) element: ElementId,
    /// Whether the level is expected to be reached this year.
    pub(in crate::oversight) forecast: Option<Fulfilment>,
    /// When the account was handed in or approved, in microseconds since 1970 in UTC.
    pub(in crate::oversight) at: i64,
}

/// The measures that deviate in the latest that each org unit has handed in of them, in rounds that
/// opened on a day or later. A round that does not ask about a measure leaves standing what was said
/// before.
pub(in crate::oversight) fn deviating_parts(
    tx: &mut Tx<'_>,
    since: Date,
) -> Result<Vec<DeviatingPart>, DbError> {
    tx.all(
        "select p.part_id, f.org_unit_id, p.subject_id, p.level, f.at from rounds r \
         join follow_ups f on f.tenant = r.tenant and f.round_id = r.round_id \
         join parts p on p.tenant = f.tenant and p.follow_up_id = f.follow_up_id \
         where r.tenant = $1 and r.opens_on >= $2 and f.state in ('submitted', 'approved') \
         and p.kind = 'measure' and p.needs <> '' and p.subject_id is not null \
         and not exists (select 1 from follow_ups g \
         join rounds s on s.tenant = g.tenant and s.round_id = g.round_id \
         join parts q on q.tenant = g.tenant and q.follow_up_id = g.follow_up_id \
         where g.tenant = f.tenant and g.org_unit_id = f.org_unit_id \
         and g.state in ('submitted', 'approved') and q.kind = 'measure' \
         and q.subject_id = p.subject_id and (s.opens_on > r.opens_on \
         or (s.opens_on = r.opens_on and s.round_id > r.round_id)))",
        params![since.to_string()],
        |row| {
            Ok(DeviatingPart {
                part: row.id(0)?,
                org_unit: row.id(1)?,
                element: row.id(2)?,
                forecast: row.text(3)?.parse().ok(),
                at: row.int(4)?,
            })
        },
    )
}
