//! What a body's org units have judged: per goal, quoted with origin, and how the collection goes.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::Action;
use domain::elements::{Element, Structure};
use domain::ids::{FollowUpId, OrgUnitId};
use domain::steering::Role;
use maud::{Markup, html};

use super::collection::{Counts, standing, table};
use super::reach::reach;
use super::store::{self, Account, Part};
use super::words::{level_symbol, level_word, moment_words};
use super::{at_hand, state_symbol, state_word, url};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::sort_key;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Button, Link, PageHead, ReviewRow, button_link, details_section, empty_state, page_header,
    quote, review_list, section, status,
};

/// The page before the first round.
fn without_round(cx: &Cx<'_, '_>, name: &str) -> Response {
    let texts = cx.texts();
    let head = PageHead { title: name.to_owned(), ..PageHead::default() };
    let body = html! {
        div.wrap.page {
            (page_header(&head))
            (empty_state(texts.followup_no_round(), texts.followup_no_round_text(), None))
        }
    };
    cx.page(name, Nav::FollowUp, &body)
}

struct Body<'a, 'x, 'c> {
    cx: &'a Cx<'x, 'c>,
    accounts: BTreeMap<OrgUnitId, &'a Account>,
    /// The judged goals of the accounts that are handed in and that the visitor may open.
    judged: &'a BTreeMap<FollowUpId, Vec<Part>>,
}

/// Shows a body's page for the round at hand.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let org_unit: OrgUnitId = cx.req.param("org").or_not_found()?;
    let structure = cx.structure.clone();
    let organisation = &structure.organisation;
    organisation.get(org_unit).or_not_found()?;
    (!cx.is_provider_elsewhere(org_unit)).then_some(()).or_not_found()?;
    let Some(round) = at_hand(cx)?.shown().cloned() else {
        return Ok(without_round(cx, organisation.name(org_unit)));
    };
    let accounts = store::accounts_of_round(cx.tx, round.id)?;
    let standing = standing(cx, &round)?;
    let goals = goals_of(&structure, org_unit);
    let owners = owners_under(&structure, &goals);
    let judged = judged_by(cx, &owners, &accounts)?;
    let under: Vec<Account> = accounts
        .iter()
        .filter(|account| {
            organisation.is_within(account.org_unit, org_unit) || owners.contains(&account.org_unit)
        })
        .cloned()
        .collect();
    let texts = cx.texts();
    let counts = Counts::of(&under);
    let count = |number: usize| i64::try_from(number).unwrap_or(0);
    let name = organisation.name(org_unit);
    let head = PageHead {
        eyebrow: round.title.clone(),
        title: name.to_owned(),
        lead: texts.followup_body_lead(
            count(counts.all()),
            count(counts.approved),
            count(counts.handed_in()),
        ),
        end: Some(button_link(
            Button::Primary,
            &format!("/rapport/{org_unit}"),
            texts.followup_whole_report(),
        )),
    };
    let page = {
        let body = Body {
            cx,
            accounts: accounts.iter().map(|account| (account.org_unit, account)).collect(),
            judged: &judged,
        };
        html! {
            div.wrap.page {
                (page_header(&head))
                @if goals.is_empty() {
                    (empty_state(texts.followup_no_goals(), texts.followup_no_goals_text(), None))
                }
                @for goal in &goals { (body.goal(goal)) }
                (section("insamlingen", texts.followup_collection(), "",
                    &table(cx, "rapporter", &under, &standing, |account| may_open(cx, account))))
            }
        }
    };
    Ok(cx.page(name, Nav::FollowUp, &page))
}

/// The goals of a body by number, then title.
fn goals_of(structure: &Structure, org_unit: OrgUnitId) -> Vec<&Element> {
    let mut goals: Vec<&Element> = structure
        .owned_by(org_unit)
        .map(AsRef::as_ref)
        .filter(|element: &&Element| element.role == Role::Goal)
        .collect();
    goals.sort_by_cached_key(|goal| {
        (goal.number.parse::<u32>().unwrap_or(u32::MAX), sort_key(&goal.title))
    });
    goals
}

