//! What a body's org units have judged: per goal, quoted with origin, and how the collection goes.

use domain::access::Action;
use domain::elements::{Element, Structure};
use domain::ids::OrgUnitId;
use domain::steering::Role;
use maud::{Markup, html};

use super::behind::{Behind, reads_report};
use super::body_proposals;
use super::collection::{Counts, heard_elsewhere, standing, table};
use super::committee_goal::Body;
use super::compiling;
use super::reach::reach;
use super::store::{Account, Part};
use super::{
    about, asked_for, asks_of, at_hand, committee_url, happened_notice, round_choice, untold,
};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::sort_key;
use crate::web::error::{Answer, OrNotFound};
use crate::web::ui::{Button, PageHead, button_link, empty_state, page_header, section};

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
    let compiled = compiling::link(cx, org_unit, &round, &rounds)?;
    let settled = compiling::settled_below(cx, org_unit, &round, &rounds)?;
    let asks = asks_of(cx, round.id)?;
    let choice = round_choice(cx, &committee_url(org_unit), round.id)?;
    let happened = happened_notice(cx, Some(org_unit), &round)?;
    let mut behind = Behind::read(cx, org_unit, &round)?;
    if !reads_report {
        keep_opened(cx, &mut behind);
    }
    untold::keep_untold_of(cx, &mut behind)?;
    let structure = behind.structure.clone();
    let organisation = &structure.organisation;
    let goals = if asks.goals { goals_of(&structure, org_unit) } else { Vec::new() };
    let under: Vec<Account> = behind.counted().cloned().collect();
    let proposals = body_proposals::read(cx, &structure, &goals, org_unit)?;
    let texts = cx.texts();
    let count = |number: usize| i64::try_from(number).unwrap_or(0);
    let name = organisation.name(org_unit);
    let (eyebrow, title) = (round.title.clone(), name.to_owned());
    let lead = lead(cx, Counts::of(&under));
    let report = about(&format!("/rapport/{org_unit}"), &round, &rounds);
    let end = reads_report.then(|| ways(cx, org_unit, &report, &compiled));
    let head = PageHead { eyebrow, title, lead, end };
    let page = {
        let body = Body { cx, behind: &behind, proposals: &proposals };
        html! {
            div.wrap.page {
                (page_header(&head))
                (choice)
                (happened)
                (settled)
                @if !asks.goals { p.soft { (texts.followup_asks_no_goals()) } }
                @else if goals.is_empty() {
                    (empty_state(texts.followup_no_goals(), texts.followup_no_goals_text(), None))
                }
                @for goal in &goals { (body.goal(goal)) }
                @if behind.undecided > 0 { p.soft { (texts.followup_undecided(count(behind.undecided))) } }
                (section("insamlingen", texts.followup_collection(), "", &html! {
                    (table(cx, "rapporter", &under, &standing, |account| may_open(cx, account)))
                    (heard_elsewhere(cx, &behind))
                }))
            }
        }
    };
    Ok(cx.page(name, Nav::FollowUp, &page))
}

/// The ways to the whole report, the quality work and what has been compiled.
fn ways(cx: &Cx<'_, '_>, org_unit: OrgUnitId, report: &str, compiled: &Markup) -> Markup {
    html! {
        (button_link(Button::Primary, report, cx.texts().followup_whole_report()))
        (quality_work(cx, org_unit))
        (compiled)
    }
}

/// The way to the quality work of the body, for those who have oversight.
fn quality_work(cx: &Cx<'_, '_>, org_unit: OrgUnitId) -> Markup {
    let quality = format!("/uppsikt/kvalitetsarbete?enhet={org_unit}");
    let oversees = crate::app::may_somewhere(cx.visit, Action::Oversee);
    let words = cx.texts().followup_quality_work();
    html! { @if oversees { (button_link(Button::Secondary, &quality, words)) } }
}

/// How many have handed in, of how many, and how many of them are approved.
fn lead(cx: &Cx<'_, '_>, counts: Counts) -> String {
    let count = |number: usize| i64::try_from(number).unwrap_or(0);
    let (all, handed_in) = (count(counts.all()), count(counts.handed_in()));
    cx.texts().followup_body_lead(all, count(counts.approved), handed_in)
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
pub(super) fn may_open(cx: &Cx<'_, '_>, account: &Account) -> bool {
    let reach = reach(cx, account);
    reach.drafts
        || reach.write
        || (account.state.is_handed_in() && cx.can(Action::ReadThread, account.org_unit))
}
