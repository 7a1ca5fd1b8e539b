//! The page where it is told what the columns of a file mean, with the first rows beside.

use domain::imports::{Column, Mapping};
use formats::csv_text::Sheet;
use maud::{Markup, html};

use super::store::ImportFile;
use super::upload::meaning;
use super::words::file_name;
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::web::ui::{
    Button, Choice, Column as TableColumn, Field, PageHead, Problem, Row, Stop, Table,
    breadcrumb_thread, button, error_summary, form_end, page_header, section,
};

/// Rows of the file shown.
const ROWS: usize = 5;
/// Columns of the file shown and chosen among.
const COLUMNS: usize = 60;

/// Everything the page shows.
pub(super) struct ColumnsPage<'a> {
    texts: Texts,
    file: &'a ImportFile,
    sheet: &'a Sheet,
    mapping: &'a Mapping,
    /// Columns that were told wrongly.
    pub(super) problems: Vec<(Column, String)>,
    /// What was remembered of such files when the page was made; 0 is nothing.
    pub(super) version: i64,
}

impl<'a> ColumnsPage<'a> {
    pub(super) fn new(
        cx: &Cx<'_, '_>,
        file: &'a ImportFile,
        sheet: &'a Sheet,
        mapping: &'a Mapping,
    ) -> Self {
        Self { texts: cx.texts(), file, sheet, mapping, problems: Vec::new(), version: 0 }
    }

    pub(super) fn body(&self) -> Markup {
        let texts = self.texts;
        let name = file_name(texts, self.file);
        let head = PageHead {
            eyebrow: name.clone(),
            title: texts.imports_columns_title().to_owned(),
            lead: texts.imports_columns_text().to_owned(),
            end: None,
        };
        let stops = [
            Stop::to("/matt", texts.measures_title()),
            Stop::to("/matt/inlasning", texts.imports_title()),
            Stop::here(texts.imports_columns_title()),
        ];
        let problems: Vec<Problem> = self
            .problems
            .iter()
            .map(|(column, words)| {
                Problem::at(column.heading(), format!("{}: {words}", column_word(texts, *column)))
            })
            .collect();
        let submit = html! { (button(Button::Primary, texts.imports_columns_save(), None)) };
        html! {
            div.wrap.page {
                @if !problems.is_empty() { (error_summary(texts.web_problems(), &problems)) }
                (breadcrumb_thread(texts.web_thread_label(), &stops))
                (page_header(&head))
                form.form method="post" action=(super::columns_url(self.file.id)) {
                    input type="hidden" name="version" value=(self.version);
                    @for column in Column::READ { (self.field(column)) }
                    (form_end(&submit, None))
                }
                (section("borjan", texts.imports_first_rows(), "", &self.rows()))
            }
        }
    }

    fn field(&self, column: Column) -> Markup {
        let texts = self.texts;
        let mut choices = vec![Choice::new("", texts.imports_heading_none())];
        let mut found = false;
        for (place, heading) in self.sheet.header.iter().take(COLUMNS).enumerate() {
            let mut told = Mapping::default();
            told.set(column, heading);
            let is = !found
                && told.columns.get(column.heading()) == self.mapping.columns.get(column.heading());
            found |= is;
            choices.push(Choice::new(place.to_string(), shown(texts, place, heading)).chosen(is));
        }
        let problem = self.problems.iter().find(|(wrong, _)| *wrong == column);
        let mut field = Field::select(column.heading(), column_word(texts, column), choices)
            .hint(meaning(texts, column))
            .problem(problem.map(|(_, words)| words.as_str()));
        if !Column::NEEDED.contains(&column) {
            field = field.optional(texts.web_optional());
        }
        html! { (field) }
    }

    fn rows(&self) -> Markup {
        let heads = self.sheet.header.iter().take(COLUMNS).enumerate();
        let columns: Vec<TableColumn> = heads
            .map(|(place, heading)| TableColumn::text(shown(self.texts, place, heading)))
            .collect();
        let rows = self
            .sheet
            .rows
            .iter()
            .take(ROWS)
            .map(|(_, cells)| {
                let cell = |at: usize| cells.get(at).map_or("", String::as_str);
                Row::words(&(0..columns.len()).map(cell).collect::<Vec<_>>())
            })
            .collect();
        let caption = self.texts.imports_first_rows();
        html! { (Table::new("forsta-raderna", caption, columns, rows).hide_caption().dense()) }
    }
}

/// A heading as it is shown; one without words by its place.
fn shown(texts: Texts, place: usize, heading: &str) -> String {
    if heading.trim().is_empty() {
        texts.imports_heading_nameless(i64::try_from(place + 1).unwrap_or(0))
    } else {
        heading.chars().take(60).collect()
    }
}

/// What a column of ours is called among people.
fn column_word(texts: Texts, column: Column) -> &'static str {
    match column {
        Column::Measure => texts.imports_measure(),
        Column::OrgUnit => texts.measures_org_unit(),
        Column::Breakdown => texts.imports_group(),
        Column::Period => texts.measures_period(),
        Column::State => texts.measures_state(),
        Column::Value => texts.measures_value(),
        Column::Quality => texts.measures_quality(),
        Column::Count => texts.imports_count(),
    }
}
