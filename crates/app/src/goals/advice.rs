//! Help with the wording, where it is written and where a draft is read. It never hinders.

use domain::elements::{Beyond, Element, Planned, Structure};
use domain::ids::ElementId;
use domain::steering::{ElementType, Formulation, Role, TypeId};
use domain::wording::{Advice, Wording, advise, is_advised};
use maud::{Markup, html};

use super::store;
use super::written::{LONGEST_TEXT, LONGEST_TITLE, Written};
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::steering::plural;
use crate::web::error::{Answer, AppError};
use crate::web::response::Response;

/// A remark in a sentence that says what to do.
pub(super) fn words(texts: Texts, advice: &Advice) -> String {
    match advice {
        Advice::WorkAsGoal { word } => texts.goals_advice_work(word),
        Advice::Endless { word } => texts.goals_advice_endless(word),
        Advice::SeveralThings { word } if word.is_empty() => {
            texts.goals_advice_sentences().to_owned()
        }
        Advice::SeveralThings { word } => texts.goals_advice_several(word),
        Advice::Vague { word } => texts.goals_advice_vague(word),
        Advice::NotMeasurable => texts.goals_advice_measurable().to_owned(),
        Advice::NotDated => texts.goals_advice_dated().to_owned(),
        Advice::NobodyResponsible => texts.goals_advice_responsible().to_owned(),
        Advice::Long { words } => texts.goals_advice_long(i64::try_from(*words).unwrap_or(0)),
    }
}

/// That there would be more of a type than the steering model advises; nothing where there would not.
pub(super) fn on_number(
    texts: Texts,
    structure: &Structure,
    element_type: &ElementType,
    planned: &[Planned],
) -> Option<String> {
    let Beyond { count, most, owner } = structure.would_pass(element_type, planned)?;
    let terms = plural(texts.language, &element_type.term).to_lowercase();
    let of = |number| i64::try_from(number).unwrap_or(i64::MAX);
    Some(match owner {
        Some(owner) => {
            let name = structure.organisation.name(owner);
            texts.goals_limit_of_owner(of(count), of(most), name, terms)
        }
        None => texts.goals_limit(of(count), of(most), terms),
    })
}

/// As [`on_number`], of what stands in a form. What takes the place of something makes it no more.
pub(super) fn on_number_written(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    element_type: &ElementType,
    planned: Option<Planned>,
) -> Result<Option<String>, AppError> {
    let Some(planned) = planned else { return Ok(None) };
    let words = on_number(cx.texts(), structure, element_type, &[planned]);
    match planned.id {
        Some(id) if words.is_some() && !store::predecessors(cx.tx, id)?.is_empty() => Ok(None),
        _ => Ok(words),
    }
}

/// What can be remarked on an element as it is kept.
pub(super) fn on_element(structure: &Structure, element: &Element) -> Vec<Advice> {
    advise(&Wording {
        role: element.role,
        formulation: formulation(structure.model.element_type(&element.element_type)),
        title: &element.title,
        text: &element.text,
        is_dated: element.ends_on.is_some(),
        has_responsible: element.responsible.is_some(),
        is_measured: !structure.measures_of(element.id).is_empty(),
    })
}

/// What can be remarked on what stands in a form.
pub(super) fn on_written(
    structure: &Structure,
    element_type: &ElementType,
    written: &Written,
    old: Option<ElementId>,
) -> Vec<Advice> {
    advise(&Wording {
        role: element_type.role,
        formulation: formulation(Some(element_type)),
        title: &written.title,
        text: &written.text,
        is_dated: !written.ends_on.is_empty(),
        has_responsible: !written.responsible.is_empty(),
        is_measured: old.is_some_and(|id| !structure.measures_of(id).is_empty()),
    })
}

fn formulation(element_type: Option<&ElementType>) -> Formulation {
    element_type.map_or(Formulation::None, |one| one.formulation)
}

/// What a checklist asks for, in a sentence; nothing where the model names none.
fn checklist(texts: Texts, formulation: Formulation) -> &'static str {
    match formulation {
        Formulation::None => "",
        Formulation::Smart => texts.goals_checklist_smart(),
        Formulation::Smarta => texts.goals_checklist_smarta(),
        Formulation::Takt => texts.goals_checklist_takt(),
        Formulation::YesNo => texts.goals_checklist_yes_no(),
        Formulation::Activity3 => texts.goals_checklist_activity(),
    }
}

/// The list, ready to be filled anew while somebody writes.
pub(super) fn in_form(texts: Texts, of: &ElementType, found: &[Advice], id: &str) -> Markup {
    if !is_advised(of.role) {
        return html! {};
    }
    let asked = checklist(texts, of.formulation);
    html! {
        div.advice {
            @if !asked.is_empty() { p.fine { (asked) } }
            @if of.role != Role::Activity { p.fine { (texts.goals_control_question()) } }
            div role="status" data-advice="/mal/formulering.json" data-lead=(texts.goals_advice_lead()) data-element=(id) {
                @if !found.is_empty() { (list(texts, found)) }
            }
        }
    }
}

/// The remarks as a list under a line that says they are advice.
pub(super) fn list(texts: Texts, found: &[Advice]) -> Markup {
    html! {
        p { b { (texts.goals_advice_lead()) } }
        ul { @for advice in found { li { (words(texts, advice)) } } }
    }
}

/// The remarks on what stands in the form right now, for our own script.
pub(super) fn while_writing(cx: &mut Cx<'_, '_>) -> Answer {
    let texts = cx.texts();
    let structure = cx.structure.clone();
    let cut = |name: &str, most: usize| cx.req.query.text(name).chars().take(most).collect();
    let of = structure.model.element_type(&TypeId::new(cx.req.query.text("typ")));
    let written = Written {
        title: cut("titel", LONGEST_TITLE),
        text: cut("text", LONGEST_TEXT),
        ends_on: cut("till", 10),
        responsible: cut("ansvarig", 40),
        ..Written::default()
    };
    let old = cx.req.query.parsed::<ElementId>("id");
    let old = old.filter(|id| structure.element(*id).is_some_and(|one| cx.may_see(one)));
    let found = of.map(|of| on_written(&structure, of, &written, old)).unwrap_or_default();
    let said: Vec<String> = found.iter().map(|advice| words(texts, advice)).collect();
    Ok(Response::json(http::StatusCode::OK, &serde_json::json!(said)))
}
