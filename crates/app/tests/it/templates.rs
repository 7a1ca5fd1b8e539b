//! Templates: what is asked, who reads it, about how long it takes, and two who change one at once.

use crate::kit::{Browser, TestApp, id};

pub(crate) const MONTH: &str = "/folja-upp/mallar/75737561-6c2d-7465-6d70-6c6174652d6d";
pub(crate) const PART: &str = "/folja-upp/mallar/75737561-6c2d-7465-6d70-6c6174652d70";
const CONTROLLER: &str = "Kerstin Öberg";

/// Adds a question that units answer in words.
pub(crate) fn add_question(browser: &mut Browser, template: &str, question: &str) {
    browser.open(&format!("{template}/fraga")).fill("Fråga", question);
    browser.pick("Vem läser svaret?", "Nämnd").choose("Med egna ord").press("Lägg till frågan");
}

fn planted() -> String {
    format!("{MONTH}/fraga/{}", id("question", "manad-namnden"))
}

#[test]
fn every_kind_has_a_template_before_anybody_has_made_one() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    kerstin.open("/folja-upp").follow("Rapportmallar").within_budget(30);
    let rows = kerstin.page().table("Rapportmallar");
    assert_eq!(rows.len(), 5, "{rows:?}");
    kerstin.open(PART).within_budget(30);
    assert!(kerstin.page().says("min för en enhet med normala avvikelser. Gränsen är 20."));
    let empty = TestApp::empty();
    let mut founded = empty.browser();
    founded.sign_in("Kerstin Öberg").open("/folja-upp/mallar");
    assert_eq!(founded.page().table("Rapportmallar").len(), 5);
}

#[test]
fn a_question_is_added_only_with_somebody_who_reads_the_answer() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    let before = app.audit_length();
    kerstin
        .open(&format!("{PART}/fraga"))
        .fill("Fråga", "Hur mår ni?")
        .choose("Ja, delvis eller nej");
    kerstin.press("Lägg till frågan");
    assert_eq!(kerstin.status(), 422);
    assert!(kerstin.page().says("Säg vem som läser svaret"));
    assert_eq!(kerstin.value("Fråga"), "Hur mår ni?");
    assert_eq!(app.audit_length(), before);
    kerstin.pick("Vem läser svaret?", "Nämnd").press("Lägg till frågan");
    assert_eq!(kerstin.status(), 200);
    assert!(kerstin.page().says("Hur mår ni?") && kerstin.page().says("Läses av: Nämnd."));
    assert!(kerstin.page().says("Svaren har inte lästs än"));
}

#[test]
fn a_choice_without_answers_and_a_form_of_nonsense_are_refused() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    let before = app.audit_length();
    let fraga = format!("{PART}/fraga");
    for fields in [
        &[("fraga", "Vad?"), ("laser", "namnd"), ("svar", "choice"), ("val", "Ja")][..],
        &[("fraga", "Vad?"), ("laser", "namnd"), ("svar", "kanske")],
        &[("fraga", "Vad?"), ("laser", "ingen"), ("svar", "text")],
        &[("fraga", "Vad?"), ("laser", "namnd"), ("svar", "text"), ("niva", "finns-inte")],
        &[("fraga", "Vad?"), ("laser", "namnd"), ("svar", "text"), ("minuter", "en stund")],
        &[],
    ] {
        assert_eq!(kerstin.post(&fraga, fields).status.as_u16(), 422, "{fields:?}");
    }
    let wrong = [("titel", ""), ("grans", "0"), ("stopp", "hej"), ("version", "0")];
    let reply = kerstin.post(PART, &wrong);
    assert_eq!(reply.status.as_u16(), 422);
    assert_eq!(app.audit_length(), before);
}

#[test]
fn a_template_that_takes_too_long_says_so_until_the_limit_is_raised() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    for question in ["Första", "Andra", "Tredje"] {
        add_question(&mut kerstin, PART, question);
    }
    assert!(kerstin.page().says("Mallen tar längre tid än gränsen"), "{}", kerstin.page().text());
    kerstin.fill("Längsta tid", "60").press("Spara mallen");
    assert!(!kerstin.page().says("Mallen tar längre tid än gränsen"));
    assert!(kerstin.page().says("Gränsen är 60."));
}

#[test]
fn questions_are_moved_and_taken_away_and_put_back() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    for question in ["Första", "Andra", "Tredje"] {
        add_question(&mut kerstin, PART, question);
    }
    let order = |browser: &Browser| browser.page().texts("ol.settings-list b");
    kerstin.open(PART).press("Flytta ned Första");
    assert_eq!(order(&kerstin), ["Andra", "Första", "Tredje"]);
    kerstin.press("Flytta upp Tredje");
    assert_eq!(order(&kerstin), ["Andra", "Tredje", "Första"]);
    kerstin.press("Ta bort Tredje");
    assert_eq!(order(&kerstin), ["Andra", "Första"]);
    kerstin.press("Flytta upp Första");
    assert_eq!(order(&kerstin), ["Första", "Andra"]);
    kerstin.press("Lägg tillbaka");
    assert_eq!(order(&kerstin), ["Första", "Tredje", "Andra"]);
}

