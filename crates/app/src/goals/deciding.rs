//! What a decision must say, and which body may decide for whom.

use domain::decision_day::is_long_before;
use domain::ids::{DecisionId, OrgUnitId};
use domain::organisation::OrgUnit;
use domain::steering::OrgLevelKind;
use jiff::civil::Date;

use super::decision_form::{Effect, Page, Typed};
use super::written::day;
use crate::decisions::Decision;
use crate::i18n::Texts;

/// Longest paragraph and register number.
const LONGEST: usize = 60;

/// Whether the one who decides keeps minutes with paragraphs.
pub(super) fn keeps_minutes(kind: OrgLevelKind) -> bool {
    matches!(
        kind,
        OrgLevelKind::Council
            | OrgLevelKind::ExecutiveBoard
            | OrgLevelKind::ExecutiveSubcommittee
            | OrgLevelKind::Committee
            | OrgLevelKind::ProgrammeCommittee
            | OrgLevelKind::Company
            | OrgLevelKind::JointBody
    )
}

/// The day that is said, and what is wrong with it, the paragraph and the register number. A day long
/// before the decision can have meant anything is asked about: it is mostly a slip of the hand.
pub(super) fn check_minutes(
    texts: Texts,
    typed: &Typed,
    keeps_minutes: bool,
    (holds_from, today): (Option<Date>, Date),
) -> (Option<Date>, Vec<(&'static str, String)>) {
    let mut problems = Vec::new();
    let decided_on = day(&typed.day).ok().flatten();
    match decided_on {
        None => problems.push(("dag", texts.web_bad_date().to_owned())),
        Some(decided_on) if decided_on > today => {
            problems.push(("dag", texts.goals_problem_future().to_owned()));
        }
        Some(day) if !typed.is_long_ago && is_long_before(day, holds_from, today) => {
            problems.push(("dag", texts.goals_problem_long_ago().to_owned()));
        }
        Some(_) => {}
    }
    if keeps_minutes && typed.paragraph.is_empty() {
        problems.push(("paragraf", texts.goals_problem_paragraph().to_owned()));
    }
    for (field, text) in [("paragraf", &typed.paragraph), ("dnr", &typed.reference)] {
        let written = text.chars().count();
        if written > LONGEST {
            problems.push((field, texts.web_too_long(LONGEST, written)));
        }
    }
    (decided_on, problems)
}

impl Page<'_> {
    /// The first day of what is decided, of several the earliest; of an ending none.
    fn holds_from(&self) -> Option<Date> {
        let first = self.elements.iter().filter_map(|one| one.starts_on).min();
        first.filter(|_| self.effect == Effect::Adopts)
    }

    /// The decision the fields tell of, or everything that is wrong with them.
    pub(super) fn decided(
        &self,
        id: DecisionId,
        today: Date,
    ) -> Result<Decision, Vec<(&'static str, String)>> {
        let texts = self.texts;
        let mut problems = Vec::new();
        let body = self.typed.body.parse().ok().and_then(|id| self.structure.organisation.get(id));
        if body.is_none() {
            problems.push(("organ", texts.web_unknown_choice().to_owned()));
        }
        if let Some(body) = body
            && let Some(owner) = self.owners().find(|owner| !self.decides_for(body, *owner))
        {
            let name = self.structure.organisation.name(owner);
            problems.push(("organ", texts.goals_problem_body(name)));
        }
        let keeps_minutes = body.is_some_and(|body| keeps_minutes(body.kind));
        let (decided_on, wrong) =
            check_minutes(texts, &self.typed, keeps_minutes, (self.holds_from(), today));
        problems.extend(wrong);
        if self.asks_first && !self.typed.has_seen {
            problems.push(("sett", texts.goals_problem_not_seen().to_owned()));
        }
        if self.elements.is_empty() && self.typed.declined.is_empty() {
            problems.push(("mal", texts.goals_problem_none_chosen().to_owned()));
        }
        let (Some(body), Some(decided_on), true) = (body, decided_on, problems.is_empty()) else {
            return Err(problems);
        };
        Ok(Decision {
            id,
            body: body.id,
            decided_on,
            paragraph: self.typed.paragraph.clone(),
            reference: self.typed.reference.clone(),
            version: 1,
        })
    }

    fn owners(&self) -> impl Iterator<Item = OrgUnitId> {
        self.elements.iter().map(|one| one.owner).chain(self.plan_of)
    }

    /// Whether a body may decide for an owner: the owner itself, one above it, or the committee
    /// that such a body has set up within itself.
    fn decides_for(&self, body: &OrgUnit, owner: OrgUnitId) -> bool {
        let organisation = &self.structure.organisation;
        let within = |body: OrgUnitId| organisation.is_within(owner, body);
        let is_part = body.kind == OrgLevelKind::ExecutiveSubcommittee;
        within(body.id) || (is_part && body.parent.is_some_and(within))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn committees_keep_minutes_and_workplaces_do_not() {
        assert!(keeps_minutes(OrgLevelKind::Committee));
        assert!(!keeps_minutes(OrgLevelKind::Unit));
    }
}
