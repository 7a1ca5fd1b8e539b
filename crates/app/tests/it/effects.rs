//! Asking whether actions had effect: who is asked, what the page says beside the question, and that
//! answers stand beside each other.

use domain::actions::{ActionFacts, Answer, Wanted};
use domain::ids::ElementId;
use domain::periods::Period;
use jiff::civil::date;

use crate::few::{MEASURE, PLACES, outcome, write};
use crate::kit::{Browser, NewMeasure, TestApp, id};

const MANAGER: &str = "Amira Lindqvist";
const ABOVE: &str = "Lena Holm";
const CONTROLLER: &str = "Kerstin Öberg";
const READER: &str = "Ingrid Malm";
const ELECTED: &str = "Yvonne Strand";
const ACTION: &str = "akt-dela-i-grupper-om-tolv-barn";
const TITLE: &str = "Dela i grupper om tolv barn";
const LEARNED: &str = "Mindre grupper räcker inte när tjänster är vakanta.";

fn action() -> ElementId {
    id("element", ACTION).parse().unwrap()
}

fn page() -> String {
    format!("/aktivitet/{}/effekt", id("element", ACTION))
}

fn answers(app: &TestApp) -> Vec<(Answer, String)> {
    let all = app.reading(|tx| app::actions::store::effects_of(tx, action()));
    all.into_iter().map(|one| (one.answer, one.learned)).collect()
}

/// The field that asks why an answer is another than what the figures say.
const WHY: &str = "Varför svarar du annorlunda än siffrorna?";

fn answered(browser: &mut Browser, answer: &str, learned: &str) {
    browser.choose(answer).fill("Vad har ni lärt er?", learned);
    browser.fill(WHY, "Det märks på avdelningen.").press("Spara svaret");
}

#[test]
fn whoever_is_responsible_is_asked_on_the_first_page_and_the_lesson_is_found_again() {
    let app = TestApp::new();
    let mut amira = app.signed_in(MANAGER);
    amira.open("/").within_budget(30);
    assert!(amira.page().says("Gav åtgärden effekt?"), "{}", amira.page().text());
    amira.follow(TITLE).within_budget(30);
    assert_eq!(amira.page().heading(), "Gav åtgärden effekt?");
    assert!(amira.page().says("Före åtgärden var medelvärdet"), "{}", amira.page().text());
    assert!(amira.page().says("Det visar vad som har hänt, inte varför."));
    answered(&mut amira, "Delvis", LEARNED);
    assert_eq!(answers(&app), [(Answer::Partly, LEARNED.to_owned())]);
    amira.open("/");
    assert!(!amira.page().says("Gav åtgärden effekt?"), "it is answered");
    let mut reader = app.signed_in(READER);
    reader.open("/lardomar?ord=vakanta").within_budget(30);
    assert!(reader.page().says(TITLE) && reader.page().says(LEARNED));
    reader.open("/lardomar?ord=finns%20inte");
    assert!(reader.page().says("Inga lärdomar här"));
    reader.open("/lardomar?slag=organisation&effekt=no");
    assert!(!reader.page().says(LEARNED), "it had some effect");
    amira.open(&crate::followup::part("sjukfranvaro")).press("Lägg till en åtgärd");
    assert!(amira.page().says("Så gick det förra gången") && amira.page().says(LEARNED));
}

#[test]
fn a_changed_mind_is_a_new_answer_beside_the_old_one() {
    let app = TestApp::new();
    let mut amira = app.signed_in(MANAGER);
    amira.open(&page());
    answered(&mut amira, "Ja", "Först trodde vi ja.");
    answered(&mut amira, "Nej", "Sedan såg vi att det var sommaren.");
    let known: Vec<Answer> = answers(&app).into_iter().map(|(answer, _)| answer).collect();
    assert_eq!(known, [Answer::No, Answer::Yes], "the latest first, and both are kept");
    assert!(amira.page().says("Först trodde vi ja."));
    let trail = app.reading(|tx| {
        tx.all(
            "select action from audit_rows where tenant = $1 and object = 'action_effect' \
             and seq > (select max(seq) - 2 from audit_rows where tenant = $1)",
            &[],
            |row| row.text(0),
        )
    });
    assert_eq!(trail, ["answer", "answer"]);
}

