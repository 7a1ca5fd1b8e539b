//! The list of judgements that differ from what was proposed or between stages, for those who lead
//! the follow-up and those who review it.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::Action;
use domain::elements::Structure;
use domain::ids::{ElementId, OrgUnitId};
use domain::periods::Period;

use super::store::Assessment;
use super::store::overrides::{self as store, After, Override};
use super::untold::Untold;
use crate::cx::Cx;
use crate::web::error::{Answer, AppError};

/// Rows to a page.
const PAGE_ROWS: usize = 200;
/// Rows read at a time.
const AT_ONCE: i64 = 500;
/// Most times that more are read for one page.
const MOST_READS: usize = 4;
/// Org units whose rows are asked for one by one; a larger part of the organisation is filtered.
const FEW_UNITS: usize = 96;

/// Which ways of differing are asked for.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Which {
    /// Both.
    #[default]
    All,
    /// From what was proposed.
    FromProposal,
    /// Between stages.
    BetweenStages,
}

impl Which {
    pub(super) const ALL: [Self; 3] = [Self::All, Self::FromProposal, Self::BetweenStages];

    pub(super) fn code(self) -> &'static str {
        match self {
            Self::All => "",
            Self::FromProposal => "forslag",
            Self::BetweenStages => "steg",
        }
    }

    fn is(self, one: &Override) -> bool {
        match self {
            Self::All => true,
            Self::FromProposal => one.differing.from_proposal,
            Self::BetweenStages => one.differing.between_stages,
        }
    }
}

/// What is asked for.
pub(super) struct Asked {
    pub(super) period: Option<Period>,
    pub(super) within: Option<OrgUnitId>,
    pub(super) which: Which,
    pub(super) after: Option<After>,
}

/// What is shown: judgements that differ, with all stages' of each, and where the next page begins.
pub(super) struct Found {
    pub(super) rows: Vec<Override>,
    pub(super) judgements: BTreeMap<ElementId, Vec<Assessment>>,
    pub(super) next: Option<After>,
}

impl Asked {
    fn of(cx: &Cx<'_, '_>) -> Self {
        let query = &cx.req.query;
        let which = Which::ALL.into_iter().find(|one| one.code() == query.text("slag"));
        let after = query.parsed::<i64>("fore").zip(query.parsed::<ElementId>("om"));
        Self {
            period: query.parsed("period"),
            within: query
                .parsed::<OrgUnitId>("enhet")
                .filter(|id| cx.structure.organisation.get(*id).is_some()),
            which: which.unwrap_or_default(),
            after,
        }
    }
}

/// Whether the visitor may read the list: who leads the follow-up somewhere, or reviews it.
pub fn reads_overrides(cx: &Cx<'_, '_>) -> bool {
    let may = |action| crate::app::may_somewhere(cx.visit, action);
    may(Action::Approve) || may(Action::Audit)
}

/// Shows the list.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    if !reads_overrides(cx) {
        return Err(AppError::Forbidden);
    }
    let asked = Asked::of(cx);
    let found = find(cx, &asked)?;
    let periods = store::periods(cx.tx)?;
    Ok(super::overrides_page::page(cx, &asked, &found, &periods))
}

