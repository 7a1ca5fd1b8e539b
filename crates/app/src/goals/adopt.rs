//! Recording that a body has decided: one element, or everything an org unit has proposed.

use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Element, ElementState, Structure};
use domain::ids::{DecisionId, ElementId, OrgUnitId};
use domain::steering::OrgLevelKind;
use jiff::civil::Date;
use maud::{Markup, html};

use super::succeed::take_place;
use super::words::type_word;
use super::written::day;
use crate::cx::Cx;
use crate::decisions::{self, Decision};
use crate::elements::{self, store as nodes};
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Button, Choice, Field, PageHead, Problem, button, button_link, checklist, error_summary, form_end,
    page_header, question_group,
};

/// Longest paragraph and register number.
const LONGEST: usize = 60;

#[derive(Default)]
struct Typed {
    id: String,
    body: String,
    day: String,
    paragraph: String,
    reference: String,
    chosen: Vec<(String, i64)>,
}

struct Page<'a> {
    texts: Texts,
    structure: &'a Structure,
    /// The org unit whose plan is decided, when it is the whole plan.
    plan_of: Option<OrgUnitId>,
    elements: Vec<Arc<Element>>,
    typed: Typed,
    problems: Vec<(&'static str, String)>,
}

/// The form for one element.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let element = one(cx, &structure)?;
    if !element.is_editable() {
        return Ok(Response::see_other(&elements::url(element)));
    }
    let page = page(cx, &structure, None, vec![Arc::clone(element)]);
    Ok(cx.page(&page.title(), Nav::Plan, &page.body()))
}

/// The form for everything that an org unit has proposed.
pub(super) fn show_plan(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let owner: OrgUnitId = cx.req.query.parsed("enhet").or_not_found()?;
    structure.organisation.get(owner).or_not_found()?;
    cx.may(Action::Adopt, owner)?;
    let page = page(cx, &structure, Some(owner), proposed(&structure, owner));
    Ok(cx.page(&page.title(), Nav::Plan, &page.body()))
}

fn proposed(structure: &Structure, owner: OrgUnitId) -> Vec<Arc<Element>> {
    structure.owned_by(owner).filter(|one| one.state == ElementState::Proposed).map(Arc::clone).collect()
}

fn one<'s>(cx: &Cx<'_, '_>, structure: &'s Structure) -> Answer<&'s Arc<Element>> {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let element = structure.element(id).or_not_found()?;
    cx.may(Action::Adopt, element.owner)?;
    Ok(element)
}

fn page<'a>(
    cx: &Cx<'_, '_>,
    structure: &'a Structure,
    plan_of: Option<OrgUnitId>,
    elements: Vec<Arc<Element>>,
) -> Page<'a> {
    let body = elements.first().and_then(|first| deciding_body(structure, first));
    let typed = Typed {
        id: cx.new_id::<DecisionId>().to_string(),
        body: body.map(|body| body.to_string()).unwrap_or_default(),
        day: cx.today().to_string(),
        chosen: elements.iter().map(|one| (one.id.to_string(), one.version)).collect(),
        ..Typed::default()
    };
    Page { texts: cx.texts(), structure, plan_of, elements, typed, problems: Vec::new() }
}

/// The org unit on the level that decides such elements, nearest upward from the owner.
fn deciding_body(structure: &Structure, element: &Element) -> Option<OrgUnitId> {
    let level = structure.model.element_type(&element.element_type)?.decided_by.as_str();
    let organisation = &structure.organisation;
    std::iter::once(element.owner)
        .chain(organisation.ancestors(element.owner))
        .find(|unit| organisation.get(*unit).is_some_and(|unit| unit.level == level))
}

