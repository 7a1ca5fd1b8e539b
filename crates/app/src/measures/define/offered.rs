//! What the form of a measure offers to choose among.

use domain::access::{Action, Person};
use domain::ids::OrgUnitId;
use domain::steering::Role;

use super::typed::Typed;
use crate::choosing::{Offered, Pool, org_units, people};
use crate::cx::Cx;
use crate::web::error::Answer;
use crate::web::ui::Choice;

/// The lists of the form that may be long.
pub(super) struct Choosable {
    /// What it measures.
    pub(super) goals: Offered,
    /// Whose it is.
    pub(super) owners: Offered,
    /// Who answers for it.
    pub(super) people: Offered,
}

impl Choosable {
    /// What can be chosen where the form stands now.
    pub(super) fn of(cx: &mut Cx<'_, '_>, typed: &Typed) -> Answer<Self> {
        let home = cx.visit.person.as_deref().and_then(Person::home);
        let owner: Option<OrgUnitId> = typed.get("agare").parse().ok().or(home);
        let nobody = Choice::new("", cx.texts().goals_nobody());
        let people = people(cx, "ansvarig", typed.get("ansvarig"), owner)?.after(nobody);
        let owners = org_units(cx, "agare", Action::Plan, typed.get("agare"));
        let goals = goals(cx, owner, typed.get("mal"));
        Ok(Self { goals, owners, people })
    }

    /// Whether the form has a search.
    pub(super) fn is_searched(&self) -> bool {
        [&self.goals, &self.owners, &self.people].iter().any(|one| one.is_narrowed())
    }
}

fn goals(cx: &Cx<'_, '_>, near: Option<OrgUnitId>, chosen: &str) -> Offered {
    let structure = &cx.structure;
    let types = structure.model.types_with_role(Role::Goal).map(|one| &one.id).collect();
    let pool = Pool { structure, types, near, is_planned: true, fits: None };
    let offered = pool.offered(cx, "mal", chosen, |goal| {
        format!("{} ({})", goal.title, structure.organisation.name(goal.owner))
    });
    offered.after(Choice::new("", "–"))
}
