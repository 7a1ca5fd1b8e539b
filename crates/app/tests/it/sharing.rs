//! Writing an account together: co-workers who are invited, somebody who stands in, and a unit whose
//! manager has left.

use http::Method;
use jiff::civil::DateTime;
use serde_json::json;

use crate::followup::{account, autosave, draft, finish, hand_in, part};
use crate::kit::{Browser, Sending, TestApp, id};

const MANAGER: &str = "Amira Lindqvist";
const STAFF: &str = "Sofia Bergkvist";
const OTHER: &str = "Hanna Rydell";

fn people() -> String {
    format!("{}/medverkande", account())
}

/// The manager takes the demo's invitation back and asks for one part instead.
fn invited_to_one_part(app: &TestApp) -> Browser {
    let mut amira = app.signed_in(MANAGER);
    amira.open(&people()).within_budget(30).press("Ta bort");
    amira.choose(STAFF).choose("Trygga vårdnadshavare").fill("Klart senast", "2026-08-31");
    amira.press("Bjud in att skriva");
    assert!(amira.page().says("Sofia Bergkvist, Trygga vårdnadshavare"));
    amira
}

#[test]
fn who_is_invited_to_a_part_writes_there_and_nowhere_else_and_hands_nothing_in() {
    let app = TestApp::new();
    let mut amira = invited_to_one_part(&app);
    let mut sofia = app.signed_in(STAFF);
    sofia.open("/").within_budget(30);
    assert!(sofia.page().says("Senast 31 augusti."), "{}", sofia.page().text());
    sofia.follow("Skriv i ”Trygga vårdnadshavare”").within_budget(30);
    assert!(sofia.page().says("Du kan skriva i en del till 13 september."));
    sofia.fill("Din förklaring", "Två nya i personalen i maj.").choose("Nej");
    sofia.press("Klar, nästa del");
    assert_eq!(sofia.status(), 200);
    amira.open(&part("trygga-vardnadshavare"));
    assert!(amira.page().says("Senast skrivet av Sofia Bergkvist 25 augusti 09.14."));

    sofia.open(&part("sjukfranvaro"));
    assert!(sofia.page().says("Du är inte inbjuden att skriva i den här delen"));
    let before = app.audit_length();
    let sent = [("text", "Mitt i det andra"), ("text_version", "2")];
    sofia.post_and_show(&part("sjukfranvaro"), &sent);
    assert_eq!(sofia.status(), 409);
    assert!(sofia.page().says("Du är inte inbjuden") && sofia.page().says("Mitt i det andra"));
    let (status, other) = autosave(&mut sofia, "sjukfranvaro", 2, "text", &json!("Något annat"));
    assert_eq!(status, 422);
    assert!(other["message"].as_str().unwrap().starts_with("Du är inte inbjuden"));
    let group = format!("{}/grupp/som-vantat", account());
    assert_eq!(sofia.post(&group, &[]).status.as_u16(), 409);
    assert_eq!(sofia.post(&format!("{}/lamna", account()), &[]).status.as_u16(), 403);
    assert_eq!(app.audit_length(), before);
}

#[test]
fn an_invitation_that_is_taken_back_closes_at_once_and_keeps_what_was_written() {
    let app = TestApp::new();
    let mut amira = invited_to_one_part(&app);
    let mut sofia = app.signed_in(STAFF);
    let about = "trygga-vardnadshavare";
    assert_eq!(autosave(&mut sofia, about, 1, "text", &json!("Sofias ord.")).0, 200);
    amira.open(&people()).press("Ta bort");
    let body = json!({ "field": "text", "value": "Mer" }).to_string();
    let reply = sofia.send(
        &Method::PATCH,
        &draft(about),
        &[("if-match", "\"2\"")],
        Some(Sending::Json(body)),
    );
    assert_eq!(reply.status.as_u16(), 403);
    assert_eq!(sofia.get(&part(about)).status.as_u16(), 403);
    sofia.open("/");
    assert!(!sofia.page().says("Att skriva tillsammans med andra"));
    amira.open(&part(about));
    assert_eq!(amira.value("Din förklaring"), "Sofias ord.");
}

