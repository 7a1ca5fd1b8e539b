//! A new org unit under another.

use domain::ids::OrgUnitId;
use domain::organisation::{OrgLevelKind, OrgUnit};
use domain::steering::{OrgLevel, OrgLevelId};
use maud::{Markup, html};

use super::page::{Change, Wrong, day, name_problem, problem_at, unit_to_change};
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

/// The levels that an org unit can stand on: not people, parties or citizens.
pub(super) fn levels<'a>(cx: &'a Cx<'_, '_>) -> impl Iterator<Item = &'a OrgLevel> {
    cx.structure.model.org_levels.iter().filter(|level| {
        !matches!(level.kind, OrgLevelKind::Employee | OrgLevelKind::Party | OrgLevelKind::Citizens)
    })
}

/// The levels as choices.
pub(super) fn level_choices(cx: &Cx<'_, '_>, chosen: &str) -> Vec<Choice> {
    levels(cx)
        .map(|level| {
            let word = crate::steering::singular(cx.language(), &level.name);
            Choice::new(level.id.as_str(), word).chosen(level.id.as_str() == chosen)
        })
        .collect()
}

fn form(cx: &Cx<'_, '_>, typed: &Typed, wrong: &[Wrong]) -> Change {
    let texts = cx.texts();
    let fields: Markup = html! {
        input type="hidden" name="id" value=(typed.id);
        (Field::text("namn", texts.reorganisation_name()).value(&typed.name).required().problem(problem_at(wrong, "namn")))
        (Field::select("niva", texts.reorganisation_level(), level_choices(cx, &typed.level)).problem(problem_at(wrong, "niva")))
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
    // What stands beside is the best guess of what comes.
    let organisation = &cx.structure.organisation;
    let sibling = organisation.children(parent.id).first().and_then(|id| organisation.get(*id));
    let typed = Typed {
        id: cx.new_id::<OrgUnitId>().to_string(),
        name: String::new(),
        level: sibling.map_or_else(String::new, |sibling| sibling.level.clone()),
        from: cx.today().to_string(),
    };
    Ok(form(cx, &typed, &[]).page(cx, &parent, &[]))
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
        Err(wrong) => Ok(form(cx, &typed, &wrong).page(cx, &parent, &wrong)),
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
    let level = levels(cx).find(|level| level.id == wanted);
    if level.is_none() {
        wrong.push(("niva", texts.web_unknown_choice().to_owned()));
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
