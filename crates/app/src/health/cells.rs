//! What stands in each cell of a fault's row.

use domain::health::{Fault, Rule, Subject};
use maud::{Markup, html};

use super::list::View;
use super::{fix, words};
use crate::web::fields::encode;

impl View<'_, '_, '_> {
    pub(super) fn what(&self, fault: &Fault) -> Markup {
        let structure = self.structure();
        match &fault.subject {
            Subject::Element(id) => html! {
                @if let Some(element) = structure.element(*id) {
                    a href=(crate::elements::url(element)) { (element.title) }
                }
            },
            Subject::Share(org_unit, id) if fault.rule == Rule::Overdue => html! {
                @if let Some(element) = structure.element(*id) {
                    a href=(crate::measures::url_for(*id, *org_unit)) { (element.title) }
                }
            },
            Subject::Share(org_unit, _) => html! { (structure.organisation.name(*org_unit)) },
            Subject::OrgUnit(id) => html! { (structure.organisation.name(*id)) },
            Subject::Person(id) => {
                html! { (self.people.get(id).map(String::as_str).unwrap_or_default()) }
            }
            Subject::Model(_) => html! { (words::of_model(self.texts(), &structure.model, fault)) },
        }
    }

    pub(super) fn detail(&self, fault: &Fault) -> Markup {
        let texts = self.texts();
        let structure = self.structure();
        let first = fault.others.first().and_then(|id| structure.element(*id));
        let term = fault.element_type.as_ref().and_then(|id| structure.model.element_type(id));
        let term = term.map(|found| crate::steering::singular(texts.language, &found.term));
        match (&fault.subject, fault.rule) {
            (_, Rule::Overdue) => html! {
                @if let Some(period) = fault.period {
                    (texts.health_period(crate::measures::period_words(texts.language, period)))
                }
            },
            (Subject::Share(_, goal), _) => html! {
                @if let Some(goal) = structure.element(*goal) {
                    (texts.health_answer_to(&goal.title))
                }
            },
            (Subject::Person(_), _) => {
                html! { (texts.health_measures_of(i64::try_from(fault.others.len()).unwrap_or(0))) }
            }
            (_, Rule::SameWords) => html! {
                @if let Some(first) = first {
                    a href=(crate::elements::url(first)) { (texts.health_same_as(&first.title)) }
                    @if fault.others.len() > 1 { " " (texts.health_and_more(fault.others.len() - 1)) }
                }
            },
            _ => html! {
                (term.unwrap_or_default())
                @if let Some((count, most)) = fault.count {
                    ": " (texts.health_count_of(count, most))
                }
            },
        }
    }

    pub(super) fn whose(&self, fault: &Fault) -> Markup {
        let name = fault.owner.map(|owner| self.structure().organisation.name(owner));
        html! { (name.unwrap_or_default()) }
    }

    pub(super) fn doing(&self, fault: &Fault) -> Markup {
        let texts = self.texts();
        let may = fix::may_mend(self.cx, fault);
        let subject = encode(&fault.subject.to_string());
        html! {
            @if may {
                @if let Some(place) = fix::place_for(self.cx, fault) {
                    a href=(place) { (texts.health_fix()) }
                }
                " "
                a href={"/trad/halsa/lat-vara?regel=" (fault.rule.code()) "&vad=" (subject)} { (texts.health_leave()) }
            }
        }
    }
}
