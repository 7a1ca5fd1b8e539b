//! Whether two goals say the same thing.

use std::collections::BTreeMap;

use super::{Fault, Rule, Subject};
use crate::elements::{Element, Structure};
use crate::ids::OrgUnitId;
use crate::steering::Role;
use crate::wording::plain;

/// Goals that one owner has written twice for the same time, and goals that only repeat the goal
/// they answer. Units that answer one goal in the same words, each for itself, are no fault.
pub(super) fn check(structure: &Structure, found: &mut Vec<Fault>) {
    let mut same: BTreeMap<(OrgUnitId, String), Vec<&Element>> = BTreeMap::new();
    let goals = || structure.elements().filter(|one| one.is_current() && one.role == Role::Goal);
    for goal in goals() {
        same.entry((goal.owner, plain(&goal.title))).or_default().push(goal);
    }
    for goal in goals() {
        let words = plain(&goal.title);
        let twice = same.get(&(goal.owner, words.clone())).into_iter().flatten();
        let twice = twice.filter(|other| other.id != goal.id && overlap(goal, other));
        let above = structure.parents(goal.id).filter(|above| plain(&above.title) == words);
        let mut others: Vec<_> =
            twice.map(|other| other.id).chain(above.map(|above| above.id)).collect();
        others.sort();
        others.dedup();
        if !others.is_empty() {
            let fault = Fault::new(Rule::SameWords, Subject::Element(goal.id), Some(goal.owner));
            let element_type = Some(goal.element_type.clone());
            found.push(Fault { others, element_type, ..fault });
        }
    }
}

/// Whether two elements hold on some same day.
fn overlap(one: &Element, other: &Element) -> bool {
    let before = |a: &Element, b: &Element| {
        a.ends_on.zip(b.starts_on).is_some_and(|(last, first)| last < first)
    };
    !before(one, other) && !before(other, one)
}
