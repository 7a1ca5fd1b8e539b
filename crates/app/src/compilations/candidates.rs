//! What a body can quote: what the bodies under it have settled, with what they quote, and what
//! accounts say where no body in between does.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::Action;
use domain::elements::Structure;
use domain::followup::{AccountState, PartKind, Round, SourceKind};
use domain::ids::{CompilationId, FollowUpId, OrgUnitId, PartId};
use domain::organisation::OrgLevelKind;

use super::find::Found;
use super::store::{self, Compilation, Quote};
use crate::cx::Cx;
use crate::followup::store::{
    Account, Part, accounts_among, accounts_of_round, parts_among, told_of_accounts,
};
use crate::i18n::sort_key;
use crate::web::error::AppError;

/// Accounts whose texts are offered; a body over more quotes those in between.
const MOST_ACCOUNTS: usize = 60;

/// Something that can be quoted, or is.
#[derive(Clone)]
pub(super) struct Source {
    pub(super) kind: SourceKind,
    pub(super) id: [u8; 16],
    pub(super) version: i64,
    pub(super) origin: OrgUnitId,
    pub(super) through: Option<OrgUnitId>,
    pub(super) title: String,
    pub(super) text: String,
    pub(super) person_name: String,
    pub(super) at: i64,
}

/// All that is offered to those who write, by who wrote it: what has been settled below is theirs to
/// read. How many accounts more there are than those whose texts are offered stands beside.
pub(super) fn read(cx: &mut Cx<'_, '_>, found: &Found) -> Result<(Vec<Source>, usize), AppError> {
    let structure = cx.structure.clone();
    let settled = store::settled(cx.tx, found.round.id)?;
    let mut bodies: Vec<&Compilation> = Vec::new();
    let mut direct: Vec<OrgUnitId> = Vec::new();
    for below in below(&structure, found.org_unit) {
        descend(&structure, &settled, below, &mut bodies, &mut direct);
    }
    let mut sources: Vec<Source> = bodies.iter().map(|one| of_compilation(one)).collect();
    let ids: BTreeMap<CompilationId, OrgUnitId> =
        bodies.iter().map(|one| (one.id, one.org_unit)).collect();
    for quote in store::quotes_of(cx.tx, &ids.keys().copied().collect())? {
        sources.extend(ids.get(&quote.compilation).map(|body| through(&quote, *body)));
    }
    let (told, more) = of_accounts(cx, &found.round, &direct)?;
    sources.extend(told);
    let organisation = &structure.organisation;
    sources.sort_by_cached_key(|one| {
        let by = one.through.unwrap_or(one.origin);
        (
            sort_key(organisation.name(by)),
            one.through.is_some(),
            sort_key(organisation.name(one.origin)),
            one.title.clone(),
        )
    });
    let mut seen = BTreeSet::new();
    sources.retain(|one| seen.insert(one.id));
    Ok((sources, more))
}

/// Who reports to a body: those under it; to an executive board the other bodies beside it as well.
fn below(structure: &Structure, body: OrgUnitId) -> Vec<OrgUnitId> {
    let organisation = &structure.organisation;
    let mut all = organisation.children(body).to_vec();
    if let Some(unit) =
        organisation.get(body).filter(|unit| unit.kind == OrgLevelKind::ExecutiveBoard)
    {
        let beside = unit.parent.map(|parent| organisation.children(parent)).unwrap_or_default();
        all.extend(beside.iter().copied().filter(|one| *one != body));
    }
    all
}

/// What has been settled nearest below stands for all under it.
fn descend<'s>(
    structure: &Structure,
    settled: &'s BTreeMap<OrgUnitId, Compilation>,
    unit: OrgUnitId,
    bodies: &mut Vec<&'s Compilation>,
    direct: &mut Vec<OrgUnitId>,
) {
    if let Some(one) = settled.get(&unit) {
        bodies.push(one);
        return;
    }
    direct.push(unit);
    for below in structure.organisation.children(unit) {
        descend(structure, settled, *below, bodies, direct);
    }
}

