//! That values are not taken, or only with a reason: a value's time has been handed in or frozen, or
//! the measure takes none.

use std::collections::BTreeSet;

use domain::elements::Element;
use domain::ids::OrgUnitId;
use domain::measures::{Closing, Closings, Measure};
use domain::periods::Period;
use maud::{Markup, html};

use super::{closing_words, store};
use crate::cx::Cx;
use crate::web::error::AppError;
use crate::web::ui::{Tone, notice};

/// What closes a period for an org unit, if anything.
pub(super) fn closing_of(
    cx: &mut Cx<'_, '_>,
    org_unit: OrgUnitId,
    period: Period,
) -> Result<Option<Closing>, AppError> {
    let organisation = std::sync::Arc::clone(&cx.structure.organisation);
    let around: BTreeSet<OrgUnitId> =
        std::iter::once(org_unit).chain(organisation.ancestors(org_unit)).collect();
    let around: Vec<OrgUnitId> = around.into_iter().collect();
    let all = Closings::new(store::closings_of(cx.tx, &around)?);
    Ok(all.of(&organisation, org_unit, period).cloned())
}

/// Says that what is changed has been handed in or frozen.
pub(super) fn closed_notice(cx: &Cx<'_, '_>, closing: &Closing) -> Markup {
    let (texts, on) = (cx.texts(), cx.app.clock.local(closing.at).date());
    let body = html! {
        p { (closing_words(texts, closing, on, cx.today())) }
        p { (texts.measures_closed_text()) }
    };
    notice(Tone::Neutral, texts.measures_closed(), &body)
}

/// Why no values are told of a measure itself, if it takes none: they are computed, or stand with the
/// wording in force.
pub(super) fn takes_no_values(
    cx: &mut Cx<'_, '_>,
    element: &Element,
    measure: &Measure,
) -> Result<Option<&'static str>, AppError> {
    let texts = cx.texts();
    if measure.formula.is_some() {
        return Ok(Some(texts.measures_problem_computed()));
    }
    let is_wording = element.is_editable() && store::reworded(cx.tx, element.id)?.is_some();
    Ok(is_wording.then(|| texts.measures_problem_undecided()))
}
