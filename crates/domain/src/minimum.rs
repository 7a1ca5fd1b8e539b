//! The common minimum: what every committee's plan must have, and whether it has it.
//!
//! The municipality says as little as it can do with for all, and each committee may add what suits
//! its own work. What the steering model demands belongs to the minimum without anybody saying so.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::elements::{Element, ElementState, Structure};
use crate::grounds::{Ground, Grounds};
use crate::ids::{ElementId, NotAnId, OrgUnitId};
use crate::impact::{Exemption, answering_type};
use crate::steering::{Role, SteeringModel, TypeRuleKind};

/// Something that a plan must have. Closed: each is a rule that can be checked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Requirement {
    /// Every goal from above is answered with a goal or with no commitment and a reason.
    Answers,
    /// Every goal has a measure.
    Measured,
    /// Every goal says how and when it is followed up.
    FollowedUp,
    /// Every goal says how and when it is evaluated.
    Evaluated,
    /// Somebody answers for every goal.
    Responsible,
    /// Every goal has a perspective.
    WithPerspective,
    /// Every goal has work towards it, or goals below that take it further.
    Worked,
    /// There is something in the quality track: a criterion or a promise.
    Quality,
}

impl Requirement {
    /// All, in the order of the page.
    pub const ALL: [Self; 8] = [
        Self::Answers,
        Self::Measured,
        Self::FollowedUp,
        Self::Evaluated,
        Self::Responsible,
        Self::WithPerspective,
        Self::Worked,
        Self::Quality,
    ];

    /// The stored name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Answers => "answers",
            Self::Measured => "measured",
            Self::FollowedUp => "followed_up",
            Self::Evaluated => "evaluated",
            Self::Responsible => "responsible",
            Self::WithPerspective => "perspective",
            Self::Worked => "worked",
            Self::Quality => "quality",
        }
    }

    /// Whether the steering model demands it already.
    pub fn is_of(self, model: &SteeringModel) -> bool {
        let demands = |kind: TypeRuleKind| {
            model.types_with_role(Role::Goal).any(|one| one.rule(kind).is_some())
        };
        match self {
            Self::Answers => demands(TypeRuleKind::MustCoverAllParents),
            Self::Measured => demands(TypeRuleKind::MustHaveMeasure),
            _ => false,
        }
    }

    /// Whether it rests on grounds, which the picture leaves out.
    pub const fn rests_on_grounds(self) -> bool {
        matches!(self, Self::FollowedUp | Self::Evaluated | Self::WithPerspective)
    }
}

impl FromStr for Requirement {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        Self::ALL.into_iter().find(|one| one.code() == text).ok_or(NotAnId)
    }
}

/// What an org unit has of what it must have.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Standing {
    /// Everything.
    Met,
    /// These lack it, of so many: goals of one's own, or goals from above without an answer.
    Lacking(Vec<ElementId>, usize),
    /// There is nothing of it at all.
    Absent,
    /// There are no goals to hold it against; neither met nor not.
    Nothing,
}

/// What the picture leaves out.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    /// What does not concern whom.
    pub exemptions: &'a [Exemption],
    /// Why goals look as they do.
    pub grounds: &'a BTreeMap<ElementId, Grounds>,
    /// The day it is asked.
    pub today: Date,
}

/// The goals of an org unit's own that hold or are planned.
pub fn own_goals(
    structure: &Structure,
    org_unit: OrgUnitId,
    today: Date,
) -> impl Iterator<Item = &Arc<Element>> {
    structure
        .owned_by(org_unit)
        .filter(move |one| one.role == Role::Goal && one.ends_on.is_none_or(|last| last >= today))
}

/// How an org unit stands against a requirement.
pub fn standing(
    structure: &Structure,
    org_unit: OrgUnitId,
    requirement: Requirement,
    said: Said<'_>,
) -> Standing {
    match requirement {
        Requirement::Answers => answers(structure, org_unit, said),
        Requirement::Quality => quality(structure, org_unit),
        _ => of_goals(structure, org_unit, said.today, |goal| {
            has(structure, goal, requirement, said.grounds.get(&goal.id))
        }),
    }
}

