//! Writes the invented sample report, or one stored as JSON, as PDF, HTML and JSON, to look at:
//! `cargo run -p documents --example sample_report -- <folder> [stored.json]`.

#[path = "../tests/sample/mod.rs"]
mod sample;

use std::error::Error;
use std::path::PathBuf;

use documents::{html, pdf};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("give a folder")?);
    let report = match std::env::args().nth(2) {
        Some(stored) => serde_json::from_slice(&std::fs::read(stored)?)?,
        None => sample::interim_report(),
    };
    std::fs::write(folder.join("report.json"), serde_json::to_vec_pretty(&report)?)?;
    std::fs::write(folder.join("report.pdf"), pdf::render(&report)?)?;
    std::fs::write(folder.join("report.html"), html::render(&report))?;
    Ok(())
}
