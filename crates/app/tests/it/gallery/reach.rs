//! Every page that each role reaches by following links: examined, held to the budget of
//! statements, and saved with its style to `target/gallery/reach` for the eye.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs;
use std::path::Path;

use super::shelf::{assets_beside, save};
use crate::exceptions::MANY_STATEMENTS;
use crate::kit::{Browser, TestApp};
use crate::matrix::{ROLES, browser_as};

/// How far from the first page.
const DEPTH: usize = 2;
/// Pages per role. Lists lead to hundreds of pages of one kind; a few of each kind are enough.
const MOST_PER_KIND: usize = 3;
/// Most statements of a page.
const STATEMENTS: u64 = 30;

struct Visited {
    address: String,
    title: String,
    file: String,
}

#[test]
fn every_page_in_reach_keeps_the_rules() {
    let app = TestApp::new();
    let folder = super::folder().join("reach");
    let _ = fs::remove_dir_all(&folder);
    let mut index = String::from("<!doctype html><meta charset=\"utf-8\"><title>Gallery</title>\n");
    let mut findings = BTreeSet::new();
    let mut visited_in_all = 0;
    for (role, person) in ROLES {
        let mut browser = browser_as(&app, person);
        let visited = walk(&app, &mut browser, &folder, role, &mut findings);
        index.push_str(&format!("<h2>{role}</h2>\n<ul>\n"));
        for page in &visited {
            index.push_str(&format!(
                "<li><a href=\"{}\">{}</a> {}\n",
                page.file, page.title, page.address
            ));
        }
        index.push_str("</ul>\n");
        visited_in_all += visited.len();
    }
    save(&folder.join("index.html"), index.as_bytes());
    println!("{visited_in_all} pages are saved in {}", folder.display());
    let findings: Vec<String> = findings.into_iter().collect();
    assert!(findings.is_empty(), "pages break rules:\n{}", findings.join("\n"));
}

fn walk(
    app: &TestApp,
    browser: &mut Browser,
    folder: &Path,
    role: &str,
    findings: &mut BTreeSet<String>,
) -> Vec<Visited> {
    let mut waiting = VecDeque::from([("/".to_owned(), 0), ("/matt".to_owned(), 0)]);
    let mut seen: BTreeSet<String> = waiting.iter().map(|(address, _)| address.clone()).collect();
    let mut per_kind: BTreeMap<String, usize> = BTreeMap::new();
    let mut visited = Vec::new();
    while let Some((address, depth)) = waiting.pop_front() {
        let kind = kind_of(app, &address);
        let count = per_kind.entry(kind).or_default();
        if *count >= MOST_PER_KIND {
            continue;
        }
        *count += 1;
        // A build without the typesetter shows the report's tree bare in place of the PDF.
        if !cfg!(feature = "pdf") && route_of(app, &address).ends_with("/pdf") {
            continue;
        }
        browser.open(&address);
        if browser.status() >= 500 {
            findings.insert(format!("GET {address} as {role}: status {}", browser.status()));
        }
        let route = route_of(app, &address);
        let known = MANY_STATEMENTS.iter().any(|known| known.what == route);
        if browser.statements() > STATEMENTS && !known {
            findings.insert(format!(
                "GET {address} as {role}: {} statements, {STATEMENTS} are allowed for {route}",
                browser.statements()
            ));
        }
        if !browser.reply().is_page() {
            continue;
        }
        let text = browser.reply().text();
        let file = format!("{role}/{:03}.html", visited.len());
        save(&folder.join(&file), assets_beside(&text, folder, "../static/").as_bytes());
        visited.push(Visited { address: address.clone(), title: browser.page().title(), file });
        if depth < DEPTH {
            for (_, link) in browser.page().links() {
                let link = link.split('#').next().unwrap_or_default().to_owned();
                if link.starts_with('/')
                    && !link.starts_with("/static/")
                    && seen.insert(link.clone())
                {
                    waiting.push_back((link, depth + 1));
                }
            }
        }
    }
    findings.extend(browser.findings().iter().map(|finding| format!("{finding} (as {role})")));
    visited
}

/// The route an address leads to.
fn route_of(app: &TestApp, address: &str) -> &'static str {
    match app.app().routes.find(&http::Method::GET, address.split('?').next().unwrap_or_default()) {
        app::routes::Found::Route(route, _) => route.path,
        _ => "nowhere",
    }
}

/// The route and the names of the query's fields: pages of one kind look alike.
fn kind_of(app: &TestApp, address: &str) -> String {
    let query = address.split_once('?').map_or("", |(_, query)| query);
    let names: Vec<&str> = query.split('&').filter_map(|pair| pair.split('=').next()).collect();
    format!("{}?{}", route_of(app, address), names.join("&"))
}
