//! Whether a formula can stand beside those of the other measures.

use domain::elements::Structure;
use domain::ids::ElementId;
use domain::measures::formula::{Formula, Parts, circle};

use crate::cx::Cx;

/// Why it cannot.
pub enum Unsound {
    /// The measure would be computed from itself, this way round.
    Circle(Vec<ElementId>),
    /// It comes down to more than can be computed, or makes another do so.
    TooLarge,
}

/// Why a measure cannot have a formula; `formula_of` tells what each has once it does, and
/// `structure` is how it was before.
pub fn unsound<'f>(
    structure: &'f Structure,
    measure: ElementId,
    formula: &'f Formula,
    formula_of: impl Fn(ElementId) -> Option<&'f Formula>,
) -> Option<Unsound> {
    if let Some(way) = circle(measure, formula, &formula_of) {
        return Some(Unsound::Circle(way));
    }
    let before = |id: ElementId| structure.measure(id)?.formula.as_ref();
    let breaks = |other: &'f Formula| {
        Parts::of(other, before).is_some() && Parts::of(other, &formula_of).is_none()
    };
    let lives = |id: ElementId| structure.element(id).is_some_and(|one| one.is_current());
    let others = structure.computed().filter(|one| one.id != measure && lives(one.id));
    let mut others = others.filter_map(|one| one.formula.as_ref());
    let too_large = Parts::of(formula, &formula_of).is_none() || others.any(breaks);
    too_large.then_some(Unsound::TooLarge)
}

/// The way round of a circle in words, as far as the visitor may know of it.
pub fn way_words(cx: &Cx<'_, '_>, way: &[ElementId]) -> String {
    let known = way.iter().filter_map(|id| cx.structure.element(*id));
    let known = known.filter(|one| cx.may_see(one)).map(|one| one.title.as_str());
    known.collect::<Vec<_>>().join(" → ")
}
