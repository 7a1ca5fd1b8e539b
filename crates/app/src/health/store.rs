//! SQL of the steering check: what the picture leaves out, and what is let be.

use std::collections::BTreeMap;

use db::{DbError, Tx, params};
use domain::health::{Rule, Subject};
use domain::ids::PersonId;
use jiff::civil::Date;

use crate::cx::record;
use crate::web::error::AppError;

/// A fault that someone has decided to let be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LetBe {
    /// By which rule it was found.
    pub rule: Rule,
    /// In what.
    pub subject: Subject,
    /// Why it is let be.
    pub reason: String,
    /// The last day it is let be.
    pub until: Date,
    /// Raised by each change.
    pub version: i64,
}

/// Everything that is let be, also what has passed its day.
pub fn let_be(tx: &mut Tx<'_>) -> Result<Vec<LetBe>, DbError> {
    let rows = tx.all(
        "select rule, subject, reason, until, version from let_be \
         where tenant = $1 order by rule, subject",
        params![],
        |row| {
            let rule = Rule::from_code(&row.text(0)?);
            let subject: Subject = row.parsed(1)?;
            let (reason, until, version) = (row.text(2)?, row.parsed(3)?, row.int(4)?);
            Ok(rule.map(|rule| LetBe { rule, subject, reason, until, version }))
        },
    )?;
    Ok(rows.into_iter().flatten().collect())
}

/// Lets a fault be; one that was let be before gets the new reason and day.
pub fn leave(tx: &mut Tx<'_>, let_be: &LetBe, person: PersonId, at: i64) -> Result<(), AppError> {
    tx.run(
        "insert into let_be (tenant, rule, subject, reason, until, person_id, at, version) \
         values ($1, $2, $3, $4, $5, $6, $7, 1) \
         on conflict (tenant, rule, subject) do update set reason = $4, until = $5, \
         person_id = $6, at = $7, version = let_be.version + 1",
        params![
            let_be.rule.code(),
            let_be.subject.to_string(),
            &let_be.reason,
            let_be.until.to_string(),
            person.bytes(),
            at
        ],
    )?;
    let after = serde_json::json!({
        "rule": let_be.rule.code(), "subject": let_be.subject.to_string(),
        "reason": let_be.reason, "until": let_be.until,
    });
    let object = object_of(&let_be.subject);
    let version = next_version(tx, object)?;
    record(tx, "let_be", "fault", object, version, &after)
}

/// Takes a fault up again that was let be.
pub fn take_up(tx: &mut Tx<'_>, rule: Rule, subject: &Subject) -> Result<(), AppError> {
    let gone = tx.run(
        "delete from let_be where tenant = $1 and rule = $2 and subject = $3",
        params![rule.code(), subject.to_string()],
    )?;
    if gone == 0 {
        tx.leave_unaudited("it was taken up already");
        return Ok(());
    }
    let after = serde_json::json!({ "rule": rule.code(), "subject": subject.to_string() });
    let object = object_of(subject);
    let version = next_version(tx, object)?;
    record(tx, "take_up", "fault", object, version, &after)
}

/// What the trail counts on with: several rules may find faults with one thing.
fn next_version(tx: &mut Tx<'_>, object: [u8; 16]) -> Result<i64, DbError> {
    let last = tx.one(
        "select coalesce(max(version), 0) from audit_rows \
         where tenant = $1 and object = 'fault' and object_id = $2",
        params![object],
        |row| row.int(0),
    )?;
    Ok(last.unwrap_or(0) + 1)
}

/// Under which identity the trail keeps it: that of the element or org unit it is about.
fn object_of(subject: &Subject) -> [u8; 16] {
    match subject {
        Subject::Element(id) | Subject::Share(_, id) => id.bytes(),
        Subject::OrgUnit(id) => id.bytes(),
        Subject::Person(id) => id.bytes(),
        Subject::Model(_) => [0; 16],
    }
}

/// When each person last changed anything, as a day in UTC.
pub fn last_active(tx: &mut Tx<'_>) -> Result<BTreeMap<PersonId, Date>, DbError> {
    let rows = tx.all(
        "select person_id, (select max(at) from audit_rows \
         where tenant = $1 and actor = people.person_id) from people where tenant = $1",
        params![],
        |row| Ok((row.id(0)?, row.maybe_int(1)?)),
    )?;
    let day = |at: i64| {
        let moment = jiff::Timestamp::from_microsecond(at).unwrap_or_default();
        jiff::tz::Offset::UTC.to_datetime(moment).date()
    };
    Ok(rows.into_iter().filter_map(|(person, at)| Some((person, day(at?)))).collect())
}
