//! Clients that ask for the same pages as soon as they are answered; the same ones for every program.

use std::net::SocketAddr;
use std::time::Duration;

use super::super::kilo;
use super::super::loopback::{Coding, Connection};
use super::super::stopwatch::{cpu_seconds, cpu_seconds_of, now};

/// A program that answers, and what is asked of it.
pub(super) struct Site {
    pub(super) address: SocketAddr,
    pub(super) cookie: String,
    /// The pages that together show the rows; a look is all of them.
    pub(super) pages: Vec<String>,
    /// Its processes; none when it answers in this one.
    pub(super) processes: Vec<u32>,
}

/// What clients met.
#[derive(Clone, Copy)]
pub(super) struct Load {
    /// Looks a second.
    pub(super) a_second: f64,
    /// Milliseconds that half of the looks took at most.
    pub(super) p50: f64,
    /// Milliseconds of CPU that a look cost the program; for one in this process with the client's.
    pub(super) cpu: f64,
    /// Size of a look on the wire.
    pub(super) kilobytes: f64,
}

/// What one client met.
struct Met {
    millis: Vec<f64>,
    seconds: f64,
    bytes: usize,
}

/// Lets clients look for some seconds. Each request has a connection of its own, so that those who
/// share their work between processes by connection can share it evenly.
pub(super) fn drive(
    site: &Site,
    coding: Coding,
    clients: usize,
    seconds: f64,
) -> anyhow::Result<Load> {
    let before = used(site)?;
    let met = std::thread::scope(|scope| {
        let clients: Vec<_> =
            (0..clients).map(|_| scope.spawn(|| look_for(site, coding, seconds))).collect();
        let joined = clients.into_iter().map(|client| match client.join() {
            Ok(met) => met,
            Err(_) => Err(anyhow::anyhow!("a client panicked")),
        });
        joined.collect::<anyhow::Result<Vec<Met>>>()
    })?;
    let cpu = used(site)? - before;
    let a_second = met.iter().map(|met| count(met.millis.len()) / met.seconds).sum();
    let bytes = met.iter().map(|met| met.bytes).max().unwrap_or_default();
    let mut millis: Vec<f64> = met.into_iter().flat_map(|met| met.millis).collect();
    millis.sort_by(f64::total_cmp);
    let p50 = millis.get(millis.len() / 2).copied().unwrap_or(f64::NAN);
    let cpu = cpu * 1000.0 / count(millis.len());
    Ok(Load { a_second, p50, cpu, kilobytes: kilo(bytes) })
}

fn look_for(site: &Site, coding: Coding, seconds: f64) -> anyhow::Result<Met> {
    let start = now();
    let length = Duration::from_secs_f64(seconds);
    let mut met = Met { millis: Vec::new(), seconds: 0.0, bytes: 0 };
    while met.millis.is_empty() || start.elapsed() < length {
        let began = now();
        met.bytes = look(site, coding)?;
        met.millis.push(began.elapsed().as_secs_f64() * 1000.0);
    }
    met.seconds = start.elapsed().as_secs_f64();
    Ok(met)
}

/// Asks for every page once; their size.
fn look(site: &Site, coding: Coding) -> anyhow::Result<usize> {
    let mut bytes = 0;
    for page in &site.pages {
        let reply = Connection::open(site.address)?.get_as(coding, page, &site.cookie)?;
        anyhow::ensure!(reply.status == 200, "{page} answered {}", reply.status);
        bytes += reply.bytes;
    }
    Ok(bytes)
}

/// Seconds of CPU that the program has used.
fn used(site: &Site) -> anyhow::Result<f64> {
    if site.processes.is_empty() {
        return cpu_seconds();
    }
    site.processes.iter().map(|process| cpu_seconds_of(*process)).sum()
}

#[expect(clippy::cast_precision_loss, reason = "numbers of requests are far below 2^52")]
fn count(number: usize) -> f64 {
    number as f64
}
