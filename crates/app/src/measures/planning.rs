//! What the forms that plan a measure have in common: which measure, and what somebody else wrote.

use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Element, Structure};
use domain::ids::ElementId;
use domain::measures::Measure;
use maud::{Markup, html};

use crate::cx::Cx;
use crate::i18n::Texts;
use crate::web::error::{Answer, OrNotFound};
use crate::web::ui::{Tone, notice};

/// The measure of the address, when the visitor plans for its owner.
pub(super) fn plannable<'s>(
    cx: &Cx<'_, '_>,
    structure: &'s Structure,
) -> Answer<(&'s Arc<Element>, &'s Arc<Measure>)> {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let element = cx.find_visible(structure, id)?;
    let measure = structure.measure(id).or_not_found()?;
    cx.may(Action::Plan, element.owner)?;
    Ok((element, measure))
}

/// What somebody else has written meanwhile, part by part: its label and what stands there now.
/// Nothing when nobody has.
pub(super) fn theirs_notice(texts: Texts, theirs: &[(&'static str, String)]) -> Markup {
    if theirs.is_empty() {
        return html! {};
    }
    let body = html! {
        p { (texts.measures_form_conflict_text()) }
        dl.facts { @for (label, words) in theirs { dt { (label) } dd { (words) } } }
    };
    notice(Tone::Partly, texts.measures_form_conflict(), &body)
}
