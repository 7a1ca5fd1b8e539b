//! Who has been silent: people who answer for measures and have not been heard of, and org units
//! where something has been waited for.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::Action;
use domain::health::{Fault, Subject};
use domain::ids::{OrgUnitId, PersonId};
use jiff::civil::Date;
use maud::{Markup, html};

use super::page::{csv, many, stops};
use super::silence_of::of_unit;
use super::silences::{Silences, Waiting, all_silences};
use super::store;
use crate::cx::Cx;
use crate::elements;
use crate::frame::Nav;
use crate::i18n::{date, sort_key};
use crate::thread::store::names;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::ui::{Column, PageHead, Row, Table, empty_state, page_header, section};

/// Where the page is.
pub(super) const URL: &str = "/uppsikt/tysta";
/// Rows of a table.
const MOST: usize = 200;

/// Whether the visitor may read who is silent in an org unit: who plans there, and who reviews.
fn reads(cx: &Cx<'_, '_>, org_unit: OrgUnitId) -> bool {
    cx.can(Action::Plan, org_unit) || cx.can(Action::Audit, org_unit)
}

/// Refuses those who may read of nobody.
fn may_read(cx: &Cx<'_, '_>) -> Result<(), AppError> {
    let may = |action| crate::app::may_somewhere(cx.visit, action);
    if may(Action::Plan) || may(Action::Audit) { Ok(()) } else { Err(AppError::Forbidden) }
}

/// Shows all, or what is waited for of one org unit.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    may_read(cx)?;
    let all = all_silences(cx)?;
    match cx.req.query.text("enhet") {
        "" => overview(cx, &all),
        asked => {
            let unit: OrgUnitId = asked.parse().ok().or_not_found()?;
            cx.structure.organisation.get(unit).or_not_found()?;
            reads(cx, unit).then_some(()).or_not_found()?;
            of_unit(cx, &all, unit)
        }
    }
}

/// How many days have passed, in words.
pub(super) fn how_long(cx: &Cx<'_, '_>, since: Date) -> String {
    let days = since.until(cx.today()).map_or(0, |span| i64::from(span.get_days()));
    cx.texts().oversight_days(days)
}

fn overview(cx: &mut Cx<'_, '_>, all: &Silences) -> Answer {
    let texts = cx.texts();
    let title = texts.oversight_silence();
    let is_shown = |fault: &&Fault| fault.owner.is_some_and(|owner| reads(cx, owner));
    let silent: Vec<&Fault> = all.people.iter().filter(is_shown).take(MOST).collect();
    let people: BTreeSet<PersonId> = silent.iter().filter_map(|fault| person_of(fault)).collect();
    let units = all.by_unit(|unit| reads(cx, unit));
    let heard = store::heard_of(cx.tx, &people)?;
    let names = names(cx.tx, &people)?;
    let head = PageHead {
        title: title.to_owned(),
        lead: texts.oversight_silence_lead().to_owned(),
        ..PageHead::default()
    };
    let body = html! {
        div.wrap.page {
            (stops(cx, title))
            (page_header(&head))
            @if silent.is_empty() && units.is_empty() {
                (empty_state(texts.oversight_nobody_silent(), texts.oversight_nobody_silent_text(), None))
            }
            @if !silent.is_empty() { (people_section(cx, &silent, (&names, &heard))) }
            @if !units.is_empty() { (units_section(cx, units)) }
        }
    };
    Ok(cx.page(title, Nav::FollowUp, &body))
}

fn person_of(fault: &Fault) -> Option<PersonId> {
    match fault.subject {
        Subject::Person(person) => Some(person),
        _ => None,
    }
}

