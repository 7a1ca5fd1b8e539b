//! Accounts and parts found by their identities: those that somebody is asked to take part in.

use std::collections::{BTreeMap, BTreeSet};

use db::{DbError, Tx};
use domain::ids::{FollowUpId, OrgUnitId, PartId};

use super::accounts::{Account, account_row, accounts_whose};
use super::parts::{Part, from_parts, part_columns, part_row};
use crate::elements::store::{among, ask};

/// Some accounts.
pub fn accounts_among(
    tx: &mut Tx<'_>,
    ids: &BTreeSet<FollowUpId>,
) -> Result<BTreeMap<FollowUpId, Account>, DbError> {
    let found = ask(
        tx,
        among!(concat!(accounts_whose!(), "follow_up_id")),
        ids.iter().map(|id| id.bytes()),
        account_row,
    )?;
    Ok(found.into_iter().map(|one| (one.id, one)).collect())
}

/// The accounts of some org units in all rounds.
pub fn accounts_of_org_units(
    tx: &mut Tx<'_>,
    units: &BTreeSet<OrgUnitId>,
) -> Result<Vec<Account>, DbError> {
    ask(
        tx,
        among!(concat!(accounts_whose!(), "org_unit_id")),
        units.iter().map(|id| id.bytes()),
        account_row,
    )
}

/// Some parts.
pub fn parts_among(
    tx: &mut Tx<'_>,
    ids: &BTreeSet<PartId>,
) -> Result<BTreeMap<PartId, Part>, DbError> {
    let found = ask(
        tx,
        among!(concat!(
            "select ",
            part_columns!(),
            from_parts!(),
            "where p.tenant = $1 and p.part_id"
        )),
        ids.iter().map(|id| id.bytes()),
        part_row,
    )?;
    Ok(found.into_iter().map(|one| (one.id, one)).collect())
}

/// What is told in words in some accounts: summaries, goals, what stands out, and answers to what
/// the template asks, but not those that one role reads.
pub fn told_of_accounts(
    tx: &mut Tx<'_>,
    accounts: &BTreeSet<FollowUpId>,
) -> Result<Vec<Part>, DbError> {
    ask(
        tx,
        among!(concat!(
            "select ",
            part_columns!(),
            from_parts!(),
            "where p.tenant = $1 and p.text <> '' and coalesce(a.reader, '') not like 'role:%' \
             and p.kind in ('summary', 'goal', 'measure', \
             'activity', 'assignment', 'forecast', 'question') and p.follow_up_id"
        )),
        accounts.iter().map(|id| id.bytes()),
        part_row,
    )
}

/// The parts of some accounts, in order.
pub fn parts_of_accounts(
    tx: &mut Tx<'_>,
    accounts: &BTreeSet<FollowUpId>,
) -> Result<BTreeMap<FollowUpId, Vec<Part>>, DbError> {
    let found = ask(
        tx,
        among!(concat!(
            "select ",
            part_columns!(),
            from_parts!(),
            "where p.tenant = $1 and p.follow_up_id"
        )),
        accounts.iter().map(|id| id.bytes()),
        part_row,
    )?;
    let mut by_account: BTreeMap<FollowUpId, Vec<Part>> = BTreeMap::new();
    for part in found {
        by_account.entry(part.account).or_default().push(part);
    }
    for parts in by_account.values_mut() {
        parts.sort_by_key(|part| (part.position, part.id));
    }
    Ok(by_account)
}
