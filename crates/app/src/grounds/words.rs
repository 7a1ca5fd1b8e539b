//! What perspectives and grounds are called, asked and explained as.

use domain::grounds::{Ground, GroundTheme, Perspective};

use crate::i18n::Texts;

/// What a perspective is called.
pub fn perspective_word(texts: Texts, perspective: Perspective) -> &'static str {
    match perspective {
        Perspective::Finance => texts.grounds_finance(),
        Perspective::Operations => texts.grounds_operations(),
    }
}

/// The heading of grounds that are asked for together.
pub(super) fn theme_word(texts: Texts, theme: GroundTheme) -> &'static str {
    match theme {
        GroundTheme::Knowing => texts.grounds_theme_knowing(),
        GroundTheme::State => texts.grounds_theme_state(),
        GroundTheme::Purpose => texts.grounds_theme_purpose(),
    }
}

/// What a ground is called where it is read.
pub(super) fn ground_word(texts: Texts, ground: Ground) -> &'static str {
    match ground {
        Ground::FollowUp => texts.grounds_follow_up(),
        Ground::Evaluation => texts.grounds_evaluation(),
        Ground::Analysis => texts.grounds_analysis(),
        Ground::PresentState => texts.grounds_present(),
        Ground::WantedState => texts.grounds_wanted(),
        Ground::Outside => texts.grounds_outside(),
        Ground::Level => texts.grounds_level(),
        Ground::Example => texts.grounds_example(),
        Ground::Strategy => texts.grounds_strategy(),
        Ground::Ambition => texts.grounds_ambition(),
        Ground::Inhabitants => texts.grounds_inhabitants(),
    }
}

/// The question where it is written, and a help under it.
pub(super) fn question(texts: Texts, ground: Ground) -> (&'static str, &'static str) {
    match ground {
        Ground::FollowUp => (texts.grounds_ask_follow_up(), texts.grounds_help_follow_up()),
        Ground::Evaluation => (texts.grounds_ask_evaluation(), texts.grounds_help_evaluation()),
        Ground::Analysis => (texts.grounds_ask_analysis(), texts.grounds_help_analysis()),
        Ground::PresentState => (texts.grounds_ask_present(), texts.grounds_help_present()),
        Ground::WantedState => (texts.grounds_ask_wanted(), texts.grounds_help_wanted()),
        Ground::Outside => (texts.grounds_ask_outside(), texts.grounds_help_outside()),
        Ground::Level => (texts.grounds_ask_level(), texts.grounds_help_level()),
        Ground::Example => (texts.grounds_ask_example(), texts.grounds_help_example()),
        Ground::Strategy => (texts.grounds_ask_strategy(), texts.grounds_help_strategy()),
        Ground::Ambition => (texts.grounds_ask_ambition(), texts.grounds_help_ambition()),
        Ground::Inhabitants => (texts.grounds_ask_inhabitants(), texts.grounds_help_inhabitants()),
    }
}
