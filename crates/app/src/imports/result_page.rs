//! The page of an import that was read in or undone: what it wrote, or what could not be undone.

use domain::elements::Structure;
use domain::imports::Applied;
use maud::{Markup, html};

use super::look::ROWS_SHOWN;
use super::store::{ImportFile, ImportState};
use super::words::{file_name, state_word};
use crate::i18n::Texts;
use crate::measures::{outcome_words, period_words, url_for};
use crate::web::ui::{
    Button, Column, Fact, PageHead, Row, Stop, Table, Tone, breadcrumb_thread, button, facts,
    notice, page_header, section,
};

/// Everything the page shows.
pub(super) struct ResultPage<'a> {
    pub texts: Texts,
    pub structure: &'a Structure,
    pub file: &'a ImportFile,
    /// When the file was handed in.
    pub at: String,
    /// The first rows it wrote; after it was undone, those that were left.
    pub rows: Vec<Applied>,
    /// The first rows it put beside the values that are used; after it was undone, those left.
    pub beside: Vec<Applied>,
}

impl ResultPage<'_> {
    pub(super) fn body(&self) -> Markup {
        let texts = self.texts;
        let name = file_name(texts, self.file);
        let head = PageHead {
            eyebrow: texts.imports_result().to_owned(),
            title: name.clone(),
            lead: String::new(),
            end: None,
        };
        let stops = [
            Stop::to("/matt", texts.measures_title()),
            Stop::to("/matt/inlasning", texts.imports_title()),
            Stop::here(&name),
        ];
        html! {
            div.wrap.page {
                (breadcrumb_thread(texts.web_thread_label(), &stops))
                (page_header(&head))
                (self.outcome())
                (self.summary())
                @if !self.rows.is_empty() { (self.table()) }
                @if !self.beside.is_empty() { (self.table_beside()) }
                @if self.file.state == ImportState::Applied { (self.undo()) }
            }
        }
    }

    fn outcome(&self) -> Markup {
        let (texts, count) = (self.texts, self.file.value_count);
        match self.file.state {
            ImportState::Undone if self.rows.is_empty() && self.beside.is_empty() => notice(
                Tone::Neutral,
                texts.imports_undone(),
                &html! { p { (texts.imports_undone_text()) } },
            ),
            ImportState::Undone => notice(
                Tone::Partly,
                texts.imports_undone(),
                &html! { p { (texts.imports_left_text()) } },
            ),
            _ => notice(
                Tone::Good,
                &texts.imports_done(count),
                &html! { p { (texts.imports_done_text()) } },
            ),
        }
    }

    fn summary(&self) -> Markup {
        let texts = self.texts;
        let source = if self.file.origin.is_empty() {
            texts.imports_source_own()
        } else {
            self.file.origin.as_str()
        };
        facts(&[
            Fact::new(texts.imports_source(), source),
            Fact::new(texts.imports_state(), state_word(texts, self.file.state)),
            Fact::new(texts.imports_values(), &self.file.value_count.to_string()),
            Fact::new(texts.imports_who(), &self.file.person_name),
            Fact::new(texts.imports_when(), &self.at),
            Fact::rich(texts.imports_digest(), html! { span.fine { (self.file.digest) } }),
        ])
    }

    fn table(&self) -> Markup {
        let texts = self.texts;
        let undone = self.file.state == ImportState::Undone;
        let title = if undone { texts.imports_left() } else { texts.imports_written() };
        let note = if self.rows.len() == ROWS_SHOWN {
            texts.imports_first(i64::try_from(ROWS_SHOWN).unwrap_or(0))
        } else {
            String::new()
        };
        let table = self.rows_table("rader", title, &self.rows);
        section("inlasning-rader", title, &note, &table)
    }

    fn table_beside(&self) -> Markup {
        let title = self.texts.imports_written_beside();
        let table = self.rows_table("rader-bredvid", title, &self.beside);
        section("inlasning-bredvid", title, self.texts.imports_beside_note(), &table)
    }

    fn rows_table(&self, id: &'static str, title: &str, rows: &[Applied]) -> Markup {
        let texts = self.texts;
        let rows = rows.iter().map(|row| self.row(row)).collect();
        let columns = vec![
            Column::text(texts.imports_measure()),
            Column::text(texts.measures_org_unit()),
            Column::text(texts.imports_group()),
            Column::text(texts.measures_period()),
            Column::number(texts.imports_before()),
        ];
        html! { (Table::new(id, title, columns, rows).hide_caption().dense().stacked()) }
    }

    fn row(&self, row: &Applied) -> Row {
        let (texts, key) = (self.texts, &row.key);
        let title =
            self.structure.element(key.measure).map_or("", |element| element.title.as_str());
        let before = match (row.before, self.structure.measure(key.measure)) {
            (Some(kept), Some(measure)) => outcome_words(texts, measure, kept.value),
            _ => texts.measures_unreported().to_owned(),
        };
        Row::new(vec![
            html! { a href=(url_for(key.measure, key.org_unit)) { (title) } },
            html! { (self.structure.organisation.name(key.org_unit)) },
            html! { (key.breakdown) },
            html! { (period_words(texts.language, key.period)) },
            html! { (before) },
        ])
    }

    fn undo(&self) -> Markup {
        let texts = self.texts;
        let body = html! {
            p { (texts.imports_undo_text()) }
            form method="post" action={(super::url(self.file.id)) "/angra"} {
                (button(Button::Careful, texts.imports_undo(), None))
            }
        };
        section("angra", texts.imports_undo_title(), "", &body)
    }
}
