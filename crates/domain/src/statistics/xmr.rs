//! The process behaviour chart (`XmR`) of a series: its stretches with their limits, and the points that carry a signal.
//! How many values limits need, and that a baseline changes only when a person says so with a reason, is decided here.

use std::ops::Range;

use thiserror::Error;

use super::limits::{Limits, Screening};
use super::rules::{Footing, Mark, marks};

/// Fewer observed values than this give no limits and no signal.
pub const FEWEST_FOR_TRIAL: usize = 6;
/// From this many observed values on, the limits come from the first ones and stay.
pub const BASELINE: usize = 12;
/// Larger magnitudes are refused; no decimal value of ours reaches this, and nothing below it overflows.
const LARGEST_MAGNITUDE: f64 = 1e30;

/// A person's decision that the work changed so much that a new period of comparison begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    /// Index of the first point of the new stretch. 0 is allowed for the first break only, when a
    /// person settles the baseline of the whole series.
    pub first: usize,
    /// How many observed values the person locked the baseline on, at least six; none follows the
    /// ordinary rule.
    pub locked: Option<usize>,
    /// Why, in the person's own words. Never empty.
    pub reason: String,
}

/// How many observed values a conclusion rests on, and so how much it can carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// Fewer than six: no limits, no signal.
    TooFew {
        /// Observed values, 0 to 5.
        observed: usize,
    },
    /// Six to eleven: limits over all of them, that move with each new value.
    Trial {
        /// Observed values, 6 to 11.
        observed: usize,
    },
    /// Twelve or more: limits locked on the first twelve.
    Firm {
        /// Observed values, 12 or more.
        observed: usize,
    },
}

/// Points between two breaks, with one set of limits.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// Indexes of the points, missing ones included.
    pub points: Range<usize>,
    /// Why it begins; none for the first.
    pub reason: Option<String>,
    /// What the limits rest on.
    pub evidence: Evidence,
    /// None exactly when there are too few observed values.
    pub limits: Option<Limits>,
    /// Indexes from the first value that the limits rest on to the last one; empty without limits.
    pub baseline: Range<usize>,
}

/// A series read with the rules of the process behaviour chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Xmr {
    /// At least one, in time order, together covering every point.
    pub segments: Vec<Segment>,
    /// One per point of the series.
    pub marks: Vec<Option<Mark>>,
}

/// Why a series cannot be read. Indexes are those of the points as handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SeriesProblem {
    /// A value is not a number, or infinite.
    #[error("the value at {index} is not a finite number")]
    NotFinite {
        /// The point.
        index: usize,
    },
    /// A value is beyond anything that can be measured.
    #[error("the value at {index} is too large")]
    TooLarge {
        /// The point.
        index: usize,
    },
    /// A value lies outside the natural bounds of the measure, such as 120 per cent satisfied.
    #[error("the value at {index} is outside the natural bounds of the measure")]
    OutsideBounds {
        /// The point.
        index: usize,
    },
    /// A break is not between two points of the series.
    #[error("the break at {index} is not inside the series")]
    BreakOutside {
        /// The break's first point.
        index: usize,
    },
    /// Breaks are not in time order, or two are at the same point.
    #[error("the break at {index} does not come after the one before it")]
    BreaksOutOfOrder {
        /// The break's first point.
        index: usize,
    },
    /// A break has no reason.
    #[error("the break at {index} has no reason")]
    BreakWithoutReason {
        /// The break's first point.
        index: usize,
    },
    /// A target or a natural bound is not a finite number, or its lower end is above its upper.
    #[error("the target or the natural bounds are not usable")]
    UnusableTarget,
}

impl Xmr {
    /// Reads a series in time order, one entry per period, none where the value is missing.
    ///
    /// Missing values: the mean counts observed values only, and a moving range is taken between each observed value and
    /// the observed one before it, also across a gap. That makes limits wider rather than narrower. Rules about several
    /// points in a row never reach across a gap. A series measured every second year should therefore be handed in by its
    /// own periods, not by calendar years.
    ///
    /// # Errors
    /// When a value is not usable, or a break is misplaced or lacks its reason.
    pub fn read(
        values: &[Option<f64>],
        breaks: &[Break],
        screening: Screening,
    ) -> Result<Self, SeriesProblem> {
        check_values(values)?;
        check_breaks(values.len(), breaks)?;
        let opening = breaks.first().is_none_or(|first| first.first > 0);
        let firsts = opening
            .then_some((0, None))
            .into_iter()
            .chain(breaks.iter().map(|b| (b.first, Some(b))));
        let ends = breaks.iter().map(|b| b.first).skip(usize::from(!opening)).chain([values.len()]);
        let mut chart = Self { segments: Vec::new(), marks: Vec::with_capacity(values.len()) };
        for ((first, begun), end) in firsts.zip(ends) {
            let stretch = values.get(first..end).unwrap_or_default();
            let locked = begun.and_then(|begun| begun.locked);
            let reason = begun.map(|begun| begun.reason.clone());
            let (evidence, limits) = limits_of(stretch, locked, screening);
            chart.marks.extend(marks_of(stretch, evidence, limits.as_ref()));
            let points = first..end;
            let baseline = baseline_of(stretch, first, limits.map_or(0, |limits| limits.values));
            chart.segments.push(Segment { points, reason, evidence, limits, baseline });
        }
        Ok(chart)
    }

