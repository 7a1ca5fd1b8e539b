//! What hangs on an element: contributions with their grades, activities, and everything else.

use std::sync::Arc;

use domain::elements::{Element, Structure};
use domain::fulfilment::Fulfilment;
use domain::steering::{ElementType, Role};
use maud::{Markup, html};

use super::super::plan_page::count;
use super::super::words::{state_tone, state_word};
use super::Page;
use super::tally::Tally;
use crate::activities::progress_status;
use crate::assessment::{LevelCounts, fulfilment_symbol, level_word};
use crate::cx::Cx;
use crate::elements;
use crate::steering::plural;
use crate::web::ui::{
    Button, Column, Link, Pagination, Row, Symbol, Table, button_link, empty_state, pagination,
    section, status, symbol_row, tag,
};

/// Rows of a section before one asks for all of them.
const FOLDED: usize = 20;
/// Rows to a page of all of them.
const PAGE_ROWS: usize = 200;
/// Most symbols; more are told in numbers.
const SYMBOLS: usize = 60;

/// What hangs here of one type, as much of it as the page shows.
pub(super) struct OfOneType<'a> {
    of: &'a ElementType,
    pub(super) rows: Vec<&'a Arc<Element>>,
    total: usize,
    /// Which page of all, when all are asked for.
    page: Option<usize>,
}

/// The sections, in the model's order; measures and activities have theirs.
pub(super) fn sections<'a>(
    cx: &Cx<'_, '_>,
    structure: &'a Structure,
    element: &Element,
) -> Vec<OfOneType<'a>> {
    let all: Vec<_> = structure.families(element.id).collect();
    let wanted = cx.req.query.text("typ");
    let page: usize = cx.req.query.parsed("sida").unwrap_or(1).clamp(1, 100_000);
    let own = |one: &&ElementType| !matches!(one.role, Role::Measure | Role::Activity);
    let mut sections = Vec::new();
    for of in structure.model.element_types.iter().filter(own) {
        let here = all.iter().filter(|(_, found, _)| **found == of.id);
        let visible = || {
            let each = here.clone().flat_map(|(_, _, siblings)| siblings.iter());
            each.filter(|one| cx.may_see(one))
        };
        let total = visible().count();
        let page = (wanted == of.id.as_str()).then(|| page.min(total.div_ceil(PAGE_ROWS).max(1)));
        let rows = match page {
            Some(page) => visible().skip((page - 1) * PAGE_ROWS).take(PAGE_ROWS).collect(),
            None => visible().take(FOLDED).collect(),
        };
        if total > 0 {
            sections.push(OfOneType { of, rows, total, page });
        }
    }
    sections
}

/// One symbol for each, those that have come furthest first.
fn symbols(grades: &LevelCounts) -> Vec<Symbol> {
    let mut symbols: Vec<Symbol> = Fulfilment::ALL
        .iter()
        .copied()
        .flat_map(|level| std::iter::repeat_n(fulfilment_symbol(level), grades.count(level)))
        .collect();
    symbols.sort_by_key(|shape| *shape as u8);
    symbols
}

