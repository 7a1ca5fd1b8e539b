//! A change to the organisation is shown before it is made: the same form is sent twice, first to
//! look and then to apply.

use domain::organisation::OrgUnit;
use maud::{Markup, html};

use crate::choosing::is_search;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::fields::Fields;
use crate::web::response::Response;
use crate::web::ui::{
    Button, PageHead, Problem, Stop, Tone, breadcrumb_thread, button, error_summary, form_end,
    notice, page_header,
};

/// The field that says that the preview has been read.
const CONFIRMED: &str = "bekraftat";
/// The button that leads back to the form with everything typed.
const AGAIN: &str = "andra";

/// What somebody who sends the form wants.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Wish {
    /// To see what will happen.
    Look,
    /// To go back and change something.
    Again,
    /// To have it done.
    Apply,
}

impl Wish {
    /// As the form says it.
    pub(super) fn of(form: &Fields) -> Self {
        if form.has(AGAIN) || is_search(form) {
            Self::Again
        } else if form.text(CONFIRMED) == "ja" {
            Self::Apply
        } else {
            Self::Look
        }
    }
}

/// What will happen, before it does.
pub(super) struct Preview {
    /// The last part of the form's address.
    pub(super) step: &'static str,
    /// What the change is.
    pub(super) title: String,
    /// What will happen, a sentence each.
    pub(super) sentences: Vec<String>,
    /// Fields that are sent again as they were, beside the version.
    pub(super) kept: Vec<(&'static str, String)>,
    /// Lists, and fields that belong to this second step.
    pub(super) details: Markup,
    /// What the button says.
    pub(super) button: &'static str,
}

impl Preview {
    /// The page; with problems when the second step was filled in wrongly.
    pub(super) fn page(&self, cx: &Cx<'_, '_>, unit: &OrgUnit, wrong: &[Problem]) -> Response {
        let title = format!("{}: {}", self.title, unit.name);
        let body = self.body(cx, unit, wrong);
        if wrong.is_empty() {
            cx.page(&title, Nav::Settings, &body)
        } else {
            cx.refused(&title, Nav::Settings, &body)
        }
    }

    fn body(&self, cx: &Cx<'_, '_>, unit: &OrgUnit, wrong: &[Problem]) -> Markup {
        let texts = cx.texts();
        let own = super::url(unit.id);
        let stops = [
            Stop::to("/organisation", texts.reorganisation_title()),
            Stop::to(own.clone(), &unit.name),
            Stop::here(&self.title),
        ];
        let head = PageHead {
            eyebrow: unit.name.clone(),
            title: self.title.clone(),
            lead: texts.reorganisation_preview_lead().to_owned(),
            ..PageHead::default()
        };
        let buttons = html! {
            (button(Button::Primary, self.button, Some((CONFIRMED, "ja"))))
            (button(Button::Secondary, texts.reorganisation_preview_again(), Some((AGAIN, "1"))))
        };
        html! {
            div.wrap.page {
                (error_summary(texts.web_problems(), wrong))
                (breadcrumb_thread(texts.web_thread_label(), &stops))
                (page_header(&head))
                form method="post" action={(own) "/" (self.step)} {
                    input type="hidden" name="version" value=(unit.version);
                    @for (name, value) in &self.kept {
                        input type="hidden" name=(name) value=(value);
                    }
                    div.form {
                        (notice(Tone::Neutral, texts.reorganisation_consequences(), &html! {
                            ul { @for sentence in &self.sentences { li { (sentence) } } }
                        }))
                    }
                    (self.details)
                    (form_end(&buttons, None))
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_looked_at_before_it_is_applied() {
        for (sent, wish) in [
            ("namn=A", Wish::Look),
            ("namn=A&bekraftat=ja", Wish::Apply),
            ("namn=A&andra=1", Wish::Again),
            ("namn=A&andra=1&bekraftat=ja", Wish::Again),
            ("bekraftat=nej", Wish::Look),
        ] {
            assert_eq!(Wish::of(&Fields::urlencoded(sent).unwrap()), wish, "{sent}");
        }
    }
}
