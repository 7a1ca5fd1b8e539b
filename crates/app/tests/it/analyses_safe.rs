//! What an analysis must not give away, and that nothing written in one is lost: small groups, conversations,
//! several people at once, and saving while one writes.

use app::demo::id_of;
use domain::ids::ElementId;
use domain::measures::Outcome;
use http::Method;

use crate::analyses::{begin, planted};
use crate::few::{outcome, write};
use crate::kit::{Browser, Reply, Sending, TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";
const MANAGER: &str = "Amira Lindqvist";
const ABOVE: &str = "Lena Holm";
const STAFF: &str = "Sofia Bergkvist";
const READER: &str = "Ingrid Malm";

/// A value of a group of people.
fn of_group(group: &str, number: i64, version: i64) -> Outcome {
    let measure: ElementId = id("element", "trygga-vardnadshavare").parse().unwrap();
    let one = outcome("utbildningsnamnden", "2025".parse().unwrap(), number);
    Outcome { measure, breakdown: group.to_owned(), version, ..one }
}

#[test]
fn a_group_found_later_to_be_about_few_is_told_no_more_of_what_was_kept() {
    let app = TestApp::new();
    let (women, men) = (of_group("kvinnor", 47, 1), of_group("män", 58, 1));
    write(&app, 0, vec![(women, None), (men, None)]);
    let unit = id("org", "utbildningsnamnden");
    let mut browser = app.signed_in(CONTROLLER);
    let query = format!("sort=measure&om={}&enhet={unit}", id("element", "trygga-vardnadshavare"));
    let address = begin(&mut browser, &query);
    let here = format!("{address}/steg/2");
    browser.open(&here).press("Klart, nästa steg");
    browser.open(&here);
    assert!(browser.page().says("47\u{a0}%"), "{}", browser.page().text());
    write(&app, 1, vec![(of_group("kvinnor", 47, 2), Some(3))]);
    browser.open(&here);
    assert!(browser.page().says("Så var det"), "what was kept is shown");
    assert!(!browser.page().says("47\u{a0}%"), "{}", browser.page().text());
    browser.open(&format!("{here}?visa=mote"));
    assert!(!browser.page().says("47\u{a0}%"), "nor in a meeting");
}

/// A conversation with a member of the staff, with a question to her.
fn conversation(browser: &mut Browser) -> String {
    browser.open("/analyser/ny").fill("Vad ska analysen handla om?", "Vårt samtal i augusti");
    browser.choose("Ett samtal mellan chef och medarbetare").press("Börja analysen");
    let address = browser.address().split("/steg/").next().unwrap_or_default().to_owned();
    browser.open(&format!("{address}/medverkande")).pick("Vem?", STAFF).press("Bjud in");
    browser.open(&format!("{address}/steg/5")).pick("Vem vill ni fråga?", STAFF);
    browser.fill("Vad vill ni veta?", "Hur går det med schemat?");
    browser.fill("Senast vilken dag?", "2026-09-01").press("Ställ frågan");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    address
}

#[test]
fn whoever_is_taken_out_of_a_conversation_neither_reads_nor_answers_what_was_asked_there() {
    let app = TestApp::new();
    let mut manager = app.signed_in(MANAGER);
    let address = conversation(&mut manager);
    let mut staff = app.signed_in(STAFF);
    staff.open("/").follow("Amira Lindqvist frågar om");
    let question = staff.address().to_owned();
    assert!(staff.page().says("Hur går det med schemat?"));
    manager.open(&format!("{address}/medverkande")).press("Ta bort Sofia Bergkvist");
    assert_eq!(staff.open(&question).status(), 404);
    let answer = staff.post(&question, &[("version", "1"), ("svar", "Det går bra.")]);
    assert_eq!(answer.status, 404);
    staff.open("/");
    assert!(!staff.page().says("Vårt samtal i augusti"));
}

#[test]
fn the_trail_tells_that_a_conversation_went_on_and_not_between_whom() {
    let app = TestApp::new();
    let mut manager = app.signed_in(MANAGER);
    let address = conversation(&mut manager);
    let mut staff = app.signed_in(STAFF);
    staff.open(&format!("{address}/steg/4")).fill("Vad mer kan ha påverkat?", "Vår hemlighet.");
    staff.press("Spara");
    manager.open(&format!("{address}/medverkande")).press("Ta bort Sofia Bergkvist");
    let told = app.reading(|tx| {
        tx.all(
            "select p.payload from audit_payloads p join audit_rows r on r.tenant = p.tenant \
             and r.seq = p.seq where p.tenant = $1 and r.object = 'conversation'",
            &[],
            |row| row.text(0),
        )
    });
    assert!(told.len() > 4, "everything is in the trail");
    assert!(told.iter().all(|one| one == "{}"), "{told:?}");
    let analysis = address.rsplit('/').next().unwrap_or_default().to_owned();
    let mut auditor = app.signed_in("Gösta Hallin");
    for page in ["/spar".to_owned(), format!("/spar?slag=conversation&objekt={analysis}")] {
        auditor.open(&page);
        let rows = auditor.page().texts("table tr");
        let rows: Vec<&String> = rows.iter().filter(|row| row.contains("Samtal")).collect();
        assert!(!rows.is_empty(), "{page}");
        for row in rows {
            assert!(!row.contains("Amira") && !row.contains("Sofia"), "{row}");
        }
    }
}

/// Saves a field as the browser does while one writes.
fn autosave(browser: &mut Browser, address: &str, (version, value): (&str, &str)) -> Reply {
    let body = serde_json::json!({ "field": "ord", "value": value }).to_string();
    let version = format!("\"{version}\"");
    let sent = Some(Sending::Json(body));
    browser.send(&Method::PATCH, address, &[("if-match", version.as_str())], sent)
}

fn field(reply: &Reply, name: &str) -> String {
    let json: serde_json::Value = serde_json::from_str(&reply.text()).unwrap_or_default();
    json[name].as_str().unwrap_or_default().to_owned()
}

/// The version that the page shows of the text of a step.
fn version_of(browser: &mut Browser, address: &str) -> String {
    browser.open(address);
    let html = browser.reply().text();
    let field = html.split("name=\"ord\"").nth(1).and_then(|rest| rest.split('>').next());
    let version = field.and_then(|field| field.split("data-version=\"").nth(1));
    version.and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}

#[test]
fn what_is_written_in_a_step_is_saved_while_one_writes_and_another_is_never_overwritten_unseen() {
    let app = TestApp::new();
    let mut lena = app.signed_in(ABOVE);
    let here = format!("{}/steg/4", planted("trygg-start"));
    let there = format!("{here}/ord");
    let version = version_of(&mut lena, &here);
    assert!(!version.is_empty());
    let (before, statements) = (app.audit_length(), app.app().statements());
    let reply = autosave(&mut lena, &there, (&version, "Sommaren var varm."));
    let statements = app.app().statements() - statements;
    assert_eq!(reply.status, 200, "{}", reply.text());
    assert_eq!(app.audit_length(), before + 1, "one row of the trail");
    assert!(statements <= 14, "{statements} statements");
    // The same once more, as when the answer was lost on the way.
    assert_eq!(autosave(&mut lena, &there, (&version, "Sommaren var varm.")).status, 200);
    let mut kerstin = app.signed_in(CONTROLLER);
    let reply = autosave(&mut kerstin, &there, (&version, "Hösten var kall."));
    assert_eq!(reply.status, 409);
    assert_eq!(field(&reply, "theirs"), "Sommaren var varm.");
    assert_eq!(field(&reply, "theirs_by"), ABOVE);
    let newer = field(&reply, "version");
    assert_eq!(autosave(&mut kerstin, &there, (&newer, "Både och.")).status, 200);
    kerstin.open(&here);
    assert_eq!(kerstin.value("Vad mer kan ha påverkat?"), "Både och.");
    assert!(kerstin.page().says("Sommaren var varm."), "it is among earlier texts");
    for (address, value, status) in
        [(format!("{here}/hemligt"), "x", 404), (there.clone(), "x".repeat(5_000).as_str(), 422)]
    {
        let now = version_of(&mut kerstin, &here);
        assert_eq!(autosave(&mut kerstin, &address, (&now, value)).status.as_u16(), status);
    }
    let mut reader = app.signed_in(READER);
    assert_eq!(autosave(&mut reader, &there, (&version, "x")).status, 404);
}

#[test]
fn a_form_sent_after_its_own_text_was_saved_meets_no_change_of_its_own() {
    let app = TestApp::new();
    let mut lena = app.signed_in(ABOVE);
    let here = format!("{}/steg/4", planted("trygg-start"));
    let version = version_of(&mut lena, &here);
    let reply = autosave(&mut lena, &format!("{here}/ord"), (&version, "Först"));
    let newer = field(&reply, "version");
    // As the script leaves the form: the text goes on, and the hidden version has followed.
    let sent = [
        ("version", "0"),
        ("ord", "Först och sedan"),
        ("ord_fore", ""),
        ("ord_version", newer.as_str()),
    ];
    assert_eq!(lena.post(&here, &sent).status, 303);
    lena.open(&here);
    assert_eq!(lena.value("Vad mer kan ha påverkat?"), "Först och sedan");
}

#[test]
fn two_who_write_in_different_steps_never_meet() {
    let app = TestApp::new();
    let mut lena = app.signed_in(ABOVE);
    let mut kerstin = app.signed_in(CONTROLLER);
    let of = planted("trygg-start");
    lena.open(&format!("{of}/steg/4")).fill("Vad mer kan ha påverkat?", "Lenas ord");
    kerstin.open(&format!("{of}/steg/6")).fill("Slutsats", "Kerstins slutsats");
    kerstin.press("Spara");
    lena.press("Spara");
    assert_eq!((lena.status(), kerstin.status()), (200, 200));
    lena.open(&of);
    assert!(lena.page().says("Kerstins slutsats"), "the later did not take it away");
}

#[test]
fn what_is_written_when_an_analysis_has_just_been_concluded_stands_on_the_page() {
    let app = TestApp::new();
    let address = planted("sjukfranvaro-forskolor");
    let mut manager = app.signed_in(MANAGER);
    manager.open(&address).follow("Öppna igen");
    manager.fill("Varför öppnas den igen?", "Nytt.").press("Öppna igen");
    let mut staff = app.signed_in(STAFF);
    let here = format!("{address}/steg/6");
    staff.open(&here).fill("Slutsats", "Schemat är för tungt.");
    manager.open(&address).press("Avsluta analysen");
    staff.press("Spara");
    assert_eq!(staff.status(), 409);
    assert!(staff.page().says("Schemat är för tungt."), "{}", staff.page().text());
    assert!(staff.page().says("Din text är inte sparad där"));
    let sent = [("slutsats", "Schemat."), ("sakerhet", "unsure")];
    let reply = staff.post(&here, &sent);
    assert_eq!(reply.status, 409);
    assert!(reply.text().contains("Osäkert"), "{}", reply.text());
    let sent = [("titel", "Nytt schema"), ("karta", "https://karta.se/7"), ("klar", "2026-11-03")];
    let reply = manager.post(&format!("{address}/atgard"), &sent);
    assert_eq!(reply.status, 409);
    for words in sent.map(|(_, words)| words) {
        assert!(reply.text().contains(words), "{words}: {}", reply.text());
    }
    let sent = [("text", "Hur gick det?"), ("dag", "2026-11-04")];
    let reply = manager.post(&format!("{address}/fragor"), &sent);
    assert_eq!(reply.status, 409);
    assert!(reply.text().contains("Hur gick det?") && reply.text().contains("2026-11-04"));
}

/// Whether the page has a link to an address, however its identity is written.
fn leads_to(browser: &Browser, address: &str) -> bool {
    let plain = |url: &str| url.replace('-', "");
    browser.page().links().iter().any(|(_, url)| plain(url) == plain(address))
}

#[test]
fn an_analysis_is_found_by_its_words_and_a_conversation_by_nobody() {
    let app = TestApp::new();
    let mut manager = app.signed_in(MANAGER);
    conversation(&mut manager);
    let mut reader = app.signed_in(READER);
    reader.open("/sok?q=ensampass").within_budget(30);
    assert!(leads_to(&reader, &planted("sjukfranvaro-forskolor")));
    assert!(reader.get("/sok.json?q=ensampass").text().contains("Analys"));
    reader.open("/sok?q=sn%C3%B6r%C3%B6jningen");
    assert!(!leads_to(&reader, &planted("snorojning")));
    manager.open("/sok?q=samtal+i+augusti");
    assert!(!manager.page().links().iter().any(|(_, url)| url.contains("/analys/")));
}

#[test]
fn those_who_only_read_see_what_moves_together_and_what_happened() {
    let app = TestApp::new();
    let mut reader = app.signed_in(READER);
    let of = planted("sjukfranvaro-forskolor");
    for (number, words) in [(3, "Inga tydliga samband"), (4, "Händelser, aktiviteter och beslut")]
    {
        for mode in ["", "?visa=mote"] {
            reader.open(&format!("{of}/steg/{number}{mode}")).within_budget(30);
            assert!(reader.page().says(words), "{number}{mode}: {}", reader.page().text());
        }
    }
}

#[test]
fn the_time_line_tells_of_the_own_action_and_of_nothing_that_lies_ahead() {
    let app = TestApp::new();
    let mut manager = app.signed_in(MANAGER);
    manager.open(&format!("{}/steg/4", planted("sjukfranvaro-forskolor")));
    assert!(manager.page().says("Dela i grupper om tolv barn"), "{}", manager.page().text());
    let mut lena = app.signed_in(ABOVE);
    lena.open(&format!("{}/steg/4", planted("trygg-start"))).within_budget(30);
    let rows = lena.page().texts("#handelser tbody tr");
    assert!(!rows.is_empty());
    assert!(rows.iter().all(|row| !row.contains("Nya lokaler på Ängsbacken")), "{rows:?}");
    let goes_on = rows.iter().find(|row| row.contains("Gemensam plan för öppning"));
    assert!(goes_on.is_some_and(|row| row.contains("ska vara klar 30 november 2026")), "{rows:?}");
    assert!(
        lena.reply().text().contains("analysdiagram-1"),
        "a goal has the charts of its measures"
    );
}

#[test]
fn the_steering_model_is_analysed_from_the_list_with_what_is_counted_of_it() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    browser.open("/analyser").follow("Ny analys");
    browser.follow("Analysera styrmodellen i stället").press("Börja analysen");
    assert_eq!(browser.status(), 200);
    for words in ["Styrmodellen i siffror", "Att besluta i styrmodellen", "Mål med eget mått"] {
        assert!(browser.page().says(words), "{words}: {}", browser.page().text());
    }
    browser.press("Klart, nästa steg");
    let first = browser.address().replace("/steg/2", "/steg/1");
    browser.open(&first).within_budget(30);
    assert!(browser.page().says("Så var det") && browser.page().says("Det är likadant nu."));
}

