//! Units or groups below each other on a common scale, each value with the interval that chance puts
//! around it, and a line for what they are held against.

use crate::canvas::{Canvas, Caption, Frame};
use crate::label::{fitted, text_width};
use crate::marker::{self, LARGE};
use crate::path::PathData;
use crate::point::{Mark, PointState, Reference, Width};
use crate::rows::{Rows, Shape};
use crate::scale::usable;
use crate::theme::{Ink, Theme};

/// One value.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Span {
    /// Whose it is.
    pub label: String,
    /// The value; nothing is drawn where there is none.
    pub value: Option<f64>,
    /// The value as written, or the words that say why there is none.
    pub value_label: String,
    /// The ends of its interval; none where nothing is known of it.
    pub ends: Option<(f64, f64)>,
    /// What analysis says about it.
    pub mark: Mark,
}

/// Values with intervals in rows.
#[derive(Clone)]
pub struct Intervals<'a> {
    /// Accessible name. Both widths may use the same id.
    pub caption: Caption,
    /// Which drawing.
    pub width: Width,
    /// The rows in the caller's order.
    pub rows: Vec<Span>,
    /// What they are held against.
    pub reference: Option<Reference>,
    /// How a tick of the value axis is written.
    pub tick_label: &'a dyn Fn(f64) -> String,
}

const HEAD: f64 = 26.0;

impl Intervals<'_> {
    /// The picture as one `svg` element, 690 or 340 wide.
    pub fn svg(&self, theme: Theme<'_>) -> String {
        let layout = self.layout();
        let (class, variant) = match self.width {
            Width::Wide => ("chart chart-intervals wide", "-w"),
            Width::Narrow => ("chart chart-intervals narrow", "-n"),
        };
        let frame = Frame::new(class, layout.width, layout.height);
        let mut canvas = Canvas::informing(theme, &frame, &self.caption, variant);
        layout.axis(&mut canvas, self.tick_label);
        self.reference(&mut canvas, &layout);
        self.words(&mut canvas, &layout);
        self.spans(&mut canvas, &layout);
        for (i, row) in self.rows.iter().enumerate() {
            if let Some(value) = usable(row.value) {
                let at = (layout.x.at(value), layout.y(i));
                marker::draw(&mut canvas, (row.mark, PointState::Final), at, LARGE);
            }
        }
        canvas.finish()
    }

    fn layout(&self) -> Rows {
        let drawn = self.rows.iter().filter(|row| usable(row.value).is_some());
        let ends = drawn.flat_map(|row| {
            let (low, high) = row.ends.unzip();
            [row.value, low, high]
        });
        let reference = self.reference.as_ref().map(|one| one.value);
        let values = ends.chain([reference]).filter_map(usable);
        let many = self.rows.len();
        let shape = Shape { head: HEAD, narrow_row: 44.0, wide_row: 28.0, many };
        Rows::new(self.width, &shape, values, |sheet| {
            if sheet.narrow {
                return (6.0, (14.0, sheet.width - 16.0));
            }
            let widest =
                |texts: &dyn Fn(&Span) -> f64| self.rows.iter().map(texts).fold(0.0, f64::max);
            let names = widest(&|row| text_width(&row.label, sheet.size));
            let values = widest(&|row| match usable(row.value) {
                Some(_) => text_width(&row.value_label, sheet.size),
                None => 0.0,
            });
            let left = names.clamp(60.0, 230.0) + 16.0;
            let right = sheet.width - (values.clamp(30.0, 120.0) + 18.0);
            (left, (left + 8.0, right - 8.0))
        })
    }

    fn reference(&self, canvas: &mut Canvas<'_>, layout: &Rows) {
        let Some(reference) = &self.reference else { return };
        let Some(value) = usable(Some(reference.value)) else { return };
        let x = layout.x.at(value);
        let line = PathData::new().move_to(x, HEAD - 4.0).vertical(layout.bottom());
        canvas.tag("path").attr("d", &line.0).stroke(Ink::Text, 1.4).end();
        let half = text_width(&reference.label, layout.size) / 2.0;
        let centre = x.min(layout.width - half - 2.0).max(half + 2.0);
        let text = canvas.tag("text").num("x", centre).num("y", 14.0);
        let text = text.attr("text-anchor", "middle").num("font-size", layout.size);
        text.ink("fill", Ink::Text).attr("font-weight", "600").text(&reference.label);
    }

    /// Names, and values as written; in the narrow drawing both above the line.
    fn words(&self, canvas: &mut Canvas<'_>, layout: &Rows) {
        let group = canvas.group().num("font-size", layout.size).ink("fill", Ink::Text);
        group.halo(Ink::Sheet).open();
        for (i, row) in self.rows.iter().enumerate() {
            let y = layout.y(i);
            let (name_y, value_y) =
                if layout.narrow { (y - 14.0, y - 14.0) } else { (y + 4.5, y + 4.5) };
            let is_drawn = usable(row.value).is_some();
            let taken = text_width(&row.value_label, layout.size) * 1.06 + 10.0;
            let room = if layout.narrow { layout.width - taken - 4.0 } else { layout.left - 12.0 };
            let text = canvas.tag("text").num("x", 2.0).num("y", name_y);
            text.text(&fitted(&row.label, layout.size, room));
            let text = if is_drawn || layout.narrow {
                let end = canvas.tag("text").num("x", layout.width - 2.0);
                end.attr("text-anchor", "end")
            } else {
                canvas.tag("text").num("x", layout.left + 8.0).ink("fill", Ink::Small)
            };
            text.num("y", value_y).text(&row.value_label);
        }
        canvas.end_group();
    }

    fn spans(&self, canvas: &mut Canvas<'_>, layout: &Rows) {
        let mut lines = PathData::new();
        for (i, row) in self.rows.iter().enumerate() {
            let ends = row.ends.filter(|_| usable(row.value).is_some());
            let Some((low, high)) = ends else { continue };
            let Some((low, high)) = usable(Some(low)).zip(usable(Some(high))) else { continue };
            let (from, to, y) = (layout.x.at(low), layout.x.at(high), layout.y(i));
            lines = lines.move_to(from, y).horizontal(to);
            for end in [from, to] {
                lines = lines.move_to(end, y - 4.0).vertical(y + 4.0);
            }
        }
        if !lines.is_empty() {
            canvas.tag("path").attr("d", &lines.0).stroke(Ink::Line, 2.0).end();
        }
    }
}
