//! Status symbols on an 18 px grid. Their silhouettes differ without colour; the word stands beside them.

use crate::canvas::Canvas;
use crate::theme::{Ink, Theme, Tone};

/// What a symbol stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Symbol {
    /// Filled disc with a tick.
    Achieved,
    /// Ring with its right half filled.
    Partly,
    /// Filled diamond with an exclamation mark.
    NotAchieved,
    /// Dashed ring.
    NotAssessed,
    /// Stepped arrow upwards.
    TrendUp,
    /// Stepped arrow downwards.
    TrendDown,
    /// Wave.
    UsualVariation,
    /// Three dots.
    FewPoints,
    /// An activity that has not started: dotted ring.
    NotStarted,
    /// An activity on its way: ring, half filled.
    Ongoing,
    /// An activity that is late: diamond.
    Late,
    /// An activity that is done: disc with a tick.
    Done,
    /// An activity that is paused: two bars.
    Paused,
}

impl Symbol {
    /// All symbols, for legends and galleries.
    pub const ALL: [Self; 13] = [
        Self::Achieved,
        Self::Partly,
        Self::NotAchieved,
        Self::NotAssessed,
        Self::TrendUp,
        Self::TrendDown,
        Self::UsualVariation,
        Self::FewPoints,
        Self::NotStarted,
        Self::Ongoing,
        Self::Late,
        Self::Done,
        Self::Paused,
    ];
}

/// A symbol to be drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StatusSymbol {
    /// Which one.
    pub symbol: Symbol,
    /// Side in pixels; the grid is 18.
    pub size: f64,
    /// Colour of its own. `None` takes the colour of the text around it on screen.
    pub tone: Option<Tone>,
}

impl StatusSymbol {
    /// The symbol in its usual size, in the colour of the text around it.
    pub fn new(symbol: Symbol) -> Self {
        Self { symbol, size: 18.0, tone: None }
    }

    /// The picture as one decorative `svg` element.
    pub fn svg(&self, theme: Theme<'_>) -> String {
        let size = if self.size.is_finite() { self.size.clamp(8.0, 200.0) } else { 18.0 };
        let mut canvas = Canvas::sized(theme, "symbol", (18.0, 18.0), (size, size));
        let ink = self.tone.map_or(Ink::Current, Tone::ink);
        draw(&mut canvas, self.symbol, ink);
        canvas.finish()
    }
}

fn draw(canvas: &mut Canvas<'_>, symbol: Symbol, ink: Ink) {
    match symbol {
        Symbol::Achieved | Symbol::Done => {
            disc(canvas, (9.0, 9.0), 8.0, ink);
            stroke(canvas, "M5.2 9.3l2.6 2.6 5-5.4", Ink::Sheet, 1.9);
        }
        Symbol::Partly | Symbol::Ongoing => {
            let ring = canvas.tag("circle").num("cx", 9.0).num("cy", 9.0).num("r", 7.1);
            ring.stroke(ink, 1.8).end();
            fill(canvas, "M9 1.9a7.1 7.1 0 0 1 0 14.2z", ink);
        }
        Symbol::NotAchieved | Symbol::Late => {
            fill(canvas, "M9 .8L17.2 9 9 17.2.8 9z", ink);
            stroke(canvas, "M9 5v4.6", Ink::Sheet, 1.9);
            disc(canvas, (9.0, 12.4), 1.2, Ink::Sheet);
        }
        Symbol::NotAssessed => dashed_ring(canvas, ink, 1.7, "2.6 2.9"),
        Symbol::NotStarted => dashed_ring(canvas, ink, 1.8, "1.4 2.26"),
        Symbol::TrendUp => {
            stroke(canvas, "M3 13.5L8 7.6l3 3L15.6 4", ink, 2.0);
            stroke(canvas, "M10.8 3.6h5v5", ink, 2.0);
        }
        Symbol::TrendDown => {
            stroke(canvas, "M3 4.5l5 5.9 3-3 4.6 6.6", ink, 2.0);
            stroke(canvas, "M10.8 14.4h5v-5", ink, 2.0);
        }
        Symbol::UsualVariation => {
            let wave = "M1.5 10.5c2-4 3.6-4 5.1-1.2s3 2.8 4.5 0 3.2-2.8 5.4.6";
            stroke(canvas, wave, ink, 2.0);
        }
        Symbol::FewPoints => {
            for x in [4.0, 9.0, 14.0] {
                disc(canvas, (x, 9.0), 1.5, ink);
            }
        }
        Symbol::Paused => stroke(canvas, "M6 3.8v10.4M12 3.8v10.4", ink, 2.8),
    }
}

fn disc(canvas: &mut Canvas<'_>, (x, y): (f64, f64), r: f64, ink: Ink) {
    canvas.tag("circle").num("cx", x).num("cy", y).num("r", r).ink("fill", ink).end();
}

fn fill(canvas: &mut Canvas<'_>, d: &str, ink: Ink) {
    canvas.tag("path").attr("d", d).ink("fill", ink).end();
}

fn stroke(canvas: &mut Canvas<'_>, d: &str, ink: Ink, width: f64) {
    let path = canvas.tag("path").attr("d", d).stroke(ink, width);
    path.attr("stroke-linecap", "round").attr("stroke-linejoin", "round").end();
}

fn dashed_ring(canvas: &mut Canvas<'_>, ink: Ink, width: f64, dashes: &str) {
    let ring = canvas.tag("circle").num("cx", 9.0).num("cy", 9.0).num("r", 7.0);
    ring.stroke(ink, width).attr("stroke-dasharray", dashes).end();
}
