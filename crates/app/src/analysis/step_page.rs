//! The page of a step: what it asks, what is known, and where one writes.

use std::collections::BTreeMap;

use domain::analysis::{Facts, MethodStep, Personal, StepContent, StepKind, personal_in};
use domain::elements::Structure;
use maud::{Markup, html};

use super::around::Thing;
use super::facts::Looked;
use super::facts_page::FactsPage;
use super::reach::Found;
use super::store::{Asked, Earlier, Event, StepRow};
use super::{methods, patterns, ring, step_url, url, words};
use crate::choosing::Offered;
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::web::ui::{Problem, Tone, details_section, error_summary, notice};

/// What a step shows beside its texts.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) looked: Option<Looked>,
    pub(super) kept: Option<Facts>,
    pub(super) patterns: Option<patterns::Found>,
    pub(super) things: Vec<Thing>,
    pub(super) asked: Vec<Asked>,
    pub(super) people: Option<Offered>,
    pub(super) earlier: Vec<Earlier>,
    pub(super) proposed: Vec<super::act::Proposed>,
}

/// The page of a step.
pub(super) struct StepPage<'p, 'a, 'c> {
    pub(super) cx: &'p Cx<'a, 'c>,
    pub(super) structure: &'p Structure,
    pub(super) found: &'p Found,
    pub(super) step: &'p MethodStep,
    pub(super) row: &'p StepRow,
    pub(super) rows: &'p BTreeMap<usize, StepRow>,
    pub(super) typed: &'p StepContent,
    pub(super) parts: &'p Parts,
    pub(super) problems: &'p [Problem],
    pub(super) theirs: Option<&'p (StepContent, Vec<String>)>,
}

