//! Where a judgement differs from what was proposed, or from what another stage judged.

use crate::fulfilment::{Fulfilment, Stage};

/// In which ways the judgements of one thing differ.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Differing {
    /// Some stage judged otherwise than was proposed to it.
    pub from_proposal: bool,
    /// Two stages judged otherwise.
    pub between_stages: bool,
}

impl Differing {
    /// Whether they differ at all.
    pub fn differs(self) -> bool {
        self.from_proposal || self.between_stages
    }
}

/// How the judgements of one element, org unit and period differ: each stage with what was proposed
/// to it and what it judged.
pub fn differing(stages: &[(Stage, Option<Fulfilment>, Fulfilment)]) -> Differing {
    let first = stages.first().map(|(.., level)| *level);
    Differing {
        from_proposal: stages
            .iter()
            .any(|(_, proposed, level)| proposed.is_some_and(|proposed| proposed != *level)),
        between_stages: stages.iter().any(|(.., level)| Some(*level) != first),
    }
}
