//! A new name for an org unit; the old one stays in its history.

use domain::organisation::OrgUnit;
use maud::html;

use super::page::{Change, Wrong, check_version, name_problem, problem_at, unit_to_change};
use crate::cx::Cx;
use crate::organisation::store::change_org_unit;
use crate::web::error::Answer;
use crate::web::response::Response;
use crate::web::ui::Field;

fn form(cx: &Cx<'_, '_>, name: &str, wrong: &[Wrong]) -> Change {
    let texts = cx.texts();
    Change {
        step: "namn",
        title: texts.reorganisation_rename().to_owned(),
        consequences: vec![texts.reorganisation_rename_keeps().to_owned()],
        fields: html! {
            (Field::text("namn", texts.reorganisation_name()).value(name).required().problem(problem_at(wrong, "namn")))
        },
        button: texts.reorganisation_rename_button(),
        careful: false,
    }
}

/// Shows the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let unit = unit_to_change(cx)?;
    Ok(form(cx, &unit.name, &[]).page(cx, &unit, &[]))
}

/// Keeps the name.
pub(super) fn rename(cx: &mut Cx<'_, '_>) -> Answer {
    let unit = unit_to_change(cx)?;
    check_version(cx, &unit)?;
    let name = cx.req.form.text("namn").to_owned();
    if let Some(words) = name_problem(cx.texts(), &name) {
        let wrong = [("namn", words)];
        return Ok(form(cx, &name, &wrong).page(cx, &unit, &wrong));
    }
    if name != unit.name {
        let renamed = OrgUnit { name, version: unit.version + 1, ..OrgUnit::clone(&unit) };
        change_org_unit(cx.tx, "rename", &renamed)?;
    }
    Ok(Response::see_other(&super::url(unit.id)))
}
