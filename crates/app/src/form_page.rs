//! A page that is one form: its head, what is wrong in it, its fields, and the ways to keep it or not.

use maud::{Markup, html};

use crate::i18n::Texts;
use crate::web::ui::{
    Button, PageHead, Problem, button, button_link, error_summary, form_end, page_header,
};

/// A page that is one form.
pub struct FormPage<'a> {
    /// Its head.
    pub head: PageHead,
    /// What is wrong with what was sent; empty when nothing has been.
    pub problems: &'a [Problem],
    /// Where it is sent.
    pub action: &'a str,
    /// The words of the button that keeps it.
    pub save: &'a str,
    /// Where it leads who keeps nothing; empty when there is no such way.
    pub cancel: &'a str,
}

impl FormPage<'_> {
    /// The page around its fields, with what is to be read before them.
    pub fn body(&self, texts: Texts, before: &Markup, fields: &Markup) -> Markup {
        let buttons = html! {
            (button(Button::Primary, self.save, None))
            @if !self.cancel.is_empty() {
                (button_link(Button::Secondary, self.cancel, texts.web_cancel()))
            }
        };
        html! {
            div.wrap.page {
                (error_summary(texts.web_problems(), self.problems))
                (page_header(&self.head))
                (before)
                form.form method="post" action=(self.action) { (fields) (form_end(&buttons, None)) }
            }
        }
    }
}
