//! The head of an element's page: thread, state, status in a sentence, facts and buttons.

use domain::elements::{ElementState, Planned};
use domain::fulfilment::Progress;
use domain::steering::Role;
use maud::{Markup, html};

use super::super::adopt::deciding_body;
use super::super::advice;
use super::super::succeed::named;
use super::super::trash::DAYS;
use super::super::usual_owner::remark;
use super::super::words::type_word;
use super::Page;
use crate::activities::store::ProgressRow;
use crate::activities::{progress_symbol, progress_url, told_progress_word};
use crate::assessment::{fulfilment_symbol, level_word};
use crate::elements;
use crate::i18n::date;
use crate::web::ui::{Button, Stop, Tone, button, button_link, notice, status_row};

/// What the visitor may do here.
#[derive(Clone, Copy)]
pub(super) struct May {
    pub(super) plan: bool,
    pub(super) adopt: bool,
    pub(super) report: bool,
}

impl Page<'_> {
    pub(super) fn is_work(&self) -> bool {
        matches!(self.element.role, Role::Activity | Role::Assignment)
    }

    pub(super) fn is_adopted(&self) -> bool {
        self.element.state == ElementState::Adopted
    }

    pub(super) fn stops(&self) -> Vec<Stop> {
        let thread = self.structure.thread_to(self.element.id);
        let last = thread.len().saturating_sub(1);
        let stop = |(index, element): (usize, &std::sync::Arc<domain::elements::Element>)| {
            if index == last {
                Stop::here(&element.title)
            } else {
                Stop::to(elements::url(element), &element.title)
            }
        };
        thread.into_iter().enumerate().map(stop).collect()
    }

    pub(super) fn eyebrow(&self) -> String {
        let term = type_word(self.texts.language, self.structure, self.element);
        let number = if self.element.number.is_empty() {
            String::new()
        } else {
            format!(" {}", self.element.number)
        };
        format!("{term}{number}, {}", self.structure.organisation.name(self.element.owner))
    }

    /// What most people come here to do: to tell how work goes, and to change what is not decided.
    pub(super) fn main_button(&self) -> Option<Markup> {
        let texts = self.texts;
        let reports = self.is_work() && self.may.report && self.element.is_current();
        let edits = self.may.plan && self.element.is_editable();
        (reports || edits).then(|| {
            let edit = format!("/mal/{}/andra", self.element.id);
            html! {
                @if reports { (button_link(Button::Primary, &progress_url(self.element), texts.goals_report_progress())) }
                @if edits { (button_link(Button::Secondary, &edit, texts.goals_edit())) }
            }
        })
    }

    /// Says what does not hold (yet), and offers the next step.
    pub(super) fn state_notice(&self) -> Markup {
        let texts = self.texts;
        match self.element.state {
            ElementState::Draft | ElementState::Proposed => {
                let (title, words) = if self.element.state == ElementState::Draft {
                    (texts.goals_is_draft(), texts.goals_is_draft_text())
                } else {
                    (texts.goals_is_proposed(), texts.goals_is_proposed_text())
                };
                let body = html! { p { (words) " " (self.decided_by()) } (self.replaces_line()) (self.advice()) (self.steps()) };
                notice(Tone::Event, title, &body)
            }
            ElementState::Discarded => notice(
                Tone::Neutral,
                texts.goals_is_discarded(),
                &html! { p { (texts.goals_is_discarded_text(DAYS)) } (self.restore_form()) },
            ),
            ElementState::Ended | ElementState::Superseded => {
                let title = if self.element.state == ElementState::Ended {
                    texts.goals_is_ended()
                } else {
                    texts.goals_is_superseded()
                };
                notice(
                    Tone::Neutral,
                    title,
                    &html! {
                        @if self.successors.is_empty() { p { (texts.goals_is_superseded_text()) } }
                        @else { p { (texts.goals_superseded_by()) } (self.successor_list()) }
                        (self.reopen_form())
                    },
                )
            }
            ElementState::Adopted if !self.settled.is_empty() => self.parts_notice(),
            ElementState::Adopted => html! {
                @match self.successors.len() {
                    0 => {},
                    1 => (notice(Tone::Event, texts.goals_new_wording(), &self.successor_list())),
                    _ => (notice(Tone::Event, texts.goals_being_split(), &self.successor_list())),
                }
            },
        }
    }

    /// Who decides, and who writes the decision in.
    fn decided_by(&self) -> String {
        let body = deciding_body(self.structure, self.element);
        let name = body.map(|body| self.structure.organisation.name(body));
        name.map(|name| self.texts.goals_decided_by(name)).unwrap_or_default()
    }

    /// Remarks on the wording, for those who can change it.
    fn advice(&self) -> Markup {
        if !self.may.plan {
            return html! {};
        }
        let (structure, element) = (self.structure, self.element);
        let found = advice::on_element(structure, element);
        let of = structure.model.element_type(&element.element_type);
        let owner = of.and_then(|of| remark(self.texts, structure, of, element.owner));
        // What takes the place of something makes it no more.
        let number = of.filter(|_| self.predecessors.is_empty());
        let planned = [Planned::of(element)];
        let number = number.and_then(|of| advice::on_number(self.texts, structure, of, &planned));
        html! {
            @if !found.is_empty() { div.advice { (advice::list(self.texts, &found)) } }
            @for words in owner.iter().chain(&number) { div.advice { p { (words) } } }
        }
    }

    fn replaces_line(&self) -> Markup {
        // What has ended already, by a decision of its other parts, is not replaced once more.
        let holds = |id: &&domain::ids::ElementId| {
            self.structure.element(**id).is_some_and(|one| one.is_current())
        };
        let still_hold = self.predecessors.iter().filter(holds);
        let before: Vec<_> = still_hold.filter_map(|id| named(self.structure, *id)).collect();
        html! {
            @if !before.is_empty() {
                p {
                    (self.texts.goals_replaces())
                    @for (place, (url, title)) in before.iter().enumerate() { @if place > 0 { "," } " " a href=(url) { (title) } }
                }
            }
        }
    }

    fn restore_form(&self) -> Markup {
        let action = format!("/mal/{}/ta-tillbaka", self.element.id);
        html! {
            @if self.may.plan {
                form method="post" action=(action) {
                    (button(Button::SmallSecondary, self.texts.goals_trash_restore(), None))
                }
            }
        }
    }

    fn steps(&self) -> Markup {
        let texts = self.texts;
        let draft = self.element.state == ElementState::Draft;
        let (step, words) = if draft {
            ("foresla", texts.goals_propose())
        } else {
            ("tillbaka", texts.goals_withdraw())
        };
        html! {
            @if self.may.plan || self.may.adopt {
                div.row.tight {
                    @if self.may.adopt { (button_link(Button::Small, &format!("/mal/{}/beslut", self.element.id), texts.goals_adopt())) }
                    @if self.may.plan {
                        form method="post" action={"/mal/" (self.element.id) "/foresla"} {
                            input type="hidden" name="version" value=(self.element.version);
                            (button(Button::SmallSecondary, words, Some(("gor", step))))
                        }
                        @if draft {
                            form method="post" action={"/mal/" (self.element.id) "/kasta"} {
                                input type="hidden" name="version" value=(self.element.version);
                                (button(Button::SmallSecondary, texts.goals_discard(), None))
                            }
                        }
                    }
                }
            }
        }
    }

    pub(super) fn status_line(&self) -> Markup {
        if let Some(row) = &self.progress {
            let shape = progress_symbol(row.progress);
            let sentence = self.due_sentence(row);
            let said = (row.progress, row.scale_level.as_str());
            let word = told_progress_word(self.texts, self.structure, self.element, said);
            return status_row(shape, shape.tone(), &word, &sentence);
        }
        if !self.element_type.is_some_and(domain::steering::ElementType::is_assessed) {
            return html! {};
        }
        let (status, chosen) = &self.status;
        let shape = fulfilment_symbol(*status);
        let word =
            level_word(self.texts, &self.structure.model, self.element_type, (*status, chosen));
        status_row(shape, shape.tone(), &word, &self.contribution_sentence())
    }

    fn due_sentence(&self, row: &ProgressRow) -> String {
        let texts = self.texts;
        let due = self.element.ends_on.map(|day| date(texts.language, day));
        let due = match (due, row.progress) {
            (Some(day), Progress::Done) => texts.goals_was_due(day),
            (Some(day), Progress::Late) => texts.goals_should_be_done(day),
            (Some(day), _) => texts.goals_due(day),
            (None, _) => String::new(),
        };
        let note = if row.note == self.element.text { "" } else { row.note.as_str() };
        [due.as_str(), note]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }
}
