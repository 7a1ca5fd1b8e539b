//! Founding a municipality: its steering model, the top of its organisation and somebody who can
//! sign in and do the rest.

use std::sync::Arc;

use anyhow::Context;
use db::{Author, Db, Entropy, Tenant};
use domain::access::AccessRole;
use domain::ids::{GrantId, OrgUnitId, PersonId};
use domain::organisation::OrgUnit;
use domain::steering::{OrgLevelKind, SteeringModel, capitalised};
use jiff::civil::Date;

use crate::app::{Clock, new_id};
use crate::identity::{issue_code, store};
use crate::organisation::store::insert_org_unit;
use crate::steering::store::insert_model;
use crate::web::error::AppError;

/// What a new municipality begins with.
#[derive(Clone, Debug)]
pub struct Founding {
    /// The host name it is visited by, in small letters.
    pub host: String,
    /// Its name.
    pub name: String,
    /// The model as it shall hold there.
    pub model: Arc<SteeringModel>,
    /// The model's file.
    pub yaml: String,
    /// The first administrator's name.
    pub admin_name: String,
    /// The first administrator's address.
    pub admin_email: String,
}

/// A municipality that was founded.
pub struct Founded {
    /// Its identity.
    pub tenant: Tenant,
    /// The administrator's one-time code.
    pub code: String,
}

/// Writes the municipality. The host name comes last, so that a founding that stops half way can be
/// made anew.
pub fn found(
    db: &Db,
    clock: &dyn Clock,
    entropy: &dyn Entropy,
    author: &Author,
    founding: &Founding,
) -> Result<Founded, AppError> {
    let today = clock.local(author.at).date();
    let tenant = Tenant(new_id(clock, entropy));
    let row = store::PersonRow {
        id: new_id(clock, entropy).into(),
        name: founding.admin_name.clone(),
        title: String::new(),
        email: founding.admin_email.to_lowercase(),
        version: 1,
        left_on: None,
    };
    let person: PersonId = row.id;
    let top = top_unit(&founding.model, new_id(clock, entropy).into(), today)?;
    let grant: GrantId = new_id(clock, entropy).into();
    let (model, yaml, email) =
        (Arc::clone(&founding.model), founding.yaml.clone(), row.email.clone());
    db.write(tenant, author, move |tx| {
        insert_model(tx, &model, &yaml, model.version.valid_from.unwrap_or(today))?;
        insert_org_unit(tx, &top)?;
        store::insert_person(tx, &row)?;
        store::insert_grant(tx, grant, person, (AccessRole::Administrator, top.id), today)
    })?;
    db.write_control(tenant, author, move |tx| store::insert_account(tx, person, &email))?;
    let code = issue_code(db, entropy, tenant, author, person)?;
    let (host, name) = (founding.host.clone(), founding.name.clone());
    db.write_control(tenant, author, move |tx| store::insert_tenant(tx, &host, &name))?;
    Ok(Founded { tenant, code })
}

/// The council, called what the model calls that level; the first level where there is no council.
fn top_unit(model: &SteeringModel, id: OrgUnitId, today: Date) -> Result<OrgUnit, AppError> {
    let levels = &model.org_levels;
    let level = levels
        .iter()
        .find(|level| level.kind == OrgLevelKind::Council)
        .or(levels.first())
        .context("the model has no levels")?;
    Ok(OrgUnit {
        id,
        level: level.id.as_str().to_owned(),
        kind: level.kind,
        parent: None,
        name: capitalised(&level.name.singular),
        valid_from: model.version.valid_from.map_or(today, |from| from.min(today)),
        valid_to: None,
        succeeded_by: None,
        version: 1,
    })
}
