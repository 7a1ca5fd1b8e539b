//! Rounds with a template: each level's own day, the questions in the account, a template that changes
//! meanwhile, and org units that come, end and move.

use app::followup::making::Maker;
use app::followup::store;
use app::web::error::AppError;
use db::params;
use domain::followup::{PartKind, ReportTemplate, TemplateStop};
use domain::ids::{RoundId, WheelStepId};
use http::Method;
use serde_json::{Value, json};

use crate::kit::{Browser, Sending, TestApp, id};
use crate::templates::{PART, add_question};

const CONTROLLER: &str = "Kerstin Öberg";
const MANAGER: &str = "Amira Lindqvist";

/// A round about 2025 for the units of education, which hand in earlier than all.
pub(crate) fn open_round(browser: &mut Browser) {
    browser.open("/folja-upp/ny").fill("Namn", "Kvalitetsrunda");
    browser.fill("Öppnar", "2026-08-20").fill("Lämnas senast", "2026-10-01");
    browser.fill("Stänger", "2026-10-10").pick("Handlar om", "2025");
    browser.fill("Enhet lämnar senast", "2026-09-10").pick("Under", "Utbildningsförvaltningen");
    browser.press("Öppna uppföljningen");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
}

/// The round just opened, and the address of Amira's account in it.
pub(crate) fn opened(app: &TestApp) -> (RoundId, String) {
    let round = app.reading(store::rounds).into_iter().find(|one| one.title == "Kvalitetsrunda");
    let round = round.unwrap().id;
    let unit = id("org", "skargardens-forskolor").parse().unwrap();
    let accounts = app.reading(|tx| store::accounts_of_round(tx, round));
    let own = accounts.iter().find(|account| account.org_unit == unit).unwrap();
    (round, format!("/folja-upp/{}", own.id))
}

/// The part of Amira's account with this title, as address.
pub(crate) fn part(app: &TestApp, account: &str, title: &str) -> String {
    let id = account.rsplit('/').next().unwrap().parse().unwrap();
    let parts = app.reading(|tx| store::parts_of(tx, id));
    let found = parts.iter().find(|part| part.title == title);
    let found = found.unwrap_or_else(|| {
        let titles: Vec<&str> = parts.iter().map(|part| part.title.as_str()).collect();
        panic!("no part {title}: {titles:?}")
    });
    format!("{account}/del/{}", found.id)
}

pub(crate) fn save(
    browser: &mut Browser,
    part: &str,
    version: i64,
    field: &str,
    value: &str,
) -> (u16, Value) {
    let part = part.rsplit('/').next().unwrap();
    let body = json!({ "field": field, "value": value }).to_string();
    let reply = browser.send(
        &Method::PATCH,
        &format!("/folja-upp/del/{part}"),
        &[("if-match", &format!("\"{version}\""))],
        Some(Sending::Json(body)),
    );
    (reply.status.as_u16(), serde_json::from_str(&reply.text()).unwrap())
}

#[test]
fn each_level_sees_its_own_last_day() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    open_round(&mut kerstin);
    let (round, account) = opened(&app);
    kerstin.open(&format!("/folja-upp?runda={round}")).within_budget(30);
    assert!(kerstin.page().says("Lämnas senast 1 oktober."), "{}", kerstin.page().text());
    let mut amira = app.signed_in(MANAGER);
    amira.open("/").within_budget(30);
    assert!(amira.page().says("10 september"), "{}", amira.page().text());
    amira.open(&format!("/folja-upp?runda={round}")).within_budget(30);
    assert!(amira.page().says("Lämnas senast 10 september."));
    amira.open(&account);
    assert!(amira.page().says("Lämnas senast 10 september."));
    app.clock().set(jiff::civil::date(2026, 9, 11).at(9, 0, 0, 0));
    let mut amira = app.signed_in(MANAGER);
    amira.open(&account);
    assert!(amira.page().says("Skulle ha lämnats 10 september. Du kan fortfarande lämna."));
    amira.press("Börja rapportera");
    assert_eq!(amira.status(), 200, "late is received");
}

