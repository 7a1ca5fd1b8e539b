//! Taking back a wheel that has just been made.

use domain::access::Action;
use domain::calendar::WheelStep;

use super::reading::asked;
use super::{show, store, url};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::Answer;
use crate::web::response::Response;

/// How long after a wheel was made it can be taken back, in microseconds: a week.
const LONGEST: i64 = 7 * 24 * 3_600 * 1_000_000;

/// Whether a wheel was made lately and is as it was made: nothing has been changed or added since.
pub(super) fn may_undo(wheel: &store::Wheel, steps: &[WheelStep], now: i64) -> bool {
    now.saturating_sub(wheel.at) < LONGEST
        && steps.iter().all(|step| step.version == 1 && step.at == wheel.at)
}

/// Takes the wheel back. What somebody has worked on is not taken away.
pub(super) fn undo(cx: &mut Cx<'_, '_>) -> Answer {
    let (org_unit, year) = asked(cx)?;
    cx.may(Action::Plan, org_unit)?;
    let here = Response::see_other(&url(org_unit, year));
    let Some(wheel) = store::wheel_of(cx.tx, org_unit, year)? else { return Ok(here) };
    let steps = store::steps_of(cx.tx, org_unit, year)?;
    if !may_undo(&wheel, &steps, cx.visit.now) {
        let refused = cx.texts().wheel_undo_too_late();
        let page = show::read(cx, Some(refused))?;
        let (title, body) = (page.title(), page.body());
        return Ok(cx.refused(&title, Nav::Plan, &body));
    }
    store::forget_wheel(cx.tx, &wheel)?;
    Ok(here)
}
