//! The sentences: one for each fact, as a person would say it.

use std::collections::BTreeMap;

use domain::changes::{Change, Difference, OrgChange, OrgDifference};
use domain::elements::{Element, ElementState, Structure};
use domain::fulfilment::Fulfilment;
use domain::ids::{DecisionId, ElementId, OrgUnitId, PersonId};
use domain::measures::{OutcomeValue, Target};
use jiff::civil::Date;
use maud::{Markup, html};

use super::corrections::Correction;
use crate::assessment::fulfilment_word;
use crate::decisions::{Decision, decision_words};
use crate::goals::marked;
use crate::i18n::{Texts, date};
use crate::measures::{outcome_words, period_words, target_words};

/// What sentences are made of.
pub(super) struct Telling<'d> {
    pub texts: Texts,
    pub before: &'d Structure,
    pub after: &'d Structure,
    pub names: BTreeMap<PersonId, String>,
    pub decisions: BTreeMap<DecisionId, Decision>,
    pub successors: BTreeMap<ElementId, ElementId>,
}

impl Telling<'_> {
    /// What happened to an element.
    pub(super) fn of_element(&self, difference: &Difference) -> Markup {
        if let Change::Words { before, after } = &difference.change {
            return html! {
                @if before.0 != after.0 { p.marked { (marked(&before.0, &after.0)) } }
                @if before.1 != after.1 { p.marked { (marked(&before.1, &after.1)) } }
            };
        }
        html! { p { (self.sentence(&difference.element, &difference.change)) } }
    }

    fn sentence(&self, element: &Element, change: &Change) -> String {
        let texts = self.texts;
        match change {
            Change::Came(state) | Change::State { after: state, .. } => self.state(element, *state),
            Change::Left(_) => texts.changes_left().to_owned(),
            Change::Words { .. } => String::new(),
            Change::Responsible { before, after } => {
                texts.changes_responsible(self.person(*after), self.person(*before))
            }
            Change::Owner { before, after } => {
                texts.changes_owner(self.unit(*after), self.unit(*before))
            }
            Change::Time { before, after } => {
                texts.changes_time(self.days(*after), self.days(*before))
            }
            Change::Linked(parent, _) => texts.changes_linked(self.title(*parent)),
            Change::Unlinked(parent, _) => texts.changes_unlinked(self.title(*parent)),
            Change::Target { org_unit, period, before, after } => {
                let mut whose = period_words(texts.language, *period);
                if let Some(unit) = org_unit {
                    whose = format!("{}, {whose}", self.unit(*unit));
                }
                let words = |target: &Option<Target>| self.target(element.id, target.as_ref());
                texts.changes_target(words(after), words(before), whose)
            }
            Change::Measured => texts.changes_measured().to_owned(),
            Change::Worth => texts.changes_worth().to_owned(),
            Change::Graded { before, after } => {
                let word = |grade: &Option<Fulfilment>| self.grade(element, *grade);
                texts.changes_graded(word(after), word(before))
            }
        }
    }

    fn state(&self, element: &Element, state: ElementState) -> String {
        let texts = self.texts;
        match state {
            ElementState::Draft => texts.changes_draft().to_owned(),
            ElementState::Proposed => texts.changes_proposed().to_owned(),
            ElementState::Ended => texts.changes_ended().to_owned(),
            ElementState::Discarded => texts.changes_discarded().to_owned(),
            ElementState::Superseded => {
                let next = self.successors.get(&element.id).and_then(|id| self.after.element(*id));
                next.map_or(texts.changes_superseded().to_owned(), |next| {
                    texts.changes_superseded_by(&next.title)
                })
            }
            ElementState::Adopted => {
                let decision = element.decision.and_then(|id| self.decisions.get(&id));
                decision.map_or(texts.changes_adopted().to_owned(), |decision| {
                    let body = self.unit(decision.body);
                    texts.changes_adopted_by(decision_words(texts, &body, decision))
                })
            }
        }
    }

    fn person(&self, person: Option<PersonId>) -> String {
        let known = person.and_then(|id| self.names.get(&id)).cloned();
        known.unwrap_or_else(|| self.texts.changes_nobody().to_owned())
    }

    fn unit(&self, id: OrgUnitId) -> String {
        let name = self.after.organisation.name(id);
        if name.is_empty() { self.before.organisation.name(id) } else { name }.to_owned()
    }

    /// A draft that the visitor may not see has no name here.
    fn title(&self, id: ElementId) -> String {
        let found = self.after.element(id).or_else(|| self.before.element(id));
        found.map_or_else(String::new, |element| element.title.clone())
    }

    fn days(&self, (first, last): (Option<Date>, Option<Date>)) -> String {
        let word = |day: Option<Date>| day.map(|day| date(self.texts.language, day));
        match (word(first), word(last)) {
            (None, None) => self.texts.changes_always().to_owned(),
            (Some(first), None) => self.texts.changes_from_day(first),
            (None, Some(last)) => self.texts.changes_until_day(last),
            (Some(first), Some(last)) => self.texts.changes_days(first, last),
        }
    }

    fn target(&self, measure: ElementId, target: Option<&Target>) -> String {
        let definition = self.after.measure(measure).or_else(|| self.before.measure(measure));
        let words = target.zip(definition).map(|(it, of)| target_words(self.texts, of, it));
        words.unwrap_or_else(|| self.texts.changes_nothing().to_owned())
    }

    fn grade(&self, element: &Element, grade: Option<Fulfilment>) -> String {
        let of_type = self.after.model.element_type(&element.element_type);
        let grade = grade.unwrap_or(Fulfilment::NotAssessed);
        fulfilment_word(self.texts, &self.after.model, of_type, grade).to_lowercase()
    }

    /// How a value was put right.
    pub(super) fn of_value(&self, one: &Correction) -> String {
        let definition = self.after.measure(one.measure);
        let words = |value: Option<OutcomeValue>| {
            let words = value.zip(definition).map(|(it, of)| outcome_words(self.texts, of, it));
            words.unwrap_or_else(|| self.texts.changes_nothing().to_owned())
        };
        let period = period_words(self.texts.language, one.period);
        let (after, before) = (words(one.after), words(Some(one.before)));
        let said = if one.was_summed {
            self.texts.changes_value_over_sum(after, before, period)
        } else {
            self.texts.changes_value(after, before, period)
        };
        if one.reason.is_empty() { said } else { self.texts.changes_why(&one.reason, said) }
    }

    /// What happened to an org unit.
    pub(super) fn of_org_unit(&self, one: &OrgDifference) -> String {
        let texts = self.texts;
        let name = |unit: Option<OrgUnitId>| unit.map(|unit| self.unit(unit)).unwrap_or_default();
        match &one.change {
            OrgChange::Came => {
                texts.changes_unit_came(date(texts.language, one.org_unit.valid_from))
            }
            OrgChange::Left => texts.changes_left().to_owned(),
            OrgChange::Renamed(before) => texts.changes_renamed(before),
            OrgChange::Moved(before) => {
                texts.changes_moved(name(one.org_unit.parent), name(*before))
            }
            OrgChange::Ends(None) => texts.changes_goes_on().to_owned(),
            OrgChange::Ends(Some(last)) => texts.changes_ends(date(texts.language, *last)),
        }
    }
}
