//! Impact of a goal from above (*genomslagskraft*): whether it has got an answer at every level.
//!
//! Who must answer follows from the steering model's rule *must cover all parents*. An answer is an
//! adopted goal of one's own, or an adopted exemption: that the goal does not concern one, and why.
//! Silence is neither. A goal of one's own outweighs an exemption.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use crate::elements::{Element, ElementState, Structure};
use crate::ids::{DecisionId, ElementId, ExemptionId, OrgUnitId};
use crate::steering::{ElementType, Role, TypeId, TypeRule};

/// That a goal from above does not concern an org unit, and why.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Exemption {
    /// Identity.
    pub id: ExemptionId,
    /// Whom the goal does not concern.
    pub org_unit: OrgUnitId,
    /// The goal from above.
    pub element: ElementId,
    /// Why, in the org unit's own words.
    pub reason: String,
    /// Proposed, adopted, or ended when it was taken back.
    pub state: ElementState,
    /// The decision that made it valid.
    pub decision: Option<DecisionId>,
    /// Raised by each change; 1 is the first.
    pub version: i64,
}

/// What an org unit has answered a goal from above with.
#[derive(Clone, PartialEq, Debug)]
pub enum Answer<'a> {
    /// Goals of its own.
    Goals(Vec<&'a Arc<Element>>),
    /// That it does not concern them.
    Exempt(&'a Exemption),
    /// Nothing decided.
    Nothing,
}

/// How many of those who should answer have done so.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Answered {
    /// With goals or work of their own.
    pub with_own: usize,
    /// With an exemption.
    pub exempt: usize,
    /// All who should.
    pub all: usize,
}

impl Answered {
    /// How many have answered in either way.
    pub fn count(&self) -> usize {
        self.with_own + self.exempt
    }
}

/// The type whose every owner must answer elements of a type, if the model has one.
pub fn answering_type<'m>(structure: &'m Structure, of: &TypeId) -> Option<&'m ElementType> {
    structure.model.element_types.iter().find(|one| {
        let covers = one.rules.iter().any(|rule| match rule {
            TypeRule::MustCoverAllParents(about) => about.as_ref().is_none_or(|about| about == of),
            _ => false,
        });
        covers && one.role == Role::Goal && one.parents.iter().any(|link| link.parent == *of)
    })
}

/// What each org unit that must answer has answered, in the organisation's order. None when the
/// model demands no answer.
pub fn answers<'a>(
    structure: &'a Structure,
    element: &Element,
    exemptions: &'a [Exemption],
    today: Date,
) -> Option<Vec<(OrgUnitId, Answer<'a>)>> {
    let of = answering_type(structure, &element.element_type)?;
    let answer = |unit: OrgUnitId| {
        let own: Vec<_> =
            adopted_below(structure, element.id).filter(|goal| goal.owner == unit).collect();
        if !own.is_empty() {
            return Answer::Goals(own);
        }
        let exempt = exemptions.iter().find(|one| {
            one.org_unit == unit && one.element == element.id && one.state == ElementState::Adopted
        });
        exempt.map_or(Answer::Nothing, Answer::Exempt)
    };
    let all = who_answers(structure, of, today);
    Some(all.into_iter().map(|unit| (unit, answer(unit))).collect())
}

/// Who must answer with elements of a type, in the organisation's order.
pub fn who_answers(structure: &Structure, with: &ElementType, today: Date) -> Vec<OrgUnitId> {
    let organisation = &structure.organisation;
    organisation
        .roots()
        .iter()
        .flat_map(|root| organisation.subtree(*root))
        .filter(|unit| must_answer(structure, with, *unit, today))
        .collect()
}

/// Whether an org unit answers with goals of the type: it is on the level that writes them, or
/// has written some, as the executive board does with the committees' goals.
fn must_answer(structure: &Structure, of: &ElementType, unit: OrgUnitId, today: Date) -> bool {
    let known = structure.organisation.get(unit);
    let writes = || structure.owned_by(unit).any(|one| one.element_type == of.id);
    known.is_some_and(|known| {
        known.is_valid_on(today) && (known.level == of.owner.as_str() || writes())
    })
}

/// Decided goals that hang right under an element.
fn adopted_below(structure: &Structure, id: ElementId) -> impl Iterator<Item = &Arc<Element>> {
    structure
        .children_with(id, Role::Goal)
        .into_iter()
        .filter(|goal| goal.state == ElementState::Adopted)
}

