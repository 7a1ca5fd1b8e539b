//! A page of another day against the same page of today, and what the first look at a day takes.

use super::gates::Gate;
use super::stopwatch::{cpu_per_call, timed};
use super::town::Town;

/// The day of the demo's morning, which has passed when these are measured.
const DAY: &str = "den=2026-08-25";
/// The pages that are held against themselves.
const PAGES: [&str; 2] = ["/trad", "/trad?vy=lista"];

/// How much dearer a page of another day is, once somebody has looked at that day.
pub(super) fn gates(town: &Town) -> anyhow::Result<Vec<Gate>> {
    let cookie = &town.next_day()?;
    let mut gates = Vec::new();
    for path in PAGES {
        let then = format!("{path}{}{DAY}", if path.contains('?') { '&' } else { '?' });
        let (first, took) = timed(|| town.get(&then, cookie));
        let first = first?;
        anyhow::ensure!(first.status == 200, "{then} answered {}", first.status);
        anyhow::ensure!(!town.app.days.is_empty(), "{then} shows no day");
        println!(
            "Another day: {then} took {:.2} s the first time, {} kept.",
            took.as_secs_f64(),
            town.app.days.len()
        );
        let today = cpu_per_call(|| town.get(path, cookie).map(drop))?;
        let other = cpu_per_call(|| town.get(&then, cookie).map(drop))?;
        let what = format!("`{path}` of another day against today");
        gates.push(Gate::at_most("as-of", &what, (10.0, "×"), Ok(other / today)));
    }
    Ok(gates)
}
