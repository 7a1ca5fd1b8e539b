//! Outlines: the `d` attribute of a path, built from coordinates only.

use crate::canvas::push_number;

/// The `d` of a path, built from coordinates only.
#[derive(Clone, Debug, Default)]
pub(crate) struct PathData(pub(crate) String);

impl PathData {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    fn command(mut self, letter: char, numbers: &[f64]) -> Self {
        self.0.push(letter);
        for (i, number) in numbers.iter().enumerate() {
            if i > 0 {
                self.0.push(' ');
            }
            push_number(&mut self.0, *number);
        }
        self
    }

    pub(crate) fn move_to(self, x: f64, y: f64) -> Self {
        self.command('M', &[x, y])
    }

    pub(crate) fn line_to(self, x: f64, y: f64) -> Self {
        self.command('L', &[x, y])
    }

    pub(crate) fn horizontal(self, x: f64) -> Self {
        self.command('H', &[x])
    }

    pub(crate) fn vertical(self, y: f64) -> Self {
        self.command('V', &[y])
    }

    pub(crate) fn horizontal_by(self, dx: f64) -> Self {
        self.command('h', &[dx])
    }

    /// A cubic curve: two controls and the end, relative to where the pen is.
    pub(crate) fn curve_by(self, [a, b, to]: [(f64, f64); 3]) -> Self {
        self.command('c', &[a.0, a.1, b.0, b.1, to.0, to.1])
    }

    pub(crate) fn quadratic(self, cx: f64, cy: f64, x: f64, y: f64) -> Self {
        self.command('Q', &[cx, cy, x, y])
    }

    /// A circle arc of radius `r`; `large` when it spans more than half a turn.
    pub(crate) fn arc(self, r: f64, large: bool, clockwise: bool, x: f64, y: f64) -> Self {
        let flag = |set| if set { 1.0 } else { 0.0 };
        self.command('A', &[r, r, 0.0, flag(large), flag(clockwise), x, y])
    }

    pub(crate) fn close(mut self) -> Self {
        self.0.push('Z');
        self
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
