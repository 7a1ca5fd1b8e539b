//! What the visitor answers for: work of their own, the nearest in time first.

use std::collections::BTreeSet;

use domain::elements::Element;
use domain::fulfilment::Progress;
use domain::steering::Role;
use jiff::civil::Date;
use maud::{Markup, html};

use crate::cx::Cx;
use crate::elements;
use crate::thread::{self, shape_of, short_day};
use crate::web::error::AppError;
use crate::web::ui::{Task, TaskState, section, task_list};

/// Pieces of work in the list; the thread shows the rest.
const MOST: usize = 6;

/// The section of what the visitor answers for; nothing for who answers for nothing.
pub(super) fn section_of(cx: &mut Cx<'_, '_>) -> Result<Markup, AppError> {
    let (texts, today, person) = (cx.texts(), cx.today(), cx.person_id()?);
    let structure = cx.structure.clone();
    let own = thread::store::of_person(cx.tx, person)?;
    let work: Vec<_> = own
        .iter()
        .filter_map(|id| structure.element(*id))
        .filter(|one| matches!(one.role, Role::Activity | Role::Assignment) && one.is_current())
        .collect();
    let said =
        thread::store::said(cx.tx, &BTreeSet::new(), &work.iter().map(|one| one.id).collect())?;
    let progress = |one: &Element| {
        let said = said.progress.get(&one.id).copied().unwrap_or(Progress::NotStarted);
        said.read_on(one.ends_on, today)
    };
    let mut left: Vec<_> = work
        .into_iter()
        .filter(|one| !matches!(progress(one), Progress::Done | Progress::Cancelled))
        .collect();
    left.sort_by_key(|one| (one.ends_on.unwrap_or(Date::MAX), one.id));
    if left.is_empty() {
        return Ok(html! {});
    }
    let tasks: Vec<Task> = left
        .iter()
        .take(MOST)
        .map(|one| Task {
            url: Some(elements::url(one)),
            title: one.title.clone(),
            note: shape_of(texts, &structure, one, &said).1,
            time: one.ends_on.map(|day| short_day(texts.language, day, today)).unwrap_or_default(),
            state: TaskState::Left,
            ..Task::default()
        })
        .collect();
    let body = html! {
        (task_list(&tasks))
        @if left.len() > MOST { p { a href=(thread::answered_by(person)) { (texts.home_more_accounts(super::many(left.len() - MOST))) } } }
    };
    Ok(section("ansvar", texts.home_you_answer_for(), "", &body))
}
