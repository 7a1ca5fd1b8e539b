//! What deviates, whose it is and what is done about it: found once, and kept until something is
//! reported or the thread changes.

use std::collections::BTreeMap;
use std::sync::{Arc, Weak};

use domain::elements::{Element, ElementState, Structure};
use domain::followup::Round;
use domain::fulfilment::{Fulfilment, Progress, Stage};
use domain::ids::{ElementId, OrgUnitId, PartId};
use domain::periods::Period;
use domain::steering::Role;
use jiff::ToSpan;
use jiff::civil::Date;

use super::scope::{body_of, is_body};
use super::store;
use crate::activities::store::all_progress;
use crate::cx::Cx;
use crate::followup::at_hand;
use crate::followup::store::remedies_among;
use crate::web::error::AppError;

/// For how many days what was handed in of a measure stands when nothing later is.
const LONGEST_SAID: i32 = 400;
/// Finished work that is kept.
const MOST_DONE: usize = 500;

/// Something that does not go as decided.
#[derive(Clone)]
pub(super) struct Deviation {
    pub(super) element: ElementId,
    /// Whose it is.
    pub(super) org_unit: OrgUnitId,
    /// What is judged and for when; none for a measure.
    pub(super) judged: Option<(Fulfilment, Period)>,
    /// What is expected at the end of the year.
    pub(super) forecast: Option<Fulfilment>,
    /// Decided work that is not finished.
    pub(super) actions: Vec<ElementId>,
    /// When it was said that it deviates, in microseconds since 1970 in UTC.
    pub(super) since: i64,
    /// The part of an account that tells of it; none for a goal.
    pub(super) part: Option<PartId>,
}

/// How far the decided work of one body has come.
#[derive(Clone, Copy, Default)]
pub(super) struct Work {
    pub(super) done: usize,
    pub(super) ongoing: usize,
    pub(super) late: usize,
    pub(super) not_begun: usize,
    pub(super) resting: usize,
}

/// Everything that deviates.
pub(super) struct Deviating {
    of: Weak<Structure>,
    on: Date,
    pub(super) round: Option<Round>,
    /// The gravest first.
    pub(super) all: Vec<Deviation>,
    /// Activities and assignments of each body and what lies under it.
    pub(super) activities: BTreeMap<OrgUnitId, Work>,
    pub(super) assignments: BTreeMap<OrgUnitId, Work>,
    /// Work that is done, the latest day first.
    pub(super) done: Vec<ElementId>,
}

/// Finds it; the round is the one at hand or that was last.
pub(super) fn deviating(cx: &mut Cx<'_, '_>) -> Result<Arc<Deviating>, AppError> {
    let (whole, today) = (Arc::clone(&cx.whole), cx.today());
    let round = at_hand(cx)?.shown().cloned();
    let stamp = |round: &Option<Round>| round.as_ref().map(|round| (round.id, round.version));
    let holds = |kept: &Deviating| {
        Weak::as_ptr(&kept.of) == Arc::as_ptr(&whole)
            && kept.on == today
            && stamp(&kept.round) == stamp(&round)
    };
    cx.kept(b"deviating", holds, |cx| {
        let progress = all_progress(cx.tx)?;
        let told = Told { structure: &whole, progress: &progress, today };
        let mut all = told.goals(store::deviating_goals(cx.tx)?);
        let parts = store::deviating_parts(cx.tx, today.saturating_sub(LONGEST_SAID.days()))?;
        let remedies = remedies_among(cx.tx, parts.iter().map(|part| part.part))?;
        all.extend(parts.into_iter().filter_map(|part| told.part(&part, &remedies)));
        all.sort_by_key(|one| (one.rank(), one.element, one.org_unit));
        let (activities, assignments, done) = told.work();
        let (of, round) = (Arc::downgrade(&whole), round.clone());
        Ok(Deviating { of, on: today, round, all, activities, assignments, done })
    })
}

impl Deviation {
    /// What nothing is done about, and what is not reached, stands first.
    fn rank(&self) -> (bool, u8) {
        let grave = match self.judged {
            Some((Fulfilment::NotAchieved, _)) => 0,
            Some(_) => 1,
            None if self.forecast == Some(Fulfilment::NotAchieved) => 1,
            None => 2,
        };
        (!self.actions.is_empty(), grave)
    }
}

/// What is asked when deviations are put together.
struct Told<'t> {
    structure: &'t Structure,
    progress: &'t BTreeMap<ElementId, Progress>,
    today: Date,
}

