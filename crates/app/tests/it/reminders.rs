//! What reminders tell: each person what is theirs, in their language, and nothing that is done.

use app::mail::Letter;
use app::reminders::{Place, look};

use crate::kit::{Browser, SmtpServer, TestApp};

pub(crate) const BASE: &str = "http://localhost";

pub(crate) fn place(app: &TestApp) -> Place {
    Place { tenant: app.tenant(), name: "Skärvik".to_owned(), base: BASE.to_owned() }
}

/// The letters as they would be now.
pub(crate) fn letters(app: &TestApp) -> Vec<Letter> {
    look(app.app(), &place(app), app.now()).expect("letters can be made").letters
}

/// The letter to a person as it would be now.
pub(crate) fn letter_to(app: &TestApp, name: &str) -> Option<Letter> {
    letters(app).into_iter().find(|one| one.name == name)
}

fn text_to(app: &TestApp, name: &str) -> String {
    letter_to(app, name).unwrap_or_else(|| panic!("{name} gets a letter")).text
}

fn links(letter: &Letter) -> Vec<String> {
    let words = letter.text.split_whitespace().filter_map(|word| word.strip_prefix(BASE));
    // The key that turns letters off is made anew for each letter.
    words.filter(|path| !path.starts_with("/paminnelser/")).map(str::to_owned).collect()
}

/// Chooses how often, as the person does it on the page.
pub(crate) fn choose(browser: &mut Browser, pace: &str) {
    browser.open("/konto/paminnelser").choose(pace).press("Spara");
}

#[test]
fn each_line_of_each_letter_leads_to_a_page_where_its_receiver_can_act() {
    let app = TestApp::new();
    let letters = letters(&app);
    assert!(letters.len() > 20, "most who lead have something to do: {}", letters.len());
    for letter in &letters {
        let mut browser = app.signed_in(&letter.name);
        let links = links(letter);
        assert!(links.len() > 1, "a letter tells something: {}", letter.text);
        for link in links {
            let path = link.split('#').next().unwrap_or_default();
            browser.open(path);
            assert_eq!(browser.status(), 200, "{} cannot open {link}", letter.name);
            let acts = !browser.page().texts("main form[method=post]").is_empty();
            let on = ["/varde?", "/del/"];
            let links = browser.page().links();
            let leads = links.iter().any(|(_, url)| on.iter().any(|to| url.contains(to)));
            // Who waits for others' accounts reads which they are.
            let waits = path.starts_with("/uppsikt/insamling");
            let reads = path.starts_with("/arshjul/steg/") || path == "/folja-upp" || waits;
            assert!(acts || leads || reads, "{} can do nothing at {link}", letter.name);
        }
    }
}

#[test]
fn a_manager_is_told_what_is_left_of_the_report_with_a_link_to_each_part() {
    let app = TestApp::new();
    let letter = letter_to(&app, "Amira Lindqvist").expect("she has a report to hand in");
    assert_eq!(letter.address, "amira.lindqvist@skarvik.example");
    assert!(letter.text.starts_with("Hej Amira!\n"), "{}", letter.text);
    assert!(letter.text.contains("Att skriva och lämna"), "{}", letter.text);
    assert!(letter.text.contains("Skärgårdens förskolor"), "{}", letter.text);
    assert!(letter.text.contains("fredag 4 september"), "{}", letter.text);
    assert!(letter.text.contains("/del/"), "a part has a link of its own: {}", letter.text);
    assert_eq!(letter.subject, "3 saker väntar på dig, närmast fredag 4 september");
}

#[test]
fn what_is_done_is_not_told() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    let report = "Att skriva och lämna";
    assert!(text_to(&app, "Amira Lindqvist").contains(report));
    crate::followup::hand_in(&mut amira);
    let after = letter_to(&app, "Amira Lindqvist").map(|one| one.text).unwrap_or_default();
    assert!(!after.contains(report), "{after}");
    // Whoever leads nearest above is told instead, and nobody further up.
    let approve = "Läs och godkänn Skärgårdens förskolor";
    let told: Vec<String> = letters(&app)
        .into_iter()
        .filter(|one| one.text.contains(approve))
        .map(|one| one.name)
        .collect();
    assert_eq!(told, ["Lena Holm"]);
    let mut lena = app.signed_in("Lena Holm");
    lena.open(&format!("{}/las", crate::followup::account())).press("Godkänn");
    assert!(letters(&app).iter().all(|one| !one.text.contains(approve)), "approved is done");
}

