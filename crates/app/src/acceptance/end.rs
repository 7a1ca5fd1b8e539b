//! Ending an accepted deviation before its day.

use domain::ids::AcceptanceId;

use super::{may_accept, store};
use crate::cx::Cx;
use crate::elements;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;

/// Ends it. What has ended already stays ended.
pub(super) fn end(cx: &mut Cx<'_, '_>) -> Answer {
    let id: AcceptanceId = cx.req.param("id").or_not_found()?;
    let (one, _) = store::acceptance(cx.tx, id)?.or_not_found()?;
    let structure = cx.structure.clone();
    let element = cx.find_visible(&structure, one.element)?;
    if !may_accept(cx, one.org_unit) {
        return Err(AppError::Forbidden);
    }
    let back = Response::see_other(&format!("{}#accepterad", elements::url(element)));
    let Ok(ended) = one.ended(cx.today()) else { return Ok(back) };
    if cx.req.form.parsed::<i64>("version") != Some(one.version) {
        return Err(AppError::Stale);
    }
    let person_name = cx.person()?.name.clone();
    let ended = domain::acceptance::Acceptance { person_name, at: cx.visit.now, ..ended };
    store::end(cx.tx, &ended)?;
    Ok(back)
}
