//! Which measure or org unit a cell means: its name, in any case, or its identity.

use std::collections::HashMap;
use std::fmt::Display;
use std::str::FromStr;

use jiff::civil::Date;

use super::Fault;
use crate::elements::Structure;
use crate::ids::{ElementId, OrgUnitId};
use crate::steering::suggest::nearest;

/// What a name finds, or what somebody has said that the file means by it.
pub(super) fn or_meant<T>(found: Result<T, Fault>, meant: Option<T>) -> Result<T, Fault> {
    match (found, meant) {
        (Err(Fault::UnknownName { .. }), Some(meant)) => Ok(meant),
        (found, _) => found,
    }
}

/// The names of a municipality's measures and org units.
pub struct Names {
    measures: Index<ElementId>,
    org_units: Index<OrgUnitId>,
}

impl Names {
    /// Collects the names. What is in use today goes before what has ended and bears the same name.
    pub fn new(structure: &Structure, today: Date) -> Self {
        let mut names = Self { measures: Index::default(), org_units: Index::default() };
        for element in
            structure.elements().filter(|element| structure.measure(element.id).is_some())
        {
            names.measures.add(&element.title, element.id, element.is_current());
        }
        for unit in structure.organisation.all() {
            names.org_units.add(&unit.name, unit.id, unit.is_valid_on(today));
        }
        names
    }

    /// The measure that a name or an identity finds.
    pub fn find_measure(&self, text: &str) -> Option<ElementId> {
        self.measure(text).ok()
    }

    /// The org unit that a name or an identity finds.
    pub fn find_org_unit(&self, text: &str) -> Option<OrgUnitId> {
        self.org_unit(text).ok()
    }

    pub(super) fn measure(&self, text: &str) -> Result<ElementId, Fault> {
        self.measures.find(text)
    }

    pub(super) fn org_unit(&self, text: &str) -> Result<OrgUnitId, Fault> {
        self.org_units.find(text)
    }

    /// The measure named nearest to a misspelt word.
    pub(super) fn near_measure(&self, text: &str) -> Option<String> {
        self.measures.near(text)
    }

    /// The org unit named nearest to a misspelt word.
    pub(super) fn near_org_unit(&self, text: &str) -> Option<String> {
        self.org_units.near(text)
    }

    /// The name of a measure, or its identity when the name alone would not find it.
    pub fn measure_cell(&self, id: ElementId) -> String {
        self.measures.cell(id)
    }

    /// The name of an org unit, or its identity when the name alone would not find it.
    pub fn org_unit_cell(&self, id: OrgUnitId) -> String {
        self.org_units.cell(id)
    }
}

/// Names of one kind of thing.
struct Index<T> {
    names: HashMap<T, String>,
    current: HashMap<String, Option<T>>,
    ended: HashMap<String, Option<T>>,
}

impl<T> Default for Index<T> {
    fn default() -> Self {
        Self { names: HashMap::new(), current: HashMap::new(), ended: HashMap::new() }
    }
}

impl<T: Copy + Eq + std::hash::Hash + FromStr + Display> Index<T> {
    fn add(&mut self, name: &str, id: T, is_current: bool) {
        self.names.insert(id, name.trim().to_owned());
        let key = name.trim().to_lowercase();
        if key.is_empty() {
            return;
        }
        let into = if is_current { &mut self.current } else { &mut self.ended };
        // Two with one name: the name finds neither.
        into.entry(key).and_modify(|found| *found = None).or_insert(Some(id));
    }

    fn find(&self, text: &str) -> Result<T, Fault> {
        if text.trim().is_empty() {
            return Err(Fault::Empty);
        }
        let key = text.trim().to_lowercase();
        match self.current.get(&key).or_else(|| self.ended.get(&key)) {
            Some(Some(id)) => Ok(*id),
            Some(None) => Err(Fault::SeveralWithName),
            None => match key.parse::<T>() {
                Ok(id) if self.names.contains_key(&id) => Ok(id),
                _ => Err(Fault::UnknownName { nearest: None }),
            },
        }
    }

    fn near(&self, text: &str) -> Option<String> {
        let wanted = text.trim().to_lowercase();
        let (first, length) = (wanted.chars().next()?, wanted.chars().count());
        // A slip seldom hits the first letter, and fewer to compare keeps a large file fast.
        let mut near: Vec<&str> = self
            .current
            .keys()
            .map(String::as_str)
            .filter(|name| {
                name.starts_with(first) && name.chars().count().abs_diff(length) <= length / 3 + 1
            })
            .collect();
        near.sort_unstable();
        let found = nearest(&wanted, near)?;
        let id = (*self.current.get(&found)?)?;
        self.names.get(&id).cloned()
    }

    fn cell(&self, id: T) -> String {
        let name = self.names.get(&id).cloned().unwrap_or_default();
        if self.find(&name) == Ok(id) { name } else { id.to_string() }
    }
}
