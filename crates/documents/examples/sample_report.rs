//! Writes the invented sample report as PDF and HTML, to look at:
//! `cargo run -p documents --example sample_report -- <folder>`.

#[path = "../tests/sample/mod.rs"]
mod sample;

use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("give a folder")?);
    let report = sample::interim_report();
    std::fs::write(folder.join("report.pdf"), documents::pdf::render(&report)?)?;
    std::fs::write(folder.join("report.html"), documents::html::render(&report))?;
    Ok(())
}
