//! Pictures brought up to date, and what they count.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::date;

use super::*;
use crate::ids::{ElementId, LinkId, OrgUnitId};
use crate::model_change::{Obstacle, obstacles};
use crate::organisation::tests::small;
use crate::steering::{LinkKind, Role, SteeringModel, TypeId};

const TYPES: [(&str, Role); 4] = [
    ("inriktningsmal", Role::Goal),
    ("resultatmal", Role::Goal),
    ("indikator", Role::Measure),
    ("aktivitet", Role::Activity),
];
const STATES: [ElementState; 5] = [
    ElementState::Draft,
    ElementState::Adopted,
    ElementState::Discarded,
    ElementState::Adopted,
    ElementState::Superseded,
];
const PIECES: usize = 60;

fn model() -> Arc<SteeringModel> {
    let text = include_bytes!("../../../../presets/osteraker-2018.yaml");
    Arc::new(crate::steering::check(text).into_model().expect("a sound preset"))
}

fn empty() -> Structure {
    Structure::new(model(), Arc::new(small().0))
}

fn id(number: usize) -> ElementId {
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&number.to_be_bytes());
    ElementId::from(bytes)
}

fn element(number: usize, kind: usize, state: ElementState) -> Element {
    let (element_type, role) = TYPES[kind % TYPES.len()];
    let (_, owners) = small();
    Element {
        id: id(number),
        element_type: TypeId::from(element_type),
        role,
        owner: owners[number % owners.len()],
        number: (number % 7).to_string(),
        title: format!("Element {}", (number * 37) % 11),
        text: String::new(),
        responsible: None,
        starts_on: Some(date(2024, 1, 1)),
        ends_on: (!number.is_multiple_of(3)).then_some(date(2026, 12, 31)),
        state,
        decision: None,
        version: 1,
    }
}

/// A link upward, to a lower number so that there is no circle.
fn link(child: usize, parent: usize) -> Link {
    let number = child * PIECES + parent;
    Link {
        id: LinkId::from(id(number).bytes()),
        child: id(child),
        parent: id(parent),
        kind: LinkKind::Contributes,
    }
}

/// Everything that can be looked up, in words that can be compared.
fn seen(structure: &Structure) -> Vec<String> {
    let titles = |all: Vec<&Arc<Element>>| -> Vec<String> {
        all.into_iter().map(|element| format!("{} {}", element.id, element.title)).collect()
    };
    let mut told = vec![format!("{:?} {}", structure.health(), structure.len())];
    for (name, _) in TYPES {
        let of = TypeId::from(name);
        told.push(format!("{name} {:?}", titles(structure.of_type(&of).collect())));
        told.push(format!("{}", structure.count_of_type(&of)));
        for year in 2022..2029 {
            told.push(format!("{name} {year} {:?}", structure.count_in_year(&of, year)));
        }
    }
    for owner in small().1 {
        told.push(format!("{:?}", titles(structure.owned_by(owner).collect())));
    }
    for number in 0..PIECES {
        let at = id(number);
        told.push(format!("{number} {:?}", titles(structure.children(at))));
        told.push(format!("{:?} {:?}", structure.links_up(at), structure.links_down(at)));
        for (name, _) in TYPES {
            told.push(format!("{:?}", structure.count_below(at, &TypeId::from(name), 2026)));
        }
    }
    for kind in Unwell::ALL {
        let mut ids: Vec<ElementId> = structure.unwell(kind).map(|element| element.id).collect();
        ids.sort_unstable();
        told.push(format!("{kind:?} {ids:?}"));
    }
    let mut alone: Vec<ElementId> = structure.alone().map(|element| element.id).collect();
    alone.sort_unstable();
    told.push(format!("alone {alone:?}"));
    told
}

