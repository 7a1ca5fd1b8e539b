//! A round for every org unit of the large demo: from the form that is sent until the page that
//! follows has come, over a connection on this machine.

use std::collections::BTreeSet;

use anyhow::Context;
use app::followup::store;

use super::gates::Gate;
use super::loopback::{Connection, Server};
use super::stopwatch::timed;
use super::town::{Town, wrong};

/// Accounts that the promise speaks of; the council itself is not asked.
const LEAST: usize = 1_990;
const TITLE: &str = "Mätrunda";

/// Opens it and counts the accounts that it made.
pub(super) fn gate(town: &Town) -> anyhow::Result<Gate> {
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
    let accounts = read.map_err(wrong)?.context("no round was opened")?.len();
    anyhow::ensure!(accounts >= LEAST, "the round asks {accounts} only");
    let seconds = took.as_secs_f64();
    println!("A round was opened for {accounts} org units in {seconds:.2} s, its page included.");
    Ok(Gate::at_most("4", "a round for all org units of large opens", (2.0, "s"), Ok(seconds)))
}
