//! The thread in words: sentences in nested lists, for those who listen, print or cannot see lines.

use std::sync::Arc;

use domain::elements::{Element, Structure};
use domain::steering::Role;
use maud::{Markup, html};

use super::branch::{Branch, Told, alone, gather, tell};
use super::columns::Columns;
use super::filters::Pills;
use super::focus::{focus, way_to};
use super::map::views;
use super::seek::{MOST_FOUND, Seek};
use super::view::View;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::web::error::Answer;
use crate::web::ui::{
    self, Button, Link, PageHead, Pagination, button_link, empty_state, page_header, pagination,
};

/// Elements and measures on a page; what does not fit is told of with a link.
const ON_PAGE: usize = 120;

/// Elements on a page when filters narrow.
const NARROWED_ON_PAGE: usize = 40;

/// Shows one branch, or the whole municipality a top goal at a time; what filters let through, one
/// after the other.
pub(super) fn show(cx: &mut Cx<'_, '_>, view: &View) -> Answer {
    let structure = cx.structure.clone();
    let columns = Columns::of(&structure.model);
    if view.narrows() {
        return narrowed(cx, &structure, &columns, view);
    }
    let tops = tops(&structure, &columns);
    let own = if view.whole { None } else { focus(cx, &structure, &columns, view) };
    let whole = own.is_none();
    let Some(top) = own.or_else(|| tops.get(view.page - 1).map(|top| (*top).clone())) else {
        let texts = cx.texts();
        let empty = empty_state(texts.thread_empty(), texts.thread_empty_text(), None);
        return page(cx, view, &empty);
    };
    let mut left = ON_PAGE;
    let branch = [gather(&structure, &columns, view, &top, &mut left)];
    let way = way_to(&structure, &columns, &top);
    let told = tell(cx, &structure, &branch, &way, view.year)?;
    let texts = cx.texts();
    let [branch] = &branch;
    let sentences = html! {
        div.reading { (ui::in_words(&told.nested(&way, branch))) }
        @if whole { (pages(texts, view, tops.len())) }
        @else { p { a href=(whole_url(view)) { (texts.thread_whole()) } } }
    };
    page(cx, view, &sentences)
}

fn narrowed(cx: &mut Cx<'_, '_>, structure: &Structure, columns: &Columns, view: &View) -> Answer {
    let texts = cx.texts();
    let found = Seek::new(cx, structure, columns, view)?.found();
    let before = (view.page - 1).saturating_mul(NARROWED_ON_PAGE);
    let shown = found.iter().skip(before).take(NARROWED_ON_PAGE);
    let branches: Vec<Branch<'_>> = shown.map(|one| alone(structure, columns, one)).collect();
    if branches.is_empty() {
        let all = button_link(Button::Secondary, &view.with(View::widen), texts.thread_show_all());
        let empty = empty_state(texts.thread_none_fit(), texts.thread_none_fit_text(), Some(&all));
        return page(cx, view, &empty);
    }
    let told = tell(cx, structure, &branches, &[], view.year)?;
    let sentences: Vec<ui::Branch> = branches.iter().map(|one| told.branch(one)).collect();
    let count = i64::try_from(found.len().min(MOST_FOUND)).unwrap_or(i64::MAX);
    let last = found.len().min(MOST_FOUND).div_ceil(NARROWED_ON_PAGE);
    let body = html! {
        p.soft {
            @if found.len() > MOST_FOUND { (texts.thread_found_many(count)) }
            @else { (texts.thread_found(count)) }
        }
        div.reading { (ui::in_words(&sentences)) }
        (pages(texts, view, last))
    };
    page(cx, view, &body)
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

fn page(cx: &mut Cx<'_, '_>, view: &View, body: &Markup) -> Answer {
    let texts = cx.texts();
    let names = crate::thread::names::name_asked_for(cx, view)?;
    let structure = cx.structure.clone();
    let pills = Pills {
        texts,
        structure: &structure,
        view,
        names: &names,
        tag: "",
        me: cx.visit.person.as_deref().map(|person| person.id),
    };
    let body = html! {
        div.wrap.page {
            (page_header(&head(texts, view)))
            (pills.render(""))
            (body)
        }
    };
    Ok(cx.page(texts.thread_words_title(), Nav::Thread, &body))
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
