//! What org units answer to what a template asks: questions, the year's money and assignments.

pub(super) mod store;

use domain::followup::{AnswerKind, PartKind};
use domain::fulfilment::Fulfilment;
use domain::ids::{ElementId, FollowUpId, OrgUnitId, PartId, QuestionId};

pub(super) use store::answers;

/// What one org unit answers in a part of an account that is handed in.
#[derive(Clone, Debug)]
pub(super) struct Answered {
    pub(super) part: PartId,
    pub(super) account: FollowUpId,
    pub(super) org_unit: OrgUnitId,
    pub(super) kind: PartKind,
    pub(super) subject: Option<ElementId>,
    pub(super) title: String,
    pub(super) text: String,
    pub(super) level: Option<Fulfilment>,
    pub(super) person: String,
    pub(super) at: i64,
    /// The question; none for money, assignments and what went well.
    pub(super) question: Option<QuestionId>,
    pub(super) answer: Option<AnswerKind>,
    /// Who reads it; empty where nobody is named.
    pub(super) reader: String,
    pub(super) value: String,
    pub(super) forecast_ore: Option<i64>,
    pub(super) budget_ore: Option<i64>,
}