#[test]
fn a_part_that_came_back_is_told_with_its_comment_and_a_link_to_it() {
    let app = TestApp::new();
    crate::followup_returns::returned(&app);
    let letter = letter_to(&app, "Amira Lindqvist").expect("a part came back");
    let first = letter.text.find("Åter till dig").expect("it stands first");
    assert!(letter.text.find("Frågor till dig").is_none_or(|other| first < other));
    assert!(letter.text.contains("Svara om Trygga vårdnadshavare"), "{}", letter.text);
    assert!(letter.text.contains("Lena Holm skriver: ”Vilka grupper gäller det?”"));
    let part = crate::followup::part("trygga-vardnadshavare").replace('-', "");
    assert!(links(&letter).iter().any(|link| link.replace('-', "") == part), "{}", letter.text);
    assert!(!letter.text.contains("Att skriva och lämna"), "only what came back is open");
}

#[test]
fn a_question_is_told_until_it_is_answered() {
    let app = TestApp::new();
    let asked: Vec<String> = letters(&app)
        .into_iter()
        .filter(|one| one.text.contains("Frågor till dig"))
        .map(|one| one.name)
        .collect();
    assert!(!asked.is_empty(), "the demo has a question that waits");
    for name in asked {
        let mut browser = app.signed_in(&name);
        loop {
            browser.open("/");
            if !browser.buttons().iter().any(|word| word == "Klar") {
                break;
            }
            browser.press("Klar");
        }
        let after = letter_to(&app, &name).map(|one| one.text).unwrap_or_default();
        assert!(!after.contains("Frågor till dig"), "{after}");
    }
}

#[test]
fn who_has_no_role_or_no_address_or_has_left_gets_no_letter() {
    let app = TestApp::new();
    let name = "Amira Lindqvist";
    assert!(letter_to(&app, name).is_some());
    let change = |sql: &'static str| {
        app.writing(move |tx| {
            tx.leave_unaudited("a test");
            let amira = app::demo::id_of::<domain::ids::PersonId>("person", "amira-lindqvist");
            assert!(tx.run(sql, db::params![amira.bytes()])? > 0);
            Ok(())
        });
    };
    change("update people set email = '' where tenant = $1 and person_id = $2");
    assert!(letter_to(&app, name).is_none(), "no address");
    change("update people set email = 'a@skarvik.example' where tenant = $1 and person_id = $2");
    assert!(letter_to(&app, name).is_some());
    change("update people set left_on = '2026-08-24' where tenant = $1 and person_id = $2");
    assert!(letter_to(&app, name).is_none(), "left");
    change("update people set left_on = null where tenant = $1 and person_id = $2");
    change("update grants set valid_to = '2026-08-24' where tenant = $1 and person_id = $2");
    assert!(letter_to(&app, name).is_none(), "the role has ended");
}

#[test]
fn a_person_chooses_how_often_and_sees_the_next_letter_as_it_will_be() {
    let app = TestApp::new();
    let name = "Amira Lindqvist";
    let mut amira = app.signed_in(name);
    amira.open("/konto/paminnelser").within_budget(30);
    let letter = letter_to(&app, name).expect("something waits");
    assert!(amira.page().says(&letter.subject), "{}", amira.page().text());
    let shown = amira.page().links();
    for link in links(&letter) {
        let own = link == "/konto/paminnelser" || shown.iter().any(|(_, url)| *url == link);
        assert!(own, "{link} stands in the letter and not on the page");
    }
    assert!(amira.page().says("Ingen e-postserver är inställd"));
    let before = app.audit_length();
    choose(&mut amira, "Aldrig");
    assert!(amira.page().says("Du har valt att inte få några brev"));
    assert!(letter_to(&app, name).is_none());
    assert_eq!(app.audit_length(), before + 1);
    amira.open("/konto/paminnelser").press("Spara");
    assert_eq!(app.audit_length(), before + 1, "the same choice is no change");
    choose(&mut amira, "Varje vardag");
    amira.pick("Brevets språk", "Engelska").press("Spara");
    let letter = letter_to(&app, name).expect("it is chosen again");
    assert!(letter.text.starts_with("Hello Amira,\n"), "{}", letter.text);
    assert!(letter.html.contains("<html lang=\"en\">"));
    let reply = amira.post("/konto/paminnelser", &[("takt", "nonsense"), ("sprak", "xx")]);
    assert_eq!(reply.status, 303, "what is no choice changes nothing it knows");
}

