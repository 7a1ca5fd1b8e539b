//! Where one writes in a step: its texts, how sure a conclusion is, and what to do with it all.

use domain::analysis::{Certainty, StepKind};
use maud::{Markup, html};

use super::fields::{CERTAINTY, CONCLUSION, StepField, fields_of};
use super::step_page::StepPage;
use super::{step_url, words};
use crate::followup::autosave_words;
use crate::web::ui::{Button, Choice, Draft, Field, Problem, autosave_status, button, form_end};

impl StepPage<'_, '_, '_> {
    pub(super) fn form(&self) -> Markup {
        let texts = self.texts();
        let is_done = self.row.done_at.is_some();
        html! {
            form method="post" action=(step_url(self.found.analysis.id, self.row.number)) {
                input type="hidden" name="version" value=(self.row.version);
                @match self.step.kind {
                    StepKind::Patterns => (super::marked::patterns(self)),
                    StepKind::Reflect => (super::marked::things(self)),
                    _ => {},
                }
                @for field in fields_of(texts, self.step.kind) {
                    (self.field(&field))
                    @if field.name == CONCLUSION { (self.certainty()) }
                }
                (form_end(&self.buttons(is_done), Some(&autosave_status(&autosave_words(texts), ""))))
                @if !self.row.person_name.is_empty() {
                    p.fine { (texts.analysis_written_by(words::moment(texts, &*self.cx.app.clock, self.row.at), &self.row.person_name)) }
                }
            }
        }
    }

    pub(super) fn field(&self, field: &StepField) -> Markup {
        let texts = self.texts();
        let wrong = Problem::of(self.problems, field.name);
        let most = u32::try_from(field.most).unwrap_or(u32::MAX);
        let shown = Field::textarea(field.name, field.label).value(self.typed.text(field.name));
        let shown = shown.rows(field.rows).problem(wrong).draft(self.draft(field.name));
        let shown = if field.hint.is_empty() { shown } else { shown.hint(field.hint) };
        let shown = if field.name == CONCLUSION {
            shown.limit(
                most,
                &texts.analysis_left("{left}", "{max}"),
                &texts.web_over("{max}", "{over}"),
            )
        } else {
            shown
        };
        html! {
            (shown)
            input type="hidden" name={(field.name) "_fore"} value=(self.row.content.text(field.name));
        }
    }

    /// Where a field is saved while one writes. After another's change both texts are shown, and saving waits
    /// for the person's own choice.
    fn draft(&self, name: &str) -> Draft {
        let url = format!("{}/{name}", step_url(self.found.analysis.id, self.row.number));
        Draft::new(url, self.row.content.version_of(name))
    }

    pub(super) fn certainty(&self) -> Markup {
        let texts = self.texts();
        let chosen = self.typed.text(CERTAINTY);
        let choice = |one: Certainty| {
            let symbol = words::certainty_symbol(one);
            let word = words::certainty_word(texts, one);
            Choice::new(one.code(), word).chosen(one.code() == chosen).symbol(symbol, word)
        };
        let field = Field::cards(
            CERTAINTY,
            texts.analysis_certainty(),
            Certainty::ALL.map(choice).to_vec(),
        );
        html! {
            (field.draft(self.draft(CERTAINTY)).problem(Problem::of(self.problems, CERTAINTY)))
            input type="hidden" name={(CERTAINTY) "_fore"} value=(self.row.content.text(CERTAINTY));
        }
    }

    pub(super) fn buttons(&self, is_done: bool) -> Markup {
        let texts = self.texts();
        html! {
            (button(Button::Onward, texts.analysis_step_done_next(), Some(("klar", "1"))))
            (button(Button::Secondary, texts.analysis_save(), Some(("spara", "1"))))
            @if is_done && self.step.kind.is_computed() {
                (button(Button::Secondary, texts.analysis_look_again(), Some(("oppna", "1"))))
            }
        }
    }
}
