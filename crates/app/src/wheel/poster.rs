//! The wheel as a poster for the wall: one sheet of A3 with the ring and what is done each month.

use documents::{Figure, Poster, PosterDay, PosterLine, PosterList, PosterMonth};
use domain::calendar::WheelStep;
use domain::steering::{CycleKind, capitalised};
use maud::{Markup, html};

use super::figure::{picture, printed};
use super::show::{Page, read};
use super::tables::Rows;
use super::{step_url, url, words};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::{date, month_name};
use crate::web::error::Answer;
use crate::web::response::Response;
#[cfg(feature = "pdf")]
use crate::web::typesetting;
use crate::web::ui::{
    Button, DatedItem, PageHead, Stop, breadcrumb_thread, button_link, dates, page_header, section,
};

/// Steps of the levels above on the sheet.
const MOST_ABOVE: usize = 60;
/// Own steps that have room on a sheet; a wheel with more is shown as a page alone.
#[cfg(feature = "pdf")]
const MOST_OWN: usize = 100;

/// Shows the poster.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let page = read(cx, None)?;
    if page.levels.own.is_empty() {
        return Ok(no_poster(&page));
    }
    let (title, body) = (page.title(), body(&page));
    Ok(cx.page(&title, Nav::Plan, &body))
}

/// A year without a wheel has nothing to hang on the wall; its page says what can be done.
fn no_poster(page: &Page<'_, '_, '_>) -> Response {
    Response::see_other(&url(page.org_unit, page.year))
}

/// The poster as a PDF.
#[cfg(feature = "pdf")]
pub(super) fn pdf(cx: &mut Cx<'_, '_>) -> Answer {
    let page = read(cx, None)?;
    if page.levels.own.is_empty() {
        return Ok(no_poster(&page));
    }
    if page.levels.own.len() > MOST_OWN {
        let address = format!("{}/affisch", url(page.org_unit, page.year));
        return Ok(Response::see_other(&address));
    }
    let sheet = sheet(&page);
    let name = format!("{}.pdf", sheet.title);
    typesetting::pdf_later(&name, move || documents::pdf::render_poster(&sheet))
}

/// A program built without the typesetter shows the page instead.
#[cfg(not(feature = "pdf"))]
pub(super) fn pdf(cx: &mut Cx<'_, '_>) -> Answer {
    let page = read(cx, None)?;
    if page.levels.own.is_empty() {
        return Ok(no_poster(&page));
    }
    let (title, body) = (sheet(&page).title, body(&page));
    Ok(cx.page(&title, Nav::Plan, &body))
}

fn body(page: &Page<'_, '_, '_>) -> Markup {
    let texts = page.cx.texts();
    let address = url(page.org_unit, page.year);
    let stops = [Stop::to(address.clone(), page.title()), Stop::here(texts.wheel_poster())];
    let head = PageHead {
        eyebrow: texts.wheel_of_year(page.year),
        title: page.cx.structure.organisation.name(page.org_unit).to_owned(),
        lead: texts.wheel_poster_lead().to_owned(),
        end: Some(button_link(
            Button::Primary,
            &format!("{address}/affisch/pdf"),
            texts.wheel_poster_download(),
        )),
    };
    let rows = rows(page);
    html! {
        div.wrap.page.poster {
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            @let others = dated(page);
            div.poster-body {
                div.poster-ring {
                    (picture(texts, page.year, page.cx.today(), &page.rings(), &page.told()))
                    (page.key())
                }
                div { h2.sr { (texts.wheel_steps_title()) } (rows.by_month(&page.levels.own)) }
            }
            @if !others.is_empty() {
                (section("ovanfor", texts.wheel_above(), "", &html! {
                    div.grid-3 { @for some in others.chunks(others.len().div_ceil(3)) { (dates(some)) } }
                }))
            }
        }
    }
}

fn rows<'p>(page: &'p Page<'_, '_, '_>) -> Rows<'p> {
    Rows { texts: page.cx.texts(), model: &page.cx.structure.model, clashes: &[] }
}

/// What stands on the sheet.
fn sheet(page: &Page<'_, '_, '_>) -> Poster {
    let texts = page.cx.texts();
    let today = page.cx.today();
    let ring = texts.wheel_ring();
    let alt = texts.wheel_poster_alt(page.key_in_words().join(" "), page.title());
    let figure = Figure {
        svg: printed(texts, page.year, &page.rings(), &alt),
        alt,
        caption: ring.to_owned(),
        ..Figure::default()
    };
    Poster {
        title: page.title(),
        heading: texts.wheel_of_year(page.year),
        language: texts.language.code().to_owned(),
        organisation: page.cx.structure.organisation.name(page.org_unit).to_owned(),
        date: Some(today.to_string()),
        foot: texts.wheel_poster_foot(date(texts.language, today), page.cx.municipality()),
        figure,
        key: page.key_in_words(),
        months: (1..=12).map(|number| month(page, number)).collect(),
        others: others(page),
        ..Poster::default()
    }
}

fn month(page: &Page<'_, '_, '_>, number: i8) -> PosterMonth {
    let rows = rows(page);
    let due = page.levels.own.iter().filter(|step| step.content.due_on.month() == number);
    let day = |step: &WheelStep| PosterDay {
        day: u8::try_from(step.content.due_on.day()).unwrap_or(1),
        title: step.content.title.clone(),
        note: rows.facts(step).join(" · "),
    };
    let title = capitalised(month_name(page.cx.texts().language, number));
    PosterMonth { title, days: due.map(day).collect() }
}

/// What the levels above do, but for what they do every month.
fn above<'p>(page: &'p Page<'_, '_, '_>) -> Vec<&'p WheelStep> {
    let above = page.levels.above.iter().flat_map(|(_, steps)| steps);
    let mut above: Vec<&WheelStep> =
        above.filter(|step| step.content.kind != CycleKind::FollowupMonth).collect();
    above.sort_by_key(|step| step.content.due_on);
    above
}

/// It as a list on the page.
fn dated(page: &Page<'_, '_, '_>) -> Vec<DatedItem> {
    let whose = |step: &WheelStep| page.cx.structure.organisation.name(step.org_unit);
    let item = |step: &WheelStep| DatedItem {
        iso: step.content.due_on.to_string(),
        day: words::brief(page.cx.texts(), step.content.due_on),
        content: format!("{}, {}", step.content.title, whose(step)),
        url: Some(step_url(step.id)),
    };
    above(page).into_iter().map(item).collect()
}

/// It on the sheet.
fn others(page: &Page<'_, '_, '_>) -> PosterList {
    let texts = page.cx.texts();
    let line = |step: &&WheelStep| PosterLine {
        day: words::brief(texts, step.content.due_on),
        title: step.content.title.clone(),
        whose: page.cx.structure.organisation.name(step.org_unit).to_owned(),
    };
    PosterList {
        title: texts.wheel_above().to_owned(),
        lines: above(page).iter().take(MOST_ABOVE).map(line).collect(),
    }
}
