//! A series in the size of a word: natural band, mean, target, the points that signal and the last one.

use crate::canvas::{Canvas, Caption, Frame};
use crate::marker::{self, MarkSizes, SMALL, TINY};
use crate::point::{Baseline, Point, is_end_or_alone};
use crate::scale::{Scale, count, extent, usable};
use crate::theme::{Ink, Theme};

/// How large the picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum SparklineSize {
    /// 250 × 56, for lists of findings.
    #[default]
    Usual,
    /// 120 × 32, for dense tables.
    Compact,
}

/// A small line chart without words; value and target stand beside it on the page.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Sparkline {
    /// Accessible name.
    pub caption: Caption,
    /// How large.
    pub size: SparklineSize,
    /// The series in time order.
    pub points: Vec<Point>,
    /// Baselines in time order; none when there are too few points.
    pub baselines: Vec<Baseline>,
    /// The target in force.
    pub target: Option<f64>,
}

impl Sparkline {
    /// The picture as one `svg` element of fixed size.
    pub fn svg(&self, theme: Theme<'_>) -> String {
        let (width, height, pad, sizes) = match self.size {
            SparklineSize::Usual => (250.0, 56.0, 6.0, SMALL),
            SparklineSize::Compact => (120.0, 32.0, 4.5, TINY),
        };
        let size = Some((width, height));
        let frame = Frame { size, ..Frame::new("chart chart-spark", width, height) };
        let mut canvas = Canvas::informing(theme, &frame, &self.caption, "");
        let last = count(self.points.len().saturating_sub(1));
        let x = Scale::new((0.0, last), (pad, width - pad));
        let y = Scale::new(self.range(), (height - pad, pad));
        self.lines(&mut canvas, &x, &y, width);
        self.series(&mut canvas, &x, &y, sizes);
        canvas.finish()
    }

    fn drawable(&self) -> impl Iterator<Item = &Baseline> {
        self.baselines.iter().filter(|b| b.is_drawable(self.points.len()))
    }

    fn range(&self) -> (f64, f64) {
        let limits = self.drawable().flat_map(|b| [b.lower, b.upper]);
        let values = self.points.iter().filter_map(Point::drawn);
        let (low, high) =
            extent(values.chain(limits).chain(usable(self.target))).unwrap_or((0.0, 1.0));
        if low < high { (low, high) } else { (low - 1.0, high + 1.0) }
    }

    fn lines(&self, canvas: &mut Canvas<'_>, x: &Scale, y: &Scale, width: f64) {
        let end = self.points.len().saturating_sub(1);
        for baseline in self.drawable() {
            let from = if baseline.first == 0 { 0.0 } else { x.at(count(baseline.first) - 0.5) };
            let to = if baseline.last >= end { width } else { x.at(count(baseline.last) + 0.5) };
            let (top, bottom) = (y.at(baseline.upper), y.at(baseline.lower));
            let rect = canvas.tag("rect").num("x", from).num("y", top).num("width", to - from);
            rect.num("height", bottom - top).ink("fill", Ink::Sunken).end();
            canvas.rule(from, to, y.at(baseline.mean)).stroke(Ink::Line, 1.0).end();
        }
        if let Some(target) = usable(self.target) {
            let rule = canvas.rule(0.0, width, y.at(target)).stroke(Ink::Text, 1.4);
            rule.attr("stroke-dasharray", "2 4").end();
        }
    }

    fn series(&self, canvas: &mut Canvas<'_>, x: &Scale, y: &Scale, sizes: MarkSizes) {
        let steps: Vec<usize> = self.drawable().skip(1).map(|b| b.first).collect();
        let (solid, dashed) = marker::line_paths(&self.points, (x, y), &steps);
        if !solid.is_empty() {
            let line = canvas.tag("path").attr("d", &solid.0).stroke(Ink::Neutral, 1.6);
            line.attr("stroke-linejoin", "round").end();
        }
        if !dashed.is_empty() {
            let line = canvas.tag("path").attr("d", &dashed.0).stroke(Ink::Neutral, 1.6);
            line.attr("stroke-dasharray", "4 3").end();
        }
        for (i, point) in self.points.iter().enumerate() {
            let Some(value) = point.drawn() else { continue };
            if !point.is_plain() || is_end_or_alone(&self.points, i) {
                let at = (x.at(count(i)), y.at(value));
                marker::draw(canvas, (point.mark, point.state), at, sizes);
            }
        }
    }
}
