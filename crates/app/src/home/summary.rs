//! A body's report in half a page: how its goals stand in one sentence, what those who report to it
//! sum up, and which goals are judged otherwise than last time.

use domain::followup::AccountState;
use domain::ids::OrgUnitId;
use domain::organisation::OrgLevelKind;
use maud::{Markup, html};

use super::collection::Collection;
use super::goals::Standing;
use super::store;
use crate::assessment::fulfilment_word;
use crate::cx::Cx;
use crate::elements;
use crate::followup::store::Account;
use crate::measures::period_words;
use crate::web::error::AppError;
use crate::web::ui::{quote, section};

/// Summaries that are quoted; the report has the rest.
const MOST_QUOTED: usize = 3;
/// Goals told to be judged otherwise than last time.
const MOST_CHANGED: usize = 6;

/// The section; nothing before there is anything to sum up.
pub(super) fn section_of(
    cx: &mut Cx<'_, '_>,
    home: OrgUnitId,
    standing: &Standing,
    collected: Option<&Collection>,
) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let accounts = collected.map(|all| to_quote(cx, home, all)).unwrap_or_default();
    let mut summaries = store::summaries(cx.tx, accounts.iter().map(|account| account.id))?;
    let place = |one: &store::Summary| accounts.iter().position(|it| it.id == one.account);
    summaries.sort_by_key(place);
    let overview = standing.overview(texts);
    if overview.is_none() && summaries.is_empty() {
        return Ok(html! {});
    }
    let organisation = &cx.structure.organisation;
    let body = html! {
        @if let Some((sentence, rest)) = &overview { p.lead { (sentence) ". " (rest) } }
        @for one in summaries.iter().take(MOST_QUOTED) {
            @let unit = accounts.iter().find(|it| it.id == one.account).map_or("", |it| organisation.name(it.org_unit));
            (quote(&one.text, &html! { (unit) @if !one.person_name.is_empty() { ", " (one.person_name) } }))
        }
    };
    Ok(section("i-korthet", texts.home_in_short(), "", &body))
}

/// Whose summaries to quote: the body's own first, then what its own units handed in last, then
/// what others did.
fn to_quote<'a>(cx: &Cx<'_, '_>, home: OrgUnitId, collected: &'a Collection) -> Vec<&'a Account> {
    let organisation = &cx.structure.organisation;
    let states = [AccountState::Approved, AccountState::Submitted];
    let mut all: Vec<&Account> =
        states.into_iter().flat_map(|state| collected.in_state(state)).collect();
    all.sort_by_key(|account| {
        let is_provider = organisation
            .get(account.org_unit)
            .is_some_and(|one| one.kind == OrgLevelKind::Provider);
        (account.org_unit != home, is_provider, std::cmp::Reverse(account.at))
    });
    // Some have handed in without a summary.
    all.truncate(MOST_QUOTED * 3);
    all
}

/// Which goals are judged otherwise than last time, and the way to everything that has changed.
pub(super) fn changed_since(cx: &Cx<'_, '_>, standing: &Standing, all: &Markup) -> Markup {
    let texts = cx.texts();
    let model = &cx.structure.model;
    let mut changed =
        standing.goals.iter().filter_map(|goal| Some((goal, standing.change(goal)?))).peekable();
    if standing.judged.is_empty() {
        return html! {};
    }
    let body = html! {
        @if changed.peek().is_none() { p { (texts.home_judged_the_same()) } }
        @else {
            ul.plain-list {
                @for (goal, (latest, before)) in changed.take(MOST_CHANGED) {
                    @let of_type = model.element_type(&goal.element_type);
                    @let word = |grade| fulfilment_word(texts, model, of_type, grade).to_lowercase();
                    li {
                        a href=(elements::url(goal)) { (goal.title) } ": "
                        (texts.home_judged_otherwise(word(latest.level), word(before.level), period_words(texts.language, before.period)))
                    }
                }
            }
        }
        p { (all) }
    };
    section("sedan-sist", texts.home_since_last(), "", &body)
}
