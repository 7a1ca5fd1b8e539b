//! The process behaviour chart (XmR): a series against its own mean and natural limits.
//!
//! Limits and marks are computed by the caller; this module only draws them.

mod axes;
mod labels;
mod lines;
mod notes;
mod plot;
mod values;

use crate::canvas::{Canvas, Caption, Frame};
use crate::point::{Baseline, Point, Reference, Width};
use crate::theme::Theme;
use plot::Plot;

/// Words beside the lines of the latest baseline, for example "Övre gräns 7,6". Empty words are
/// not written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BaselineLabels {
    /// Beside the upper limit.
    pub upper: String,
    /// Beside the mean.
    pub mean: String,
    /// Beside the lower limit.
    pub lower: String,
}

/// Something that happened at a point in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// Index of the point it happened at.
    pub at: usize,
    /// What happened, a few words.
    pub text: String,
}

/// A series with mean, natural limits, target and events.
#[derive(Clone)]
pub struct XmrChart<'a> {
    /// Accessible name. Both widths may use the same id; the drawings add their own letter.
    pub caption: Caption,
    /// Which drawing.
    pub width: Width,
    /// The series in time order.
    pub points: Vec<Point>,
    /// Baselines in time order. None: too few points for limits, only line and target are drawn.
    /// Lines break where a baseline follows another.
    pub baselines: Vec<Baseline>,
    /// Words of the last baseline.
    pub baseline_labels: BaselineLabels,
    /// The target in force.
    pub target: Option<Reference>,
    /// Points before which the line is cut: what is measured otherwise is not joined.
    pub cuts: Vec<usize>,
    /// Events, marked with a dotted line.
    pub annotations: Vec<Annotation>,
    /// Values the measure cannot pass, such as 0 and 100 per cent. Limits are drawn no further.
    pub bounds: (Option<f64>, Option<f64>),
    /// The last value as written beside its point. Empty is not written.
    pub last_label: String,
    /// How a tick of the value axis is written.
    pub tick_label: &'a dyn Fn(f64) -> String,
}

impl XmrChart<'_> {
    /// The picture as one `svg` element: 690 × 266 wide, 340 × 270 narrow.
    pub fn svg(&self, theme: Theme<'_>) -> String {
        let plot = Plot::new(self);
        let (class, variant) = match self.width {
            Width::Wide => ("chart chart-xmr wide", "-w"),
            Width::Narrow => ("chart chart-xmr narrow", "-n"),
        };
        let frame = Frame::new(class, plot.width, plot.height);
        let mut canvas = Canvas::informing(theme, &frame, &self.caption, variant);
        lines::bands(&mut canvas, self, &plot);
        axes::ticks(&mut canvas, self, &plot);
        axes::periods(&mut canvas, self, &plot);
        notes::draw(&mut canvas, &plot);
        values::series(&mut canvas, self, &plot);
        match self.width {
            Width::Wide => labels::beside(&mut canvas, self, &plot),
            Width::Narrow => labels::inside(&mut canvas, self, &plot),
        }
        canvas.finish()
    }

    /// Baselines that can be drawn, in order.
    fn drawable(&self) -> impl Iterator<Item = &Baseline> {
        self.baselines.iter().filter(|b| b.is_drawable(self.points.len()))
    }

    /// Indexes where a baseline follows another.
    fn steps(&self) -> Vec<usize> {
        let steps = self.drawable().skip(1).map(|b| b.first);
        let mut all: Vec<usize> = steps.chain(self.cuts.iter().copied()).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    fn within_bounds(&self, value: f64) -> f64 {
        let low = crate::scale::usable(self.bounds.0).unwrap_or(f64::NEG_INFINITY);
        let high = crate::scale::usable(self.bounds.1).unwrap_or(f64::INFINITY);
        value.max(low).min(high)
    }
}
