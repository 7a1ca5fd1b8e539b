//! Taking an ending back: what was ended holds again as before, as long as nothing has come in its
//! place. The decision that ended it stays among the decisions.

use db::audit::{self, TrailRow};
use domain::elements::{Element, ElementState};
use domain::ids::DecisionId;
use jiff::civil::Date;
use maud::html;

use super::super::adopt::one;
use super::super::store;
use crate::cx::Cx;
use crate::elements::{self, store as nodes};
use crate::frame::Nav;
use crate::web::error::{Answer, AppError};
use crate::web::response::Response;
use crate::web::ui::{PageHead, Tone, notice, page_header};

/// Rows of the trail that are read to find what held before the ending.
const MOST_READ: i64 = 200;

/// What an ending decides of an element.
#[derive(PartialEq, Eq)]
struct Standing {
    state: ElementState,
    ends_on: Option<Date>,
    decision: Option<DecisionId>,
}

impl Standing {
    fn of(element: &Element) -> Self {
        Self { state: element.state, ends_on: element.ends_on, decision: element.decision }
    }
}

/// What a row of the trail says of the element; none where it does not tell of the whole of it.
fn told(row: &TrailRow) -> Option<Standing> {
    let said: serde_json::Value = serde_json::from_str(row.payload.as_deref()?).ok()?;
    let text = |key: &str| said.get(key).and_then(serde_json::Value::as_str);
    Some(Standing {
        state: text("state")?.parse().ok()?,
        ends_on: text("ends_on").and_then(|day| day.parse().ok()),
        decision: text("decision").and_then(|id| id.parse().ok()),
    })
}

/// What held before the ending; none when it was not an ending that made it stand as it does.
fn before_the_end(cx: &mut Cx<'_, '_>, element: &Element) -> Answer<Option<Standing>> {
    let id = ("element", element.id.bytes());
    let rows = audit::page_of(cx.tx, id, i64::MAX, MOST_READ)?;
    let now = Standing::of(element);
    // Versions of what is said beside an element, such as its progress, are not its own. What ends on a
    // day yet to come may have got another person responsible since.
    let own = rows.iter().filter_map(|row| told(row).map(|said| (row, said)));
    let mut made = None;
    for (row, said) in own {
        if said == now {
            made = Some(row);
        } else {
            let ended = made.is_some_and(|row| row.action == "end");
            return Ok(ended.then_some(said));
        }
    }
    Ok(None)
}

/// Lets what was ended hold again.
pub(in super::super) fn take_back(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let element = one(cx, &structure)?;
    let back = Response::see_other(&elements::url(element));
    let Some(before) = before_the_end(cx, element)? else {
        // Sent twice takes it back once.
        return if element.is_current() { Ok(back) } else { Err(AppError::Stale) };
    };
    if cx.req.form.parsed("version") != Some(element.version) {
        return Err(AppError::Stale);
    }
    let thrown = |id| structure.element(id).is_none_or(|one| one.state == ElementState::Discarded);
    if store::successors(cx.tx, element.id)?.into_iter().any(|one| !thrown(one)) {
        return Ok(refused(cx, element));
    }
    let again = Element {
        state: before.state,
        ends_on: before.ends_on,
        decision: before.decision,
        version: element.version + 1,
        ..Element::clone(element)
    };
    nodes::change_element(cx.tx, "take_back_end", &again)?;
    Ok(back)
}

/// Why it stays ended.
fn refused(cx: &Cx<'_, '_>, element: &Element) -> Response {
    let texts = cx.texts();
    let body = html! {
        div.wrap.page {
            (page_header(&PageHead { title: element.title.clone(), ..PageHead::default() }))
            (notice(Tone::Partly, texts.goals_reopen_replaced(), &html! {
                p { (texts.goals_reopen_replaced_text()) }
                p { a href=(elements::url(element)) { (element.title) } }
            }))
        }
    };
    cx.refused(&element.title, Nav::Plan, &body)
}
