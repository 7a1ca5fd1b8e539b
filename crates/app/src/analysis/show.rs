//! The page of an analysis: how far it has come, what it concludes, who takes part and where its conclusion
//! has been carried.

use std::collections::BTreeMap;

use domain::analysis::{AnalysisState, StepKind};
use domain::ids::OrgUnitId;
use maud::{Markup, html};

use super::fields::{BUSINESS, CONCLUSION, INHABITANT, WATCH, fields_of};
use super::reach::{Found, find};
use super::step_page::paragraphs;
use super::store::{self, Happened, StepRow, Use};
use super::subject::{Subject, subject};
use super::{methods, ring, step_url, url, words};
use crate::actions::costs_of_analysis;
use crate::conclusions::moved_since;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::web::error::Answer;
use crate::web::ui::{
    Fact, PageHead, Stop, Task, TaskState, Tone, breadcrumb_thread, details_section, facts,
    page_header, section, status, tag, task_list,
};

/// Shows it.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find(cx)?;
    let id = found.analysis.id;
    let costs = if found.is_conversation() || found.analysis.state == AnalysisState::Thrown {
        html! {}
    } else {
        costs_of_analysis(cx, id, found.analysis.org_unit)?
    };
    let moved = moved_since(cx, &[id])?.told(cx, id);
    let page = Page {
        costs,
        moved,
        rows: store::steps_of(cx.tx, id)?,
        subject: subject(cx, &found.analysis)?,
        people: store::people_of(cx.tx, id)?.len(),
        waiting: store::questions_of(cx.tx, id)?
            .iter()
            .filter(|one| one.answered_at.is_none())
            .count(),
        uses: store::uses_of(cx.tx, id)?,
        events: store::events_of(cx.tx, id)?,
        found,
        cx,
    };
    let title = page.title();
    Ok(page.cx.page(&title, Nav::FollowUp, &page.body()))
}

pub(super) struct Page<'p, 'a, 'c> {
    pub(super) cx: &'p Cx<'a, 'c>,
    pub(super) found: Found,
    pub(super) rows: BTreeMap<usize, StepRow>,
    pub(super) subject: Subject,
    pub(super) people: usize,
    pub(super) waiting: usize,
    pub(super) uses: Vec<(Use, [u8; 16])>,
    pub(super) events: Vec<Happened>,
    costs: Markup,
    /// That figures under the conclusion have changed.
    moved: Markup,
}

pub(super) fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

