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
        due_on: date(2026, 9, 11),
        closes_on: date(2026, 9, 13),
        version: 1,
        plan: RoundPlan {
            template: Some(template.id),
            days: days_of_levels(),
            ..RoundPlan::of(RoundKind::Part)
        },
    })
}

/// Whoever sums up needs what is summed up: providers first, then units, then administrations; the
/// last day of the round is that of the committees.
fn days_of_levels() -> Vec<LevelDay> {
    [("utf", date(2026, 8, 21)), ("enhet", date(2026, 9, 4)), ("forv", date(2026, 9, 9))]
        .map(|(level, due_on)| LevelDay { level: level.to_owned(), due_on })
        .to_vec()
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
