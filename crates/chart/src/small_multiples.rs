//! Many units, one measure: a grid of small line charts that share their value axis.

use crate::canvas::{Canvas, Caption, Frame};
use crate::label::{fitted, text_width};
use crate::marker::{self, TINY};
use crate::point::{Mark, Point, PointState, Width, last_drawn};
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
    left: f64,
    cell: f64,
    ticks: Vec<f64>,
}

impl SmallMultiples<'_> {
    /// The picture as one `svg` element, 690 or 340 wide.
    pub fn svg(&self, theme: Theme<'_>) -> String {
        let grid = self.grid();
        let rows = count(self.panels.len().div_ceil(grid.columns));
        let (class, variant) = match self.width {
            Width::Wide => ("chart chart-multiples wide", "-w"),
            Width::Narrow => ("chart chart-multiples narrow", "-n"),
        };
        let frame = Frame::new(class, grid.width, (rows * ROW + 16.0).max(40.0));
        let mut canvas = Canvas::informing(theme, &frame, &self.caption, variant);
        for (i, panel) in self.panels.iter().enumerate() {
            let (column, row) = (i % grid.columns, i / grid.columns);
            let left = grid.left + (grid.cell + BETWEEN) * count(column);
            let top = ROW * count(row) + HEAD;
            self.panel(&mut canvas, &grid, panel, (left, top));
            if column == 0 {
                self.tick_labels(&mut canvas, &grid, top);
            }
            if i + grid.columns >= self.panels.len() {
                self.ends(&mut canvas, &grid, (left, top + PLOT + 17.0));
            }
        }
        canvas.finish()
    }

    fn grid(&self) -> Grid {
        let (width, size, columns) = match self.width {
            Width::Wide => (690.0, 13.0, self.columns.clamp(1, 6)),
            Width::Narrow => (340.0, 14.0, 2),
        };
        let values = self
            .panels
            .iter()
            .flat_map(|p| p.points.iter().filter_map(Point::drawn));
        let (low, high) = extent(values.chain(usable(self.target))).unwrap_or((0.0, 1.0));
        let ticks = nice_ticks(low, high, 3);
        let labels = ticks
            .iter()
            .map(|t| text_width(&(self.tick_label)(*t), size));
        let left = labels.fold(14.0, f64::max).min(width * 0.25) + 10.0;
        let between = BETWEEN * count(columns - 1);
        let cell = (width - left - 6.0 - between) / count(columns);
        Grid {
            width,
            size,
            columns,
            left,
            cell,
            ticks,
        }
    }

    fn vertical(grid: &Grid, top: f64) -> Scale {
        let first = grid.ticks.first().copied().unwrap_or(0.0);
        let last = grid.ticks.last().copied().unwrap_or(1.0);
        Scale::new((first, last), (top + PLOT, top))
    }

    fn longest(&self) -> usize {
        self.panels
            .iter()
            .map(|p| p.points.len())
            .max()
            .unwrap_or(0)
    }

    fn panel(&self, canvas: &mut Canvas<'_>, grid: &Grid, panel: &Panel, (left, top): (f64, f64)) {
        let right = left + grid.cell;
        let y = Self::vertical(grid, top);
        let x = Scale::new(
            (0.0, count(self.longest().saturating_sub(1))),
            (left + 3.0, right - 4.0),
        );
        let tick_lines = grid
            .ticks
            .iter()
            .fold(crate::canvas::PathData::new(), |d, t| {
                d.move_to(left, y.at(*t)).horizontal(right)
            });
        canvas
            .tag("path")
            .attr("d", &tick_lines.0)
            .stroke(Ink::Hairline, 1.0)
            .end();
        if let Some(target) = usable(self.target) {
            let rule = canvas
                .rule(left, right, y.at(target))
                .stroke(Ink::Text, 1.4);
            rule.attr("stroke-dasharray", "2 4").end();
        }
        let (solid, dashed) = marker::line_paths(&panel.points, (&x, &y), &[]);
        if !solid.is_empty() {
            let line = canvas
                .tag("path")
                .attr("d", &solid.0)
                .stroke(Ink::Neutral, 1.6);
            line.attr("stroke-linejoin", "round").end();
        }
        if !dashed.is_empty() {
            let line = canvas
                .tag("path")
                .attr("d", &dashed.0)
                .stroke(Ink::Neutral, 1.6);
            line.attr("stroke-dasharray", "4 3").end();
        }
        let last = last_drawn(&panel.points).map(|(i, _, _)| i);
        for (i, point) in panel.points.iter().enumerate() {
            let Some(value) = point.drawn() else { continue };
            let plain = point.mark == Mark::Usual && point.state == PointState::Final;
            if !plain || Some(i) == last {
                let at = (x.at(count(i)), y.at(value));
                marker::draw(canvas, (point.mark, point.state), at, TINY);
            }
        }
        heading(canvas, grid, panel, (left, right, top - 9.0));
    }

    fn tick_labels(&self, canvas: &mut Canvas<'_>, grid: &Grid, top: f64) {
        let y = Self::vertical(grid, top);
        let group = canvas
            .group()
            .attr("text-anchor", "end")
            .num("font-size", grid.size);
        group.ink("fill", Ink::Small).open();
        // Ends only: three lines of text would not fit beside so low a plot in every case.
        for tick in [grid.ticks.first(), grid.ticks.last()]
            .into_iter()
            .flatten()
        {
            let text = canvas
                .tag("text")
                .num("x", grid.left - 8.0)
                .num("y", y.at(*tick) + 4.5);
            text.text(&(self.tick_label)(*tick));
        }
        canvas.end_group();
    }

    /// First and last period under the lowest panel of each column.
    fn ends(&self, canvas: &mut Canvas<'_>, grid: &Grid, (left, y): (f64, f64)) {
        let Some(longest) = self.panels.iter().max_by_key(|p| p.points.len()) else {
            return;
        };
        let first = longest.points.first().map_or("", |p| p.label.as_str());
        let last = longest.points.last().map_or("", |p| p.label.as_str());
        let together = text_width(first, grid.size) + text_width(last, grid.size) + 8.0;
        let group = canvas
            .group()
            .num("font-size", grid.size)
            .ink("fill", Ink::Small);
        group.open();
        if !first.is_empty() && together <= grid.cell {
            canvas.tag("text").num("x", left).num("y", y).text(first);
        }
        if !last.is_empty() {
            let text = canvas.tag("text").num("x", left + grid.cell).num("y", y);
            text.attr("text-anchor", "end")
                .text(&fitted(last, grid.size, grid.cell));
        }
        canvas.end_group();
    }
}

fn heading(canvas: &mut Canvas<'_>, grid: &Grid, panel: &Panel, (left, right, y): (f64, f64, f64)) {
    let value_room = text_width(&panel.last_label, grid.size) * 1.06;
    let name = fitted(&panel.label, grid.size, right - left - value_room - 6.0);
    let label = canvas
        .tag("text")
        .num("x", left)
        .num("y", y)
        .num("font-size", grid.size);
    label.ink("fill", Ink::Secondary).text(&name);
    if panel.last_label.is_empty() {
        return;
    }
    let ink = last_drawn(&panel.points).map_or(Ink::Text, |(_, _, p)| p.mark.text_ink());
    let value = canvas
        .tag("text")
        .num("x", right)
        .num("y", y)
        .attr("text-anchor", "end");
    let value = value
        .heading_font()
        .attr("font-weight", "700")
        .num("font-size", grid.size);
    value.ink("fill", ink).text(&panel.last_label);
}
