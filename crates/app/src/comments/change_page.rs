//! The page of one comment: its words in a form for whoever wrote it, and the way to take it away.

use domain::comments::LONGEST_TEXT;
use domain::elements::Element;
use maud::{Markup, html};

use super::asked::Wrong;
use super::said::said;
use super::store::Comment;
use super::url;
use crate::cx::Cx;
use crate::elements;
use crate::web::ui::{
    Button, Field, PageHead, Problem, Stop, breadcrumb_thread, button, button_link, error_summary,
    form_end, page_header, quote, section,
};

/// Everything the page shows.
pub(super) struct Page<'a> {
    pub(super) element: &'a Element,
    pub(super) comment: &'a Comment,
    pub(super) is_own: bool,
    pub(super) text: String,
    pub(super) reason: &'a str,
    pub(super) wrong: Option<Wrong>,
}

/// The page.
pub(super) fn body(cx: &Cx<'_, '_>, page: &Page<'_>) -> Markup {
    let texts = cx.texts();
    let element = page.element;
    let head = PageHead {
        eyebrow: element.title.clone(),
        title: texts.comments_one().to_owned(),
        ..PageHead::default()
    };
    let stops = [
        Stop::to(elements::url(element), &element.title),
        Stop::to(url(element.id), texts.comments_title()),
        Stop::here(texts.comments_one()),
    ];
    let wrong: Vec<Problem> =
        page.wrong.iter().map(|(at, words)| Problem::at(*at, words)).collect();
    html! {
        div.wrap.page {
            @if !wrong.is_empty() { (error_summary(texts.web_problems(), &wrong)) }
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            @if page.is_own { (change_form(cx, page)) }
            @else { (quote_of(page.comment)) }
            (section("ta-bort", texts.comments_remove(), "", &removal(cx, page)))
        }
    }
}

fn quote_of(comment: &Comment) -> Markup {
    html! {
        @if comment.text.lines().count() > 1 { div.said { (said(&comment.text)) } p.fine { (comment.person_name) } }
        @else { (quote(&comment.text, &html! { (comment.person_name) })) }
    }
}

fn at<'p>(page: &'p Page<'_>, name: &str) -> Option<&'p str> {
    page.wrong.as_ref().filter(|(at, _)| *at == name).map(|(_, words)| words.as_str())
}

fn change_form(cx: &Cx<'_, '_>, page: &Page<'_>) -> Markup {
    let texts = cx.texts();
    let most = u32::try_from(LONGEST_TEXT).unwrap_or(u32::MAX);
    let submit = html! {
        (button(Button::Primary, texts.web_save(), None))
        (button_link(Button::Secondary, &url(page.element.id), texts.web_cancel()))
    };
    html! {
        form.form method="post" action={ (url(page.element.id)) "/" (page.comment.id) } {
            input type="hidden" name="version" value=(page.comment.version);
            (Field::textarea("text", texts.comments_text()).hint(texts.comments_change_hint()).value(&page.text)
                .limit(most, &texts.comments_left("{left}", "{max}"), &texts.web_over("{max}", "{over}")).problem(at(page, "text")))
            (form_end(&submit, None))
        }
    }
}

fn removal(cx: &Cx<'_, '_>, page: &Page<'_>) -> Markup {
    let texts = cx.texts();
    let action = format!("{}/{}/ta-bort", url(page.element.id), page.comment.id);
    let submit = html! { (button(Button::Secondary, texts.comments_remove_button(), None)) };
    html! {
        form.form method="post" action=(action) {
            input type="hidden" name="version" value=(page.comment.version);
            p.soft { (texts.comments_remove_text()) }
            @if !page.is_own {
                (Field::text("skal", texts.comments_reason()).hint(texts.comments_reason_hint()).value(page.reason).problem(at(page, "skal")))
            }
            (form_end(&submit, None))
        }
    }
}
