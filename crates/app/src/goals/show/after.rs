//! What has come in the place of an element, or could: its next wordings, its parts, or itself again.

use domain::elements::ElementState;
use maud::{Markup, html};

use super::super::succeed::named;
use super::Page;
use crate::elements;
use crate::web::ui::{Button, Tone, button_form, button_link, notice};

impl Page<'_> {
    /// The way to take an ending back while nothing has come in its place.
    pub(super) fn reopen_form(&self) -> Markup {
        let ended = self.element.state == ElementState::Ended && self.successors.is_empty();
        let address = format!("/mal/{}/avsluta/ta-tillbaka", self.element.id);
        html! {
            @if ended && self.may.adopt {
                (button_form(&address, self.element.version, self.texts.goals_reopen()))
            }
        }
    }

    /// What takes its place.
    pub(super) fn successor_list(&self) -> Markup {
        let all = self.successors.iter().filter_map(|id| named(self.structure, *id));
        html! { ul.plain-list { @for (url, title) in all { li { a href=(url) { (title) } } } } }
    }

    /// What is left to do when some parts of a split are decided and the others were thrown away.
    pub(super) fn parts_notice(&self) -> Markup {
        let texts = self.texts;
        let end = format!("/mal/{}/avsluta", self.element.id);
        let body = html! {
            p { (texts.goals_parts_decided_text()) }
            ul.plain-list { @for part in &self.settled { li { a href=(elements::url(part)) { (part.title) } } } }
            @if self.may.adopt { div.row.tight { (button_link(Button::Small, &end, texts.goals_parts_decided_end())) } }
        };
        notice(Tone::Event, texts.goals_parts_decided(), &body)
    }
}