#[test]
fn what_a_quick_analysis_leaves_out_can_be_read_all_the_same() {
    let app = TestApp::new();
    let mut browser = app.signed_in(MANAGER);
    let unit = id("org", "skargardens-forskolor");
    browser.open(&format!(
        "/analyser/ny?sort=measure&om={}&enhet={unit}",
        id("element", "sjukfranvaro")
    ));
    browser.choose("Snabbanalys").press("Börja analysen");
    assert!(browser.address().ends_with("/steg/4"), "{}", browser.address());
    browser.follow("Granska fakta och jämför med tidigare mätningar");
    assert!(browser.page().says("Högre än det som är vanligt"));
    assert!(!browser.buttons().contains(&"Spara".to_owned()));
}

#[test]
fn the_cost_of_what_an_analysis_found_is_estimated_and_told_beside_it() {
    let app = TestApp::new();
    let mut manager = app.signed_in(MANAGER);
    let of = planted("sjukfranvaro-forskolor");
    manager.open(&of).within_budget(30).follow("Uppskatta bristkostnaden");
    manager.fill("Belopp", "125 000").fill("Hur har ni räknat?", "Timmar gånger lön.");
    manager.press("Spara");
    assert_eq!(manager.status(), 200, "{}", manager.page().text());
    assert!(manager.page().says("Timmar gånger lön."));
    let mut reader = app.signed_in(READER);
    let cost = format!("/bristkostnad/analysis/{}", id("analysis", "trygg-start"));
    assert_eq!(reader.get(&cost).status, 404, "an analysis that is not concluded is not known of");
}