impl Page<'_, '_, '_> {
    pub(super) fn texts(&self) -> Texts {
        self.cx.texts()
    }

    fn title(&self) -> String {
        methods::asks(self.texts(), self.found.method).to_owned()
    }

    fn unit(&self, id: OrgUnitId) -> &str {
        self.cx.structure.organisation.name(id)
    }

    fn body(&self) -> Markup {
        let (texts, of) = (self.texts(), &self.found.analysis);
        let stops = [Stop::to("/analyser", texts.analysis_title()), Stop::here(&of.subject_words)];
        let (word, tone) = words::state_word(texts, of.state);
        let head = PageHead {
            eyebrow: format!(
                "{} · {} · {}",
                words::kind_word(texts, of.kind),
                self.unit(of.org_unit),
                words::period(texts, of)
            ),
            title: self.title(),
            lead: of.subject_words.clone(),
            end: Some(self.buttons()),
        };
        html! {
            div.wrap.page {
                (breadcrumb_thread(texts.web_thread_label(), &stops))
                (page_header(&head))
                p { (tag(tone, word)) @if self.found.is_conversation() { " " (tag(Tone::Neutral, texts.analysis_conversation())) } }
                div.with-side {
                    div {
                        (self.state_notice())
                        (self.moved)
                        (self.conclusion())
                        (section("steg", texts.analysis_steps(), &texts.analysis_steps_done(count(self.found.numbers.len()), count(ring::done(&self.found, &self.rows))), &self.steps()))
                        (self.carried())
                        (self.costs)
                        (self.history())
                    }
                    aside.side {
                        (ring::ring(self.cx, &self.found, &self.rows, ring::next(&self.found, &self.rows)))
                        (self.about())
                        (self.last_buttons())
                    }
                }
            }
        }
    }

    /// The conclusion with what it means, as it is carried further.
    fn conclusion(&self) -> Markup {
        let (texts, of) = (self.texts(), &self.found.analysis);
        if of.conclusion.is_empty() {
            return html! {};
        }
        let number = self.found.method.number_of(StepKind::Conclude);
        let row = number.and_then(|number| self.rows.get(&number));
        let fields = fields_of(texts, StepKind::Conclude);
        let beside = [INHABITANT, BUSINESS, WATCH];
        let others: Vec<_> = fields.iter().filter(|one| one.name != CONCLUSION).collect();
        let text = |name: &str| row.map_or("", |row| row.content.text(name));
        let body = html! {
            div.sheet.stitched.stack.tight {
                p.lead { (of.conclusion) }
                @if let Some(certainty) = of.certainty { p { (status(words::certainty_symbol(certainty), words::certainty_word(texts, certainty))) } }
                @for one in others.iter().filter(|one| beside.contains(&one.name)) {
                    @if !text(one.name).is_empty() { h3 { (one.label) } (paragraphs(text(one.name))) }
                }
                @if let (Some(at), true) = (of.concluded_at, of.state == AnalysisState::Concluded) {
                    p.fine { (texts.analysis_concluded_by(words::day(texts, &*self.cx.app.clock, at), &of.concluded_by)) }
                }
            }
            @let more: Vec<_> = others.iter().filter(|one| !beside.contains(&one.name) && !text(one.name).is_empty()).collect();
            @if !more.is_empty() {
                (details_section(None, texts.analysis_more_of_conclusion(), "", false, &html! { @for one in &more { h3 { (one.label) } (paragraphs(text(one.name))) } }))
            }
        };
        section("slutsatsen", texts.analysis_conclusion(), "", &body)
    }

    fn steps(&self) -> Markup {
        let texts = self.texts();
        let tasks: Vec<Task> = self
            .found
            .numbers
            .iter()
            .filter_map(|number| {
                let step = self.found.method.step(*number)?;
                let row = self.rows.get(number);
                let done = row.and_then(|row| row.done_at);
                let by = row.filter(|row| !row.person_name.is_empty());
                let note = by.map(|row| {
                    texts.analysis_written_by(
                        words::moment(texts, &*self.cx.app.clock, row.at),
                        &row.person_name,
                    )
                });
                Some(Task {
                    url: Some(step_url(self.found.analysis.id, *number)),
                    title: format!("{number} {}", methods::title(texts, step)),
                    note: note.unwrap_or_default(),
                    time: words::phase_word(texts, step.kind.phase()).to_owned(),
                    state: if done.is_some() { TaskState::Done } else { TaskState::Left },
                    state_word: if done.is_some() {
                        texts.analysis_done().to_owned()
                    } else {
                        String::new()
                    },
                })
            })
            .collect();
        task_list(&tasks)
    }

    fn about(&self) -> Markup {
        let (texts, of) = (self.texts(), &self.found.analysis);
        let subject = html! { @match &self.subject.url { Some(url) => a href=(url) { (of.subject_words) }, None => (of.subject_words) } };
        let people = html! { a href={(url(of.id)) "/medverkande"} { (texts.analysis_people_count(count(self.people))) } };
        let method = if of.is_quick {
            texts.analysis_quick_of(methods::name(texts, self.found.method))
        } else {
            methods::name(texts, self.found.method).to_owned()
        };
        facts(&[
            Fact::rich(texts.analysis_about_what(), subject),
            Fact::new(texts.analysis_method(), &method),
            Fact::new(texts.analysis_source(), &self.found.method.source),
            Fact::new(
                texts.analysis_began(),
                &texts.analysis_written_by(
                    words::day(texts, &*self.cx.app.clock, of.created_at),
                    &of.person_name,
                ),
            ),
            Fact::rich(texts.analysis_people(), people),
        ])
    }
}
