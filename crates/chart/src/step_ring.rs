//! Steps of some work as knots on a ring, with the thread drawn through those that are done and the phases
//! told by arcs outside.

use crate::canvas::{Canvas, Caption, Frame};
use crate::label::fitted;
use crate::path::PathData;
use crate::scale::count;
use crate::theme::{Ink, Theme};

/// Where a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum RingState {
    /// Finished: the thread goes through it.
    Done,
    /// Being worked on.
    Now,
    /// Not yet.
    #[default]
    Left,
}

/// A step on the ring.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct RingKnot {
    /// What stands in it, such as its number.
    pub label: String,
    /// Where it stands.
    pub state: RingState,
    /// The phase it belongs to, as a place in [`StepRing::phases`].
    pub phase: usize,
}

/// The ring.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct StepRing {
    /// Accessible name; the description says how far it has come.
    pub caption: Caption,
    /// The steps in order, clockwise from the top.
    pub knots: Vec<RingKnot>,
    /// Names of the phases.
    pub phases: Vec<String>,
    /// The small words in the middle.
    pub centre_small: String,
    /// The large words in the middle.
    pub centre_large: String,
}

const SIZE: f64 = 300.0;
const CENTRE: f64 = SIZE / 2.0;
const OUTER: f64 = 138.0;
const MIDDLE: f64 = 104.0;

impl StepRing {
    /// The picture as one `svg` element, 300 × 300.
    pub fn svg(&self, theme: Theme<'_>) -> String {
        let frame = Frame::new("chart chart-wheel", SIZE, SIZE);
        let mut canvas = Canvas::informing(theme, &frame, &self.caption, "");
        let track = canvas.tag("circle").num("cx", CENTRE).num("cy", CENTRE).num("r", MIDDLE);
        track.stroke(Ink::Hairline, 2.0).end();
        self.draw_phases(&mut canvas);
        self.draw_thread(&mut canvas);
        for (at, knot) in self.knots.iter().enumerate() {
            self.draw_knot(&mut canvas, at, knot);
        }
        self.draw_centre(&mut canvas);
        canvas.finish()
    }

    /// Degrees from one step to the next.
    fn step(&self) -> f64 {
        360.0 / count(self.knots.len()).max(1.0)
    }

    /// Where a step lies, in degrees clockwise from the top; the first stands just beside it.
    fn angle(&self, at: usize) -> f64 {
        self.step() * (count(at) + 0.5)
    }

    /// Arcs outside, one for each run of steps of a phase, with its name along the middle.
    fn draw_phases(&self, canvas: &mut Canvas<'_>) {
        let mut from = 0;
        while let Some(first) = self.knots.get(from) {
            let run = self.knots.iter().skip(from).take_while(|one| one.phase == first.phase);
            let to = from + run.count();
            let (start, end) = (self.step() * count(from) + 2.5, self.step() * count(to) - 2.5);
            let ((x0, y0), (x1, y1)) = (on_circle(OUTER, start), on_circle(OUTER, end));
            let arc = PathData::new().move_to(x0, y0).arc(OUTER, end - start > 180.0, true, x1, y1);
            let done = self.knots.iter().skip(from).take(to - from);
            let all = done.into_iter().all(|one| one.state == RingState::Done);
            let ink = if all { Ink::Action } else { Ink::Line };
            let path = canvas.tag("path").attr("d", &arc.0).stroke(ink, 3.0);
            path.attr("stroke-linecap", "round").end();
            from = to;
        }
    }

    /// The thread from knot to knot through what is done.
    fn draw_thread(&self, canvas: &mut Canvas<'_>) {
        let done: Vec<usize> = self
            .knots
            .iter()
            .enumerate()
            .filter(|(_, knot)| knot.state != RingState::Left)
            .map(|(at, _)| at)
            .collect();
        for pair in done.windows(2) {
            let [from, to] = pair else { continue };
            let (start, end) = (self.angle(*from), self.angle(*to));
            let ((x0, y0), (x1, y1)) = (on_circle(MIDDLE, start), on_circle(MIDDLE, end));
            let whole = to - from == 1;
            // Between two knots the thread hangs a little inwards; over one that is left it is dashed.
            let (cx, cy) = on_circle(MIDDLE - 16.0, f64::midpoint(start, end));
            let path = if end - start < 130.0 {
                PathData::new().move_to(x0, y0).quadratic(cx, cy, x1, y1)
            } else {
                PathData::new().move_to(x0, y0).arc(MIDDLE, end - start > 180.0, true, x1, y1)
            };
            let line = canvas.tag("path").attr("d", &path.0).stroke(Ink::Thread, 3.0);
            let line = line.attr("stroke-linecap", "round");
            if whole { line.end() } else { line.attr("stroke-dasharray", "1 6").end() }
        }
    }

