//! Points by two values: a funnel of units by size, or cost beside quality with a cross of medians.

use crate::canvas::{Canvas, Caption, Frame};
use crate::label::{Area, fitted, text_width};
use crate::marker::{self, LARGE};
use crate::path::PathData;
use crate::point::{Mark, PointState, Reference, Width};
use crate::scale::{Scale, extent, nice_ticks, usable};
use crate::theme::{Ink, Theme};

/// One point.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Spot {
    /// Its place along the bottom.
    pub x: f64,
    /// Its place upwards.
    pub y: f64,
    /// Its name; empty for those that are named in the table alone.
    pub label: String,
    /// What analysis says about it.
    pub mark: Mark,
    /// The reader's own: ringed, whatever analysis says.
    pub own: bool,
}

/// A line through the picture, such as a limit.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Curve {
    /// Its points from left to right.
    pub points: Vec<(f64, f64)>,
    /// Dashes instead of an unbroken line.
    pub dashed: bool,
    /// Written where it ends, to the right; empty is not written.
    pub label: String,
}

/// Points by two values.
#[derive(Clone)]
pub struct Scatter<'a> {
    /// Accessible name. Both widths may use the same id.
    pub caption: Caption,
    /// Which drawing.
    pub width: Width,
    /// The points.
    pub spots: Vec<Spot>,
    /// Lines such as limits.
    pub curves: Vec<Curve>,
    /// An upright line.
    pub upright: Option<Reference>,
    /// A level line.
    pub level: Option<Reference>,
    /// What is along the bottom.
    pub x_title: String,
    /// What is upwards.
    pub y_title: String,
    /// How a tick along the bottom is written.
    pub x_tick: &'a dyn Fn(f64) -> String,
    /// How a tick upwards is written.
    pub y_tick: &'a dyn Fn(f64) -> String,
}

/// Room and scales of one drawing.
struct Layout {
    width: f64,
    size: f64,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    x: Scale,
    y: Scale,
    x_ticks: Vec<f64>,
    y_ticks: Vec<f64>,
}

