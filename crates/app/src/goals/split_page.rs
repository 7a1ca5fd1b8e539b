//! The forms where one element is split into several and several are merged into one.

use std::sync::Arc;

use domain::elements::{Element, Structure};
use domain::ids::ElementId;
use maud::{Markup, html};

use super::split::MOST_PARTS;
use super::words::type_word;
use super::written::LONGEST_TITLE;
use crate::elements;
use crate::i18n::Texts;
use crate::web::ui::{
    Button, Choice, Field, PageHead, Problem, button, button_link, checklist, details_section,
    empty_state, error_summary, form_end, page_header, question_group,
};

/// Most things below whose part can be chosen; the rest goes to the first.
const MOST_BELOW: usize = 200;

/// The form of a split.
pub(super) struct SplitPage<'a> {
    texts: Texts,
    structure: &'a Structure,
    element: &'a Element,
    typed: Vec<String>,
    below: Vec<(&'a Arc<Element>, usize)>,
    /// What is wrong.
    pub(super) problem: Option<String>,
}

impl<'a> SplitPage<'a> {
    /// The form with what was typed.
    pub(super) fn new(
        texts: Texts,
        structure: &'a Structure,
        element: &'a Element,
        typed: Vec<String>,
    ) -> Self {
        let below = structure.children(element.id).into_iter().map(|child| (child, 0)).collect();
        Self { texts, structure, element, typed, below, problem: None }
    }

    /// Which part each thing below shall hang on, by what the form says of it.
    pub(super) fn choose(&mut self, of: impl Fn(ElementId) -> Option<usize>) {
        for (child, place) in &mut self.below {
            *place = of(child.id).unwrap_or(0).min(MOST_PARTS);
        }
    }

    /// The place, among the parts named, of the one that a thing below shall hang on. What was put on
    /// a part left empty goes to the first, and so does what nothing was said of.
    pub(super) fn place_of(&self, child: ElementId) -> usize {
        let is_named =
            |place: usize| self.typed.get(place).is_some_and(|one| !one.trim().is_empty());
        let chosen = self.below.iter().find(|(below, _)| below.id == child);
        let chosen = chosen.map_or(0, |(_, place)| *place);
        if is_named(chosen) { (0..chosen).filter(|before| is_named(*before)).count() } else { 0 }
    }

    /// The parts that were named.
    pub(super) fn titles(&self) -> Vec<&str> {
        let named = self.typed.iter().map(|title| title.trim()).filter(|title| !title.is_empty());
        named.take(MOST_PARTS).collect()
    }

    /// Title of the page.
    pub(super) fn title(&self) -> String {
        self.texts.goals_split_title(&self.element.title)
    }

    /// The page.
    pub(super) fn body(&self) -> Markup {
        let texts = self.texts;
        let head = PageHead {
            title: self.title(),
            lead: texts.goals_split_lead().to_owned(),
            ..PageHead::default()
        };
        let end = html! {
            (button(Button::Primary, texts.goals_split_button(), None))
            (button_link(Button::Secondary, &elements::url(self.element), texts.web_cancel()))
        };
        html! {
            div.wrap.page {
                @if let Some(words) = &self.problem { (error_summary(texts.web_problems(), &[Problem::at("del-1", words)])) }
                (page_header(&head))
                form.form method="post" action={"/mal/" (self.element.id) "/dela"} {
                    @for place in 0..MOST_PARTS { (self.part(place)) }
                    @if !self.below.is_empty() { (self.children()) }
                    (form_end(&end, None))
                }
            }
        }
    }

    fn part(&self, place: usize) -> Markup {
        let texts = self.texts;
        let number = place + 1;
        let mut field = Field::text("del", texts.goals_split_part(number))
            .id(format!("del-{number}"))
            .value(self.typed.get(place).map_or("", String::as_str));
        if place >= 2 {
            field = field.optional(texts.web_optional());
        }
        if place == 0 {
            field = field.problem(self.problem.as_deref());
        }
        html! { (field) }
    }

