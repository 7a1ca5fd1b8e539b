//! Saying how far an activity or assignment has come.

use domain::elements::{Element, Structure};
use domain::fulfilment::Progress;
use domain::ids::ElementId;
use domain::steering::Role;
use maud::{Markup, html};

use super::store::{self, ProgressRow};
use super::words::{offered_progress, told_progress_word};
use super::{may_report_progress, progress_symbol, progress_url};
use crate::cx::Cx;
use crate::elements;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::steering::Offered;
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
    structure: &'a Structure,
    element: &'a Element,
    owner: &'a str,
    typed: Typed,
    problem: Option<(&'static str, String)>,
    theirs: Option<ProgressRow>,
}

fn find<'s>(cx: &Cx<'_, '_>, structure: &'s Structure) -> Answer<&'s Element> {
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
    let offered = offered_progress(cx.texts(), &structure, element);
    let is_kept = |one: &&Offered<Progress>| {
        let is_level = kept.scale_level.is_empty() || kept.scale_level == one.scale_level;
        one.means == kept.progress && is_level
    };
    let progress = offered.iter().find(is_kept).map(|one| one.value.clone()).unwrap_or_default();
    let typed = Typed { progress, note: kept.note, version: kept.version };
    let owner = structure.organisation.name(element.owner);
    let (texts, structure) = (cx.texts(), &structure);
    let form = Form { texts, structure, element, owner, typed, problem: None, theirs: None };
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
    let (texts, structure) = (cx.texts(), &structure);
    let mut form = Form { texts, structure, element, owner, typed, problem: None, theirs: None };
    let offered = offered_progress(texts, structure, element);
    let (progress, scale_level) = match decide(texts, &offered, &form.typed) {
        Ok(decided) => decided,
        Err(problem) => {
            form.problem = Some(problem);
            return Ok(cx.refused(&form.title(), Nav::FollowUp, &form.body()));
        }
    };
    let kept = store::progress(cx.tx, element.id)?;
    if kept.version != form.typed.version {
        // The same words sent twice are no conflict.
        if (kept.progress, &kept.scale_level, &kept.note)
            == (progress, &scale_level, &form.typed.note)
        {
            return Ok(Response::see_other(&elements::url(element)));
        }
        form.typed.version = kept.version;
        form.theirs = Some(kept);
        return Ok(cx.conflicting(&form.title(), Nav::FollowUp, &form.body()));
    }
    let version = kept.version + 1;
    let (element_id, note) = (element.id, form.typed.note);
    let row = ProgressRow { element: element_id, progress, scale_level, note, version };
    store::keep_progress(cx.tx, &row)?;
    Ok(Response::see_other(&elements::url(element)))
}

/// What is said, and by which level of the scale.
fn decide(
    texts: Texts,
    offered: &[Offered<Progress>],
    typed: &Typed,
) -> Result<(Progress, String), (&'static str, String)> {
    let chosen = offered.iter().find(|one| one.value == typed.progress);
    let chosen = chosen.ok_or_else(|| ("lage", texts.activities_problem_progress().to_owned()))?;
    let written = typed.note.chars().count();
    if written > LONGEST_NOTE {
        return Err(("kommentar", texts.web_too_long(LONGEST_NOTE, written)));
    }
    Ok((chosen.means, chosen.scale_level.clone()))
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
        let said = (theirs.progress, theirs.scale_level.as_str());
        let word = told_progress_word(texts, self.structure, self.element, said);
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
        offered_progress(self.texts, self.structure, self.element)
            .into_iter()
            .map(|one| {
                Choice::new(&one.value, &one.label)
                    .symbol(progress_symbol(one.means), &one.label)
                    .chosen(one.value == self.typed.progress)
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
        let offered = [Offered {
            value: "pagar".to_owned(),
            means: Progress::Ongoing,
            scale_level: "pagar".to_owned(),
            label: "Pågår".to_owned(),
        }];
        let decide = |progress, note: &str| decide(texts, &offered, &typed(progress, note));
        let said = decide("pagar", "Snart klart").ok();
        assert_eq!(said, Some((Progress::Ongoing, "pagar".to_owned())));
        for unknown in ["", "ongoing"] {
            assert_eq!(decide(unknown, "").err().map(|(at, _)| at), Some("lage"), "{unknown}");
        }
        let long = "å".repeat(LONGEST_NOTE + 1);
        assert_eq!(decide("pagar", &long).err().map(|(at, _)| at), Some("kommentar"));
    }
}
