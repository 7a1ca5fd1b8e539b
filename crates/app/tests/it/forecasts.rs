//! A forecast asked for beside a follow-up of the same time: judgements stay, money is counted once, and
//! a round is about what its step of the year wheel is about.

use app::followup::store;
use domain::ids::OrgUnitId;
use jiff::civil::date;

use crate::followup::{account, hand_in, own_judgements};
use crate::kit::{Browser, TestApp, id};
use crate::templates::{MONTH, PART};

const CONTROLLER: &str = "Kerstin Öberg";
const MANAGER: &str = "Amira Lindqvist";
pub(crate) const FORECAST: &str = "/folja-upp/mallar/75737561-6c2d-7465-6d70-6c6174652d66";
const GOAL: &str = "em-skargardens-forskolor";

/// Opens a round about a period with a template for some levels under the administration.
pub(crate) fn open(app: &TestApp, template: &str, period: &str, levels: &[&str]) {
    let under = id("org", "utbildningsforvaltningen");
    let template = template.rsplit('/').next().unwrap().replace('-', "");
    let mut fields = vec![
        ("titel", "Extra runda"),
        ("mall", template.as_str()),
        ("period", period),
        ("oppnar", "2026-08-20"),
        ("lamnas", "2026-09-20"),
        ("stanger", "2026-09-30"),
        ("under", &under),
    ];
    fields.extend(levels.iter().map(|level| ("niva", *level)));
    let reply = app.signed_in(CONTROLLER).post("/folja-upp", &fields);
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text());
}

/// The account of an org unit in the round just opened.
pub(crate) fn account_of(app: &TestApp, org: &str) -> String {
    let rounds = app.reading(store::rounds);
    let round = rounds.iter().find(|one| one.title == "Extra runda").unwrap().id;
    let unit: OrgUnitId = id("org", org).parse().unwrap();
    let accounts = app.reading(|tx| store::accounts_of_round(tx, round));
    format!("/folja-upp/{}", accounts.iter().find(|one| one.org_unit == unit).unwrap().id)
}

/// Says what the year costs and hands it in.
pub(crate) fn forecast(browser: &mut Browser, account: &str, budget: &str, expected: &str) {
    browser.open(account).press("Börja rapportera");
    browser.fill("Budget för hela året", budget).fill("Prognos för hela året", expected);
    browser.press("Klar, nästa del").open(&format!("{account}/granska")).press("Lämna rapporten");
    assert_eq!(browser.page().heading(), "Tack", "{}", browser.page().text());
}

#[test]
fn a_forecast_leaves_what_the_follow_up_of_the_same_time_has_judged() {
    let app = TestApp::new();
    let judged = || (own_judgements(&app, GOAL), own_judgements(&app, "sjukfranvaro"));
    let mut amira = app.signed_in(MANAGER);
    hand_in(&mut amira);
    assert_eq!(judged(), (1, 1));
    open(&app, FORECAST, "2026-T2", &["enhet"]);
    let extra = account_of(&app, "skargardens-forskolor");
    forecast(&mut amira, &extra, "1 000", "1 000");
    assert_eq!(judged(), (1, 1), "handing in");
    amira.press("Ångra inlämning");
    assert_eq!(judged(), (1, 1), "taking back");
    amira.open(&format!("{}/kvitto", account())).press("Ångra inlämning");
    assert_eq!(judged(), (0, 0), "what the account itself judges is taken back with it");
}

#[test]
fn an_account_that_asks_for_no_goal_hinders_nobody_from_judging_it() {
    let app = TestApp::new();
    open(&app, FORECAST, "2026-08", &["enhet"]);
    let address = format!("/mal/{}/bedom", id("element", GOAL));
    let fields = [("steg", "own"), ("period", "2026-08"), ("bedomning", "delvis"), ("skal", "Så")];
    let mut amira = app.signed_in(MANAGER);
    let before = own_judgements(&app, GOAL);
    assert_eq!(amira.post(&address, &fields).status.as_u16(), 303, "nothing is begun");
    forecast(&mut amira, &account_of(&app, "skargardens-forskolor"), "1 000", "1 000");
    assert_eq!(amira.post(&address, &fields).status.as_u16(), 303);
    assert_eq!(own_judgements(&app, GOAL), before + 1);
}

