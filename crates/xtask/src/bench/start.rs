//! From starting the program to its listening, on data that stand there.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::stopwatch::timed;

/// The median of five starts in milliseconds, or why there is none.
pub(super) fn median(data: &Path) -> Result<f64, String> {
    let program = program().ok_or_else(|| "build traden in the same profile first".to_owned())?;
    let mut took = starts(&program, data).map_err(|error| error.to_string())?;
    took.sort_by(f64::total_cmp);
    took.get(took.len() / 2).copied().ok_or_else(|| "no start".to_owned())
}

/// The program beside this one.
fn program() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?.with_file_name("traden");
    program.exists().then_some(program)
}

fn starts(program: &Path, data: &Path) -> anyhow::Result<Vec<f64>> {
    (0..5)
        .map(|_| {
            let (started, took) = timed(|| {
                let mut child = Command::new(program)
                    .args(["serve", "--port", "0", "--data"])
                    .arg(data)
                    .stdout(Stdio::piped())
                    .spawn()?;
                let mut line = String::new();
                if let Some(out) = child.stdout.take() {
                    BufReader::new(out).read_line(&mut line)?;
                }
                Ok::<_, anyhow::Error>((child, line))
            });
            let (mut child, line) = started?;
            child.kill()?;
            child.wait()?;
            anyhow::ensure!(line.contains("http://"), "it did not start");
            Ok(took.as_secs_f64() * 1000.0)
        })
        .collect()
}
