//! What committees, boards and companies have judged of their own goals, read once and kept until
//! somebody judges anew.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::elements::{Element, ElementState, Mark};
use domain::fulfilment::Fulfilment;
use domain::ids::{ElementId, OrgUnitId};
use domain::oversight::{Judgement, prevailing};
use domain::periods::Period;
use domain::steering::Role;
use jiff::civil::Date;

use super::scope::bodies;
use super::store;
use crate::assessment::store::AssessmentKind;
use crate::cx::Cx;
use crate::i18n::sort_key;
use crate::web::error::AppError;

/// What prevails of one goal, period by period.
#[derive(Default)]
pub(super) struct OfGoal {
    pub(super) outcomes: BTreeMap<Period, Judgement>,
    pub(super) forecasts: BTreeMap<Period, Judgement>,
    /// Why it could not be judged, by period.
    pub(super) reasons: BTreeMap<Period, String>,
}

/// What all of them have judged.
pub(super) struct OfBodies {
    mark: Mark,
    on: Date,
    /// The bodies, by name.
    pub(super) bodies: Vec<OrgUnitId>,
    pub(super) goals: BTreeMap<ElementId, OfGoal>,
    /// Every period that anything has been judged for, the latest first.
    pub(super) periods: Vec<Period>,
}

/// Reads it.
pub(super) fn of_bodies(cx: &mut Cx<'_, '_>) -> Result<Arc<OfBodies>, AppError> {
    let (mark, today) = (cx.structure.mark_of_organisation(), cx.today());
    let holds = |kept: &OfBodies| kept.mark == mark && kept.on == today;
    cx.kept(b"goals of bodies", holds, |cx| {
        let bodies = bodies(&cx.structure.organisation, today);
        let mut rows: BTreeMap<ElementId, Vec<store::Judged>> = BTreeMap::new();
        for one in store::judged_by(cx.tx, &bodies)? {
            rows.entry(one.element).or_default().push(one);
        }
        let mut periods: Vec<Period> = rows
            .values()
            .flatten()
            .filter(|one| one.kind == AssessmentKind::Outcome)
            .map(|one| one.said.period)
            .collect();
        periods.sort_unstable();
        periods.dedup();
        periods.reverse();
        let goals = rows.into_iter().map(|(id, rows)| (id, OfGoal::of(&rows))).collect();
        Ok(OfBodies { mark: mark.clone(), on: today, bodies, goals, periods })
    })
}

impl OfGoal {
    fn of(rows: &[store::Judged]) -> Self {
        let of = |kind| prevailing(rows.iter().filter(|one| one.kind == kind).map(|one| one.said));
        let outcomes = of(AssessmentKind::Outcome);
        // The reason is that of the judgement that prevails, and of no other stage.
        let prevails = |one: &&store::Judged| {
            one.kind == AssessmentKind::Outcome
                && outcomes.get(&one.said.period).is_some_and(|said| said.stage == one.said.stage)
        };
        let reasons = rows.iter().filter(|one| !one.reason.is_empty()).filter(prevails);
        let reasons = reasons.map(|one| (one.said.period, one.reason.clone())).collect();
        Self { outcomes, forecasts: of(AssessmentKind::Forecast), reasons }
    }

    /// What is judged for a period.
    pub(super) fn level(&self, period: Period) -> Fulfilment {
        self.outcomes.get(&period).map_or(Fulfilment::NotAssessed, |one| one.level)
    }
}

impl OfBodies {
    /// What is judged of a goal for a period.
    pub(super) fn level(&self, goal: ElementId, period: Period) -> Fulfilment {
        self.goals.get(&goal).map_or(Fulfilment::NotAssessed, |one| one.level(period))
    }

    /// The goals that a body answers for in a period, as far as the visitor may see: those that hold
    /// today and held then, and those that were judged then.
    pub(super) fn goals_of(
        &self,
        cx: &Cx<'_, '_>,
        body: OrgUnitId,
        period: Period,
    ) -> Vec<Arc<Element>> {
        let held = |goal: &Element| {
            let began = goal.starts_on.is_none_or(|first| first <= period.last_day());
            (goal.state == ElementState::Adopted && began)
                || self.goals.get(&goal.id).is_some_and(|one| one.outcomes.contains_key(&period))
        };
        let mut found: Vec<Arc<Element>> = cx
            .structure
            .owned_by(body)
            .filter(|goal| goal.role == Role::Goal && !goal.is_undecided() && held(goal))
            .cloned()
            .collect();
        found.sort_by_cached_key(|goal| {
            (goal.number.parse::<u32>().unwrap_or(u32::MAX), sort_key(&goal.title))
        });
        found
    }

    /// The period before one, among those that anything was judged for.
    pub(super) fn before(&self, period: Period) -> Option<Period> {
        self.periods.iter().copied().find(|one| one.last_day() < period.last_day())
    }

    /// The period that the address asks for, else the latest.
    pub(super) fn asked(&self, cx: &Cx<'_, '_>) -> Option<Period> {
        let asked = cx.req.query.parsed::<Period>("period");
        asked.filter(|one| self.periods.contains(one)).or_else(|| self.periods.first().copied())
    }
}
