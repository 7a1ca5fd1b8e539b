//! SQL of where actions came from, and of what an action was before it was given new words.

use db::{DbError, Tx, params};
use domain::actions::ActionFacts;
use domain::followup::AccountState;
use domain::ids::{ElementId, FollowUpId, OrgUnitId, PartId};

use super::facts::of_element;

/// How many wordings back what is said of an action is looked for.
const MOST_WORDINGS: usize = 4;

/// The deviation that an action answers to.
#[derive(Clone, Debug)]
pub struct Deviation {
    /// The part of the account that tells of it.
    pub part: PartId,
    /// The account.
    pub account: FollowUpId,
    /// Whose account.
    pub org_unit: OrgUnitId,
    /// What deviates.
    pub title: String,
    /// How far the account has come.
    pub state: AccountState,
    /// Who told of it.
    pub person_name: String,
    /// When, in microseconds since 1970 in UTC; 0 when nobody has.
    pub at: i64,
}

/// The deviation that a part tells of; none when the account is gone.
pub fn deviation(tx: &mut Tx<'_>, part: PartId) -> Result<Option<Deviation>, DbError> {
    tx.one(
        "select p.follow_up_id, f.org_unit_id, p.title, f.state, p.person_name, p.at \
         from parts p join follow_ups f \
         on f.tenant = p.tenant and f.follow_up_id = p.follow_up_id \
         where p.tenant = $1 and p.part_id = $2",
        params![part.bytes()],
        |row| {
            Ok(Deviation {
                part,
                account: row.id(0)?,
                org_unit: row.id(1)?,
                title: row.text(2)?,
                state: row.parsed(3)?,
                person_name: row.text(4)?,
                at: row.int(5)?,
            })
        },
    )
}

/// What is said of an action: of the element itself, or of the nearest that it was written to replace.
pub fn of_element_or_before(
    tx: &mut Tx<'_>,
    element: ElementId,
) -> Result<Option<ActionFacts>, DbError> {
    let mut at = element;
    for _ in 0..MOST_WORDINGS {
        if let Some(facts) = of_element(tx, at)? {
            return Ok(Some(facts));
        }
        let before = tx.one(
            "select supersedes_id from successions where tenant = $1 and element_id = $2",
            params![at.bytes()],
            |row| row.id(0),
        )?;
        let Some(before) = before else { return Ok(None) };
        at = before;
    }
    Ok(None)
}
