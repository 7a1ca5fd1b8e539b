//! Changing what one has said, and taking it or what another has said away.

use domain::comments::{LONGEST_REASON, LONGEST_TEXT, clean_text};
use domain::elements::{Element, Structure};
use domain::ids::{CommentId, PersonId};

use super::change_page::{Page, body};
use super::write::text_problem;
use super::{asked, find, place, store, url};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;

/// The comment that the address names, and whether it is the visitor's own, when they may change it or
/// take it away.
fn found<'s>(
    cx: &mut Cx<'_, '_>,
    structure: &'s Structure,
) -> Answer<(&'s Element, store::Comment, bool)> {
    let id: CommentId = cx.req.param("kommentar").or_not_found()?;
    let (element, may) = find(cx, structure)?;
    let comment = store::comment(cx.tx, element.id, id)?;
    let comment = comment.filter(|comment| may.drafts || !comment.of_draft).or_not_found()?;
    let is_own = may.write && comment.person == cx.person_id()?;
    if !is_own && !may.moderate {
        return Err(AppError::Forbidden);
    }
    Ok((element, comment, is_own))
}

/// Shows the forms.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let (element, comment, is_own) = found(cx, &structure)?;
    if comment.removed_at.is_some() {
        return Ok(Response::see_other(&url(element.id)));
    }
    let text = comment.text.clone();
    let page = Page { element, comment: &comment, is_own, text, reason: "", wrong: None };
    Ok(cx.page(cx.texts().comments_one(), Nav::Thread, &body(cx, &page)))
}

/// Keeps other words; the old ones stay in the trail.
pub(super) fn change(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let (element, comment, is_own) = found(cx, &structure)?;
    if !is_own {
        return Err(AppError::Forbidden);
    }
    check_version(cx, &comment)?;
    let typed = cx.req.form.text("text").to_owned();
    let decided = match clean_text(&typed, LONGEST_TEXT) {
        Ok(text) => asked::asked(cx, element, (&text, ""))?.map(|asked| (text, asked)),
        Err(problem) => Err(("text", text_problem(cx.texts(), problem, LONGEST_TEXT))),
    };
    let (text, asked): (String, Vec<PersonId>) = match decided {
        Ok(decided) => decided,
        Err(wrong) => {
            let page = Page {
                element,
                comment: &comment,
                is_own,
                text: typed,
                reason: "",
                wrong: Some(wrong),
            };
            return Ok(cx.refused(cx.texts().comments_one(), Nav::Thread, &body(cx, &page)));
        }
    };
    let there = Response::see_other(&place(element.id, comment.id));
    if text == comment.text {
        return Ok(there);
    }
    let changed = store::Comment {
        text,
        edited_at: Some(cx.visit.now),
        version: comment.version + 1,
        ..comment
    };
    store::change(cx.tx, "change", element.owner, (&changed, &asked))?;
    Ok(there)
}

/// Takes a comment away: one's own, or another's with a reason.
pub(super) fn remove(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let (element, comment, is_own) = found(cx, &structure)?;
    let there = Response::see_other(&place(element.id, comment.id));
    // Sent twice takes it away once.
    if comment.removed_at.is_some() {
        return Ok(there);
    }
    check_version(cx, &comment)?;
    let typed = cx.req.form.text("skal").to_owned();
    let reason = match clean_text(&typed, LONGEST_REASON) {
        _ if is_own => String::new(),
        Ok(reason) => reason,
        Err(problem) => {
            let wrong = Some(("skal", text_problem(cx.texts(), problem, LONGEST_REASON)));
            let text = comment.text.clone();
            let page = Page { element, comment: &comment, is_own, text, reason: &typed, wrong };
            return Ok(cx.refused(cx.texts().comments_one(), Nav::Thread, &body(cx, &page)));
        }
    };
    let gone = store::Comment {
        text: String::new(),
        removed_at: Some(cx.visit.now),
        removed_by: cx.person()?.name.clone(),
        reason,
        version: comment.version + 1,
        ..comment
    };
    store::change(cx.tx, "remove", element.owner, (&gone, &[]))?;
    Ok(there)
}

fn check_version(cx: &Cx<'_, '_>, comment: &store::Comment) -> Answer<()> {
    let current = cx.req.form.parsed("version") == Some(comment.version);
    if current && comment.removed_at.is_none() { Ok(()) } else { Err(AppError::Stale) }
}
