//! At which stages the visitor judges an element, and for which periods.

use domain::access::{Action, Person};
use domain::assessment::{may_judge, stages_of};
use domain::elements::Element;
use domain::fulfilment::Stage;
use domain::ids::FollowUpId;
use domain::periods::{Frequency, Period};
use jiff::SignedDuration;
use jiff::civil::Date;

use super::grounds::rule_and_scale;
use super::store::{self, Assessment, AssessmentKind, account_for};
use crate::cx::Cx;
use crate::identity::store as identity;
use crate::web::error::{Answer, AppError};

/// The stages at which the visitor may judge an element, in the model's order: their own first.
pub(super) fn stages_for(cx: &mut Cx<'_, '_>, element: &Element) -> Result<Vec<Stage>, AppError> {
    let here = cx.visit.then.is_none();
    let Some(person) = cx.visit.person.clone().filter(|_| here) else { return Ok(Vec::new()) };
    stages_of_person(cx, element, &person)
}

fn stages_of_person(
    cx: &mut Cx<'_, '_>,
    element: &Element,
    person: &Person,
) -> Result<Vec<Stage>, AppError> {
    let structure = cx.structure.clone();
    let (rule, _) = rule_and_scale(&structure, element, AssessmentKind::Outcome);
    let at = (element.owner, element.responsible);
    let today = cx.today();
    let may = |stage, has_judges| may_judge(person, stage, at, &structure.organisation, has_judges);
    // Who is at the unit is read only when it decides.
    let has_judges = may(Stage::Own, false) && !may(Stage::Own, true) && {
        let asked = (Action::Submit, element.owner);
        let answers = element.responsible.is_some();
        answers || identity::is_held_by_others(cx.tx, asked, person.id, today)?
    };
    Ok(stages_of(rule)
        .into_iter()
        .map(|(stage, _)| stage)
        .filter(|stage| may(*stage, has_judges))
        .collect())
}

/// What somebody else has judged at the stage for the period. It stands as long as that person may
/// judge there: nobody's words are replaced under another's name.
pub(super) fn others_judgement(
    cx: &mut Cx<'_, '_>,
    element: &Element,
    (stage, kind, period): (Stage, AssessmentKind, Period),
) -> Result<Option<Assessment>, AppError> {
    let me = cx.person()?.id;
    let all = store::of_element(cx.tx, element.id)?;
    let place = (stage, kind, period, element.owner);
    let standing =
        all.into_iter().find(|one| (one.stage, one.kind, one.period, one.org_unit) == place);
    let Some(by) = standing.as_ref().and_then(|one| one.person).filter(|by| *by != me) else {
        return Ok(None);
    };
    let today = cx.today();
    let Some(judge) = identity::person(cx.tx, by, today)? else { return Ok(None) };
    let still = stages_of_person(cx, element, &judge)?.contains(&stage);
    Ok(standing.filter(|_| still))
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
