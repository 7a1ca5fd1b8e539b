//! Being done with what one was asked.

use domain::ids::CommentId;

use super::{find, place, store};
use crate::cx::Cx;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;

/// Keeps that the visitor is done; said twice it is kept once.
pub(super) fn done(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let id: CommentId = cx.req.param("kommentar").or_not_found()?;
    let (element, may) = find(cx, &structure)?;
    let comment = store::comment(cx.tx, element.id, id)?;
    let comment = comment.filter(|comment| may.drafts || !comment.of_draft).or_not_found()?;
    let who = (cx.person_id()?, cx.visit.now);
    store::be_done(cx.tx, element.owner, comment.id, who)?;
    let home = cx.req.form.has("hem");
    let next = if home { "/".to_owned() } else { place(element.id, comment.id) };
    Ok(Response::see_other(&next))
}
