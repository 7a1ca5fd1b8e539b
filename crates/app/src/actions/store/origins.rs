//! SQL of where actions came from, and of what an action was before it was given new words.

use db::{DbError, Tx, params};
use domain::actions::ActionFacts;
use domain::followup::AccountState;
use domain::ids::{AnalysisId, ElementId, FollowUpId, OrgUnitId, PartId};

use super::facts::{of_element, of_elements};

/// How many wordings back what is said of an action is looked for.
const MOST_WORDINGS: i64 = 8;

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

/// An element and the wordings that it was written to replace, the nearest first.
pub fn wordings(tx: &mut Tx<'_>, element: ElementId) -> Result<Vec<ElementId>, DbError> {
    let before = tx.all(
        "with recursive before (element_id, back) as ( \
         select supersedes_id, 1 from successions where tenant = $1 and element_id = $2 \
         union all select s.supersedes_id, b.back + 1 from successions s join before b \
         on s.element_id = b.element_id where s.tenant = $1 and b.back < $3) \
         select element_id, back from before order by back",
        params![element.bytes(), MOST_WORDINGS],
        |row| row.id(0),
    )?;
    Ok(std::iter::once(element).chain(before).collect())
}

/// What is said of an action: of the element itself, or of the nearest that it was written to replace.
pub fn of_element_or_before(
    tx: &mut Tx<'_>,
    element: ElementId,
) -> Result<Option<ActionFacts>, DbError> {
    if let Some(facts) = of_element(tx, element)? {
        return Ok(Some(facts));
    }
    let all = wordings(tx, element)?;
    if all.len() < 2 {
        return Ok(None);
    }
    let mut known = of_elements(tx, all.iter().copied())?;
    Ok(all.iter().find_map(|one| known.remove(one)))
}

/// An analysis whose finding a cost may be estimated of. Neither a conversation nor one that is thrown away.
pub struct Analysed {
    /// What it is about.
    pub title: String,
    /// Whose it is.
    pub org_unit: OrgUnitId,
}

/// The analysis, if there is one to be told of.
pub fn analysed(tx: &mut Tx<'_>, id: AnalysisId) -> Result<Option<Analysed>, DbError> {
    tx.one(
        "select subject_words, org_unit_id from analyses where tenant = $1 and analysis_id = $2 \
         and is_conversation = 0 and state <> 'thrown'",
        params![id.bytes()],
        |row| Ok(Analysed { title: row.text(0)?, org_unit: row.id(1)? }),
    )
}
