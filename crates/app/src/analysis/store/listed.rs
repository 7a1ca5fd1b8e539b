//! SQL of lists of analyses.

use db::{DbError, Tx, params};
use domain::ids::PersonId;

use super::Analysis;
use super::analyses::{analyses, analysis_row};

/// What is asked of a list; what is empty or zero is not asked.
#[derive(Clone, Default, Debug)]
pub struct Wanted {
    /// The year.
    pub year: i64,
    /// The method, by its identity.
    pub method: String,
    /// Where they stand, as a code; without one, all that are not thrown away.
    pub state: String,
    /// What they are about, as a code.
    pub kind: String,
    /// Words that they hold, in small letters.
    pub words: String,
    /// Only those a person began.
    pub person: Option<PersonId>,
    /// Only what was changed before this, and then those after this identity.
    pub before: Option<(i64, [u8; 16])>,
}

/// Some analyses, the last changed first, each with whether a person takes part in it.
pub fn listed(
    tx: &mut Tx<'_>,
    wanted: &Wanted,
    visitor: PersonId,
    most: i64,
) -> Result<Vec<(Analysis, bool)>, DbError> {
    let (at, after) = wanted.before.unwrap_or((i64::MAX, [0; 16]));
    let words = if wanted.words.is_empty() {
        "%".to_owned()
    } else {
        let safe: String = wanted.words.chars().filter(|one| !matches!(one, '%' | '_')).collect();
        format!("%{safe}%")
    };
    let (by, whose) = (i64::from(wanted.person.is_some()), wanted.person.unwrap_or(visitor));
    tx.all(
        "select analysis_id, method, is_quick, is_conversation, subject_kind, subject_id, \
         subject_words, subject_url, org_unit_id, period, state, conclusion, certainty, \
         steps_done, person_id, person_name, created_at, changed_at, concluded_at, \
         concluded_by, version, (select count(*) from analysis_people p where p.tenant = $1 \
         and p.analysis_id = analyses.analysis_id and p.person_id = $2 and p.removed_at is null) \
         from analyses where tenant = $1 and (changed_at < $3 or (changed_at = $3 and analysis_id > $4)) \
         and ($5 = 0 or year = $5) and ($6 = '' or method = $6) \
         and (state = $7 or ($7 = '' and state <> 'thrown')) and ($8 = '' or subject_kind = $8) \
         and sought like $9 and ($10 = 0 or person_id = $11) \
         order by changed_at desc, analysis_id limit $12",
        params![
            visitor.bytes(),
            at,
            after,
            wanted.year,
            &wanted.method,
            &wanted.state,
            &wanted.kind,
            words,
            by,
            whose.bytes(),
            most,
        ],
        |row| Ok((analysis_row(row)?, row.int(21)? > 0)),
    )
}

/// The most conclusions of a year that are gathered for a dialogue.
const MOST_OF_YEAR: i64 = 2_000;

/// What is concluded of a year for all to read, the latest first.
pub fn concluded_of_year(tx: &mut Tx<'_>, year: i64) -> Result<Vec<Analysis>, DbError> {
    tx.all(
        analyses!(
            "year = $2 and state = 'concluded' and is_conversation = 0 \
             order by changed_at desc limit $3"
        ),
        params![year, MOST_OF_YEAR],
        analysis_row,
    )
}
