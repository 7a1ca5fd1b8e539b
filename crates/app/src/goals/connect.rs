//! Linking an element upward, and taking links away.

use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Element, Link, LinkProblem, Structure};
use domain::ids::{ElementId, LinkId};
use domain::steering::LinkKind;
use maud::{Markup, html};

use super::words::{link_problem, link_word, type_word};
use crate::cx::Cx;
use crate::elements::{self, store as nodes};
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Button, Choice, Field, PageHead, Problem, button, button_link, empty_state, error_summary,
    form_end, page_header, section,
};

/// Most elements to choose among.
const MOST_CHOICES: usize = 1_000;

struct Page<'a> {
    texts: Texts,
    structure: &'a Structure,
    element: &'a Element,
    parent: String,
    kind: String,
    problem: Option<LinkProblem>,
}

fn find<'s>(cx: &Cx<'_, '_>, structure: &'s Structure) -> Answer<&'s Arc<Element>> {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let element = structure.element(id).or_not_found()?;
    cx.may(Action::Plan, element.owner)?;
    Ok(element)
}

/// Shows the links upward and a form for one more.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let element = find(cx, &structure)?;
    let page = Page {
        texts: cx.texts(),
        structure: &structure,
        element,
        parent: cx.req.query.text("till").to_owned(),
        kind: String::new(),
        problem: None,
    };
    Ok(cx.page(&page.title(), Nav::Plan, &page.body()))
}

/// Keeps a link, when the steering model allows it and the thread stays sound.
pub(super) fn connect(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.seen();
    let element = find(cx, &structure)?;
    let sent = &cx.req.form;
    let mut page = Page {
        texts: cx.texts(),
        structure: &structure,
        element,
        parent: sent.text("till").to_owned(),
        kind: sent.text("slag").to_owned(),
        problem: None,
    };
    match page.checked() {
        Ok((parent, kind)) => {
            let link = Link { id: cx.client_id::<LinkId>(), child: element.id, parent, kind };
            nodes::insert_link(cx.tx, &link)?;
            Ok(Response::see_other(&elements::url(element)))
        }
        Err(problem) => {
            page.problem = Some(problem);
            Ok(cx.refused(&page.title(), Nav::Plan, &page.body()))
        }
    }
}

/// Takes a link away.
pub(super) fn disconnect(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let element = find(cx, &structure)?;
    let wanted: LinkId = cx.req.form.parsed("lank").or_not_found()?;
    let back = format!("/mal/{}/koppla", element.id);
    // A link that is gone already is what was asked for.
    if let Some(link) = structure.links_up(element.id).iter().find(|link| link.id == wanted) {
        nodes::end_link(cx.tx, link)?;
    }
    Ok(Response::see_other(&back))
}

