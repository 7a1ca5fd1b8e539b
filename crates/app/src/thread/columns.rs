//! Which columns the thread has, and what stands in each: a rule over the model's roles, levels
//! and links that knows no municipality's words.

use std::collections::{BTreeMap, BTreeSet};

use domain::steering::{ElementType, OrgLevelKind, Role, SteeringModel, TypeId};

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

fn count(places: &BTreeMap<TypeId, usize>) -> usize {
    places.values().max().map_or(0, |last| last + 1)
}

fn storey(model: &SteeringModel, found: &ElementType) -> Tier {
    if found.role == Role::Activity {
        return Tier::Work;
    }
    model.org_level(&found.owner).map_or(Tier::Council, |level| tier_of(level.kind))
}

/// One more than the furthest parent that has a place.
fn after_parents(found: &ElementType, places: &BTreeMap<TypeId, usize>) -> usize {
    let parents = found.parents.iter().filter(|link| link.parent != found.id);
    parents.filter_map(|link| places.get(&link.parent)).max().map_or(0, |last| last + 1)
}

fn layers(model: &SteeringModel, types: &[&ElementType]) -> BTreeMap<TypeId, usize> {
    let mut places = BTreeMap::new();
    let mut floor = 0;
    for tier in Tier::ALL {
        let mut furthest = None;
        for found in types.iter().filter(|found| storey(model, found) == tier) {
            let place = after_parents(found, &places).max(floor);
            places.insert(found.id.clone(), place);
            // What says more about a goal must not push the next storey away.
            if !matches!(found.role, Role::Criterion | Role::Promise) {
                furthest = furthest.max(Some(place));
            }
        }
        // The council may have several rows before the committees begin; below it each storey
        // is one row, so that a board's own goals under a committee's stand beside the units'.
        floor = match (tier, furthest) {
            (Tier::Council, Some(furthest)) => furthest + 1,
            (Tier::Council, None) => 0,
            _ => floor + 1,
        };
    }
    for found in types {
        let place = after_parents(found, &places);
        if let Some(kept) = places.get_mut(&found.id) {
            *kept = place.max(*kept);
        }
    }
    let used: BTreeSet<usize> = places.values().copied().collect();
    for place in places.values_mut() {
        *place = used.range(..*place).count();
    }
    places
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

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::*;

    fn model(text: &[u8]) -> SteeringModel {
        domain::steering::check(text).into_model().expect("a sound model")
    }

    fn presets() -> Vec<(PathBuf, SteeringModel)> {
        read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../presets"))
    }

    fn read(folder: &Path) -> Vec<(PathBuf, SteeringModel)> {
        let Ok(files) = std::fs::read_dir(folder) else { return Vec::new() };
        let files = files.map(|file| file.unwrap().path());
        let models = files.filter(|path| path.extension().is_some_and(|end| end == "yaml"));
        models
            .filter(|path| path.file_stem().is_none_or(|name| name != "metamodel"))
            .filter_map(|path| {
                let bytes = std::fs::read(&path).unwrap();
                let found = domain::steering::check(&bytes).into_model();
                if found.is_err() {
                    println!("skipped {}: not a model of this version", path.display());
                }
                Some((path, found.ok()?))
            })
            .collect()
    }

    fn shared() -> Vec<(PathBuf, SteeringModel)> {
        let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
        let found =
            above.map(|folder| folder.join("shared/data/models")).find(|folder| folder.is_dir());
        found.map_or_else(
            || {
                println!("skipped: no shared models here");
                Vec::new()
            },
            |folder| read(&folder),
        )
    }

    fn mains(columns: &Columns) -> Vec<Vec<&str>> {
        columns
            .columns
            .iter()
            .map(|column| column.main.iter().map(TypeId::as_str).collect())
            .collect()
    }

    #[test]
    fn every_model_gets_one_to_four_columns_and_loses_no_goal_or_activity() {
        for (path, model) in presets().into_iter().chain(shared()) {
            let columns = Columns::of(&model);
            assert!((1..=MOST).contains(&columns.columns.len()), "{}", path.display());
            for found in &model.element_types {
                let wanted = matches!(found.role, Role::Goal | Role::Activity);
                assert!(
                    !wanted || columns.place(&found.id).is_some(),
                    "{} {}",
                    path.display(),
                    found.id.as_str()
                );
            }
            assert!(
                columns.columns.iter().all(|column| !column.main.is_empty()),
                "{}",
                path.display()
            );
        }
    }

    #[test]
    fn a_type_stands_to_the_right_of_what_it_hangs_on_unless_the_last_column_is_full() {
        for (path, model) in presets().into_iter().chain(shared()) {
            let columns = Columns::of(&model);
            for found in &model.element_types {
                let parents = found.parents.iter().filter(|link| link.parent != found.id);
                for (at, above) in parents.filter_map(|link| {
                    Some((columns.place(&found.id)?, columns.place(&link.parent)?))
                }) {
                    assert!(
                        above < at || at == MOST - 1,
                        "{} {}",
                        path.display(),
                        found.id.as_str()
                    );
                }
            }
        }
    }

    #[test]
    fn a_producers_goals_stand_beside_the_units_goals() {
        let text = include_bytes!("../../../../presets/osteraker-2018.yaml");
        let columns = Columns::of(&model(text));
        assert_eq!(columns.root.as_ref().map(TypeId::as_str), Some("vision"));
        assert_eq!(
            mains(&columns),
            [
                vec!["inriktningsmal", "miljomal"],
                vec!["resultatmal"],
                vec!["enhetsmal", "prodmal"],
                vec!["aktivitet"]
            ]
        );
    }

    #[test]
    fn headings_have_a_column_where_there_is_room() {
        let text = include_bytes!("../../../../presets/alingsas-2020.yaml");
        assert_eq!(mains(&Columns::of(&model(text))), [["fokus"], ["pmal"], ["nmal"], ["akt"]]);
    }
}
