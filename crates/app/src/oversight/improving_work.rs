//! The actions of a body and what lies under it in a year: how far each has come, and what came of
//! it.

use std::collections::BTreeMap;

use domain::actions::Answer;
use domain::elements::{Element, ElementState, Structure};
use domain::fulfilment::Progress;
use domain::ids::{ElementId, OrgUnitId};
use jiff::civil::date;
use maud::{Markup, html};

use super::page::many;
use crate::actions::{
    AllActions, Known, LIST_URL, answer_symbol, answer_word, effect_url, kind_word,
};
use crate::activities::{progress_status, store as activities};
use crate::cx::Cx;
use crate::elements;
use crate::i18n::date as date_words;
use crate::web::error::AppError;
use crate::web::ui::{Column, Row, Table, Tone, empty_state, section, status, tag};

/// Actions in the list.
const MOST: usize = 60;

/// The actions, with how far each has come.
pub(super) struct Work<'p> {
    structure: &'p Structure,
    body: OrgUnitId,
    all: Vec<(Known, &'p Element)>,
    progress: BTreeMap<ElementId, Progress>,
}

/// The actions that lasted some of the year.
pub(super) fn read<'p>(
    cx: &mut Cx<'_, '_>,
    structure: &'p Structure,
    known: &AllActions,
    (body, year): (OrgUnitId, i16),
) -> Result<Work<'p>, AppError> {
    let organisation = &structure.organisation;
    let lasts = |one: &Element| {
        one.starts_on.is_none_or(|day| day <= date(year, 12, 31))
            && one.ends_on.is_none_or(|day| day >= date(year, 1, 1))
    };
    let all: Vec<(Known, &Element)> = known
        .all
        .iter()
        .filter_map(|one| Some((one, structure.element(one.element)?.as_ref())))
        .filter(|(_, element)| organisation.is_within(element.owner, body) && lasts(element))
        .filter(|(_, element)| element.state != ElementState::Discarded && cx.may_see(element))
        .take(MOST)
        .map(|(one, element)| (one.clone(), element))
        .collect();
    let progress = activities::progress_of(cx.tx, all.iter().map(|(one, _)| one.element))?;
    Ok(Work { structure, body, all, progress })
}

impl Work<'_> {
    /// The section of the page.
    pub(super) fn section(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let title = texts.actions_list();
        if self.all.is_empty() {
            let none = empty_state(texts.actions_none(), texts.actions_none_text(), None);
            return section("atgarder-rubrik", title, "", &none);
        }
        let count = |answer: Answer| {
            many(self.all.iter().filter(|(one, _)| one.answer == Some(answer)).count())
        };
        let finding = texts.oversight_effects(
            many(self.all.len()),
            count(Answer::No),
            count(Answer::Partly),
            count(Answer::Yes),
        );
        let rows = self.all.iter().map(|(one, element)| self.row(cx, one, element)).collect();
        let columns = vec![
            Column::text(texts.actions_column_action()),
            Column::text(texts.actions_stop_activity()),
            Column::text(texts.actions_effect_word()),
            Column::text(texts.oversight_learned()),
        ];
        let table = Table::new("atgarder-ar", title, columns, rows);
        let body = html! {
            p { (finding) }
            (table.hide_caption().stacked())
            p.block { a href={(LIST_URL) "?enhet=" (self.body)} { (texts.actions_to_list()) } }
        };
        section("atgarder-rubrik", title, "", &body)
    }

    fn row(&self, cx: &Cx<'_, '_>, one: &Known, element: &Element) -> Row {
        let texts = cx.texts();
        let said = self.progress.get(&element.id).copied().unwrap_or(Progress::NotStarted);
        let said = said.read_on(element.ends_on, cx.today());
        Row::new(vec![
            html! {
                a href=(elements::url(element)) { (element.title) }
                small {
                    (self.structure.organisation.name(element.owner))
                    @if let Some(kind) = one.kind { " · " (kind_word(texts, kind)) }
                }
            },
            if element.is_undecided() {
                tag(Tone::Event, texts.oversight_proposed())
            } else {
                progress_status(texts, self.structure, element, said)
            },
            html! {
                @let asked = one.next_ask_on.filter(|_| !element.is_undecided());
                @if let Some(day) = asked {
                    p { a href=(effect_url(element)) { (texts.oversight_effect_asked(date_words(texts.language, day))) } }
                }
                @match one.answer {
                    Some(answer) => { a href=(effect_url(element)) { (status(answer_symbol(answer), answer_word(texts, answer))) } @if !one.why.is_empty() { " " span.fine { (texts.actions_against_figures(&one.why)) } } },
                    None => @if asked.is_none() { span.soft { (texts.actions_column_not_answered()) } },
                }
            },
            html! { (one.learned) },
        ])
    }
}
