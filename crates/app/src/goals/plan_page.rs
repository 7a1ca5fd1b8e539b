//! The page where an org unit plans.

use std::collections::BTreeMap;

use domain::elements::{Element, ElementState, Structure};
use domain::grounds::Grounds;
use domain::ids::{ElementId, OrgUnitId};
use domain::impact::Exemption;
use domain::steering::{ElementType, TypeRule};
use maud::{Markup, html};

use super::plan::{OfType, Unanswered};
use super::words::{state_tone, state_word, term_inside, type_word};
use crate::elements;
use crate::grounds;
use crate::i18n::{Texts, date};
use crate::steering::{plural, singular};
use crate::web::ui::{
    Button, Column, Filter, Filters, Link, PageHead, Row, Table, Task, button_link, empty_state,
    filter_pills, page_header, section, tag, task_list,
};

/// Most rows of one kind.
const MOST_ROWS: usize = 200;

/// What the page shows.
pub(super) struct Page<'a> {
    pub(super) texts: Texts,
    pub(super) structure: &'a Structure,
    pub(super) org_unit: OrgUnitId,
    pub(super) choices: Vec<OrgUnitId>,
    pub(super) unanswered: Vec<Unanswered<'a>>,
    pub(super) exemptions: Vec<Exemption>,
    pub(super) own: Vec<OfType<'a>>,
    pub(super) writable: Vec<&'a ElementType>,
    pub(super) may_adopt: bool,
    pub(super) grounds: BTreeMap<ElementId, Grounds>,
    /// What is decided whose links wait for a decision, and how many.
    pub(super) waiting: Markup,
    pub(super) links_waiting: usize,
    /// What the levels above have said to those who plan.
    pub(super) instructions: Markup,
    /// Where the org unit's year wheel stands.
    pub(super) wheel: String,
}

