//! Whether values have come when they should.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Facts, Fault, Rule, Subject};
use crate::elements::{Element, Structure};
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

/// As [`last_period_due`], of a measure that may have a last day: nothing is asked of what comes after
/// it.
pub fn last_period_awaited(element: &Element, measure: &Measure, today: Date) -> Period {
    let due = last_period_due(measure, today);
    let last = element.ends_on.map(|last| Period::containing(last, measure.frequency));
    last.filter(|last| last.last_day() < due.last_day()).unwrap_or(due)
}

pub(super) fn check(structure: &Structure, facts: &Facts, today: Date, found: &mut Vec<Fault>) {
    for (&(id, org_unit), latest) in &facts.latest {
        let living =
            structure.organisation.get(org_unit).is_some_and(|unit| unit.is_valid_on(today));
        let element = structure.element(id).filter(|element| element.is_current() && living);
        let (Some(element), Some(measure)) = (element, structure.measure(id)) else { continue };
        let due = last_period_awaited(element, measure, today);
        if latest.last_day() < due.last_day() {
            let subject = Subject::Share(org_unit, id);
            let fault = Fault::new(Rule::Overdue, subject, Some(org_unit));
            found.push(Fault { period: Some(due), ..fault });
        }
    }
}
