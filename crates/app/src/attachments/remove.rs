//! Taking a file away, and taking it back while that can be done.

use domain::access::Action;
use domain::attachments::{DAYS_TO_TAKE_BACK, MOST_OF_ELEMENT, may_have_files};
use domain::elements::Element;
use domain::ids::{AttachmentId, ElementId};

use super::store::{self, Attachment};
use crate::cx::Cx;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;

const DAY_MICROS: i64 = 24 * 60 * 60 * 1_000_000;

/// The element and its file, when the visitor may change the element.
fn found(cx: &mut Cx<'_, '_>) -> Answer<(std::sync::Arc<Element>, Attachment)> {
    let element: ElementId = cx.req.param("id").or_not_found()?;
    let id: AttachmentId = cx.req.param("bilaga").or_not_found()?;
    let structure = cx.structure.clone();
    let element = std::sync::Arc::clone(cx.find_visible(&structure, element)?);
    cx.may(Action::Plan, element.owner)?;
    let file = store::file(cx.tx, element.id, id)?.or_not_found()?;
    Ok((element, file))
}

/// Takes a file away: for some days, or for good together with its content.
pub(super) fn remove(cx: &mut Cx<'_, '_>) -> Answer {
    let (element, file) = found(cx)?;
    let there = Response::see_other(&super::url(element.id));
    // Sent twice takes it away once.
    if file.removed_at.is_some() {
        return Ok(there);
    }
    if cx.req.form.parsed("version") != Some(file.version) {
        return Err(AppError::Stale);
    }
    let now = cx.visit.now;
    let days = if cx.req.form.has("for-gott") { 0 } else { DAYS_TO_TAKE_BACK };
    let gone = Attachment {
        removed_at: Some(now),
        removed_by: cx.person()?.name.clone(),
        back_until: Some(now + days * DAY_MICROS),
        version: file.version + 1,
        ..file
    };
    store::change(cx.tx, "detach", element.owner, &gone)?;
    store::forget_contents(cx.tx, now)?;
    Ok(there)
}

/// Takes a file back, while it can be and there is room for it.
pub(super) fn take_back(cx: &mut Cx<'_, '_>) -> Answer {
    let (element, file) = found(cx)?;
    let there = Response::see_other(&super::url(element.id));
    let Some(until) = file.back_until else { return Ok(there) };
    let files = store::files_of(cx.tx, element.id, cx.visit.now)?;
    let living = files.iter().filter(|one| one.removed_at.is_none());
    let room = living.count() < MOST_OF_ELEMENT && may_have_files(&element);
    if until <= cx.visit.now || !room {
        return Err(AppError::Stale);
    }
    let back = Attachment {
        removed_at: None,
        removed_by: String::new(),
        back_until: None,
        version: file.version + 1,
        ..file
    };
    store::change(cx.tx, "reattach", element.owner, &back)?;
    Ok(there)
}
