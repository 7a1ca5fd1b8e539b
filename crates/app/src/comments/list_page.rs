//! The page of what is said about an element: who reads it, the form, and the comments.

use domain::comments::LONGEST_TEXT;
use domain::elements::Element;
use domain::ids::{CommentId, PersonId};
use maud::{Markup, html};

use super::asked::Wrong;
use super::said::said;
use super::store::{Asked, Comment};
use super::{May, url};
use crate::cx::Cx;
use crate::elements;
use crate::i18n::datetime;
use crate::web::error::Answer;
use crate::web::ui::{
    Button, Field, Link, PageHead, Pagination, Problem, Stop, Tone, breadcrumb_thread, button,
    empty_state, error_summary, form_end, notice, page_header, pagination, section, tag,
};

/// What the form holds.
pub(super) struct Typed {
    pub(super) id: CommentId,
    pub(super) text: String,
    pub(super) chosen: String,
}

impl Typed {
    /// A form where nothing is written.
    pub(super) fn empty(cx: &Cx<'_, '_>) -> Self {
        Self { id: cx.new_id(), text: String::new(), chosen: String::new() }
    }
}

/// Everything the page shows.
pub(super) struct Page<'a> {
    pub(super) element: &'a Element,
    pub(super) may: May,
    pub(super) typed: Typed,
    pub(super) wrong: Option<&'a Wrong>,
    pub(super) rows: Vec<Comment>,
    pub(super) asked: Vec<Asked>,
    pub(super) proposed: Vec<String>,
    pub(super) count: i64,
    pub(super) nth: i64,
    pub(super) last: i64,
}

/// The page.
pub(super) fn body(cx: &Cx<'_, '_>, page: &Page<'_>) -> Answer<Markup> {
    let texts = cx.texts();
    let element = page.element;
    let person = cx.person_id()?;
    let head = PageHead {
        eyebrow: element.title.clone(),
        title: texts.comments_title().to_owned(),
        lead: texts.comments_lead().to_owned(),
        end: None,
    };
    let stops =
        [Stop::to(elements::url(element), &element.title), Stop::here(texts.comments_title())];
    let wrong: Vec<Problem> =
        page.wrong.iter().map(|(at, words)| Problem::at(*at, words)).collect();
    Ok(html! {
        div.wrap.page {
            @if !wrong.is_empty() { (error_summary(texts.web_problems(), &wrong)) }
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            (readers(cx, element))
            @if page.may.write { (form(cx, page)) }
            @if page.rows.is_empty() {
                (empty_state(texts.comments_none(), texts.comments_none_text(), None))
            } @else {
                (section("sagt", &texts.comments_said(page.count), "", &html! {
                    ol.files.comments { @for comment in &page.rows { (one(cx, page, comment, person)) } }
                    (pages(cx, page))
                }))
            }
        }
    })
}

/// Who can read what is written here, and what should not be.
fn readers(cx: &Cx<'_, '_>, element: &Element) -> Markup {
    let texts = cx.texts();
    let who = if element.is_undecided() {
        texts.comments_readers_of_draft(cx.structure.organisation.name(element.owner))
    } else {
        texts.comments_readers().to_owned()
    };
    notice(
        Tone::Event,
        texts.comments_who_reads(),
        &html! { p { (who) } p { (texts.comments_no_personal_data()) } },
    )
}

fn form(cx: &Cx<'_, '_>, page: &Page<'_>) -> Markup {
    let texts = cx.texts();
    let wrong =
        |name: &str| page.wrong.filter(|(at, _)| *at == name).map(|(_, words)| words.as_str());
    let most = u32::try_from(LONGEST_TEXT).unwrap_or(u32::MAX);
    let submit = html! { (button(Button::Primary, texts.comments_send(), None)) };
    html! {
        form.form method="post" action=(url(page.element.id)) {
            input type="hidden" name="id" value=(page.typed.id);
            (Field::textarea("text", texts.comments_text()).hint(texts.comments_text_hint())
                .value(&page.typed.text).limit(most, &texts.comments_left("{left}", "{max}"), &texts.web_over("{max}", "{over}")).problem(wrong("text")))
            (Field::text("namn", texts.comments_ask()).hint(texts.comments_ask_hint()).optional(texts.web_optional())
                .value(&page.typed.chosen).suggestions(page.proposed.clone()).problem(wrong("namn")))
            (form_end(&submit, None))
        }
    }
}

