//! SQL of compilations and quotes.

use std::collections::{BTreeMap, BTreeSet};

use db::{DbError, Row, Tx, params};
use domain::followup::{CompilationState, SourceKind};
use domain::ids::{CompilationId, OrgUnitId, QuoteId, RoundId};
use serde::Serialize;
use serde_json::json;

use crate::cx::record;
use crate::elements::store::{among, ask};
use crate::web::error::AppError;

/// What a body says in a round.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Compilation {
    /// Identity.
    pub id: CompilationId,
    /// The round.
    pub round: RoundId,
    /// The body.
    pub org_unit: OrgUnitId,
    /// Where it stands.
    pub state: CompilationState,
    /// What the body says of its own.
    pub text: String,
    /// Who did the latest step.
    pub person_name: String,
    /// When, in microseconds since 1970 in UTC.
    pub at: i64,
    /// Raised by each change; 1 is the first.
    pub version: i64,
}

/// A text from below, at a version.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Quote {
    /// Identity.
    pub id: QuoteId,
    /// In what it is quoted.
    pub compilation: CompilationId,
    /// What is quoted.
    pub source_kind: SourceKind,
    /// The part or the compilation.
    pub source: [u8; 16],
    /// Its version when the words were taken.
    pub source_version: i64,
    /// The last version that the body has taken a stand on.
    pub seen_version: i64,
    /// Who wrote it.
    pub origin: OrgUnitId,
    /// The body below that quotes it too; none when it is quoted from where it was written.
    pub through: Option<OrgUnitId>,
    /// What it is about.
    pub title: String,
    /// The words as they stood.
    pub text: String,
    /// Whose they are.
    pub person_name: String,
    /// When they were written.
    pub written_at: i64,
    /// What the body says beside it.
    pub comment: String,
    /// Its place, from 0.
    pub position: i64,
    /// Raised by each change; 1 is the first.
    pub version: i64,
}

fn compilation_row(row: &Row<'_>) -> Result<Compilation, DbError> {
    Ok(Compilation {
        id: row.id(0)?,
        round: row.id(1)?,
        org_unit: row.id(2)?,
        state: row.parsed(3)?,
        text: row.text(4)?,
        person_name: row.text(5)?,
        at: row.int(6)?,
        version: row.int(7)?,
    })
}

/// What a body says in a round, if it has begun.
pub fn compilation(
    tx: &mut Tx<'_>,
    round: RoundId,
    org_unit: OrgUnitId,
) -> Result<Option<Compilation>, DbError> {
    tx.one(
        "select compilation_id, round_id, org_unit_id, state, text, person_name, at, version \
         from compilations where tenant = $1 and round_id = $2 and org_unit_id = $3",
        params![round.bytes(), org_unit.bytes()],
        compilation_row,
    )
}

/// What bodies have settled in a round, by body.
pub fn settled(
    tx: &mut Tx<'_>,
    round: RoundId,
) -> Result<BTreeMap<OrgUnitId, Compilation>, DbError> {
    let found = tx.all(
        "select compilation_id, round_id, org_unit_id, state, text, person_name, at, version \
         from compilations where tenant = $1 and round_id = $2 and state = 'settled'",
        params![round.bytes()],
        compilation_row,
    )?;
    Ok(found.into_iter().map(|one| (one.org_unit, one)).collect())
}

/// What a body has settled in a round, with its quotes; none while it is being written.
pub fn settled_of(
    tx: &mut Tx<'_>,
    round: RoundId,
    org_unit: OrgUnitId,
) -> Result<Option<(Compilation, Vec<Quote>)>, DbError> {
    let found = compilation(tx, round, org_unit)?;
    let Some(found) = found.filter(|one| one.state == CompilationState::Settled) else {
        return Ok(None);
    };
    let quotes = quotes_of(tx, &BTreeSet::from([found.id]))?;
    Ok(Some((found, quotes)))
}

/// The quotes of some compilations, in order.
pub fn quotes_of(
    tx: &mut Tx<'_>,
    compilations: &BTreeSet<CompilationId>,
) -> Result<Vec<Quote>, DbError> {
    let mut found = ask(
        tx,
        among!(
            "select quote_id, compilation_id, source_kind, source_id, source_version, \
             seen_version, origin_unit_id, through_unit_id, title, text, person_name, written_at, \
             comment, position, version from quotes where tenant = $1 and compilation_id"
        ),
        compilations.iter().map(|id| id.bytes()),
        |row| {
            Ok(Quote {
                id: row.id(0)?,
                compilation: row.id(1)?,
                source_kind: row.parsed(2)?,
                source: row.id(3)?,
                source_version: row.int(4)?,
                seen_version: row.int(5)?,
                origin: row.id(6)?,
                through: row.maybe_id(7)?,
                title: row.text(8)?,
                text: row.text(9)?,
                person_name: row.text(10)?,
                written_at: row.int(11)?,
                comment: row.text(12)?,
                position: row.int(13)?,
                version: row.int(14)?,
            })
        },
    )?;
    found.sort_by_key(|one| (one.compilation, one.position, one.id));
    Ok(found)
}

