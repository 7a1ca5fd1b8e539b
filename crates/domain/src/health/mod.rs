//! The steering check: what is not well with the thread, found like a compiler finds faults.
//!
//! Rules are numbered and never renumbered, so that a suppressed fault stays the same fault.
//! Each is a pure function over the picture of a municipality and a few facts that the picture
//! leaves out. None blocks anyone; a fault says what is weak and whose it is to mend.

mod answering;
mod counting;
mod levels;
mod measuring;
mod people;
mod rule;
mod subject;
mod timeliness;
mod wording;
mod working;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::elements::Structure;
use crate::fulfilment::Progress;
use crate::ids::{ElementId, OrgUnitId, PersonId};
use crate::impact::Exemption;
use crate::periods::Period;
use crate::steering::TypeId;

pub use rule::{Rule, Severity};
pub use subject::Subject;
pub use timeliness::{days_of_grace, last_period_awaited, last_period_due};

/// What the check needs and the picture leaves out, because it changes while people report.
#[derive(Clone, Default, Debug)]
pub struct Facts {
    /// The latest period with a value, of each measure and org unit that ever had one.
    pub latest: BTreeMap<(ElementId, OrgUnitId), Period>,
    /// How far work has come; work that is not here has not begun.
    pub progress: BTreeMap<ElementId, Progress>,
    /// Goals from above that do not concern an org unit, as decided and with a reason.
    pub exemptions: Vec<Exemption>,
    /// When each person last recorded or wrote something.
    pub last_active: BTreeMap<PersonId, Date>,
}

/// Something that is not well.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Fault {
    /// Which rule found it.
    pub rule: Rule,
    /// In what.
    pub subject: Subject,
    /// Whose it is to mend; none when it is the whole municipality's.
    pub owner: Option<OrgUnitId>,
    /// Other elements that the fault is about, such as the goal with the same words.
    pub others: Vec<ElementId>,
    /// The type in the steering model that the rule is about, where it is about one.
    pub element_type: Option<TypeId>,
    /// How many there are and how many there may be, where the rule counts.
    pub count: Option<(usize, usize)>,
    /// The period that is waited for, where the rule is about time.
    pub period: Option<Period>,
}

impl Fault {
    fn new(rule: Rule, subject: Subject, owner: Option<OrgUnitId>) -> Self {
        Self {
            rule,
            subject,
            owner,
            others: Vec::new(),
            element_type: None,
            count: None,
            period: None,
        }
    }
}

/// Those who answer for measures and have not been heard of, alone.
pub fn silent(structure: &Structure, facts: &Facts, today: Date) -> Vec<Fault> {
    let mut found = Vec::new();
    people::check(structure, facts, today, &mut found);
    found
}

/// Everything that is not well on a day, the gravest rules first, in a stable order.
///
/// The cost grows with the number of elements, links and series, never with their product.
pub fn check(structure: &Structure, facts: &Facts, today: Date) -> Vec<Fault> {
    let mut found = Vec::new();
    answering::check(structure, facts, today, &mut found);
    levels::check(structure, &mut found);
    measuring::check(structure, today, &mut found);
    working::check(structure, facts, today, &mut found);
    timeliness::check(structure, facts, today, &mut found);
    people::check(structure, facts, today, &mut found);
    wording::check(structure, &mut found);
    counting::check(structure, &mut found);
    found.sort();
    found
}
