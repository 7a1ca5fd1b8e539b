//! The four rules that tell a special cause from ordinary variation, applied to one stretch with one set of limits.
//! Rules as in NHS England's *Making Data Count*, with seven points for trend and shift.

use super::limits::{Limits, Position};

/// Points that make a shift, and points that make a trend.
const RUN: usize = 7;

/// A way up or down on the measure's own scale, without saying which is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Movement {
    /// Towards higher values, or the side above the mean.
    Up,
    /// Towards lower values, or the side below the mean.
    Down,
}

/// Which rule a marked point fulfils, in order of precedence: a point carries only the first that applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pattern {
    /// The point lies outside a process limit.
    Outside,
    /// The point belongs to at least seven in a row that each are higher (or each lower) than the one before.
    Trend {
        /// Points in the whole run, seven or more.
        points: usize,
    },
    /// The point lies between near limit and process limit, and so does another among three consecutive points on the
    /// same side of the mean.
    NearLimit,
    /// The point belongs to at least seven in a row on the same side of the mean.
    Shift {
        /// Points in the whole run, seven or more.
        points: usize,
    },
}

/// A special cause seen at one point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The rule.
    pub pattern: Pattern,
    /// The side of the mean, or for a trend the way it goes.
    pub movement: Movement,
    /// True when the limits cannot carry more than a suspicion: trial limits, or limits without width.
    pub possible: bool,
}

/// How much the limits can carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Footing {
    /// Limits that move with each new point: only single points are judged, and only as possible signals.
    Trial,
    /// Limits from a locked baseline: all four rules.
    Firm,
}

/// One mark or none per value. A missing value is never marked, and it ends what was going on: no run, trend or window of
/// three reaches across it, because nobody knows what happened there.
pub(super) fn marks(
    values: &[Option<f64>],
    limits: &Limits,
    footing: Footing,
) -> Vec<Option<Mark>> {
    let positions: Vec<Option<Position>> =
        values.iter().map(|value| value.map(|known| limits.position(known))).collect();
    let possible = footing == Footing::Trial || limits.have_no_width();
    let mut marks = Marks { slots: vec![None; values.len()], possible };
    if footing == Footing::Firm {
        shifts(&positions, &mut marks);
        trends(values, &mut marks);
    }
    near_limits(&positions, &mut marks);
    outside(&positions, &mut marks);
    marks.slots
}

/// The shift or the trend that each value belongs to, also where the value itself lies so far out that
/// another rule names it first.
pub(super) fn runs_against(values: &[Option<f64>], limits: &Limits) -> Vec<Option<Mark>> {
    let positions: Vec<Option<Position>> =
        values.iter().map(|value| value.map(|known| limits.position(known))).collect();
    let possible = limits.have_no_width();
    let mut marks = Marks { slots: vec![None; values.len()], possible };
    shifts(&positions, &mut marks);
    trends(values, &mut marks);
    marks.slots
}

struct Marks {
    slots: Vec<Option<Mark>>,
    possible: bool,
}

impl Marks {
    /// Marks one point, unless it already carries a mark of the same or higher precedence. A point where one trend turns
    /// into the opposite therefore keeps the trend it completed.
    fn set(&mut self, index: usize, pattern: Pattern, movement: Movement) {
        let Some(slot) = self.slots.get_mut(index) else {
            return;
        };
        if slot.is_none_or(|mark| precedence(pattern) < precedence(mark.pattern)) {
            *slot = Some(Mark { pattern, movement, possible: self.possible });
        }
    }
}

fn precedence(pattern: Pattern) -> u8 {
    match pattern {
        Pattern::Outside => 1,
        Pattern::Trend { .. } => 2,
        Pattern::NearLimit => 3,
        Pattern::Shift { .. } => 4,
    }
}

fn outside(positions: &[Option<Position>], marks: &mut Marks) {
    for (index, position) in positions.iter().enumerate() {
        if let Some(Position::Outside(side)) = position {
            marks.set(index, Pattern::Outside, *side);
        }
    }
}

