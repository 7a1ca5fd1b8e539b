//! The work under an element and under what contributes to it.

use std::sync::Arc;

use domain::elements::Element;
use domain::fulfilment::Progress;
use domain::steering::Role;
use maud::{Markup, html};

use super::super::plan_page::count;
use super::Page;
use crate::activities::progress_status;
use crate::elements;
use crate::i18n::{date, number_word};
use crate::web::ui::{Column, Row, Table, empty_state, section};

/// Most activities; the page of activities has them all.
const MOST_ACTIVITIES: usize = 12;

impl Page<'_> {
    pub(super) fn progress_of(&self, one: &Element) -> Progress {
        self.progress_below.get(&one.id).copied().unwrap_or(Progress::NotStarted)
    }

    pub(super) fn activities_section(&self) -> Markup {
        let texts = self.texts;
        let model = &self.structure.model;
        let possible = model.types_with_role(Role::Activity).any(|one| {
            crate::steering::link_between(model, &one.id, &self.element.element_type).is_some()
        });
        let below = self.activities_below();
        if below.is_empty() {
            if !possible || self.element.role == Role::Activity {
                return html! {};
            }
            let body =
                empty_state(texts.goals_no_activities(), texts.goals_no_activities_text(), None);
            return section("aktiviteter", texts.activities_title(), "", &body);
        }
        let late = below.iter().filter(|one| self.progress_of(one) == Progress::Late).count();
        let mut note = texts.goals_pieces(count(below.len()));
        if late > 0 {
            note = format!(
                "{note}, {}",
                texts.goals_late(count(late), number_word(texts.language, count(late)))
            );
        }
        let columns = [
            texts.goals_name(),
            texts.goals_owner(),
            texts.activities_due(),
            texts.activities_progress(),
        ]
        .map(Column::text)
        .to_vec();
        let rows = below.iter().take(MOST_ACTIVITIES).map(|one| self.activity_row(one)).collect();
        let table = Table::new("aktiviteter-tabell", texts.activities_title(), columns, rows)
            .hide_caption()
            .dense();
        let more = below.len().saturating_sub(MOST_ACTIVITIES);
        let url = format!("/aktiviteter?enhet={}", self.element.owner);
        let body = html! {
            (table)
            @if more > 0 { p.row { a href=(url) { (texts.goals_more_activities(count(more))) } } }
        };
        section("aktiviteter", texts.activities_title(), &note, &body)
    }

    /// Activities under this and under what contributes to it: late ones first, finished ones last.
    fn activities_below(&self) -> Vec<&Arc<Element>> {
        let id = self.element.id;
        let mut found: Vec<&Arc<Element>> = if super::is_far_reaching(self.structure, self.element)
        {
            self.structure.children_with(id, Role::Activity)
        } else {
            let below = self.structure.below(id).into_iter();
            let all = below.filter_map(|id| self.structure.element(id));
            all.filter(|one| one.role == Role::Activity).collect()
        };
        found.sort_by_key(|one| {
            let progress = self.progress_of(one);
            (progress != Progress::Late, progress == Progress::Done, one.ends_on)
        });
        found
    }

    fn activity_row(&self, one: &Element) -> Row {
        Row::new(vec![
            html! { a href=(elements::url(one)) { (one.title) } },
            html! { (self.structure.organisation.name(one.owner)) },
            html! { @if let Some(day) = one.ends_on { (date(self.texts.language, day)) } },
            progress_status(self.texts, self.structure, one, self.progress_of(one)),
        ])
    }
}
