//! What hangs under something that is about to end, and the reports where somebody writes about it.

use std::sync::Arc;

use domain::elements::{Element, Structure};
use maud::{Markup, html};

use super::super::plan_page::count;
use super::super::store;
use super::super::words::type_word;
use crate::cx::Cx;
use crate::elements;
use crate::i18n::Texts;
use crate::web::error::AppError;
use crate::web::ui::{Tone, notice};

/// Most things below that are named.
const MOST_NAMED: usize = 12;

/// What an ending leaves behind.
pub(super) struct Below {
    /// What hangs on nothing afterwards.
    loose: Vec<Arc<Element>>,
    /// What hangs on something else too.
    held: Vec<Arc<Element>>,
    /// Reports that are not handed in where it is written about.
    reports: i64,
}

impl Below {
    /// Reads it, as the visitor may know of it.
    pub(super) fn of(
        cx: &mut Cx<'_, '_>,
        structure: &Structure,
        element: &Element,
    ) -> Result<Self, AppError> {
        let reports = store::reports_under_way(cx.tx, element.id)?;
        let children = structure.children(element.id).into_iter();
        let children = children.filter(|one| cx.may_see(one)).map(Arc::clone);
        let (loose, held) =
            children.partition(|child: &Arc<Element>| structure.parents(child.id).count() == 1);
        Ok(Self { loose, held, reports })
    }

    /// Whether nothing is left behind.
    pub(super) fn is_nothing(&self) -> bool {
        self.loose.is_empty() && self.held.is_empty() && self.reports == 0
    }

    /// It in words.
    pub(super) fn told(&self, texts: Texts, structure: &Structure) -> Markup {
        let list = |all: &[Arc<Element>]| {
            html! {
                ul.plain-list { @for one in all.iter().take(MOST_NAMED) { li { a href=(elements::url(one)) { (one.title) } " (" (type_word(texts.language, structure, one)) ")" } } }
                @if all.len() > MOST_NAMED { p { (texts.goals_end_loose_more(count(all.len() - MOST_NAMED))) } }
            }
        };
        let loose = html! { p { (texts.goals_end_loose_text()) } (list(&self.loose)) };
        let held = list(&self.held);
        let reports = html! { p { (texts.goals_end_reports_text()) } };
        html! {
            @if !self.loose.is_empty() { (notice(Tone::Partly, texts.goals_end_loose(), &loose)) }
            @if !self.held.is_empty() { (notice(Tone::Neutral, texts.goals_end_held(), &held)) }
            @if self.reports > 0 { (notice(Tone::Partly, &texts.goals_end_reports(self.reports), &reports)) }
        }
    }
}
