//! Year wheels: made from the model and from last year, changed, held against the level above and
//! the law, and read by everyone.

use crate::kit::{Browser, FOUNDER, TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";
const MANAGER: &str = "Amira Lindqvist";
const ABOVE: &str = "Lena Holm";
const READER: &str = "Ingrid Malm";

fn wheel(unit: &str, year: i16) -> String {
    format!("/arshjul/{}/{year}", id("org", unit))
}

fn step(word: &str) -> String {
    format!("/arshjul/steg/{}", id("wheel_step", word))
}

#[track_caller]
fn says(browser: &Browser, all: &[&str]) {
    for words in all {
        assert!(browser.page().says(words), "{words}: {}", browser.page().text());
    }
}

/// A table's rows without its header.
fn rows(browser: &Browser, caption: &str) -> Vec<Vec<String>> {
    browser.page().table(caption).into_iter().skip(1).collect()
}

/// What a form carries without showing it.
fn hidden(browser: &Browser, name: &str) -> String {
    let html = browser.reply().text();
    let (_, rest) = html.split_once(&format!("name=\"{name}\" value=\"")).expect("it is there");
    rest.split('"').next().expect("it ends").to_owned()
}

#[test]
fn a_unit_sees_its_year_with_what_the_levels_above_do() {
    let app = TestApp::new();
    let mut browser = app.signed_in(MANAGER);
    browser.open(&wheel("skargardens-forskolor", 2026)).within_budget(30);
    says(&browser, &["Årshjul 2026", "Månadsuppföljning", "rör 2027", "Utbildningsnämnden"]);
    assert!(!browser.page().says("passar inte med nivån ovanför"));
    let table = browser.page().table("Stegen i hjulet, nivå för nivå");
    let own = |row: &&Vec<String>| row[1] == "Skärgårdens förskolor";
    assert_eq!(table.iter().filter(own).filter(|row| row[0] == "Månadsuppföljning").count(), 8);
    assert!(table.iter().any(|row| row[1] == "Kommunfullmäktige"), "{table:?}");
}

#[test]
fn a_plan_later_than_the_committee_needs_it_is_explained_with_both_days() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ABOVE);
    browser.open(&wheel("utbildningsforvaltningen", 2026)).within_budget(30);
    let told = "Utbildningsnämnden behöver er plan 15\u{a0}oktober, ni har satt 20\u{a0}oktober.";
    says(&browser, &["Ett steg passar inte med nivån ovanför", told]);
    let plan = format!("{}/andra", step("utbildningsforvaltningen/2026/plan"));
    browser.open(&plan).fill("Sista dagen", "2026-10-14").press("Spara steget");
    browser.open(&wheel("utbildningsforvaltningen", 2026));
    assert!(!browser.page().says("passar inte med nivån ovanför"));
}

#[test]
fn the_committee_sees_who_below_answers_in_time() {
    let app = TestApp::new();
    let mut browser = app.signed_in(READER);
    browser.open(&step("utbildningsnamnden/2026/plan")).within_budget(30);
    says(&browser, &["1 av 4 har ett steg", "För sent"]);
    let table = browser.page().table("Nivån under");
    let office = table.iter().find(|row| row[0] == "Utbildningsförvaltningen").unwrap();
    assert!(office[1].contains("20 oktober"), "{table:?}");
}

#[test]
fn next_years_wheel_is_this_years_moved_and_can_be_taken_back() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ABOVE);
    let address = wheel("centrums-forskolor", 2027);
    browser.open(&address).follow("Gör årshjul 2027").within_budget(30);
    let offered = browser.page().table("Föreslagna steg");
    let february = offered.iter().find(|row| row[0].starts_with("Månadsuppföljning")).unwrap();
    assert_eq!(february[1], "fredag 13 februari", "{february:?}");
    assert!(february[2].starts_with("fredag 12 februari"), "{february:?}");
    let before = app.audit_length();
    browser.press("Spara hjulet");
    assert_eq!(app.audit_length(), before + 2, "the wheel, and its steps");
    says(&browser, &["Lena Holm har gjort hjulet med", "Inget är ändrat"]);
    let again = browser.post(&address, &[("fran", "forra")]);
    assert_eq!((again.status.as_u16(), app.audit_length()), (303, before + 2), "sent twice");
    browser.open(&address).press("Ångra hela hjulet");
    says(&browser, &["Inget årshjul för 2027"]);
}

