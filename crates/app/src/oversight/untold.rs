//! Goals that nobody can tell how they go, with why, and the same as a file.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::elements::Element;
use domain::fulfilment::Fulfilment;
use domain::ids::ElementId;
use domain::oversight::is_told;
use domain::periods::Period;
use domain::steering::Role;

use super::of_bodies::{OfBodies, of_bodies};
use super::page::csv;
use super::store;
use crate::assessment::fulfilment_word;
use crate::cx::Cx;
use crate::web::error::{Answer, AppError, OrNotFound};

/// Goals whose measures are asked for.
const MOST_ASKED: usize = 200;

/// A goal that does not say how it goes.
pub(super) struct Untold {
    pub(super) goal: Arc<Element>,
    pub(super) level: Fulfilment,
    pub(super) why: String,
}

/// The goals of a period that nobody can tell how they go, with why.
pub(super) fn untold(
    cx: &mut Cx<'_, '_>,
    all: &OfBodies,
    period: Period,
) -> Result<Vec<Untold>, AppError> {
    let structure = cx.structure.clone();
    let goals: Vec<Arc<Element>> = all
        .bodies
        .iter()
        .flat_map(|body| all.goals_of(cx, *body, period))
        .filter(|goal| !is_told(all.level(goal.id, period)))
        .collect();
    let measures: BTreeSet<ElementId> = goals
        .iter()
        .take(MOST_ASKED)
        .flat_map(|goal| structure.measures_of(goal.id))
        .map(|(element, _)| element.id)
        .collect();
    let measures: Vec<ElementId> = measures.into_iter().collect();
    let measured = store::measured(cx.tx, &measures)?;
    let found = goals.into_iter().map(|goal| {
        let level = all.level(goal.id, period);
        let why = why(cx, all, &goal, period, &measured);
        Untold { goal, level, why }
    });
    Ok(found.collect())
}

/// Why nobody can tell: what was said, else what is missing.
fn why(
    cx: &Cx<'_, '_>,
    all: &OfBodies,
    goal: &Element,
    period: Period,
    measured: &BTreeMap<ElementId, Period>,
) -> String {
    let texts = cx.texts();
    let said = all.goals.get(&goal.id).and_then(|one| one.reasons.get(&period));
    if let Some(said) = said {
        return said.clone();
    }
    let structure = &cx.structure;
    let measures = structure.measures_of(goal.id);
    let year = period.year();
    let is_for = |year: i16| move |target: &domain::measures::Target| target.period.year() == year;
    if measures.is_empty() {
        let below = structure.children_with(goal.id, Role::Goal);
        return if below.is_empty() {
            texts.oversight_why_unmeasured().to_owned()
        } else {
            texts.oversight_why_below().to_owned()
        };
    }
    if measures.iter().all(|(one, _)| !structure.targets(one.id).iter().any(is_for(year))) {
        return texts.oversight_why_aimless(i64::from(year));
    }
    let has_value = |id: ElementId| measured.get(&id).is_some_and(|last| last.year() >= year);
    if measures.iter().all(|(one, _)| !has_value(one.id)) {
        return texts.oversight_why_no_value(i64::from(year));
    }
    texts.oversight_why_nobody().to_owned()
}

/// Downloads the goals that nobody can tell how they go.
pub(super) fn download(cx: &mut Cx<'_, '_>) -> Answer {
    let all = of_bodies(cx)?;
    let period = all.asked(cx).or_not_found()?;
    let untold = untold(cx, &all, period)?;
    let texts = cx.texts();
    let structure = &cx.structure;
    let rows = untold.into_iter().map(|one| {
        let of_type = structure.model.element_type(&one.goal.element_type);
        vec![
            structure.organisation.name(one.goal.owner).to_owned(),
            one.goal.title.clone(),
            period.to_string(),
            fulfilment_word(texts, &structure.model, of_type, one.level),
            one.why,
        ]
    });
    let head = [
        texts.oversight_column_body(),
        texts.oversight_column_goal(),
        texts.oversight_period(),
        texts.oversight_column_state(),
        texts.oversight_column_why(),
    ];
    Ok(csv(&head, rows, texts.oversight_judgeable()))
}
