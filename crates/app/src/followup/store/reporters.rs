//! Who can write the accounts of a round, and where nobody can.

use std::collections::{BTreeMap, BTreeSet};

use db::{DbError, Tx, params};
use domain::access::{AccessRole, Action};
use domain::ids::{FollowUpId, OrgUnitId, PersonId, RoundId};
use jiff::civil::Date;

use super::accounts::{Account, account_row};
use crate::together::store::holders;

/// The roles that hand an account in, as they are stored; what [`domain::access::allows`] says.
const RESPONSIBLE: [&str; 2] = [AccessRole::Manager.code(), AccessRole::Provider.code()];

/// Org units, with their accounts, that have not handed in and where nobody holds a role that hands
/// in: those whose manager has left.
pub fn without_reporter(
    tx: &mut Tx<'_>,
    round: RoundId,
    today: Date,
) -> Result<Vec<(OrgUnitId, FollowUpId)>, DbError> {
    let [first, second] = RESPONSIBLE;
    tx.all(
        "select f.org_unit_id, f.follow_up_id from follow_ups f where f.tenant = $1 and f.round_id = $2 \
         and f.state in ('not_started', 'draft') and not exists (select 1 from grants g \
         where g.tenant = $1 and g.org_unit_id = f.org_unit_id and g.valid_from <= $5 \
         and (g.valid_to is null or g.valid_to >= $5) and g.role in ($3, $4))",
        params![round.bytes(), first, second, today.to_string()],
        |row| Ok((row.id(0)?, row.id(1)?)),
    )
}

/// The accounts that are not handed in of the org units where a person holds on a day a role that hands
/// in.
pub fn accounts_answered_by(
    tx: &mut Tx<'_>,
    person: PersonId,
    on: Date,
) -> Result<Vec<Account>, DbError> {
    let [first, second] = RESPONSIBLE;
    tx.all(
        "select distinct f.follow_up_id, f.round_id, f.org_unit_id, f.state, f.person_name, f.at, \
         f.version from grants g join follow_ups f on f.tenant = $1 and f.org_unit_id = g.org_unit_id \
         where g.tenant = $1 and g.person_id = $2 and g.role in ($3, $4) and g.valid_from <= $5 \
         and (g.valid_to is null or g.valid_to >= $5) and f.state in ('not_started', 'draft') \
         order by f.follow_up_id limit 200",
        params![person.bytes(), first, second, on.to_string()],
        account_row,
    )
}

/// Who writes at some org units themselves on a day, by name.
pub fn writers_at(
    tx: &mut Tx<'_>,
    org_units: &BTreeSet<OrgUnitId>,
    today: Date,
) -> Result<BTreeMap<OrgUnitId, Vec<String>>, DbError> {
    let mut by_unit: BTreeMap<OrgUnitId, Vec<String>> = BTreeMap::new();
    for one in holders(tx, org_units, Action::Report, today)? {
        by_unit.entry(one.org_unit).or_default().push(one.name);
    }
    Ok(by_unit)
}

/// Who writes at an org unit itself on a day, by name.
pub fn writers_of(
    tx: &mut Tx<'_>,
    org_unit: OrgUnitId,
    today: Date,
) -> Result<Vec<String>, DbError> {
    Ok(writers_at(tx, &BTreeSet::from([org_unit]), today)?.remove(&org_unit).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use domain::access::allows;

    use super::*;

    #[test]
    fn those_who_hand_in_are_those_whom_the_rule_lets() {
        let submits = |role: &AccessRole| allows(*role, Action::Submit);
        let submitting: Vec<&str> =
            AccessRole::ALL.into_iter().filter(submits).map(AccessRole::code).collect();
        assert_eq!(submitting, RESPONSIBLE);
    }
}
