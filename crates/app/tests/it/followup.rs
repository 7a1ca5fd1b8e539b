//! Following up: the whole way of an account from the first question to approval, and what happens
//! when two meet on the way.

use app::assessment::store::{
    Assessment, AssessmentKind, keep_assessment, of_element, status_of, withdraw_assessments,
};
use app::demo::id_of;
use app::followup::store;
use domain::followup::Round;
use domain::fulfilment::{Fulfilment, Stage};
use domain::ids::{ElementId, OrgUnitId};
use http::Method;
use jiff::civil::date;
use serde_json::{Value, json};

use crate::kit::{Browser, Reply, Sending, TestApp, id};

pub(crate) const UNIT: &str = "skargardens-forskolor";

pub(crate) fn account() -> String {
    format!("/folja-upp/{}", id("follow_up", UNIT))
}

pub(crate) fn part(about: &str) -> String {
    format!("{}/del/{}", account(), id("part", &format!("{UNIT}/{about}")))
}

pub(crate) fn draft(about: &str) -> String {
    format!("/folja-upp/del/{}", id("part", &format!("{UNIT}/{about}")))
}

pub(crate) fn autosave(
    browser: &mut Browser,
    about: &str,
    version: i64,
    field: &str,
    value: &Value,
) -> (u16, Value) {
    let body = json!({ "field": field, "value": value }).to_string();
    let version = format!("\"{version}\"");
    let reply: Reply = browser.send(
        &Method::PATCH,
        &draft(about),
        &[("if-match", &version)],
        Some(Sending::Json(body)),
    );
    (reply.status.as_u16(), serde_json::from_str(&reply.text()).unwrap())
}