#[test]
fn an_invitation_says_what_is_wrong_and_is_made_once() {
    let app = TestApp::new();
    let mut amira = app.signed_in(MANAGER);
    let before = app.audit_length();
    amira.open(&people()).fill("Klart senast", "2026-09-20").press("Bjud in att skriva");
    assert_eq!(amira.status(), 422);
    let late = "Då har rapporteringen stängt. Välj en tidigare dag.";
    assert_eq!(amira.page().problems(), ["Välj minst en person", late]);
    assert_eq!(amira.value("Klart senast"), "2026-09-20");
    let sofia = id("person", "sofia-bergkvist");
    let unknown = [("person", &*id("person", "lena-holm")), ("klart", "2026-08-31")];
    assert_eq!(amira.post(&people(), &unknown).status.as_u16(), 422);
    let again = [("person", &*sofia), ("klart", "2026-08-31")];
    amira.post_and_show(&people(), &again);
    assert_eq!(amira.page().problems(), ["Alla du valde är redan inbjudna till det"]);
    assert_eq!(app.audit_length(), before);
    amira.open(&people()).press("Ta bort");
    let kept = app.audit_length();
    let form = [("id", &*id("test", "form")), ("person", &*sofia), ("klart", "2026-08-31")];
    for _ in 0..2 {
        assert_eq!(amira.post(&people(), &form).status.as_u16(), 303);
    }
    assert_eq!(app.audit_length(), kept + 1);
}

#[test]
fn a_substitute_reports_for_the_manager_until_the_last_day() {
    let app = TestApp::new();
    let mut amira = app.signed_in(MANAGER);
    let mut hanna = app.signed_in(OTHER);
    assert_eq!(hanna.get(&part("sjukfranvaro")).status.as_u16(), 404);
    amira.open(&people()).pick("Vem?", "Hanna Rydell, Centrums förskolor");
    amira.fill("Till och med", "2026-08-30").press("Utse");
    let words = "Hanna Rydell rapporterar för Amira Lindqvist 25 augusti–30 augusti.";
    assert!(amira.page().says(words), "{}", amira.page().text());
    amira.open("/");
    assert!(amira.page().says("Hanna Rydell rapporterar i ditt ställe"));
    hanna.open("/").within_budget(30).follow("Rapportera för Amira Lindqvist").within_budget(30);
    assert!(hanna.page().says("Du kan skriva till 13 september."));
    app.clock().set(DateTime::constant(2026, 8, 31, 9, 0, 0, 0));
    hanna.sign_in(OTHER).open("/");
    assert_eq!(hanna.get(&part("sjukfranvaro")).status.as_u16(), 404);
    assert!(!hanna.page().says("Rapportera för Amira Lindqvist"));
    app.clock().set(DateTime::constant(2026, 8, 30, 9, 0, 0, 0));
    hand_in(&mut app.signed_in(OTHER));
    let mut lena = app.signed_in("Lena Holm");
    lena.open(&account());
    let signed = "Hanna Rydell för Amira Lindqvist lämnade rapporten 30 augusti 09.00.";
    assert!(lena.page().says(signed), "{}", lena.page().text());
}

#[test]
fn a_substitute_is_named_for_a_time_that_makes_sense_and_one_at_a_time() {
    let app = TestApp::new();
    let mut amira = app.signed_in(MANAGER);
    let before = app.audit_length();
    amira.open(&people()).fill("Till och med", "2026-08-01").press("Utse");
    assert_eq!(amira.status(), 422);
    let backwards = "Sista dagen kommer före den första";
    assert_eq!(amira.page().problems(), ["Välj person", backwards]);
    assert_eq!(app.audit_length(), before);
    let whom = "Hanna Rydell, Centrums förskolor";
    amira.pick("Vem?", whom).fill("Till och med", "2026-08-30").press("Utse");
    assert_eq!(amira.status(), 200);
    amira.pick("Vem?", "Elif Demir, Hamnens förskolor").press("Utse");
    assert_eq!(amira.page().problems(), ["Hanna Rydell rapporterar redan då"]);
    amira.press("Avsluta nu");
    assert!(!amira.page().says("Hanna Rydell rapporterar för"));
    assert_eq!(app.signed_in(OTHER).get(&part("sjukfranvaro")).status.as_u16(), 404);
}

