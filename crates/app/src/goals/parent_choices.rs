//! What an element can be written under.

use std::sync::Arc;

use domain::elements::{Element, Structure};
use domain::ids::OrgUnitId;
use domain::steering::ElementType;

use super::form::MOST_CHOICES;
use super::words::type_word;
use super::written::Written;
use crate::cx::Cx;
use crate::web::ui::Choice;

/// The elements the model lets an element of the type hang under, nearest owners first.
pub(super) fn parent_choices(
    cx: &Cx<'_, '_>,
    structure: &Structure,
    element_type: &ElementType,
    written: &Written,
) -> Vec<Choice> {
    let texts = cx.texts();
    let organisation = &structure.organisation;
    let near: Vec<OrgUnitId> = written
        .owner
        .parse()
        .map(|owner| std::iter::once(owner).chain(organisation.ancestors(owner)).collect())
        .unwrap_or_default();
    let mut found: Vec<(usize, &Arc<Element>)> = element_type
        .parents
        .iter()
        .flat_map(|link| structure.of_type(&link.parent))
        .filter(|parent| cx.may_see(parent))
        .map(|parent| {
            let away = near.iter().position(|unit| *unit == parent.owner).unwrap_or(usize::MAX);
            (away, parent)
        })
        .collect();
    found.sort_by_key(|(away, parent)| (parent.id.to_string() != written.parent, *away));
    found.dedup_by_key(|(_, parent)| parent.id);
    found
        .into_iter()
        .take(MOST_CHOICES)
        .map(|(_, parent)| {
            let id = parent.id.to_string();
            let chosen = id == written.parent;
            let term = type_word(texts.language, structure, parent);
            let owner = organisation.name(parent.owner);
            Choice::new(id, format!("{term}: {} ({owner})", parent.title)).chosen(chosen)
        })
        .collect()
}
