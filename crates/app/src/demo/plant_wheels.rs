//! Planting the year wheels: what the steering model and the levels above propose, with what the
//! data says otherwise.

use std::collections::BTreeMap;

use anyhow::Context;
use db::Tx;
use domain::calendar::{
    DayRule, Proposed, RuleKind, StepContent, WheelStep, from_above, from_above_key, from_model,
};
use domain::ids::{OrgUnitId, WheelId};
use domain::organisation::OrgLevelKind;
use domain::steering::{CycleKind, OrgLevelId, SteeringModel};
use jiff::civil::date;

use super::id_of;
use super::world::{self, OrgUnit, World};
use crate::i18n::Texts;
use crate::web::error::AppError;
use crate::wheel::store::{Wheel, insert_steps, insert_wheel};

/// The unit whose manager has made next year's wheel already.
const EARLY: &str = "skargardens-forskolor";

/// The wheels of this year and the next. Next year's workplaces are left to make their own.
pub(super) fn plant(tx: &mut Tx<'_>, world: &World, model: &SteeringModel) -> Result<(), AppError> {
    let this = world.today.year();
    for year in [this, this.saturating_add(1)] {
        let mut made: BTreeMap<&str, Vec<WheelStep>> = BTreeMap::new();
        for unit in &world.organisation {
            let kind = model.org_level(&OrgLevelId::from(unit.level.as_str())).map(|it| it.kind);
            let has_wheel = match kind {
                Some(OrgLevelKind::Unit) => year == this || unit.id == EARLY,
                Some(
                    OrgLevelKind::Council
                    | OrgLevelKind::ExecutiveBoard
                    | OrgLevelKind::Committee
                    | OrgLevelKind::Administration,
                ) => true,
                _ => false,
            };
            if has_wheel {
                let steps = Planter { world, model, unit, year }.plant(tx, &made)?;
                made.insert(&unit.id, steps);
            }
        }
    }
    Ok(())
}

struct Planter<'a> {
    world: &'a World,
    model: &'a SteeringModel,
    unit: &'a OrgUnit,
    year: i16,
}

