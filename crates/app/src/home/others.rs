//! Min sida of those who neither report nor decide: auditors and readers.

use std::sync::Arc;

use domain::elements::Element;
use maud::{Markup, html};

use super::controller::health_part;
use super::goals::{goals, goals_of};
use super::hero::{hero, whole_thread};
use super::year;
use crate::cx::Cx;
use crate::web::error::AppError;
use crate::web::ui::{Task, section, task_list};

/// An auditor: what has changed, what was frozen, what is weak.
pub(super) fn auditor(cx: &mut Cx<'_, '_>) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let side = year::section(cx)?;
    let health = health_part(cx)?;
    let task = |url: &str, title: &str, note: &str| Task {
        url: Some(url.to_owned()),
        title: title.to_owned(),
        note: note.to_owned(),
        ..Task::default()
    };
    let (since, changed) = super::changed(cx, None)?;
    let tasks = [
        task(&changed, &since, texts.past_changed_since_note()),
        task("/spar", texts.home_trail(), texts.home_trail_note()),
        task("/folja-upp", texts.home_accounts(), texts.home_accounts_note()),
        task("/trad/halsa", texts.home_health(), texts.home_health_note()),
    ];
    let top = top_goals(cx);
    let list = goals(cx, texts.home_goals(), &top)?;
    let hero = hero(cx, texts.home_auditor_sentence().to_owned(), whole_thread(cx));
    Ok(html! {
        (hero)
        div.wrap.with-side {
            div {
                (section("granska", texts.home_review_heading(), "", &task_list(&tasks)))
                (list)
            }
            aside.side aria-label=(texts.home_health()) { (health) (side) }
        }
    })
}

/// A reader: the municipality's goals and how they go.
pub(super) fn reader(cx: &mut Cx<'_, '_>) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let side = year::section(cx)?;
    let top = top_goals(cx);
    let list = goals(cx, texts.home_goals(), &top)?;
    let hero = hero(cx, texts.home_reader_sentence().to_owned(), whole_thread(cx));
    Ok(html! {
        (hero)
        div.wrap.with-side {
            div {
                (list)
                p { a href="/trad" { (texts.home_follow_thread()) } }
            }
            aside.side aria-label=(texts.home_year()) { (side) }
        }
    })
}

/// The goals of the top of the organisation.
fn top_goals(cx: &Cx<'_, '_>) -> Vec<Arc<Element>> {
    let tops = cx.structure.organisation.roots().to_vec();
    tops.into_iter().flat_map(|top| goals_of(cx, top)).take(12).collect()
}
