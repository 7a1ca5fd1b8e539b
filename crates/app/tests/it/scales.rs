//! A municipality's own scales: people choose among its levels, in its words, and what was chosen is
//! what every page says.

use app::demo::id_of;
use app::followup::store::parts_of;
use app::steering::store::insert_model;
use domain::fulfilment::Fulfilment;
use domain::ids::{ElementId, FollowUpId};
use domain::steering::check;
use jiff::civil::date;
use serde_json::json;

use crate::followup::{UNIT, account, autosave, hand_in, part};
use crate::kit::{TestApp, id};

const GOAL: &str = "em-skargardens-forskolor";
const WORK: &str = "ak-personalplan";

/// Lets the demo judge goals on four levels of which two mean partly, and speak otherwise of work.
fn with_own_scales() -> TestApp {
    let app = TestApp::new();
    let preset = include_str!("../../../../presets/osteraker-2018.yaml");
    let partly = "      - {id: delvis, label: Delvis uppnått, en: Partly achieved,";
    assert!(preset.contains(partly) && preset.contains("label: Pågår enligt plan"));
    let much = "      - {id: hog_grad, label: I hög grad, en: Largely, symbol: partly, \
                colour: partly, meaning: Det mesta är gjort.}\n";
    let little = "      - {id: delvis, label: I viss mån, en: Somewhat,";
    let yaml = preset
        .replace(partly, &format!("{much}{little}"))
        .replace("label: Uppnått,", "label: Infriat,")
        .replace("label: Pågår enligt plan", "label: På gång");
    let verdict = check(yaml.as_bytes());
    let model = verdict.model().expect("a model").clone();
    app.writing(move |tx| {
        tx.leave_unaudited("a test of scales");
        insert_model(tx, &model, &yaml, date(2026, 1, 1))
    });
    app
}

#[test]
fn a_goal_is_judged_on_the_levels_of_the_models_own_scale() {
    let app = with_own_scales();
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.open(&part(GOAL));
    let offered = amira.page().texts("label").join(" ");
    for level in ["Infriat", "I hög grad", "I viss mån", "Inte uppnått", "Kan inte bedömas"] {
        assert!(offered.contains(level), "{level}: {offered}");
    }
    assert!(!offered.contains("Delvis uppnått"), "{offered}");
    amira.choose("I viss mån").press("Klar, nästa del");
    let account_id: FollowUpId = id_of("follow_up", UNIT);
    let kept = app.reading(|tx| parts_of(tx, account_id));
    let element: ElementId = id_of("element", GOAL);
    let kept = kept.into_iter().find(|part| part.subject == Some(element)).expect("the part");
    assert_eq!((kept.level, kept.scale_level.as_str()), (Some(Fulfilment::Partly), "delvis"));
    amira.open(&part(GOAL));
    let chosen = amira.page().texts("label:has(input[name=bedomning][checked])");
    assert!(chosen.iter().all(|label| label.contains("I viss mån")), "{chosen:?}");
    amira.open(&format!("{}/granska", account()));
    assert!(amira.page().says("I viss mån"), "{}", amira.page().text());
}

#[test]
fn what_was_chosen_is_what_goal_thread_and_report_say() {
    let app = with_own_scales();
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.open(&part(GOAL)).choose("I viss mån").press("Klar, nästa del");
    hand_in(&mut amira);
    let goal = format!("/mal/{}", id("element", GOAL));
    let body = format!("/rapport/{}", id("org", "utbildningsnamnden"));
    let mut lena = app.signed_in("Lena Holm");
    for page in [goal.as_str(), &format!("/trad?fokus={}", id("element", GOAL)), &body] {
        lena.open(page);
        let text = lena.page().text();
        assert!(text.contains("I viss mån"), "{page}: {text}");
        assert!(!text.contains("Delvis uppnått"), "{page}: {text}");
    }
}

#[test]
fn a_level_that_the_scale_lacks_is_refused() {
    let app = with_own_scales();
    let mut amira = app.signed_in("Amira Lindqvist");
    for level in ["partly", "uppfyllt", "inte_matt"] {
        let (status, _) = autosave(&mut amira, GOAL, 1, "bedomning", &json!(level));
        assert_eq!(status, 422, "{level}");
    }
}

#[test]
fn work_is_told_in_the_words_of_the_models_scale_of_progress() {
    let app = with_own_scales();
    let mut amira = app.signed_in("Amira Lindqvist");
    let work = app
        .structure()
        .elements()
        .find(|one| one.role == domain::steering::Role::Activity && one.owner == id_of("org", UNIT))
        .map_or_else(|| id_of("element", WORK), |one| one.id);
    amira.open(&format!("/aktivitet/{work}/framdrift"));
    let offered = amira.page().texts("label").join(" ");
    for level in ["Klar", "På gång", "Försenad", "Inte startad", "Pausad", "Avbruten"] {
        assert!(offered.contains(level), "{level}: {offered}");
    }
    assert!(!offered.contains("Inte rapporterad"), "{offered}");
    amira.choose("Avbruten").press("Spara läget");
    assert!(amira.page().says("Avbruten"), "{}", amira.page().text());
}
