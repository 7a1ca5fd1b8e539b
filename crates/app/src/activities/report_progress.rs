//! Saying how far an activity or assignment has come.

use domain::elements::Element;
use domain::fulfilment::Progress;
use domain::ids::ElementId;
use domain::steering::Role;
use maud::{Markup, html};

use super::store::{self, ProgressRow};
use super::{may_report_progress, progress_symbol, progress_url, progress_word};
use crate::cx::Cx;
use crate::elements;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Button, Choice, Field, PageHead, Problem, Tone, button, button_link, error_summary, form_end,
    notice, page_header,
};

/// Longest note.
const LONGEST_NOTE: usize = 2_000;

#[derive(Default)]
struct Typed {
    progress: String,
    note: String,
    version: i64,
}

struct Form<'a> {
    texts: Texts,
    element: &'a Element,
    owner: &'a str,
    typed: Typed,
    problem: Option<(&'static str, String)>,
    theirs: Option<ProgressRow>,
}

fn find<'s>(cx: &Cx<'_, '_>, structure: &'s domain::elements::Structure) -> Answer<&'s Element> {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let element = cx.find_visible(structure, id)?;
    if !matches!(element.role, Role::Activity | Role::Assignment) {
        return Err(AppError::NotFound);
    }
    if may_report_progress(cx, element) { Ok(element) } else { Err(AppError::Forbidden) }
}

/// Shows the form with what has been said.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let element = find(cx, &structure)?;
    let kept = store::progress(cx.tx, element.id)?;
    let typed =
        Typed { progress: kept.progress.code().to_owned(), note: kept.note, version: kept.version };
    let owner = structure.organisation.name(element.owner);
    let form = Form { texts: cx.texts(), element, owner, typed, problem: None, theirs: None };
    Ok(cx.page(&form.title(), Nav::FollowUp, &form.body()))
}

/// Keeps what is said now.
pub(super) fn keep(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let element = find(cx, &structure)?;
    let sent = &cx.req.form;
    let typed = Typed {
        progress: sent.text("lage").to_owned(),
        note: sent.text("kommentar").to_owned(),
        version: sent.parsed("version").unwrap_or(0),
    };
    let owner = structure.organisation.name(element.owner);
    let mut form = Form { texts: cx.texts(), element, owner, typed, problem: None, theirs: None };
    let progress = match decide(form.texts, &form.typed) {
        Ok(progress) => progress,
        Err(problem) => {
            form.problem = Some(problem);
            return Ok(cx.refused(&form.title(), Nav::FollowUp, &form.body()));
        }
    };
    let kept = store::progress(cx.tx, element.id)?;
    if kept.version != form.typed.version {
        // The same words sent twice are no conflict.
        if kept.progress == progress && kept.note == form.typed.note {
            return Ok(Response::see_other(&elements::url(element)));
        }
        form.typed.version = kept.version;
        form.theirs = Some(kept);
        return Ok(cx.conflicting(&form.title(), Nav::FollowUp, &form.body()));
    }
    let version = kept.version + 1;
    let row = ProgressRow { element: element.id, progress, note: form.typed.note, version };
    store::keep_progress(cx.tx, &row)?;
    Ok(Response::see_other(&elements::url(element)))
}

fn decide(texts: Texts, typed: &Typed) -> Result<Progress, (&'static str, String)> {
    let progress = typed
        .progress
        .parse()
        .map_err(|_| ("lage", texts.activities_problem_progress().to_owned()))?;
    let written = typed.note.chars().count();
    if written > LONGEST_NOTE {
        return Err(("kommentar", texts.web_too_long(LONGEST_NOTE, written)));
    }
    Ok(progress)
}

impl Form<'_> {
    fn title(&self) -> String {
        self.texts.activities_progress_title(&self.element.title)
    }

    fn body(&self) -> Markup {
        let texts = self.texts;
        let head =
            PageHead { eyebrow: self.owner.to_owned(), title: self.title(), ..PageHead::default() };
        let wrong = |field: &str| {
            self.problem.as_ref().filter(|(at, _)| *at == field).map(|(_, words)| words.as_str())
        };
        let summary: Vec<Problem> =
            self.problem.iter().map(|(at, words)| Problem::at(*at, words)).collect();
        let end = html! {
            (button(Button::Primary, texts.activities_progress_button(), None))
            (button_link(Button::Secondary, &elements::url(self.element), texts.web_cancel()))
        };
        html! {
            div.wrap.page {
                @if !summary.is_empty() { (error_summary(texts.web_problems(), &summary)) }
                (page_header(&head))
                @if let Some(theirs) = &self.theirs { (self.conflict(theirs)) }
                form.form method="post" action=(progress_url(self.element)) {
                    input type="hidden" name="version" value=(self.typed.version);
                    (Field::cards("lage", texts.activities_progress_question(), self.choices()).problem(wrong("lage")))
                    (Field::textarea("kommentar", texts.activities_note()).hint(texts.activities_note_hint())
                        .rows(4).value(&self.typed.note).optional(texts.web_optional()).problem(wrong("kommentar")))
                    (form_end(&end, None))
                }
            }
        }
    }

    fn conflict(&self, theirs: &ProgressRow) -> Markup {
        let texts = self.texts;
        let word = progress_word(texts, theirs.progress);
        notice(
            Tone::Partly,
            texts.activities_conflict(),
            &html! {
                p { (texts.activities_conflict_theirs(word)) @if !theirs.note.is_empty() { " ”" (theirs.note) "”" } }
                p { (texts.activities_conflict_yours()) }
            },
        )
    }

    fn choices(&self) -> Vec<Choice> {
        Progress::ALL
            .iter()
            .map(|progress| {
                let word = progress_word(self.texts, *progress);
                Choice::new(progress.code(), word)
                    .symbol(progress_symbol(*progress), word)
                    .chosen(progress.code() == self.typed.progress)
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    fn typed(progress: &str, note: &str) -> Typed {
        Typed { progress: progress.to_owned(), note: note.to_owned(), version: 0 }
    }

    #[test]
    fn progress_is_chosen_and_its_words_are_not_endless() {
        let texts = Texts::from(Language::Swedish);
        assert_eq!(decide(texts, &typed("ongoing", "Snart klart")).ok(), Some(Progress::Ongoing));
        assert_eq!(decide(texts, &typed("", "")).err().map(|(at, _)| at), Some("lage"));
        let long = "å".repeat(LONGEST_NOTE + 1);
        assert_eq!(decide(texts, &typed("done", &long)).err().map(|(at, _)| at), Some("kommentar"));
    }
}