#[test]
fn the_budget_dialogue_asks_once_however_many_committees_have_concluded() {
    let app = TestApp::new();
    let planted = id_of("analysis", "sjukfranvaro-forskolor");
    let like = app.reading(|tx| app::analysis::store::analysis(tx, planted)).unwrap();
    let mut kerstin = app.signed_in(CONTROLLER);
    // What the first visit keeps is asked for once.
    kerstin.open("/analyser/budgetdialog").open("/analyser/budgetdialog");
    let before = kerstin.statements();
    let boards = ["socialnamnden", "tekniska-namnden", "miljonamnden", "byggnadsnamnden"];
    app.writing(move |tx| {
        for board in boards {
            let one = app::analysis::store::Analysis {
                id: id_of("analysis", &format!("i-provet-{board}")),
                org_unit: id_of("org", board),
                subject_words: format!("Ämne för {board}"),
                version: 1,
                ..like.clone()
            };
            app::analysis::store::insert(tx, &one).map_err(|error| panic!("{error:?}")).unwrap();
        }
        Ok(())
    });
    kerstin.open("/analyser/budgetdialog");
    for board in boards {
        assert!(kerstin.page().says(&format!("Ämne för {board}")), "{board}");
    }
    assert_eq!(kerstin.statements(), before, "not one more for each committee");
}

