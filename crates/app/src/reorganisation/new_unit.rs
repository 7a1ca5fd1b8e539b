//! A new org unit under another.

use domain::ids::OrgUnitId;
use domain::organisation::{OrgUnit, check_place, holds_org_units};
use domain::steering::{OrgLevel, OrgLevelId};
use maud::{Markup, html};

use super::page::{Change, Wrong, day, explain_place, name_problem, problem_at, unit_to_change};
use crate::cx::Cx;
use crate::organisation::store::insert_org_unit;
use crate::web::error::Answer;
use crate::web::response::Response;
use crate::web::ui::{Choice, Field};

struct Typed {
    id: String,
    name: String,
    level: String,
    from: String,
}

/// The levels that can stand under the parent, as choices. Nothing is chosen beforehand unless
/// there is only one.
fn level_choices(cx: &Cx<'_, '_>, parent: &OrgUnit, chosen: &str) -> Vec<Choice> {
    let model = &cx.structure.model;
    let fitting: Vec<&OrgLevel> = model
        .org_levels
        .iter()
        .filter(|level| check_place(model, &level.id, parent).is_ok())
        .collect();
    let only = fitting.len() == 1;
    let none = (!only).then(|| Choice::new("", cx.texts().reorganisation_choose_level()));
    let known = fitting.into_iter().map(|level| {
        let word = crate::steering::singular(cx.language(), &level.name);
        Choice::new(level.id.as_str(), word).chosen(only || level.id.as_str() == chosen)
    });
    none.into_iter().chain(known).collect()
}

fn form(cx: &Cx<'_, '_>, parent: &OrgUnit, typed: &Typed, wrong: &[Wrong]) -> Change {
    let texts = cx.texts();
    let fields: Markup = html! {
        input type="hidden" name="id" value=(typed.id);
        (Field::text("namn", texts.reorganisation_name()).value(&typed.name).required().problem(problem_at(wrong, "namn")))
        (Field::select("niva", texts.reorganisation_level(), level_choices(cx, parent, &typed.level)).problem(problem_at(wrong, "niva")))
        (Field::date("fran", texts.reorganisation_first_day()).value(&typed.from).problem(problem_at(wrong, "fran")))
    };
    Change {
        step: "ny",
        title: texts.reorganisation_new().to_owned(),
        consequences: Vec::new(),
        fields,
        button: texts.reorganisation_create(),
        careful: false,
    }
}

/// Shows the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let parent = unit_to_change(cx)?;
    let typed = Typed {
        id: cx.new_id::<OrgUnitId>().to_string(),
        name: String::new(),
        level: String::new(),
        from: cx.today().to_string(),
    };
    Ok(form(cx, &parent, &typed, &[]).page(cx, &parent, &[]))
}

/// Keeps the new org unit.
pub(super) fn create(cx: &mut Cx<'_, '_>) -> Answer {
    let parent = unit_to_change(cx)?;
    let id: OrgUnitId = cx.client_id();
    let sent = &cx.req.form;
    let typed = Typed {
        id: id.to_string(),
        name: sent.text("namn").to_owned(),
        level: sent.text("niva").to_owned(),
        from: sent.text("fran").to_owned(),
    };
    match read(cx, &parent, id, &typed) {
        Ok(unit) => {
            insert_org_unit(cx.tx, &unit)?;
            Ok(Response::see_other(&super::url(id)))
        }
        Err(wrong) => Ok(form(cx, &parent, &typed, &wrong).page(cx, &parent, &wrong)),
    }
}

fn read(
    cx: &Cx<'_, '_>,
    parent: &OrgUnit,
    id: OrgUnitId,
    typed: &Typed,
) -> Result<OrgUnit, Vec<Wrong>> {
    let texts = cx.texts();
    let mut wrong = Vec::new();
    if let Some(words) = name_problem(texts, &typed.name) {
        wrong.push(("namn", words));
    }
    let wanted = OrgLevelId::from(typed.level.as_str());
    let model = &cx.structure.model;
    let level = model.org_level(&wanted).filter(|level| holds_org_units(level.kind));
    match level {
        None => wrong.push(("niva", texts.web_unknown_choice().to_owned())),
        Some(level) if check_place(model, &level.id, parent).is_err() => {
            wrong.push(("niva", explain_place(cx, &level.id, parent)));
        }
        Some(_) => {}
    }
    let from = day(texts, &typed.from);
    if let Err(words) = &from {
        wrong.push(("fran", words.clone()));
    }
    if parent.valid_to.is_some() {
        wrong.push(("", texts.reorganisation_problem_ended().to_owned()));
    }
    match (level, from) {
        (Some(level), Ok(valid_from)) if wrong.is_empty() => Ok(OrgUnit {
            id,
            level: typed.level.clone(),
            kind: level.kind,
            parent: Some(parent.id),
            name: typed.name.clone(),
            valid_from,
            valid_to: None,
            succeeded_by: None,
            version: 1,
        }),
        _ => Err(wrong),
    }
}