impl Told<'_> {
    fn progress_of(&self, work: &Element) -> Progress {
        let said = self.progress.get(&work.id).copied().unwrap_or(Progress::NotStarted);
        said.read_on(work.ends_on, self.today)
    }

    /// Whether it is decided work that is not finished.
    fn is_action(&self, work: &Element) -> bool {
        matches!(work.role, Role::Activity | Role::Assignment)
            && work.state == ElementState::Adopted
            && !self.progress_of(work).rests()
    }

    /// The decided work under a goal.
    fn under(&self, goal: ElementId) -> Vec<ElementId> {
        let work = [Role::Activity, Role::Assignment]
            .into_iter()
            .flat_map(|role| self.structure.children_with(goal, role));
        let mut found: Vec<ElementId> =
            work.filter(|one| self.is_action(one)).map(|one| one.id).collect();
        // What the council wants is carried out through the committees' own goals.
        let organisation = &self.structure.organisation;
        let of_body =
            |one: &Element| organisation.get(one.owner).is_some_and(|unit| is_body(unit.kind));
        for child in self.structure.children_with(goal, Role::Goal) {
            if child.state == ElementState::Adopted && of_body(child) {
                found.extend(self.under(child.id));
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Goals that are not reached, or in part and not expected to be.
    fn goals(&self, rows: Vec<store::DeviatingGoal>) -> Vec<Deviation> {
        let mut found: BTreeMap<ElementId, (Option<Stage>, Deviation)> = BTreeMap::new();
        for row in rows {
            let Some(element) = self.structure.element(row.element) else { continue };
            let entry = found.entry(row.element).or_insert_with(|| {
                let deviation = Deviation {
                    element: row.element,
                    org_unit: element.owner,
                    judged: Some((row.level, row.period)),
                    forecast: None,
                    actions: Vec::new(),
                    since: row.at,
                    part: None,
                };
                (None, deviation)
            });
            if let Some((stage, level)) = row.forecast.filter(|(stage, _)| Some(*stage) > entry.0) {
                entry.0 = Some(stage);
                entry.1.forecast = Some(level);
            }
        }
        let deviates = |one: &Deviation| {
            matches!(one.judged, Some((Fulfilment::NotAchieved, _)))
                || one.forecast != Some(Fulfilment::Achieved)
        };
        let all = found.into_values().map(|(_, one)| one).filter(deviates);
        all.map(|one| Deviation { actions: self.under(one.element), ..one }).collect()
    }

    /// A measure that had to be explained; what answers it was chosen there, or is the org unit's own
    /// work for the goal that it measures.
    fn part(
        &self,
        part: &store::DeviatingPart,
        remedies: &BTreeMap<PartId, Vec<ElementId>>,
    ) -> Option<Deviation> {
        self.structure.element(part.element).filter(|one| one.is_current())?;
        let chosen = remedies.get(&part.part).into_iter().flatten().copied();
        let own = self.structure.parents(part.element).flat_map(|goal| self.under(goal.id));
        let is_own = |id: &ElementId| {
            self.structure.element(*id).is_some_and(|one| one.owner == part.org_unit)
        };
        let mut actions: Vec<ElementId> = chosen
            .filter(|id| self.structure.element(*id).is_some_and(|one| self.is_action(one)))
            .collect();
        for id in own.filter(is_own) {
            if !actions.contains(&id) {
                actions.push(id);
            }
        }
        Some(Deviation {
            element: part.element,
            org_unit: part.org_unit,
            judged: None,
            forecast: part.forecast,
            actions,
            since: part.at,
            part: Some(part.part),
        })
    }

    /// How far all decided work has come, by body.
    fn work(&self) -> (BTreeMap<OrgUnitId, Work>, BTreeMap<OrgUnitId, Work>, Vec<ElementId>) {
        let (mut activities, mut assignments) = (BTreeMap::new(), BTreeMap::new());
        let mut done: Vec<&Element> = Vec::new();
        for work in self.structure.elements() {
            let of_role = match work.role {
                Role::Activity => &mut activities,
                Role::Assignment => &mut assignments,
                _ => continue,
            };
            if work.state != ElementState::Adopted {
                continue;
            }
            let Some(body) = body_of(&self.structure.organisation, work.owner) else { continue };
            let count: &mut Work = of_role.entry(body).or_default();
            match self.progress_of(work) {
                Progress::Done => {
                    count.done += 1;
                    done.push(work);
                }
                Progress::Ongoing => count.ongoing += 1,
                Progress::Late => count.late += 1,
                Progress::NotStarted => count.not_begun += 1,
                Progress::Paused | Progress::Cancelled => count.resting += 1,
            }
        }
        done.sort_by_key(|work| (std::cmp::Reverse(work.ends_on), work.id));
        let done = done.into_iter().take(MOST_DONE).map(|work| work.id).collect();
        (activities, assignments, done)
    }
}
