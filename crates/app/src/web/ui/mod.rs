//! The look of Tråden: components in maud that carry markup, classes and accessibility.
//! They know no concept and no language: every visible word is handed in, already localised.
//! Charts arrive as finished SVG.
//!
//! A page's body is `div.wrap.page` (margins) around `breadcrumb_thread`, `page_header`, `status_row` and
//! either [`section`]s or `div.with-side { div { sections } aside.side { section.section { h2 … } } }`.
//! `div.form` and `div.reading` keep lines short; `div.row` sets buttons in a line, `.sheet` is a surface,
//! `.lead`, `.soft`, `.fine` and `.eyebrow` are sizes of text, `.num` a large figure, `.sr` hidden words.

mod account;
mod actions;
mod autosave;
mod choices;
mod due;
mod figures;
mod forms;
mod frame;
mod heads;
mod lists;
mod messages;
mod reporting;
mod signals;
mod symbols;
mod tables;
mod texts;
mod thread;
mod tree;
mod views;

pub use account::Account;
pub use actions::{Button, button, button_form, button_link, button_opens, dialog, text_link};
pub use autosave::{AutosaveWords, Draft, autosave_status};
pub use choices::{Choice, checklist};
pub use due::{Due, progress_knots};
pub use figures::{ChartFigure, bullet, figure_key, multiples};
pub use forms::{Field, form_end, question_group};
pub use frame::{Assets, Frame, NavItem, Palette, Search, Width, layout};
pub use heads::{Hero, PageHead, Stop, breadcrumb_thread, page_header, section, status_row};
pub use lists::{
    DatedItem, Level, Setting, Task, TaskState, dates, levels, settings_list, task_list,
};
pub use messages::{Problem, broken_thread, empty_state, error_summary, notice};
pub use reporting::{ReviewRow, Step, StepState, gate, receipt, review_list, steps};
pub use signals::{ChainColumn, Signal, Spark, calm_rows, chain, signal_row, sparkline_card};
pub use symbols::{Symbol, Tone, brand_mark, signal_status, status, status_symbol, symbol};
pub use tables::{Align, Column, Row, Shape, Sort, Table};
pub use texts::{Fact, details_section, facts, facts_across, quote, recall, tag, voice};
pub use thread::{
    Card, Panel, Place, Thread, ThreadColumn, Vision, legend_of_lines, symbol_row, thread_columns,
    thread_panel,
};
pub use tree::{Branch, in_words, tree};
pub use views::{Filter, Filters, Pagination, filter_pills, folded_filters, pagination, segmented};

use maud::{Markup, Render};

/// A place to go and the words that lead there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// Address as written in `href`.
    pub url: String,
    /// Visible words.
    pub text: String,
}

impl Link {
    /// A link to `url` that reads `text`.
    pub fn new(url: impl Into<String>, text: impl Into<String>) -> Self {
        Self { url: url.into(), text: text.into() }
    }
}

impl Render for Link {
    fn render(&self) -> Markup {
        maud::html! { a href=(self.url) { (self.text) } }
    }
}

#[cfg(test)]
mod gallery;
