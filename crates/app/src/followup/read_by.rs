//! That answers are read: noted once for each question and round, when somebody above opens an account
//! that is handed in, after the page is made.

use std::collections::BTreeSet;

use bytes::Bytes;
use domain::access::{AccessRole, Grant};
use domain::ids::QuestionId;

use super::reach::Found;
use super::store;
use crate::cx::Cx;
use crate::templates::store::{How, note_reads, read_in};
use crate::web::error::AppError;
use crate::web::response::{Body, Response};

/// The questions whose answers the visitor is the first above to read in the round.
pub(super) fn unread(cx: &mut Cx<'_, '_>, found: &Found) -> Result<BTreeSet<QuestionId>, AppError> {
    let above = found.account.state.is_handed_in() && !found.reach.own;
    // Whoever reviews reads everything: that is no sign that somebody needs the answer.
    let reads = |grant: &Grant| {
        grant.role != AccessRole::Auditor
            && cx.structure.organisation.is_within(found.account.org_unit, grant.org_unit)
    };
    let person = cx.visit.person.as_ref();
    let reads = person.is_some_and(|person| person.grants.iter().any(reads));
    if !above || !reads || cx.visit.then.is_some() {
        return Ok(BTreeSet::new());
    }
    let asked = store::questions_of(cx.tx, found.account.id)?;
    if asked.is_empty() {
        return Ok(BTreeSet::new());
    }
    let known = read_in(cx.tx, found.round.id, How::Read)?;
    Ok(asked.into_iter().map(|(id, _)| id).filter(|id| !known.contains(id)).collect())
}

/// The page, and the note that is made once it is done: a reader waits for no writer, and a note that
/// cannot be made is made another time.
pub(super) fn noting(
    cx: &Cx<'_, '_>,
    found: &Found,
    unread: BTreeSet<QuestionId>,
    mut page: Response,
) -> Response {
    if unread.is_empty() {
        return page;
    }
    let Body::Ready(bytes) = std::mem::replace(&mut page.body, Body::Ready(Bytes::new())) else {
        return page;
    };
    let (db, tenant, author) = (cx.app.db.clone(), cx.visit.tenant, cx.visit.author());
    let (round, at) = (found.round.id, cx.visit.now);
    page.body = Body::Later(Box::new(move || {
        let noted = db.write(tenant, &author, move |tx| {
            tx.leave_unaudited("who has read what is counted for a question, not for a person");
            note_reads(tx, round, (How::Read, at), &unread)
        });
        if let Err(error) = noted {
            tracing::warn!(%error, "that answers were read could not be noted");
        }
        Ok(bytes)
    }));
    page
}
