//! In which report assignments are answered, where there are many and where nonsense is sent.

use app::demo::id_of;
use app::elements::store::insert_element;
use domain::elements::Element;
use domain::ids::ElementId;

use crate::kit::{TestApp, id};

const CONTROLLER: &str = "Kerstin Öberg";
const PAGE: &str = "/folja-upp/redovisningspunkter";
const ASSIGNMENT: &str = "uppdrag-barngrupper";

#[test]
fn a_choice_that_is_no_report_is_told_and_not_taken_for_kept() {
    let app = TestApp::new();
    let mut kerstin = app.signed_in(CONTROLLER);
    let before = app.audit_length();
    let fields = [("uppdrag", &*id("element", ASSIGNMENT)), ("rapport", "sedan"), ("version", "1")];
    kerstin.post_and_show(PAGE, &fields);
    assert_eq!(kerstin.status(), 422);
    assert_eq!(kerstin.page().problems(), ["Välj något i listan"]);
    assert_eq!(app.audit_length(), before);
}

#[test]
fn every_assignment_can_be_given_a_report_however_many_there_are() {
    let app = TestApp::new();
    let structure = app.structure();
    let like: ElementId = id_of("element", ASSIGNMENT);
    let like = Element::clone(structure.element(like).unwrap());
    app.writing(move |tx| {
        for number in 0..210 {
            let id = id_of("element", &format!("uppdrag-{number}"));
            let title = format!("Ö uppdrag {number:03}");
            insert_element(tx, &Element { id, title, ..like.clone() })?;
        }
        Ok(())
    });
    let mut kerstin = app.signed_in(CONTROLLER);
    kerstin.open(PAGE).within_budget(30);
    let last = "Rapport där Ö uppdrag 209 redovisas";
    assert!(kerstin.page().says("Sida 1 av 2"), "{}", kerstin.page().text());
    let mut labels = kerstin.page().texts("label").join(" ");
    kerstin.follow("Nästa").within_budget(30);
    labels.push_str(&kerstin.page().texts("label").join(" "));
    assert!(labels.contains(last) && labels.contains("Ö uppdrag 000"));
    let word = kerstin.page().texts("select option");
    let word = word.iter().find(|one| one.starts_with("Årsredovisning")).unwrap().clone();
    let sent = [
        ("uppdrag", id("element", "uppdrag-209")),
        ("rapport", "year 2026".to_owned()),
        ("version", "0".to_owned()),
        ("sida", "2".to_owned()),
    ];
    let sent: Vec<(&str, &str)> =
        sent.iter().map(|(name, value)| (*name, value.as_str())).collect();
    kerstin.post_and_show(PAGE, &sent);
    kerstin.open(&format!("{PAGE}?sida=2"));
    let chosen = kerstin.page().texts("select option[selected]");
    assert!(chosen.iter().any(|one| one.starts_with(&word)), "{chosen:?}");
    assert_eq!(kerstin.get(&format!("{PAGE}?sida=99")).status.as_u16(), 200);
}
