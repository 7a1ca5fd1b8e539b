//! A committee's page, its report and what is frozen of it: one set of numbers, whoever reads.

use app::elements::store::insert_element;
use app::followup::store::{Account, Part, insert_account, insert_part};
use domain::elements::Element;
use domain::followup::{AccountState, PartKind};
use domain::fulfilment::Fulfilment;
use domain::ids::OrgUnitId;
use domain::steering::Role;

use app::demo::id_of;

use crate::kit::{Browser, TestApp, id};

const COMMITTEE: &str = "utbildningsnamnden";
const READERS: [&str; 6] = [
    "Amira Lindqvist",
    "Lena Holm",
    "Kerstin Öberg",
    "Yvonne Strand",
    "Ingrid Malm",
    "Gösta Hallin",
];

/// Every "n av m" that a page says of org units, in order.
fn counts(text: &str, unit: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let of_units = |four: &&[&str]| four[1] == "av" && four[3].starts_with(unit);
    words.windows(4).filter(of_units).map(|four| format!("{} av {}", four[0], four[2])).collect()
}

/// What the article of a report says.
fn report(reader: &mut Browser, address: &str) -> Vec<String> {
    reader.open(address).within_budget(30);
    reader.page().texts("article.report")
}

#[test]
fn everyone_reads_the_same_numbers_on_the_page_in_the_report_and_in_what_is_frozen() {
    let app = TestApp::new();
    let address = format!("/folja-upp/namnd/{}", id("org", COMMITTEE));
    let live = format!("/rapport/{}", id("org", COMMITTEE));
    let mut controller = app.signed_in("Kerstin Öberg");
    controller.open(&live).follow("Frys rapporten").press("Frys rapporten");
    let frozen = controller.address().to_owned();
    let official = report(&mut controller, &live);
    let kept = report(&mut controller, &frozen);
    assert_eq!(counts(&kept[0], "enhet"), counts(&official[0], "enhet"));
    assert!(!official[0].contains("Ljungskolan"), "its goal is not decided");
    let page = |reader: &mut Browser| {
        reader.open(&address).within_budget(30);
        let sections = reader.page().texts("section");
        (counts(&reader.page().text(), "enhet"), sections.len())
    };
    let expected = page(&mut controller);
    assert_eq!(expected.0.len(), 5, "{expected:?}");
    assert_eq!(counts(&official[0], "enhet")[0], expected.0[0]);
    for name in READERS {
        let mut reader = app.signed_in(name);
        assert_eq!(page(&mut reader), expected, "{name}");
        assert_eq!(report(&mut reader, &live), official, "{name}");
        assert_eq!(report(&mut reader, &frozen), kept, "{name}");
    }
}

#[test]
fn the_heading_the_table_and_the_sentences_of_a_committee_agree() {
    let app = TestApp::new();
    let mut reader = app.signed_in("Amira Lindqvist");
    reader.open(&format!("/folja-upp/namnd/{}", id("org", COMMITTEE)));
    let states = reader.page().texts("#rapporter tbody tr td:nth-child(2)");
    let is_in = |state: &&String| state.starts_with("Lämnad") || state.starts_with("Godkänd");
    let handed_in = states.iter().filter(is_in).count();
    let heading = format!("{handed_in} av {} enheter har lämnat.", states.len());
    assert!(reader.page().says(&heading), "{heading} {states:?}");
    // Centralskolan and Lärkans friskola have decided goals; the first has handed in.
    assert!(reader.page().says("1 av 2 enheter har bedömt"));
    assert!(reader.page().says("En enhet har inte lämnat"));

    let structure = app.structure();
    let committee: OrgUnitId = id_of("org", COMMITTEE);
    let goals = structure.owned_by(committee).filter(|one| one.role == Role::Goal);
    let titles: Vec<String> = goals.map(|goal| goal.title.clone()).collect();
    let said: Vec<String> = titles
        .iter()
        .map(|title| {
            let sections = reader.page().texts("section");
            let section = sections.iter().find(|text| text.starts_with(title.as_str())).unwrap();
            counts(section, "enhet").remove(0)
        })
        .collect();
    reader.open(&format!("/rapport/{}", id("org", COMMITTEE)));
    for (title, said) in titles.iter().zip(&said) {
        let tables = reader.page().texts("article.report table");
        let caption = format!("Enheternas mål under {title}");
        let table = tables.iter().find(|text| text.contains(&caption)).unwrap();
        let unjudged = table.matches("Inte bedömt").count();
        let (judged, all) = said.split_once(" av ").unwrap();
        let (judged, all): (usize, usize) = (judged.parse().unwrap(), all.parse().unwrap());
        assert_eq!(unjudged, all - judged, "{title}: {said}; {table}");
    }
}

