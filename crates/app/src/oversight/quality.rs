//! What a quality manager watches: the steering model, what is promised to inhabitants, and how
//! measurements go.

use domain::ids::ElementId;
use domain::steering::Role;
use jiff::ToSpan;
use maud::{Markup, html};

use super::page::{many, stops};
use super::silences::{Silences, all_silences};
use super::{measured, store};
use crate::assessment::{fulfilment_symbol, fulfilment_word, store::status_of};
use crate::cx::Cx;
use crate::elements;
use crate::frame::Nav;
use crate::health;
use crate::i18n::date;
use crate::steering::{plural, singular};
use crate::web::error::{Answer, AppError};
use crate::web::ui::{
    Column, Fact, PageHead, Row, Table, empty_state, facts, page_header, section, status,
};

/// Where the page is.
pub(super) const URL: &str = "/uppsikt/kvalitet";
/// Rows of each list.
const MOST: usize = 12;
/// Promises in the list.
const MOST_PROMISES: usize = 200;
/// How many days ahead surveys are told of, and how many back.
const AHEAD: i32 = 180;
const BACK: i32 = 30;

/// Shows it.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let texts = cx.texts();
    let title = texts.oversight_quality();
    let silences = all_silences(cx)?;
    let model = model(cx)?;
    let promises = promises(cx)?;
    let overdue = overdue(cx, &silences);
    let behaviour = measured::section_of(cx)?;
    let surveys = surveys(cx)?;
    let head = PageHead {
        title: title.to_owned(),
        lead: texts.oversight_quality_lead().to_owned(),
        ..PageHead::default()
    };
    let body = html! {
        div.wrap.page {
            (stops(cx, title))
            (page_header(&head))
            div.with-side {
                div { (promises) (overdue) (behaviour) }
                aside.side aria-label=(texts.oversight_model()) { (model) (surveys) }
            }
        }
    };
    Ok(cx.page(title, Nav::FollowUp, &body))
}

/// The model in force: what it leaves open, what of it is not used, and what is not well with the
/// thread.
fn model(cx: &mut Cx<'_, '_>) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let structure = cx.structure.clone();
    let model = &structure.model;
    let unused: Vec<String> = model
        .element_types
        .iter()
        .filter(|one| structure.count_of_type(&one.id) == 0)
        .map(|one| plural(texts.language, &one.term))
        .collect();
    let open = model.open_decisions.len();
    let health: Vec<Fact> = health::open_counts(cx)?
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(rule, count)| {
            let way = html! { a href=(health::url(rule)) { (count) } };
            Fact::rich(health::name(texts, rule), way)
        })
        .collect();
    Ok(html! {
        section.section aria-labelledby="modellen" {
            h2 #modellen { a href="/modell" { (texts.oversight_model()) } }
            div.stack {
            p {
                @if open == 0 { (texts.oversight_model_settled()) }
                @else { a href=(health::url(domain::health::Rule::OpenDecision)) { (texts.oversight_model_open(many(open))) } }
            }
            @if !unused.is_empty() { p.fine { (texts.oversight_model_unused(unused.join(", "))) } }
            @if !health.is_empty() { h3 { (texts.oversight_not_well()) } (facts(&health)) }
            p { a href="/trad/halsa" { (texts.oversight_whole_check()) } }
            }
        }
    })
}

