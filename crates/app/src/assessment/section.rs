//! The part of an element's page about judgement: what each stage says, and what the rule proposes.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::access::Action;
use domain::assessment::stages_of;
use domain::elements::{Element, ElementState, Structure};
use domain::fulfilment::{Fulfilment, Stage};
use domain::ids::ElementId;
use maud::{Markup, html};

use super::grounds::{Both, Grounds, grounds_of, is_judged};
use super::proposal_words::proposal_words;
use super::reach::stages_for;
use super::store::{self, Assessment, AssessmentKind};
use super::untold::keep_untold;
use super::words::{fulfilment_symbol, judgement_word, stage_word};
use crate::app::Clock;
use crate::cx::Cx;
use crate::i18n::{Texts, date};
use crate::measures::{Shown, period_words};
use crate::web::error::AppError;
use crate::web::ui::{Button, button_link, empty_state, quote, section, status_row};

/// What the part of the page is made from.
pub(super) struct Judged<'a> {
    pub(super) texts: Texts,
    pub(super) structure: &'a Structure,
    pub(super) element: &'a Element,
    pub(super) measures: &'a BTreeMap<ElementId, Shown>,
    judgements: Vec<Assessment>,
    clock: Arc<dyn Clock>,
    may_judge: bool,
    pub(super) may_weigh: bool,
}

/// The part of an element's page about judgement; nothing for what is not judged.
pub fn section_of(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    element: &Element,
    measures: &BTreeMap<ElementId, Shown>,
) -> Result<Markup, AppError> {
    if !is_judged(structure, element) {
        return Ok(html! {});
    }
    let both = grounds_of(cx, structure, element, measures)?;
    let mut judgements = store::of_element(cx.tx, element.id)?;
    keep_untold(cx, structure, measures, &mut judgements)?;
    Ok(Judged::new(cx, structure, element, measures, judgements)?.section(&both))
}

/// The latest judgement of a stage, by the end of its period and then by when it was made.
pub fn latest_of(
    judgements: &[Assessment],
    stage: Stage,
    kind: AssessmentKind,
) -> Option<&Assessment> {
    judgements
        .iter()
        .filter(|one| one.stage == stage && one.kind == kind)
        .max_by_key(|one| (one.period.last_day(), one.at))
}

impl<'a> Judged<'a> {
    /// From what is read.
    pub(super) fn new(
        cx: &mut Cx<'_, '_>,
        structure: &'a Structure,
        element: &'a Element,
        measures: &'a BTreeMap<ElementId, Shown>,
        judgements: Vec<Assessment>,
    ) -> Result<Self, AppError> {
        let holds = element.state == ElementState::Adopted;
        let may_judge = holds && !stages_for(cx, element)?.is_empty();
        Ok(Self {
            texts: cx.texts(),
            structure,
            element,
            measures,
            judgements,
            clock: Arc::clone(&cx.app.clock),
            may_judge,
            may_weigh: cx.can(Action::Plan, element.owner),
        })
    }

    /// What is judged, the newest first.
    pub(super) fn judgements(&self) -> &[Assessment] {
        &self.judgements
    }

    fn section(&self, both: &Both<'_>) -> Markup {
        let texts = self.texts;
        let stages = stages_of(both.outcome.rule);
        let mut now: Vec<&Assessment> = stages
            .iter()
            .filter_map(|(stage, _)| latest_of(&self.judgements, *stage, AssessmentKind::Outcome))
            .collect();
        // A model that has lost a stage keeps what was judged at it.
        now.extend(self.of_lost_stages(&stages));
        now.sort_by_key(|one| std::cmp::Reverse(one.stage));
        let latest = now.iter().map(|one| one.period).max_by_key(|period| period.last_day());
        let note = latest.map(|period| period_words(texts.language, period)).unwrap_or_default();
        let address = format!("/mal/{}/bedom", self.element.id);
        let body = html! {
            div.stack {
                @if now.is_empty() { (empty_state(texts.assessment_none_yet(), texts.assessment_none_yet_text(), None)) }
                @for one in &now {
                    (self.judgement(one, latest.is_some_and(|period| period != one.period), &both.outcome))
                }
                @if self.may_judge {
                    p { (button_link(Button::SmallSecondary, &address, texts.assessment_judge())) }
                }
            }
            div.section #forslag { (self.proposal(both)) }
        };
        section("bedomning", texts.assessment_title(), &note, &body)
    }

