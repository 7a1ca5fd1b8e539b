//! Changing what the register says of a person, and what happens when they leave.

use http::StatusCode;

use crate::kit::{TestApp, id};

const ADMINISTRATOR: &str = "Johan Åkerlund";

#[test]
fn a_name_a_title_and_an_address_are_changed_and_remembered() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    let person = format!("/personer/{}", id("person", "amira-lindqvist"));
    browser.open(&person).follow("Ändra uppgifter").within_budget(30);
    assert_eq!(browser.value("Namn"), "Amira Lindqvist");
    browser.fill("Namn", "Amira Ek").fill("E-post", "amira.ek@skarvik.example").press("Spara");
    assert_eq!(browser.page().heading(), "Amira Ek");
    assert!(browser.page().says("amira.ek@skarvik.example"));
    browser.open("/spar");
    assert!(browser.page().table("Spår")[1].join(" ").contains("Ändrade Person Amira Ek"));
}

#[test]
fn two_who_change_the_same_person_are_shown_each_others_words() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    let person = format!("/personer/{}/andra", id("person", "amira-lindqvist"));
    let mut other = app.signed_in(ADMINISTRATOR);
    other.open(&person);
    browser.open(&person).fill("Titel", "Skolchef").press("Spara");
    other.fill("Titel", "Områdeschef").press("Spara");
    assert_eq!(other.status(), 409);
    assert!(other.page().says("Skolchef"));
    assert_eq!(other.value("Titel"), "Områdeschef");
    other.press("Spara");
    assert_eq!(other.status(), 200);
    assert!(other.page().says("Områdeschef"));
}

#[test]
fn an_address_that_is_anothers_is_refused() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    let before = app.audit_length();
    browser.open(&format!("/personer/{}/andra", id("person", "amira-lindqvist")));
    browser.fill("E-post", "kerstin.oberg@skarvik.example").press("Spara");
    assert_eq!(browser.status(), 422);
    assert!(browser.page().says("Någon annan har adressen"));
    assert_eq!(app.audit_length(), before);
}

#[test]
fn the_address_for_signing_in_follows_the_register() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    let person = format!("/personer/{}", id("person", "amira-lindqvist"));
    browser.open(&person).press("Skapa engångskod");
    let code = browser.value("Länk med engångskod").rsplit('/').next().unwrap().to_owned();
    let secret = "en lång mening om tråden";
    app.browser().post(&format!("/kod/{code}"), &[("losenord", secret)]);
    browser.open(&person).follow("Ändra uppgifter");
    browser.fill("E-post", "amira.ek@skarvik.example").press("Spara");
    let sign_in = |email: &str| {
        app.browser().post("/logga-in", &[("epost", email), ("losenord", secret)]).status
    };
    assert_eq!(sign_in("amira.ek@skarvik.example"), StatusCode::SEE_OTHER);
    assert_eq!(sign_in("amira.lindqvist@skarvik.example"), StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn whoever_leaves_is_signed_out_and_loses_every_role_but_not_the_name() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    let mut own = app.signed_in("Amira Lindqvist");
    assert_eq!(own.get("/matt").status, StatusCode::OK);
    let person = format!("/personer/{}", id("person", "amira-lindqvist"));
    browser.open(&person).follow("Personen slutar").within_budget(30);
    assert!(browser.page().says("Rollen avslutas: Chef"), "{}", browser.page().text());
    browser.press("Avsluta kontot nu");
    assert!(browser.page().says("Slutade"));
    assert!(!browser.buttons().contains(&"Ge rollen".to_owned()));
    assert_eq!(own.get("/matt").status, StatusCode::SEE_OTHER);
    assert_eq!(browser.post(&format!("{person}/kod"), &[]).status, StatusCode::FORBIDDEN);
    browser.open("/personer?q=amira");
    assert!(browser.page().says("Har slutat"));
    browser.open(&person).press("Ta tillbaka personen");
    assert!(browser.buttons().contains(&"Ge rollen".to_owned()));
}

#[test]
fn the_last_administrator_does_not_leave() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    let before = app.audit_length();
    browser.open(&format!("/personer/{}/lamna", id("person", "johan-akerlund")));
    browser.press("Avsluta kontot nu");
    assert_eq!(browser.status(), 422);
    assert!(browser.page().says("Gör någon annan till administratör först"));
    assert_eq!(app.audit_length(), before);
}

