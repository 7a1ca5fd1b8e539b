//! Open decisions (att besluta): what a model file leaves open, and the default that holds until a person decides.

use super::kinds::{Closed, closed};
use std::fmt;

/// Something a person has to decide. The model works with the default until then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenDecision {
    /// The place in the model by keys and identities, such as `element_types.vision.term`.
    pub path: String,
    /// What is to be decided.
    pub matter: Matter,
    /// The default in use, as it stands in the model or in a few words.
    pub default: String,
}

closed! {
    /// Matters that a model may leave open. The default for each is documented here and in `docs/styrmodell.md`.
    Matter, "matter" {
        /// Forms of a term. Default: the same form everywhere.
        TermForms = "term_forms",
        /// From which day the model holds. Default: no day; the model is not in force by itself.
        ValidFrom = "valid_from",
        /// By which decision the model holds. Default: none is named.
        DecisionRef = "decision_ref",
        /// Until which day the model holds. Default: no end.
        ValidTo = "valid_to",
        /// How long an element holds. Default: until further notice.
        Horizon = "horizon",
        /// Which scale a role is judged on. Default: the program's own scale.
        RoleScale = "role_scale",
        /// Symbols, colours and meanings of a scale's levels. Default: by colour and place in the scale.
        ScaleLevels = "scale_levels",
        /// Which roles a scale is for. Default: the goal.
        ScaleRoles = "scale_roles",
        /// A level for what is missing. Default: cannot be judged, and not measured yet.
        MissingLevel = "missing_level",
        /// How elements are assessed. Default: a person judges and gives a reason.
        Assessment = "assessment",
        /// How a rule weighs several into one. Default: all must reach the level.
        Aggregate = "aggregate",
        /// Parameters of a rule. Default: they are kept and not used.
        RuleParams = "rule_params",
        /// Whether a class of measures counts. Default: it counts.
        ClassCounts = "class_counts",
        /// Whether the municipality can affect a class of measures. Default: it can.
        ClassControllable = "class_controllable",
        /// A soft rule whose value cannot be used. Default: the rule without its value, or no rule.
        TypeRule = "type_rule",
        /// The calendar. Default: no steps.
        Calendar = "calendar",
        /// The day of the month when steps are due. Default: the last weekday.
        DueDay = "due_day",
        /// When a step takes place. Default: once a year, on a day the level sets.
        StepTime = "step_time",
        /// Which year a step is about. Default: the same year.
        RelYear = "rel_year",
        /// Document types. Default: none.
        Documents = "documents",
        /// What a word in the glossary means. Default: no definition.
        Definition = "definition",
        /// Something referred to that is not in the model. Default: the reference is left out.
        Reference = "reference",
    }
}
