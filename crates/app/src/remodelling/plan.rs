//! What loading a model file would do. The page and the command line make the same plan.

use db::Tx;
use domain::elements::{Link, Structure};
use domain::model_change::{Obstacle, obstacles};
use domain::steering::{Difference, InForce, Problem, SteeringModel, check, differences};
use jiff::civil::Date;

use crate::steering;
use crate::web::error::AppError;

/// A model held against the one in force and everything that lives under it.
pub struct Plan {
    /// The model as it would hold.
    pub model: SteeringModel,
    /// What differs.
    pub differences: Vec<Difference>,
    /// What stands in the way; with any of these the model is not put in force.
    pub obstacles: Vec<Obstacle>,
}

/// Why there is nothing to plan.
#[derive(Debug)]
pub enum Refusal {
    /// The file is no model.
    Problems(Vec<Problem>),
    /// The last day would come before the first.
    EndsBeforeStart,
    /// It is the model in force.
    Same,
}

/// Checks a file and holds it against the municipality with the links that are proposed in it.
///
/// # Errors
/// Why there is nothing to plan.
pub fn plan(
    structure: &Structure,
    proposed: &[Link],
    file: &[u8],
    wanted: &InForce<'_>,
) -> Result<Plan, Refusal> {
    let read = check(file).into_model().map_err(Refusal::Problems)?;
    let model = read.put_in_force(wanted).map_err(|_| Refusal::EndsBeforeStart)?;
    if model == *structure.model {
        return Err(Refusal::Same);
    }
    Ok(Plan {
        differences: differences(&structure.model, &model),
        obstacles: obstacles(structure, proposed, &model, wanted.today),
        model,
    })
}

/// Puts a planned model in force as a new version. The caller has seen that nothing stands in the way.
pub fn keep(tx: &mut Tx<'_>, plan: &Plan, today: Date) -> Result<(), AppError> {
    let model = &plan.model;
    let first_day = model.version.valid_from.unwrap_or(today);
    steering::store::insert_model(tx, model, &model.to_yaml(), first_day)
}
