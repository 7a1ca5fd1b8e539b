//! How the municipality improves: working methods, challenges, quality work beside goals, inner beside
//! outer quality, estimates of what poor quality costs, and deviations that wait for a decision.

use crate::kit::{TestApp, id};

const MANAGER: &str = "Amira Lindqvist";
const CONTROLLER: &str = "Kerstin Öberg";
const READER: &str = "Ingrid Malm";
const ELECTED: &str = "Yvonne Strand";
const PROVIDER: &str = "Farah Nazari";
const DIRECTOR: &str = "Mårten Ekdahl";

fn unit(word: &str) -> String {
    format!("/arbetssatt/enhet/{}", id("org", word))
}

#[test]
fn a_unit_says_how_far_it_has_come_and_the_matrix_and_the_file_tell() {
    let app = TestApp::new();
    let mut amira = app.signed_in(MANAGER);
    amira.open(&unit("skargardens-forskolor")).within_budget(30);
    let method = id("method", "tid");
    let sent = [
        ("arbetssatt", method.as_str()),
        ("niva", "etablerat"),
        ("sagt", "Vi mätte en vecka i maj."),
        ("plats", "0"),
    ];
    assert_eq!(amira.post(&unit("skargardens-forskolor"), &sent).status, 303);
    // The same form once more, and then one that was opened before.
    assert_eq!(amira.post(&unit("skargardens-forskolor"), &sent).status, 303);
    let older = [sent[0], ("niva", "delvis"), sent[2], sent[3]];
    assert_eq!(amira.post(&unit("skargardens-forskolor"), &older).status, 409);
    amira.open(&unit("skargardens-forskolor"));
    assert!(amira.page().says("Vi mätte en vecka i maj.") && amira.page().says(MANAGER));
    let mut elected = app.signed_in(ELECTED);
    let board = id("org", "utbildningsnamnden");
    elected.open(&format!("/arbetssatt?enhet={board}")).within_budget(30);
    let rows = elected.page().table("Arbetssätt");
    let row = rows.iter().find(|row| row[0].contains("Skärgårdens")).expect("it is a row");
    assert!(row.iter().any(|cell| cell == "Etablerat") && row.len() == 5, "{row:?}");
    elected.open("/arbetssatt?niva=forbattras");
    let rows = elected.page().table("Arbetssätt");
    let units: Vec<&str> = rows.iter().skip(1).map(|row| row[0].as_str()).collect();
    assert_eq!(units, ["Centrums förskolor", "Norrbackens förskola"]);
    let file = elected.get("/arbetssatt.csv").text();
    assert!(file.contains("Vi mätte en vecka i maj."), "{file}");
}

#[test]
fn what_is_said_of_methods_is_refused_from_others_and_when_it_is_no_level() {
    let app = TestApp::new();
    let before = app.audit_length();
    let method = id("method", "tid");
    let said = |level: &'static str| {
        [("arbetssatt", method.clone()), ("niva", level.to_owned()), ("plats", "0".to_owned())]
    };
    let send = |name: &str, address: &str, level: &'static str| {
        let fields = said(level);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (*k, v.as_str())).collect();
        app.signed_in(name).post(address, &fields).status
    };
    let own = unit("skargardens-forskolor");
    assert_eq!(send(MANAGER, &own, "världsbäst"), 422);
    assert_eq!(send(READER, &own, "delvis"), 403);
    assert_eq!(send(MANAGER, &unit("centrums-forskolor"), "delvis"), 403);
    assert_eq!(send(PROVIDER, &own, "delvis"), 404, "nor may it know");
    assert_eq!(send(MANAGER, &unit("finns-inte"), "delvis"), 404);
    assert_eq!(send(MANAGER, &unit("utbildningsnamnden"), "delvis"), 404, "a board has no methods");
    let unknown = id("method", "finns-inte");
    let fields = [("arbetssatt", unknown.as_str()), ("niva", "delvis"), ("plats", "0")];
    assert_eq!(app.signed_in(MANAGER).post(&own, &fields).status, 404);
    assert_eq!(app.audit_length(), before);
}

#[test]
fn who_plans_for_all_says_which_methods_are_wanted_and_lets_them_go() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    kerstin.open("/arbetssatt").follow("Lägg till ett arbetssätt");
    kerstin.press("Spara");
    assert_eq!(kerstin.status(), 422);
    kerstin.fill("Namn", "Lärande samtal").press("Spara");
    assert!(kerstin.page().says("Lärande samtal"));
    let address = format!("/arbetssatt/{}/andra", id("method", "tid"));
    let mut other = app.signed_in(CONTROLLER);
    other.open(&address);
    kerstin.open(&address).choose("Nej, det gäller inte längre").press("Spara");
    kerstin.open("/arbetssatt");
    assert!(!kerstin.page().says("Rätt använd tid"));
    other.fill("Namn", "Rätt tid").press("Spara");
    assert_eq!(other.status(), 409);
    assert_eq!(other.value("Namn"), "Rätt tid", "the own is kept");
    assert!(other.page().says("Det här har någon annan sparat Rätt använd tid"), "and theirs");
    let mut amira = app.signed_in(MANAGER);
    assert_eq!(amira.get("/arbetssatt/nytt").status, 403);
    assert_eq!(amira.post("/arbetssatt", &[("namn", "Eget")]).status, 403);
}

