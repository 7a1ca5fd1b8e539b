//! What an attacker tries.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::sync::Arc;

use http::{Method, StatusCode};
use sha2::{Digest, Sha256};

use crate::kit::{Browser, Reply, Sending, TestApp};
use crate::matrix::{ROLES, Row, browser_as, rows};
use crate::neighbour::{Table, tables};

const ALWAYS: [(&str, &str); 6] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "DENY"),
    ("permissions-policy", "camera=(), microphone=(), geolocation=()"),
];

fn has_the_headers(reply: &Reply, what: &str) {
    for (name, value) in ALWAYS {
        assert_eq!(reply.header(name), value, "{name} of {what}");
    }
    let policy = reply.header("content-security-policy");
    // A file that people have handed in may do nothing at all in a browser.
    let own: &[&str] = if policy.ends_with("sandbox") {
        assert!(reply.header("content-disposition").starts_with("attachment"), "{what}");
        &["form-action 'none'"]
    } else {
        &["script-src 'self'", "style-src 'self'", "form-action 'self'"]
    };
    let common = ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"];
    for part in common.iter().chain(own) {
        assert!(policy.contains(part), "{part} is missing from the policy of {what}");
    }
    assert!(!policy.contains("unsafe"), "{what}: {policy}");
    assert!(!reply.header("cache-control").is_empty(), "cache-control of {what}");
}

#[test]
fn every_answer_carries_the_headers() {
    let app = TestApp::new();
    for (role, person) in ROLES {
        let mut browser = browser_as(&app, person);
        for row in rows().iter().filter(|row| row.method == "GET") {
            let reply = row.ask(&mut browser, &row.address());
            has_the_headers(&reply, &format!("{} as {role}", row.address()));
            if reply.is_page() {
                assert_eq!(
                    reply.header("cache-control"),
                    "no-store",
                    "{} as {role}",
                    row.address()
                );
            }
        }
        for row in rows().iter().filter(|row| row.method != "GET") {
            let reply = browser.send_exactly(&row.method(), &row.address(), &[], None);
            has_the_headers(&reply, &format!("{} {} as {role}", row.method, row.address()));
        }
    }
}

#[test]
fn odd_requests_get_the_headers_too() {
    let app = TestApp::new();
    let mut browser = app.browser();
    let broken = Sending::Fields(Vec::new());
    let odd = [
        browser.get("/finns-inte"),
        browser.get("/matt?x=%zz"),
        browser.get("/static/finns-inte.css"),
        browser.get("/matt/%ff"),
        browser.send(&Method::DELETE, "/matt", &[], None),
        browser.send(&Method::OPTIONS, "/matt", &[], None),
        browser.send(
            &Method::POST,
            "/logga-in",
            &[("content-type", "multipart/form-data; boundary=")],
            Some(broken),
        ),
    ];
    for reply in &odd {
        assert!(reply.status.is_client_error(), "{}", reply.status);
        has_the_headers(reply, &reply.status.to_string());
    }
}

#[test]
fn what_is_too_large_is_refused_with_the_headers_too() {
    let app = TestApp::new();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let listener = runtime.block_on(tokio::net::TcpListener::bind(("127.0.0.1", 0)));
    let listener = listener.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let stop = std::future::pending();
    runtime.spawn(app::web::serve::serve(listener, Arc::clone(app.app()), stop));
    let mut stream = std::net::TcpStream::connect(address).expect("the server listens");
    let body = "x".repeat(1024 * 1024 + 1);
    let length = body.len();
    let request = format!(
        "POST /logga-in HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\
         content-length: {length}\r\n\r\n{body}"
    );
    stream.write_all(request.as_bytes()).expect("the body is sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    for (name, value) in ALWAYS {
        assert!(answer.contains(&format!("{name}: {value}")), "{name}: {answer}");
    }
    runtime.shutdown_background();
}

#[test]
fn on_a_server_browsers_are_told_to_come_back_encrypted() {
    let app = TestApp::on_a_server();
    let reply = app.browser().get("/logga-in");
    assert_eq!(reply.status, StatusCode::OK);
    assert!(reply.header("strict-transport-security").starts_with("max-age="));
    assert_eq!(
        app.browser()
            .post("/logga-in/roll", &[("person", &crate::kit::id("person", "amira-lindqvist"))])
            .status,
        StatusCode::NOT_FOUND
    );
}

