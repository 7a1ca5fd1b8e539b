//! How the committees' goals under each of the council's goals have turned out: summed once and kept
//! until somebody judges a goal or the goals themselves change.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::elements::{Element, Mark, Structure};
use domain::fulfilment::Fulfilment;
use domain::ids::{ElementId, OrgUnitId};
use domain::impact::{answering_type, who_answers};
use domain::steering::{Role, TypeId};

use super::super::columns::{Columns, Tier};
use super::super::store;
use super::super::upward::committee_of;
use super::super::view::{Provision, View};
use crate::assessment::LevelCounts;
use crate::cx::Cx;
use crate::web::error::AppError;

/// Most goals of the council that a grid has room for.
const MOST_ROWS: usize = 200;

/// One goal of the council.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) goal: ElementId,
    /// The committees' decided goals under it.
    pub(super) of: BTreeMap<OrgUnitId, LevelCounts>,
}

/// The whole grid.
#[derive(Clone, Debug)]
pub(super) struct Sums {
    marks: Vec<Mark>,
    pub(super) lines: Vec<Line>,
    /// Those who must answer goals of each type; nobody where the model demands no answer.
    pub(super) answer: BTreeMap<TypeId, BTreeSet<OrgUnitId>>,
    /// Everyone who has a column, in the organisation's order.
    pub(super) committees: Vec<OrgUnitId>,
}

/// Whether the filters leave everything that the committees have answered in the grid.
pub(super) fn is_whole(view: &View) -> bool {
    !view.deviating
        && view.responsible.is_none()
        && view.element_type.is_none()
        && view.state.is_none()
        && view.provision == Provision::All
}

/// The sums of a year.
pub(super) fn sums(
    cx: &mut Cx<'_, '_>,
    columns: &Columns,
    view: &View,
) -> Result<Arc<Sums>, AppError> {
    let structure = cx.structure.clone();
    if !is_whole(view) {
        return Ok(Arc::new(make(cx, &structure, columns, view)?));
    }
    let types = types_of_rows(&structure, columns);
    let marks = marks(&structure, &types, view);
    let over = [b"rutnat".as_slice(), &view.year.to_be_bytes()].concat();
    cx.kept(&over, |kept: &Sums| kept.marks == marks, |cx| make(cx, &structure, columns, view))
}

/// The types of the rows: those that the model wants an answer to, else the council's own goals.
fn types_of_rows(structure: &Structure, columns: &Columns) -> Vec<TypeId> {
    let model = &structure.model;
    let all = model.element_types.iter().map(|found| &found.id);
    let answered: Vec<TypeId> =
        all.filter(|found| answering_type(structure, found).is_some()).cloned().collect();
    if !answered.is_empty() {
        return answered;
    }
    let first = columns.columns.iter().filter(|column| column.tier == Tier::Council).take(1);
    first.flat_map(|column| column.main.clone()).collect()
}

fn rows<'a>(
    structure: &'a Structure,
    types: &'a [TypeId],
    view: &'a View,
) -> impl Iterator<Item = &'a Arc<Element>> {
    types
        .iter()
        .flat_map(|found| structure.of_type(found))
        .filter(|goal| view.is_in_year(goal) && !goal.is_editable())
        .take(MOST_ROWS)
}

fn marks(structure: &Structure, types: &[TypeId], view: &View) -> Vec<Mark> {
    let mut marks = vec![structure.mark_of_types(types)];
    for goal in rows(structure, types, view) {
        marks.push(structure.mark_of_children(goal.id));
        marks.extend(groupings(structure, goal.id).map(|one| structure.mark_of_children(one)));
    }
    marks
}

/// Headings between a goal and the goals under it.
fn groupings(structure: &Structure, goal: ElementId) -> impl Iterator<Item = ElementId> + '_ {
    structure
        .families(goal)
        .filter(|(role, _, _)| *role == Role::Grouping)
        .flat_map(|(_, _, siblings)| siblings.iter().map(|one| one.id))
}

/// In whose column what an org unit owns is counted.
fn column_of(structure: &Structure, owner: OrgUnitId) -> OrgUnitId {
    committee_of(&structure.organisation, owner).unwrap_or(owner)
}

fn goals_under(structure: &Structure, id: ElementId) -> impl Iterator<Item = &Arc<Element>> {
    structure
        .families(id)
        .filter(|(role, _, _)| *role == Role::Goal)
        .flat_map(|(_, _, siblings)| siblings.iter())
}

fn make(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    columns: &Columns,
    view: &View,
) -> Result<Sums, AppError> {
    let types = types_of_rows(structure, columns);
    let goals: Vec<&Arc<Element>> = rows(structure, &types, view).collect();
    let parents: Vec<(ElementId, Vec<ElementId>)> = goals
        .iter()
        .map(|goal| {
            (goal.id, std::iter::once(goal.id).chain(groupings(structure, goal.id)).collect())
        })
        .collect();
    let levels = store::status_below(cx.tx, parents.iter().flat_map(|(_, all)| all.clone()))?;
    let mut lines = Vec::new();
    for (goal, above) in parents {
        let mut of: BTreeMap<OrgUnitId, LevelCounts> = BTreeMap::new();
        let mut seen = BTreeSet::new();
        for child in above.into_iter().flat_map(|id| goals_under(structure, id)) {
            let level = levels.get(&child.id).copied().unwrap_or(Fulfilment::NotAssessed);
            let deviates = !view.deviating || level == Fulfilment::NotAchieved;
            let counts = deviates
                && !child.is_editable()
                && view.is_in_year(child)
                && view.is_such(child)
                && seen.insert(child.id);
            if counts {
                let committee = column_of(structure, child.owner);
                of.entry(committee).or_default().add(&LevelCounts::of([level]));
            }
        }
        lines.push(Line { goal, of });
    }
    let today = cx.today();
    let answer = types
        .iter()
        .filter_map(|found| {
            let with = answering_type(structure, found)?;
            let all = who_answers(structure, with, today);
            let all = all.into_iter().map(|unit| column_of(structure, unit)).collect();
            Some((found.clone(), all))
        })
        .collect::<BTreeMap<TypeId, BTreeSet<OrgUnitId>>>();
    let with_column: BTreeSet<OrgUnitId> = answer
        .values()
        .flatten()
        .chain(lines.iter().flat_map(|line| line.of.keys()))
        .copied()
        .collect();
    let organisation = &structure.organisation;
    let in_order = organisation.roots().iter().flat_map(|root| organisation.subtree(*root));
    let committees = in_order.filter(|unit| with_column.contains(unit)).collect();
    Ok(Sums { marks: marks(structure, &types, view), lines, answer, committees })
}
