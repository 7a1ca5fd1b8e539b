//! Moving an org unit, with everything under it, to lie under another.

use std::collections::BTreeSet;

use domain::access::Action;
use domain::ids::OrgUnitId;
use domain::organisation::{OrgUnit, check_place};
use domain::steering::OrgLevelId;
use maud::html;

use super::page::{
    Change, Wrong, check_version, explain, explain_place, problem_at, unit_to_change,
};
use super::preview::{Preview, Wish};
use crate::choosing::{on_enter, org_units_that};
use crate::cx::Cx;
use crate::followup::accounts_below;
use crate::identity::role_word;
use crate::measures::few::withhold_all_again;
use crate::organisation::store::{change_org_unit, note_move};
use crate::people::store::holders;
use crate::web::error::Answer;
use crate::web::response::Response;
use crate::web::ui::Choice;

fn form(cx: &Cx<'_, '_>, unit: &OrgUnit, chosen: &str, wrong: &[Wrong]) -> Change {
    let texts = cx.texts();
    let organisation = &cx.structure.organisation;
    let level = OrgLevelId::from(unit.level.as_str());
    let fits = |other: &OrgUnit| {
        !organisation.is_within(other.id, unit.id)
            && Some(other.id) != unit.parent
            && check_place(&cx.structure.model, &level, other).is_ok()
    };
    // Nothing is chosen beforehand: the first in the list is hardly ever the right one.
    let choices = org_units_that(cx, "under", (Action::Organise, chosen), fits);
    let choices = choices.after(Choice::new("", texts.reorganisation_choose()));
    Change {
        step: "flytta",
        title: texts.reorganisation_move().to_owned(),
        consequences: Vec::new(),
        fields: html! {
            @if choices.is_narrowed() { (on_enter(texts)) }
            (choices.field(texts, texts.reorganisation_move_under())
                .hint(texts.reorganisation_move_hint()).problem(problem_at(wrong, "under")))
        },
        button: texts.reorganisation_look(),
        careful: false,
    }
}

/// Shows the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let unit = unit_to_change(cx)?;
    Ok(form(cx, &unit, "", &[]).page(cx, &unit, &[]))
}

/// Shows what a move does, and moves.
pub(super) fn move_unit(cx: &mut Cx<'_, '_>) -> Answer {
    let unit = unit_to_change(cx)?;
    check_version(cx, &unit)?;
    let chosen = cx.req.form.text("under").to_owned();
    let wish = Wish::of(&cx.req.form);
    if wish == Wish::Again {
        return Ok(form(cx, &unit, &chosen, &[]).page(cx, &unit, &[]));
    }
    let known = |id: &OrgUnitId| cx.structure.organisation.get(*id).is_some();
    let Some(parent) = chosen.parse::<OrgUnitId>().ok().filter(known) else {
        let wrong = [("under", cx.texts().web_unknown_choice().to_owned())];
        return Ok(form(cx, &unit, &chosen, &wrong).page(cx, &unit, &wrong));
    };
    cx.may(Action::Organise, parent)?;
    if let Some(words) = refusal(cx, &unit, parent) {
        let wrong = [("under", words)];
        return Ok(form(cx, &unit, &chosen, &wrong).page(cx, &unit, &wrong));
    }
    if wish == Wish::Look {
        let preview = preview(cx, &unit, parent)?;
        return Ok(preview.page(cx, &unit, &[]));
    }
    if unit.parent != Some(parent) {
        let moved =
            OrgUnit { parent: Some(parent), version: unit.version + 1, ..OrgUnit::clone(&unit) };
        change_org_unit(cx.tx, "move", &moved)?;
        withhold_all_again(cx)?;
        if let Some(from) = unit.parent {
            note_move(cx.tx, &moved, from, cx.today())?;
        }
    }
    Ok(Response::see_other(&super::url(unit.id)))
}

fn refusal(cx: &Cx<'_, '_>, unit: &OrgUnit, parent: OrgUnitId) -> Option<String> {
    let organisation = &cx.structure.organisation;
    if let Err(problem) = organisation.check_move(unit.id, parent, cx.today()) {
        return Some(explain(cx.texts(), problem));
    }
    let level = OrgLevelId::from(unit.level.as_str());
    let parent = organisation.get(parent)?;
    check_place(&cx.structure.model, &level, parent).err()?;
    Some(explain_place(cx, &level, parent))
}

fn preview(cx: &mut Cx<'_, '_>, unit: &OrgUnit, parent: OrgUnitId) -> Answer<Preview> {
    let texts = cx.texts();
    let organisation = cx.structure.organisation.clone();
    let above = |id: Option<OrgUnitId>| -> BTreeSet<OrgUnitId> {
        id.into_iter().flat_map(|id| organisation.ancestors(id).into_iter().chain([id])).collect()
    };
    let (before, after) = (above(unit.parent), above(Some(parent)));
    let with_it = organisation.subtree(unit.id).len().saturating_sub(1);
    let from = unit.parent.map_or("", |parent| organisation.name(parent));
    let mut sentences =
        vec![texts.reorganisation_move_from(from, &unit.name, organisation.name(parent))];
    if with_it > 0 {
        sentences.push(texts.reorganisation_move_below(i64::try_from(with_it).unwrap_or(0)));
    }
    sentences.push(texts.reorganisation_move_series().to_owned());
    for (round, count) in accounts_below(cx, unit.id)? {
        let (to, from) = (organisation.name(parent), from);
        sentences.push(texts.reorganisation_move_accounts(count, from, &round.title, to));
    }
    for person in reaching(cx, after.difference(&before))? {
        sentences.push(texts.reorganisation_move_gains(&person));
    }
    for person in reaching(cx, before.difference(&after))? {
        sentences.push(texts.reorganisation_move_loses(&person));
    }
    Ok(Preview {
        step: "flytta",
        title: texts.reorganisation_move().to_owned(),
        sentences,
        kept: vec![("under", parent.to_string())],
        details: html! {},
        button: texts.reorganisation_move_button(),
    })
}

/// Who holds a role at these org units, as words: the roles that begin or cease to reach.
fn reaching<'u>(
    cx: &mut Cx<'_, '_>,
    org_units: impl Iterator<Item = &'u OrgUnitId>,
) -> Answer<Vec<String>> {
    let (texts, today) = (cx.texts(), cx.today());
    let mut found = Vec::new();
    for org_unit in org_units {
        for (_, name, role) in holders(cx.tx, *org_unit, today)? {
            let place = cx.structure.organisation.name(*org_unit);
            let role = texts.people_role_at(place, role_word(texts, role));
            found.push(texts.reorganisation_holder(&name, role));
        }
    }
    Ok(found)
}
