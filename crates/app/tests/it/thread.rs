//! Röda tråden and the pages that count what hangs on it.

use app::assessment::store::{AssessmentKind, keep_assessment, of_element};
use app::demo::id_of;
use app::elements::store::{change_element, insert_element, insert_link};
use domain::elements::{Element, ElementState, Link};
use domain::fulfilment::Fulfilment;
use domain::ids::ElementId;
use domain::steering::LinkKind;
use jiff::civil::date;

use crate::kit::{Browser, TestApp, id};

/// A controller of the whole municipality.
const CONTROLLER: &str = "Kerstin Öberg";
/// The manager of one workplace.
const MANAGER: &str = "Amira Lindqvist";

/// Writes more goals of one unit under a committee's goal that twelve units answer.
fn write_goals(app: &TestApp, more: usize) {
    let structure = app.structure();
    let like = structure.element(id_of("element", "em-skargardens-forskolor")).unwrap();
    let like = Element::clone(like);
    app.writing(move |tx| {
        for number in 0..more {
            let goal: ElementId = id_of("element", &format!("till-{number}"));
            let title = format!("Ännu ett mål {number:03}");
            insert_element(tx, &Element { id: goal, title, version: 1, ..like.clone() })?;
            insert_link(
                tx,
                &Link {
                    id: id_of("link", &format!("till-{number}")),
                    child: goal,
                    parent: id_of("element", "rm-trygg-start"),
                    kind: LinkKind::Decomposes,
                },
            )?;
        }
        Ok(())
    });
}

#[test]
fn a_goal_that_very_many_answer_costs_no_more_statements_than_another() {
    let app = TestApp::new();
    write_goals(&app, 800);
    let goal = id("element", "rm-trygg-start");
    let mut browser = app.signed_in(CONTROLLER);
    for address in ["/trad".to_owned(), format!("/trad?fokus={goal}"), format!("/mal/{goal}")] {
        browser.open(&address).within_budget(30);
    }
    assert!(browser.page().says("812 st"));
}

#[test]
fn a_goal_shows_the_first_that_answer_it_and_leads_to_the_rest() {
    let app = TestApp::new();
    write_goals(&app, 200);
    let mut browser = app.signed_in(MANAGER);
    browser.open(&format!("/mal/{}", id("element", "rm-trygg-start")));
    assert_eq!(browser.page().table("Resultatmål för enheter").len(), 21);
    browser.follow("Visa alla 212").within_budget(30);
    assert_eq!(browser.page().table("Resultatmål för enheter").len(), 201);
    browser.follow("Nästa");
    assert_eq!(browser.page().table("Resultatmål för enheter").len(), 13);
    browser.follow("Visa färre");
    assert_eq!(browser.page().table("Resultatmål för enheter").len(), 21);
}

#[test]
fn a_sum_follows_what_people_report() {
    let app = TestApp::new();
    let goal = id("element", "rm-trygg-start");
    let mut browser = app.signed_in(MANAGER);
    for address in [format!("/mal/{goal}"), format!("/trad?fokus={goal}")] {
        browser.open(&address);
        assert!(browser.page().says("Sju av tolv"), "{address}");
    }
    app.writing(|tx| {
        let judged = of_element(tx, id_of("element", "em-hamnens-forskolor"))?;
        let mut judged = judged
            .into_iter()
            .find(|one| one.kind == AssessmentKind::Outcome)
            .expect("a judgement");
        assert_eq!(judged.level, Fulfilment::NotAchieved);
        judged.level = Fulfilment::Achieved;
        keep_assessment(tx, &judged)
    });
    for address in [format!("/mal/{goal}"), format!("/trad?fokus={goal}")] {
        browser.open(&address);
        assert!(browser.page().says("Åtta av tolv"), "{address}");
    }
}

#[test]
fn an_unfolded_column_tells_in_words_what_its_cards_belong_to() {
    let app = TestApp::new();
    let mut browser = app.signed_in(MANAGER);
    let focus = id("element", "rm-trygg-start");
    browser.open(&format!("/trad?fokus={focus}"));
    let folded = browser.page().texts(".columns section:last-child .node").len();
    assert_eq!(browser.page().texts(".columns .whole").len(), 0);
    browser.open(&format!("/trad?fokus={focus}&alla=3")).within_budget(30);
    let unfolded = browser.page().texts(".columns .whole .node");
    assert!(unfolded.len() > folded, "{} and {folded}", unfolded.len());
    let told = browser.page().texts(".columns .whole .belongs").len();
    assert!(told > 0);
}

#[test]
fn an_empty_municipality_is_told_what_to_do_first_and_not_that_all_is_well() {
    let app = TestApp::new();
    app.writing(|tx| {
        tx.run("update elements set state = 'ended' where tenant = $1", &[])?;
        tx.leave_unaudited("a test's preparation");
        Ok(())
    });
    let mut browser = app.signed_in(CONTROLLER);
    browser.open("/");
    assert!(!browser.page().says("Tråden är hel"));
    assert!(browser.page().says("Här börjar tråden. Skriv visionen först"));
    for address in ["/trad", "/trad/halsa"] {
        browser.open(address);
        assert!(browser.page().says("Här börjar tråden"), "{address}");
        browser.follow("Börja planera");
        assert_eq!(browser.status(), 200);
    }
}

#[test]
fn a_draft_on_the_map_says_that_it_is_one_and_what_is_true_of_its_day() {
    let app = TestApp::new();
    let mut planner = app.signed_in("Amira Lindqvist");
    planner.open("/mal/nytt?typ=enhetsmal").fill("Vad ska uppnås?", "Zebraränder på gården");
    planner.press("Spara");
    let of_map = |browser: &Browser, title: &str| {
        let cards = browser.page().texts("a.node").into_iter();
        cards.filter(|card| card.contains(title)).collect::<Vec<_>>()
    };
    let draft = planner.address().rsplit('/').next().unwrap().to_owned();
    planner.open(&format!("/trad?fokus={draft}"));
    let cards = of_map(&planner, "Zebraränder");
    assert!(cards.iter().any(|card| card.contains("Utkast")), "{cards:?}");
    planner.open("/trad");
    let decided = of_map(&planner, "Trygg lek i mindre grupper");
    assert!(!decided.is_empty() && decided.iter().all(|card| !card.contains("Utkast")));
    // Work that has not begun says so when its first day has passed, and a draft only what is planned.
    let work: ElementId = id("element", "akt-samarbeta-om-oppning-och-stangning").parse().unwrap();
    let kept = app.structure().element(work).cloned().unwrap();
    for (state, words) in [
        (ElementState::Adopted, "Skulle ha börjat 1 apr"),
        (ElementState::Draft, "Planerad från 1 apr"),
    ] {
        let begins = Some(date(2026, 4, 1));
        let version = app.structure().element(work).unwrap().version + 1;
        let late = Element { state, starts_on: begins, version, ..Element::clone(&kept) };
        app.writing(move |tx| {
            tx.run("delete from progress where tenant = $1", &[])?;
            change_element(tx, "change", &late)
        });
        planner.open(&format!("/trad?fokus={work}"));
        let cards = of_map(&planner, &kept.title);
        assert!(cards.iter().any(|card| card.contains(words)), "{words}: {cards:?}");
    }
}
