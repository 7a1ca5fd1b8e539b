//! The bullet graph after Stephen Few: one bar, one target line, bands in tints of one hue.
//!
//! The bar always starts at zero. Label and value stand beside the picture on the page.

use crate::canvas::{Canvas, Caption, Frame};
use crate::scale::{Scale, extent, nice_ticks, usable};
use crate::theme::{Ink, Theme, Tone};

/// Which way is better; decides which end of the scale has the palest band.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Desired {
    /// Higher values are better.
    #[default]
    Higher,
    /// Lower values are better.
    Lower,
}

/// One value against its target.
#[derive(Clone, Debug, PartialEq)]
pub struct Bullet {
    /// Accessible name.
    pub caption: Caption,
    /// The outcome; `None` draws bands and target only.
    pub value: Option<f64>,
    /// The target.
    pub target: Option<f64>,
    /// Where one band gives way to the next, ascending; at most four.
    pub band_edges: Vec<f64>,
    /// End of the scale, for example 100 for shares. Without it a round end is found.
    pub end: Option<f64>,
    /// Which way is better.
    pub desired: Desired,
    /// Colour of the bar.
    pub tone: Tone,
}

const WIDTH: f64 = 280.0;
const HEIGHT: f64 = 18.0;
/// Few asks for a bar of about a third of the height.
const BAR: f64 = HEIGHT * 0.38;
const MOST_BANDS: usize = 5;

impl Bullet {
    /// The picture as one `svg` element that stretches to its container's width.
    pub fn svg(&self, theme: Theme<'_>) -> String {
        let frame = Frame { fit: Some("none"), ..Frame::new("chart chart-bullet", WIDTH, HEIGHT) };
        let mut canvas = Canvas::informing(theme, &frame, &self.caption, "");
        let range = self.range();
        let x = Scale::new(range, (0.0, WIDTH));
        self.bands(&mut canvas, &x, range);
        if let Some(value) = usable(self.value) {
            let (zero, end) = (x.at(0.0), x.at(value));
            let bar = canvas.tag("rect").num("x", zero.min(end)).num("y", (HEIGHT - BAR) / 2.0);
            let bar = bar.num("width", (end - zero).abs()).num("height", BAR);
            bar.ink("fill", self.tone.ink()).end();
        }
        if let Some(target) = usable(self.target) {
            let left = (x.at(target) - 1.5).clamp(0.0, WIDTH - 3.0);
            let line = canvas.tag("rect").num("x", left).num("y", 2.0).num("width", 3.0);
            line.num("height", HEIGHT - 4.0).ink("fill", Ink::Text).end();
        }
        canvas.finish()
    }

    /// Zero is always on the scale.
    fn range(&self) -> (f64, f64) {
        let given = [self.value, self.target].into_iter().filter_map(usable);
        let (low, high) =
            extent(given.chain(self.band_edges.iter().copied()).chain([0.0])).unwrap_or((0.0, 1.0));
        let ticks = nice_ticks(low, high, 6);
        let round = |t: Option<&f64>, fallback: f64| t.copied().unwrap_or(fallback);
        let start = if low < 0.0 { round(ticks.first(), low) } else { 0.0 };
        let end = match usable(self.end) {
            Some(end) if end >= high && end > start => end,
            _ => round(ticks.last(), high),
        };
        (start, end)
    }

    fn bands(&self, canvas: &mut Canvas<'_>, x: &Scale, (start, end): (f64, f64)) {
        let mut edges: Vec<f64> =
            self.band_edges.iter().copied().filter(|e| usable(Some(*e)).is_some()).collect();
        edges.retain(|e| start < *e && *e < end);
        edges.sort_by(f64::total_cmp);
        edges.truncate(MOST_BANDS - 1);
        edges.insert(0, start);
        edges.push(end);
        let bands = edges.len() - 1;
        for (i, pair) in edges.windows(2).enumerate() {
            let from_best = match self.desired {
                Desired::Higher => bands - 1 - i,
                Desired::Lower => i,
            };
            let (left, right) = (x.at(pair[0]), x.at(pair[1]));
            let rect = canvas.tag("rect").num("x", left).num("width", right - left);
            rect.num("height", HEIGHT).band(from_best).end();
        }
    }
}
