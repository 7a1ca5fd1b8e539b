//! The page of an analysis: how far it has come, what it concludes, who takes part and where its conclusion
//! has been carried.

use std::collections::BTreeMap;

use domain::analysis::{AnalysisState, StepKind};
use domain::ids::{FollowUpId, OrgUnitId};
use maud::{Markup, html};

use super::fields::{BUSINESS, CONCLUSION, INHABITANT, WATCH, fields_of};
use super::reach::{Found, find};
use super::step_page::paragraphs;
use super::store::{self, Happened, StepRow, Use};
use super::subject::{Subject, subject};
use super::{methods, ring, step_url, url, words};
use crate::cx::Cx;
use crate::followup;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::web::error::Answer;
use crate::web::ui::{
    Button, Fact, PageHead, Stop, Task, TaskState, Tone, breadcrumb_thread, button, button_link,
    details_section, facts, notice, page_header, section, status, tag, task_list,
};

/// Shows it.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find(cx)?;
    let id = found.analysis.id;
    let page = Page {
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

struct Page<'p, 'a, 'c> {
    cx: &'p Cx<'a, 'c>,
    found: Found,
    rows: BTreeMap<usize, StepRow>,
    subject: Subject,
    people: usize,
    waiting: usize,
    uses: Vec<(Use, [u8; 16])>,
    events: Vec<Happened>,
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

impl Page<'_, '_, '_> {
    fn texts(&self) -> Texts {
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
                        (self.conclusion())
                        (section("steg", texts.analysis_steps(), &texts.analysis_steps_done(count(self.found.numbers.len()), count(ring::done(&self.found, &self.rows))), &self.steps()))
                        (self.carried())
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

    fn buttons(&self) -> Markup {
        let (texts, of) = (self.texts(), &self.found.analysis);
        let next = ring::next(&self.found, &self.rows);
        let first = self.found.numbers.first().copied().unwrap_or(1);
        html! {
            div.row.no-print {
                @if self.found.writes {
                    @match next {
                        Some(number) => (button_link(Button::Onward, &step_url(of.id, number), texts.analysis_go_on())),
                        None => @if self.found.leads { (self.conclude_button()) },
                    }
                }
                (button_link(Button::Secondary, &format!("{}?visa=mote", step_url(of.id, first)), texts.analysis_meeting()))
            }
        }
    }

    fn posting(&self, to: &str, kind: Button, words: &str) -> Markup {
        let of = &self.found.analysis;
        html! {
            form method="post" action={(url(of.id)) "/" (to)} {
                input type="hidden" name="version" value=(of.version);
                (button(kind, words, None))
            }
        }
    }

    fn conclude_button(&self) -> Markup {
        self.posting("avsluta", Button::Primary, self.texts().analysis_conclude())
    }

    /// What may be done with it as a whole.
    fn last_buttons(&self) -> Markup {
        let texts = self.texts();
        if !self.found.leads {
            return html! {};
        }
        html! {
            div.row.no-print {
                @match self.found.analysis.state {
                    AnalysisState::Open => {
                        @if ring::next(&self.found, &self.rows).is_some() { (self.posting("avsluta", Button::Secondary, texts.analysis_conclude())) }
                        (self.posting("kasta", Button::Careful, texts.analysis_throw()))
                    },
                    AnalysisState::Concluded => {
                        (button_link(Button::Secondary, &format!("{}/oppna", url(self.found.analysis.id)), texts.analysis_reopen()))
                        (self.posting("kasta", Button::Careful, texts.analysis_throw()))
                    },
                    AnalysisState::Thrown => (self.posting("ater", Button::Primary, texts.analysis_take_back())),
                }
            }
        }
    }

    fn state_notice(&self) -> Markup {
        let texts = self.texts();
        match self.found.analysis.state {
            AnalysisState::Thrown => notice(
                Tone::Neutral,
                texts.analysis_is_thrown(),
                &html! { p { (texts.analysis_is_thrown_text()) } },
            ),
            AnalysisState::Open if self.waiting > 0 => notice(
                Tone::Event,
                &texts.analysis_waits(count(self.waiting)),
                &html! { p { (texts.analysis_waits_text()) } },
            ),
            _ => html! {},
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
            div.sheet.stitched {
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

    /// Where the conclusion stands, and whether it has changed since it was taken there.
    fn carried(&self) -> Markup {
        let texts = self.texts();
        if self.uses.is_empty() {
            return html! {};
        }
        let body = html! {
            ul.plain-list {
                @for (one, account) in &self.uses {
                    li {
                        a href=(followup::part_url(FollowUpId::from(*account), one.part)) { (texts.analysis_in_account()) } " "
                        span.fine { (texts.analysis_written_by(words::day(texts, &*self.cx.app.clock, one.at), &one.person_name)) }
                        @if one.conclusion != self.found.analysis.conclusion { " " (tag(Tone::Concern, texts.analysis_changed_since())) }
                    }
                }
            }
        };
        section("anvand", texts.analysis_carried(), "", &body)
    }

    fn history(&self) -> Markup {
        let texts = self.texts();
        if self.events.is_empty() {
            return html! {};
        }
        let what = |event: &str| match event {
            "conclude" => texts.analysis_event_conclude(),
            "reopen" => texts.analysis_event_reopen(),
            "throw" => texts.analysis_event_throw(),
            _ => texts.analysis_event_take_back(),
        };
        let body = html! {
            ul.plain-list {
                @for one in &self.events {
                    li {
                        b { (what(&one.event)) } " "
                        span.fine { (texts.analysis_written_by(words::moment(texts, &*self.cx.app.clock, one.at), &one.person_name)) }
                        @if !one.reason.is_empty() { (paragraphs(&one.reason)) }
                        @if one.event == "conclude" && one.conclusion != self.found.analysis.conclusion { blockquote.quoted { (paragraphs(&one.conclusion)) } }
                    }
                }
            }
        };
        details_section(None, texts.analysis_history(), "", false, &body)
    }
}
