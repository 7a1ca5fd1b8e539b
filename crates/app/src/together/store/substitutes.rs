//! Those who report an account instead of who answers for it.

use std::collections::{BTreeMap, BTreeSet};

use db::{DbError, Row, Tx, params};
use domain::ids::{FollowUpId, OrgUnitId, PersonId, SubstituteId};
use jiff::civil::Date;
use serde::Serialize;

use crate::cx::record;
use crate::elements::store::{among, ask};
use crate::web::error::AppError;

/// Who reports an account instead of who answers for it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Substitute {
    /// Identity.
    pub id: SubstituteId,
    /// The account.
    pub account: FollowUpId,
    /// Who reports.
    pub person: PersonId,
    /// Their name.
    pub person_name: String,
    /// In whose place; none where nobody answers for the org unit.
    pub instead_of: Option<PersonId>,
    /// That one's name; empty when nobody.
    pub instead_of_name: String,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Who named them, by name.
    pub named_by: String,
    /// When, in microseconds since 1970 in UTC.
    pub at: i64,
    /// When it was ended before its last day; none when it was not.
    pub ended_at: Option<i64>,
    /// Raised by each change; 1 is the first.
    pub version: i64,
}

impl Substitute {
    /// Whether they report on the day.
    pub fn is_now(&self, today: Date) -> bool {
        self.ended_at.is_none() && (self.from..=self.to).contains(&today)
    }

    /// Whether the two are about some day together.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    /// Whether the two are the same person in the same place for the same time.
    pub fn is_alike(&self, other: &Self) -> bool {
        (self.person, self.instead_of, self.from, self.to)
            == (other.person, other.instead_of, other.from, other.to)
    }
}

fn substitute_row(row: &Row<'_>) -> Result<Substitute, DbError> {
    Ok(Substitute {
        id: row.id(0)?,
        account: row.id(1)?,
        person: row.id(2)?,
        person_name: row.text(3)?,
        instead_of: row.maybe_id(4)?,
        instead_of_name: row.text(5)?,
        from: row.parsed(6)?,
        to: row.parsed(7)?,
        named_by: row.text(8)?,
        at: row.int(9)?,
        ended_at: row.maybe_int(10)?,
        version: row.int(11)?,
    })
}

macro_rules! substitutes {
    ($which:literal) => {
        concat!(
            "select substitute_id, follow_up_id, person_id, person_name, instead_of_id, \
             instead_of_name, valid_from, valid_to, named_by, at, ended_at, version \
             from follow_up_substitutes where tenant = $1 and ended_at is null and ",
            $which,
            " order by valid_from, substitute_id limit 100"
        )
    };
}

/// Those who stand in for the one who answers for an account, today or later.
pub fn substitutes_of(
    tx: &mut Tx<'_>,
    account: FollowUpId,
    today: Date,
) -> Result<Vec<Substitute>, DbError> {
    tx.all(
        substitutes!("follow_up_id = $2 and valid_to >= $3"),
        params![account.bytes(), today.to_string()],
        substitute_row,
    )
}

/// That a person stands in on the day, if they do.
pub fn substitute_now(
    tx: &mut Tx<'_>,
    account: FollowUpId,
    person: PersonId,
    today: Date,
) -> Result<Option<Substitute>, DbError> {
    let found = tx.all(
        substitutes!(
            "follow_up_id = $2 and person_id = $3 and valid_from <= $4 and valid_to >= $4"
        ),
        params![account.bytes(), person.bytes(), today.to_string()],
        substitute_row,
    )?;
    Ok(found.into_iter().next())
}

/// What a person reports for others, and what others report for them, today or later.
pub fn substitutions_of(
    tx: &mut Tx<'_>,
    person: PersonId,
    today: Date,
) -> Result<Vec<Substitute>, DbError> {
    tx.all(
        substitutes!("(person_id = $2 or instead_of_id = $2) and valid_to >= $3"),
        params![person.bytes(), today.to_string()],
        substitute_row,
    )
}

