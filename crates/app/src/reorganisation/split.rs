//! Splitting an org unit: new ones begin beside it, and it may end.

use std::sync::Arc;

use domain::access::Action;
use domain::elements::Element;
use domain::ids::OrgUnitId;
use domain::organisation::{OrgUnit, OrganisationProblem};
use jiff::ToSpan;
use jiff::civil::Date;
use maud::html;

use super::page::{
    Change, Wrong, check_version, day, explain, name_problem, problem_at, unit_to_change,
};
use super::preview::Wish;
use super::split_places::{Placed, Plan};
use crate::cx::{Cx, record};
use crate::elements::store::change_element;
use crate::organisation::store::{change_org_unit, insert_org_unit};
use crate::web::error::{Answer, AppError};
use crate::web::response::Response;
use crate::web::ui::{Choice, Field, Problem};

/// Most parts of one split.
const MOST_PARTS: usize = 20;

struct Typed {
    id: OrgUnitId,
    names: String,
    from: String,
    ends: bool,
}

fn form(cx: &Cx<'_, '_>, typed: &Typed, wrong: &[Wrong]) -> Change {
    let texts = cx.texts();
    let ends = vec![Choice::new("ja", texts.reorganisation_split_ends()).chosen(typed.ends)];
    Change {
        step: "dela",
        title: texts.reorganisation_split().to_owned(),
        consequences: Vec::new(),
        fields: html! {
            input type="hidden" name="id" value=(typed.id);
            (Field::textarea("namn", texts.reorganisation_split_names()).rows(4).value(&typed.names)
                .hint(texts.reorganisation_split_names_hint()).problem(problem_at(wrong, "namn")))
            (Field::date("fran", texts.reorganisation_first_day()).value(&typed.from).problem(problem_at(wrong, "fran")))
            (Field::checkboxes("upphor", texts.reorganisation_split_old(), ends))
        },
        button: texts.reorganisation_look(),
        careful: false,
    }
}

/// The org unit, when the visitor organises where the parts will stand: beside it.
fn unit_to_split(cx: &Cx<'_, '_>) -> Answer<Arc<OrgUnit>> {
    let unit = unit_to_change(cx)?;
    if let Some(parent) = unit.parent {
        cx.may(Action::Organise, parent)?;
    }
    Ok(unit)
}

/// Shows the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let unit = unit_to_split(cx)?;
    let typed =
        Typed { id: cx.new_id(), names: String::new(), from: cx.today().to_string(), ends: true };
    Ok(form(cx, &typed, &[]).page(cx, &unit, &[]))
}

/// Shows what a split does and asks where everything goes, and splits.
pub(super) fn split(cx: &mut Cx<'_, '_>) -> Answer {
    let unit = unit_to_split(cx)?;
    let typed = Typed {
        id: cx.client_id(),
        names: cx.req.form.text("namn").to_owned(),
        from: cx.req.form.text("fran").to_owned(),
        ends: cx.req.form.text("upphor") == "ja",
    };
    if cx.structure.organisation.get(part_id(typed.id, 0)).is_some() {
        return Ok(Response::see_other(&super::url(unit.id)));
    }
    check_version(cx, &unit)?;
    let wish = Wish::of(&cx.req.form);
    if wish == Wish::Again {
        return Ok(form(cx, &typed, &[]).page(cx, &unit, &[]));
    }
    let (names, from) = match read(cx, &unit, &typed) {
        Ok(read) => read,
        Err(wrong) => return Ok(form(cx, &typed, &wrong).page(cx, &unit, &wrong)),
    };
    let plan = Plan { unit, form: typed.id, names, from, ends: typed.ends };
    let placed = Placed::sent(cx, &plan);
    if wish == Wish::Look {
        return Ok(plan.preview(cx, &placed, None).page(cx, &plan.unit, &[]));
    }
    if !placed.is_whole() {
        let words = cx.texts().reorganisation_problem_place();
        let preview = plan.preview(cx, &placed, Some(words));
        return Ok(preview.page(cx, &plan.unit, &[Problem::at("alla", words)]));
    }
    apply(cx, &plan, &placed)?;
    Ok(Response::see_other(&super::url(plan.unit.id)))
}

