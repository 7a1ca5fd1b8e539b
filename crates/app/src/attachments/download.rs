//! Taking a file home. It is never shown as a page of ours, whatever is in it.

use domain::ids::{AttachmentId, ElementId};

use super::store;
use crate::cx::Cx;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;

/// Answers the file to whoever may see what it stands beside.
pub(super) fn download(cx: &mut Cx<'_, '_>) -> Answer {
    let element: ElementId = cx.req.param("id").or_not_found()?;
    let id: AttachmentId = cx.req.param("bilaga").or_not_found()?;
    let structure = cx.structure.clone();
    cx.find_visible(&structure, element)?;
    let file = store::file(cx.tx, element, id)?.or_not_found()?;
    if file.removed_at.is_some() {
        return Err(crate::web::error::AppError::NotFound);
    }
    let known = cx.req.header("if-none-match");
    if known
        .split(',')
        .any(|tag| tag.trim().trim_start_matches("W/").trim_matches('"') == file.digest)
    {
        return Ok(Response::not_modified(&file.digest));
    }
    let content = store::content(cx.tx, &file.digest)?;
    let content = content.ok_or_else(|| anyhow::anyhow!("the content of {id} is missing"))?;
    Ok(Response::foreign_file(file.kind.media_type(), &file.name, &file.digest, content))
}
