//! SQL of steering models.

use std::sync::Arc;

use db::Tx;
use domain::steering::SteeringModel;

use crate::web::error::AppError;

/// The model in force.
pub fn model_in_force(_tx: &mut Tx<'_>) -> Result<Arc<SteeringModel>, AppError> {
    Ok(Arc::new(SteeringModel))
}
