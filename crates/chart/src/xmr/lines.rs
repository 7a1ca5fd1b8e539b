//! Reference lines: natural band, limits, mean and target.

use super::XmrChart;
use super::plot::Plot;
use crate::canvas::Canvas;
use crate::path::PathData;
use crate::scale::usable;
use crate::theme::Ink;

/// Band, limits and mean of each baseline, and the target.
pub(super) fn bands(canvas: &mut Canvas<'_>, chart: &XmrChart<'_>, plot: &Plot) {
    for baseline in chart.drawable() {
        let (x0, x1) = plot.span(baseline.first, baseline.last, chart.points.len());
        let upper = plot.y.at(chart.within_bounds(baseline.upper));
        let lower = plot.y.at(chart.within_bounds(baseline.lower));
        let rect = canvas.tag("rect").num("x", x0).num("y", upper);
        rect.num("width", x1 - x0).num("height", lower - upper).ink("fill", Ink::Ground).end();
        let limits = PathData::new().move_to(x0, upper).horizontal(x1);
        let limits = limits.move_to(x0, lower).horizontal(x1);
        let tag = canvas.tag("path").attr("d", &limits.0).stroke(Ink::Line, 1.0);
        tag.attr("stroke-dasharray", "5 4").end();
        canvas.rule(x0, x1, plot.y.at(baseline.mean)).stroke(Ink::Line, 1.2).end();
    }
    if let Some(target) = target_value(chart) {
        canvas
            .rule(plot.left, plot.right, plot.y.at(target))
            .stroke(Ink::Text, 1.5)
            .attr("stroke-dasharray", "1.5 4")
            .attr("stroke-linecap", "round")
            .end();
    }
}

pub(super) fn target_value(chart: &XmrChart<'_>) -> Option<f64> {
    chart.target.as_ref().and_then(|t| usable(Some(t.value)))
}
