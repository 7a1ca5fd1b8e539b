//! Making the parts of an account from the structure and the values: what needs words, the automatic
//! texts, the proposals and what was written last time. Done once, when the account is opened.

use std::collections::BTreeMap;

use db::Tx;
use domain::elements::{Element, Structure};
use domain::followup::{
    Basis, Need, PartKind, PartState, Proposal, Round, Standing, activity_needs, goal_needs,
    measure_needs, propose_for_goal, propose_for_measure,
};
use domain::fulfilment::Progress;
use domain::ids::{ElementId, FollowUpId, OrgUnitId, PartId};
use domain::measures::Outcome;
use domain::periods::Period;
use domain::statistics::finding::Finding;
use domain::steering::{Role, ScaleUse};
use jiff::civil::Date;

use super::store::{self, Part};
use crate::activities;
use crate::i18n::{Language, Texts, date, sort_key};
use crate::measures::{self, Shown, finding_words, target_words, value_words};
use crate::web::error::AppError;

/// Everything the parts of one account are made from.
pub struct Maker<'a> {
    texts: Texts,
    structure: &'a Structure,
    account: FollowUpId,
    org_unit: OrgUnitId,
    reported_through: Date,
    today: Date,
    shown: BTreeMap<ElementId, Shown>,
    progress: BTreeMap<ElementId, Progress>,
    earlier: Vec<(Period, Part)>,
}

impl<'a> Maker<'a> {
    /// Reads what the parts are made from. Kept texts are in Swedish, whoever opens the account.
    pub fn read(
        tx: &mut Tx<'_>,
        structure: &'a Structure,
        (account, org_unit): (FollowUpId, OrgUnitId),
        round: &Round,
        today: Date,
    ) -> Result<Self, AppError> {
        let mut baselines = measures::store::baselines_of_org_unit(tx, org_unit)?;
        let mut by_measure: BTreeMap<ElementId, Vec<Outcome>> = BTreeMap::new();
        for outcome in measures::store::all_of_org_unit(tx, org_unit)? {
            by_measure.entry(outcome.measure).or_default().push(outcome);
        }
        let shown = by_measure
            .into_iter()
            .filter_map(|(id, outcomes)| {
                let measure = structure.measure(id)?;
                let breaks = baselines.remove(&id).unwrap_or_default();
                Some((id, Shown::new(structure, measure, org_unit, outcomes, breaks, today)))
            })
            .collect();
        Ok(Self {
            texts: Texts::from(Language::Swedish),
            structure,
            account,
            org_unit,
            reported_through: round.period.first_day(),
            today,
            shown,
            progress: activities::store::progress_of(
                tx,
                structure
                    .owned_by(org_unit)
                    .filter(|element| element.role == Role::Activity)
                    .map(|element| element.id),
            )?,
            earlier: store::earlier_parts(tx, org_unit, round.due_on)?,
        })
    }

    /// All parts but the money, in the order of the account.
    pub fn all(&self, mut new_id: impl FnMut() -> PartId) -> Vec<Part> {
        let mut parts: Vec<Part> =
            self.shown.keys().filter_map(|id| self.measure(new_id(), *id)).collect();
        let mut owned: Vec<&Element> =
            self.structure.owned_by(self.org_unit).map(AsRef::as_ref).collect();
        owned.sort_by_cached_key(|element| sort_key(&element.title));
        for element in &owned {
            let late = !self.needs_of_activity(element).is_empty();
            if element.role == Role::Activity && late {
                parts.push(self.activity(new_id(), element));
            }
        }
        for element in
            owned.iter().filter(|element| element.role == Role::Goal && self.is_judged(element))
        {
            parts.push(self.goal(new_id(), element));
        }
        parts.push(self.summary(new_id()));
        parts.sort_by_cached_key(|part| {
            (part.kind.is_closing(), !part.is_usual(), part.kind, sort_key(&part.title))
        });
        number(&mut parts, FIRST_AFTER_MONEY);
        parts
    }

    fn is_judged(&self, element: &Element) -> bool {
        self.structure
            .model
            .element_type(&element.element_type)
            .is_some_and(domain::steering::ElementType::is_assessed)
    }

    /// A part without content.
    pub fn empty(&self, id: PartId, kind: PartKind, title: &str) -> Part {
        Part {
            id,
            account: self.account,
            position: 0,
            kind,
            subject: None,
            title: title.to_owned(),
            needs: Vec::new(),
            state: PartState::Left,
            automatic_text: String::new(),
            causes: Vec::new(),
            text: String::new(),
            text_version: 1,
            earlier_text: String::new(),
            earlier_period: None,
            level: None,
            proposed: None,
            proposal_reason: String::new(),
            reason: String::new(),
            reason_version: 1,
            person_name: String::new(),
            at: 0,
            version: 1,
        }
    }