/// How many have answered.
pub fn tally(answers: &[(OrgUnitId, Answer<'_>)]) -> Answered {
    let mut answered = Answered { all: answers.len(), ..Answered::default() };
    for (_, answer) in answers {
        match answer {
            Answer::Goals(_) => answered.with_own += 1,
            Answer::Exempt(_) => answered.exempt += 1,
            Answer::Nothing => {}
        }
    }
    answered
}

/// Level by level below the first answers: how many of the goals of a level that somebody has
/// answered with goals or work of their own. Ends where there are no more goals.
pub fn further_down(structure: &Structure, element: ElementId) -> Vec<Answered> {
    let mut levels = Vec::new();
    let mut seen = BTreeSet::from([element]);
    let mut level: Vec<&Arc<Element>> = adopted_below(structure, element).collect();
    loop {
        level.retain(|goal| seen.insert(goal.id));
        if level.is_empty() {
            return levels;
        }
        let is_answered = |goal: &&&Arc<Element>| {
            structure.children(goal.id).iter().any(|child| {
                matches!(child.role, Role::Goal | Role::Activity)
                    && child.state == ElementState::Adopted
            })
        };
        let with_own = level.iter().filter(is_answered).count();
        levels.push(Answered { with_own, exempt: 0, all: level.len() });
        level = level.iter().flat_map(|goal| adopted_below(structure, goal.id)).collect();
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::elements::{Delta, Link};
    use crate::ids::LinkId;
    use crate::organisation::{OrgUnit, Organisation};
    use crate::steering::{LinkKind, OrgLevelKind};

    const COUNCIL: u8 = 1;
    const TOP: u8 = 10;

    fn org(number: u8, level: &str, kind: OrgLevelKind, parent: Option<u8>) -> Arc<OrgUnit> {
        Arc::new(OrgUnit {
            id: OrgUnitId::from([number; 16]),
            level: level.to_owned(),
            kind,
            parent: parent.map(|parent| OrgUnitId::from([parent; 16])),
            name: format!("Org {number}"),
            valid_from: date(2020, 1, 1),
            valid_to: None,
            succeeded_by: None,
            version: 1,
        })
    }

    fn put(structure: &mut Structure, number: u8, of: &str, role: Role, owner: u8, above: &[u8]) {
        let id = ElementId::from([number; 16]);
        structure.apply(Delta::Element(Arc::new(Element {
            id,
            element_type: TypeId::from(of),
            role,
            owner: OrgUnitId::from([owner; 16]),
            number: String::new(),
            title: format!("Element {number}"),
            text: String::new(),
            responsible: None,
            starts_on: None,
            ends_on: None,
            state: ElementState::Adopted,
            decision: None,
            version: 1,
        })));
        let link = |parent: &u8| Link {
            id: LinkId::from([number.wrapping_mul(7) ^ parent; 16]),
            child: id,
            parent: ElementId::from([*parent; 16]),
            kind: LinkKind::Contributes,
        };
        structure.apply(Delta::LinksOf(id, above.iter().map(link).collect()));
    }

    /// A council with one goal, and four committees: one answers, one is exempt, one says nothing
    /// and one has ended.
    fn town() -> Structure {
        let text = include_bytes!("../../../presets/osteraker-2018.yaml");
        let model = crate::steering::check(text).into_model().expect("a sound model");
        let mut units = vec![org(COUNCIL, "kf", OrgLevelKind::Council, None)];
        for number in 2..=5 {
            let committee = org(number, "namnd", OrgLevelKind::Committee, Some(COUNCIL));
            let valid_to = (number == 5).then(|| date(2024, 12, 31));
            units.push(Arc::new(OrgUnit { valid_to, ..OrgUnit::clone(&committee) }));
        }
        let organisation = Organisation::new(units);
        let mut structure = Structure::new(Arc::new(model), Arc::new(organisation));
        put(&mut structure, TOP, "inriktningsmal", Role::Direction, COUNCIL, &[]);
        put(&mut structure, 11, "resultatmal", Role::Goal, 2, &[TOP]);
        put(&mut structure, 12, "enhetsmal", Role::Goal, 2, &[11]);
        structure
    }

    fn exemption(org_unit: u8, state: ElementState) -> Exemption {
        Exemption {
            id: ExemptionId::from([org_unit; 16]),
            org_unit: OrgUnitId::from([org_unit; 16]),
            element: ElementId::from([TOP; 16]),
            reason: "Nämnden bygger inte.".to_owned(),
            state,
            decision: None,
            version: 1,
        }
    }

    fn tallied(structure: &Structure, exemptions: &[Exemption]) -> Answered {
        let top = structure.element(ElementId::from([TOP; 16])).unwrap();
        tally(&answers(structure, top, exemptions, date(2026, 8, 25)).unwrap())
    }

    #[test]
    fn a_goal_of_ones_own_and_a_decided_exemption_are_answers_and_silence_is_not() {
        let town = town();
        let all = 3;
        let none = tallied(&town, &[]);
        assert_eq!(none, Answered { with_own: 1, exempt: 0, all });
        let adopted = tallied(&town, &[exemption(3, ElementState::Adopted)]);
        assert_eq!((adopted, adopted.count()), (Answered { with_own: 1, exempt: 1, all }, 2));
        for state in [ElementState::Proposed, ElementState::Ended] {
            assert_eq!(tallied(&town, &[exemption(3, state)]), none);
        }
    }

    #[test]
    fn a_goal_of_ones_own_outweighs_an_exemption() {
        let found = tallied(&town(), &[exemption(2, ElementState::Adopted)]);
        assert_eq!((found.with_own, found.exempt), (1, 0));
    }

    #[test]
    fn every_level_below_is_counted_until_there_are_no_more_goals() {
        let town = town();
        let down = further_down(&town, ElementId::from([TOP; 16]));
        let one = |with_own| Answered { with_own, exempt: 0, all: 1 };
        assert_eq!(down, [one(1), one(0)]);
    }

    #[test]
    fn where_the_model_demands_no_answer_nobody_is_asked() {
        let town = town();
        let below = town.element(ElementId::from([11; 16])).unwrap();
        assert!(answers(&town, below, &[], date(2026, 8, 25)).is_none());
    }
}