/// An account of the committee's own in the round, which judges a goal of its own otherwise than
/// proposed; the goal's title.
fn committee_judges_itself(app: &TestApp) -> &'static str {
    let title = "Studiero i varje klass";
    let committee: OrgUnitId = id_of("org", COMMITTEE);
    let like = app.structure();
    let like = like.element(id_of("element", "rm-trygg-start")).expect("a goal of the committee");
    let goal = Element { id: app.app().new_id(), title: title.to_owned(), ..Element::clone(like) };
    let account = Account {
        id: app.app().new_id(),
        round: id_of("round", "delar-2026-08"),
        org_unit: committee,
        state: AccountState::Submitted,
        person_name: "Lena Holm".to_owned(),
        at: 1,
        version: 1,
    };
    let part = Part {
        subject: Some(goal.id),
        kind: PartKind::Goal,
        title: title.to_owned(),
        text: "Lektionerna börjar i tid.".to_owned(),
        level: Some(Fulfilment::Achieved),
        proposed: Some(Fulfilment::NotAchieved),
        reason: "Enkäten gjordes före bytet av lokal.".to_owned(),
        ..crate::reports::part_of(app, account.id)
    };
    app.writing(move |tx| {
        assert!(insert_element(tx, &goal)?, "a new one");
        insert_account(tx, &account)?;
        insert_part(tx, &part)
    });
    title
}

#[test]
fn a_committee_that_judges_its_own_goal_is_quoted_on_its_page() {
    let app = TestApp::new();
    let title = committee_judges_itself(&app);
    let mut reader = app.signed_in("Kerstin Öberg");
    reader.open(&format!("/folja-upp/namnd/{}", id("org", COMMITTEE))).within_budget(30);
    let sections = reader.page().texts("section");
    let said = sections.iter().find(|text| text.starts_with(title)).expect("the goal's section");
    for words in ["Bedömt av Utbildningsnämnden", "Lektionerna börjar i tid.", "Förslaget var"]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(said.contains("Varför: Enkäten gjordes före bytet av lokal."), "{said}");
    assert!(!said.contains("Ingen enhet har tagit upp målet"), "{said}");
    assert!(!said.contains("0 av 0"), "{said}");
}

#[test]
fn a_judgement_beside_the_proposal_reaches_the_report_with_proposal_and_reason() {
    let app = TestApp::new();
    committee_judges_itself(&app);
    let mut reader = app.signed_in("Kerstin Öberg");
    let article = report(&mut reader, &format!("/rapport/{}", id("org", COMMITTEE)));
    for words in [
        "Förslaget enligt måtten",
        "Därför en annan bedömning Enkäten gjordes före bytet av lokal.",
    ] {
        assert!(article[0].contains(words), "{words}");
    }
}

#[test]
fn min_sida_counts_the_same_reports_as_the_committees_page() {
    let app = TestApp::new();
    committee_judges_itself(&app);
    let mut elected = app.signed_in("Yvonne Strand");
    elected.open("/");
    let home = counts(&elected.page().text(), "rapport");
    elected.open(&format!("/folja-upp/namnd/{}", id("org", COMMITTEE)));
    assert_eq!(home[..1], counts(&elected.page().text(), "enhet")[..1]);
}
