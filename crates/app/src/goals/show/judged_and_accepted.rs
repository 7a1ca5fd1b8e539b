//! What is judged of an element, and what is accepted of how it deviates.

use std::collections::BTreeMap;

use domain::elements::{Element, Structure};
use domain::fulfilment::Fulfilment;
use domain::ids::ElementId;
use maud::{Markup, html};

use crate::acceptance;
use crate::assessment::section_of;
use crate::conclusions;
use crate::cx::Cx;
use crate::measures::Shown;
use crate::web::error::AppError;

/// Both parts of the page; `level` is what lists show.
pub(super) fn part(
    cx: &mut Cx<'_, '_>,
    structure: &Structure,
    element: &Element,
    (measures, level): (&BTreeMap<ElementId, Shown>, Fulfilment),
) -> Result<Markup, AppError> {
    let deviates = matches!(level, Fulfilment::Partly | Fulfilment::NotAchieved);
    let judged = section_of(cx, structure, element, measures)?;
    let accepted = acceptance::section_of(cx, element, element.owner, deviates)?;
    let analyses = conclusions::section_of(cx, element, element.owner)?;
    Ok(html! { (judged) (accepted) (analyses) })
}