fn trends(values: &[Option<f64>], marks: &mut Marks) {
    let steps: Vec<Option<Movement>> = values
        .windows(2)
        .map(|pair| match pair {
            [Some(before), Some(after)] if after > before => Some(Movement::Up),
            [Some(before), Some(after)] if after < before => Some(Movement::Down),
            _ => None,
        })
        .collect();
    for (first, length, movement) in runs(&steps) {
        let points = length + 1;
        if points >= RUN {
            for index in first..first + points {
                marks.set(index, Pattern::Trend { points }, movement);
            }
        }
    }
}

fn near_limits(positions: &[Option<Position>], marks: &mut Marks) {
    for (first, window) in positions.windows(3).enumerate() {
        for side in [Movement::Up, Movement::Down] {
            let same_side = window.iter().all(|position| side_of(*position) == Some(side));
            let near = |position: &Option<Position>| *position == Some(Position::Near(side));
            if same_side && window.iter().filter(|position| near(position)).count() >= 2 {
                for (offset, _) in window.iter().enumerate().filter(|(_, position)| near(position))
                {
                    marks.set(first + offset, Pattern::NearLimit, side);
                }
            }
        }
    }
}

fn shifts(positions: &[Option<Position>], marks: &mut Marks) {
    let sides: Vec<Option<Movement>> =
        positions.iter().map(|position| side_of(*position)).collect();
    for (first, points, side) in runs(&sides) {
        if points >= RUN {
            for index in first..first + points {
                marks.set(index, Pattern::Shift { points }, side);
            }
        }
    }
}

fn side_of(position: Option<Position>) -> Option<Movement> {
    position.and_then(Position::side)
}

