//! The way back for something that has been ended, wherever it is shown.

use domain::elements::Element;
use maud::{Markup, html};

use crate::i18n::Texts;
use crate::web::ui::{Button, button};

/// The button that takes an ending back, of the element as it was seen.
pub fn reopen_form(texts: Texts, element: &Element) -> Markup {
    html! {
        form method="post" action={ "/mal/" (element.id) "/avsluta/ta-tillbaka" } {
            input type="hidden" name="version" value=(element.version);
            (button(Button::SmallSecondary, texts.goals_reopen(), None))
        }
    }
}
