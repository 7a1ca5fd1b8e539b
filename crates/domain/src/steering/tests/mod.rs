//! Tests of the steering model: presets, the models of other municipalities, faults and hostile files.

#![expect(clippy::indexing_slicing, reason = "a test may panic")]

mod faults;
mod hostile;
mod judging;
mod models;
mod open;
mod round_trip;
mod schema;

use super::{Problem, Verdict, check};
use std::path::{Path, PathBuf};

/// Österåker's preset.
const OSTERAKER: &str = include_str!("../../../../../presets/osteraker-2018.yaml");
/// Alingsås' preset.
const ALINGSAS: &str = include_str!("../../../../../presets/alingsas-2020.yaml");

/// The smallest complete model.
const SMALL: &str = include_str!("small.yaml");
/// The smallest research record.
const RECORD: &str = include_str!("record.yaml");

fn problems(text: &str) -> Vec<Problem> {
    check(text.as_bytes()).problems().to_vec()
}

/// The one problem that changing `from` to `to` in the small model gives.
fn problem_after(from: &str, to: &str) -> Problem {
    assert!(SMALL.contains(from), "the small model has no {from:?}");
    let mut found = problems(&SMALL.replacen(from, to, 1));
    assert_eq!(found.len(), 1, "{found:#?}");
    found.remove(0)
}

/// Folder of research models beside the workspace, where it exists.
fn shared_models() -> Option<PathBuf> {
    let mut folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    loop {
        let models = folder.join("shared/data/models");
        if models.is_dir() {
            return Some(models);
        }
        folder = folder.parent()?;
    }
}

/// Names and contents of the research models, or nothing with a printed word.
fn research_models() -> Vec<(String, Vec<u8>)> {
    let Some(folder) = shared_models() else {
        println!("skipped: there is no shared/data/models beside the workspace");
        return Vec::new();
    };
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
        .into_iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "yaml"))
        .map(|path| {
            (
                path.file_stem().unwrap().to_string_lossy().into_owned(),
                std::fs::read(&path).unwrap(),
            )
        })
        .filter(|(name, _)| name != "metamodel")
        .collect()
}

fn model(text: &str) -> super::SteeringModel {
    match check(text.as_bytes()) {
        Verdict::Ok(model) | Verdict::OkWithOpen(model, _) => *model,
        Verdict::Refused(problems) => panic!("{problems:#?}"),
    }
}
