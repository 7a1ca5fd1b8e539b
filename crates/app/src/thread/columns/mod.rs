//! Which columns the thread has, and what stands in each: a rule over the model's roles, levels
//! and links that knows no municipality's words.

mod layers;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use domain::steering::{ElementType, OrgLevelKind, Role, SteeringModel, TypeId};

use layers::{count, layers, storey};

/// Most columns that fit beside each other; what would be further right stands in the last one.
const MOST: usize = 4;

/// The storeys of a municipality, from the council down to the work itself.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Tier {
    /// What all inhabitants have elected.
    Council,
    /// Boards, committees and companies.
    Committee,
    /// Administrations, units and providers.
    Workplace,
    /// What is done.
    Work,
}

impl Tier {
    const ALL: [Self; 4] = [Self::Council, Self::Committee, Self::Workplace, Self::Work];
}

/// The storey that a kind of organisational level belongs to.
pub fn tier_of(kind: OrgLevelKind) -> Tier {
    match kind {
        OrgLevelKind::Council | OrgLevelKind::Party | OrgLevelKind::Citizens => Tier::Council,
        OrgLevelKind::ExecutiveBoard
        | OrgLevelKind::ExecutiveSubcommittee
        | OrgLevelKind::Committee
        | OrgLevelKind::ProgrammeCommittee
        | OrgLevelKind::Company
        | OrgLevelKind::JointBody => Tier::Committee,
        OrgLevelKind::Administration
        | OrgLevelKind::Sector
        | OrgLevelKind::Unit
        | OrgLevelKind::Employee
        | OrgLevelKind::Provider => Tier::Workplace,
    }
}

/// One column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// The types it is about, all of one role: what it lists and counts.
    pub main: Vec<TypeId>,
    /// Other types at the same place; they show when the thread that is followed passes them.
    pub also: Vec<TypeId>,
    /// The lowest storey of its main types.
    pub tier: Tier,
}

/// The columns of a model, with the vision above them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Columns {
    /// The type that everything hangs on; none in a model without direction.
    pub root: Option<TypeId>,
    /// From left to right, at most four.
    pub columns: Vec<Column>,
    places: BTreeMap<TypeId, usize>,
}

impl Columns {
    /// Derives the columns. A type stands to the right of everything it hangs on and at least as
    /// far right as its storey; headings get a column only when there is room.
    pub fn of(model: &SteeringModel) -> Self {
        let ordered: Vec<&ElementType> = model.thread_columns().into_iter().flatten().collect();
        let is_root =
            |found: &&&ElementType| found.role == Role::Direction && found.parents.is_empty();
        let root = ordered.first().filter(is_root).map(|found| found.id.clone());
        let connected: BTreeSet<&TypeId> = ordered
            .iter()
            .flat_map(|child| child.parents.iter().map(move |link| [&child.id, &link.parent]))
            .flatten()
            .collect();
        let mapped: Vec<&ElementType> = ordered
            .into_iter()
            .filter(|found| Some(&found.id) != root.as_ref())
            .filter(|found| found.role == Role::Goal || connected.contains(&found.id))
            .collect();
        let mut places = layers(model, &mapped);
        if count(&places) > MOST {
            let without: Vec<&ElementType> =
                mapped.iter().copied().filter(|found| found.role != Role::Grouping).collect();
            places = layers(model, &without);
        }
        for place in places.values_mut() {
            *place = (*place).min(MOST - 1);
        }
        let columns =
            (0..count(&places)).filter_map(|at| column(model, &mapped, &places, at)).collect();
        Self { root, columns, places }
    }

    /// The column of a type; none for what has no place on the map.
    pub fn place(&self, element_type: &TypeId) -> Option<usize> {
        self.places.get(element_type).copied()
    }
}

fn column(
    model: &SteeringModel,
    types: &[&ElementType],
    places: &BTreeMap<TypeId, usize>,
    at: usize,
) -> Option<Column> {
    let here: Vec<&ElementType> =
        types.iter().copied().filter(|found| places.get(&found.id) == Some(&at)).collect();
    let order = [Role::Goal, Role::Activity, Role::Assignment, Role::Grouping];
    let role = order
        .into_iter()
        .find(|role| here.iter().any(|found| found.role == *role))
        .or_else(|| here.first().map(|found| found.role))?;
    let (main, also): (Vec<&ElementType>, Vec<&ElementType>) =
        here.into_iter().partition(|found| found.role == role);
    let tier = main.iter().map(|found| storey(model, found)).max()?;
    let ids = |types: Vec<&ElementType>| types.into_iter().map(|found| found.id.clone()).collect();
    Some(Column { main: ids(main), also: ids(also), tier })
}
