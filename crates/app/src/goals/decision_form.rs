//! The form of a decision: who decided what, when and under which paragraph.

use std::sync::Arc;

use domain::elements::{Element, ElementState, Structure};
use domain::ids::{DecisionId, OrgUnitId};
use domain::impact::Exemption;
use domain::steering::Role;
use maud::{Markup, html};

use super::words::type_word;
use crate::elements;
use crate::form_page::FormPage;
use crate::i18n::Texts;
use crate::web::fields::Fields;
use crate::web::ui::{
    Button, Choice, PageHead, Problem, button_link, checklist, empty_state, page_header,
    question_group,
};

/// The fields as typed.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) id: String,
    pub(super) body: String,
    pub(super) day: String,
    pub(super) paragraph: String,
    pub(super) reference: String,
    /// The last day that a measure holds.
    pub(super) last: String,
    /// That the day is right although it is long ago.
    pub(super) is_long_ago: bool,
    /// That what is left behind has been seen.
    pub(super) has_seen: bool,
    pub(super) chosen: Vec<(String, i64)>,
    /// What does not concern the org unit, by identity and the version read.
    pub(super) declined: Vec<(String, i64)>,
}

/// A choice names an element and the version that was read: `id/version`.
pub(super) fn read_choice(text: &str) -> Option<(String, i64)> {
    let (id, version) = text.split_once('/')?;
    Some((id.to_owned(), version.parse().ok()?))
}

impl Typed {
    /// What the form brought.
    pub(super) fn sent(id: DecisionId, sent: &Fields) -> Self {
        Self {
            id: id.to_string(),
            body: sent.text("organ").to_owned(),
            day: sent.text("dag").to_owned(),
            paragraph: sent.text("paragraf").trim_start_matches('§').trim().to_owned(),
            reference: sent.text("dnr").to_owned(),
            last: sent.text("sista").to_owned(),
            is_long_ago: sent.has("lange_sedan"),
            has_seen: sent.has("sett"),
            chosen: sent.all("mal").filter_map(read_choice).collect(),
            declined: sent.all("avsta").filter_map(read_choice).collect(),
        }
    }
}

/// What a decision does to what it is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Effect {
    /// It holds from now on.
    Adopts,
    /// It ends.
    Ends,
}

/// The form, ready to be shown.
pub(super) struct Page<'a> {
    pub(super) texts: Texts,
    pub(super) effect: Effect,
    /// Whether something is left behind that the visitor has to say they have seen.
    pub(super) asks_first: bool,
    pub(super) structure: &'a Structure,
    /// The org unit whose plan is decided, when it is the whole plan.
    pub(super) plan_of: Option<OrgUnitId>,
    pub(super) elements: Vec<Arc<Element>>,
    /// What may be chosen, when it is a whole plan.
    pub(super) offered: Vec<Arc<Element>>,
    /// What was read of where each element hangs.
    pub(super) marks: Vec<String>,
    /// What the org unit has proposed not to answer.
    pub(super) exemptions: Vec<Exemption>,
    pub(super) typed: Typed,
    pub(super) problems: Vec<(&'static str, String)>,
    /// What is decided, word by word.
    pub(super) about: Markup,
}

/// What an org unit has laid before those who decide.
pub(super) fn proposed(structure: &Structure, owner: OrgUnitId) -> Vec<Arc<Element>> {
    structure
        .owned_by(owner)
        .filter(|one| one.state == ElementState::Proposed)
        .map(Arc::clone)
        .collect()
}

impl Page<'_> {
    /// Title of the page.
    pub(super) fn title(&self) -> String {
        match (self.plan_of, self.elements.first()) {
            (None, Some(one)) if self.effect == Effect::Ends => {
                self.texts.goals_end_title(&one.title)
            }
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
            (None, Some(one)) => {
                let step = if self.effect == Effect::Ends { "avsluta" } else { "beslut" };
                (elements::url(one), format!("/mal/{}/{step}", one.id))
            }
            (owner, _) => {
                let owner = owner.map(|owner| owner.to_string()).unwrap_or_default();
                (format!("/planera?enhet={owner}"), "/planera/beslut".to_owned())
            }
        };
        let (lead, save) = match self.effect {
            Effect::Adopts => (texts.goals_adopt_lead(), texts.goals_adopt_button()),
            Effect::Ends => (texts.goals_end_lead(), texts.goals_end_button()),
        };
        let head = PageHead { title: self.title(), lead: lead.to_owned(), ..PageHead::default() };
        let summary: Vec<Problem> =
            self.problems.iter().map(|(at, words)| Problem::at(*at, words)).collect();
        let page = FormPage { head, problems: &summary, action: &action, save, cancel: &back };
        let fields = html! {
                    input type="hidden" name="id" value=(self.typed.id);
                    @for mark in &self.marks { input type="hidden" name="lankar" value=(mark); }
                    (self.what())
                    (self.fields())
        };
        page.body(texts, &self.about, &fields)
    }

    /// The page of a plan where nothing waits.
    pub(super) fn nothing(&self, owner: OrgUnitId) -> Markup {
        let texts = self.texts;
        let back = format!("/planera?enhet={owner}");
        let back = button_link(Button::SmallSecondary, &back, texts.goals_trash_back());
        let (title, text) = (texts.goals_adopt_nothing(), texts.goals_adopt_nothing_text());
        html! {
            div.wrap.page {
                (page_header(&PageHead { title: self.title(), ..PageHead::default() }))
                (empty_state(title, text, Some(&back)))
            }
        }
    }

    /// Whether what was read of where an element hangs holds still. Of what is not decided now
    /// nothing is asked.
    pub(super) fn still_stands(&self, read: &str) -> bool {
        let of = |mark: &str| mark.split('/').next().map(str::to_owned);
        self.marks.iter().all(|mark| of(mark) != of(read) || mark == read)
    }

    fn what(&self) -> Markup {
        let Some(owner) = self.plan_of else {
            return html! {
                @for (id, version) in &self.typed.chosen { input type="hidden" name="mal" value={(id) "/" (version)}; }
            };
        };
        let choices: Vec<Choice> = self
            .offered
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

    /// Whether a measure ends, which has a last day that values are asked for.
    pub(super) fn ends_measure(&self) -> bool {
        self.effect == Effect::Ends && self.elements.iter().any(|one| one.role == Role::Measure)
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
}
