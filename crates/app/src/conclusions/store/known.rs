//! SQL that reads what analyses say of something.

use db::{DbError, Row, Tx, params};
use domain::analysis::Certainty;
use domain::ids::{AnalysisId, ElementId, OrgUnitId, PartId};

use crate::elements::store::within;

/// An analysis as it is told of elsewhere.
pub(in crate::conclusions) struct Known {
    pub(in crate::conclusions) id: AnalysisId,
    pub(in crate::conclusions) subject: String,
    pub(in crate::conclusions) org_unit: OrgUnitId,
    pub(in crate::conclusions) year: i64,
    pub(in crate::conclusions) is_concluded: bool,
    pub(in crate::conclusions) conclusion: String,
    pub(in crate::conclusions) certainty: Option<Certainty>,
    pub(in crate::conclusions) changed_at: i64,
    pub(in crate::conclusions) person_name: String,
}

/// The most that is told of one thing.
pub(in crate::conclusions) const MOST: usize = 12;

fn most() -> i64 {
    i64::try_from(MOST).unwrap_or(i64::MAX)
}

fn known_row(row: &Row<'_>) -> Result<Known, DbError> {
    Ok(Known {
        id: row.id(0)?,
        subject: row.text(1)?,
        org_unit: row.id(2)?,
        year: row.int(3)?,
        is_concluded: row.text(4)? == "concluded",
        conclusion: row.text(5)?,
        certainty: Certainty::of_code(&row.text(6)?),
        changed_at: row.int(7)?,
        person_name: row.text(8)?,
    })
}

/// What is analysed of something, what was changed last first. Neither conversations nor what is thrown.
pub(in crate::conclusions) fn of_subject(
    tx: &mut Tx<'_>,
    subject: [u8; 16],
) -> Result<Vec<Known>, DbError> {
    tx.all(
        "select analysis_id, subject_words, org_unit_id, year, state, conclusion, certainty, \
         changed_at, person_name from analyses where tenant = $1 and subject_id = $2 \
         and is_conversation = 0 and state <> 'thrown' order by changed_at desc, analysis_id limit $3",
        params![subject, most()],
        known_row,
    )
}

/// The most that is looked among for what the reader may read of one thing.
const MOST_LOOKED: i64 = 200;

/// What is analysed of something, and after that of what measures it at and below an org unit, with what
/// each is about: what was changed last first. More than is told, since not all of it is for every reader.
pub(in crate::conclusions) fn of_element(
    tx: &mut Tx<'_>,
    element: ElementId,
    owner: OrgUnitId,
) -> Result<Vec<(Known, ElementId)>, DbError> {
    tx.all(
        concat!(
            within!("$3"),
            "select analysis_id, subject_words, org_unit_id, year, state, conclusion, certainty, \
             changed_at, person_name, subject_id from analyses where tenant = $1 \
             and (subject_id = $2 or subject_id in (select child_id from links where tenant = $1 \
             and parent_id = $2 and kind = 'measures') \
             and org_unit_id in (select org_unit_id from inside)) and is_conversation = 0 \
             and state <> 'thrown' order by case when subject_id = $2 then 0 else 1 end, \
             changed_at desc, analysis_id limit $4"
        ),
        params![element.bytes(), owner.bytes(), MOST_LOOKED],
        |row| Ok((known_row(row)?, row.id(9)?)),
    )
}

/// The most conclusions of a year that are looked among.
const MOST_OF_YEAR: i64 = 500;

/// What is concluded of a year at and below an org unit for all to read, what was changed last first.
pub(in crate::conclusions) fn concluded_under(
    tx: &mut Tx<'_>,
    top: OrgUnitId,
    year: i64,
) -> Result<Vec<Known>, DbError> {
    tx.all(
        concat!(
            within!("$3"),
            "select analysis_id, subject_words, org_unit_id, year, state, conclusion, certainty, \
             changed_at, person_name from analyses where tenant = $1 and year = $2 \
             and state = 'concluded' and is_conversation = 0 \
             and org_unit_id in (select org_unit_id from inside) \
             order by changed_at desc, analysis_id limit $4"
        ),
        params![year, top.bytes(), MOST_OF_YEAR],
        known_row,
    )
}

/// A conclusion that stands in a part of an account.
pub(in crate::conclusions) struct Used {
    /// As the analysis says now.
    pub(in crate::conclusions) known: Known,
    /// As it was taken.
    pub(in crate::conclusions) taken: String,
}

/// The conclusions that stand in a part.
pub(in crate::conclusions) fn used_in(tx: &mut Tx<'_>, part: PartId) -> Result<Vec<Used>, DbError> {
    tx.all(
        "select a.analysis_id, a.subject_words, a.org_unit_id, a.year, a.state, a.conclusion, \
         a.certainty, a.changed_at, a.person_name, u.conclusion from analysis_uses u \
         join analyses a on a.tenant = u.tenant and a.analysis_id = u.analysis_id \
         where u.tenant = $1 and u.part_id = $2 order by u.at limit $3",
        params![part.bytes(), most()],
        |row| Ok(Used { known: known_row(row)?, taken: row.text(9)? }),
    )
}
