//! One field of a form with its label, hint, problem and the ties between them, so that
//! accessibility is solved in one place.

use maud::{Markup, Render, html};

use super::autosave::Draft;
use super::choices::{Choice, Layout, render_choices};
use super::{Symbol, symbol};

#[derive(Clone, Debug)]
enum Control {
    Input { kind: &'static str, class: &'static str, autocomplete: Option<String>, unit: String },
    Area { rows: u16 },
    Select(Vec<Choice>),
    Choices { kind: &'static str, layout: Layout, choices: Vec<Choice> },
    File { accept: String },
}

/// A field under construction; it renders itself.
#[derive(Clone, Debug)]
pub struct Field {
    name: String,
    id: String,
    label: String,
    hint: String,
    problem: Option<String>,
    optional: Option<String>,
    value: String,
    below: Option<Markup>,
    question: bool,
    hidden_label: bool,
    required: bool,
    limit: Option<u32>,
    bounds: (Option<String>, Option<String>),
    draft: Option<Draft>,
    control: Control,
}

impl Field {
    fn new(name: impl Into<String>, label: impl Into<String>, control: Control) -> Self {
        let name = name.into();
        Self {
            id: name.clone(),
            name,
            label: label.into(),
            hint: String::new(),
            problem: None,
            optional: None,
            value: String::new(),
            below: None,
            question: false,
            hidden_label: false,
            required: false,
            limit: None,
            bounds: (None, None),
            draft: None,
            control,
        }
    }

    fn input(name: impl Into<String>, label: impl Into<String>, kind: &'static str, class: &'static str) -> Self {
        Self::new(name, label, Control::Input { kind, class, autocomplete: None, unit: String::new() })
    }

    /// One line of text.
    pub fn text(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::input(name, label, "text", "input")
    }

    /// An e-mail address.
    pub fn email(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::input(name, label, "email", "input")
    }

    /// A password.
    pub fn password(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::input(name, label, "password", "input")
    }

    /// A number as people write it, with comma or point; never cleared by the browser.
    pub fn number(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::input(name, label, "text", "input number")
    }

    /// A day.
    pub fn date(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::input(name, label, "date", "input short")
    }

    /// Several lines of text.
    pub fn textarea(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(name, label, Control::Area { rows: 5 })
    }

    /// One of a list. The choice marked as chosen is shown.
    pub fn select(name: impl Into<String>, label: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self::new(name, label, Control::Select(choices))
    }

    /// One of a few, as rows.
    pub fn radios(name: impl Into<String>, label: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self::new(name, label, Control::Choices { kind: "radio", layout: Layout::Rows, choices })
    }

    /// One of two to five, as cards with symbols: a judgement.
    pub fn cards(name: impl Into<String>, label: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self::new(name, label, Control::Choices { kind: "radio", layout: Layout::Cards, choices })
    }

    /// Any of a few, as rows.
    pub fn checkboxes(name: impl Into<String>, label: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self::new(name, label, Control::Choices { kind: "checkbox", layout: Layout::Rows, choices })
    }

    /// Any of a few short words, as chips.
    pub fn chips(name: impl Into<String>, label: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self::new(name, label, Control::Choices { kind: "checkbox", layout: Layout::Chips, choices })
    }

    /// A file; `accept` as in HTML.
    pub fn file(name: impl Into<String>, label: impl Into<String>, accept: impl Into<String>) -> Self {
        Self::new(name, label, Control::File { accept: accept.into() })
    }

    /// Another id than the name, when a page has several fields of one name.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// What is filled in.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// One sentence of help.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// What is wrong, if anything.
    #[must_use]
    pub fn problem(mut self, problem: Option<&str>) -> Self {
        self.problem = problem.map(str::to_owned);
        self
    }

    /// The word for optional, shown after the label.
    #[must_use]
    pub fn optional(mut self, word: impl Into<String>) -> Self {
        self.optional = Some(word.into());
        self
    }

