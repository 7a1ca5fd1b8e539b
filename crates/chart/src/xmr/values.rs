//! The series itself: its line and the marks of its points.

use super::XmrChart;
use super::plot::Plot;
use crate::canvas::Canvas;
use crate::marker::{self, LARGE};
use crate::point::is_end_or_alone;
use crate::scale::count;
use crate::theme::Ink;

/// Closer together than this, usual points are left to the line.
const CLOSEST: f64 = 7.0;

pub(super) fn series(canvas: &mut Canvas<'_>, chart: &XmrChart<'_>, plot: &Plot) {
    let (solid, dashed) = marker::line_paths(&chart.points, (&plot.x, &plot.y), &chart.steps());
    for (path, pattern) in [(solid, None), (dashed, Some("6 4"))] {
        if path.is_empty() {
            continue;
        }
        let tag = canvas.tag("path").attr("d", &path.0).stroke(Ink::Neutral, 1.7);
        let tag = tag.attr("stroke-linejoin", "round");
        match pattern {
            Some(pattern) => tag.attr("stroke-dasharray", pattern).end(),
            None => tag.end(),
        }
    }
    marks(canvas, chart, plot);
}

fn marks(canvas: &mut Canvas<'_>, chart: &XmrChart<'_>, plot: &Plot) {
    let crowded = (plot.right - plot.left) / count(chart.points.len().max(1)) < CLOSEST;
    let mut usual = Vec::new();
    let mut special = Vec::new();
    for (i, point) in chart.points.iter().enumerate() {
        let Some(value) = point.drawn() else { continue };
        let at = (plot.x.at(count(i)), plot.y.at(value));
        if !point.is_plain() {
            special.push((point, at));
        } else if !crowded || is_end_or_alone(&chart.points, i) {
            usual.push(at);
        }
    }
    marker::usual_discs(canvas, &usual, LARGE);
    for (point, at) in special {
        marker::draw(canvas, (point.mark, point.state), at, LARGE);
    }
}
