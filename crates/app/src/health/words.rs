//! What each rule is called, why it matters and what mends it.

use domain::health::{Fault, Rule, Severity, Subject};
use domain::steering::{Language as ModelLanguage, SteeringModel};

use crate::i18n::{Language, Texts};
use crate::steering::plural;

/// What of the steering model a fault is about: the type that there are too many of, or what is
/// left to decide. Empty when it is about something else.
pub(super) fn of_model(texts: Texts, model: &SteeringModel, fault: &Fault) -> String {
    let Subject::Model(path) = &fault.subject else { return String::new() };
    if let Some(found) = fault.element_type.as_ref().and_then(|id| model.element_type(id)) {
        return plural(texts.language, &found.term);
    }
    let language = match texts.language {
        Language::Swedish => ModelLanguage::Swedish,
        Language::English => ModelLanguage::English,
    };
    let open = model.open_decisions.iter().find(|open| open.path == *path);
    open.map_or_else(|| path.clone(), |open| format!("{} ({path})", open.explain(language).what))
}

/// The name of a rule: what is not well.
pub fn name(texts: Texts, rule: Rule) -> &'static str {
    match rule {
        Rule::Loose => texts.health_loose_name(),
        Rule::Unanswered => texts.health_unanswered_name(),
        Rule::NoEffect => texts.health_no_effect_name(),
        Rule::WrongLevel => texts.health_wrong_level_name(),
        Rule::Unmeasured => texts.health_unmeasured_name(),
        Rule::Aimless => texts.health_aimless_name(),
        Rule::Outdated => texts.health_outdated_name(),
        Rule::NoMethod => texts.health_no_method_name(),
        Rule::NoSource => texts.health_no_source_name(),
        Rule::NoResponsible => texts.health_no_responsible_name(),
        Rule::Uncited => texts.health_uncited_name(),
        Rule::Voiceless => texts.health_voiceless_name(),
        Rule::Opposed => texts.health_opposed_name(),
        Rule::Overdue => texts.health_overdue_name(),
        Rule::Undated => texts.health_undated_name(),
        Rule::Unowned => texts.health_unowned_name(),
        Rule::Late => texts.health_late_name(),
        Rule::Silent => texts.health_silent_name(),
        Rule::SameWords => texts.health_same_words_name(),
        Rule::NoDecision => texts.health_no_decision_name(),
        Rule::TooManyOfOwner => texts.health_too_many_of_owner_name(),
        Rule::TooMany => texts.health_too_many_name(),
        Rule::OpenDecision => texts.health_open_decision_name(),
    }
}

/// Why it matters.
pub(super) fn why(texts: Texts, rule: Rule) -> &'static str {
    match rule {
        Rule::Loose => texts.health_loose_why(),
        Rule::Unanswered => texts.health_unanswered_why(),
        Rule::NoEffect => texts.health_no_effect_why(),
        Rule::WrongLevel => texts.health_wrong_level_why(),
        Rule::Unmeasured => texts.health_unmeasured_why(),
        Rule::Aimless => texts.health_aimless_why(),
        Rule::Outdated => texts.health_outdated_why(),
        Rule::NoMethod => texts.health_no_method_why(),
        Rule::NoSource => texts.health_no_source_why(),
        Rule::NoResponsible => texts.health_no_responsible_why(),
        Rule::Uncited => texts.health_uncited_why(),
        Rule::Voiceless => texts.health_voiceless_why(),
        Rule::Opposed => texts.health_opposed_why(),
        Rule::Overdue => texts.health_overdue_why(),
        Rule::Undated => texts.health_undated_why(),
        Rule::Unowned => texts.health_unowned_why(),
        Rule::Late => texts.health_late_why(),
        Rule::Silent => texts.health_silent_why(),
        Rule::SameWords => texts.health_same_words_why(),
        Rule::NoDecision => texts.health_no_decision_why(),
        Rule::TooManyOfOwner => texts.health_too_many_of_owner_why(),
        Rule::TooMany => texts.health_too_many_why(),
        Rule::OpenDecision => texts.health_open_decision_why(),
    }
}

/// What mends it.
pub(super) fn how(texts: Texts, rule: Rule) -> &'static str {
    match rule {
        Rule::Loose => texts.health_loose_fix(),
        Rule::Unanswered => texts.health_unanswered_fix(),
        Rule::NoEffect => texts.health_no_effect_fix(),
        Rule::WrongLevel => texts.health_wrong_level_fix(),
        Rule::Unmeasured => texts.health_unmeasured_fix(),
        Rule::Aimless => texts.health_aimless_fix(),
        Rule::Outdated => texts.health_outdated_fix(),
        Rule::NoMethod => texts.health_no_method_fix(),
        Rule::NoSource => texts.health_no_source_fix(),
        Rule::NoResponsible => texts.health_no_responsible_fix(),
        Rule::Uncited => texts.health_uncited_fix(),
        Rule::Voiceless => texts.health_voiceless_fix(),
        Rule::Opposed => texts.health_opposed_fix(),
        Rule::Overdue => texts.health_overdue_fix(),
        Rule::Undated => texts.health_undated_fix(),
        Rule::Unowned => texts.health_unowned_fix(),
        Rule::Late => texts.health_late_fix(),
        Rule::Silent => texts.health_silent_fix(),
        Rule::SameWords => texts.health_same_words_fix(),
        Rule::NoDecision => texts.health_no_decision_fix(),
        Rule::TooManyOfOwner => texts.health_too_many_of_owner_fix(),
        Rule::TooMany => texts.health_too_many_fix(),
        Rule::OpenDecision => texts.health_open_decision_fix(),
    }
}

/// How much it matters, in words.
pub(super) fn gravity(texts: Texts, severity: Severity) -> &'static str {
    match severity {
        Severity::Broken => texts.health_broken(),
        Severity::Weak => texts.health_weak(),
        Severity::Note => texts.health_note(),
    }
}