#[test]
fn whoever_finds_it_too_early_says_when_to_ask_again_and_is_asked_then() {
    let app = TestApp::new();
    let mut amira = app.signed_in(MANAGER);
    amira.open(&page()).choose("För tidigt att säga").press("Spara svaret");
    assert_eq!(amira.status(), 422);
    assert_eq!(amira.page().problems(), ["Välj en dag då vi ska fråga igen"]);
    for (day, words) in [
        ("2026-08-25", "Välj en dag framåt"),
        ("2226-01-01", "Välj en dag före"),
        ("i höst", "Skriv ett datum"),
    ] {
        amira.open(&page()).choose("För tidigt att säga");
        amira.fill("När ska vi fråga igen?", day).press("Spara svaret");
        assert_eq!(amira.status(), 422, "{day}");
        assert!(amira.page().problems().iter().any(|one| one.contains(words)), "{day}");
    }
    assert!(answers(&app).is_empty());
    amira.open(&page()).choose("För tidigt att säga");
    amira.fill("När ska vi fråga igen?", "2026-09-10").press("Spara svaret");
    amira.open("/");
    assert!(!amira.page().says("Gav åtgärden effekt?"));
    app.clock().advance_secs(17 * 24 * 3_600);
    app.signed_in(MANAGER).open("/").follow(TITLE);
}

#[test]
fn what_is_sent_by_others_or_is_no_answer_is_refused_and_leaves_nothing_behind() {
    let app = TestApp::new();
    let before = app.audit_length();
    let long = "å".repeat(2_001);
    let mut amira = app.signed_in(MANAGER);
    for fields in [
        vec![("plats", "0"), ("svar", "kanske")],
        vec![("plats", "0")],
        vec![("plats", "0"), ("svar", "yes"), ("lardom", long.as_str())],
    ] {
        assert_eq!(amira.post(&page(), &fields).status, 422, "{fields:?}");
    }
    for name in [READER, ELECTED, "Farah Nazari"] {
        let mut other = app.signed_in(name);
        other.open(&page());
        assert!(!other.buttons().contains(&"Spara svaret".to_owned()), "{name} is not asked");
        assert_eq!(other.post(&page(), &[("plats", "0"), ("svar", "yes")]).status, 403, "{name}");
    }
    let unknown = format!("/aktivitet/{}/effekt", id("element", "finns-inte"));
    assert_eq!(amira.get(&unknown).status, 404);
    let goal = format!("/aktivitet/{}/effekt", id("element", "rm-trygg-start"));
    assert_eq!(amira.get(&goal).status, 404, "a goal is no action");
    assert_eq!(app.audit_length(), before);
}

#[test]
fn who_answers_after_somebody_else_sees_that_answer_first() {
    let app = TestApp::new();
    let mut amira = app.signed_in(MANAGER);
    amira.open(&page());
    let mut kerstin = app.signed_in(CONTROLLER);
    kerstin.open(&page());
    answered(&mut kerstin, "Nej", "Inget har hänt.");
    answered(&mut amira, "Ja", "Det blev lugnare.");
    assert_eq!(amira.status(), 409);
    assert!(amira.page().says("Inget har hänt."), "the other's answer stands there");
    assert_eq!(amira.value("Vad har ni lärt er?"), "Det blev lugnare.", "and the own is kept");
    amira.press("Spara svaret");
    let known: Vec<Answer> = answers(&app).into_iter().map(|(answer, _)| answer).collect();
    assert_eq!(known, [Answer::Yes, Answer::No]);
}

#[test]
fn whoever_leads_above_is_told_of_questions_that_have_waited_long() {
    let app = TestApp::new();
    let late = "Frågor om effekt som väntar";
    assert!(!app.signed_in(ABOVE).open("/").page().says(TITLE), "eleven days is not long");
    app.clock().advance_secs(5 * 24 * 3_600);
    let mut lena = app.signed_in(ABOVE);
    lena.open("/").within_budget(30);
    assert!(lena.page().says(late) && lena.page().says(TITLE), "{}", lena.page().text());
    let mut kerstin = app.signed_in(CONTROLLER);
    kerstin.open("/uppsikt").within_budget(30);
    assert!(kerstin.page().says(late) && kerstin.page().says(TITLE));
    let mut amira = app.signed_in(MANAGER);
    amira.open(&page());
    answered(&mut amira, "Ja", "");
    assert!(!app.signed_in(ABOVE).open("/").page().says(TITLE));
}

