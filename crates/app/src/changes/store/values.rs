//! SQL of the values that are others on one day than on another, a part of them at a time: the latest
//! first, from a place in the history onwards.

use db::{DbError, Row, Tx, Value};
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::OutcomeValue;
use domain::periods::Period;

use crate::elements::store::within;
use crate::measures::store::{SUMMED, value_of_columns};

/// A place in the history of values.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::changes) struct Place {
    /// When, in microseconds since 1970 in UTC.
    pub(in crate::changes) at: i64,
    pub(in crate::changes) measure: ElementId,
    pub(in crate::changes) org_unit: OrgUnitId,
    /// As it is kept: the history is in the order of the text. Empty before the first.
    pub(in crate::changes) period: String,
    pub(in crate::changes) version: i64,
}

/// Between which instants, and of what: after the first of them, up to and with the second.
#[derive(Clone, Copy)]
pub(in crate::changes) struct Span {
    pub(in crate::changes) after: i64,
    pub(in crate::changes) to: i64,
    pub(in crate::changes) measure: Option<ElementId>,
    pub(in crate::changes) within: Option<OrgUnitId>,
}

/// A value that was changed.
#[derive(Clone, Debug)]
pub(in crate::changes) struct Changed {
    /// Where in the history it was changed last.
    pub(in crate::changes) place: Place,
    pub(in crate::changes) period: Period,
    /// What stood there at first.
    pub(in crate::changes) before: OutcomeValue,
    /// Whether others made that up.
    pub(in crate::changes) was_summed: bool,
    /// What stands there at last; none when nothing does.
    pub(in crate::changes) after: Option<OutcomeValue>,
    /// The revision of the measure's values, where it is or was known of any how many people it is
    /// about.
    pub(in crate::changes) revision: Option<i64>,
    /// Why it was changed last; empty where nobody has said.
    pub(in crate::changes) reason: String,
}

/// The history of values for all people that stood already, before a place in it. Of one measure it is
/// not looked for by time, or all that happened since would be walked through: hence `c.at + 0`.
macro_rules! walked {
    ($at:literal, $more:literal) => {
        concat!(
            "select c.at, c.measure_id, c.org_unit_id, c.period, c.version from value_history c \
             where c.tenant = $1 and c.before_state <> '' and c.breakdown = '' and ",
            $at,
            " > $2 and (",
            $at,
            ", c.measure_id, c.org_unit_id, c.period, c.version) < ($3, $4, $5, $6, $7)",
            $more,
            " order by c.at desc, c.measure_id desc, c.org_unit_id desc, c.period desc, \
             c.version desc"
        )
    };
}

/// Rows under a name that are changes of a value in the same place: what other sources say beside it
/// is not.
macro_rules! same {
    ($row:literal) => {
        concat!(
            $row,
            ".tenant = $1 and ",
            $row,
            ".measure_id = w.measure_id and ",
            $row,
            ".org_unit_id = w.org_unit_id and ",
            $row,
            ".breakdown = '' and ",
            $row,
            ".period = w.period and ",
            $row,
            ".before_state <> '' and ",
            $row,
            ".kind <> 'beside' and ",
            $row,
            ".kind <> 'withdrawn'"
        )
    };
}

/// The places whose last change up to the end of the span is among those walked, with what stood there
/// before the first change of the span, before the first after it, and today.
macro_rules! changed {
    ($before:expr, ($at:literal, $walked:literal), $more:literal) => {
        concat!(
            $before,
            "select w.at, w.measure_id, w.org_unit_id, w.period, w.version, \
             f.before_state, f.before_value, f.before_scale, \
             n.before_state, n.before_value, n.before_scale, o.state, o.value, o.scale, r.revision, \
             (select max(e.reason) from value_history e where e.tenant = $1 \
             and e.measure_id = w.measure_id and e.org_unit_id = w.org_unit_id \
             and e.breakdown = '' and e.period = w.period and e.at = w.at \
             and e.version = w.version and e.kind <> 'beside' and e.kind <> 'withdrawn') from (",
            walked!($at, $walked),
            " limit $8) w join value_history f on ",
            same!("f"),
            " and f.at > $2 and not exists (select 1 from value_history e where ",
            same!("e"),
            " and e.at > $2 and (e.at < f.at or e.at = f.at and e.version < f.version)) \
             left join value_history n on ",
            same!("n"),
            " and n.at > $9 and not exists (select 1 from value_history e where ",
            same!("e"),
            " and e.at > $9 and (e.at < n.at or e.at = n.at and e.version < n.version)) \
             left join outcomes o on o.tenant = $1 and o.measure_id = w.measure_id \
             and o.org_unit_id = w.org_unit_id and o.breakdown = '' and o.period = w.period \
             left join value_revisions r on r.tenant = $1 and r.measure_id = w.measure_id \
             and (exists (select 1 from value_counts k where k.tenant = $1 \
             and k.measure_id = r.measure_id) or exists (select 1 from count_history h \
             where h.tenant = $1 and h.measure_id = r.measure_id)) where exists (select 1 from value_history e where ",
            same!("e"),
            " and e.at = w.at and e.version = w.version) \
             and not exists (select 1 from value_history e where ",
            same!("e"),
            " and e.at <= $9 and (e.at > w.at or e.at = w.at and e.version > w.version))",
            $more,
            " order by w.at desc, w.measure_id desc, w.org_unit_id desc, w.period desc, \
             w.version desc"
        )
    };
}

