//! Deciding: by whom it may be.

use crate::kit::{TestApp, id};

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
