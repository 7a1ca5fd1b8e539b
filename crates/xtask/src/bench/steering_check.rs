//! The steering check of the whole municipality, with every rule and every row in words.

use app::demo::tenant;
use app::health::report::report;
use app::i18n::{Language, Texts};

use super::gates::Gate;
use super::stopwatch::timed;
use super::town::{Town, wrong};

/// How many times the check is run; the middle one counts.
const RUNS: usize = 7;

/// Checks the municipality from the picture that pages use, nothing kept between the runs.
pub(super) fn gate(town: &Town) -> anyhow::Result<Gate> {
    let today = town.app.clock.local(town.app.clock.now()).date();
    let mut took = Vec::new();
    let mut faults = 0;
    for _ in 0..RUNS {
        let (found, duration) = timed(|| {
            town.app.db.read(tenant(), |tx| {
                report(tx, &town.structure, today, Texts::from(Language::Swedish))
            })
        });
        faults = found.map_err(wrong)?.lines.len();
        took.push(duration.as_secs_f64() * 1000.0);
    }
    took.sort_by(f64::total_cmp);
    println!("Steering check: {faults} faults in {} elements.", town.structure.elements().count());
    let middle = took.get(RUNS / 2).copied().ok_or_else(|| "not run".to_owned());
    Ok(Gate::at_most("3b", "steering check of large", (300.0, "ms"), middle))
}
