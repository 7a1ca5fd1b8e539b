//! The axes: round values to the left, as many periods below as there is room for.

use super::XmrChart;
use super::plot::Plot;
use crate::canvas::Canvas;
use crate::label::text_width;
use crate::point::Point;
use crate::scale::{Scale, count};
use crate::theme::Ink;

/// A period to be written: its position, anchor and text.
pub(crate) struct Period<'p> {
    x: f64,
    anchor: &'static str,
    text: &'p str,
}

pub(super) fn ticks(canvas: &mut Canvas<'_>, chart: &XmrChart<'_>, plot: &Plot) {
    if chart.points.is_empty() {
        return;
    }
    canvas
        .group()
        .attr("text-anchor", "end")
        .num("font-size", plot.text.small)
        .ink("fill", Ink::Small)
        .open();
    for (value, label) in &plot.ticks {
        let y = plot.y.at(*value) + 4.5;
        canvas.tag("text").num("x", plot.left - 10.0).num("y", y).text(label);
    }
    canvas.end_group();
}

pub(super) fn periods(canvas: &mut Canvas<'_>, chart: &XmrChart<'_>, plot: &Plot) {
    let room = (plot.left, plot.width - 2.0);
    let periods = chosen(&chart.points, &plot.x, room, plot.text.small);
    write_periods(canvas, &periods, plot.height - 10.0, plot.text.small);
}

pub(crate) fn write_periods(canvas: &mut Canvas<'_>, periods: &[Period<'_>], y: f64, size: f64) {
    if periods.is_empty() {
        return;
    }
    canvas.group().num("font-size", size).ink("fill", Ink::Small).open();
    for period in periods {
        let tag = canvas.tag("text").num("x", period.x).num("y", y);
        tag.attr("text-anchor", period.anchor).text(period.text);
    }
    canvas.end_group();
}

/// The periods that fit: the first and the last first, then the densest even selection of those
/// between that covers neither.
pub(crate) fn chosen<'p>(
    points: &'p [Point],
    x: &Scale,
    room: (f64, f64),
    size: f64,
) -> Vec<Period<'p>> {
    let labelled: Vec<(f64, &str)> = points
        .iter()
        .enumerate()
        .filter(|(_, p)| !p.label.is_empty())
        .map(|(i, p)| (x.at(count(i)), p.label.as_str()))
        .collect();
    let boxes: Vec<(Period<'p>, f64, f64)> =
        labelled.iter().map(|(at, text)| anchored(*at, text, room, size)).collect();
    let stride = (1..=boxes.len().max(1)).find(|s| fits(&boxes, *s)).unwrap_or(boxes.len());
    let keep: Vec<usize> = selection(&boxes, stride);
    boxes
        .into_iter()
        .enumerate()
        .filter(|(i, _)| keep.contains(i))
        .map(|(_, (period, _, _))| period)
        .collect()
}

/// The label centred under its point, or pushed in from the edge of the room.
fn anchored(at: f64, text: &str, (low, high): (f64, f64), size: f64) -> (Period<'_>, f64, f64) {
    let width = text_width(text, size);
    let (anchor, start) = if at - width / 2.0 < low {
        ("start", at)
    } else if at + width / 2.0 > high {
        ("end", at - width)
    } else {
        ("middle", at - width / 2.0)
    };
    (Period { x: at, anchor, text }, start, start + width)
}

const GAP: f64 = 10.0;

fn fits(boxes: &[(Period<'_>, f64, f64)], stride: usize) -> bool {
    let regular: Vec<&(Period<'_>, f64, f64)> = boxes.iter().step_by(stride).collect();
    regular.windows(2).all(|w| w[0].2 + GAP <= w[1].1)
}

/// Every `stride`-th label from the first, except those that would touch the last one.
fn selection(boxes: &[(Period<'_>, f64, f64)], stride: usize) -> Vec<usize> {
    let Some(last) = boxes.len().checked_sub(1) else {
        return Vec::new();
    };
    let last_start = boxes.last().map_or(0.0, |b| b.1);
    let mut kept: Vec<usize> = boxes
        .iter()
        .enumerate()
        .step_by(stride.max(1))
        .filter(|(i, b)| *i != last && b.2 + GAP <= last_start)
        .map(|(i, _)| i)
        .collect();
    kept.push(last);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(labels: &[&str], width: f64) -> Vec<String> {
        let points: Vec<Point> = labels.iter().map(|l| Point::new(1.0, *l)).collect();
        let x = Scale::new((0.0, count(labels.len() - 1)), (0.0, width));
        let chosen = chosen(&points, &x, (0.0, width), 13.0);
        chosen.iter().map(|p| p.text.to_owned()).collect()
    }

    #[test]
    fn all_periods_are_written_when_there_is_room() {
        assert_eq!(texts(&["2021", "2022", "2023"], 400.0), ["2021", "2022", "2023"]);
    }

    #[test]
    fn the_first_and_the_last_period_are_kept_when_room_is_short() {
        let months = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug"];
        let written = texts(&months, 120.0);
        assert_eq!(written.first().map(String::as_str), Some("jan"));
        assert_eq!(written.last().map(String::as_str), Some("aug"));
        assert!(written.len() < 5, "{written:?}");
    }

    #[test]
    fn periods_without_words_are_passed_over() {
        assert_eq!(texts(&["2021", "", "", "2024"], 400.0), ["2021", "2024"]);
        assert!(texts(&["", ""], 400.0).is_empty());
    }
}
