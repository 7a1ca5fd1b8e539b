//! What holds for any two days.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::date;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;
use crate::elements::Delta;
use crate::ids::LinkId;
use crate::organisation::tests::small;
use crate::steering::{Role, SteeringModel, TargetKind, TypeId};

fn model() -> Arc<SteeringModel> {
    let text = include_bytes!("../../../../presets/osteraker-2018.yaml");
    Arc::new(crate::steering::check(text).into_model().expect("a sound preset"))
}

fn id(number: u8) -> ElementId {
    ElementId::from([number + 1; 16])
}

/// An element as numbers tell it: its state, words, person in charge, parent and target.
type Told = (u8, u8, u8, u8, u8);

fn element(number: u8, (state, words, person, ..): Told) -> Element {
    Element {
        id: id(number),
        element_type: TypeId::from("resultatmal"),
        role: Role::Goal,
        owner: small().1[usize::from(words) % 3],
        number: String::new(),
        title: format!("Mål {words}"),
        text: String::new(),
        responsible: (person > 0).then(|| PersonId::from([person; 16])),
        starts_on: None,
        ends_on: (person > 1).then_some(date(2026, 12, 31)),
        state: ElementState::ALL[usize::from(state) % 5],
        decision: None,
        version: 1,
    }
}

fn build(
    model: &Arc<SteeringModel>,
    told: &BTreeMap<u8, Told>,
) -> (Structure, BTreeMap<ElementId, Fulfilment>) {
    let mut structure = Structure::new(Arc::clone(model), Arc::new(small().0));
    let mut grades = BTreeMap::new();
    for (number, one) in told {
        structure.apply(Delta::Element(Arc::new(element(*number, *one))));
    }
    for (number, (_, words, person, parent, target)) in told {
        let up =
            parent.checked_sub(1).filter(|parent| parent < number && told.contains_key(parent));
        let links = up.map(|parent| Link {
            id: LinkId::from([number * 8 + parent; 16]),
            child: id(*number),
            parent: id(parent),
            kind: LinkKind::Contributes,
        });
        structure.apply(Delta::LinksOf(id(*number), links.into_iter().collect()));
        let targets = (0..target % 3).map(|year| Target {
            measure: id(*number),
            org_unit: None,
            period: Period::year_of(2024 + i16::from(year)),
            kind: TargetKind::AtLeast,
            low: Some(Decimal::from(*words)),
            high: None,
            version: i64::from(*person) + 1,
        });
        structure.apply(Delta::TargetsOf(id(*number), targets.collect()));
        if *target > 2 {
            grades.insert(id(*number), Fulfilment::Partly);
        }
    }
    (structure, grades)
}

fn days() -> impl Strategy<Value = BTreeMap<u8, Told>> {
    proptest::collection::btree_map(0..8_u8, (0..5_u8, 0..3_u8, 0..3_u8, 0..4_u8, 0..4_u8), 0..8)
}

fn told(all: Vec<Difference>) -> BTreeSet<String> {
    all.into_iter().map(|one| format!("{} {:?}", one.element.id, one.change)).collect()
}

/// What a difference says a day has, of what it says anything about.
fn title_after(all: &[Difference], id: ElementId) -> Option<&str> {
    all.iter().filter(|one| one.element.id == id).find_map(|one| match &one.change {
        Change::Words { after, .. } => Some(after.0.as_str()),
        _ => None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn a_day_does_not_differ_from_itself(day in days()) {
        let (structure, grades) = build(&model(), &day);
        let picture = Picture { structure: &structure, grades: &grades };
        prop_assert_eq!(differences(picture, picture), vec![]);
        prop_assert_eq!(org_differences(&structure, &structure), vec![]);
    }

    #[test]
    fn told_backwards_it_is_the_mirror(one in days(), other in days()) {
        let model = model();
        let (one, other) = (build(&model, &one), build(&model, &other));
        let (one, other) = (
            Picture { structure: &one.0, grades: &one.1 },
            Picture { structure: &other.0, grades: &other.1 },
        );
        let mirrored = differences(other, one).into_iter().map(|difference| Difference {
            change: difference.change.mirrored(),
            ..difference
        });
        prop_assert_eq!(told(differences(one, other)), told(mirrored.collect()));
    }

    #[test]
    fn whoever_knows_the_first_day_and_the_differences_knows_the_second(
        one in days(),
        other in days(),
    ) {
        let model = model();
        let (before, after) = (build(&model, &one), build(&model, &other));
        let all = differences(
            Picture { structure: &before.0, grades: &before.1 },
            Picture { structure: &after.0, grades: &after.1 },
        );
        for number in 0..8 {
            let id = id(number);
            let of_it: Vec<&Change> =
                all.iter().filter(|one| one.element.id == id).map(|one| &one.change).collect();
            let came = of_it.iter().any(|change| matches!(change, Change::Came(_)));
            let left = of_it.iter().any(|change| matches!(change, Change::Left(_)));
            let was = before.0.element(id);
            prop_assert_eq!(after.0.element(id).is_some(), (was.is_some() || came) && !left);
            if let (Some(was), Some(now)) = (was, after.0.element(id)) {
                prop_assert_eq!(title_after(&all, id).unwrap_or(&was.title), &now.title);
                let mut parents: BTreeSet<ElementId> =
                    before.0.links_up(id).iter().map(|link| link.parent).collect();
                for change in of_it {
                    match change {
                        Change::Linked(parent, _) => drop(parents.insert(*parent)),
                        Change::Unlinked(parent, _) => drop(parents.remove(parent)),
                        _ => {}
                    }
                }
                let linked = after.0.links_up(id).iter().map(|link| link.parent).collect();
                prop_assert_eq!(parents, linked);
            }
        }
    }
}
