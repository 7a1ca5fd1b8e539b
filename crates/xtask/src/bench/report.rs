//! Gate 9: the report as a tagged PDF, and the same content through `WeasyPrint`.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context;

use super::gates::Gate;
use super::stopwatch::children_cpu_seconds;

const PAGES: u32 = 250;
const HOW: &str =
    "build it first: cargo build --release -p documents --features pdf --example bench_report";

/// Runs the bench of documents, which stands beside this program when it is built.
pub(super) fn gates(folder: &Path) -> anyhow::Result<Vec<Gate>> {
    let long = "250-page tagged report, CPU";
    let both = "96-goal report, CPU against WeasyPrint";
    let Some(program) = program() else {
        return Ok(vec![
            Gate::at_most("9", long, (5.0, "s"), Err(HOW.to_owned())),
            Gate::at_most("9", both, (1.0, "×"), Err(HOW.to_owned())),
        ]);
    };
    let html = folder.join("report.html");
    let said = Command::new(program).arg("--html").arg(&html).output()?;
    anyhow::ensure!(said.status.success(), "bench_report failed");
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    print!("{said}");
    let large = figures(&said, "annual report").context("the annual report")?;
    let goals = figures(&said, "96 goals").context("the report of 96 goals")?;
    let long_enough =
        if large.0 < PAGES { Err(format!("only {} pages", large.0)) } else { Ok(large.1) };
    let against = match weasyprint(&html, &folder.join("weasyprint.pdf"))? {
        Some(theirs) => {
            println!(
                "The same 96 goals through WeasyPrint: {theirs:.2} s CPU; ours {:.2} s.",
                goals.1
            );
            Ok(goals.1 / theirs)
        }
        None => Err("WeasyPrint is not installed".to_owned()),
    };
    Ok(vec![
        Gate::at_most("9", long, (5.0, "s"), long_enough),
        Gate::at_most("9", both, (1.0, "×"), against),
    ])
}

fn program() -> Option<PathBuf> {
    let beside = std::env::current_exe().ok()?;
    let program = beside.parent()?.join("examples").join("bench_report");
    program.exists().then_some(program)
}

/// Pages and seconds of CPU of a report's first rendering.
fn figures(said: &str, name: &str) -> Option<(u32, f64)> {
    let line = said.lines().find(|line| line.starts_with(name) && line.contains(", first: "))?;
    let rest = line.split_once(", first: ")?.1;
    let pages = rest.split_once(" pages")?.0.parse().ok()?;
    let cpu = rest.strip_suffix(" s CPU")?.rsplit_once(", ")?.1.parse().ok()?;
    Some((pages, cpu))
}

/// Seconds of CPU that `WeasyPrint` takes with tags, its own start left out; none when it is not here.
fn weasyprint(html: &Path, pdf: &Path) -> anyhow::Result<Option<f64>> {
    let Some(program) = found("weasyprint") else { return Ok(None) };
    let empty = html.with_file_name("empty.html");
    std::fs::write(&empty, "<!doctype html><title>-</title><p>-")?;
    let run = |from: &Path| {
        let before = children_cpu_seconds()?;
        let said = Command::new(&program)
            .args(["--pdf-variant", "pdf/ua-1"])
            .args([from, pdf])
            .output()?;
        anyhow::ensure!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
        Ok::<_, anyhow::Error>(children_cpu_seconds()? - before)
    };
    let start = run(&empty)?;
    Ok(Some(run(html)? - start))
}

/// A program on the path.
fn found(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.exists())
}
