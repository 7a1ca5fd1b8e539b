//! Frames for charts: heading, finding in words, the picture in two widths, the same as a table, and a file.

use maud::{Markup, Render, html};

use super::Link;

/// A chart with everything that must stand beside it.
#[derive(Clone, Debug, Default)]
pub struct ChartFigure {
    /// What is shown and in which unit.
    pub title: String,
    /// Heading level 3 instead of 2.
    pub sub: bool,
    /// Status at the far end of the heading.
    pub status: Option<Markup>,
    /// The finding in one sentence, before the picture.
    pub finding: String,
    /// The picture from 32 rem and up.
    pub wide: Markup,
    /// The picture in narrow places; the wide one is used when left out.
    pub narrow: Option<Markup>,
    /// Words of the fold and the table inside.
    pub table: Option<(String, Markup)>,
    /// The values as a file.
    pub csv: Option<Link>,
    /// Without sheet and border.
    pub bare: bool,
}

impl Render for ChartFigure {
    fn render(&self) -> Markup {
        html! {
            figure.chart.sheet[!self.bare].bare[self.bare] {
                header {
                    @if self.sub { h3 { (self.title) } } @else { h2 { (self.title) } }
                    @if let Some(status) = &self.status { (status) }
                }
                @if !self.finding.is_empty() { p.finding { (self.finding) } }
                @match &self.narrow {
                    Some(narrow) => {
                        div.chart-wide { (self.wide) }
                        div.chart-narrow { (narrow) }
                    },
                    None => div { (self.wide) },
                }
                @if let Some((words, table)) = &self.table {
                    details.chart-more {
                        summary { (words) }
                        (table)
                        @if let Some(csv) = &self.csv { a.csv href=(csv.url) download { (csv.text) } }
                    }
                }
            }
        }
    }
}

/// A measure against its target as a bar, in a narrow column; `bar` is the SVG.
pub fn bullet(title: &str, value: &str, target: &str, bar: &Markup) -> Markup {
    html! {
        div.bullet {
            span { (title) }
            span.num { (value) }
            div.chart-slot { (bar) }
            span.fine { (target) }
        }
    }
}

/// Explains the colours of a figure: class of the patch (`follow`, `plan`, `decide`) and word.
pub fn figure_key(entries: &[(&str, &str)]) -> Markup {
    html! { div.key { @for (class, word) in entries { span { i class=(class) {} (word) } } } }
}

/// Small pictures on a common axis, each with its own words in the SVG.
pub fn multiples(pictures: &[Markup]) -> Markup {
    html! { div.multiples { @for picture in pictures { div { (picture) } } } }
}
