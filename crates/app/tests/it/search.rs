//! Searching: the page, the palette's answers, and what must not be found.

use app::identity::store::{PersonRow, change_person, insert_person};
use domain::ids::PersonId;

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

#[test]
fn people_are_found_by_name_as_far_as_the_visitor_may_know_of_them() {
    let app = TestApp::new();
    let url = |browser: &mut crate::kit::Browser, words: &str| {
        let reply = browser.get(&format!("/sok.json?q={words}"));
        let hits: serde_json::Value = serde_json::from_str(&reply.text()).unwrap();
        let hits = hits.as_array().unwrap().clone();
        let people = hits.into_iter().filter(|hit| hit["group"] == "Person");
        people.map(|hit| hit["url"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    // Who manages the register finds everybody in it, å ä ö left out or not.
    let mut administrator = app.signed_in("Johan Åkerlund");
    for words in ["amira", "lindqvist+am", "akerlund", "%C3%A5kerlund", "oberg"] {
        let found = url(&mut administrator, words);
        assert!(found.len() == 1 && found[0].starts_with("/personer/"), "{words}: {found:?}");
        administrator.open(&found[0]);
    }
    assert_eq!(url(&mut administrator, "%25_"), [] as [&str; 0], "signs are themselves");
    // Others find those who answer for something, and what that is.
    let mut reader = app.signed_in("Ingrid Malm");
    let found = url(&mut reader, "amira");
    assert!(found.len() == 1 && found[0].starts_with("/trad?vy=lista&ansvarig="), "{found:?}");
    reader.open("/sok?q=amira").within_budget(30).follow("Amira Lindqvist");
    assert!(reader.page().says("Amira Lindqvist"));
    assert_eq!(url(&mut reader, "akerlund"), [] as [&str; 0], "the register is not theirs");
    assert_eq!(url(&mut reader, "a"), [] as [&str; 0], "a letter is not a name");
}

#[test]
fn somebody_is_found_however_many_stand_before_them_in_the_alphabet() {
    let app = TestApp::new();
    let somebody = |number: u8, name: String| PersonRow {
        id: PersonId::from([number; 16]),
        name,
        title: "Medarbetare".to_owned(),
        email: format!("prov{number}@skarvik.example"),
        version: 1,
        left_on: None,
    };
    app.writing(move |tx| {
        for number in 1..=200 {
            insert_person(tx, &somebody(number, format!("Alexander Persson {number}")))?;
        }
        for (number, name) in [(201, "Lars Ek"), (202, "Ola Öst"), (203, "Åsa Ås")] {
            insert_person(tx, &somebody(number, name.to_owned()))?;
        }
        Ok(())
    });
    let mut administrator = app.signed_in("Johan Åkerlund");
    for (words, name) in
        [("Lars", "Lars Ek"), ("Ola", "Ola Öst"), ("asa", "Åsa Ås"), ("%C3%B6st+ola", "Ola Öst")]
    {
        let reply = administrator.get(&format!("/sok.json?q={words}"));
        assert!(titles(&reply).contains(&name.to_owned()), "{words}: {:?}", titles(&reply));
    }
    // Who changes their name, or is new, is found by it at once.
    app.writing(move |tx| {
        let lars = somebody(201, "Lars Zorn".to_owned());
        change_person(tx, "change", &PersonRow { version: 2, ..lars })?;
        insert_person(tx, &somebody(204, "Olaus Ny".to_owned()))?;
        Ok(())
    });
    assert_eq!(titles(&administrator.get("/sok.json?q=lars+zorn")), ["Lars Zorn"]);
    assert_eq!(titles(&administrator.get("/sok.json?q=olaus")), ["Olaus Ny"]);
    assert_eq!(titles(&administrator.get("/sok.json?q=lars+ek")), [] as [&str; 0]);
    // The register is still nobody else's.
    let mut reader = app.signed_in("Ingrid Malm");
    assert_eq!(titles(&reader.get("/sok.json?q=lars+zorn")), [] as [&str; 0]);
}

#[test]
fn who_answers_for_nothing_but_a_draft_is_found_by_its_planners_only() {
    let app = TestApp::new();
    let mut planner = app.signed_in("Amira Lindqvist");
    planner.open("/mal/nytt?typ=enhetsmal").fill("Vad ska uppnås?", "Zebraränder på gården");
    planner.pick("Vem ansvarar?", "Johan Åkerlund, Systemförvaltare").press("Spara");
    assert_eq!(planner.status(), 200, "{}", planner.page().text());
    assert_eq!(titles(&planner.get("/sok.json?q=akerlund")), ["Johan Åkerlund"]);
    let mut reader = app.signed_in("Ingrid Malm");
    assert_eq!(titles(&reader.get("/sok.json?q=akerlund")), [] as [&str; 0]);
}

#[test]
fn pages_are_found_by_their_words_by_those_who_may_open_them() {
    let app = TestApp::new();
    let mut controller = app.signed_in("Kerstin Öberg");
    for (words, url) in [("papperskorg", "/planera/papperskorg"), ("import", "/matt/inlasning")] {
        let reply = controller.get(&format!("/sok.json?q={words}"));
        let hits: serde_json::Value = serde_json::from_str(&reply.text()).unwrap();
        assert_eq!(hits[0]["url"], url, "{words}: {hits}");
        controller.open(url);
        let mut reader = app.signed_in("Ingrid Malm");
        assert_eq!(titles(&reader.get(&format!("/sok.json?q={words}"))), [] as [&str; 0]);
    }
}

#[test]
fn another_word_for_the_same_finds_it_and_tells_what_it_is_called_here() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Kerstin Öberg");
    let found = titles(&browser.get("/sok.json?q=sjuktal"));
    assert_eq!(found.first().map(String::as_str), Some("Sjukfrånvaro"), "{found:?}");
    for word in ["nyckeltal", "kpi"] {
        let reply = browser.get(&format!("/sok.json?q={word}"));
        let found = titles(&reply);
        assert_eq!(found.first().map(String::as_str), Some("Resultatindikatorer"), "{word}");
        assert!(found.contains(&"Behöriga lärare".to_owned()), "the measures too: {found:?}");
        let hits: serde_json::Value = serde_json::from_str(&reply.text()).unwrap();
        let kinds = hits.as_array().unwrap().iter().skip(1).map(|hit| &hit["group"]);
        assert!(kinds.into_iter().all(|kind| kind == "Resultatindikator"), "nothing else: {hits}");
    }
    // The model's own words in every form narrow to what is of that type.
    let found = titles(&browser.get("/sok.json?q=inriktningsm%C3%A5let+trygg"));
    assert_eq!(found, ["Trygg uppväxt och lust att lära"]);
    browser.open("/sok?q=inriktningsm%C3%A5len").follow("Inriktningsmål");
    assert!(browser.page().says("Trygg uppväxt och lust att lära"));
    let found = titles(&browser.get("/sok.json?q=sjukfr%C3%A5nvarro"));
    assert!(found.contains(&"Sjukfrånvaro".to_owned()), "a misspelling: {found:?}");
}

#[test]
fn what_was_opened_and_searched_for_last_is_found_without_a_word_and_forgotten_on_demand() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Kerstin Öberg");
    assert_eq!(titles(&browser.get("/sok.json")), [] as [&str; 0]);
    browser.open("/sok?q=trygg+lek").follow("Trygg lek i mindre grupper");
    browser.open("/sok?q=skargardens").follow("Skärgårdens förskolor");
    let expected =
        ["Skärgårdens förskolor", "skargardens", "Trygg lek i mindre grupper", "trygg lek"];
    assert_eq!(titles(&browser.get("/sok.json")), expected);
    browser.open("/sok").within_budget(30);
    assert!(browser.page().says("Senast"));
    browser.follow("Trygg lek i mindre grupper");
    assert_eq!(titles(&browser.get("/sok.json"))[0], "Trygg lek i mindre grupper");
    for word in 0..12 {
        browser.open(&format!("/sok?q=ord{word}"));
    }
    assert_eq!(titles(&browser.get("/sok.json")).len(), 8);
    browser.open("/sok").press("Glöm det senaste");
    assert!(!browser.page().says("Glöm det senaste"));
    assert_eq!(titles(&browser.get("/sok.json")), [] as [&str; 0]);
}

#[test]
fn the_list_is_the_persons_own_and_tells_nothing_of_drafts_that_others_may_not_see() {
    let app = TestApp::new();
    let mut planner = app.signed_in("Amira Lindqvist");
    planner.open("/mal/nytt?typ=enhetsmal").fill("Vad ska uppnås?", "Zebraränder på gården");
    planner.press("Spara");
    planner.open("/sok?q=zebra").follow("Zebraränder på gården");
    assert_eq!(titles(&planner.get("/sok.json"))[0], "Zebraränder på gården");
    let kept = planner.cookies().get("senast").cloned().unwrap();
    let mut other = app.signed_in("Farah Nazari");
    other.cookies().insert("senast".to_owned(), kept.clone());
    assert_eq!(titles(&other.get("/sok.json")), [] as [&str; 0], "another person's list");
    // Even a list made by hand in one's own name shows what may be seen and no more.
    other.open("/sok?q=trygg");
    let own = other.cookies().get("senast").cloned().unwrap();
    let (owner, _) = own.split_once('!').unwrap();
    let (_, entries) = kept.split_once('!').unwrap();
    other.cookies().insert("senast".to_owned(), format!("{owner}!{entries}"));
    let seen = titles(&other.get("/sok.json"));
    assert!(!seen.iter().any(|title| title.contains("Zebra")), "{seen:?}");
    for rubbish in [format!("{owner}!e!o!q%zz!xyz"), "!!!!".to_owned(), "x".repeat(3_000)] {
        other.cookies().insert("senast".to_owned(), rubbish);
        assert_eq!(other.get("/sok.json").status, 200);
    }
}
