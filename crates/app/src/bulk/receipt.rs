//! What was changed, with a way to take it back.

use domain::ids::BulkChangeId;
use maud::{Markup, html};

use super::receipt_url;
use super::undo::{find, may_take_back, unchanged};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::datetime;
use crate::web::error::{Answer, OrNotFound};
use crate::web::ui::{
    Button, PageHead, Stop, Tone, breadcrumb_thread, button, button_link, notice, page_header,
    section,
};

/// Most elements that are listed; all are counted.
const MOST_SHOWN: usize = 200;

/// Shows the receipt.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let id: BulkChangeId = cx.req.param("id").or_not_found()?;
    let (change, parts) = find(cx, &structure, id)?;
    let texts = cx.texts();
    let count = i64::try_from(parts.len()).unwrap_or(i64::MAX);
    let at = |at: i64| datetime(texts.language, cx.app.clock.local(at));
    let elements: Vec<_> =
        parts.iter().filter_map(|part| structure.element(part.element)).collect();
    let can_be_taken_back = parts.iter().all(|part| {
        unchanged(cx, &structure, change.kind, part)
            .is_some_and(|element| may_take_back(cx, change.kind, element, part).is_ok())
    });
    let title = texts.bulk_receipt_title(count);
    let lead = texts.bulk_receipt_lead(at(change.at), &change.person_name, &change.words);
    let stops = [Stop::to("/trad?vy=lista", texts.thread_view_list()), Stop::here(&title)];
    let rest = parts.len().saturating_sub(MOST_SHOWN);
    let list = html! {
        ul.plain.rows {
            @for element in elements.iter().filter(|element| cx.may_see(element)).take(MOST_SHOWN) {
                li {
                    a href=(crate::elements::url(element)) { (element.title) }
                    span.soft { (structure.organisation.name(element.owner)) }
                }
            }
        }
        @if rest > 0 { p.fine { (texts.bulk_rest(i64::try_from(rest).unwrap_or(0))) } }
    };
    let undo: Markup = html! {
        @if let Some(taken_back) = change.taken_back_at {
            (notice(Tone::Neutral, &texts.bulk_taken_back(at(taken_back)), &html! {}))
        } @else if can_be_taken_back {
            form method="post" action={(receipt_url(id)) "/tillbaka"} {
                div.row {
                    (button(Button::Secondary, texts.bulk_take_back(), None))
                    (button_link(Button::Secondary, "/trad?vy=lista", texts.bulk_to_list()))
                }
            }
        } @else {
            p { (texts.bulk_cannot_take_back()) }
            p { (button_link(Button::Secondary, "/trad?vy=lista", texts.bulk_to_list())) }
        }
    };
    let head = PageHead { title: title.clone(), lead, ..PageHead::default() };
    let body = html! {
        div.wrap.page {
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            (undo)
            (section("andrade", texts.bulk_changed_list(), "", &list))
        }
    };
    Ok(cx.page(&title, Nav::Thread, &body))
}