/// An action of a school whose effect is expected on a measure, done on a day.
fn action_of_school(app: &TestApp, school: &str, wanted: Wanted) -> String {
    let structure = app.structure();
    let work = structure.elements().find(|one| one.id == action()).expect("it is planted").clone();
    let new: ElementId = id("element", "atgard-i-provet").parse().unwrap();
    let facts = ActionFacts {
        measure: MEASURE.parse().ok(),
        org_unit: id("org", school).parse().ok(),
        wanted: Some(wanted),
        ask_on: Some(date(2026, 8, 1)),
        ..ActionFacts::none(new)
    };
    app.writing(move |tx| {
        let element = domain::elements::Element {
            id: new,
            title: "Stöd i mindre grupp".to_owned(),
            starts_on: Some(date(2026, 1, 1)),
            ends_on: Some(date(2026, 3, 31)),
            version: 1,
            ..domain::elements::Element::clone(&work)
        };
        let measure = app::elements::store::element(tx, MEASURE.parse().unwrap())?;
        let measure = measure.expect("it is defined");
        let version = measure.version + 1;
        let state = domain::elements::ElementState::Adopted;
        let measure = domain::elements::Element { state, version, ..measure };
        app::elements::store::change_element(tx, "adopt", &measure)?;
        app::elements::store::insert_element(tx, &element)?;
        app::actions::store::insert(tx, &facts)?;
        Ok(())
    });
    format!("/aktivitet/{new}/effekt")
}

#[test]
fn values_about_too_few_are_neither_shown_nor_told_by_their_mean() {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER);
    NewMeasure::new(MEASURE, PLACES).of("utbildningsnamnden", "sum").define(&app, &mut controller);
    let months = ["2025-10", "2025-11", "2025-12", "2026-04", "2026-05", "2026-06"];
    let values = months.iter().map(|month| {
        let month: Period = month.parse().unwrap();
        (outcome("fyrskolan", month, 3), Some(3))
    });
    write(&app, 0, values.collect());
    let address = action_of_school(&app, "fyrskolan", Wanted::Down);
    let mut reader = app.signed_in(READER);
    reader.open(&address);
    assert!(
        reader.page().says("Några värden handlar om för få personer"),
        "{}",
        reader.page().text()
    );
    assert!(!reader.page().says("medelvärdet"));
    let cells = reader.page().texts("table td");
    assert!(cells.iter().all(|cell| cell != "3" && cell != "3,0"), "{cells:?}");
}

#[test]
fn too_few_values_give_no_comparison_and_none_is_made_without_a_measure() {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER);
    NewMeasure::new(MEASURE, PLACES).of("utbildningsnamnden", "sum").define(&app, &mut controller);
    let months = ["2025-11", "2025-12", "2026-04", "2026-05"];
    let values = months.iter().map(|month| {
        let month: Period = month.parse().unwrap();
        (outcome("fyrskolan", month, 30), Some(30))
    });
    write(&app, 0, values.collect());
    controller.open(&action_of_school(&app, "fyrskolan", Wanted::Down));
    let words = "Det finns 2 värden före åtgärden och 2 efter.";
    assert!(controller.page().says(words), "{}", controller.page().text());
    assert!(!controller.page().says("medelvärdet"));
    let without = id("element", "akt-samarbeta-om-oppning-och-stangning");
    controller.open(&format!("/aktivitet/{without}/effekt"));
    assert!(controller.page().says("Inget mått är valt"));
}

#[test]
fn an_action_shows_its_way_from_the_deviation_and_only_to_those_who_may_read_it() {
    let app = TestApp::new();
    let mut amira = app.signed_in(MANAGER);
    amira.open(&crate::followup::part("sjukfranvaro")).press("Lägg till en åtgärd");
    amira.fill("Vad ska göras?", "Anställa en öppningsvikarie").fill("Klar senast", "2026-10-15");
    amira.press("Spara åtgärden");
    crate::followup::hand_in(&mut amira);
    let structure = app.structure();
    let action = structure.elements().find(|one| one.title == "Anställa en öppningsvikarie");
    let address = format!("/aktivitet/{}", action.expect("it is proposed").id);
    amira.open(&address).within_budget(30);
    for stop in ["Avvikelse", "Föreslagen åtgärd", "Beslut", "Genomförande", "Effekt"] {
        assert!(amira.page().texts("h3").iter().any(|one| one.starts_with(stop)), "{stop}");
    }
    assert!(amira.page().says("Vi frågar om effekten 15 januari 2027"));
    let mut elected = app.signed_in(ELECTED);
    elected.open(&address);
    assert!(elected.page().links().iter().any(|(_, url)| url.contains("/folja-upp/")));
    amira.open(&crate::followup::account()).press("Ångra inlämning");
    let mut elected = app.signed_in(ELECTED);
    assert_eq!(elected.get(&address).status, 404, "it is a draft again");
}

