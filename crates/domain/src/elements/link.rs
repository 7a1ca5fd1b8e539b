//! Links between elements, and which of them may be made.

use serde::Serialize;

use super::Structure;
use crate::ids::{ElementId, LinkId};
use crate::steering::LinkKind;

/// A typed link from child to parent.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Link {
    /// Identity.
    pub id: LinkId,
    /// The lower end.
    pub child: ElementId,
    /// The upper end.
    pub parent: ElementId,
    /// What the link says.
    pub kind: LinkKind,
}

/// Why a link is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum LinkProblem {
    /// One of the ends is not there.
    #[error("no such element")]
    Unknown,
    /// The steering model does not allow this link between these types.
    #[error("the model does not allow this link")]
    NotInModel,
    /// The thread would lead back to itself.
    #[error("would make a circle")]
    Circle,
    /// The two are linked already.
    #[error("linked already")]
    Twice,
}

impl Structure {
    /// Which link the model allows from the one to the other, and whether the thread stays sound.
    ///
    /// # Errors
    /// The rule that is broken.
    pub fn check_link(
        &self,
        child: ElementId,
        kind: LinkKind,
        parent: ElementId,
    ) -> Result<(), LinkProblem> {
        let (Some(lower), Some(upper)) = (self.element(child), self.element(parent)) else {
            return Err(LinkProblem::Unknown);
        };
        if !self.model.may_link(&lower.element_type, kind, &upper.element_type) {
            return Err(LinkProblem::NotInModel);
        }
        if child == parent || self.above(parent).contains(&child) {
            return Err(LinkProblem::Circle);
        }
        if self.links_up(child).iter().any(|link| link.parent == parent && link.kind == kind) {
            return Err(LinkProblem::Twice);
        }
        Ok(())
    }
}
