//! The part of a form where an action is described.

use domain::actions::{ImprovementKind, LONGEST_TOLD, Wanted};
use domain::elements::Element;
use jiff::civil::Date;
use maud::{Markup, html};

use super::place::Place;
use super::typed::{TypedAction, TypedFacts};
use super::words::{kind_word, wanted_word};
use crate::i18n::Texts;
use crate::web::ui::{Choice, Field, Problem, details_section};

fn choice(value: String, label: &str, typed: &str) -> Choice {
    let chosen = value == typed;
    Choice::new(value, label).chosen(chosen)
}

impl TypedAction {
    /// The fields, with what is wrong at each. What an action need not have is folded away unless
    /// something there is wrong.
    pub fn fields(
        &self,
        texts: Texts,
        place: &Place<'_>,
        today: Date,
        problems: &[Problem],
    ) -> Markup {
        let wrong = |field: &str| Problem::of(problems, field);
        let today = today.to_string();
        let goals = place.goals.iter();
        let goals = goals.map(|one| choice(one.id.to_string(), &one.title, &self.goal)).collect();
        let people = place.people.iter();
        let people =
            people.map(|(id, name)| choice(id.to_string(), name, &self.responsible)).collect();
        html! {
            input type="hidden" name="id" value=(self.id);
            (Field::text("titel", texts.actions_title_field()).hint(texts.actions_title_hint()).value(&self.title).problem(wrong("titel")))
            (Field::select("mal", texts.actions_goal(), goals).problem(wrong("mal")))
            (Field::select("ansvarig", texts.actions_responsible(), people).problem(wrong("ansvarig")))
            (Field::date("klar", texts.actions_ends()).value(&self.ends_on).between(Some(&today), None).problem(wrong("klar")))
            (details_section(None, texts.actions_effect_title(), texts.actions_effect_note(), true, &self.said.fields(texts, place, problems)))
            (place.earlier)
        }
    }

    /// Everything that was typed, by what its field is called: for who must take it along.
    pub fn told(&self, texts: Texts, place: &Place<'_>) -> Vec<(String, String)> {
        let said = &self.said;
        let title = |one: Option<&Element>| one.map(|one| one.title.clone()).unwrap_or_default();
        let person = place.people.iter().find(|(id, _)| id.to_string() == self.responsible);
        let unit = said.unit.parse().ok().map(|id| place.structure.organisation.name(id));
        let kind = said.kind.parse().ok().map(|kind| kind_word(texts, kind));
        let wanted = said.wanted.parse().ok().map(|wanted| wanted_word(texts, wanted));
        let told = [
            (texts.actions_title_field(), self.title.clone()),
            (texts.actions_goal(), title(place.goal(self.goal.parse().ok()))),
            (texts.actions_responsible(), person.map(|(_, name)| name.clone()).unwrap_or_default()),
            (texts.actions_ends(), self.ends_on.clone()),
            (texts.actions_kind(), kind.unwrap_or_default().to_owned()),
            (texts.actions_expected(), said.expected.clone()),
            (texts.actions_measure(), title(place.measure(said.measure.parse().ok()))),
            (texts.actions_unit(), unit.unwrap_or_default().to_owned()),
            (texts.actions_wanted(), wanted.unwrap_or_default().to_owned()),
            (texts.actions_followed_by(), said.followed_by.clone()),
            (texts.actions_ask_on(), said.ask_on.clone()),
            (texts.actions_map(), said.map_link.clone()),
        ];
        told.map(|(label, text)| (label.to_owned(), text)).to_vec()
    }
}

impl TypedFacts {
    /// Kind, expected effect, where it is seen, and when it is asked for.
    pub(super) fn fields(&self, texts: Texts, place: &Place<'_>, problems: &[Problem]) -> Markup {
        let wrong = |field: &str| Problem::of(problems, field);
        let optional = texts.web_optional();
        let none = |words: &str, typed: &str| choice(String::new(), words, typed);
        let each = ImprovementKind::ALL.iter();
        let each =
            each.map(|one| choice(one.code().to_owned(), kind_word(texts, *one), &self.kind));
        let kinds = std::iter::once(none(texts.actions_not_said(), &self.kind)).chain(each);
        let most = u32::try_from(LONGEST_TOLD).unwrap_or(u32::MAX);
        let left = texts.actions_left("{left}", "{max}");
        html! {
            div.stack {
                (Field::select("slag", texts.actions_kind(), kinds.collect()).optional(optional).problem(wrong("slag")))
                (Field::textarea("effekt", texts.actions_expected()).hint(texts.actions_expected_hint()).rows(2).value(&self.expected).optional(optional).limit(most, &left, &texts.web_over("{max}", "{over}")).problem(wrong("effekt")))
                (self.seen_in(texts, place, problems))
                (Field::textarea("uppfoljning", texts.actions_followed_by()).hint(texts.actions_followed_by_hint()).rows(2).value(&self.followed_by).optional(optional).limit(most, &left, &texts.web_over("{max}", "{over}")).problem(wrong("uppfoljning")))
                (Field::date("fraga", texts.actions_ask_on()).hint(texts.actions_ask_on_hint()).value(&self.ask_on).optional(optional).problem(wrong("fraga")))
                (Field::text("karta", texts.actions_map()).hint(texts.actions_map_hint()).value(&self.map_link).optional(optional).problem(wrong("karta")))
            }
        }
    }

    /// The measure, whose values, and which way.
    fn seen_in(&self, texts: Texts, place: &Place<'_>, problems: &[Problem]) -> Markup {
        let wrong = |field: &str| Problem::of(problems, field);
        let optional = texts.web_optional();
        let none = |words: &str, typed: &str| choice(String::new(), words, typed);
        let measures = place.measures.iter();
        let measures = measures.map(|one| choice(one.id.to_string(), &one.title, &self.measure));
        let measures =
            std::iter::once(none(texts.actions_no_measure(), &self.measure)).chain(measures);
        let organisation = &place.structure.organisation;
        let units = place.units.iter();
        let units = units.map(|one| choice(one.to_string(), organisation.name(*one), &self.unit));
        let ways = Wanted::ALL.iter();
        let ways =
            ways.map(|one| choice(one.code().to_owned(), wanted_word(texts, *one), &self.wanted));
        let ways = std::iter::once(none(texts.actions_not_said(), &self.wanted)).chain(ways);
        html! {
            @if !place.measures.is_empty() {
                (Field::select("matt", texts.actions_measure(), measures.collect()).optional(optional).problem(wrong("matt")))
                @if place.units.len() > 1 { (Field::select("enhet", texts.actions_unit(), units.collect()).problem(wrong("enhet"))) }
                (Field::select("riktning", texts.actions_wanted(), ways.collect()).optional(optional).problem(wrong("riktning")))
            }
        }
    }
}
