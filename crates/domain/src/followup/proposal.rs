//! What the steering model's rule proposes. A person judges; the proposal is kept beside.

use serde::{Deserialize, Serialize};

use crate::fulfilment::Fulfilment;
use crate::statistics::finding::{Finding, Reading};
use crate::steering::{Aggregate, Assessment, RuleMethod, Scale, Symbol};

/// A measure as the rule sees it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Standing {
    /// Its class in the steering model.
    pub class: String,
    /// Whether the measure itself counts.
    pub counts: bool,
    /// Whether its latest value meets the target; none without value or target.
    pub met: Option<bool>,
}

/// What the proposal rests on, for the sentence beside it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Basis {
    /// The latest value of one measure against its target.
    LatestValue,
    /// Measures that count: how many meet their targets, of how many that could be compared.
    Measures {
        /// Meet their targets.
        met: usize,
        /// Could be compared.
        compared: usize,
    },
}

/// A proposed judgement.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Proposal {
    /// The level.
    pub level: Fulfilment,
    /// Why.
    pub basis: Basis,
}

/// The proposal for one measure: whether its latest value meets the target.
pub fn propose_for_measure(finding: &Finding) -> Option<Proposal> {
    let Finding::Observed(Reading { target_met: Some(met), .. }) = finding else { return None };
    let level = if *met { Fulfilment::Achieved } else { Fulfilment::NotAchieved };
    Some(Proposal { level, basis: Basis::LatestValue })
}

/// The proposal for a goal by the steering model's rule. None when the rule is another than
/// "from measures", when nothing that counts can be compared, or when too few measures can.
pub fn propose_for_goal(
    rule: &Assessment,
    scale: Option<&Scale>,
    standings: &[Standing],
) -> Option<Proposal> {
    if rule.method != RuleMethod::FromMeasures {
        return None;
    }
    let classes = &rule.params.include_classes;
    let counting: Vec<&Standing> = standings
        .iter()
        .filter(|standing| {
            if classes.is_empty() { standing.counts } else { classes.contains(&standing.class) }
        })
        .collect();
    let compared = counting.iter().filter(|standing| standing.met.is_some()).count();
    let met = counting.iter().filter(|standing| standing.met == Some(true)).count();
    let least = usize::from(rule.params.min_measured_share.unwrap_or(0));
    if compared == 0 || compared * 100 < least * counting.len() {
        return None;
    }
    let level = by_thresholds(rule, scale, met, compared)
        .unwrap_or_else(|| by_aggregate(rule, met, compared));
    Some(Proposal { level, basis: Basis::Measures { met, compared } })
}

fn by_thresholds(
    rule: &Assessment,
    scale: Option<&Scale>,
    met: usize,
    compared: usize,
) -> Option<Fulfilment> {
    let scale = scale?;
    if rule.params.thresholds.is_empty() {
        return None;
    }
    // Levels stand best first; the first whose share is reached is the one.
    scale
        .judged_levels()
        .find(|level| {
            rule.params
                .thresholds
                .iter()
                .any(|(id, share)| *id == level.id && met * 100 >= usize::from(*share) * compared)
        })
        .map(|level| graded(level.symbol))
        .or(Some(Fulfilment::NotAchieved))
}

fn graded(symbol: Symbol) -> Fulfilment {
    match symbol {
        Symbol::Achieved | Symbol::Done => Fulfilment::Achieved,
        Symbol::Partly | Symbol::Ongoing => Fulfilment::Partly,
        Symbol::NotAssessed => Fulfilment::CannotTell,
        Symbol::NotMeasured => Fulfilment::NotAssessed,
        _ => Fulfilment::NotAchieved,
    }
}