#[test]
fn challenges_stand_with_what_answers_to_them_and_are_written_by_who_plans_for_all() {
    let app = TestApp::new();
    let mut elected = app.signed_in(ELECTED);
    elected.open("/").follow("Kommunens största utmaningar").within_budget(30);
    assert!(elected.page().says("Vi hittar inte dem vi behöver anställa"));
    assert!(elected.page().says("Tillsätta två förskollärare"), "{}", elected.page().text());
    assert!(elected.page().says("åtgärder är klara"));
    assert_eq!(elected.get("/utmaningar/ny").status, 403);
    let mut kerstin = app.signed_in(CONTROLLER);
    kerstin.open("/utmaningar").follow("Lägg till en utmaning").press("Spara");
    assert_eq!(kerstin.status(), 422);
    kerstin.fill("Utmaningen i en mening", "Färre i arbetsför ålder").press("Spara");
    assert!(kerstin.page().says("Färre i arbetsför ålder"));
    let address = format!("/utmaningar/{}/andra", id("challenge", "friska"));
    let mut other = app.signed_in(CONTROLLER);
    other.open(&address);
    kerstin.open(&address).choose("Nej, den är hanterad eller mindre nu").press("Spara");
    assert!(kerstin.page().says("Tidigare utmaningar"));
    other.fill("Utmaningen i en mening", "En annan").press("Spara");
    assert_eq!(other.status(), 409);
    assert_eq!(other.value("Utmaningen i en mening"), "En annan", "the own is kept");
    assert!(other.page().says("Det här har någon annan sparat"), "and theirs is shown");
    let before = app.audit_length();
    let (unit, unknown) = (id("org", "kommunledningskontoret"), id("element", "finns-inte"));
    let sent = [
        ("version", "2"),
        ("titel", "Hej"),
        ("agare", unit.as_str()),
        ("svarar", unknown.as_str()),
    ];
    assert_eq!(kerstin.post(&address, &sent).status, 422, "what is not there answers to nothing");
    assert_eq!(app.signed_in(MANAGER).post(&address, &sent).status, 403);
    assert_eq!(app.audit_length(), before);
}

#[test]
fn the_quality_work_of_a_committee_is_read_before_its_budget() {
    let app = TestApp::new();
    let mut elected = app.signed_in(ELECTED);
    elected.open("/").follow("Kvalitetsarbetet").within_budget(30);
    let board = id("org", "utbildningsnamnden");
    let address = format!("/uppsikt/kvalitetsarbete?enhet={board}");
    elected.open(&format!("{address}&ar=2026")).within_budget(30);
    for words in ["Mål och resurser", "Fast vuxen vid lämning", "Samma vuxna i hallen"] {
        assert!(elected.page().says(words), "{words}: {}", elected.page().text());
    }
    assert!(elected.page().says("Uppskattat till 416\u{a0}000 kr"), "{}", elected.page().text());
    assert!(elected.page().says("Summan är bara det som någon har uppskattat."));
    assert!(elected.page().says("Frånvaron stiger där tjänster står tomma"), "what is concluded");
    let rows = elected.page().table("Mål och resurser");
    let structure = app.structure();
    let goals = structure.owned_by(board.parse().unwrap());
    let told: Vec<String> = goals
        .flat_map(|goal| structure.measures_of(goal.id))
        .filter(|(element, _)| rows.iter().any(|row| row[2].contains(&element.title)))
        .map(|(_, measure)| measure.class.clone())
        .collect();
    assert!(!told.is_empty() && told.iter().all(|class| class == "resursmått"), "{told:?}");
    for wrong in ["&ar=1999", "&ar=2027"] {
        assert_eq!(elected.get(&format!("{address}{wrong}")).status, 404, "{wrong}");
    }
    let school = id("org", "centralskolan");
    let of_school = format!("/uppsikt/kvalitetsarbete?enhet={school}");
    assert_eq!(elected.get(&of_school).status, 404, "a school is no body");
    assert_eq!(app.signed_in(READER).get(&address).status, 403);
}

