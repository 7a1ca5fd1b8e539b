//! Who may do what: every route as every role, against the table a person has written.

use http::Method;

use crate::kit::{NEIGHBOUR_HOST, TestApp};
use crate::matrix::{ROLES, Row, UNKNOWN, browser_as, guess, rows};
use crate::neighbour::{self, CANARY};

/// Asks as each role and answers the statuses. A request that changed something gets a fresh
/// municipality after it, so that no cell depends on another.
fn statuses(app: &mut TestApp, row: &Row) -> Vec<String> {
    let mut found = Vec::new();
    for (_, person) in ROLES {
        let before = app.audit_length();
        let mut browser = browser_as(app, person);
        found.push(row.ask(&mut browser, &row.address()).status.as_u16().to_string());
        if app.audit_length() != before {
            *app = TestApp::new();
        }
    }
    found
}

#[test]
fn every_route_is_in_the_matrix() {
    let app = TestApp::new();
    let known = rows();
    let missing: Vec<_> = app
        .app()
        .routes
        .rows()
        .iter()
        .filter(|route| {
            !known.iter().any(|row| row.method == route.method && row.path == route.path)
        })
        .copied()
        .collect();
    let mut proposals = Vec::new();
    let mut scratch = TestApp::new();
    for route in &missing {
        let mut row = guess(&scratch, route, &known);
        row.expected = statuses(&mut scratch, &row);
        proposals.push(row.line());
    }
    assert!(
        missing.is_empty(),
        "routes without a row in access_matrix.csv. Read each proposal as a claim about who may do \
         what, put it right, and write it there:\n{}",
        proposals.join("\n")
    );
    let gone: Vec<String> = known
        .iter()
        .filter(|row| {
            !app.app()
                .routes
                .rows()
                .iter()
                .any(|route| row.method == route.method && row.path == route.path)
        })
        .map(Row::line)
        .collect();
    assert!(gone.is_empty(), "rows whose routes are gone; take them away:\n{}", gone.join("\n"));
}

#[test]
fn every_role_is_answered_as_the_matrix_says() {
    let mut app = TestApp::new();
    let mut wrong = Vec::new();
    for row in rows() {
        let found = statuses(&mut app, &row);
        for ((role, _), (expected, found)) in ROLES.iter().zip(row.expected.iter().zip(&found)) {
            if expected != found {
                wrong.push(format!(
                    "{} {} ({}) as {role}: {found}, the matrix says {expected}",
                    row.method, row.path, row.example
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_one_may_not_know_of_answers_like_what_does_not_exist() {
    let app = TestApp::new();
    for row in rows().into_iter().filter(Row::names_something) {
        for ((role, person), expected) in ROLES.iter().zip(&row.expected) {
            if expected != "404" {
                continue;
            }
            let mut browser = browser_as(&app, person);
            let (real, none) = (row.address(), row.address_of(UNKNOWN));
            let there = row.ask(&mut browser, &real);
            let nowhere = row.ask(&mut browser, &none);
            assert_eq!(there.status, nowhere.status, "{real} as {role}");
            assert_eq!(
                without(&there.text(), &real),
                without(&nowhere.text(), &none),
                "{real} as {role}"
            );
        }
    }
}

/// The page without its own address, which the language form carries.
fn without(text: &str, address: &str) -> String {
    text.replace(address.split('?').next().unwrap_or(address), "(address)")
}

#[test]
fn things_of_the_municipality_next_door_do_not_exist_here() {
    no_canary_is_seen(&TestApp::with_neighbour());
}

#[test]
fn things_next_door_do_not_exist_here_in_a_database_that_both_share() {
    match TestApp::with_neighbour_on_postgres() {
        Some(app) => no_canary_is_seen(&app),
        None => println!("skipped: PostgreSQL is not installed"),
    }
}

fn no_canary_is_seen(app: &TestApp) {
    let theirs = neighbour::only_there();
    for (role, person) in ROLES {
        let mut browser = browser_as(app, person);
        for row in rows() {
            if row.method == "GET" {
                let reply = row.ask(&mut browser, &row.address());
                assert!(
                    !reply.text().contains(CANARY),
                    "{} as {role} shows the neighbour",
                    row.address()
                );
            }
            if !row.names_something() {
                continue;
            }
            let (there, none) = (row.address_of(&theirs), row.address_of(UNKNOWN));
            let found = row.ask(&mut browser, &there);
            let nothing = row.ask(&mut browser, &none);
            assert_eq!(found.status, nothing.status, "{} {there} as {role}", row.method);
            assert_eq!(
                without(&found.text(), &there),
                without(&nothing.text(), &none),
                "{} {there} as {role}",
                row.method
            );
            assert!(!found.text().contains(CANARY), "{there} as {role} shows the neighbour");
        }
    }
}

#[test]
fn the_neighbour_sees_its_own_texts_so_that_the_canary_is_worth_something() {
    let app = TestApp::with_neighbour();
    let mut browser = app.browser_at(NEIGHBOUR_HOST);
    browser.sign_in("Amira Lindqvist").open("/matt");
    assert!(browser.page().says(CANARY));
}

#[test]
fn a_session_opens_no_other_municipality() {
    let app = TestApp::with_neighbour();
    let mut here = app.signed_in("Johan Åkerlund");
    let mut there = app.browser_at(NEIGHBOUR_HOST);
    there.cookies().clone_from(here.cookies());
    let reply = there.send(&Method::GET, "/matt", &[], None);
    assert_eq!(reply.status.as_u16(), 303);
    assert!(reply.header("location").starts_with("/logga-in"));
}

#[test]
fn a_host_that_is_nobodys_shows_nothing() {
    let app = TestApp::with_neighbour();
    let mut browser = app.browser_at("okand.test");
    for path in ["/", "/matt", "/logga-in"] {
        let reply = browser.get(path);
        assert_eq!(reply.status.as_u16(), 421, "{path}");
        assert!(!reply.text().contains(CANARY) && !reply.text().contains("Skärvik"), "{path}");
    }
}