#[test]
fn whoever_signs_in_without_a_role_is_told_what_to_do() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    browser.open("/personer/ny").fill("Namn", "Nils Ny").fill("E-post", "nils@skarvik.example");
    browser.press("Lägg till").press("Skapa engångskod");
    let code = browser.value("Länk med engångskod").rsplit('/').next().unwrap().to_owned();
    let mut own = app.browser();
    own.open(&format!("/kod/{code}"));
    assert!(own.page().says("nils@skarvik.example"));
    own.fill("Nytt lösenord", "en lång mening om tråden").press("Spara lösenordet");
    assert_eq!(own.status(), 403);
    assert_eq!(own.page().heading(), "Du har ingen roll än");
    assert!(own.page().says("Be den som är administratör"));
    own.open("/logga-in?satt=losenord").fill("E-post", "nils@skarvik.example");
    own.fill("Lösenord", "en lång mening om tråden").press("Logga in");
    assert_eq!(own.page().heading(), "Du har ingen roll än");
}

#[test]
fn a_used_code_says_that_it_is_used_and_how_to_get_a_new_one() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    browser.open(&format!("/personer/{}", id("person", "amira-lindqvist")));
    browser.press("Skapa engångskod");
    let code = browser.value("Länk med engångskod").rsplit('/').next().unwrap().to_owned();
    let address = format!("/kod/{code}");
    app.browser().post(&address, &[("losenord", "en lång mening om tråden")]);
    let mut late = app.browser();
    late.open(&address);
    assert_eq!(late.status(), 410);
    assert!(late.page().says("Den är redan använd"));
    assert!(late.page().says("be") && late.page().says("ny engångskod"));
    assert!(!late.buttons().contains(&"Spara lösenordet".to_owned()));
}

#[test]
fn an_administrator_of_a_part_knows_of_its_own_people_only() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ADMINISTRATOR);
    browser.open("/personer/ny").fill("Namn", "Petra Part").fill("E-post", "petra@skarvik.example");
    browser.press("Lägg till").choose("Administratör");
    browser.pick("Gäller för", "Utbildningsförvaltningen").press("Ge rollen");
    let mut part = app.signed_in("Petra Part");
    part.open("/personer").within_budget(30);
    assert!(part.page().says("Amira Lindqvist"), "manages a preschool under it");
    assert!(!part.page().says("Kerstin Öberg"), "is controller of the whole municipality");
    for step in ["", "/andra", "/lamna"] {
        let address = format!("/personer/{}{step}", id("person", "kerstin-oberg"));
        assert_eq!(part.get(&address).status, StatusCode::NOT_FOUND, "{address}");
    }
    part.open("/spar").within_budget(30);
    let rows = part.page().table("Spår");
    assert!(rows.iter().any(|row| row.join(" ").contains("Petra Part")), "the own role");
    assert!(!part.page().says("Kerstin Öberg"));
    assert!(!part.page().says("Kommunstyrelsen"), "{}", part.page().text());
}

/// The page where Amira Lindqvist, who manages a preschool with an open account, leaves.
fn amira_leaves() -> String {
    format!("/personer/{}/lamna", id("person", "amira-lindqvist"))
}

#[test]
fn what_somebody_who_leaves_holds_is_listed_and_handed_over_in_one_step() {
    let app = TestApp::new();
    let mut admin = app.signed_in(ADMINISTRATOR);
    admin.open(&amira_leaves()).within_budget(30);
    for words in ["Rapporter att lämna", "Skärgårdens förskolor", "Mål, mått och aktiviteter"]
    {
        assert!(admin.page().says(words), "{words}: {}", admin.page().text());
    }
    let before = app.audit_length();
    admin.press("Lämna över allt");
    assert_eq!((admin.status(), app.audit_length()), (422.try_into().unwrap(), before));
    admin.pick("Vem tar över?", "Lena Holm, Utbildningsförvaltningen").press("Lämna över allt");
    assert!(admin.page().says("Överlämnat"), "{}", admin.page().text());
    assert!(admin.page().says("Lena Holm lämnar den i stället, till 13 september"));
    assert!(!admin.buttons().contains(&"Lämna över allt".to_owned()), "nothing is left");
    // What another has taken over is no longer asked for on the first page.
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.open("/").within_budget(30);
    assert!(!amira.page().says("Fortsätt rapportera"), "{}", amira.page().text());
    assert!(!amira.page().says("behöver dig"), "{}", amira.page().text());
    assert!(amira.page().says("Lena Holm rapporterar i ditt ställe"));
    let mut lena = app.signed_in("Lena Holm");
    lena.open("/").within_budget(30);
    assert!(lena.page().says("Skärgårdens förskolor"));
    let account = crate::followup::account();
    lena.open(&format!("{account}/medverkande"));
    assert!(
        lena.page().says("Lena Holm rapporterar för Amira Lindqvist"),
        "{}",
        lena.page().text()
    );
    admin.open(&amira_leaves()).press("Avsluta kontot nu");
    assert!(admin.page().says("Slutade"));
    let structure = app.structure();
    let amira: domain::ids::PersonId = id("person", "amira-lindqvist").parse().unwrap();
    assert!(structure.elements().all(|one| one.responsible != Some(amira) || !one.is_current()));
}

