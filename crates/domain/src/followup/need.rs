//! Which parts need words of a person; all others go as expected and are confirmed together.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::fulfilment::{Fulfilment, Progress};
use crate::measures::codes;
use crate::statistics::deviation::{Deviates, Deviation};
use crate::statistics::finding::Finding;

/// How many days late an activity may be before someone has to say why.
pub const LATE_DAYS: i32 = 30;

/// Why a part needs words.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// A real change for the worse since the last report.
    Worsening,
    /// The latest value does not meet the target.
    TargetNotMet,
    /// An activity should have been done more than [`LATE_DAYS`] days ago.
    Late,
    /// The goal is not reached.
    NotAchieved,
    /// The goal is judged otherwise than last time.
    Changed,
}

codes!(Need {
    Worsening = "worsening",
    TargetNotMet = "target_not_met",
    Late = "late",
    NotAchieved = "not_achieved",
    Changed = "changed",
});

/// What a measure asks for. A missing value asks for no words: there is nothing to explain yet.
pub fn measure_needs(finding: &Finding) -> Vec<Need> {
    let Deviates::Yes(reasons) = finding.deviates() else { return Vec::new() };
    let mut needs: Vec<Need> = reasons
        .iter()
        .map(|reason| match reason {
            Deviation::Worsening(_) => Need::Worsening,
            Deviation::TargetNotMet => Need::TargetNotMet,
        })
        .collect();
    needs.dedup();
    needs
}

/// How a measure's part stands with the figures as they are while the account is written: the one rule
/// for every page, for what is saved and for what is handed in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Followed {
    /// It asks for words and a judgement, for these reasons.
    Asks(Vec<Need>),
    /// The figures do not deviate. They asked for words when the account was opened, or somebody has
    /// answered while they did: nothing is needed, and what was answered stands, is seen and can be
    /// changed.
    Eased,
    /// Nothing is asked, and nothing was.
    AsExpected,
}

/// How a measure's part that was made to ask for `asked` stands with the figures as they are now, where
/// `is_explained` says whether somebody has answered it as a deviation. Where the latest value is missing
/// there is nothing to follow, and the question stands as it was made.
pub fn follow_measure(asked: &[Need], is_explained: bool, now: &Finding) -> Followed {
    match now.deviates() {
        Deviates::Yes(_) => Followed::Asks(measure_needs(now)),
        Deviates::Unknown if !asked.is_empty() => Followed::Asks(asked.to_vec()),
        Deviates::No if is_explained || !asked.is_empty() => Followed::Eased,
        Deviates::No | Deviates::Unknown => Followed::AsExpected,
    }
}

/// What an activity asks for on the day.
pub fn activity_needs(progress: Progress, ends_on: Option<Date>, today: Date) -> Vec<Need> {
    let over = progress.rests();
    let late = ends_on.is_some_and(|end| (today - end).get_days() > LATE_DAYS);
    if late && !over { vec![Need::Late] } else { Vec::new() }
}

/// What a goal asks for, from what the rule proposes now and what was judged last time.
pub fn goal_needs(proposed: Option<Fulfilment>, last: Option<Fulfilment>) -> Vec<Need> {
    let mut needs = Vec::new();
    if proposed == Some(Fulfilment::NotAchieved) {
        needs.push(Need::NotAchieved);
    }
    if let (Some(proposed), Some(last)) = (proposed, last)
        && proposed != last
    {
        needs.push(Need::Changed);
    }
    needs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::finding::Question;
    use crate::statistics::target::{Desired, Target};

    fn finding(values: &[f64], target: Target, reported: usize) -> Finding {
        let values: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
        Finding::read(&Question {
            desired: Desired::Lower,
            target,
            reported_periods: reported,
            ..Question::about(&values)
        })
        .unwrap()
    }

    const STEADY: [f64; 12] = [6.4, 6.9, 6.6, 7.1, 6.8, 6.3, 6.7, 6.5, 6.9, 6.4, 6.6, 6.8];

    #[test]
    fn what_varies_as_usual_and_meets_its_target_needs_nothing() {
        assert_eq!(measure_needs(&finding(&STEADY, Target::AtMost(7.0), 0)), []);
        assert_eq!(measure_needs(&finding(&STEADY, Target::None, 0)), []);
    }

    #[test]
    fn a_leap_for_the_worse_needs_words_once() {
        let mut values = STEADY.to_vec();
        values.extend([9.9, 9.8]);
        assert_eq!(measure_needs(&finding(&values, Target::None, 0)), [Need::Worsening]);
        assert_eq!(measure_needs(&finding(&values, Target::None, values.len())), []);
        assert_eq!(
            measure_needs(&finding(&values, Target::AtMost(6.5), 0)),
            [Need::Worsening, Need::TargetNotMet]
        );
    }

    #[test]
    fn a_question_follows_the_figures_while_the_account_is_written() {
        let missed = finding(&STEADY, Target::AtMost(6.5), 0);
        let met = finding(&STEADY, Target::AtMost(7.0), 0);
        let missing = Finding::read(&Question::about(&[Some(1.0), None])).unwrap();
        let asked = [Need::TargetNotMet];
        for is_explained in [false, true] {
            let follow = |asked: &[Need], now| follow_measure(asked, is_explained, now);
            assert_eq!(follow(&asked, &missed), Followed::Asks(asked.to_vec()));
            assert_eq!(follow(&asked, &met), Followed::Eased);
            assert_eq!(follow(&asked, &missing), Followed::Asks(asked.to_vec()));
            assert_eq!(follow(&[], &missed), Followed::Asks(asked.to_vec()));
            assert_eq!(follow(&[], &missing), Followed::AsExpected);
        }
        assert_eq!(follow_measure(&[], false, &met), Followed::AsExpected);
        assert_eq!(follow_measure(&[], true, &met), Followed::Eased, "what was answered is seen");
    }

    #[test]
    fn a_missing_value_asks_for_no_words() {
        let finding = Finding::read(&Question::about(&[Some(1.0), None])).unwrap();
        assert_eq!(measure_needs(&finding), []);
    }

    #[test]
    fn an_activity_may_be_thirty_days_late() {
        let end = Date::constant(2026, 7, 26);
        let on = |month, day| Date::constant(2026, month, day);
        let late = |progress, today| activity_needs(progress, Some(end), today);
        assert_eq!(late(Progress::Late, on(8, 25)), []);
        for progress in [Progress::Late, Progress::Ongoing, Progress::NotStarted] {
            assert_eq!(late(progress, on(8, 26)), [Need::Late]);
        }
        for progress in [Progress::Done, Progress::Paused, Progress::Cancelled] {
            assert_eq!(late(progress, on(12, 31)), []);
        }
        assert_eq!(activity_needs(Progress::Late, None, on(12, 31)), []);
    }

    #[test]
    fn a_goal_needs_words_when_not_reached_or_changed() {
        use Fulfilment::{Achieved, NotAchieved, Partly};
        assert_eq!(goal_needs(None, None), []);
        assert_eq!(goal_needs(Some(Achieved), Some(Achieved)), []);
        assert_eq!(goal_needs(Some(Achieved), None), []);
        assert_eq!(goal_needs(Some(NotAchieved), None), [Need::NotAchieved]);
        assert_eq!(goal_needs(Some(NotAchieved), Some(NotAchieved)), [Need::NotAchieved]);
        assert_eq!(goal_needs(Some(Partly), Some(Achieved)), [Need::Changed]);
        assert_eq!(goal_needs(Some(NotAchieved), Some(Partly)), [Need::NotAchieved, Need::Changed]);
        assert_eq!(goal_needs(None, Some(Partly)), []);
    }
}