/// Stretches of one and the same movement: where each begins, how many there are, and which.
fn runs(movements: &[Option<Movement>]) -> Vec<(usize, usize, Movement)> {
    let mut first = 0;
    let mut found = Vec::new();
    for run in movements.chunk_by(|one, next| one == next) {
        if let Some(Some(movement)) = run.first() {
            found.push((first, run.len(), *movement));
        }
        first += run.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::limits::Screening;
    use super::*;

    /// Mean 50, mean moving range 10: limits 23.4 and 76.6, near limits 32.27 and 67.73.
    fn limits() -> Limits {
        Limits::of(&[45., 55., 45., 55.], Screening::Off).unwrap()
    }

    fn marked_with_gaps(values: &[Option<f64>]) -> Vec<Slot> {
        let marks = marks(values, &limits(), Footing::Firm);
        assert!(marks.iter().flatten().all(|mark| !mark.possible));
        marks.into_iter().map(|mark| mark.map(|mark| (mark.pattern, mark.movement))).collect()
    }

    fn marked(values: &[f64]) -> Vec<Slot> {
        let values: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
        marked_with_gaps(&values)
    }

    type Slot = Option<(Pattern, Movement)>;

    const OUTSIDE_ABOVE: Slot = Some((Pattern::Outside, Movement::Up));
    const NEAR_ABOVE: Slot = Some((Pattern::NearLimit, Movement::Up));

    #[test]
    fn a_point_outside_a_limit_is_marked_and_one_on_the_limit_is_not() {
        assert_eq!(
            marked(&[50., 77., 50., 23., 50., 76.6, 50., 23.4]),
            [
                None,
                OUTSIDE_ABOVE,
                None,
                Some((Pattern::Outside, Movement::Down)),
                None,
                None,
                None,
                None
            ]
        );
    }

    #[test]
    fn six_rising_steps_are_a_trend_with_all_seven_points_marked() {
        let trend = Some((Pattern::Trend { points: 7 }, Movement::Up));
        assert_eq!(marked(&[44., 46., 48., 50., 52., 54., 56.]), [trend; 7]);
    }

    #[test]
    fn six_falling_points_or_a_pause_on_the_way_are_no_trend() {
        assert_eq!(marked(&[56., 54., 52., 50., 48., 46.]), [None; 6]);
        assert_eq!(marked(&[56., 54., 52., 52., 50., 48., 46., 44.]), [None; 8]);
    }

    #[test]
    fn a_point_where_one_trend_turns_into_another_keeps_the_first() {
        let marks = marked(&[44., 46., 48., 50., 52., 54., 56., 54., 52., 50., 48., 46., 44.]);
        let movements: Vec<Movement> =
            marks.iter().flatten().map(|(_, movement)| *movement).collect();
        assert_eq!(movements[..7], [Movement::Up; 7]);
        assert_eq!(movements[7..], [Movement::Down; 6]);
    }

    #[test]
    fn two_of_three_near_the_limit_mark_only_those_two() {
        let near = NEAR_ABOVE;
        assert_eq!(marked(&[50., 70., 55., 70., 50.]), [None, near, None, near, None]);
        let low = Some((Pattern::NearLimit, Movement::Down));
        assert_eq!(marked(&[50., 30., 30., 45.]), [None, low, low, None]);
    }

    #[test]
    fn two_near_the_limit_are_no_signal_when_the_third_is_on_the_other_side_or_on_the_mean() {
        assert_eq!(marked(&[70., 45., 70.]), [None; 3]);
        assert_eq!(marked(&[70., 50., 70.]), [None; 3]);
        assert_eq!(marked(&[30., 70., 30.]), [None; 3]);
        assert_eq!(marked(&[70., 55., 55., 70.]), [None; 4]);
        assert_eq!(marked(&[70., 70.]), [None; 2], "a window of three needs three points");
    }

    #[test]
    fn a_point_outside_the_limit_does_not_count_among_the_two_near_it() {
        assert_eq!(marked(&[55., 80., 70.]), [None, OUTSIDE_ABOVE, None]);
        let near = NEAR_ABOVE;
        assert_eq!(marked(&[70., 80., 70.]), [near, OUTSIDE_ABOVE, near]);
    }

    #[test]
    fn seven_points_on_one_side_are_a_shift_and_its_length_is_the_whole_run() {
        let high = [51., 53., 51., 53., 51., 53., 51.];
        assert_eq!(marked(&high), [Some((Pattern::Shift { points: 7 }, Movement::Up)); 7]);
        let low = [49., 47., 49., 47., 49., 47., 49., 47.];
        assert_eq!(marked(&low), [Some((Pattern::Shift { points: 8 }, Movement::Down)); 8]);
    }

    #[test]
    fn six_points_on_one_side_or_a_point_on_the_mean_between_are_no_shift() {
        assert_eq!(marked(&[51., 53., 51., 53., 51., 53.]), [None; 6]);
        assert_eq!(marked(&[51., 53., 51., 50., 51., 53., 51., 53.]), [None; 8]);
    }

    #[test]
    fn precedence_is_outside_then_trend_then_near_limit_then_shift() {
        let marks = marked(&[51., 52., 55., 60., 68., 70., 80., 70., 55., 70.]);
        let patterns: Vec<Pattern> = marks.iter().flatten().map(|(pattern, _)| *pattern).collect();
        assert_eq!(patterns[..6], [Pattern::Trend { points: 7 }; 6]);
        assert_eq!(
            patterns[6..],
            [
                Pattern::Outside,
                Pattern::NearLimit,
                Pattern::Shift { points: 10 },
                Pattern::NearLimit
            ]
        );
    }

    #[test]
    fn a_missing_value_ends_runs_trends_and_windows_of_three() {
        let gap = |values: &[f64], at: usize| {
            let mut values: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
            values.insert(at, None);
            marked_with_gaps(&values)
        };
        assert_eq!(gap(&[51., 53., 51., 53., 51., 53., 51.], 3), [None; 8]);
        assert_eq!(gap(&[44., 46., 48., 50., 52., 54., 56.], 3), [None; 8]);
        assert_eq!(gap(&[70., 55., 70.], 1), [None; 4]);
        assert_eq!(gap(&[50., 80.], 1), [None, None, OUTSIDE_ABOVE]);
    }

    #[test]
    fn trial_limits_give_only_possible_signals_and_neither_trend_nor_shift() {
        let values = [51., 52., 53., 54., 55., 56., 57., 70., 71., 80.].map(Some);
        let marks = marks(&values, &limits(), Footing::Trial);
        assert_eq!(marks[..7], [None; 7]);
        let patterns: Vec<_> =
            marks.iter().flatten().map(|mark| (mark.pattern, mark.possible)).collect();
        assert_eq!(
            patterns,
            [(Pattern::NearLimit, true), (Pattern::NearLimit, true), (Pattern::Outside, true)]
        );
    }
}
