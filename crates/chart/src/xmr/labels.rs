//! The words of the lines and of the last value, beside the plot or inside it.

use super::XmrChart;
use super::lines::target_value;
use super::plot::Plot;
use crate::canvas::Canvas;
use crate::label::{Area, Slot, fitted, spread, text_width};
use crate::path::PathData;
use crate::point::last_drawn;
use crate::scale::count;
use crate::theme::Ink;

/// A label of a line or of the last value.
struct Label<'c> {
    text: &'c str,
    y: f64,
    size: f64,
    bold: bool,
    ink: Ink,
    heading: bool,
    /// How strongly it holds its place.
    weight: f64,
    /// Inside the plot it rather stands under its line than over it.
    below: bool,
    /// Where its line starts.
    from: f64,
}

/// Labels of the lines, in the order of their importance.
fn line_labels<'c>(chart: &'c XmrChart<'_>, plot: &Plot) -> Vec<Label<'c>> {
    let quiet = |text: &'c str, value: f64| Label {
        text,
        y: plot.y.at(chart.within_bounds(value)),
        size: plot.text.small,
        bold: false,
        ink: Ink::Secondary,
        heading: false,
        weight: 1.0,
        below: false,
        from: plot.left,
    };
    let mut labels = Vec::new();
    if let (Some(target), Some(value)) = (&chart.target, target_value(chart)) {
        labels.push(Label { bold: true, ..quiet(&target.label, value) });
    }
    if let Some(baseline) = chart.drawable().last() {
        let words = &chart.baseline_labels;
        let from = plot.span(baseline.first, baseline.last, chart.points.len()).0;
        let beside = |text, value| Label { from, ..quiet(text, value) };
        labels.push(beside(&words.upper, baseline.upper));
        labels.push(Label { below: true, ..beside(&words.lower, baseline.lower) });
        labels.push(beside(&words.mean, baseline.mean));
    }
    labels.retain(|l| !l.text.is_empty());
    labels
}

/// The last value, with the position of its point.
fn value_label<'c>(chart: &'c XmrChart<'_>, plot: &Plot) -> Option<(f64, usize, Label<'c>)> {
    let (i, value, point) = last_drawn(&chart.points)?;
    if chart.last_label.is_empty() {
        return None;
    }
    let label = Label {
        text: &chart.last_label,
        y: plot.y.at(value),
        size: plot.text.value,
        bold: true,
        ink: point.mark.text_ink(),
        heading: true,
        weight: 6.0,
        below: false,
        from: plot.left,
    };
    Some((plot.x.at(count(i)), i, label))
}

/// Wide: labels stand to the right of the plot, moved apart where they would cover each other;
/// a thin line leads to one that had to move far.
pub(super) fn beside(canvas: &mut Canvas<'_>, chart: &XmrChart<'_>, plot: &Plot) {
    let mut labels = line_labels(chart, plot);
    match value_label(chart, plot) {
        Some((_, i, label)) if i + 1 == chart.points.len() => labels.insert(0, label),
        Some((x, _, label)) => write_inside(canvas, chart, plot, x, vec![label]),
        None => {}
    }
    let slots: Vec<Slot> = labels
        .iter()
        .map(|l| Slot { centre: l.y, height: l.size + 3.0, weight: l.weight })
        .collect();
    let placed = spread(&slots, 4.0, plot.bottom + 10.0);
    let x = plot.right + 10.0;
    for (label, centre) in labels.iter().zip(placed) {
        if (centre - label.y).abs() > 9.0 {
            let lead = PathData::new().move_to(plot.right + 1.0, label.y).line_to(x - 2.0, centre);
            canvas.tag("path").attr("d", &lead.0).stroke(Ink::Line, 1.0).end();
        }
        let text = fitted(label.text, label.size, plot.width - x);
        write(canvas, label, &text, (x, centre + label.size * 0.32), None);
    }
}

/// Narrow: labels stand inside the plot, where they cover the least.
pub(super) fn inside(canvas: &mut Canvas<'_>, chart: &XmrChart<'_>, plot: &Plot) {
    let labels = line_labels(chart, plot);
    let (x, labels) = match value_label(chart, plot) {
        Some((x, _, value)) => (x, std::iter::once(value).chain(labels).collect()),
        None => (plot.right, labels),
    };
    write_inside(canvas, chart, plot, x, labels);
}

