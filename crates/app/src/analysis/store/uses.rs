//! SQL of where conclusions have been taken.

use db::{DbError, Tx, params};
use domain::ids::{AnalysisId, PartId};
use serde::Serialize;

use crate::cx::record;
use crate::web::error::AppError;

/// That a conclusion stands in a part of an account.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Use {
    /// Whose conclusion.
    pub analysis: AnalysisId,
    /// Where it stands.
    pub part: PartId,
    /// In which words.
    pub conclusion: String,
    /// Of which version of the analysis.
    pub of_version: i64,
    /// Who took it there.
    pub person_name: String,
    /// When.
    pub at: i64,
}

/// Where the conclusion of an analysis stands, with the account it is in.
pub fn uses_of(tx: &mut Tx<'_>, analysis: AnalysisId) -> Result<Vec<(Use, [u8; 16])>, DbError> {
    tx.all(
        "select u.part_id, u.conclusion, u.of_version, u.person_name, u.at, p.follow_up_id \
         from analysis_uses u join parts p on p.tenant = u.tenant and p.part_id = u.part_id \
         where u.tenant = $1 and u.analysis_id = $2 order by u.at desc limit 50",
        params![analysis.bytes()],
        |row| {
            let account: AnalysisId = row.id(5)?;
            let one = Use {
                analysis,
                part: row.id(0)?,
                conclusion: row.text(1)?,
                of_version: row.int(2)?,
                person_name: row.text(3)?,
                at: row.int(4)?,
            };
            Ok((one, account.bytes()))
        },
    )
}

/// Keeps where a conclusion stands, as it now does.
pub fn keep_use(tx: &mut Tx<'_>, one: &Use) -> Result<(), AppError> {
    tx.run(
        "insert into analysis_uses (tenant, analysis_id, part_id, conclusion, of_version, \
         person_name, at) values ($1, $2, $3, $4, $5, $6, $7) \
         on conflict (tenant, analysis_id, part_id) do update set \
         conclusion = excluded.conclusion, of_version = excluded.of_version, \
         person_name = excluded.person_name, at = excluded.at",
        params![
            one.analysis.bytes(),
            one.part.bytes(),
            &one.conclusion,
            one.of_version,
            &one.person_name,
            one.at,
        ],
    )?;
    record(tx, "use", "analysis", one.analysis.bytes(), one.of_version, one)
}
