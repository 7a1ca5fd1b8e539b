//! A deviation as a row of a table and of a file.

use domain::fulfilment::Fulfilment;
use domain::ids::{ElementId, OrgUnitId};
use domain::steering::Role;
use maud::{Markup, html};

use super::deviating::{Deviation, deviating};
use super::page::{csv, many};
use super::scope::{Scope, body_of};
use super::sorted::Sorted;
use crate::acceptance::store::{Accepted, holding};
use crate::acceptance::{may_accept, url as accept_url};
use crate::assessment::{forecast_word, fulfilment_symbol, fulfilment_word};
use crate::cx::Cx;
use crate::decisions::decision_words;
use crate::elements;
use crate::i18n::{date, date_short};
use crate::measures::{period_words, url_for};
use crate::web::error::Answer;
use crate::web::ui::{Column, Row, Symbol, Table, Tone, signal_status, status};

/// A table of deviations.
pub(super) fn table(cx: &Cx<'_, '_>, id: &str, rows: Vec<Row>) -> Markup {
    let texts = cx.texts();
    let columns = vec![
        Column::text(texts.oversight_column_what()),
        Column::text(texts.oversight_column_whose()).wide_only(),
        Column::text(texts.oversight_column_how()),
        Column::text(texts.oversight_column_done()),
    ];
    html! { (Table::new(id, texts.oversight_deviations(), columns, rows).hide_caption()) }
}

/// What a deviation is about; none where it is not for the visitor to know of.
fn about(one: Option<&Deviation>, by: Option<&Accepted>) -> Option<(ElementId, OrgUnitId)> {
    one.map(|one| (one.element, one.org_unit))
        .or_else(|| by.map(|(by, _)| (by.element, by.org_unit)))
}

/// A deviation as a row.
pub(super) fn row(cx: &Cx<'_, '_>, one: Option<&Deviation>, by: Option<&Accepted>) -> Option<Row> {
    let texts = cx.texts();
    let structure = &cx.structure;
    let (id, org_unit) = about(one, by)?;
    let element = structure.element(id)?;
    let address =
        if element.role == Role::Measure { url_for(id, org_unit) } else { elements::url(element) };
    let how =
        one.map_or_else(|| html! { p.fine { (texts.oversight_now_calm()) } }, |one| how(cx, one));
    Some(Row::new(vec![
        html! {
            a href=(address) { (element.title) }
            small.narrow-only { (structure.organisation.name(org_unit)) }
        },
        html! { (structure.organisation.name(org_unit)) },
        how,
        done(cx, (id, org_unit), one, by),
    ]))
}

/// What is judged and expected.
fn how(cx: &Cx<'_, '_>, one: &Deviation) -> Markup {
    let texts = cx.texts();
    let structure = &cx.structure;
    let of_type = structure
        .element(one.element)
        .and_then(|element| structure.model.element_type(&element.element_type));
    let expected = one.forecast.map(|level| match one.judged {
        Some(_) => texts.oversight_expected(forecast_word(texts, &structure.model, of_type, level)),
        None => match level {
            Fulfilment::Achieved => texts.oversight_reaches().to_owned(),
            Fulfilment::Partly => texts.oversight_reaches_partly().to_owned(),
            Fulfilment::NotAchieved => texts.oversight_reaches_not().to_owned(),
            _ => texts.oversight_reaches_unknown().to_owned(),
        },
    });
    html! {
        @match one.judged {
            Some((level, period)) => {
                (status(fulfilment_symbol(level), &fulfilment_word(texts, &structure.model, of_type, level)))
                small { (period_words(texts.language, period)) }
            }
            None => (signal_status(Symbol::NotMet, Tone::Concern, texts.oversight_measure_deviates())),
        }
        @if let Some(expected) = expected { small { (expected) } }
    }
}

/// What is done, or accepted, or that nothing is.
fn done(
    cx: &Cx<'_, '_>,
    (id, org_unit): (ElementId, OrgUnitId),
    one: Option<&Deviation>,
    by: Option<&Accepted>,
) -> Markup {
    let texts = cx.texts();
    if let Some((accepted, decision)) = by {
        let until = date(texts.language, accepted.until);
        let body = cx.structure.organisation.name(decision.body);
        return html! {
            (signal_status(Symbol::Paused, Tone::Partly, &texts.oversight_accepted_until(until)))
            p { (accepted.reason) }
            p.fine { (decision_words(texts, body, decision)) }
        };
    }
    let actions: Vec<_> = one
        .into_iter()
        .flat_map(|one| &one.actions)
        .filter_map(|id| cx.structure.element(*id))
        .collect();
    html! {
        @for work in actions.iter().take(2) {
            p {
                a href=(elements::url(work)) { (work.title) }
                @if let Some(day) = work.ends_on { " " span.fine { (texts.oversight_until(date_short(texts.language, day))) } }
            }
        }
        @if actions.len() > 2 { p.fine { (texts.oversight_more_actions(many(actions.len() - 2))) } }
        @if actions.is_empty() {
            p { (texts.oversight_nothing_decided()) }
            @if may_accept(cx, org_unit) { p { a href=(accept_url(id, org_unit)) { (texts.acceptance_accept()) } } }
        }
    }
}

/// Downloads all of them.
pub(super) fn download(cx: &mut Cx<'_, '_>) -> Answer {
    let deviating = deviating(cx)?;
    let today = cx.today();
    let holding = holding(cx.tx, today)?;
    let scope = Scope::of(cx);
    let sorted = Sorted::of(cx, &scope, None, &deviating, &holding);
    let texts = cx.texts();
    let structure = &cx.structure;
    let plain = sorted.without.iter().chain(&sorted.with).map(|one| (Some(*one), None));
    let accepted = sorted.accepted.iter().map(|(one, by)| (Some(*one), Some(*by)));
    let calm = sorted.calm.iter().map(|by| (None, Some(*by)));
    let rows = plain.chain(accepted).chain(calm).filter_map(|(one, by)| {
        let (id, org_unit) = about(one, by)?;
        let element = structure.element(id)?;
        let of_type = structure.model.element_type(&element.element_type);
        let body = body_of(&structure.organisation, org_unit);
        let judged = one.and_then(|one| one.judged);
        let actions: Vec<&str> = one
            .into_iter()
            .flat_map(|one| &one.actions)
            .filter_map(|id| structure.element(*id))
            .map(|work| work.title.as_str())
            .collect();
        Some(vec![
            element.title.clone(),
            structure.organisation.name(org_unit).to_owned(),
            body.map_or("", |body| structure.organisation.name(body)).to_owned(),
            judged.map_or_else(String::new, |(level, _)| {
                fulfilment_word(texts, &structure.model, of_type, level)
            }),
            judged.map_or_else(String::new, |(_, period)| period.to_string()),
            one.and_then(|one| one.forecast).map_or_else(String::new, |level| {
                forecast_word(texts, &structure.model, of_type, level)
            }),
            actions.join("; "),
            by.map_or_else(String::new, |(by, _)| by.until.to_string()),
            by.map_or_else(String::new, |(by, _)| by.reason.clone()),
        ])
    });
    let head = [
        texts.oversight_column_what(),
        texts.oversight_column_whose(),
        texts.oversight_column_body(),
        texts.oversight_column_state(),
        texts.oversight_period(),
        texts.oversight_column_expected(),
        texts.oversight_column_done(),
        texts.oversight_column_accepted(),
        texts.oversight_column_reason(),
    ];
    Ok(csv(&head, rows, texts.oversight_deviations()))
}