/// What inhabitants are promised, with what shows whether it is kept.
fn promises(cx: &mut Cx<'_, '_>) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let structure = cx.structure.clone();
    let title = texts.oversight_promises();
    let mut found: Vec<_> = structure
        .model
        .types_with_role(Role::Promise)
        .flat_map(|one| structure.of_type(&one.id))
        .filter(|one| one.is_current())
        .take(MOST_PROMISES)
        .collect();
    if found.is_empty() {
        let none =
            empty_state(texts.oversight_no_promises(), texts.oversight_no_promises_text(), None);
        return Ok(section("loften", title, "", &none));
    }
    let organisation = &structure.organisation;
    found.sort_by_cached_key(|one| {
        (crate::i18n::sort_key(organisation.name(one.owner)), crate::i18n::sort_key(&one.title))
    });
    let levels = status_of(cx.tx, found.iter().map(|one| one.id))?;
    let columns = vec![
        Column::text(texts.oversight_column_promise()),
        Column::text(texts.oversight_column_whose()),
        Column::number(texts.oversight_column_measures()),
        Column::text(texts.oversight_column_kept()),
    ];
    let rows = found
        .iter()
        .map(|one| {
            let of_type = structure.model.element_type(&one.element_type);
            let kind = of_type.map(|it| singular(texts.language, &it.term)).unwrap_or_default();
            let level = levels.get(&one.id).map(|(level, _)| *level);
            let measures = structure.measures_of(one.id).len();
            Row::new(vec![
                html! { a href=(elements::url(one)) { (one.title) } small { (kind) } },
                html! { (organisation.name(one.owner)) },
                html! { @if measures == 0 { (texts.oversight_no_measures()) } @else { (measures) } },
                html! {
                    @match level {
                        Some(level) => (status(fulfilment_symbol(level), &fulfilment_word(texts, &structure.model, of_type, level))),
                        None => (texts.oversight_not_followed()),
                    }
                },
            ])
        })
        .collect();
    let note = texts.oversight_count_promises(many(found.len()));
    let table = Table::new("loften-tabell", title, columns, rows).hide_caption();
    Ok(section("loften", title, &note, &html! { (table) }))
}

/// Measures of which values have not come, those that most wait for first.
fn overdue(cx: &Cx<'_, '_>, silences: &Silences) -> Markup {
    let texts = cx.texts();
    let structure = &cx.structure;
    let title = texts.oversight_overdue();
    let mut found: Vec<(ElementId, (usize, usize))> = silences
        .lacking
        .iter()
        .filter(|(id, (lacks, _))| *lacks > 0 && structure.element(**id).is_some())
        .map(|(id, counts)| (*id, *counts))
        .collect();
    found.sort_by_key(|(id, (lacks, _))| (std::cmp::Reverse(*lacks), *id));
    if found.is_empty() {
        let none =
            empty_state(texts.oversight_none_overdue(), texts.oversight_none_overdue_text(), None);
        return section("forsenade", title, "", &none);
    }
    let columns = vec![
        Column::text(texts.oversight_column_measure()),
        Column::text(texts.oversight_column_whose()),
        Column::number(texts.oversight_column_lacking()),
    ];
    let rows = found
        .iter()
        .take(MOST)
        .filter_map(|(id, (lacks, all))| {
            let element = structure.element(*id)?;
            Some(Row::new(vec![
                html! { a href=(elements::url(element)) { (element.title) } },
                html! { (structure.organisation.name(element.owner)) },
                html! { (texts.oversight_of(many(*all), many(*lacks))) },
            ]))
        })
        .collect();
    let note = texts.oversight_count_measures(many(found.len()));
    let table = Table::new("forsenade-tabell", title, columns, rows).hide_caption();
    section(
        "forsenade",
        title,
        &note,
        &html! {
            (table)
            p.block { a href=(health::url(domain::health::Rule::Overdue)) { (texts.oversight_all_overdue()) } }
        },
    )
}

/// The surveys that year wheels hold.
fn surveys(cx: &mut Cx<'_, '_>) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let today = cx.today();
    let days = (today.saturating_sub(BACK.days()), today.saturating_add(AHEAD.days()));
    let all = store::surveys(cx.tx, days)?;
    let organisation = &cx.structure.organisation;
    Ok(html! {
        section.section aria-labelledby="matningar" {
            h2 #matningar { (texts.oversight_surveys()) }
            @if all.is_empty() { p.soft { (texts.oversight_no_surveys()) } }
            @else {
                ul.plain-list {
                    @for (id, unit, title, day) in all.iter().take(MOST) {
                        li { a href=(crate::wheel::step_url(*id)) { (title) } br; span.fine { (organisation.name(*unit)) ", " (date(texts.language, *day)) } }
                    }
                }
            }
        }
    })
}
