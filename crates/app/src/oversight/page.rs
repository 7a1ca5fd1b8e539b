//! What the pages of oversight share: the way to them, and their files.

use domain::followup::Round;
use maud::Markup;

use crate::cx::Cx;
use crate::i18n::date;
use crate::web::response::Response;
use crate::web::ui::{Stop, breadcrumb_thread};

/// The page where oversight begins.
pub const URL: &str = "/uppsikt";

/// A number as a count of texts.
pub(super) fn many(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// The way from the first page of oversight.
pub(super) fn stops(cx: &Cx<'_, '_>, title: &str) -> Markup {
    let texts = cx.texts();
    let stops = [Stop::to(URL, texts.oversight_title()), Stop::here(title)];
    breadcrumb_thread(texts.web_thread_label(), &stops)
}

/// A table as a file.
pub(super) fn csv<const N: usize>(
    head: &[&str; N],
    rows: impl Iterator<Item = Vec<String>>,
    name: &str,
) -> Response {
    let rows = rows.filter_map(|row| <[String; N]>::try_from(row).ok());
    let text = formats::csv_text::write(head, rows);
    Response::file("text/csv; charset=utf-8", &format!("{name}.csv"), text)
}

/// When a round shall be in, or since when it is closed.
pub(super) fn due_or_closed(cx: &Cx<'_, '_>, round: &Round) -> String {
    let texts = cx.texts();
    if cx.today() > round.closes_on {
        texts.followup_closed(date(texts.language, round.closed_from()))
    } else {
        texts.oversight_due(date(texts.language, round.due_on))
    }
}
