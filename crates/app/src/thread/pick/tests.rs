//! A small town's map, seen from different goals.

use std::collections::BTreeMap;

use domain::elements::{Delta, ElementState, Link};
use domain::ids::{LinkId, OrgUnitId};
use domain::organisation::{OrgLevelKind, OrgUnit, Organisation};
use domain::steering::{LinkKind, Role, TypeId};
use jiff::civil::date;

use super::fold::FOLDED;
use super::*;
use crate::web::fields::Fields;

const COUNCIL: u8 = 1;
const COMMITTEE: u8 = 2;
const SCHOOL: u8 = 3;
const PROVIDER: u8 = 4;

fn org(number: u8, level: &str, kind: OrgLevelKind, parent: Option<u8>) -> Arc<OrgUnit> {
    Arc::new(OrgUnit {
        id: OrgUnitId::from([number; 16]),
        level: level.to_owned(),
        kind,
        parent: parent.map(|parent| OrgUnitId::from([parent; 16])),
        name: format!("Org {number}"),
        valid_from: date(2020, 1, 1),
        valid_to: None,
        succeeded_by: None,
        version: 1,
    })
}

fn id(word: &str) -> ElementId {
    let mut bytes = [0; 16];
    for (to, from) in bytes.iter_mut().zip(word.bytes()) {
        *to = from;
    }
    ElementId::from(bytes)
}

struct Town {
    structure: Structure,
    columns: Columns,
    links: BTreeMap<ElementId, Vec<Link>>,
}

impl Town {
    /// A vision, two goals of the council and what the test adds.
    fn new() -> Self {
        let text = include_bytes!("../../../../../presets/osteraker-2018.yaml");
        let model = Arc::new(domain::steering::check(text).into_model().expect("a sound preset"));
        let organisation = Organisation::new([
            org(COUNCIL, "kf", OrgLevelKind::Council, None),
            org(COMMITTEE, "namnd", OrgLevelKind::Committee, Some(COUNCIL)),
            org(SCHOOL, "enhet", OrgLevelKind::Unit, Some(COMMITTEE)),
            org(PROVIDER, "utf", OrgLevelKind::Provider, Some(COMMITTEE)),
        ]);
        let columns = Columns::of(&model);
        let structure = Structure::new(model, Arc::new(organisation));
        let mut town = Self { structure, columns, links: BTreeMap::new() };
        town.add("vision", "vision", COUNCIL, &[]);
        town.add("im1", "inriktningsmal", COUNCIL, &["vision"]);
        town.add("im2", "inriktningsmal", COUNCIL, &["vision"]);
        town
    }

    fn add(&mut self, word: &str, kind: &str, owner: u8, parents: &[&str]) {
        let role = match kind {
            "vision" => Role::Direction,
            "aktivitet" => Role::Activity,
            _ => Role::Goal,
        };
        self.structure.apply(Delta::Element(Arc::new(Element {
            id: id(word),
            element_type: TypeId::from(kind),
            role,
            owner: OrgUnitId::from([owner; 16]),
            number: String::new(),
            title: word.to_owned(),
            text: String::new(),
            responsible: None,
            starts_on: Some(date(2026, 1, 1)),
            ends_on: Some(date(2026, 12, 31)),
            state: ElementState::Adopted,
            decision: None,
            version: 1,
        })));
        let links: Vec<Link> = parents
            .iter()
            .map(|parent| {
                let key = id(&format!("{word}/{parent}")).bytes();
                Link {
                    id: LinkId::from(key),
                    child: id(word),
                    parent: id(parent),
                    kind: LinkKind::Contributes,
                }
            })
            .collect();
        self.links.insert(id(word), links.clone());
        self.structure.apply(Delta::LinksOf(id(word), links));
    }

    fn pick(&self, query: &str, focus: &str, deviating: Option<&[&str]>) -> Vec<Vec<String>> {
        let view = View::from_query(&Fields::urlencoded(query).unwrap(), 2026);
        let deviating =
            deviating.map(|words| words.iter().map(|word| id(word)).collect::<BTreeSet<_>>());
        let loom = Loom {
            structure: &self.structure,
            columns: &self.columns,
            view: &view,
            focus: self.structure.element(id(focus)),
            deviating: deviating.as_ref(),
        };
        let titles = |column: PickedColumn<'_>| {
            column.cards.into_iter().map(|card| card.element.title.clone()).collect()
        };
        loom.pick().into_iter().map(titles).collect()
    }
}

