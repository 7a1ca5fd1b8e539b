//! How far the collection of accounts has come, by the administration they belong to.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chart::{Caption, Theme, ThreadLine};
use domain::elements::Mark;
use domain::followup::{AccountState, Round};
use domain::ids::{FollowUpId, OrgUnitId};
use domain::organisation::{OrgLevelKind, Organisation};
use maud::{Markup, PreEscaped, html};

use super::{many, nth_id};
use crate::cx::Cx;
use crate::followup::store::{
    Account, Returned, accounts_of_round, handed_in_by, returned_in_round,
};
use crate::i18n::{Texts, sort_key};
use crate::web::error::AppError;
use crate::web::ui::{Column, Row, Table};

/// The accounts of a round within a part of the organisation.
pub(super) struct Collection {
    pub(super) round: Round,
    kept: Arc<Accounts>,
    /// Those that the visitor handed in, which somebody else approves.
    own: BTreeSet<FollowUpId>,
    /// What was sent back and is not handed in again.
    returned: BTreeMap<FollowUpId, Vec<Returned>>,
    /// Its place among the cards of the page.
    pub(super) nth: usize,
}

/// Knots on the thread of all, and on that of each administration.
const ALL_KNOTS: usize = 60;
const KNOTS: usize = 30;

/// The accounts by the name of the org unit, and what they come to.
struct Accounts {
    mark: Mark,
    all: Vec<Account>,
    handed_in: usize,
    /// Handed in and all, by the administration they belong to, in order of its name.
    administrations: Vec<(OrgUnitId, usize, usize)>,
}

/// Rounds with a card of their own; the others are on the page of following up.
const MOST: usize = 3;

/// The accounts under an org unit in each open round, itself left out, the round due first before
/// the others.
pub(super) fn collections(
    cx: &mut Cx<'_, '_>,
    rounds: &[Round],
    top: OrgUnitId,
) -> Result<Vec<Collection>, AppError> {
    let mut all = Vec::new();
    for round in rounds.iter().take(MOST) {
        all.extend(collection(cx, round, (top, false), all.len())?);
    }
    Ok(all)
}

/// The same with the org unit's own account: what stands behind its report.
pub(super) fn collections_behind(
    cx: &mut Cx<'_, '_>,
    rounds: &[Round],
    top: OrgUnitId,
) -> Result<Vec<Collection>, AppError> {
    let mut all = Vec::new();
    for round in rounds.iter().take(MOST) {
        all.extend(collection(cx, round, (top, true), all.len())?);
    }
    Ok(all)
}

fn collection(
    cx: &mut Cx<'_, '_>,
    round: &Round,
    (top, with_own): (OrgUnitId, bool),
    nth: usize,
) -> Result<Option<Collection>, AppError> {
    let over = [&round.id.bytes()[..], &top.bytes()[..], &[u8::from(with_own)][..]].concat();
    let mark = cx.structure.mark_of_organisation();
    let holds = |kept: &Accounts| kept.mark == mark;
    let kept = cx.kept(&over, holds, |cx| {
        let organisation = &cx.structure.organisation;
        let mut all = accounts_of_round(cx.tx, round.id)?;
        all.retain(|account| {
            (with_own || account.org_unit != top) && organisation.is_within(account.org_unit, top)
        });
        Ok(Accounts::of(mark.clone(), organisation, all))
    })?;
    let (own, returned) = (BTreeSet::new(), BTreeMap::new());
    Ok((!kept.all.is_empty()).then_some(Collection {
        round: round.clone(),
        kept,
        own,
        returned,
        nth,
    }))
}

impl Accounts {
    fn of(mark: Mark, organisation: &Organisation, mut all: Vec<Account>) -> Self {
        all.sort_by_cached_key(|account| sort_key(organisation.name(account.org_unit)));
        let handed_in = all.iter().filter(|account| account.state.is_handed_in()).count();
        let mut groups: BTreeMap<OrgUnitId, (usize, usize)> = BTreeMap::new();
        for account in &all {
            let counts = groups.entry(collector(organisation, account.org_unit)).or_default();
            counts.0 += usize::from(account.state.is_handed_in());
            counts.1 += 1;
        }
        let mut administrations: Vec<_> =
            groups.into_iter().map(|(id, (done, all))| (id, done, all)).collect();
        administrations.sort_by_cached_key(|(id, ..)| sort_key(organisation.name(*id)));
        Self { mark, all, handed_in, administrations }
    }
}