    fn draw_knot(&self, canvas: &mut Canvas<'_>, at: usize, knot: &RingKnot) {
        let (x, y) = on_circle(MIDDLE, self.angle(at));
        let radius = if knot.state == RingState::Now { 17.0 } else { 15.0 };
        let (fill, line, width, text) = match knot.state {
            RingState::Done => (Ink::Thread, Ink::Sheet, 2.0, Ink::Sheet),
            RingState::Now => (Ink::Sheet, Ink::Thread, 4.0, Ink::Text),
            RingState::Left => (Ink::Sheet, Ink::Line, 2.0, Ink::Secondary),
        };
        let dot = canvas.tag("circle").num("cx", x).num("cy", y).num("r", radius);
        dot.ink("fill", fill).ink("stroke", line).num("stroke-width", width).end();
        let label = canvas.tag("text").num("x", x).num("y", y + 5.0);
        let label = label.attr("text-anchor", "middle").num("font-size", 14.0);
        label.attr("font-weight", "700").ink("fill", text).text(&fitted(&knot.label, 14.0, 26.0));
    }

    fn draw_centre(&self, canvas: &mut Canvas<'_>) {
        let room = 132.0;
        let large = canvas.tag("text").num("x", CENTRE).num("y", CENTRE + 2.0);
        let large = large.attr("text-anchor", "middle").heading_font().num("font-size", 26.0);
        let large = large.attr("font-weight", "600").ink("fill", Ink::Text);
        large.text(&fitted(&self.centre_large, 26.0, room));
        let small = canvas.tag("text").num("x", CENTRE).num("y", CENTRE + 24.0);
        let small = small.attr("text-anchor", "middle").num("font-size", 14.0);
        small.ink("fill", Ink::Small).text(&fitted(&self.centre_small, 14.0, room));
    }
}

fn on_circle(r: f64, degrees: f64) -> (f64, f64) {
    let (sin, cos) = (degrees - 90.0).to_radians().sin_cos();
    (CENTRE + r * cos, CENTRE + r * sin)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(states: &[RingState]) -> StepRing {
        let knot = |(at, state): (usize, &RingState)| RingKnot {
            label: (at + 1).to_string(),
            state: *state,
            phase: at / 3,
        };
        StepRing {
            caption: Caption { id: "ring".into(), title: "Analys".into(), desc: "<2 av 8>".into() },
            knots: states.iter().enumerate().map(knot).collect(),
            phases: vec!["Se".into(), "Förstå".into(), "Förbättra".into()],
            centre_small: "klara".into(),
            centre_large: "2 av 8".into(),
        }
    }

    #[test]
    fn the_thread_goes_through_what_is_done_and_is_dashed_past_what_is_left() {
        use RingState::{Done, Left, Now};
        let svg = ring(&[Done, Done, Now, Left, Left, Left, Left, Left]).svg(Theme::Screen);
        assert_eq!(svg.matches("stroke=\"var(--lingon)\"").count(), 3, "two threads and one knot");
        assert!(!svg.contains("stroke-dasharray"));
        assert!(svg.contains("&lt;2 av 8&gt;"));
        let skipped = ring(&[Done, Left, Done, Left]).svg(Theme::Screen);
        assert!(skipped.contains("stroke-dasharray"));
    }

    #[test]
    fn a_ring_of_any_number_of_steps_is_drawn() {
        for steps in 0..13 {
            let svg = ring(&vec![RingState::Left; steps]).svg(Theme::Screen);
            assert!(svg.ends_with("</svg>") && !svg.contains("NaN"), "{steps}");
        }
    }
}