impl Scatter<'_> {
    /// The picture as one `svg` element, 690 or 340 wide.
    pub fn svg(&self, theme: Theme<'_>) -> String {
        let layout = self.layout();
        let (class, variant) = match self.width {
            Width::Wide => ("chart chart-scatter wide", "-w"),
            Width::Narrow => ("chart chart-scatter narrow", "-n"),
        };
        let frame = Frame::new(class, layout.width, layout.bottom + 44.0);
        let mut canvas = Canvas::informing(theme, &frame, &self.caption, variant);
        self.axes(&mut canvas, &layout);
        self.curves(&mut canvas, &layout);
        let words = self.cross(&mut canvas, &layout);
        let spots: Vec<(&Spot, (f64, f64))> = self
            .spots
            .iter()
            .filter(|spot| usable(Some(spot.x)).is_some() && usable(Some(spot.y)).is_some())
            .map(|spot| (spot, (layout.x.at(spot.x), layout.y.at(spot.y))))
            .collect();
        let usual: Vec<(f64, f64)> =
            spots.iter().filter(|(spot, _)| spot.mark == Mark::Usual).map(|(_, at)| *at).collect();
        marker::usual_discs(&mut canvas, &usual, LARGE);
        for (spot, at) in &spots {
            if spot.mark != Mark::Usual {
                marker::draw(&mut canvas, (spot.mark, PointState::Final), *at, LARGE);
            }
            if spot.own {
                let ring = canvas.tag("circle").num("cx", at.0).num("cy", at.1).num("r", 9.0);
                ring.stroke(Ink::Text, 1.6).end();
            }
        }
        names(&mut canvas, &layout, &spots, words);
        canvas.finish()
    }

    fn layout(&self) -> Layout {
        let narrow = self.width == Width::Narrow;
        let (width, size, height) =
            if narrow { (340.0, 14.0, 250.0) } else { (690.0, 13.0, 330.0) };
        let of_curves = || self.curves.iter().flat_map(|curve| curve.points.iter());
        let reference = |one: &Option<Reference>| one.as_ref().map(|one| one.value);
        let xs = self.spots.iter().map(|spot| spot.x).chain(of_curves().map(|at| at.0));
        let ys = self.spots.iter().map(|spot| spot.y).chain(of_curves().map(|at| at.1));
        let (x_low, x_high) = extent(xs.chain(reference(&self.upright))).unwrap_or((0.0, 1.0));
        let (y_low, y_high) = extent(ys.chain(reference(&self.level))).unwrap_or((0.0, 1.0));
        let x_ticks = nice_ticks(x_low, x_high, if narrow { 4 } else { 6 });
        let y_ticks = nice_ticks(y_low, y_high, 5);
        let labels = y_ticks.iter().map(|tick| text_width(&(self.y_tick)(*tick), size));
        let left = labels.fold(18.0, f64::max).min(width * 0.3) + 12.0;
        let ends = self.curves.iter().map(|curve| text_width(&curve.label, size));
        let right = width - (ends.fold(8.0, f64::max).min(width * 0.25) + 14.0);
        let (top, bottom) = (34.0, 34.0 + height);
        let ends = |ticks: &[f64]| {
            (ticks.first().copied().unwrap_or(0.0), ticks.last().copied().unwrap_or(1.0))
        };
        let x = Scale::new(ends(&x_ticks), (left, right));
        let y = Scale::new(ends(&y_ticks), (bottom, top));
        Layout { width, size, left, right, top, bottom, x, y, x_ticks, y_ticks }
    }

    fn axes(&self, canvas: &mut Canvas<'_>, layout: &Layout) {
        let lines = layout.y_ticks.iter().fold(PathData::new(), |d, tick| {
            d.move_to(layout.left, layout.y.at(*tick)).horizontal(layout.right)
        });
        canvas.tag("path").attr("d", &lines.0).stroke(Ink::Hairline, 1.0).end();
        let group = canvas.group().num("font-size", layout.size).ink("fill", Ink::Small);
        group.open();
        for tick in &layout.y_ticks {
            let text = canvas.tag("text").num("x", layout.left - 8.0);
            let text = text.num("y", layout.y.at(*tick) + 4.5).attr("text-anchor", "end");
            text.text(&(self.y_tick)(*tick));
        }
        for tick in &layout.x_ticks {
            let text = canvas.tag("text").num("x", layout.x.at(*tick));
            let text = text.num("y", layout.bottom + 18.0).attr("text-anchor", "middle");
            text.text(&(self.x_tick)(*tick));
        }
        canvas.end_group();
        let group = canvas.group().num("font-size", layout.size).ink("fill", Ink::Secondary);
        group.attr("font-weight", "600").open();
        let room = layout.width - 8.0;
        let text = canvas.tag("text").num("x", 2.0).num("y", 14.0);
        text.text(&fitted(&self.y_title, layout.size, room));
        let text = canvas.tag("text").num("x", layout.right).num("y", layout.bottom + 37.0);
        let text = text.attr("text-anchor", "end");
        text.text(&fitted(&self.x_title, layout.size, layout.right - 4.0));
        canvas.end_group();
    }

    fn curves(&self, canvas: &mut Canvas<'_>, layout: &Layout) {
        let mut ends: Vec<(f64, &str)> = Vec::new();
        for curve in &self.curves {
            let (mut line, mut end) = (PathData::new(), None);
            for (x, y) in &curve.points {
                if usable(Some(*x)).is_none() || usable(Some(*y)).is_none() {
                    continue;
                }
                let (x, y) = (layout.x.at(*x), layout.y.at(*y));
                line = if line.is_empty() { line.move_to(x, y) } else { line.line_to(x, y) };
                end = Some(y);
            }
            let Some(y) = end else { continue };
            ends.push((y, &curve.label));
            let tag = canvas.tag("path").attr("d", &line.0).stroke(Ink::Line, 1.5);
            if curve.dashed { tag.attr("stroke-dasharray", "5 4").end() } else { tag.end() }
        }
        let slots: Vec<crate::Slot> = ends
            .iter()
            .map(|(y, _)| crate::Slot { centre: *y, height: layout.size + 2.0, weight: 1.0 })
            .collect();
        let placed = crate::spread(&slots, layout.top - 8.0, layout.bottom + 8.0);
        let group = canvas.group().num("font-size", layout.size).ink("fill", Ink::Small);
        group.open();
        for ((_, label), y) in ends.iter().zip(placed) {
            if !label.is_empty() {
                let text = canvas.tag("text").num("x", layout.right + 6.0).num("y", y + 4.5);
                text.text(&fitted(label, layout.size, layout.width - layout.right - 6.0));
            }
        }
        canvas.end_group();
    }

    /// Draws the lines; returns the room that their words take.
    fn cross(&self, canvas: &mut Canvas<'_>, layout: &Layout) -> Vec<Area> {
        let mut words_at = Vec::new();
        let mut took = |right: f64, middle: f64, words: &str| {
            let left = right - text_width(words, layout.size) * WIDER;
            words_at.push(Area { left, top: middle - 8.0, right, bottom: middle + 8.0 });
        };
        let value = |one: &Option<Reference>| usable(one.as_ref().map(|one| one.value));
        let label = |one: &Option<Reference>| one.as_ref().map(|one| one.label.clone());
        if let Some(at) = value(&self.level) {
            let y = layout.y.at(at);
            canvas.rule(layout.left, layout.right, y).stroke(Ink::Text, 1.4).end();
            let text = canvas.tag("text").num("x", layout.right).num("y", y - 5.0);
            let text = text.attr("text-anchor", "end").num("font-size", layout.size);
            let words = label(&self.level).unwrap_or_default();
            text.ink("fill", Ink::Text).halo(Ink::Sheet).text(&words);
            took(layout.right, y - 9.0, &words);
        }
        if let Some(at) = value(&self.upright) {
            let x = layout.x.at(at);
            let line = PathData::new().move_to(x, layout.top).vertical(layout.bottom);
            canvas.tag("path").attr("d", &line.0).stroke(Ink::Text, 1.4).end();
            let words = label(&self.upright).unwrap_or_default();
            let half = text_width(&words, layout.size) / 2.0;
            let centre = x.min(layout.width - half - 2.0).max(half + 2.0);
            let text = canvas.tag("text").num("x", centre).num("y", layout.top - 4.0);
            let text = text.attr("text-anchor", "middle").num("font-size", layout.size);
            text.ink("fill", Ink::Text).halo(Ink::Sheet).text(&words);
            took(centre + half * WIDER, layout.top - 8.0, &words);
        }
        words_at
    }
}

