//! Planting: the whole municipality in a few transactions.

use std::sync::Arc;

use db::{Author, Db, Tenant};
use domain::steering::{InForce, SteeringModel, check};
use jiff::civil::{Date, date};

use super::world::World;
use super::{
    id_of, plant_decisions, plant_followup, plant_history, plant_people, plant_thread, plant_values,
};
use crate::steering;
use crate::web::error::AppError;

const PRESET: &str = include_str!("../../../../presets/osteraker-2018.yaml");
/// The day from which the invented municipality uses the borrowed model, by an invented decision.
const MODEL_FROM: Date = date(2023, 1, 1);
const MODEL_DECISION: &str = "KF 2022-11-21 § 121, dnr KS 2022/0512";

/// The demo's tenant.
pub fn tenant() -> Tenant {
    Tenant(id_of("tenant", "skarvik"))
}

/// Whether a transaction sees a municipality planted before.
pub(super) fn is_planted(db: &Db, tenant: Tenant) -> Result<bool, AppError> {
    db.read_control(tenant, |tx| {
        Ok::<_, AppError>(crate::identity::store::tenant_name(tx)?.is_some())
    })
}

/// Plants the world in an empty store; does nothing where it stands already.
pub fn plant(db: &Db, world: World, at: i64) -> Result<(), AppError> {
    plant_as(db, tenant(), "localhost", world, at)
}

/// The model as the invented municipality has made it its own.
fn borrowed_model(municipality: &str) -> Result<SteeringModel, AppError> {
    let preset = check(PRESET.as_bytes())
        .into_model()
        .map_err(|problems| anyhow::anyhow!("the preset has {} problems", problems.len()))?;
    let wanted = InForce {
        municipality,
        valid_from: Some(MODEL_FROM),
        decision: Some(MODEL_DECISION),
        today: MODEL_FROM,
    };
    Ok(preset.put_in_force(&wanted)?)
}

/// Plants the world as any municipality, under the host name that leads to it.
pub fn plant_as(
    db: &Db,
    tenant: Tenant,
    host: &'static str,
    world: World,
    at: i64,
) -> Result<(), AppError> {
    if is_planted(db, tenant)? {
        return Ok(());
    }
    let author = Author { name: "Demo".to_owned(), at, ..Author::default() };
    let first = Author { at: plant_history::began(&world, at), ..author.clone() };
    let world = Arc::new(world);
    let model = Arc::new(borrowed_model(&world.name)?);
    let (planted, its_model) = (Arc::clone(&world), Arc::clone(&model));
    db.write(tenant, &first, move |tx| {
        steering::store::insert_model(tx, &its_model, &its_model.to_yaml(), MODEL_FROM)?;
        plant_people::plant(tx, &planted, &its_model)?;
        plant_thread::plant(tx, &planted, &its_model)?;
        plant_decisions::plant(tx, &planted, &its_model)
    })?;
    let planted = Arc::clone(&world);
    db.write(tenant, &first, move |tx| {
        plant_values::first_readings(tx, &planted, plant_history::first_values(&planted))
    })?;
    plant_history::plant(db, tenant, &world, at)?;
    let planted = Arc::clone(&world);
    db.write(tenant, &author, move |tx| plant_values::plant(tx, &planted))?;
    let planted = Arc::clone(&world);
    db.write(tenant, &author, move |tx| plant_followup::plant(tx, &planted))?;
    let name = world.name.clone();
    db.write_control(tenant, &author, move |tx| {
        crate::identity::store::insert_tenant(tx, host, &name)
    })
}
