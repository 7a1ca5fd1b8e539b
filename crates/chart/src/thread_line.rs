//! The signature: knots on a thread that sags a little between them.

use crate::canvas::{Canvas, Caption, Frame};
use crate::path::PathData;
use crate::scale::{Scale, count};
use crate::theme::{Ink, Theme};

/// A stop on the thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Knot {
    /// Done: filled, on the thread.
    Done,
    /// Left to do: hollow, the thread towards it dotted.
    Left,
    /// A stop on the way to where one stands: hollow, on the thread.
    Passed,
    /// Where one stands: large, with a ring of light.
    Current,
}

/// A thread with its knots, evenly spaced.
#[derive(Clone, Debug, PartialEq)]
pub struct ThreadLine {
    /// Accessible name, for example "11 av 14 delar är klara".
    pub caption: Caption,
    /// The stops in order.
    pub knots: Vec<Knot>,
    /// Width of the drawing in pixels.
    pub width: f64,
}

/// More knots than this cannot be told apart; they are drawn in proportion.
const MOST_KNOTS: usize = 100;
const LEVEL: f64 = 8.0;

impl ThreadLine {
    /// Progress: `done` of `total` knots are filled.
    pub fn progress(caption: Caption, done: usize, total: usize) -> Self {
        let (done, total) = proportional(done.min(total), total);
        let knot = |i| if i < done { Knot::Done } else { Knot::Left };
        Self { caption, knots: (0..total).map(knot).collect(), width: 574.0 }
    }

    /// The way from the top of the plan to where one stands: `stops` stops, the last current.
    pub fn breadcrumb(caption: Caption, stops: usize) -> Self {
        let mut knots = vec![Knot::Passed; stops.min(MOST_KNOTS)];
        if let Some(last) = knots.last_mut() {
            *last = Knot::Current;
        }
        Self { caption, knots, width: 574.0 }
    }

    /// The picture as one `svg` element, 22 high (28 with a current stop).
    pub fn svg(&self, theme: Theme<'_>) -> String {
        let width = if self.width.is_finite() { self.width.clamp(40.0, 2000.0) } else { 574.0 };
        let current = self.knots.contains(&Knot::Current);
        let (height, level) = if current { (30.0, 15.0) } else { (22.0, LEVEL) };
        let frame = Frame::new("chart chart-thread", width, height);
        let mut canvas = Canvas::informing(theme, &frame, &self.caption, "");
        let edge = if current { 15.0 } else { 9.0 };
        let last = count(self.knots.len().saturating_sub(1));
        let x = Scale::new((0.0, last), (edge, width - edge));
        let spacing = (width - 2.0 * edge) / last.max(1.0);
        let radius = (spacing * 0.36).clamp(1.6, 6.0);
        let deepest = if current { 18.0 } else { 9.0 };
        self.threads(&mut canvas, &x, level, (spacing * 0.22).min(deepest));
        for kind in [Knot::Left, Knot::Passed, Knot::Done, Knot::Current] {
            let same = self.knots.iter().enumerate().filter(|(_, knot)| **knot == kind);
            let at: Vec<f64> = same.map(|(i, _)| x.at(count(i))).collect();
            draw_knots(&mut canvas, kind, &at, level, radius);
        }
        canvas.finish()
    }

    fn threads(&self, canvas: &mut Canvas<'_>, x: &Scale, level: f64, sag: f64) {
        let (mut whole, mut dotted) = (PathData::new(), PathData::new());
        for (i, knot) in self.knots.iter().enumerate().skip(1) {
            let (from, to) = (x.at(count(i - 1)), x.at(count(i)));
            let path = if *knot == Knot::Left { &mut dotted } else { &mut whole };
            let starts =
                path.is_empty() || (self.knots[i - 1] == Knot::Left) != (*knot == Knot::Left);
            let mut d = std::mem::take(path);
            if starts {
                d = d.move_to(from, level);
            }
            *path = d.quadratic(f64::midpoint(from, to), level + sag, to, level);
        }
        if !whole.is_empty() {
            canvas.tag("path").attr("d", &whole.0).stroke(Ink::Thread, 2.2).end();
        }
        if !dotted.is_empty() {
            let path = canvas.tag("path").attr("d", &dotted.0).stroke(Ink::Line, 1.6);
            path.attr("stroke-dasharray", "3 4").end();
        }
    }
}

/// Keeps the share when there are too many knots, and never shows none or all wrongly.
fn proportional(done: usize, total: usize) -> (usize, usize) {
    if total <= MOST_KNOTS {
        return (done, total);
    }
    let scaled = done.saturating_mul(MOST_KNOTS) / total;
    let shown = if done == 0 { 0 } else { scaled.max(1) };
    (shown, MOST_KNOTS)
}

/// Draws the knots of one kind in one group, which carries what they have in common.
fn draw_knots(canvas: &mut Canvas<'_>, kind: Knot, at: &[f64], level: f64, r: f64) {
    if at.is_empty() {
        return;
    }
    let fine = if r < 4.0 { 1.2 } else { 2.0 };
    if kind == Knot::Current {
        canvas.group().ink("fill", Ink::Thread).attr("fill-opacity", ".2").open();
        circles(canvas, at, level, r + 9.0);
        canvas.end_group();
    }
    let group = canvas.group();
    let (group, r) = match kind {
        Knot::Done => (group.ink("fill", Ink::Thread), r),
        Knot::Current => (group.ink("fill", Ink::Thread), r + 4.0),
        Knot::Left => {
            let group = group.ink("fill", Ink::Sheet).ink("stroke", Ink::Line);
            (group.num("stroke-width", fine), r - 0.4)
        }
        Knot::Passed => {
            let group = group.ink("fill", Ink::Sheet).ink("stroke", Ink::Thread);
            (group.num("stroke-width", fine + 1.0), r - 0.5)
        }
    };
    group.open();
    circles(canvas, at, level, r);
    canvas.end_group();
}

fn circles(canvas: &mut Canvas<'_>, at: &[f64], y: f64, r: f64) {
    for x in at {
        canvas.tag("circle").num("cx", *x).num("cy", y).num("r", r).end();
    }
}

/// One length of sagging thread that stretches to its container: for pages that place the knots
/// themselves above their words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct ThreadSegment;

impl ThreadSegment {
    /// The picture as one decorative `svg` element.
    pub fn svg(self, theme: Theme<'_>) -> String {
        let frame = Frame { fit: Some("none"), ..Frame::new("thread-segment", 100.0, 22.0) };
        let mut canvas = Canvas::decorative(theme, &frame);
        let path = canvas.tag("path").attr("d", "M0 6C28 20 72 20 100 6").stroke(Ink::Thread, 2.5);
        path.attr("vector-effect", "non-scaling-stroke").end();
        canvas.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_knots_keep_their_share_and_never_look_finished_too_early() {
        assert_eq!(proportional(11, 14), (11, 14));
        assert_eq!(proportional(999, 1000), (99, 100));
        assert_eq!(proportional(1, 1000), (1, 100));
        assert_eq!(proportional(0, 1000), (0, 100));
        assert_eq!(proportional(1000, 1000), (100, 100));
    }
}