fn apply(cx: &mut Cx<'_, '_>, plan: &Plan, placed: &Placed) -> Answer<()> {
    let unit = &plan.unit;
    for (index, name) in plan.names.iter().enumerate() {
        let id = part_id(plan.form, index);
        let part = OrgUnit {
            id,
            name: name.clone(),
            valid_from: plan.from,
            valid_to: None,
            succeeded_by: None,
            version: 1,
            ..OrgUnit::clone(unit)
        };
        if !insert_org_unit(cx.tx, &part)? {
            return Err(AppError::Stale);
        }
        let after = serde_json::json!({ "from": unit.id });
        record(cx.tx, "split_from", "org_unit", id.bytes(), 1, &after)?;
    }
    let structure = cx.structure.clone();
    for (element, index) in placed.moved() {
        let Some(element) = structure.element(element) else { continue };
        let owner = part_id(plan.form, index);
        let moved = Element { owner, version: element.version + 1, ..Element::clone(element) };
        change_element(cx.tx, "take_over", &moved)?;
    }
    let valid_to = plan.ends.then(|| plan.from.saturating_sub(1.day()));
    let old = OrgUnit { valid_to, version: unit.version + 1, ..OrgUnit::clone(unit) };
    change_org_unit(cx.tx, "split", &old)
}

/// The identities of the parts follow from the form's, so that sending twice makes them once.
fn part_id(form: OrgUnitId, index: usize) -> OrgUnitId {
    let mut bytes = form.bytes();
    let number = u8::try_from(index).unwrap_or(u8::MAX);
    if let Some(last) = bytes.last_mut() {
        *last = last.wrapping_add(number);
    }
    OrgUnitId::from(bytes)
}

fn read(cx: &Cx<'_, '_>, unit: &OrgUnit, typed: &Typed) -> Result<(Vec<String>, Date), Vec<Wrong>> {
    let texts = cx.texts();
    let mut wrong = Vec::new();
    let names = names_of(&typed.names);
    if names.len() < 2 || names.len() > MOST_PARTS {
        wrong.push(("namn", texts.reorganisation_problem_parts(MOST_PARTS)));
    } else if let Some(words) = names.iter().find_map(|name| name_problem(texts, name)) {
        wrong.push(("namn", words));
    }
    let organisation = &cx.structure.organisation;
    let living =
        |id: &OrgUnitId| organisation.get(*id).is_some_and(|child| child.valid_to.is_none());
    let children = organisation.children(unit.id).iter().any(living);
    if unit.valid_to.is_some() || unit.parent.is_none() {
        wrong.push(("", explain(texts, OrganisationProblem::Ended)));
    } else if typed.ends && children {
        wrong.push(("upphor", explain(texts, OrganisationProblem::HasChildren)));
    }
    match day(texts, &typed.from) {
        Ok(from) if from <= unit.valid_from => {
            wrong.push(("fran", explain(texts, OrganisationProblem::EndsBeforeStart)));
        }
        // What goes to the parts changes owner at once, so they must be there.
        Ok(from) if from > cx.today() => {
            wrong.push(("fran", texts.reorganisation_problem_future().to_owned()));
        }
        Ok(from) if wrong.is_empty() => return Ok((names, from)),
        Ok(_) => {}
        Err(words) => wrong.push(("fran", words)),
    }
    Err(wrong)
}

fn names_of(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_one_on_each_line() {
        assert_eq!(
            names_of("Norra skolan\r\n\n  Södra skolan \n"),
            ["Norra skolan", "Södra skolan"]
        );
    }

    #[test]
    fn parts_get_identities_of_their_own_that_repeat() {
        let form = OrgUnitId::from([255; 16]);
        assert_eq!(part_id(form, 0), form);
        assert_ne!(part_id(form, 1), part_id(form, 2));
        assert_eq!(part_id(form, 1), part_id(form, 1));
    }
}
