//! Whether a decision can stand: the thread that comes of it does not lead in a circle, proposed
//! links still go, and no measure is computed from itself.

use std::sync::Arc;

use domain::elements::{Element, LinkProblem, Structure};
use domain::ids::ElementId;

use super::words::link_problem;
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::measures::{Unsound as Formula, unsound};

/// Why it cannot.
pub(super) enum Unsound {
    /// A proposed link of the element with this title cannot be made any longer.
    Link(String, LinkProblem),
    /// The element with this title would stand both above and below what it takes over.
    UnderItself(String),
    /// A measure would be computed from itself, this way round.
    ComputedFromItself(String),
    /// The formula of the measure with this title is too much for those computed from it.
    TooLarge(String),
}

impl Unsound {
    /// What is told.
    pub(super) fn words(&self, texts: Texts) -> String {
        match self {
            Self::Link(title, LinkProblem::Unknown) => {
                texts.goals_problem_link_proposed(title, texts.goals_problem_link_gone())
            }
            Self::Link(title, problem) => {
                texts.goals_problem_link_proposed(title, link_problem(texts, *problem))
            }
            Self::UnderItself(title) => texts.goals_problem_under_itself(title),
            Self::ComputedFromItself(way) => texts.goals_problem_formula_circle(way),
            Self::TooLarge(title) => texts.goals_problem_formula_large(title),
        }
    }
}

/// Whether elements stand where they can, in the thread that has come of a decision. A circle that
/// it closed leads through one of them, and one that hung on nothing but what it replaces would be
/// left in the air.
pub(super) fn check_place(
    before: &Structure,
    thread: &Structure,
    elements: &[Arc<Element>],
) -> Result<(), Unsound> {
    let hangs = |of: &Structure, id: ElementId| of.parents(id).next().is_some();
    let is_lost = |one: &&Arc<Element>| {
        thread.above(one.id).contains(&one.id) || (hangs(before, one.id) && !hangs(thread, one.id))
    };
    match elements.iter().find(is_lost) {
        Some(one) => Err(Unsound::UnderItself(one.title.clone())),
        None => Ok(()),
    }
}

/// Whether measures that have got new words can be computed, and what is computed from them.
pub(super) fn check_formulas(
    cx: &Cx<'_, '_>,
    before: &Structure,
    thread: &Structure,
    reworded: &[ElementId],
) -> Result<(), Unsound> {
    let formula_of = |id: ElementId| thread.measure(id)?.formula.as_ref();
    for id in reworded {
        let Some(formula) = formula_of(*id) else { continue };
        match unsound(before, *id, formula, formula_of) {
            None => {}
            Some(Formula::Circle(way)) => {
                return Err(Unsound::ComputedFromItself(crate::measures::way_words(cx, &way)));
            }
            Some(Formula::TooLarge) => {
                let title = thread.element(*id).map(|one| one.title.clone());
                return Err(Unsound::TooLarge(title.unwrap_or_default()));
            }
        }
    }
    Ok(())
}
