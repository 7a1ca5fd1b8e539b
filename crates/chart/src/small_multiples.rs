//! Many units, one measure: a grid of small line charts that share their value axis.

use crate::canvas::{Canvas, Caption, Frame};
use crate::label::{fitted, text_width};
use crate::marker::{self, TINY};
use crate::path::PathData;
use crate::point::{Point, Width, is_end_or_alone, last_drawn};
use crate::scale::{Scale, count, extent, nice_ticks, usable};
use crate::theme::{Ink, Theme};

/// One small chart.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Panel {
    /// Whose values they are.
    pub label: String,
    /// The last value as written. Empty is not written.
    pub last_label: String,
    /// The series in time order. The period labels of the longest series are used for all.
    pub points: Vec<Point>,
}

/// A grid of small charts with a common value axis, in the caller's order.
#[derive(Clone)]
pub struct SmallMultiples<'a> {
    /// Accessible name. Both widths may use the same id.
    pub caption: Caption,
    /// Which drawing.
    pub width: Width,
    /// Panels beside each other in the wide drawing, 1 to 6; the narrow one has two.
    pub columns: usize,
    /// The charts.
    pub panels: Vec<Panel>,
    /// A target common to all.
    pub target: Option<f64>,
    /// How a tick of the value axis is written.
    pub tick_label: &'a dyn Fn(f64) -> String,
}

const PLOT: f64 = 58.0;
const HEAD: f64 = 24.0;
const ROW: f64 = HEAD + PLOT + 16.0;
const BETWEEN: f64 = 22.0;

/// Room and common scale of the grid.
struct Grid {
    width: f64,
    size: f64,
    columns: usize,
    ticks: Vec<f64>,
    /// One for each panel, in the same order.
    cells: Vec<Cell>,
}

/// Where one panel is drawn.
struct Cell {
    left: f64,
    right: f64,
    top: f64,
    x: Scale,
    y: Scale,
}