#[test]
fn an_invitation_goes_over_to_who_can_take_it_and_stays_when_nobody_can() {
    let app = TestApp::new();
    let mut admin = app.signed_in(ADMINISTRATOR);
    let staff = format!("/personer/{}/lamna", id("person", "sofia-bergkvist"));
    admin.open(&staff).within_budget(30);
    assert!(admin.page().says("Inbjuden att skriva"), "{}", admin.page().text());
    // Who has no role in the unit cannot be invited there, and the invitation stays in the list.
    admin.pick("Vem tar över?", "Lena Holm, Utbildningsförvaltningen").press("Lämna över allt");
    assert!(admin.page().says("Inbjuden att skriva"), "{}", admin.page().text());
    // The manager writes in the whole account already, so that nothing more is asked.
    admin.pick("Vem tar över?", "Amira Lindqvist, Skärgårdens förskolor").press("Lämna över allt");
    assert!(!admin.page().says("Inbjuden att skriva"), "{}", admin.page().text());
    let mut sofia = app.signed_in("Sofia Bergkvist");
    sofia.open("/");
    assert!(!sofia.page().says("Senast 31 augusti."), "{}", sofia.page().text());
}

#[test]
fn a_last_day_beforehand_lets_the_person_hand_over_and_ends_the_roles_by_itself() {
    let app = TestApp::new();
    let mut admin = app.signed_in(ADMINISTRATOR);
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.open("/");
    assert!(!amira.page().says("Din roll slutar"));
    let wrong = [
        ("2026-08-01", "Välj en dag från i dag"),
        ("x", "Skriv ett datum"),
        ("", "Skriv ett datum"),
    ];
    for (typed, told) in wrong {
        admin.open(&amira_leaves()).fill("Sista dag", typed).press("Spara sista dagen");
        assert_eq!(admin.status(), 422, "{typed}");
        assert!(admin.page().says(told), "{}", admin.page().text());
    }
    admin.open(&amira_leaves()).fill("Sista dag", "2026-09-04").press("Spara sista dagen");
    assert!(admin.page().says("Sista dagen är sparad"), "{}", admin.page().text());
    assert!(admin.page().says("Rollerna slutar efter 4 september 2026."));
    assert_eq!(admin.value("Sista dag"), "2026-09-04", "the day that is set stands in its field");
    admin.open(&amira_leaves());
    assert_eq!(admin.value("Sista dag"), "2026-09-04");
    admin.fill("Sista dag", "2026-09-30").press("Spara sista dagen");
    assert!(
        admin.page().says("Rollerna slutar redan 4 september 2026."),
        "{}",
        admin.page().text()
    );
    amira.open("/").within_budget(30);
    assert!(amira.page().says("Din roll slutar 4 september 2026: Chef, Skärgårdens förskolor"));
    assert!(amira.page().says("ingen annan kan lämna den"), "{}", amira.page().text());
    amira.follow("Rapporten för Skärgårdens förskolor, Delårsrapport januari–augusti 2026: ingen annan kan lämna den");
    app.clock().advance_secs(11 * 24 * 3_600);
    let reply = amira.get("/matt");
    assert_ne!(reply.status, StatusCode::OK, "the role has ended by itself");
    let mut admin = app.signed_in(ADMINISTRATOR);
    admin.open(&amira_leaves()).press("Avsluta kontot nu");
    assert!(admin.page().says("Slutade"));
}

#[test]
fn nobody_hands_over_for_those_they_do_not_administer() {
    let app = TestApp::new();
    let mut reader = app.signed_in("Amira Lindqvist");
    let over = format!("{}/over", amira_leaves());
    assert_eq!(reader.post(&over, &[("till", "x")]).status, StatusCode::FORBIDDEN);
    let mut admin = app.signed_in(ADMINISTRATOR);
    let before = app.audit_length();
    for till in ["x", &id("person", "amira-lindqvist"), &id("person", "johan-akerlund")] {
        let reply = admin.post(&over, &[("till", till)]);
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{till}");
    }
    assert_eq!(app.audit_length(), before);
}
