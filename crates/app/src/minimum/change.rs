//! Saying what plans must have: for all, or what a committee adds for itself.

use domain::access::Action;
use domain::ids::OrgUnitId;
use domain::minimum::Requirement;

use super::show::{of_all, read};
use super::store;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;

/// Keeps what was ticked. What the steering model demands is not kept beside it.
pub(super) fn change(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let asked = cx.req.form.text("enhet");
    let of: Option<OrgUnitId> =
        if asked.is_empty() { None } else { Some(asked.parse().ok().or_not_found()?) };
    match of {
        Some(unit) => {
            structure.organisation.get(unit).or_not_found()?;
            cx.may(Action::Plan, unit)?;
        }
        None if cx.can_everywhere(Action::Adopt) => {}
        None => return Err(AppError::Forbidden),
    }
    let demands = store::demands(cx.tx)?;
    let demanded = of_all(&structure, &demands);
    let is_given = |one: &Requirement| match of {
        Some(_) => demanded.contains(one),
        None => one.is_of(&structure.model),
    };
    let sent: Option<Vec<Requirement>> =
        cx.req.form.all("krav").map(|code| code.parse().ok()).collect();
    let Some(mut wanted) = sent else {
        let structure = cx.seen();
        let mut page = read(cx, &structure, of)?;
        page.problem = Some(cx.texts().web_unknown_choice());
        return Ok(cx.refused(&page.title(), Nav::Plan, &page.body()));
    };
    wanted.retain(|one| !is_given(one));
    wanted.sort();
    wanted.dedup();
    let there = || demands.iter().filter(|one| one.org_unit == of);
    let mut before: Vec<Requirement> = there().map(|one| one.requirement).collect();
    before.sort();
    let back = of.map(|unit| format!("?enhet={unit}")).unwrap_or_default();
    let back = Response::see_other(&format!("/planera/minimikrav{back}"));
    if wanted == before {
        return Ok(back);
    }
    let version = there().map(|one| one.version).max().unwrap_or(0);
    if cx.req.form.parsed("version").unwrap_or(0) != version {
        return Err(AppError::Stale);
    }
    store::keep(cx.tx, of, &wanted, cx.person_id()?, version + 1)?;
    Ok(back)
}
