//! Opening a round: what it is about, when it is due, and who takes part.

use domain::access::Action;
use domain::followup::{AccountState, ReportTemplate, Round, RoundKind, RoundPlan};
use domain::ids::{FollowUpId, OrgUnitId, RoundId};
use domain::periods::{Frequency, Period};
use maud::{Markup, html};

use super::super::store::{self, Account};
use super::form::{
    Refused, Typed, check_days_now, check_title, form, read_days, refuse, usual_template,
};
use super::taking_part::{bodies, taking_part, usual_levels};
use super::{days, from_wheel, periods};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::templates;
use crate::together::cover_new;
use crate::web::error::{Answer, AppError, OrNotFound};
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
    let templates = templates::all(cx)?;
    let usual = Typed {
        template: usual_template(&templates, RoundKind::Part),
        id: cx.new_id::<RoundId>().to_string(),
        period: Period::containing(today, Frequency::Tertial).to_string(),
        opens_on: today.to_string(),
        levels,
        ..Typed::default()
    };
    let typed = from_wheel::filled(cx, usual, &templates)?;
    if let Some(missing) = missing(cx) {
        return Ok(cx.page(cx.texts().followup_new_round(), Nav::FollowUp, &missing));
    }
    let steps = from_wheel::steps(cx)?;
    let body = form(cx, &typed, &templates, &[], &steps);
    Ok(cx.page(cx.texts().followup_new_round(), Nav::FollowUp, &body))
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
    let mut typed = Typed::sent(cx);
    typed.of_step = from_wheel::period_of(cx, &typed.step)?;
    let templates = templates::all(cx)?;
    let (round, units) = match decide(cx, &typed, &templates) {
        Ok(decided) => decided,
        Err(problems) => return Ok(refused(cx, &typed, &templates, &problems)),
    };
    // The same form sent twice opens one round.
    if store::round(cx.tx, round.id)?.is_some() {
        return Ok(Response::see_other("/folja-upp"));
    }
    // An org unit has one judgement of each goal and period: a second account would replace the first.
    let asked = store::reporting_in(cx.tx, (round.period, round.plan.kind), cx.today())?;
    if let Some((unit, title)) = units.iter().find_map(|unit| asked.get_key_value(unit)) {
        let name = cx.structure.organisation.name(*unit);
        let words = cx.texts().followup_period_taken(title, name);
        return Ok(refused(cx, &typed, &templates, &[("period".to_owned(), words)]));
    }
    if let Some(step) = round.plan.step {
        crate::wheel::follow_up_step(cx, step)?.or_not_found()?;
    }
    let template = templates.iter().find(|one| Some(one.id) == round.plan.template);
    store::insert_round_with(cx.tx, &round, template)?;
    let accounts: Vec<Account> = units.iter().map(|unit| account(cx, &round, *unit)).collect();
    store::insert_accounts(cx.tx, &accounts)?;
    let days = (round.opens_on, round.closes_on);
    cover_new(cx, accounts.iter().map(|one| (one.id, one.org_unit)), days)?;
    Ok(Response::see_other(&format!("/folja-upp?runda={}", round.id)))
}

fn refused(
    cx: &Cx<'_, '_>,
    typed: &Typed,
    templates: &[ReportTemplate],
    problems: &[Refused],
) -> Response {
    let body = form(cx, typed, templates, problems, &html! {});
    cx.refused(cx.texts().followup_new_round(), Nav::FollowUp, &body)
}

/// An account that nobody has begun.
pub(super) fn account(cx: &Cx<'_, '_>, round: &Round, org_unit: OrgUnitId) -> Account {
    Account {
        id: cx.new_id::<FollowUpId>(),
        round: round.id,
        org_unit,
        state: AccountState::NotStarted,
        person_name: String::new(),
        at: 0,
        version: 1,
    }
}

fn decide(
    cx: &Cx<'_, '_>,
    typed: &Typed,
    templates: &[ReportTemplate],
) -> Result<(Round, Vec<OrgUnitId>), Vec<Refused>> {
    let texts = cx.texts();
    let mut problems: Vec<Refused> = Vec::new();
    check_title(texts, &typed.title, &mut problems);
    let period = periods::read(cx.today(), typed);
    if period.is_none() {
        refuse(&mut problems, "period", texts.web_unknown_choice());
    }
    let usual = usual_template(templates, RoundKind::Part);
    let asked = if typed.template.is_empty() { &usual } else { &typed.template };
    let template = templates.iter().find(|one| one.id.to_string() == *asked);
    if template.is_none() {
        refuse(&mut problems, "mall", texts.web_unknown_choice());
    }
    let dates = read_days(texts, typed, &mut problems);
    if let Some(days) = dates {
        check_days_now((texts, cx.today()), days, None, &mut problems);
    }
    let level_days = dates
        .map(|[opens, due, _]| days::read(cx, typed, [opens, due], &mut problems))
        .unwrap_or_default();
    let units = chosen_units(cx, typed, &mut problems);
    let (Some([opens_on, due_on, closes_on]), Some(period), Some(template), true) =
        (dates, period, template, problems.is_empty())
    else {
        return Err(problems);
    };
    let id = typed.id.parse().unwrap_or_else(|_| cx.new_id::<RoundId>());
    let plan = RoundPlan {
        kind: template.kind,
        step: typed.step.parse().ok(),
        template: Some(template.id),
        days: level_days,
        last_of_all: None,
    };
    let title = typed.title.clone();
    Ok((Round { id, title, period, opens_on, due_on, closes_on, version: 1, plan }, units))
}

/// The org units that the form says, with what is wrong at its fields.
fn chosen_units(cx: &Cx<'_, '_>, typed: &Typed, problems: &mut Vec<Refused>) -> Vec<OrgUnitId> {
    let texts = cx.texts();
    let under: Option<OrgUnitId> = typed.under.parse().ok();
    let is_body = typed.under.is_empty() || under.is_some_and(|id| bodies(cx).contains(&id));
    if !is_body {
        refuse(problems, "under", texts.web_unknown_choice());
    }
    let units = taking_part(cx, &typed.levels, under);
    let unknown = |level: &String| taking_part(cx, std::slice::from_ref(level), None).is_empty();
    if units.is_empty() {
        refuse(problems, "niva", texts.followup_nobody_takes_part());
    } else if typed.levels.iter().any(unknown) {
        refuse(problems, "niva", texts.web_unknown_choice());
    }
    units
}