#[test]
fn a_picture_brought_up_to_date_is_as_one_made_anew() {
    let mut grown = empty();
    let mut elements: BTreeMap<usize, Element> = BTreeMap::new();
    let mut links: BTreeMap<usize, Vec<Link>> = BTreeMap::new();
    let mut random = 7_usize;
    let mut next = |below: usize| {
        random =
            random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) % below
    };
    // Somebody does not see the drafts of one owner, and looks now and then.
    let hidden = small().1[1];
    let mut shown = empty();
    for step in 0..600 {
        let number = next(PIECES);
        grown.revision += 1;
        // A picture is shared and copied before each change, and what was counted is remembered.
        let before = grown.clone();
        let was = seen(&before);
        if next(2) == 0 {
            let put = element(number, number + next(2), STATES[next(STATES.len())]);
            elements.insert(number, put.clone());
            grown.apply(Delta::Element(Arc::new(put)));
        } else {
            let all: Vec<Link> = (0..next(4))
                .map(|_| next(number.max(1)))
                .filter(|parent| *parent < number)
                .collect::<BTreeSet<_>>()
                .into_iter()
                .map(|parent| link(number, parent))
                .collect();
            links.insert(number, all.clone());
            grown.apply(Delta::LinksOf(id(number), all));
        }
        if step % 20 != 0 {
            continue;
        }
        shown = grown.without_drafts_as(&shown, |owner| owner == hidden).expect("it is known");
        assert_eq!(seen(&shown), seen(&grown.without_drafts_of(&[hidden])), "step {step}, shown");
        let owners: BTreeSet<OrgUnitId> = grown.owners_of_drafts().collect();
        let bare = grown.without_drafts_of(&Vec::from_iter(owners.clone()));
        let read: BTreeSet<OrgUnitId> =
            owners.into_iter().filter(|owner| *owner != hidden).collect();
        let brought = grown.with_drafts_of(&bare, &read);
        assert_eq!(seen(&brought), seen(&shown), "step {step}, brought back");
        assert_eq!(seen(&before), was, "the picture before changed too");
        let mut anew = empty();
        for element in elements.values() {
            anew.apply(Delta::Element(Arc::new(element.clone())));
        }
        for (child, all) in &links {
            anew.apply(Delta::LinksOf(id(*child), all.clone()));
        }
        assert_eq!(seen(&grown), seen(&anew), "after step {step}");
    }
}

#[test]
fn what_two_ways_lead_to_is_counted_once() {
    let mut structure = empty();
    for (number, kind) in [(0, 0), (1, 1), (2, 1), (3, 3)] {
        structure.apply(Delta::Element(Arc::new(element(number, kind, ElementState::Adopted))));
    }
    for (child, parents) in [(1, vec![0]), (2, vec![0]), (3, vec![1, 2])] {
        let all = parents.into_iter().map(|parent| link(child, parent)).collect();
        structure.apply(Delta::LinksOf(id(child), all));
    }
    let activities = structure.count_below(id(0), &TypeId::from("aktivitet"), 2026);
    assert_eq!(activities, 1);
}

#[test]
fn a_draft_is_counted_for_those_who_see_it_and_for_no_one_else() {
    let mut whole = empty();
    let draft = element(1, 1, ElementState::Draft);
    whole.apply(Delta::Element(Arc::new(element(0, 0, ElementState::Adopted))));
    whole.apply(Delta::Element(Arc::new(draft.clone())));
    whole.apply(Delta::LinksOf(id(1), vec![link(1, 0)]));
    let counts = |structure: &Structure| {
        (
            structure.count_in_year(&draft.element_type, 2026),
            structure.count_below(id(0), &draft.element_type, 2026),
        )
    };
    // Asked first, so that what is remembered of the whole picture must not follow with it.
    assert_eq!(counts(&whole), (1, 1));
    assert_eq!(counts(&whole.without_drafts_of(&[draft.owner])), (0, 0));
}

