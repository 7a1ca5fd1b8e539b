//! A report or a poster as a tagged PDF (PDF/UA-1), set by the embedded typesetter.
//!
//! All content reaches the template as JSON, so no text of a user is ever read as markup.

mod fonts;
mod printable;
#[cfg(test)]
mod tests;
mod widths;
mod world;

use serde_json::{Value, json};
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::figure::{clean, proportion};
use crate::{DocumentError, Poster, Report, Table};
use printable::make_printable;
use world::{Template, TypesetWorld};

/// How many renderings a cached layout outlives. Some pieces (fonts, symbols, the template) are
/// alike in every report; the rest should not be kept in memory.
const KEPT_RENDERINGS: usize = 2;

/// Drawings taller than this, relative to their width, are set by height so that they fit a page.
const TALL: f64 = 1.1;

/// Renders the report. Takes up to seconds of one core and some hundred megabytes for a report of
/// hundreds of pages; how many may run at once is for the caller to limit.
///
/// The same report gives the same bytes.
///
/// # Errors
///
/// The fault that [`Report::check`] finds, a date that does not exist, or what the typesetter
/// says.
pub fn render(report: &Report) -> Result<Vec<u8>, DocumentError> {
    let timestamp = timestamp(report.date.as_deref())?;
    let pdf =
        lay_out(report).and_then(|document| export(&document, &report.fingerprint, timestamp));
    comemo::evict(KEPT_RENDERINGS);
    pdf
}

/// Renders the poster: one sheet, or more where a year has more in it than a sheet has room for.
///
/// The same poster gives the same bytes.
///
/// # Errors
///
/// The fault that [`Poster::check`] finds, a date that does not exist, or what the typesetter
/// says.
pub fn render_poster(poster: &Poster) -> Result<Vec<u8>, DocumentError> {
    let timestamp = timestamp(poster.date.as_deref())?;
    poster.check()?;
    let document = set(Template::Poster, serde_json::to_value(poster));
    let pdf = document.and_then(|document| export(&document, "", timestamp));
    comemo::evict(KEPT_RENDERINGS);
    pdf
}

/// Checks the report and sets its pages.
fn lay_out(report: &Report) -> Result<PagedDocument, DocumentError> {
    report.check()?;
    set(Template::Report, serde_json::to_value(report))
}

/// Sets the pages of a tree.
fn set(
    template: Template,
    tree: Result<Value, serde_json::Error>,
) -> Result<PagedDocument, DocumentError> {
    let mut data = tree.map_err(|fault| refused(&fault.to_string()))?;
    prepare(&mut data)?;
    make_printable(&mut data);
    let world = TypesetWorld::new(template, data.to_string().into_bytes())
        .ok_or_else(|| refused("no room for file names"))?;
    typst::compile::<PagedDocument>(&world).output.map_err(|faults| told(&faults))
}

fn export(
    document: &PagedDocument,
    fingerprint: &str,
    timestamp: Option<Timestamp>,
) -> Result<Vec<u8>, DocumentError> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|fault| refused(fault.message().as_str()))?;
    let ident = match fingerprint {
        "" => Smart::Auto,
        fingerprint => Smart::Custom(fingerprint.to_owned()),
    };
    let creator = Smart::Custom(None);
    let options = PdfOptions { ident, creator, timestamp, standards, ..PdfOptions::default() };
    typst_pdf::pdf(document, &options).map_err(|faults| told(&faults))
}

/// Adds what the template would be slow or clumsy to find out: resolved tones, clean drawings
/// and widths of columns.
fn prepare(value: &mut Value) -> Result<(), DocumentError> {
    match value {
        Value::Array(items) => items.iter_mut().try_for_each(prepare),
        Value::Object(fields) => {
            if let Some(Value::String(svg)) = fields.get_mut("svg") {
                *svg = clean(svg).map_err(|reason| refused(&reason))?;
                let tall = proportion(svg).is_some_and(|proportion| proportion > TALL);
                fields.insert("tall".to_owned(), json!(tall));
            }
            if fields.get("kind").is_some_and(|kind| kind == "table")
                && let Ok(table) = serde_json::from_value::<Table>(Value::Object(fields.clone()))
            {
                fields.insert("shares".to_owned(), json!(widths::shares(&table)));
            }
            if let Some(symbol) = fields.get("symbol")
                && fields.get("tone").is_none_or(Value::is_null)
                && let Ok(symbol) = serde_json::from_value::<crate::Symbol>(symbol.clone())
            {
                fields.insert("tone".to_owned(), json!(symbol.tone()));
            }
            fields.values_mut().try_for_each(prepare)
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Ok(()),
    }
}

fn timestamp(date: Option<&str>) -> Result<Option<Timestamp>, DocumentError> {
    let Some(date) = date else {
        return Ok(None);
    };
    let day = day(date).ok_or_else(|| DocumentError::BadDate(date.to_owned()))?;
    Ok(Some(Timestamp::new_utc(day)))
}

fn day(date: &str) -> Option<Datetime> {
    let mut parts = date.splitn(3, '-');
    let year = parts.next()?.parse().ok().filter(|year| (1..=9999).contains(year))?;
    Datetime::from_ymd(year, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?)
}

fn told(faults: &[SourceDiagnostic]) -> DocumentError {
    let messages: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
    refused(&messages.join("; "))
}

fn refused(message: &str) -> DocumentError {
    DocumentError::Typesetting(message.to_owned())
}
