//! Opening a round: what it is about, when it is due, and who takes part.

use domain::access::Action;
use domain::followup::{AccountState, Round};
use domain::ids::{FollowUpId, OrgUnitId, RoundId};
use domain::organisation::OrgLevelKind;
use domain::periods::{Frequency, Period};
use domain::steering::{OrgLevel, Role, SteeringModel};
use maud::{Markup, html};

use super::super::store::{self, Account};
use super::form::{Refused, Typed, check_title, form, read_days, read_period};
use super::from_wheel;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::{Answer, AppError};
use crate::web::response::Response;
use crate::web::ui::{Button, PageHead, button_link, empty_state, page_header};

/// Who opens a round opens it for all.
pub(super) fn may_open(cx: &Cx<'_, '_>) -> Answer<()> {
    if cx.can_everywhere(Action::Adopt) { Ok(()) } else { Err(AppError::Forbidden) }
}

/// Shows the form with what is usual filled in: the period at hand, the model's workplaces.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    may_open(cx)?;
    let today = cx.today();
    let levels = usual_levels(&cx.structure.model);
    let usual = Typed {
        id: cx.new_id::<RoundId>().to_string(),
        period: Period::containing(today, Frequency::Tertial).to_string(),
        opens_on: today.to_string(),
        levels,
        ..Typed::default()
    };
    let typed = from_wheel::filled(cx, usual)?;
    if let Some(missing) = missing(cx) {
        return Ok(cx.page(cx.texts().followup_new_round(), Nav::FollowUp, &missing));
    }
    let steps = from_wheel::steps(cx)?;
    let body = form(cx, &typed, &[], &steps);
    Ok(cx.page(cx.texts().followup_new_round(), Nav::FollowUp, &body))
}

/// Who usually takes part: workplaces, and where they have no goals of their own those who have,
/// below the council.
fn usual_levels(model: &SteeringModel) -> Vec<String> {
    let is_workplace =
        |level: &&OrgLevel| matches!(level.kind, OrgLevelKind::Unit | OrgLevelKind::Provider);
    let judges = |level: &&OrgLevel| {
        let mut goals = model.types_with_role(Role::Goal).filter(|one| one.is_assessed());
        level.kind != OrgLevelKind::Council && goals.any(|one| one.owner == level.id)
    };
    let workplaces: Vec<&OrgLevel> = model.org_levels.iter().filter(is_workplace).collect();
    let mut usual = workplaces.clone();
    if !workplaces.iter().any(judges) {
        usual.extend(model.org_levels.iter().filter(judges));
    }
    usual.into_iter().map(|level| level.id.as_str().to_owned()).collect()
}

/// What must be there before anybody can be asked for an account; nothing when it is.
fn missing(cx: &Cx<'_, '_>) -> Option<Markup> {
    let texts = cx.texts();
    let today = cx.today();
    let units = cx.structure.organisation.all();
    if units.into_iter().any(|unit| unit.parent.is_some() && unit.is_valid_on(today)) {
        return None;
    }
    let (why, action) = if cx.can_everywhere(Action::Organise) {
        let words = texts.followup_add_units();
        (texts.followup_no_units_text(), Some(button_link(Button::Primary, "/organisation", words)))
    } else {
        (texts.followup_no_units_ask(), None)
    };
    let head = PageHead { title: texts.followup_new_round().to_owned(), ..PageHead::default() };
    Some(html! {
        div.wrap.page {
            (page_header(&head))
            (empty_state(texts.followup_no_units(), why, action.as_ref()))
        }
    })
}

