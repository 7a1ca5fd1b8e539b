//! SQL of reports: the texts they quote, and the frozen trees.

use db::{DbError, Row, Tx, params};
use domain::followup::{Need, PartKind};
use domain::fulfilment::Fulfilment;
use domain::ids::{ElementId, FollowUpId, OrgUnitId, PartId, ReportId, RoundId};

use super::show::Stands;
use crate::cx::record;
use crate::web::error::AppError;

/// What an org unit has explained in a part of an account that is handed in.
#[derive(Clone, Debug)]
pub(super) struct Explanation {
    pub(super) part: PartId,
    pub(super) account: FollowUpId,
    pub(super) org_unit: OrgUnitId,
    pub(super) kind: PartKind,
    pub(super) subject: Option<ElementId>,
    pub(super) title: String,
    pub(super) needs: Vec<Need>,
    pub(super) causes: Vec<String>,
    pub(super) text: String,
    pub(super) level: Option<Fulfilment>,
    pub(super) proposed: Option<Fulfilment>,
    /// Why the judgement differs from the proposal.
    pub(super) reason: String,
    pub(super) scale_level: String,
    pub(super) person: String,
    pub(super) at: i64,
}

fn lines<T: std::str::FromStr>(text: &str) -> Vec<T> {
    text.lines().filter_map(|line| line.parse().ok()).collect()
}

/// What the org units of a round have explained, in words or by ticking causes. A part that nobody
/// has signed was written by whoever handed the account in.
pub(super) fn explanations(tx: &mut Tx<'_>, round: RoundId) -> Result<Vec<Explanation>, DbError> {
    tx.all(
        "select p.part_id, p.follow_up_id, f.org_unit_id, p.kind, p.subject_id, p.title, p.needs, \
         p.causes, p.text, p.level, p.person_name, p.at, f.person_name, f.at, p.proposed_level, \
         p.reason, p.scale_level \
         from follow_ups f \
         join parts p on p.tenant = f.tenant and p.follow_up_id = f.follow_up_id \
         where f.tenant = $1 and f.round_id = $2 and f.state in ('submitted', 'approved') \
         and p.kind not in ('summary', 'question', 'forecast', 'assignment') and (p.text <> '' or p.causes <> '' or p.reason <> '') \
         order by p.title, p.part_id",
        params![round.bytes()],
        |row: &Row<'_>| {
            let person = row.text(10)?;
            let signed = !person.is_empty();
            Ok(Explanation {
                part: row.id(0)?,
                account: row.id(1)?,
                org_unit: row.id(2)?,
                kind: row.parsed(3)?,
                subject: row.maybe_id(4)?,
                title: row.text(5)?,
                needs: lines(&row.text(6)?),
                causes: lines(&row.text(7)?),
                text: row.text(8)?,
                level: row.text(9)?.parse().ok(),
                proposed: row.text(14)?.parse().ok(),
                reason: row.text(15)?,
                scale_level: row.text(16)?,
                person: if signed { person } else { row.text(12)? },
                at: row.int(if signed { 11 } else { 13 })?,
            })
        },
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

/// Keeps what a report stands on, so that what is corrected afterwards can be held against it.
/// Part of the write that keeps the report; a form sent twice changes nothing.
pub(super) fn insert_series(
    tx: &mut Tx<'_>,
    id: ReportId,
    frozen: &Frozen,
    stands: &[Stands],
) -> Result<u64, DbError> {
    tx.run_many(
        "insert into report_series (tenant, report_id, measure_id, org_unit_id, points, at) \
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
        stands.iter().map(|one| {
            vec![
                id.bytes().into(),
                one.measure.bytes().into(),
                frozen.org_unit.bytes().into(),
                one.points.as_str().into(),
                frozen.at.into(),
            ]
        }),
    )
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

/// Who froze a body's report in a round last, and when.
pub(super) fn frozen_in(
    tx: &mut Tx<'_>,
    org_unit: OrgUnitId,
    round: RoundId,
) -> Result<Option<(String, i64)>, DbError> {
    tx.one(
        "select person_name, at from reports \
         where tenant = $1 and org_unit_id = $2 and round_id = $3 order by at desc limit 1",
        params![org_unit.bytes(), round.bytes()],
        |row| Ok((row.text(0)?, row.int(1)?)),
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
