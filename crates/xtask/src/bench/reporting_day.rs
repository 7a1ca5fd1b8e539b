//! Gate 4: a day of reporting. Requests arrive at their times whether earlier ones are answered or
//! not, over connections on this machine, and are counted from when they should have been sent.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use super::gates::Gate;
use super::loopback::{Connection, Server};
use super::pages::Measured;
use super::parts::{find_parts, version_after};
use super::stopwatch::{cpu_seconds, now};
use super::town::Town;

const SECONDS: u32 = 24;
const READS_A_SECOND: u32 = 255;
const WRITES_A_SECOND: u32 = 45;
const READERS: usize = 24;
const MOST_WRITERS: usize = 12;

/// A page that is asked for, by whom.
struct Asked {
    path: String,
    cookie: String,
}

/// Requests that arrive evenly.
struct Arrivals {
    start: Instant,
    a_second: u32,
    next: AtomicU32,
}

impl Arrivals {
    fn new(start: Instant, a_second: u32) -> Self {
        Self { start, a_second, next: AtomicU32::new(0) }
    }

    /// Waits for the next arrival; its number and when it was due. None when the day is over.
    fn wait(&self) -> Option<(u32, Instant)> {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        if number >= self.a_second * SECONDS {
            return None;
        }
        let due =
            self.start + Duration::from_secs_f64(f64::from(number) / f64::from(self.a_second));
        std::thread::sleep(due.saturating_duration_since(now()));
        Some((number, due))
    }
}

/// What a client saw.
#[derive(Default)]
struct Seen {
    millis: Vec<f64>,
    errors: u32,
}

/// Runs the day on the town.
pub(super) fn gates(town: &Town, pages: &[Measured]) -> anyhow::Result<Vec<Gate>> {
    let parts = find_parts(town, MOST_WRITERS)?;
    let mix = mix(pages);
    anyhow::ensure!(!parts.is_empty() && !mix.is_empty(), "nothing to report on");
    let server = Server::start(town)?;
    let cpu = cpu_seconds()?;
    // Connections are opened before the day begins.
    let start = now() + Duration::from_millis(300);
    let (reads, writes) =
        (Arrivals::new(start, READS_A_SECOND), Arrivals::new(start, WRITES_A_SECOND));
    let address = server.address;
    let seen = std::thread::scope(|scope| {
        let mut clients = Vec::new();
        for _ in 0..READERS {
            clients.push(scope.spawn(|| read(address, &reads, &mix)));
        }
        for (path, cookie) in &parts {
            let writes = &writes;
            clients.push(scope.spawn(move || write(address, writes, path, cookie)));
        }
        let joined = clients.into_iter().map(|client| match client.join() {
            Ok(seen) => seen,
            Err(_) => Err(anyhow::anyhow!("a client panicked")),
        });
        joined.collect::<anyhow::Result<Vec<Seen>>>()
    });
    let took = start.elapsed().as_secs_f64();
    let cpu = cpu_seconds()? - cpu;
    server.stop();
    Ok(told(seen?, took, cpu))
}

fn told(seen: Vec<Seen>, took: f64, cpu: f64) -> Vec<Gate> {
    let errors: u32 = seen.iter().map(|seen| seen.errors).sum();
    let mut millis: Vec<f64> = seen.into_iter().flat_map(|seen| seen.millis).collect();
    millis.sort_by(f64::total_cmp);
    let at = |share: usize| millis.get(millis.len() * share / 100).copied().unwrap_or(f64::NAN);
    let answered = u32::try_from(millis.len()).unwrap_or(u32::MAX);
    println!(
        "Reporting day: {answered} requests in {took:.1} s, p50 {:.1} ms, p95 {:.1} ms, p99 {:.1} ms, \
         {:.2} cores used by server and clients together.",
        at(50),
        at(95),
        at(99),
        cpu / took
    );
    let rate = f64::from(answered) / took;
    let asked = f64::from(READS_A_SECOND + WRITES_A_SECOND);
    vec![
        Gate::at_least("4", "reporting day: answered", (0.98 * asked, "req/s"), Ok(rate)),
        Gate::at_most("4", "reporting day: 95th percentile", (150.0, "ms"), Ok(at(95))),
        Gate::at_most("4", "reporting day: errors", (0.0, ""), Ok(f64::from(errors))),
    ]
}

/// What people look at while they report: of twenty, seven parts of accounts, six times Min sida,
/// three measures, two lists, a goal and the thread.
fn mix(pages: &[Measured]) -> Vec<Asked> {
    let page = |at: usize, times: usize| {
        let found = match pages.get(at) {
            Some(Measured::Done(cost)) => cost.path.clone(),
            _ => None,
        };
        std::iter::repeat_n(found, times).flatten()
    };
    page(0, 6)
        .chain(page(5, 7))
        .chain(page(3, 3))
        .chain(page(4, 2))
        .chain(page(2, 1))
        .chain(page(1, 1))
        .map(|(path, cookie)| Asked { path, cookie })
        .collect()
}

fn read(address: SocketAddr, arrivals: &Arrivals, mix: &[Asked]) -> anyhow::Result<Seen> {
    let mut connection = Connection::open(address)?;
    let mut seen = Seen::default();
    while let Some((number, due)) = arrivals.wait() {
        // A step that is no divisor of the length spreads the dear pages.
        let at = (number as usize * 7) % mix.len();
        let Some(asked) = mix.get(at) else { continue };
        let reply = connection.get(&asked.path, &asked.cookie)?;
        seen.errors += u32::from(reply.status != 200);
        seen.millis.push(due.elapsed().as_secs_f64() * 1000.0);
    }
    Ok(seen)
}

fn write(
    address: SocketAddr,
    arrivals: &Arrivals,
    path: &str,
    cookie: &str,
) -> anyhow::Result<Seen> {
    let mut connection = Connection::open(address)?;
    let mut seen = Seen::default();
    // The first answer is a conflict that tells the version.
    let mut version = "0".to_owned();
    version = version_after(&connection.patch(path, cookie, &version, &text(0))?.body, version);
    while let Some((number, due)) = arrivals.wait() {
        let reply = connection.patch(path, cookie, &version, &text(number))?;
        seen.errors += u32::from(reply.status != 200);
        seen.millis.push(due.elapsed().as_secs_f64() * 1000.0);
        version = version_after(&reply.body, version);
    }
    Ok(seen)
}

fn text(number: u32) -> String {
    format!("{{\"field\":\"text\",\"value\":\"Ett stycke text under dagen, gång {number}.\"}}")
}