impl Planter<'_> {
    fn plant(
        &self,
        tx: &mut Tx<'_>,
        made: &BTreeMap<&str, Vec<WheelStep>>,
    ) -> Result<Vec<WheelStep>, AppError> {
        let is_top = self.unit.parent.is_none();
        let mut proposed = from_model(self.model, &self.unit.level, is_top, self.year);
        let above = self.above(made);
        let needed = from_above(&proposed, &above);
        proposed.extend(needed.into_iter().map(|one| self.in_own_words(&above, one)));
        for said in self.world.wheel.iter().filter(|said| self.concerns(said)) {
            adjust(&mut proposed, said)?;
        }
        let org_unit: OrgUnitId = id_of("org", &self.unit.id);
        let word = format!("{}/{}", self.unit.id, self.year);
        // Made in the autumn before.
        let at = date(self.year.saturating_sub(1), 11, 3)
            .at(9, 0, 0, 0)
            .to_zoned(jiff::tz::TimeZone::UTC)?
            .timestamp()
            .as_microsecond();
        let wheel = Wheel {
            id: id_of::<WheelId>("wheel", &word),
            org_unit,
            year: self.year,
            at: at.min(tx.author().at),
            person_name: self.maker(),
        };
        let steps: Vec<WheelStep> = proposed
            .into_iter()
            .filter(|one| one.applies)
            .enumerate()
            .map(|(place, one)| WheelStep {
                id: id_of("wheel_step", &self.word_of(&one, place)),
                org_unit,
                year: self.year,
                model_step: one.model_step,
                content: one.content,
                at: wheel.at,
                version: 1,
            })
            .collect();
        insert_wheel(tx, &wheel)?;
        insert_steps(tx, &steps)?;
        Ok(steps)
    }

    /// The word that tests find a step by: whose it is, the year, its kind, and its month where it
    /// is done every month.
    fn word_of(&self, one: &Proposed, place: usize) -> String {
        let kind = one.content.kind.key();
        let (unit, year) = (&self.unit.id, self.year);
        match kind {
            "plan" | "budget" | "directive" | "frames" | "followup_part" | "followup_year"
            | "workplan" => format!("{unit}/{year}/{kind}"),
            "decide" if !one.model_step.is_empty() => format!("{unit}/{year}/{kind}"),
            _ => format!("{unit}/{year}/{kind}/{place}"),
        }
    }

    fn maker(&self) -> String {
        let leads = |person: &&world::Person| {
            person.roles.iter().any(|role| role.org == self.unit.id) && person.sign_in.is_some()
        };
        let own = self.world.people.iter().find(leads);
        own.map_or_else(String::new, |person| person.name.clone())
    }

    /// As the page where wheels are made says it.
    fn in_own_words(&self, above: &[Vec<WheelStep>], mut one: Proposed) -> Proposed {
        let step = above.iter().flatten().find(|step| from_above_key(step) == one.key);
        let owner = step.and_then(|step| {
            let is = |unit: &&OrgUnit| id_of::<OrgUnitId>("org", &unit.id) == step.org_unit;
            self.world.organisation.iter().find(is)
        });
        if let Some(owner) = owner.filter(|_| one.content.kind == CycleKind::Plan) {
            one.content.title = Texts::default().wheel_own_plan(&owner.name);
        }
        one
    }

    fn concerns(&self, said: &world::WheelStep) -> bool {
        said.year == self.year
            && (said.org.as_ref() == Some(&self.unit.id)
                || said.level.as_ref() == Some(&self.unit.level))
    }

    /// The wheels of the levels above, the nearest first.
    fn above(&self, made: &BTreeMap<&str, Vec<WheelStep>>) -> Vec<Vec<WheelStep>> {
        let mut found = Vec::new();
        let mut parent = self.unit.parent.as_deref();
        while let Some(id) = parent {
            found.extend(made.get(id).cloned());
            parent = self.world.org_unit(id).and_then(|unit| unit.parent.as_deref());
        }
        found
    }
}

/// Changes the proposed step that is meant, or adds one of their own.
fn adjust(proposed: &mut Vec<Proposed>, said: &world::WheelStep) -> Result<(), AppError> {
    let kind = said.kind.parse().with_context(|| format!("{}: no such kind", said.id))?;
    let found = proposed.iter_mut().find(|one| {
        said.title.is_none() && one.content.kind == kind && one.content.about_year == said.for_year
    });
    let rule_of = |day| -> Result<DayRule, AppError> {
        let wanted = said.rule.as_deref().unwrap_or(RuleKind::Nearest.key());
        let wanted = wanted.parse().with_context(|| format!("{}: no such rule", said.id))?;
        let rule = DayRule::of(wanted, day).with_context(|| format!("{}: no rule", said.id))?;
        Ok(rule)
    };
    if let Some(one) = found {
        let content = &mut one.content;
        if let Some(day) = said.end {
            content.due_on = day;
            content.rule = rule_of(day)?;
        }
        content.opens_on = said.start.or(content.opens_on);
        content.needed_on = said.needed.or(content.needed_on);
        content.instructions = said.instructions.clone().unwrap_or_default();
        return Ok(());
    }
    let due_on = said.end.with_context(|| format!("{}: no day", said.id))?;
    proposed.push(Proposed {
        key: said.id.clone(),
        content: StepContent {
            kind,
            title: said.title.clone().with_context(|| format!("{}: no title", said.id))?,
            opens_on: said.start,
            due_on,
            needed_on: said.needed,
            rule: rule_of(due_on)?,
            about_year: said.for_year,
            document: String::new(),
            instructions: said.instructions.clone().unwrap_or_default(),
        },
        model_step: String::new(),
        before: None,
        applies: true,
    });
    Ok(())
}
