//! SQL of steering models.

use std::sync::Arc;

use db::{DbError, Tx, params};
use domain::steering::{SteeringModel, check};
use jiff::civil::Date;

use crate::cx::record;
use crate::revisions::{Changed, note};
use crate::web::error::AppError;

/// The model in force: the one that begins last. A municipality without one cannot be shown.
pub fn model_in_force(tx: &mut Tx<'_>) -> Result<Arc<SteeringModel>, AppError> {
    let yaml = tx
        .one(
            "select yaml from steering_models where tenant = $1 \
             order by valid_from desc, model_id limit 1",
            &[],
            |row| row.text(0),
        )?
        .ok_or(DbError::NoTenant)?;
    let model = check(yaml.as_bytes())
        .into_model()
        .map_err(|problems| anyhow::anyhow!("the kept model has {} problems", problems.len()))?;
    Ok(Arc::new(model))
}

/// A model as the list of versions shows it.
pub struct ModelRow {
    /// Its identity.
    pub id: String,
    /// First day.
    pub valid_from: Date,
    /// Last day.
    pub valid_to: Option<Date>,
}

/// All models kept, the newest first.
pub fn models(tx: &mut Tx<'_>) -> Result<Vec<ModelRow>, DbError> {
    tx.all(
        "select model_id, valid_from, valid_to from steering_models where tenant = $1 \
         order by valid_from desc, model_id",
        &[],
        |row| {
            Ok(ModelRow {
                id: row.text(0)?,
                valid_from: row.parsed(1)?,
                valid_to: row.maybe_parsed(2)?,
            })
        },
    )
}

/// Keeps a model that has been checked, as its file is written.
pub fn insert_model(
    tx: &mut Tx<'_>,
    model: &SteeringModel,
    yaml: &str,
    valid_from: Date,
) -> Result<(), AppError> {
    tx.run(
        "insert into steering_models (tenant, model_id, yaml, valid_from, valid_to, version) \
         values ($1, $2, $3, $4, $5, 1)",
        params![
            model.id.as_str(),
            yaml,
            valid_from.to_string(),
            model.version.valid_to.map(|day| day.to_string()),
        ],
    )?;
    let after = serde_json::json!({ "model": model.id, "valid_from": valid_from, "yaml": yaml });
    record(tx, "load", "steering_model", [0; 16], 1, &after)?;
    note(tx, &[Changed::Model])?;
    Ok(())
}
