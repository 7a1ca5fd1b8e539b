//! Changing the steering model under a living municipality: what stands in the way.

use jiff::civil::Date;

use crate::elements::{Element, Link, Structure};
use crate::ids::{ElementId, OrgUnitId};
use crate::steering::{LinkKind, OrgLevelId, SteeringModel};

/// Something living that the new model has no place for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Obstacle {
    /// An element whose type is not in the model.
    TypeGone(ElementId),
    /// An element whose type is something else to the program than it was.
    RoleChanged(ElementId),
    /// A measure whose class its type does not have.
    ClassGone(ElementId),
    /// A link that the model does not allow.
    LinkGone {
        /** The lower end. */
        child: ElementId,
        /** What the link says. */
        kind: LinkKind,
        /** The upper end. */
        parent: ElementId,
    },
    /// An org unit whose level is not in the model, or is a level of another kind.
    LevelGone(OrgUnitId),
}

/// Everything that would lose its type, link, class or level. Empty when the model can be put in
/// force. What has ended or been replaced stands in nobody's way; what is `proposed` to be linked
/// does, or it could never be decided.
pub fn obstacles(
    structure: &Structure,
    proposed: &[Link],
    next: &SteeringModel,
    today: Date,
) -> Vec<Obstacle> {
    let living = |element: &&std::sync::Arc<Element>| element.is_current();
    let mut found: Vec<Obstacle> = structure
        .organisation
        .all()
        .filter(|unit| unit.valid_to.is_none_or(|last| last >= today))
        .filter(|unit| {
            let level = next.org_level(&OrgLevelId::from(unit.level.as_str()));
            level.is_none_or(|level| level.kind != unit.kind)
        })
        .map(|unit| Obstacle::LevelGone(unit.id))
        .collect();
    found.extend(
        structure.elements().filter(living).filter_map(|one| of_element(structure, next, one)),
    );
    let linked = structure.elements().filter(living).flat_map(|one| structure.links_up(one.id));
    found.extend(linked.chain(proposed).filter_map(|link| of_link(structure, next, link)));
    found
}

fn of_element(structure: &Structure, next: &SteeringModel, element: &Element) -> Option<Obstacle> {
    let Some(element_type) = next.element_type(&element.element_type) else {
        return Some(Obstacle::TypeGone(element.id));
    };
    if element_type.role != element.role {
        return Some(Obstacle::RoleChanged(element.id));
    }
    let class = structure.measure(element.id).map(|measure| measure.class.as_str());
    class
        .filter(|class| !class.is_empty() && element_type.measure_class(class).is_none())
        .map(|_| Obstacle::ClassGone(element.id))
}

/// A link between elements whose types stay; where a type goes, its links are not told of one by one.
fn of_link(structure: &Structure, next: &SteeringModel, link: &Link) -> Option<Obstacle> {
    let living = |id: ElementId| structure.element(id).filter(|one| one.is_current());
    let (child, parent) = (living(link.child)?, living(link.parent)?);
    let both = next.element_type(&child.element_type).is_some()
        && next.element_type(&parent.element_type).is_some();
    let gone = both && !next.may_link(&child.element_type, link.kind, &parent.element_type);
    gone.then_some(Obstacle::LinkGone { child: link.child, kind: link.kind, parent: link.parent })
}
