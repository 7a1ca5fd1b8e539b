//! Measures what the gates speak of: CPU of pages on a small and a large municipality, planning, a
//! day of reporting, imports, what comes over the wire, the start and the report. Prints what was
//! measured and says what could not be.

mod gates;
mod import;
mod loopback;
mod names;
mod other_day;
mod pages;
mod parts;
mod peers;
mod planning;
mod report;
mod reporting_day;
mod roll_up;
mod round;
mod start;
mod steering_check;
mod stopwatch;
mod table;
mod town;
mod visit;

use std::path::Path;

use anyhow::Context;
use app::demo::world::Size;

use gates::Gate;
use pages::{FIRST, MANY_SERIES, Measured, PAGES};
use stopwatch::timed;
use town::Town;

/// What is wished of a run beside the measuring.
#[derive(Clone, Copy, Default)]
pub(crate) struct Wish {
    /// Makes the figures those that later ones are held against.
    pub(crate) accept: bool,
    /// Lets a gate be unmeasured, where what measures it is not installed.
    pub(crate) unmeasured_allowed: bool,
    /// Measures other programs beside ours.
    pub(crate) peers: bool,
    /// What is read in.
    pub(crate) imports: Imports,
}

/// What the tables say that are read in.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Imports {
    /// Values alone, as the gate has it.
    #[default]
    Values,
    /// Also a table that says how many people each value is about.
    CountsToo,
}

/// Runs all measurements; the demos are kept in the folder when one is given. Tells whether every
/// gate holds.
pub(crate) fn run(kept: Option<&Path>, wish: Wish) -> anyhow::Result<bool> {
    let passing = tempfile::tempdir()?;
    let fresh = passing.path().join("planted");
    let folder = kept.unwrap_or(&fresh);
    let measured = passing.path().join("measured");
    if cfg!(debug_assertions) {
        println!("NOT A RELEASE BUILD: the figures say nothing about the gates.\n");
    }
    let small = Town::open(&folder.join("small"), &measured.join("small"), Size::Small)?;
    let large = Town::open(&folder.join("large"), &measured.join("large"), Size::Large)?;
    let start = start::median(&measured.join("small"));
    table::print_once(&small, &large, &start);
    let on_small = pages::measure(&small)?;
    let on_large = pages::measure(&large)?;
    let served = loopback::measure(&large, &on_large).context("the loopback server")?;
    table::print_requests(&on_small, &on_large, &served);
    // The gates speak of the pages that are asked for most.
    let on_gates = on_large.get(..FIRST).unwrap_or(&on_large);
    let mut all = of_pages(&on_small, &on_large, &served);
    all.extend(planning::gates(&large, on_gates, &compressing(on_gates, &served))?);
    all.push(autosave(&on_large));
    all.extend(reporting_day::gates(&large, &on_large)?);
    all.extend(round::gates(&large)?);
    all.push(roll_up::gate(&large)?);
    all.push(steering_check::gate(&large)?);
    all.extend(import::gates(&large)?);
    all.push(Gate::at_most("7", "start to listening", (100.0, "ms"), start));
    let load = Gate::at_most("7", "structure of large loads", (2.0, "s"), Ok(large.loaded));
    all.push(load);
    all.extend(visit::gates(&large, &on_large)?);
    all.extend(other_day::gates(&large)?);
    all.extend(report::gates(folder)?);
    if wish.imports == Imports::CountsToo {
        // The last of the program's own: what is known of counts makes later pages dearer.
        import::with_counts(&large)?;
    }
    if wish.peers {
        all.extend(peers::gates(&large)?);
    }
    let whole = gates::print(&all, wish.unmeasured_allowed)?;
    if wish.accept {
        gates::accept(&all)?;
    }
    Ok(whole)
}

/// The day of reporting, the opening of a round and pages of another day on `PostgreSQL`, in a database that is empty or holds the large demo.
pub(crate) fn run_day(url: &str, wish: Wish) -> anyhow::Result<bool> {
    let large = Town::on_postgresql(url, Size::Large)?;
    println!(
        "Planted in {:.1} s, loaded in {:.2} s.",
        large.planted.unwrap_or_default(),
        large.loaded
    );
    the_day(&large, wish)
}

