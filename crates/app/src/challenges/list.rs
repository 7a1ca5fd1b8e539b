//! The greatest challenges on one page: why each is one, and how far what answers to it has come.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::challenges::Challenge;
use domain::elements::{Element, Structure};
use domain::fulfilment::{Fulfilment, Progress};
use domain::ids::ElementId;
use domain::steering::Role;
use maud::{Markup, html};

use super::{edit_url, may_write, store};
use crate::actions::{AllActions, all_actions, answer_symbol, answer_word, effect_url};
use crate::activities::{progress_status, store as work};
use crate::assessment::store::{Level, status_of};
use crate::assessment::{fulfilment_symbol, level_word};
use crate::cx::Cx;
use crate::elements;
use crate::frame::Nav;
use crate::i18n::date;
use crate::web::error::Answer;
use crate::web::ui::{
    Button, Column, PageHead, Row, Table, button_link, details_section, empty_state, page_header,
    section, status,
};

/// Actions of one challenge that are shown; the rest are on the pages of its goals.
const MOST_ACTIONS: usize = 40;

/// What answers to one challenge.
struct Plan<'s> {
    challenge: &'s Challenge,
    goals: Vec<&'s Arc<Element>>,
    measures: Vec<&'s Arc<Element>>,
    actions: Vec<&'s Arc<Element>>,
}

/// Shows them.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let all = store::challenges(cx.tx)?;
    let chosen = store::elements(cx.tx)?;
    let structure = cx.structure.clone();
    let none = Vec::new();
    let plans: Vec<Plan<'_>> =
        all.iter().map(|one| plan(&structure, one, chosen.get(&one.id).unwrap_or(&none))).collect();
    let goals = plans.iter().flat_map(|plan| &plan.goals).map(|goal| goal.id);
    let grades = status_of(cx.tx, goals.collect::<BTreeSet<_>>())?;
    let actions = plans.iter().flat_map(|plan| &plan.actions).map(|one| one.id);
    let progress = work::progress_of(cx.tx, actions.collect::<BTreeSet<_>>())?;
    let known = all_actions(cx)?;
    let texts = cx.texts();
    let writes = may_write(cx);
    let new = button_link(Button::Secondary, "/utmaningar/ny", texts.challenges_new());
    let head = PageHead {
        title: texts.challenges_title().to_owned(),
        lead: texts.challenges_lead().to_owned(),
        end: writes.then(|| new.clone()),
        ..PageHead::default()
    };
    let page = Page { cx, structure: &structure, grades, progress, known: &known, writes };
    let (past, now): (Vec<&Plan<'_>>, Vec<&Plan<'_>>) =
        plans.iter().partition(|plan| plan.challenge.ended_on.is_some());
    let before = html! {
        ul.plain-list { @for plan in &past { li {
            (plan.challenge.title)
            @if writes { " " a href=(edit_url(plan.challenge.id)) { (texts.challenges_change()) } }
        } } }
    };
    let body = html! {
        div.wrap.page {
            (page_header(&head))
            @if now.is_empty() { (empty_state(texts.challenges_none(), texts.challenges_none_text(), writes.then_some(&new))) }
            @for plan in &now { (page.plan(plan)) }
            @if !past.is_empty() { (details_section(None, texts.challenges_before(), "", false, &before)) }
        }
    };
    Ok(cx.page(texts.challenges_title(), Nav::FollowUp, &body))
}

/// What was chosen to answer to a challenge, with the activities under its goals.
fn plan<'s>(structure: &'s Structure, challenge: &'s Challenge, chosen: &[ElementId]) -> Plan<'s> {
    let all: Vec<&Arc<Element>> =
        chosen.iter().filter_map(|id| structure.element(*id)).filter(|one| lives(one)).collect();
    let of = |role: Role| all.iter().copied().filter(move |one| one.role == role);
    let goals: Vec<&Arc<Element>> = of(Role::Goal).collect();
    let under = goals.iter().flat_map(|goal| structure.children_with(goal.id, Role::Activity));
    let mut seen = BTreeSet::new();
    let actions = of(Role::Activity)
        .chain(under)
        .filter(|one| lives(one) && seen.insert(one.id))
        .take(MOST_ACTIONS)
        .collect();
    Plan { challenge, measures: of(Role::Measure).collect(), goals, actions }
}

