//! The proposal for a measure itself.

use super::{Basis, Coverage, Grade, Proposal};
use crate::statistics::finding::{Finding, Reading};

/// The proposal for one measure: whether its latest value meets the target.
pub fn propose_for_measure(finding: &Finding) -> Option<Proposal> {
    let Finding::Observed(Reading { target_met: Some(met), .. }) = finding else { return None };
    Some(Proposal {
        level: Grade::of_answer(*met).fulfilment(),
        basis: Basis::LatestValue,
        coverage: Coverage { said: 1, of: 1 },
    })
}
