//! Commands for those who develop Tråden.

mod bench;

use std::process::ExitCode;

const HELP: &str = "\
cargo run --release -p xtask -- bench [--data FOLDER] [--accept]
    Measures what the gates promise on the small and the large demo and prints a table; fails when
    a promise does not hold. Builds of the same profile that it uses when they are there:
    traden (the start), the example bench_report of documents (the report); and weasyprint.
    With a folder the demos are kept there between runs; each run adds to them, so figures to
    accept come from fresh ones. --accept makes the figures those that later ones are held against.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["bench"] => bench::run(None, false),
        ["bench", "--accept"] => bench::run(None, true),
        ["bench", "--data", folder] => bench::run(Some(folder.as_ref()), false),
        ["bench", "--data", folder, "--accept"] => bench::run(Some(folder.as_ref()), true),
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