    /// The segment that a point belongs to, none beyond the series.
    pub fn segment_at(&self, index: usize) -> Option<&Segment> {
        self.segments.iter().find(|segment| segment.points.contains(&index))
    }
}

fn check_values(values: &[Option<f64>]) -> Result<(), SeriesProblem> {
    for (index, value) in values.iter().enumerate() {
        match value {
            Some(known) if !known.is_finite() => return Err(SeriesProblem::NotFinite { index }),
            Some(known) if known.abs() > LARGEST_MAGNITUDE => {
                return Err(SeriesProblem::TooLarge { index });
            }
            _ => {}
        }
    }
    Ok(())
}

fn check_breaks(points: usize, breaks: &[Break]) -> Result<(), SeriesProblem> {
    let mut previous = None;
    for Break { first: index, reason, .. } in breaks {
        let index = *index;
        if index >= points {
            return Err(SeriesProblem::BreakOutside { index });
        }
        if previous.is_some_and(|previous| index <= previous) {
            return Err(SeriesProblem::BreaksOutOfOrder { index });
        }
        if reason.trim().is_empty() {
            return Err(SeriesProblem::BreakWithoutReason { index });
        }
        previous = Some(index);
    }
    Ok(())
}

fn limits_of(
    stretch: &[Option<f64>],
    locked: Option<usize>,
    screening: Screening,
) -> (Evidence, Option<Limits>) {
    let known: Vec<f64> = stretch.iter().copied().flatten().collect();
    let observed = known.len();
    if observed < FEWEST_FOR_TRIAL {
        return (Evidence::TooFew { observed }, None);
    }
    let size =
        locked.map_or(BASELINE, |locked| locked.clamp(FEWEST_FOR_TRIAL, BASELINE.max(locked)));
    let baseline = known.get(..size).unwrap_or(&known);
    let evidence = if observed < BASELINE {
        Evidence::Trial { observed }
    } else {
        Evidence::Firm { observed }
    };
    (evidence, Limits::of(baseline, screening))
}

/// Where the first so many observed values of a stretch lie in the series.
fn baseline_of(stretch: &[Option<f64>], first: usize, many: usize) -> Range<usize> {
    let observed = stretch.iter().enumerate().filter(|(_, value)| value.is_some());
    let mut places = observed.map(|(index, _)| first + index).take(many);
    let Some(from) = places.next() else { return first..first };
    from..places.last().unwrap_or(from) + 1
}

