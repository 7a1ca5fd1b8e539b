//! Invented people for the large municipality.

use std::collections::HashMap;

use super::World;
use super::organisation::{Appointment, Person, Role};
use super::random::Stream;

const FIRST_NAMES: [&str; 16] = [
    "Anna",
    "Bilal",
    "Cecilia",
    "David",
    "Elsa",
    "Farid",
    "Gunilla",
    "Hassan",
    "Ida",
    "Jonas",
    "Katarzyna",
    "Lars",
    "Mirja",
    "Nils",
    "Olga",
    "Petra",
];
const LAST_NAMES: [&str; 16] = [
    "Almgren",
    "Bergvall",
    "Cederholm",
    "Dahlin",
    "Ekvall",
    "Fors",
    "Granath",
    "Hultin",
    "Ivarsson",
    "Järv",
    "Kvist",
    "Lilja",
    "Moradi",
    "Nyhlén",
    "Ostrowski",
    "Persbo",
];

/// Adds people until there are `wanted`: a manager for every copied unit, then staff.
pub(super) fn add(world: &mut World, copies: &HashMap<String, usize>, wanted: usize) {
    let units: Vec<String> = world
        .organisation
        .iter()
        .filter(|unit| unit.branch.is_some() && !copies.contains_key(&unit.id))
        .map(|unit| unit.id.clone())
        .collect();
    let mut stream = Stream::named(world.seed, &["people"]);
    let from = world.people.len();
    for number in from..wanted {
        let mut pick = |names: &[&'static str; 16]| {
            let index = usize::try_from(stream.below(16)).unwrap_or(0);
            names[index]
        };
        let name = format!("{} {}", pick(&FIRST_NAMES), pick(&LAST_NAMES));
        // Every unit gets a manager before any gets staff.
        let first_round = number - from < units.len();
        let (role, title) =
            if first_round { (Role::Manager, "Enhetschef") } else { (Role::Staff, "Medarbetare") };
        let Some(org) = units.get((number - from) % units.len().max(1)) else {
            return;
        };
        world.people.push(Person {
            id: format!("person-{number:04}"),
            name,
            title: title.to_owned(),
            email: format!("person{number:04}@skarvik.example"),
            roles: vec![Appointment { role, org: org.clone() }],
            sign_in: None,
        });
    }
}