#[test]
fn a_wheel_that_somebody_has_worked_on_is_not_taken_back() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ABOVE);
    let address = wheel("centrums-forskolor", 2027);
    browser.open(&format!("{address}/nytt")).press("Spara hjulet");
    app.clock().advance_secs(60);
    browser.follow("Lägg till ett steg").fill("Vad som görs", "Utvecklingsdag");
    browser.fill("Sista dagen", "2027-08-16").press("Spara steget");
    says(&browser, &["Utvecklingsdag"]);
    assert!(!browser.buttons().contains(&"Ångra hela hjulet".to_owned()));
    let reply = browser.post(&format!("{address}/angra"), &[]);
    assert_eq!(reply.status, 422);
    browser.open(&address);
    says(&browser, &["Utvecklingsdag"]);
}

#[test]
fn only_what_is_ticked_is_kept() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    let address = wheel("kommunfullmaktige", 2028);
    browser.open(&format!("{address}/nytt?fran=modell"));
    browser.untick("Delårsbokslut med uppföljning och analys").press("Spara hjulet");
    says(&browser, &["Årsredovisning med uppföljning", "Hjulet stämmer inte med lagen"]);
    says(
        &browser,
        &["Delårsrapporten lämnas till fullmäktige och revisorer: senast 31\u{a0}oktober"],
    );
}

#[test]
fn what_is_not_proposed_any_more_is_shown_again_instead_of_kept() {
    let app = TestApp::new();
    let mut browser = app.signed_in(MANAGER);
    let address = wheel("skargardens-forskolor", 2028);
    let before = app.audit_length();
    for fields in
        [[("fran", "forra"), ("steg", "forra:borta")], [("fran", "modell"), ("steg", "x")]]
    {
        let reply = browser.post(&address, &fields);
        assert_eq!((reply.status.as_u16(), app.audit_length()), (422, before));
        assert!(reply.text().contains("Förslaget har ändrats"));
    }
}

#[test]
fn bad_days_are_refused_at_their_field_with_everything_typed_kept() {
    let app = TestApp::new();
    let mut browser = app.signed_in(MANAGER);
    let before = app.audit_length();
    let address = format!("{}/steg", wheel("skargardens-forskolor", 2026));
    for (field, typed, told) in [
        ("Sista dagen", "2026-02-31", "Skriv ett datum"),
        ("Sista dagen", "9999-12-31", "Sista dagen ska ligga i 2026"),
        ("Sista dagen", "", "Skriv ett datum"),
        ("Börjar", "2026-09-02", "Steget börjar efter sin sista dag"),
        ("Börjar", "1990-01-01", "Steget kan börja högst ett år"),
        ("Underlag behövs senast", "2026-12-24", "Underlaget behövs efter"),
    ] {
        browser.open(&address).fill("Vad som görs", "Hösten").fill("Sista dagen", "2026-09-01");
        browser.fill(field, typed).press("Spara steget");
        assert_eq!(browser.status(), 422, "{field} {typed}");
        assert!(
            browser.page().problems().iter().any(|one| one.contains(told)),
            "{field} {typed}: {:?}",
            browser.page().problems()
        );
        assert_eq!(browser.value("Vad som görs"), "Hösten");
    }
    browser.open(&address).fill("Vad som görs", "Sist").fill("Sista dagen", "2026-08-28");
    browser.pick("Så flyttas dagen nästa år", "Månadens sista vardag").press("Spara steget");
    let told = "Med den regeln blir dagen måndag 31 augusti";
    assert!(browser.page().problems().iter().any(|one| one.contains(told)));
    assert_eq!(app.audit_length(), before, "a refused form leaves nothing");
}

