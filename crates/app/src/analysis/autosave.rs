//! Saving one text of a step while one writes: few statements, no page, and no figures.

use domain::analysis::{Certainty, LONGEST_WORDS, StepContent, StepKind};
use serde::Deserialize;

use super::fields::{CERTAINTY, fields_of};
use super::reach::find_to_write;
use super::step;
use super::store::{self, Earlier, StepRow};
use crate::cx::Cx;
use crate::followup::clock_words;
use crate::i18n::Texts;
use crate::web::drafts::{not_kept, overtaken, saved};
use crate::web::error::{Answer, OrNotFound};

#[derive(Deserialize)]
struct Sent {
    value: String,
}

/// Keeps one field. 409 with the other text when somebody came between; 422 with why when it cannot be kept.
pub(super) fn save(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_write(cx)?;
    let number = step::number(cx, &found)?;
    let kind = found.method.step(number).or_not_found()?.kind;
    let field: String = cx.req.param("falt").or_not_found()?;
    let texts = cx.texts();
    let most = longest(texts, kind, &field).or_not_found()?;
    if !found.writes {
        let words = texts.analysis_shut_meanwhile();
        return Ok(not_kept(words, words));
    }
    let sent = serde_json::from_slice::<Sent>(&cx.req.body).ok();
    let known = cx.req.header("if-match").trim_matches('"').to_owned();
    let Some(Sent { value }) = sent.filter(|_| !known.is_empty()) else {
        return Ok(not_kept(texts.followup_unreadable(), ""));
    };
    let text = value.trim();
    let written = text.chars().count();
    let problem = if written > most { texts.web_too_long(most, written) } else { String::new() };
    let is_choice = field == CERTAINTY;
    if written > LONGEST_WORDS || (is_choice && Certainty::of_code(text).is_none()) {
        let words = if is_choice { texts.web_unknown_choice() } else { &problem };
        return Ok(not_kept(words, words));
    }
    let row = store::step_of(cx.tx, found.analysis.id, number)?;
    let version = row.content.version_of(&field);
    let now = clock_words(cx.app, texts, cx.visit.now);
    if row.content.text(&field) == text {
        return Ok(saved(&version, &now, &problem));
    }
    if known != version {
        let at = clock_words(cx.app, texts, row.at);
        let own = Earlier {
            version: row.version,
            person_name: cx.person()?.name.clone(),
            at: cx.visit.now,
            content: StepContent::default().with(&field, text),
        };
        store::keep_earlier(cx.tx, found.analysis.id, number, &own)?;
        let theirs = row.content.text(&field);
        return Ok(overtaken(theirs, (&row.person_name, &at), &version).keeping());
    }
    let content = row.content.with(&field, text);
    let next = step::keep_over(cx, &found, &row, StepRow { content, ..row.clone() })?;
    store::keep_step(cx.tx, &found.analysis, &next)?;
    step::follow(cx, &found, kind, &next)?;
    Ok(saved(&next.content.version_of(&field), &now, &problem))
}

/// Most letters of a field of a kind of step; none for a field that it does not have.
fn longest(texts: Texts, kind: StepKind, field: &str) -> Option<usize> {
    if kind == StepKind::Conclude && field == CERTAINTY {
        return Some(LONGEST_WORDS);
    }
    fields_of(texts, kind).iter().find(|one| one.name == field).map(|one| one.most)
}