#[test]
fn when_a_manager_leaves_the_level_above_names_who_reports_and_nothing_is_lost() {
    let app = TestApp::new();
    let person = id("person", "amira-lindqvist");
    let mut johan = app.signed_in("Johan Åkerlund");
    johan.open(&format!("/personer/{person}/lamna")).press("Avsluta kontot nu");
    let mut lena = app.signed_in("Lena Holm");
    lena.open("/folja-upp").within_budget(30);
    let rows = lena.page().table("Rapporter som saknar ansvarig");
    assert!(rows.iter().any(|row| row[0] == "Skärgårdens förskolor"), "{rows:?}");
    lena.open(&format!("{}/las", account())).follow("Utse vem som rapporterar");
    lena.pick("Vem?", "Hanna Rydell, Centrums förskolor").press("Utse");
    assert!(lena.page().says("Ingen svarar för enheten just nu."), "{}", lena.page().text());
    lena.open("/folja-upp");
    assert!(lena.page().says("Hanna Rydell rapporterar till och med 13 september"));
    let mut hanna = app.signed_in(OTHER);
    hanna.open("/").follow("Rapportera för Skärgårdens förskolor");
    hanna.open(&part("sjukfranvaro"));
    assert!(hanna.value("Din förklaring").starts_with("Två tjänster har varit vakanta"));
    finish(&mut hanna);
    hanna.press("Lämna rapporten");
    assert_eq!(hanna.page().heading(), "Tack");
}

#[test]
fn everyone_is_told_where_the_account_stands_from_where_they_stand() {
    let app = TestApp::new();
    let (mut amira, mut lena) = (app.signed_in(MANAGER), app.signed_in("Lena Holm"));
    amira.open(&account());
    let due = "Du kan skriva till 13 september. Rapporten ska lämnas senast 4 september.";
    assert!(amira.page().says(due), "{}", amira.page().text());
    lena.open("/folja-upp").open(&format!("{}/las", account()));
    assert!(lena.page().says("Enheten kan skriva till 13 september."));
    let mut auditor = app.signed_in("Gösta Hallin");
    auditor.open(&format!("{}/las", account()));
    assert!(auditor.page().says("Enheten kan skriva till 13 september."));
    assert!(auditor.page().says("Du kan läsa men inte ändra."));
    hand_in(&mut amira);
    amira.open(&account());
    let waits = "Den väntar på Lena Holm. Du kan ångra till 13 september.";
    assert!(amira.page().says(waits), "{}", amira.page().text());
    lena.open(&account());
    assert!(lena.page().says("Den väntar på dig."));
    lena.press("Godkänn rapporten");
    amira.open(&account());
    assert!(amira.page().says("Texten är låst. Uppföljningen stänger 13 september."));
}

#[test]
fn the_staff_meeting_is_shown_what_was_said_with_nobodys_name() {
    let app = TestApp::new();
    let mut amira = app.signed_in(MANAGER);
    let address = format!("{}/mote", account());
    amira.open(&address);
    assert_ne!(amira.page().heading(), "För arbetsplatsträffen", "nothing is handed in");
    hand_in(&mut amira);
    amira.follow("Visa för arbetsplatsträffen").within_budget(30);
    assert_eq!(amira.page().heading(), "För arbetsplatsträffen");
    let page = amira.page().texts("main").join(" ");
    for words in [
        "Sjukfrånvaron stiger och färre vårdnadshavare är trygga",
        "Tillsätta två förskollärare",
        "Utbildningsförvaltningen läser rapporten nu.",
        "saker går som väntat.",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    for name in ["Amira", "Lindqvist", "Sofia", "Lena"] {
        assert!(!page.contains(name), "{name}: {page}");
    }
}

#[test]
fn who_leads_from_above_reads_and_sends_back_but_does_not_write_over_the_units_own_words() {
    let app = TestApp::new();
    let address = part("sjukfranvaro");
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.open(&address).fill("Din förklaring", "Våra egna ord.").choose("Nej");
    amira.press("Klar, nästa del");
    let mut lena = app.signed_in("Lena Holm");
    assert_eq!(lena.get(&address).status.as_u16(), 403, "the form is theirs");
    assert_eq!(
        lena.post(&address, &[("text", "Andras ord."), ("version", "3")]).status.as_u16(),
        403
    );
    let reply = lena.post(&format!("{}/lamna", account()), &[]);
    assert_eq!(reply.status.as_u16(), 403, "nor handed in for them");
    amira.open(&address);
    assert!(amira.page().html().html().contains("Våra egna ord."));
    // Where nobody at the org unit can, somebody from above does.
    let unit = id("follow_up", "hamnskolan");
    assert_eq!(lena.get(&format!("/folja-upp/{unit}")).status.as_u16(), 200);
}
