//! What people say to each other about an element, and whom they ask.

use crate::kit::{Browser, TestApp, id};

const ADMIN: &str = "Johan Åkerlund";
const CONTROLLER: &str = "Kerstin Öberg";
const MANAGER: &str = "Amira Lindqvist";
const ABOVE: &str = "Lena Holm";
const STAFF: &str = "Sofia Bergkvist";
const AUDITOR: &str = "Gösta Hallin";
const NEW: &str = "0198f000000070008000000000000041";
const DRAFT: &str = "0198f000000070008000000000000042";

fn page() -> String {
    format!("/kommentarer/{}", id("element", "em-skargardens-forskolor"))
}

fn goal() -> String {
    format!("/mal/{}", id("element", "em-skargardens-forskolor"))
}

fn say(browser: &mut Browser, fields: &[(&str, &str)]) -> (u16, String) {
    let reply = browser.post(&page(), fields);
    (reply.status.as_u16(), reply.text())
}

fn audited(app: &TestApp, words: &str) -> bool {
    let rows = app.reading(|tx| {
        let sql = "select payload from audit_payloads where tenant = $1 order by seq desc limit 50";
        tx.all(sql, &[], |row| row.text(0))
    });
    rows.iter().any(|payload| payload.contains(words))
}

#[test]
fn a_question_is_on_the_own_page_of_who_is_asked_until_it_is_answered() {
    let app = TestApp::new();
    let mut manager = app.signed_in(MANAGER);
    manager.open("/").within_budget(30);
    assert!(manager.page().says("Frågor till dig"));
    manager.follow("Lena Holm om ”Trygg lek i mindre grupper”");
    manager.within_budget(30);
    assert!(manager.page().says("hur många av lekgrupperna"), "{}", manager.page().text());
    assert!(manager.page().says("Amira Lindqvist (inte svarat)"));
    manager.open("/");
    assert!(manager.page().says("Frågor till dig"), "to read is not to answer");
    manager.open(&page());
    manager.fill("Vad vill du säga eller fråga?", "Fyra av fem.").press("Skriv kommentaren");
    assert!(manager.page().says("Amira Lindqvist (klar)"), "{}", manager.page().text());
    manager.open("/");
    assert!(!manager.page().says("Frågor till dig"));
}

#[test]
fn who_is_asked_can_say_that_they_are_done_and_nobody_else_can_for_them() {
    let app = TestApp::new();
    let question = format!("{}/{}", page(), id("comment", "lekgrupper"));
    let mut staff = app.signed_in(STAFF);
    let before = app.audit_length();
    assert_eq!(staff.post(&format!("{question}/klar"), &[]).status, 303);
    assert_eq!(app.audit_length(), before, "it asked them nothing");
    let mut manager = app.signed_in(MANAGER);
    manager.open("/").press("Klar");
    assert_eq!(manager.address(), "/");
    assert!(!manager.page().says("Frågor till dig"));
    assert_eq!(app.audit_length(), before + 1);
    manager.post(&format!("{question}/klar"), &[]);
    assert_eq!(app.audit_length(), before + 1, "said twice it is kept once");
}

#[test]
fn people_are_asked_by_name_in_the_text_or_beside_it() {
    let app = TestApp::new();
    let mut staff = app.signed_in(STAFF);
    let text =
        "Hej @lena holm! Skriv till a@b.se, eller fråga @Kerstin. Jag heter @Sofia Bergkvist.";
    let name = "Amira Lindqvist, Rektor, Skärgårdens förskolor";
    assert_eq!(say(&mut staff, &[("id", NEW), ("text", text), ("namn", name)]).0, 303);
    staff.open(&page());
    for who in [ABOVE, CONTROLLER, MANAGER] {
        assert!(staff.page().says(&format!("{who} (inte svarat)")), "{who}");
        let mut browser = app.signed_in(who);
        browser.open("/").within_budget(30);
        assert!(browser.page().says("Frågor till dig"), "{who}");
    }
    assert!(!staff.page().says("Sofia Bergkvist (inte svarat)"), "nobody asks themselves");
    let html = staff.page().html().html();
    assert!(html.contains("<datalist"), "names are proposed");
}

