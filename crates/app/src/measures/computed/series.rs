//! Computed values as a series that is shown, with who stand behind them.

use std::collections::BTreeMap;

use domain::elements::Structure;
use domain::ids::OrgUnitId;
use domain::measures::formula::Whole;
use domain::measures::{Baseline, Behind, Measure, Outcome, OutcomeValue, Reporters};
use domain::periods::Period;
use jiff::civil::Date;

use super::{Computed, Recipe};
use crate::measures::breaks::begins_anew;
use crate::measures::few::Few;
use crate::measures::series_of::Shown;

impl Recipe {
    /// What was computed period by period, as a series.
    pub(in crate::measures) fn put(
        &self,
        (measure, org_unit): (&Measure, OrgUnitId),
        periods: &BTreeMap<Period, Whole>,
        units: usize,
    ) -> Computed {
        let coverage = periods.values().next_back().map(|whole| (whole.known, units));
        let outcomes = periods.iter().map(|(period, whole)| Outcome {
            measure: measure.id,
            org_unit,
            breakdown: String::new(),
            period: *period,
            value: match whole.value {
                // As of what is put together: limits are computed on these.
                OutcomeValue::Measured(value) => {
                    OutcomeValue::Measured(value.round_dp(u32::from(measure.decimals) + 2))
                }
                other => other,
            },
            quality: whole.quality,
            version: 1,
        });
        // What the org unit has said itself, or cannot be computed, rests on nobody below it.
        let is_put_together = |(_, whole): &(&Period, &Whole)| {
            whole.value.number().is_some() && whole.who != Reporters::default()
        };
        let behind = periods.iter().filter(is_put_together);
        Computed {
            outcomes: outcomes.collect(),
            coverage: coverage.filter(|_| units > 1),
            behind: behind
                .map(|(period, whole)| Behind { period: *period, who: whole.who, worth: None })
                .collect(),
            by: self.over_organisation(),
            joined: periods.iter().map(|(period, whole)| (*period, whole.joined)).collect(),
        }
    }
}

impl Computed {
    /// As it is shown: compared with what was only as far back as the same org units stand behind it.
    pub(in crate::measures) fn shown(
        self,
        structure: &Structure,
        measure: &Measure,
        (org_unit, few, mut baselines): (OrgUnitId, &Few, Vec<Baseline>),
        today: Date,
    ) -> Shown {
        let regrouped = begins_anew(self.by, &[], self.behind.into_iter(), &mut baselines);
        let of = (self.outcomes, baselines);
        let shown = Shown::without_few(structure, measure, (org_unit, few), of, today);
        Shown { coverage: self.coverage, regrouped, joined: self.joined, ..shown }.held_back()
    }
}
