//! Saying how much each thing weighs in a proposal, where the model's rule weighs.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::access::Action;
use domain::assessment::Weight;
use domain::elements::{Element, Structure};
use domain::ids::ElementId;
use maud::{Markup, html};

use super::grounds::{grounds_of, is_judged};
use super::store::{self, AssessmentKind, keep_weight};
use crate::cx::Cx;
use crate::form_page::FormPage;
use crate::frame::Nav;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{Field, PageHead, Problem, Tone, notice};

/// Most fields on the page.
const MOST: usize = 200;

/// The form with what was typed and what is wrong with it.
struct Form<'a> {
    structure: &'a Structure,
    element: &'a Element,
    inputs: Vec<ElementId>,
    typed: BTreeMap<ElementId, String>,
    version: i64,
    problems: Vec<Problem>,
    stale: bool,
}

fn field(id: ElementId) -> String {
    format!("vikt-{id}")
}

/// The element of the address with what counts in its proposal and how much it weighs now.
fn find<'s>(cx: &mut Cx<'_, '_>, structure: &'s Structure) -> Answer<Form<'s>> {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let element: &Arc<Element> = cx.find_visible(structure, id)?;
    cx.may(Action::Plan, element.owner)?;
    is_judged(structure, element).then_some(()).or_not_found()?;
    let grounds = grounds_of(cx, structure, element, &BTreeMap::new())?.of(AssessmentKind::Outcome);
    grounds.weighs().then_some(()).or_not_found()?;
    let weights = store::weights_below(cx.tx, &[id])?;
    let counting = grounds.inputs.iter().filter(|input| input.counts).take(MOST);
    let typed = counting.clone().map(|one| (one.element, one.weight.number().to_string()));
    Ok(Form {
        structure,
        element,
        typed: typed.collect(),
        inputs: counting.map(|one| one.element).collect(),
        version: weights.values().map(|(_, version)| version).sum(),
        problems: Vec::new(),
        stale: false,
    })
}

/// Shows the weights.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let form = find(cx, &structure)?;
    Ok(cx.page(&form.title(cx), Nav::Thread, &form.body(cx)))
}

/// Keeps the weights that are others than before.
pub(super) fn keep(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let mut form = find(cx, &structure)?;
    let before = form.typed.clone();
    let mut weights = Vec::new();
    for id in &form.inputs {
        let typed = cx.req.form.text(&field(*id)).trim().to_owned();
        if let Some(weight) = typed.parse().ok().and_then(Weight::new) {
            weights.push((*id, weight));
        } else {
            let problem = cx.texts().assessment_weight_problem();
            form.problems.push(Problem::at(field(*id), problem));
        }
        form.typed.insert(*id, typed);
    }
    if !form.problems.is_empty() {
        return Ok(cx.refused(&form.title(cx), Nav::Thread, &form.body(cx)));
    }
    weights.retain(|(id, weight)| before.get(id) != Some(&weight.number().to_string()));
    if !weights.is_empty() && cx.req.form.parsed("version") != Some(form.version) {
        form.stale = true;
        return Ok(cx.conflicting(&form.title(cx), Nav::Thread, &form.body(cx)));
    }
    for (id, weight) in weights {
        keep_weight(cx.tx, (form.element.id, id), weight)?;
    }
    Ok(Response::see_other(&format!("/mal/{}#forslag", form.element.id)))
}

impl Form<'_> {
    fn title(&self, cx: &Cx<'_, '_>) -> String {
        cx.texts().assessment_weights_title(&self.element.title)
    }

    fn body(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let address = format!("/mal/{}", self.element.id);
        let head = PageHead {
            eyebrow: self.structure.organisation.name(self.element.owner).to_owned(),
            title: self.title(cx),
            lead: texts.assessment_weights_lead().to_owned(),
            end: None,
        };
        let page = FormPage {
            head,
            problems: &self.problems,
            action: &format!("{address}/vikter"),
            save: texts.assessment_weights_save(),
            cancel: &address,
        };
        let before = html! {
            @if self.stale {
                (notice(Tone::Partly, texts.assessment_weights_conflict(), &html! { p { (texts.assessment_weights_conflict_text()) } }))
            }
        };
        let fields = html! {
                    input type="hidden" name="version" value=(self.version);
                    @for id in &self.inputs { (self.field(*id)) }
        };
        page.body(texts, &before, &fields)
    }

    fn field(&self, id: ElementId) -> Markup {
        let name = field(id);
        let title = self.structure.element(id).map_or("", |one| one.title.as_str());
        let problem = self.problems.iter().find(|problem| problem.field == name);
        let value = self.typed.get(&id).map(String::as_str).unwrap_or_default();
        html! {
            (Field::number(name, title).value(value).between(Some("1"), Some("100"))
                .problem(problem.map(|problem| problem.words.as_str())))
        }
    }
}