/// The version of the account that the page shows.
pub(crate) fn shown_version(browser: &Browser) -> String {
    let page = browser.reply().text();
    let (_, rest) = page.split_once("name=\"version\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

/// What the org unit itself is said to have judged of an element: what came out of a goal, what is
/// expected of a measure.
pub(crate) fn own_judgements(app: &TestApp, element: &str) -> usize {
    let id = id_of::<ElementId>("element", element);
    let judged = app.reading(|tx| of_element(tx, id));
    let is_measure = app.structure().measure(id).is_some();
    let kind = if is_measure { AssessmentKind::Forecast } else { AssessmentKind::Outcome };
    let place = (Stage::Own, id_of::<OrgUnitId>("org", UNIT), kind);
    judged.iter().filter(|one| (one.stage, one.org_unit, one.kind) == place).count()
}

/// Answers what is left and comes to the review.
pub(crate) fn finish(browser: &mut Browser) {
    browser.open(&part("sjukfranvaro")).press("Klar, nästa del");
    assert_eq!(browser.page().heading(), "Trygga vårdnadshavare sjunker. Vad beror det på?");
    browser.choose("Byten av personal").choose("Nej").press("Klar, nästa del");
    browser.fill("Vad beror förseningen på?", "Materialet blev klart efter sommaren.").choose("Ja");
    browser.press("Klar, nästa del");
    assert_eq!(browser.page().heading(), "Vad är viktigast att veta?");
    browser.press("Klar, nästa del");
    assert_eq!(browser.page().heading(), "Granska och lämna");
}

pub(crate) fn hand_in(browser: &mut Browser) {
    finish(browser);
    browser.press("Lämna rapporten");
    assert_eq!(browser.page().heading(), "Tack");
}

#[test]
fn a_manager_reports_hands_in_mends_and_is_approved() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.open("/folja-upp").within_budget(30);
    assert!(amira.page().says("12 av 16 delar är klara."));
    amira.follow("Sjukfrånvaro").within_budget(30);
    assert_eq!(amira.page().heading(), "Sjukfrånvaro stiger. Vad beror det på?");
    assert!(amira.page().says("Så skrev du i april:"));
    assert!(amira.page().says("Förslag: Nej."));
    amira.press("Lägg till en åtgärd");
    amira.fill("Vad ska göras?", "Anställa en öppningsvikarie").fill("Klar senast", "2026-10-15");
    amira.press("Spara åtgärden");
    assert!(amira.page().says("Anställa en öppningsvikarie"));
    hand_in(&mut amira);
    assert!(amira.page().says("Rapporten är lämnad 25 augusti 09.14."));
    let judged = app.reading(|tx| of_element(tx, id_of::<ElementId>("element", "sjukfranvaro")));
    let own = judged
        .iter()
        .find(|one| one.stage == Stage::Own && one.kind == AssessmentKind::Forecast)
        .unwrap();
    assert_eq!((own.level, own.proposed), (Fulfilment::NotAchieved, Some(Fulfilment::NotAchieved)));
    assert_eq!(own.person_name, "Amira Lindqvist");

    let mut lena = app.signed_in("Lena Holm");
    lena.open("/folja-upp").within_budget(30).follow("Skärgårdens förskolor").within_budget(30);
    assert!(lena.page().says("Amira Lindqvist lämnade rapporten"));
    let back = format!("{}/ater", part("trygga-vardnadshavare"));
    assert_eq!(lena.post(&back, &[("kommentar", " ")]).status.as_u16(), 422);
    let comment = ("kommentar", "Vilka grupper gäller det?");
    assert_eq!(lena.post(&back, &[comment]).status.as_u16(), 409);
    let version = shown_version(&lena);
    assert_eq!(lena.post(&back, &[comment, ("version", &version)]).status.as_u16(), 303);

    amira.open(&account());
    assert!(amira.page().says("15 av 16 delar är klara."));
    amira.follow("Trygga vårdnadshavare");
    assert!(amira.page().says("Lena Holm skickade tillbaka den här delen"));
    assert!(amira.page().says("Vilka grupper gäller det?"));
    amira.fill("Din förklaring", "Det gäller de två största grupperna.").press("Klar, nästa del");
    amira.press("Lämna rapporten");
    assert_eq!(amira.page().heading(), "Tack");

    lena.open(&account()).press("Godkänn rapporten");
    assert!(lena.page().says("Lena Holm godkände rapporten"));
    assert!(lena.page().says("Det gäller de två största grupperna."));
}

#[test]
fn the_committee_reads_what_is_handed_in_with_its_origin_and_nothing_else() {
    let app = TestApp::new();
    let committee = format!("/folja-upp/namnd/{}", id("org", "utbildningsnamnden"));
    let mut elected = app.signed_in("Yvonne Strand");
    elected.open(&committee).within_budget(30);
    let words = "Tryggheten har ändå sjunkit, mest där vi har vakanser.";
    assert!(!elected.page().says(words));
    assert_eq!(elected.get(&account()).status.as_u16(), 404);
    hand_in(&mut app.signed_in("Amira Lindqvist"));
    elected.open(&committee);
    assert!(elected.page().says(words));
    assert!(elected.page().says("Skärgårdens förskolor, Amira Lindqvist"));
    elected.open(&account());
    assert_eq!(elected.page().heading(), "Skärgårdens förskolor");
    assert!(!elected.buttons().iter().any(|button| button.contains("Godkänn")));
}

#[test]
fn a_bodys_page_says_the_same_to_all_but_links_only_what_the_visitor_may_open() {
    let app = TestApp::new();
    hand_in(&mut app.signed_in("Amira Lindqvist"));
    let mut other = app.signed_in("Britt-Marie Skog");
    assert_eq!(other.get(&account()).status.as_u16(), 404);
    other.open(&format!("/folja-upp/namnd/{}", id("org", "utbildningsnamnden"))).within_budget(30);
    assert!(other.page().says("Tryggheten har ändå sjunkit, mest där vi har vakanser."));
    assert!(!other.reply().text().contains(&account()));
}

#[test]
fn what_is_left_stops_the_account_and_is_named() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    let before = app.audit_length();
    amira.open(&format!("{}/granska", account())).press("Lämna rapporten");
    assert_eq!(amira.status(), 422);
    assert_eq!(
        amira.page().problems(),
        [
            "Sjukfrånvaro är inte klar",
            "Trygga vårdnadshavare är inte klar",
            "Gemensam introduktion för vikarier är inte klar",
            "Sammanfattning är inte klar",
        ]
    );
    assert_eq!(app.audit_length(), before);
}

