//! When a body met last and meets next, as its year wheel says.

use domain::calendar::WheelStep;
use domain::ids::OrgUnitId;
use domain::steering::CycleKind;
use jiff::ToSpan;

use crate::cx::Cx;
use crate::web::error::AppError;
use crate::wheel;

/// How many days back and ahead one looks.
const DAYS: i32 = 400;

/// The meetings nearest to today.
#[derive(Default)]
pub struct Meetings {
    /// The last that has been, today's left out.
    pub previous: Option<WheelStep>,
    /// The next, today's included.
    pub next: Option<WheelStep>,
}

/// Whether a step is a day when the body meets: it decides something, or talks with those who work
/// for it. An open meeting with citizens is not the body's own.
fn is_meeting(kind: CycleKind) -> bool {
    matches!(
        kind,
        CycleKind::Decide
            | CycleKind::Budget
            | CycleKind::Frames
            | CycleKind::Directive
            | CycleKind::Dialogue
    )
}

/// The meetings of a body, from its own wheels.
pub fn meetings_of(cx: &mut Cx<'_, '_>, body: OrgUnitId) -> Result<Meetings, AppError> {
    let today = cx.today();
    let days = (today.saturating_sub(DAYS.days()), today.saturating_add(DAYS.days()));
    let steps = wheel::ahead(cx, body, days)?;
    let own =
        steps.into_iter().filter(|step| step.org_unit == body && is_meeting(step.content.kind));
    let (before, after): (Vec<WheelStep>, Vec<WheelStep>) =
        own.partition(|step| step.content.due_on < today);
    Ok(Meetings { previous: before.into_iter().next_back(), next: after.into_iter().next() })
}