#[test]
fn hostile_forms_are_refused() {
    let app = TestApp::new();
    let mut browser = app.signed_in(MANAGER);
    let before = app.audit_length();
    let address = format!("{}/steg", wheel("skargardens-forskolor", 2026));
    let long = "a".repeat(1_000_000);
    let whole = [
        ("titel", "Steg"),
        ("slag", "plan"),
        ("klart", "2026-09-01"),
        ("regel", "nearest"),
        ("ar", "2026"),
        ("dokument", ""),
        ("anvisningar", ""),
    ];
    for (field, value) in [
        ("titel", long.as_str()),
        ("anvisningar", &long),
        ("slag", "annat"),
        ("regel", "nearest 13 45 9"),
        ("ar", "9999"),
        ("ar", "2040"),
        ("dokument", "finns-inte"),
        ("klart", "<script>"),
    ] {
        let fields: Vec<(&str, &str)> = whole
            .iter()
            .map(|(name, usual)| (*name, if *name == field { value } else { *usual }))
            .collect();
        let reply = browser.post(&address, &fields);
        assert_eq!(reply.status, 422, "{field}");
    }
    assert_eq!(app.audit_length(), before);
    for address in ["/arshjul/x/2026", "/arshjul/x/x", "/arshjul/steg/x", "/arshjul?ar=x"] {
        assert_eq!(browser.get(address).status, 404, "{address}");
    }
}

#[test]
fn two_who_change_the_same_step_see_both_texts() {
    let app = TestApp::new();
    let plan = format!("{}/andra", step("skargardens-forskolor/2026/plan"));
    let (mut amira, mut lena) = (app.signed_in(MANAGER), app.signed_in(ABOVE));
    amira.open(&plan);
    lena.open(&plan).fill("Vad som görs", "Planen till Lena").press("Spara steget");
    amira.fill("Vad som görs", "Planen till nämnden").press("Spara steget");
    assert_eq!(amira.status(), 409);
    says(&amira, &["Planen till Lena"]);
    assert_eq!(amira.value("Vad som görs"), "Planen till nämnden");
    amira.press("Spara steget");
    says(&amira, &["Planen till nämnden"]);
    let before = app.audit_length();
    lena.open(&plan).press("Spara steget");
    assert_eq!(app.audit_length(), before, "the same again is no change");
}

#[test]
fn a_step_taken_away_is_put_back_by_those_who_plan() {
    let app = TestApp::new();
    let address = step("skargardens-forskolor/2026/workplan");
    let mut browser = app.signed_in(MANAGER);
    browser.open(&address).press("Ta bort steget");
    says(&browser, &["Steget är borttaget ur hjulet"]);
    assert_eq!(app.signed_in(READER).get(&address).status, 404, "gone for others");
    browser.press("Lägg tillbaka steget");
    says(&browser, &["Enheterna beslutar om arbetsplaner"]);
    assert_eq!(app.signed_in(READER).get(&address).status, 200);
}

#[test]
fn instructions_travel_with_the_step_to_those_who_plan() {
    let app = TestApp::new();
    let mut browser = app.signed_in(MANAGER);
    browser.open("/planera").within_budget(30);
    says(&browser, &["Direktiv och anvisningar", "Räkna med två procent i löner"]);
    says(&browser, &["Nämnden vill ha förvaltningens förslag en vecka före"]);
    let mut controller = app.signed_in(CONTROLLER);
    let directive = format!("{}/andra", step("kommunstyrelsen/2026/directive"));
    controller.open(&directive).fill("Direktiv och anvisningar", "Bara tre mål per nämnd.");
    controller.press("Spara steget");
    browser.open("/planera");
    says(&browser, &["Bara tre mål per nämnd."]);
    browser.open(&wheel("skargardens-forskolor", 2026));
    says(&browser, &["Bara tre mål per nämnd."]);
}

