//! Recording that a body has decided: one element, or everything an org unit has proposed.

use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Element, ElementState, Link, Structure};
use domain::ids::{DecisionId, ElementId, OrgUnitId};
use domain::impact::Exemption;

use super::connect::settle;
use super::decided_effects::{mark, waiting_of};
use super::decided_words;
use super::decision_form::{Effect, Page, Typed, proposed, read_choice};
use super::sound::{Unsound, check_formulas, check_place};
use super::store::{self, LinkChange};
use super::succeed::take_place;
use super::waiting_links;
use crate::cx::Cx;
use crate::decisions::{self, Decision};
use crate::elements::{self, store as nodes};
use crate::frame::Nav;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;

/// The form for one element.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let element = one(cx, &structure)?;
    if !element.is_editable() && proposed_links(cx, element)?.is_empty() {
        return Ok(Response::see_other(&elements::url(element)));
    }
    let page = page(cx, &structure, None, vec![Arc::clone(element)])?;
    Ok(cx.page(&page.title(), Nav::Plan, &page.body()))
}

/// The form for everything that an org unit has proposed.
pub(super) fn show_plan(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let owner: OrgUnitId = cx.req.query.parsed("enhet").or_not_found()?;
    structure.organisation.get(owner).or_not_found()?;
    cx.may(Action::Adopt, owner)?;
    let offered = offered(cx, &structure, owner)?;
    let page = page(cx, &structure, Some(owner), offered)?;
    // Where nothing waits there is nothing to decide.
    if page.elements.is_empty() && page.exemptions.is_empty() {
        return Ok(cx.page(&page.title(), Nav::Plan, &page.nothing(owner)));
    }
    Ok(cx.page(&page.title(), Nav::Plan, &page.body()))
}

/// What an org unit has laid before those who decide: what is proposed, and what is decided whose
/// links somebody has proposed to change.
fn offered(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    owner: OrgUnitId,
) -> Result<Vec<Arc<Element>>, AppError> {
    let mut all = proposed(structure, owner);
    all.extend(waiting_links::owned_by(cx, structure, owner)?);
    Ok(all)
}

/// The changes of links that wait for a decision; of what has ended or been replaced nothing waits.
fn proposed_links(
    cx: &mut Cx<'_, '_>,
    element: &Element,
) -> Result<Vec<(LinkChange, Link)>, AppError> {
    if element.is_current() {
        Ok(store::link_proposals(cx.tx, element.id)?)
    } else {
        Ok(Vec::new())
    }
}

pub(super) fn one<'s>(cx: &Cx<'_, '_>, structure: &'s Structure) -> Answer<&'s Arc<Element>> {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let element = cx.find_visible(structure, id)?;
    cx.may(Action::Adopt, element.owner)?;
    Ok(element)
}

fn page<'a>(
    cx: &mut Cx<'_, '_>,
    structure: &'a Structure,
    plan_of: Option<OrgUnitId>,
    elements: Vec<Arc<Element>>,
) -> Answer<Page<'a>> {
    let mut exemptions = match plan_of {
        Some(owner) => store::exemptions_of(cx.tx, owner)?,
        None => Vec::new(),
    };
    exemptions.retain(|one| one.state == ElementState::Proposed);
    let body = elements.first().and_then(|first| deciding_body(structure, first)).or(plan_of);
    let typed = Typed {
        id: cx.new_id::<DecisionId>().to_string(),
        body: body.map(|body| body.to_string()).unwrap_or_default(),
        day: cx.today().to_string(),
        chosen: elements.iter().map(|one| (one.id.to_string(), one.version)).collect(),
        declined: exemptions.iter().map(|one| (one.id.to_string(), one.version)).collect(),
        ..Typed::default()
    };
    let texts = cx.texts();
    let waiting = waiting_of(cx, &elements)?;
    // Of what the visitor sees: the same while a form is shown and when it is sent.
    let seen = cx.seen();
    let marks = elements.iter().map(|one| mark(&seen, one, &waiting)).collect();
    let offered = match plan_of {
        Some(owner) => offered(cx, structure, owner)?,
        None => Vec::new(),
    };
    let about = decided_words::section_of(cx, structure, &elements, &waiting)?;
    Ok(Page {
        texts,
        effect: Effect::Adopts,
        asks_first: false,
        structure,
        plan_of,
        elements,
        offered,
        marks,
        exemptions,
        typed,
        problems: Vec::new(),
        about,
    })
}