#[test]
fn an_answer_against_the_figures_is_asked_why_and_tells_it_wherever_it_is_told() {
    let app = TestApp::new();
    let mut amira = app.signed_in(MANAGER);
    amira.open(&page()).within_budget(30);
    assert!(amira.page().says("Det här säger siffrorna"), "{}", amira.page().text());
    let before = app.audit_length();
    amira.choose("Ja").fill("Vad har ni lärt er?", LEARNED).press("Spara svaret");
    assert_eq!(amira.status(), 422);
    let problem = "Svaret går emot det siffrorna säger. Skriv en mening om varför.";
    assert_eq!(amira.page().problems(), [problem]);
    assert_eq!(app.audit_length(), before, "a refused form adds nothing");
    assert_eq!(amira.value("Vad har ni lärt er?"), LEARNED, "what was typed is kept");
    let why = "Två grupper stod utan personal hela våren.";
    amira.fill(WHY, why).press("Spara svaret");
    assert_eq!(amira.status(), 200, "{}", amira.page().text());
    let kept = app.reading(|tx| app::actions::store::effects_of(tx, action()));
    assert_eq!(kept[0].why, why);
    assert!(kept[0].figures.is_some_and(|one| one.is_contradicted_by(Answer::Yes)));
    let board = id("org", "utbildningsnamnden");
    for address in [
        page(),
        format!("/aktivitet/{}", id("element", ACTION)),
        "/lardomar?ord=vakanta".to_owned(),
        "/atgarder".to_owned(),
        format!("/uppsikt/kvalitetsarbete?enhet={board}&ar=2025"),
    ] {
        let mut reader = app.signed_in(ELECTED);
        reader.open(&address);
        assert!(reader.page().says(why), "{address}: {}", reader.page().text());
    }
}

#[test]
fn a_new_wording_of_a_decided_action_says_its_own_and_leaves_what_was_decided() {
    let app = TestApp::new();
    let decided = app.reading(|tx| app::actions::store::of_element(tx, action())).expect("planted");
    let structure = app.structure();
    let work = structure.elements().find(|one| one.id == action()).expect("it is planted").clone();
    let new: ElementId = id("element", "ny-lydelse-i-provet").parse().unwrap();
    app.writing(move |tx| {
        let draft = domain::elements::Element {
            id: new,
            title: "Dela i grupper om tio barn".to_owned(),
            state: domain::elements::ElementState::Draft,
            decision: None,
            version: 1,
            ..domain::elements::Element::clone(&work)
        };
        app::elements::store::insert_element(tx, &draft)?;
        tx.run(
            "insert into successions (tenant, element_id, supersedes_id, version) values ($1, $2, $3, 1)",
            db::params![new.bytes(), action().bytes()],
        )?;
        Ok(())
    });
    let mut amira = app.signed_in(MANAGER);
    amira.open(&format!("/aktivitet/{new}/vantad-effekt"));
    assert_eq!(amira.status(), 200);
    amira.fill("Vad väntar ni er ska bli bättre?", "Något helt annat.").press("Spara");
    assert_eq!(amira.status(), 200, "{}", amira.page().text());
    let still = app.reading(|tx| app::actions::store::of_element(tx, action()));
    assert_eq!(still, Some(decided), "what was decided stands");
    let own = app.reading(|tx| app::actions::store::of_element(tx, new)).expect("an own row");
    assert_eq!((own.expected.as_str(), own.version), ("Något helt annat.", 1));
}

#[test]
fn what_poor_quality_costs_follows_an_action_into_its_new_wording() {
    let app = TestApp::new();
    let old = id("element", "akt-tillsatta-tva-forskollarare");
    let old: ElementId = old.parse().unwrap();
    let new: ElementId = id("element", "ny-lydelse-i-provet").parse().unwrap();
    let structure = app.structure();
    let work = structure.elements().find(|one| one.id == old).expect("it is planted").clone();
    app.writing(move |tx| {
        let next = domain::elements::Element {
            id: new,
            version: 1,
            ..domain::elements::Element::clone(&work)
        };
        app::elements::store::insert_element(tx, &next)?;
        tx.run(
            "insert into successions (tenant, element_id, supersedes_id, version) values ($1, $2, $3, 1)",
            db::params![new.bytes(), old.bytes()],
        )?;
        Ok(())
    });
    let mut amira = app.signed_in(MANAGER);
    amira.open(&format!("/aktivitet/{new}/effekt")).within_budget(30);
    assert!(amira.page().says("Uppskattat till 416"), "{}", amira.page().text());
}