    fn of_lost_stages<'j>(
        &'j self,
        stages: &[(Stage, Option<&str>)],
    ) -> impl Iterator<Item = &'j Assessment> {
        let lost = Stage::ALL.iter().filter(|one| !stages.iter().any(|(stage, _)| stage == *one));
        let lost: Vec<Stage> = lost.copied().collect();
        lost.into_iter()
            .filter_map(|stage| latest_of(&self.judgements, stage, AssessmentKind::Outcome))
    }

    pub(super) fn word(&self, kind: AssessmentKind, level: Fulfilment) -> String {
        judgement_word(self.texts, self.structure, self.element, (kind, level, ""))
    }

    /// The level of a judgement as it was chosen.
    fn chosen(&self, one: &Assessment) -> String {
        let said = (one.kind, one.level, one.scale_level.as_str());
        judgement_word(self.texts, self.structure, self.element, said)
    }

    fn judgement(&self, one: &Assessment, says_when: bool, now: &Grounds<'_>) -> Markup {
        let texts = self.texts;
        let day = date(texts.language, self.clock.local(one.at).date());
        let name =
            if one.person_name.is_empty() { texts.assessment_nobody() } else { &one.person_name };
        let stage = stage_word(texts, self.structure, self.element, one.stage);
        let origin = html! { (texts.assessment_by(day, name, stage)) };
        let shape = fulfilment_symbol(one.level);
        let after = self.beside(one, says_when, now);
        html! {
            div.stack.tight {
                (status_row(shape, shape.tone(), &self.chosen(one), &after))
                @if one.reason.is_empty() { p.fine { (origin) } }
                @else { (quote(&one.reason, &origin)) }
            }
        }
    }

    /// For when, the forecast of the same stage, and whether the person and the rule say different
    /// things.
    fn beside(&self, one: &Assessment, says_when: bool, now: &Grounds<'_>) -> String {
        let texts = self.texts;
        let when =
            says_when.then(|| texts.assessment_period_of(period_words(texts.language, one.period)));
        let forecast = latest_of(&self.judgements, one.stage, AssessmentKind::Forecast)
            .filter(|forecast| forecast.period.year() == one.period.year())
            .map(|forecast| self.chosen(forecast).to_lowercase())
            .map(|word| texts.assessment_forecast(word));
        let proposal = one.proposed.map(|proposed| {
            if proposed == one.level {
                texts.assessment_proposal_same().to_owned()
            } else {
                texts.assessment_proposal_other(self.word(one.kind, proposed).to_lowercase())
            }
        });
        // What the rule says today stands below: that it said otherwise then must not look like a slip.
        let now = now.proposed.as_ref().ok().map(|one| one.level);
        let since = (one.proposed.is_some() && one.proposed != now)
            .then(|| texts.assessment_proposal_since().to_owned());
        [when, forecast, proposal, since].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn proposal(&self, both: &Both<'_>) -> Markup {
        let texts = self.texts;
        let outcome = &both.outcome;
        let words = proposal_words(texts, &self.structure.model, &outcome.proposed);
        html! {
            div.stack.tight {
                h3 { (texts.assessment_rule()) }
                @match &outcome.proposed {
                    Ok(proposal) => {
                        @let shape = fulfilment_symbol(proposal.level);
                        (status_row(shape, shape.tone(), &self.word(outcome.kind, proposal.level), &words))
                    },
                    Err(_) => p.soft { (words) },
                }
                @if let Ok(forecast) = &both.forecast.proposed {
                    @let why = proposal_words(texts, &self.structure.model, &both.forecast.proposed);
                    p { b { (texts.assessment_rule_forecast()) ": " (self.word(AssessmentKind::Forecast, forecast.level)) ". " } (why) }
                }
                @if outcome.computes() { (self.grounds(outcome)) }
                @if both.forecast.proposed.is_ok() { (self.grounds(&both.forecast)) }
            }
        }
    }
}
