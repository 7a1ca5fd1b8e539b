//! The thread as a list: rows within rows with owner, responsible, status and latest change.

mod file;
mod rows;
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Element, Structure};
use domain::ids::{ElementId, PersonId};
use jiff::civil::Date;
use maud::{Markup, html};

use super::beginning::begin;
use super::columns::Columns;
use super::filters::Pills;
use super::map::views;
use super::notes::is_work;
use super::saved;
use super::seek::{MOST_FOUND, Seek};
use super::store::{self, Said};
use super::view::{Answers, View};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::web::error::{Answer, AppError};
use crate::web::ui::{
    Button, Link, PageHead, Pagination, button_link, empty_state, page_header, pagination,
};
pub(super) use file::download;
use rows::{Rows, Walk, flat};

/// Rows on a page: what is said of each takes a statement for every few.
pub(super) const ON_PAGE: usize = 100;

/// Shows the list.
pub(super) fn show(cx: &mut Cx<'_, '_>, view: &View) -> Answer {
    let structure = cx.structure.clone();
    let columns = Columns::of(&structure.model);
    let mut total = None;
    let rows = if view.narrows() {
        let found = Seek::new(cx, &structure, &columns, view)?.found();
        total = Some(found.len());
        flat(&found, view.page, ON_PAGE)
    } else {
        let reads = |owner| cx.reads_drafts_of(owner);
        let room = ON_PAGE;
        Walk { structure: &structure, columns: &columns, view, room, reads: &reads }.rows()
    };
    let list = List::of(cx, &structure, &columns, view, &rows, total)?;
    let saved = saved::part(cx, view)?;
    Ok(cx.wide_page(list.texts.thread_title(), Nav::Thread, &list.body(&rows, &saved)))
}

/// What the page needs beside the picture.
struct List<'a> {
    texts: Texts,
    structure: &'a Structure,
    columns: &'a Columns,
    view: &'a View,
    said: Said,
    names: BTreeMap<PersonId, String>,
    changed: BTreeMap<ElementId, Date>,
    /// What hangs on nothing, of those whose drafts the visitor reads.
    loose: BTreeSet<ElementId>,
    /// What the tag that is asked for is called.
    tag: String,
    may_plan: bool,
    me: Option<PersonId>,
    today: Date,
    /// How many the filters let through, when they narrow anything.
    total: Option<usize>,
}

impl<'a> List<'a> {
    fn of(
        cx: &mut Cx<'_, '_>,
        structure: &'a Structure,
        columns: &'a Columns,
        view: &'a View,
        rows: &Rows<'_>,
        total: Option<usize>,
    ) -> Result<Self, AppError> {
        let elements: Vec<&Arc<Element>> = rows.rows.iter().map(|row| row.element).collect();
        let ids: BTreeSet<ElementId> = elements.iter().map(|element| element.id).collect();
        let mut people: BTreeSet<PersonId> =
            elements.iter().filter_map(|element| element.responsible).collect();
        if let Some(Answers::Person(person)) = view.responsible {
            people.insert(person);
        }
        let loose = elements
            .iter()
            .filter(|one| structure.is_loose(one) && cx.reads_drafts_of(one.owner))
            .map(|one| one.id)
            .collect();
        let (worked, judged): (Vec<_>, Vec<_>) =
            elements.into_iter().partition(|element| is_work(element));
        let only = |some: Vec<&Arc<Element>>| some.into_iter().map(|one| one.id).collect();
        let said = store::said(cx.tx, &only(judged), &only(worked))?;
        let names = store::names(cx.tx, &people)?;
        let tag = match &view.tag {
            Some(tag) => crate::frameworks::title_of(cx, tag)?,
            None => String::new(),
        };
        let clock = cx.app.clock.clone();
        let changed = store::changed_at(cx.tx, &ids)?
            .into_iter()
            .map(|(id, at)| (id, clock.local(at).date()))
            .collect();
        Ok(Self {
            texts: cx.texts(),
            structure,
            columns,
            view,
            said,
            names,
            changed,
            loose,
            tag,
            may_plan: crate::app::may_somewhere(cx.visit, Action::Plan),
            me: cx.visit.person.as_deref().map(|person| person.id),
            today: cx.today(),
            total,
        })
    }

    fn body(&self, rows: &Rows<'_>, saved: &Markup) -> Markup {
        let texts = self.texts;
        let head = PageHead {
            title: texts.thread_title().to_owned(),
            lead: texts.thread_list_lead().to_owned(),
            end: Some(views(texts, self.view)),
            ..PageHead::default()
        };
        let pills = Pills {
            texts,
            structure: self.structure,
            view: self.view,
            names: &self.names,
            tag: &self.tag,
            me: self.me,
        };
        let nothing_written = rows.rows.is_empty() && !self.view.narrows();
        html! {
            div.wrap.page {
                (page_header(&head))
                @if nothing_written && self.view.page == 1 {
                    (begin(texts, self.may_plan))
                } @else {
                    (pills.render(""))
                    (saved)
                    @if rows.rows.is_empty() {
                        (empty_state(texts.thread_none_fit(), texts.thread_none_fit_text(), Some(&button_link(Button::Secondary, &self.all_url(), texts.thread_show_all()))))
                    } @else {
                        (self.table(rows))
                        (self.pages(rows))
                        p { a href={"/trad/lista.csv?" (self.view.query())} { (texts.thread_as_csv()) } }
                    }
                }
            }
        }
    }

    fn all_url(&self) -> String {
        self.view.with(View::widen)
    }

    fn pages(&self, rows: &Rows<'_>) -> Markup {
        let texts = self.texts;
        let page = self.view.page;
        let first = (page - 1) * ON_PAGE + 1;
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let shown = match self.total {
            Some(total) if total > MOST_FOUND => texts.thread_found_many(count(MOST_FOUND)),
            Some(total) => texts.thread_found(count(total)),
            None => texts.thread_rows(first, first + rows.rows.len().saturating_sub(1)),
        };
        let last = match self.total {
            Some(total) => total.min(MOST_FOUND).div_ceil(ON_PAGE),
            None => page + usize::from(rows.more),
        };
        if last < 2 {
            return html! { @if self.total.is_some() { p.fine { (shown) } } };
        }
        let link = |number: usize| {
            let url = self.view.with(|view| view.page = number);
            Link::new(url, number.to_string())
        };
        let step = |number: usize, words: &str| Link { text: words.to_owned(), ..link(number) };
        pagination(&Pagination {
            label: texts.web_pages().to_owned(),
            shown,
            previous: (page > 1).then(|| step(page - 1, texts.web_previous())),
            next: (page < last).then(|| step(page + 1, texts.web_next())),
            pages: (1..=last).map(link).collect(),
            current: page - 1,
        })
    }
}
