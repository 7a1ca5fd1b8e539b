//! What hangs on an element: contributions with their grades, activities, and everything else.

use std::sync::Arc;

use domain::elements::Element;
use domain::fulfilment::{Fulfilment, Progress};
use domain::steering::{ElementType, OrgLevelKind, Role};
use maud::{Markup, html};

use super::super::plan_page::count;
use super::super::words::{state_tone, state_word};
use super::Page;
use super::tally::Tally;
use crate::activities::progress_status;
use crate::assessment::{fulfilment_symbol, fulfilment_word};
use crate::elements;
use crate::i18n::{date, number_word};
use crate::steering::plural;
use crate::web::ui::{
    Button, Column, Row, Table, button_link, empty_state, section, status, symbol_row, tag,
};

/// Most contributions in the table.
const MOST_CHILDREN: usize = 100;
/// Most activities; the page of activities has them all.
const MOST_ACTIVITIES: usize = 12;

impl Page<'_> {
    fn level_of(&self, one: &Element) -> Fulfilment {
        self.status_below.get(&one.id).copied().unwrap_or(Fulfilment::NotAssessed)
    }

    /// The contributing goals: those of the first type in the model that has any.
    fn contributions(&self) -> Vec<&Arc<Element>> {
        self.structure.children_with(self.element.id, Role::Goal)
    }

    pub(super) fn contribution_sentence(&self) -> String {
        let children = self.contributions();
        Tally::of(children.iter().map(|one| self.level_of(one)))
            .sentence(self.texts, self.are_units(&children))
    }

    /// Whether each contribution comes from a workplace of its own.
    fn are_units(&self, children: &[&Arc<Element>]) -> bool {
        let mut owners: Vec<_> = children.iter().map(|one| one.owner).collect();
        owners.sort_unstable();
        owners.dedup();
        owners.len() == children.len()
            && owners.iter().all(|owner| {
                self.structure.organisation.get(*owner).is_some_and(|unit| {
                    matches!(unit.kind, OrgLevelKind::Unit | OrgLevelKind::Provider)
                })
            })
    }

    /// A section for each type that hangs here, in the model's order; measures and activities have theirs.
    pub(super) fn children_sections(&self) -> Markup {
        let children = self.structure.children(self.element.id);
        let types = self
            .structure
            .model
            .element_types
            .iter()
            .filter(|one| !matches!(one.role, Role::Measure | Role::Activity));
        html! {
            @for one in types {
                @let of_type: Vec<&Arc<Element>> = children.iter().copied().filter(|child| child.element_type == one.id).collect();
                @if !of_type.is_empty() { (self.children_of(one, &of_type)) }
            }
            @if self.may_have_contributions() && self.contributions().is_empty() {
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

    fn children_of(&self, of: &ElementType, children: &[&Arc<Element>]) -> Markup {
        let texts = self.texts;
        let title = plural(texts.language, &of.term);
        let id = format!("typ-{}", of.id.as_str());
        let assessed = of.is_assessed() && of.role != Role::Assignment;
        let columns = vec![
            Column::text(texts.goals_name()),
            Column::text(texts.goals_owner()),
            Column::text(texts.goals_status()),
        ];
        let rows = children
            .iter()
            .take(MOST_CHILDREN)
            .map(|one| self.child_row(of, one, assessed))
            .collect();
        let mut symbols: Vec<_> = children
            .iter()
            .take(MOST_CHILDREN)
            .map(|one| fulfilment_symbol(self.level_of(one)))
            .collect();
        symbols.sort_by_key(|shape| *shape as u8);
        let table =
            Table::new(format!("{id}-tabell"), title.clone(), columns, rows).hide_caption().dense();
        let sentence = if of.role == Role::Goal {
            Tally::of(children.iter().map(|one| self.level_of(one)))
                .sentence(texts, self.are_units(children))
        } else {
            String::new()
        };
        let body = html! {
            @if assessed && children.len() > 1 { (symbol_row(&symbols)) }
            @if !sentence.is_empty() { p.soft { (sentence) } }
            (table)
        };
        section(&id, &title, &texts.goals_pieces(count(children.len())), &body)
    }

    fn child_row(&self, of: &ElementType, one: &Element, assessed: bool) -> Row {
        let texts = self.texts;
        let level = self.level_of(one);
        let state = if one.is_editable() {
            tag(state_tone(one.state), state_word(texts, one.state))
        } else if of.role == Role::Assignment {
            progress_status(texts, self.progress_of(one))
        } else if assessed {
            status(
                fulfilment_symbol(level),
                &fulfilment_word(texts, &self.structure.model, Some(of), level),
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

    fn progress_of(&self, one: &Element) -> Progress {
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
            progress_status(self.texts, self.progress_of(one)),
        ])
    }
}
