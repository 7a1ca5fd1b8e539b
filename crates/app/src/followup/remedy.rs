//! Adding an activity as the answer to a deviation: an element in draft that executes the goal.

use domain::elements::{Element, ElementState, Link, Structure};
use domain::ids::{ElementId, LinkId, OrgUnitId, PersonId};
use domain::steering::{LinkKind, Role};
use jiff::civil::Date;
use maud::{Markup, html};

use super::reach::{find_to_write, part_of};
use super::store::{self, Part};
use super::{part_url, refusal};
use crate::cx::Cx;
use crate::elements::store as nodes;
use crate::frame::Nav;
use crate::web::error::{Answer, AppError};
use crate::web::response::Response;
use crate::web::ui::{
    Button, Choice, Field, PageHead, Problem, button, button_link, error_summary, form_end,
    page_header,
};

#[derive(Default)]
struct Typed {
    id: String,
    title: String,
    goal: String,
    responsible: String,
    ends_on: String,
}

/// The goals of the org unit that an activity may execute.
fn goals(structure: &Structure, org_unit: OrgUnitId) -> Vec<&Element> {
    structure
        .owned_by(org_unit)
        .map(AsRef::as_ref)
        .filter(|element: &&Element| {
            element.role == Role::Goal && activity_type(structure, element).is_some()
        })
        .collect()
}

fn activity_type<'s>(
    structure: &'s Structure,
    goal: &Element,
) -> Option<&'s domain::steering::ElementType> {
    structure.model.types_with_role(Role::Activity).find(|element_type| {
        structure
            .model
            .links_between(&element_type.id, &goal.element_type)
            .contains(&LinkKind::Executes)
    })
}

/// Shows the form.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_write(cx)?;
    let parts = store::parts_of(cx.tx, found.account.id)?;
    let part = part_of(cx, &parts)?;
    if let Err(problem) = found.write_in(part, cx.today()) {
        return Ok(refusal::refuse(cx, (&found.account, &found.round), &problem));
    }
    let typed = Typed {
        id: cx.new_id::<ElementId>().to_string(),
        responsible: cx.person_id()?.to_string(),
        ..Typed::default()
    };
    let body = body(cx, found.account.org_unit, part, &typed, &[])?;
    Ok(cx.page(cx.texts().followup_add_remedy(), Nav::FollowUp, &body))
}

/// Keeps the activity and ticks it in the part.
pub(super) fn add(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_write(cx)?;
    let parts = store::parts_of(cx.tx, found.account.id)?;
    let part = part_of(cx, &parts)?.clone();
    if let Err(problem) = found.write_in(&part, cx.today()) {
        return Ok(refusal::refuse(cx, (&found.account, &found.round), &problem));
    }
    let form = &cx.req.form;
    let typed = Typed {
        id: form.text("id").to_owned(),
        title: form.text("titel").to_owned(),
        goal: form.text("mal").to_owned(),
        responsible: form.text("ansvarig").to_owned(),
        ends_on: form.text("klar").to_owned(),
    };
    let structure = cx.structure.clone();
    let element = match read(cx, &structure, found.account.org_unit, &typed)? {
        Ok(element) => element,
        Err(problems) => {
            let id = cx.new_id::<ElementId>().to_string();
            let id = typed.id.parse::<ElementId>().map_or(id, |_| typed.id.clone());
            let typed = Typed { id, ..typed };
            let body = body(cx, found.account.org_unit, &part, &typed, &problems)?;
            return Ok(cx.refused(cx.texts().followup_add_remedy(), Nav::FollowUp, &body));
        }
    };
    let back = part_url(found.account.id, part.id);
    let (element, goal) = element;
    if !nodes::insert_element(cx.tx, &element)? {
        return Ok(Response::see_other(&back));
    }
    let link = Link {
        id: cx.new_id::<LinkId>(),
        child: element.id,
        parent: goal,
        kind: LinkKind::Executes,
    };
    nodes::insert_link(cx.tx, &link)?;
    let mut remedies =
        store::remedies_of(cx.tx, found.account.id)?.remove(&part.id).unwrap_or_default();
    remedies.push(element.id);
    store::keep_remedies(cx.tx, part.id, &remedies, part.version)?;
    Ok(Response::see_other(&back))
}

/// Who may answer for the activity: those of the org unit, and who writes.
fn people(cx: &mut Cx<'_, '_>, org_unit: OrgUnitId) -> Result<Vec<(PersonId, String)>, AppError> {
    let mut people = store::people_of(cx.tx, org_unit)?;
    let writer = cx.person()?;
    if !people.iter().any(|(id, _)| *id == writer.id) {
        people.push((writer.id, writer.name.clone()));
    }
    Ok(people)
}

