//! How a field becomes markup: label, hint and problem tied to its control.

use maud::{Markup, Render, html};

use super::super::choices::{Choice, Group, render_choices};
use super::super::{Symbol, symbol};
use super::{Control, Field};

impl Field {
    fn described_by(&self) -> Option<String> {
        let mut ids = Vec::new();
        if !self.hint.is_empty() {
            ids.push(format!("{}-hint", self.id));
        }
        if self.problem.is_some() {
            ids.push(format!("{}-problem", self.id));
        }
        if self.limit.is_some() {
            ids.push(format!("{}-count", self.id));
        }
        ids.extend(self.told_by.iter().map(|(id, _)| id.clone()));
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn about(&self) -> Markup {
        html! {
            @if !self.hint.is_empty() { p.hint #{(self.id) "-hint"} { (self.hint) } }
            @if let Some(problem) = &self.problem {
                p.problem #{(self.id) "-problem"} { (symbol(Symbol::NotMet, 16)) (problem) }
            }
        }
    }

    fn label_words(&self) -> Markup {
        html! {
            (self.label)
            @if let Some(word) = &self.optional { " " span.optional { (word) } }
        }
    }

    fn single(&self) -> Markup {
        let class = if self.hidden_label { "sr" } else { "label" };
        html! {
            label class=(class) for=(self.id) { (self.label_words()) }
            (self.about())
            @match &self.control {
                Control::Input { kind, class, autocomplete, unit } => {
                    @if unit.is_empty() { (self.input_tag(kind, class, autocomplete.as_deref(), None)) }
                    @else {
                        div.with-unit {
                            (self.input_tag(kind, class, autocomplete.as_deref(), Some(unit)))
                            span aria-hidden="true" { (unit) }
                        }
                    }
                },
                Control::Area { rows } => (self.area_tag(*rows)),
                Control::Select(choices) => (self.select_tag(choices)),
                Control::File { accept } => {
                    input.input #(self.id) type="file" name=(self.name) accept=(accept) required[self.required]
                        aria-describedby=[self.described_by()] aria-invalid=[self.problem.as_ref().map(|_| "true")];
                },
                Control::Choices { .. } => {},
            }
        }
    }

    fn input_tag(
        &self,
        kind: &str,
        class: &str,
        autocomplete: Option<&str>,
        unit: Option<&str>,
    ) -> Markup {
        let number = class.ends_with("number");
        let named = unit.map(|unit| format!("{}, {unit}", self.label));
        let list = (!self.suggestions.is_empty()).then(|| format!("{}-list", self.id));
        html! {
            input #(self.id) class=(class) type=(kind) name=(self.name)
                value=[(kind != "password").then_some(self.value.as_str())]
                inputmode=[number.then_some("decimal")] autocomplete=[autocomplete] aria-label=[named]
                min=[self.bounds.0.as_deref()] max=[self.bounds.1.as_deref()] maxlength=[self.limit] required[self.required] list=[&list]
                aria-describedby=[self.described_by()] aria-invalid=[self.problem.as_ref().map(|_| "true")]
                data-autosave=[self.draft.as_ref().map(|draft| &draft.url)]
                data-version=[self.draft.as_ref().map(|draft| &draft.version)];
            @if let Some(list) = &list {
                datalist #(list) { @for suggestion in &self.suggestions { option value=(suggestion) {} } }
            }
        }
    }

    fn area_tag(&self, rows: u16) -> Markup {
        html! {
            textarea #(self.id) name=(self.name) rows=(rows) required[self.required] data-limit=[self.limit]
                aria-describedby=[self.described_by()] aria-invalid=[self.problem.as_ref().map(|_| "true")]
                data-autosave=[self.draft.as_ref().map(|draft| &draft.url)]
                data-version=[self.draft.as_ref().map(|draft| &draft.version)] { "\n" (self.value) }
        }
    }

    fn select_tag(&self, choices: &[Choice]) -> Markup {
        html! {
            select #(self.id) name=(self.name) required[self.required] autofocus[self.told_by.as_ref().is_some_and(|(_, goes_on)| *goes_on)]
                aria-describedby=[self.described_by()] aria-invalid=[self.problem.as_ref().map(|_| "true")]
                data-autosave=[self.draft.as_ref().map(|draft| &draft.url)]
                data-version=[self.draft.as_ref().map(|draft| &draft.version)] {
                @for choice in choices {
                    option value=(choice.value) selected[choice.chosen || (!self.value.is_empty() && choice.value == self.value)] { (choice.label) }
                }
            }
        }
    }
}

impl Render for Field {
    fn render(&self) -> Markup {
        html! {
            div.field.question[self.question].wrong[self.problem.is_some()] {
                @if let Control::Choices { kind, layout, choices } = &self.control {
                    fieldset aria-describedby=[self.described_by()] {
                        legend.sr[self.hidden_label] { (self.label_words()) }
                        (self.about())
                        (render_choices(&Group {
                            kind, layout: *layout, name: &self.name, id: &self.id, value: &self.value, choices,
                            draft: self.draft.as_ref(),
                        }))
                    }
                } @else { (self.single()) }
                @if let Some(draft) = &self.draft {
                    input type="hidden" name={ (self.name) "_version" } value=(draft.version);
                }
                @if let Some(below) = &self.below { div.below { (below) } }
            }
        }
    }
}
