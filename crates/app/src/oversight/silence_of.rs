//! What is waited for of one org unit, line by line, with who answers for it and since when.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::ids::{OrgUnitId, PersonId};
use domain::oversight::{Awaited, Silence};
use jiff::civil::Date;
use maud::{Markup, html};

use super::late_accounts::LateAccount;
use super::silence::{URL, how_long};
use super::silences::Silences;
use crate::cx::Cx;
use crate::elements;
use crate::followup::url as account_url;
use crate::frame::Nav;
use crate::i18n::date;
use crate::measures::{period_words, url_for};
use crate::thread::store::names;
use crate::web::error::Answer;
use crate::web::ui::{
    Column, PageHead, Row, Stop, Table, breadcrumb_thread, empty_state, page_header,
};

/// Rows of the table.
const MOST: usize = 200;

/// What is waited for of one org unit, line by line.
pub(super) fn of_unit(cx: &mut Cx<'_, '_>, all: &Silences, unit: OrgUnitId) -> Answer {
    let texts = cx.texts();
    let structure = Arc::clone(&cx.structure);
    let own: Vec<&Silence> = all
        .all
        .iter()
        .filter(|one| one.org_unit == unit && structure.element(one.element).is_some())
        .take(MOST)
        .collect();
    let people: BTreeSet<PersonId> = own.iter().filter_map(|one| one.person).collect();
    let names = names(cx.tx, &people)?;
    let accounts: Vec<&LateAccount> =
        all.accounts.iter().filter(|one| one.org_unit == unit).collect();
    let title = texts.oversight_silence_of(structure.organisation.name(unit));
    let columns = [
        texts.oversight_column_what(),
        texts.oversight_column_awaited(),
        texts.oversight_column_person(),
        texts.oversight_column_since(),
    ];
    let mut rows: Vec<Row> = accounts.iter().map(|one| account_row(cx, one)).collect();
    rows.extend(own.iter().filter_map(|one| row(cx, one, &names)));
    let table = Table::new("vantar", &*title, columns.map(Column::text).to_vec(), rows);
    let stops = [
        Stop::to(super::page::URL, texts.oversight_title()),
        Stop::to(URL, texts.oversight_silence()),
        Stop::here(structure.organisation.name(unit)),
    ];
    let head = PageHead { title: title.clone(), ..PageHead::default() };
    let body = html! {
        div.wrap.page {
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            @if table.rows.is_empty() { (empty_state(texts.oversight_nobody_silent(), texts.oversight_nobody_silent_text(), None)) }
            @else { (table.hide_caption()) }
        }
    };
    Ok(cx.page(&title, Nav::FollowUp, &body))
}

fn since(cx: &Cx<'_, '_>, day: Date) -> Markup {
    html! { (date(cx.texts().language, day)) small { (how_long(cx, day)) } }
}

fn account_row(cx: &Cx<'_, '_>, one: &LateAccount) -> Row {
    Row::new(vec![
        html! { a href={(account_url(one.account)) "/las"} { (one.title) } },
        html! { (cx.texts().oversight_awaited_account()) },
        html! {},
        since(cx, one.due_on),
    ])
}

fn row(cx: &Cx<'_, '_>, one: &Silence, names: &BTreeMap<PersonId, String>) -> Option<Row> {
    let texts = cx.texts();
    let element = cx.structure.element(one.element)?;
    let (address, awaited) = match one.awaited {
        Awaited::Value { latest, due } => (
            url_for(one.element, one.org_unit),
            texts.oversight_awaited_value(
                period_words(texts.language, due),
                period_words(texts.language, latest),
            ),
        ),
        Awaited::Work => (elements::url(element), texts.oversight_awaited_work().to_owned()),
    };
    let who = one.person.and_then(|person| names.get(&person)).map(String::as_str);
    Some(Row::new(vec![
        html! { a href=(address) { (element.title) } },
        html! { (awaited) },
        html! { (who.unwrap_or(texts.oversight_nobody())) },
        since(cx, one.since),
    ]))
}