/// The org units whose goals answer to these.
fn owners_under(structure: &Structure, goals: &[&Element]) -> BTreeSet<OrgUnitId> {
    let children = goals.iter().flat_map(|goal| structure.children_with(goal.id, Role::Goal));
    children.map(|child| child.owner).collect()
}

/// What these org units have judged in accounts that are handed in and that the visitor may open.
fn judged_by(
    cx: &mut Cx<'_, '_>,
    owners: &BTreeSet<OrgUnitId>,
    accounts: &[Account],
) -> Answer<BTreeMap<FollowUpId, Vec<Part>>> {
    let quoted: BTreeSet<FollowUpId> = accounts
        .iter()
        .filter(|account| owners.contains(&account.org_unit))
        .filter(|account| account.state.is_handed_in() && may_open(cx, account))
        .map(|account| account.id)
        .collect();
    Ok(store::goals_of_accounts(cx.tx, &quoted)?)
}

/// Whether the visitor may open the account.
fn may_open(cx: &Cx<'_, '_>, account: &Account) -> bool {
    let reach = reach(cx, account);
    reach.drafts
        || reach.write
        || (account.state.is_handed_in() && cx.can(Action::ReadThread, account.org_unit))
}

impl Body<'_, '_, '_> {
    fn goal(&self, goal: &Element) -> Markup {
        let texts = self.cx.texts();
        let children = self.cx.structure.children_with(goal.id, Role::Goal);
        let mut quoted = Vec::new();
        let mut waiting = Vec::new();
        for child in &children {
            let account = self.accounts.get(&child.owner).copied();
            match account.and_then(|account| Some((account, self.part_of(account, child)?))) {
                Some((account, part)) => quoted.push((account, part)),
                None => waiting.push((child, account)),
            }
        }
        let count = |number: usize| i64::try_from(number).unwrap_or(0);
        let note = texts.followup_goal_note(count(children.len()), count(quoted.len()));
        let body = html! {
            @if children.is_empty() { p.soft { (texts.followup_goal_alone()) } }
            @if !quoted.is_empty() {
                (review_list(&quoted.iter().map(|(account, part)| self.judgement(account, part)).collect::<Vec<_>>()))
            }
            @if !waiting.is_empty() {
                (details_section(None, &texts.followup_not_said(count(waiting.len())), "", false, &html! {
                    ul {
                        @for (child, account) in &waiting {
                            li {
                                (self.cx.structure.organisation.name(child.owner)) ". "
                                @if let Some(account) = account {
                                    (status(state_symbol(account.state), state_word(texts, account.state)))
                                } @else { (texts.followup_does_not_report()) }
                            }
                        }
                    }
                }))
            }
        };
        section(&format!("mal-{}", goal.id), &goal.title, &note, &body)
    }

    fn part_of(&self, account: &Account, goal: &Element) -> Option<&Part> {
        self.judged.get(&account.id)?.iter().find(|part| part.subject == Some(goal.id))
    }

    fn judgement(&self, account: &Account, part: &Part) -> ReviewRow {
        let texts = self.cx.texts();
        let name = self.cx.structure.organisation.name(account.org_unit);
        let at = if part.at == 0 { account.at } else { part.at };
        let who =
            if part.person_name.is_empty() { &account.person_name } else { &part.person_name };
        let origin = html! { (name) ", " (who) ", " (moment_words(self.cx.app, texts, at)) };
        let answer = html! {
            p { b { (part.title) } }
            @if let Some(level) = part.level {
                p {
                    (status(level_symbol(level), level_word(texts, part.kind, level)))
                    @if let Some(proposed) = part.proposed.filter(|proposed| *proposed != level) {
                        span.fine { " " (texts.followup_proposed_was(level_word(texts, part.kind, proposed))) }
                    }
                }
            }
            @if part.words().is_empty() { p.soft { (origin) } } @else { (quote(part.words(), &origin)) }
        };
        let address = format!("{}/las", url(account.id));
        let change = Some(Link::new(address, texts.followup_read_account()));
        ReviewRow { title: name.to_owned(), answer, change }
    }
}
