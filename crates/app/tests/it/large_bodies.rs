//! What is too large is answered with a page, and strangers are not read at length.

use http::{Method, StatusCode};

use crate::kit::{Browser, Sending, TestApp};

const ADMIN: &str = "Johan Åkerlund";

fn model_of(browser: &mut Browser, length: usize) -> Vec<u8> {
    let mut file = browser.get("/modell/fil.yaml").text().into_bytes();
    while file.len() < length {
        file.extend_from_slice(b"# fyllnad\n");
    }
    file
}

fn look<'b>(browser: &'b mut Browser, file: &[u8]) -> &'b mut Browser {
    browser.open("/modell/byt").upload("Modellfil", "modell.yaml", file).press("Granska")
}

#[test]
fn a_model_below_its_limit_is_read_and_one_above_is_explained() {
    let app = TestApp::new();
    let mut admin = app.signed_in(ADMIN);
    let file = model_of(&mut admin, 1_600_000);
    look(&mut admin, &file);
    assert_ne!(admin.status(), 413);
    let file = model_of(&mut admin, 3_000_000);
    look(&mut admin, &file);
    assert_eq!(admin.status(), 422, "the form says how large a model may be");
    let file = model_of(&mut admin, 10_000_000);
    look(&mut admin, &file);
    assert_eq!(admin.status(), 413);
    assert!(admin.page().says("Det du skickade är för stort"), "{}", admin.page().text());
    assert!(admin.page().says("högst 2 MB"), "{}", admin.page().text());
}

#[test]
fn a_form_that_is_too_large_is_answered_in_the_visitors_language() {
    let app = TestApp::new();
    let mut browser = app.browser();
    browser.post("/sprak", &[("sprak", "en"), ("tillbaka", "/logga-in")]);
    let long = "x".repeat(1_100_000);
    let reply = browser.post("/logga-in", &[("epost", &long)]);
    assert_eq!(reply.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(reply.text().contains("What you sent is too large"), "{}", reply.text());
    assert!(reply.text().contains("At most 1 MB"), "{}", reply.text());
}

#[test]
fn a_stranger_who_sends_much_is_answered_as_one_who_sends_little() {
    let app = TestApp::new();
    let mut browser = app.browser();
    browser.cookies().insert("traden".to_owned(), "0".repeat(64));
    let beside = "/bilagor/01980000-0000-7000-8000-00000000dead";
    for path in ["/matt/inlasning", "/modell/byt", "/modell/byt/las-in", beside] {
        let [little, much] = [1, 1_100_000].map(|length| {
            let text = "x".repeat(length);
            let sent = Some(Sending::form(&[("modell", &text)]));
            let reply = browser.send(&Method::POST, path, &[], sent);
            (reply.status, reply.text())
        });
        assert_eq!(much, little, "{path}");
        assert_eq!(much.0, StatusCode::FORBIDDEN);
    }
}
