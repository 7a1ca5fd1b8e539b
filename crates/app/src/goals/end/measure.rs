//! What is its own when a measure ends: its last day, and what is left without it.

use std::sync::Arc;

use domain::elements::{Element, ElementState, Structure};
use domain::ids::DecisionId;
use domain::periods::Period;
use domain::steering::Role;
use jiff::civil::Date;
use maud::{Markup, html};

use super::super::decision_form::Page;
use super::super::written::day;
use crate::cx::Cx;
use crate::i18n::date;
use crate::web::error::Answer;
use crate::web::ui::{Tone, notice};
use crate::{decisions, elements, measures};

/// The earliest last day of a measure: when it was decided, the first day it holds, or that of its first
/// value.
pub(super) fn earliest(cx: &mut Cx<'_, '_>, element: &Element) -> Answer<Option<Date>> {
    if element.role != Role::Measure {
        return Ok(None);
    }
    let decision = element.decision.map(|id| decisions::store::decision(cx.tx, id)).transpose()?;
    let decided = decision.flatten().map(|decision| decision.decided_on);
    let first = measures::store::first_period(cx.tx, element.id)?.map(Period::first_day);
    Ok(decided.into_iter().chain(element.starts_on).chain(first).max())
}

/// The last day that is said of a measure; none of other things, which end at once.
pub(super) fn last_day(
    page: &Page<'_>,
    element: &Element,
    earliest: Option<Date>,
) -> Result<Option<Date>, (&'static str, String)> {
    if element.role != Role::Measure {
        return Ok(None);
    }
    let texts = page.texts;
    let last = day(&page.typed.last).ok().flatten();
    let last = last.ok_or_else(|| ("sista", texts.web_bad_date().to_owned()))?;
    if let Some(earliest) = earliest.filter(|earliest| last < *earliest) {
        let words = texts.goals_problem_ends_too_early(date(texts.language, earliest));
        return Err(("sista", words));
    }
    Ok(Some(last))
}

/// The element as the decision leaves it: with a last day yet to come it holds until then.
pub(super) fn ended(
    element: &Element,
    last_day: Option<Date>,
    decision: DecisionId,
    today: Date,
) -> Element {
    let is_over = last_day.is_none_or(|last| last <= today);
    Element {
        state: if is_over { ElementState::Ended } else { element.state },
        ends_on: last_day.or(element.ends_on),
        decision: Some(decision),
        version: element.version + 1,
        ..Element::clone(element)
    }
}

/// Goals that nothing measures afterwards, and measures that are computed from this one.
pub(super) fn left_behind(cx: &Cx<'_, '_>, structure: &Structure, measure: &Element) -> Markup {
    let texts = cx.texts();
    let alone = |goal: &&Arc<Element>| {
        let mut others = structure.measures_of(goal.id).into_iter();
        goal.is_current() && others.all(|(one, _)| one.id == measure.id)
    };
    let goals: Vec<_> =
        structure.parents(measure.id).filter(|goal| cx.may_see(goal)).filter(alone).collect();
    let uses = structure.computed().filter(|one| {
        one.formula.as_ref().is_some_and(|formula| formula.measures().contains(&&measure.id))
    });
    let uses: Vec<_> = uses
        .filter_map(|one| structure.element(one.id))
        .filter(|one| one.is_current() && cx.may_see(one))
        .collect();
    let list = |text: &str, all: &[&Arc<Element>]| {
        html! {
            p { (text) }
            ul.plain-list { @for one in all { li { a href=(elements::url(one)) { (one.title) } } } }
        }
    };
    html! {
        @if !goals.is_empty() { (notice(Tone::Partly, texts.goals_end_unmeasured(), &list(texts.goals_end_unmeasured_text(), &goals))) }
        @if !uses.is_empty() { (notice(Tone::Partly, texts.goals_end_computed(), &list(texts.goals_end_computed_text(), &uses))) }
    }
}
