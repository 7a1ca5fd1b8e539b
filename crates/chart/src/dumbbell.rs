//! Two groups compared row by row: paired dots on a common scale, such as women and men.

use crate::canvas::{Canvas, Caption, Frame};
use crate::label::{fitted, text_width};
use crate::path::PathData;
use crate::point::Width;
use crate::scale::{Scale, count, extent, nice_ticks, usable};
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
const FOOT: f64 = 28.0;
/// Room beside the outermost dots for their values.
const VALUE_ROOM: f64 = 46.0;

/// Room and scale of one drawing.
struct Layout {
    width: f64,
    height: f64,
    size: f64,
    row: f64,
    left: f64,
    x: Scale,
    ticks: Vec<f64>,
    narrow: bool,
}

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
        self.axis(&mut canvas, &layout);
        for (i, pair) in self.rows.iter().enumerate() {
            draw_row(&mut canvas, &layout, pair, HEAD + layout.row * count(i));
        }
        canvas.finish()
    }

    fn layout(&self) -> Layout {
        let narrow = self.width == Width::Narrow;
        let (width, size, row) = if narrow { (340.0, 14.0, 46.0) } else { (690.0, 13.0, 32.0) };
        let values = self.rows.iter().flat_map(|r| [r.first, r.second]).filter_map(usable);
        let (low, high) = extent(values).unwrap_or((0.0, 1.0));
        let ticks = nice_ticks(low, high, if narrow { 4 } else { 6 });
        let widest = self.rows.iter().map(|r| text_width(&r.label, size)).fold(0.0, f64::max);
        let left = if narrow { 2.0 } else { widest.clamp(60.0, 230.0) + 14.0 };
        let range = (ticks.first().copied().unwrap_or(0.0), ticks.last().copied().unwrap_or(1.0));
        let x = Scale::new(range, (left + VALUE_ROOM, width - VALUE_ROOM));
        let height = HEAD + row * count(self.rows.len()) + FOOT;
        Layout { width, height, size, row, left, x, ticks, narrow }
    }

    fn legend(&self, canvas: &mut Canvas<'_>, layout: &Layout) {
        let mut x = layout.left + 8.0;
        for (name, filled) in [(&self.groups.0, true), (&self.groups.1, false)] {
            dot(canvas, (x, 11.0), filled);
            let text = canvas.tag("text").num("x", x + 12.0).num("y", 15.5);
            let text = text.num("font-size", layout.size).attr("font-weight", "600");
            text.ink("fill", Ink::Secondary).text(&fitted(name, layout.size, 140.0));
            x += 12.0 + text_width(name, layout.size).min(140.0) * 1.06 + 26.0;
        }
    }

    fn axis(&self, canvas: &mut Canvas<'_>, layout: &Layout) {
        let bottom = layout.height - FOOT;
        let lines = layout
            .ticks
            .iter()
            .fold(PathData::new(), |d, t| d.move_to(layout.x.at(*t), HEAD).vertical(bottom));
        canvas.tag("path").attr("d", &lines.0).stroke(Ink::Hairline, 1.0).end();
        let group = canvas.group().attr("text-anchor", "middle").num("font-size", layout.size);
        group.ink("fill", Ink::Small).open();
        for tick in &layout.ticks {
            let text = canvas.tag("text").num("x", layout.x.at(*tick)).num("y", bottom + 18.0);
            text.text(&(self.tick_label)(*tick));
        }
        canvas.end_group();
    }
}

fn draw_row(canvas: &mut Canvas<'_>, layout: &Layout, pair: &Pair, top: f64) {
    let y = if layout.narrow { top + 32.0 } else { top + layout.row / 2.0 };
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

fn value_label(
    canvas: &mut Canvas<'_>,
    layout: &Layout,
    text: &str,
    (x, y): (f64, f64),
    left: bool,
) {
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