#[test]
fn a_level_that_sums_up_hands_in_after_those_it_sums_up() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    let before = app.audit_length();
    kerstin.open("/folja-upp/ny").fill("Namn", "Fel ordning").pick("Handlar om", "2025");
    kerstin.fill("Lämnas senast", "2026-10-01").fill("Stänger", "2026-10-10");
    kerstin.fill("Enhet lämnar senast", "2026-09-20").fill("Nämnd lämnar senast", "2026-09-10");
    kerstin.press("Öppna uppföljningen");
    assert_eq!(kerstin.status(), 422);
    assert!(kerstin.page().says("Nämnd ska lämna 10 september 2026, före Enhet."));
    kerstin.fill("Nämnd lämnar senast", "2026-10-02").press("Öppna uppföljningen");
    assert!(kerstin.page().says("Dagen kommer efter den sista dagen för alla"));
    assert_eq!(app.audit_length(), before);
}

#[test]
fn the_wheel_proposes_the_day_of_each_level() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    let step = id("wheel_step", "kommunfullmaktige/2026/followup_part");
    kerstin.open(&format!("/folja-upp/ny?steg={step}")).within_budget(30);
    let unit = kerstin.value("Enhet lämnar senast");
    assert!(unit.starts_with("2026-"), "the wheels of units say a day: {unit:?}");
    assert!(unit <= kerstin.value("Lämnas senast"));
}

#[test]
fn units_without_a_day_in_the_wheel_are_proposed_one_before_those_who_sum_up() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    kerstin
        .open("/folja-upp/ny")
        .follow("Årsredovisning med uppföljning och analys (Kommunstyrelsen)")
        .within_budget(30);
    let (unit, administration) =
        (kerstin.value("Enhet lämnar senast"), kerstin.value("Förvaltning lämnar senast"));
    assert!(!unit.is_empty() && unit < administration, "{unit} before {administration}");
}

#[test]
fn who_stands_below_is_proposed_a_day_before_those_who_sum_up_though_their_wheel_says_later() {
    let app = TestApp::new();
    let step: WheelStepId =
        id("wheel_step", "kommunfullmaktige/2026/followup_part").parse().unwrap();
    app.writing(move |tx| {
        tx.leave_unaudited("a test");
        let sql = "update wheel_steps set due_on = $3 where tenant = $1 and wheel_step_id = $2";
        tx.run(sql, params![step.bytes(), "2026-09-23"])?;
        Ok(())
    });
    let mut kerstin = app.signed_in(CONTROLLER);
    kerstin.open(&format!("/folja-upp/ny?steg={step}")).within_budget(30);
    let day = |level: &str| kerstin.value(&format!("{level} lämnar senast"));
    let days = ["Enhet", "Förvaltning", "Nämnd"].map(day);
    assert!(days[0] < days[1] && days[1] < days[2], "{days:?}");
    assert!(days[2].as_str() <= "2026-09-23", "{days:?}");
}

#[test]
fn the_months_of_bodies_can_be_opened_from_the_wheel_each_month_once() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    kerstin.open("/folja-upp/ny").within_budget(30);
    let links = kerstin.page().links().into_iter();
    let months: Vec<String> =
        links.map(|(words, _)| words).filter(|words| words.contains("Månadsuppföljning")).collect();
    assert!((2..=6).contains(&months.len()), "six months ahead: {months:?}");
    kerstin.follow(&months[0]);
    let (unit, body) = (kerstin.value("Enhet lämnar senast"), kerstin.value("Nämnd lämnar senast"));
    assert!(!unit.is_empty() && unit <= body, "{unit} and {body}");
}

