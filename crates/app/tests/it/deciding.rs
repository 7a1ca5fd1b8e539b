//! Deciding: by whom it may be, on which day, and how a slip is mended.

use crate::kit::{Browser, TestApp, id};

const NEW: &str = "0198f0000000700080000000000000d5";

#[test]
fn a_body_decides_only_for_itself_and_what_lies_under_it() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in("Kerstin Öberg");
    let (owner, parent) = (id("org", "utbildningsnamnden"), id("element", "im-uppvaxt"));
    let written = kerstin.post(
        "/mal",
        &[
            ("id", NEW),
            ("typ", "resultatmal"),
            ("titel", "Fler läser hemma"),
            ("agare", &owner),
            ("under", &parent),
        ],
    );
    assert_eq!(written.status, 303);
    let goal = NEW.parse::<domain::ids::ElementId>().unwrap();
    let audit = app.audit_length();
    let mut decide = |body: &str| {
        let (body, chosen) = (id("org", body), format!("{goal}/1"));
        let fields =
            [("organ", body.as_str()), ("dag", "2026-08-20"), ("paragraf", "7"), ("mal", &chosen)];
        kerstin.post(&format!("/mal/{goal}/beslut"), &fields)
    };
    let refused = decide("socialnamnden");
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Utbildningsnämnden lyder inte under det organet."));
    assert_eq!(app.audit_length(), audit, "nothing is kept of it");
    assert_eq!(decide("kommunfullmaktige").status, 303);
}

/// A goal that is laid before the committee, and the fields of a decision about it.
fn written(kerstin: &mut Browser) -> String {
    let (owner, parent) = (id("org", "utbildningsnamnden"), id("element", "im-uppvaxt"));
    let fields = [
        ("id", NEW),
        ("typ", "resultatmal"),
        ("titel", "Fler läser hemma"),
        ("agare", owner.as_str()),
        ("under", parent.as_str()),
        ("fran", "2026-01-01"),
    ];
    assert_eq!(kerstin.post("/mal", &fields).status, 303);
    format!("/mal/{NEW}/beslut")
}

#[test]
fn a_day_long_before_is_asked_about_and_a_slip_is_mended_with_a_reason() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in("Kerstin Öberg");
    let form = written(&mut kerstin);
    kerstin.open(&form).fill("Vilken dag?", "1999-01-01").fill("Paragraf", "7");
    kerstin.press("Spara beslutet");
    assert_eq!(kerstin.status(), 422, "{}", kerstin.page().text());
    assert!(kerstin.page().says("Dagen är mer än ett år före det som beslutades"));
    kerstin.choose("Ja, beslutet är så gammalt").press("Spara beslutet");
    assert_eq!(kerstin.status(), 200, "{}", kerstin.page().text());
    assert!(kerstin.page().says("1 januari 1999 § 7"), "{}", kerstin.page().text());

    kerstin.follow("Rätta beslutet").fill("Vilken dag?", "2025-11-17").fill("Paragraf", "8");
    let audit = app.audit_length();
    kerstin.press("Spara rättelsen");
    assert_eq!((kerstin.status(), app.audit_length()), (422, audit), "why?");
    kerstin.fill("Varför rättar du?", "Fel år.").press("Spara rättelsen");
    assert_eq!(kerstin.status(), 200, "{}", kerstin.page().text());
    assert!(kerstin.page().says("17 november 2025 § 8"), "{}", kerstin.page().text());
    assert_eq!(app.audit_length(), audit + 1);
    let goal = app.structure();
    let goal = goal.element(NEW.parse().unwrap()).unwrap();
    assert_eq!(goal.title, "Fler läser hemma", "what was decided is as it was");
    let stale = [("version", "1"), ("dag", "2025-11-18"), ("paragraf", "8"), ("skal", "Fel.")];
    let reply = kerstin.post(&format!("/mal/{NEW}/beslut/ratta"), &stale);
    assert_eq!(reply.status, 409);
    assert!(reply.text().contains("2025-11-18") && reply.text().contains("Fel."), "as typed");
    assert!(reply.text().contains("17 november 2025"), "and as it stands");
}

#[test]
fn one_more_than_the_model_advises_is_remarked_where_it_is_written_decided_and_checked() {
    const REMARK: &str = "Styrmodellen råder till högst 7";
    let app = TestApp::new();
    let mut kerstin = app.signed_in("Kerstin Öberg");
    kerstin.open("/trad/halsa?regel=N02");
    assert!(!kerstin.page().links().iter().any(|(words, _)| words == "Åtgärda"));
    let (owner, vision) = (id("org", "kommunfullmaktige"), id("element", "vision-2040"));
    kerstin.open(&format!("/mal/nytt?typ=inriktningsmal&enhet={owner}"));
    assert!(kerstin.page().says(REMARK), "{}", kerstin.page().text());
    let fields = [
        ("id", NEW),
        ("typ", "inriktningsmal"),
        ("titel", "Kommunen är lätt att nå"),
        ("agare", owner.as_str()),
        ("under", vision.as_str()),
    ];
    assert_eq!(kerstin.post("/mal", &fields).status, 303, "nobody is hindered");
    for page in ["", "/andra", "/beslut"] {
        kerstin.open(&format!("/mal/{NEW}{page}"));
        assert!(kerstin.page().says(REMARK), "{page}: {}", kerstin.page().text());
    }
    kerstin.fill("Paragraf", "7").press("Spara beslutet");
    assert_eq!(kerstin.status(), 200, "{}", kerstin.page().text());
    kerstin.open("/trad/halsa?regel=N02");
    assert!(kerstin.page().links().iter().any(|(words, _)| words == "Åtgärda"));
    // New words for one of them make it no more.
    let one = id("element", "im-uppvaxt");
    let wording = "0198f0000000700080000000000000d6";
    assert_eq!(kerstin.post(&format!("/mal/{one}/ersatt"), &[("id", wording)]).status, 303);
    kerstin.open(&format!("/mal/{wording}/andra"));
    assert!(!kerstin.page().says(REMARK), "{}", kerstin.page().text());
}
