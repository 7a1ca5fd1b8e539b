//! Choosing what to change and seeing what will happen.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::elements::{Element, Structure};
use domain::ids::{ElementId, PersonId};

use super::form::Page;
use super::plan::plan;
use super::value::{Kind, Value, Words};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::thread::store::{names, of_person};
use crate::web::error::{Answer, AppError};
use crate::web::fields::Fields;

/// Most elements that are changed at once.
pub(super) const MOST: usize = 2_000;

/// What is to be changed, as the address or the form tells.
pub(super) struct Chosen<'a> {
    pub(super) elements: Vec<&'a Arc<Element>>,
    /// Everything that this person answers for, rather than rows one by one.
    pub(super) person: Option<(PersonId, String)>,
}

impl<'a> Chosen<'a> {
    /// Reads it; what one may not know of is as if it had not been sent.
    pub(super) fn read(
        cx: &mut Cx<'_, '_>,
        structure: &'a Structure,
        fields: &Fields,
    ) -> Result<Self, AppError> {
        let person: Option<PersonId> = fields.parsed("person");
        let (ids, person): (Vec<ElementId>, _) = match person {
            Some(person) => {
                let name = names(cx.tx, &BTreeSet::from([person]))?.remove(&person);
                let name = name.ok_or(AppError::NotFound)?;
                (of_person(cx.tx, person)?, Some((person, name)))
            }
            None => (fields.all("rad").filter_map(|id| id.parse().ok()).collect(), None),
        };
        let mut seen = BTreeSet::new();
        let elements = ids
            .into_iter()
            .filter(|id| seen.insert(*id))
            .filter_map(|id| structure.element(id))
            .filter(|element| element.is_current() && cx.may_see(element))
            .take(MOST)
            .collect();
        Ok(Self { elements, person })
    }
}

/// Shows the form, and below it what would happen when a value has been given.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let fields = cx.req.query.clone();
    let chosen = Chosen::read(cx, &structure, &fields)?;
    let kind = Kind::from_code(fields.text("vad")).unwrap_or_default();
    let sent = fields.text("till").to_owned();
    let value = Value::read(cx, kind, &sent);
    let asks = fields.text("visa") == "1" || kind == Kind::Propose;
    let others = match value {
        Some(Value::Responsible(person)) => Some(person),
        _ => None,
    };
    let elements = chosen.elements.iter().map(AsRef::as_ref);
    let words = Words::of(cx, &structure, elements, others)?;
    let planned =
        value.filter(|_| asks).map(|value| (value, plan(cx, &structure, &chosen.elements, value)));
    let problem = (asks && value.is_none()).then(|| cx.texts().bulk_problem_value().to_owned());
    let refused = problem.is_some();
    let back = fields.text("fran");
    let page = Page::new(cx, &structure, chosen, (kind, sent), back)?.with(problem);
    let body = page.body(&words, planned.as_ref());
    let title = page.title();
    Ok(if refused {
        cx.refused(&title, Nav::Thread, &body)
    } else {
        cx.page(&title, Nav::Thread, &body)
    })
}
