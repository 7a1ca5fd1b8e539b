//! Skärvik planted once and copied for every test, so that a test costs a copy of a few files.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use app::demo::world::World;
use app::demo::plant;
use db::{Db, Engine, Entropy};

use super::still::{SeededEntropy, instant};
use super::app::{MORNING, NEIGHBOUR_HOST};
use crate::neighbour;

/// A folder with Skärvik, and one with Skärvik and its neighbour.
pub(super) struct Template {
    pub(super) alone: PathBuf,
    pub(super) with_neighbour: PathBuf,
}

static TEMPLATE: LazyLock<Template> = LazyLock::new(|| {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("skarvik-{}", build_mark()));
    let template = Template { alone: home.join("alone"), with_neighbour: home.join("neighbour") };
    if !home.exists() {
        remove_old();
        make(&home);
    }
    template
});

/// Copies the template into a folder.
pub(super) fn copy_to(folder: &Path, with_neighbour: bool) {
    let from = if with_neighbour { &TEMPLATE.with_neighbour } else { &TEMPLATE.alone };
    copy(from, folder);
}

/// Test runners may start a process per test; those of one build share one template.
fn build_mark() -> String {
    let binary = std::env::current_exe().expect("a test knows its binary");
    let about = fs::metadata(binary).expect("the binary is readable");
    let built = about.modified().ok().and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok());
    format!("{}-{}", built.map_or(0, |since| since.as_nanos()), about.len())
}

fn remove_old() {
    let Ok(all) = fs::read_dir(env!("CARGO_TARGET_TMPDIR")) else { return };
    for entry in all.flatten() {
        if entry.file_name().to_string_lossy().starts_with("skarvik-") {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Plants beside the wanted place and moves there whole; when another process was faster, its
/// template is as good as ours.
fn make(home: &Path) {
    let beside = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("the target folder is writable");
    let (alone, both) = (beside.path().join("alone"), beside.path().join("neighbour"));
    fill(&alone, |db| {
        let world = World::load().expect("the demo's data is whole");
        plant(db, world, instant(MORNING)).expect("Skärvik can be planted");
    });
    copy(&alone, &both);
    fill(&both, |db| neighbour::plant(db, NEIGHBOUR_HOST));
    if fs::rename(beside.path(), home).is_ok() {
        let _ = beside.keep();
    }
    assert!(home.exists(), "the template stands in {}", home.display());
}

fn fill(folder: &Path, work: impl FnOnce(&Db)) {
    let entropy: Arc<dyn Entropy> = Arc::new(SeededEntropy::new(1));
    let engine = Engine::Sqlite { folder: folder.to_owned() };
    let db = Db::open(&engine, app::schema::MIGRATIONS, entropy).expect("a new folder can be opened");
    work(&db);
    drop(db);
    // The writers end after the handle; the last one to close folds its log into the file.
    while has_log(folder) {
        std::thread::yield_now();
    }
}

fn has_log(folder: &Path) -> bool {
    let all = fs::read_dir(folder).expect("the folder was made");
    all.flatten().any(|entry| entry.file_name().to_string_lossy().ends_with("-wal"))
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder can be made");
    for entry in fs::read_dir(from).expect("the template stands") {
        let entry = entry.expect("the template is readable");
        fs::copy(entry.path(), to.join(entry.file_name())).expect("there is room for a copy");
    }
}