#[test]
fn the_law_is_told_with_where_it_is_written_and_how_long_is_left() {
    let app = TestApp::new();
    let mut browser = app.signed_in(READER);
    browser.open(&wheel("kommunfullmaktige", 2026)).within_budget(30);
    says(
        &browser,
        &[
            "kommunallagen (2017:725) 11 kap. 20 §",
            "kommunallagen (2017:725) 11 kap. 10 §",
            "om 97 dagar",
            "Dagen är ledig (alla helgons dag). Sista arbetsdagen före är 30\u{a0}oktober.",
            "2026 är valår",
        ],
    );
    assert!(!browser.page().says("Hjulet stämmer inte med lagen"));
}

#[test]
fn everyone_sees_the_way_to_their_own_wheel_and_whom_to_ask() {
    let app = TestApp::new();
    let mut browser = app.signed_in(MANAGER);
    browser.open("/arshjul").within_budget(30);
    let way: Vec<String> =
        browser.page().table("Vägen till dig").into_iter().map(|row| row[0].clone()).collect();
    assert!(way[1].starts_with("Kommunfullmäktige"), "{way:?}");
    assert!(way[2].starts_with("Kommunstyrelsen"), "{way:?}");
    assert_eq!(way.last().unwrap(), "Skärgårdens förskolor");
    let under = id("org", "utbildningsforvaltningen");
    browser.open(&format!("/arshjul?ar=2027&enhet={under}")).within_budget(30);
    let table = browser.page().table("Under Utbildningsförvaltningen");
    assert!(table.iter().any(|row| row[3].contains("Inget hjul")), "{table:?}");
    let committees = format!("/arshjul?ar=2026&enhet={}", id("org", "utbildningsnamnden"));
    browser.open(&committees);
    let table = browser.page().table("Under Utbildningsnämnden");
    assert!(table.iter().any(|row| row[3].contains("En krock")), "{table:?}");
}

#[test]
fn the_first_page_reads_the_same_wheel() {
    let app = TestApp::new();
    let mut lena = app.signed_in(ABOVE);
    let survey = wheel("skargardens-forskolor", 2026);
    lena.open(&format!("{survey}/steg")).fill("Vad som görs", "Höstens utvecklingsdag");
    lena.fill("Sista dagen", "2026-08-27").press("Spara steget");
    let mut amira = app.signed_in(MANAGER);
    amira.open("/").within_budget(30);
    says(&amira, &["Höstens utvecklingsdag", "27 aug"]);
}

#[test]
fn a_round_takes_its_days_from_the_step_of_the_wheel() {
    let app = TestApp::new();
    let mut browser = app.signed_in(CONTROLLER);
    browser.open("/folja-upp/ny");
    says(&browser, &["Från årshjulet"]);
    let council = step("kommunfullmaktige/2026/followup_part");
    browser.open(&council).follow("Öppna en uppföljning");
    assert_eq!(browser.value("Lämnas"), "2026-10-19");
    assert_eq!(browser.value("Öppnar"), "2026-08-10");
    let not_followed_up = id("wheel_step", "kommunfullmaktige/2026/budget");
    assert_eq!(browser.get(&format!("/folja-upp/ny?steg={not_followed_up}")).status, 404);
}

#[test]
fn a_founded_municipality_makes_its_first_wheel_from_the_model_that_holds_from_then() {
    let app =
        TestApp::founded("Provköping", include_str!("../../../../presets/alingsas-2020.yaml"));
    let mut browser = app.signed_in(FOUNDER);
    let top = app.structure().organisation.roots()[0];
    browser.open("/").open("/arshjul").follow("Kommunfullmäktige");
    says(&browser, &["Inget årshjul för 2026"]);
    browser.open(&format!("/arshjul/{top}/2026/nytt"));
    says(&browser, &["Styrmodellen gäller från", "Rör 2025, innan styrmodellen började gälla"]);
    browser.press("Spara hjulet");
    says(&browser, &["Kommunfullmäktige beslutar om flerårsstrategin"]);
    let links = browser.page().links();
    let told = links.iter().any(|(words, _)| words == "Årsredovisning");
    assert!(!told, "about a year before the model held: {links:?}");
}