impl Page<'_> {
    /// The link asked for; without a kind of its own, the one the model has between the two.
    fn checked(&self) -> Result<(ElementId, LinkKind), LinkProblem> {
        let parent: ElementId = self.parent.parse().map_err(|_| LinkProblem::Unknown)?;
        let upper = self.structure.element(parent).filter(|upper| upper.is_current());
        let upper = upper.ok_or(LinkProblem::Unknown)?;
        let model = &self.structure.model;
        let kind = self
            .kind
            .parse()
            .ok()
            .or_else(|| {
                crate::steering::link_between(
                    model,
                    &self.element.element_type,
                    &upper.element_type,
                )
            })
            .ok_or(LinkProblem::NotInModel)?;
        self.structure.check_link(self.element.id, kind, parent)?;
        Ok((parent, kind))
    }

    fn title(&self) -> String {
        self.texts.goals_connect_title(&self.element.title)
    }

    fn body(&self) -> Markup {
        let texts = self.texts;
        let field = if self.parents().is_empty() { "" } else { "till" };
        let head = PageHead {
            eyebrow: type_word(texts.language, self.structure, self.element),
            title: self.title(),
            lead: texts.goals_connect_lead().to_owned(),
            end: None,
        };
        let wrong = self.problem.map(|problem| link_problem(texts, problem));
        let summary: Vec<Problem> = wrong.iter().map(|words| Problem::at(field, *words)).collect();
        html! {
            div.wrap.page {
                @if !summary.is_empty() { (error_summary(texts.web_problems(), &summary)) }
                (page_header(&head))
                (section("lankar", texts.goals_links_now(), "", &self.links()))
                (section("ny-lank", texts.goals_link_new(), "", &self.form(wrong)))
            }
        }
    }

    fn links(&self) -> Markup {
        let texts = self.texts;
        let links = self.structure.links_up(self.element.id);
        if links.is_empty() {
            return empty_state(texts.goals_no_links(), texts.goals_no_links_text(), None);
        }
        html! {
            ul.settings-list {
                @for link in links {
                    @if let Some(parent) = self.structure.element(link.parent) {
                        li {
                            div {
                                b { a href=(elements::url(parent)) { (parent.title) } }
                                p.soft { (link_word(texts, link.kind)) ", " (type_word(texts.language, self.structure, parent).to_lowercase()) ", " (self.structure.organisation.name(parent.owner)) }
                            }
                            form method="post" action={"/mal/" (self.element.id) "/koppla/bort"} {
                                button.link-button type="submit" name="lank" value=(link.id) {
                                    (texts.goals_unlink()) span.sr { ": " (parent.title) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn form(&self, wrong: Option<&str>) -> Markup {
        let texts = self.texts;
        let parents = self.parents();
        if parents.is_empty() {
            return empty_state(texts.goals_no_parents(), texts.goals_no_parents_text(), None);
        }
        let kinds = self.kinds();
        let end = html! {
            (button(Button::Primary, texts.goals_link_button(), None))
            (button_link(Button::Secondary, &elements::url(self.element), texts.goals_done()))
        };
        html! {
            form.form method="post" action={"/mal/" (self.element.id) "/koppla"} {
                (Field::select("till", texts.goals_link_to(), parents).problem(wrong))
                @if kinds.len() > 1 { (Field::radios("slag", texts.goals_link_kind(), kinds)) }
                (form_end(&end, None))
            }
        }
    }

    fn parents(&self) -> Vec<Choice> {
        let structure = self.structure;
        let Some(own) = structure.model.element_type(&self.element.element_type) else {
            return Vec::new();
        };
        let linked = structure.links_up(self.element.id);
        own.parents
            .iter()
            .flat_map(|link| structure.of_type(&link.parent))
            .filter(|parent| parent.is_current() && parent.id != self.element.id)
            .filter(|parent| !linked.iter().any(|link| link.parent == parent.id))
            .take(MOST_CHOICES)
            .map(|parent| {
                let id = parent.id.to_string();
                let chosen = id == self.parent;
                let term = type_word(self.texts.language, structure, parent);
                let owner = structure.organisation.name(parent.owner);
                Choice::new(id, format!("{term}: {} ({owner})", parent.title)).chosen(chosen)
            })
            .collect()
    }

    fn kinds(&self) -> Vec<Choice> {
        let Some(own) = self.structure.model.element_type(&self.element.element_type) else {
            return Vec::new();
        };
        let mut kinds: Vec<LinkKind> = Vec::new();
        for link in &own.parents {
            if !kinds.contains(&link.link) {
                kinds.push(link.link);
            }
        }
        let as_model =
            Choice::new("", self.texts.goals_link_as_model()).chosen(self.kind.is_empty());
        let one_each = kinds.len() < 2;
        let named = kinds.into_iter().map(|kind| {
            Choice::new(kind.key(), link_word(self.texts, kind)).chosen(kind.key() == self.kind)
        });
        if one_each { Vec::new() } else { std::iter::once(as_model).chain(named).collect() }
    }
}