fn by_aggregate(rule: &Assessment, met: usize, compared: usize) -> Fulfilment {
    match (met, rule.params.aggregate) {
        (met, _) if met == compared => Fulfilment::Achieved,
        (0, _) | (_, Some(Aggregate::Worst)) => Fulfilment::NotAchieved,
        _ => Fulfilment::Partly,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::finding::Question;
    use crate::statistics::target::{Desired, Target};
    use crate::steering::{AssessmentId, AssessmentParams, Origin};

    fn rule(method: RuleMethod) -> Assessment {
        Assessment {
            id: AssessmentId::from("fran_matt"),
            method,
            params: AssessmentParams {
                min_measured_share: Some(50),
                ..AssessmentParams::default()
            },
            stages: Vec::new(),
            origin: Origin::default(),
        }
    }

    fn standing(met: Option<bool>) -> Standing {
        Standing { class: "resultatmått".to_owned(), counts: true, met }
    }

    fn level(rule: &Assessment, met: &[Option<bool>]) -> Option<Fulfilment> {
        let standings: Vec<Standing> = met.iter().copied().map(standing).collect();
        propose_for_goal(rule, None, &standings).map(|proposal| proposal.level)
    }

    #[test]
    fn all_some_and_none_met_are_three_levels() {
        let rule = rule(RuleMethod::FromMeasures);
        let (yes, no) = (Some(true), Some(false));
        assert_eq!(level(&rule, &[yes, yes]), Some(Fulfilment::Achieved));
        assert_eq!(level(&rule, &[yes, no]), Some(Fulfilment::Partly));
        assert_eq!(level(&rule, &[no, no]), Some(Fulfilment::NotAchieved));
    }

    #[test]
    fn too_few_values_give_no_proposal() {
        let rule = rule(RuleMethod::FromMeasures);
        assert_eq!(level(&rule, &[]), None);
        assert_eq!(level(&rule, &[None]), None);
        assert_eq!(level(&rule, &[Some(true), None, None]), None);
        assert_eq!(level(&rule, &[Some(true), None]), Some(Fulfilment::Achieved));
    }

    #[test]
    fn only_measures_compared_with_targets_propose() {
        for method in
            [RuleMethod::Manual, RuleMethod::FromChildren, RuleMethod::Forecast, RuleMethod::None]
        {
            assert_eq!(level(&rule(method), &[Some(true)]), None, "{method:?}");
        }
    }

    #[test]
    fn measures_that_do_not_count_are_left_out() {
        let mut rule = rule(RuleMethod::FromMeasures);
        let mut loud = standing(Some(false));
        loud.counts = false;
        let standings = [loud, standing(Some(true))];
        let basis =
            |rule: &Assessment| propose_for_goal(rule, None, &standings).map(|found| found.basis);
        assert_eq!(basis(&rule), Some(Basis::Measures { met: 1, compared: 1 }));
        rule.params.include_classes = vec!["resursmått".to_owned()];
        assert_eq!(basis(&rule), None);
    }

    #[test]
    fn the_worst_decides_where_the_model_says_so() {
        let mut rule = rule(RuleMethod::FromMeasures);
        rule.params.aggregate = Some(Aggregate::Worst);
        assert_eq!(level(&rule, &[Some(true), Some(false)]), Some(Fulfilment::NotAchieved));
        assert_eq!(level(&rule, &[Some(true), Some(true)]), Some(Fulfilment::Achieved));
    }

    #[test]
    fn one_measure_is_judged_by_its_latest_value() {
        let level = |target, value| {
            let finding = Finding::read(&Question {
                desired: Desired::Lower,
                target,
                ..Question::about(&[value])
            });
            propose_for_measure(&finding.unwrap()).map(|proposal| proposal.level)
        };
        assert_eq!(level(Target::AtMost(6.5), Some(6.5)), Some(Fulfilment::Achieved));
        assert_eq!(level(Target::AtMost(6.5), Some(8.1)), Some(Fulfilment::NotAchieved));
        assert_eq!(level(Target::None, Some(8.1)), None);
        assert_eq!(level(Target::AtMost(6.5), None), None);
    }
}
