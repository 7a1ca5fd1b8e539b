//! The wheels of all org units below, as they would be made: what each is made from, what gives way to
//! holidays and to what the levels above need, and what does not fit all the same.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::Action;
use domain::calendar::{
    Clash, ClashKind, DayRule, Proposed, RuleKind, WheelStep, clashes, from_above, from_last_year,
    from_model, levels_above,
};
use domain::ids::OrgUnitId;
use jiff::civil::Date;
use sha2::{Digest, Sha256};

use super::begin::{Source, in_own_words};
use super::reading::{by_unit, days_of};
use super::store::{self, Wheel};
use crate::cx::Cx;
use crate::web::error::AppError;

/// Org units at a time. Those above come first, so that the rest are made from theirs.
const MOST: usize = 100;

/// Why a step has another day than it would have had.
pub(super) enum Moved {
    /// It would have been on a holiday.
    Holiday(Date),
    /// An org unit above needs it then.
    Needed(OrgUnitId),
}

/// A step that has been moved.
pub(super) struct GaveWay {
    pub(super) title: String,
    pub(super) day: Date,
    pub(super) why: Moved,
}

/// A wheel as it would be made.
pub(super) struct Draft {
    pub(super) org_unit: OrgUnitId,
    pub(super) source: Source,
    pub(super) steps: Vec<WheelStep>,
    pub(super) gave_way: Vec<GaveWay>,
    pub(super) clashes: Vec<Clash>,
}

/// All that would be made, and what is there already.
pub(super) struct Below {
    pub(super) drafts: Vec<Draft>,
    /// Org units without a wheel that come after these.
    pub(super) left: usize,
    /// The wheels of the year that are there, of the org units below.
    pub(super) there: Vec<Wheel>,
    /// The steps of every wheel that another is held against.
    steps: BTreeMap<OrgUnitId, Vec<WheelStep>>,
}

impl Below {
    /// What would be made for those under an org unit that have no wheel.
    pub(super) fn read(
        cx: &mut Cx<'_, '_>,
        org_unit: OrgUnitId,
        year: i16,
    ) -> Result<Self, AppError> {
        let structure = cx.structure.clone();
        let organisation = &structure.organisation;
        let today = cx.today();
        let mut wheels = store::wheels_of_year(cx.tx, year)?;
        let lives =
            |id: &OrgUnitId| organisation.get(*id).is_some_and(|one| one.is_valid_on(today));
        let under: Vec<OrgUnitId> = organisation.subtree(org_unit).into_iter().skip(1).collect();
        let there = under.iter().filter_map(|id| wheels.remove(id)).collect::<Vec<Wheel>>();
        let with: BTreeSet<OrgUnitId> = there.iter().map(|wheel| wheel.org_unit).collect();
        let mut without: Vec<OrgUnitId> = under
            .into_iter()
            .filter(|id| lives(id) && !with.contains(id) && cx.can(Action::Plan, *id))
            .collect();
        let left = without.len().saturating_sub(MOST);
        without.truncate(MOST);
        let asked: BTreeSet<OrgUnitId> = without.iter().copied().collect();
        let before = store::steps_from(cx.tx, &asked, days_of(year.saturating_sub(1)))?;
        let above = without.iter().flat_map(|id| levels_above(organisation, *id)).collect();
        let steps = by_unit(store::steps_from(cx.tx, &above, days_of(year))?);
        let mut below = Self { drafts: Vec::new(), left, there, steps };
        let before = by_unit(before);
        for id in without {
            let last = before.get(&id).map_or(&[][..], Vec::as_slice);
            below.draft(cx, id, year, last);
        }
        Ok(below)
    }

    /// The wheels above an org unit, the nearest first, those that would be made among them.
    fn above(&self, cx: &Cx<'_, '_>, org_unit: OrgUnitId) -> Vec<Vec<WheelStep>> {
        let way = levels_above(&cx.structure.organisation, org_unit);
        way.iter().filter_map(|id| self.steps.get(id).cloned()).collect()
    }

