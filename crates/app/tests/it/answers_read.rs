//! Who reads an answer: what somebody in one role reads is in no report that everybody reads, and an
//! answer is quoted where it stands.

use domain::followup::PartState;

use crate::asked_rounds::{answer_the_rest, open_round, opened, part, save};
use crate::kit::{Browser, TestApp, id};
use crate::templates::{PART, add_question};

const CONTROLLER: &str = "Kerstin Öberg";
const MANAGER: &str = "Amira Lindqvist";
const SECRET: &str = "Bara controllern behöver veta det här.";

/// A question that the controller reads and one that the committee does, both answered and handed in.
fn answered(app: &TestApp) -> (domain::ids::RoundId, Browser) {
    let mut kerstin = app.signed_in(CONTROLLER);
    kerstin.open(&format!("{PART}/fraga")).fill("Fråga", "Vad stör er?");
    assert!(kerstin.page().says("Svar till en nivå kan stå i rapporter som alla läser."));
    kerstin.pick("Vem läser svaret?", "Controllern").choose("Med egna ord");
    kerstin.press("Lägg till frågan");
    assert!(kerstin.page().says("Svaret står inte i rapporter som alla läser."));
    add_question(&mut kerstin, PART, "Vad är nytt?");
    open_round(&mut kerstin);
    let (round, account) = opened(app);
    let mut amira = app.signed_in(MANAGER);
    amira.open(&account).press("Börja rapportera");
    amira.open(&part(app, &account, "Vad stör er?"));
    let told = "Läses av: Controllern. Svaret står inte i rapporter som alla läser.";
    assert!(amira.page().says(told), "{}", amira.page().text());
    amira.fill("Ditt svar", SECRET).press("Klar, nästa del");
    amira.open(&part(app, &account, "Vad är nytt?"));
    assert!(amira.page().says("Läses av: Nämnd. Svaret kan stå i rapporter som alla läser."));
    amira.fill("Ditt svar", "Allt är nytt.").press("Klar, nästa del");
    amira.open(&part(app, &account, "Ekonomi och prognos"));
    amira.fill("Budget för hela året", "1 000").fill("Prognos för hela året", "1 000");
    amira.press("Klar, nästa del");
    answer_the_rest(&mut amira, app, &account);
    amira.open(&format!("{account}/granska")).press("Lämna rapporten");
    assert_eq!(amira.page().heading(), "Tack", "{}", amira.page().text());
    (round, kerstin)
}

#[test]
fn what_one_role_reads_is_in_no_report_that_everybody_reads_and_is_not_quoted_upward() {
    let app = TestApp::new();
    let (round, mut kerstin) = answered(&app);
    let report = |org: &str| format!("/rapport/{}?runda={round}", id("org", org));
    kerstin.open(&report("utbildningsnamnden")).within_budget(30);
    assert!(kerstin.page().says("Allt är nytt.") && !kerstin.page().says(SECRET));
    assert!(!kerstin.page().says("Vad stör er?"));
    kerstin.open(&report("utbildningsforvaltningen")).within_budget(30);
    assert!(kerstin.page().says(SECRET), "who works there reads it: {}", kerstin.page().text());
    let compilation = id("org", "utbildningsforvaltningen");
    kerstin.open(&format!("/folja-upp/sammanstallning/{compilation}?runda={round}"));
    assert!(kerstin.page().says("Allt är nytt.") && !kerstin.page().says(SECRET));
}

#[test]
fn only_a_report_that_holds_an_answer_quotes_it() {
    let app = TestApp::new();
    let (round, mut kerstin) = answered(&app);
    let freeze = |browser: &mut Browser, org: &str| {
        browser.open(&format!("/rapport/{}?runda={round}", id("org", org)));
        browser.follow("Frys rapporten").press("Frys rapporten").open(PART);
        browser.page().says("Senast citerad 25 augusti 2026.")
    };
    assert!(!freeze(&mut kerstin, "socialnamnden"), "nobody of its own was asked");
    assert!(freeze(&mut kerstin, "utbildningsnamnden"));
    let list = kerstin.page().texts("ol.settings-list li");
    let secret = list.iter().find(|one| one.contains("Vad stör er?")).unwrap();
    assert!(!secret.contains("Senast citerad"), "{secret}");
}

#[test]
fn an_auditor_who_reads_everything_is_not_the_reader_that_a_question_waits_for() {
    let app = TestApp::new();
    let (_, mut kerstin) = answered(&app);
    let (_, account) = opened(&app);
    assert_eq!(app.signed_in("Gösta Hallin").get(&format!("{account}/las")).status, 200);
    kerstin.open(PART);
    assert!(!kerstin.page().says("Senast läst"), "{}", kerstin.page().text());
    app.signed_in("Lena Holm").open(&format!("{account}/las"));
    kerstin.open(PART);
    assert!(kerstin.page().says("Senast läst 25 augusti 2026."));
}

#[test]
fn an_answer_is_kept_only_where_something_of_its_kind_is_asked_for() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    add_question(&mut kerstin, PART, "Vad är nytt?");
    open_round(&mut kerstin);
    let (_, account) = opened(&app);
    let mut amira = app.signed_in(MANAGER);
    amira.open(&account).press("Börja rapportera");
    let before = app.audit_length();
    let money = part(&app, &account, "Ekonomi och prognos");
    let words = part(&app, &account, "Vad är nytt?");
    assert_eq!(save(&mut amira, &money, 1, "varde", "Hittat på").0, 422);
    for field in ["varde", "prognos", "budget"] {
        assert_eq!(save(&mut amira, &words, 1, field, "12").0, 422, "{field}");
    }
    let sent =
        [("varde", "Hittat på"), ("varde_version", "1"), ("text", "Så."), ("text_version", "1")];
    assert_eq!(amira.post(&words, &sent).status.as_u16(), 422);
    assert_eq!(app.audit_length(), before);
    let number = account.rsplit('/').next().unwrap().parse().unwrap();
    let parts = app.reading(|tx| app::followup::store::parts_of(tx, number));
    let asked = parts.iter().filter_map(|one| one.asked.as_ref());
    assert!(asked.clone().all(|one| one.value.is_empty()) && asked.count() > 1);
    assert!(parts.iter().any(|one| one.state == PartState::Left));
}

#[test]
fn a_question_for_other_levels_takes_no_time_from_a_unit() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    kerstin.open(PART).fill("Längsta tid", "30").press("Spara mallen");
    let question = |level: &str, title: &str| {
        [("fraga", title), ("laser", "namnd"), ("svar", "text"), ("minuter", "6"), ("niva", level)]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
    };
    for (level, title) in [("namnd", "Första"), ("enhet", "Andra"), ("namnd", "Tredje")] {
        let fields = question(level, title);
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let reply = kerstin.post(&format!("{PART}/fraga"), &fields);
        assert_eq!(reply.status.as_u16(), 303, "{}", reply.text());
    }
    kerstin.open(PART);
    let most = "Mallen tar cirka 31 min";
    assert!(kerstin.page().says(most), "the level that is asked most: {}", kerstin.page().text());
    open_round(&mut kerstin);
    let (_, account) = opened(&app);
    let mut amira = app.signed_in(MANAGER);
    amira.open(&account);
    assert!(amira.page().says("Det tar cirka 25 minuter."), "{}", amira.page().text());
}
