//! Deviations that bodies have accepted between two days, and those whose time has run out.

use domain::elements::Structure;
use domain::ids::{ElementId, OrgUnitId};
use jiff::civil::Date;

use super::asked::Asked;
use crate::acceptance;
use crate::cx::Cx;
use crate::decisions::{Decision, decision_words};
use crate::i18n::{Texts, date};
use crate::web::error::Answer;

/// What happened to an acceptance.
#[derive(Clone, Debug)]
pub(super) enum Happened {
    /// It was decided, and holds until a day.
    Accepted(Decision, Date),
    /// Somebody ended it on a day.
    Ended(Date),
    /// Its last day has been.
    RanOut(Date),
}

/// An accepted deviation with what happened to it.
#[derive(Clone, Debug)]
pub(super) struct Accepted {
    pub element: ElementId,
    pub org_unit: OrgUnitId,
    pub happened: Happened,
}

/// What happened after the first day and until the second.
pub(super) fn between(cx: &mut Cx<'_, '_>, asked: &Asked) -> Answer<Vec<Accepted>> {
    let to = asked.to.unwrap_or_else(|| cx.today());
    let mut found = Vec::new();
    for (one, decision) in acceptance::store::lasting(cx.tx, asked.from)? {
        let kept_on = cx.app.clock.local(one.at).date();
        // What has been ended since carries the day of that; it was accepted when it was decided.
        let accepted_on = if one.ended_on.is_none() { kept_on } else { decision.decided_on };
        let between = |day: Date| asked.from < day && day <= to;
        let mut tell = |happened| {
            found.push(Accepted { element: one.element, org_unit: one.org_unit, happened });
        };
        if between(accepted_on) {
            tell(Happened::Accepted(decision, one.until));
        }
        match one.ended_on {
            Some(day) if between(day) => tell(Happened::Ended(day)),
            None if one.until >= asked.from && one.until < to => tell(Happened::RanOut(one.until)),
            _ => {}
        }
    }
    Ok(found)
}

/// It in a sentence.
pub(super) fn words(texts: Texts, structure: &Structure, one: &Accepted) -> String {
    let day = |day| date(texts.language, day);
    match &one.happened {
        Happened::Accepted(decision, until) => {
            let body = structure.organisation.name(decision.body);
            texts.changes_accepted_until(decision_words(texts, body, decision), day(*until))
        }
        Happened::Ended(on) => texts.changes_accepted_ended(day(*on)),
        Happened::RanOut(last) => texts.changes_accepted_over(day(*last)),
    }
}
