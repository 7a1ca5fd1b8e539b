//! Whether the target is reached with the present way of working, judged from the limits and not from
//! the last value (*Making Data Count*, NHS England), and when that may be said at all.
//!
//! Limits tell of the present way of working only while the values still are what the limits were made
//! of. After a run against them the old level answers a question that nobody asks any more, and limits
//! of fewer than twelve values move with each new one (decision 0048).

use super::finding::{Question, Signal, signal};
use super::limits::Limits;
use super::rules::{Mark, runs_against};
use super::target::{Desired, Target};
use super::xmr::{BASELINE, Evidence, Segment};

/// Whether the target is reached with the present way of working.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assurance {
    /// The whole ordinary variation meets the target, and so do the latest twelve values.
    Always,
    /// Chance decides from time to time.
    Sometimes,
    /// The target lies beyond the ordinary variation, and none of the latest twelve values meets it.
    Never,
    /// There is a target, but values after those that the limits were made of have left their level, and
    /// no person has said that the comparison begins anew.
    Moved,
    /// Nothing can be said: no target, no desired direction, fewer than twelve values, values that
    /// never varied, a run among those that the limits were made of, a season, or a latest value that
    /// is itself out of the ordinary.
    NotApplicable,
}

/// A stretch and what the rules say of its values.
#[derive(Clone, Copy)]
pub(super) struct Stretch<'a> {
    pub(super) segment: &'a Segment,
    /// The values of the whole series.
    pub(super) values: &'a [Option<f64>],
    /// The marks of the whole series.
    pub(super) marks: &'a [Option<Mark>],
}

impl<'a> Stretch<'a> {
    /// The latest twelve observed values, newest first, with their marks.
    fn recent(&self) -> impl Iterator<Item = (usize, f64, Option<Mark>)> + use<'a> {
        let Self { segment, values, marks } = *self;
        let observed = segment.points.clone().rev().filter_map(move |index| {
            let value = values.get(index).copied().flatten()?;
            Some((index, value, marks.get(index).copied().flatten()))
        });
        observed.take(BASELINE)
    }

    /// The newest run against the limits among the latest twelve values; none before there are twelve.
    pub(super) fn recent_run(&self, desired: Desired) -> Option<Signal> {
        let Evidence::Firm { .. } = self.segment.evidence else { return None };
        let first = self.segment.points.start;
        let of_segment = self.values.get(self.segment.points.clone())?;
        let runs = runs_against(of_segment, self.segment.limits.as_ref()?);
        self.recent().find_map(|(index, ..)| {
            let run = runs.get(index - first).copied().flatten()?;
            (!run.possible).then(|| signal(index, run, desired))
        })
    }

    /// What may be said of the target.
    pub(super) fn assurance(&self, question: &Question<'_>, run: Option<Signal>) -> Assurance {
        let Evidence::Firm { .. } = self.segment.evidence else { return Assurance::NotApplicable };
        let limits = self.segment.limits.filter(|limits| !limits.have_no_width());
        let judged = limits.and_then(|limits| by_limits(&question.target, &limits));
        let Some(judged) = judged.filter(|_| question.desired != Desired::Neither) else {
            return Assurance::NotApplicable;
        };
        if let Some(run) = run {
            // Values cannot have left the level that they themselves make.
            let has_left = run.index >= self.segment.baseline.end;
            return if has_left { Assurance::Moved } else { Assurance::NotApplicable };
        }
        if self.recent().next().is_some_and(|(.., mark)| mark.is_some()) {
            return Assurance::NotApplicable;
        }
        let meets = |(_, value, _)| question.target.is_met_by(value) == Some(true);
        match judged {
            Assurance::Always if !self.recent().all(meets) => Assurance::Sometimes,
            Assurance::Never if self.recent().any(meets) => Assurance::Sometimes,
            judged => judged,
        }
    }
}