fn one(cx: &Cx<'_, '_>, page: &Page<'_>, comment: &Comment, person: PersonId) -> Markup {
    let texts = cx.texts();
    let when = datetime(cx.language(), cx.app.clock.local(comment.at));
    let may_change = comment.person == person && page.may.write || page.may.moderate;
    let asked: Vec<&Asked> =
        page.asked.iter().filter(|asked| asked.comment == comment.id).collect();
    let waits = asked.iter().any(|asked| asked.person == person && !asked.is_done);
    html! {
        li #{ "kommentar-" (comment.id) } {
            p.row.tight {
                b { (comment.person_name) }
                span.fine { (when) @if comment.edited_at.is_some() { ", " (texts.comments_edited()) } }
                @if comment.of_draft && !page.element.is_undecided() { (tag(Tone::Neutral, texts.comments_of_draft())) }
            }
            @if comment.removed_at.is_some() { p.soft { (taken_away(cx, comment)) } }
            @else {
                div.said { (said(&comment.text)) }
                @if !asked.is_empty() { p.fine { (texts.comments_asked()) " " (whom(cx, &asked)) } }
                @if waits || may_change {
                    div.row.tight {
                        @if waits { (done_form(cx, comment, false)) }
                        @if may_change { a.fine href={ (url(comment.element)) "/" (comment.id) } { (texts.comments_change_or_remove()) span.sr { " " (comment.person_name) ", " (when) } } }
                    }
                }
            }
        }
    }
}

fn whom(cx: &Cx<'_, '_>, asked: &[&Asked]) -> String {
    let texts = cx.texts();
    let told = asked.iter().map(|asked| {
        let state =
            if asked.is_done { texts.comments_is_done() } else { texts.comments_is_waiting() };
        format!("{} ({state})", asked.name)
    });
    told.collect::<Vec<_>>().join(", ")
}

fn taken_away(cx: &Cx<'_, '_>, comment: &Comment) -> String {
    let texts = cx.texts();
    if comment.reason.is_empty() {
        texts.comments_removed().to_owned()
    } else {
        texts.comments_removed_by(&comment.removed_by, &comment.reason)
    }
}

/// The button by which one is done with what one was asked.
pub(super) fn done_form(cx: &Cx<'_, '_>, comment: &Comment, home: bool) -> Markup {
    done_button(cx, (comment.element, comment.id), home)
}

/// As [`done_form`], where only identities are at hand.
pub(super) fn done_button(
    cx: &Cx<'_, '_>,
    (element, comment): (domain::ids::ElementId, CommentId),
    home: bool,
) -> Markup {
    html! {
        form method="post" action={ (url(element)) "/" (comment) "/klar" } {
            @if home { input type="hidden" name="hem" value="1"; }
            (button(Button::SmallSecondary, cx.texts().comments_done(), None))
        }
    }
}

fn pages(cx: &Cx<'_, '_>, page: &Page<'_>) -> Markup {
    let texts = cx.texts();
    let address = |at: i64| format!("{}?sida={at}", url(page.element.id));
    let step = |at: i64, words: &str| Link::new(address(at), words);
    html! {
        @if page.last > 1 {
            (pagination(&Pagination {
                label: texts.web_pages().to_owned(),
                shown: texts.comments_said(page.count),
                previous: (page.nth > 1).then(|| step(page.nth - 1, texts.web_previous())),
                next: (page.nth < page.last).then(|| step(page.nth + 1, texts.web_next())),
                pages: vec![step(page.nth, &page.nth.to_string())],
                current: 0,
            }))
        }
    }
}
