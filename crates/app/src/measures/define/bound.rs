//! What of a definition may not change any more, because values hang on it.

use domain::elements::{Element, Structure};
use domain::ids::ElementId;
use domain::measures::{BoundPart, Measure};

use super::typed::Problems;
use crate::cx::Cx;
use crate::measures::store;
use crate::web::error::AppError;

/// The measure whose values bind the definition: itself, or the one it gives new words.
pub(super) fn bound_by(cx: &mut Cx<'_, '_>, id: ElementId) -> Result<Option<ElementId>, AppError> {
    if store::has_values(cx.tx, id)? {
        return Ok(Some(id));
    }
    let Some(reworded) = store::reworded(cx.tx, id)? else { return Ok(None) };
    Ok(store::has_values(cx.tx, reworded)?.then_some(reworded))
}

/// What has been changed that values hang on, by field, with what to do instead.
pub(super) fn problems(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    (element, measure): (&Element, &Measure),
) -> Result<Problems, AppError> {
    let Some(bound) = bound_by(cx, element.id)? else { return Ok(Problems::new()) };
    let (Some(old), Some(kept)) = (structure.measure(bound), structure.element(bound)) else {
        return Ok(Problems::new());
    };
    let words = cx.texts().measures_problem_bound();
    let of_type = (kept.element_type != element.element_type).then_some("typ");
    let parts = old.bound_changes(measure).into_iter().map(field);
    Ok(of_type.into_iter().chain(parts).map(|field| (field, words.to_owned())).collect())
}

fn field(part: BoundPart) -> &'static str {
    match part {
        BoundPart::Class => "klass",
        BoundPart::Unit => "enhet",
        BoundPart::Decimals => "decimaler",
        BoundPart::Direction => "riktning",
        BoundPart::Frequency => "frekvens",
        BoundPart::Percentage => "procent",
        BoundPart::Formula => "",
    }
}
