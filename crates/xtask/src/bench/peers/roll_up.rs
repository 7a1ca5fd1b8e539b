//! Every value put together at three levels: by `DuckDB` and Polars from a file, and by ours from the
//! store.

use std::path::Path;
use std::process::Command;

use serde::Deserialize;

use super::super::stopwatch::{cpu_seconds, timed};
use super::super::town::Town;
use super::sums::Sums;
use super::trees::{middle, spread};
use super::values::Values;

const SCRIPT: &str = include_str!("../../../peers/roll_up.py");
const ROUNDS: usize = 3;
/// How often ours runs in a round; so does the script.
const RUNS: usize = 3;

/// What an engine told of itself.
#[derive(Deserialize)]
#[serde(untagged)]
enum Told {
    Missing { engine: String, missing: String },
    Done(Engine),
}

#[derive(Deserialize)]
struct Engine {
    #[serde(rename = "engine")]
    name: String,
    version: String,
    read: f64,
    read_cpu: f64,
    roll_up: f64,
    roll_up_cpu: f64,
    groups: usize,
    checksums: Vec<String>,
}

/// Measures all in turns and prints a table. Fails when they do not come to the same sums.
pub(super) fn compare(town: &Town, folder: &Path) -> anyhow::Result<()> {
    println!("\n### Every value put together at three levels\n");
    let (file, script) = (folder.join("values.csv"), folder.join("roll_up.py"));
    let values = Values::read(town)?;
    values.write(&file)?;
    std::fs::write(&script, SCRIPT)?;
    println!(
        "{} values for all people, {} measures that may be put together, {} org units: sum, known and expected values of each org unit, committee and the municipality, by measure and period.",
        values.len(),
        values.measures.len(),
        values.org_units()
    );
    drop(values);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        theirs.push(told(&script, &file));
        ours.push(own(town)?);
    }
    let theirs: Vec<Vec<Told>> = match theirs.into_iter().collect::<anyhow::Result<_>>() {
        Ok(theirs) => theirs,
        Err(error) => {
            println!("python3 does not run the comparison: {error:#}");
            Vec::new()
        }
    };
    print(&ours, &theirs)
}

fn told(script: &Path, file: &Path) -> anyhow::Result<Vec<Told>> {
    let said = Command::new("python3").arg(script).arg(file).output()?;
    anyhow::ensure!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let lines = String::from_utf8_lossy(&said.stdout).into_owned();
    lines.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

/// A figure of an engine, in seconds.
type Figure = fn(&Engine) -> f64;

/// Ours: read from the store and put together by the rule of each measure.
fn own(town: &Town) -> anyhow::Result<Engine> {
    let mut runs: [Vec<f64>; 4] = Default::default();
    let mut last = None;
    for _ in 0..RUNS {
        let start = cpu_seconds()?;
        let (values, read) = timed(|| Values::read(town));
        let values = values?;
        let between = cpu_seconds()?;
        let (sums, roll_up) = timed(|| Sums::of(&values));
        let end = cpu_seconds()?;
        let took = [read.as_secs_f64(), between - start, roll_up.as_secs_f64(), end - between];
        runs.iter_mut().zip(took).for_each(|(run, took)| run.push(took));
        let sums = sums?;
        last = Some((sums.groups(), sums.checksums(&values)?));
    }
    let (groups, checksums) = last.unwrap_or_default();
    let [read, read_cpu, roll_up, roll_up_cpu] = runs.map(middle);
    let (name, version) = ("ours".to_owned(), String::new());
    Ok(Engine { name, version, read, read_cpu, roll_up, roll_up_cpu, groups, checksums })
}

fn print(ours: &[Engine], theirs: &[Vec<Told>]) -> anyhow::Result<()> {
    println!(
        "\n| Engine | read, ms | CPU | three levels, ms | CPU | groups | ours/theirs, three levels | CPU | ours/theirs, with reading | CPU |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
    );
    let mut met = 0;
    let of = |engines: &[&Engine], what: Figure| {
        middle(engines.iter().map(|engine| what(engine) * 1000.0).collect())
    };
    let row = |engines: &[&Engine], ratios: [String; 4]| {
        let name =
            engines.first().map_or(String::new(), |one| format!("{} {}", one.name, one.version));
        let groups = engines.first().map_or(0, |one| one.groups);
        println!(
            "| {} | {:.0} | {:.0} | {:.0} | {:.0} | {groups} | {} |",
            name.trim_end(),
            of(engines, |one| one.read),
            of(engines, |one| one.read_cpu),
            of(engines, |one| one.roll_up),
            of(engines, |one| one.roll_up_cpu),
            ratios.join(" | "),
        );
    };
    row(&ours.iter().collect::<Vec<_>>(), Default::default());
    for at in 0..theirs.first().map_or(0, Vec::len) {
        let mut engines = Vec::new();
        for one in theirs.iter().filter_map(|round| round.get(at)) {
            match one {
                Told::Done(engine) => engines.push(engine),
                Told::Missing { engine, missing } if engines.is_empty() => {
                    println!(
                        "| {engine} is not here: {missing}; python3 -m pip install {} | | | | | | | |",
                        engine.to_lowercase()
                    );
                    break;
                }
                Told::Missing { .. } => {}
            }
        }
        if engines.is_empty() {
            continue;
        }
        for (own, engine) in ours.iter().zip(&engines) {
            agree(own, engine)?;
        }
        let whole: [Figure; 2] =
            [|one| one.read + one.roll_up, |one| one.read_cpu + one.roll_up_cpu];
        let [read_too, read_too_cpu] = whole;
        let figures: [Figure; 4] =
            [|one| one.roll_up, |one| one.roll_up_cpu, read_too, read_too_cpu];
        row(&engines, figures.map(|figure| ratios(ours, &engines, figure)));
        met += 1;
    }
    if met > 0 {
        print_notes();
    }
    Ok(())
}

/// Other sums than ours are an error, not a figure.
fn agree(own: &Engine, other: &Engine) -> anyhow::Result<()> {
    anyhow::ensure!(
        own.checksums == other.checksums && own.groups == other.groups,
        "{} comes to other sums than ours: {:?} of {} groups, ours {:?} of {}",
        other.name,
        other.checksums,
        other.groups,
        own.checksums,
        own.groups
    );
    Ok(())
}

fn print_notes() {
    println!(
        "\nMedians of {ROUNDS} rounds in turns, {RUNS} runs each, the ratio with its spread; threads as many as processors (where other programs use them too, CPU says more than the clock); checksums of all groups agree. Theirs read a file of numbers; ours reads the store and takes each measure's declared method, exact decimals, with coverage."
    );
    println!(
        "DuckDB and Polars add bare floating numbers: no validation, access, history or units, no declared method (a mean of means or a stock is added like anything else), and coverage only when asked for as a count. A changed value makes them read and add all again; ours follows the changed value (gate 5)."
    );
}

fn ratios(ours: &[Engine], theirs: &[&Engine], figure: Figure) -> String {
    let ratios = ours.iter().zip(theirs).map(|(own, other)| figure(own) / figure(other));
    spread(ratios.collect(), 1)
}
