//! Rows below each other on a common scale: the room and the axis that charts of rows share.

use crate::canvas::Canvas;
use crate::path::PathData;
use crate::point::Width;
use crate::scale::{Scale, count, extent, nice_ticks};
use crate::theme::Ink;

/// Room for the ticks below the rows.
const FOOT: f64 = 28.0;

/// How many rows there are and how high they and what stands above them are.
pub(crate) struct Shape {
    /// Room above the first row.
    pub(crate) head: f64,
    /// Height of a row in the narrow drawing, where the name stands above the line.
    pub(crate) narrow_row: f64,
    /// Height of a row in the wide drawing.
    pub(crate) wide_row: f64,
    pub(crate) many: usize,
}

/// What the room to the left and the right hangs on.
#[derive(Clone, Copy)]
pub(crate) struct Sheet {
    pub(crate) width: f64,
    /// Size of the letters.
    pub(crate) size: f64,
    pub(crate) narrow: bool,
}

/// Room and scale of one drawing.
pub(crate) struct Rows {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) size: f64,
    pub(crate) row: f64,
    /// Where the names end.
    pub(crate) left: f64,
    pub(crate) x: Scale,
    pub(crate) narrow: bool,
    ticks: Vec<f64>,
    head: f64,
}

impl Rows {
    /// Lays rows out. `ends` says where the names end, and from where to where values are drawn.
    pub(crate) fn new(
        width: Width,
        shape: &Shape,
        values: impl Iterator<Item = f64>,
        ends: impl Fn(Sheet) -> (f64, (f64, f64)),
    ) -> Self {
        let narrow = width == Width::Narrow;
        let (width, size, row) =
            if narrow { (340.0, 14.0, shape.narrow_row) } else { (690.0, 13.0, shape.wide_row) };
        let (low, high) = extent(values).unwrap_or((0.0, 1.0));
        let ticks = nice_ticks(low, high, if narrow { 4 } else { 6 });
        let (left, drawn) = ends(Sheet { width, size, narrow });
        let range = (ticks.first().copied().unwrap_or(0.0), ticks.last().copied().unwrap_or(1.0));
        let x = Scale::new(range, drawn);
        let height = shape.head + row * count(shape.many) + FOOT;
        Self { width, height, size, row, left, x, narrow, ticks, head: shape.head }
    }

    /// Where the last row ends.
    pub(crate) fn bottom(&self) -> f64 {
        self.height - FOOT
    }

    /// Where a row begins.
    pub(crate) fn top(&self, row: usize) -> f64 {
        self.head + self.row * count(row)
    }

    /// Where a row's line lies.
    pub(crate) fn y(&self, row: usize) -> f64 {
        let top = self.top(row);
        if self.narrow { top + 32.0 } else { top + self.row / 2.0 }
    }

    /// The ticks with a line up through the rows.
    pub(crate) fn axis(&self, canvas: &mut Canvas<'_>, tick_label: &dyn Fn(f64) -> String) {
        let bottom = self.bottom();
        let lines = self
            .ticks
            .iter()
            .fold(PathData::new(), |d, t| d.move_to(self.x.at(*t), self.head).vertical(bottom));
        canvas.tag("path").attr("d", &lines.0).stroke(Ink::Hairline, 1.0).end();
        let group = canvas.group().attr("text-anchor", "middle").num("font-size", self.size);
        group.ink("fill", Ink::Small).open();
        for tick in &self.ticks {
            let text = canvas.tag("text").num("x", self.x.at(*tick)).num("y", bottom + 18.0);
            text.text(&tick_label(*tick));
        }
        canvas.end_group();
    }
}
