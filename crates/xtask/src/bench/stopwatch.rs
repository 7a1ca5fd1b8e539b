//! Time on the wall and on the processor.

use std::time::{Duration, Instant};

/// Ticks a second of `/proc/self/stat`: fixed by Linux for programs, whatever the kernel's own.
const TICKS: f64 = 100.0;
/// Long enough for a tick to be one percent.
const ENOUGH_SECONDS: f64 = 1.0;
const MOST_CALLS: u32 = 4_000;
const LEAST_CALLS: u32 = 20;

/// Does something once and tells how long it took.
#[expect(clippy::disallowed_methods, reason = "a stopwatch reads the clock")]
pub(super) fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed())
}

/// The clock of the machine.
#[expect(clippy::disallowed_methods, reason = "a stopwatch reads the clock")]
pub(super) fn now() -> Instant {
    Instant::now()
}

/// Time on a processor of the thread that asks, in seconds.
pub(super) fn thread_cpu_seconds() -> anyhow::Result<f64> {
    let said = std::fs::read_to_string("/proc/thread-self/schedstat")?;
    let nanos: f64 = said.split_whitespace().next().unwrap_or_default().parse()?;
    Ok(nanos / 1e9)
}

/// User and system time of the programs this one started and waited for, in seconds.
pub(super) fn children_cpu_seconds() -> anyhow::Result<f64> {
    ticks("self", 13)
}

/// User and system time of this process so far, in seconds.
pub(super) fn cpu_seconds() -> anyhow::Result<f64> {
    ticks("self", 11)
}

/// User and system time of another process so far, in seconds.
pub(super) fn cpu_seconds_of(process: u32) -> anyhow::Result<f64> {
    ticks(&process.to_string(), 11)
}

/// Two neighbouring words of a process' `stat`, put together. The program's name stands in brackets
/// and may hold spaces; own time is the twelfth and thirteenth words after it, the children's the
/// two that follow.
fn ticks(process: &str, skipped: usize) -> anyhow::Result<f64> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat"))?;
    let words = stat.rsplit_once(')').map(|(_, rest)| rest).unwrap_or_default();
    let words = words.split_whitespace().skip(skipped).take(2);
    Ok(words.map(str::parse::<f64>).sum::<Result<f64, _>>()? / TICKS)
}

/// CPU per call in milliseconds, after three calls to warm up.
pub(super) fn cpu_per_call(mut call: impl FnMut() -> anyhow::Result<()>) -> anyhow::Result<f64> {
    for _ in 0..3 {
        call()?;
    }
    let start = cpu_seconds()?;
    let mut calls = 0;
    loop {
        for _ in 0..LEAST_CALLS {
            call()?;
        }
        calls += LEAST_CALLS;
        let used = cpu_seconds()? - start;
        if used >= ENOUGH_SECONDS || calls >= MOST_CALLS {
            return Ok(used * 1000.0 / f64::from(calls));
        }
    }
}