#[test]
fn questions_are_answered_saved_required_and_read() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    kerstin.open(&format!("{PART}/fraga")).fill("Fråga", "Hur många vikarier?");
    kerstin.pick("Vem läser svaret?", "Nämnd").choose("Med ett tal");
    kerstin.choose("Rapporten kan inte lämnas utan svar").press("Lägg till frågan");
    kerstin.open(&format!("{PART}/fraga")).fill("Fråga", "Hur arbetar ni?");
    kerstin.pick("Vem läser svaret?", "Controllern").choose("Ett val bland några svar");
    kerstin.fill("Svar att välja bland", "Tillsammans\nVar för sig").press("Lägg till frågan");
    open_round(&mut kerstin);
    let (round, account) = opened(&app);
    let mut amira = app.signed_in(MANAGER);
    amira.open(&account).press("Börja rapportera");
    assert_eq!(amira.page().heading(), "Hur går det med pengarna?");
    amira.fill("Budget för hela året", "23 860 000").fill("Prognos för hela året", "mycket");
    amira.press("Klar, nästa del");
    assert_eq!(amira.status(), 422);
    assert_eq!(amira.value("Prognos för hela året"), "mycket");
    amira.fill("Prognos för hela året", "24 860 000,50").press("Klar, nästa del");
    assert!(amira.page().says("Skriv varför prognosen skiljer sig från budgeten"));
    amira.fill("Vad beror det på?", "Vikarier.").press("Klar, nästa del");
    assert_eq!(amira.status(), 200, "{}", amira.page().text());

    let number = part(&app, &account, "Hur många vikarier?");
    amira.open(&number).within_budget(30);
    assert!(amira.page().says("Läses av: Nämnd."));
    amira.press("Klar, nästa del");
    assert_eq!(amira.status(), 422, "it must be answered");
    let (status, answer) = save(&mut amira, &number, 1, "varde", "tolv");
    assert_eq!(
        (status, answer["problem"].as_str().unwrap()),
        (422, "Skriv ett tal, till exempel 12,5")
    );
    assert_eq!(save(&mut amira, &number, 1, "varde", "12,5").0, 200);
    let (status, answer) = save(&mut amira, &number, 1, "varde", "13");
    assert_eq!((status, answer["theirs"].as_str().unwrap()), (409, "12,5"));
    amira.open(&number).press("Klar, nästa del");
    assert_eq!(amira.status(), 200);

    let choice = part(&app, &account, "Hur arbetar ni?");
    assert_eq!(save(&mut amira, &choice, 1, "varde", "På något sätt").0, 422);
    amira.open(&choice);
    assert!(amira.page().says("Du behöver inte svara."));
    amira.choose("Tillsammans").press("Klar, nästa del");
    amira.open(&format!("{account}/granska"));
    assert!(amira.page().says("Tillsammans") && amira.page().says("12,5"));
    assert!(amira.page().says("24 860 000,5 kronor, 1 000 000,5 kronor mer än budget"));

    answer_the_rest(&mut amira, &app, &account);
    amira.open(&format!("{account}/granska")).press("Lämna rapporten");
    assert_eq!(amira.page().heading(), "Tack", "{}", amira.page().text());
    assert!(amira.page().says("Var det här värt din tid?"));
    amira.press("Delvis");
    assert!(amira.page().says("Tack, ditt svar är räknat."));
    let vote = format!("{account}/vart-tiden");
    assert_eq!(amira.post(&vote, &[("svar", "no")]).status.as_u16(), 303);
    let counted = app.reading(|tx| store::worth_of(tx, round));
    assert_eq!(counted.into_iter().collect::<Vec<_>>(), [("partly".to_owned(), 1)]);
    read_above(&app, round, &account);
}

/// Whoever stands above reads the answers, which the template tells, and the report quotes them.
fn read_above(app: &TestApp, round: RoundId, account: &str) {
    let mut kerstin = app.signed_in(CONTROLLER);
    kerstin.open(PART);
    assert!(kerstin.page().says("Svaren har inte lästs än"));
    app.signed_in(MANAGER).open(&format!("{account}/las"));
    kerstin.open(PART);
    assert!(kerstin.page().says("Svaren har inte lästs än"), "one's own reading does not count");
    let mut lena = app.signed_in("Lena Holm");
    lena.open(&format!("{account}/las")).within_budget(30);
    assert!(lena.page().says("Hur många vikarier?") && lena.page().says("12,5"));
    kerstin.open(PART);
    assert!(kerstin.page().says("Senast läst 25 augusti 2026."), "{}", kerstin.page().text());
    let committee = id("org", "utbildningsnamnden");
    kerstin.open(&format!("/rapport/{committee}?runda={round}")).within_budget(30);
    for words in [
        "Svar på frågor",
        "Hur många vikarier?",
        "Vikarier.",
        "Budget och prognos för året, i kronor",
    ] {
        assert!(kerstin.page().says(words), "{words}");
    }
    assert!(!kerstin.page().says("Tillsammans"), "only the controller reads how they work");
    kerstin.follow("Frys rapporten").press("Frys rapporten");
    kerstin.open(PART);
    assert!(kerstin.page().says("Senast citerad 25 augusti 2026."));
}