type Read = Result<(Element, ElementId), Vec<Problem>>;

fn read(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    org_unit: OrgUnitId,
    typed: &Typed,
) -> Result<Read, AppError> {
    let texts = cx.texts();
    let mut problems = Vec::new();
    let id: Option<ElementId> = typed.id.parse().ok();
    // Without an identity of its own, sending twice would make two.
    if id.is_none() {
        problems.push(Problem::at("titel", texts.followup_unreadable()));
    }
    if typed.title.is_empty() {
        problems.push(Problem::at("titel", texts.followup_remedy_needs_title()));
    } else if typed.title.chars().count() > 200 {
        let written = i64::try_from(typed.title.chars().count()).unwrap_or(i64::MAX);
        problems.push(Problem::at("titel", texts.web_too_long(200, written)));
    }
    let people = people(cx, org_unit)?;
    let responsible = typed.responsible.parse::<PersonId>().ok();
    let responsible = responsible.filter(|id| people.iter().any(|(known, _)| known == id));
    if responsible.is_none() {
        problems.push(Problem::at("ansvarig", texts.web_unknown_choice()));
    }
    let ends_on = typed.ends_on.parse::<Date>().ok();
    match ends_on {
        None => problems.push(Problem::at("klar", texts.web_bad_date())),
        Some(day) if day < cx.today() => {
            problems.push(Problem::at("klar", texts.followup_remedy_past()));
        }
        Some(_) => {}
    }
    let goals = goals(structure, org_unit);
    let chosen = typed.goal.parse::<ElementId>().ok();
    let goal = goals.iter().find(|goal| Some(goal.id) == chosen).copied();
    let kind = goal.and_then(|goal| Some((goal, activity_type(structure, goal)?)));
    let Some((goal, element_type)) = kind else {
        problems.push(Problem::at("mal", texts.web_unknown_choice()));
        return Ok(Err(problems));
    };
    let Some(id) = id.filter(|_| problems.is_empty()) else { return Ok(Err(problems)) };
    let element = Element {
        id,
        element_type: element_type.id.clone(),
        role: Role::Activity,
        owner: org_unit,
        number: String::new(),
        title: typed.title.clone(),
        text: String::new(),
        responsible,
        starts_on: Some(cx.today()),
        ends_on,
        state: ElementState::Draft,
        decision: None,
        version: 1,
    };
    Ok(Ok((element, goal.id)))
}

fn body(
    cx: &mut Cx<'_, '_>,
    org_unit: OrgUnitId,
    part: &Part,
    typed: &Typed,
    problems: &[Problem],
) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let structure = cx.structure.clone();
    let people: Vec<Choice> = people(cx, org_unit)?
        .into_iter()
        .map(|(id, name)| {
            Choice::new(id.to_string(), name).chosen(id.to_string() == typed.responsible)
        })
        .collect();
    let goals: Vec<Choice> = goals(&structure, org_unit)
        .into_iter()
        .map(|goal| {
            Choice::new(goal.id.to_string(), &goal.title).chosen(goal.id.to_string() == typed.goal)
        })
        .collect();
    let wrong = |field: &str| {
        problems.iter().find(|problem| problem.field == field).map(|problem| problem.words.as_str())
    };
    let back = part_url(part.account, part.id);
    let head = PageHead {
        eyebrow: part.title.clone(),
        title: texts.followup_add_remedy().to_owned(),
        lead: texts.followup_remedy_lead().to_owned(),
        end: None,
    };
    let buttons = html! {
        (button(Button::Primary, texts.followup_remedy_save(), None))
        (button_link(Button::Secondary, &back, texts.web_cancel()))
    };
    let today = cx.today().to_string();
    Ok(html! {
        div.wrap.page {
            (error_summary(texts.web_problems(), problems))
            (page_header(&head))
            form.form method="post" action={ (back) "/atgard" } {
                input type="hidden" name="id" value=(typed.id);
                (Field::text("titel", texts.followup_remedy_title()).hint(texts.followup_remedy_title_hint()).value(&typed.title).problem(wrong("titel")))
                (Field::select("mal", texts.followup_remedy_goal(), goals).problem(wrong("mal")))
                (Field::select("ansvarig", texts.followup_remedy_responsible(), people).problem(wrong("ansvarig")))
                (Field::date("klar", texts.followup_remedy_ends()).value(&typed.ends_on).between(Some(&today), None).problem(wrong("klar")))
                (form_end(&buttons, None))
            }
        }
    })
}
