//! Taking a step away from a wheel, and putting it back.

use domain::access::Action;
use domain::calendar::WheelStep;
use domain::ids::WheelStepId;

use super::{step_url, store, url};
use crate::cx::Cx;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;

fn find(cx: &mut Cx<'_, '_>) -> Answer<(WheelStep, Option<i64>)> {
    let id: WheelStepId = cx.req.param("id").or_not_found()?;
    let (step, removed) = store::step(cx.tx, id)?.or_not_found()?;
    cx.may(Action::Plan, step.org_unit)?;
    Ok((step, removed))
}

/// Takes it away; its page stays and offers the way back.
pub(super) fn remove(cx: &mut Cx<'_, '_>) -> Answer {
    let (step, removed) = find(cx)?;
    let here = Response::see_other(&step_url(step.id));
    if removed.is_some() {
        return Ok(here);
    }
    if cx.req.form.parsed::<i64>("version") != Some(step.version) {
        return Err(AppError::Stale);
    }
    let now = cx.visit.now;
    let gone = WheelStep { at: now, version: step.version + 1, ..step };
    store::change_step(cx.tx, "discard", &gone, Some(now))?;
    Ok(here)
}

/// Puts it back.
pub(super) fn restore(cx: &mut Cx<'_, '_>) -> Answer {
    let (step, removed) = find(cx)?;
    let wheel = url(step.org_unit, step.year);
    if removed.is_some() {
        let back = WheelStep { at: cx.visit.now, version: step.version + 1, ..step };
        store::change_step(cx.tx, "restore", &back, None)?;
    }
    Ok(Response::see_other(&wheel))
}