#[test]
fn an_account_that_will_ask_for_the_goal_is_where_it_is_judged() {
    let app = TestApp::new();
    open(&app, MONTH, "2026-08", &["enhet"]);
    let address = format!("/mal/{}/bedom", id("element", GOAL));
    let fields = [("steg", "own"), ("period", "2026-08"), ("bedomning", "delvis"), ("skal", "Så")];
    let mut amira = app.signed_in(MANAGER);
    assert_eq!(amira.post(&address, &fields).status.as_u16(), 303, "a month asks for no goals");
    let fields = [("steg", "own"), ("period", "2026"), ("bedomning", "delvis"), ("skal", "Så")];
    assert_eq!(amira.post(&address, &fields).status.as_u16(), 303);
    let app = TestApp::new();
    open(&app, PART, "2026", &["enhet"]);
    let mut amira = app.signed_in(MANAGER);
    amira.post_and_show(&address, &fields);
    assert_eq!(amira.status(), 422);
    assert!(amira.page().says("Perioden bedöms i enhetens rapport."));
    assert!(amira.get(&account_of(&app, "skargardens-forskolor")).is_page());
}

#[test]
fn a_forecast_judges_nothing() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    kerstin.open(FORECAST);
    assert!(!kerstin.reply().text().contains("value=\"goals\""), "it is not offered");
    assert!(kerstin.page().says("En prognos bedömer inget"), "{}", kerstin.page().text());
    let before = app.audit_length();
    let fields = [
        ("titel", "Prognos"),
        ("grans", "20"),
        ("stopp", "economy"),
        ("stopp", "goals"),
        ("version", "0"),
    ];
    kerstin.post_and_show(FORECAST, &fields);
    assert_eq!(kerstin.status(), 422);
    assert_eq!(app.audit_length(), before);
}

#[test]
fn money_that_somebody_above_has_counted_is_not_counted_once_more() {
    let app = TestApp::new();
    open(&app, FORECAST, "2026-T2", &["enhet", "forv"]);
    let report = format!("/rapport/{}", id("org", "utbildningsnamnden"));
    for (name, org, sum) in [
        (MANAGER, "skargardens-forskolor", "1 000"),
        ("Hanna Rydell", "centrums-forskolor", "2 000"),
    ] {
        forecast(&mut app.signed_in(name), &account_of(&app, org), sum, sum);
    }
    let rounds = app.reading(store::rounds);
    let round = rounds.iter().find(|one| one.title == "Extra runda").unwrap().id;
    let mut kerstin = app.signed_in(CONTROLLER);
    let sum = |browser: &mut Browser| {
        browser.open(&format!("{report}?runda={round}")).within_budget(30);
        let rows = browser.page().texts("tr");
        rows.into_iter().filter(|row| row.starts_with("Summa")).collect::<Vec<_>>()
    };
    assert_eq!(sum(&mut kerstin), ["Summa, 2 av 2 3000 3000 0"]);
    let said = "Det som lämnas av någon ovanför räknar med dem som ligger under";
    assert!(!kerstin.page().says(said));
    let above = account_of(&app, "utbildningsforvaltningen");
    forecast(&mut app.signed_in("Lena Holm"), &above, "9 000", "9 000");
    assert_eq!(sum(&mut kerstin), Vec::<String>::new(), "what stands above is the sum");
    assert!(kerstin.page().says(said), "{}", kerstin.page().text());
    for known in ["1000", "2000", "9000"] {
        assert!(kerstin.page().says(known), "{known}");
    }
}

#[test]
fn a_round_from_a_coming_step_of_the_wheel_is_about_what_the_step_is_about() {
    let app = TestApp::new();
    app.clock().set(date(2026, 4, 10).at(9, 0, 0, 0));
    let mut kerstin = app.signed_in(CONTROLLER);
    let step = id("wheel_step", "kommunfullmaktige/2026/followup_part");
    kerstin.open(&format!("/folja-upp/ny?steg={step}")).within_budget(30);
    let tertial = "tertial 2 2026";
    assert!(kerstin.value("Handlar om").contains(tertial), "{}", kerstin.value("Handlar om"));
    kerstin.press("Öppna uppföljningen");
    assert!(kerstin.page().says("rapporterar redan perioden i"), "the period is taken as it is");
    kerstin.open("/folja-upp/ny");
    assert!(!kerstin.page().texts("select[name=period] option").join(" ").contains(tertial));
}
