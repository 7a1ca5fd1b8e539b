//! Events: a dotted line at their time, the words above the plot in as many rows as needed.

use super::XmrChart;
use super::plot::Plot;
use crate::canvas::Canvas;
use crate::label::{fitted, text_width};
use crate::path::PathData;
use crate::scale::{Scale, count};
use crate::theme::Ink;

const ROWS: usize = 3;
const GAP: f64 = 6.0;

/// An event with its place.
pub(super) struct Note {
    x: f64,
    row: usize,
    text: String,
    /// The words stand before the line rather than after it.
    before: bool,
}

impl Note {
    /// Where the letters stand.
    fn baseline(&self) -> f64 {
        15.0 + 19.0 * count(self.row)
    }
}

/// Places the words of all events so that none covers another or crosses another's line, as far
/// as three rows allow. Returns them with the number of rows used.
pub(super) fn place(
    chart: &XmrChart<'_>,
    x: &Scale,
    (left, right): (f64, f64),
    size: f64,
) -> (Vec<Note>, usize) {
    let mut events: Vec<(f64, &str)> = chart
        .annotations
        .iter()
        .filter(|a| a.at < chart.points.len())
        .map(|a| (x.at(count(a.at)), a.text.as_str()))
        .collect();
    events.sort_by(|a, b| a.0.total_cmp(&b.0));
    let lines: Vec<f64> = events.iter().map(|e| e.0).collect();
    let mut taken: Vec<(usize, f64, f64)> = Vec::new();
    let mut notes = Vec::new();
    for (at, text) in events {
        let text = fitted(text, size, (right - left) * 0.6);
        let width = text_width(&text, size);
        let spans = [(true, at - GAP - width, at - GAP), (false, at + GAP, at + GAP + width)];
        let inside = |s: &&(bool, f64, f64)| s.1 >= left - 20.0 && s.2 <= right + 4.0;
        let free = |row: usize, s: &&(bool, f64, f64)| {
            !taken.iter().any(|t| t.0 == row && s.1 < t.2 + GAP && t.1 < s.2 + GAP)
                && !lines.iter().any(|l| (*l - at).abs() > 0.1 && s.1 < *l && *l < s.2)
        };
        let found = (0..ROWS)
            .find_map(|row| spans.iter().filter(inside).find(|s| free(row, s)).map(|s| (row, *s)));
        let later = if at - left > right - at { spans[0] } else { spans[1] };
        let (row, (before, start, end)) = found.unwrap_or((notes.len() % ROWS, later));
        taken.push((row, start, end));
        notes.push(Note { x: at, row, text, before });
    }
    let rows = notes.iter().map(|n: &Note| n.row + 1).max().unwrap_or(0);
    (notes, rows)
}

pub(super) fn draw(canvas: &mut Canvas<'_>, plot: &Plot) {
    if plot.notes.is_empty() {
        return;
    }
    let lines = plot.notes.iter().fold(PathData::new(), |d, note| {
        d.move_to(note.x, note.baseline() - 11.0).vertical(plot.bottom)
    });
    let path = canvas.tag("path").attr("d", &lines.0).stroke(Ink::Event, 1.0);
    path.attr("stroke-dasharray", "2 3").end();
    let group = canvas.group().num("font-size", plot.text.small).ink("fill", Ink::Event);
    group.halo(Ink::Sheet).open();
    for note in &plot.notes {
        let (x, anchor) = if note.before { (note.x - GAP, "end") } else { (note.x + GAP, "start") };
        let text = canvas.tag("text").num("x", x).num("y", note.baseline());
        text.attr("text-anchor", anchor).text(&note.text);
    }
    canvas.end_group();
}
