//! Commands for those who develop Tråden.

mod bench;

use std::process::ExitCode;

use bench::{Imports, Wish};

const HELP: &str = "\
cargo run --release -p xtask -- bench [--data FOLDER] [--accept] [--allow-unmeasured] [--peers] [--counts]
    Measures what the gates promise on the small and the large demo and prints a table; fails when
    a promise does not hold or was not measured. Builds of the same profile that it uses when they
    are there:
    traden (the start), the example bench_report of documents (the report); and weasyprint.
    With a folder the demos are kept there between runs; each run adds to them, so figures to
    accept come from fresh ones. --accept makes the figures those that later ones are held against.
    --allow-unmeasured passes where something that measures is not installed.
    --peers also measures the other programs below.
    --counts also reads the table in with how many people each value is about, some of them too few.
cargo run --release -p xtask -- day --postgres URL [--allow-unmeasured]
    The day of reporting of gate 4, a round opened for all and pages of another day, on PostgreSQL.
    The database shall be empty, or planted by this command, and belong to a role that is no superuser: host=/tmp port=5432 user=traden dbname=day
cargo run --release -p xtask -- day --sqlite [--data FOLDER] [--allow-unmeasured]
    The same on files, without the rest of the bench.
cargo run --release -p xtask -- peers [--data FOLDER] [--allow-unmeasured]
    Measures other programs beside ours on the large demo: a throw-away Redmine of the packages
    redmine, redmine-sqlite and puma; DuckDB and Polars of python3 on the path. What is not here is
    said, with how to get it. Nothing outside a folder that is removed afterwards is written.";

/// The flags of a run.
const ACCEPTED: [&str; 4] = ["--accept", "--allow-unmeasured", "--peers", "--counts"];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (flags, words): (Vec<&str>, Vec<&str>) =
        arguments.iter().map(String::as_str).partition(|word| ACCEPTED.contains(word));
    let wish = Wish {
        accept: flags.contains(&"--accept"),
        unmeasured_allowed: flags.contains(&"--allow-unmeasured"),
        peers: flags.contains(&"--peers"),
        imports: if flags.contains(&"--counts") { Imports::CountsToo } else { Imports::Values },
    };
    let done = match words.as_slice() {
        ["bench"] => bench::run(None, wish),
        ["bench", "--data", folder] => bench::run(Some(folder.as_ref()), wish),
        ["day", "--postgres", url] => bench::run_day(url, wish),
        ["day", "--sqlite"] => bench::run_day_on_files(None, wish),
        ["day", "--sqlite", "--data", folder] => {
            bench::run_day_on_files(Some(folder.as_ref()), wish)
        }
        ["peers"] => bench::run_peers(None, wish),
        ["peers", "--data", folder] => bench::run_peers(Some(folder.as_ref()), wish),
        _ => {
            eprintln!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