fn of_compilation(one: &Compilation) -> Source {
    Source {
        kind: SourceKind::Compilation,
        id: one.id.bytes(),
        version: one.version,
        origin: one.org_unit,
        through: None,
        title: String::new(),
        text: one.text.clone(),
        person_name: one.person_name.clone(),
        at: one.at,
    }
}

fn through(quote: &Quote, body: OrgUnitId) -> Source {
    Source {
        kind: quote.source_kind,
        id: quote.source,
        version: quote.source_version,
        origin: quote.origin,
        through: Some(body),
        title: quote.title.clone(),
        text: quote.text.clone(),
        person_name: quote.person_name.clone(),
        at: quote.written_at,
    }
}

fn of_part(part: &Part, account: &Account) -> Source {
    let signed = !part.person_name.is_empty();
    Source {
        kind: SourceKind::Part,
        id: part.id.bytes(),
        version: part.text_version,
        origin: account.org_unit,
        through: None,
        title: if part.kind == PartKind::Summary { String::new() } else { part.title.clone() },
        text: part.text.clone(),
        person_name: if signed { part.person_name.clone() } else { account.person_name.clone() },
        at: if signed { part.at } else { account.at },
    }
}

/// What is written in accounts that are handed in, of what the visitor reads.
fn of_accounts(
    cx: &mut Cx<'_, '_>,
    round: &Round,
    units: &[OrgUnitId],
) -> Result<(Vec<Source>, usize), AppError> {
    let units: BTreeSet<OrgUnitId> =
        units.iter().copied().filter(|unit| cx.can(Action::ReadDrafts, *unit)).collect();
    if units.is_empty() {
        return Ok((Vec::new(), 0));
    }
    let mut handed_in = accounts_of_round(cx.tx, round.id)?;
    handed_in.retain(|one| one.state.is_handed_in() && units.contains(&one.org_unit));
    let organisation = &cx.structure.organisation;
    handed_in.sort_by_cached_key(|one| (sort_key(organisation.name(one.org_unit)), one.id));
    let more = handed_in.len().saturating_sub(MOST_ACCOUNTS);
    handed_in.truncate(MOST_ACCOUNTS);
    let accounts: BTreeMap<FollowUpId, Account> =
        handed_in.into_iter().map(|one| (one.id, one)).collect();
    let parts = told_of_accounts(cx.tx, &accounts.keys().copied().collect())?;
    let of = |part: &Part| accounts.get(&part.account).map(|account| of_part(part, account));
    Ok((parts.iter().filter_map(of).collect(), more))
}

/// What the sources of quotes say now; none of what is no longer handed in or settled.
pub(super) fn now(
    cx: &mut Cx<'_, '_>,
    quotes: &[Quote],
) -> Result<BTreeMap<[u8; 16], Source>, AppError> {
    let of = |kind: SourceKind| {
        quotes.iter().filter(move |one| one.source_kind == kind).map(|one| one.source)
    };
    let parts: BTreeSet<PartId> = of(SourceKind::Part).map(PartId::from).collect();
    let parts = parts_among(cx.tx, &parts)?;
    let accounts = parts.values().map(|part| part.account).collect();
    let accounts = accounts_among(cx.tx, &accounts)?;
    let mut now: BTreeMap<[u8; 16], Source> = BTreeMap::new();
    for (id, part) in parts {
        let account =
            accounts.get(&part.account).filter(|one| one.state != AccountState::NotStarted);
        if let Some(account) = account.filter(|one| one.state.is_handed_in()) {
            now.insert(id.bytes(), of_part(&part, account));
        }
    }
    let compilations = of(SourceKind::Compilation).map(CompilationId::from).collect();
    for (id, one) in store::compilations_among(cx.tx, &compilations)? {
        if one.state == domain::followup::CompilationState::Settled {
            now.insert(id.bytes(), of_compilation(&one));
        }
    }
    Ok(now)
}
