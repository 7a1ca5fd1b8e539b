//! One part of each kind: what it is about, what needs words and what the rule proposes.

use domain::elements::Element;
use domain::followup::{Need, PartKind, activity_needs, goal_needs, measure_needs};
use domain::fulfilment::Progress;
use domain::ids::{ElementId, PartId};
use domain::statistics::finding::Finding;

use super::super::store::Part;
use super::Maker;
use crate::activities;
use crate::assessment::proposal_words;
use crate::assessment::store::AssessmentKind;
use crate::i18n::{Language, date};

impl Maker<'_> {
    pub(super) fn finding(&self, id: ElementId) -> Option<Finding> {
        self.figures.finding((self.structure, &self.round), id)
    }

    /// The part about a measure; none for what is no living measure.
    pub fn measure(&self, id: PartId, measure_id: ElementId) -> Option<Part> {
        let element = self.structure.element(measure_id).filter(|element| element.is_current())?;
        self.structure.measure(measure_id)?;
        let mut part = self.about(id, PartKind::Measure, element);
        self.figures.say((self.structure, &self.round), &mut part, measure_id);
        part.needs = self.finding(measure_id).as_ref().map(measure_needs).unwrap_or_default();
        Some(part)
    }

    pub(super) fn needs_of_activity(&self, element: &Element) -> Vec<Need> {
        let progress = self.progress.get(&element.id).copied().unwrap_or(Progress::NotStarted);
        activity_needs(progress, element.ends_on, self.today)
    }

    /// The part about an activity.
    pub fn activity(&self, id: PartId, element: &Element) -> Part {
        let progress = self.progress.get(&element.id).copied().unwrap_or(Progress::NotStarted);
        let word = activities::progress_word(self.texts, self.structure, element, progress);
        let end = element.ends_on.map(|day| date(Language::Swedish, day)).unwrap_or_default();
        Part {
            needs: self.needs_of_activity(element),
            automatic_text: self.texts.followup_activity_automatic(end, word),
            ..self.about(id, PartKind::Activity, element)
        }
    }

    /// The part about a goal, with the proposal of the steering model's rule.
    pub fn goal(&self, id: PartId, element: &Element) -> Part {
        let kind = AssessmentKind::Outcome;
        let met = |id: ElementId| match self.finding(id) {
            Some(Finding::Observed(reading)) => reading.target_met,
            _ => None,
        };
        let grounds = self.below.grounds(self.structure, element, kind, &met);
        let proposed = grounds.proposed.as_ref().ok().map(|proposal| proposal.level);
        let last =
            self.earlier_about(PartKind::Goal, Some(element.id)).and_then(|(_, part)| part.level);
        Part {
            needs: goal_needs(proposed, last),
            proposed,
            proposal_reason: proposal_words(self.texts, &self.structure.model, &grounds.proposed),
            ..self.about(id, PartKind::Goal, element)
        }
    }

    /// The summary.
    pub fn summary(&self, id: PartId) -> Part {
        let earlier = self.earlier_about(PartKind::Summary, None);
        Part {
            earlier_text: earlier.map(|(_, part)| part.text.clone()).unwrap_or_default(),
            earlier_period: earlier.map(|(period, _)| *period),
            ..self.empty(id, PartKind::Summary, self.texts.followup_summary())
        }
    }
}