#[test]
fn what_was_thrown_away_is_as_unknown_to_others_as_when_it_was_written() {
    let mut whole = empty();
    let draft = element(1, 1, ElementState::Draft);
    whole.apply(Delta::Element(Arc::new(draft.clone())));
    let thrown = Element { state: ElementState::Discarded, version: 2, ..draft.clone() };
    whole.apply(Delta::Element(Arc::new(thrown)));
    assert!(whole.element(draft.id).is_some());
    assert!(whole.without_drafts_of(&[draft.owner]).element(draft.id).is_none());
    whole.apply(Delta::Element(Arc::new(Element { version: 3, ..draft.clone() })));
    whole.apply(Delta::Element(Arc::new(Element {
        state: ElementState::Adopted,
        version: 4,
        ..draft.clone()
    })));
    assert!(whole.without_drafts_of(&[draft.owner]).element(draft.id).is_some());
}

#[test]
fn a_goal_is_measured_as_soon_as_something_below_answers_it() {
    let mut structure = empty();
    structure.apply(Delta::Element(Arc::new(element(0, 0, ElementState::Adopted))));
    assert_eq!(structure.health().count(Unwell::Unmeasured), 1);
    structure.apply(Delta::Element(Arc::new(element(1, 2, ElementState::Adopted))));
    structure.apply(Delta::LinksOf(id(1), vec![link(1, 0)]));
    assert_eq!(structure.health().count(Unwell::Unmeasured), 0);
    structure.apply(Delta::Element(Arc::new(element(1, 2, ElementState::Superseded))));
    assert_eq!(structure.health().count(Unwell::Unmeasured), 1);
}

#[test]
fn many_siblings_stand_in_order_whatever_order_they_came_in() {
    let mut structure = empty();
    structure.apply(Delta::Element(Arc::new(element(0, 0, ElementState::Adopted))));
    for number in (1..500).rev() {
        structure.apply(Delta::Element(Arc::new(element(number, 1, ElementState::Adopted))));
        structure.apply(Delta::LinksOf(id(number), vec![link(number, 0)]));
    }
    let children = structure.children(id(0));
    assert_eq!(children.len(), 499);
    let in_order = |pair: &[&Arc<Element>]| structure.order(pair[0], pair[1]).is_lt();
    assert!(children.windows(2).all(in_order));
}

#[test]
fn a_mark_holds_until_what_it_marks_changes() {
    let mut structure = empty();
    for (number, kind) in [(0, 0), (1, 1), (2, 1)] {
        structure.apply(Delta::Element(Arc::new(element(number, kind, ElementState::Adopted))));
    }
    structure.apply(Delta::LinksOf(id(1), vec![link(1, 0)]));
    let children = structure.mark_of_children(id(0));
    let goals = structure.mark_of_types([&TypeId::from("resultatmal")]);
    structure.apply(Delta::LinksOf(id(2), vec![link(2, 1)]));
    structure.apply(Delta::Element(Arc::new(element(3, 3, ElementState::Adopted))));
    assert!(children == structure.mark_of_children(id(0)));
    assert!(goals == structure.mark_of_types([&TypeId::from("resultatmal")]));
    structure.apply(Delta::Element(Arc::new(element(1, 1, ElementState::Draft))));
    assert!(children != structure.mark_of_children(id(0)));
    assert!(goals != structure.mark_of_types([&TypeId::from("resultatmal")]));
}

#[test]
fn a_link_that_waits_for_a_decision_stands_in_the_way_of_a_model_that_forbids_it() {
    let mut structure = empty();
    for number in 0..2 {
        let one = element(number, number, ElementState::Adopted);
        structure.apply(Delta::Element(Arc::new(one)));
    }
    let mut next = SteeringModel::clone(&structure.model);
    let lower = next.element_types.iter_mut().find(|one| one.id == TypeId::from(TYPES[1].0));
    lower.expect("in the preset").parents.clear();
    let proposed = link(1, 0);
    let links = |proposed: &[Link]| {
        let all = obstacles(&structure, proposed, &next, date(2026, 8, 25));
        all.iter().filter(|one| matches!(one, Obstacle::LinkGone { .. })).count()
    };
    assert_eq!((links(&[]), links(&[proposed])), (0, 1));
}
