//! A committee's page, its report and what is frozen of it: one set of numbers, whoever reads.

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
    controller.open(&live).press("Frys rapporten");
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
