//! What a body's org units have judged: per goal, quoted with origin, and how the collection goes.

use std::collections::BTreeMap;

use domain::access::Action;
use domain::elements::{Element, Structure};
use domain::ids::{ElementId, OrgUnitId};
use domain::steering::Role;
use maud::{Markup, html};

use super::behind::{Behind, reads_report};
use super::body_proposals::{self, Proposals};
use super::collection::{Counts, standing, table};
use super::compiling::{self, compiles};
use super::reach::reach;
use super::store::{Account, Part};
use super::words::{level_symbol, level_word, moment_words};
use super::{about, asked_for, at_hand, moved_in_report, state_symbol, state_word, untold, url};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::sort_key;
use crate::web::error::{Answer, OrNotFound};
use crate::web::ui::{
    Button, Link, PageHead, ReviewRow, button_link, details_section, empty_state, page_header,
    quote, review_list, section, status,
};

/// Where the body's own judgement of a goal stands.
enum Own<'a> {
    /// Handed in.
    Judged(Box<ReviewRow>),
    /// The body gives an account, and has not judged the goal in one that is handed in.
    PartQuestion(&'a Account),
    /// The body gives no account of its own in the round.
    NotAsked,
}

struct Body<'a, 'x, 'c> {
    cx: &'a Cx<'x, 'c>,
    behind: &'a Behind,
    proposals: &'a Proposals,
}

/// Shows a body's page for the round at hand.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let org_unit: OrgUnitId = cx.req.param("org").or_not_found()?;
    let structure = cx.structure.clone();
    let organisation = &structure.organisation;
    organisation.get(org_unit).or_not_found()?;
    (!cx.is_provider_elsewhere(org_unit)).then_some(()).or_not_found()?;
    let rounds = at_hand(cx)?;
    let Some(round) = asked_for(cx)? else {
        return Ok(body_proposals::without_round(cx, organisation.name(org_unit)));
    };
    let standing = standing(cx, &round)?;
    let reads_report = reads_report(cx, org_unit)?;
    let moved = moved_in_report(cx, org_unit, &round)?;
    let mut behind = Behind::read(cx, org_unit, &round)?;
    if !reads_report {
        keep_opened(cx, &mut behind);
    }
    untold::keep_untold_of(cx, &mut behind)?;
    let structure = behind.structure.clone();
    let organisation = &structure.organisation;
    let goals = goals_of(&structure, org_unit);
    let under: Vec<Account> = behind.accounts.values().cloned().collect();
    let proposals = body_proposals::read(cx, &structure, &goals, org_unit)?;
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
        end: reads_report.then(|| {
            let to = |path: &str| about(&format!("{path}/{org_unit}"), &round, &rounds);
            html! {
                (button_link(Button::Primary, &to("/rapport"), texts.followup_whole_report()))
                @if compiles(cx, org_unit) { (button_link(Button::Secondary, &about(&compiling::address(org_unit), &round, &rounds), texts.compilations_link())) }
            }
        }),
    };
    let page = {
        let body = Body { cx, behind: &behind, proposals: &proposals };
        html! {
            div.wrap.page {
                (page_header(&head))
                (moved)
                @if goals.is_empty() {
                    (empty_state(texts.followup_no_goals(), texts.followup_no_goals_text(), None))
                }
                @for goal in &goals { (body.goal(goal)) }
                @if behind.undecided > 0 { p.soft { (texts.followup_undecided(count(behind.undecided))) } }
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

/// Keeps what is judged in accounts that the visitor may open.
fn keep_opened(cx: &Cx<'_, '_>, behind: &mut Behind) {
    let accounts = &behind.accounts;
    let opens = |part: &Part| {
        accounts.values().any(|account| account.id == part.account && may_open(cx, account))
    };
    behind.judged.retain(|_, part| opens(part));
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