#[test]
fn a_name_that_means_nobody_or_several_or_who_may_not_read_is_told() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let before = app.audit_length();
    let wrong = [
        ("text", "Hej @Zorro!", "heter Zorro"),
        ("text", "Vad säger @Yvonne Strand?", "Yvonne Strand får inte läsa"),
        ("text", "Vad säger @Ingrid Malm?", "Ingrid Malm får inte läsa"),
        ("text", "Vad säger @Farah Nazari?", "Farah Nazari får inte läsa"),
        ("namn", "Ingen Alls", "heter Ingen"),
        ("text", "@Anna @Bo @Cia @Dan @Eva @Fia", "högst 5 personer"),
    ];
    for (field, typed, words) in wrong {
        let text = if field == "text" { typed } else { "Hej" };
        let name = if field == "namn" { typed } else { "" };
        let (status, reply) = say(&mut browser, &[("text", text), ("namn", name)]);
        assert_eq!(status, 422, "{typed}");
        assert!(reply.contains(words), "{typed}: {words}");
    }
    // Two who are called the same are told apart by their titles.
    app.writing(|tx| {
        tx.leave_unaudited("a test's preparation");
        let sql = "update people set name = 'Lena Holm', sort_key = 'lena holm' \
                   where tenant = $1 and name = 'Sofia Bergkvist'";
        assert_eq!(tx.run(sql, &[])?, 1);
        Ok(())
    });
    let (status, reply) = say(&mut browser, &[("text", "Hej @Lena Holm")]);
    assert_eq!(status, 422);
    assert!(reply.contains("Lena Holm, Förvaltningschef, utbildning"), "both are told");
    assert_eq!(app.audit_length(), before, "what is refused leaves nothing behind");
    let name = "Lena Holm, Förvaltningschef, utbildning";
    assert_eq!(say(&mut browser, &[("text", "Hej"), ("namn", name)]).0, 303);
}

#[test]
fn what_is_written_is_shown_as_it_stands_and_only_web_addresses_can_be_followed() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let text = "<img src=x onerror=alert(1)> **fet** [x](javascript:alert(1)) javascript:alert(2)\n\
                Se https://www.skarvik.example/a?b=1&c=\"onclick=\"x.\u{202e}";
    assert_eq!(say(&mut browser, &[("id", NEW), ("text", text)]).0, 303);
    browser.open(&page());
    assert!(browser.page().says("<img src=x onerror=alert(1)> **fet** [x](javascript:alert(1))"));
    let links = browser.page().links();
    assert!(links.iter().any(|(_, address)| address == "https://www.skarvik.example/a?b=1&c="));
    assert!(!links.iter().any(|(_, address)| address.contains("javascript")));
    let html = browser.reply().text();
    assert!(!html.contains("<img src=x") && !html.contains('\u{202e}'));
    assert!(html.contains("rel=\"noopener noreferrer nofollow\""));
}

#[test]
fn nothing_and_too_much_are_told() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let before = app.audit_length();
    for text in ["", " \n\u{200b} "] {
        assert_eq!(say(&mut browser, &[("text", text)]).0, 422);
    }
    let (status, reply) = say(&mut browser, &[("text", &"å".repeat(4_001))]);
    assert_eq!(status, 422);
    assert!(reply.contains("du har skrivit 4001"), "the length is told");
    assert_eq!(say(&mut browser, &[("text", &"a".repeat(1_000_000))]).0, 422);
    assert_eq!(say(&mut browser, &[("text", &"a".repeat(1_100_000))]).0, 413);
    assert_eq!(app.audit_length(), before);
    assert_eq!(say(&mut browser, &[("text", &"å".repeat(4_000))]).0, 303);
}

#[test]
fn the_same_form_sent_twice_says_it_once() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let before = app.audit_length();
    for _ in 0..2 {
        let (status, _) = say(&mut browser, &[("id", NEW), ("text", "@Amira Lindqvist?")]);
        assert_eq!(status, 303);
    }
    assert_eq!(app.audit_length(), before + 1);
}

#[test]
fn one_changes_and_takes_away_what_one_has_said_and_the_old_words_stay_in_the_trail() {
    let app = TestApp::new();
    let mut staff = app.signed_in(STAFF);
    say(&mut staff, &[("id", NEW), ("text", "Ett skrivfle")]);
    staff.open(&page()).follow("Ändra eller ta bort");
    let stale = [("version", "9"), ("text", "x")];
    assert_eq!(staff.post(&format!("{}/{NEW}", page()), &stale).status.as_u16(), 409);
    let field = "Vad vill du säga eller fråga?";
    staff.fill(field, &"x".repeat(4_001)).press("Spara");
    assert_eq!(staff.status(), 422);
    staff.fill(field, "Inget skrivfel, @Amira Lindqvist").press("Spara");
    assert!(staff.page().says("ändrad") && staff.page().says("Inget skrivfel"));
    assert!(staff.page().says("Amira Lindqvist (inte svarat)"));
    assert!(audited(&app, "Ett skrivfle"));
    let mut colleague = app.signed_in(MANAGER);
    for step in ["", "/ta-bort"] {
        let address = format!("{}/{NEW}{step}", page());
        let fields = [("version", "2"), ("text", "kapad"), ("skal", "x")];
        assert_eq!(colleague.post(&address, &fields).status.as_u16(), 403, "{step}");
    }
    staff.open(&page()).follow("Ändra eller ta bort").press("Ta bort kommentaren");
    assert!(staff.page().says("Kommentaren är borttagen av den som skrev den."));
    assert!(!staff.page().says("Inget skrivfel"));
    colleague.open(&goal());
    assert!(!colleague.page().says("Inget skrivfel"));
    let again = staff.post(&format!("{}/{NEW}/ta-bort", page()), &[("version", "2")]);
    assert_eq!(again.status, 303, "sent twice");
    let late = [("version", "3"), ("text", "åter")];
    assert_eq!(staff.post(&format!("{}/{NEW}", page()), &late).status.as_u16(), 409);
}