    fn draft(&mut self, cx: &Cx<'_, '_>, org_unit: OrgUnitId, year: i16, last: &[WheelStep]) {
        let above = self.above(cx, org_unit);
        let (source, proposed) = if last.is_empty() {
            (Source::Model, made_from_model(cx, org_unit, year, &above))
        } else {
            let mut moved = from_last_year(last, year);
            let needed = from_above(&moved, &above);
            moved.extend(needed.into_iter().map(|one| in_own_words(cx, &above, one)));
            moved.sort_by_key(|one| one.content.due_on);
            (Source::LastYear, moved)
        };
        let mut gave_way = Vec::new();
        let mut steps = Vec::new();
        for mut one in proposed.into_iter().filter(|one| one.applies) {
            if let Some(holiday) = one.give_way() {
                let (title, day) = (one.content.title.clone(), one.content.due_on);
                gave_way.push(GaveWay { title, day, why: Moved::Holiday(holiday) });
            }
            steps.push(WheelStep {
                id: cx.new_id(),
                org_unit,
                year,
                model_step: one.model_step,
                content: one.content,
                at: cx.visit.now,
                version: 1,
            });
        }
        if steps.is_empty() {
            return;
        }
        gave_way.extend(fitted(&mut steps, &above));
        let clashes = clashes(&steps, &above);
        self.steps.insert(org_unit, steps.clone());
        self.drafts.push(Draft { org_unit, source, steps, gave_way, clashes });
    }

    /// A step that a clash is about.
    pub(super) fn step(&self, clash: &Clash) -> Option<&WheelStep> {
        self.steps.values().flatten().find(|step| step.id == clash.above)
    }

    /// What is proposed, in few letters: what was looked at is what is kept.
    pub(super) fn fingerprint(&self) -> String {
        let mut digest = Sha256::new();
        for draft in &self.drafts {
            digest.update(draft.org_unit.bytes());
            for step in &draft.steps {
                digest.update(step.content.due_on.to_string());
                digest.update(&step.content.title);
            }
        }
        db::hex(&digest.finalize()[..8])
    }
}

/// Puts steps that would come too late on the day when they are needed above, or the working day
/// before it; what was moved.
fn fitted(steps: &mut [WheelStep], above: &[Vec<WheelStep>]) -> Vec<GaveWay> {
    let mut moved = Vec::new();
    for clash in clashes(steps, above) {
        let own = |step: &&mut WheelStep| Some(step.id) == clash.own;
        let other = above.iter().flatten().find(|step| step.id == clash.above);
        let rule = DayRule::of(RuleKind::SameDate, clash.wanted);
        let day = rule.and_then(|rule| rule.in_year(clash.wanted.year()));
        let (ClashKind::TooLate, Some(step), Some(other), Some(rule), Some(day)) =
            (clash.kind, steps.iter_mut().find(own), other, rule, day)
        else {
            continue;
        };
        // A day in the year before is for somebody to choose.
        if day.year() != step.year || day > clash.wanted {
            continue;
        }
        let content = &mut step.content;
        (content.due_on, content.rule) = (day, rule);
        content.opens_on = content.opens_on.map(|opens| opens.min(day));
        content.needed_on = content.needed_on.map(|needed| needed.min(day));
        let title = content.title.clone();
        moved.push(GaveWay { title, day, why: Moved::Needed(other.org_unit) });
    }
    moved
}

/// The steps of the model and those that the levels above need.
fn made_from_model(
    cx: &Cx<'_, '_>,
    org_unit: OrgUnitId,
    year: i16,
    above: &[Vec<WheelStep>],
) -> Vec<Proposed> {
    let structure = &cx.structure;
    let unit = structure.organisation.get(org_unit);
    let level = unit.map_or("", |unit| unit.level.as_str());
    let mut steps = from_model(&structure.model, level, false, year);
    let needed = from_above(&steps, above);
    steps.extend(needed.into_iter().map(|one| in_own_words(cx, above, one)));
    steps.sort_by_key(|one| one.content.due_on);
    steps
}