/// Letters may be wider than they are taken to be: so much room is kept.
const WIDER: f64 = 1.12;

/// Names beside their points, to the right or the left; those without room are left to the table. One's
/// own is placed first, then those that stand out.
fn names(
    canvas: &mut Canvas<'_>,
    layout: &Layout,
    spots: &[(&Spot, (f64, f64))],
    words: Vec<Area>,
) {
    let of_spots = spots.iter().map(|(spot, (x, y))| {
        let reach = if spot.own { 10.0 } else { 6.0 };
        Area { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach }
    });
    let mut taken: Vec<Area> = of_spots.chain(words).collect();
    let mut spots: Vec<&(&Spot, (f64, f64))> = spots.iter().collect();
    spots.sort_by_key(|(spot, _)| (!spot.own, spot.mark == Mark::Usual));
    let group = canvas.group().num("font-size", layout.size).ink("fill", Ink::Text);
    group.halo(Ink::Sheet).open();
    for (spot, (x, y)) in spots {
        if spot.label.is_empty() {
            continue;
        }
        let name = fitted(&spot.label, layout.size, layout.width * 0.42);
        let wide = text_width(&name, layout.size) * WIDER;
        let places = [
            (x + 11.0, "start", x + 11.0, *y),
            (x - 11.0 - wide, "end", x - 11.0, *y),
            (x - wide / 2.0, "middle", *x, y - 16.0),
            (x - wide / 2.0, "middle", *x, y + 16.0),
        ];
        for (left, anchor, at, middle) in places {
            let (top, bottom) = (middle - 8.0, middle + 8.0);
            let area = Area { left, top, right: left + wide, bottom };
            let fits = left >= 2.0
                && area.right <= layout.width - 2.0
                && top >= layout.top - 12.0
                && bottom <= layout.bottom;
            if fits && !taken.iter().any(|other| other.overlaps(&area)) {
                let text = canvas.tag("text").num("x", at).num("y", middle + 4.5);
                let text = if anchor == "start" { text } else { text.attr("text-anchor", anchor) };
                text.text(&name);
                taken.push(area);
                break;
            }
        }
    }
    canvas.end_group();
}