/// Answers whatever is left, without a thought.
pub(crate) fn answer_the_rest(browser: &mut Browser, app: &TestApp, account: &str) {
    let id = account.rsplit('/').next().unwrap().parse().unwrap();
    for one in app.reading(|tx| store::parts_of(tx, id)) {
        if one.state == domain::followup::PartState::Done || one.is_usual() {
            continue;
        }
        let versions = [one.text_version, one.reason_version, one.version].map(|it| it.to_string());
        let address = format!("{account}/del/{}", one.id);
        let page = browser.get(&address).text();
        let level = page.split("name=\"bedomning\" value=\"").nth(1);
        let level = level.and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned();
        let fields = [
            ("text", "Så här är det."),
            ("text_version", &versions[0]),
            ("skal_version", &versions[1]),
            ("bedomning_version", &versions[2]),
            ("bedomning", level.as_str()),
            ("skal", "Därför."),
        ];
        let reply = browser.post(&address, &fields);
        assert_eq!(reply.status.as_u16(), 303, "{} {}", one.title, reply.text());
    }
    browser.open(&format!("{account}/grupp/som-vantat"));
    if let Some(button) = browser.buttons().iter().find(|one| one.starts_with("Bekräfta")) {
        let button = button.clone();
        browser.press(&button);
    }
}

#[test]
fn a_template_that_changes_meanwhile_changes_nothing_for_who_has_begun() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    add_question(&mut kerstin, PART, "Första frågan");
    open_round(&mut kerstin);
    let (round, account) = opened(&app);
    let mut amira = app.signed_in(MANAGER);
    amira.open(&account).press("Börja rapportera");
    amira.open(&part(&app, &account, "Första frågan")).fill("Ditt svar", "Mitt svar.");
    amira.press("Klar, nästa del");
    kerstin
        .open(PART)
        .follow("Ändra Första frågan")
        .fill("Fråga", "Andra ord")
        .press("Spara frågan");
    assert!(kerstin.page().says("Mallen används just nu"));
    assert!(kerstin.page().says("1 av"), "{}", kerstin.page().text());
    amira.open(&account);
    assert!(!amira.page().says("Frågorna har ändrats"), "the round has not taken them in");
    let page = format!("/folja-upp/runda/{round}");
    kerstin.open(&page).within_budget(30);
    assert!(kerstin.page().says("Mallen har ändrats sedan uppföljningen öppnades"));
    kerstin.press("Ta in de nya frågorna");
    assert_eq!(kerstin.status(), 200);
    assert!(!kerstin.page().says("Mallen har ändrats sedan"));
    amira.open(&account);
    assert!(amira.page().says("Frågorna har ändrats sedan du började"));
    assert!(amira.page().says("Första frågan") && !amira.page().says("Andra ord"));
    amira.open(&part(&app, &account, "Första frågan"));
    assert_eq!(amira.value("Ditt svar"), "Mitt svar.");
    // Who begins now is asked in the new words.
    let accounts = app.reading(|tx| store::accounts_of_round(tx, round));
    let other = id("org", "viks-forskola").parse().unwrap();
    let other = accounts.iter().find(|one| one.org_unit == other).unwrap();
    let mut katarina = app.signed_in("Katarina Björk");
    katarina.open(&format!("/folja-upp/{}", other.id)).press("Börja rapportera");
    part(&app, &format!("/folja-upp/{}", other.id), "Andra ord");
}

#[test]
fn who_takes_part_is_changed_until_they_have_begun() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    open_round(&mut kerstin);
    let (round, account) = opened(&app);
    let under = id("org", "utbildningsforvaltningen");
    let page = format!("/folja-upp/runda/{round}/enheter?under={under}");
    let count = || app.reading(|tx| store::accounts_of_round(tx, round)).len();
    let all = count();
    kerstin.open(&page).within_budget(30).untick("Viks förskola").press("Spara vilka som är med");
    assert_eq!(count(), all - 1);
    kerstin.open(&page).choose("Viks förskola").press("Spara vilka som är med");
    assert_eq!(count(), all);
    kerstin.open(&page).untick("Skärgårdens förskolor");
    app.signed_in(MANAGER).open(&account).press("Börja rapportera");
    kerstin.press("Spara vilka som är med");
    assert_eq!(kerstin.status(), 409);
    assert!(kerstin.page().says("De här har börjat skriva och är kvar: Skärgårdens förskolor."));
    assert_eq!(count(), all);
    app.clock().set(jiff::civil::date(2026, 10, 11).at(9, 0, 0, 0));
    let mut kerstin = app.signed_in(CONTROLLER);
    kerstin.open(&page);
    assert!(kerstin.page().says("Rapporteringen har stängt."));
}

