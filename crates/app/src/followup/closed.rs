//! A part that stands as it was handed in, while others were sent back: to read, not to write.

use domain::followup::FollowUpProblem;
use domain::ids::ElementId;
use maud::html;

use super::reach::Found;
use super::store::Part;
use super::words::part_title;
use super::{refusal, review, stops, url};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::response::Response;
use crate::web::ui::{Button, Tone, button_link, notice};

/// The part as it was handed in, with why it is closed.
pub(super) fn page(
    cx: &Cx<'_, '_>,
    found: &Found,
    (parts, part): (&[Part], &Part),
    remedies: &[ElementId],
    problem: &FollowUpProblem,
) -> Response {
    let title = part_title(cx.texts(), part);
    let (why, sentence) = refusal::explain(cx, &found.account, problem);
    let body = html! {
        div.wrap.reporting {
            (stops::side(cx, found, parts, Some(stops::stop_of(part))))
            div.asking {
                h1 { (title) }
                (notice(Tone::Event, &why, &html! { p { (sentence) } }))
                (review::answer(cx, part, remedies))
                div.row { (button_link(Button::Secondary, &url(found.account.id), cx.texts().followup_to_account())) }
            }
        }
    };
    cx.page(&title, Nav::FollowUp, &body)
}
