//! Measures: the list, a measure's page, and recording values.

use crate::kit::TestApp;

#[test]
fn the_list_leads_to_a_measure() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Amira Lindqvist");
    browser.open("/matt").within_budget(30);
    browser.follow("Barn per årsarbetare").within_budget(30);
    assert!(
        browser.page().heading().contains("Barn per årsarbetare"),
        "{}",
        browser.page().heading()
    );
}

#[test]
fn a_new_measure_is_refused_without_a_name_and_keeps_what_was_typed() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Kerstin Öberg");
    let before = app.audit_length();
    browser.open("/matt/nytt").fill("Källa", "Enkäten i mars").press("Spara");
    assert_eq!(browser.status(), 422);
    assert!(!browser.page().problems().is_empty());
    assert_eq!(browser.value("Källa"), "Enkäten i mars");
    assert_eq!(app.audit_length(), before);
}

/// The address of sick leave at Skärgårdens förskolor, without what follows the question mark.
fn sick_leave(browser: &mut crate::kit::Browser) -> String {
    browser.open("/matt?q=sjukfr").follow("Sjukfrånvaro").follow("Skärgårdens förskolor");
    browser.address().split('?').next().unwrap_or_default().to_owned()
}

#[test]
fn a_measures_page_helps_to_read_the_chart_and_leads_on() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    sick_leave(&mut browser);
    browser.within_budget(30);
    for words in ["Så läser du diagrammet", "Nivå", "Riktning", "Insatser"] {
        assert!(browser.page().says(words), "{words}: {}", browser.page().text());
    }
    let links = browser.page().links();
    for page in ["/varde?", "/styrtal", "/brytpunkt?", "/handelse?"] {
        assert!(links.iter().any(|(_, address)| address.contains(page)), "{page}");
    }
}

#[test]
fn an_event_sent_twice_is_kept_once_and_a_bad_one_not_at_all() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    let address = format!("{}/handelse", sick_leave(&mut browser));
    let unit = crate::kit::id("org", "skargardens-forskolor");
    let audit = app.audit_length();
    let long = "å".repeat(41);
    for (day, text) in [
        ("i går", "Ny chef"),
        ("2026-08-20", ""),
        ("2026-08-20", long.as_str()),
        ("2027-01-01", "Ny chef"),
    ] {
        let reply = browser.post(&address, &[("enhet", &unit), ("dag", day), ("text", text)]);
        assert_eq!(reply.status, 422, "{day} {text}");
    }
    assert_eq!(app.audit_length(), audit);
    let event = "0190a0b0-0000-7000-8000-000000000001";
    for _ in 0..2 {
        let fields =
            [("id", event), ("enhet", unit.as_str()), ("dag", "2026-08-20"), ("text", "Ny chef")];
        let status = browser.post(&address, &fields).status;
        assert_eq!(status, 303);
    }
    assert_eq!(app.audit_length(), audit + 1);
}

#[test]
fn a_break_needs_a_period_and_a_reason() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    let address = format!("{}/brytpunkt", sick_leave(&mut browser));
    let unit = crate::kit::id("org", "skargardens-forskolor");
    let audit = app.audit_length();
    for (period, reason) in
        [("i fjol", "Nytt"), ("2026", "Nytt"), ("2027-01", "Nytt"), ("2026-03", "")]
    {
        let reply =
            browser.post(&address, &[("enhet", &unit), ("period", period), ("skal", reason)]);
        assert_eq!(reply.status, 422, "{period} {reason}");
    }
    assert_eq!(app.audit_length(), audit);
    for _ in 0..2 {
        browser.post(
            &address,
            &[("enhet", &unit), ("period", "2026-03"), ("skal", "Ny schemaläggning")],
        );
    }
    assert_eq!(app.audit_length(), audit + 1);
}