#[test]
fn a_conversation_from_before_it_was_its_own_object_names_nobody_in_the_trail_either() {
    let app = TestApp::new();
    let mut manager = app.signed_in(MANAGER);
    let address = conversation(&mut manager);
    app.writing(|tx| {
        tx.run(
            "update audit_rows set object = 'analysis' where tenant = $1 \
             and object = 'conversation' and object_id in (select analysis_id from analyses \
             where tenant = $1)",
            &[],
        )?;
        tx.run(
            "update audit_rows set object = 'analysis_question' where tenant = $1 \
             and object = 'conversation'",
            &[],
        )?;
        tx.leave_unaudited("as it was written before");
        Ok(())
    });
    let analysis = address.rsplit('/').next().unwrap_or_default().to_owned();
    let mut auditor = app.signed_in("Gösta Hallin");
    for page in ["/spar".to_owned(), format!("/spar?slag=analysis&objekt={analysis}")] {
        auditor.open(&page).within_budget(30);
        let rows = auditor.page().texts("table tr");
        let hidden = rows.iter().filter(|row| row.contains("Någon i samtalet")).count();
        assert!(hidden > 1, "{page}: {rows:?}");
        assert!(!rows.iter().any(|row| row.contains(MANAGER)), "{page}: {rows:?}");
    }
}

