//! Min sida: what needs the visitor today, made for the role they work in most.
//!
//! Owns no table.

mod answers;
mod asked;
mod beside;
mod collection;
mod controller;
mod due;
mod elected;
mod executive;
mod first_steps;
mod goals;
mod hero;
mod judged;
mod leader;
mod leaving;
mod others;
mod questions;
mod signals;
mod since;
mod store;
mod summary;
mod unit;
mod verbs;
mod views;
mod words;
mod year;

use domain::access::AccessRole;
use domain::ids::OrgUnitId;
use maud::{Markup, html};

use crate::cx::Cx;
use crate::followup::url as account_url;
use crate::frame::Nav;
use crate::routes::{Access, Routes};
use crate::web::error::Answer;

pub(crate) use verbs::task_title;
use words::{changed, counted, many, nothing_waits, nth_id, oversight_way, round_title};

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    routes.get("/", Access::SignedIn, show);
}

fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let person = cx.person()?;
    let body = match (person.main_role(), person.home()) {
        (AccessRole::Manager, Some(home)) if executive::leads_all(cx, home) => {
            executive::body(cx, home)?
        }
        (AccessRole::Manager, Some(home)) if leads_others(cx, home) => leader::body(cx, home)?,
        (AccessRole::Manager | AccessRole::Provider | AccessRole::Staff, Some(home)) => {
            unit::body(cx, home)?
        }
        (AccessRole::Controller | AccessRole::Administrator, Some(home)) => {
            controller::body(cx, home)?
        }
        (AccessRole::Elected, Some(home)) => elected::body(cx, home)?,
        (AccessRole::Auditor, _) => others::auditor(cx)?,
        _ => others::reader(cx)?,
    };
    let (asked, views) = (crate::comments::waiting(cx)?, views::part(cx)?);
    let (together, leaving) = (crate::followup::taking_part(cx)?, leaving::part(cx)?);
    let effects = crate::actions::waiting(cx)?;
    Ok(page(cx, &html! { (leaving) (asked) (effects) (body) (together) (views) }))
}

fn page(cx: &Cx<'_, '_>, body: &Markup) -> crate::web::response::Response {
    cx.page(cx.texts().web_nav_home(), Nav::Home, body)
}

/// Whether other org units lie under one, so that there are accounts to read and approve.
fn leads_others(cx: &Cx<'_, '_>, home: OrgUnitId) -> bool {
    !cx.structure.organisation.children(home).is_empty()
}