#[test]
fn a_municipality_without_wheels_has_a_first_page_and_a_way_to_begin() {
    let app = TestApp::empty();
    let mut browser = app.signed_in(CONTROLLER);
    browser.open("/").within_budget(30);
    browser.follow("Hela årshjulet");
    says(&browser, &["Inget årshjul för 2026"]);
}

#[test]
fn the_steps_of_the_ring_lead_to_their_lines_in_the_list() {
    let app = TestApp::new();
    let mut browser = app.signed_in(MANAGER);
    browser.open(&wheel("skargardens-forskolor", 2026));
    let html = browser.reply().text();
    let plan = id("wheel_step", "skargardens-forskolor/2026/plan").replace('-', "");
    assert!(html.contains(&format!("<li id=\"steg-{plan}\"")), "the line");
    let (_, link) = html.split_once(&format!("<a href=\"#steg-{plan}\" ")).expect("the segment");
    let name = link.split('>').next().expect("a name");
    assert!(name.contains("oktober") && !name.contains("tabindex"), "{name}");
    let above = step("utbildningsnamnden/2026/plan").replace('-', "");
    let (_, link) = html.split_once(&format!("<a href=\"{above}\" aria-label")).expect("above");
    let name = link.split('>').next().expect("a name");
    assert!(name.contains("Utbildningsnämnden") && name.contains("tabindex=\"-1\""), "{name}");
}

#[test]
fn the_poster_is_a_file_with_the_rings_and_the_steps() {
    let app = TestApp::new();
    let mut browser = app.signed_in(READER);
    let address = format!("{}/affisch", wheel("skargardens-forskolor", 2026));
    browser.open(&address);
    let links = browser.page().links();
    let pdf = links.iter().find(|(words, _)| words == "Hämta som PDF, A3").expect("the way");
    let reply = browser.get(&pdf.1.clone());
    assert_eq!(reply.status, 200);
    #[cfg(feature = "pdf")]
    assert!(reply.body.starts_with(b"%PDF-1.7"), "a file");
    #[cfg(not(feature = "pdf"))]
    assert!(reply.text().contains("Årshjul 2026"));
}

#[test]
fn the_wheels_of_all_below_are_looked_through_made_and_taken_back_in_one_step() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ABOVE);
    browser.open(&wheel("centralskolan", 2026)).follow("Lägg till ett steg");
    browser.fill("Vad som görs", "Vårens prov").fill("Sista dagen", "2026-05-07");
    browser.press("Spara steget");
    let address = wheel("utbildningsforvaltningen", 2027);
    browser.open(&address).follow("Gör hjulen för alla under").within_budget(30);
    let table = rows(&browser, "Hjulen som görs");
    let row = |name: &str| table.iter().find(|row| row[0].starts_with(name));
    assert_eq!(row("Centrums förskolor").unwrap()[1], "Hjulet 2026", "{table:?}");
    assert_eq!(row("Skärgårdens förskolor"), None, "has a wheel");
    let told = "Vårens prov: 5 maj, före Kristi himmelsfärds dag";
    assert!(row("Centralskolan").unwrap()[3].contains(told), "{table:?}");
    let told = "8 oktober, då Utbildningsförvaltningen behöver det";
    assert!(row("Centralskolan").unwrap()[3].contains(told), "{table:?}");
    assert!(table.iter().all(|row| row[4].contains("Passar ihop")), "{table:?}");
    let before = app.audit_length();
    browser.untick("Centrums förskolor").press("Gör hjulen");
    let made = table.len() - 1;
    assert_eq!(app.audit_length(), before + 2 * i64::try_from(made).unwrap());
    says(&browser, &[&format!("Lena Holm har gjort {made} hjul här")]);
    assert_eq!(rows(&browser, "Hjulen som görs").len(), 1);
    browser.open(&wheel("centralskolan", 2027));
    says(&browser, &["Stegen månad för månad"]);
    browser.open(&format!("{address}/under")).press("Ångra hjulen");
    assert_eq!(rows(&browser, "Hjulen som görs").len(), table.len());
    browser.open(&wheel("centralskolan", 2027));
    says(&browser, &["Inget årshjul för 2027"]);
}