    /// Must be filled in; not starred, since optional fields are the marked ones.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The unit after a number, such as per cent.
    #[must_use]
    pub fn unit(mut self, words: impl Into<String>) -> Self {
        if let Control::Input { unit, .. } = &mut self.control {
            *unit = words.into();
        }
        self
    }

    /// The browser's autofill token.
    #[must_use]
    pub fn autocomplete(mut self, token: impl Into<String>) -> Self {
        if let Control::Input { autocomplete, .. } = &mut self.control {
            *autocomplete = Some(token.into());
        }
        self
    }

    /// Height of a text area in lines.
    #[must_use]
    pub fn rows(mut self, count: u16) -> Self {
        if let Control::Area { rows } = &mut self.control {
            *rows = count;
        }
        self
    }

    /// First and last day of a date field.
    #[must_use]
    pub fn between(mut self, first: Option<&str>, last: Option<&str>) -> Self {
        self.bounds = (first.map(str::to_owned), last.map(str::to_owned));
        self
    }

    /// Most characters, counted as one types; `words` holds `{max}` and `{left}`.
    #[must_use]
    pub fn limit(mut self, most: u32, words: &str) -> Self {
        let left = usize::try_from(most).unwrap_or(usize::MAX).saturating_sub(self.value.chars().count());
        let now = words.replace("{max}", &most.to_string()).replace("{left}", &left.to_string());
        self.limit = Some(most);
        self.below = Some(html! { span #{(self.id) "-count"} data-count=(self.id) data-words=(words) { (now) } });
        self
    }

    /// What stands under the control.
    #[must_use]
    pub fn below(mut self, below: Markup) -> Self {
        self.below = Some(below);
        self
    }

    /// The label is a question in the heading face.
    #[must_use]
    pub fn as_question(mut self) -> Self {
        self.question = true;
        self
    }

    /// The label is read but not shown, when the page's own heading asks the question.
    #[must_use]
    pub fn hide_label(mut self) -> Self {
        self.hidden_label = true;
        self
    }

    /// Saved while one writes.
    #[must_use]
    pub fn draft(mut self, draft: Draft) -> Self {
        self.draft = Some(draft);
        self
    }

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

    fn input_tag(&self, kind: &str, class: &str, autocomplete: Option<&str>, unit: Option<&str>) -> Markup {
        let number = class.ends_with("number");
        let named = unit.map(|unit| format!("{}, {unit}", self.label));
        html! {
            input #(self.id) class=(class) type=(kind) name=(self.name)
                value=[(kind != "password").then_some(self.value.as_str())]
                inputmode=[number.then_some("decimal")] autocomplete=[autocomplete] aria-label=[named]
                min=[self.bounds.0.as_deref()] max=[self.bounds.1.as_deref()] maxlength=[self.limit] required[self.required]
                aria-describedby=[self.described_by()] aria-invalid=[self.problem.as_ref().map(|_| "true")]
                data-autosave=[self.draft.as_ref().map(|draft| &draft.url)]
                data-version=[self.draft.as_ref().map(|draft| &draft.version)];
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
            select #(self.id) name=(self.name) required[self.required]
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
                        (render_choices(kind, *layout, &self.name, &self.id, &self.value, choices, self.draft.as_ref()))
                    }
                } @else { (self.single()) }
                @if let Some(below) = &self.below { div.below { (below) } }
            }
        }
    }
}

/// The end of a form: buttons, and the quiet line that tells what is saved.
pub fn form_end(buttons: &Markup, saved: Option<&Markup>) -> Markup {
    html! { div.form-end { (buttons) @if let Some(saved) = saved { (saved) } } }
}

/// Several controls under one question, such as a checklist with a button.
pub fn question_group(question: &str, hint: &str, body: &Markup) -> Markup {
    html! {
        fieldset.field.question {
            legend { (question) }
            @if !hint.is_empty() { p.hint { (hint) } }
            (body)
        }
    }
}