#[test]
fn unknown_measures_and_units_are_not_found() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    let address = sick_leave(&mut browser);
    for address in [
        "/matt/inget".to_owned(),
        "/matt/00000000000000000000000000000001".to_owned(),
        format!("{address}?enhet=inget"),
        format!("{address}?enhet=00000000000000000000000000000001"),
        format!("{address}/varden.csv?enhet=inget"),
    ] {
        assert_eq!(browser.get(&address).status, 404, "{address}");
    }
}

#[test]
fn a_page_number_beyond_counting_shows_an_empty_page() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Kerstin Öberg");
    for list in ["/matt", "/aktiviteter", "/uppdrag"] {
        for number in ["0", "18446744073709551615", "92233720368547759"] {
            let reply = browser.get(&format!("{list}?sida={number}"));
            assert_eq!(reply.status, http::StatusCode::OK, "{list} {number}");
        }
    }
}

fn report(browser: &mut crate::kit::Browser, changes: &[(&'static str, &str)]) -> u16 {
    let unit = crate::kit::id("org", "skargardens-forskolor");
    let address = format!("/matt/{}/varde", crate::kit::id("element", "sjukfranvaro"));
    let mut fields = vec![
        ("enhet", unit.as_str()),
        ("period", "2022-05"),
        ("sedd", "2022-05"),
        ("tillstand", "matt"),
        ("varde", "8,1"),
        ("kvalitet", "verified"),
        ("version", "0"),
    ];
    for (name, value) in changes {
        fields.retain(|(kept, _)| kept != name);
        fields.push((name, value));
    }
    browser.post(&address, &fields).status.as_u16()
}

#[test]
fn a_value_that_cannot_be_kept_is_explained_and_nothing_is_written() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Amira Lindqvist");
    let before = app.audit_length();
    let long = "9".repeat(60);
    for (bad, status) in [
        (("period", "i våras"), 422),
        (("period", "2022"), 422),
        (("period", "2027-01"), 422),
        (("varde", ""), 422),
        (("varde", "åtta"), 422),
        (("varde", "8,11"), 422),
        (("varde", "101"), 422),
        (("varde", "-1"), 422),
        (("varde", long.as_str()), 422),
        (("kvalitet", "säkert"), 422),
        (("enhet", crate::matrix::UNKNOWN), 404),
        (("enhet", "inte en identitet"), 404),
    ] {
        assert_eq!(report(&mut browser, &[bad]), status, "{bad:?}");
    }
    assert_eq!(app.audit_length(), before);
}

#[test]
fn a_value_sent_twice_is_kept_once_and_a_faster_one_is_shown() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Amira Lindqvist");
    assert_eq!(report(&mut browser, &[]), 303);
    let audit = app.audit_length();
    assert_eq!(report(&mut browser, &[]), 303, "the same value sent twice is no conflict");
    assert_eq!(report(&mut browser, &[("varde", "7,9")]), 409);
    assert_eq!(report(&mut browser, &[("varde", "7,9"), ("version", "7")]), 409);
    let other = [("varde", "7,9"), ("version", "1"), ("sedd", "2022-04")];
    assert_eq!(report(&mut browser, &other), 422, "the version was that of another month");
    assert_eq!(app.audit_length(), audit);
    let reason = ("skal", "Fel månad.");
    assert_eq!(report(&mut browser, &[("varde", "7,9"), ("version", "1")]), 422);
    assert_eq!(report(&mut browser, &[("varde", "7,9"), ("version", "1"), reason]), 303);
    assert_eq!(app.audit_length(), audit + 1);
}

#[test]
fn a_value_that_somebody_else_recorded_stands_beside_ones_own() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Amira Lindqvist");
    let unit = crate::kit::id("org", "skargardens-forskolor");
    let sick = crate::kit::id("element", "sjukfranvaro");
    let mut other = app.signed_in("Johan Åkerlund");
    let address = format!("/matt/{sick}/varde?enhet={unit}&period=2026-08");
    browser.open(&address);
    let faster = [
        ("period", "2026-08"),
        ("sedd", "2026-08"),
        ("varde", "6,6"),
        ("kvalitet", "preliminary"),
        ("version", "1"),
    ];
    assert_eq!(report(&mut other, &faster), 303);
    browser.fill("Värde, procent", "6,7").press("Spara värdet");
    assert_eq!(browser.status(), 409);
    assert!(browser.page().says("6,6") && browser.page().says("6,7"));
    assert_eq!(browser.value("Värde, procent"), "6,7");
    browser.press("Spara värdet");
    assert_eq!(browser.status(), 200);
}

