//! What the forms that change the organisation share: the org unit found, the page, the problems.

use std::sync::Arc;

use domain::access::Action;
use domain::ids::OrgUnitId;
use domain::organisation::{OrgUnit, OrganisationProblem, places};
use domain::steering::{OrgLevel, OrgLevelId};
use jiff::civil::Date;
use maud::{Markup, html};

use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::{Texts, date};
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Button, PageHead, Problem, Stop, Tone, breadcrumb_thread, button, button_link, error_summary,
    form_end, notice, page_header,
};

/// Longest name of an org unit.
pub(super) const LONGEST_NAME: usize = 200;

/// A field and what is wrong with it.
pub(super) type Wrong = (&'static str, String);

/// The org unit of the path, when the visitor may change it.
pub(super) fn unit_to_change(cx: &Cx<'_, '_>) -> Answer<Arc<OrgUnit>> {
    let id: OrgUnitId = cx.req.param("id").or_not_found()?;
    let unit = Arc::clone(cx.structure.organisation.get(id).or_not_found()?);
    cx.may(Action::Organise, id)?;
    Ok(unit)
}

/// Refuses a form that was opened before somebody else changed the org unit.
pub(super) fn check_version(cx: &Cx<'_, '_>, unit: &OrgUnit) -> Answer<()> {
    if cx.req.form.parsed::<i64>("version") == Some(unit.version) {
        Ok(())
    } else {
        Err(AppError::Stale)
    }
}

/// A form that changes the organisation.
pub(super) struct Change {
    /// The last part of its address.
    pub(super) step: &'static str,
    /// What it does.
    pub(super) title: String,
    /// What will happen, a sentence each; shown before anything does.
    pub(super) consequences: Vec<String>,
    /// The fields.
    pub(super) fields: Markup,
    /// What the button says.
    pub(super) button: &'static str,
    /// Whether it takes something away.
    pub(super) careful: bool,
}

impl Change {
    fn body(&self, texts: Texts, unit: &OrgUnit, wrong: &[Wrong]) -> Markup {
        let own = super::url(unit.id);
        let summary: Vec<Problem> =
            wrong.iter().map(|(at, words)| Problem::at(*at, words)).collect();
        let head = PageHead {
            eyebrow: unit.name.clone(),
            title: self.title.clone(),
            ..PageHead::default()
        };
        let stops = [
            Stop::to("/organisation", texts.reorganisation_title()),
            Stop::to(own.clone(), &unit.name),
            Stop::here(&self.title),
        ];
        let kind = if self.careful { Button::Careful } else { Button::Primary };
        let buttons = html! {
            (button(kind, self.button, None))
            (button_link(Button::Secondary, &own, texts.web_cancel()))
        };
        html! {
            div.wrap.page {
                (error_summary(texts.web_problems(), &summary))
                (breadcrumb_thread(texts.web_thread_label(), &stops))
                (page_header(&head))
                form.form method="post" action={(own) "/" (self.step)} {
                    input type="hidden" name="version" value=(unit.version);
                    (self.fields)
                    @if !self.consequences.is_empty() {
                        (notice(Tone::Neutral, texts.reorganisation_consequences(), &html! {
                            ul { @for sentence in &self.consequences { li { (sentence) } } }
                        }))
                    }
                    (form_end(&buttons, None))
                }
            }
        }
    }

    /// The form, before anything was typed or with what is wrong.
    pub(super) fn page(&self, cx: &Cx<'_, '_>, unit: &OrgUnit, wrong: &[Wrong]) -> Response {
        let body = self.body(cx.texts(), unit, wrong);
        let title = format!("{}: {}", self.title, unit.name);
        if wrong.is_empty() {
            cx.page(&title, Nav::Settings, &body)
        } else {
            cx.refused(&title, Nav::Settings, &body)
        }
    }
}

/// What is wrong at a field.
pub(super) fn problem_at<'w>(wrong: &'w [Wrong], field: &str) -> Option<&'w str> {
    wrong.iter().find(|(at, _)| *at == field).map(|(_, words)| words.as_str())
}

/// Why a change is refused.
pub(super) fn explain(texts: Texts, problem: OrganisationProblem) -> String {
    match problem {
        OrganisationProblem::UnderItself => texts.reorganisation_problem_under_itself(),
        OrganisationProblem::Ended => texts.reorganisation_problem_ended(),
        OrganisationProblem::SameTwice => texts.reorganisation_problem_same(),
        OrganisationProblem::HasChildren => texts.reorganisation_problem_children(),
        OrganisationProblem::EndsBeforeStart => texts.reorganisation_problem_before_start(),
        OrganisationProblem::WrongPlace => texts.reorganisation_problem_wrong_place(),
    }
    .to_owned()
}

/// Why an org unit on a level may not stand under another, and under what it may.
pub(super) fn explain_place(cx: &Cx<'_, '_>, level: &OrgLevelId, parent: &OrgUnit) -> String {
    let name = |level: &OrgLevel| crate::steering::singular(cx.language(), &level.name);
    let model = &cx.structure.model;
    let allowed: Vec<String> = places(model, level).into_iter().map(name).collect();
    let own = model.org_level(level).map(name).unwrap_or_default();
    if allowed.is_empty() {
        return cx.texts().reorganisation_problem_place_top(own);
    }
    cx.texts().reorganisation_problem_place_under(allowed.join(", "), own, &parent.name)
}

/// What is wrong with a name.
pub(super) fn name_problem(texts: Texts, name: &str) -> Option<String> {
    let written = name.chars().count();
    if name.is_empty() {
        return Some(texts.web_required().to_owned());
    }
    (written > LONGEST_NAME).then(|| texts.web_too_long(LONGEST_NAME, written))
}

/// The day of a field, or what is wrong with it.
pub(super) fn day(texts: Texts, text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| texts.web_bad_date().to_owned())
}

/// How long an org unit has been and will be there.
pub(super) fn validity(texts: Texts, unit: &OrgUnit) -> String {
    let from = date(texts.language, unit.valid_from);
    match unit.valid_to {
        Some(to) => texts.reorganisation_valid_from_to(from, date(texts.language, to)),
        None => texts.reorganisation_valid_from(from),
    }
}

/// What the municipality calls the level of an org unit.
pub(super) fn level_name(cx: &Cx<'_, '_>, level: &str) -> String {
    let id = OrgLevelId::from(level);
    cx.structure
        .model
        .org_level(&id)
        .map(|level| crate::steering::singular(cx.language(), &level.name))
        .unwrap_or_default()
}
