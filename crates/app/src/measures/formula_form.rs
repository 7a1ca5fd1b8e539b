//! The form of a formula, and a formula in words on the page of its measure.

use domain::elements::Element;
use domain::ids::ElementId;
use domain::measures::Measure;
use domain::measures::formula::letter;
use domain::steering::Role;
use maud::{Markup, html};

use super::planning::theirs_notice;
use super::set_formula::{PLACES, Refused, Typed};
use super::show::MeasurePage;
use crate::cx::Cx;
use crate::i18n::sort_key;
use crate::web::ui::{
    Button, Choice, Field, PageHead, Problem, button, button_link, error_summary, form_end,
    page_header,
};

/// Measures offered at once; a word narrows the list.
const MOST_OFFERED: usize = 200;

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
        let wanted = cx.req.query.text("q");
        html! {
            div.wrap.page {
                @if !summary.is_empty() { (error_summary(texts.web_problems(), &summary)) }
                (page_header(&head))
                (theirs_notice(texts, &self.theirs))
                form.search-line method="get" action={(url) "/formel"} role="search" {
                    label for="q" { (texts.measures_formula_narrow()) }
                    input.input type="search" name="q" id="q" value=(wanted);
                    (button(Button::SmallSecondary, texts.measures_filter_button(), None))
                }
                form.form method="post" action={(url) "/formel"} {
                    input type="hidden" name="version" value=(self.typed.version);
                    @for (place, name) in PLACES.into_iter().enumerate() {
                        (Field::select(name, texts.measures_formula_part(letter(place).to_string()), self.choices(cx, place, &offered)).problem(self.wrong(name)).optional(optional))
                    }
                    (Field::text("formel", texts.measures_formula()).value(&self.typed.text).hint(texts.measures_formula_hint()).problem(self.wrong("formel")))
                    (form_end(&submit, None))
                }
            }
        }
    }

    /// The measures one may choose, those of the same owner first.
    fn offered(&self, cx: &Cx<'_, '_>) -> Vec<ElementId> {
        let structure = &cx.structure;
        let wanted = cx.req.query.text("q").to_lowercase();
        let types = structure.model.types_with_role(Role::Measure);
        let mut found: Vec<&Element> = types
            .flat_map(|one| structure.of_type(&one.id))
            .map(AsRef::as_ref)
            .filter(|one| one.id != self.element.id && one.is_current() && cx.may_see(one))
            .filter(|one| wanted.is_empty() || one.title.to_lowercase().contains(&wanted))
            .filter(|one| {
                let measure = structure.measure(one.id);
                measure.is_some_and(|other| other.frequency == self.measure.frequency)
            })
            .collect();
        found.sort_by_cached_key(|one| (one.owner != self.element.owner, sort_key(&one.title)));
        found.into_iter().take(MOST_OFFERED).map(|one| one.id).collect()
    }

    fn choices(&self, cx: &Cx<'_, '_>, place: usize, offered: &[ElementId]) -> Vec<Choice> {
        let structure = &cx.structure;
        let chosen = self.typed.chosen.get(place).map_or("", String::as_str);
        let chosen = chosen.parse::<ElementId>().ok();
        let known = chosen.filter(|id| !offered.contains(id));
        let all = known.iter().chain(offered);
        let named = all.filter_map(|id| structure.element(*id));
        let choices = named.map(|one| {
            let name = structure.organisation.name(one.owner);
            let words = format!("{} ({name})", one.title);
            Choice::new(one.id.to_string(), words).chosen(chosen == Some(one.id))
        });
        std::iter::once(Choice::new("", "–")).chain(choices).collect()
    }
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