#[test]
fn what_hidden_values_say_is_neither_asked_of_who_reports_nor_told_to_others() {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER);
    NewMeasure::new(MEASURE, PLACES).of("utbildningsnamnden", "sum").define(&app, &mut controller);
    let months = ["2025-10", "2025-11", "2025-12", "2026-04", "2026-05", "2026-06"];
    let values = months.iter().enumerate().map(|(at, month)| {
        let number = if at < 3 { 2 } else { 4 };
        (outcome("fyrskolan", month.parse().unwrap(), number), u32::try_from(number).ok())
    });
    write(&app, 0, values.collect());
    let address = action_of_school(&app, "fyrskolan", Wanted::Down);
    controller.open(&address).within_budget(30);
    assert!(!controller.page().says("Det här säger siffrorna"), "{}", controller.page().text());
    controller.choose("Ja").press("Spara svaret");
    assert_eq!(controller.status(), 200, "nothing that others may not see is asked about");
    assert!(!controller.page().says("Siffrorna säger något annat"));
}

#[test]
fn values_that_were_to_stay_are_told_to_have_stayed() {
    let app = TestApp::new();
    let mut controller = app.signed_in(CONTROLLER);
    NewMeasure::new(MEASURE, PLACES).of("utbildningsnamnden", "sum").define(&app, &mut controller);
    let before = (1..=12).map(|month| format!("2025-{month:02}"));
    let after = ["2026-04", "2026-05", "2026-06"].map(str::to_owned);
    let values = before.chain(after).zip([30, 34, 31, 33].into_iter().cycle());
    let values = values.map(|(month, number)| {
        (outcome("fyrskolan", month.parse().unwrap(), number), u32::try_from(number).ok())
    });
    write(&app, 0, values.collect());
    controller.open(&action_of_school(&app, "fyrskolan", Wanted::Still));
    let page = controller.page();
    assert!(page.says("Värdena ligger kvar som ni väntade er."), "{}", page.text());
    assert!(!page.says("mer än de brukar svänga"));
}

#[test]
fn a_new_wording_that_says_its_own_is_asked_for_alone_and_shows_what_was_answered_before() {
    let app = TestApp::new();
    let structure = app.structure();
    let work = structure.elements().find(|one| one.id == action()).expect("it is planted").clone();
    let new: ElementId = id("element", "ny-lydelse-i-provet").parse().unwrap();
    let mut amira = app.signed_in(MANAGER);
    amira.open(&page());
    answered(&mut amira, "Delvis", LEARNED);
    app.writing(move |tx| {
        tx.run(
            "update actions set next_ask_on = '2026-08-01' where tenant = $1 and element_id = $2",
            db::params![action().bytes()],
        )?;
        let next = domain::elements::Element {
            id: new,
            title: "Dela i grupper om tio barn".to_owned(),
            version: 1,
            ..domain::elements::Element::clone(&work)
        };
        app::elements::store::insert_element(tx, &next)?;
        tx.run(
            "insert into successions (tenant, element_id, supersedes_id, version) values ($1, $2, $3, 1)",
            db::params![new.bytes(), action().bytes()],
        )?;
        let asked = ActionFacts { ask_on: Some(date(2026, 8, 2)), ..ActionFacts::none(new) };
        app::actions::store::insert(tx, &asked)?;
        Ok(())
    });
    amira.open("/").within_budget(30);
    assert!(amira.page().says("Dela i grupper om tio barn"), "{}", amira.page().text());
    let asked = amira.page().links().into_iter().filter(|(_, url)| url.ends_with("/effekt"));
    let asked: Vec<String> = asked.map(|(words, _)| words).collect();
    assert_eq!(asked, ["Dela i grupper om tio barn"], "only the wording that holds");
    amira.open(&format!("/aktivitet/{new}/effekt")).within_budget(30);
    assert!(amira.page().says(LEARNED), "{}", amira.page().text());
    assert!(amira.page().says("Svaret gäller en tidigare lydelse."));
}
