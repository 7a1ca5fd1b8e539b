//! Saying which side of quality a measure shows.

use domain::access::Action;
use domain::elements::Element;
use domain::quality_sides::Side;
use domain::steering::{Role, TypeId};
use maud::{Markup, html};

use super::page::side_word;
use super::{URL, store};
use crate::choosing::{Pool, is_searching, on_enter};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::{Answer, AppError};
use crate::web::response::Response;
use crate::web::ui::{
    Button, Choice, Column, Field, PageHead, Problem, Row, Stop, Table, breadcrumb_thread, button,
    button_link, error_summary, form_end, page_header, section,
};

/// Shows what is said, and the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let body = body(cx, ("", ""), &[])?;
    Ok(cx.page(cx.texts().quality_sides_place(), Nav::Measures, &body))
}

/// Keeps what a measure shows.
pub(super) fn keep(cx: &mut Cx<'_, '_>) -> Answer {
    let texts = cx.texts();
    let (measure, side) = (cx.req.form.text("matt"), cx.req.form.text("sida"));
    if is_searching(cx) {
        let body = body(cx, (measure, side), &[])?;
        return Ok(cx.page(texts.quality_sides_place(), Nav::Measures, &body));
    }
    let structure = cx.structure.clone();
    let element = measure.parse().ok().and_then(|id| structure.element(id));
    let element = element.filter(|one| one.role == Role::Measure && cx.may_see(one));
    let mut problems = Vec::new();
    if element.is_none() {
        problems.push(Problem::at("matt", texts.web_unknown_choice()));
    }
    let wanted: Option<Side> = side.parse().ok();
    if wanted.is_none() && side != "ingen" {
        problems.push(Problem::at("sida", texts.web_unknown_choice()));
    }
    let Some(element) = element.filter(|_| problems.is_empty()) else {
        let body = body(cx, (measure, side), &problems)?;
        return Ok(cx.refused(texts.quality_sides_place(), Nav::Measures, &body));
    };
    cx.may(Action::Plan, element.owner)?;
    let known = store::sides(cx.tx)?.into_iter().find(|(id, ..)| *id == element.id);
    let before = known.and_then(|(_, side, _)| side);
    if before != wanted {
        store::keep_side(cx.tx, element.id, wanted, known.map_or(0, |(.., version)| version))?;
    }
    Ok(Response::see_other("/inre-och-yttre/matt"))
}

fn body(
    cx: &mut Cx<'_, '_>,
    (measure, side): (&str, &str),
    problems: &[Problem],
) -> Result<Markup, AppError> {
    let known = store::sides(cx.tx)?;
    let texts = cx.texts();
    let structure = cx.seen();
    let wrong = |field: &str| Problem::of(problems, field);
    let types: Vec<&TypeId> =
        structure.model.types_with_role(Role::Measure).map(|one| &one.id).collect();
    let pool = Pool { structure: &structure, types, near: None, is_planned: true, fits: None };
    let label =
        |one: &Element| format!("{}, {}", one.title, structure.organisation.name(one.owner));
    let measures = pool.offered(cx, "matt", measure, label);
    let each = Side::ALL
        .iter()
        .map(|one| Choice::new(one.code(), side_word(texts, *one)).chosen(one.code() == side));
    let none = Choice::new("ingen", texts.quality_sides_neither()).chosen(side == "ingen");
    let sides = each.chain(std::iter::once(none)).collect();
    let rows: Vec<Row> = known
        .iter()
        .filter_map(|(id, side, _)| Some((structure.element(*id)?, (*side)?)))
        .map(|(element, side)| {
            Row::new(vec![
                html! { a href=(crate::elements::url(element)) { (element.title) } },
                html! { (side_word(texts, side)) },
            ])
        })
        .collect();
    let stops =
        [Stop::to(URL, texts.quality_sides_title()), Stop::here(texts.quality_sides_place())];
    let head = PageHead {
        title: texts.quality_sides_place().to_owned(),
        lead: texts.quality_sides_place_lead().to_owned(),
        ..PageHead::default()
    };
    let columns =
        vec![Column::text(texts.quality_sides_measure()), Column::text(texts.quality_sides_side())];
    let buttons = html! {
        (button(Button::Primary, texts.quality_sides_save(), None))
        (button_link(Button::Secondary, URL, texts.web_cancel()))
    };
    Ok(html! {
        div.wrap.page {
            (error_summary(texts.web_problems(), problems))
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            form.form method="post" action="/inre-och-yttre/matt" {
                @if measures.is_narrowed() { (on_enter(texts)) }
                (measures.field(texts, texts.quality_sides_measure()).problem(wrong("matt")))
                (Field::radios("sida", texts.quality_sides_side(), sides).problem(wrong("sida")))
                (form_end(&buttons, None))
            }
            @if !rows.is_empty() {
                (section("placerade", texts.quality_sides_placed(), "", &html! { (Table::new("placerade-matt", texts.quality_sides_placed(), columns, rows).hide_caption()) }))
            }
        }
    })
}
