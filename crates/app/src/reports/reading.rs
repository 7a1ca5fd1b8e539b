//! A report as it is read on a page: whole, or a part at a time when it is long.

use documents::Report;
use documents::html::{Chapter, Part, parts};
use maud::{Markup, PreEscaped, html};

use crate::cx::Cx;
use crate::i18n::Texts;
use crate::web::fields::encode;
use crate::web::ui::{Link, Pagination, pagination};

/// So many bytes before compression are enough for one page: some thirty goals with all that is said of
/// them.
const ENOUGH: usize = 120_000;
/// What the address says for everything on one page, to search in or to print.
const WHOLE: &str = "alla";

/// The text of a report, with the way to its other parts.
pub(super) fn reading(cx: &Cx<'_, '_>, report: &Report) -> Markup {
    let asked = cx.req.query.text("del");
    let mut parts = parts(report, if asked == WHOLE { usize::MAX } else { ENOUGH });
    let last = parts.len();
    if last == 1 {
        return html! { article.report { (text(parts.pop())) } };
    }
    let at = asked.parse::<usize>().unwrap_or(1).clamp(1, last);
    let names: Vec<String> = parts.iter().map(|part| name(cx.texts(), part)).collect();
    let ways = ways(cx, &names, at);
    let part = parts.into_iter().nth(at - 1);
    html! {
        nav aria-label=(cx.texts().reports_parts()) {
            ol.plain-list {
                @for (index, name) in names.iter().enumerate() {
                    li {
                        @if index + 1 == at { span aria-current="page" { (name) } }
                        @else { a href=(address(cx, &(index + 1).to_string())) { (name) } }
                    }
                }
            }
            p { a href=(address(cx, WHOLE)) { (cx.texts().reports_whole()) } }
        }
        article.report { (text(part)) }
        (ways)
    }
}

fn text(part: Option<Part>) -> Markup {
    PreEscaped(part.map(|part| part.html).unwrap_or_default())
}

/// What stands in a part. Of a chapter that is cut, from what to what.
fn name(texts: Texts, part: &Part) -> String {
    let chapter = |chapter: &Chapter| {
        let title = &chapter.title;
        match chapter.sections.as_slice() {
            [only] if chapter.is_cut => texts.reports_chapter_about(only, title),
            [first, .., last] if chapter.is_cut => texts.reports_chapter_from(first, last, title),
            _ => title.clone(),
        }
    };
    part.chapters.iter().map(chapter).collect::<Vec<_>>().join(", ")
}

/// Backwards and forwards, under the text.
fn ways(cx: &Cx<'_, '_>, names: &[String], at: usize) -> Markup {
    let texts = cx.texts();
    let number = |number: usize| i64::try_from(number).unwrap_or(0);
    let to = |part: usize, words: &str| Link::new(address(cx, &part.to_string()), words);
    pagination(&Pagination {
        label: texts.web_pages().to_owned(),
        shown: texts.reports_part_of(number(names.len()), number(at)),
        previous: (at > 1).then(|| to(at - 1, texts.web_previous())),
        next: (at < names.len()).then(|| to(at + 1, texts.web_next())),
        ..Pagination::default()
    })
}

/// This page with another part; what else it is asked for stays.
fn address(cx: &Cx<'_, '_>, part: &str) -> String {
    let mut asked = cx.req.query.clone();
    asked.take("del");
    let rest = asked.encoded();
    let and = if rest.is_empty() { "" } else { "&" };
    format!("{}?{rest}{and}del={}", cx.req.path, encode(part))
}
