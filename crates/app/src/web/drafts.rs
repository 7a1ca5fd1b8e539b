//! What the browser is answered when it saves a field while one writes (see `autosave.js`).

use http::StatusCode;
use serde_json::json;

use super::response::Response;

/// Kept: the field's new version, the clock, and what is wrong with it all the same; empty when nothing is.
pub fn saved(version: &str, at: &str, problem: &str) -> Response {
    let body = json!({ "version": version, "saved_at": at, "problem": problem });
    Response::json(StatusCode::OK, &body)
}

/// Somebody else changed the field: what it says now, whose that is and since when.
pub fn overtaken(theirs: &str, (who, at): (&str, &str), version: &str) -> Response {
    let body = json!({ "theirs": theirs, "theirs_by": who, "theirs_at": at, "version": version });
    Response::json(StatusCode::CONFLICT, &body)
}

/// Not kept, with the message for the quiet line and the problem at the field.
pub fn not_kept(message: &str, problem: &str) -> Response {
    Response::json(
        StatusCode::UNPROCESSABLE_ENTITY,
        &json!({ "message": message, "problem": problem }),
    )
}
