//! Planting what was judged of goals the periods before, and what was expected earlier years, so that
//! there is a way to look back upon and forecasts to hold against what came out.

use db::Tx;
use domain::fulfilment::{Fulfilment, Stage};
use domain::periods::{Frequency, Period};

use super::id_of;
use super::plant_judgements::{fulfilment, stage_of};
use super::plant_thread::element_id;
use super::world::{self, World};
use crate::assessment::store::{Assessment, AssessmentKind, keep_assessment};
use crate::web::error::AppError;

/// What was judged so many tertials ago: some goals were further from being reached then, a few were
/// nearer. With the first of them come the annual reports of the years before.
pub(super) fn plant(tx: &mut Tx<'_>, world: &World, back: usize) -> Result<(), AppError> {
    for judgement in &world.judgements {
        let Some([last, first]) = levels(world, judgement) else { continue };
        let mut period = Period::containing(world.today, Frequency::Tertial);
        for _ in 0..back {
            period = period.previous();
        }
        let level = if back == 1 { last } else { first };
        keep(tx, world, judgement, (AssessmentKind::Outcome, period, level))?;
        if back == 2 && stage_of(judgement) == Stage::Central {
            expected(tx, world, judgement, (period, first))?;
        }
    }
    Ok(())
}

fn worse(level: Fulfilment) -> Fulfilment {
    if level == Fulfilment::Achieved { Fulfilment::Partly } else { Fulfilment::NotAchieved }
}

fn better(level: Fulfilment) -> Fulfilment {
    if level == Fulfilment::NotAchieved { Fulfilment::Partly } else { Fulfilment::Achieved }
}

/// A number that is the same for the same goal.
fn turn(judgement: &world::Judgement, of: u32) -> u32 {
    judgement.element.bytes().fold(0_u32, |sum, byte| sum.wrapping_add(byte.into())) % of
}

/// What was judged one and two tertials ago; none where nothing is told.
fn levels(world: &World, judgement: &world::Judgement) -> Option<[Fulfilment; 2]> {
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
        return None;
    }
    Some(match turn(judgement, 5) {
        0 | 1 => [now, worse(now)],
        2 => [worse(now), worse(now)],
        3 => [better(now), now],
        _ => [now, now],
    })
}

/// What was expected in August the two years before, and what the year before last came to. Most
/// forecasts held; those that failed were more often too bright.
fn expected(
    tx: &mut Tx<'_>,
    world: &World,
    judgement: &world::Judgement,
    (end, came_out): (Period, Fulfilment),
) -> Result<(), AppError> {
    let forecast = |level: Fulfilment, turn: u32| match turn {
        0 => better(level),
        1 => worse(level),
        _ => level,
    };
    let august = end.previous();
    let level = forecast(came_out, turn(judgement, 7));
    keep(tx, world, judgement, (AssessmentKind::Forecast, august, level))?;
    let end = august.previous().previous();
    let before = match turn(judgement, 4) {
        0 => worse(came_out),
        1 => better(came_out),
        _ => came_out,
    };
    // One goal in eleven was never judged that year.
    if turn(judgement, 11) > 0 {
        keep(tx, world, judgement, (AssessmentKind::Outcome, end, before))?;
    }
    let level = forecast(before, turn(judgement, 6));
    keep(tx, world, judgement, (AssessmentKind::Forecast, end.previous(), level))
}

fn keep(
    tx: &mut Tx<'_>,
    world: &World,
    judgement: &world::Judgement,
    (kind, period, level): (AssessmentKind, Period, Fulfilment),
) -> Result<(), AppError> {
    let owner = world.element(&judgement.element).map(|element| element.owner.as_str());
    let stage = stage_of(judgement);
    let word = format!("{}/{}/{kind:?}/{period}", judgement.element, stage.code());
    keep_assessment(
        tx,
        &Assessment {
            id: id_of("assessment", &word),
            element: element_id(&judgement.element),
            org_unit: id_of("org", owner.unwrap_or("kommunfullmaktige")),
            period,
            kind,
            stage,
            level,
            scale_level: String::new(),
            proposed: None,
            reason: String::new(),
            person: None,
            person_name: String::new(),
            at: tx.author().at,
            version: 1,
        },
    )
}
