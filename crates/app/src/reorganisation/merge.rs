//! Merging an org unit into another, which takes over its goals and target levels and carries its
//! series on.

use std::sync::Arc;

use domain::access::Action;
use domain::elements::Element;
use domain::ids::OrgUnitId;
use domain::measures::Target;
use domain::organisation::{Carried, OrgUnit, OrganisationProblem, carry_targets};
use jiff::civil::Date;
use maud::html;

use super::merge_preview::preview;
use super::page::{Change, Wrong, check_version, day, explain, problem_at, unit_to_change};
use super::preview::Wish;
use crate::choosing::{on_enter, org_units_that};
use crate::cx::Cx;
use crate::elements::store::{change_element, keep_target};
use crate::followup::accounts_below;
use crate::measures::few::withhold_all_again;
use crate::measures::store::{Annotation, insert_annotation};
use crate::organisation::store::change_org_unit;
use crate::web::error::Answer;
use crate::web::response::Response;
use crate::web::ui::{Choice, Field};

/// Longest note in a chart.
const LONGEST_NOTE: usize = 40;

/// A merger that can be made.
pub(super) struct Merger {
    pub(super) unit: Arc<OrgUnit>,
    pub(super) heir: OrgUnitId,
    pub(super) last: Date,
    pub(super) carried: Carried,
}

fn form(cx: &Cx<'_, '_>, unit: &OrgUnit, (chosen, last): (&str, &str), wrong: &[Wrong]) -> Change {
    let texts = cx.texts();
    // What carries on the goals and series of a workplace is a workplace.
    let alike = |other: &OrgUnit| other.kind == unit.kind && other.id != unit.id;
    let choices = org_units_that(cx, "med", (Action::Organise, chosen), alike);
    // Nothing is chosen beforehand: the first in the list is hardly ever the right one.
    let choices = choices.after(Choice::new("", texts.reorganisation_choose()));
    Change {
        step: "sla-ihop",
        title: texts.reorganisation_merge().to_owned(),
        consequences: Vec::new(),
        fields: html! {
            @if choices.is_narrowed() { (on_enter(texts)) }
            (choices.field(texts, texts.reorganisation_merge_into()).problem(problem_at(wrong, "med")))
            (Field::date("sista", texts.reorganisation_merge_last_day(&unit.name)).value(last).problem(problem_at(wrong, "sista")))
        },
        button: texts.reorganisation_look(),
        careful: false,
    }
}

/// Shows the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let unit = unit_to_change(cx)?;
    Ok(form(cx, &unit, ("", &cx.today().to_string()), &[]).page(cx, &unit, &[]))
}

/// Shows what a merger does, and merges: the org unit ends with its successor named, and what it
/// owned and was to reach goes over.
pub(super) fn merge(cx: &mut Cx<'_, '_>) -> Answer {
    let unit = unit_to_change(cx)?;
    check_version(cx, &unit)?;
    let (chosen, last) = (cx.req.form.text("med").to_owned(), cx.req.form.text("sista").to_owned());
    let wish = Wish::of(&cx.req.form);
    if wish == Wish::Again {
        return Ok(form(cx, &unit, (&chosen, &last), &[]).page(cx, &unit, &[]));
    }
    let merger = match read(cx, &unit, &chosen, &last) {
        Ok(merger) => merger,
        Err(wrong) => {
            let wrong = [wrong];
            return Ok(form(cx, &unit, (&chosen, &last), &wrong).page(cx, &unit, &wrong));
        }
    };
    cx.may(Action::Organise, merger.heir)?;
    if wish == Wish::Look {
        let accounts = accounts_below(cx, unit.id)?;
        return Ok(preview(cx, &merger, &accounts).page(cx, &unit, &[]));
    }
    apply(cx, &merger)?;
    Ok(Response::see_other(&super::url(merger.heir)))
}

fn apply(cx: &mut Cx<'_, '_>, merger: &Merger) -> Answer<()> {
    let Merger { unit, heir, last, carried } = merger;
    let ended = OrgUnit {
        valid_to: Some(*last),
        succeeded_by: Some(*heir),
        version: unit.version + 1,
        ..OrgUnit::clone(unit)
    };
    change_org_unit(cx.tx, "merge", &ended)?;
    withhold_all_again(cx)?;
    let structure = cx.structure.clone();
    for element in structure.owned_by(unit.id) {
        let taken_over =
            Element { owner: *heir, version: element.version + 1, ..Element::clone(element) };
        change_element(cx.tx, "take_over", &taken_over)?;
    }
    for target in &carried.taken_over {
        keep_target(cx.tx, &Target { version: 1, ..target.clone() })?;
    }
    // Whoever reads the heir's series sees why they and their levels change here.
    let texts = cx.texts();
    let text: String =
        texts.reorganisation_merge_note(&unit.name).chars().take(LONGEST_NOTE).collect();
    let id: OrgUnitId = cx.new_id();
    insert_annotation(cx.tx, id.bytes(), *heir, &Annotation { day: *last, text })
}

fn read(cx: &Cx<'_, '_>, unit: &Arc<OrgUnit>, chosen: &str, last: &str) -> Result<Merger, Wrong> {
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
    let carried = carry_targets(&cx.structure, unit.id, heir, last);
    Ok(Merger { unit: Arc::clone(unit), heir, last, carried })
}
