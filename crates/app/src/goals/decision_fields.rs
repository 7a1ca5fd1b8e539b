//! The fields of a decision: who decided, which day, and where it stands in the minutes.

use domain::ids::OrgUnitId;
use maud::{Markup, html};

use super::deciding::keeps_minutes;
use super::decision_form::Page;
use crate::i18n::Texts;
use crate::web::ui::{Choice, Field};

/// The box that says that the day is right although it is long ago.
pub(super) fn long_ago_box(texts: Texts, is_ticked: bool) -> Markup {
    let choice = Choice::new("ja", texts.goals_adopt_long_ago_choice()).chosen(is_ticked);
    html! { (Field::checkboxes("lange_sedan", texts.goals_adopt_long_ago(), vec![choice])) }
}

impl Page<'_> {
    /// Who decided, when and where it stands.
    pub(super) fn fields(&self) -> Markup {
        let texts = self.texts;
        let wrong = |field: &str| {
            self.problems.iter().find(|(at, _)| *at == field).map(|(_, words)| words.as_str())
        };
        html! {
            (Field::select("organ", texts.goals_adopt_body(), self.bodies()).problem(wrong("organ")))
            (Field::date("dag", texts.goals_adopt_day()).value(&self.typed.day).problem(wrong("dag")))
            @if self.typed.is_long_ago || wrong("dag") == Some(texts.goals_problem_long_ago()) { (long_ago_box(texts, self.typed.is_long_ago)) }
            @if self.ends_measure() { (Field::date("sista", texts.goals_end_last_day()).hint(texts.goals_end_last_day_hint()).value(&self.typed.last).problem(wrong("sista"))) }
            (Field::text("paragraf", texts.goals_adopt_paragraph()).hint(texts.goals_adopt_paragraph_hint()).value(&self.typed.paragraph).problem(wrong("paragraf")))
            (Field::text("dnr", texts.goals_adopt_reference()).hint(texts.goals_adopt_reference_hint()).value(&self.typed.reference).optional(texts.web_optional()).problem(wrong("dnr")))
            @if self.asks_first { (Field::checkboxes("sett", texts.goals_end_seen(), vec![Choice::new("ja", texts.goals_end_seen_choice()).chosen(self.typed.has_seen)]).problem(wrong("sett"))) }
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
