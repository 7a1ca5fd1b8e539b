//! The wheel as a poster for the wall: one page of A3 when it is printed.

use maud::{Markup, html};

use super::figure::picture;
use super::show::{Page, read};
use super::tables::Rows;
use super::url;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::Answer;
use crate::web::ui::{PageHead, Stop, breadcrumb_thread, page_header};

/// Shows the poster.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let page = read(cx, None)?;
    let (title, body) = (page.title(), body(&page));
    Ok(cx.page(&title, Nav::Plan, &body))
}

fn body(page: &Page<'_, '_, '_>) -> Markup {
    let texts = page.cx.texts();
    let name = page.cx.structure.organisation.name(page.org_unit);
    let stops =
        [Stop::to(url(page.org_unit, page.year), page.title()), Stop::here(texts.wheel_poster())];
    let head = PageHead {
        eyebrow: texts.wheel_of_year(page.year),
        title: name.to_owned(),
        lead: texts.wheel_poster_lead().to_owned(),
        end: None,
    };
    let rows = Rows { texts, model: &page.cx.structure.model, clashes: &[] };
    html! {
        div.wrap.page.poster {
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            div.poster-body {
                div.poster-ring {
                    (picture(texts, page.year, page.cx.today(), &page.rings(), &page.told()))
                    (page.key())
                }
                div { h2.sr { (texts.wheel_steps_title()) } (rows.by_month(&page.levels.own)) }
            }
        }
    }
}