#[test]
fn a_part_that_is_emptied_after_it_was_done_is_left_again() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    finish(&mut amira);
    let about = "akt-gemensam-introduktion-for-vikarier";
    let kept = app.reading(|tx| store::part(tx, id_of("part", &format!("{UNIT}/{about}"))));
    let version = kept.unwrap().text_version;
    assert_eq!(autosave(&mut amira, about, version, "text", &json!("")).0, 200);
    amira.open(&account());
    assert!(amira.page().says("15 av 16 delar är klara."));
    amira.open(&format!("{}/granska", account())).press("Lämna rapporten");
    assert_eq!(amira.status(), 422);
    assert_eq!(amira.page().problems(), ["Gemensam introduktion för vikarier är inte klar"]);
}

#[test]
fn an_answer_that_is_not_enough_keeps_what_was_typed() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.open(&part("trygga-vardnadshavare")).press("Klar, nästa del");
    assert_eq!(amira.status(), 422);
    assert_eq!(amira.page().problems(), ["Välj en orsak eller skriv några ord", "Välj ett svar"]);
    let long = "å".repeat(602);
    amira.fill("Din förklaring", &long).choose("Delvis").press("Klar, nästa del");
    assert_eq!(
        amira.page().problems(),
        ["Ta bort 2 tecken", "Skriv varför du bedömer annorlunda än förslaget"]
    );
    assert_eq!(amira.value("Din förklaring"), long);
}

#[test]
fn the_earlier_text_can_be_used_without_a_script() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.open(&part("trygga-vardnadshavare")).press("Använd texten");
    assert_eq!(
        amira.value("Din förklaring"),
        "Enkäten är inte klar. Vid samtalen är familjerna nöjda men undrar över de nya grupperna."
    );
}

#[test]
fn writing_is_saved_field_by_field() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    let about = "trygga-vardnadshavare";
    let (status, saved) = autosave(&mut amira, about, 1, "text", &json!("Två vikarier slutade."));
    assert_eq!(
        (status, &saved["version"], &saved["saved_at"]),
        (200, &json!("2"), &json!("09.14"))
    );
    let (status, saved) = autosave(&mut amira, about, 1, "orsak", &json!(["Nya grupper"]));
    assert_eq!((status, &saved["version"]), (200, &json!("2")));
    let (status, saved) = autosave(&mut amira, about, 2, "bedomning", &json!("partly"));
    assert_eq!((status, &saved["version"]), (200, &json!("3")));
    assert_eq!(autosave(&mut amira, about, 1, "skal", &json!("Det vänder i höst.")).0, 200);
    amira.open(&part(about));
    assert_eq!(amira.value("Din förklaring"), "Två vikarier slutade.");
    assert!(amira.page().says("Sparat 09.14"));
}

#[test]
fn two_who_write_the_same_text_are_both_shown() {
    let app = TestApp::new();
    let about = "trygga-vardnadshavare";
    let (mut amira, mut sofia) =
        (app.signed_in("Amira Lindqvist"), app.signed_in("Sofia Bergkvist"));
    amira.open(&part(about));
    sofia.open(&part(about));
    assert_eq!(autosave(&mut sofia, about, 1, "text", &json!("Sofias text.")).0, 200);
    let (status, other) = autosave(&mut amira, about, 1, "text", &json!("Amiras text."));
    assert_eq!(status, 409);
    assert_eq!(
        (&other["theirs"], &other["theirs_by"], &other["version"]),
        (&json!("Sofias text."), &json!("Sofia Bergkvist"), &json!("2"))
    );
    amira.fill("Din förklaring", "Amiras text.").choose("Nej").press("Klar, nästa del");
    assert_eq!(amira.status(), 409);
    assert!(amira.page().says("Sofia Bergkvist ändrade medan du skrev"));
    assert!(amira.page().says("Sofias text."));
    assert_eq!(amira.value("Din förklaring"), "Amiras text.");
    amira.press("Klar, nästa del");
    assert_eq!(amira.status(), 200);
}

#[test]
fn pressing_hand_in_twice_is_explained_and_hands_in_once() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    hand_in(&mut amira);
    let before = app.audit_length();
    let again = amira.post(&format!("{}/lamna", account()), &[("version", "1")]);
    assert_eq!(again.status.as_u16(), 409);
    assert!(again.text().contains("Rapporten är redan lämnad"));
    assert_eq!(app.audit_length(), before);
}

