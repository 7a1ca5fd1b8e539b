//! Planting: the whole municipality in a few transactions.

use std::sync::Arc;

use db::{Author, Db, Tenant};
use domain::steering::{
    Aggregate, Assessment, AssessmentParams, InForce, Origin, RuleMethod, SteeringModel, check,
};
use jiff::civil::{Date, date};

use super::world::World;
use super::{
    id_of, plant_actions, plant_compilations, plant_decisions, plant_evidence, plant_followup,
    plant_history, plant_judged_before, plant_methods, plant_people, plant_sharing, plant_thread,
    plant_values, plant_views, plant_wheels,
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
    Ok(with_rules_of_its_own(preset.put_in_force(&wanted)?))
}

/// The invented municipality judges its goals in several ways, so that each can be tried: overall
/// goals by coverage and fulfilment, environmental goals from what contributes to them, the
/// production's goals from weighted measures.
fn with_rules_of_its_own(mut model: SteeringModel) -> SteeringModel {
    let Some(like) = model.assessments.iter().find(|rule| rule.method == RuleMethod::FromMeasures)
    else {
        return model;
    };
    let rule = |id: &str, method, aggregate| Assessment {
        id: id.into(),
        method,
        params: AssessmentParams {
            motivation_required: Some(true),
            aggregate,
            thresholds: match aggregate {
                Some(_) => vec![("uppnatt".into(), 80), ("delvis".into(), 50)],
                None => Vec::new(),
            },
            ..AssessmentParams::default()
        },
        origin: Origin::default(),
        ..like.clone()
    };
    let rules = [
        ("inriktningsmal", rule("tackning", RuleMethod::CoverageXFulfilment, None)),
        ("miljomal", rule("fran_bidrag", RuleMethod::FromChildren, Some(Aggregate::Share))),
        ("prodmal", rule("vagda_matt", RuleMethod::FromMeasures, Some(Aggregate::Weighted))),
    ];
    for (of_type, rule) in rules {
        for one in model.element_types.iter_mut().filter(|one| one.id.as_str() == of_type) {
            one.assess = Some(rule.id.clone());
        }
        model.assessments.push(rule);
    }
    model
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
        plant_values::first_readings(tx, &planted, plant_history::told_from())
    })?;
    let planted = Arc::clone(&world);
    db.write(tenant, &first, move |tx| plant_judged_before::plant(tx, &planted, 2))?;
    plant_history::plant(db, tenant, &world, at)?;
    let planted = Arc::clone(&world);
    db.write(tenant, &author, move |tx| plant_values::plant(tx, &planted))?;
    let (planted, its_model) = (Arc::clone(&world), model);
    db.write(tenant, &author, move |tx| {
        plant_followup::plant(tx, &planted, &its_model)?;
        plant_sharing::plant(tx, &planted, at)?;
        plant_compilations::plant(tx, &planted)?;
        plant_wheels::plant(tx, &planted, &its_model)?;
        plant_views::plant(tx, &planted, at)?;
        plant_evidence::plant(tx, &planted, at)?;
        plant_actions::plant(tx, at)?;
        plant_methods::plant(tx, &planted, at)
    })?;
    // As if it had been decided when the first values came.
    db.write(tenant, &first, plant_values::withhold)?;
    let name = world.name.clone();
    db.write_control(tenant, &author, move |tx| {
        crate::identity::store::insert_tenant(tx, host, &name)
    })
}
