//! People to choose among: who can be made responsible.

use std::collections::{BTreeMap, BTreeSet};

use domain::ids::{OrgUnitId, PersonId};

use super::MOST;
use super::field::{Offered, Wanted};
use super::searched;
use super::store::{self, Holder};
use crate::cx::Cx;
use crate::web::error::AppError;
use crate::web::ui::Choice;

/// Org units near the one in question whose people are shown without a search.
const MOST_PLACES: usize = 32;

/// Those who hold a role, by name, with the one whose identity is `chosen` chosen. Where they are
/// many: those with a role at some org units, then those near them, and the visitor.
pub fn people(
    cx: &mut Cx<'_, '_>,
    field: &'static str,
    chosen: &str,
    near: impl IntoIterator<Item = OrgUnitId>,
) -> Result<Offered, AppError> {
    let total = store::how_many(cx.tx)?;
    if total <= MOST {
        let mut all = store::everybody(cx.tx)?;
        let present: Option<PersonId> = chosen.parse().ok();
        // Whoever answers for it stays chosen, also when their roles have ended.
        if let Some(present) = present.filter(|id| all.iter().all(|one| one.person != *id)) {
            all.extend(store::who(cx.tx, &[present])?);
        }
        return Ok(Offered::everything(field, choices(cx, (&together(all), total), chosen)));
    }
    let wanted = searched::words(cx, field);
    let mut found = Vec::new();
    let mut fitting = 0;
    if !wanted.is_empty() {
        found = together(store::called(cx.tx, &wanted, MOST)?);
        fitting = found.len();
        // The letters å, ä and ö are kept as others that sort after z.
        let words = Wanted::read(&wanted);
        found.retain(|one| words.fit(&one.name));
        if fitting < MOST {
            fitting = found.len();
        } else {
            fitting = store::how_many_called(cx.tx, &wanted)?;
        }
    }
    let near: Vec<OrgUnitId> = near.into_iter().take(MOST_PLACES).collect();
    let mut nearest = BTreeSet::new();
    if found.is_empty() {
        found = together(store::at(cx.tx, &near, MOST)?);
        nearest = found.iter().map(|one| one.person).collect();
        if found.len() < MOST {
            let around = store::at(cx.tx, &around(cx, &near), MOST)?;
            found = together(found.into_iter().chain(around).collect());
        }
    }
    found.truncate(MOST);
    let own = cx.visit.person.as_ref().map(|person| person.id).filter(|_| fitting == 0);
    let missing: Vec<PersonId> = chosen.parse().ok().into_iter().chain(own).collect();
    let known: BTreeSet<PersonId> = found.iter().map(|one| one.person).collect();
    let missing: Vec<PersonId> = missing.into_iter().filter(|id| !known.contains(id)).collect();
    if !missing.is_empty() {
        found.extend(together(store::who(cx.tx, &missing)?));
    }
    let away = |one: &Holder| (!nearest.contains(&one.person), one.sort_key.clone());
    found.sort_by_cached_key(away);
    let choices = choices(cx, (&found, total), chosen);
    Ok(Offered::some(cx, field, choices, (fitting, total)))
}

/// The org units around some: those above them, and those right below.
fn around(cx: &Cx<'_, '_>, near: &[OrgUnitId]) -> Vec<OrgUnitId> {
    let organisation = &cx.structure.organisation;
    let above = near.iter().flat_map(|unit| organisation.ancestors(*unit));
    let below = near.iter().flat_map(|unit| organisation.children(*unit)).copied();
    let mut seen = BTreeSet::new();
    above.chain(below).filter(|unit| seen.insert(*unit)).take(MOST_PLACES).collect()
}

/// One row for each person, with the first of their roles.
fn together(rows: Vec<Holder>) -> Vec<Holder> {
    let mut seen = BTreeSet::new();
    rows.into_iter().filter(|row| seen.insert(row.person)).collect()
}

/// People in words: those who are called the same are told apart by where they work, and by their
/// address where that is the same too. Where they are some of `total`, each says where they work.
fn choices(cx: &Cx<'_, '_>, (people, total): (&[Holder], usize), chosen: &str) -> Vec<Choice> {
    let organisation = &cx.structure.organisation;
    let short = |one: &Holder| {
        let (name, title) = (&one.name, &one.title);
        if title.is_empty() { name.clone() } else { format!("{name}, {title}") }
    };
    let placed = |one: &Holder| format!("{} ({})", short(one), organisation.name(one.org_unit));
    let twice = |words: &dyn Fn(&Holder) -> String| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for one in people {
            *counts.entry(words(one)).or_default() += 1;
        }
        counts.retain(|_, count| *count > 1);
        counts
    };
    let names = twice(&|one| one.name.clone());
    let places = twice(&placed);
    let label = |one: &Holder| {
        let placed = placed(one);
        if places.contains_key(&placed) {
            format!("{placed}, {}", one.email)
        } else if names.contains_key(&one.name) || total > MOST {
            placed
        } else {
            short(one)
        }
    };
    let choice = |one: &Holder| {
        let id = one.person.to_string();
        let is_chosen = id == chosen;
        Choice::new(id, label(one)).chosen(is_chosen)
    };
    people.iter().map(choice).collect()
}