#[test]
fn units_that_come_end_and_move_meanwhile_are_told_of_and_nothing_is_lost() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    open_round(&mut kerstin);
    let (round, account) = opened(&app);
    let mut amira = app.signed_in(MANAGER);
    amira.open(&account).press("Börja rapportera");
    amira.fill("Vad beror det på?", "Skrivet före sammanslagningen.").press("Hoppa över så länge");
    let mut johan = app.signed_in("Johan Åkerlund");
    let heir = "01980000-0000-7000-8000-000000000002";
    let fields =
        [("id", heir), ("namn", "Öarnas förskolor"), ("niva", "enhet"), ("fran", "2026-08-24")];
    johan.post(&format!("/organisation/{}/ny", id("org", "utbildningsforvaltningen")), &fields);
    johan.open(&format!("/organisation/{}/sla-ihop", id("org", "skargardens-forskolor")));
    johan.pick("Slå ihop med", "Öarnas förskolor").press("Visa vad som händer").press("Slå ihop");
    assert_eq!(johan.page().heading(), "Öarnas förskolor");
    app.clock().set(jiff::civil::date(2026, 8, 27).at(9, 0, 0, 0));
    let mut kerstin = app.signed_in(CONTROLLER);
    kerstin.open(&format!("/folja-upp/runda/{round}/enheter")).within_budget(30);
    assert!(kerstin.page().says("Organisationen har ändrats sedan uppföljningen öppnades"));
    assert!(kerstin.page().says("Skärgårdens förskolor upphörde"), "{}", kerstin.page().text());
    kerstin.follow("Ta med Öarnas förskolor").choose("Öarnas förskolor");
    kerstin.press("Spara vilka som är med");
    let unit = heir.parse().unwrap();
    let accounts = app.reading(|tx| store::accounts_of_round(tx, round));
    assert!(accounts.iter().any(|one| one.org_unit == unit));
    let mut lena = app.signed_in("Lena Holm");
    lena.open(&format!("{account}/las"));
    assert!(
        lena.page().says("Öarnas förskolor har tagit över. Det som är skrivet finns kvar här.")
    );
    assert!(lena.page().says("Skrivet före sammanslagningen."), "{}", lena.page().text());
}

#[test]
fn an_assignment_is_asked_about_in_the_very_report_where_it_shall_be_answered() {
    let app = TestApp::new();
    let title = "Minska barngruppernas storlek";
    let asked = || {
        let structure = app.structure();
        let round = app.reading(store::rounds).into_iter().find(|one| one.title.contains("Delår"));
        let (round, unit) = (round.unwrap(), id("org", "utbildningsnamnden").parse().unwrap());
        let today = jiff::civil::date(2026, 8, 25);
        let parts = app.app().db.read(app.tenant(), |tx| {
            let account = domain::ids::FollowUpId::from([7; 16]);
            let maker = Maker::read(tx, &structure, (account, unit), &round, today)?;
            let template = ReportTemplate {
                stops: vec![TemplateStop::Assignments],
                ..ReportTemplate::before_templates(round.plan.kind)
            };
            Ok::<_, AppError>(maker.all(&template, || app.app().new_id()))
        });
        let parts = parts.unwrap();
        parts.iter().map(|part| (part.kind, part.title.clone())).collect::<Vec<_>>()
    };
    assert_eq!(asked(), [(PartKind::Assignment, title.to_owned())]);
    let mut kerstin = app.signed_in(CONTROLLER);
    let label = format!("Rapport där {title} redovisas");
    let page = "/folja-upp/redovisningspunkter";
    kerstin.open(page).within_budget(30);
    let year = kerstin
        .page()
        .texts("select option")
        .into_iter()
        .find(|one| one.starts_with("Årsredovisning") && one.ends_with("2026"));
    let before = app.audit_length();
    let fields =
        [("uppdrag", id("element", "uppdrag-barngrupper")), ("rapport", "year 2026".to_owned())];
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(kerstin.post(page, &fields).status.as_u16(), 409, "no version is no agreement");
    assert_eq!(app.audit_length(), before);
    let fields = [fields.as_slice(), &[("version", "1")]].concat();
    for _ in 0..2 {
        assert_eq!(kerstin.post(page, &fields).status.as_u16(), 303);
    }
    assert_eq!(app.audit_length(), before + 1, "sending twice changes once");
    assert_eq!(asked(), [], "it is answered in the annual report");
    kerstin.open(page);
    assert_eq!(kerstin.value(&label).trim(), year.unwrap().trim());
    let mut amira = app.signed_in(MANAGER);
    assert_eq!(amira.post(page, &fields).status.as_u16(), 403);
}
