//! Copying a plan of an org unit that owns very much.

use app::demo::id_of;
use app::elements::store::insert_element;
use app::goals::store::insert_copy;
use domain::elements::{Element, ElementState};
use domain::ids::ElementId;
use jiff::civil::date;

use crate::kit::{TestApp, id};

/// The latest of very many, which has been copied already.
const COPIED: &str = "0 Det som är kopierat";

#[test]
fn what_has_been_copied_is_not_offered_again_however_much_there_is() {
    let app = TestApp::new();
    let structure = app.structure();
    let like = structure.element(id_of("element", "rm-trygg-start")).unwrap();
    let (first, last) = (Some(date(2026, 1, 1)), Some(date(2026, 12, 31)));
    let like = Element { starts_on: first, ends_on: last, version: 1, ..Element::clone(like) };
    let one = |number: u16, title: String, state: ElementState| {
        let mut bytes = [0xff; 16];
        bytes[14..].copy_from_slice(&number.to_be_bytes());
        Element { id: ElementId::from(bytes), title, state, number: String::new(), ..like.clone() }
    };
    let mut all: Vec<Element> =
        (1..900).map(|at| one(at, format!("Mål {at}"), ElementState::Adopted)).collect();
    let original = one(1_000, COPIED.to_owned(), ElementState::Adopted);
    let copy = one(1_001, "Kopian".to_owned(), ElementState::Draft);
    let (to, from) = (copy.id, original.id);
    all.extend([original, copy]);
    app.writing(move |tx| {
        for element in &all {
            insert_element(tx, element)?;
        }
        insert_copy(tx, to, from)
    });
    let mut browser = app.signed_in("Kerstin Öberg");
    browser.open(&format!("/planera/kopiera?enhet={}", id("org", "utbildningsnamnden")));
    browser.within_budget(30);
    assert!(browser.page().says("Mål 1"), "{}", browser.page().text());
    assert!(!browser.page().says(COPIED));
}
