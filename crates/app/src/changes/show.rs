//! The page: reads the two days, each from its own rows, and shows what differs.

use std::sync::Arc;

use jiff::civil::Date;
use maud::{Markup, html};

use super::asked::Asked;
use super::corrections::corrections;
use super::gather::{Day, Line, lines};
use super::list::{PAGE_ROWS, list};
use super::store::Place;
use crate::app::App;
use crate::cx::{Cx, Visit};
use crate::frame::Nav;
use crate::i18n::{Texts, date};
use crate::past;
use crate::web::error::{Answer, OrNotFound};
use crate::web::request::Request;
use crate::web::ui::{
    Button, Link, PageHead, Pagination, Stop, Tone, breadcrumb_thread, button, empty_state, notice,
    page_header, pagination,
};

/// Shows what has changed between two days.
pub(super) fn show(app: &Arc<App>, request: &Request, visit: &Visit) -> Answer {
    let today = app.clock.local(visit.now).date();
    // Only a visitor who names no day needs to be given one.
    let asks_for_day = request.query.has("fran");
    let begun = if asks_for_day { None } else { app.read(request, visit, begun)? };
    let mut asked = Asked::from_query(&request.query, today, begun);
    (!asked.unknown).then_some(()).or_not_found()?;
    let mut before = app.in_day(request, visit, asked.from, Day::of)?;
    if before.is_none() {
        // What there is from the first day on is more than nothing, and is what was asked for.
        let begun = app.read(request, visit, self::begun)?;
        let first = begun.filter(|day| *day < asked.to.unwrap_or(today));
        if let Some(first) = first {
            (asked.from, asked.begins_later) = (first, true);
            before = app.in_day(request, visit, first, Day::of)?;
        }
    }
    let Some(before) = before else {
        return app.read(request, visit, |cx| nothing_yet(cx, &asked));
    };
    let after = match asked.to {
        Some(day) => app.in_day(request, visit, day, Day::of)?.or_not_found()?,
        None => app.read(request, visit, Day::of)?,
    };
    app.read(request, visit, |cx| page(cx, &asked, &before, &after))
}

/// The first day that there is anything of.
fn begun(cx: &mut Cx<'_, '_>) -> Answer<Option<Date>> {
    Ok(past::begun_at(cx.tx)?.map(|at| cx.app.clock.local(at).date()))
}

fn nothing_yet(cx: &mut Cx<'_, '_>, asked: &Asked) -> Answer {
    let begun = begun(cx)?;
    let texts = cx.texts();
    let today = Day::of(cx)?;
    let of_what = subject(cx, asked, &today)?;
    let said = begun.map(|day| texts.past_not_begun_text(date(texts.language, day)));
    let first = begun.filter(|day| *day < cx.today()).map(|day| {
        let url = asked.with(|asked| (asked.from, asked.to) = (day, None));
        html! { a href=(url) { (texts.changes_since(date(texts.language, day))) } }
    });
    let body = html! {
        div.wrap.page {
            (head(texts, asked, &of_what))
            (days_form(texts, asked))
            (empty_state(texts.past_not_begun(), &said.unwrap_or_default(), first.as_ref()))
        }
    };
    Ok(cx.page(texts.changes_title(), Nav::Thread, &body))
}

fn page(cx: &mut Cx<'_, '_>, asked: &Asked, before: &Day, after: &Day) -> Answer {
    let texts = cx.texts();
    let of_what = subject(cx, asked, after)?;
    let all = lines(cx, asked, before, after)?;
    let (shown, rows) = rows(cx, asked, after, all)?;
    let body = html! {
        div.wrap.page {
            (head(texts, asked, &of_what))
            (days_form(texts, asked))
            @if shown.is_empty() && rows.next == Next::Nothing {
                (empty_state(texts.changes_none(), texts.changes_none_text(), None))
            } @else {
                (list(cx, asked, before, after, &shown)?)
                (pages(texts, asked, &rows))
            }
        }
    };
    Ok(cx.page(texts.changes_title(), Nav::Thread, &body))
}

/// What the page is narrowed down to; empty for the whole municipality.
fn subject(cx: &Cx<'_, '_>, asked: &Asked, after: &Day) -> Answer<String> {
    let mut of_what = String::new();
    if let Some(top) = asked.within {
        of_what.clone_from(&after.structure.organisation.get(top).or_not_found()?.name);
    }
    if let Some(id) = asked.element {
        of_what.clone_from(&cx.find_visible(&cx.structure, id)?.title);
    }
    Ok(of_what)
}

