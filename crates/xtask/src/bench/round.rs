//! A round for every org unit of the large demo: from the form that is sent until the page that
//! follows has come, over a connection on this machine.

use std::collections::BTreeSet;

use anyhow::Context;
use app::followup::store::{self, Account};
use bytes::Bytes;
use http::Method;

use super::gates::Gate;
use super::loopback::{Connection, Server};
use super::stopwatch::timed;
use super::town::{Town, wrong};

/// Accounts that the promise speaks of; the council itself is not asked.
const LEAST: usize = 1_990;
const TITLE: &str = "Mätrunda";

/// Opens it, counts the accounts that it made, and begins some of them.
pub(super) fn gates(town: &Town) -> anyhow::Result<Vec<Gate>> {
    let (cookie, organisation) = (town.visitors.first(), &town.structure.organisation);
    let cookie = cookie.context("nobody who opens rounds")?;
    let asked = organisation.all().filter(|unit| unit.parent.is_some());
    let levels: BTreeSet<&str> = asked.map(|unit| unit.level.as_str()).collect();
    let levels: String = levels.into_iter().map(|level| format!("&niva={level}")).collect();
    // A year that nobody has been asked about, in a round that does not close before the day of
    // reporting is over.
    let form = format!(
        "titel={TITLE}&period=2025&oppnar=2026-08-25&lamnas=2026-10-01&stanger=2026-10-10{levels}"
    );
    let server = Server::start(town)?;
    let mut connection = Connection::open(server.address)?;
    let (answered, took) = timed(|| {
        let sent = connection.post("/folja-upp", cookie, &form)?.status;
        let shown = connection.get("/folja-upp", cookie)?.status;
        Ok::<_, anyhow::Error>((sent, shown))
    });
    server.stop();
    let answered = answered?;
    anyhow::ensure!(answered == (303, 200), "opening a round answered {answered:?}");
    let read = town.app.db.read(app::demo::tenant(), |tx| {
        let rounds = store::rounds(tx)?;
        let round = rounds.into_iter().find(|round| round.title == TITLE);
        Ok(round.map(|round| store::accounts_of_round(tx, round.id)).transpose()?)
    });
    let accounts = read.map_err(wrong)?.context("no round was opened")?;
    let asked = accounts.len();
    anyhow::ensure!(asked >= LEAST, "the round asks {asked} only");
    let seconds = took.as_secs_f64();
    println!("A round was opened for {asked} org units in {seconds:.2} s, its page included.");
    let opens = "a round for all org units of large opens";
    let begun = "an account of large is begun, the median";
    Ok(vec![
        Gate::at_most("4", opens, (2.0, "s"), Ok(seconds)),
        Gate::at_most("4", begun, (100.0, "ms"), begin(town, &accounts)),
    ])
}

/// Milliseconds that it takes a manager to begin an account, the median of those who can be signed in.
fn begin(town: &Town, accounts: &[Account]) -> Result<f64, String> {
    let mut took = Vec::new();
    let ask = |path: &str, cookie: &str| town.ask(&Method::POST, path, cookie, &[], Bytes::new());
    for (at, org_unit) in town.managed.iter().enumerate() {
        // Those who may most have signed in before the managers.
        let Some(cookie) = town.visitors.get(at + 1) else { continue };
        let Some(account) = accounts.iter().find(|one| one.org_unit == *org_unit) else { continue };
        let path = format!("/folja-upp/{}", account.id);
        let (answered, duration) = timed(|| ask(&path, cookie));
        match answered {
            Ok(answered) if answered.status == 303 => took.push(duration.as_secs_f64() * 1000.0),
            Ok(answered) => return Err(format!("{path} answered {}", answered.status)),
            Err(error) => return Err(error.to_string()),
        }
    }
    took.sort_by(f64::total_cmp);
    println!("Accounts were begun in {took:.0?} ms.");
    took.get(took.len() / 2).copied().ok_or_else(|| "nobody begins".to_owned())
}
