//! Tables with caption, column headers and, where rows have names, row headers.

use super::Page;
use super::escape::{element, escaped};
use crate::{Align, Cell, Row, Table};

impl Page<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        self.tables += 1;
        // A wide table is moved sideways on a narrow screen, also from the keyboard.
        let id = format!("report-table-{}", self.tables);
        self.raw(&format!(
            "<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"{id}\">\
             <table><caption id=\"{id}\">"
        ));
        let label = format!("{} {}", self.labels.table, self.tables);
        self.caption(&label, &table.caption, &table.source);
        self.raw("</caption><thead><tr>");
        for column in &table.columns {
            let start = format!("<th scope=\"col\"{}>", class(column.align));
            element(&mut self.out, &start, &column.header, "</th>");
        }
        self.raw("</tr></thead><tbody>");
        for row in &table.rows {
            self.row(table, row);
        }
        self.raw("</tbody></table></div>");
    }

    fn row(&mut self, table: &Table, row: &Row) {
        self.raw(if row.strong { "<tr class=\"strong\">" } else { "<tr>" });
        for (index, cell) in row.cells.iter().enumerate() {
            let align = table.columns.get(index).map_or(Align::Start, |column| column.align);
            let names_row = table.row_headers && index == 0;
            let name = if names_row { "th" } else { "td" };
            let scope = if names_row { " scope=\"row\"" } else { "" };
            self.raw(&format!("<{name}{scope}{}>", class(align)));
            match cell {
                Cell::Text { text } => self.text(text),
                Cell::Status { status } => self.status(status),
                Cell::Number { number } => escaped(&mut self.out, number),
            }
            self.raw(&format!("</{name}>"));
        }
        self.raw("</tr>");
    }
}

fn class(align: Align) -> &'static str {
    match align {
        Align::Start => "",
        Align::Centre => " class=\"centre\"",
        Align::End => " class=\"end\"",
    }
}
