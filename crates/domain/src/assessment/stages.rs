//! Who judges at which stage, and when a reason must be given.

use crate::access::{Action, Person, allows};
use crate::fulfilment::{Fulfilment, Stage};
use crate::ids::{OrgUnitId, PersonId};
use crate::organisation::Organisation;
use crate::steering::Assessment;

/// The stages of a rule with what the model calls them, in the model's order: the owner's own comes
/// first, then the central one, then the political. A rule that names none has all three.
pub fn stages_of(rule: Option<&Assessment>) -> Vec<(Stage, Option<&str>)> {
    let all = [Stage::Own, Stage::Central, Stage::Political];
    match rule.map(|rule| rule.stages.as_slice()).unwrap_or_default() {
        [] => all.into_iter().map(|stage| (stage, None)).collect(),
        named => {
            all.into_iter().zip(named).map(|(stage, name)| (stage, Some(name.as_str()))).collect()
        }
    }
}

/// Whether a person may judge at a stage what an org unit owns: at its own stage whoever answers for
/// the goal and whoever hands accounts in at the unit itself, at the central stage whoever approves
/// them from above, at the political stage whoever records what bodies decide.
///
/// A head above judges in the unit's place only where nobody at the unit can; otherwise the unit's
/// own words would be signed by somebody else.
pub fn may_judge(
    person: &Person,
    stage: Stage,
    (owner, responsible): (OrgUnitId, Option<PersonId>),
    organisation: &Organisation,
    has_judges: bool,
) -> bool {
    match stage {
        Stage::Own => {
            let answers = responsible == Some(person.id) && person.may_somewhere(Action::Submit);
            let is_there = judges_at(person, owner);
            let in_its_place = !has_judges && person.may(Action::Submit, owner, organisation);
            answers || is_there || in_its_place
        }
        Stage::Central => person.may(Action::Approve, owner, organisation),
        Stage::Political => person.may(Action::Adopt, owner, organisation),
    }
}

/// Whether a person hands accounts in at an org unit itself, not by a role held above it.
fn judges_at(person: &Person, owner: OrgUnitId) -> bool {
    person.grants.iter().any(|grant| grant.org_unit == owner && allows(grant.role, Action::Submit))
}

/// Whether a reason must be given: when the model demands one, and whenever the judgement is another
/// than what was proposed.
pub fn is_reason_needed(
    rule: Option<&Assessment>,
    proposed: Option<Fulfilment>,
    level: Fulfilment,
) -> bool {
    rule.is_some_and(|rule| rule.params.motivation_required == Some(true))
        || proposed.is_some_and(|proposed| proposed != level)
}
