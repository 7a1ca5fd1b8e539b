//! The numbered rules of the steering check.

use serde::{Deserialize, Serialize};

use crate::elements::Unwell;

/// How much a fault matters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The thread is broken here.
    Broken,
    /// The thread holds but cannot be followed up as it stands.
    Weak,
    /// Worth a look.
    Note,
}

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $code:literal $key:literal $severity:ident),+ $(,)?) => {
        /// A rule of the steering check. The order is the order of gravity within its severity.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Rule { $($(#[$doc])* $name),+ }

        impl Rule {
            /// All rules.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The number, such as `T01`; never reused for another rule.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// A word for addresses and files.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key),+ }
            }

            /// How much a fault of this rule matters.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity),+ }
            }

            /// The rule with this number or word.
            pub fn from_code(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|rule| {
                    rule.code().eq_ignore_ascii_case(text) || rule.key() == text
                })
            }
        }
    };
}

rules! {
    /// An element hangs on nothing though the steering model says it should.
    Loose = "T01" "loose" Broken,
    /// A body that shall answer each goal above it neither answers nor says why not.
    Unanswered = "T02" "unanswered" Broken,
    /// A decided goal that the level below could answer and nobody does (genomslagskraft).
    NoEffect = "T03" "no-effect" Weak,
    /// An element whose owner is on another level than the steering model says.
    WrongLevel = "T04" "wrong-level" Weak,
    /// A goal that nothing measures and no other goal takes further.
    Unmeasured = "M01" "unmeasured" Weak,
    /// A measure that no target was ever set for.
    Aimless = "M02" "aimless" Weak,
    /// A measure whose targets are all for years gone by.
    Outdated = "M09" "outdated" Weak,
    /// A measure that does not say how it is measured.
    NoMethod = "M03" "no-method" Weak,
    /// A measure that does not say where its values come from.
    NoSource = "M04" "no-source" Weak,
    /// A measure that nobody answers for.
    NoResponsible = "M05" "no-responsible" Weak,
    /// A measure that no living element is measured by.
    Uncited = "M06" "uncited" Note,
    /// A measure of the results of a decided goal of which nobody has said whether it says something of
    /// quality to the inhabitants, or that does not and does not say why it is kept.
    Voiceless = "M10" "voiceless" Note,
    /// Targets of one measure that pull in opposite directions, or against what is better.
    Opposed = "M07" "opposed" Weak,
    /// A value that should have been recorded by now.
    Overdue = "M08" "overdue" Weak,
    /// Work without a last day.
    Undated = "A01" "undated" Weak,
    /// Work that nobody answers for.
    Unowned = "A02" "unowned" Weak,
    /// Work past its last day that is not done.
    Late = "A03" "late" Weak,
    /// Someone who answers for measures and has recorded nothing for two of their periods.
    Silent = "P01" "silent" Weak,
    /// Two living goals with the same words.
    SameWords = "X01" "same-words" Note,
    /// An element that the model wants a decision for, adopted without reference to one.
    NoDecision = "D01" "no-decision" Weak,
    /// One owner has more than the model advises.
    TooManyOfOwner = "N01" "too-many-of-owner" Note,
    /// There are more in all than the model advises.
    TooMany = "N02" "too-many" Note,
    /// Something in the steering model that nobody has decided.
    OpenDecision = "S01" "open-decision" Note,
}

impl From<Unwell> for Rule {
    /// The rule that finds what the picture itself knows of.
    fn from(kind: Unwell) -> Self {
        match kind {
            Unwell::Loose => Self::Loose,
            Unwell::Unmeasured => Self::Unmeasured,
            Unwell::Aimless => Self::Aimless,
            Unwell::Undated => Self::Undated,
            Unwell::Unowned => Self::Unowned,
        }
    }
}
