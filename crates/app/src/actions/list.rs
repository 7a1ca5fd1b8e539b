//! All actions: of which kind, whose, and whether they had effect; with how many there are of each
//! kind.

use domain::actions::{Answer, ImprovementKind};
use domain::elements::{Element, Structure};
use domain::ids::ElementId;
use maud::{Markup, html};

use super::known::{AllActions, Known, all_actions, has_been};
use super::narrowed::Narrowed;
use super::words::{answer_symbol, answer_word, kind_word};
use super::{LESSONS_URL, LIST_URL, effect_url};
use crate::activities::{progress_status, store as work};
use crate::cx::Cx;
use crate::elements;
use crate::frame::Nav;
use crate::i18n::date;
use crate::web::error::{Answer as Handled, AppError};
use crate::web::ui::{
    Column, PageHead, Row, Symbol, Table, Tone, empty_state, page_header, section, signal_status,
    status, tag,
};

/// Shows the list.
pub(super) fn list(cx: &mut Cx<'_, '_>) -> Handled {
    let asked = Narrowed::of(cx, LIST_URL)?;
    let all = all_actions(cx)?;
    let structure = cx.structure.clone();
    let lives = |element: &Element| element.is_current() || has_been(element);
    let found: Vec<(&Known, &Element)> = all
        .all
        .iter()
        .filter_map(|one| Some((one, structure.element(one.element)?.as_ref())))
        .filter(|(one, element)| lives(element) && asked.holds(&structure, one, element))
        .collect();
    let texts = cx.texts();
    let head = PageHead {
        title: texts.actions_list().to_owned(),
        lead: texts.actions_list_lead().to_owned(),
        ..PageHead::default()
    };
    let (rows, pages) = asked.page(cx, &found);
    let rows = rows_of(cx, &structure, (&all, rows))?;
    let body = html! {
        div.wrap.page {
            (page_header(&head))
            (asked.filters(cx, found.len()))
            @if found.is_empty() { (empty_state(texts.actions_none(), texts.actions_none_text(), None)) }
            @else {
                (section("slagen", texts.actions_by_kind(), "", &by_kind(cx, &found)))
                (section("alla", texts.actions_list(), "", &html! { (rows) (pages) }))
            }
            p.block { a href=(LESSONS_URL) { (texts.actions_all_lessons()) } }
        }
    };
    Ok(cx.page(texts.actions_list(), Nav::FollowUp, &body))
}

/// How many there are of each kind, and what came of them.
fn by_kind(cx: &Cx<'_, '_>, found: &[(&Known, &Element)]) -> Markup {
    let texts = cx.texts();
    let kinds = ImprovementKind::ALL.iter().copied().map(Some).chain(std::iter::once(None));
    let rows = kinds.filter_map(|kind| {
        let of: Vec<&Known> =
            found.iter().map(|(one, _)| *one).filter(|one| one.kind == kind).collect();
        if of.is_empty() {
            return None;
        }
        let count = |answer: Option<Answer>| {
            of.iter().filter(|one| one.answer == answer).count().to_string()
        };
        let early = of
            .iter()
            .filter(|one| one.answer.is_none_or(|answer| answer == Answer::TooEarly))
            .count();
        Some(Row::words(&[
            kind.map_or(texts.actions_kind_not_said(), |kind| kind_word(texts, kind)).to_owned(),
            of.len().to_string(),
            count(Some(Answer::Yes)),
            count(Some(Answer::Partly)),
            count(Some(Answer::No)),
            early.to_string(),
        ]))
    });
    let columns = vec![
        Column::text(texts.actions_kind()),
        Column::number(texts.actions_column_all()),
        Column::number(texts.actions_effect_yes()),
        Column::number(texts.actions_effect_partly()),
        Column::number(texts.actions_effect_no()),
        Column::number(texts.actions_column_not_answered()),
    ];
    let table = Table::new("slag", texts.actions_by_kind(), columns, rows.collect());
    html! { (table.hide_caption()) }
}

fn rows_of(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    (all, rows): (&AllActions, &[(&Known, &Element)]),
) -> Result<Markup, AppError> {
    let ids: Vec<ElementId> = rows.iter().map(|(one, _)| one.element).collect();
    let progress = work::progress_of(cx.tx, ids)?;
    let texts = cx.texts();
    let today = cx.today();
    let line = |(one, element): &(&Known, &Element)| {
        let state = progress.get(&element.id).copied();
        let state = state.unwrap_or(domain::fulfilment::Progress::NotStarted);
        let unit = structure.organisation.name(element.owner);
        let kind = one.kind.map_or("", |kind| kind_word(texts, kind));
        let effect = match (one.answer, one.next_ask_on) {
            (_, Some(day)) if day <= today && all.is_asked_of(structure, element) => html! {
                a href=(effect_url(element)) { (signal_status(Symbol::Clock, Tone::Partly, texts.actions_waits())) }
            },
            (Some(answer), _) => html! {
                a href=(effect_url(element)) { (status(answer_symbol(answer), answer_word(texts, answer))) }
                @if !one.why.is_empty() { " " span.fine { (texts.actions_against_figures(&one.why)) } }
            },
            (None, Some(day)) => {
                html! { span.fine { (texts.actions_asked_short(date(texts.language, day))) } }
            }
            (None, None) => html! {},
        };
        Row::new(vec![
            html! {
                a href=(elements::url(element)) { (element.title) }
                @if element.is_undecided() { " " (tag(Tone::Neutral, texts.actions_tag_draft())) }
                span.narrow-only.fine { (unit) @if !kind.is_empty() { " · " (kind) } }
            },
            html! { (kind) },
            html! { (unit) },
            progress_status(texts, structure, element, state),
            effect,
        ])
    };
    let columns = vec![
        Column::text(texts.actions_column_action()),
        Column::text(texts.actions_kind()).wide_only(),
        Column::text(texts.actions_whose()).wide_only(),
        Column::text(texts.actions_stop_activity()).wide_only(),
        Column::text(texts.actions_effect_word()),
    ];
    let rows = rows.iter().map(line).collect();
    let table = Table::new("atgarder", texts.actions_list(), columns, rows);
    Ok(html! { (table.hide_caption()) })
}
