//! The model as a file, to be kept, changed and loaded again.

use super::store;
use crate::cx::Cx;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;

/// Downloads the version asked for, else the one in force.
pub(super) fn download(cx: &mut Cx<'_, '_>) -> Answer {
    let version = asked(cx)?;
    let yaml = store::yaml_of(cx.tx, version)?.or_not_found()?;
    let rows = store::models(cx.tx)?;
    let row = rows.iter().find(|row| row.version == version).or_not_found()?;
    Ok(Response::file("application/yaml; charset=utf-8", &format!("{}.yaml", row.id), yaml))
}

/// The number of the version that the address asks for, else of the one in force.
pub(super) fn asked(cx: &mut Cx<'_, '_>) -> Answer<i64> {
    if cx.req.query.has("version") {
        cx.req.query.parsed("version").or_not_found()
    } else {
        Ok(store::newest_version(cx.tx)?)
    }
}