/// Those who answer for measures and have not been heard of for two of their periods.
fn people_section(
    cx: &Cx<'_, '_>,
    silent: &[&Fault],
    (names, heard): (&BTreeMap<PersonId, String>, &BTreeMap<PersonId, i64>),
) -> Markup {
    let texts = cx.texts();
    let organisation = &cx.structure.organisation;
    let columns = vec![
        Column::text(texts.oversight_column_person()),
        Column::text(texts.oversight_column_whose()).wide_only(),
        Column::text(texts.oversight_column_answers_for()),
        Column::text(texts.oversight_column_heard()),
    ];
    let rows = silent
        .iter()
        .filter_map(|fault| {
            let person = person_of(fault)?;
            let owner = fault.owner.map_or("", |owner| organisation.name(owner));
            let last = heard.get(&person).map(|at| cx.app.clock.local(*at).date());
            let measures: Vec<_> =
                fault.others.iter().filter_map(|id| cx.structure.element(*id)).collect();
            Some(Row::new(vec![
                html! {
                    (names.get(&person).map_or("", String::as_str))
                    small.narrow-only { (owner) }
                },
                html! { (owner) },
                html! {
                    @for (place, one) in measures.iter().take(3).enumerate() {
                        @if place > 0 { ", " } a href=(elements::url(one)) { (one.title) }
                    }
                    @if measures.len() > 3 { " " (texts.oversight_more(many(measures.len() - 3))) }
                },
                html! {
                    @match last {
                        Some(day) => { (date(texts.language, day)) small { (how_long(cx, day)) } }
                        None => (texts.oversight_never_heard()),
                    }
                },
            ]))
        })
        .collect();
    let title = texts.oversight_silent_people();
    let table = Table::new("tysta-personer", title, columns, rows);
    section(
        "personer",
        title,
        texts.oversight_silent_people_note(),
        &html! { (table.hide_caption()) },
    )
}

/// Where something is waited for, the longest first.
fn units_section(cx: &Cx<'_, '_>, units: BTreeMap<OrgUnitId, Waiting>) -> Markup {
    let texts = cx.texts();
    let organisation = &cx.structure.organisation;
    let mut units: Vec<(OrgUnitId, Waiting)> = units.into_iter().collect();
    units.sort_by_cached_key(|(unit, waiting)| (waiting.since, sort_key(organisation.name(*unit))));
    let columns = vec![
        Column::text(texts.oversight_column_unit()),
        Column::number(texts.oversight_column_values()).wide_only(),
        Column::number(texts.oversight_column_work()).wide_only(),
        Column::number(texts.oversight_column_accounts()).wide_only(),
        Column::text(texts.oversight_column_since()),
    ];
    // Where the columns have no room: what is waited for, in words.
    let in_words = |waiting: &Waiting| {
        let all = [
            (texts.oversight_column_values(), waiting.values),
            (texts.oversight_column_work(), waiting.work),
            (texts.oversight_column_accounts(), waiting.accounts),
        ];
        let some = all.into_iter().filter(|(_, count)| *count > 0);
        some.map(|(what, count)| format!("{what}: {count}")).collect::<Vec<_>>().join(", ")
    };
    let rows = units
        .iter()
        .take(MOST)
        .map(|(unit, waiting)| {
            Row::new(vec![
                html! {
                    a href={(URL) "?enhet=" (unit)} { (organisation.name(*unit)) }
                    small.narrow-only { (in_words(waiting)) }
                },
                html! { (waiting.values) },
                html! { (waiting.work) },
                html! { (waiting.accounts) },
                html! { @if let Some(day) = waiting.since { (date(texts.language, day)) small { (how_long(cx, day)) } } },
            ])
        })
        .collect();
    let title = texts.oversight_silent_units();
    let note = texts.oversight_count_units(many(units.len()));
    let table = Table::new("tysta-enheter", title, columns, rows);
    section(
        "enheter",
        title,
        &note,
        &html! {
            (table.hide_caption())
            @if units.len() > MOST { p.fine { (texts.oversight_more_in_file(many(units.len() - MOST))) } }
            p.block { a.csv href={(URL) ".csv"} download { (texts.oversight_csv()) } }
        },
    )
}

/// Downloads where something is waited for.
pub(super) fn download(cx: &mut Cx<'_, '_>) -> Answer {
    may_read(cx)?;
    let all = all_silences(cx)?;
    let texts = cx.texts();
    let units = all.by_unit(|unit| reads(cx, unit));
    let organisation = &cx.structure.organisation;
    let rows = units.into_iter().map(|(unit, waiting)| {
        vec![
            organisation.name(unit).to_owned(),
            waiting.values.to_string(),
            waiting.work.to_string(),
            waiting.accounts.to_string(),
            waiting.since.map_or_else(String::new, |day| day.to_string()),
        ]
    });
    let head = [
        texts.oversight_column_unit(),
        texts.oversight_column_values(),
        texts.oversight_column_work(),
        texts.oversight_column_accounts(),
        texts.oversight_column_since(),
    ];
    Ok(csv(&head, rows, texts.oversight_silence()))
}