fn head(texts: Texts, asked: &Asked, of_what: &str) -> Markup {
    let language = texts.language;
    let from = date(language, asked.from);
    let lead = match asked.to {
        Some(to) => texts.changes_between(from, date(language, to)),
        None => texts.changes_since(from),
    };
    let stops = [Stop::to("/trad", texts.web_nav_thread()), Stop::here(texts.changes_title())];
    let head = PageHead {
        eyebrow: of_what.to_owned(),
        title: texts.changes_title().to_owned(),
        lead,
        ..PageHead::default()
    };
    html! { (breadcrumb_thread(texts.web_thread_label(), &stops)) (page_header(&head)) }
}

fn days_form(texts: Texts, asked: &Asked) -> Markup {
    let to = asked.to.map(|day| day.to_string());
    html! {
        @if asked.begins_later { p { (texts.past_not_begun_text(date(texts.language, asked.from))) } }
        @if asked.misread { (notice(Tone::Concern, texts.changes_misread_title(), &html! { p { (texts.changes_misread()) } })) }
        form.day-form.block method="get" action="/trad/andrat" {
            @if let Some(id) = asked.within { input type="hidden" name="enhet" value=(id); }
            @if let Some(id) = asked.element { input type="hidden" name="mal" value=(id); }
            label for="fran" { (texts.changes_from()) }
            input id="fran" type="date" name="fran" value=(asked.from) required;
            label for="till" { (texts.changes_to()) }
            input id="till" type="date" name="till" value=[to] aria-describedby="till-hjalp";
            (button(Button::SmallSecondary, texts.past_show(), None))
            span.fine id="till-hjalp" { (texts.changes_to_hint()) }
        }
        @if asked.within.is_some() || asked.element.is_some() {
            p { a href=(asked.with(|asked| (asked.within, asked.element) = (None, None))) { (texts.changes_everything()) } }
        }
    }
}

/// What comes after a page.
#[derive(PartialEq, Eq)]
enum Next {
    Nothing,
    Page,
    /// Values from a place in their history on.
    Values(Place),
}

/// Which lines a page shows.
struct Rows {
    /// How many there are that are not about values.
    count: usize,
    /// How many of them stand on the pages before.
    begin: usize,
    next: Next,
}

/// The lines of one page. Values come after everything else; how many they are is never counted.
fn rows(
    cx: &mut Cx<'_, '_>,
    asked: &Asked,
    after: &Day,
    all: Vec<Line>,
) -> Answer<(Vec<Line>, Rows)> {
    let count = all.len();
    let of_values = count / PAGE_ROWS;
    let page = if asked.after.is_some() { of_values } else { (asked.page - 1).min(of_values) };
    let begin = page * PAGE_ROWS;
    if page < of_values {
        let more = begin + PAGE_ROWS < count
            || !corrections(cx, asked, &after.structure, 1)?.shown.is_empty();
        let next = if more { Next::Page } else { Next::Nothing };
        let shown = all.into_iter().skip(begin).take(PAGE_ROWS).collect();
        return Ok((shown, Rows { count, begin, next }));
    }
    let mut shown: Vec<Line> = all.into_iter().skip(begin).collect();
    if asked.after.is_some() {
        shown.clear();
    }
    let values = corrections(cx, asked, &after.structure, PAGE_ROWS - shown.len())?;
    shown.extend(values.shown.into_iter().map(Line::Value));
    let next = values.next.map_or(Next::Nothing, Next::Values);
    Ok((shown, Rows { count, begin, next }))
}

fn pages(texts: Texts, asked: &Asked, rows: &Rows) -> Markup {
    let Rows { count, begin, next } = rows;
    let is_first = asked.after.is_none() && *begin == 0;
    if is_first && *next == Next::Nothing {
        return html! {};
    }
    let number = |at: usize| i64::try_from(at).unwrap_or(0);
    let page = begin / PAGE_ROWS + 1;
    let to = |page: usize| asked.with(|asked| asked.page = page);
    let url = match next {
        Next::Nothing => None,
        Next::Page => Some(to(page + 1)),
        Next::Values(place) => Some(asked.with(|asked| asked.after = Some(place.clone()))),
    };
    let back = if asked.after.is_some() { page } else { page.saturating_sub(1).max(1) };
    let last = (begin + PAGE_ROWS).min(*count);
    let is_counted = asked.after.is_none() && last > *begin && !matches!(next, Next::Values(_));
    let words = || texts.changes_shown(number(*count), number(begin + 1), number(last));
    pagination(&Pagination {
        label: texts.web_pages().to_owned(),
        shown: if is_counted { words() } else { String::new() },
        previous: (!is_first).then(|| Link::new(to(back), texts.web_previous())),
        next: url.map(|url| Link::new(url, texts.web_next())),
        ..Pagination::default()
    })
}