#[test]
fn the_cost_of_what_is_not_concluded_stands_in_no_list_for_others() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    for (word, how) in [("trygg-start", "Hemlig räkning."), ("sjukfranvaro-forskolor", "Öppen.")]
    {
        kerstin.open(&format!("/bristkostnad/analysis/{}", id("analysis", word)));
        kerstin.fill("Belopp", "125 000").fill("Hur har ni räknat?", how).press("Spara");
        assert_eq!(kerstin.status(), 200, "{}", kerstin.page().text());
    }
    let mut elected = app.signed_in("Yvonne Strand");
    let board = id("org", "utbildningsnamnden");
    elected.open(&format!("/uppsikt/kvalitetsarbete?enhet={board}&ar=2026"));
    assert!(elected.page().says("Öppen."), "{}", elected.page().text());
    assert!(!elected.page().says("Hemlig räkning."), "{}", elected.page().text());
}

#[test]
fn the_conclusions_of_a_body_are_found_however_many_others_have_concluded_since() {
    let app = TestApp::new();
    let planted = id_of("analysis", "sjukfranvaro-forskolor");
    let like = app.reading(|tx| app::analysis::store::analysis(tx, planted)).unwrap();
    app.writing(move |tx| {
        for nth in 0..501 {
            let one = app::analysis::store::Analysis {
                id: id_of("analysis", &format!("i-provet-{nth}")),
                org_unit: id_of("org", "socialnamnden"),
                changed_at: like.changed_at + 1,
                version: 1,
                ..like.clone()
            };
            app::analysis::store::insert(tx, &one)?;
        }
        Ok(())
    });
    let mut elected = app.signed_in("Yvonne Strand");
    let board = id("org", "utbildningsnamnden");
    elected.open(&format!("/uppsikt/kvalitetsarbete?enhet={board}&ar=2026")).within_budget(30);
    let words = "Frånvaron stiger där tjänster står tomma";
    assert!(elected.page().says(words), "{}", elected.page().text());
}

#[test]
fn everything_that_loses_while_one_writes_is_put_aside_and_what_only_grows_is_not() {
    let app = TestApp::new();
    let mut lena = app.signed_in(ABOVE);
    let here = format!("{}/steg/4", planted("trygg-start"));
    let there = format!("{here}/ord");
    let first = version_of(&mut lena, &here);
    let reply = autosave(&mut lena, &there, (&first, "Sommaren"));
    let second = field(&reply, "version");
    let mut kerstin = app.signed_in(CONTROLLER);
    let reply = autosave(&mut kerstin, &there, (&second, "Sommaren var varm."));
    assert_eq!(reply.status, 200);
    let kept = || {
        app.reading(|tx| {
            tx.all(
                "select content from analysis_earlier where tenant = $1 and content like '%omma%'",
                &[],
                |row| row.text(0),
            )
        })
    };
    assert!(kept().is_empty(), "the text stands in the new one: {:?}", kept());
    for lost in ["Hösten var kall.", "Våren kom sent.", "Våren kom sent."] {
        assert_eq!(autosave(&mut lena, &there, (&second, lost)).status, 409, "{lost}");
    }
    lena.open(&here);
    let earlier = lena.page().text();
    for lost in ["Hösten var kall.", "Våren kom sent."] {
        assert_eq!(earlier.matches(lost).count(), 1, "{lost}: {earlier}");
    }
}
