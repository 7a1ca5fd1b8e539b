//! Typed identities. Every kind of thing has its own, so that a person's id never finds a goal.

use serde::{Deserialize, Serialize};

/// Hands out new identities (UUID version 7). The binary gives a real source, tests a seeded one.
pub trait Ids {
    /// The next identity.
    fn next(&self) -> [u8; 16];
}

/// Text that is not an identity.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not an identity")]
pub struct NotAnId;

macro_rules! id_type {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(uuid::Uuid);

        impl $name {
            /// The 16 bytes that storage keeps.
            pub fn bytes(self) -> [u8; 16] {
                self.0.into_bytes()
            }
        }

        impl From<[u8; 16]> for $name {
            fn from(bytes: [u8; 16]) -> Self {
                Self(uuid::Uuid::from_bytes(bytes))
            }
        }

        impl std::str::FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                uuid::Uuid::try_parse(text).map(Self).map_err(|_| NotAnId)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(out, "{}", self.0.simple())
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(out, "{}({})", stringify!($name), self.0.simple())
            }
        }
    )*};
}

id_type! {
    /// A body, administration, workplace or provider.
    OrgUnitId;
    /// A person who works with the municipality's steering.
    PersonId;
    /// A role held by a person over a part of the organisation.
    GrantId;
    /// A node of the thread: goal, measure, activity, assignment and the rest.
    ElementId;
    /// A link between two elements.
    LinkId;
    /// A decision by a body.
    DecisionId;
    /// That a goal from above does not concern an org unit.
    ExemptionId;
    /// A view of the thread that a person has given a name.
    SavedViewId;
    /// A change of many elements at once.
    BulkChangeId;
    /// A file of values read in.
    ImportId;
    /// That somebody is asked to write in an account.
    InvitationId;
    /// That somebody reports instead of who answers for an account.
    SubstituteId;
    /// What a body says of what is reported under it.
    CompilationId;
    /// That a body quotes a text from below.
    QuoteId;
    /// A follow-up that many take part in at once.
    RoundId;
    /// One org unit's account in a round.
    FollowUpId;
    /// One question of an account.
    PartId;
    /// A judgement of how far something is reached.
    AssessmentId;
    /// A frozen report.
    ReportId;
    /// The year wheel of an org unit and a year.
    WheelId;
    /// A step of a year wheel.
    WheelStepId;
    /// A calendar that can be subscribed to at a secret address.
    FeedId;
    /// That a body accepts a deviation for a time.
    AcceptanceId;
    /// A file that shows something about an element.
    AttachmentId;
    /// What somebody has said about an element.
    CommentId;
    /// What is asked of those who report in rounds of a kind.
    TemplateId;
    /// A question of a template.
    QuestionId;
    /// An answer to whether an action had effect.
    EffectId;
    /// An estimate of what poor quality costs.
    CostId;
    /// A working method that the municipality wants its org units to have.
    MethodId;
    /// One of the municipality's greatest challenges.
    ChallengeId;
    /// A walk through the steps of an analysis.
    AnalysisId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_what_it_writes() {
        let id = ElementId::from([7; 16]);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!("x".parse::<ElementId>(), Err(NotAnId));
    }
}
