//! Closed lists for how elements are formulated, constrained, judged, shown and timed.

use super::kinds::{Closed, closed};
use std::fmt;

closed! {
    /// Which checklist a text of this type is held against. The check advises and never stops anyone.
    Formulation, "formulation" {
        /// No check.
        None = "none",
        /// Specific, measurable, accepted, realistic, timed.
        Smart = "smart",
        /// As smart, and with a responsible.
        Smarta = "smarta",
        /// Clear, with a responsible, quantifiable, timed (tydliga, ansvarsfördelade, kvantifierbara, tidssatta).
        Takt = "takt",
        /// One shall be able to answer whether the goal is reached.
        YesNo = "yes_no",
        /// Concrete, with a responsible, timed.
        Activity3 = "activity3",
    }

    /// Which constraint a type carries. Constraints are soft: they are shown with an explanation.
    TypeRuleKind, "type rule" {
        /// No owner has more than this many.
        MaxPerOwner = "max_per_owner",
        /// There are no more than this many in all.
        MaxTotal = "max_total",
        /// Each owner answers to every parent, or says why not.
        MustCoverAllParents = "must_cover_all_parents",
        /// An element may stand without a parent.
        ParentOptional = "parent_optional",
        /// Each element has at least one measure.
        MustHaveMeasure = "must_have_measure",
        /// What cannot be measured is written as another type.
        IfUnmeasurableUse = "if_unmeasurable_use",
        /// The decision that created the element is stated.
        RequiresDecisionRef = "requires_decision_ref",
        /// An element is one of several variants.
        Variants = "variants",
        /// The element also binds these levels.
        InheritsTo = "inherits_to",
        /// Proposals may be entered beside what is adopted.
        ProposalsAllowed = "proposals_allowed",
        /// The element is never assessed.
        NotForAssessment = "not_for_assessment",
        /// The element is a composed view over other types and has no content of its own.
        ViewOver = "view_over",
    }

    /// How several judgements or measures become one proposal.
    Aggregate, "aggregate" {
        /// All must reach the level.
        All = "all",
        /// More than half must reach it.
        Majority = "majority",
        /// The share that reaches it is compared with thresholds.
        Share = "share",
        /// As share, weighted.
        Weighted = "weighted",
        /// The worst decides.
        Worst = "worst",
    }

    /// What a scale is used for. Forecast and outcome never share a scale.
    ScaleUse, "scale use" {
        /// How it went.
        Outcome = "outcome",
        /// How it is expected to go by the end of the period.
        Forecast = "forecast",
        /// How far work has come.
        Progress = "progress",
    }

    /// The symbol of a scale level. Each has a silhouette of its own, so colour is never the only sign.
    Symbol, "symbol" {
        /// Reached.
        Achieved = "achieved",
        /// Partly reached.
        Partly = "partly",
        /// Not reached.
        NotAchieved = "not_achieved",
        /// Cannot be judged, or not judged.
        NotAssessed = "not_assessed",
        /// Not measured yet.
        NotMeasured = "not_measured",
        /// Work has not started.
        NotStarted = "not_started",
        /// Work goes on.
        Ongoing = "ongoing",
        /// Work is late.
        Delayed = "delayed",
        /// Work is finished.
        Done = "done",
        /// Work is paused.
        Paused = "paused",
        /// Work has been called off.
        Cancelled = "cancelled",
    }

    /// The meaning behind a colour; the palette is chosen elsewhere.
    Colour, "colour" {
        /// As it should be.
        Good = "good",
        /// Partly as it should be.
        Partly = "partly",
        /// Needs attention.
        Concern = "concern",
        /// Says nothing about good or bad.
        Neutral = "neutral",
    }

    /// A concept of the program that a municipality may have its own word for, besides its element types.
    Concept, "concept" {
        /// The value an outcome is compared with.
        Target = "target",
        /// The measured value of a period.
        Outcome = "outcome",
        /// The value before the work began.
        Baseline = "baseline",
        /// The expected outcome.
        Forecast = "forecast",
        /// The judgement of fulfilment.
        Assessment = "assessment",
        /// The reasoned explanation of a result.
        Analysis = "analysis",
        /// A view that a citizen or user leaves.
        Feedback = "feedback",
        /// The yearly cycle.
        YearWheel = "year_wheel",
    }

    /// How sure a research record is of a statement.
    Confidence, "confidence" {
        /// Read in a source.
        Verified = "verified",
        /// Concluded from what was read.
        Inferred = "inferred",
        /// Not known.
        Unknown = "unknown",
    }
}
