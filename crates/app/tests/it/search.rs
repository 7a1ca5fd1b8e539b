//! Searching: the page, the palette's answers, and what must not be found.

use crate::kit::TestApp;

fn titles(reply: &crate::kit::Reply) -> Vec<String> {
    let hits: serde_json::Value = serde_json::from_str(&reply.text()).unwrap();
    let title = |hit: &serde_json::Value| hit["title"].as_str().unwrap_or_default().to_owned();
    hits.as_array().unwrap().iter().map(title).collect()
}

#[test]
fn a_few_letters_lead_to_a_goal_a_measure_or_a_unit() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Kerstin Öberg");
    browser.open("/sok").within_budget(30);
    browser.fill("Sök", "trygg lek").press("Sök");
    browser.follow("Trygg lek i mindre grupper");
    assert_eq!(browser.page().heading(), "Trygg lek i mindre grupper");
    for (words, title) in [("sjukfranv", "Sjukfrånvaro"), ("skärgårdens", "Skärgårdens förskolor")]
    {
        let found =
            titles(&browser.get(&format!(
                "/sok.json?q={}",
                words.replace('å', "%C3%A5").replace('ä', "%C3%A4")
            )));
        assert!(found.iter().any(|found| found == title), "{words}: {found:?}");
    }
}

#[test]
fn a_word_for_measures_finds_measures_only_whatever_the_model_calls_them() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Kerstin Öberg");
    let all = titles(&browser.get("/sok.json?q=trygg"));
    let measures = titles(&browser.get("/sok.json?q=kpi+trygg"));
    assert!(measures.iter().any(|title| title == "Trygga vårdnadshavare"), "{measures:?}");
    assert!(all.iter().any(|title| title == "Trygg lek i mindre grupper"), "{all:?}");
    assert!(!measures.iter().any(|title| title == "Trygg lek i mindre grupper"));
}

#[test]
fn nothing_found_and_odd_questions_get_a_calm_answer() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Farah Nazari");
    browser.open("/sok?q=xyzzyplugh");
    assert!(browser.page().says("Inget passar"));
    let long = "å".repeat(3_000);
    for words in ["", "%20%20", "%3Cscript%3E", "((((", long.as_str()] {
        assert_eq!(browser.get(&format!("/sok?q={words}")).status, 200);
        assert_eq!(browser.get(&format!("/sok.json?q={words}")).status, 200);
    }
}

#[test]
fn a_draft_is_found_by_its_planners_only() {
    let app = TestApp::new();
    let mut planner = app.signed_in("Amira Lindqvist");
    planner.open("/mal/nytt?typ=enhetsmal").fill("Vad ska uppnås?", "Zebraränder på gården");
    planner.press("Spara");
    assert_eq!(titles(&planner.get("/sok.json?q=zebra")), ["Zebraränder på gården"]);
    let mut elected = app.signed_in("Farah Nazari");
    assert_eq!(titles(&elected.get("/sok.json?q=zebra")), [] as [&str; 0]);
}
