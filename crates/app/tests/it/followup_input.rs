//! What an account answers to input that is wrong: clearly, and with everything typed kept.

use domain::ids::PartId;
use http::Method;
use serde_json::json;

use crate::followup::{UNIT, account, autosave, draft, finish, part};
use crate::kit::{Browser, Reply, Sending, TestApp, id};

const ABOUT: &str = "trygga-vardnadshavare";

fn post_json(browser: &mut Browser, address: &str) -> Reply {
    let body = Sending::Json(json!({ "text": "Ord" }).to_string());
    browser.send(&Method::POST, address, &[], Some(body))
}

fn kept(app: &TestApp, about: &str) -> app::followup::store::Part {
    let id: PartId = app::demo::id_of("part", &format!("{UNIT}/{about}"));
    app.reading(|tx| app::followup::store::part(tx, id)).unwrap()
}

#[test]
fn a_text_that_is_too_long_is_kept_and_said_at_once() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    let long = "å".repeat(602);
    let (status, saved) = autosave(&mut amira, ABOUT, 1, "text", &json!(long));
    assert_eq!((status, &saved["problem"]), (200, &json!("Ta bort 2 tecken")));
    assert_eq!(kept(&app, ABOUT).text, long);
    amira.open(&part(ABOUT));
    assert_eq!(amira.value("Din förklaring"), long);
    assert!(amira.page().says("Högst 600 tecken, 2 för mycket"));
    let (status, saved) = autosave(&mut amira, ABOUT, 2, "text", &json!("Lagom."));
    assert_eq!((status, &saved["problem"]), (200, &json!("")));
}

#[test]
fn what_is_far_too_long_is_refused_and_never_cut() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    let huge = "å".repeat(6_001);
    let before = app.audit_length();
    let (status, refused) = autosave(&mut amira, ABOUT, 1, "text", &json!(huge));
    assert_eq!((status, &refused["problem"]), (422, &json!("Ta bort 5401 tecken")));
    for button in ["Klar, nästa del", "Hoppa över så länge", "Lägg till en åtgärd"] {
        amira.open(&part(ABOUT)).fill("Din förklaring", &huge).press(button);
        assert_eq!(amira.status(), 422, "{button}");
        assert_eq!(amira.value("Din förklaring"), huge, "{button}");
        assert!(amira.page().problems().contains(&"Ta bort 5401 tecken".to_owned()), "{button}");
    }
    assert_eq!(app.audit_length(), before);
}

#[test]
fn what_is_no_form_of_ours_is_refused() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    let group = format!("{}/grupp/som-vantat", account());
    let before = app.audit_length();
    for address in [part(ABOUT), group] {
        for reply in [post_json(&mut amira, &address), amira.post(&address, &[])] {
            assert_eq!(reply.status.as_u16(), 422, "{address}");
            assert!(reply.text().contains("går inte att läsa"), "{address}");
        }
    }
    let odd = [("text", "Ord"), ("text_version", "ett"), ("hoppa", "1")];
    assert_eq!(amira.post(&part(ABOUT), &odd).status.as_u16(), 422);
    assert_eq!(app.audit_length(), before);
}

#[test]
fn choices_that_the_page_does_not_offer_are_refused() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    let foreign = id("element", "akt-tillsatta-tva-forskollarare").replace('0', "f");
    let other = id("element", "em-centrums-forskolor");
    let before = app.audit_length();
    for (field, value) in [
        ("bedomning", json!("kanske")),
        ("bedomning", json!("not_assessed")),
        ("orsak", json!(["En orsak som ingen erbjuder"])),
        ("orsak", json!([7])),
        ("atgard", json!(["inget id"])),
        ("atgard", json!([foreign])),
        ("atgard", json!([other])),
        ("text", json!(7)),
        ("finns_inte", json!("x")),
    ] {
        let (status, reply) = autosave(&mut amira, ABOUT, 1, field, &value);
        assert_eq!(status, 422, "{field} {value}");
        assert!(reply["message"].as_str().is_some_and(|it| !it.is_empty()), "{field} {value}");
    }
    let versions = [("text_version", "1"), ("bedomning_version", "1"), ("orsak_version", "1")];
    for (field, value) in [("bedomning", "kanske"), ("orsak", "En orsak som ingen erbjuder")] {
        let fields = [&versions[..], &[(field, value), ("text", "Det jag skrev"), ("hoppa", "1")]];
        let reply = amira.post(&part(ABOUT), &fields.concat());
        assert_eq!(reply.status.as_u16(), 422, "{field}");
        assert!(reply.text().contains("Det jag skrev"), "{field}");
    }
    assert_eq!(app.audit_length(), before);
}

