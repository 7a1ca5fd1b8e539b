//! Planting what is judged of goals now.

use db::Tx;
use domain::fulfilment::{Fulfilment, Stage};
use domain::periods::{Frequency, Period};

use super::id_of;
use super::plant_thread::element_id;
use super::world::{self, World};
use crate::assessment::store::{Assessment, AssessmentKind, keep_assessment};
use crate::web::error::AppError;

pub(super) fn plant_judgement(
    tx: &mut Tx<'_>,
    world: &World,
    judgement: &world::Judgement,
) -> Result<(), AppError> {
    let owner = world.element(&judgement.element).map(|element| element.owner.as_str());
    let stage = stage_of(judgement);
    let by = judgement.by.as_deref();
    let outcome = (AssessmentKind::Outcome, Some(judgement.outcome));
    for (kind, level) in [outcome, (AssessmentKind::Forecast, judgement.forecast)] {
        let Some(level) = level else { continue };
        let word = format!("{}/{}/{kind:?}", judgement.element, stage.code());
        keep_assessment(
            tx,
            &Assessment {
                id: id_of("assessment", &word),
                element: element_id(&judgement.element),
                org_unit: id_of("org", owner.unwrap_or("kommunfullmaktige")),
                period: Period::containing(world.today, Frequency::Tertial),
                kind,
                stage,
                level: fulfilment(level),
                scale_level: String::new(),
                // The proposal is of what came out; forecasts are judged against none here.
                proposed: judgement
                    .proposal
                    .filter(|_| kind == AssessmentKind::Outcome)
                    .map(fulfilment),
                reason: judgement.text.clone().unwrap_or_default(),
                person: by.map(|word| id_of("person", word)),
                person_name: by
                    .and_then(|word| world.person(word))
                    .map(|person| person.name.clone())
                    .unwrap_or_default(),
                at: tx.author().at,
                version: 1,
            },
        )?;
    }
    Ok(())
}

/// Whose judgement it is.
pub(super) fn stage_of(judgement: &world::Judgement) -> Stage {
    match judgement.stage {
        world::Stage::Unit => Stage::Own,
        world::Stage::Central => Stage::Central,
        world::Stage::Political => Stage::Political,
    }
}

pub(super) fn fulfilment(level: world::Level) -> Fulfilment {
    match level {
        world::Level::Achieved => Fulfilment::Achieved,
        world::Level::Partly => Fulfilment::Partly,
        world::Level::NotAchieved => Fulfilment::NotAchieved,
        world::Level::CannotTell => Fulfilment::CannotTell,
        world::Level::NotAssessed => Fulfilment::NotAssessed,
    }
}
