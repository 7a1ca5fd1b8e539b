//! What a proposal rests on: the measures, children, criteria, forecasts or answers that the rule of
//! the element's type lets count, put together from what is kept.

mod below;
mod inputs;
mod rules;

use std::collections::BTreeMap;

use domain::assessment::{Answers, Input, Proposed, Silence, by_hand, propose};
use domain::elements::{Element, Mark, Structure};
use domain::ids::ElementId;
use domain::statistics::finding::Finding;
use domain::steering::{Aggregate, Assessment as Rule, RuleMethod, Scale};

use super::store::AssessmentKind;
use crate::cx::Cx;
use crate::measures::{Shown, shown_together};
use crate::web::error::AppError;

pub use below::Below;
pub use rules::measures_behind;
pub(super) use rules::{is_judged, rule_for, scale_for};

/// Most children of an element that are read for each page; what more have is summed once and kept.
const MOST_READ: usize = 100;

/// A proposal with what it rests on.
pub struct Grounds<'s> {
    /// Whether it is about what came out or what is expected.
    pub kind: AssessmentKind,
    /// The rule, if the model has one for the type.
    pub rule: Option<&'s Rule>,
    /// The scale that the proposal is made on.
    pub scale: Option<&'s Scale>,
    /// What the rule looks at.
    pub inputs: Vec<Input>,
    /// What is answered to the rule's questions.
    pub answers: Answers,
    /// The proposal, or why there is none.
    pub proposed: Proposed,
}

/// Whether measures meet their targets, as far as it is known.
pub type Met<'m> = &'m dyn Fn(ElementId) -> Option<bool>;

/// The rule and the scale of an element.
pub(super) fn rule_and_scale<'s>(
    structure: &'s Structure,
    element: &Element,
    kind: AssessmentKind,
) -> (Option<&'s Rule>, Option<&'s Scale>) {
    let model = &structure.model;
    let Some(of_type) = model.element_type(&element.element_type) else { return (None, None) };
    (rule_for(model, of_type, kind), scale_for(model, of_type, kind))
}

impl<'s> Grounds<'s> {
    fn new(
        kind: AssessmentKind,
        (rule, scale): (Option<&'s Rule>, Option<&'s Scale>),
        inputs: Vec<Input>,
        answers: Answers,
    ) -> Self {
        let proposed = if kind == AssessmentKind::Forecast && scale.is_none() {
            Err(by_hand(rule))
        } else {
            propose(rule, scale, &inputs, answers)
        };
        Self { kind, rule, scale, inputs, answers, proposed }
    }

    /// As these, when the two questions are answered otherwise.
    #[must_use]
    pub fn answered(self, answers: Answers) -> Self {
        Self::new(self.kind, (self.rule, self.scale), self.inputs, answers)
    }

    /// Whether there is anything to show: a rule that computes.
    pub fn computes(&self) -> bool {
        !matches!(self.proposed, Err(Silence::ByHand | Silence::NotJudged))
    }

    /// Whether what counts has weights of its own.
    pub fn weighs(&self) -> bool {
        self.rule.is_some_and(|rule| rule.params.aggregate == Some(Aggregate::Weighted))
    }
}

/// What is proposed as outcome and as forecast.
pub struct Both<'s> {
    /// How it went.
    pub outcome: Grounds<'s>,
    /// How it is expected to go by the end of the year.
    pub forecast: Grounds<'s>,
}

impl<'s> Both<'s> {
    /// The one of a kind.
    pub fn of(self, kind: AssessmentKind) -> Grounds<'s> {
        match kind {
            AssessmentKind::Outcome => self.outcome,
            AssessmentKind::Forecast => self.forecast,
        }
    }
}

/// What very many children say, summed once.
struct Kept {
    mark: Mark,
    year: i16,
    outcome: Vec<Input>,
    forecast: Vec<Input>,
}

/// The proposals for an element with what they rest on, from values already read.
pub fn grounds_of<'s>(
    cx: &mut Cx<'_, '_>,
    structure: &'s Structure,
    element: &Element,
    measures: &BTreeMap<ElementId, Shown>,
) -> Result<Both<'s>, AppError> {
    let year = cx.today().year();
    let (id, owner) = (element.id, element.owner);
    let met = |id: ElementId| met_by(measures, id);
    if structure.count_children(id) <= MOST_READ {
        let below = Below::read(cx.tx, structure, (&[id], owner), year)?;
        let of = |kind| below.grounds(structure, element, kind, &met);
        return Ok(Both {
            outcome: of(AssessmentKind::Outcome),
            forecast: of(AssessmentKind::Forecast),
        });
    }
    let mark = structure.mark_of_children(id);
    let holds = |kept: &Kept| kept.mark == mark && kept.year == year;
    let kept = cx.kept(&id.bytes(), holds, |cx| {
        let below = Below::read(cx.tx, structure, (&[id], owner), year)?;
        let of = |kind| below.grounds(structure, element, kind, &|_| None).inputs;
        let (outcome, forecast) = (of(AssessmentKind::Outcome), of(AssessmentKind::Forecast));
        Ok(Kept { mark: mark.clone(), year, outcome, forecast })
    })?;
    let (rule, scale) = rule_and_scale(structure, element, AssessmentKind::Outcome);
    let mut own = Below::of_values(year);
    own.answers = super::store::answers_of(cx.tx, &[id])?;
    own.weights = super::store::weights_below(cx.tx, &[id])?;
    // Values change without a word to the sums of judgements, so they are never among what is kept.
    let outcome = match rule.map(|rule| rule.method) {
        Some(RuleMethod::FromChildren) => Grounds::new(
            AssessmentKind::Outcome,
            (rule, scale),
            kept.outcome.clone(),
            Answers::default(),
        ),
        Some(RuleMethod::FromCriteria) => Below::read(cx.tx, structure, (&[id], owner), year)?
            .grounds(structure, element, AssessmentKind::Outcome, &met),
        _ => own.grounds(structure, element, AssessmentKind::Outcome, &met),
    };
    let expected = rule_and_scale(structure, element, AssessmentKind::Forecast);
    let forecast =
        Grounds::new(AssessmentKind::Forecast, expected, kept.forecast.clone(), Answers::default());
    Ok(Both { outcome, forecast })
}

/// Whether the latest value of a measure meets its target.
pub fn met_by(measures: &BTreeMap<ElementId, Shown>, id: ElementId) -> Option<bool> {
    match &measures.get(&id)?.finding {
        Some(Finding::Observed(reading)) => reading.target_met,
        _ => None,
    }
}

/// The values behind an element's proposal.
pub(super) fn values_behind(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    element: &Element,
) -> Result<BTreeMap<ElementId, Shown>, AppError> {
    let today = cx.today();
    shown_together(cx, structure, &measures_behind(structure, element), element.owner, today)
}
