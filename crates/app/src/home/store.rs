//! SQL of Min sida: few rows about the visitor's own org unit.

use std::collections::BTreeMap;

use db::{DbError, Tx, params};
use domain::access::AccessRole;
use domain::elements::ElementState;
use domain::followup::AccountState;
use domain::fulfilment::Fulfilment;
use domain::ids::{ElementId, FollowUpId, OrgUnitId, PersonId, RoundId};
use domain::measures::OutcomeValue;
use domain::periods::Period;
use rust_decimal::Decimal;

use super::judged::Judgement;
use crate::elements::store::{among, ask, ask_with};
use crate::measures::store::value_of_columns;

/// The accounts of one org unit, by round.
pub(super) fn own_accounts(
    tx: &mut Tx<'_>,
    org_unit: OrgUnitId,
) -> Result<BTreeMap<RoundId, (FollowUpId, AccountState)>, DbError> {
    let rows = tx.all(
        "select round_id, follow_up_id, state from follow_ups \
         where tenant = $1 and org_unit_id = $2",
        params![org_unit.bytes()],
        |row| Ok((row.id(0)?, (row.id(1)?, row.parsed(2)?))),
    )?;
    Ok(rows.into_iter().collect())
}

/// Whether anybody holds a role that writes an account.
pub(super) fn anybody_reports(tx: &mut Tx<'_>) -> Result<bool, DbError> {
    let found = tx.one(
        "select person_id from grants where tenant = $1 and valid_to is null \
         and role in ($2, $3) limit 1",
        params![AccessRole::Manager.code(), AccessRole::Provider.code()],
        |row| row.id::<PersonId>(0),
    )?;
    Ok(found.is_some())
}

/// Some elements judged not to be reached, the latest first.
pub(super) fn not_reached(tx: &mut Tx<'_>, most: i64) -> Result<Vec<ElementId>, DbError> {
    tx.all(
        "select element_id from element_status where tenant = $1 and level = $2 \
         order by through desc, element_id desc limit $3",
        params![Fulfilment::NotAchieved.code(), most],
        |row| row.id(0),
    )
}

/// What is judged of some elements for periods that have been, in any order.
pub(super) fn judgements(
    tx: &mut Tx<'_>,
    elements: impl IntoIterator<Item = ElementId>,
) -> Result<Vec<(ElementId, Judgement)>, DbError> {
    ask(
        tx,
        among!(
            "select element_id, period, level, scale_level, reason, at from assessments \
             where tenant = $1 and kind = 'outcome' and element_id"
        ),
        elements.into_iter().map(ElementId::bytes),
        |row| {
            let judgement = Judgement {
                period: row.parsed(1)?,
                level: row.parsed(2)?,
                scale_level: row.text(3)?,
                reason: row.text(4)?,
                at: row.int(5)?,
            };
            Ok((row.id(0)?, judgement))
        },
    )
}

/// What is judged of a goal that hangs right under another.
pub(super) struct JudgedUnder {
    pub(super) parent: ElementId,
    pub(super) child: ElementId,
    pub(super) period: Period,
    pub(super) level: Fulfilment,
    pub(super) at: i64,
}

/// What is judged, period by period, of the goals right under some elements.
pub(super) fn judged_right_under(
    tx: &mut Tx<'_>,
    parents: &[ElementId],
) -> Result<Vec<JudgedUnder>, DbError> {
    ask(
        tx,
        among!(
            "select l.parent_id, l.child_id, a.period, a.level, a.at from links l \
             join elements e on e.tenant = l.tenant and e.element_id = l.child_id \
             and e.role = 'goal' join assessments a on a.tenant = l.tenant \
             and a.element_id = l.child_id and a.kind = 'outcome' \
             where l.tenant = $1 and l.parent_id"
        ),
        parents.iter().map(|id| id.bytes()),
        |row| {
            Ok(JudgedUnder {
                parent: row.id(0)?,
                child: row.id(1)?,
                period: row.parsed(2)?,
                level: row.parsed(3)?,
                at: row.int(4)?,
            })
        },
    )
}

/// The latest values of some measures that an org unit reports, beside those of all who report the
/// same for the same period, its own among them.
pub(super) fn latest_beside(
    tx: &mut Tx<'_>,
    org_unit: OrgUnitId,
    measures: &[ElementId],
) -> Result<Vec<(ElementId, OrgUnitId, Period, Decimal)>, DbError> {
    let found = ask_with(
        tx,
        among!(
            "select o.measure_id, o.org_unit_id, o.period, o.state, o.value, o.scale from series s \
             join outcomes o on o.tenant = s.tenant and o.measure_id = s.measure_id \
             and o.breakdown = '' and o.period = s.latest \
             where s.tenant = $1 and s.org_unit_id = $34 and s.measure_id"
        ),
        measures.iter().map(|measure| measure.bytes()),
        &[org_unit.bytes().into()],
        |row| {
            let value = value_of_columns(&row.text(3)?, row.maybe_int(4)?, row.int(5)?);
            Ok((row.id(0)?, row.id(1)?, row.parsed(2)?, value))
        },
    )?;
    let measured = |value| match value {
        Some(OutcomeValue::Measured(number)) => Some(number),
        _ => None,
    };
    let found = found.into_iter();
    Ok(found.filter_map(|(of, by, at, value)| Some((of, by, at, measured(value)?))).collect())
}

/// How many elements are proposed and wait for a decision.
pub(super) fn proposed(tx: &mut Tx<'_>) -> Result<i64, DbError> {
    let found = tx.one(
        "select count(*) from elements where tenant = $1 and state = $2",
        params![ElementState::Proposed.code()],
        |row| row.int(0),
    )?;
    Ok(found.unwrap_or(0))
}

/// How many judgements since a moment differ from what was proposed or between stages.
pub(super) fn differing(tx: &mut Tx<'_>, since: i64) -> Result<i64, DbError> {
    let found = tx.one(
        "select count(*) from overrides where tenant = $1 and at >= $2",
        params![since],
        |row| row.int(0),
    )?;
    Ok(found.unwrap_or(0))
}

/// A judgement that differs from what was proposed, or between stages.
pub(super) struct Differing {
    pub(super) element: ElementId,
    pub(super) org_unit: OrgUnitId,
    pub(super) at: i64,
    pub(super) between_stages: bool,
}

/// The judgements that differ, the latest first.
pub(super) fn latest_differing(tx: &mut Tx<'_>, most: i64) -> Result<Vec<Differing>, DbError> {
    tx.all(
        "select element_id, org_unit_id, at, between_stages from overrides where tenant = $1 \
         order by at desc, element_id limit $2",
        params![most],
        |row| {
            Ok(Differing {
                element: row.id(0)?,
                org_unit: row.id(1)?,
                at: row.int(2)?,
                between_stages: row.int(3)? == 1,
            })
        },
    )
}

/// A summary that is handed in.
pub(super) struct Summary {
    pub(super) account: FollowUpId,
    pub(super) text: String,
    pub(super) person_name: String,
}

/// The summaries of some accounts.
pub(super) fn summaries(
    tx: &mut Tx<'_>,
    accounts: impl IntoIterator<Item = FollowUpId>,
) -> Result<Vec<Summary>, DbError> {
    ask(
        tx,
        among!(
            "select follow_up_id, text, person_name from parts \
             where tenant = $1 and kind = 'summary' and text <> '' and follow_up_id"
        ),
        accounts.into_iter().map(FollowUpId::bytes),
        |row| Ok(Summary { account: row.id(0)?, text: row.text(1)?, person_name: row.text(2)? }),
    )
}
