//! SQL of reports: the texts they quote, and the frozen trees.

use db::{DbError, Row, Tx, params};
use domain::ids::{ElementId, OrgUnitId, ReportId, RoundId};
use jiff::civil::Date;

use crate::cx::record;
use crate::web::error::AppError;

/// A round as reports name it.
#[derive(Clone, Debug)]
pub(super) struct RoundRow {
    pub(super) id: RoundId,
    pub(super) title: String,
    pub(super) due_on: Date,
}

/// The newest round that has opened; one that is planned has nothing to report yet.
pub(super) fn newest_round(tx: &mut Tx<'_>, today: Date) -> Result<Option<RoundRow>, DbError> {
    tx.one(
        "select round_id, title, due_on from rounds where tenant = $1 and opens_on <= $2 \
         order by due_on desc, round_id limit 1",
        params![today.to_string()],
        |row| Ok(RoundRow { id: row.id(0)?, title: row.text(1)?, due_on: row.parsed(2)? }),
    )
}

/// A text of an account handed in, with where it comes from.
#[derive(Clone, Debug)]
pub(super) struct QuotedPart {
    pub(super) org_unit: OrgUnitId,
    pub(super) subject: Option<ElementId>,
    pub(super) text: String,
    pub(super) person: String,
    pub(super) at: i64,
}

/// What the org units of a round have written in accounts that are handed in.
pub(super) fn quoted_parts(tx: &mut Tx<'_>, round: RoundId) -> Result<Vec<QuotedPart>, DbError> {
    tx.all(
        "select f.org_unit_id, p.subject_id, p.text, p.person_name, p.at \
         from follow_ups f \
         join parts p on p.tenant = f.tenant and p.follow_up_id = f.follow_up_id \
         where f.tenant = $1 and f.round_id = $2 and f.state in ('submitted', 'approved') \
         and p.text <> '' order by f.org_unit_id, p.position",
        params![round.bytes()],
        |row: &Row<'_>| {
            Ok(QuotedPart {
                org_unit: row.id(0)?,
                subject: row.maybe_id(1)?,
                text: row.text(2)?,
                person: row.text(3)?,
                at: row.int(4)?,
            })
        },
    )
}

/// How far each org unit has come in a round.
pub(super) fn account_states(
    tx: &mut Tx<'_>,
    round: RoundId,
) -> Result<Vec<(OrgUnitId, String)>, DbError> {
    tx.all(
        "select org_unit_id, state from follow_ups where tenant = $1 and round_id = $2",
        params![round.bytes()],
        |row| Ok((row.id(0)?, row.text(1)?)),
    )
}

/// A frozen report.
pub(super) struct Frozen {
    pub(super) org_unit: OrgUnitId,
    pub(super) tree: String,
    pub(super) digest: String,
    pub(super) person: String,
    pub(super) at: i64,
}

/// Keeps a tree as it is now.
pub(super) fn insert_report(
    tx: &mut Tx<'_>,
    id: ReportId,
    round: RoundId,
    frozen: &Frozen,
    language: &str,
) -> Result<(), AppError> {
    let kept = tx.run(
        "insert into reports (tenant, report_id, round_id, org_unit_id, language, tree, digest, \
         person_name, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing",
        params![
            id.bytes(),
            round.bytes(),
            frozen.org_unit.bytes(),
            language,
            &frozen.tree,
            &frozen.digest,
            &frozen.person,
            frozen.at,
        ],
    )?;
    if kept == 0 {
        return Ok(());
    }
    let after = serde_json::json!({ "org_unit": frozen.org_unit, "digest": frozen.digest });
    record(tx, "freeze", "report", id.bytes(), 1, &after)
}

/// One frozen report.
pub(super) fn report(tx: &mut Tx<'_>, id: ReportId) -> Result<Option<Frozen>, DbError> {
    tx.one(
        "select org_unit_id, tree, digest, person_name, at from reports \
         where tenant = $1 and report_id = $2",
        params![id.bytes()],
        |row| {
            Ok(Frozen {
                org_unit: row.id(0)?,
                tree: row.text(1)?,
                digest: row.text(2)?,
                person: row.text(3)?,
                at: row.int(4)?,
            })
        },
    )
}

/// The frozen reports of a body, newest first.
pub(super) fn frozen_of(
    tx: &mut Tx<'_>,
    org_unit: OrgUnitId,
) -> Result<Vec<(ReportId, String, i64)>, DbError> {
    tx.all(
        "select report_id, person_name, at from reports \
         where tenant = $1 and org_unit_id = $2 order by at desc limit 20",
        params![org_unit.bytes()],
        |row| Ok((row.id(0)?, row.text(1)?, row.int(2)?)),
    )
}