impl SmallMultiples<'_> {
    /// The picture as one `svg` element, 690 or 340 wide. It is written in layers over all
    /// panels, so that each colour is named once.
    pub fn svg(&self, theme: Theme<'_>) -> String {
        let grid = self.grid();
        let rows = count(self.panels.len().div_ceil(grid.columns));
        let (class, variant) = match self.width {
            Width::Wide => ("chart chart-multiples wide", "-w"),
            Width::Narrow => ("chart chart-multiples narrow", "-n"),
        };
        let frame = Frame::new(class, grid.width, (rows * ROW + 16.0).max(40.0));
        let mut canvas = Canvas::informing(theme, &frame, &self.caption, variant);
        if !self.panels.is_empty() {
            self.rules(&mut canvas, &grid);
            self.series(&mut canvas, &grid);
            self.names(&mut canvas, &grid);
            self.last_values(&mut canvas, &grid);
            self.tick_labels(&mut canvas, &grid);
            self.ends(&mut canvas, &grid);
        }
        canvas.finish()
    }

    fn grid(&self) -> Grid {
        let (width, size, columns) = match self.width {
            Width::Wide => (690.0, 13.0, self.columns.clamp(1, 6)),
            Width::Narrow => (340.0, 14.0, 2),
        };
        let values = self.panels.iter().flat_map(|p| p.points.iter().filter_map(Point::drawn));
        let (low, high) = extent(values.chain(usable(self.target))).unwrap_or((0.0, 1.0));
        let ticks = nice_ticks(low, high, 3);
        let labels = ticks.iter().map(|t| text_width(&(self.tick_label)(*t), size));
        let margin = labels.fold(14.0, f64::max).min(width * 0.25) + 10.0;
        let between = BETWEEN * count(columns - 1);
        let cell = (width - margin - 6.0 - between) / count(columns);
        let range = (ticks.first().copied().unwrap_or(0.0), ticks.last().copied().unwrap_or(1.0));
        let longest = self.panels.iter().map(|p| p.points.len()).max().unwrap_or(0);
        let periods = (0.0, count(longest.saturating_sub(1)));
        let place = |i: usize| {
            let left = margin + (cell + BETWEEN) * count(i % columns);
            let top = ROW * count(i / columns) + HEAD;
            let right = left + cell;
            let x = Scale::new(periods, (left + 3.0, right - 4.0));
            Cell { left, right, top, x, y: Scale::new(range, (top + PLOT, top)) }
        };
        let cells = (0..self.panels.len()).map(place).collect();
        Grid { width, size, columns, ticks, cells }
    }

    /// Lines of the ticks and of the target.
    fn rules(&self, canvas: &mut Canvas<'_>, grid: &Grid) {
        let levels = |values: &[f64]| {
            grid.cells.iter().fold(PathData::new(), |d, cell| {
                values
                    .iter()
                    .fold(d, |d, v| d.move_to(cell.left, cell.y.at(*v)).horizontal(cell.right))
            })
        };
        let ticks = levels(&grid.ticks);
        canvas.tag("path").attr("d", &ticks.0).stroke(Ink::Hairline, 1.0).end();
        if let Some(target) = usable(self.target) {
            let path = canvas.tag("path").attr("d", &levels(&[target]).0).stroke(Ink::Text, 1.4);
            path.attr("stroke-dasharray", "2 4").end();
        }
    }

    fn series(&self, canvas: &mut Canvas<'_>, grid: &Grid) {
        let (mut happened, mut forecast) = (String::new(), String::new());
        for (panel, cell) in self.panels.iter().zip(&grid.cells) {
            let (solid, dashed) = marker::line_paths(&panel.points, (&cell.x, &cell.y), &[]);
            happened.push_str(&solid.0);
            forecast.push_str(&dashed.0);
        }
        if !happened.is_empty() {
            let line = canvas.tag("path").attr("d", &happened).stroke(Ink::Neutral, 1.6);
            line.attr("stroke-linejoin", "round").end();
        }
        if !forecast.is_empty() {
            let line = canvas.tag("path").attr("d", &forecast).stroke(Ink::Neutral, 1.6);
            line.attr("stroke-dasharray", "4 3").end();
        }
        let (mut usual, mut special) = (Vec::new(), Vec::new());
        for (panel, cell) in self.panels.iter().zip(&grid.cells) {
            for (i, point) in panel.points.iter().enumerate() {
                let Some(value) = point.drawn() else { continue };
                let at = (cell.x.at(count(i)), cell.y.at(value));
                if !point.is_plain() {
                    special.push((point, at));
                } else if is_end_or_alone(&panel.points, i) {
                    usual.push(at);
                }
            }
        }
        marker::usual_discs(canvas, &usual, TINY);
        for (point, at) in special {
            marker::draw(canvas, (point.mark, point.state), at, TINY);
        }
    }

    fn names(&self, canvas: &mut Canvas<'_>, grid: &Grid) {
        let group = canvas.group().num("font-size", grid.size).ink("fill", Ink::Secondary);
        group.open();
        for (panel, cell) in self.panels.iter().zip(&grid.cells) {
            let taken = text_width(&panel.last_label, grid.size) * 1.06 + 6.0;
            let name = fitted(&panel.label, grid.size, cell.right - cell.left - taken);
            let text = canvas.tag("text").num("x", cell.left).num("y", cell.top - 9.0);
            text.text(&name);
        }
        canvas.end_group();
    }

    fn last_values(&self, canvas: &mut Canvas<'_>, grid: &Grid) {
        let group = canvas.group().attr("text-anchor", "end").heading_font();
        let group = group.attr("font-weight", "700").num("font-size", grid.size);
        group.ink("fill", Ink::Text).open();
        for (panel, cell) in self.panels.iter().zip(&grid.cells) {
            if panel.last_label.is_empty() {
                continue;
            }
            let ink = last_drawn(&panel.points).map_or(Ink::Text, |(_, _, p)| p.mark.text_ink());
            let text = canvas.tag("text").num("x", cell.right).num("y", cell.top - 9.0);
            let text = if ink == Ink::Text { text } else { text.ink("fill", ink) };
            text.text(&panel.last_label);
        }
        canvas.end_group();
    }

    /// The ends of the value axis, beside the first panel of each row. Three lines of text would
    /// not fit beside so low a plot in every case.
    fn tick_labels(&self, canvas: &mut Canvas<'_>, grid: &Grid) {
        let group = canvas.group().attr("text-anchor", "end").num("font-size", grid.size);
        group.ink("fill", Ink::Small).open();
        for cell in grid.cells.iter().step_by(grid.columns) {
            for tick in [grid.ticks.first(), grid.ticks.last()].into_iter().flatten() {
                let text = canvas.tag("text").num("x", cell.left - 8.0);
                text.num("y", cell.y.at(*tick) + 4.5).text(&(self.tick_label)(*tick));
            }
        }
        canvas.end_group();
    }

    /// First and last period under the lowest panel of each column.
    fn ends(&self, canvas: &mut Canvas<'_>, grid: &Grid) {
        let Some(longest) = self.panels.iter().max_by_key(|p| p.points.len()) else {
            return;
        };
        let first = longest.points.first().map_or("", |p| p.label.as_str());
        let last = longest.points.last().map_or("", |p| p.label.as_str());
        let together = text_width(first, grid.size) + text_width(last, grid.size) + 8.0;
        let group = canvas.group().num("font-size", grid.size).ink("fill", Ink::Small);
        group.open();
        for cell in grid.cells.iter().skip(grid.cells.len().saturating_sub(grid.columns)) {
            let (y, room) = (cell.top + PLOT + 17.0, cell.right - cell.left);
            if !first.is_empty() && together <= room {
                canvas.tag("text").num("x", cell.left).num("y", y).text(first);
            }
            if !last.is_empty() {
                let text = canvas.tag("text").num("x", cell.right).num("y", y);
                text.attr("text-anchor", "end").text(&fitted(last, grid.size, room));
            }
        }
        canvas.end_group();
    }
}
