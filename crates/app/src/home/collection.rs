//! How far the collection of accounts has come, by the administration they belong to.

use std::collections::BTreeMap;
use std::sync::Arc;

use chart::{Caption, Theme, ThreadLine};
use domain::elements::Mark;
use domain::followup::{AccountState, Round};
use domain::ids::OrgUnitId;
use domain::organisation::{OrgLevelKind, Organisation};
use maud::{Markup, PreEscaped, html};

use super::many;
use crate::cx::Cx;
use crate::followup::store::{Account, accounts_of_round};
use crate::i18n::{Texts, sort_key};
use crate::web::error::AppError;
use crate::web::ui::{Column, Row, Table};

/// Accounts in each list; the rest are on the page of the round.
pub(super) const MOST: usize = 8;

/// Knots on the thread of all, and on that of each administration.
const ALL_KNOTS: usize = 60;
const KNOTS: usize = 30;

/// The accounts of a round within a part of the organisation: how many, and the first of them.
pub(super) struct Collection {
    pub(super) round: Round,
    sums: Arc<Sums>,
}

/// What the accounts come to.
struct Sums {
    mark: Mark,
    counts: BTreeMap<AccountState, usize>,
    first: BTreeMap<AccountState, Vec<Account>>,
    /// Handed in and all, by the administration they belong to, in order of its name.
    administrations: Vec<(OrgUnitId, usize, usize)>,
}

/// The accounts under an org unit, itself left out; none when no round is open.
pub(super) fn collection(
    cx: &mut Cx<'_, '_>,
    top: OrgUnitId,
) -> Result<Option<Collection>, AppError> {
    let Some(round) = super::open_round(cx)? else { return Ok(None) };
    let over = [round.id.bytes(), top.bytes()].concat();
    let mark = cx.structure.mark_of_organisation();
    let sums = cx.kept(
        &over,
        |sums: &Sums| sums.mark == mark,
        |cx| {
            let organisation = &cx.structure.organisation;
            let mut accounts = accounts_of_round(cx.tx, round.id)?;
            accounts.retain(|account| {
                account.org_unit != top && organisation.is_within(account.org_unit, top)
            });
            accounts.sort_by_cached_key(|account| sort_key(organisation.name(account.org_unit)));
            Ok(Sums::of(mark.clone(), organisation, accounts))
        },
    )?;
    let collection = Collection { round, sums };
    Ok((collection.handed_in().1 > 0).then_some(collection))
}

impl Sums {
    fn of(mark: Mark, organisation: &Organisation, accounts: Vec<Account>) -> Self {
        let (counts, first) = (BTreeMap::new(), BTreeMap::new());
        let mut sums = Self { mark, counts, first, administrations: Vec::new() };
        let mut groups: BTreeMap<OrgUnitId, (usize, usize)> = BTreeMap::new();
        for account in accounts {
            *sums.counts.entry(account.state).or_default() += 1;
            let group = groups.entry(collector(organisation, account.org_unit)).or_default();
            group.0 += usize::from(account.state.is_handed_in());
            group.1 += 1;
            let first = sums.first.entry(account.state).or_default();
            if first.len() < MOST {
                first.push(account);
            }
        }
        sums.administrations =
            groups.into_iter().map(|(id, (done, all))| (id, done, all)).collect();
        sums.administrations.sort_by_cached_key(|(id, ..)| sort_key(organisation.name(*id)));
        sums
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
    /// How many have been handed in, of how many.
    pub(super) fn handed_in(&self) -> (usize, usize) {
        let handed_in = self.sums.counts.iter().filter(|(state, _)| state.is_handed_in());
        (handed_in.map(|(_, count)| count).sum(), self.sums.counts.values().sum())
    }

    /// How many accounts are in a state.
    pub(super) fn count(&self, state: AccountState) -> usize {
        self.sums.counts.get(&state).copied().unwrap_or(0)
    }

    /// The first accounts in a state, by the name of the org unit.
    pub(super) fn first(&self, state: AccountState) -> &[Account] {
        self.sums.first.get(&state).map_or(&[], Vec::as_slice)
    }

    /// All accounts as knots on one thread.
    pub(super) fn knots(&self, texts: Texts) -> Markup {
        let (done, all) = self.handed_in();
        let caption = Caption {
            id: "insamling".to_owned(),
            title: texts.home_accounts_done(all, done),
            desc: String::new(),
        };
        let (done, all) = few(done, all, ALL_KNOTS);
        PreEscaped(ThreadLine::progress(caption, done, all).svg(Theme::Screen))
    }

    /// One thread of knots for each administration.
    pub(super) fn by_administration(&self, texts: Texts, organisation: &Organisation) -> Markup {
        let administrations = self.sums.administrations.iter();
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
    let count = |state| many(collection.count(state));
    texts.home_waiting(count(AccountState::NotStarted), count(AccountState::Draft))
}