fn lives(element: &Element) -> bool {
    element.is_current()
}

struct Page<'p, 'a, 'c> {
    cx: &'p Cx<'a, 'c>,
    structure: &'p Structure,
    grades: BTreeMap<ElementId, Level>,
    progress: BTreeMap<ElementId, Progress>,
    known: &'p AllActions,
    writes: bool,
}

impl Page<'_, '_, '_> {
    fn progress_of(&self, one: &Element) -> Progress {
        let said = self.progress.get(&one.id).copied().unwrap_or(Progress::NotStarted);
        said.read_on(one.ends_on, self.cx.today())
    }

    fn plan(&self, plan: &Plan<'_>) -> Markup {
        let texts = self.cx.texts();
        let one = plan.challenge;
        let done = plan.actions.iter().filter(|one| self.progress_of(one) == Progress::Done);
        let count = |number: usize| i64::try_from(number).unwrap_or(0);
        let headway = texts.challenges_headway(count(plan.actions.len()), count(done.count()));
        let unit = self.structure.organisation.name(one.org_unit);
        let body = html! {
            @for line in one.why.lines().filter(|line| !line.trim().is_empty()) { p { (line) } }
            p.fine {
                (texts.challenges_answers(unit))
                @if self.writes { " · " a href=(edit_url(one.id)) { (texts.challenges_change()) } }
            }
            div.grid-2.block {
                @if !plan.goals.is_empty() {
                    div.stack.tight {
                        h3 { (texts.challenges_goals()) }
                        ul.plain-list { @for goal in &plan.goals { li { (self.goal(goal)) } } }
                    }
                }
                @if !plan.measures.is_empty() {
                    div.stack.tight {
                        h3 { (texts.challenges_measures()) }
                        ul.plain-list { @for measure in &plan.measures { li { a href=(elements::url(measure)) { (measure.title) } } } }
                    }
                }
            }
            div.stack.tight.block {
                h3 { (texts.challenges_actions()) }
                @if plan.actions.is_empty() { p { (texts.challenges_no_actions()) } }
                @else { (self.actions(plan)) }
            }
        };
        section(&format!("utmaning-{}", one.id), &one.title, &headway, &body)
    }

    fn goal(&self, goal: &Element) -> Markup {
        let texts = self.cx.texts();
        let none = (Fulfilment::NotAssessed, String::new());
        let (grade, chosen) = self.grades.get(&goal.id).unwrap_or(&none);
        let of_type = self.structure.model.element_type(&goal.element_type);
        let word = level_word(texts, &self.structure.model, of_type, (*grade, chosen));
        let unit = self.structure.organisation.name(goal.owner);
        html! {
            a href=(elements::url(goal)) { (goal.title) } " " span.fine { (unit) } " "
            (status(fulfilment_symbol(*grade), &word))
        }
    }

    fn actions(&self, plan: &Plan<'_>) -> Markup {
        let texts = self.cx.texts();
        let row = |one: &&Arc<Element>| {
            let effect = self.known.all.iter().find(|known| known.element == one.id);
            let answer = effect.and_then(|known| known.answer);
            let unit = self.structure.organisation.name(one.owner);
            let due = one.ends_on.map(|day| date(texts.language, day)).unwrap_or_default();
            Row::new(vec![
                html! { a href=(elements::url(one)) { (one.title) } },
                html! { (unit) },
                html! { (due) },
                progress_status(texts, self.structure, one, self.progress_of(one)),
                html! { @if let Some(answer) = answer { a href=(effect_url(one)) { (status(answer_symbol(answer), answer_word(texts, answer))) } } },
            ])
        };
        let columns = vec![
            Column::text(texts.actions_column_action()),
            Column::text(texts.actions_whose()).wide_only(),
            Column::text(texts.actions_ends()).wide_only(),
            Column::text(texts.actions_stop_activity()),
            Column::text(texts.actions_effect_word()).wide_only(),
        ];
        let rows = plan.actions.iter().map(row).collect();
        let id = format!("plan-{}", plan.challenge.id);
        let table = Table::new(id, texts.challenges_actions(), columns, rows);
        html! { (table.hide_caption()) }
    }
}