#[test]
fn what_is_handed_in_is_not_written_over() {
    let app = TestApp::new();
    let mut sofia = app.signed_in("Sofia Bergkvist");
    sofia.open(&part("sjukfranvaro"));
    hand_in(&mut app.signed_in("Amira Lindqvist"));
    let (status, other) = autosave(&mut sofia, "sjukfranvaro", 2, "text", &json!("För sent."));
    assert_eq!(status, 422, "a lock is no conflict: there is nothing to choose");
    assert!(other["message"].as_str().unwrap().starts_with("Rapporten är redan lämnad."));
    sofia.fill("Din förklaring", "Det jag skrev.").press("Klar, nästa del");
    assert_eq!(sofia.status(), 409);
    assert!(sofia.page().says("Rapporten är redan lämnad"));
    assert_eq!(sofia.value("Din förklaring"), "Det jag skrev.");
}

#[test]
fn a_handed_in_account_can_be_taken_back_while_the_round_is_open() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    hand_in(&mut amira);
    let mut lena = app.signed_in("Lena Holm");
    lena.open(&account());
    amira.press("Ångra inlämning");
    assert!(amira.page().says("16 av 16 delar är klara."));
    lena.press("Godkänn rapporten");
    assert_eq!(lena.status(), 409);
    assert_eq!(lena.page().heading(), "Rapporten är inte lämnad");
    amira.open(&format!("{}/granska", account())).press("Lämna rapporten");
    app.clock().set(date(2026, 9, 14).at(8, 0, 0, 0));
    let mut later = app.signed_in("Amira Lindqvist");
    later.open(&format!("{}/kvitto", account()));
    assert!(!later.buttons().iter().any(|button| button == "Ångra inlämning"));
    let reply = later.post(&format!("{}/angra", account()), &[]);
    assert_eq!(reply.status.as_u16(), 409);
    assert!(reply.text().contains("Den är stängd sedan 14 september."));
}

/// The grade that lists show.
fn grade(app: &TestApp, element: ElementId) -> Fulfilment {
    let grades = app.reading(|tx| status_of(tx, [element]));
    grades.get(&element).map_or(Fulfilment::NotAssessed, |(grade, _)| *grade)
}

#[test]
fn a_judgement_is_public_only_while_its_account_is_handed_in() {
    let app = TestApp::new();
    let goal = "em-skargardens-forskolor";
    let shown = || grade(&app, id_of("element", goal));
    let mut amira = app.signed_in("Amira Lindqvist");
    hand_in(&mut amira);
    assert_eq!((own_judgements(&app, goal), own_judgements(&app, "sjukfranvaro")), (1, 1));
    assert_eq!(shown(), Fulfilment::Partly);
    amira.press("Ångra inlämning");
    assert_eq!((own_judgements(&app, goal), own_judgements(&app, "sjukfranvaro")), (0, 0));
    assert_eq!(shown(), Fulfilment::NotAssessed);
    amira.open(&format!("{}/granska", account())).press("Lämna rapporten");
    assert_eq!((own_judgements(&app, goal), shown()), (1, Fulfilment::Partly));
    let mut lena = app.signed_in("Lena Holm");
    lena.open(&account());
    let version = shown_version(&lena);
    let fields = [("kommentar", "Vilka grupper?"), ("version", &*version)];
    let back = format!("{}/ater", part("trygga-vardnadshavare"));
    assert_eq!(lena.post(&back, &fields).status.as_u16(), 303);
    assert_eq!((own_judgements(&app, goal), own_judgements(&app, "sjukfranvaro")), (0, 0));
    assert_eq!(shown(), Fulfilment::NotAssessed);
}

