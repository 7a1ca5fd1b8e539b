//! The table of who may do what, read from `access_matrix.csv`, and requests made from its rows.
//!
//! A row: method, path, example, then a status per role. The example says what stands for the
//! named parts of the path (`id=element:sjukfranvaro`), for the query (`?enhet=org:centralskolan`)
//! and for the form (`+person=person:lena-holm`), set apart by spaces; `-` when there is nothing.
//! `kind:word` is a thing of the demo by its word in `demo/skarvik`; `unknown` is nobody's thing;
//! anything else stands for itself.

use app::routes::Route;
use http::Method;

use crate::kit::{self, Browser, Reply, Sending, TestApp};

/// Who stands for each role, in the order of the columns; a stranger comes first.
pub(crate) const ROLES: [(&str, &str); 9] = [
    ("stranger", ""),
    ("administrator", "Johan Åkerlund"),
    ("controller", "Kerstin Öberg"),
    ("manager", "Amira Lindqvist"),
    ("staff", "Sofia Bergkvist"),
    ("elected", "Yvonne Strand"),
    ("provider", "Farah Nazari"),
    ("auditor", "Gösta Hallin"),
    ("reader", "Ingrid Malm"),
];

/// An identity that nothing has.
pub(crate) const UNKNOWN: &str = "01980000-0000-7000-8000-00000000dead";

/// A row of the matrix.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) example: String,
    pub(crate) expected: Vec<String>,
}

/// The rows, as written.
pub(crate) fn rows() -> Vec<Row> {
    include_str!("access_matrix.csv")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#') && !line.starts_with("method,"))
        .map(|line| {
            let mut cells = line.split(',').map(|cell| cell.trim().to_owned());
            let mut next = || cells.next().unwrap_or_else(|| panic!("too few cells: {line}"));
            let (method, path, example) = (next(), next(), next());
            let expected: Vec<String> = cells.collect();
            assert_eq!(expected.len(), ROLES.len(), "a status per role: {line}");
            Row { method, path, example, expected }
        })
        .collect()
}

impl Row {
    /// A row without expectations.
    pub(crate) fn draft(route: &Route, example: &str) -> Self {
        Self {
            method: route.method.to_owned(),
            path: route.path.to_owned(),
            example: example.to_owned(),
            expected: Vec::new(),
        }
    }

    /// The method.
    pub(crate) fn method(&self) -> Method {
        self.method.parse().unwrap_or_else(|_| panic!("{} is no method", self.method))
    }

    /// The address that the example makes of the path.
    pub(crate) fn address(&self) -> String {
        self.address_with(|_, value| resolve(value))
    }

    /// The address with another identity wherever the path names one.
    pub(crate) fn address_of(&self, id: &str) -> String {
        self.address_with(|_, value| {
            if value.contains(':') || value == "unknown" { id.to_owned() } else { value.to_owned() }
        })
    }

    fn address_with(&self, value_of: impl Fn(&str, &str) -> String) -> String {
        let mut address = self.path.clone();
        let mut query = Vec::new();
        for token in self.example.split_whitespace().filter(|token| *token != "-") {
            let (key, value) = token.split_once('=').unwrap_or((token, ""));
            if let Some(key) = key.strip_prefix('?') {
                query.push(format!("{key}={}", resolve(value)));
            } else if !key.starts_with('+') {
                address = address.replace(&format!("{{{key}}}"), &value_of(key, value));
            }
        }
        assert!(
            !address.contains('{'),
            "{} {}: the example {:?} leaves a part open",
            self.method,
            self.path,
            self.example
        );
        if query.is_empty() { address } else { format!("{address}?{}", query.join("&")) }
    }

    /// Whether the path names something.
    pub(crate) fn names_something(&self) -> bool {
        self.path.contains('{') && self.example.contains(':')
    }

    /// Makes the request; goes nowhere.
    pub(crate) fn ask(&self, browser: &mut Browser, address: &str) -> Reply {
        let method = self.method();
        let sending = match method {
            Method::GET => None,
            Method::PATCH => Some(Sending::Json("{}".to_owned())),
            _ => Some(self.form()),
        };
        browser.send(&method, address, &[], sending)
    }

    fn form(&self) -> Sending {
        let fields: Vec<(String, String)> = self
            .example
            .split_whitespace()
            .filter_map(|token| token.strip_prefix('+')?.split_once('='))
            .map(|(name, value)| (name.to_owned(), resolve(value)))
            .collect();
        Sending::Fields(fields)
    }

    /// The row as it is written in the file.
    pub(crate) fn line(&self) -> String {
        format!("{},{},{},{}", self.method, self.path, self.example, self.expected.join(","))
    }
}

fn resolve(value: &str) -> String {
    match value.split_once(':') {
        Some((kind, word)) => kit::id(kind, word),
        None if value == "unknown" => UNKNOWN.to_owned(),
        None => value.to_owned(),
    }
}

/// A browser in a role; a stranger's for the first.
pub(crate) fn browser_as(app: &TestApp, person: &str) -> Browser {
    let mut browser = app.browser();
    // Statuses are asked for here; the gallery examines the pages.
    browser.gather_findings();
    if !person.is_empty() {
        browser.sign_in(person);
    }
    browser
}

/// An example for a route that no row speaks of: the first that somebody can open.
pub(crate) fn guess(app: &TestApp, route: &Route, known: &[Row]) -> Row {
    let from_rows =
        known.iter().filter(|row| row.path.contains('{')).map(|row| row.example.as_str());
    let fallback = [
        "id=element:sjukfranvaro",
        "id=org:skargardens-forskolor",
        "id=person:amira-lindqvist",
        "id=follow_up:skargardens-forskolor",
        "id=round:delar-2026-08",
        "org=org:utbildningsnamnden",
        "code=unknown",
    ];
    let mut candidates: Vec<&str> = from_rows.chain(fallback).collect();
    candidates.dedup();
    if !route.path.contains('{') {
        return Row::draft(route, "-");
    }
    for person in ["Johan Åkerlund", "Kerstin Öberg", "Amira Lindqvist"] {
        let mut browser = browser_as(app, person);
        for example in &candidates {
            let row = Row::draft(route, example);
            let fits = route.path.split('{').skip(1).all(|part| {
                part.split('}').next().is_some_and(|name| example.starts_with(&format!("{name}=")))
            });
            if fits && row.ask(&mut browser, &row.address()).status != http::StatusCode::NOT_FOUND {
                return row;
            }
        }
    }
    let open: Vec<String> = route
        .path
        .split('{')
        .skip(1)
        .filter_map(|part| Some(format!("{}=unknown", part.split('}').next()?)))
        .collect();
    Row::draft(route, &open.join(" "))
}
