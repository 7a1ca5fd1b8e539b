//! Copying a plan to the next period: what is offered, when it holds and what it hangs on.

use std::collections::BTreeSet;
use std::sync::Arc;

use app::demo::id_of;
use app::elements::store::insert_element;
use app::goals::store::insert_copy;
use domain::elements::{Element, ElementState};
use domain::ids::{ElementId, OrgUnitId};
use domain::steering::Role;
use jiff::ToSpan;
use jiff::civil::{Date, date};

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

#[test]
fn work_is_copied_to_the_same_days_a_year_later_under_the_copy_of_its_goal() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Kerstin Öberg");
    let before: BTreeSet<ElementId> = app.structure().elements().map(|one| one.id).collect();
    let unit = id("org", "centrums-forskolor");
    browser.open(&format!("/planera/kopiera?enhet={unit}"));
    assert!(browser.page().says("om du väljer den också, annars till den som finns nu"));
    browser.press("Skapa utkasten");
    assert_eq!(browser.status(), 200, "{}", browser.page().text());
    let structure = app.structure();
    let new: Vec<_> = structure.elements().filter(|one| !before.contains(&one.id)).collect();
    let work: Vec<_> = new.iter().filter(|one| one.role == Role::Activity).collect();
    assert!(work.len() > 1, "{new:?}");
    for one in work {
        let same = |old: &&Arc<Element>| old.title == one.title && old.id != one.id;
        let old = structure.elements().find(same).expect("what was copied");
        let later = |day: Option<Date>| day.map(|day| day.checked_add(1.year()).unwrap());
        assert_eq!((one.starts_on, one.ends_on), (later(old.starts_on), later(old.ends_on)));
        let parents: Vec<ElementId> = structure.parents(one.id).map(|one| one.id).collect();
        assert!(!parents.is_empty() && parents.iter().all(|id| !before.contains(id)), "{one:?}");
    }
}

#[test]
fn work_that_is_copied_without_its_goal_stays_under_the_old_one() {
    let app = TestApp::new();
    let mut browser = app.signed_in("Kerstin Öberg");
    let before: BTreeSet<ElementId> = app.structure().elements().map(|one| one.id).collect();
    let unit: OrgUnitId = id("org", "centrums-forskolor").parse().unwrap();
    let work = app.structure();
    let work = work
        .owned_by(unit)
        .find(|one| one.role == Role::Activity && one.ends_on.is_some())
        .expect("an activity");
    let (owner, chosen) = (unit.to_string(), work.id.to_string());
    let fields = [("enhet", owner.as_str()), ("mal", chosen.as_str())];
    assert_eq!(browser.post("/planera/kopiera", &fields).status, 303);
    let structure = app.structure();
    let copy = structure.elements().find(|one| !before.contains(&one.id)).expect("a copy");
    let parents = |id| structure.parents(id).map(|one| one.id).collect::<Vec<_>>();
    assert_eq!(parents(copy.id), parents(work.id));
}
