//! Planting the organisation, the people and their roles.

use std::collections::BTreeSet;

use db::Tx;
use domain::access::AccessRole;
use domain::ids::{GrantId, OrgUnitId};
use domain::organisation::OrgUnit;
use domain::steering::{OrgLevelId, SteeringModel};
use jiff::civil::date;

use super::id_of;
use super::world::{Role, World};
use crate::identity::store::{PersonRow, insert_grant, insert_person};
use crate::organisation::store::insert_org_unit;
use crate::web::error::AppError;

pub(super) fn plant(tx: &mut Tx<'_>, world: &World, model: &SteeringModel) -> Result<(), AppError> {
    for unit in &world.organisation {
        let level = model
            .org_level(&OrgLevelId::from(unit.level.as_str()))
            .ok_or_else(|| anyhow::anyhow!("{} stands on no level", unit.id))?;
        let planted = OrgUnit {
            id: id_of("org", &unit.id),
            level: unit.level.clone(),
            kind: level.kind,
            parent: unit.parent.as_deref().map(|parent| id_of("org", parent)),
            name: unit.name.clone(),
            valid_from: date(2018, 1, 1),
            valid_to: None,
            succeeded_by: None,
            version: 1,
        };
        insert_org_unit(tx, &planted)?;
    }
    let mut emails = BTreeSet::new();
    for person in &world.people {
        let id = id_of("person", &person.id);
        if !emails.insert(person.email.to_lowercase()) {
            continue;
        }
        let row = PersonRow {
            id,
            name: person.name.clone(),
            title: person.title.clone(),
            email: person.email.clone(),
            version: 1,
            left_on: None,
        };
        insert_person(tx, &row)?;
        for appointment in &person.roles {
            let org_unit: OrgUnitId = id_of("org", &appointment.org);
            let word = format!("{}/{:?}/{}", person.id, appointment.role, appointment.org);
            let grant: GrantId = id_of("grant", &word);
            insert_grant(tx, grant, id, (role(appointment.role), org_unit), date(2023, 1, 1))?;
        }
    }
    Ok(())
}

fn role(role: Role) -> AccessRole {
    match role {
        Role::Administrator => AccessRole::Administrator,
        Role::Controller => AccessRole::Controller,
        Role::Manager => AccessRole::Manager,
        Role::Staff => AccessRole::Staff,
        Role::Elected => AccessRole::Elected,
        Role::Provider => AccessRole::Provider,
        Role::Auditor => AccessRole::Auditor,
        Role::Reader => AccessRole::Reader,
    }
}