impl Page<'_> {
    fn level_of(&self, one: &Element) -> (Fulfilment, &str) {
        self.status_below
            .get(&one.id)
            .map_or((Fulfilment::NotAssessed, ""), |(means, level)| (*means, level.as_str()))
    }

    pub(super) fn contribution_sentence(&self) -> String {
        let goals = &self.grades.goals;
        Tally::of(goals).beside(self.texts, self.status.0, goals.of_units)
    }

    /// A section for each type that hangs here, in the model's order.
    pub(super) fn children_sections(&self) -> Markup {
        let contributes = |section: &OfOneType<'_>| section.of.role == Role::Goal;
        html! {
            @for section in &self.sections { (self.children_of(section)) }
            @if self.may_have_contributions() && !self.sections.iter().any(contributes) {
                (section("bidrag", self.texts.goals_contributions(), "", &self.no_contributions()))
            }
        }
    }

    fn may_have_contributions(&self) -> bool {
        let model = &self.structure.model;
        matches!(self.element.role, Role::Goal | Role::Direction)
            && model.types_with_role(Role::Goal).any(|one| {
                crate::steering::link_between(model, &one.id, &self.element.element_type).is_some()
            })
    }

    fn no_contributions(&self) -> Markup {
        let texts = self.texts;
        let url = format!("/mal/nytt?under={}", self.element.id);
        let action =
            self.may.plan.then(|| button_link(Button::SmallSecondary, &url, texts.goals_new()));
        empty_state(
            texts.goals_no_contributions(),
            texts.goals_no_contributions_text(),
            action.as_ref(),
        )
    }

    fn children_of(&self, part: &OfOneType<'_>) -> Markup {
        let texts = self.texts;
        let of = part.of;
        let title = plural(texts.language, &of.term);
        let id = format!("typ-{}", of.id.as_str());
        let assessed = of.is_assessed() && of.role != Role::Assignment;
        let columns = vec![
            Column::text(texts.goals_name()),
            Column::text(texts.goals_owner()),
            Column::text(texts.goals_status()),
        ];
        let rows = part.rows.iter().map(|one| self.child_row(of, one, assessed)).collect();
        let grades = self.grades.of_type(&of.id);
        let table =
            Table::new(format!("{id}-tabell"), title.clone(), columns, rows).hide_caption().dense();
        let sentence = if of.role == Role::Goal {
            Tally::of(&grades).sentence(texts, grades.of_units)
        } else {
            String::new()
        };
        let body = html! {
            @if assessed && part.total > 1 && part.total <= SYMBOLS { (symbol_row(&symbols(&grades))) }
            @if !sentence.is_empty() { p.soft { (sentence) } }
            (table)
            (self.ways_to_more(part))
        };
        section(&id, &title, &texts.goals_pieces(count(part.total)), &body)
    }

    /// The way to what the section does not show, and back.
    fn ways_to_more(&self, part: &OfOneType<'_>) -> Markup {
        let texts = self.texts;
        let here = format!("/mal/{}", self.element.id);
        let name = part.of.id.as_str();
        let page_url = |page: usize| format!("{here}?typ={name}&sida={page}#typ-{name}");
        let Some(page) = part.page else {
            return html! {
                @if part.total > part.rows.len() {
                    p.row { a href=(page_url(1)) { (texts.goals_show_all(count(part.total))) } }
                }
            };
        };
        let last = part.total.div_ceil(PAGE_ROWS).max(1);
        let link = |page: usize| Link::new(page_url(page), page.to_string());
        let step = |page: usize, words: &str| Link { text: words.to_owned(), ..link(page) };
        html! {
            @if last > 1 {
                (pagination(&Pagination {
                    label: texts.web_pages().to_owned(),
                    shown: texts.goals_pieces(count(part.total)),
                    previous: (page > 1).then(|| step(page - 1, texts.web_previous())),
                    next: (page < last).then(|| step(page + 1, texts.web_next())),
                    pages: (1..=last).map(link).collect(),
                    current: page - 1,
                }))
            }
            p.row { a href={ (here) "#typ-" (name) } { (texts.goals_show_fewer()) } }
        }
    }

    fn child_row(&self, of: &ElementType, one: &Element, assessed: bool) -> Row {
        let texts = self.texts;
        let level = self.level_of(one);
        let state = if one.is_editable() {
            tag(state_tone(one.state), state_word(texts, one.state))
        } else if of.role == Role::Assignment {
            progress_status(texts, self.structure, one, self.progress_of(one))
        } else if assessed {
            status(
                fulfilment_symbol(level.0),
                &level_word(texts, &self.structure.model, Some(of), level),
            )
        } else {
            html! {}
        };
        Row::new(vec![
            html! { a href=(elements::url(one)) { (one.title) } },
            html! { (self.structure.organisation.name(one.owner)) },
            state,
        ])
    }
}
