//! Skärvik planted once and copied for every test, so that a test costs a copy of a few files.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use app::demo::plant;
use app::demo::world::World;
use db::testing::SeededEntropy;
use db::{Db, Engine, Entropy};

use super::app::{MORNING, NEIGHBOUR_HOST};
use super::still::instant;
use crate::neighbour;

static ALONE: LazyLock<PathBuf> =
    LazyLock::new(|| template("skarvik", |folder| fill(folder, plant_skarvik)));

static WITH_NEIGHBOUR: LazyLock<PathBuf> = LazyLock::new(|| {
    template("skarvik-and-neighbour", |folder| {
        copy(&ALONE, folder);
        fill(folder, |db| neighbour::plant(db, NEIGHBOUR_HOST));
    })
});

/// Copies the template into a folder.
pub(super) fn copy_to(folder: &Path, with_neighbour: bool) {
    copy(if with_neighbour { &WITH_NEIGHBOUR } else { &ALONE }, folder);
}

/// A template made by this build of the tests, by this process or another.
fn template(name: &str, make: impl FnOnce(&Path)) -> PathBuf {
    let targets = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let mark = build_mark();
    remove_others(targets, &mark);
    let home = targets.join(format!("template-{mark}-{name}"));
    if !home.exists() {
        // Made beside and moved there whole; when another process was faster, its is as good.
        let beside = tempfile::tempdir_in(targets).expect("the target folder is writable");
        make(&beside.path().join("db"));
        let _ = fs::rename(beside.path().join("db"), &home);
    }
    assert!(home.exists(), "the template stands in {}", home.display());
    home
}

/// Test runners may start a process per test; those of one build share one template.
fn build_mark() -> String {
    let binary = std::env::current_exe().expect("a test knows its binary");
    let about = fs::metadata(binary).expect("the binary is readable");
    let built = about.modified().ok().and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok());
    format!("{}-{}", built.map_or(0, |since| since.as_nanos()), about.len())
}

/// How long the template of another build is left alone: its tests may be running.
const IN_USE: Duration = Duration::from_hours(1);

fn remove_others(targets: &Path, mark: &str) {
    for entry in fs::read_dir(targets).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let made = entry.metadata().and_then(|about| about.modified());
        let is_old = made.is_ok_and(|made| made.elapsed().is_ok_and(|age| age > IN_USE));
        if name.starts_with("template-") && !name.contains(mark) && is_old {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Plants Skärvik in an empty installation.
pub(super) fn plant_skarvik(db: &Db) {
    let world = World::load().expect("the demo's data is whole");
    plant(db, world, instant(MORNING)).expect("Skärvik can be planted");
}

fn fill(folder: &Path, work: impl FnOnce(&Db)) {
    let entropy: Arc<dyn Entropy> = Arc::new(SeededEntropy::new(1));
    let engine = Engine::Sqlite { folder: folder.to_owned() };
    let db =
        Db::open(&engine, app::schema::MIGRATIONS, entropy).expect("a new folder can be opened");
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