fn marks_of(
    stretch: &[Option<f64>],
    evidence: Evidence,
    limits: Option<&Limits>,
) -> Vec<Option<Mark>> {
    match (evidence, limits) {
        (Evidence::Trial { .. }, Some(limits)) => marks(stretch, limits, Footing::Trial),
        (Evidence::Firm { .. }, Some(limits)) => marks(stretch, limits, Footing::Firm),
        (Evidence::TooFew { .. }, _) | (_, None) => vec![None; stretch.len()],
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::rules::{Movement, Pattern};
    use super::*;

    fn read(values: &[Option<f64>], breaks: &[Break]) -> Xmr {
        Xmr::read(values, breaks, Screening::On).unwrap()
    }

    fn all(values: &[f64]) -> Vec<Option<f64>> {
        values.iter().copied().map(Some).collect()
    }

    fn new_start(first: usize) -> Break {
        Break { first, locked: None, reason: "Ny organisation".to_owned() }
    }

    #[test]
    fn an_empty_series_has_one_empty_segment_without_limits() {
        let chart = read(&[], &[]);
        assert_eq!(chart.segments.len(), 1);
        assert_eq!(chart.segments[0].evidence, Evidence::TooFew { observed: 0 });
        assert_eq!(chart.marks, []);
        assert_eq!(read(&all(&[7.0]), &[]).segments[0].limits, None);
    }

    #[test]
    fn limits_come_with_the_sixth_observed_value() {
        let five = [Some(1.0), Some(2.0), None, Some(1.0), Some(2.0), Some(900.0)];
        assert_eq!(read(&five, &[]).segments[0].evidence, Evidence::TooFew { observed: 5 });
        assert_eq!(read(&five, &[]).segments[0].limits, None);
        let six = all(&[1.0, 2.0, 1.0, 2.0, 1.0, 2.0]);
        assert_eq!(read(&six, &[]).segments[0].evidence, Evidence::Trial { observed: 6 });
        assert!(read(&six, &[]).segments[0].limits.is_some());
    }

    #[test]
    fn trial_limits_move_with_each_point_and_the_baseline_locks_at_twelve() {
        let mut values = all(&[1., 2., 1., 2., 1., 2., 1., 2., 1., 2., 1.]);
        let eleven = read(&values, &[]).segments[0].limits.unwrap();
        values.push(Some(8.0));
        let twelve = read(&values, &[]).segments[0].limits.unwrap();
        assert!(twelve.mean > eleven.mean);
        values.extend(all(&[90., 91., 92.]));
        let chart = read(&values, &[]);
        assert_eq!(chart.segments[0].limits.unwrap(), twelve);
        assert_eq!(chart.segments[0].evidence, Evidence::Firm { observed: 15 });
        assert_eq!(chart.marks[14].unwrap().pattern, Pattern::Outside);
    }

    #[test]
    fn with_eleven_points_a_signal_is_only_possible_and_with_twelve_it_is_firm() {
        let mut values = all(&[1., 2., 1., 2., 1., 2., 1., 2., 1., 2., 30.]);
        assert!(read(&values, &[]).marks[10].unwrap().possible);
        values.push(Some(1.0));
        assert!(!read(&values, &[]).marks[10].unwrap().possible);
    }

    #[test]
    fn a_break_starts_new_limits_and_runs_do_not_cross_it() {
        let mut values = all(&[1., 2., 1., 2., 1., 2., 1., 2., 1., 2., 1., 2., 2., 2., 2., 2.]);
        let unbroken = read(&values, &[]);
        assert!(unbroken.marks[11..].iter().all(Option::is_none), "five in a row are no shift");
        values.extend(all(&[2., 2.]));
        assert_eq!(read(&values, &[]).marks[17].unwrap().pattern, Pattern::Shift { points: 7 });
        let broken = read(&values, &[new_start(14)]);
        assert_eq!(broken.marks, vec![None; 18]);
        assert_eq!(broken.segments[1].points, 14..18);
        assert_eq!(broken.segments[1].reason.as_deref(), Some("Ny organisation"));
        assert_eq!(broken.segments[1].evidence, Evidence::TooFew { observed: 4 });
        assert_eq!(broken.segment_at(14), Some(&broken.segments[1]));
        assert_eq!(broken.segment_at(18), None);
    }

    #[test]
    fn a_person_can_lock_the_baseline_before_the_twelfth_value() {
        let values = all(&[91., 92., 90., 93., 92., 91., 92., 86.]);
        assert_eq!(read(&values, &[]).marks.last(), Some(&None));
        let locked = Break { locked: Some(7), ..new_start(0) };
        let chart = read(&values, &[locked]);
        assert_eq!(chart.segments.len(), 1);
        let limits = chart.segments[0].limits.unwrap();
        assert!((limits.lower - 87.5814).abs() < 1e-4);
        let mark = chart.marks[7].unwrap();
        assert_eq!(
            (mark.pattern, mark.movement, mark.possible),
            (Pattern::Outside, Movement::Down, true)
        );
    }

    #[test]
    fn misplaced_or_unexplained_breaks_are_refused() {
        let values = all(&[1., 2., 3.]);
        let refused = |breaks: &[Break]| Xmr::read(&values, breaks, Screening::On).unwrap_err();
        assert_eq!(refused(&[new_start(3)]), SeriesProblem::BreakOutside { index: 3 });
        assert_eq!(
            refused(&[new_start(2), new_start(1)]),
            SeriesProblem::BreaksOutOfOrder { index: 1 }
        );
        assert_eq!(
            refused(&[new_start(1), new_start(1)]),
            SeriesProblem::BreaksOutOfOrder { index: 1 }
        );
        let silent = Break { first: 1, locked: None, reason: "  ".to_owned() };
        assert_eq!(refused(&[silent]), SeriesProblem::BreakWithoutReason { index: 1 });
    }

    #[test]
    fn values_that_are_no_measurements_are_refused() {
        for wrong in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            let problem = Xmr::read(&[Some(1.0), Some(wrong)], &[], Screening::On).unwrap_err();
            assert_eq!(problem, SeriesProblem::NotFinite { index: 1 });
        }
        let problem = Xmr::read(&[Some(f64::MAX)], &[], Screening::On).unwrap_err();
        assert_eq!(problem, SeriesProblem::TooLarge { index: 0 });
    }

    #[test]
    fn huge_and_tiny_values_keep_their_marks() {
        let shape = [1., 2., 1., 2., 1., 2., 1., 2., 1., 2., 1., 2., 9.];
        for factor in [1e-300, 1e-9, 1.0, 1e9, 1e29] {
            let chart = read(&all(&shape.map(|value| value * factor)), &[]);
            assert_eq!(chart.marks[12].unwrap().pattern, Pattern::Outside, "times {factor}");
            assert_eq!(chart.marks.iter().flatten().count(), 1);
        }
    }

    #[test]
    fn equal_values_carry_no_signal_and_a_change_after_them_is_only_possible() {
        let mut values = all(&[0.7; 20]);
        assert_eq!(read(&values, &[]).marks, [None; 20]);
        values.push(Some(0.6));
        let mark = read(&values, &[]).marks[20].unwrap();
        assert_eq!((mark.pattern, mark.movement), (Pattern::Outside, Movement::Down));
        assert!(mark.possible);
    }

    #[test]
    fn a_gap_leaves_the_mean_alone_and_its_moving_range_bridges_it() {
        let gappy = [Some(1.), Some(3.), None, Some(2.), None, None, Some(4.), Some(1.), Some(3.)];
        let dense = all(&[1., 3., 2., 4., 1., 3.]);
        assert_eq!(read(&gappy, &[]).segments[0].limits, read(&dense, &[]).segments[0].limits);
    }

    fn series() -> impl Strategy<Value = Vec<Option<i32>>> {
        prop::collection::vec(prop::option::weighted(0.9, -40..40_i32), 0..40)
    }

    fn floats(values: &[Option<i32>], change: impl Fn(f64) -> f64) -> Vec<Option<f64>> {
        values.iter().map(|value| value.map(|known| change(f64::from(known)))).collect()
    }

    fn lines(chart: &Xmr) -> Vec<[f64; 5]> {
        let limits = chart.segments[0].limits;
        limits.iter().map(|l| [l.lower, l.near_lower, l.mean, l.near_upper, l.upper]).collect()
    }

    fn close(ours: &[[f64; 5]], expected: &[[f64; 5]]) -> bool {
        ours.len() == expected.len()
            && ours
                .iter()
                .flatten()
                .zip(expected.iter().flatten())
                .all(|(one, other)| (one - other).abs() < 1e-6)
    }

    proptest! {
        #[test]
        fn adding_a_constant_moves_the_limits_and_keeps_the_marks(values in series(), constant in -1000..1000_i32) {
            let plain = read(&floats(&values, |x| x), &[]);
            let moved = read(&floats(&values, |x| x + f64::from(constant)), &[]);
            let expected: Vec<_> =
                lines(&plain).into_iter().map(|line| line.map(|x| x + f64::from(constant))).collect();
            prop_assert!(close(&lines(&moved), &expected));
            prop_assert_eq!(plain.marks, moved.marks);
        }

        #[test]
        fn scaling_scales_the_limits_and_keeps_the_marks(values in series(), tenths in 1..1000_i32) {
            let factor = f64::from(tenths) / 10.0;
            let plain = read(&floats(&values, |x| x), &[]);
            let scaled = read(&floats(&values, |x| x * factor), &[]);
            let expected: Vec<_> = lines(&plain).into_iter().map(|line| line.map(|x| x * factor)).collect();
            prop_assert!(close(&lines(&scaled), &expected));
            prop_assert_eq!(plain.marks, scaled.marks);
        }

        #[test]
        fn a_mirrored_series_has_mirrored_marks(values in series()) {
            let plain = read(&floats(&values, |x| x), &[]);
            let mirrored = read(&floats(&values, |x| -x), &[]);
            let turned: Vec<Option<Mark>> = plain
                .marks
                .into_iter()
                .map(|mark| mark.map(|mark| Mark { movement: opposite(mark.movement), ..mark }))
                .collect();
            prop_assert_eq!(turned, mirrored.marks);
        }

        #[test]
        fn under_six_observed_values_nothing_is_a_signal(
            values in prop::collection::vec(-1e6..1e6_f64, 0..6),
            gap in 0..6_usize,
        ) {
            let mut values = all(&values);
            values.insert(gap.min(values.len()), None);
            let chart = read(&values, &[]);
            prop_assert!(chart.marks.iter().all(Option::is_none));
            prop_assert_eq!(chart.segments[0].limits, None);
        }

        #[test]
        fn missing_values_are_never_marked_and_every_point_has_its_slot(values in series(), first in 1..40_usize) {
            let breaks = if first < values.len() { vec![new_start(first)] } else { vec![] };
            let chart = read(&floats(&values, |x| x), &breaks);
            prop_assert_eq!(chart.marks.len(), values.len());
            for (value, mark) in values.iter().zip(&chart.marks) {
                prop_assert!(value.is_some() || mark.is_none());
            }
        }
    }

    fn opposite(movement: Movement) -> Movement {
        match movement {
            Movement::Up => Movement::Down,
            Movement::Down => Movement::Up,
        }
    }
}
