//! Putting a looked-at model in force: the plan is made anew and carried out whole.

use domain::steering::InForce;

use super::plan::{Refusal, keep, plan};
use super::{may_change, preview};
use crate::cx::Cx;
use crate::goals::store::all_proposed;
use crate::steering;
use crate::web::error::{Answer, AppError};
use crate::web::response::Response;

/// Puts the model in force as a new version.
pub(super) fn apply(cx: &mut Cx<'_, '_>) -> Answer {
    may_change(cx)?;
    let today = cx.today();
    let wanted =
        InForce { municipality: cx.municipality(), valid_from: None, decision: None, today };
    let proposed = all_proposed(cx.tx)?;
    let file = cx.req.form.text("modell").as_bytes();
    let plan = match plan(&cx.structure, &proposed, file, &wanted) {
        Ok(plan) => plan,
        // Sent twice: the first one did it.
        Err(Refusal::Same) => return Ok(Response::see_other("/modell")),
        // Only what was looked at is sent here, and that could be planned.
        Err(Refusal::Problems(_) | Refusal::EndsBeforeStart) => return Err(AppError::NotFound),
    };
    let seen: Option<i64> = cx.req.form.parsed("version");
    if seen != Some(steering::store::newest_version(cx.tx)?) {
        return preview::again(cx, &plan);
    }
    if !plan.obstacles.is_empty() {
        return preview::show(cx, &plan);
    }
    keep(cx.tx, &plan, today)?;
    Ok(Response::see_other("/modell"))
}