#[test]
fn a_wheel_that_has_been_worked_on_stays_when_the_others_are_taken_back() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ABOVE);
    let under = format!("{}/under", wheel("utbildningsforvaltningen", 2027));
    browser.open(&under).press("Gör hjulen");
    app.clock().advance_secs(60);
    browser.open(&wheel("centralskolan", 2027)).follow("Lägg till ett steg");
    browser.fill("Vad som görs", "Utvecklingsdag").fill("Sista dagen", "2027-08-16");
    browser.press("Spara steget");
    browser.open(&under).press("Ångra hjulen");
    let left = rows(&browser, "Hjulen som görs");
    assert!(!left.is_empty() && left.iter().all(|row| !row[0].starts_with("Centralskolan")));
    browser.open(&wheel("centralskolan", 2027));
    says(&browser, &["Utvecklingsdag"]);
}

#[test]
fn what_is_made_below_is_what_was_looked_at_and_sent_twice_is_made_once() {
    let app = TestApp::new();
    let mut browser = app.signed_in(ABOVE);
    let under = format!("{}/under", wheel("utbildningsforvaltningen", 2027));
    browser.open(&under);
    let (before, print) = (app.audit_length(), hidden(&browser, "avtryck"));
    let unit = id("org", "centralskolan");
    for fields in [
        vec![("avtryck", "annat"), ("enhet", unit.as_str())],
        vec![("avtryck", print.as_str())],
        vec![("avtryck", print.as_str()), ("enhet", "<script>")],
    ] {
        let reply = browser.post(&under, &fields);
        assert_eq!((reply.status.as_u16(), app.audit_length()), (422, before), "{fields:?}");
    }
    let fields = [("avtryck", print.as_str()), ("enhet", unit.as_str())];
    for _ in 0..2 {
        let reply = browser.post(&under, &fields);
        assert_eq!((reply.status.as_u16(), app.audit_length()), (303, before + 2));
    }
    let elsewhere = id("org", "socialforvaltningen");
    browser.open(&under);
    let print = hidden(&browser, "avtryck");
    let fields = [("avtryck", print.as_str()), ("enhet", elsewhere.as_str())];
    assert_eq!(browser.post(&under, &fields).status.as_u16(), 422);
    assert_eq!(app.audit_length(), before + 2, "nothing outside is made");
}

#[test]
fn the_step_of_a_report_lists_the_assignments_that_shall_be_answered_in_it() {
    let app = TestApp::new();
    let mut browser = app.signed_in(READER);
    browser.open(&step("kommunfullmaktige/2026/followup_part")).within_budget(30);
    let table = rows(&browser, "Uppdrag som ska redovisas här");
    let has = |title: &str| table.iter().any(|row| row[0] == title);
    assert!(has("Minska barngruppernas storlek") && has("Ett bygglov på fyra veckor"), "{table:?}");
    assert!(!has("Snabbare åtgärder av enskilda avlopp"), "in the annual report: {table:?}");
    browser.open(&step("utbildningsnamnden/2026/followup_part"));
    let table = rows(&browser, "Uppdrag som ska redovisas här");
    assert!(table.iter().all(|row| row[1] == "Utbildningsnämnden"), "{table:?}");
    browser.open(&step("utbildningsnamnden/2026/plan"));
    assert!(!browser.page().says("Uppdrag som ska redovisas här"), "a plan answers nothing");
}
