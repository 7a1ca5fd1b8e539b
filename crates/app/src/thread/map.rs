//! The thread as a map: the vision above, a column for each level, the chosen element beside.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Element, Structure};
use domain::fulfilment::Fulfilment;
use domain::ids::ElementId;
use domain::steering::Role;
use jiff::civil::Date;
use maud::{Markup, html};

use super::beginning::begin;
use super::columns::Columns;
use super::filters::Pills;
use super::focus::focus;
use super::notes::is_work;
use super::panel;
use super::pick::{Loom, PickedColumn};
use super::store::{self, Said};
use super::view::{Look, View};
use crate::assessment::{fulfilment_symbol, fulfilment_word};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::web::error::{Answer, AppError};
use crate::web::ui::{
    Link, PageHead, legend_of_lines, page_header, segmented, status, thread_columns, thread_panel,
};

/// Shows the map.
pub(super) fn show(cx: &mut Cx<'_, '_>, view: &View) -> Answer {
    let structure = cx.structure.clone();
    let columns = Columns::of(&structure.model);
    let focus = focus(cx, &structure, &columns, view);
    let deviating = if view.deviating { Some(store::deviating(cx.tx)?) } else { None };
    let loom = Loom {
        structure: &structure,
        columns: &columns,
        view,
        focus: focus.as_ref(),
        deviating: deviating.as_ref(),
    };
    let picked = loom.pick();
    let said = said_of(cx, &picked)?;
    let texts = cx.texts();
    let names = crate::thread::names::name_asked_for(cx, view)?;
    let pills = Pills {
        texts,
        structure: &structure,
        view,
        names: &names,
        tag: "",
        me: cx.visit.person.as_deref().map(|person| person.id),
    };
    let note = said
        .latest()
        .map(|period| texts.thread_as_of(crate::measures::period_words(texts.language, period)));
    let page = Map {
        texts,
        filters: pills.render(&note.unwrap_or_default()),
        may_plan: crate::app::may_somewhere(cx.visit, Action::Plan),
        structure: &structure,
        columns: &columns,
        view,
        said: &said,
        today: cx.today(),
    };
    let beside = match &focus {
        Some(focus) => Some(thread_panel(&panel::of(cx, &columns, view, focus)?)),
        None => None,
    };
    let body = page.body(focus.as_ref(), &picked, beside.as_ref());
    Ok(cx.wide_page(page.texts.thread_title(), Nav::Thread, &body))
}

fn said_of(cx: &mut Cx<'_, '_>, picked: &[PickedColumn<'_>]) -> Result<Said, AppError> {
    let shown = picked.iter().flat_map(|column| &column.cards).map(|card| card.element);
    let (worked, judged): (Vec<_>, Vec<_>) = shown.partition(|element| is_work(element));
    let ids = |elements: Vec<&Arc<Element>>| -> BTreeSet<ElementId> {
        elements.into_iter().map(|element| element.id).collect()
    };
    Ok(store::said(cx.tx, &ids(judged), &ids(worked))?)
}

/// What the parts of the page are made from.
pub(super) struct Map<'a> {
    may_plan: bool,
    pub(super) texts: Texts,
    pub(super) structure: &'a Structure,
    pub(super) columns: &'a Columns,
    pub(super) view: &'a View,
    pub(super) said: &'a Said,
    pub(super) today: Date,
    filters: Markup,
}

impl Map<'_> {
    fn body(
        &self,
        focus: Option<&Arc<Element>>,
        picked: &[PickedColumn<'_>],
        beside: Option<&Markup>,
    ) -> Markup {
        let texts = self.texts;
        let head = PageHead {
            title: texts.thread_title().to_owned(),
            lead: texts.thread_lead().to_owned(),
            end: Some(views(texts, self.view)),
            ..PageHead::default()
        };
        html! {
            div.wrap.page {
                (page_header(&head))
                @if focus.is_none() && picked.iter().all(|column| column.cards.is_empty()) {
                    (begin(self.texts, self.may_plan))
                } @else {
                    (self.filters)
                    div.weave {
                        (thread_columns(&self.thread(focus, picked)))
                        @if let Some(beside) = beside { (beside) }
                    }
                    (self.legend())
                }
            }
        }
    }

    /// Shapes with the words of the scale that goals are judged on.
    fn legend(&self) -> Markup {
        let (texts, model) = (self.texts, &self.structure.model);
        let goal = model.types_with_role(Role::Goal).next();
        let statuses = html! {
            @for grade in [Fulfilment::Achieved, Fulfilment::Partly, Fulfilment::NotAchieved, Fulfilment::NotAssessed] {
                (status(fulfilment_symbol(grade), &fulfilment_word(texts, model, goal, grade)))
            }
        };
        legend_of_lines(
            texts.thread_legend(),
            &statuses,
            texts.thread_followed(),
            texts.thread_others(),
        )
    }
}

/// What the vision is called and when it shall have come true: `Vision 2040`.
pub fn root_words(texts: Texts, structure: &Structure, root: &Element) -> String {
    let element_type = structure.model.element_type(&root.element_type);
    let term = element_type.map(|found| crate::steering::singular(texts.language, &found.term));
    let term = term.unwrap_or_default();
    match root.ends_on {
        Some(day) => format!("{term} {}", day.year()),
        None => term,
    }
}

/// The views of the thread, which keep what is chosen.
pub(super) fn views(texts: Texts, view: &View) -> Markup {
    let words = |look: Look| match look {
        Look::Map => texts.thread_view_map(),
        Look::List => texts.thread_view_list(),
        Look::Grid => texts.thread_view_grid(),
        Look::Words => texts.thread_view_words(),
    };
    let links = Look::ALL.map(|look| {
        let url = view.with(|view| {
            view.look = look;
            view.whole = false;
        });
        Link::new(url, words(look))
    });
    let current = Look::ALL.iter().position(|look| *look == view.look).unwrap_or(0);
    segmented(texts.thread_view(), &links, current)
}
