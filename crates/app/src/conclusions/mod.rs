//! What analyses have concluded, shown beside what they are about: on pages of goals and measures, and where
//! one writes in an account. The analyses themselves are the slice `analysis`.
//!
//! Owns no table.

mod moved;
mod of_body;
mod of_part;
mod section;
mod store;

use domain::access::Action;
use domain::analysis::Certainty;
use domain::ids::{AnalysisId, FollowUpId, OrgUnitId};
use maud::{Markup, html};

use self::store::Known;
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::web::ui::{Symbol, status};

pub use moved::{Moved, moved_since};
pub use of_body::section_of_body;
pub use of_part::of_part;
pub use section::section_of;

/// The page of an analysis.
fn url(id: AnalysisId) -> String {
    format!("/analys/{id}")
}

/// Where an analysis of something begins.
pub fn begin_url(kind: &str, id: &str, org_unit: OrgUnitId) -> String {
    format!("/analyser/ny?sort={kind}&om={id}&enhet={org_unit}")
}

/// The way to analyse a whole account, for those who work where it belongs.
pub fn report_link(cx: &Cx<'_, '_>, account: FollowUpId, org_unit: OrgUnitId) -> Markup {
    let begin = begin_url("report", &account.to_string(), org_unit);
    html! { @if works_at(cx, org_unit) { a href=(begin) { (cx.texts().conclusions_begin_report()) } } }
}

/// Whether the visitor works where an analysis belongs.
pub fn works_at(cx: &Cx<'_, '_>, org_unit: OrgUnitId) -> bool {
    cx.can(Action::Analyse, org_unit)
}

/// How sure a conclusion is, in a word.
pub fn certainty_word(texts: Texts, certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => texts.conclusions_certain(),
        Certainty::Likely => texts.conclusions_likely(),
        Certainty::Unsure => texts.conclusions_unsure(),
    }
}

/// The same with its shape.
pub fn certainty_status(texts: Texts, certainty: Certainty) -> Markup {
    status(certainty_symbol(certainty), certainty_word(texts, certainty))
}

/// How sure a conclusion is, as a shape.
pub fn certainty_symbol(certainty: Certainty) -> Symbol {
    match certainty {
        Certainty::Certain => Symbol::Met,
        Certainty::Likely => Symbol::Partly,
        Certainty::Unsure => Symbol::NotAssessed,
    }
}

/// Whether the visitor may read an analysis of an org unit; conversations are told of nowhere.
fn reads(cx: &Cx<'_, '_>, one: &Known) -> bool {
    let works = works_at(cx, one.org_unit) || cx.can(Action::ReadDrafts, one.org_unit);
    works || (one.is_concluded && !cx.is_provider_elsewhere(one.org_unit))
}
