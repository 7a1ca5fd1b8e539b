//! Tables with hairlines: caption, headed columns, numbers to the right, and a part of the page that scrolls by itself.

use maud::{Markup, Render, html};

/// How a column is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Text.
    #[default]
    Left,
    /// Numbers.
    Right,
    /// Symbols.
    Center,
}

impl Align {
    fn class(self) -> Option<&'static str> {
        match self {
            Self::Left => None,
            Self::Right => Some("right"),
            Self::Center => Some("center"),
        }
    }
}

/// Which way the table is sorted by a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Small first.
    Ascending,
    /// Large first.
    Descending,
}

/// One column.
#[derive(Clone, Debug, Default)]
pub struct Column {
    head: String,
    align: Align,
    sort_url: Option<String>,
    sorted: Option<Sort>,
    wide_only: bool,
}

impl Column {
    /// A column of text.
    pub fn text(head: impl Into<String>) -> Self {
        Self { head: head.into(), ..Self::default() }
    }

    /// A column of numbers.
    pub fn number(head: impl Into<String>) -> Self {
        Self { head: head.into(), align: Align::Right, ..Self::default() }
    }

    /// A column of symbols.
    pub fn symbol(head: impl Into<String>) -> Self {
        Self { head: head.into(), align: Align::Center, ..Self::default() }
    }

    /// Left out on a narrow screen; what it says must then stand in another cell, in something with
    /// the class `narrow-only`.
    #[must_use]
    pub fn wide_only(mut self) -> Self {
        self.wide_only = true;
        self
    }

    fn class(&self) -> Option<String> {
        let wide = self.wide_only.then_some("wide-only");
        let all: Vec<&str> = self.align.class().into_iter().chain(wide).collect();
        (!all.is_empty()).then(|| all.join(" "))
    }

    /// The head is a link that sorts; `sorted` tells how it stands now.
    #[must_use]
    pub fn sortable(mut self, url: impl Into<String>, sorted: Option<Sort>) -> Self {
        self.sort_url = Some(url.into());
        self.sorted = sorted;
        self
    }
}

/// One row; its first cell is the row's head.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Cells in the order of the columns.
    pub cells: Vec<Markup>,
    /// Id to link to.
    pub id: Option<String>,
}

impl Row {
    /// A row of ready cells.
    pub fn new(cells: Vec<Markup>) -> Self {
        Self { cells, id: None }
    }

    /// A row of plain words.
    pub fn words<S: AsRef<str>>(cells: &[S]) -> Self {
        Self::new(cells.iter().map(|words| html! { (words.as_ref()) }).collect())
    }
}

/// A table; `id` must be unique on the page.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Id of the table.
    pub id: String,
    /// What the table shows.
    pub caption: String,
    /// The caption is read but not shown, since a heading says it.
    pub hide_caption: bool,
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows.
    pub rows: Vec<Row>,
    /// Sums under the rows.
    pub foot: Vec<Row>,
    /// Tight rows whatever the reader has chosen.
    pub dense: bool,
    /// What the rows become.
    pub shape: Shape,
}

/// What the rows of a table become.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// Rows at every width.
    #[default]
    Rows,
    /// With lines between columns too, as in goals by committee.
    Ruled,
    /// On a narrow screen each row stands as lines, each led by its column's head.
    Stacked,
}

impl Table {
    /// A table from its parts.
    pub fn new(
        id: impl Into<String>,
        caption: impl Into<String>,
        columns: Vec<Column>,
        rows: Vec<Row>,
    ) -> Self {
        Self { id: id.into(), caption: caption.into(), columns, rows, ..Self::default() }
    }

    /// The caption is read, not shown.
    #[must_use]
    pub fn hide_caption(mut self) -> Self {
        self.hide_caption = true;
        self
    }

    /// With sums below.
    #[must_use]
    pub fn foot(mut self, rows: Vec<Row>) -> Self {
        self.foot = rows;
        self
    }

    /// Tight rows.
    #[must_use]
    pub fn dense(mut self) -> Self {
        self.dense = true;
        self
    }

    /// Lines between columns.
    #[must_use]
    pub fn ruled(mut self) -> Self {
        self.shape = Shape::Ruled;
        self
    }

    /// Rows become lines on a narrow screen, so that the last column is not out of sight.
    #[must_use]
    pub fn stacked(mut self) -> Self {
        self.shape = Shape::Stacked;
        self
    }

    /// A role said aloud: a browser forgets what a table is when its rows are no longer set as one.
    fn role(&self, role: &'static str) -> Option<&'static str> {
        (self.shape == Shape::Stacked).then_some(role)
    }

    fn head(&self) -> Markup {
        html! {
            thead role=[self.role("rowgroup")] {
                tr role=[self.role("row")] {
                    @for column in &self.columns {
                        @let sorted = column.sorted.map(|sort| if sort == Sort::Ascending { "ascending" } else { "descending" });
                        th scope="col" role=[self.role("columnheader")] class=[column.class()] aria-sort=[sorted] {
                            @match &column.sort_url {
                                Some(url) => a href=(url) { (column.head) },
                                None => (column.head),
                            }
                            @match column.sorted {
                                Some(Sort::Ascending) => span aria-hidden="true" { " ↑" },
                                Some(Sort::Descending) => span aria-hidden="true" { " ↓" },
                                None => {},
                            }
                        }
                    }
                }
            }
        }
    }

    fn row(&self, row: &Row) -> Markup {
        let is_stacked = self.shape == Shape::Stacked;
        html! {
            tr id=[row.id.as_deref()] role=[self.role("row")] {
                @for (position, cell) in row.cells.iter().enumerate() {
                    @let column = self.columns.get(position);
                    @let class = column.and_then(Column::class);
                    @let head = column.map(|column| &column.head).filter(|head| is_stacked && !head.is_empty());
                    @if position == 0 { th scope="row" role=[self.role("rowheader")] class=[&class] { (cell) } }
                    @else { td role=[self.role("cell")] data-head=[head] class=[class] { (cell) } }
                }
            }
        }
    }
}

impl Render for Table {
    fn render(&self) -> Markup {
        html! {
            div.table-scroll role="group" tabindex="0" aria-labelledby={(self.id) "-caption"} {
                table #(self.id) .dense[self.dense] .grid-table[self.shape == Shape::Ruled] .stacks[self.shape == Shape::Stacked] role=[self.role("table")] {
                    caption #{(self.id) "-caption"} .sr[self.hide_caption] { (self.caption) }
                    (self.head())
                    tbody role=[self.role("rowgroup")] { @for row in &self.rows { (self.row(row)) } }
                    @if !self.foot.is_empty() { tfoot role=[self.role("rowgroup")] { @for row in &self.foot { (self.row(row)) } } }
                }
            }
        }
    }
}
