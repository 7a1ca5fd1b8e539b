//! The thread in words: sentences in nested lists, for those who listen, print or cannot see lines.

use std::sync::Arc;

use domain::elements::{Element, Structure};
use domain::steering::Role;
use maud::{Markup, html};

use super::branch::{Branch, Told, gather, tell};
use super::columns::Columns;
use super::focus::{focus, way_to};
use super::map::views;
use super::view::View;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::web::error::Answer;
use crate::web::ui::{self, Link, PageHead, Pagination, empty_state, page_header, pagination};

/// Elements and measures on a page; what does not fit is told of with a link.
const ON_PAGE: usize = 120;

/// Shows one branch, or the whole municipality a top goal at a time.
pub(super) fn show(cx: &mut Cx<'_, '_>, view: &View) -> Answer {
    let structure = cx.structure.clone();
    let columns = Columns::of(&structure.model);
    let tops = tops(&structure, &columns);
    let own = if view.whole { None } else { focus(cx, &structure, &columns, view) };
    let whole = own.is_none();
    let Some(top) = own.or_else(|| tops.get(view.page - 1).map(|top| (*top).clone())) else {
        let texts = cx.texts();
        let body = html! {
            div.wrap.page {
                (page_header(&head(texts, view)))
                (empty_state(texts.thread_empty(), texts.thread_empty_text(), None))
            }
        };
        return Ok(cx.page(texts.thread_words_title(), Nav::Thread, &body));
    };
    let mut left = ON_PAGE;
    let branch = gather(&structure, &columns, &top, &mut left);
    let way = way_to(&structure, &columns, &top);
    let told = tell(cx, &structure, &branch, &way, view.year)?;
    let texts = cx.texts();
    let body = page(texts, view, &told.nested(&way, &branch), whole.then_some(tops.len()));
    Ok(cx.page(texts.thread_words_title(), Nav::Thread, &body))
}

/// What the whole is read by: the elements of the first column.
fn tops<'a>(structure: &'a Structure, columns: &'a Columns) -> Vec<&'a Arc<Element>> {
    let first = columns.columns.first();
    first
        .into_iter()
        .flat_map(|column| &column.main)
        .flat_map(|found| structure.of_type(found))
        .collect()
}

fn head(texts: Texts, view: &View) -> PageHead {
    PageHead {
        title: texts.thread_words_title().to_owned(),
        lead: texts.thread_words_lead().to_owned(),
        end: Some(views(texts, view)),
        ..PageHead::default()
    }
}

fn page(texts: Texts, view: &View, sentences: &[ui::Branch], tops: Option<usize>) -> Markup {
    html! {
        div.wrap.page {
            (page_header(&head(texts, view)))
            div.reading { (ui::in_words(sentences)) }
            @match tops {
                Some(tops) => (pages(texts, view, tops)),
                None => p { a href=(whole_url(view)) { (texts.thread_whole()) } },
            }
        }
    }
}

fn whole_url(view: &View) -> String {
    view.with(|view| {
        view.focus = None;
        view.whole = true;
    })
}

fn pages(texts: Texts, view: &View, last: usize) -> Markup {
    let link = |number: usize| Link::new(view.with(|view| view.page = number), number.to_string());
    let step = |number: usize, words: &str| Link { text: words.to_owned(), ..link(number) };
    html! {
        @if last > 1 {
            (pagination(&Pagination {
                label: texts.web_pages().to_owned(),
                shown: texts.thread_branch_of(last, view.page),
                previous: (view.page > 1).then(|| step(view.page - 1, texts.web_previous())),
                next: (view.page < last).then(|| step(view.page + 1, texts.web_next())),
                pages: (1..=last).map(link).collect(),
                current: view.page - 1,
            }))
        }
    }
}

impl Told<'_> {
    /// The way down to the branch, each level inside the one above, and the branch innermost.
    fn nested(&self, way: &[&Arc<Element>], branch: &Branch<'_>) -> Vec<ui::Branch> {
        let mut inner = self.branch(branch);
        for element in way.iter().rev().skip(1) {
            if element.role != Role::Measure {
                inner = ui::Branch::with(self.sentence(element), String::new(), vec![inner], true);
            }
        }
        vec![inner]
    }
}
