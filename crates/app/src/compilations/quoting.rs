//! Quoting a text from below, and deciding what holds when it has changed since.

use std::collections::BTreeSet;

use domain::followup::LONGEST_BESIDE;
use domain::ids::{OrgUnitId, QuoteId};

use super::candidates::{self, Source};
use super::change::{address, too_long};
use super::find::{Found, begun, find_to_write};
use super::shown::{Typed, conflicting, refused};
use super::store::{self, Quote, delete_quote, insert_quote, update_quote};
use crate::cx::Cx;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::Problem;

/// A source as a form names it; any identity will do to read one.
fn source_id(text: &str) -> Option<[u8; 16]> {
    text.parse::<OrgUnitId>().ok().map(OrgUnitId::bytes)
}

/// Quotes a text as it is now.
pub(super) fn quote(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_write(cx)?;
    let quotes = store::quotes_of(cx.tx, &BTreeSet::from([found.compilation.id]))?;
    if !found.is_open() {
        let typed = Typed::kept(&found);
        return conflicting(cx, &found, &typed);
    }
    let wanted = source_id(cx.req.form.text("kalla")).or_not_found()?;
    let offered = candidates::read(cx, &found)?;
    let source = offered.into_iter().find(|one| one.id == wanted).or_not_found()?;
    let kept = begun(cx, &found)?;
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

/// Takes the new words, keeps the old, or takes the quote away.
pub(super) fn decide(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_write(cx)?;
    let quotes = store::quotes_of(cx.tx, &BTreeSet::from([found.compilation.id]))?;
    let id: QuoteId = cx.req.form.parsed("citat").or_not_found()?;
    let one = quotes.iter().find(|one| one.id == id).or_not_found()?;
    if !found.is_open() {
        let typed = Typed::kept(&found);
        return conflicting(cx, &found, &typed);
    }
    if cx.req.form.text("val") == "spara" {
        return say_beside(cx, &found, one);
    }
    let now = candidates::now(cx, std::slice::from_ref(one))?;
    let now = now.get(&one.source);
    match (cx.req.form.text("val"), now) {
        ("bort", _) => delete_quote(cx.tx, one)?,
        ("ny", Some(now)) => update_quote(cx.tx, "renew", &renewed(one, now))?,
        ("behall", Some(now)) => {
            let seen = Quote { seen_version: now.version, version: one.version + 1, ..one.clone() };
            update_quote(cx.tx, "keep", &seen)?;
        }
        _ => {
            let typed = Typed::kept(&found);
            return conflicting(cx, &found, &typed);
        }
    }
    Ok(Response::see_other(&format!("{}#citat", address(cx, &found))))
}

/// Keeps what the body says beside a quote.
fn say_beside(cx: &mut Cx<'_, '_>, found: &Found, one: &Quote) -> Answer {
    let said = cx.req.form.text("bredvid").to_owned();
    let typed =
        Typed { text: found.compilation.text.clone(), beside: Some((one.id, said.clone())) };
    if let Some(words) = too_long(cx, &said, LONGEST_BESIDE) {
        let problem = Problem::at(format!("bredvid-{}", one.id), words);
        return refused(cx, found, &typed, &[problem]);
    }
    let known = cx.req.form.parsed::<i64>("version");
    if known != Some(one.version) && said != one.comment {
        return conflicting(cx, found, &typed);
    }
    let beside = Quote { comment: said, version: one.version + 1, ..one.clone() };
    update_quote(cx.tx, "comment", &beside)?;
    Ok(Response::see_other(&format!("{}#citat-{}", address(cx, found), one.id)))
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