/// Keeps the decision and lets it hold for the elements it is about.
pub(super) fn adopt(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let sent = &cx.req.form;
    let (plan_of, elements) = if cx.req.params.contains_key("id") {
        (None, vec![Arc::clone(one(cx, &structure)?)])
    } else {
        let owner: OrgUnitId = sent.parsed("enhet").or_not_found()?;
        cx.may(Action::Adopt, owner)?;
        (Some(owner), chosen(&structure, owner, sent.all("mal")))
    };
    let back = plan_of.map_or_else(
        || elements.first().map(|one| elements::url(one)).unwrap_or_default(),
        |owner| format!("/planera?enhet={owner}"),
    );
    let id: DecisionId = cx.client_id();
    if elements.iter().all(|one| one.decision == Some(id)) && !elements.is_empty() {
        return Ok(Response::see_other(&back));
    }
    let mut page = page(cx, &structure, plan_of, elements);
    page.typed = Typed {
        id: id.to_string(),
        body: sent.text("organ").to_owned(),
        day: sent.text("dag").to_owned(),
        paragraph: sent.text("paragraf").trim_start_matches('§').trim().to_owned(),
        reference: sent.text("dnr").to_owned(),
        chosen: sent.all("mal").filter_map(read_choice).collect(),
    };
    let today = cx.today();
    let decision = match page.decided(id, today) {
        Ok(decision) => decision,
        Err(problems) => {
            page.problems = problems;
            return Ok(cx.refused(&page.title(), Nav::Plan, &page.body()));
        }
    };
    keep(cx, &structure, &page, &decision)?;
    Ok(Response::see_other(&back))
}

fn keep(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    page: &Page<'_>,
    decision: &Decision,
) -> Result<(), AppError> {
    decisions::store::insert_decision(cx.tx, decision)?;
    for element in &page.elements {
        let seen = page.typed.chosen.iter().find(|(id, _)| *id == element.id.to_string());
        // What has been rewritten since the form was read is not what the body decided.
        if !element.is_editable() || seen.is_none_or(|(_, version)| *version != element.version) {
            return Err(AppError::Stale);
        }
        let adopted = Element {
            state: ElementState::Adopted,
            decision: Some(decision.id),
            version: element.version + 1,
            ..Element::clone(element)
        };
        nodes::change_element(cx.tx, "adopt", &adopted)?;
        take_place(cx, structure, element.id)?;
    }
    Ok(())
}

/// A choice names an element and the version that was read: `id/version`.
fn read_choice(text: &str) -> Option<(String, i64)> {
    let (id, version) = text.split_once('/')?;
    Some((id.to_owned(), version.parse().ok()?))
}

fn chosen<'f>(
    structure: &Structure,
    owner: OrgUnitId,
    sent: impl Iterator<Item = &'f str>,
) -> Vec<Arc<Element>> {
    sent.filter_map(read_choice)
        .filter_map(|(id, _)| structure.element(id.parse().ok()?))
        .filter(|one| one.owner == owner)
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
    fn decided(&self, id: DecisionId, today: Date) -> Result<Decision, Vec<(&'static str, String)>> {
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
        if self.elements.is_empty() {
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

    fn title(&self) -> String {
        match (self.plan_of, self.elements.first()) {
            (None, Some(one)) => self.texts.goals_adopt_title(&one.title),
            (owner, _) => {
                let name = owner.map_or("", |owner| self.structure.organisation.name(owner));
                self.texts.goals_adopt_plan_title(name)
            }
        }
    }

    fn body(&self) -> Markup {
        let texts = self.texts;
        let (back, action) = match (self.plan_of, self.elements.first()) {
            (None, Some(one)) => (elements::url(one), format!("/mal/{}/beslut", one.id)),
            (owner, _) => {
                let owner = owner.map(|owner| owner.to_string()).unwrap_or_default();
                (format!("/planera?enhet={owner}"), "/planera/beslut".to_owned())
            }
        };
        let head = PageHead { title: self.title(), lead: texts.goals_adopt_lead().to_owned(), ..PageHead::default() };
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
        html! {
            input type="hidden" name="enhet" value=(owner);
            div #mal { (question_group(self.texts.goals_adopt_which(), "", &checklist("mal", &choices))) }
        }
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
    fn a_choice_names_an_element_and_the_version_read() {
        assert_eq!(read_choice("abc/3"), Some(("abc".to_owned(), 3)));
        assert_eq!(read_choice("abc"), None);
        assert_eq!(read_choice("abc/x"), None);
    }

    #[test]
    fn committees_keep_minutes_and_workplaces_do_not() {
        assert!(keeps_minutes(OrgLevelKind::Committee));
        assert!(!keeps_minutes(OrgLevelKind::Unit));
    }
}