#[test]
fn what_poor_quality_costs_is_an_exact_amount_with_how_it_was_worked_out() {
    let app = TestApp::new();
    let action = id("element", "akt-dela-i-grupper-om-tolv-barn");
    let address = format!("/bristkostnad/action/{action}");
    let mut amira = app.signed_in(MANAGER);
    let before = app.audit_length();
    for (amount, year, how) in [
        ("tusen", "2026", "Timmar"),
        ("-5", "2026", "Timmar"),
        ("1,234", "2026", "Timmar"),
        ("0", "2026", "Timmar"),
        ("1000", "1850", "Timmar"),
        ("1000", "2026", " "),
    ] {
        amira.open(&address).fill("Belopp", amount).fill("Vilket år gäller det?", year);
        amira.fill("Hur har ni räknat?", how).press("Spara");
        assert_eq!(amira.status(), 422, "{amount} {year} {how}");
    }
    assert_eq!(app.audit_length(), before);
    amira.open(&address).fill("Belopp", "12 345,60").fill("Hur har ni räknat?", "30 timmar");
    amira.press("Spara");
    assert!(
        amira.page().says("Uppskattat till 12\u{a0}345,60 kr för 2026"),
        "{}",
        amira.page().text()
    );
    assert_eq!(app.signed_in(READER).get(&address).status, 403);
    let elsewhere = id("element", "akt-karta-over-avlopp-som-ska-atgardas");
    assert_eq!(amira.get(&format!("/bristkostnad/action/{elsewhere}")).status, 403);
    assert_eq!(amira.get(&format!("/bristkostnad/kaffe/{action}")).status, 404);
    assert_eq!(amira.get(&format!("/bristkostnad/part/{action}")).status, 404);
}

#[test]
fn inner_quality_stands_beside_outer_without_saying_what_comes_of_what() {
    let app = TestApp::new();
    let mut amira = app.signed_in(MANAGER);
    amira.open("/inre-och-yttre").within_budget(30);
    for words in ["Inre kvalitet", "Sjukfrånvaro", "Yttre kvalitet", "Trygga vårdnadshavare"] {
        assert!(amira.page().says(words), "{words}: {}", amira.page().text());
    }
    assert!(amira.page().says("Det visar inte att det ena beror på det andra."));
    let unit = id("org", "skargardens-forskolor");
    assert!(
        amira.get(&format!("/inre-och-yttre.csv?enhet={unit}")).text().contains("Sjukfrånvaro")
    );
    assert_eq!(app.signed_in(PROVIDER).get(&format!("/inre-och-yttre?enhet={unit}")).status, 404);
    assert_eq!(app.signed_in(READER).get("/inre-och-yttre/matt").status, 403);
    let mut kerstin = app.signed_in(CONTROLLER);
    let measure = id("element", "matsvinn");
    let place = [("matt", measure.as_str()), ("sida", "outer")];
    assert_eq!(kerstin.post("/inre-och-yttre/matt", &place).status, 303);
    amira.open(&format!("/inre-och-yttre?enhet={unit}"));
    assert!(amira.page().says("Matsvinn"));
    let before = app.audit_length();
    let wrong = [("matt", measure.as_str()), ("sida", "insidan")];
    assert_eq!(kerstin.post("/inre-och-yttre/matt", &wrong).status, 422);
    let no_measure = id("element", "rm-trygg-start");
    let goal = [("matt", no_measure.as_str()), ("sida", "outer")];
    assert_eq!(kerstin.post("/inre-och-yttre/matt", &goal).status, 422);
    assert_eq!(amira.post("/inre-och-yttre/matt", &place).status, 403, "not hers to say");
    assert_eq!(app.audit_length(), before);
}

#[test]
fn deviations_that_wait_too_long_for_a_decision_go_to_the_executive_board() {
    let app = TestApp::new();
    let list = "/uppsikt/utan-beslut";
    let mut kerstin = app.signed_in(CONTROLLER);
    let rows = |browser: &mut crate::kit::Browser| {
        browser.open(list).within_budget(30);
        if browser.page().says("Ingen avvikelse har väntat för länge") {
            0
        } else {
            browser.page().table("Avvikelser").len()
        }
    };
    let first = rows(&mut kerstin);
    kerstin.fill("Antal dagar", "1").press("Spara");
    let sooner = rows(&mut kerstin);
    assert!(sooner > first, "{sooner} after {first}");
    let mut director = app.signed_in(DIRECTOR);
    director.open("/").within_budget(30).follow("har saknat beslutad åtgärd i mer än en dag");
    assert_eq!(director.page().heading(), "Avvikelser utan beslutad åtgärd");
    let before = app.audit_length();
    for (days, version, status) in
        [("0", "1", 422), ("367", "1", 422), ("många", "1", 422), ("10", "0", 409)]
    {
        let sent = [("dagar", days), ("version", version)];
        assert_eq!(kerstin.post(list, &sent).status, status, "{days} {version}");
    }
    let sent = [("dagar", "10"), ("version", "1")];
    assert_eq!(app.signed_in(MANAGER).post(list, &sent).status, 403);
    assert_eq!(app.signed_in(READER).get(list).status, 403);
    assert_eq!(app.audit_length(), before);
}
