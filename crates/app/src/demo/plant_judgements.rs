//! Planting what is judged of goals now, and what was judged of them the periods before.

use db::Tx;
use domain::fulfilment::{Fulfilment, Stage};
use domain::periods::{Frequency, Period};

use super::id_of;
use super::plant_thread::element_id;
use super::world::{self, World};
use crate::assessment::store::{Assessment, AssessmentKind, keep_assessment};
use crate::web::error::AppError;

/// How long ago the periods before were judged, in microseconds.
const DAY: i64 = 24 * 60 * 60 * 1_000_000;
const EARLIER: [(i64, i64); 2] = [(2, 190), (1, 110)];

pub(super) fn plant_judgement(
    tx: &mut Tx<'_>,
    world: &World,
    judgement: &world::Judgement,
) -> Result<(), AppError> {
    let owner = world.element(&judgement.element).map(|element| element.owner.as_str());
    let stage = match judgement.stage {
        world::Stage::Unit => Stage::Own,
        world::Stage::Central => Stage::Central,
        world::Stage::Political => Stage::Political,
    };
    plant_earlier_judgements(tx, world, judgement, stage)?;
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
                proposed: judgement.proposal.map(fulfilment),
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

/// What was judged the two tertials before, so that there is a way to look back upon. Some goals
/// were further from being reached then, a few were nearer.
fn plant_earlier_judgements(
    tx: &mut Tx<'_>,
    world: &World,
    judgement: &world::Judgement,
    stage: Stage,
) -> Result<(), AppError> {
    use Fulfilment::{Achieved, NotAchieved, Partly};
    let now = fulfilment(judgement.outcome);
    let owner = world.element(&judgement.element).map(|element| element.owner.as_str());
    // Of a unit that is writing nothing is judged yet, this period or before.
    let is_writing = |one: &world::UnitReport| {
        Some(one.org.as_str()) == owner
            && matches!(one.state, world::ReportState::NotStarted | world::ReportState::Draft)
    };
    let is_told = matches!(now, Achieved | Partly | NotAchieved);
    if !is_told || world.reports.iter().any(is_writing) {
        return Ok(());
    }
    let worse = |level| if level == Achieved { Partly } else { NotAchieved };
    let better = |level| if level == NotAchieved { Partly } else { Achieved };
    let turn = judgement.element.bytes().fold(0_u32, |sum, byte| sum.wrapping_add(byte.into())) % 5;
    let mut period = Period::containing(world.today, Frequency::Tertial);
    let levels = match turn {
        0 | 1 => [now, worse(now)],
        2 => [worse(now), worse(now)],
        3 => [better(now), now],
        _ => [now, now],
    };
    for ((back, days), level) in EARLIER.into_iter().rev().zip(levels) {
        period = period.previous();
        let word = format!("{}/{}/earlier/{back}", judgement.element, stage.code());
        let at = tx.author().at.saturating_sub(days.saturating_mul(DAY));
        keep_assessment(
            tx,
            &Assessment {
                id: id_of("assessment", &word),
                element: element_id(&judgement.element),
                org_unit: id_of("org", owner.unwrap_or("kommunfullmaktige")),
                period,
                kind: AssessmentKind::Outcome,
                stage,
                level,
                scale_level: String::new(),
                proposed: None,
                reason: String::new(),
                person: None,
                person_name: String::new(),
                at,
                version: 1,
            },
        )?;
    }
    Ok(())
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