#[test]
fn a_form_on_another_site_changes_nothing() {
    let app = TestApp::new();
    let before = everything(&app);
    let attempts: [&[(&str, &str)]; 6] = [
        &[],
        &[("origin", "null")],
        &[("origin", "https://ond.example")],
        &[("origin", "http://localhost.ond.example")],
        &[("origin", "http://localhost"), ("sec-fetch-site", "cross-site")],
        &[("origin", "http://localhost"), ("sec-fetch-site", "same-site")],
    ];
    for (role, person) in ROLES {
        let mut browser = browser_as(&app, person);
        for row in rows().into_iter().filter(|row| row.method != "GET") {
            for headers in attempts {
                let sending = Some(Sending::form(&[("titel", "Från en annan plats")]));
                let reply = browser.send_exactly(&row.method(), &row.address(), headers, sending);
                // A key in the address is all that is asked for here: mail programs press from afar.
                let by_key = row.path == "/paminnelser/{nyckel}";
                assert_eq!(
                    reply.status,
                    if by_key { StatusCode::GONE } else { StatusCode::FORBIDDEN },
                    "{} {} as {role} with {headers:?}",
                    row.method,
                    row.path
                );
            }
        }
    }
    assert_eq!(everything(&app), before);
}

#[test]
fn reading_changes_nothing() {
    let app = TestApp::new();
    let before = everything(&app);
    for (_, person) in ROLES {
        let mut browser = browser_as(&app, person);
        for row in rows().iter().filter(|row| row.method == "GET") {
            row.ask(&mut browser, &row.address());
        }
    }
    assert_eq!(everything(&app), before);
}

/// A digest of every table of Skärvik's store, the audit trail too.
fn everything(app: &TestApp) -> BTreeMap<String, String> {
    let digests: BTreeMap<String, String> =
        tables().into_iter().map(|table| (table.name.clone(), digest(app, &table))).collect();
    assert!(digests.contains_key("audit_heads") && digests.contains_key("outcomes"));
    digests
}

fn digest(app: &TestApp, table: &Table) -> String {
    let names: Vec<&str> = table.columns.iter().map(|(name, _)| name.as_str()).collect();
    let list = names.join(", ");
    let sql: &'static str =
        format!("select {list} from {} where tenant = $1 order by {list}", table.name).leak();
    app.reading(|tx| {
        let mut hash = Sha256::new();
        tx.each(sql, &[], |row| {
            for (at, (_, kind)) in table.columns.iter().enumerate() {
                match kind.as_str() {
                    "BIGINT" => hash.update(format!("{:?};", row.maybe_int(at)?)),
                    "text" => hash.update(format!("{:?};", row.maybe_text(at)?)),
                    _ => hash.update(row.bytes(at).unwrap_or_default()),
                }
            }
            Ok(())
        })?;
        Ok(db::hex(&hash.finalize()))
    })
}

#[test]
fn signing_in_leads_to_our_own_pages_only() {
    let app = TestApp::new();
    let person = crate::kit::id("person", "amira-lindqvist");
    let elsewhere = [
        "//ond.example",
        "https://ond.example",
        "/\\ond.example",
        "\\\\ond.example",
        "javascript:alert(1)",
        "/%09/ond.example",
        "/matt\r\nSet-Cookie: a=b",
        "/matt\nx",
        "//ond.example/matt",
        "/.//ond.example",
        "/\t/ond.example",
        " //ond.example",
        "http:/matt",
        "/finns-inte",
        "@ond.example",
        "/matt@ond.example",
    ];
    for target in elsewhere {
        for (path, field) in [("/logga-in/roll", "vidare"), ("/sprak", "tillbaka")] {
            let reply =
                app.browser().post(path, &[("person", &person), ("sprak", "sv"), (field, target)]);
            assert_eq!(reply.status, StatusCode::SEE_OTHER, "{path} {target:?}");
            assert_eq!(reply.header("location"), "/", "{path} {target:?}");
            let cookies = reply.headers.get_all("set-cookie").iter().count();
            assert_eq!(cookies, 1, "{path} {target:?}");
        }
    }
    let reply =
        app.browser().post("/logga-in/roll", &[("person", &person), ("vidare", "/matt?sida=2")]);
    assert_eq!(reply.header("location"), "/matt?sida=2");
}