impl StepPage<'_, '_, '_> {
    pub(super) fn texts(&self) -> Texts {
        self.cx.texts()
    }

    pub(super) fn title(&self) -> String {
        format!("{} {}", self.row.number, methods::title(self.texts(), self.step))
    }

    fn in_meeting(&self) -> bool {
        self.cx.req.query.text("visa") == "mote"
    }

    pub(super) fn body(&self) -> Markup {
        if self.in_meeting() {
            return self.meeting();
        }
        let texts = self.texts();
        html! {
            div.wrap.reporting {
                (ring::side(self.cx, self.found, self.rows, Some(self.row.number)))
                div.asking {
                    (error_summary(texts.analysis_not_kept(), self.problems))
                    (self.conflict())
                    p.eyebrow { (words::phase_word(texts, self.step.kind.phase())) " · " (self.found.analysis.subject_words) }
                    h1 { (self.title()) }
                    div.stack { p.lead { (self.lead()) } (self.questions()) (self.personal()) }
                    (self.known())
                    (self.left_out())
                    @if matches!(self.step.kind, StepKind::Act | StepKind::CarryOut) { (super::act::section_of(self)) }
                    @if self.found.writes { (self.form()) } @else { (self.written()) }
                    @if self.step.kind == StepKind::Ask { (super::questions_list::section_of(self)) }
                    (self.earlier())
                    p.row.no-print { a href={(step_url(self.found.analysis.id, self.row.number)) "?visa=mote"} { (texts.analysis_meeting()) } }
                }
            }
        }
    }

    /// One step a screen, in large text, for a meeting. Ways onwards are links that the keyboard reaches.
    fn meeting(&self) -> Markup {
        let texts = self.texts();
        let numbers = &self.found.numbers;
        let at = numbers.iter().position(|one| *one == self.row.number).unwrap_or(0);
        let way = |at: Option<usize>| {
            let number = at.and_then(|at| numbers.get(at))?;
            Some(format!("{}?visa=mote", step_url(self.found.analysis.id, *number)))
        };
        html! {
            div.wrap.page.meeting {
                p.eyebrow { (self.found.analysis.subject_words) }
                h1 { (self.title()) }
                div.stack {
                    p.lead { (self.lead()) }
                    @if !self.step.questions.is_empty() { ul { @for one in &self.step.questions { li { (methods::question(self.cx, one)) } } } }
                }
                (self.known())
                @if matches!(self.step.kind, StepKind::Act | StepKind::CarryOut) { (super::act::section_of(self)) }
                (self.written())
                @if self.step.kind == StepKind::Ask { (super::questions_list::list(self)) }
                nav.row.no-print aria-label=(texts.analysis_steps()) {
                    @if let Some(back) = way(at.checked_sub(1)) { a.button.secondary href=(back) rel="prev" { (texts.web_previous()) } }
                    @if let Some(on) = way(Some(at + 1)) { a.button href=(on) rel="next" autofocus { (texts.web_next()) } }
                    a.button.secondary href=(step_url(self.found.analysis.id, self.row.number)) { (texts.analysis_leave_meeting()) }
                }
            }
        }
    }

    fn lead(&self) -> &'static str {
        let texts = self.texts();
        match self.step.kind {
            StepKind::Review => texts.analysis_lead_review(),
            StepKind::Compare => texts.analysis_lead_compare(),
            StepKind::Patterns => texts.analysis_lead_patterns(),
            StepKind::Describe => texts.analysis_lead_describe(),
            StepKind::Reflect => texts.analysis_lead_reflect(),
            StepKind::Ask => texts.analysis_lead_ask(),
            StepKind::Conclude => texts.analysis_lead_conclude(),
            StepKind::Act => texts.analysis_lead_act(),
            StepKind::CarryOut => texts.analysis_lead_carry_out(),
        }
    }

    /// The method's own questions, as help.
    fn questions(&self) -> Markup {
        if self.step.questions.is_empty() {
            return html! {};
        }
        let asked = html! { ul { @for one in &self.step.questions { li { (methods::question(self.cx, one)) } } } };
        details_section(None, self.texts().analysis_guiding(), "", false, &asked)
    }

    /// A warning where something looks like it is about a single person.
    fn personal(&self) -> Markup {
        let texts = self.texts();
        let mut found: Vec<Personal> = self.typed.all_words().flat_map(personal_in).collect();
        let own_words =
            |one: &Personal| !matches!(one, Personal::Name(_)) || self.found.is_conversation();
        found.retain(own_words);
        found.truncate(5);
        let conversation = self.found.is_conversation();
        html! {
            @if conversation { (notice(Tone::Neutral, texts.analysis_conversation(), &html! { p { (texts.analysis_conversation_text()) } })) }
            @if !found.is_empty() {
                (notice(Tone::Concern, texts.analysis_personal(), &html! {
                    p { (texts.analysis_personal_text()) }
                    ul { @for one in &found { li { @match one { Personal::Number(text) | Personal::Name(text) => (text) } } } }
                }))
            }
        }
    }

    /// What is known before anybody writes.
    fn known(&self) -> Markup {
        let Some(now) = &self.parts.looked else { return html! {} };
        let page = FactsPage {
            texts: self.texts(),
            structure: self.structure,
            of: &self.found.analysis,
            now,
            kept: self.parts.kept.as_ref(),
        };
        let when = self.row.facts_at.map(|at| words::day(self.texts(), &*self.cx.app.clock, at));
        let events: Vec<Event> = self.events();
        html! {
            @if let Some(none) = page.none() {
                @if self.step.kind != StepKind::Reflect { (none) }
            } @else {
                (page.kept_notice(&when.unwrap_or_default()))
                @match self.step.kind {
                    StepKind::Review => { (page.counted(&page.told().counts)) (page.figure_first(&events)) (page.standings()) (page.figure_after(&events)) },
                    StepKind::Compare => (page.levels()),
                    StepKind::Reflect => (page.figures(&events)),
                    _ => {},
                }
            }
        }
    }

    /// The way to what the figures say, from the first step of a quick analysis, which leaves it out.
    fn left_out(&self) -> Markup {
        let (texts, numbers) = (self.texts(), &self.found.numbers);
        if !self.found.analysis.is_quick || numbers.first() != Some(&self.row.number) {
            return html! {};
        }
        let steps = self.found.method.steps.iter().enumerate().map(|(at, step)| (at + 1, step));
        let others = steps.filter(|(at, step)| !numbers.contains(at) && step.kind.is_computed());
        let links: Vec<(usize, &MethodStep)> = others.collect();
        html! { @if !links.is_empty() {
            p { (texts.analysis_left_out()) }
            ul { @for (at, step) in &links { li { a href=(step_url(self.found.analysis.id, *at)) { (methods::title(texts, step)) } } } }
        } }
    }

    fn events(&self) -> Vec<Event> {
        let events = self.parts.things.iter().filter(|one| one.name.starts_with("h-"));
        events
            .filter_map(|one| Some(Event { id: [0; 16], day: one.day?, text: one.label.clone() }))
            .collect()
    }

    /// Where the analysis is.
    pub(super) fn home(&self) -> String {
        url(self.found.analysis.id)
    }
}

/// A text as paragraphs. Whatever signs it holds stand as they are written.
pub(super) fn paragraphs(text: &str) -> Markup {
    html! { @for part in text.split("\n\n").filter(|part| !part.trim().is_empty()) { p { @for (at, line) in part.lines().enumerate() { @if at > 0 { br; } (line) } } } }
}
