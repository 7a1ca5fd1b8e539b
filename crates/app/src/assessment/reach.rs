//! At which stages the visitor judges an element, and for which periods.

use domain::assessment::{may_judge, stages_of};
use domain::elements::Element;
use domain::fulfilment::Stage;
use domain::ids::FollowUpId;
use domain::periods::{Frequency, Period};
use jiff::SignedDuration;
use jiff::civil::Date;

use super::grounds::rule_and_scale;
use super::store::{AssessmentKind, account_for};
use crate::cx::Cx;
use crate::web::error::Answer;

/// The stages at which the visitor may judge an element, in the model's order.
pub(super) fn stages_for(cx: &Cx<'_, '_>, element: &Element) -> Vec<Stage> {
    let here = cx.visit.then.is_none();
    let Some(person) = cx.visit.person.as_deref().filter(|_| here) else { return Vec::new() };
    let (rule, _) = rule_and_scale(&cx.structure, element, AssessmentKind::Outcome);
    let at = (element.owner, element.responsible);
    stages_of(rule)
        .into_iter()
        .map(|(stage, _)| stage)
        .filter(|stage| may_judge(person, *stage, at, &cx.structure.organisation))
        .collect()
}

/// So long after a period has ended the latest values still speak of it.
const SPEAKS_FOR: SignedDuration = SignedDuration::from_hours(24 * 75);

/// Whether the latest values say anything of a period.
pub(super) fn values_speak_of(period: Period, today: Date) -> bool {
    period.last_day() >= today.saturating_sub(SPEAKS_FOR)
}

/// The period that is most likely judged: as long as the one judged the last time, else a tertial,
/// as most are followed up by.
pub(super) fn usual(periods: &[Period], last: Option<Period>) -> Option<Period> {
    let length = last.map_or(Frequency::Tertial, Period::frequency);
    let of_length = periods.iter().find(|period| period.frequency() == length);
    of_length.or(periods.first()).copied()
}

/// The periods that may be judged: the month, the tertials so far and the year, and the year before.
pub(super) fn periods(cx: &Cx<'_, '_>) -> Vec<Period> {
    let today = cx.today();
    let mut all = vec![Period::containing(today, Frequency::Month)];
    let mut tertial = Period::containing(today, Frequency::Tertial);
    while tertial.year() == today.year() {
        all.push(tertial);
        tertial = tertial.previous();
    }
    all.push(Period::year_of(today.year()));
    all.push(Period::year_of(today.year()).previous());
    all
}

/// The account that judges the same thing for the same period: handing it in would otherwise put
/// what is written here aside. An account says what came out of a goal, not what is expected of it.
pub(super) fn account_of(
    cx: &mut Cx<'_, '_>,
    element: &Element,
    kind: AssessmentKind,
    at: (Option<Stage>, Option<Period>),
) -> Answer<Option<FollowUpId>> {
    match at {
        (Some(Stage::Own), Some(period)) if kind == AssessmentKind::Outcome => {
            let today = cx.today();
            account_for(cx.tx, (element.id, element.owner), period, today)
        }
        _ => Ok(None),
    }
}