/// What an account is collected by: its administration, else the nearest above.
fn collector(organisation: &Organisation, org_unit: OrgUnitId) -> OrgUnitId {
    organisation
        .nearest(org_unit, OrgLevelKind::Administration)
        .or_else(|| organisation.ancestors(org_unit).first().copied())
        .unwrap_or(org_unit)
}

impl Collection {
    /// With what one who approves has to know: what was sent back, and what somebody else approves.
    pub(super) fn led(self, cx: &mut Cx<'_, '_>) -> Result<Self, AppError> {
        let own = handed_in_by(cx.tx, self.round.id, cx.person_id()?)?;
        let returned = returned_in_round(cx.tx, self.round.id)?;
        Ok(Self { own, returned, ..self })
    }

    /// How many have been handed in, of how many.
    pub(super) fn handed_in(&self) -> (usize, usize) {
        (self.kept.handed_in, self.kept.all.len())
    }

    /// The accounts in a state.
    pub(super) fn in_state(&self, state: AccountState) -> impl Iterator<Item = &Account> {
        self.kept.all.iter().filter(move |account| account.state == state)
    }

    /// The accounts that wait for the visitor to read and approve.
    pub(super) fn to_approve(&self) -> impl Iterator<Item = &Account> {
        self.in_state(AccountState::Submitted).filter(|account| !self.own.contains(&account.id))
    }

    /// What was sent back of an account and is not handed in again.
    pub(super) fn returned(&self, account: FollowUpId) -> Option<&Returned> {
        self.returned.get(&account)?.first()
    }

    /// All accounts as knots on one thread.
    pub(super) fn knots(&self, texts: Texts) -> Markup {
        let (done, all) = self.handed_in();
        let caption = Caption {
            // The threads of the administrations are numbered after the first.
            id: if self.nth == 0 {
                "insamling".to_owned()
            } else {
                nth_id("insamling-omgang", self.nth)
            },
            title: texts.home_accounts_done(all, done),
            desc: String::new(),
        };
        let (done, all) = few(done, all, ALL_KNOTS);
        PreEscaped(ThreadLine::progress(caption, done, all).svg(Theme::Screen))
    }

    /// One thread of knots for each administration.
    pub(super) fn by_administration(&self, texts: Texts, organisation: &Organisation) -> Markup {
        let administrations = self.kept.administrations.iter();
        let rows = administrations
            .enumerate()
            .map(|(index, &(id, done, all))| {
                let words = texts.home_of(all, done);
                Row::new(vec![
                    html! { (organisation.name(id)) },
                    html! { (knots(&format!("insamling-{index}"), words.clone(), done, all)) },
                    html! { (words) },
                ])
            })
            .collect();
        let columns =
            [texts.home_administration(), texts.home_progress(), texts.home_handed_in_count()];
        let columns = columns.map(Column::text).to_vec();
        html! { (Table { hide_caption: true, ..Table::new("insamling-tabell", texts.home_collection(), columns, rows) }) }
    }
}

/// Knots that can still be told apart; of very many each stands for several.
fn few(done: usize, all: usize, most: usize) -> (usize, usize) {
    if all <= most { (done, all) } else { (done * most / all, most) }
}

fn knots(id: &str, title: String, done: usize, all: usize) -> Markup {
    let (done, all) = few(done, all, KNOTS);
    let line =
        ThreadLine::progress(Caption { id: id.to_owned(), title, desc: String::new() }, done, all);
    html! { div.knots { (PreEscaped(line.svg(Theme::Screen))) } }
}

/// How many accounts wait, in words: what nobody has begun is said first.
pub(super) fn waiting(texts: Texts, collection: &Collection) -> String {
    let count = |state| many(collection.in_state(state).count());
    match (count(AccountState::NotStarted), count(AccountState::Draft)) {
        (0, 0) => texts.home_none_left().to_owned(),
        (none, writing) => texts.home_waiting(none, writing),
    }
}
