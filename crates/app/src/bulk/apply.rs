//! Carrying out a change of many elements, in one transaction.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::elements::{Element, Link, Structure};
use domain::ids::{BulkChangeId, ElementId, LinkId, PersonId};

use super::choose::Chosen;
use super::form::Page;
use super::plan::{Hinder, Planned, Step, plan};
use super::receipt_url;
use super::store::{self, BulkChange, Part};
use super::value::{Kind, Value, Words, links_kept};
use crate::cx::Cx;
use crate::elements::store as nodes;
use crate::frame::Nav;
use crate::web::error::{Answer, AppError};
use crate::web::response::Response;

/// Changes what the preview said; what somebody has changed since then is left as it is.
pub(super) fn apply(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let fields = cx.req.form.clone();
    let id: BulkChangeId = cx.client_id();
    if store::change(cx.tx, id)?.is_some() {
        return Ok(Response::see_other(&receipt_url(id)));
    }
    let chosen = Chosen::read(cx, &structure, &fields)?;
    let kind = Kind::from_code(fields.text("vad")).unwrap_or_default();
    let sent = fields.text("till").to_owned();
    let value = match Value::read(cx, kind, &sent) {
        Some(Value::Responsible(person)) => {
            store::is_person(cx.tx, person)?.then_some(Value::Responsible(person))
        }
        value => value,
    };
    let shown: BTreeMap<ElementId, i64> = fields
        .all("version")
        .filter_map(|one| one.split_once('.'))
        .filter_map(|(id, version)| Some((id.parse().ok()?, version.parse().ok()?)))
        .collect();
    let planned = value.map(|value| {
        let mut planned = plan(cx, &structure, &chosen.elements, value);
        for one in &mut planned {
            if one.step.is_ok() && shown.get(&one.element.id) != Some(&one.element.version) {
                one.step = Err(Hinder::ChangedMeanwhile);
            }
        }
        (value, planned)
    });
    let will_change = |planned: &[Planned<'_>]| planned.iter().any(|one| one.step.is_ok());
    match planned {
        Some((value, planned)) if will_change(&planned) => {
            let others = match value {
                Value::Responsible(person) => Some(person),
                _ => None,
            };
            let words = Words::of(cx, &structure, std::iter::empty(), others)?;
            let words = format!("{}: {}", kind.words(cx.texts()), words.after(value));
            keep(cx, &structure, id, kind, words, planned)?;
            Ok(Response::see_other(&receipt_url(id)))
        }
        planned => {
            let problem = value.is_none().then(|| cx.texts().bulk_problem_value().to_owned());
            let elements = chosen.elements.iter().map(AsRef::as_ref);
            let seen = cx.seen();
            let words = Words::of(cx, &seen, elements, None)?;
            let back = fields.text("fran");
            let page = Page::new(cx, &seen, chosen, (kind, sent), back)?.with(problem);
            let body = page.body(&words, planned.as_ref());
            Ok(cx.refused(&page.title(), Nav::Thread, &body))
        }
    }
}

/// Hands elements over to somebody, those whom the visitor plans; the change that did it, if any did.
pub fn hand_over(
    cx: &mut Cx<'_, '_>,
    elements: &[Arc<Element>],
    to: PersonId,
) -> Result<Option<BulkChangeId>, AppError> {
    let structure = cx.structure.clone();
    let value = Value::Responsible(to);
    let elements: Vec<&Arc<Element>> = elements.iter().collect();
    let planned = plan(cx, &structure, &elements, value);
    if planned.iter().all(|one| one.step.is_err()) {
        return Ok(None);
    }
    let words = Words::of(cx, &structure, std::iter::empty(), Some(to))?;
    let kind = Kind::Responsible;
    let words = format!("{}: {}", kind.words(cx.texts()), words.after(value));
    let id = cx.new_id();
    keep(cx, &structure, id, kind, words, planned)?;
    Ok(Some(id))
}

fn keep(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    id: BulkChangeId,
    kind: Kind,
    words: String,
    planned: Vec<Planned<'_>>,
) -> Result<(), AppError> {
    let person = cx.person()?;
    let change = BulkChange {
        id,
        person: person.id,
        person_name: person.name.clone(),
        at: cx.visit.now,
        kind,
        words,
        taken_back_at: None,
        version: 1,
    };
    store::insert_change(cx.tx, &change)?;
    for one in planned {
        let Ok(step) = one.step else { continue };
        let part = match step {
            Step::Keep(after) => {
                nodes::change_element(cx.tx, action(kind), &after)?;
                let before = before(kind, one.element);
                Part { element: after.id, before, element_version: after.version }
            }
            Step::Move(parent, link_kind) => {
                let new = Link {
                    id: cx.new_id::<LinkId>(),
                    child: one.element.id,
                    parent,
                    kind: link_kind,
                };
                let old = structure.links_up(one.element.id);
                for link in old {
                    nodes::end_link(cx.tx, link)?;
                }
                nodes::insert_link(cx.tx, &new)?;
                let before = links_kept(structure, &new, old);
                Part { element: one.element.id, before, element_version: one.element.version }
            }
        };
        store::insert_part(cx.tx, id, &part)?;
    }
    Ok(())
}

/// As the audit trail calls it.
pub(super) fn action(kind: Kind) -> &'static str {
    match kind {
        Kind::Responsible => "reassign",
        Kind::Owner => "take_over",
        Kind::Propose => "propose",
        Kind::End | Kind::Parent => "change",
    }
}

/// What the element had, as a text that can be read again.
fn before(kind: Kind, element: &Element) -> String {
    match kind {
        Kind::Responsible => element.responsible.map(|id| id.to_string()).unwrap_or_default(),
        Kind::Owner => element.owner.to_string(),
        Kind::End => element.ends_on.map(|day| day.to_string()).unwrap_or_default(),
        Kind::Propose | Kind::Parent => String::new(),
    }
}
