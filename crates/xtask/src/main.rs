//! Commands for those who develop Tråden.

mod bench;

use std::process::ExitCode;

const HELP: &str = "\
cargo run --release -p xtask -- bench [--data FOLDER]
    Measures the pages on the small and the large demo and prints a table.
    With a folder the demos are kept there between runs.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["bench"] => bench::run(None),
        ["bench", "--data", folder] => bench::run(Some(folder.as_ref())),
        _ => {
            eprintln!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
