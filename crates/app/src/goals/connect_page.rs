//! The page where an element is linked upward.

use domain::elements::{Element, Link, LinkProblem, Structure};
use domain::steering::LinkKind;
use maud::{Markup, html};

use super::store::LinkChange;
use super::words::{link_problem, link_word, type_word};
use crate::choosing::{Offered, Pool, on_enter, parent_types};
use crate::cx::Cx;
use crate::elements;
use crate::i18n::Texts;
use crate::web::ui::{
    Button, Choice, Field, PageHead, Problem, button, button_link, empty_state, error_summary,
    form_end, page_header, section,
};

/// The form, ready to be shown.
pub(super) struct Page<'a> {
    pub(super) texts: Texts,
    pub(super) structure: &'a Structure,
    pub(super) element: &'a Element,
    pub(super) parent: String,
    /// What it can be linked to.
    pub(super) parents: Offered,
    pub(super) kind: String,
    pub(super) problem: Option<LinkProblem>,
    /// Changes that wait for a decision.
    pub(super) proposals: Vec<(LinkChange, Link)>,
    /// Whether links change only by a decision.
    pub(super) waits_for_decision: bool,
    pub(super) may_adopt: bool,
}

impl Page<'_> {
    /// Title of the page.
    pub(super) fn title(&self) -> String {
        self.texts.goals_connect_title(&self.element.title)
    }

    /// The page.
    pub(super) fn body(&self) -> Markup {
        let texts = self.texts;
        let field = if self.parents.is_empty() { "" } else { "till" };
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
                @if self.waits_for_decision { (self.proposed_section()) }
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
                            @if self.proposals.iter().all(|(_, one)| one.id != link.id) { form method="post" action={"/mal/" (self.element.id) "/koppla/bort"} {
                                button.link-button type="submit" name="lank" value=(link.id) {
                                    (texts.goals_unlink()) span.sr { ": " (parent.title) }
                                }
                            } }
                        }
                    }
                }
            }
        }
    }

    /// Changes that wait for a decision, with the way to decide them.
    fn proposed_section(&self) -> Markup {
        let texts = self.texts;
        let body = html! {
            p.soft { (texts.goals_links_wait()) }
            @if !self.proposals.is_empty() {
                ul.settings-list { @for (change, link) in &self.proposals { (self.proposal(*change, link)) } }
                @if self.may_adopt {
                    p.row { (button_link(Button::SmallSecondary, &format!("/mal/{}/beslut", self.element.id), texts.goals_adopt())) }
                }
            }
        };
        section("forslag", texts.goals_links_proposed(), "", &body)
    }

    fn proposal(&self, change: LinkChange, link: &Link) -> Markup {
        let texts = self.texts;
        let words = match change {
            LinkChange::Begin => texts.goals_link_to_come(),
            LinkChange::End => texts.goals_link_to_go(),
        };
        let title = self.structure.element(link.parent).map_or("", |one| one.title.as_str());
        html! {
            li {
                div { b { (title) } p.soft { (words) } }
                form method="post" action={"/mal/" (self.element.id) "/koppla/bort"} {
                    button.link-button type="submit" name="lank" value=(link.id) {
                        (texts.goals_exempt_back()) span.sr { ": " (title) }
                    }
                }
            }
        }
    }

    fn form(&self, wrong: Option<&str>) -> Markup {
        let texts = self.texts;
        if self.parents.is_empty() {
            return empty_state(texts.goals_no_parents(), texts.goals_no_parents_text(), None);
        }
        let kinds = self.kinds();
        let end = html! {
            (button(Button::Primary, texts.goals_link_button(), None))
            (button_link(Button::Secondary, &elements::url(self.element), texts.goals_done()))
        };
        html! {
            form.form method="post" action={"/mal/" (self.element.id) "/koppla"} {
                @if self.parents.is_narrowed() { (on_enter(texts)) }
                (self.or_choose().field(texts, texts.goals_link_to()).problem(wrong))
                @if !self.structure.links_up(self.element.id).is_empty() { (Field::select("istallet", texts.goals_link_instead(), self.links_to_replace()).hint(texts.goals_link_instead_hint())) }
                @if kinds.len() > 1 { (Field::radios("slag", texts.goals_link_kind(), kinds)) }
                (form_end(&end, None))
            }
        }
    }

    /// Links that the new one may take the place of, so that moving is one step.
    fn links_to_replace(&self) -> Vec<Choice> {
        let keep = Choice::new("", self.texts.goals_link_instead_none());
        let links = self.structure.links_up(self.element.id).iter().filter_map(|link| {
            let parent = self.structure.element(link.parent)?;
            Some(Choice::new(link.id.to_string(), &parent.title))
        });
        std::iter::once(keep).chain(links).collect()
    }

    /// Nobody links to whatever happens to stand first.
    fn or_choose(&self) -> Offered {
        let parents = self.parents.clone();
        if !self.parent.is_empty() {
            return parents;
        }
        parents.after(Choice::new("", self.texts.goals_choose_parent()))
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

/// What an element can be linked to beside what it is linked to already, the nearest first.
pub(super) fn parents(
    cx: &Cx<'_, '_>,
    structure: &Structure,
    element: &Element,
    chosen: &str,
) -> Offered {
    let Some(own) = structure.model.element_type(&element.element_type) else {
        return Offered::default();
    };
    let linked = structure.links_up(element.id);
    let is_free = |parent: &Element| {
        parent.id != element.id && !linked.iter().any(|link| link.parent == parent.id)
    };
    let types = parent_types(own);
    let near = Some(element.owner);
    let pool = Pool { structure, types, near, is_planned: false, fits: Some(&is_free) };
    pool.offered(cx, "till", chosen, |parent| {
        let term = type_word(cx.texts().language, structure, parent);
        format!("{term}: {} ({})", parent.title, structure.organisation.name(parent.owner))
    })
}