#[test]
fn lists_show_the_judgement_of_the_latest_period_whatever_its_length() {
    let app = TestApp::new();
    let element: ElementId = id_of("element", "em-skargardens-forskolor");
    let judge = |period: &str, level| {
        let judged = Assessment {
            scale_level: String::new(),
            id: app.app().new_id(),
            element,
            org_unit: id_of("org", UNIT),
            period: period.parse().unwrap(),
            kind: AssessmentKind::Outcome,
            stage: Stage::Own,
            level,
            proposed: None,
            reason: String::new(),
            person: None,
            person_name: String::new(),
            at: 1,
            version: 1,
        };
        app.writing(move |tx| keep_assessment(tx, &judged));
        grade(&app, element)
    };
    assert_eq!(judge("2027-T1", Fulfilment::Achieved), Fulfilment::Achieved);
    assert_eq!(judge("2027-12", Fulfilment::NotAchieved), Fulfilment::NotAchieved);
    assert_eq!(judge("2027-T2", Fulfilment::Achieved), Fulfilment::NotAchieved);
    app.writing(move |tx| {
        let period = "2027-12".parse().unwrap();
        let judged = [(element, AssessmentKind::Outcome)].into();
        withdraw_assessments(tx, id_of("org", UNIT), (period, Stage::Own), &judged)
    });
    assert_eq!(grade(&app, element), Fulfilment::Achieved);
}

#[test]
fn planning_the_next_round_does_not_empty_the_reports() {
    let app = TestApp::new();
    let report = format!("/rapport/{}", id("org", "utbildningsnamnden"));
    hand_in(&mut app.signed_in("Amira Lindqvist"));
    let mut kerstin = app.signed_in("Kerstin Öberg");
    kerstin.open(&report);
    let quoted = kerstin.page().texts("article.report blockquote");
    assert!(!quoted.is_empty());
    let planned = Round {
        id: app.app().new_id(),
        title: "Nästa uppföljning".to_owned(),
        period: "2026".parse().unwrap(),
        opens_on: date(2026, 12, 1),
        due_on: date(2027, 1, 15),
        closes_on: date(2027, 1, 31),
        version: 1,
        plan: domain::followup::RoundPlan::default(),
    };
    app.writing(move |tx| store::insert_round(tx, &planned));
    kerstin.open(&report);
    assert_eq!(kerstin.page().texts("article.report blockquote"), quoted);
    assert!(!kerstin.page().says("Nästa uppföljning"));
}

#[test]
fn approving_what_has_changed_since_it_was_read_is_stopped() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    hand_in(&mut amira);
    let mut lena = app.signed_in("Lena Holm");
    lena.open(&account());
    amira.press("Ångra inlämning");
    amira.open(&format!("{}/granska", account())).press("Lämna rapporten");
    lena.press("Godkänn rapporten");
    assert_eq!(lena.status(), 409);
    assert_eq!(lena.page().heading(), "Rapporten har ändrats sedan du öppnade sidan");
}

#[test]
fn nobody_approves_what_they_handed_in_and_nobody_below_approves_at_all() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    hand_in(&mut amira);
    assert_eq!(amira.post(&format!("{}/godkann", account()), &[]).status.as_u16(), 403);
    let own = format!("/folja-upp/{}", id("follow_up", "anpassade-grundskolan-strommen"));
    let mut lena = app.signed_in("Lena Holm");
    let reply = lena.post(&format!("{own}/godkann"), &[]);
    assert_eq!(reply.status.as_u16(), 409);
    assert!(reply.text().contains("Du kan inte godkänna det du själv har lämnat"));
}

#[test]
fn an_account_is_opened_once_with_the_parts_in_order() {
    let app = TestApp::new();
    let mut katarina = app.signed_in("Katarina Björk");
    let viks = format!("/folja-upp/{}", id("follow_up", "viks-forskola"));
    katarina.open(&viks).press("Börja rapportera");
    assert_eq!(katarina.page().heading(), "Ekonomi och prognos");
    katarina.press("Bekräfta 2 delar");
    assert_eq!(katarina.page().heading(), "Det som går som väntat");
    assert!(katarina.page().says("Automatisk text"));
    let before = app.audit_length();
    assert_eq!(katarina.post(&viks, &[]).status.as_u16(), 303);
    assert_eq!(app.audit_length(), before);
}

#[test]
fn the_pages_speak_english_too() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.cookies().insert("sprak".to_owned(), "en".to_owned());
    amira.open(&part("sjukfranvaro"));
    assert_eq!(amira.page().heading(), "Sjukfrånvaro is rising. Why?");
    assert!(amira.page().says("Will you reach the target this year?"));
}
