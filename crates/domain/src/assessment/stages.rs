//! Who judges at which stage, and when a reason must be given.

use crate::access::{Action, Person};
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

/// Whether a person may judge at a stage what an org unit owns: at its own stage whoever hands
/// accounts in there and whoever answers for the goal, at the central stage whoever approves them
/// from above, at the political stage whoever records what bodies decide.
pub fn may_judge(
    person: &Person,
    stage: Stage,
    (owner, responsible): (OrgUnitId, Option<PersonId>),
    organisation: &Organisation,
) -> bool {
    match stage {
        Stage::Own => {
            let answers = responsible == Some(person.id) && person.may_somewhere(Action::Submit);
            answers || person.may(Action::Submit, owner, organisation)
        }
        Stage::Central => person.may(Action::Approve, owner, organisation),
        Stage::Political => person.may(Action::Adopt, owner, organisation),
    }
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