    fn about(&self, id: PartId, kind: PartKind, element: &Element) -> Part {
        let earlier = self.earlier_about(kind, Some(element.id));
        Part {
            subject: Some(element.id),
            earlier_text: earlier.map(|(_, part)| part.text.clone()).unwrap_or_default(),
            earlier_period: earlier.map(|(period, _)| *period),
            ..self.empty(id, kind, &element.title)
        }
    }

    fn earlier_about(&self, kind: PartKind, subject: Option<ElementId>) -> Option<&(Period, Part)> {
        self.earlier.iter().find(|(_, part)| part.kind == kind && part.subject == subject)
    }

    fn finding(&self, id: ElementId) -> Option<Finding> {
        let shown = self.shown.get(&id)?;
        let reported = shown
            .series
            .points
            .iter()
            .filter(|point| point.period.last_day() < self.reported_through)
            .count();
        let measure = self.structure.measure(id)?;
        shown.series.finding(measure, shown.target.as_ref(), &shown.baselines, reported).ok()
    }

    /// The part about a measure; none for what is no living measure.
    pub fn measure(&self, id: PartId, measure_id: ElementId) -> Option<Part> {
        let element = self.structure.element(measure_id).filter(|element| element.is_current())?;
        let measure = self.structure.measure(measure_id)?;
        let mut part = self.about(id, PartKind::Measure, element);
        let Some(shown) = self.shown.get(&measure_id) else { return Some(part) };
        part.automatic_text = finding_words(self.texts, &element.title, measure, shown).sentence;
        let finding = self.finding(measure_id);
        part.needs = finding.as_ref().map(measure_needs).unwrap_or_default();
        if let Some(Proposal { level, .. }) = finding.as_ref().and_then(propose_for_measure)
            && let (Some((_, value)), Some(target)) = (shown.series.latest(), &shown.target)
        {
            let words = value_words(Language::Swedish, measure, value);
            let target = target_words(self.texts, measure, target);
            let met = if level == domain::fulfilment::Fulfilment::Achieved { "yes" } else { "no" };
            part.proposed = Some(level);
            part.proposal_reason = self.texts.followup_basis_value(met, target, words);
        }
        Some(part)
    }

    fn needs_of_activity(&self, element: &Element) -> Vec<Need> {
        let progress = self.progress.get(&element.id).copied().unwrap_or(Progress::NotStarted);
        activity_needs(progress, element.ends_on, self.today)
    }

    /// The part about an activity.
    pub fn activity(&self, id: PartId, element: &Element) -> Part {
        let progress = self.progress.get(&element.id).copied().unwrap_or(Progress::NotStarted);
        let word = activities::progress_word(self.texts, progress);
        let end = element.ends_on.map(|day| date(Language::Swedish, day)).unwrap_or_default();
        Part {
            needs: self.needs_of_activity(element),
            automatic_text: self.texts.followup_activity_automatic(end, word),
            ..self.about(id, PartKind::Activity, element)
        }
    }

    /// The part about a goal, with the proposal of the steering model's rule.
    pub fn goal(&self, id: PartId, element: &Element) -> Part {
        let model = &self.structure.model;
        let proposal = model.element_type(&element.element_type).and_then(|element_type| {
            let rule = model.assessment_for(element_type)?;
            propose_for_goal(
                rule,
                model.scale_for(element_type, ScaleUse::Outcome),
                &self.standings(element.id),
            )
        });
        let last =
            self.earlier_about(PartKind::Goal, Some(element.id)).and_then(|(_, part)| part.level);
        let reason = match proposal.map(|proposal| proposal.basis) {
            Some(Basis::Measures { met, compared }) => {
                let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
                self.texts.followup_basis_measures(count(compared), count(met))
            }
            _ => String::new(),
        };
        Part {
            needs: goal_needs(proposal.map(|proposal| proposal.level), last),
            proposed: proposal.map(|proposal| proposal.level),
            proposal_reason: reason,
            ..self.about(id, PartKind::Goal, element)
        }
    }

    fn standings(&self, goal: ElementId) -> Vec<Standing> {
        self.structure
            .measures_of(goal)
            .into_iter()
            .map(|(element, measure)| {
                let met = match self.finding(element.id) {
                    Some(Finding::Observed(reading)) => reading.target_met,
                    _ => None,
                };
                Standing { class: measure.class.clone(), counts: measure.counts_in_assessment, met }
            })
            .collect()
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

/// Parts about money stand first and may be there before the account is opened.
pub const FIRST_AFTER_MONEY: i64 = 100;

/// Gives parts their places.
pub fn number(parts: &mut [Part], first: i64) {
    for (position, part) in (first..).zip(parts) {
        part.position = position;
    }
}