#[test]
fn who_leads_the_planning_takes_away_what_others_say_with_a_reason() {
    let app = TestApp::new();
    let mut staff = app.signed_in(STAFF);
    say(&mut staff, &[("id", NEW), ("text", "Något om ett barn, @Amira Lindqvist")]);
    let mut admin = app.signed_in(ADMIN);
    admin.open(&format!("{}/{NEW}", page())).press("Ta bort kommentaren");
    assert_eq!(admin.status(), 422, "a reason is needed");
    admin.fill("Varför tas den bort?", "Handlar om en enskild").press("Ta bort kommentaren");
    assert!(admin.page().says("togs bort av Johan Åkerlund: Handlar om en enskild"));
    assert!(!admin.page().says("Något om ett barn"));
    let mut manager = app.signed_in(MANAGER);
    manager.open("/");
    assert!(!manager.page().says("Något om ett barn"), "nobody is asked by what is gone");
}

#[test]
fn what_is_said_of_a_draft_stays_with_those_who_read_the_draft() {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER);
    let (owner, parent) = (id("org", "utbildningsnamnden"), id("element", "im-uppvaxt"));
    let fields = [
        ("id", DRAFT),
        ("typ", "resultatmal"),
        ("titel", "X"),
        ("agare", &owner),
        ("under", &parent),
    ];
    assert_eq!(controller.post("/mal", &fields).status, 303);
    let address = format!("/kommentarer/{DRAFT}");
    let asks_manager = [("text", "Vad tror du, @Amira Lindqvist?")];
    let reply = controller.post(&address, &asks_manager);
    assert!(reply.text().contains("Amira Lindqvist får inte läsa"), "she may not see the draft");
    let fields = [("id", NEW), ("text", "Ska vi våga?")];
    assert_eq!(controller.post(&address, &fields).status, 303);
    let mut manager = app.signed_in(MANAGER);
    assert_eq!(manager.get(&address).status.as_u16(), 404);
    let chosen = format!("{DRAFT}/1");
    let decision =
        [("organ", owner.as_str()), ("dag", "2026-08-20"), ("paragraf", "12"), ("mal", &chosen)];
    assert_eq!(controller.post(&format!("/mal/{DRAFT}/beslut"), &decision).status, 303);
    manager.open(&address);
    assert!(!manager.page().says("Ska vi våga?"), "{}", manager.page().text());
    manager.open(&format!("/mal/{DRAFT}"));
    assert!(!manager.page().says("Ska vi våga?"));
    assert_eq!(manager.post(&format!("{address}/{NEW}/klar"), &[]).status.as_u16(), 404);
    controller.open(&address);
    assert!(controller.page().says("Ska vi våga?") && controller.page().says("Skrevs om utkastet"));
}

#[test]
fn comments_are_read_by_those_who_work_with_the_steering_only() {
    let app = TestApp::new();
    let (goal, words) = (format!("/mal/{}", id("element", "rm-trygg-start")), "Det står i bilagan");
    for who in [ADMIN, CONTROLLER, MANAGER, ABOVE, STAFF, AUDITOR] {
        let mut browser = app.signed_in(who);
        browser.open(&goal).within_budget(30);
        assert!(browser.page().says(words), "{who}");
    }
    for who in ["Yvonne Strand", "Farah Nazari", "Ingrid Malm"] {
        let mut browser = app.signed_in(who);
        browser.open(&goal).within_budget(30);
        assert!(!browser.page().says(words) && !browser.page().says("Kommentarer"), "{who}");
    }
    let mut browser = app.signed_in(CONTROLLER);
    browser.open(&format!("{goal}?den=2026-08-24"));
    assert!(!browser.page().says(words), "talk is no part of another day");
    browser.open(&format!("/rapport/{}", id("org", "utbildningsnamnden")));
    assert!(!browser.page().says(words), "nor of a report");
    browser.open(&format!("/matt/{}", id("element", "sprakutveckling"))).within_budget(30);
    browser.follow("Skriv en kommentar eller fråga någon");
    browser.fill("Vad vill du säga eller fråga?", "Om måttet").press("Skriv kommentaren");
    browser.open(&format!("/matt/{}", id("element", "sprakutveckling")));
    assert!(browser.page().says("Om måttet"));
}