#[test]
fn a_value_taken_away_meanwhile_does_not_take_what_was_typed_with_it() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    let address = format!("{}/varde", sick_leave(&mut browser));
    let unit = crate::kit::id("org", "skargardens-forskolor");
    let period = "2023-09";
    let fields = [
        ("enhet", unit.as_str()),
        ("period", period),
        ("tillstand", "matt"),
        ("varde", "8,1"),
        ("kvalitet", "verified"),
        ("sedd", period),
        ("version", "3"),
    ];
    let reply = browser.post(&address, &fields);
    assert_eq!(reply.status, 409);
    let text = reply.text();
    assert!(text.contains("Värdet togs bort medan du skrev") && text.contains("value=\"8,1\""));
    assert!(text.contains("name=\"version\" value=\"0\""), "saving again keeps it");
}

#[test]
fn what_has_ended_takes_no_values() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    let address = format!("{}/varde", sick_leave(&mut browser));
    let unit = crate::kit::id("org", "skargardens-forskolor");
    let sick = crate::kit::id("element", "sjukfranvaro").parse().expect("an identity");
    let mut ended = (**app.structure().element(sick).expect("planted")).clone();
    ended.state = domain::elements::ElementState::Ended;
    ended.version += 1;
    app.writing(move |tx| app::elements::store::change_element(tx, "supersede", &ended));
    let before = app.audit_length();
    let fields =
        [("enhet", unit.as_str()), ("period", "2023-09"), ("varde", "8,1"), ("version", "0")];
    let reply = browser.post(&address, &fields);
    assert_eq!(reply.status, 422);
    assert!(reply.text().contains("Gäller inte längre") && reply.text().contains("value=\"8,1\""));
    assert_eq!(browser.get(&format!("{address}?enhet={unit}")).status, 303);
    assert_eq!(app.audit_length(), before);
}

#[test]
fn a_number_that_is_said_to_be_missing_and_an_unknown_state_are_refused() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Johan Åkerlund");
    let address = sick_leave(&mut browser);
    let unit = crate::kit::id("org", "skargardens-forskolor");
    let before = app.audit_length();
    for (state, value, words) in [
        ("saknas", "8,1", "Ta bort talet eller välj"),
        ("ej", "8,1", "Ta bort talet eller välj"),
        ("hej", "8,1", "Välj"),
    ] {
        let fields = [
            ("enhet", unit.as_str()),
            ("period", "2026-07"),
            ("tillstand", state),
            ("varde", value),
            ("kvalitet", "verified"),
        ];
        let reply = browser.post(&format!("{address}/varde"), &fields);
        assert_eq!(reply.status.as_u16(), 422, "{state}");
        assert!(reply.text().contains(words), "{state}");
        assert!(reply.text().contains("8,1"), "what was typed is kept");
    }
    assert_eq!(app.audit_length(), before);
}

#[test]
fn the_measures_furthest_from_their_targets_come_first_when_asked_so() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Ingrid Malm");
    browser.open("/matt").follow("Längst från målnivån").within_budget(30);
    let told = browser.page().texts("table tbody tr td:last-child");
    let share = |words: &String| words.split(' ').next().and_then(|one| one.parse::<i64>().ok());
    let shares: Vec<i64> = told.iter().filter_map(share).collect();
    assert!(shares.len() > 1, "{told:?}");
    assert!(shares.is_sorted_by(|one, next| one >= next), "{shares:?}");
    let met = told.iter().position(|words| words == "når målnivån").expect("some target is met");
    assert!(met >= shares.len(), "what is met stands after what is not");
    assert!(told.last().is_some_and(String::is_empty), "what cannot be compared stands last");
}
