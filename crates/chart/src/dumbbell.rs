//! Two groups compared row by row: paired dots on a common scale, such as women and men.

use crate::canvas::{Canvas, Caption, Frame};
use crate::label::{fitted, text_width};
use crate::point::Width;
use crate::rows::{Rows, Shape};
use crate::scale::usable;
use crate::theme::{Ink, Theme};

/// One row: the values of the two groups.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Pair {
    /// What the row is about.
    pub label: String,
    /// Value of the first group.
    pub first: Option<f64>,
    /// The first value as written; without any value in the row, the words that say so.
    pub first_label: String,
    /// Value of the second group.
    pub second: Option<f64>,
    /// The second value as written.
    pub second_label: String,
}

/// Paired dots in rows. The first group has filled dots, the second hollow ones.
#[derive(Clone)]
pub struct Dumbbell<'a> {
    /// Accessible name. Both widths may use the same id.
    pub caption: Caption,
    /// Which drawing.
    pub width: Width,
    /// Names of the two groups.
    pub groups: (String, String),
    /// The rows in the caller's order.
    pub rows: Vec<Pair>,
    /// How a tick of the value axis is written.
    pub tick_label: &'a dyn Fn(f64) -> String,
}

const HEAD: f64 = 30.0;
/// Room beside the outermost dots for their values.
const VALUE_ROOM: f64 = 46.0;

impl Dumbbell<'_> {
    /// The picture as one `svg` element, 690 or 340 wide.
    pub fn svg(&self, theme: Theme<'_>) -> String {
        let layout = self.layout();
        let (class, variant) = match self.width {
            Width::Wide => ("chart chart-dumbbell wide", "-w"),
            Width::Narrow => ("chart chart-dumbbell narrow", "-n"),
        };
        let frame = Frame::new(class, layout.width, layout.height);
        let mut canvas = Canvas::informing(theme, &frame, &self.caption, variant);
        self.legend(&mut canvas, &layout);
        layout.axis(&mut canvas, self.tick_label);
        for (i, pair) in self.rows.iter().enumerate() {
            draw_row(&mut canvas, &layout, pair, (layout.top(i), layout.y(i)));
        }
        canvas.finish()
    }

    fn layout(&self) -> Rows {
        let values = self.rows.iter().flat_map(|r| [r.first, r.second]).filter_map(usable);
        let many = self.rows.len();
        let shape = Shape { head: HEAD, narrow_row: 46.0, wide_row: 32.0, many };
        Rows::new(self.width, &shape, values, |sheet| {
            let names = self.rows.iter().map(|r| text_width(&r.label, sheet.size));
            let widest = names.fold(0.0, f64::max);
            let left = if sheet.narrow { 2.0 } else { widest.clamp(60.0, 230.0) + 14.0 };
            (left, (left + VALUE_ROOM, sheet.width - VALUE_ROOM))
        })
    }

    fn legend(&self, canvas: &mut Canvas<'_>, layout: &Rows) {
        let mut x = layout.left + 8.0;
        for (name, filled) in [(&self.groups.0, true), (&self.groups.1, false)] {
            dot(canvas, (x, 11.0), filled);
            let text = canvas.tag("text").num("x", x + 12.0).num("y", 15.5);
            let text = text.num("font-size", layout.size).attr("font-weight", "600");
            text.ink("fill", Ink::Secondary).text(&fitted(name, layout.size, 140.0));
            x += 12.0 + text_width(name, layout.size).min(140.0) * 1.06 + 26.0;
        }
    }
}

fn draw_row(canvas: &mut Canvas<'_>, layout: &Rows, pair: &Pair, (top, y): (f64, f64)) {
    let (label_y, room) = if layout.narrow {
        (top + 14.0, layout.width - 4.0)
    } else {
        (y + 4.5, layout.left - 10.0)
    };
    let label = canvas.tag("text").num("x", 2.0).num("y", label_y).num("font-size", layout.size);
    let label = label.ink("fill", Ink::Text);
    if layout.narrow {
        label.halo(Ink::Sheet).text(&fitted(&pair.label, layout.size, room));
    } else {
        label.text(&fitted(&pair.label, layout.size, room));
    }
    let first = usable(pair.first).map(|v| layout.x.at(v));
    let second = usable(pair.second).map(|v| layout.x.at(v));
    if let (Some(a), Some(b)) = (first, second) {
        canvas.rule(a, b, y).stroke(Ink::Line, 2.0).end();
    }
    // The hollow dot first and larger where both fall together, so that neither is hidden.
    if let Some(x) = second {
        dot(canvas, (x, y), false);
    }
    if let Some(x) = first {
        dot(canvas, (x, y), true);
    }
    let first_is_left = first.unwrap_or(0.0) <= second.unwrap_or(f64::MAX);
    let values =
        [(first, &pair.first_label, first_is_left), (second, &pair.second_label, !first_is_left)];
    for (x, text, left) in values {
        if let Some(x) = x {
            value_label(canvas, layout, text, (x, y), left);
        }
    }
    if first.is_none() && second.is_none() && !pair.first_label.is_empty() {
        let text = canvas.tag("text").num("x", layout.left + 8.0).num("y", y + 4.5);
        let text = text.num("font-size", layout.size).ink("fill", Ink::Small);
        text.halo(Ink::Sheet).text(&fitted(&pair.first_label, layout.size, 240.0));
    }
}

fn value_label(canvas: &mut Canvas<'_>, layout: &Rows, text: &str, (x, y): (f64, f64), left: bool) {
    let (x, anchor) = if left { (x - 10.0, "end") } else { (x + 10.0, "start") };
    let tag = canvas.tag("text").num("x", x).num("y", y + 4.5).attr("text-anchor", anchor);
    let tag = tag.num("font-size", layout.size).ink("fill", Ink::Text).halo(Ink::Sheet);
    tag.text(&fitted(text, layout.size, VALUE_ROOM - 10.0));
}

fn dot(canvas: &mut Canvas<'_>, (x, y): (f64, f64), filled: bool) {
    let circle = canvas.tag("circle").num("cx", x).num("cy", y);
    if filled {
        circle.num("r", 4.6).ink("fill", Ink::Action).end();
    } else {
        circle
            .num("r", 6.0)
            .ink("fill", Ink::Sheet)
            .ink("stroke", Ink::Text)
            .num("stroke-width", 2.0)
            .end();
    }
}
