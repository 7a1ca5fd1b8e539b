//! The form of a decision: who decided what, when and under which paragraph.

use std::sync::Arc;

use domain::elements::{Element, ElementState, Structure};
use domain::ids::{DecisionId, OrgUnitId};
use domain::impact::Exemption;
use domain::steering::OrgLevelKind;
use jiff::civil::Date;
use maud::{Markup, html};

use super::words::type_word;
use super::written::day;
use crate::decisions::Decision;
use crate::elements;
use crate::i18n::Texts;
use crate::web::ui::{
    Button, Choice, Field, PageHead, Problem, button, button_link, checklist, error_summary,
    form_end, page_header, question_group,
};

/// Longest paragraph and register number.
const LONGEST: usize = 60;

/// The fields as typed.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) id: String,
    pub(super) body: String,
    pub(super) day: String,
    pub(super) paragraph: String,
    pub(super) reference: String,
    pub(super) chosen: Vec<(String, i64)>,
    /// What does not concern the org unit, by identity and the version read.
    pub(super) declined: Vec<(String, i64)>,
}

/// The form, ready to be shown.
pub(super) struct Page<'a> {
    pub(super) texts: Texts,
    pub(super) structure: &'a Structure,
    /// The org unit whose plan is decided, when it is the whole plan.
    pub(super) plan_of: Option<OrgUnitId>,
    pub(super) elements: Vec<Arc<Element>>,
    /// What the org unit has proposed not to answer.
    pub(super) exemptions: Vec<Exemption>,
    pub(super) typed: Typed,
    pub(super) problems: Vec<(&'static str, String)>,
}

/// What an org unit has laid before those who decide.
pub(super) fn proposed(structure: &Structure, owner: OrgUnitId) -> Vec<Arc<Element>> {
    structure
        .owned_by(owner)
        .filter(|one| one.state == ElementState::Proposed)
        .map(Arc::clone)
        .collect()
}

/// Whether the one who decides keeps minutes with paragraphs.
fn keeps_minutes(kind: OrgLevelKind) -> bool {
    matches!(
        kind,
        OrgLevelKind::Council
            | OrgLevelKind::ExecutiveBoard
            | OrgLevelKind::ExecutiveSubcommittee
            | OrgLevelKind::Committee
            | OrgLevelKind::ProgrammeCommittee
            | OrgLevelKind::Company
            | OrgLevelKind::JointBody
    )
}

