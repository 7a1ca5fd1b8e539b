//! How the collection goes: who has handed in, who has not, what is approved.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::Action;
use domain::followup::{AccountState, Round};
use domain::ids::{FollowUpId, OrgUnitId};
use maud::{Markup, html};

use super::behind::Behind;
use super::store::{self, Account, Returned};
use super::words::moment_words;
use super::{state_symbol, state_word, url};
use crate::cx::Cx;
use crate::i18n::sort_key;
use crate::web::error::AppError;
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

/// How the accounts of a round stand beyond their states.
pub(super) struct Standing {
    left: BTreeMap<FollowUpId, (i64, i64)>,
    returned: BTreeMap<FollowUpId, Vec<Returned>>,
    own: BTreeSet<FollowUpId>,
}

/// Reads it, from where the visitor stands.
pub(super) fn standing(cx: &mut Cx<'_, '_>, round: &Round) -> Result<Standing, AppError> {
    Ok(Standing {
        left: store::left_counts(cx.tx, round.id)?,
        returned: store::returned_in_round(cx.tx, round.id)?,
        own: store::handed_in_by(cx.tx, round.id, cx.person_id()?)?,
    })
}

impl Standing {
    /// What was sent back of an account and is not handed in again.
    pub(super) fn returned(&self, account: FollowUpId) -> &[Returned] {
        self.returned.get(&account).map_or(&[], Vec::as_slice)
    }

    /// Whether the visitor handed the account in and so cannot approve it.
    pub(super) fn is_own(&self, account: FollowUpId) -> bool {
        self.own.contains(&account)
    }

    fn words(&self, cx: &Cx<'_, '_>, account: &Account) -> String {
        let texts = cx.texts();
        let inside = cx.can(Action::ReadDrafts, account.org_unit);
        match (account.state, self.left.get(&account.id)) {
            (AccountState::Draft, Some((left, all))) => {
                if inside && !self.returned(account.id).is_empty() {
                    texts.followup_returned_progress(*all, all - left)
                } else {
                    texts.followup_draft_progress(*all, all - left)
                }
            }
            (AccountState::Submitted, _) if self.is_own(account.id) => {
                texts.followup_handed_in_by_you().to_owned()
            }
            (state, _) => state_word(texts, state).to_owned(),
        }
    }
}

/// Most rows of a table on one page.
const MOST: usize = 200;

/// The accounts as a table: whose, state, by whom and when. Names lead on where the visitor reaches.
pub(super) fn table(
    cx: &Cx<'_, '_>,
    id: &str,
    accounts: &[Account],
    standing: &Standing,
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
            let state = standing.words(cx, account);
            let when = if account.at == 0 { String::new() } else { moment_words(cx.app, texts, account.at) };
            Row::new(vec![
                html! { @if reaches(account) { a href=(url(account.id)) { (name) } } @else { (name) } },
                html! {
                    (status(state_symbol(account.state), &state))
                    @if !when.is_empty() { small.narrow-only { (account.person_name) ", " (when) } }
                },
                html! { (account.person_name) },
                html! { (when) },
            ])
        })
        .collect();
    let columns = vec![
        Column::text(texts.followup_column_unit()),
        Column::text(texts.followup_column_state()),
        Column::text(texts.followup_column_who()).wide_only(),
        Column::text(texts.followup_column_when()).wide_only(),
    ];
    html! { (Table::new(id, texts.followup_collection(), columns, rows).hide_caption()) }
}

/// Names of org units in a sentence; of more it says how many.
const MOST_NAMES: usize = 12;

/// Which org units are heard here, since goals of theirs answer to goals here, and counted elsewhere.
pub(super) fn heard_elsewhere(cx: &Cx<'_, '_>, behind: &Behind) -> Markup {
    let (texts, organisation) = (cx.texts(), &cx.structure.organisation);
    let others = behind.accounts.keys().filter(|unit| !behind.counts(**unit));
    let mut names: Vec<&str> = others.map(|unit| organisation.name(*unit)).collect();
    if names.is_empty() {
        return html! {};
    }
    names.sort_by_cached_key(|name| sort_key(name));
    let count = i64::try_from(names.len()).unwrap_or(i64::MAX);
    let listed = (names.len() <= MOST_NAMES).then(|| names.join(", "));
    html! {
        p.fine {
            (texts.followup_heard_elsewhere(count))
            @if let Some(listed) = listed { " " (listed) "." }
        }
    }
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
