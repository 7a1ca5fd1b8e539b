//! SQL of steering models.

use std::sync::Arc;

use db::{DbError, Row, Tx, params};
use domain::steering::{SteeringModel, check};
use jiff::civil::Date;

use crate::cx::record;
use crate::revisions::{Changed, note};
use crate::web::error::AppError;

/// The model in force: the newest version. A municipality without one cannot be shown.
pub fn model_in_force(tx: &mut Tx<'_>) -> Result<Arc<SteeringModel>, AppError> {
    let yaml = tx
        .one(
            "select yaml from steering_models where tenant = $1 order by version desc limit 1",
            &[],
            |row| row.text(0),
        )?
        .ok_or(DbError::NoTenant)?;
    read(&yaml)
}

fn read(yaml: &str) -> Result<Arc<SteeringModel>, AppError> {
    let model = check(yaml.as_bytes())
        .into_model()
        .map_err(|problems| anyhow::anyhow!("the kept model has {} problems", problems.len()))?;
    Ok(Arc::new(model))
}

/// A version of the model as lists show it.
pub struct ModelRow {
    /// 1 is the first.
    pub version: i64,
    /// The model's own identity.
    pub id: String,
    /// First day.
    pub valid_from: Date,
    /// Last day, where the model says one.
    pub valid_to: Option<Date>,
    /// When it was loaded, microseconds since 1970 in UTC.
    pub loaded_at: i64,
    /// Who loaded it.
    pub loaded_by: String,
}

fn model_row(row: &Row<'_>) -> Result<ModelRow, DbError> {
    Ok(ModelRow {
        version: row.int(0)?,
        id: row.text(1)?,
        valid_from: row.parsed(2)?,
        valid_to: row.maybe_parsed(3)?,
        loaded_at: row.int(4)?,
        loaded_by: row.text(5)?,
    })
}

/// All versions, the newest first.
pub fn models(tx: &mut Tx<'_>) -> Result<Vec<ModelRow>, DbError> {
    tx.all(
        "select version, model_id, valid_from, valid_to, loaded_at, loaded_by \
         from steering_models where tenant = $1 order by version desc",
        &[],
        model_row,
    )
}

/// The number of the version in force; 0 when there is none.
pub fn newest_version(tx: &mut Tx<'_>) -> Result<i64, DbError> {
    let newest = "select coalesce(max(version), 0) from steering_models where tenant = $1";
    Ok(tx.one(newest, &[], |row| row.int(0))?.unwrap_or(0))
}

/// A version as its file, if there is one with this number.
pub fn yaml_of(tx: &mut Tx<'_>, version: i64) -> Result<Option<String>, DbError> {
    tx.one(
        "select yaml from steering_models where tenant = $1 and version = $2",
        params![version],
        |row| row.text(0),
    )
}

/// A version, if there is one with this number.
pub fn model_of(tx: &mut Tx<'_>, version: i64) -> Result<Option<Arc<SteeringModel>>, AppError> {
    yaml_of(tx, version)?.map(|yaml| read(&yaml)).transpose()
}

/// Keeps a model that has been checked as the newest version, which is in force from now on.
pub fn insert_model(
    tx: &mut Tx<'_>,
    model: &SteeringModel,
    yaml: &str,
    valid_from: Date,
) -> Result<(), AppError> {
    let version = newest_version(tx)? + 1;
    let (at, by) = (tx.author().at, tx.author().name.clone());
    tx.run(
        "insert into steering_models \
         (tenant, version, model_id, yaml, valid_from, valid_to, loaded_at, loaded_by) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            version,
            model.id.as_str(),
            yaml,
            valid_from.to_string(),
            model.version.valid_to.map(|day| day.to_string()),
            at,
            by,
        ],
    )?;
    let after = serde_json::json!({ "model": model.id, "valid_from": valid_from, "yaml": yaml });
    record(tx, "load", "steering_model", [0; 16], version, &after)?;
    note(tx, &[Changed::Model])?;
    Ok(())
}
