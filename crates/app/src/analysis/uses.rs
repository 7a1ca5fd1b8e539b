//! Taking a conclusion into a part of an account: the words stand there with where they come from, and the
//! analysis knows where they stand.

use domain::analysis::AnalysisState;
use domain::followup::{PartState, write, write_part};
use domain::ids::PartId;

use super::reach::find;
use super::store::{self, Use};
use super::words;
use crate::cx::Cx;
use crate::followup::{self, part_url};
use crate::together;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;

/// The most that a part's text may hold.
const MOST_KEPT: usize = 6_000;

/// Puts the conclusion after what is written in the part.
pub(super) fn take(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find(cx)?;
    let id: PartId = cx.req.param("part").or_not_found()?;
    let place = followup::store::place_of(cx.tx, id)?.or_not_found()?;
    let standing = together::standing(cx, place.part.account, place.org_unit)?;
    standing.share.holds(id).then_some(()).or_not_found()?;
    let open = found.analysis.state == AnalysisState::Concluded && !found.is_conversation();
    open.then_some(()).or_not_found()?;
    // What has been handed in or is closed says what it said.
    let may = write(place.state, &place.round, cx.today())
        .and_then(|()| write_part(place.part.state, place.sent_back));
    may.or(Err(AppError::Stale))?;
    let texts = cx.texts();
    let sure = found.analysis.certainty.map(|one| words::certainty_word(texts, one));
    let sentence = texts.analysis_taken(
        &found.analysis.conclusion,
        &found.analysis.subject_words,
        sure.unwrap_or_default(),
    );
    let before = place.part.text.trim();
    let text = if before.contains(&found.analysis.conclusion) {
        before.to_owned()
    } else if before.is_empty() {
        sentence
    } else {
        format!("{before}\n\n{sentence}")
    };
    if text.chars().count() > MOST_KEPT {
        return Err(AppError::Stale);
    }
    if text != before {
        let state = place.part.state;
        let kept = if state == PartState::Done { state } else { PartState::Left };
        followup::store::keep_text(cx.tx, id, &text, place.part.text_version, kept)?;
    }
    store::keep_use(
        cx.tx,
        &Use {
            analysis: found.analysis.id,
            part: id,
            conclusion: found.analysis.conclusion.clone(),
            of_version: found.analysis.version,
            person_name: cx.person()?.name.clone(),
            at: cx.visit.now,
        },
    )?;
    Ok(Response::see_other(&format!("{}#text", part_url(place.part.account, id))))
}
