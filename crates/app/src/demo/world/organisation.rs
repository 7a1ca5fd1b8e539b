//! Who does what in Skärvik: the organisation tree and the people in it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A node of the organisation, from the council to a single preschool or provider.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrgUnit {
    pub id: String,
    pub name: String,
    /// The name in narrow places; the full name where it is absent.
    pub short: Option<String>,
    /// Level of the steering model: kf, ks, ksau, namnd, prodst, bolag, forv, enhet, utf.
    pub level: String,
    pub parent: Option<String>,
    /// What the unit does (forskola, grundskola, hemtjanst …): units with one branch share measures.
    pub branch: Option<String>,
    /// Children, pupils, users or employees: the weight of the unit in weighted means.
    pub size: Option<u32>,
    /// The unit hands in the part-year report of its own.
    #[serde(default)]
    pub reports: bool,
    /// The committee that has ordered the service from a provider.
    pub ordered_by: Option<String>,
    /// Reglementet in one or two sentences, for committees.
    pub charter: Option<String>,
}

/// What a person may do, on one organisation unit and all under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Administrator,
    Controller,
    Manager,
    Staff,
    Elected,
    Provider,
    Auditor,
    Reader,
}

impl Role {
    /// Every role once, in the order the sign-in page of the demo shows them.
    pub const ALL: [Self; 8] = [
        Self::Manager,
        Self::Controller,
        Self::Elected,
        Self::Provider,
        Self::Staff,
        Self::Auditor,
        Self::Administrator,
        Self::Reader,
    ];
}

/// A role on an organisation unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appointment {
    pub role: Role,
    pub org: String,
}

/// An invented person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub id: String,
    pub name: String,
    pub title: String,
    pub email: String,
    pub roles: Vec<Appointment>,
    /// Offered on the sign-in page of the demo, with this line of explanation.
    pub sign_in: Option<String>,
}

/// Who answers for each org unit.
#[derive(Debug)]
pub struct Leaders<'w> {
    by_org: BTreeMap<&'w str, &'w str>,
    parents: BTreeMap<&'w str, &'w str>,
}

impl super::World {
    /// Who answers for each org unit: its manager, or the one who answers to the municipality where
    /// somebody else runs it.
    pub fn leaders(&self) -> Leaders<'_> {
        let mut by_org = BTreeMap::new();
        for person in &self.people {
            for role in &person.roles {
                if matches!(role.role, Role::Manager | Role::Provider) {
                    by_org.entry(role.org.as_str()).or_insert(person.id.as_str());
                }
            }
        }
        let mut parents = BTreeMap::new();
        for unit in &self.organisation {
            if let Some(parent) = unit.parent.as_deref() {
                parents.insert(unit.id.as_str(), parent);
            }
        }
        Leaders { by_org, parents }
    }
}

impl<'w> Leaders<'w> {
    /// The person who answers for an org unit: its own leader, else the nearest above.
    pub fn of(&self, org: &'w str) -> Option<&'w str> {
        let mut at = org;
        loop {
            if let Some(person) = self.by_org.get(at) {
                return Some(person);
            }
            at = self.parents.get(at)?;
        }
    }
}
