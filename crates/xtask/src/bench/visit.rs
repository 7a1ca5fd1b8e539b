//! Gate 8: what comes over the wire, compressed.

use std::collections::BTreeSet;

use super::gates::Gate;
use super::loopback::{Connection, Server};
use super::pages::{Measured, NAMES};
use super::town::Town;

/// How the page of many charts is named among the pages.
const SERIES: &str = "200 series";

/// The first visit is Min sida with all that it needs; a repeat is one page alone.
pub(super) fn gates(town: &Town, pages: &[Measured]) -> anyhow::Result<Vec<Gate>> {
    let server = Server::start(town)?;
    let mut connection = Connection::open(server.address)?;
    let mut first = None;
    let mut largest = ("no page", 0);
    for (name, page) in NAMES.iter().zip(pages) {
        let Measured::Done(cost) = page else { continue };
        let Some((path, cookie)) = &cost.path else { continue };
        let size = connection.get(path, cookie)?.bytes;
        // Two hundred charts are no ordinary page: what they weigh is told by itself.
        if name.starts_with(SERIES) {
            println!("On the wire {name} is {size} B.");
        } else if size > largest.1 {
            largest = (name, size);
        }
        if path == "/" {
            let plain = String::from_utf8_lossy(&town.get(path, cookie)?.body).into_owned();
            let with_it = files(town, &mut connection, &plain)?;
            println!("First visit: page {} B, {} files {} B.", size, with_it.0, with_it.1);
            first = Some(size + with_it.1);
        }
    }
    server.stop();
    let first = first.map(super::kilo).ok_or_else(|| "no first page".to_owned());
    println!("The largest page on the wire is {}: {} B.", largest.0, largest.1);
    Ok(vec![
        Gate::at_most("8", "first visit with style, scripts and fonts", (120.0, "kB"), first),
        Gate::at_most("8", "largest repeat page", (25.0, "kB"), Ok(super::kilo(largest.1))),
    ])
}

/// How many files a page leads to, also by way of style and modules, and their size.
fn files(town: &Town, connection: &mut Connection, page: &str) -> anyhow::Result<(usize, usize)> {
    let mut found: BTreeSet<String> = BTreeSet::new();
    let mut waiting = named(page);
    let mut size = 0;
    while let Some(file) = waiting.pop() {
        if !found.insert(file.clone()) {
            continue;
        }
        size += connection.get(&file, "")?.bytes;
        waiting.extend(named(&String::from_utf8_lossy(&town.get(&file, "")?.body)));
    }
    Ok((found.len(), size))
}

fn named(text: &str) -> Vec<String> {
    text.split("/static/")
        .skip(1)
        .map(|rest| {
            let end = rest.find(['"', '\'', ')', ' ', '>', '?']).unwrap_or(rest.len());
            format!("/static/{}", rest.get(..end).unwrap_or_default())
        })
        .collect()
}