fn of_goals(
    structure: &Structure,
    org_unit: OrgUnitId,
    today: Date,
    has: impl Fn(&Element) -> bool,
) -> Standing {
    let all: Vec<&Arc<Element>> = own_goals(structure, org_unit, today).collect();
    if all.is_empty() {
        return Standing::Nothing;
    }
    let lacking = all.iter().filter(|goal| !has(goal)).map(|goal| goal.id).collect();
    told(lacking, all.len())
}

fn told(lacking: Vec<ElementId>, all: usize) -> Standing {
    if lacking.is_empty() { Standing::Met } else { Standing::Lacking(lacking, all) }
}

fn has(
    structure: &Structure,
    goal: &Element,
    requirement: Requirement,
    grounds: Option<&Grounds>,
) -> bool {
    let says = |ground| grounds.is_some_and(|said| said.text(ground).is_some());
    match requirement {
        Requirement::Measured => !structure.measures_of(goal.id).is_empty(),
        Requirement::FollowedUp => says(Ground::FollowUp),
        Requirement::Evaluated => says(Ground::Evaluation),
        Requirement::Responsible => goal.responsible.is_some(),
        Requirement::WithPerspective => grounds.is_some_and(|said| said.perspective.is_some()),
        Requirement::Worked => structure
            .children(goal.id)
            .iter()
            .any(|child| matches!(child.role, Role::Activity | Role::Assignment | Role::Goal)),
        Requirement::Answers | Requirement::Quality => true,
    }
}

/// Decided goals from above that the org unit must answer and has not.
fn answers(structure: &Structure, org_unit: OrgUnitId, said: Said<'_>) -> Standing {
    let own: BTreeSet<ElementId> = structure
        .owned_by(org_unit)
        .filter(|one| one.role == Role::Goal)
        .flat_map(|one| structure.links_up(one.id))
        .map(|link| link.parent)
        .collect();
    let exempt = |goal: ElementId| {
        said.exemptions.iter().any(|one| {
            one.org_unit == org_unit && one.element == goal && one.state != ElementState::Ended
        })
    };
    let level = structure.organisation.get(org_unit).map_or("", |unit| unit.level.as_str());
    let (mut lacking, mut all) = (Vec::new(), 0);
    for of in &structure.model.element_types {
        let Some(answer) = answering_type(structure, &of.id) else { continue };
        let writes = || structure.owned_by(org_unit).any(|one| one.element_type == answer.id);
        if answer.owner.as_str() != level && !writes() {
            continue;
        }
        for goal in structure.of_type(&of.id).filter(|one| one.state == ElementState::Adopted) {
            all += 1;
            if !own.contains(&goal.id) && !exempt(goal.id) {
                lacking.push(goal.id);
            }
        }
    }
    if all == 0 { Standing::Nothing } else { told(lacking, all) }
}

fn quality(structure: &Structure, org_unit: OrgUnitId) -> Standing {
    let mut own = structure.owned_by(org_unit);
    if own.any(|one| matches!(one.role, Role::Criterion | Role::Promise)) {
        Standing::Met
    } else {
        Standing::Absent
    }
}

/// Which of two tracks something planned belongs to: what shall be reached, or what shall hold for
/// those who use the services.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Track {
    /// Goals and the work towards them.
    Goals,
    /// Permanent tasks, criteria and promises.
    Quality,
}

impl Track {
    /// The track of a role, if it is planned in one.
    pub const fn of(role: Role) -> Option<Self> {
        match role {
            Role::Grouping | Role::Goal | Role::Assignment | Role::Activity => Some(Self::Goals),
            Role::Mission | Role::Criterion | Role::Promise => Some(Self::Quality),
            Role::Direction | Role::Measure | Role::Risk | Role::Control | Role::External => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requirements_are_read_as_they_are_kept() {
        for one in Requirement::ALL {
            assert_eq!(one.code().parse(), Ok(one));
        }
        assert!("annat".parse::<Requirement>().is_err());
    }

    #[test]
    fn what_lacks_nothing_meets_it() {
        assert_eq!(told(Vec::new(), 3), Standing::Met);
        let one = ElementId::from([1; 16]);
        assert_eq!(told(vec![one], 3), Standing::Lacking(vec![one], 3));
    }

    #[test]
    fn goals_and_promises_are_planned_in_tracks_of_their_own() {
        assert_eq!(Track::of(Role::Goal), Some(Track::Goals));
        assert_eq!(Track::of(Role::Promise), Some(Track::Quality));
        assert_eq!(Track::of(Role::External), None);
    }
}
