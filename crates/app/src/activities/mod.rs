//! Activities and assignments as work: how far each has come, and lists of them.
//!
//! Owns the table progress. Their pages as elements of the thread are in the goals slice.

mod assignments;
mod list;
mod report_progress;
pub mod store;
mod words;
mod work_list;

use domain::access::Action;
use domain::elements::Element;

use crate::cx::Cx;
use crate::routes::{Access, Routes};

pub use words::{
    own_progress_word, progress_status, progress_symbol, progress_word, told_progress_word,
};

/// The slice's pages.
pub fn routes(routes: &mut Routes) {
    let read = Access::May(Action::ReadThread);
    routes
        .get("/aktiviteter", read, list::list)
        .get("/uppdrag", read, assignments::list)
        .get("/aktivitet/{id}/framdrift", read, report_progress::show)
        .post("/aktivitet/{id}/framdrift", read, report_progress::keep);
}

/// The form that tells how far an activity or assignment has come.
pub fn progress_url(element: &Element) -> String {
    format!("/aktivitet/{}/framdrift", element.id)
}

/// Whether the visitor may say how far it has come: its responsible, and those who report for its
/// owner, while it lives.
pub fn may_report_progress(cx: &Cx<'_, '_>, element: &Element) -> bool {
    let own = cx.visit.person.as_ref().is_some_and(|person| element.responsible == Some(person.id));
    let reports = || own || cx.can(Action::RecordOutcome, element.owner);
    element.is_current() && (reports() || cx.can(Action::Plan, element.owner))
}