#[test]
fn two_who_change_a_template_at_once_meet_and_nothing_is_lost() {
    let app = TestApp::new();
    let (mut kerstin, mut johan) = (app.signed_in(CONTROLLER), app.signed_in("Johan Åkerlund"));
    kerstin.open(MONTH);
    johan.open(MONTH).fill("Längsta tid", "10").press("Spara mallen");
    kerstin.fill("Namn", "Kort uppföljning").press("Spara mallen");
    assert_eq!(kerstin.status(), 409);
    assert!(kerstin.page().says("Johan Åkerlund ändrade mallen medan du skrev"));
    assert!(kerstin.page().says("gränsen är 10 minuter"));
    assert_eq!(kerstin.value("Namn"), "Kort uppföljning");
    kerstin.press("Spara mallen");
    assert_eq!(kerstin.page().heading(), "Kort uppföljning");

    kerstin.open(&planted());
    johan.open(&planted()).fill("Fråga", "Vad är nytt?").press("Spara frågan");
    kerstin.fill("Fråga", "Vad har hänt?").press("Spara frågan");
    assert_eq!(kerstin.status(), 409);
    assert!(kerstin.page().says("Vad är nytt?"));
    assert_eq!(kerstin.value("Fråga"), "Vad har hänt?");
    kerstin.press("Spara frågan");
    assert!(kerstin.page().says("Vad har hänt?"));
    // Moving by a page that is no longer true moves nothing.
    let before = app.audit_length();
    let moved = [("hit", "ned"), ("version", "1")];
    add_question(&mut johan, MONTH, "En till");
    assert_eq!(kerstin.post(&format!("{}/flytta", planted()), &moved).status.as_u16(), 409);
    assert!(app.audit_length() > before, "the question was added");
}

#[test]
fn a_form_sent_twice_makes_one_template_and_one_question() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    let own = "01980000-0000-7000-8000-000000000009";
    let template = [("id", own), ("titel", "Kvalitetsuppföljning"), ("slag", "part")];
    let question = [
        ("id", "01980000-0000-7000-8000-00000000000a"),
        ("fraga", "Vad har ni lärt er?"),
        ("laser", "role:controller"),
        ("svar", "text"),
    ];
    for _ in 0..2 {
        assert_eq!(kerstin.post("/folja-upp/mallar", &template).status.as_u16(), 303);
        let fraga = format!("/folja-upp/mallar/{own}/fraga");
        assert_eq!(kerstin.post(&fraga, &question).status.as_u16(), 303);
    }
    kerstin.open("/folja-upp/mallar");
    let rows = kerstin.page().table("Rapportmallar");
    assert_eq!(rows.iter().filter(|row| row[0] == "Kvalitetsuppföljning").count(), 1);
    assert_eq!(rows.iter().find(|row| row[0] == "Kvalitetsuppföljning").unwrap()[2], "1");
}

#[test]
fn a_template_that_is_taken_away_opens_no_rounds_until_it_is_put_back() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    let offers = |browser: &mut Browser| {
        browser.open("/folja-upp/ny");
        browser.page().texts("select[name=mall] option").join(" ")
    };
    let name = "Månadsuppföljning";
    assert!(offers(&mut kerstin).contains(name));
    kerstin.open(MONTH).press("Ta bort mallen");
    assert!(!offers(&mut kerstin).contains(name), "{}", offers(&mut kerstin));
    kerstin.open("/folja-upp/mallar").press("Lägg tillbaka");
    assert!(offers(&mut kerstin).contains(name));
}

#[test]
fn a_question_says_when_its_answers_were_last_read() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    kerstin.open(MONTH);
    assert!(kerstin.page().says("Vad behöver nämnden veta just nu?"));
    assert!(kerstin.page().says("Senast läst 14 april 2026."), "{}", kerstin.page().text());
}

#[test]
fn working_with_a_template_that_is_taken_away_does_not_put_it_back() {
    let app = TestApp::new();
    let (mut kerstin, mut johan) = (app.signed_in(CONTROLLER), app.signed_in("Johan Åkerlund"));
    let removed = |browser: &mut Browser| {
        browser.open(MONTH);
        browser.page().says("Mallen är borttagen")
    };
    kerstin.open(&planted());
    johan.open(MONTH).press("Ta bort mallen");
    assert!(removed(&mut johan));
    kerstin.fill("Fråga", "Vad har hänt?").press("Spara frågan");
    assert_eq!(kerstin.status(), 200);
    assert!(removed(&mut johan), "changing a question");
    add_question(&mut kerstin, MONTH, "En till");
    assert!(removed(&mut johan), "adding one");
    kerstin.open(MONTH).press("Ta bort Vad har hänt?");
    assert!(removed(&mut johan), "taking one away");
    assert_eq!(kerstin.post(&format!("{}/tillbaka", planted()), &[]).status.as_u16(), 303);
    assert!(removed(&mut johan), "putting it back");
}

#[test]
fn a_question_is_not_put_back_in_a_template_that_is_full() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    add_question(&mut kerstin, PART, "Den första");
    kerstin.open(PART).press("Ta bort Den första");
    for number in 1..=30 {
        let title = format!("Fråga {number}");
        let fields = [("fraga", title.as_str()), ("laser", "namnd"), ("svar", "yes_no")];
        assert_eq!(kerstin.post(&format!("{PART}/fraga"), &fields).status.as_u16(), 303);
    }
    let before = app.audit_length();
    kerstin.open(PART).press("Lägg tillbaka");
    assert_eq!(kerstin.status(), 422);
    assert!(kerstin.page().says("Mallen har redan 30 frågor"), "{}", kerstin.page().text());
    assert_eq!(app.audit_length(), before);
}