/// Keeps a new compilation.
pub fn insert_compilation(tx: &mut Tx<'_>, one: &Compilation) -> Result<(), AppError> {
    tx.run(
        "insert into compilations (tenant, compilation_id, round_id, org_unit_id, state, text, \
         person_name, at, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            one.id.bytes(),
            one.round.bytes(),
            one.org_unit.bytes(),
            one.state.code(),
            &one.text,
            &one.person_name,
            one.at,
            one.version
        ],
    )?;
    record(tx, "create", "compilation", one.id.bytes(), one.version, one)
}

/// Keeps a compilation after a change; its `version` has been raised by one.
pub fn update_compilation(
    tx: &mut Tx<'_>,
    action: &'static str,
    one: &Compilation,
) -> Result<(), AppError> {
    let changed = tx.run(
        "update compilations set state = $3, text = $4, person_name = $5, at = $6, version = $7 \
         where tenant = $1 and compilation_id = $2 and version = $7 - 1",
        params![one.id.bytes(), one.state.code(), &one.text, &one.person_name, one.at, one.version],
    )?;
    if changed == 0 {
        return Err(AppError::Stale);
    }
    record(tx, action, "compilation", one.id.bytes(), one.version, one)
}

/// Keeps a new quote; what is quoted already is let be.
pub fn insert_quote(tx: &mut Tx<'_>, one: &Quote) -> Result<(), AppError> {
    let kept = tx.run(
        "insert into quotes (tenant, quote_id, compilation_id, source_kind, source_id, \
         source_version, seen_version, origin_unit_id, through_unit_id, title, text, person_name, \
         written_at, comment, position, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, \
         $11, $12, $13, $14, $15, $16) on conflict do nothing",
        params![
            one.id.bytes(),
            one.compilation.bytes(),
            one.source_kind.code(),
            one.source,
            one.source_version,
            one.seen_version,
            one.origin.bytes(),
            one.through.map(OrgUnitId::bytes),
            &one.title,
            &one.text,
            &one.person_name,
            one.written_at,
            &one.comment,
            one.position,
            one.version
        ],
    )?;
    if kept == 0 {
        tx.leave_unaudited("it is quoted already");
        return Ok(());
    }
    record(tx, "quote", "quote", one.id.bytes(), one.version, one)
}

/// Keeps a quote after a change; its `version` has been raised by one.
pub fn update_quote(tx: &mut Tx<'_>, action: &'static str, one: &Quote) -> Result<(), AppError> {
    let changed = tx.run(
        "update quotes set source_version = $3, seen_version = $4, text = $5, person_name = $6, \
         written_at = $7, comment = $8, version = $9 \
         where tenant = $1 and quote_id = $2 and version = $9 - 1",
        params![
            one.id.bytes(),
            one.source_version,
            one.seen_version,
            &one.text,
            &one.person_name,
            one.written_at,
            &one.comment,
            one.version
        ],
    )?;
    if changed == 0 {
        return Err(AppError::Stale);
    }
    record(tx, action, "quote", one.id.bytes(), one.version, one)
}

/// Takes a quote away; its source stands.
pub fn delete_quote(tx: &mut Tx<'_>, one: &Quote) -> Result<(), AppError> {
    tx.run("delete from quotes where tenant = $1 and quote_id = $2", params![one.id.bytes()])?;
    let after = json!({ "compilation": one.compilation, "source_kind": one.source_kind });
    record(tx, "unquote", "quote", one.id.bytes(), one.version + 1, &after)
}

/// Settled texts of compilations, by identity, as they are now.
pub fn compilations_among(
    tx: &mut Tx<'_>,
    ids: &BTreeSet<CompilationId>,
) -> Result<BTreeMap<CompilationId, Compilation>, DbError> {
    let found = ask(
        tx,
        among!(
            "select compilation_id, round_id, org_unit_id, state, text, person_name, at, version \
             from compilations where tenant = $1 and compilation_id"
        ),
        ids.iter().map(|id| id.bytes()),
        compilation_row,
    )?;
    Ok(found.into_iter().map(|one| (one.id, one)).collect())
}
