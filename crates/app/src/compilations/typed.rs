//! What stands in the fields of the page when any of its buttons is pressed: it is kept first, so that
//! no button loses what is written elsewhere on the page.

use std::collections::{BTreeMap, BTreeSet};

use domain::followup::{LONGEST_BESIDE, LONGEST_COMPILATION};
use domain::ids::QuoteId;
use sha2::{Digest, Sha256};

use super::change::stepped;
use super::find::{Found, begun};
use super::shown::{conflicting, refused};
use super::store::{self, Compilation, Quote, update_compilation, update_quote};
use crate::cx::Cx;
use crate::web::error::Answer;
use crate::web::response::Response;
use crate::web::ui::Problem;

/// What is written on the page: of the body's own, and beside its quotes.
pub(super) struct Typed {
    pub(super) text: String,
    pub(super) beside: BTreeMap<QuoteId, String>,
}

impl Typed {
    /// What is kept.
    pub(super) fn kept(found: &Found) -> Self {
        Self { text: found.compilation.text.clone(), beside: BTreeMap::new() }
    }

    /// What a form brought; what it did not bring is as it is kept.
    pub(super) fn sent(cx: &Cx<'_, '_>, found: &Found, quotes: &[Quote]) -> Self {
        let form = &cx.req.form;
        let mut typed = Self::kept(found);
        if form.has("text") {
            form.text("text").clone_into(&mut typed.text);
        }
        for one in quotes.iter().filter(|one| form.has(&beside_of(one.id))) {
            typed.beside.insert(one.id, form.text(&beside_of(one.id)).to_owned());
        }
        typed
    }

    /// What is said beside one quote.
    pub(super) fn said<'a>(&'a self, one: &'a Quote) -> &'a str {
        self.beside.get(&one.id).map_or(&one.comment, String::as_str)
    }
}

/// The field beside a quote.
pub(super) fn beside_of(quote: QuoteId) -> String {
    format!("bredvid-{quote}")
}

/// The field with the version of a quote as it was shown.
pub(super) fn version_of(quote: QuoteId) -> String {
    format!("version-{quote}")
}

/// By what a form tells whether the text in it was touched since the page was made.
pub(super) fn mark(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    db::hex(digest.get(..8).unwrap_or_default())
}

/// A compilation with its quotes, once what was typed is kept.
pub(super) struct Kept {
    pub(super) compilation: Compilation,
    pub(super) quotes: Vec<Quote>,
}

/// Keeps what was typed. What cannot be kept is shown again with all that was typed, and nothing of
/// what the button would have done is done.
pub(super) fn keep(cx: &mut Cx<'_, '_>, found: &Found) -> Answer<Result<Kept, Response>> {
    let mut quotes = store::quotes_of(cx.tx, &BTreeSet::from([found.compilation.id]))?;
    let typed = Typed::sent(cx, found, &quotes);
    let form = &cx.req.form;
    let seen = form.parsed::<i64>("version");
    let touched = typed.text != found.compilation.text
        && !(form.has("visad") && form.text("visad") == mark(&typed.text));
    let behind = |one: &Quote| {
        typed.said(one) != one.comment
            && form.parsed::<i64>(&version_of(one.id)) != Some(one.version)
    };
    let stale = (touched && seen != Some(found.compilation.version)) || quotes.iter().any(behind);
    if !found.is_open() || stale {
        return Ok(Err(conflicting(cx, found, &typed)?));
    }
    let mut problems = Vec::new();
    if let Some(words) = too_long(cx, &typed.text, LONGEST_COMPILATION) {
        problems.push(Problem::at("text", words));
    }
    for (id, said) in &typed.beside {
        if let Some(words) = too_long(cx, said, LONGEST_BESIDE) {
            problems.push(Problem::at(beside_of(*id), words));
        }
    }
    if !problems.is_empty() {
        return Ok(Err(refused(cx, found, &typed, &problems)?));
    }
    let mut compilation = begun(cx, found)?;
    if touched {
        compilation = stepped(cx, &compilation, compilation.state, typed.text.clone())?;
        update_compilation(cx.tx, "write", &compilation)?;
    }
    for one in &mut quotes {
        let said = typed.said(one);
        if said != one.comment {
            *one = Quote { comment: said.to_owned(), version: one.version + 1, ..one.clone() };
            update_quote(cx.tx, "comment", one)?;
        }
    }
    Ok(Ok(Kept { compilation, quotes }))
}

/// How much of a text must go, if anything.
fn too_long(cx: &Cx<'_, '_>, text: &str, most: usize) -> Option<String> {
    let over = text.chars().count().saturating_sub(most);
    (over > 0).then(|| cx.texts().followup_too_long(i64::try_from(over).unwrap_or(i64::MAX)))
}
