//! Min sida of those who neither report nor decide: auditors and readers.

use maud::{Markup, html};

use super::controller::health_part;
use super::goals::{Standing, top_goals};
use super::hero::{hero, whole_thread};
use super::signals::{measures_of, seen_of, stands_out};
use super::{since, year};
use crate::assessment::OVERRIDES_URL;
use crate::cx::Cx;
use crate::oversight;
use crate::web::error::AppError;
use crate::web::ui::{Task, section, task_list};

/// An auditor: what to review, what has happened, and what nobody will be able to tell.
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
    let (from, words, changed) = super::changed(cx, None)?;
    let happened = since::section_of(cx, (from, &words), &changed)?;
    let tasks = [
        task("/spar", texts.home_trail(), texts.home_trail_note()),
        task(oversight::URL, texts.oversight_title(), texts.oversight_lead()),
        task("/folja-upp", texts.home_accounts(), texts.home_accounts_note()),
        task("/trad/halsa", texts.home_health(), texts.home_health_note()),
        task(OVERRIDES_URL, texts.assessment_overrides(), texts.assessment_overrides_note()),
    ];
    let goals = top_goals(cx);
    let standing = Standing::of(cx, goals)?;
    let hero = hero(cx, texts.home_auditor_sentence().to_owned(), whole_thread(cx));
    Ok(html! {
        (hero)
        div.wrap.with-side {
            div {
                (section("granska", texts.home_review_heading(), "", &task_list(&tasks)))
                (happened)
                (since::not_followed_up(cx))
                (standing.section(cx, texts.home_goals()))
            }
            aside.side aria-label=(texts.home_health()) { (health) (side) }
        }
    })
}

/// A reader: the municipality's goals, how they go, and what moves.
pub(super) fn reader(cx: &mut Cx<'_, '_>) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let side = year::section(cx)?;
    let goals = top_goals(cx);
    let standing = Standing::of(cx, goals)?;
    let ids = measures_of(cx, &standing.goals);
    let top = cx.structure.organisation.roots().first().copied();
    let stands_out = if let Some(top) = top {
        let seen = seen_of(cx, top, &ids)?;
        stands_out(texts, texts.home_stands_out_all(), top, &seen)
    } else {
        html! {}
    };
    let (_, words, changed) = super::changed(cx, None)?;
    let hero = hero(cx, texts.home_reader_sentence().to_owned(), whole_thread(cx));
    Ok(html! {
        (hero)
        div.wrap.with-side {
            div {
                (standing.section(cx, texts.home_goals()))
                p.row { a href="/trad" { (texts.home_follow_thread()) } a href=(changed) { (words) } }
                (stands_out)
            }
            aside.side aria-label=(texts.home_year()) { (side) }
        }
    })
}
