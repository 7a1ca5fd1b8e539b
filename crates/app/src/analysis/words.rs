//! What states, kinds and ways are called.

use domain::analysis::{AnalysisPhase, AnalysisState, Standing, SubjectKind, Way};
use domain::periods::Frequency;
use jiff::civil::Date;

use super::store::Analysis;
use crate::app::Clock;
pub(super) use crate::conclusions::{certainty_symbol, certainty_word};
use crate::i18n::{Texts, date, datetime};
use crate::measures::period_words;
use crate::web::ui::Tone;

/// What an analysis is about, in a word.
pub(super) fn kind_word(texts: Texts, kind: SubjectKind) -> &'static str {
    match kind {
        SubjectKind::Measure => texts.analysis_kind_measure(),
        SubjectKind::Goal => texts.analysis_kind_goal(),
        SubjectKind::Deviation => texts.analysis_kind_deviation(),
        SubjectKind::Report => texts.analysis_kind_report(),
        SubjectKind::Feedback => texts.analysis_kind_feedback(),
        SubjectKind::Survey => texts.analysis_kind_survey(),
        SubjectKind::Project => texts.analysis_kind_project(),
        SubjectKind::Model => texts.analysis_kind_model(),
        SubjectKind::Other => texts.analysis_kind_other(),
    }
}

/// Where an analysis stands, in a word with its tone.
pub(super) fn state_word(texts: Texts, state: AnalysisState) -> (&'static str, Tone) {
    match state {
        AnalysisState::Open => (texts.analysis_state_open(), Tone::Event),
        AnalysisState::Concluded => (texts.analysis_state_concluded(), Tone::Good),
        AnalysisState::Thrown => (texts.analysis_state_thrown(), Tone::Neutral),
    }
}

pub(super) fn phase_word(texts: Texts, phase: AnalysisPhase) -> &'static str {
    match phase {
        AnalysisPhase::See => texts.analysis_phase_see(),
        AnalysisPhase::Understand => texts.analysis_phase_understand(),
        AnalysisPhase::Improve => texts.analysis_phase_improve(),
    }
}

pub(super) fn standing_word(texts: Texts, standing: Standing) -> &'static str {
    match standing {
        Standing::High => texts.analysis_high(),
        Standing::Low => texts.analysis_low(),
        Standing::Unchanged => texts.analysis_unchanged(),
        Standing::Undecided => texts.analysis_undecided(),
        Standing::Missing => texts.analysis_missing(),
    }
}

/// Which way a value went, in words.
pub(super) fn way_word(texts: Texts, way: Way) -> &'static str {
    match way {
        Way::Up => texts.analysis_way_up(),
        Way::Down => texts.analysis_way_down(),
        Way::Same => texts.analysis_way_same(),
        Way::Unknown => "",
    }
}

/// Who wrote or did something, and when.
pub(super) fn moment(texts: Texts, clock: &dyn Clock, at: i64) -> String {
    datetime(texts.language, clock.local(at))
}

/// A day.
pub(super) fn day(texts: Texts, clock: &dyn Clock, at: i64) -> String {
    date(texts.language, clock.local(at).date())
}

/// A day that was kept as text; the text itself when it is none.
pub(super) fn kept_day(texts: Texts, kept: &str) -> String {
    kept.parse::<Date>().map_or_else(|_| kept.to_owned(), |day| date(texts.language, day))
}

/// Of which period an analysis is.
pub(super) fn period(texts: Texts, of: &Analysis) -> String {
    if of.period.frequency() == Frequency::Year {
        return of.period.year().to_string();
    }
    period_words(texts.language, of.period)
}
