//! Ending an org unit without a successor.

use domain::organisation::{OrgUnit, OrganisationProblem};
use jiff::civil::Date;
use maud::html;

use super::page::{Change, Wrong, check_version, day, explain, problem_at, unit_to_change};
use crate::cx::Cx;
use crate::followup::accounts_below;
use crate::i18n::date;
use crate::organisation::store::change_org_unit;
use crate::web::error::Answer;
use crate::web::response::Response;
use crate::web::ui::Field;

fn form(cx: &mut Cx<'_, '_>, unit: &OrgUnit, typed: &str, wrong: &[Wrong]) -> Answer<Change> {
    let accounts = accounts_below(cx, unit.id)?;
    let texts = cx.texts();
    let owned = i64::try_from(cx.structure.owned_by(unit.id).count()).unwrap_or(0);
    let mut consequences =
        vec![texts.reorganisation_end_keeps().to_owned(), texts.reorganisation_end_owned(owned)];
    for (round, _) in accounts {
        let last = date(texts.language, round.closes_on);
        consequences.push(texts.reorganisation_end_account(last, &round.title));
    }
    Ok(Change {
        step: "avsluta",
        title: texts.reorganisation_end().to_owned(),
        consequences,
        fields: html! {
            (Field::date("sista", texts.reorganisation_last_day()).value(typed).problem(problem_at(wrong, "sista")))
        },
        button: texts.reorganisation_end_button(),
        careful: true,
    })
}

/// Shows the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let unit = unit_to_change(cx)?;
    let today = cx.today().to_string();
    Ok(form(cx, &unit, &today, &[])?.page(cx, &unit, &[]))
}

/// Ends.
pub(super) fn end(cx: &mut Cx<'_, '_>) -> Answer {
    let unit = unit_to_change(cx)?;
    check_version(cx, &unit)?;
    let typed = cx.req.form.text("sista").to_owned();
    match read(cx, &unit, &typed) {
        Ok(last) => {
            let ended = OrgUnit {
                valid_to: Some(last),
                version: unit.version + 1,
                ..OrgUnit::clone(&unit)
            };
            change_org_unit(cx.tx, "end", &ended)?;
            Ok(Response::see_other(&super::url(unit.id)))
        }
        Err(words) => {
            let wrong = [("sista", words)];
            Ok(form(cx, &unit, &typed, &wrong)?.page(cx, &unit, &wrong))
        }
    }
}

fn read(cx: &Cx<'_, '_>, unit: &OrgUnit, typed: &str) -> Result<Date, String> {
    let texts = cx.texts();
    let last = day(texts, typed)?;
    let organisation = &cx.structure.organisation;
    let goes_on = |unit: &OrgUnit| unit.valid_to.is_none_or(|end| end > last);
    let problem = if unit.valid_to.is_some() {
        Some(OrganisationProblem::Ended)
    } else if last < unit.valid_from {
        Some(OrganisationProblem::EndsBeforeStart)
    } else {
        let below = organisation.children(unit.id).iter().filter_map(|id| organisation.get(*id));
        below.into_iter().any(|child| goes_on(child)).then_some(OrganisationProblem::HasChildren)
    };
    problem.map_or(Ok(last), |problem| Err(explain(texts, problem)))
}
