//! Saving one field while one writes: few statements, no page, no structure.

use domain::access::Action;
use domain::followup::write;
use domain::fulfilment::Fulfilment;
use domain::ids::{ElementId, PartId};
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::refusal;
use super::store::{self, Account, Place};
use super::typed::MOST_KEPT;
use super::words::clock_words;
use crate::cx::Cx;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;

#[derive(Deserialize)]
struct Sent {
    field: String,
    value: Value,
}

/// Keeps one field. 409 with the other text when somebody came between or the account is handed in.
pub(super) fn save(cx: &mut Cx<'_, '_>) -> Answer {
    let id: PartId = cx.req.param("part").or_not_found()?;
    let place = store::place_of(cx.tx, id)?.or_not_found()?;
    if !cx.can(Action::Report, place.org_unit) {
        cx.can(Action::ReadDrafts, place.org_unit).then_some(()).or_not_found()?;
        cx.may(Action::Report, place.org_unit)?;
    }
    let Ok(sent) = serde_json::from_slice::<Sent>(&cx.req.body) else { return Ok(unreadable(cx)) };
    if let Err(problem) = write(place.state, &place.round, cx.today()) {
        let account = store::account(cx.tx, place.part.account)?.or_not_found()?;
        return Ok(refused(cx, &place, &account, &sent.field, &problem));
    }
    let known = cx.req.header("if-match").trim_matches('"').parse::<i64>().ok();
    let (version, theirs) = now(&place, &sent.field);
    let Some(known) = known else { return Ok(unreadable(cx)) };
    if known != version {
        let at = clock_words(cx.app, cx.texts(), place.part.at);
        return Ok(conflict(&theirs, &place.part.person_name, &at, version, ""));
    }
    let kept = match (sent.field.as_str(), &sent.value) {
        ("text", Value::String(text)) if fits(text) => {
            store::keep_text(cx.tx, id, text.trim(), version)?
        }
        ("skal", Value::String(text)) if fits(text) => {
            store::keep_reason(cx.tx, id, text.trim(), version)?
        }
        ("orsak", Value::Array(values)) => store::keep_causes(cx.tx, id, &words(values), version)?,
        ("atgard", Value::Array(values)) => {
            let remedies: Vec<ElementId> =
                words(values).iter().filter_map(|id| id.parse().ok()).collect();
            store::keep_remedies(cx.tx, id, &remedies, version)?
        }
        ("bedomning", Value::String(level)) => {
            store::keep_level(cx.tx, id, level.parse::<Fulfilment>().ok(), version)?
        }
        _ => return Ok(unreadable(cx)),
    };
    let saved_at = clock_words(cx.app, cx.texts(), cx.visit.now);
    Ok(Response::json(
        StatusCode::OK,
        &json!({ "version": kept.to_string(), "saved_at": saved_at }),
    ))
}

fn fits(text: &str) -> bool {
    text.chars().count() <= MOST_KEPT
}

fn words(values: &[Value]) -> Vec<String> {
    values
        .iter()
        .filter_map(Value::as_str)
        .map(|word| word.replace(['\n', '\r'], " "))
        .filter(|word| !word.is_empty() && word.len() < 200)
        .take(50)
        .collect()
}

/// The version of a field and what it holds, as words.
fn now(place: &Place, field: &str) -> (i64, String) {
    let part = &place.part;
    match field {
        "text" => (part.text_version, part.text.clone()),
        "skal" => (part.reason_version, part.reason.clone()),
        "orsak" => (part.version, part.causes.join(", ")),
        "bedomning" => {
            (part.version, part.level.map(Fulfilment::code).unwrap_or_default().to_owned())
        }
        _ => (part.version, String::new()),
    }
}

fn conflict(theirs: &str, who: &str, at: &str, version: i64, message: &str) -> Response {
    let body = json!({
        "theirs": theirs, "theirs_by": who, "theirs_at": at, "version": version.to_string(), "message": message,
    });
    Response::json(StatusCode::CONFLICT, &body)
}

fn refused(
    cx: &Cx<'_, '_>,
    place: &Place,
    account: &Account,
    field: &str,
    problem: &domain::followup::FollowUpProblem,
) -> Response {
    let (title, sentence) = refusal::explain(cx, account, problem);
    let (version, theirs) = now(place, field);
    let at = clock_words(cx.app, cx.texts(), account.at);
    conflict(&theirs, &account.person_name, &at, version, &format!("{title}. {sentence}"))
}

fn unreadable(cx: &Cx<'_, '_>) -> Response {
    Response::json(
        StatusCode::UNPROCESSABLE_ENTITY,
        &json!({ "message": cx.texts().followup_unreadable() }),
    )
}
