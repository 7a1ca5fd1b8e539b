//! Whether those who answer for measures have been heard of.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Facts, Fault, Rule, Subject, last_period_due};
use crate::elements::{Element, Structure};
use crate::ids::{ElementId, PersonId};
use crate::steering::Role;

/// What a person answers for, and the day by which something should have been heard.
struct Duty<'a> {
    since: Date,
    measures: Vec<&'a Element>,
}

pub(super) fn check(structure: &Structure, facts: &Facts, today: Date, found: &mut Vec<Fault>) {
    let mut duties: BTreeMap<PersonId, Duty<'_>> = BTreeMap::new();
    for element in structure.elements() {
        // Of what has had its last day nothing is to be heard.
        let is_over = element.ends_on.is_some_and(|last| last < today);
        if !element.is_current() || element.role != Role::Measure || is_over {
            continue;
        }
        let Some(person) = element.responsible else { continue };
        let Some(measure) = structure.measure(element.id) else { continue };
        // Two whole periods without a sign of life; the shortest of a person's cadences counts.
        let since = last_period_due(measure, today).previous().first_day();
        let duty = duties.entry(person).or_insert(Duty { since, measures: Vec::new() });
        duty.since = duty.since.max(since);
        duty.measures.push(element);
    }
    let mut measured: BTreeMap<ElementId, Date> = BTreeMap::new();
    for ((measure, _), period) in &facts.latest {
        let last = measured.entry(*measure).or_insert(period.last_day());
        *last = (*last).max(period.last_day());
    }
    for (person, duty) in duties {
        let acted = facts.last_active.get(&person).is_some_and(|day| *day >= duty.since);
        // Values may come by file and by somebody else's hand: who answers for them is not silent.
        let came =
            |element: &&Element| measured.get(&element.id).is_some_and(|last| *last >= duty.since);
        if acted || duty.measures.iter().any(came) {
            continue;
        }
        let owner = duty.measures.first().map(|element| element.owner);
        let mut others: Vec<_> = duty.measures.iter().map(|element| element.id).collect();
        others.sort();
        found.push(Fault { others, ..Fault::new(Rule::Silent, Subject::Person(person), owner) });
    }
}
