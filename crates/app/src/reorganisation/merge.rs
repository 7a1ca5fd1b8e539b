//! Merging an org unit into another, which takes over its goals and carries its series on.

use domain::access::Action;
use domain::elements::Element;
use domain::ids::OrgUnitId;
use domain::organisation::{OrgUnit, OrganisationProblem};
use maud::html;

use super::page::{Change, Wrong, check_version, day, explain, problem_at, unit_to_change};
use crate::cx::Cx;
use crate::elements::store::change_element;
use crate::organisation::store::change_org_unit;
use crate::web::error::Answer;
use crate::web::response::Response;
use crate::web::ui::{Choice, Field};

fn form(cx: &Cx<'_, '_>, unit: &OrgUnit, (chosen, last): (&str, &str), wrong: &[Wrong]) -> Change {
    let texts = cx.texts();
    let owned = i64::try_from(cx.structure.owned_by(unit.id).count()).unwrap_or(0);
    let known = crate::organisation::choices(cx, Action::Organise, chosen);
    // Nothing is chosen beforehand: the first in the list is hardly ever the right one.
    let choices: Vec<Choice> = std::iter::once(Choice::new("", texts.reorganisation_choose()))
        .chain(known.into_iter().filter(|choice| choice.value != unit.id.to_string()))
        .collect();
    Change {
        step: "sla-ihop",
        title: texts.reorganisation_merge().to_owned(),
        consequences: vec![
            texts.reorganisation_merge_ends(&unit.name),
            texts.reorganisation_merge_owned(owned),
            texts.reorganisation_merge_series(&unit.name),
            texts.reorganisation_merge_roles().to_owned(),
        ],
        fields: html! {
            (Field::select("med", texts.reorganisation_merge_into(), choices).problem(problem_at(wrong, "med")))
            (Field::date("sista", texts.reorganisation_merge_last_day(&unit.name)).value(last).problem(problem_at(wrong, "sista")))
        },
        button: texts.reorganisation_merge_button(),
        careful: true,
    }
}

/// Shows the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let unit = unit_to_change(cx)?;
    Ok(form(cx, &unit, ("", &cx.today().to_string()), &[]).page(cx, &unit, &[]))
}

/// Merges: the org unit ends with its successor named, and what it owned changes owner.
pub(super) fn merge(cx: &mut Cx<'_, '_>) -> Answer {
    let unit = unit_to_change(cx)?;
    check_version(cx, &unit)?;
    let (chosen, last) = (cx.req.form.text("med").to_owned(), cx.req.form.text("sista").to_owned());
    let ended = match read(cx, &unit, &chosen, &last) {
        Ok(ended) => ended,
        Err(wrong) => {
            let wrong = [wrong];
            return Ok(form(cx, &unit, (&chosen, &last), &wrong).page(cx, &unit, &wrong));
        }
    };
    let Some(heir) = ended.succeeded_by else {
        return Ok(Response::see_other(&super::url(unit.id)));
    };
    cx.may(Action::Organise, heir)?;
    change_org_unit(cx.tx, "merge", &ended)?;
    let structure = cx.structure.clone();
    for element in structure.owned_by(unit.id) {
        let taken_over =
            Element { owner: heir, version: element.version + 1, ..Element::clone(element) };
        change_element(cx.tx, "take_over", &taken_over)?;
    }
    Ok(Response::see_other(&super::url(heir)))
}

fn read(cx: &Cx<'_, '_>, unit: &OrgUnit, chosen: &str, last: &str) -> Result<OrgUnit, Wrong> {
    let texts = cx.texts();
    let organisation = &cx.structure.organisation;
    let heir: OrgUnitId = chosen
        .parse()
        .ok()
        .filter(|id| organisation.get(*id).is_some())
        .ok_or_else(|| ("med", texts.web_unknown_choice().to_owned()))?;
    // An org unit whose end is set has been dealt with already, also when the day is still to come.
    let ending = [unit.id, heir]
        .iter()
        .any(|id| organisation.get(*id).is_some_and(|unit| unit.valid_to.is_some()));
    let checked = if ending {
        Err(OrganisationProblem::Ended)
    } else {
        organisation.check_merge(unit.id, heir, cx.today())
    };
    checked.map_err(|problem| ("med", explain(texts, problem)))?;
    let last = day(texts, last).map_err(|words| ("sista", words))?;
    if last < unit.valid_from {
        return Err(("sista", explain(texts, OrganisationProblem::EndsBeforeStart)));
    }
    if last > cx.today() {
        return Err(("sista", texts.reorganisation_problem_future().to_owned()));
    }
    Ok(OrgUnit {
        valid_to: Some(last),
        succeeded_by: Some(heir),
        version: unit.version + 1,
        ..unit.clone()
    })
}
