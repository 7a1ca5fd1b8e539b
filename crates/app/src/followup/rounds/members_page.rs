//! Who takes part in a round: by body, with what has changed in the organisation since it was opened.

use std::collections::BTreeMap;

use domain::followup::{AccountState, Round};
use domain::ids::OrgUnitId;
use maud::{Markup, html};

use super::super::reorganised::happened;
use super::super::state_word;
use super::super::store::{self, Account};
use super::days::level_name;
use super::edit;
use super::taking_part::bodies;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::{date, sort_key};
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Button, Choice, Column, Field, PageHead, Row, Stop, Table, Tone, breadcrumb_thread, button,
    form_end, notice, page_header, section,
};

/// Most org units that one form is about.
pub(super) const MOST: usize = 200;

/// The accounts of a round by org unit.
pub(super) type Members = BTreeMap<OrgUnitId, Account>;

/// Reads who takes part.
pub(super) fn members(cx: &mut Cx<'_, '_>, round: &Round) -> Answer<Members> {
    let accounts = store::accounts_of_round(cx.tx, round.id)?;
    Ok(accounts.into_iter().map(|account| (account.org_unit, account)).collect())
}

/// Shows them.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let round = edit::find(cx)?;
    let under = match cx.req.query.text("under") {
        "" => None,
        text => Some(text.parse::<OrgUnitId>().ok().or_not_found()?),
    };
    if let Some(top) = under {
        cx.structure.organisation.get(top).or_not_found()?;
    }
    let members = members(cx, &round)?;
    let happened = happened(cx, None, &round)?;
    let body = body(cx, &round, (&members, &happened), under, &html! {});
    Ok(cx.page(cx.texts().followup_members(), Nav::FollowUp, &body))
}

/// The page again with why something was not done.
pub(super) fn explained(
    cx: &mut Cx<'_, '_>,
    (round, under): (&Round, OrgUnitId),
    title: &str,
    sentence: &str,
) -> Answer<Response> {
    let members = members(cx, round)?;
    let happened = happened(cx, None, round)?;
    let first = notice(Tone::Concern, title, &html! { p { (sentence) } });
    let body = body(cx, round, (&members, &happened), Some(under), &first);
    Ok(cx.conflicting(cx.texts().followup_members(), Nav::FollowUp, &body))
}

fn body(
    cx: &Cx<'_, '_>,
    round: &Round,
    (members, happened): (&Members, &[String]),
    under: Option<OrgUnitId>,
    first: &Markup,
) -> Markup {
    let texts = cx.texts();
    let address = format!("/folja-upp/runda/{}", round.id);
    let stops = [
        Stop::to("/folja-upp", texts.followup_title()),
        Stop::to(&address, &round.title),
        Stop::here(texts.followup_members()),
    ];
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let head = PageHead {
        eyebrow: round.title.clone(),
        title: texts.followup_members().to_owned(),
        lead: texts.followup_members_lead(count(members.len())),
        end: None,
    };
    html! {
        div.wrap.page {
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            (first)
            (changed(cx, round, members, happened))
            @match under {
                Some(top) => (chosen(cx, round, members, top)),
                None => (section("under", texts.followup_by_body(), "", &by_body(cx, round, members))),
            }
        }
    }
}

/// What has come, moved and ended since the round was opened; nothing is lost with any of it.
fn changed(cx: &Cx<'_, '_>, round: &Round, members: &Members, happened: &[String]) -> Markup {
    let texts = cx.texts();
    let today = cx.today();
    let organisation = &cx.structure.organisation;
    let levels: std::collections::BTreeSet<&str> = members
        .keys()
        .filter_map(|id| organisation.get(*id))
        .map(|unit| unit.level.as_str())
        .collect();
    let new = organisation.all().filter(|unit| {
        unit.valid_from >= round.opens_on
            && unit.is_valid_on(today)
            && levels.contains(unit.level.as_str())
            && !members.contains_key(&unit.id)
    });
    let new: Vec<_> = new.take(MOST).collect();
    if new.is_empty() && happened.is_empty() {
        return html! {};
    }
    let body = html! {
        ul {
            @for unit in &new {
                li {
                    (texts.followup_has_come(date(texts.language, unit.valid_from), &unit.name)) " "
                    @if let Some(parent) = unit.parent {
                        a href={ "/folja-upp/runda/" (round.id) "/enheter?under=" (parent) } { (texts.followup_ask_it(&unit.name)) }
                    }
                }
            }
            @for one in happened { li { (one) } }
        }
    };
    notice(Tone::Neutral, texts.followup_organisation_changed(), &body)
}

