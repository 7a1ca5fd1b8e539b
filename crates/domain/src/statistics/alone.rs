//! A single value that lies apart from all the others.
//!
//! It is odd where it lies more than five times the whole width of the others from them: that is W. J.
//! Dixon's ratio r₁₀ = gap / range above 5/6 (Biometrics 9 (1953), 74–89, whose critical value for seven values
//! at one per cent is 0.68; fewer than seven never get here). The ratio is his and the bound is ours, far out
//! so that ordinary odd years still count. Where all the others are equal they have no width to measure
//! oddness by, and nothing is said of the one that differs but that it does: all that is known of how the
//! values vary is that one (decision 0054).
#![expect(clippy::float_arithmetic, reason = "a documented statistical kernel")]

/// A value that lies so many times the width of all the others apart from them is odd.
const FAR_APART: f64 = 5.0;

/// How a single value stands apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Alone {
    /// Far from all the others, which vary.
    Apart {
        /// Its place.
        index: usize,
    },
    /// The others are all equal.
    AmongEqual,
}

/// Looks among values with their places; nothing where none stands apart, or with fewer than four.
pub(super) fn alone(values: &[(usize, f64)]) -> Option<Alone> {
    let mut sorted = values.to_vec();
    sorted.sort_by(|one, other| one.1.total_cmp(&other.1));
    let [lowest, second, .., before, highest] = sorted.as_slice() else { return None };
    let ends = [
        (highest.0, highest.1 - before.1, before.1 - lowest.1),
        (lowest.0, second.1 - lowest.1, highest.1 - second.1),
    ];
    let (index, _, width) =
        ends.into_iter().find(|(_, gap, width)| *gap > 0.0 && *gap > FAR_APART * width)?;
    Some(if width > 0.0 { Alone::Apart { index } } else { Alone::AmongEqual })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_value_is_odd_only_against_others_that_vary() {
        let of = |values: &[f64]| alone(&values.iter().copied().enumerate().collect::<Vec<_>>());
        assert_eq!(of(&[5.0, 5.2, 9.0, 5.1, 4.9]), Some(Alone::Apart { index: 2 }));
        assert_eq!(of(&[5.0, 5.2, -9.0, 5.1, 4.9]), Some(Alone::Apart { index: 2 }));
        assert_eq!(of(&[100.0, 100.0, 99.9, 100.0]), Some(Alone::AmongEqual));
        assert_eq!(of(&[5.0, 5.0, 9_999.0, 5.0]), Some(Alone::AmongEqual));
        assert_eq!(of(&[5.0, 5.2, 6.0, 5.1, 4.9]), None);
        assert_eq!(of(&[5.0, 5.0, 5.0, 5.0]), None);
        assert_eq!(of(&[1.0, 1.0, 9.0, 9.0]), None);
        assert_eq!(of(&[1.0, 9_999.0, 1.0]), None);
    }
}
