//! Closing a round before its day: asked on a page, since nobody can hand in after it.

use maud::html;

use super::super::store;
use super::edit::{conflicting, find, kept};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::Answer;
use crate::web::response::Response;
use crate::web::ui::{
    Button, PageHead, Stop, breadcrumb_thread, button, button_link, form_end, page_header,
};

/// Asks before it is done: how many have handed in, and what it means.
pub(super) fn ask(cx: &mut Cx<'_, '_>) -> Answer {
    let round = find(cx)?;
    if cx.today() > round.closes_on {
        return Ok(Response::see_other(&format!("/folja-upp?runda={}", round.id)));
    }
    let accounts = store::accounts_of_round(cx.tx, round.id)?;
    let left = accounts.iter().filter(|one| !one.state.is_handed_in()).count();
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let (all, left) = (count(accounts.len()), count(left));
    let texts = cx.texts();
    let back = format!("/folja-upp/runda/{}", round.id);
    let stops = [Stop::to(&back, &round.title), Stop::here(texts.followup_close_round())];
    let head = PageHead {
        eyebrow: round.title.clone(),
        title: texts.followup_close_ask().to_owned(),
        lead: texts.followup_close_counted(all, all - left),
        end: None,
    };
    let buttons = html! {
        (button(Button::Careful, texts.followup_close_round(), None))
        (button_link(Button::Secondary, &back, texts.web_cancel()))
    };
    let page = html! {
        div.wrap.page {
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            div.stack {
                @if left > 0 { p { (texts.followup_close_missing(left)) } }
                p { (texts.followup_close_round_text()) }
            }
            form.form method="post" action={ (back) "/stang" } {
                input type="hidden" name="version" value=(round.version);
                (form_end(&buttons, None))
            }
        }
    };
    Ok(cx.page(texts.followup_close_ask(), Nav::FollowUp, &page))
}

/// Closes the round today.
pub(super) fn close(cx: &mut Cx<'_, '_>) -> Answer {
    let round = find(cx)?;
    let today = cx.today();
    let address = format!("/folja-upp?runda={}", round.id);
    if today > round.closes_on {
        return Ok(Response::see_other(&address));
    }
    if cx.req.form.parsed::<i64>("version") != Some(round.version) {
        return conflicting(cx, &round, &kept(&round));
    }
    store::update_round(cx.tx, "close", &round.closed(today))?;
    Ok(Response::see_other(&address))
}