impl Page<'_> {
    /// The page.
    pub(super) fn body(&self) -> Markup {
        let texts = self.texts;
        let head = PageHead {
            eyebrow: self.structure.organisation.name(self.org_unit).to_owned(),
            title: texts.goals_plan_title().to_owned(),
            lead: texts.goals_plan_lead().to_owned(),
            end: self.decide_button(),
        };
        html! {
            div.wrap.page {
                (page_header(&head))
                (self.unit_choice())
                (self.tracks())
                (self.instructions)
                (self.answers())
                (self.exemption_section())
                (self.waiting)
                @for of_type in &self.own { (self.table(of_type)) }
                @if self.own.is_empty() {
                    (section("eget", texts.goals_plan_own(), "", &empty_state(texts.goals_plan_nothing(), texts.goals_plan_nothing_text(), None)))
                }
                (self.write_more())
            }
        }
    }

    fn decide_button(&self) -> Option<Markup> {
        let proposed = self
            .own
            .iter()
            .flat_map(|of_type| &of_type.elements)
            .filter(|one| one.state == ElementState::Proposed)
            .count();
        let declined = self.exemptions.iter().filter(|one| one.state == ElementState::Proposed);
        let proposed = proposed + declined.count() + self.links_waiting;
        let url = format!("/planera/beslut?enhet={}", self.org_unit);
        let words = self.texts.goals_plan_decide(count(proposed));
        (self.may_adopt && proposed > 0).then(|| button_link(Button::Primary, &url, &words))
    }

    fn unit_choice(&self) -> Markup {
        if self.choices.len() < 2 {
            return html! {};
        }
        let organisation = &self.structure.organisation;
        let choices = self
            .choices
            .iter()
            .take(MOST_ROWS)
            .map(|unit| Link::new(format!("/planera?enhet={unit}"), organisation.name(*unit)))
            .collect();
        let chosen = self.choices.iter().position(|unit| *unit == self.org_unit).unwrap_or(0);
        filter_pills(&Filters {
            label: self.texts.goals_plan_unit().to_owned(),
            filters: vec![Filter::OneOf {
                name: self.texts.goals_plan_unit().to_owned(),
                choices,
                chosen,
            }],
            note: String::new(),
        })
    }

    fn answers(&self) -> Markup {
        if self.unanswered.is_empty() {
            return html! {};
        }
        let texts = self.texts;
        let tasks: Vec<Task> = self
            .unanswered
            .iter()
            .take(MOST_ROWS)
            .map(|missing| Task {
                url: Some(format!(
                    "/mal/nytt?typ={}&under={}&enhet={}",
                    missing.answer.id.as_str(),
                    missing.parent.id,
                    self.org_unit
                )),
                title: missing.parent.title.clone(),
                note: texts.goals_plan_answer(
                    type_word(texts.language, self.structure, missing.parent),
                    term_inside(texts.language, &missing.answer.term),
                ),
                ..Task::default()
            })
            .collect();
        let note = texts.goals_plan_unanswered_count(count(self.unanswered.len()));
        let body = html! { p.soft { (texts.goals_plan_unanswered_text()) } (task_list(&tasks)) (self.ways_to_decline()) };
        section("utan-svar", texts.goals_plan_unanswered(), &note, &body)
    }

    fn table(&self, of_type: &OfType<'_>) -> Markup {
        let texts = self.texts;
        let title = plural(texts.language, &of_type.element_type.term);
        let columns = [
            singular(texts.language, &of_type.element_type.term),
            texts.goals_state().to_owned(),
            texts.goals_belongs_to().to_owned(),
            texts.goals_period().to_owned(),
        ]
        .map(Column::text)
        .to_vec();
        let rows: Vec<Row> =
            of_type.elements.iter().take(MOST_ROWS).map(|one| self.row(one)).collect();
        let id = format!("plan-{}", of_type.element_type.id.as_str());
        let drafts = of_type.elements.iter().filter(|one| one.is_editable()).count();
        let mut note = texts.goals_plan_drafts(count(of_type.elements.len()), count(drafts));
        for rule in &of_type.element_type.rules {
            if let TypeRule::MaxPerOwner(most) | TypeRule::MaxTotal(most) = rule {
                note = format!("{note}. {}", texts.goals_plan_limit(i64::from(*most)));
            }
        }
        let table = Table::new(format!("{id}-tabell"), title.clone(), columns, rows)
            .hide_caption()
            .stacked();
        section(&id, &title, &note, &html! { (table) })
    }

    fn row(&self, one: &Element) -> Row {
        let texts = self.texts;
        let parents: Vec<_> = self.structure.parents(one.id).collect();
        let grounds = self.grounds.get(&one.id).map(|grounds| grounds::in_short(texts, grounds));
        let grounds = grounds.filter(|words| !words.is_empty());
        Row::new(vec![
            html! {
                @if !one.number.is_empty() { (one.number) " " } a href=(elements::url(one)) { (one.title) }
                @if let Some(words) = grounds { br; span.fine { (words) } }
            },
            tag(state_tone(one.state), state_word(texts, one.state)),
            html! { @for (position, parent) in parents.iter().enumerate() { @if position > 0 { ", " } (parent.title) } },
            html! { (period_words(texts, one)) },
        ])
    }

    fn write_more(&self) -> Markup {
        let texts = self.texts;
        if self.writable.is_empty() {
            return html! {};
        }
        let body = html! {
            div.row.tight {
                @for one in &self.writable {
                    (button_link(Button::Secondary, &format!("/mal/nytt?typ={}&enhet={}", one.id.as_str(), self.org_unit), &texts.goals_plan_new(term_inside(texts.language, &one.term))))
                }
                (button_link(Button::Secondary, "/matt/nytt", texts.measures_new()))
            }
            p.row {
                a href=(self.wheel) { (texts.goals_to_wheel()) }
                a href={"/planera/kopiera?enhet=" (self.org_unit)} { (texts.goals_renew_plan()) }
                a href={"/planera/minimikrav?enhet=" (self.org_unit)} { (texts.goals_to_minimum()) }
                a href={"/planera/papperskorg?enhet=" (self.org_unit)} { (texts.goals_trash_title()) }
            }
        };
        section("skriv", texts.goals_plan_write(), "", &body)
    }
}

/// From and to, as far as they are said.
pub(super) fn period_words(texts: Texts, element: &Element) -> String {
    let day = |day| date(texts.language, day);
    match (element.starts_on, element.ends_on) {
        (Some(first), Some(last))
            if (first.month(), first.day(), last.month(), last.day()) == (1, 1, 12, 31) =>
        {
            if first.year() == last.year() {
                first.year().to_string()
            } else {
                format!("{}–{}", first.year(), last.year())
            }
        }
        (Some(first), Some(last)) => texts.goals_from_to(day(first), day(last)),
        (Some(first), None) => texts.goals_from(day(first)),
        (None, Some(last)) => texts.goals_to(day(last)),
        (None, None) => String::new(),
    }
}

/// A count as texts take it.
pub(super) fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
