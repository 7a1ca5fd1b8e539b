//! Gate 3: pages while others plan, which changes the structure fifty times a second.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::gates::Gate;
use super::pages::{Measured, NAMES, Structural};
use super::stopwatch::{now, thread_cpu_seconds};
use super::town::Town;

const WRITES_A_SECOND: f64 = 50.0;
const SECONDS: u32 = 12;

/// Makes measures at an even pace in one thread and asks for pages in another. `compressing` is
/// what compression and the connection add to each page, measured by itself.
pub(super) fn gates(
    town: &Town,
    pages: &[Measured],
    compressing: &[f64],
) -> anyhow::Result<Vec<Gate>> {
    let writer = Structural::find(town)?;
    let stop = AtomicBool::new(false);
    let (cpu, rate) = std::thread::scope(|scope| {
        let writing = scope.spawn(|| write_evenly(town, &writer));
        let reading = scope.spawn(|| read_until(town, pages, &stop));
        let rate = writing.join().map_err(|_| anyhow::anyhow!("the writer panicked"));
        stop.store(true, Ordering::Relaxed);
        let cpu = reading.join().map_err(|_| anyhow::anyhow!("the reader panicked"));
        Ok::<_, anyhow::Error>((cpu??, rate??))
    })?;
    let mut gates = vec![Gate::at_least(
        "3",
        "structural writes while pages are asked for",
        (0.98 * WRITES_A_SECOND, "/s"),
        Ok(rate),
    )];
    let dearest = cpu
        .into_iter()
        .zip(compressing)
        .map(|((name, cpu), more)| (name, cpu + more))
        .max_by(|one, other| one.1.total_cmp(&other.1));
    let (name, cpu) = dearest.unwrap_or(("no page", f64::NAN));
    println!("While planning the dearest page is {name}: {cpu:.2} ms CPU with compression.");
    gates.push(Gate::at_most("3", "dearest page while planning, CPU", (5.0, "ms"), Ok(cpu)));
    Ok(gates)
}

/// The writes a second that were answered, held against the pace: one that is late makes all late.
fn write_evenly(town: &Town, writer: &Structural) -> anyhow::Result<f64> {
    let (start, count) = (now(), f64::from(SECONDS) * WRITES_A_SECOND);
    let mut done = 0.0;
    while done < count {
        let due = start + Duration::from_secs_f64(done / WRITES_A_SECOND);
        std::thread::sleep(due.saturating_duration_since(now()));
        writer.send(town)?;
        done += 1.0;
    }
    // The last is due one interval before the end.
    let took = start.elapsed().as_secs_f64().max((count - 1.0) / WRITES_A_SECOND);
    Ok((done - 1.0) / took)
}

/// CPU of each page in milliseconds, in the thread that answers it.
fn read_until(
    town: &Town,
    pages: &[Measured],
    stop: &AtomicBool,
) -> anyhow::Result<Vec<(&'static str, f64)>> {
    let asked: Vec<_> = NAMES
        .iter()
        .zip(pages)
        .filter_map(|(name, page)| match page {
            Measured::Done(cost) => cost.path.as_ref().map(|path| (*name, path)),
            Measured::Missing(_) => None,
        })
        .collect();
    let mut used = vec![0.0; asked.len()];
    let mut rounds = 0.0;
    while !stop.load(Ordering::Relaxed) {
        for ((_, (path, cookie)), used) in asked.iter().zip(&mut used) {
            let before = thread_cpu_seconds()?;
            let answered = town.get(path, cookie)?;
            anyhow::ensure!(answered.status == 200, "{path} answered {}", answered.status);
            *used += thread_cpu_seconds()? - before;
            // Others need their turn: one visitor reads, he does not hammer.
            std::thread::sleep(Duration::from_millis(2));
        }
        rounds += 1.0;
    }
    Ok(asked.iter().zip(used).map(|((name, _), used)| (*name, used * 1000.0 / rounds)).collect())
}
