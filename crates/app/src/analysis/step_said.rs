//! What is written in a step, for those who only read; what another wrote meanwhile; and what stood there
//! before.

use domain::analysis::{Certainty, StepKind};
use maud::{Markup, html};

use super::fields::{CERTAINTY, CONCLUSION, fields_of};
use super::step_page::{StepPage, paragraphs};
use super::words;
use crate::web::ui::{Tone, details_section, notice, quote};

impl StepPage<'_, '_, '_> {
    /// What is written, for those who only read.
    pub(super) fn written(&self) -> Markup {
        let texts = self.texts();
        let content = &self.row.content;
        html! {
            @match self.step.kind {
                StepKind::Patterns => (super::marked::patterns_read(self)),
                StepKind::Reflect => (super::marked::things_read(self)),
                _ => {},
            }
            @for field in fields_of(texts, self.step.kind) {
                @let text = content.text(field.name);
                @if !text.is_empty() {
                    div.section.stack.tight { h2 { (field.label) } (paragraphs(text)) }
                }
                @if field.name == CONCLUSION {
                    @if let Some(one) = Certainty::of_code(content.text(CERTAINTY)) { p { (crate::web::ui::status(words::certainty_symbol(one), words::certainty_word(texts, one))) } }
                }
            }
            (super::marked::said(self))
        }
    }

    pub(super) fn conflict(&self) -> Markup {
        let Some((theirs, both)) = self.theirs else { return html! {} };
        let texts = self.texts();
        let who = html! { (self.row.person_name) };
        let labels = fields_of(texts, self.step.kind);
        let body = html! {
            p { (texts.analysis_conflict_text()) }
            @for name in both {
                @if let Some(field) = labels.iter().find(|one| one.name == name) {
                    p { b { (field.label) } }
                    (quote(theirs.text(name), &who))
                }
            }
        };
        notice(Tone::Concern, &texts.analysis_conflict(&self.row.person_name), &body)
    }

    pub(super) fn earlier(&self) -> Markup {
        let texts = self.texts();
        if self.parts.earlier.is_empty() {
            return html! {};
        }
        let labels = fields_of(texts, self.step.kind);
        let body = html! {
            @for one in &self.parts.earlier {
                @let who = html! { (texts.analysis_written_by(words::moment(texts, &*self.cx.app.clock, one.at), &one.person_name)) };
                @for field in &labels {
                    @let text = one.content.text(field.name);
                    @if !text.is_empty() && text != self.row.content.text(field.name) {
                        p { b { (field.label) } }
                        (quote(text, &who))
                    }
                }
            }
        };
        details_section(None, texts.analysis_earlier(), "", false, &body)
    }
}