/// The org unit on the level that decides such elements, nearest upward from the owner.
pub(super) fn deciding_body(structure: &Structure, element: &Element) -> Option<OrgUnitId> {
    let level = structure.model.element_type(&element.element_type)?.decided_by.as_str();
    let organisation = &structure.organisation;
    std::iter::once(element.owner)
        .chain(organisation.ancestors(element.owner))
        .find(|unit| organisation.get(*unit).is_some_and(|unit| unit.level == level))
}

/// Keeps the decision and lets it hold for the elements it is about.
pub(super) fn adopt(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let sent = &cx.req.form;
    let (plan_of, elements) = if cx.req.params.contains_key("id") {
        (None, vec![Arc::clone(one(cx, &structure)?)])
    } else {
        let owner: OrgUnitId = sent.parsed("enhet").or_not_found()?;
        cx.may(Action::Adopt, owner)?;
        (Some(owner), chosen(&structure, owner, sent.all("mal")))
    };
    let back = plan_of.map_or_else(
        || elements.first().map(|one| elements::url(one)).unwrap_or_default(),
        |owner| format!("/planera?enhet={owner}"),
    );
    let id: DecisionId = cx.client_id();
    // The same form sent twice decides once.
    if decisions::store::decision(cx.tx, id)?.is_some() {
        return Ok(Response::see_other(&back));
    }
    let mut page = page(cx, &structure, plan_of, elements)?;
    page.typed = Typed::sent(id, sent);
    let today = cx.today();
    let decision = match page.decided(id, today) {
        Ok(decision) => decision,
        Err(problems) => {
            page.problems = problems;
            return Ok(cx.refused(&page.title(), Nav::Plan, &page.body()));
        }
    };
    if let Err(unsound) = keep(cx, &structure, &page, &decision)? {
        page.problems = vec![("", unsound.words(cx.texts()))];
        return Ok(cx.refused(&page.title(), Nav::Plan, &page.body()));
    }
    Ok(Response::see_other(&back))
}

/// Keeps everything decided; else why it cannot stand.
fn keep(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    page: &Page<'_>,
    decision: &Decision,
) -> Result<Result<(), Unsound>, AppError> {
    decisions::store::insert_decision(cx.tx, decision)?;
    let mut reworded = Vec::new();
    // Where something hangs is decided too: a mark of it that does not stand any longer is stale.
    if cx.req.form.all("lankar").any(|mark| !page.still_stands(mark)) {
        return Err(AppError::Stale);
    }
    for element in &page.elements {
        let seen = page.typed.chosen.iter().find(|(id, _)| *id == element.id.to_string());
        // What has been rewritten since the form was read is not what the body decided.
        if seen.is_none_or(|(_, version)| *version != element.version) {
            return Err(AppError::Stale);
        }
        if !element.is_editable() {
            if proposed_links(cx, element)?.is_empty() {
                return Err(AppError::Stale);
            }
            continue;
        }
        let adopted = Element {
            state: ElementState::Adopted,
            decision: Some(decision.id),
            version: element.version + 1,
            ..Element::clone(element)
        };
        nodes::change_element(cx.tx, "adopt", &adopted)?;
        if structure.measure(element.id).is_some() {
            reworded.extend(store::predecessors(cx.tx, element.id)?);
        }
        take_place(cx, structure, &adopted, decision.id)?;
    }
    for (id, version) in &page.typed.declined {
        let proposed = page.exemptions.iter().find(|one| one.id.to_string() == *id);
        let Some(proposed) = proposed.filter(|one| one.version == *version) else {
            return Err(AppError::Stale);
        };
        let adopted = Exemption {
            state: ElementState::Adopted,
            decision: Some(decision.id),
            version: version + 1,
            ..proposed.clone()
        };
        store::change_exemption(cx.tx, "adopt", &adopted)?;
    }
    let mut thread = Structure::clone(&*cx.app.structures.at_head(cx.tx, false)?);
    let sound = check_place(structure, &thread, &page.elements)
        .and_then(|()| check_formulas(cx, structure, &thread, &reworded));
    if sound.is_err() {
        return Ok(sound);
    }
    // Links are settled last: what has just been replaced has handed its proposals on.
    for element in &page.elements {
        let links = store::link_proposals(cx.tx, element.id)?;
        if let Err(problem) = settle(cx, &mut thread, links)? {
            return Ok(Err(Unsound::Link(element.title.clone(), problem)));
        }
    }
    Ok(Ok(()))
}

fn chosen<'f>(
    structure: &Structure,
    owner: OrgUnitId,
    sent: impl Iterator<Item = &'f str>,
) -> Vec<Arc<Element>> {
    sent.filter_map(read_choice)
        .filter_map(|(id, _)| structure.element(id.parse().ok()?))
        .filter(|one| one.owner == owner)
        .map(Arc::clone)
        .collect()
}
