//! What was expected earlier in each year beside what its end was judged to, and the same as a file.

use std::collections::{BTreeMap, BTreeSet};

use domain::fulfilment::Fulfilment;
use domain::ids::{ElementId, OrgUnitId};
use domain::oversight::{Held, Judgement, Kept, held};

use super::of_bodies::{OfBodies, OfGoal, of_bodies};
use super::page::csv;
use crate::assessment::{forecast_word, fulfilment_word};
use crate::cx::Cx;
use crate::web::error::Answer;

/// A forecast beside what came out.
pub(super) struct Foreseen {
    pub(super) goal: ElementId,
    pub(super) body: OrgUnitId,
    pub(super) year: i16,
    pub(super) expected: Judgement,
    outcome: Option<Judgement>,
    pub(super) held: Held,
}

impl Foreseen {
    /// What its end was judged to.
    pub(super) fn outcome(&self) -> Fulfilment {
        self.outcome.map_or(Fulfilment::NotAssessed, |one| one.level)
    }
}

/// The last forecast of a year that was made before its end, beside what its end was judged to.
fn of_goal(goal: &OfGoal, year: i16) -> Option<(Judgement, Option<Judgement>, Held)> {
    let ends = domain::periods::Period::year_of(year).last_day();
    let in_year = |one: &&Judgement| one.period.year() == year;
    let before = goal.forecasts.values().filter(in_year).filter(|one| one.period.last_day() < ends);
    let expected = before.max_by_key(|one| one.period.last_day())?;
    let at_end = goal.outcomes.values().filter(in_year).filter(|one| one.period.last_day() == ends);
    let outcome = at_end.max_by_key(|one| one.stage).copied();
    let held = held(expected.level, outcome.map(|one| one.level))?;
    Some((*expected, outcome, held))
}

/// All forecasts of years that are over, of goals that the visitor may see.
pub(super) fn foreseen(cx: &Cx<'_, '_>, all: &OfBodies) -> Vec<Foreseen> {
    let this = cx.today().year();
    let mut found = Vec::new();
    for (id, goal) in &all.goals {
        let Some(element) = cx.structure.element(*id) else { continue };
        if !all.bodies.contains(&element.owner) {
            continue;
        }
        let years: BTreeSet<i16> = goal.forecasts.keys().map(|period| period.year()).collect();
        for year in years.into_iter().filter(|year| *year < this) {
            if let Some((expected, outcome, held)) = of_goal(goal, year) {
                let body = element.owner;
                found.push(Foreseen { goal: *id, body, year, expected, outcome, held });
            }
        }
    }
    found
}

/// Counted by body and year.
pub(super) type Counted = BTreeMap<OrgUnitId, BTreeMap<i16, Kept>>;

pub(super) fn counted(all: &[Foreseen]) -> Counted {
    let mut found = Counted::new();
    for one in all {
        found.entry(one.body).or_default().entry(one.year).or_default().add(one.held);
    }
    found
}

/// All of some together.
pub(super) fn together<'k>(some: impl IntoIterator<Item = &'k Kept>) -> Kept {
    some.into_iter().fold(Kept::default(), |mut sum, one| {
        sum.add_all(*one);
        sum
    })
}

/// Downloads every forecast beside what came out.
pub(super) fn download(cx: &mut Cx<'_, '_>) -> Answer {
    let all = of_bodies(cx)?;
    let texts = cx.texts();
    let told = foreseen(cx, &all);
    let structure = &cx.structure;
    let rows = told.iter().filter_map(|one| {
        let goal = structure.element(one.goal)?;
        let of_type = structure.model.element_type(&goal.element_type);
        Some(vec![
            structure.organisation.name(one.body).to_owned(),
            goal.title.clone(),
            one.year.to_string(),
            one.expected.period.to_string(),
            forecast_word(texts, &structure.model, of_type, one.expected.level),
            fulfilment_word(texts, &structure.model, of_type, one.outcome()),
            held_word(texts, one.held).to_owned(),
        ])
    });
    let head = [
        texts.oversight_column_body(),
        texts.oversight_column_goal(),
        texts.oversight_column_year(),
        texts.oversight_column_made(),
        texts.oversight_column_expected(),
        texts.oversight_column_came_out(),
        texts.oversight_column_held(),
    ];
    Ok(csv(&head, rows, texts.oversight_forecasts()))
}

fn held_word(texts: crate::i18n::Texts, held: Held) -> &'static str {
    match held {
        Held::AsExpected => texts.oversight_held_as_expected(),
        Held::Worse => texts.oversight_held_worse(),
        Held::Better => texts.oversight_held_better(),
        Held::Untold => texts.oversight_held_untold(),
    }
}
