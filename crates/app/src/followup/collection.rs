//! How the collection goes: who has handed in, who has not, what is approved.

use std::collections::BTreeMap;

use domain::followup::AccountState;
use domain::ids::{FollowUpId, OrgUnitId};
use maud::{Markup, html};

use super::store::Account;
use super::words::moment_words;
use super::{state_symbol, state_word, url};
use crate::cx::Cx;
use crate::i18n::sort_key;
use crate::web::ui::{Column, Row, Table, status};

/// Accounts by state.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Counts {
    pub(super) not_started: usize,
    pub(super) draft: usize,
    pub(super) submitted: usize,
    pub(super) approved: usize,
}

impl Counts {
    /// Counts accounts.
    pub(super) fn of<'a>(accounts: impl IntoIterator<Item = &'a Account>) -> Self {
        let mut counts = Self::default();
        for account in accounts {
            match account.state {
                AccountState::NotStarted => counts.not_started += 1,
                AccountState::Draft => counts.draft += 1,
                AccountState::Submitted => counts.submitted += 1,
                AccountState::Approved => counts.approved += 1,
            }
        }
        counts
    }

    /// All of them.
    pub(super) fn all(self) -> usize {
        self.not_started + self.draft + self.submitted + self.approved
    }

    /// Handed in, approved ones included.
    pub(super) fn handed_in(self) -> usize {
        self.submitted + self.approved
    }
}

/// Most rows of a table on one page.
const MOST: usize = 200;

/// The accounts as a table: whose, state, by whom and when. Names lead on where the visitor reaches.
pub(super) fn table(
    cx: &Cx<'_, '_>,
    id: &str,
    accounts: &[Account],
    left: &BTreeMap<FollowUpId, (i64, i64)>,
    reaches: impl Fn(&Account) -> bool,
) -> Markup {
    let texts = cx.texts();
    let organisation = &cx.structure.organisation;
    let mut sorted: Vec<&Account> = accounts.iter().collect();
    sorted.sort_by_cached_key(|account| {
        (rank(account.state), sort_key(organisation.name(account.org_unit)))
    });
    let rows = sorted
        .iter()
        .take(MOST)
        .map(|account| {
            let name = organisation.name(account.org_unit);
            let state = match left.get(&account.id) {
                Some((left, all)) if account.state == AccountState::Draft => {
                    texts.followup_draft_progress(*all, all - left)
                }
                _ => state_word(texts, account.state).to_owned(),
            };
            let when = if account.at == 0 { String::new() } else { moment_words(cx.app, texts, account.at) };
            Row::new(vec![
                html! { @if reaches(account) { a href=(url(account.id)) { (name) } } @else { (name) } },
                status(state_symbol(account.state), &state),
                html! { (account.person_name) },
                html! { (when) },
            ])
        })
        .collect();
    let columns = vec![
        Column::text(texts.followup_column_unit()),
        Column::text(texts.followup_column_state()),
        Column::text(texts.followup_column_who()),
        Column::text(texts.followup_column_when()),
    ];
    html! { (Table::new(id, texts.followup_collection(), columns, rows).hide_caption()) }
}

/// What waits for somebody stands first.
fn rank(state: AccountState) -> u8 {
    match state {
        AccountState::Submitted => 0,
        AccountState::Draft => 1,
        AccountState::NotStarted => 2,
        AccountState::Approved => 3,
    }
}

/// The bodies right under the top of the tree, each with its accounts.
pub(super) fn by_body(cx: &Cx<'_, '_>, accounts: &[Account]) -> Vec<(OrgUnitId, Counts)> {
    let organisation = &cx.structure.organisation;
    let mut bodies: BTreeMap<OrgUnitId, Vec<&Account>> = BTreeMap::new();
    for account in accounts {
        let way = organisation.ancestors(account.org_unit);
        let body = way
            .len()
            .checked_sub(2)
            .and_then(|at| way.get(at))
            .copied()
            .unwrap_or(account.org_unit);
        bodies.entry(body).or_default().push(account);
    }
    let mut counted: Vec<_> =
        bodies.into_iter().map(|(body, accounts)| (body, Counts::of(accounts))).collect();
    counted.sort_by_cached_key(|(body, _)| sort_key(organisation.name(*body)));
    counted
}
