//! The round of part-year reports that is open: its days for each level, and the causes that its pages
//! offer.

use db::Tx;
use domain::followup::{LevelDay, ReportTemplate, Round, RoundKind, RoundPlan};
use jiff::civil::date;

use super::id_of;
use super::plant_thread::element_id;
use super::world::World;
use crate::followup::store::insert_causes;
use crate::web::error::AppError;

pub(super) fn round(template: &ReportTemplate) -> Result<Round, AppError> {
    Ok(Round {
        id: id_of("round", "delar-2026-08"),
        title: "Delårsrapport januari–augusti 2026".to_owned(),
        period: "2026-T2".parse()?,
        opens_on: date(2026, 8, 10),
        due_on: date(2026, 9, 4),
        closes_on: date(2026, 9, 13),
        version: 1,
        plan: RoundPlan {
            template: Some(template.id),
            days: days_of_levels(),
            ..RoundPlan::of(RoundKind::Part)
        },
    })
}

/// Providers hand in first: who orders the service says something of it in a report of their own.
fn days_of_levels() -> Vec<LevelDay> {
    vec![LevelDay { level: "utf".to_owned(), due_on: date(2026, 8, 21) }]
}

pub(super) fn causes(tx: &mut Tx<'_>, world: &World) -> Result<(), AppError> {
    for measure in &world.measures {
        let topic = world.causes.iter().find(|topic| Some(&topic.topic) == measure.topic.as_ref());
        if let Some(topic) = topic {
            insert_causes(tx, element_id(&measure.id), &topic.causes)?;
        }
    }
    Ok(())
}
