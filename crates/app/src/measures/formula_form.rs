//! The form of a formula, and a formula in words on the page of its measure.

use domain::elements::{Element, Structure};
use domain::ids::ElementId;
use domain::measures::Measure;
use domain::measures::formula::letter;
use domain::steering::Role;
use maud::{Markup, html};

use super::planning::theirs_notice;
use super::set_formula::{PLACES, Refused, Typed};
use super::show::MeasurePage;
use crate::choosing::{Offered, Pool, on_enter};
use crate::cx::Cx;
use crate::web::ui::{
    Button, Choice, Field, PageHead, Problem, button, button_link, error_summary, form_end,
    page_header,
};

/// The form with what was typed and what is wrong with it.
pub(super) struct Form<'a> {
    pub(super) element: &'a Element,
    pub(super) measure: &'a Measure,
    pub(super) typed: Typed,
    pub(super) problem: Option<Refused>,
    /// What somebody else has written meanwhile.
    pub(super) theirs: Vec<(&'static str, String)>,
}

impl Form<'_> {
    fn wrong(&self, name: &str) -> Option<&str> {
        self.problem.as_ref().filter(|(at, _)| *at == name).map(|(_, words)| words.as_str())
    }

    /// The page.
    pub(super) fn body(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let head = PageHead {
            eyebrow: self.element.title.clone(),
            title: texts.measures_formula_set().to_owned(),
            lead: texts.measures_formula_lead().to_owned(),
            end: None,
        };
        let summary: Vec<Problem> =
            self.problem.iter().map(|(at, words)| Problem::at(*at, words)).collect();
        let url = super::url(self.element.id);
        let submit = html! {
            (button(Button::Primary, texts.web_save(), None))
            (button_link(Button::Secondary, &url, texts.web_cancel()))
        };
        let optional = texts.web_optional();
        let offered = self.offered(cx);
        html! {
            div.wrap.page {
                @if !summary.is_empty() { (error_summary(texts.web_problems(), &summary)) }
                (page_header(&head))
                (theirs_notice(texts, &self.theirs))
                form.form method="post" action={(url) "/formel"} {
                    @if offered.is_narrowed() { (on_enter(texts)) }
                    input type="hidden" name="version" value=(self.typed.version);
                    (offered.shared_search(texts, texts.measures_formula_narrow()))
                    @for (place, name) in PLACES.into_iter().enumerate() {
                        (offered.field_without_search(name, &texts.measures_formula_part(letter(place).to_string()), self.choices(cx, place, &offered)).problem(self.wrong(name)).optional(optional))
                    }
                    (Field::text("formel", texts.measures_formula()).value(&self.typed.text).hint(texts.measures_formula_hint()).problem(self.wrong("formel")))
                    (form_end(&submit, None))
                }
            }
        }
    }

    /// The measures one may choose, those of the same owner first; the same in every place.
    fn offered(&self, cx: &Cx<'_, '_>) -> Offered {
        let structure = &cx.structure;
        let types = structure.model.types_with_role(Role::Measure).map(|one| &one.id).collect();
        let is_alike = |one: &Element| {
            let other = structure.measure(one.id).filter(|_| one.id != self.element.id);
            other.is_some_and(|other| other.frequency == self.measure.frequency)
        };
        let near = Some(self.element.owner);
        let pool = Pool { structure, types, near, is_planned: false, fits: Some(&is_alike) };
        pool.offered(cx, "matt", "", |one| named(structure, one)).shared()
    }

    fn choices(&self, cx: &Cx<'_, '_>, place: usize, offered: &Offered) -> Vec<Choice> {
        let chosen = self.typed.chosen.get(place).and_then(|id| id.parse::<ElementId>().ok());
        let chosen = chosen.map(|id| id.to_string()).unwrap_or_default();
        let is_offered = offered.choices().iter().any(|choice| choice.value == chosen);
        let present = chosen.parse().ok().and_then(|id| cx.structure.element(id));
        let present = present
            .filter(|one| !is_offered && cx.may_see(one))
            .map(|one| Choice::new(one.id.to_string(), named(&cx.structure, one)));
        let all = present.into_iter().chain(offered.choices().iter().cloned());
        let all = all.map(|choice| {
            let is_chosen = choice.value == chosen;
            choice.chosen(is_chosen)
        });
        std::iter::once(Choice::new("", "–")).chain(all).collect()
    }
}

fn named(structure: &Structure, one: &Element) -> String {
    format!("{} ({})", one.title, structure.organisation.name(one.owner))
}

impl MeasurePage<'_> {
    /// How the values come about: reported, or computed, with the way to the parts.
    pub(super) fn formula(&self) -> Markup {
        let Some(formula) = &self.measure.formula else {
            return html! {};
        };
        // Names may hold any sign, so the parts are cut at their identities, which hold none.
        let written = formula.written(&|id| format!("[{id}]")).replace('*', "×");
        let pieces = written.split(['[', ']']).map(|piece| {
            if let Ok(id) = piece.parse::<ElementId>() {
                if let Some(part) = self.structure.element(id) {
                    html! { a href=(super::url(id)) { (part.title) } }
                } else {
                    html! { (self.texts.measures_formula_hidden()) }
                }
            } else {
                html! { (piece) }
            }
        });
        html! { @for piece in pieces { (piece) } br; span.fine { (self.texts.measures_formula_whole()) } }
    }
}