impl Page<'_> {
    /// The decision the fields tell of, or everything that is wrong with them.
    pub(super) fn decided(
        &self,
        id: DecisionId,
        today: Date,
    ) -> Result<Decision, Vec<(&'static str, String)>> {
        let texts = self.texts;
        let mut problems = Vec::new();
        let body = self.typed.body.parse().ok().and_then(|id| self.structure.organisation.get(id));
        if body.is_none() {
            problems.push(("organ", texts.web_unknown_choice().to_owned()));
        }
        let decided_on = day(&self.typed.day).ok().flatten();
        match decided_on {
            None => problems.push(("dag", texts.web_bad_date().to_owned())),
            Some(decided_on) if decided_on > today => {
                problems.push(("dag", texts.goals_problem_future().to_owned()));
            }
            Some(_) => {}
        }
        if self.typed.paragraph.is_empty() && body.is_some_and(|body| keeps_minutes(body.kind)) {
            problems.push(("paragraf", texts.goals_problem_paragraph().to_owned()));
        }
        for (field, text) in [("paragraf", &self.typed.paragraph), ("dnr", &self.typed.reference)] {
            let written = text.chars().count();
            if written > LONGEST {
                problems.push((field, texts.web_too_long(LONGEST, written)));
            }
        }
        if self.elements.is_empty() && self.typed.declined.is_empty() {
            problems.push(("mal", texts.goals_problem_none_chosen().to_owned()));
        }
        let (Some(body), Some(decided_on), true) = (body, decided_on, problems.is_empty()) else {
            return Err(problems);
        };
        Ok(Decision {
            id,
            body: body.id,
            decided_on,
            paragraph: self.typed.paragraph.clone(),
            reference: self.typed.reference.clone(),
            version: 1,
        })
    }

    /// Title of the page.
    pub(super) fn title(&self) -> String {
        match (self.plan_of, self.elements.first()) {
            (None, Some(one)) => self.texts.goals_adopt_title(&one.title),
            (owner, _) => {
                let name = owner.map_or("", |owner| self.structure.organisation.name(owner));
                self.texts.goals_adopt_plan_title(name)
            }
        }
    }

    /// The page.
    pub(super) fn body(&self) -> Markup {
        let texts = self.texts;
        let (back, action) = match (self.plan_of, self.elements.first()) {
            (None, Some(one)) => (elements::url(one), format!("/mal/{}/beslut", one.id)),
            (owner, _) => {
                let owner = owner.map(|owner| owner.to_string()).unwrap_or_default();
                (format!("/planera?enhet={owner}"), "/planera/beslut".to_owned())
            }
        };
        let head = PageHead {
            title: self.title(),
            lead: texts.goals_adopt_lead().to_owned(),
            ..PageHead::default()
        };
        let summary: Vec<Problem> =
            self.problems.iter().map(|(at, words)| Problem::at(*at, words)).collect();
        let end = html! {
            (button(Button::Primary, texts.goals_adopt_button(), None))
            (button_link(Button::Secondary, &back, texts.web_cancel()))
        };
        html! {
            div.wrap.page {
                @if !summary.is_empty() { (error_summary(texts.web_problems(), &summary)) }
                (page_header(&head))
                form.form method="post" action=(action) {
                    input type="hidden" name="id" value=(self.typed.id);
                    (self.what())
                    (self.fields())
                    (form_end(&end, None))
                }
            }
        }
    }

    fn what(&self) -> Markup {
        let Some(owner) = self.plan_of else {
            return html! {
                @for (id, version) in &self.typed.chosen { input type="hidden" name="mal" value={(id) "/" (version)}; }
            };
        };
        let choices: Vec<Choice> = proposed(self.structure, owner)
            .iter()
            .map(|one| {
                let chosen = self.typed.chosen.iter().any(|(id, _)| *id == one.id.to_string());
                Choice::new(format!("{}/{}", one.id, one.version), &one.title)
                    .note(type_word(self.texts.language, self.structure, one))
                    .chosen(chosen)
            })
            .collect();
        let lists = html! {
            @if !choices.is_empty() { (checklist("mal", &choices)) }
            @if !self.exemptions.is_empty() { (checklist("avsta", &self.declined_choices())) }
        };
        html! {
            input type="hidden" name="enhet" value=(owner);
            div #mal { (question_group(self.texts.goals_adopt_which(), "", &lists)) }
        }
    }

    fn declined_choices(&self) -> Vec<Choice> {
        let title = |one: &Exemption| {
            self.structure.element(one.element).map_or("", |goal| goal.title.as_str())
        };
        self.exemptions
            .iter()
            .map(|one| {
                let chosen = self.typed.declined.iter().any(|(id, _)| *id == one.id.to_string());
                let words = self.texts.goals_exempt_title(title(one));
                Choice::new(format!("{}/{}", one.id, one.version), words)
                    .note(&one.reason)
                    .chosen(chosen)
            })
            .collect()
    }

    fn fields(&self) -> Markup {
        let texts = self.texts;
        let wrong = |field: &str| {
            self.problems.iter().find(|(at, _)| *at == field).map(|(_, words)| words.as_str())
        };
        html! {
            (Field::select("organ", texts.goals_adopt_body(), self.bodies()).problem(wrong("organ")))
            (Field::date("dag", texts.goals_adopt_day()).value(&self.typed.day).problem(wrong("dag")))
            (Field::text("paragraf", texts.goals_adopt_paragraph()).hint(texts.goals_adopt_paragraph_hint()).value(&self.typed.paragraph).problem(wrong("paragraf")))
            (Field::text("dnr", texts.goals_adopt_reference()).hint(texts.goals_adopt_reference_hint()).value(&self.typed.reference).optional(texts.web_optional()).problem(wrong("dnr")))
        }
    }

    /// Bodies that keep minutes, and the way up from the owner.
    fn bodies(&self) -> Vec<Choice> {
        let organisation = &self.structure.organisation;
        let mut units: Vec<OrgUnitId> = organisation
            .roots()
            .iter()
            .flat_map(|root| organisation.subtree(*root))
            .filter(|unit| organisation.get(*unit).is_some_and(|unit| keeps_minutes(unit.kind)))
            .collect();
        for owner in self.plan_of.into_iter().chain(self.elements.iter().map(|one| one.owner)) {
            for unit in std::iter::once(owner).chain(organisation.ancestors(owner)) {
                if !units.contains(&unit) {
                    units.push(unit);
                }
            }
        }
        units
            .into_iter()
            .map(|unit| {
                let id = unit.to_string();
                let chosen = id == self.typed.body;
                Choice::new(id, organisation.name(unit)).chosen(chosen)
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn committees_keep_minutes_and_workplaces_do_not() {
        assert!(keeps_minutes(OrgLevelKind::Committee));
        assert!(!keeps_minutes(OrgLevelKind::Unit));
    }
}