/// Whether somebody stood in for an account and was ended before the last day.
pub fn is_ended(tx: &mut Tx<'_>, account: FollowUpId, id: SubstituteId) -> Result<bool, DbError> {
    let found = tx.one(
        "select substitute_id from follow_up_substitutes where tenant = $1 \
         and follow_up_id = $2 and substitute_id = $3 and ended_at is not null",
        params![account.bytes(), id.bytes()],
        |row| row.id::<SubstituteId>(0),
    )?;
    Ok(found.is_some())
}

/// Most that are asked for at once.
const MOST: i64 = 2_000;

/// Those who stand in anywhere today or later, each with the org unit, the longest first.
pub fn standing_in(tx: &mut Tx<'_>, today: Date) -> Result<Vec<(OrgUnitId, Substitute)>, DbError> {
    tx.all(
        "select s.substitute_id, s.follow_up_id, s.person_id, s.person_name, s.instead_of_id, \
         s.instead_of_name, s.valid_from, s.valid_to, s.named_by, s.at, s.ended_at, s.version, \
         f.org_unit_id from follow_up_substitutes s join follow_ups f on f.tenant = s.tenant \
         and f.follow_up_id = s.follow_up_id \
         where s.tenant = $1 and s.ended_at is null and s.valid_to >= $2 \
         order by s.valid_to desc, s.valid_from, s.substitute_id limit $3",
        params![today.to_string(), MOST],
        |row| Ok((row.id(12)?, substitute_row(row)?)),
    )
}

/// Those who stand in for some accounts and are not ended.
pub fn substitutes_among(
    tx: &mut Tx<'_>,
    accounts: &BTreeSet<FollowUpId>,
) -> Result<Vec<Substitute>, DbError> {
    ask(
        tx,
        among!(
            "select substitute_id, follow_up_id, person_id, person_name, instead_of_id, \
             instead_of_name, valid_from, valid_to, named_by, at, ended_at, version \
             from follow_up_substitutes where tenant = $1 and ended_at is null and follow_up_id"
        ),
        accounts.iter().map(|id| id.bytes()),
        substitute_row,
    )
}

/// Who reports today in which of some accounts.
pub fn substitutes_now(
    tx: &mut Tx<'_>,
    accounts: &BTreeSet<FollowUpId>,
    today: Date,
) -> Result<BTreeMap<FollowUpId, Substitute>, DbError> {
    let found = substitutes_among(tx, accounts)?;
    let now = found.into_iter().filter(|one| one.is_now(today));
    Ok(now.map(|one| (one.account, one)).collect())
}

/// Keeps a substitute; one that was kept before is let be.
pub fn insert_substitute(tx: &mut Tx<'_>, one: &Substitute) -> Result<(), AppError> {
    let kept = tx.run(
        "insert into follow_up_substitutes (tenant, substitute_id, follow_up_id, person_id, \
         person_name, instead_of_id, instead_of_name, valid_from, valid_to, named_by, at, ended_at, \
         version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, null, 1) \
         on conflict do nothing",
        params![
            one.id.bytes(),
            one.account.bytes(),
            one.person.bytes(),
            &one.person_name,
            one.instead_of.map(PersonId::bytes),
            &one.instead_of_name,
            one.from.to_string(),
            one.to.to_string(),
            &one.named_by,
            one.at
        ],
    )?;
    if kept == 0 {
        return Ok(());
    }
    record(tx, "name", "follow_up_substitute", one.id.bytes(), one.version, one)
}

/// Ends it before its last day; one that is ended already is let be.
pub fn end_substitute(tx: &mut Tx<'_>, one: &Substitute, now: i64) -> Result<(), AppError> {
    let ended = tx.run(
        "update follow_up_substitutes set ended_at = $3, version = version + 1 \
         where tenant = $1 and substitute_id = $2 and ended_at is null",
        params![one.id.bytes(), now],
    )?;
    if ended == 0 {
        return Ok(());
    }
    let after = Substitute { ended_at: Some(now), version: one.version + 1, ..one.clone() };
    record(tx, "end", "follow_up_substitute", one.id.bytes(), after.version, &after)
}
