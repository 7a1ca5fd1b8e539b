//! Recording that a body has decided that something shall not go on.

use std::sync::Arc;

use domain::elements::{Element, ElementState, Structure};
use domain::ids::DecisionId;
use domain::steering::Role;
use maud::html;

use super::super::adopt::{deciding_body, one};
use super::super::decision_form::{Effect, Page, Typed};
use super::super::heirs;
use super::super::sound::check_place;
use super::below::Below;
use super::measure;
use crate::cx::Cx;
use crate::decisions;
use crate::elements::{self, store as nodes};
use crate::frame::Nav;
use crate::web::error::{Answer, AppError};
use crate::web::response::Response;
use crate::web::ui::{Tone, notice};

/// What can be ended here: something decided.
fn find<'s>(cx: &Cx<'_, '_>, structure: &'s Structure) -> Answer<&'s Arc<Element>> {
    one(cx, structure)
}

fn page<'a>(
    cx: &mut Cx<'_, '_>,
    structure: &'a Structure,
    element: &Arc<Element>,
    heirs: &[Arc<Element>],
) -> Answer<Page<'a>> {
    let texts = cx.texts();
    let mut asks_first = false;
    let about = if element.role == Role::Measure {
        measure::left_behind(cx, structure, element)
    } else if heirs.is_empty() {
        let below = Below::of(cx, structure, element)?;
        asks_first = !below.is_nothing();
        below.told(texts, structure)
    } else {
        let body = html! { p { (texts.goals_end_to_parts_text()) } ul.plain-list { @for heir in heirs { li { a href=(elements::url(heir)) { (heir.title) } } } } };
        notice(Tone::Event, texts.goals_end_to_parts(), &body)
    };
    let body = deciding_body(structure, element).unwrap_or(element.owner);
    Ok(Page {
        texts: cx.texts(),
        effect: Effect::Ends,
        asks_first,
        structure,
        plan_of: None,
        elements: vec![Arc::clone(element)],
        offered: Vec::new(),
        marks: Vec::new(),
        exemptions: Vec::new(),
        typed: Typed {
            id: cx.new_id::<DecisionId>().to_string(),
            body: body.to_string(),
            day: cx.today().to_string(),
            last: cx.today().to_string(),
            chosen: vec![(element.id.to_string(), element.version)],
            ..Typed::default()
        },
        problems: Vec::new(),
        about,
    })
}

/// The form.
pub(in super::super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let element = find(cx, &structure)?;
    if element.state != ElementState::Adopted {
        return Ok(Response::see_other(&elements::url(element)));
    }
    let heirs = heirs::settled(cx, &structure, element, None)?;
    let page = page(cx, &structure, element, &heirs)?;
    Ok(cx.page(&page.title(), Nav::Plan, &page.body()))
}

/// Keeps the decision and ends what it is about.
pub(in super::super) fn end(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let element = find(cx, &structure)?;
    let back = Response::see_other(&elements::url(element));
    let id: DecisionId = cx.client_id();
    // The same form sent twice decides once.
    if decisions::store::decision(cx.tx, id)?.is_some() {
        return Ok(back);
    }
    let heirs = heirs::settled(cx, &structure, element, None)?;
    let seen_structure = cx.seen();
    let earliest = measure::earliest(cx, element)?;
    let mut page = page(cx, &seen_structure, element, &heirs)?;
    page.typed = Typed::sent(id, &cx.req.form);
    let last_day = measure::last_day(&page, element, earliest);
    let (decision, last_day) = match (page.decided(id, cx.today()), last_day) {
        (Ok(decision), Ok(last_day)) => (decision, last_day),
        (decision, last_day) => {
            let mut problems = decision.err().unwrap_or_default();
            problems.extend(last_day.err());
            page.problems = problems;
            return Ok(cx.refused(&page.title(), Nav::Plan, &page.body()));
        }
    };
    let seen = page.typed.chosen.iter().find(|(id, _)| *id == element.id.to_string());
    if element.state != ElementState::Adopted
        || seen.is_none_or(|(_, version)| *version != element.version)
    {
        return Err(AppError::Stale);
    }
    decisions::store::insert_decision(cx.tx, &decision)?;
    let ended = measure::ended(element, last_day, id, cx.today());
    nodes::change_element(cx.tx, "end", &ended)?;
    if let Some(first) = heirs.first() {
        heirs::take_over(cx, &structure, element.id, &heirs, first.id)?;
        let thread = cx.app.structures.at_head(cx.tx, false)?;
        if let Err(unsound) = check_place(&structure, &thread, &heirs) {
            page.problems = vec![("", unsound.words(cx.texts()))];
            return Ok(cx.refused(&page.title(), Nav::Plan, &page.body()));
        }
    }
    Ok(back)
}
