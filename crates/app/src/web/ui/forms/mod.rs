//! One field of a form with its label, hint, problem and the ties between them, so that
//! accessibility is solved in one place.

mod kinds;
mod render;

use maud::{Markup, html};

use super::autosave::Draft;
use super::choices::{Choice, Layout};

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
    suggestions: Vec<String>,
    draft: Option<Draft>,
    /// What else tells of the field, and whether the visitor goes on there.
    told_by: Option<(String, bool)>,
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
            suggestions: Vec::new(),
            draft: None,
            told_by: None,
            control,
        }
    }

    fn input(
        name: impl Into<String>,
        label: impl Into<String>,
        kind: &'static str,
        class: &'static str,
    ) -> Self {
        Self::new(
            name,
            label,
            Control::Input { kind, class, autocomplete: None, unit: String::new() },
        )
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

    /// Most characters, counted as one types: `words` holds `{max}` and `{left}`, and `over_words` for a
    /// text that is longer `{max}` and `{over}`.
    #[must_use]
    pub fn limit(mut self, most: u32, words: &str, over_words: &str) -> Self {
        let (all, typed) =
            (usize::try_from(most).unwrap_or(usize::MAX), self.value.chars().count());
        let (left, over) = (all.saturating_sub(typed), typed.saturating_sub(all));
        let now = if over > 0 { over_words } else { words }
            .replace("{max}", &most.to_string())
            .replace("{left}", &left.to_string())
            .replace("{over}", &over.to_string());
        self.limit = Some(most);
        self.below = Some(html! {
            span #{(self.id) "-count"} data-count=(self.id) data-words=(words) data-over=(over_words)
                .over[over > 0] { (now) }
        });
        self
    }

    /// What a line of text can be filled in with; anything else can still be written.
    #[must_use]
    pub fn suggestions(mut self, suggestions: Vec<String>) -> Self {
        self.suggestions = suggestions;
        self
    }

    /// What stands under the control.
    #[must_use]
    pub fn below(mut self, below: Markup) -> Self {
        self.below = Some(below);
        self
    }

    /// What else on the page tells of the field, by its id.
    #[must_use]
    pub fn told_by(self, id: impl Into<String>) -> Self {
        Self { told_by: Some((id.into(), false)), ..self }
    }

    /// The same, of a list that was searched in: there the visitor goes on.
    #[must_use]
    pub fn told_by_and_focused(self, id: impl Into<String>) -> Self {
        Self { told_by: Some((id.into(), true)), ..self }
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