/// Opens the round with one account for each org unit that takes part.
pub(super) fn open(cx: &mut Cx<'_, '_>) -> Answer {
    may_open(cx)?;
    let sent = &cx.req.form;
    let typed = Typed {
        id: sent.text("id").to_owned(),
        title: sent.text("titel").to_owned(),
        period: sent.text("period").to_owned(),
        opens_on: sent.text("oppnar").to_owned(),
        due_on: sent.text("lamnas").to_owned(),
        closes_on: sent.text("stanger").to_owned(),
        levels: sent.all("niva").map(str::to_owned).collect(),
    };
    let (round, units) = match decide(cx, &typed) {
        Ok(decided) => decided,
        Err(problems) => {
            let body = form(cx, &typed, &problems, &html! {});
            return Ok(cx.refused(cx.texts().followup_new_round(), Nav::FollowUp, &body));
        }
    };
    // The same form sent twice opens one round.
    if store::round(cx.tx, round.id)?.is_some() {
        return Ok(Response::see_other("/folja-upp"));
    }
    // An org unit has one judgement of each goal and period: a second account would replace the first.
    let asked = store::reporting_in(cx.tx, round.period, cx.today())?;
    if let Some((unit, title)) = units.iter().find_map(|unit| asked.get_key_value(unit)) {
        let name = cx.structure.organisation.name(*unit);
        let problems = [("period", cx.texts().followup_period_taken(title, name))];
        let body = form(cx, &typed, &problems, &html! {});
        return Ok(cx.refused(cx.texts().followup_new_round(), Nav::FollowUp, &body));
    }
    keep(cx, &round, &units)?;
    Ok(Response::see_other("/folja-upp"))
}

fn keep(cx: &mut Cx<'_, '_>, round: &Round, units: &[OrgUnitId]) -> Result<(), AppError> {
    store::insert_round(cx.tx, round)?;
    for org_unit in units {
        let account = Account {
            id: cx.new_id::<FollowUpId>(),
            round: round.id,
            org_unit: *org_unit,
            state: AccountState::NotStarted,
            person_name: String::new(),
            at: 0,
            version: 1,
        };
        store::insert_account(cx.tx, &account)?;
    }
    Ok(())
}

fn decide(cx: &Cx<'_, '_>, typed: &Typed) -> Result<(Round, Vec<OrgUnitId>), Vec<Refused>> {
    let texts = cx.texts();
    let mut problems: Vec<Refused> = Vec::new();
    check_title(texts, &typed.title, &mut problems);
    let period = read_period(cx.today(), &typed.period);
    if period.is_none() {
        problems.push(("period", texts.web_unknown_choice().to_owned()));
    }
    let days = read_days(texts, typed, &mut problems);
    let units = taking_part(cx, &typed.levels);
    let known = |level: &String| taking_part(cx, std::slice::from_ref(level)).is_empty();
    if units.is_empty() {
        problems.push(("niva", texts.followup_nobody_takes_part().to_owned()));
    } else if typed.levels.iter().any(known) {
        problems.push(("niva", texts.web_unknown_choice().to_owned()));
    }
    let (Some([opens_on, due_on, closes_on]), Some(period), true) =
        (days, period, problems.is_empty())
    else {
        return Err(problems);
    };
    let id = typed.id.parse().unwrap_or_else(|_| cx.new_id::<RoundId>());
    let title = typed.title.clone();
    Ok((Round { id, title, period, opens_on, due_on, closes_on, version: 1 }, units))
}

/// The org units of some levels that there are today.
pub(super) fn taking_part(cx: &Cx<'_, '_>, levels: &[String]) -> Vec<OrgUnitId> {
    let today = cx.today();
    cx.structure
        .organisation
        .all()
        .filter(|unit| unit.is_valid_on(today) && levels.contains(&unit.level))
        .map(|unit| unit.id)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usual(yaml: &str) -> Vec<String> {
        usual_levels(&domain::steering::check(yaml.as_bytes()).into_model().unwrap())
    }

    #[test]
    fn those_who_have_goals_to_judge_are_asked_unless_somebody_says_otherwise() {
        let osteraker = include_str!("../../../../../presets/osteraker-2018.yaml");
        assert_eq!(usual(osteraker), ["enhet", "utf"]);
        // Workplaces have no goals of their own here, so the committees are asked too.
        let alingsas = include_str!("../../../../../presets/alingsas-2020.yaml");
        assert_eq!(usual(alingsas), ["verks", "namnd"]);
    }
}