/// Writes labels one after the other, each in the place that covers the least of the series and
/// nothing of an earlier label. A label without such a place is left out: its line is in the
/// description and in the table.
fn write_inside(
    canvas: &mut Canvas<'_>,
    chart: &XmrChart<'_>,
    plot: &Plot,
    value_x: f64,
    labels: Vec<Label<'_>>,
) {
    let series = sampled(chart, plot);
    let mut taken: Vec<Area> = Vec::new();
    for label in labels {
        let text = fitted(label.text, label.size, (plot.right - plot.left) * 0.8);
        let width = text_width(&text, label.size) * if label.bold { 1.05 } else { 1.0 };
        let area = |(x, y): (f64, f64)| {
            let x = x.min(plot.width - width - 2.0).max(plot.left);
            Area { left: x, top: y, right: x + width, bottom: y + label.size }
        };
        let areas = candidates(&label, plot, value_x, width).into_iter().map(area);
        // Words of events end twelve above the plot.
        let inside = |a: &Area| a.top >= plot.top - 12.0 && a.bottom <= plot.bottom + 2.0;
        let free = |a: &Area| inside(a) && !taken.iter().any(|t| t.overlaps(a));
        let cost = |a: &Area| series.iter().filter(|(x, y)| a.contains(*x, *y)).count();
        let Some(area) = areas.filter(free).min_by_key(cost) else {
            continue;
        };
        let halo = if label.heading { Ink::Sheet } else { Ink::Ground };
        let at = (area.left, area.bottom - label.size * 0.16);
        write(canvas, &label, &text, at, Some(halo));
        taken.push(area);
    }
}

/// Upper left corners where a label may stand, the best looking first.
fn candidates(label: &Label<'_>, plot: &Plot, value_x: f64, width: f64) -> Vec<(f64, f64)> {
    let (starts, gap) = if label.heading {
        let beside = [value_x - width - 7.0, value_x - width, value_x - width / 2.0];
        (beside, 9.0)
    } else {
        let middle = f64::midpoint(label.from, plot.right) - width / 2.0;
        let end = plot.right - width - 3.0;
        // A line shorter than its label has only its end to offer.
        let start = label.from + 3.0;
        (if start > end { [end; 3] } else { [start, end, middle] }, 4.0)
    };
    let (above, below) = (label.y - gap - label.size, label.y + gap);
    let tops = if label.below { [below, above] } else { [above, below] };
    tops.into_iter().flat_map(|y| starts.into_iter().map(move |x| (x, y))).collect()
}

/// Points along the series and along the other lines, close enough to tell what a label covers.
fn sampled(chart: &XmrChart<'_>, plot: &Plot) -> Vec<(f64, f64)> {
    let drawn: Vec<(f64, f64)> = chart
        .points
        .iter()
        .enumerate()
        .filter_map(|(i, p)| p.drawn().map(|v| (plot.x.at(count(i)), plot.y.at(v))))
        .collect();
    let mut samples = drawn.clone();
    for pair in drawn.windows(2) {
        for step in 1..6 {
            let share = f64::from(step) / 6.0;
            let at = |a: f64, b: f64| a + (b - a) * share;
            samples.push((at(pair[0].0, pair[1].0), at(pair[0].1, pair[1].1)));
        }
    }
    let levels = line_labels(chart, plot).into_iter().map(|l| l.y).collect::<Vec<_>>();
    for y in levels {
        samples.extend(
            (0..20).map(|k| (plot.left + (plot.right - plot.left) * f64::from(k) / 19.0, y)),
        );
    }
    samples
}

fn write(
    canvas: &mut Canvas<'_>,
    label: &Label<'_>,
    text: &str,
    (x, y): (f64, f64),
    halo: Option<Ink>,
) {
    let mut tag = canvas.tag("text").num("x", x).num("y", y).num("font-size", label.size);
    if label.bold {
        tag = tag.attr("font-weight", if label.heading { "700" } else { "600" });
    }
    if label.heading {
        tag = tag.heading_font();
    }
    tag = tag.ink("fill", label.ink);
    match halo {
        Some(ink) => tag.halo(ink).text(text),
        None => tag.text(text),
    }
}