#[test]
fn a_demo_answers_to_this_computers_names_only() {
    let app = TestApp::new();
    for host in ["localhost", "LOCALHOST:4000", "127.0.0.1:3000", "[::1]", "[::1]:3000"] {
        assert_eq!(app.browser_at(host).get("/logga-in").status, StatusCode::OK, "{host}");
    }
    for host in ["ond.example", "127.0.0.1.ond.example", "localhost.ond.example:3000", "10.0.0.1"] {
        let mut browser = app.browser_at(host);
        let reply = browser.get("/logga-in");
        assert_eq!(reply.status, StatusCode::MISDIRECTED_REQUEST, "{host}");
        assert!(reply.text().contains("Adressen leder inte hit"), "{host}");
        let person = crate::kit::id("person", "amira-lindqvist");
        let reply = browser.post("/logga-in/roll", &[("person", &person)]);
        assert_eq!(reply.status, StatusCode::MISDIRECTED_REQUEST, "{host}");
        assert!(reply.header("set-cookie").is_empty(), "{host}");
    }
}

fn is_signed_in(browser: &mut Browser) -> bool {
    browser.get("/matt").status == StatusCode::OK
}

#[test]
fn a_session_is_new_at_sign_in_and_dead_after_it_ends() {
    let app = TestApp::new();
    let mut browser = app.browser();
    browser.cookies().insert("traden".to_owned(), "an-attackers-choice".to_owned());
    browser.sign_in("Amira Lindqvist");
    let first = browser.cookies()["traden"].clone();
    assert_ne!(first, "an-attackers-choice");
    assert!(is_signed_in(&mut browser));

    browser.sign_in("Lena Holm");
    let second = browser.cookies()["traden"].clone();
    assert_ne!(first, second);
    let mut thief = app.browser();
    thief.cookies().insert("traden".to_owned(), first);
    assert!(!is_signed_in(&mut thief), "the session before the second sign-in is dead");

    browser.post("/logga-ut", &[]);
    assert!(!is_signed_in(&mut browser));
    thief.cookies().insert("traden".to_owned(), second);
    assert!(!is_signed_in(&mut thief), "the session is dead after signing out");
}

#[test]
fn a_session_ends_by_itself_after_eight_idle_hours() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Amira Lindqvist");
    app.clock().advance_secs(7 * 3600);
    assert!(is_signed_in(&mut browser));
    app.clock().advance_secs(7 * 3600);
    assert!(is_signed_in(&mut browser), "use keeps a session alive");
    app.clock().advance_secs(8 * 3600 + 1);
    assert!(!is_signed_in(&mut browser));
}

#[test]
fn cookies_are_kept_from_scripts_and_other_sites() {
    let app = TestApp::new();
    let reply = app
        .browser()
        .post("/logga-in/roll", &[("person", &crate::kit::id("person", "amira-lindqvist"))]);
    let cookie = reply.header("set-cookie");
    for part in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(!cookie.contains("Domain"), "{cookie}");
}

/// Titles that would run if they were taken for markup.
pub(crate) const PAYLOADS: [&str; 6] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "</title><svg onload=alert(1)>",
    "'-alert(1)-'",
    "</textarea><script>alert(1)</script>",
    "<style>*{display:none}</style>",
];

#[test]
fn markup_in_a_title_is_shown_as_letters() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Kerstin Öberg");
    for payload in PAYLOADS {
        browser
            .open("/matt/nytt")
            .fill("Namn", payload)
            .fill("Vad måttet visar", payload)
            .press("Spara");
        // The browser examines each page: a script, a style or an on-attribute would fail there.
        assert_eq!(browser.status(), 200, "{payload}: {}", browser.page().text());
        assert_eq!(browser.page().heading(), payload);
        browser.open("/matt");
        assert!(browser.page().says(payload), "{payload}");
    }
}

#[test]
fn a_refused_form_shows_markup_as_letters() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Kerstin Öberg");
    for payload in PAYLOADS {
        browser.open("/matt/nytt").fill("Källa", payload).press("Spara");
        assert_eq!(browser.status(), 422);
        assert_eq!(browser.value("Källa"), payload);
    }
}

#[test]
fn a_row_of_the_matrix_makes_the_request_it_says() {
    let row = Row {
        method: "GET".to_owned(),
        path: "/matt/{id}".to_owned(),
        example: "id=element:sjukfranvaro ?enhet=org:centralskolan".to_owned(),
        expected: Vec::new(),
    };
    let (measure, school) =
        (crate::kit::id("element", "sjukfranvaro"), crate::kit::id("org", "centralskolan"));
    assert_eq!(row.address(), format!("/matt/{measure}?enhet={school}"));
}