/// A target beyond the limit on its wrong side is never reached, one beyond the limit on its right side
/// always, one between the limits sometimes; exactly on a limit counts as between. None without a target.
fn by_limits(target: &Target, limits: &Limits) -> Option<Assurance> {
    let (low, high) = target.accepted()?;
    Some(if limits.upper < low || limits.lower > high {
        Assurance::Never
    } else if low < limits.lower && limits.upper < high {
        Assurance::Always
    } else {
        Assurance::Sometimes
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::finding::{Finding, Reading};
    use super::super::limits::Screening;
    use super::super::rules::Pattern;
    use super::*;

    /// Twelve ordinary months: mean 50, limits 23.4 and 76.6.
    const ORDINARY: [f64; 12] = [45., 55., 45., 55., 45., 55., 45., 55., 45., 55., 45., 55.];

    fn read(more: &[f64], desired: Desired, target: Target) -> Reading {
        let values: Vec<Option<f64>> = ORDINARY.iter().chain(more).copied().map(Some).collect();
        match Finding::read(&Question { desired, target, ..Question::about(&values) }).unwrap() {
            Finding::Observed(reading) => reading,
            Finding::Missing { .. } => panic!("the outcome is there"),
        }
    }

    #[test]
    fn the_limits_judge_and_not_the_last_value() {
        use Assurance::{Always, Never, Sometimes};
        let limits = Limits::of(&[45., 55., 45., 55.], Screening::Off).unwrap();
        let table = [
            (Target::AtLeast(80.0), Some(Never)),
            (Target::AtLeast(20.0), Some(Always)),
            (Target::AtLeast(60.0), Some(Sometimes)),
            (Target::AtLeast(limits.upper), Some(Sometimes)),
            (Target::AtLeast(limits.lower), Some(Sometimes)),
            (Target::AtMost(20.0), Some(Never)),
            (Target::AtMost(80.0), Some(Always)),
            (Target::AtMost(40.0), Some(Sometimes)),
            (Target::Range { low: 10.0, high: 90.0 }, Some(Always)),
            (Target::Range { low: 40.0, high: 60.0 }, Some(Sometimes)),
            (Target::Range { low: 40.0, high: 90.0 }, Some(Sometimes)),
            (Target::Range { low: 80.0, high: 90.0 }, Some(Never)),
            (Target::Range { low: 5.0, high: 10.0 }, Some(Never)),
            (Target::Equal(50.0), Some(Sometimes)),
            (Target::Equal(90.0), Some(Never)),
            (Target::None, None),
        ];
        for (target, assurance) in table {
            assert_eq!(by_limits(&target, &limits), assurance, "{target:?}");
        }
    }

    #[test]
    fn after_a_run_against_the_limits_the_old_level_says_nothing_of_the_target() {
        let risen = [70., 72., 71., 73., 70., 72., 71., 74.];
        let reading = read(&risen, Desired::Higher, Target::AtLeast(90.0));
        assert_eq!(reading.assurance, Assurance::Moved);
        assert!(!reading.calls_for_change());
        let run = reading.recent_run.unwrap();
        assert_eq!((run.pattern, run.index), (Pattern::Shift { points: 9 }, 19));
        let far = [95., 96., 97., 95., 96., 97., 95.];
        let reading = read(&far, Desired::Higher, Target::AtLeast(200.0));
        assert_eq!(reading.assurance, Assurance::Moved, "also where every value is outside");
        let mut back_once = risen.to_vec();
        back_once.push(49.0);
        let reading = read(&back_once, Desired::Higher, Target::AtLeast(90.0));
        assert_eq!((reading.signal, reading.assurance), (None, Assurance::Moved));
        assert_eq!(reading.recent_run.unwrap().index, 19);
        assert_eq!(reading.baseline, 0..12);
    }

    #[test]
    fn values_have_not_left_the_level_that_they_themselves_make() {
        let twelve = [55., 56., 55., 54., 55., 56., 55., 45., 44., 45., 46., 50.];
        let finding = |values: &[f64]| {
            let values: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
            let target = Target::AtLeast(90.0);
            let question =
                Question { desired: Desired::Higher, target, ..Question::about(&values) };
            match Finding::read(&question).unwrap() {
                Finding::Observed(reading) => reading,
                Finding::Missing { .. } => panic!("the outcome is there"),
            }
        };
        let reading = finding(&twelve);
        assert_eq!(reading.baseline, 0..12);
        assert!(reading.recent_run.is_some() && reading.has_unsteady_baseline());
        assert_eq!(reading.assurance, Assurance::NotApplicable);
        let mut more = twelve.to_vec();
        more.extend([56., 57., 56., 57., 56., 57., 56.]);
        let reading = finding(&more);
        assert!(!reading.has_unsteady_baseline());
        assert_eq!(reading.assurance, Assurance::Moved, "these came afterwards");
    }

    #[test]
    fn twelve_values_without_a_run_make_the_old_level_hold_again() {
        let mut values = vec![56., 57., 56., 57., 56., 57., 56.];
        values.extend(ORDINARY);
        let reading = read(&values[..12], Desired::Higher, Target::AtLeast(90.0));
        assert_eq!(reading.assurance, Assurance::Moved);
        let reading = read(&values, Desired::Higher, Target::AtLeast(90.0));
        assert_eq!(reading.assurance, Assurance::Never);
    }

    #[test]
    fn every_time_is_never_said_when_a_recent_value_misses() {
        let always = Target::AtLeast(20.0);
        assert_eq!(read(&[50.0], Desired::Higher, always).assurance, Assurance::Always);
        let missed_once = [19.0, 50.0, 48.0];
        let reading = read(&missed_once, Desired::Higher, always);
        assert_eq!((reading.signal, reading.assurance), (None, Assurance::Sometimes));
        let reading = read(&[19.0], Desired::Higher, always);
        assert_eq!(
            (reading.target_met, reading.assurance),
            (Some(false), Assurance::NotApplicable)
        );
        let reached_once = read(&[95.0, 50.0], Desired::Higher, Target::AtLeast(90.0));
        assert_eq!(reached_once.assurance, Assurance::Sometimes);
    }

    #[test]
    fn without_a_desired_direction_nothing_is_said() {
        let reading = read(&[50.0], Desired::Neither, Target::AtLeast(20.0));
        assert_eq!(reading.assurance, Assurance::NotApplicable);
        assert_eq!(reading.target_met, Some(true));
    }

    #[test]
    fn values_that_never_varied_say_nothing_of_the_target() {
        let values = [Some(4.0); 14];
        let target = Target::AtMost(4.0);
        let question = Question { desired: Desired::Lower, target, ..Question::about(&values) };
        let Finding::Observed(reading) = Finding::read(&question).unwrap() else {
            panic!("the outcome is there");
        };
        assert_eq!((reading.target_met, reading.assurance), (Some(true), Assurance::NotApplicable));
    }

    proptest! {
        #[test]
        fn no_promise_rests_on_few_values_or_contradicts_the_latest(
            values in prop::collection::vec(-30..30_i32, 1..40), level in -40..40_i32, lower in any::<bool>(),
        ) {
            let values: Vec<Option<f64>> = values.into_iter().map(|value| Some(f64::from(value))).collect();
            let level = f64::from(level);
            let (desired, target) = if lower {
                (Desired::Lower, Target::AtMost(level))
            } else {
                (Desired::Higher, Target::AtLeast(level))
            };
            let question = Question { desired, target, ..Question::about(&values) };
            let Finding::Observed(reading) = Finding::read(&question).unwrap() else {
                panic!("the outcome is there");
            };
            if values.len() < 12 {
                prop_assert_eq!(reading.assurance, Assurance::NotApplicable);
            }
            let recent = values.iter().rev().take(12).flatten();
            let met = recent.filter(|value| target.is_met_by(**value) == Some(true)).count();
            match reading.assurance {
                Assurance::Always => prop_assert_eq!(met, 12),
                Assurance::Never => prop_assert_eq!(met, 0),
                _ => {}
            }
        }
    }
}