#[test]
fn to_the_right_of_the_focus_stands_only_what_its_thread_leads_to() {
    let mut town = Town::new();
    town.add("rm1", "resultatmal", COMMITTEE, &["im1"]);
    town.add("rm2", "resultatmal", COMMITTEE, &["im2"]);
    town.add("em1", "enhetsmal", SCHOOL, &["rm1"]);
    town.add("em2", "enhetsmal", SCHOOL, &["rm2"]);
    town.add("a1", "aktivitet", SCHOOL, &["em1"]);
    town.add("a2", "aktivitet", SCHOOL, &["em2"]);
    let columns = town.pick("", "rm2", None);
    assert_eq!(columns, [vec!["im1", "im2"], vec!["rm1", "rm2"], vec!["em2"], vec!["a2"]]);
}

#[test]
fn a_folded_column_keeps_the_focus_and_shows_every_parent_before_any_twice() {
    let mut town = Town::new();
    for number in 0..9 {
        town.add(&format!("rm1{number}"), "resultatmal", COMMITTEE, &["im1"]);
    }
    town.add("rm20", "resultatmal", COMMITTEE, &["im2"]);
    let columns = town.pick("", "rm18", None);
    let committee = &columns[1];
    assert_eq!(committee.len(), FOLDED);
    assert!(committee.contains(&"rm18".to_owned()));
    assert!(committee.contains(&"rm20".to_owned()));
}

#[test]
fn an_unfolded_column_shows_all_of_it() {
    let mut town = Town::new();
    for number in 0..20 {
        town.add(&format!("rm{number:02}"), "resultatmal", COMMITTEE, &["im1"]);
    }
    assert_eq!(town.pick("alla=1", "im1", None)[1].len(), 20);
}

#[test]
fn filters_never_take_the_thread_to_the_focus_away() {
    let mut town = Town::new();
    town.add("rm1", "resultatmal", COMMITTEE, &["im1"]);
    town.add("rm2", "resultatmal", COMMITTEE, &["im2"]);
    assert_eq!(town.pick("", "rm1", Some(&["rm2"]))[..2], [vec!["im1"], vec!["rm1", "rm2"]]);
}

#[test]
fn a_perspective_chooses_among_those_who_perform() {
    let mut town = Town::new();
    town.add("rm1", "resultatmal", COMMITTEE, &["im1"]);
    town.add("own", "enhetsmal", SCHOOL, &["rm1"]);
    town.add("private", "enhetsmal", PROVIDER, &["rm1"]);
    assert_eq!(town.pick("utforare=egen", "rm1", None)[2], ["own"]);
    assert_eq!(town.pick("utforare=utforare", "rm1", None)[2], ["private"]);
}

#[test]
fn what_hangs_on_nothing_is_shown_and_known_as_loose() {
    let mut town = Town::new();
    town.add("rm1", "resultatmal", COMMITTEE, &["im1"]);
    town.add("rm9", "resultatmal", COMMITTEE, &[]);
    assert_eq!(town.pick("", "rm1", None)[1], ["rm1", "rm9"]);
    let loose = |word| town.structure.is_loose(town.structure.element(id(word)).unwrap());
    assert!(loose("rm9"));
    assert!(!loose("rm1"));
    assert!(!loose("vision"));
}

#[test]
fn what_many_hang_on_is_counted_without_being_gathered() {
    let mut town = Town::new();
    town.add("rm1", "resultatmal", COMMITTEE, &["im1"]);
    for number in 0..300 {
        town.add(&format!("em{number:03}"), "enhetsmal", SCHOOL, &["rm1"]);
    }
    town.add("a1", "aktivitet", SCHOOL, &["em000"]);
    town.add("a2", "aktivitet", SCHOOL, &["em299"]);
    let view = View::from_query(&Fields::urlencoded("").unwrap(), 2026);
    let loom = Loom {
        structure: &town.structure,
        columns: &town.columns,
        view: &view,
        focus: town.structure.element(id("rm1")),
        deviating: None,
    };
    let columns = loom.pick();
    let told = |at: usize| (columns[at].cards.len(), columns[at].on_thread, columns[at].hidden);
    assert_eq!(told(2), (FOLDED, Some(300), 300 - FOLDED));
    assert_eq!((columns[3].on_thread, columns[3].total), (Some(2), 2));
    // Unfolded, the column shows also what hangs on those that have no card.
    assert_eq!(town.pick("alla=3", "rm1", None)[3], ["a1", "a2"]);
    let second = town.pick("alla=2&sida=2", "rm1", None);
    assert_eq!((second[2].len(), second[2][0].as_str()), (100, "em200"));
}
