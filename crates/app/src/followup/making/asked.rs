//! Parts that a template asks for: the year's money, assignments to be answered, what went well, and
//! the questions somebody has written.

use std::collections::BTreeSet;

use db::Tx;
use domain::elements::{Element, Structure};
use domain::followup::{PartKind, PartQuestion, PartState, Question, Round, kronor_of};
use domain::fulfilment::Progress;
use domain::ids::{ElementId, OrgUnitId, PartId};
use domain::periods::Period;
use domain::statistics::finding::Finding;
use domain::steering::Role;

use super::super::store::{self, Part};
use super::Maker;
use crate::activities;
use crate::i18n::{Language, date, decimal};
use crate::web::error::AppError;

/// The org unit's assignments that shall be answered in a round: by their reporting point, else when
/// their last day falls in what the round is about.
pub(super) fn due_assignments(
    tx: &mut Tx<'_>,
    structure: &Structure,
    org_unit: OrgUnitId,
    round: &Round,
) -> Result<BTreeSet<ElementId>, AppError> {
    let own: Vec<&Element> = structure
        .owned_by(org_unit)
        .filter(|element| element.role == Role::Assignment && element.is_current())
        .map(AsRef::as_ref)
        .collect();
    if own.is_empty() {
        return Ok(BTreeSet::new());
    }
    let points = store::points(tx)?;
    let (first, last) = (round.period.first_day(), round.period.last_day());
    let is_due = |element: &&&Element| match points.get(&element.id) {
        Some(point) => point.kind == round.plan.kind && point.year == round.period.year(),
        None => element.ends_on.is_some_and(|end| (first..=last).contains(&end)),
    };
    Ok(own.iter().filter(is_due).map(|element| element.id).collect())
}

impl Maker<'_> {
    /// What is expected of the year in money; the budget is the one that was said last.
    pub(super) fn forecast(&self, id: PartId) -> Part {
        let title = self.texts.followup_group_money();
        let of_year = |period: &Period| period.year() == self.round.period.year();
        let earlier = self
            .earlier
            .iter()
            .find(|(period, part)| part.kind == PartKind::Forecast && of_year(period));
        let said = earlier.and_then(|(_, part)| part.asked.as_ref());
        let sum = |ore: i64| decimal(Language::Swedish, kronor_of(ore));
        let told = said.and_then(|said| said.forecast_ore);
        let told = told.map(|ore| self.texts.followup_forecast_before(sum(ore)));
        let budget_ore = said.and_then(|said| said.budget_ore);
        Part {
            earlier_text: earlier.map(|(_, part)| part.text.clone()).unwrap_or_default(),
            earlier_period: earlier.map(|(period, _)| *period),
            automatic_text: told.unwrap_or_default(),
            asked: Some(PartQuestion { budget_ore, required: true, ..PartQuestion::in_words(2) }),
            ..self.empty(id, PartKind::Forecast, title)
        }
    }

    /// An assignment with how far it has come.
    pub(super) fn assignment(&self, id: PartId, element: &Element) -> Part {
        let progress = self.progress.get(&element.id).copied();
        let progress = progress.unwrap_or(Progress::NotStarted);
        let word = activities::progress_word(self.texts, self.structure, element, progress);
        let automatic_text = match element.ends_on {
            Some(end) => self.texts.followup_assignment_until(date(Language::Swedish, end), word),
            None => self.texts.followup_assignment_state(word),
        };
        Part { automatic_text, ..self.about(id, PartKind::Assignment, element) }
    }

    /// What went well: about the measure that has really improved, where one has.
    pub(super) fn success(&self, id: PartId) -> Part {
        let mut improved = self
            .figures
            .shown
            .keys()
            .filter(|id| self.finding(**id).as_ref().and_then(Finding::improvement).is_some());
        let named = improved.find_map(|id| self.structure.element(*id));
        let title = match named {
            Some(measure) => self.texts.followup_success_of(&measure.title),
            None => self.texts.followup_success().to_owned(),
        };
        let help = self.texts.followup_success_help().to_owned();
        let reader = String::new();
        Part {
            state: PartState::Done,
            asked: Some(PartQuestion { help, reader, ..PartQuestion::in_words(1) }),
            ..self.empty(id, PartKind::Question, &title)
        }
    }

    /// A question of the template, with what was answered last. One that nobody must answer is done.
    pub(super) fn question(&self, id: PartId, question: &Question) -> Part {
        let same = |part: &Part| {
            part.asked.as_ref().is_some_and(|asked| asked.question == Some(question.id))
        };
        let earlier = self.earlier.iter().find(|(_, part)| same(part));
        let said = earlier.map(|(_, part)| match &part.asked {
            Some(asked) if !asked.value.is_empty() => asked.value.clone(),
            _ => part.text.clone(),
        });
        Part {
            earlier_text: said.unwrap_or_default(),
            earlier_period: earlier.map(|(period, _)| *period),
            state: if question.required { PartState::Left } else { PartState::Done },
            asked: Some(PartQuestion::of(question)),
            ..self.empty(id, PartKind::Question, &question.title)
        }
    }
}
