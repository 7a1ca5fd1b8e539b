//! Looking as another person would: their roles decide, as on the pages they open themselves.

use std::sync::Arc;

use db::Tx;
use domain::access::Person;
use domain::elements::Structure;

use crate::app::App;
use crate::cx::{Cx, Visit};
use crate::i18n::Language;
use crate::web::error::AppError;
use crate::web::request::Request;

/// Does something as a person would see it who is not visiting. Nothing is written.
pub(in crate::reminders) fn as_another<T>(
    (app, tx): (&App, &mut Tx<'_>),
    municipality: &str,
    whole: &Arc<Structure>,
    (person, language, now): (Person, Language, i64),
    work: impl FnOnce(&mut Cx<'_, '_>) -> Result<T, AppError>,
) -> Result<T, AppError> {
    let req = Request::empty();
    let visit = Visit {
        municipality: municipality.to_owned(),
        person: Some(Arc::new(person)),
        language,
        ..Visit::stranger(Some(tx.tenant()), now, &req)
    };
    // The picture is the whole one: one of each person's own would push out those of visitors. What
    // they may not see is left out where it is looked up.
    let structure = Arc::clone(whole);
    let (_, reported) = crate::revisions::marks(tx)?;
    let mut cx = Cx {
        tx,
        app,
        req: &req,
        visit: &visit,
        whole: Arc::clone(&structure),
        structure,
        committed: true,
        reported,
    };
    work(&mut cx)
}
