//! Marks of points, and the line between them. Shape and size carry what colour also says.

use crate::canvas::Canvas;
use crate::path::PathData;
use crate::point::{Mark, Point, PointState};
use crate::scale::Scale;
use crate::theme::Ink;

/// Sizes of the marks of one chart, as radii.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MarkSizes {
    pub(crate) usual: f64,
    pub(crate) better: f64,
    /// From centre to corner.
    pub(crate) worse: f64,
    /// Outline that parts a mark from the line; zero for none.
    pub(crate) outline: f64,
}

pub(crate) const LARGE: MarkSizes = MarkSizes { usual: 3.4, better: 4.8, worse: 6.2, outline: 1.2 };
pub(crate) const SMALL: MarkSizes = MarkSizes { usual: 3.4, better: 3.6, worse: 4.5, outline: 0.0 };
pub(crate) const TINY: MarkSizes = MarkSizes { usual: 2.4, better: 2.8, worse: 3.6, outline: 0.0 };

/// Draws one mark with its centre at `(x, y)`.
pub(crate) fn draw(
    canvas: &mut Canvas<'_>,
    (mark, state): (Mark, PointState),
    (x, y): (f64, f64),
    sizes: MarkSizes,
) {
    let hollow = state != PointState::Final;
    // A hollow mark is a stroke wide on both sides of its outline, so it is drawn a bit smaller.
    let inset = if hollow { 0.6 } else { 0.0 };
    let tag = match mark {
        Mark::Usual => circle(canvas, x, y, sizes.usual - inset),
        Mark::Better => circle(canvas, x, y, sizes.better - inset),
        Mark::Worse => canvas.tag("path").attr("d", &diamond(x, y, sizes.worse - inset).0),
        Mark::Neutral => canvas.tag("path").attr("d", &square(x, y, sizes.worse * 0.7 - inset).0),
    };
    if hollow {
        tag.ink("fill", Ink::Sheet).ink("stroke", mark.ink()).num("stroke-width", 1.7).end();
    } else if sizes.outline > 0.0 {
        let tag = tag.ink("fill", mark.ink()).ink("stroke", Ink::Sheet);
        tag.num("stroke-width", sizes.outline).end();
    } else {
        tag.ink("fill", mark.ink()).end();
    }
}

fn circle<'c, 't>(
    canvas: &'c mut Canvas<'t>,
    x: f64,
    y: f64,
    r: f64,
) -> crate::canvas::Tag<'c, 't> {
    canvas.tag("circle").num("cx", x).num("cy", y).num("r", r)
}

/// A diamond with its corners `r` from the centre.
pub(crate) fn diamond(x: f64, y: f64, r: f64) -> PathData {
    PathData::new().move_to(x, y - r).line_to(x + r, y).line_to(x, y + r).line_to(x - r, y).close()
}

fn square(x: f64, y: f64, r: f64) -> PathData {
    PathData::new()
        .move_to(x - r, y - r)
        .horizontal(x + r)
        .vertical(y + r)
        .horizontal(x - r)
        .close()
}

/// The usual points share one group, which keeps their colour out of every element.
pub(crate) fn usual_discs(canvas: &mut Canvas<'_>, centres: &[(f64, f64)], sizes: MarkSizes) {
    if centres.is_empty() {
        return;
    }
    let group = canvas.group().ink("fill", Mark::Usual.ink());
    if sizes.outline > 0.0 {
        group.ink("stroke", Ink::Sheet).num("stroke-width", sizes.outline).open();
    } else {
        group.open();
    }
    for (x, y) in centres {
        circle(canvas, *x, *y, sizes.usual).end();
    }
    canvas.end_group();
}

/// The line through a series as two paths: what has happened, and what is forecast. Missing
/// values and the indexes in `breaks` (a new line starts there) leave gaps.
pub(crate) fn line_paths(
    points: &[Point],
    (x, y): (&Scale, &Scale),
    breaks: &[usize],
) -> (PathData, PathData) {
    let (mut solid, mut dashed) = (PathData::new(), PathData::new());
    let mut previous: Option<(f64, f64, bool)> = None;
    for (i, point) in points.iter().enumerate() {
        if breaks.contains(&i) {
            previous = None;
        }
        let Some(value) = point.drawn() else {
            previous = None;
            continue;
        };
        let (px, py) = (x.at(crate::scale::count(i)), y.at(value));
        let forecast = point.state == PointState::Forecast;
        if let Some((fx, fy, pen_in_forecast)) = previous {
            let path = if forecast { &mut dashed } else { &mut solid };
            let mut d = std::mem::take(path);
            if forecast != pen_in_forecast || d.is_empty() || starts_anew(points, breaks, i) {
                d = d.move_to(fx, fy);
            }
            *path = d.line_to(px, py);
        }
        previous = Some((px, py, forecast));
    }
    (solid, dashed)
}

/// Whether the point before `i` was the first of its line, so that the pen has to be moved there.
fn starts_anew(points: &[Point], breaks: &[usize], i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else {
        return true;
    };
    breaks.contains(&before)
        || before == 0
        || points.get(before - 1).is_none_or(|p| p.drawn().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(points: &[Point], breaks: &[usize]) -> (String, String) {
        let x = Scale::new((0.0, 9.0), (0.0, 9.0));
        let y = Scale::new((0.0, 9.0), (0.0, 9.0));
        let (solid, dashed) = line_paths(points, (&x, &y), breaks);
        (solid.0, dashed.0)
    }

    fn p(value: f64) -> Point {
        Point::new(value, "")
    }

    #[test]
    fn a_missing_value_leaves_a_gap() {
        let points = [p(1.0), p(2.0), Point::missing(""), p(3.0), p(4.0)];
        assert_eq!(paths(&points, &[]).0, "M0 1L1 2M3 3L4 4");
    }

    #[test]
    fn a_value_alone_between_gaps_has_no_line() {
        let points = [Point::missing(""), p(2.0), Point::missing(""), p(3.0), p(4.0)];
        assert_eq!(paths(&points, &[]).0, "M3 3L4 4");
    }

    #[test]
    fn the_line_breaks_where_a_new_baseline_starts() {
        assert_eq!(paths(&[p(1.0), p(1.0), p(5.0), p(5.0)], &[2]).0, "M0 1L1 1M2 5L3 5");
    }

    #[test]
    fn a_forecast_continues_the_line_dashed() {
        let points = [
            p(1.0),
            p(2.0),
            p(3.0).in_state(PointState::Forecast),
            p(4.0).in_state(PointState::Forecast),
        ];
        let (solid, dashed) = paths(&points, &[]);
        assert_eq!(solid, "M0 1L1 2");
        assert_eq!(dashed, "M1 2L2 3L3 4");
    }

    #[test]
    fn values_that_are_not_numbers_are_gaps() {
        let points = [p(1.0), p(f64::NAN), p(2.0), p(f64::INFINITY)];
        assert_eq!(paths(&points, &[]), (String::new(), String::new()));
    }
}