fn by_body(cx: &Cx<'_, '_>, round: &Round, members: &Members) -> Markup {
    let texts = cx.texts();
    let today = cx.today();
    let organisation = &cx.structure.organisation;
    let rows = bodies(cx).into_iter().map(|body| {
        let under = organisation.subtree(body);
        let asked = under.iter().filter(|unit| members.contains_key(unit)).count();
        let is =
            |unit: &&OrgUnitId| organisation.get(**unit).is_some_and(|one| one.is_valid_on(today));
        let all = under.iter().filter(is).count();
        let address = format!("/folja-upp/runda/{}/enheter?under={body}", round.id);
        Row::new(vec![
            html! { a href=(address) { (organisation.name(body)) } },
            html! { (texts.followup_of(all, asked)) },
        ])
    });
    let columns = vec![
        Column::text(texts.followup_column_body()),
        Column::number(texts.followup_column_asked()),
    ];
    let table = Table::new("organ", texts.followup_by_body(), columns, rows.collect());
    html! { (table.hide_caption()) }
}

/// The org units under a body: those who have begun stay, the others are ticked or not.
fn chosen(cx: &Cx<'_, '_>, round: &Round, members: &Members, top: OrgUnitId) -> Markup {
    let texts = cx.texts();
    let units = shown(cx, members, top);
    let organisation = &cx.structure.organisation;
    let (begun, free): (Vec<OrgUnitId>, Vec<OrgUnitId>) = units.into_iter().partition(|unit| {
        members.get(unit).is_some_and(|account| account.state != AccountState::NotStarted)
    });
    let choices: Vec<Choice> = free
        .iter()
        .filter_map(|id| organisation.get(*id))
        .map(|unit| {
            Choice::new(unit.id.to_string(), &unit.name)
                .note(level_name(cx, &unit.level))
                .chosen(members.contains_key(&unit.id))
        })
        .collect();
    let is_open = cx.today() <= round.closes_on;
    let submit = button(Button::Primary, texts.followup_save_members(), None);
    let form = html! {
        @if !begun.is_empty() {
            p { (texts.followup_begun_stay()) }
            ul {
                @for id in &begun {
                    li { (organisation.name(*id)) @if let Some(account) = members.get(id) { ", " (state_word(texts, account.state).to_lowercase()) } }
                }
            }
        }
        @if !is_open { p { (texts.followup_members_closed()) } }
        @else if !choices.is_empty() {
            form.form method="post" action={ "/folja-upp/runda/" (round.id) "/enheter" } {
                input type="hidden" name="under" value=(top);
                @for id in &free { input type="hidden" name="visad" value=(id); }
                (Field::checkboxes("enhet", texts.followup_asked_units(), choices).hint(texts.followup_asked_units_hint()))
                (form_end(&submit, None))
            }
        }
    };
    let back = format!("/folja-upp/runda/{}/enheter", round.id);
    html! {
        (section("valda", organisation.name(top), "", &form))
        p { a href=(back) { (texts.followup_all_bodies()) } }
    }
}

/// The org units that the form of a body is about, by name.
pub(super) fn shown(cx: &Cx<'_, '_>, members: &Members, top: OrgUnitId) -> Vec<OrgUnitId> {
    let today = cx.today();
    let organisation = &cx.structure.organisation;
    let mut units: Vec<OrgUnitId> = organisation
        .subtree(top)
        .into_iter()
        .filter(|id| {
            let lives = organisation.get(*id).is_some_and(|unit| unit.is_valid_on(today));
            lives || members.contains_key(id)
        })
        .collect();
    units.sort_by_cached_key(|id| sort_key(organisation.name(*id)));
    units.truncate(MOST);
    units
}