/// The day of reporting and the opening of a round on files, without the rest of the bench. The demo
/// is kept in the folder when one is given.
pub(crate) fn run_day_on_files(kept: Option<&Path>, wish: Wish) -> anyhow::Result<bool> {
    let passing = tempfile::tempdir()?;
    let fresh = passing.path().join("planted");
    let planted = kept.unwrap_or(&fresh).join("large");
    let large = Town::open(&planted, &passing.path().join("measured"), Size::Large)?;
    the_day(&large, wish)
}

fn the_day(large: &Town, wish: Wish) -> anyhow::Result<bool> {
    let pages = pages::measure(large)?;
    let mut gates = reporting_day::gates(large, &pages)?;
    gates.extend(round::gates(large)?);
    gates.extend(other_day::gates(large)?);
    gates::print(&gates, wish.unmeasured_allowed)
}

/// Measures other programs beside ours, and nothing else.
pub(crate) fn run_peers(kept: Option<&Path>, wish: Wish) -> anyhow::Result<bool> {
    let passing = tempfile::tempdir()?;
    let fresh = passing.path().join("planted");
    let planted = kept.unwrap_or(&fresh).join("large");
    let large = Town::open(&planted, &passing.path().join("measured"), Size::Large)?;
    let mut all = vec![roll_up::gate(&large)?];
    all.extend(peers::gates(&large)?);
    gates::print(&all, wish.unmeasured_allowed)
}

/// Gate 1: each page on large, compressed, and held against itself on small.
fn of_pages(small: &[Measured], large: &[Measured], served: &[Option<(f64, usize)>]) -> Vec<Gate> {
    let mut gates = Vec::new();
    for (at, name) in pages::NAMES.iter().take(PAGES).enumerate() {
        let cpu = served.get(at).copied().flatten().map(|(cpu, _)| cpu);
        let cpu = cpu.ok_or_else(|| "no such page".to_owned());
        gates.push(Gate::at_most("1", &format!("{name}, CPU"), (5.0, "ms"), cpu));
        let ratio = match (small.get(at), large.get(at)) {
            (Some(Measured::Done(small)), Some(Measured::Done(large))) => Ok(large.cpu / small.cpu),
            _ => Err("no such page".to_owned()),
        };
        gates.push(Gate::at_most("1", &format!("{name}, large against small"), (2.0, "×"), ratio));
    }
    let many = served.get(MANY_SERIES).copied().flatten().map(|(cpu, _)| cpu);
    let many = many.ok_or_else(|| "no such page".to_owned());
    gates.push(Gate::at_most("1", "200 series on one page, CPU", (15.0, "ms"), many));
    gates
}

/// What compression and the connection add to each page.
fn compressing(pages: &[Measured], served: &[Option<(f64, usize)>]) -> Vec<f64> {
    let added = |(page, served): (&Measured, &Option<(f64, usize)>)| match (page, served) {
        (Measured::Done(cost), Some((cpu, _))) => Some((cpu - cost.cpu).max(0.0)),
        _ => None,
    };
    pages.iter().zip(served).filter_map(added).collect()
}

fn autosave(pages: &[Measured]) -> Gate {
    let cpu = match pages.get(PAGES) {
        Some(Measured::Done(cost)) => Ok(cost.cpu),
        Some(Measured::Missing(why)) => Err(why.clone()),
        None => Err("not asked for".to_owned()),
    };
    Gate::at_most("4", "autosave, CPU", (1.0, "ms"), cpu)
}

#[expect(clippy::cast_precision_loss, reason = "sizes of pages are far below 2^52")]
fn kilo(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

/// A duration of something done once.
fn seconds<T>(work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<(T, f64)> {
    let (done, took) = timed(work);
    Ok((done?, took.as_secs_f64()))
}
