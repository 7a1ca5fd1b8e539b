//! What progress is called and which symbol it has.

use domain::fulfilment::Progress;
use maud::Markup;

use crate::i18n::Texts;
use crate::web::ui::{Symbol, status};

/// The symbol of progress.
pub fn progress_symbol(progress: Progress) -> Symbol {
    match progress {
        Progress::NotStarted => Symbol::NotAssessed,
        Progress::Ongoing => Symbol::Partly,
        Progress::Late => Symbol::NotMet,
        Progress::Done => Symbol::Met,
        Progress::Paused => Symbol::Paused,
    }
}

/// The word of progress.
pub fn progress_word(texts: Texts, progress: Progress) -> &'static str {
    match progress {
        Progress::NotStarted => texts.activities_not_started(),
        Progress::Ongoing => texts.activities_ongoing(),
        Progress::Late => texts.activities_late(),
        Progress::Done => texts.activities_done(),
        Progress::Paused => texts.activities_paused(),
    }
}

/// Symbol and word of progress side by side.
pub fn progress_status(texts: Texts, progress: Progress) -> Markup {
    status(progress_symbol(progress), progress_word(texts, progress))
}
