//! From values to positions: usable numbers, nice ticks and linear scales.

/// The largest size of a value that is drawn. Larger ones count as missing, like those that are
/// not finite: beyond it neighbouring numbers can no longer be told apart in a drawing.
pub const LARGEST: f64 = 1e15;

/// The value if it can be drawn.
pub(crate) fn usable(value: Option<f64>) -> Option<f64> {
    value.filter(|v| v.is_finite() && v.abs() <= LARGEST)
}

/// Counts and indexes as coordinates.
pub(crate) fn count(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::from(u32::MAX), f64::from)
}

/// Smallest and largest of the usable values.
pub(crate) fn extent(values: impl IntoIterator<Item = f64>) -> Option<(f64, f64)> {
    values.into_iter().filter(|v| usable(Some(*v)).is_some()).fold(None, |found, v| match found {
        None => Some((v, v)),
        Some((low, high)) => Some((low.min(v), high.max(v))),
    })
}

/// Round values (1, 2 or 5 times a power of ten apart) from at or below `min` to at or above
/// `max`, about `wanted` of them and never fewer than two. Bounds that cannot be used, or that
/// coincide, are widened first.
pub fn nice_ticks(min: f64, max: f64, wanted: usize) -> Vec<f64> {
    let (low, high) = widened(min, max);
    let raw = (high - low) / count(wanted.clamp(2, 20) - 1);
    let magnitude = 10f64.powf(raw.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|m| m * magnitude)
        .find(|s| *s >= raw * 0.999_999)
        .unwrap_or(magnitude * 10.0);
    let first = (low / step + 1e-9).floor();
    let steps = (high / step - 1e-9).ceil() - first;
    let mut ticks = Vec::new();
    let mut k = 0.0;
    while k <= steps && ticks.len() < 64 {
        ticks.push(tidy((first + k) * step, magnitude));
        k += 1.0;
    }
    ticks
}

fn widened(min: f64, max: f64) -> (f64, f64) {
    let (low, high) = extent([min, max]).unwrap_or((0.0, 1.0));
    let room = (low.abs().max(high.abs()) * 1e-9).max(1e-12);
    if high - low > room {
        return (low, high);
    }
    let pad = if low == 0.0 { 1.0 } else { low.abs() * 0.1 };
    (low - pad, high + pad)
}

/// Removes the dust of multiplication, so that a tick at 0.3 is 0.3.
fn tidy(value: f64, magnitude: f64) -> f64 {
    let rounded = if magnitude < 1.0 {
        let inverse = (1.0 / magnitude).round();
        (value * inverse).round() / inverse
    } else {
        (value / magnitude).round() * magnitude
    };
    if rounded == 0.0 { 0.0 } else { rounded }
}

/// A straight mapping from a range of values to a range of positions. Values outside the range
/// land on its nearer end, so nothing is drawn outside the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    values: (f64, f64),
    positions: (f64, f64),
}

impl Scale {
    /// `values` are the ends of the value range, `positions` where they are drawn.
    pub fn new(values: (f64, f64), positions: (f64, f64)) -> Self {
        Self { values, positions }
    }

    /// The position of a value; the middle when the range is empty.
    pub fn at(&self, value: f64) -> f64 {
        let (low, high) = self.values;
        let share = (value - low) / (high - low);
        let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.5 };
        self.positions.0 + share * (self.positions.1 - self.positions.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_enclose_the_values() {
        assert_eq!(nice_ticks(5.7, 8.1, 5), [5.0, 6.0, 7.0, 8.0, 9.0]);
        assert_eq!(nice_ticks(0.0, 1.0, 6), [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        assert_eq!(nice_ticks(-12.0, 31.0, 5), [-20.0, 0.0, 20.0, 40.0]);
    }

    #[test]
    fn ticks_carry_no_dust_from_multiplication() {
        assert_eq!(nice_ticks(0.1, 0.5, 5), [0.1, 0.2, 0.3, 0.4, 0.5]);
    }

    #[test]
    fn equal_or_unusable_bounds_still_give_an_axis() {
        for ticks in [
            nice_ticks(7.0, 7.0, 5),
            nice_ticks(0.0, 0.0, 5),
            nice_ticks(f64::NAN, f64::INFINITY, 5),
            nice_ticks(1e14, 1e14 + 0.001, 5),
            nice_ticks(3.0, -3.0, 0),
        ] {
            assert!(ticks.len() >= 2, "{ticks:?}");
            assert!(ticks.is_sorted_by(|a, b| a < b), "{ticks:?}");
            assert!(ticks.iter().all(|t| t.is_finite()));
        }
    }

    #[test]
    fn a_scale_keeps_values_inside_the_picture() {
        let scale = Scale::new((0.0, 10.0), (100.0, 0.0));
        assert!((scale.at(2.5) - 75.0).abs() < 1e-9);
        assert!((scale.at(40.0) - 0.0).abs() < 1e-9);
        assert!((Scale::new((1.0, 1.0), (0.0, 8.0)).at(1.0) - 4.0).abs() < 1e-9);
    }
}
