//! What a form needs so that text is saved while one writes: the address and version of each field,
//! and one quiet line with the words for each state.

use maud::{Markup, html};

/// Where a field is saved and which version it edits. Fields with one address share one version. A plain
/// submit carries the version as `<name>_version`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Address that takes `PATCH` with `If-Match`.
    pub url: String,
    /// Version shown, sent as `If-Match`.
    pub version: String,
}

impl Draft {
    /// A field saved at `url`, now showing `version`.
    pub fn new(url: impl Into<String>, version: impl Into<String>) -> Self {
        Self { url: url.into(), version: version.into() }
    }
}

/// Words of the quiet line and of the panel that shows two texts. `{time}`, `{who}` are filled in by the browser.
#[derive(Clone, Debug, Default)]
pub struct AutosaveWords {
    /// Under way.
    pub saving: String,
    /// Done, with `{time}`.
    pub saved: String,
    /// Failed; it tries again.
    pub failed: String,
    /// No connection; the text is kept in the browser.
    pub offline: String,
    /// Somebody else changed the text: `{who}`, `{time}`.
    pub conflict: String,
    /// Name of one's own text.
    pub mine: String,
    /// Name of the other text, with `{who}`.
    pub theirs: String,
    /// Choice: keep mine.
    pub keep_mine: String,
    /// Choice: keep theirs.
    pub keep_theirs: String,
    /// Choice: keep both and edit.
    pub keep_both: String,
    /// That no text is lost.
    pub nothing_lost: String,
}

/// The quiet line. `now` is what it says from the start, such as when it was last saved; may be empty.
/// One per page; every field with a draft uses it.
pub fn autosave_status(words: &AutosaveWords, now: &str) -> Markup {
    html! {
        span.saved role="status" data-autosave-status data-state=[now.is_empty().then_some("idle")]
            data-saving=(words.saving) data-saved=(words.saved) data-failed=(words.failed) data-offline=(words.offline)
            data-conflict=(words.conflict) data-mine=(words.mine) data-theirs=(words.theirs)
            data-keep-mine=(words.keep_mine) data-keep-theirs=(words.keep_theirs) data-keep-both=(words.keep_both)
            data-nothing-lost=(words.nothing_lost) { (now) }
    }
}