fn find(cx: &mut Cx<'_, '_>, asked: &Asked) -> Answer<Found> {
    let structure = cx.structure.clone();
    let subtree = asked.within.map(|top| structure.organisation.subtree(top));
    let few = subtree.as_ref().filter(|units| units.len() <= FEW_UNITS);
    let inside: Option<BTreeSet<OrgUnitId>> =
        subtree.as_ref().map(|units| units.iter().copied().collect());
    let wanted = |one: &Override| {
        asked.which.is(one)
            && asked.period.is_none_or(|period| one.period == period)
            && inside.as_ref().is_none_or(|units| units.contains(&one.org_unit))
            // The picture of who reads has no drafts that they may not see.
            && structure.element(one.element).is_some()
    };
    let from = asked.after.unwrap_or((i64::MAX, ElementId::from([u8::MAX; 16])));
    let mut rows: Vec<Override>;
    let mut next;
    if let Some(units) = few {
        rows = store::of_org_units(cx.tx, units)?;
        rows.retain(|one| (one.at, one.element) < from && wanted(one));
        rows.sort_by_key(|one| std::cmp::Reverse((one.at, one.element)));
        next = None;
    } else {
        (rows, next) = (Vec::new(), Some(from));
        for _ in 0..MOST_READS {
            let Some(after) = next.filter(|_| rows.len() <= PAGE_ROWS) else { break };
            let (read, last) = whole_elements(read(cx, asked, after)?);
            rows.extend(read.into_iter().filter(&wanted));
            next = last;
        }
    }
    if let Some(end) = page_end(&rows) {
        rows.truncate(end);
        next = rows.last().map(|one| (one.at, one.element));
    }
    let elements: BTreeSet<ElementId> = rows.iter().map(|one| one.element).collect();
    let elements: Vec<ElementId> = elements.into_iter().collect();
    let mut judgements: BTreeMap<ElementId, Vec<Assessment>> = BTreeMap::new();
    for one in store::judgements_of(cx.tx, &elements)? {
        judgements.entry(one.element).or_default().push(one);
    }
    keep_untold(cx, &structure, asked.which, &mut rows, &mut judgements)?;
    Ok(Found { rows, judgements, next })
}

/// Says nothing of what was proposed where the visitor may not be told: that a judgement differs from
/// it is as much as the proposal. What differs in no other way is no part of the list then.
fn keep_untold(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    which: Which,
    rows: &mut Vec<Override>,
    judgements: &mut BTreeMap<ElementId, Vec<Assessment>>,
) -> Result<(), AppError> {
    let of_all = || judgements.values().flatten().filter(|one| one.proposed.is_some());
    let places: Vec<_> = of_all().map(|one| (one.element, one.org_unit)).collect();
    let untold = Untold::of_visitor(cx, structure, places)?;
    let keeps = |place, at| untold.keeps(place, cx.app.clock.local(at).date());
    for one in rows.iter_mut() {
        one.differing.from_proposal &= !keeps((one.element, one.org_unit), one.at);
    }
    rows.retain(|one| one.differing.differs() && which.is(one));
    for one in judgements.values_mut().flatten() {
        one.proposed = one.proposed.filter(|_| !keeps((one.element, one.org_unit), one.at));
    }
    Ok(())
}

fn read(cx: &mut Cx<'_, '_>, asked: &Asked, after: After) -> Result<Vec<Override>, AppError> {
    Ok(match asked.period {
        Some(period) => store::latest_for(cx.tx, period, after, AT_ONCE)?,
        None => store::latest(cx.tx, after, AT_ONCE)?,
    })
}

/// The rows read without those of the last element when more of it may follow, and where to go on.
fn whole_elements(mut rows: Vec<Override>) -> (Vec<Override>, Option<After>) {
    if i64::try_from(rows.len()).is_ok_and(|count| count < AT_ONCE) {
        return (rows, None);
    }
    let key = |one: &Override| (one.at, one.element);
    let last = rows.last().map(key);
    let whole = rows.iter().take_while(|one| Some(key(one)) != last).count();
    if whole > 0 {
        rows.truncate(whole);
    }
    let next = rows.last().map(key);
    (rows, next)
}

/// Where a page that is too long is cut: between two elements.
fn page_end(rows: &[Override]) -> Option<usize> {
    let beyond = rows.get(PAGE_ROWS)?;
    let key = |one: &Override| (one.at, one.element);
    let begins = rows.iter().take(PAGE_ROWS).take_while(|one| key(one) != key(beyond)).count();
    Some(if begins == 0 { PAGE_ROWS } else { begins })
}
