//! What is not well with the thread, as addresses name it and pages list it.

use std::sync::Arc;

use domain::elements::{Element, Structure, Unwell};

/// The name of a fault in addresses.
pub(super) fn code(kind: Unwell) -> &'static str {
    match kind {
        Unwell::Loose => "koppling",
        Unwell::Unmeasured => "matt",
        Unwell::Aimless => "malniva",
        Unwell::Unowned => "ansvar",
    }
}

/// The elements with a fault, a page at a time, by owner and title.
pub(super) fn unwell(
    structure: &Structure,
    kind: Unwell,
    skip: usize,
    take: usize,
) -> Vec<&Arc<Element>> {
    let mut all: Vec<&Arc<Element>> = structure.unwell(kind).collect();
    all.sort_by_cached_key(|element| {
        (
            structure.organisation.name(element.owner).to_owned(),
            crate::i18n::sort_key(&element.title),
        )
    });
    all.into_iter().skip(skip).take(take).collect()
}
