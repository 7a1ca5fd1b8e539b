//! Reading in a framework of the municipality's own, such as national goals for one of its fields.

use domain::access::Action;
use maud::{Markup, html};

use super::pack::{PackProblem, comes_with_program, read};
use super::{store, url};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::web::error::{Answer, AppError};
use crate::web::response::Response;
use crate::web::ui::{
    Button, Field, PageHead, Problem, Stop, breadcrumb_thread, button, details_section,
    error_summary, form_end, page_header,
};

/// A framework as a file tells it, to write after.
const EXAMPLE: &str = include_str!("../../../../frameworks/exempel.yaml");
/// The largest file, in bytes.
const LARGEST: usize = 200_000;

/// A framework is the whole municipality's.
fn may(cx: &Cx<'_, '_>) -> Result<(), AppError> {
    let top = cx.structure.organisation.roots().first().copied().ok_or(AppError::Forbidden)?;
    cx.may(Action::ManageModel, top)
}

/// Shows the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    may(cx)?;
    Ok(cx.page(cx.texts().frameworks_read_in(), Nav::Settings, &body(cx.texts(), "", None)))
}

/// Keeps the framework, or the newer words of one that was read in before. It is chosen as others are.
pub(super) fn read_in(cx: &mut Cx<'_, '_>) -> Answer {
    may(cx)?;
    let texts = cx.texts();
    let typed = cx.req.form.text("innehall").to_owned();
    let refused = |cx: &Cx<'_, '_>, words: &str| {
        cx.refused(texts.frameworks_read_in(), Nav::Settings, &body(texts, &typed, Some(words)))
    };
    if typed.len() > LARGEST {
        return Ok(refused(cx, texts.frameworks_too_large()));
    }
    let pack = match read(&typed) {
        Ok(pack) => pack,
        Err(problem) => return Ok(refused(cx, &problem_words(texts, &problem))),
    };
    if comes_with_program(&pack.id) {
        return Ok(refused(cx, texts.frameworks_id_taken()));
    }
    let before = store::own_packs(cx.tx)?.remove(&pack.id);
    let is_new = before.as_ref().is_none_or(|(content, _)| *content != typed);
    if let Some(first) = pack.goals.first().filter(|_| is_new) {
        let version = before.map_or(1, |(_, version)| version + 1);
        let file = (pack.id.as_str(), typed.as_str());
        store::keep_pack(cx.tx, file, cx.visit.now, version, pack.element(first))?;
    }
    Ok(Response::see_other(&url(&pack.id)))
}

fn problem_words(texts: Texts, problem: &PackProblem) -> String {
    match problem {
        PackProblem::Unreadable(Some(line)) => texts.frameworks_unreadable_at(*line),
        PackProblem::Unreadable(None) => texts.frameworks_unreadable().to_owned(),
        PackProblem::BadId => texts.frameworks_bad_id().to_owned(),
        PackProblem::NoSource => texts.frameworks_no_source().to_owned(),
        PackProblem::GoalCount => texts.frameworks_goal_count().to_owned(),
        PackProblem::BadGoal(number) => texts.frameworks_bad_goal(i64::from(*number)),
    }
}

fn body(texts: Texts, typed: &str, problem: Option<&str>) -> Markup {
    let head = PageHead {
        title: texts.frameworks_read_in().to_owned(),
        lead: texts.frameworks_read_in_lead().to_owned(),
        ..PageHead::default()
    };
    let stops =
        [Stop::to("/ramverk", texts.frameworks_title()), Stop::here(texts.frameworks_read_in())];
    let summary: Vec<Problem> =
        problem.iter().map(|words| Problem::at("innehall", *words)).collect();
    let example = html! { pre { (EXAMPLE) } };
    html! {
        div.wrap.page {
            (error_summary(texts.web_problems(), &summary))
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            (details_section(None, texts.frameworks_example_title(), "", problem.is_none(), &example))
            form.form method="post" {
                (Field::textarea("innehall", texts.frameworks_content()).id("innehall").value(typed).rows(16).problem(problem).required())
                (form_end(&button(Button::Primary, texts.frameworks_read_in_button(), None), None))
            }
        }
    }
}