    fn children(&self) -> Markup {
        let texts = self.texts;
        let fields = html! {
            @for (child, chosen) in self.below.iter().take(MOST_BELOW) {
                @let choices = (0..MOST_PARTS).map(|place| Choice::new(place.to_string(), texts.goals_split_part(place + 1)).chosen(place == *chosen)).collect();
                @let owner = self.structure.organisation.name(child.owner);
                (Field::select(format!("barn-{}", child.id), format!("{} ({owner})", child.title), choices))
            }
        };
        let rest = self.below.len().saturating_sub(MOST_BELOW);
        let body = html! {
            p.soft { (texts.goals_split_children_hint()) }
            (fields)
            @if rest > 0 { p.soft { (texts.goals_split_children_rest(super::plan_page::count(rest))) } }
        };
        let note = texts.goals_split_children_count(super::plan_page::count(self.below.len()));
        details_section(None, texts.goals_split_children(), &note, false, &body)
    }
}

/// The form of a merger.
pub(super) struct MergePage<'a> {
    pub(super) texts: Texts,
    pub(super) structure: &'a Structure,
    pub(super) element: &'a Element,
    pub(super) others: Vec<&'a Arc<Element>>,
    pub(super) title: String,
    pub(super) chosen: Vec<ElementId>,
    pub(super) problem: Option<(&'static str, String)>,
}

impl<'a> MergePage<'a> {
    /// Title of the page.
    pub(super) fn heading(&self) -> String {
        self.texts.goals_merge_title(&self.element.title)
    }

    /// The others that were chosen among those that can be.
    pub(super) fn chosen_others(&self) -> Vec<&'a Arc<Element>> {
        self.others.iter().copied().filter(|one| self.chosen.contains(&one.id)).collect()
    }

    /// What hinders it, apart from what others are doing.
    pub(super) fn flaw(&self) -> Option<(&'static str, String)> {
        let texts = self.texts;
        let written = self.title.chars().count();
        if self.chosen_others().is_empty() {
            return Some(("med", texts.goals_merge_none().to_owned()));
        }
        if self.title.trim().is_empty() {
            return Some(("titel", texts.goals_problem_title().to_owned()));
        }
        (written > LONGEST_TITLE).then(|| ("titel", texts.web_too_long(LONGEST_TITLE, written)))
    }

    /// The page.
    pub(super) fn body(&self) -> Markup {
        let texts = self.texts;
        let head = PageHead {
            eyebrow: type_word(texts.language, self.structure, self.element),
            title: self.heading(),
            lead: texts.goals_merge_lead().to_owned(),
            end: None,
        };
        let back = elements::url(self.element);
        let end = html! {
            (button(Button::Primary, texts.goals_merge_button(), None))
            (button_link(Button::Secondary, &back, texts.web_cancel()))
        };
        let choices: Vec<Choice> = self
            .others
            .iter()
            .map(|one| {
                Choice::new(one.id.to_string(), &one.title).chosen(self.chosen.contains(&one.id))
            })
            .collect();
        let wrong = |at: &str| {
            self.problem.as_ref().filter(|(field, _)| *field == at).map(|(_, words)| words.as_str())
        };
        html! {
            div.wrap.page {
                @if let Some((at, words)) = &self.problem { (error_summary(texts.web_problems(), &[Problem::at(*at, words)])) }
                (page_header(&head))
                @if choices.is_empty() {
                    div #med { (empty_state(texts.goals_merge_nothing(), texts.goals_merge_nothing_text(), Some(&button_link(Button::SmallSecondary, &back, texts.goals_trash_back())))) }
                } @else {
                    form.form method="post" action={"/mal/" (self.element.id) "/sla-ihop"} {
                        div #med { (question_group(texts.goals_merge_with(), "", &checklist("med", &choices))) }
                        (Field::text("titel", texts.goals_field_title()).hint(texts.goals_field_title_hint()).value(&self.title).problem(wrong("titel")))
                        (form_end(&end, None))
                    }
                }
            }
        }
    }
}
