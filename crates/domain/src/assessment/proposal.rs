//! A proposed judgement, what it rests on, and why there is none.

use serde::{Deserialize, Serialize};

use super::{Extent, Figure, Grade};
use crate::fulfilment::Fulfilment;

/// How many of those that count could be judged.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Coverage {
    /// Say something.
    pub said: usize,
    /// Count.
    pub of: usize,
}

impl Coverage {
    /// How many say nothing.
    pub fn missing(self) -> usize {
        self.of.saturating_sub(self.said)
    }

    /// Whether the share that says something is at least this many per cent.
    pub fn is_at_least(self, pct: u8) -> bool {
        self.said.saturating_mul(100) >= usize::from(pct).saturating_mul(self.of)
    }
}

/// What a proposal rests on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Basis {
    /// The latest value of one measure against its target.
    LatestValue,
    /// Measures against their targets.
    Measures(Figure),
    /// What is judged of children.
    Children(Figure),
    /// What is judged of criteria, or what their own measures say.
    Criteria(Figure),
    /// What is expected at the end of the year.
    Forecasts(Figure),
    /// The two answers and what the matrix gives.
    CoverageXFulfilment {
        /// How much of the goal is covered.
        coverage: Extent,
        /// How well that part is fulfilled.
        fulfilment: Grade,
    },
}

impl Basis {
    /// How many became one; none where nothing was weighed.
    pub fn figure(&self) -> Option<&Figure> {
        match self {
            Self::Measures(figure)
            | Self::Children(figure)
            | Self::Criteria(figure)
            | Self::Forecasts(figure) => Some(figure),
            Self::LatestValue | Self::CoverageXFulfilment { .. } => None,
        }
    }
}

/// A proposed judgement.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Proposal {
    /// The level.
    pub level: Fulfilment,
    /// Why.
    pub basis: Basis,
    /// How many of those that count could be judged.
    pub coverage: Coverage,
}

/// Why nothing is proposed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Silence {
    /// The model lets a person judge without a proposal.
    ByHand,
    /// The model says that elements of the type are not judged.
    NotJudged,
    /// There is nothing that the rule lets count.
    NothingCounts,
    /// Nothing that counts says anything yet.
    NothingSaid {
        /// How many count.
        of: usize,
    },
    /// Too few of those that count say something.
    TooFew {
        /// How many do, of how many.
        coverage: Coverage,
        /// The share that the rule demands, in per cent.
        least_pct: u8,
    },
    /// A question of the rule is not answered.
    Unanswered {
        /// How much of the goal is covered.
        coverage: bool,
        /// How well that part is fulfilled.
        fulfilment: bool,
    },
}

/// A proposal, or why there is none.
pub type Proposed = Result<Proposal, Silence>;
