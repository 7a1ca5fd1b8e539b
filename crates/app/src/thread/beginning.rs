//! What stands on the thread's pages before anything is written.

use maud::Markup;

use crate::i18n::Texts;
use crate::web::ui::{Button, button_link, empty_state};

/// What stands where nothing is written yet: nothing can be said to be well, or be shown. Who may
/// plan is told where to begin.
pub fn begin(texts: Texts, may_plan: bool) -> Markup {
    let action = button_link(Button::Primary, "/planera", texts.thread_empty_action());
    empty_state(texts.thread_empty(), texts.thread_empty_text(), may_plan.then_some(&action))
}
