//! Trees of a hundred and five hundred rows: Redmine's issues and our thread, asked for by the same
//! clients in turns.

use std::fmt::Write as _;
use std::path::Path;

use super::super::gates::Gate;
use super::super::loopback::{Coding, Server};
use super::super::town::Town;
use super::drive::{Load, Site, drive};
use super::redmine::{Redmine, missing};

const SIZES: [usize; 2] = [100, 500];
const ROUNDS: usize = 3;
const MANY_CLIENTS: usize = 4;
/// Seconds that each program is asked each time; the slower one needs more to be known.
const THEIR_SECONDS: f64 = 4.0;
const OUR_SECONDS: f64 = 1.5;
const MOST_PAGES: usize = 10;
/// What is promised.
const LIMIT: (f64, &str) = (10.0, "×");

/// The thread as a tree of rows with every level open.
const LIST: &str = "/trad?vy=lista&djup=6";

/// One line of the table: the loads of each round.
struct Line {
    size: usize,
    coding: Coding,
    clients: usize,
    rounds: Vec<(Load, Load)>,
}

/// Measures both in turns and prints a table; a promise for each size.
pub(super) fn gates(town: &Town, folder: &Path) -> anyhow::Result<Vec<Gate>> {
    println!("\n### A tree on a page: Redmine of Debian, and ours\n");
    let lines = match missing() {
        Some(why) => {
            println!("Redmine is {why}");
            Err("Redmine is not here".to_owned())
        }
        None => compare(town, folder).map_err(|error| format!("{error:#}")),
    };
    if let Ok(lines) = &lines {
        print(lines);
    }
    Ok(SIZES.map(|size| gate(size, lines.as_deref())).into())
}

/// The least of what comes plain and compressed, by requests a second and by CPU: where others use
/// the processors too, requests a second tell more of them than of the programs.
fn gate(size: usize, lines: Result<&[Line], &String>) -> Gate {
    let what =
        format!("tree of {size} rows, {MANY_CLIENTS} clients, req/s and CPU against Redmine");
    let worst = |lines: &[Line]| {
        let wanted = lines.iter().filter(|one| one.size == size && one.clients == MANY_CLIENTS);
        let least = |line: &Line| middle(line.ratios()).min(middle(line.cpu_ratios()));
        wanted.map(least).fold(f64::INFINITY, f64::min)
    };
    Gate::at_least("peers", &what, LIMIT, lines.map(worst).map_err(Clone::clone))
}

fn compare(town: &Town, folder: &Path) -> anyhow::Result<Vec<Line>> {
    let redmine = Redmine::start(folder, &SIZES)?;
    let server = Server::start(town)?;
    let mut lines = Vec::new();
    for size in SIZES {
        let theirs = redmine.tree(size)?;
        let ours = list(town, &server, size)?;
        drive(&theirs, Coding::Plain, MANY_CLIENTS, THEIR_SECONDS)?;
        drive(&ours, Coding::Plain, MANY_CLIENTS, OUR_SECONDS)?;
        for coding in [Coding::Plain, Coding::Gzip] {
            for clients in [1, MANY_CLIENTS] {
                let mut rounds = Vec::new();
                for _ in 0..ROUNDS {
                    let their_load = drive(&theirs, coding, clients, THEIR_SECONDS)?;
                    rounds.push((their_load, drive(&ours, coding, clients, OUR_SECONDS)?));
                }
                lines.push(Line { size, coding, clients, rounds });
            }
        }
    }
    server.stop();
    Ok(lines)
}

/// As many of our pages as hold the rows.
fn list(town: &Town, server: &Server, wanted: usize) -> anyhow::Result<Site> {
    let cookie = town.visitors.first().cloned().unwrap_or_default();
    let (mut pages, mut rows) = (Vec::new(), 0);
    while rows < wanted && pages.len() < MOST_PAGES {
        let page = format!("{LIST}&sida={}", pages.len() + 1);
        let answered = town.get(&page, &cookie)?;
        let more = rows_of(&String::from_utf8_lossy(&answered.body));
        anyhow::ensure!(answered.status == 200 && more > 0, "{page} has no rows");
        rows += more;
        pages.push(page);
    }
    anyhow::ensure!(rows >= wanted, "{LIST} has fewer than {wanted} rows");
    println!(
        "Ours, {wanted} rows: `{LIST}` of large, {} × page, {rows} rows: every level of the thread open; type, title, owner, responsible, status, latest change; rows open and close.",
        pages.len()
    );
    Ok(Site { address: server.address, cookie, pages, processes: Vec::new() })
}

/// Rows in the bodies of the tables of a page.
fn rows_of(page: &str) -> usize {
    let bodies = page.split("<tbody").skip(1).filter_map(|rest| rest.split("</tbody").next());
    bodies.map(|body| body.matches("<tr").count()).sum()
}

/// Theirs or ours of a round.
type Side = fn(&(Load, Load)) -> Load;

impl Line {
    fn ratios(&self) -> Vec<f64> {
        self.rounds.iter().map(|(theirs, ours)| ours.a_second / theirs.a_second).collect()
    }

    fn cpu_ratios(&self) -> Vec<f64> {
        self.rounds.iter().map(|(theirs, ours)| theirs.cpu / ours.cpu).collect()
    }

    fn row(&self) -> String {
        let coding = if self.coding == Coding::Gzip { "gzip" } else { "plain" };
        let mut row = format!("| {} | {coding} | {} |", self.size, self.clients);
        let sides: [Side; 2] = [|round| round.0, |round| round.1];
        for side in sides {
            let of = |what: fn(Load) -> f64| {
                middle(self.rounds.iter().map(|round| what(side(round))).collect())
            };
            // Writing to a text cannot fail.
            let _ = write!(
                row,
                " {:.1} | {:.1} | {:.1} | {:.0} |",
                of(|load| load.a_second),
                of(|load| load.p50),
                of(|load| load.cpu),
                of(|load| load.kilobytes)
            );
        }
        format!("{row} {} | {} |", spread(self.ratios(), 0), spread(self.cpu_ratios(), 0))
    }
}

fn print(lines: &[Line]) {
    println!(
        "\n| Rows | Coding | Clients | Redmine, /s | p50, ms | CPU, ms | kB | ours, /s | p50, ms | CPU, ms | kB | ours/Redmine, /s | Redmine/ours, CPU |\n|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
    );
    for line in lines {
        println!("{}", line.row());
    }
    println!(
        "\nA look is all rows: one page of Redmine, as many of ours as hold them. Median of {ROUNDS} rounds in turns, the ratio with its spread; a connection to each request; CPU of ours includes the client."
    );
    println!(
        "Redmine: production, puma 2 × 4, SQLite, a signed-in member; the list of issues in the order of their tree with all rows on one page: tracker, status, priority, subject, assignee, change, and its filters. Its gzip is Rack::Deflater, before it nothing stands. Its database holds these 600 issues alone; ours holds the whole large municipality. It has no org units, values or judgements; ours has no trackers, time or files in the list."
    );
}

/// The middle one, with the least and the most.
pub(super) fn spread(ratios: Vec<f64>, decimals: usize) -> String {
    let least = ratios.iter().copied().fold(f64::INFINITY, f64::min);
    let most = ratios.iter().copied().fold(0.0, f64::max);
    format!("{:.decimals$} ({least:.decimals$}–{most:.decimals$})", middle(ratios))
}

pub(super) fn middle(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}
