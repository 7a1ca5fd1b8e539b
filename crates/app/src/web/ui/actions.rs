//! Buttons and links that look like buttons. A button says verb and object.

use maud::{Markup, html};

use super::{Symbol, symbol};

/// How a button looks and weighs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Button {
    /// The one thing to do on the page.
    #[default]
    Primary,
    /// The one thing, leading onwards: with an arrow.
    Onward,
    /// Something else one may do.
    Secondary,
    /// Takes something away.
    Careful,
    /// Primary in a narrow place.
    Small,
    /// Secondary in a narrow place.
    SmallSecondary,
}

impl Button {
    fn class(self) -> &'static str {
        match self {
            Self::Primary | Self::Onward => "button",
            Self::Secondary => "button secondary",
            Self::Careful => "button careful",
            Self::Small => "button small",
            Self::SmallSecondary => "button secondary small",
        }
    }
}

/// A submit button; `name` and `value` tell which one was pressed, when a form has several.
pub fn button(kind: Button, words: &str, name_value: Option<(&str, &str)>) -> Markup {
    html! {
        button class=(kind.class()) type="submit" name=[name_value.map(|pair| pair.0)] value=[name_value.map(|pair| pair.1)] {
            (words)
            @if kind == Button::Onward { (symbol(Symbol::Arrow, 18)) }
        }
    }
}

/// A form of a single small button, which does one thing with what is shown in the version it was seen in.
pub fn button_form(action: &str, version: i64, words: &str) -> Markup {
    html! {
        form method="post" action=(action) {
            input type="hidden" name="version" value=(version);
            (button(Button::SmallSecondary, words, None))
        }
    }
}

/// A link that looks like a button.
pub fn button_link(kind: Button, url: &str, words: &str) -> Markup {
    html! {
        a class=(kind.class()) href=(url) {
            (words)
            @match kind {
                Button::Onward => (symbol(Symbol::Arrow, 18)),
                Button::Small => (symbol(Symbol::Arrow, 16)),
                _ => {},
            }
        }
    }
}

/// A submit button that looks like a link, for small actions inside a form.
pub fn text_link(words: &str, name: &str, value: &str) -> Markup {
    html! { button.link-button type="submit" name=(name) value=(value) { (words) } }
}

/// A button that opens the dialog with this id.
pub fn button_opens(kind: Button, words: &str, dialog_id: &str) -> Markup {
    html! { button class=(kind.class()) type="button" command="show-modal" commandfor=(dialog_id) { (words) } }
}

/// A dialog that asks one thing; `body` holds the form with its buttons, `keep` closes without doing anything.
pub fn dialog(id: &str, title: &str, body: &Markup, keep: &str) -> Markup {
    html! {
        dialog #(id) aria-labelledby={(id) "-title"} {
            h2 #{(id) "-title"} { (title) }
            div { (body) }
            p.row { button.link-button type="button" command="close" commandfor=(id) { (keep) } }
        }
    }
}
