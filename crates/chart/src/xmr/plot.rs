//! The room of the drawing: margins from the labels, scales from the values.

use super::XmrChart;
use super::notes::{self, Note};
use crate::label::text_width;
use crate::point::{Point, Width};
use crate::scale::{Scale, count, extent, nice_ticks, usable};

/// Text sizes in the drawing's own unit. The narrow drawing may be shown down to 290 px wide
/// before its text falls below twelve pixels.
pub(super) struct TextSizes {
    pub(super) small: f64,
    pub(super) value: f64,
}

/// Room and scales of one chart.
pub(super) struct Plot {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) x: Scale,
    pub(super) y: Scale,
    pub(super) ticks: Vec<(f64, String)>,
    pub(super) notes: Vec<Note>,
    pub(super) text: TextSizes,
}

impl Plot {
    pub(super) fn new(chart: &XmrChart<'_>) -> Self {
        let narrow = chart.width == Width::Narrow;
        let text = if narrow {
            TextSizes { small: 14.0, value: 18.0 }
        } else {
            TextSizes { small: 13.0, value: 17.0 }
        };
        let (width, height) = if narrow { (340.0, 270.0) } else { (690.0, 266.0) };
        let values = values(chart);
        let (low, high) = extent(values).unwrap_or((0.0, 1.0));
        let ticks: Vec<(f64, String)> =
            nice_ticks(low, high, 5).into_iter().map(|t| (t, (chart.tick_label)(t))).collect();
        let widest = ticks.iter().map(|(_, l)| text_width(l, text.small)).fold(0.0, f64::max);
        let left = (widest + 14.0).clamp(if narrow { 24.0 } else { 40.0 }, width * 0.25);
        let right = width - if narrow { 16.0 } else { label_room(chart, &text, width) };
        let ends = (0.0, count(chart.points.len().saturating_sub(1)));
        let x = Scale::new(ends, (left, right));
        let (notes, rows) = notes::place(chart, &x, (left, right), text.small);
        let top = 14.0 + 19.0 * count(rows);
        let bottom = height - 34.0;
        let range = (ticks.first().map_or(0.0, |t| t.0), ticks.last().map_or(1.0, |t| t.0));
        let y = Scale::new(range, (bottom, top));
        Self { width, height, left, right, top, bottom, x, y, ticks, notes, text }
    }

    /// Where the lines of a baseline start and end: half-way to the neighbouring points, or to
    /// the edge of the plot at the outer ends.
    pub(super) fn span(&self, first: usize, last: usize, points: usize) -> (f64, f64) {
        let start = if first == 0 { self.left } else { self.x.at(count(first) - 0.5) };
        let end = if last + 1 >= points { self.right } else { self.x.at(count(last) + 0.5) };
        (start, end)
    }
}

/// Everything that has to be visible on the value axis.
fn values(chart: &XmrChart<'_>) -> Vec<f64> {
    let mut values: Vec<f64> = chart.points.iter().filter_map(Point::drawn).collect();
    for baseline in chart.drawable() {
        values.push(chart.within_bounds(baseline.lower));
        values.push(chart.within_bounds(baseline.upper));
        values.push(baseline.mean);
    }
    values.extend(chart.target.iter().filter_map(|t| usable(Some(t.value))));
    values
}

/// Room to the right of the plot for the labels there.
fn label_room(chart: &XmrChart<'_>, text: &TextSizes, width: f64) -> f64 {
    let labels = &chart.baseline_labels;
    let mut widest = text_width(&chart.last_label, text.value) * 1.06;
    if chart.drawable().next().is_some() {
        for label in [&labels.upper, &labels.mean, &labels.lower] {
            widest = widest.max(text_width(label, text.small));
        }
    }
    if let Some(target) = &chart.target {
        widest = widest.max(text_width(&target.label, text.small) * 1.06);
    }
    // Some more than the estimate: the fallback font before the page's own has arrived is wider.
    (widest * 1.06 + 14.0).clamp(24.0, width * 0.34)
}
