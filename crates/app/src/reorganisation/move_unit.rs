//! Moving an org unit, with everything under it, to lie under another.

use domain::access::Action;
use domain::ids::OrgUnitId;
use domain::organisation::OrgUnit;
use maud::html;

use super::page::{Change, Wrong, check_version, explain, problem_at, unit_to_change};
use crate::cx::Cx;
use crate::organisation::store::change_org_unit;
use crate::web::error::Answer;
use crate::web::response::Response;
use crate::web::ui::{Choice, Field};

fn form(cx: &Cx<'_, '_>, unit: &OrgUnit, chosen: &str, wrong: &[Wrong]) -> Change {
    let texts = cx.texts();
    let organisation = &cx.structure.organisation;
    let with_it = organisation.subtree(unit.id).len().saturating_sub(1);
    let choices: Vec<Choice> = crate::organisation::choices(cx, Action::Organise, chosen)
        .into_iter()
        .filter(|choice| {
            choice.value.parse().is_ok_and(|id: OrgUnitId| !organisation.is_within(id, unit.id))
        })
        .collect();
    let mut consequences = vec![
        texts.reorganisation_move_series().to_owned(),
        texts.reorganisation_move_roles().to_owned(),
    ];
    if with_it > 0 {
        consequences
            .insert(0, texts.reorganisation_move_below(i64::try_from(with_it).unwrap_or(0)));
    }
    Change {
        step: "flytta",
        title: texts.reorganisation_move().to_owned(),
        consequences,
        fields: html! {
            (Field::select("under", texts.reorganisation_move_under(), choices).problem(problem_at(wrong, "under")))
        },
        button: texts.reorganisation_move_button(),
        careful: false,
    }
}

/// Shows the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let unit = unit_to_change(cx)?;
    let parent = unit.parent.map(|parent| parent.to_string()).unwrap_or_default();
    Ok(form(cx, &unit, &parent, &[]).page(cx, &unit, &[]))
}

/// Moves.
pub(super) fn move_unit(cx: &mut Cx<'_, '_>) -> Answer {
    let unit = unit_to_change(cx)?;
    check_version(cx, &unit)?;
    let chosen = cx.req.form.text("under").to_owned();
    let known = |id: &OrgUnitId| cx.structure.organisation.get(*id).is_some();
    let Some(parent) = chosen.parse::<OrgUnitId>().ok().filter(known) else {
        let wrong = [("under", cx.texts().web_unknown_choice().to_owned())];
        return Ok(form(cx, &unit, &chosen, &wrong).page(cx, &unit, &wrong));
    };
    cx.may(Action::Organise, parent)?;
    if let Err(problem) = cx.structure.organisation.check_move(unit.id, parent, cx.today()) {
        let wrong = [("under", explain(cx.texts(), problem))];
        return Ok(form(cx, &unit, &chosen, &wrong).page(cx, &unit, &wrong));
    }
    if unit.parent != Some(parent) {
        let moved =
            OrgUnit { parent: Some(parent), version: unit.version + 1, ..OrgUnit::clone(&unit) };
        change_org_unit(cx.tx, "move", &moved)?;
    }
    Ok(Response::see_other(&super::url(unit.id)))
}