fn place_row(row: &Row<'_>) -> Result<Place, DbError> {
    Ok(Place {
        at: row.int(0)?,
        measure: row.id(1)?,
        org_unit: row.id(2)?,
        period: row.text(3)?,
        version: row.int(4)?,
    })
}

fn changed_row(row: &Row<'_>) -> Result<Option<Changed>, DbError> {
    let value = |at: usize| -> Result<Option<OutcomeValue>, DbError> {
        let Some(state) = row.maybe_text(at)? else { return Ok(None) };
        let scale = row.maybe_int(at + 2)?.unwrap_or(0);
        Ok(value_of_columns(&state, row.maybe_int(at + 1)?, scale))
    };
    let was_summed = row.maybe_text(5)?.is_some_and(|state| state == SUMMED);
    let sum = || -> Result<Option<OutcomeValue>, DbError> {
        let scale = row.maybe_int(7)?.unwrap_or(0);
        Ok(value_of_columns("measured", row.maybe_int(6)?, scale))
    };
    let Some(before) = (if was_summed { sum()? } else { value(5)? }) else { return Ok(None) };
    let is_later = row.maybe_text(8)?.is_some();
    let after = if is_later { value(8)? } else { value(11)? };
    let (place, period, revision) = (place_row(row)?, row.parsed(3)?, row.maybe_int(14)?);
    let reason = row.maybe_text(15)?.unwrap_or_default();
    Ok(Some(Changed { place, period, before, was_summed, after, revision, reason }))
}

fn asked(span: Span, from: &Place, count: i64) -> Vec<Value> {
    vec![
        span.after.into(),
        from.at.into(),
        from.measure.bytes().into(),
        from.org_unit.bytes().into(),
        from.period.clone().into(),
        from.version.into(),
        count.into(),
    ]
}

/// The values that were changed for the last time among so many changes before a place in the
/// history, the latest first.
pub(in crate::changes) fn changed_values(
    tx: &mut Tx<'_>,
    span: Span,
    from: &Place,
    walked: i64,
) -> Result<Vec<Changed>, DbError> {
    let mut values = asked(span, from, walked);
    values.push(span.to.into());
    values.extend(span.measure.map(|id| Value::from(id.bytes())));
    values.extend(span.within.map(|id| Value::from(id.bytes())));
    let sql = match (span.measure, span.within) {
        (None, None) => changed!("", ("c.at", ""), ""),
        (Some(_), None) => changed!("", ("c.at + 0", " and c.measure_id = $10"), ""),
        (None, Some(_)) => {
            changed!(
                within!("$10"),
                ("c.at", ""),
                " and w.org_unit_id in (select org_unit_id from inside)"
            )
        }
        (Some(_), Some(_)) => changed!(
            within!("$11"),
            ("c.at + 0", " and c.measure_id = $10"),
            " and w.org_unit_id in (select org_unit_id from inside)"
        ),
    };
    let found = tx.all(sql, &values, changed_row)?;
    Ok(found.into_iter().flatten().collect())
}

/// Where so many changes before a place in the history end; none when there are not so many.
pub(in crate::changes) fn walked_to(
    tx: &mut Tx<'_>,
    span: Span,
    from: &Place,
    walked: i64,
) -> Result<Option<Place>, DbError> {
    let mut values = asked(span, from, walked - 1);
    values.extend(span.measure.map(|id| Value::from(id.bytes())));
    let sql = if span.measure.is_some() {
        concat!(walked!("c.at + 0", " and c.measure_id = $9"), " limit 1 offset $8")
    } else {
        concat!(walked!("c.at", ""), " limit 1 offset $8")
    };
    tx.one(sql, &values, place_row)
}
