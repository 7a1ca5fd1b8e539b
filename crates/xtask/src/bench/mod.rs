//! Measures what the gates speak of: CPU of pages on a small and a large municipality, the load of
//! the structure, the start. Prints what was measured and says what could not be.

mod loopback;
mod pages;
mod start;
mod stopwatch;
mod town;

use std::path::Path;

use anyhow::Context;
use app::demo::world::Size;

use pages::Measured;
use stopwatch::timed;
use town::Town;

/// Runs all measurements; the demos are kept in the folder when one is given.
pub(crate) fn run(kept: Option<&Path>) -> anyhow::Result<()> {
    let passing = tempfile::tempdir()?;
    let fresh = passing.path().join("planted");
    let folder = kept.unwrap_or(&fresh);
    let measured = passing.path().join("measured");
    if cfg!(debug_assertions) {
        println!("NOT A RELEASE BUILD: the figures say nothing about the gates.\n");
    }
    let small = Town::open(&folder.join("small"), &measured.join("small"), Size::Small)?;
    let large = Town::open(&folder.join("large"), &measured.join("large"), Size::Large)?;
    println!("| Once | small | large |\n|---|---:|---:|");
    once("plant the demo, s", &small, &large, |town| town.planted);
    once("load the structure, s", &small, &large, |town| Some(town.loaded));
    start::print(&measured.join("small"));
    println!(
        "\n| Request | small, CPU ms | large, CPU ms | large/small | large with gzip, CPU ms | small, kB | large, kB | gzip, kB | large, SQL |"
    );
    println!("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
    let on_small = pages::measure(&small)?;
    let on_large = pages::measure(&large)?;
    let served = loopback::measure(&large, &on_large).context("the loopback server")?;
    for (at, name) in pages::NAMES.iter().enumerate() {
        let row = (on_small.get(at), on_large.get(at), served.get(at).copied().flatten());
        println!("{}", line(name, row));
    }
    println!(
        "\nCPU is user and system time of the whole process per request, one client, after warm-up."
    );
    println!("The column with gzip includes the client on the same machine.");
    Ok(())
}

fn once(name: &str, small: &Town, large: &Town, seconds: impl Fn(&Town) -> Option<f64>) {
    let word =
        |town| seconds(town).map_or_else(|| "kept".to_owned(), |seconds| format!("{seconds:.2}"));
    println!("| {name} | {} | {} |", word(small), word(large));
}

fn line(
    name: &str,
    (small, large, served): (Option<&Measured>, Option<&Measured>, Option<(f64, usize)>),
) -> String {
    match (small, large) {
        (Some(Measured::Done(small)), Some(Measured::Done(large))) => {
            let statements = large.statements.map_or_else(String::new, |count| count.to_string());
            let (gzip, kilobytes) = served
                .map_or((String::new(), String::new()), |(cpu, bytes)| {
                    (format!("{cpu:.2}"), format!("{:.1}", kilo(bytes)))
                });
            format!(
                "| {name} | {:.2} | {:.2} | {:.2} | {gzip} | {:.1} | {:.1} | {kilobytes} | {statements} |",
                small.cpu,
                large.cpu,
                large.cpu / small.cpu,
                kilo(small.bytes),
                kilo(large.bytes)
            )
        }
        (Some(Measured::Missing(why)), _) | (_, Some(Measured::Missing(why))) => {
            format!("| {name} | not measured: {why} | | | | | | | |")
        }
        _ => format!("| {name} | | | | | | | | |"),
    }
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