#[test]
fn only_when_near_sends_from_three_days_before_to_three_days_after() {
    let app = TestApp::new();
    let name = "Amira Lindqvist";
    choose(&mut app.signed_in(name), "Bara när något är nära");
    let told = |month: i8, day: i8| {
        app.clock().set(jiff::civil::date(2026, month, day).at(7, 0, 0, 0));
        letter_to(&app, name).is_some()
    };
    assert!(!told(8, 25), "the report is due in ten days");
    assert!(!told(8, 31));
    assert!(told(9, 1), "three days before");
    assert!(told(9, 4));
    assert!(told(9, 7), "three days late");
    assert!(!told(9, 8));
}

#[test]
fn values_that_have_not_come_are_told_to_who_answers_for_the_measure() {
    let app = TestApp::new();
    let missing = "Värden som saknas";
    assert!(letters(&app).iter().all(|one| !one.text.contains(missing)), "all have come in August");
    app.clock().set(jiff::civil::date(2026, 12, 1).at(7, 0, 0, 0));
    let told = text_to(&app, "Nadja Petrovic");
    assert!(told.contains("Värden för Fakturor betalda i tid"), "{told}");
    assert!(told.contains("Ett värde för september 2026 saknas, sista dag 30 oktober 2026"));
    assert!(!told.contains('%'), "no value stands in a letter");
    let mut nadja = app.signed_in("Nadja Petrovic");
    nadja.open("/konto/paminnelser").follow("Värden för Fakturor betalda i tid");
    assert_eq!(nadja.page().heading(), "Fakturor betalda i tid");
}

#[test]
fn where_nobody_is_named_the_org_unit_that_records_the_value_itself_is_told() {
    let own = |app: &TestApp| {
        app.clock().set(jiff::civil::date(2026, 12, 1).at(7, 0, 0, 0));
        let mut told = letters(app);
        told.retain(|one| one.text.contains("/varde?enhet="));
        told
    };
    let app = TestApp::new();
    app.writing(|tx| {
        tx.leave_unaudited("a test");
        let sql =
            "update elements set responsible_id = null where tenant = $1 and role = 'measure'";
        assert!(tx.run(sql, &[])? > 0);
        Ok(())
    });
    let told = own(&app);
    assert!(!told.is_empty(), "managers see to their own values");
    for letter in told {
        let mut browser = app.signed_in(&letter.name);
        let form = links(&letter).into_iter().find(|link| link.contains("/varde?enhet="));
        browser.open(&form.expect("it was found"));
        assert!(browser.buttons().iter().any(|word| word.contains("Spara")), "{}", letter.name);
    }
}

#[test]
fn an_administrator_sees_how_letters_leave_and_tries_the_server() {
    let server = SmtpServer::start();
    let app = TestApp::sending(server.mailer());
    let mut johan = app.signed_in("Johan Åkerlund");
    johan.open("/installningar").follow("Visa e-post").within_budget(30);
    assert!(johan.page().says("127.0.0.1:"), "{}", johan.page().text());
    assert!(johan.page().says("Brev skickas klockan 07.00 på vardagar"));
    johan.press("Skicka ett provbrev till mig");
    assert!(johan.page().says("Servern tog emot provbrevet till johan.akerlund@skarvik.example"));
    let received = server.received();
    assert_eq!(received.len(), 1);
    assert_eq!(received[0].to, ["johan.akerlund@skarvik.example"]);
    assert_eq!(received[0].header("Subject"), "Provbrev från Tråden, Skärvik");
    server.unknown("johan.akerlund@skarvik.example");
    johan.open("/installningar/epost").press("Skicka ett provbrev till mig");
    assert!(johan.page().says("Provbrevet skickades inte"));
    assert!(johan.page().says("no such mailbox"), "{}", johan.page().text());
}
