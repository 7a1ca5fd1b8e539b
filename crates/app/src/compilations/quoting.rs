//! Quoting a text from below, and deciding what holds when it has changed since.

use std::collections::BTreeSet;

use domain::ids::{OrgUnitId, QuoteId};

use super::candidates::{self, Source};
use super::change::{address, conflicting_with_typed};
use super::find::{Found, find_to_write};
use super::shown::refused;
use super::store::{self, Quote, delete_quote, insert_quote, update_quote};
use super::typed::{self, Typed};
use crate::cx::Cx;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::Problem;

/// A source as a form names it; any identity will do to read one.
fn source_id(text: &str) -> Option<[u8; 16]> {
    text.parse::<OrgUnitId>().ok().map(OrgUnitId::bytes)
}

/// Quotes a text as it is now, and keeps what was typed elsewhere on the page.
pub(super) fn quote(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_write(cx)?;
    if !found.is_open() {
        return conflicting_with_typed(cx, &found);
    }
    let wanted = source_id(cx.req.form.text("kalla")).or_not_found()?;
    let (offered, _) = candidates::read(cx, &found)?;
    let Some(source) = offered.into_iter().find(|one| one.id == wanted) else {
        return gone(cx, &found);
    };
    let (kept, quotes) = match typed::keep(cx, &found)? {
        Ok(kept) => (kept.compilation, kept.quotes),
        Err(shown) => return Ok(shown),
    };
    let position = quotes.last().map_or(0, |last| last.position + 1);
    let one = Quote {
        id: cx.new_id(),
        compilation: kept.id,
        source_kind: source.kind,
        source: source.id,
        source_version: source.version,
        seen_version: source.version,
        origin: source.origin,
        through: source.through,
        title: source.title,
        text: source.text,
        person_name: source.person_name,
        written_at: source.at,
        comment: String::new(),
        position,
        version: 1,
    };
    insert_quote(cx.tx, &one)?;
    Ok(Response::see_other(&format!("{}#citat", address(cx, &found))))
}

/// Takes the new words, keeps the old, or takes the quote away; what was typed beside the quotes and
/// of the body's own is kept all the same.
pub(super) fn decide(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_write(cx)?;
    let asked = cx.req.query.parsed::<QuoteId>("citat").or_else(|| cx.req.form.parsed("citat"));
    let id = asked.or_not_found()?;
    let quotes = match typed::keep(cx, &found)? {
        Ok(kept) => kept.quotes,
        Err(shown) => return Ok(shown),
    };
    let Some(one) = quotes.iter().find(|one| one.id == id) else { return gone(cx, &found) };
    let now = candidates::now(cx, std::slice::from_ref(one))?;
    let now = now.get(&one.source);
    match (cx.req.form.text("val"), now) {
        ("spara", _) => {
            return Ok(Response::see_other(&format!("{}#citat-{id}", address(cx, &found))));
        }
        ("bort", _) => delete_quote(cx.tx, one)?,
        ("ny", Some(now)) => update_quote(cx.tx, "renew", &renewed(one, now))?,
        ("behall", Some(now)) => {
            let seen = Quote { seen_version: now.version, version: one.version + 1, ..one.clone() };
            update_quote(cx.tx, "keep", &seen)?;
        }
        _ => return conflicting_with_typed(cx, &found),
    }
    Ok(Response::see_other(&format!("{}#citat", address(cx, &found))))
}

/// The page as it is now when what a button was about is there no more; what was typed stays.
fn gone(cx: &mut Cx<'_, '_>, found: &Found) -> Answer {
    let quotes = store::quotes_of(cx.tx, &BTreeSet::from([found.compilation.id]))?;
    let typed = Typed::sent(cx, found, &quotes);
    let problem = Problem::at("att-citera", cx.texts().compilations_gone());
    refused(cx, found, &typed, &[problem])
}

fn renewed(one: &Quote, now: &Source) -> Quote {
    Quote {
        source_version: now.version,
        seen_version: now.version,
        text: now.text.clone(),
        person_name: now.person_name.clone(),
        written_at: now.at,
        version: one.version + 1,
        ..one.clone()
    }
}
