//! Whether values have come when they should.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Facts, Fault, Rule, Subject};
use crate::elements::Structure;
use crate::measures::Measure;
use crate::periods::{Frequency, Period};

/// How many days after a period's end its value is waited for before it is called late, where nothing
/// else has been agreed of the measure. Our own assumption.
pub fn days_of_grace(frequency: Frequency) -> i32 {
    match frequency {
        Frequency::Month => 30,
        Frequency::Tertial => 45,
        Frequency::HalfYear => 60,
        Frequency::Year => 90,
    }
}

/// The latest period of a measure whose value should have been recorded by the day.
pub fn last_period_due(measure: &Measure, today: Date) -> Period {
    let usual = || days_of_grace(measure.frequency);
    let grace = measure.lag_days.map_or_else(usual, i32::from).days();
    let mut period = Period::containing(today, measure.frequency).previous();
    while period.last_day().checked_add(grace).is_ok_and(|due| due >= today) {
        period = period.previous();
    }
    period
}

pub(super) fn check(structure: &Structure, facts: &Facts, today: Date, found: &mut Vec<Fault>) {
    for (&(id, org_unit), latest) in &facts.latest {
        let element = structure.element(id).filter(|element| element.is_current());
        let living = element.is_some()
            && structure.organisation.get(org_unit).is_some_and(|unit| unit.is_valid_on(today));
        let Some(measure) = structure.measure(id).filter(|_| living) else { continue };
        let mut due = last_period_due(measure, today);
        // Nothing is asked of what comes after the last day of a measure.
        if let Some(last) = element.and_then(|element| element.ends_on) {
            let last = Period::containing(last, measure.frequency);
            due = if last.last_day() < due.last_day() { last } else { due };
        }
        if latest.last_day() < due.last_day() {
            let subject = Subject::Share(org_unit, id);
            let fault = Fault::new(Rule::Overdue, subject, Some(org_unit));
            found.push(Fault { period: Some(due), ..fault });
        }
    }
}