#[test]
fn the_same_text_sent_again_after_a_lost_answer_is_no_conflict() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    assert_eq!(autosave(&mut amira, ABOUT, 1, "text", &json!("Två slutade.")).0, 200);
    let before = app.audit_length();
    let (status, again) = autosave(&mut amira, ABOUT, 1, "text", &json!("Två slutade."));
    assert_eq!((status, &again["version"]), (200, &json!("2")));
    assert_eq!(app.audit_length(), before);
}

#[test]
fn unknown_parts_are_not_found() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    let unknown = draft("finns-inte");
    let body = Sending::Json(json!({ "field": "text", "value": "x" }).to_string());
    let reply = amira.send(&Method::PATCH, &unknown, &[("if-match", "\"1\"")], Some(body));
    assert_eq!(reply.status.as_u16(), 404);
    assert_eq!(amira.post(&part("finns-inte"), &[("text_version", "1")]).status.as_u16(), 404);
    let group = format!("{}/grupp/annat", account());
    assert_eq!(amira.post(&group, &[]).status.as_u16(), 404);
}

#[test]
fn a_part_that_was_emptied_is_left_on_every_page() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    finish(&mut amira);
    let about = "akt-gemensam-introduktion-for-vikarier";
    let version = kept(&app, about).text_version;
    assert_eq!(autosave(&mut amira, about, version, "text", &json!("")).0, 200);
    let group = format!("{}/grupp/som-vantat", account());
    for page in [group, part("sjukfranvaro")] {
        amira.open(&page);
        let left = amira.page().texts("aside li.left a");
        assert_eq!(left, ["Gemensam introduktion för vikarier"], "{page}");
    }
    amira.open("/");
    assert!(amira.page().says("15 av 16 delar är klara"));
    let mut lena = app.signed_in("Lena Holm");
    lena.open("/folja-upp");
    assert!(lena.page().says("Skrivs, 15 av 16 delar klara"));
}

#[test]
fn only_what_was_shown_is_confirmed() {
    let app = TestApp::new();
    let viks = format!("/folja-upp/{}", id("follow_up", "viks-forskola"));
    let mut samir = app.signed_in("Samir Benali");
    samir.open(&viks).press("Börja rapportera");
    let group = samir.address().to_owned();
    let shown = samir.page().texts("main h1");
    let mut katarina = app.signed_in("Katarina Björk");
    katarina.open(&group).follow("Ändra").fill("Vill du lägga till något?", "Nytt från Katarina.");
    katarina.press("Hoppa över så länge");
    samir.press("Bekräfta 2 delar");
    assert_eq!((samir.status(), samir.page().texts("main h1")), (409, shown));
    assert!(samir.page().says("Nytt från Katarina."));
    assert!(samir.page().says("Katarina Björk ändrade medan du läste"));
    samir.press("Bekräfta 2 delar");
    assert_eq!(samir.status(), 200);
}

#[test]
fn an_action_without_an_identity_that_can_be_read_is_not_made() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    let before = app.audit_length();
    let fields = [
        ("id", "zzz"),
        ("titel", "Anställa en vikarie"),
        ("mal", &id("element", "em-skargardens-forskolor")),
        ("ansvarig", &id("person", "amira-lindqvist")),
        ("klar", "2026-10-15"),
    ];
    let reply = amira.post(&format!("{}/atgard", part("sjukfranvaro")), &fields);
    assert_eq!(reply.status.as_u16(), 422);
    assert!(reply.text().contains("Anställa en vikarie"));
    assert_eq!(app.audit_length(), before);
}
