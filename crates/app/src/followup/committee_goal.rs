//! A goal on a body's page: what the body and its org units have judged of it, with origin.

use std::collections::BTreeMap;

use domain::elements::Element;
use domain::ids::{ElementId, OrgUnitId};
use domain::steering::Role;
use maud::{Markup, html};

use super::behind::Behind;
use super::body_proposals::Proposals;
use super::committee::may_open;
use super::store::{Account, Part};
use super::words::{level_symbol, level_word, moment_words};
use super::{state_symbol, state_word, url};
use crate::cx::Cx;
use crate::web::ui::{Link, ReviewRow, details_section, quote, review_list, section, status};

/// Where the body's own judgement of a goal stands.
enum Own<'a> {
    /// Handed in.
    Judged(Box<ReviewRow>),
    /// The body gives an account, and has not judged the goal in one that is handed in.
    PartQuestion(&'a Account),
    /// The body gives no account of its own in the round.
    NotAsked,
}

pub(super) struct Body<'a, 'x, 'c> {
    pub(super) cx: &'a Cx<'x, 'c>,
    pub(super) behind: &'a Behind,
    pub(super) proposals: &'a Proposals,
}

impl Body<'_, '_, '_> {
    /// A goal with what is judged of it.
    pub(super) fn goal(&self, goal: &Element) -> Markup {
        let texts = self.cx.texts();
        let mut units: BTreeMap<OrgUnitId, Vec<ElementId>> = BTreeMap::new();
        for child in self.behind.structure.children_with(goal.id, Role::Goal) {
            units.entry(child.owner).or_default().push(child.id);
        }
        let (mut judged, mut silent, mut waiting) = (Vec::new(), Vec::new(), Vec::new());
        let mut quoted = Vec::new();
        for (unit, goals) in &units {
            let account = self.behind.accounts.get(unit);
            let parts = goals.iter().filter_map(|id| self.behind.judged.get(id));
            let before = quoted.len();
            // The account may be that of an org unit whose goals this one has taken over.
            quoted.extend(
                parts.filter_map(|part| Some(self.judgement(self.behind.account_of(part)?, part))),
            );
            match account {
                _ if quoted.len() > before => judged.push(*unit),
                Some(account) if !account.state.is_handed_in() => waiting.push(*unit),
                _ => silent.push(*unit),
            }
        }
        let count = |number: usize| i64::try_from(number).unwrap_or(0);
        let own = self.own_judgement(goal);
        let note = match &own {
            Own::Judged(_) if units.is_empty() => texts.followup_goal_own(self.body_name(goal)),
            _ if units.is_empty() => String::new(),
            _ => texts.followup_goal_note(count(units.len()), count(judged.len())),
        };
        let body = html! {
            (self.proposals.of_goal(self.cx, goal))
            @match &own {
                Own::Judged(row) => (review_list(std::slice::from_ref(&**row))),
                Own::PartQuestion(account) => p.soft {
                    (self.body_name(goal)) ". "
                    (status(state_symbol(account.state), state_word(texts, account.state)))
                }
                Own::NotAsked if units.is_empty() => p.soft { (texts.followup_goal_alone()) }
                Own::NotAsked => {}
            }
            @if !quoted.is_empty() { (review_list(&quoted)) }
            @if !waiting.is_empty() {
                (self.folded(&texts.followup_not_said(count(waiting.len())), &waiting))
            }
            @if !silent.is_empty() {
                (self.folded(&texts.followup_not_judged(count(silent.len())), &silent))
            }
        };
        section(&format!("mal-{}", goal.id), &goal.title, &note, &body)
    }

    fn body_name(&self, goal: &Element) -> &str {
        self.behind.structure.organisation.name(goal.owner)
    }

    /// What the body itself has said of its goal, where it gives an account of its own.
    fn own_judgement(&self, goal: &Element) -> Own<'_> {
        let judged = self.behind.judged.get(&goal.id);
        let judged = judged.and_then(|part| Some((self.behind.account_of(part)?, part)));
        match (judged, self.behind.accounts.get(&goal.owner)) {
            (Some((account, part)), _) => Own::Judged(Box::new(self.judgement(account, part))),
            (None, Some(account)) => Own::PartQuestion(account),
            (None, None) => Own::NotAsked,
        }
    }

    /// Org units with where their accounts stand.
    fn folded(&self, title: &str, units: &[OrgUnitId]) -> Markup {
        let texts = self.cx.texts();
        let list = html! {
            ul {
                @for unit in units {
                    li {
                        (self.behind.structure.organisation.name(*unit)) ". "
                        @if let Some(account) = self.behind.accounts.get(unit) {
                            (status(state_symbol(account.state), state_word(texts, account.state)))
                        } @else { (texts.followup_does_not_report()) }
                    }
                }
            }
        };
        details_section(None, title, "", false, &list)
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
                    (status(level_symbol(level), &level_word(texts, &self.cx.structure, part, (level, &part.scale_level))))
                    @if let Some(proposed) = part.proposed.filter(|proposed| *proposed != level) {
                        span.fine { " " (texts.followup_proposed_was(level_word(texts, &self.cx.structure, part, (proposed, "")))) }
                    }
                }
            }
            @if !part.reason.is_empty() { p.soft { (texts.followup_because(&part.reason)) } }
            @if part.words().is_empty() { p.soft { (origin) } } @else { (quote(part.words(), &origin)) }
        };
        let change = may_open(self.cx, account).then(|| {
            let address = format!("{}/las", url(account.id));
            Link::new(address, texts.followup_read_account())
        });
        ReviewRow { title: name.to_owned(), answer, change }
    }
}
