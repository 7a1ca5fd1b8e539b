//! Columns of many municipalities' models.

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
    columns.columns.iter().map(|column| column.main.iter().map(TypeId::as_str).collect()).collect()
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
        assert!(columns.columns.iter().all(|column| !column.main.is_empty()), "{}", path.display());
    }
}

#[test]
fn a_type_stands_to_the_right_of_what_it_hangs_on_unless_the_last_column_is_full() {
    for (path, model) in presets().into_iter().chain(shared()) {
        let columns = Columns::of(&model);
        for found in &model.element_types {
            let parents = found.parents.iter().filter(|link| link.parent != found.id);
            for (at, above) in parents
                .filter_map(|link| Some((columns.place(&found.id)?, columns.place(&link.parent)?)))
            {
                assert!(above < at || at == MOST - 1, "{} {}", path.display(), found.id.as_str());
            }
        }
    }
}

#[test]
fn a_producers_goals_stand_beside_the_units_goals() {
    let text = include_bytes!("../../../../../presets/osteraker-2018.yaml");
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
    let text = include_bytes!("../../../../../presets/alingsas-2020.yaml");
    assert_eq!(mains(&Columns::of(&model(text))), [["fokus"], ["pmal"], ["nmal"], ["akt"]]);
}
