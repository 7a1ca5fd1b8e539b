//! The order of element types down the thread.

use domain::steering::{ElementType, SteeringModel, TypeId};

/// How many steps below the top a type stands: the longest way up. A type below itself counts once.
fn depth(model: &SteeringModel, element_type: &ElementType, way: &mut Vec<TypeId>) -> usize {
    if way.contains(&element_type.id) {
        return 0;
    }
    way.push(element_type.id.clone());
    let mut deepest = 0;
    for link in element_type.parents.iter().filter(|link| link.parent != element_type.id) {
        let parent = model.element_type(&link.parent).filter(|parent| parent.role.is_in_thread());
        if let Some(parent) = parent.filter(|parent| !way.contains(&parent.id)) {
            deepest = deepest.max(depth(model, parent, way) + 1);
        }
    }
    way.pop();
    deepest
}

/// The types from the top of the thread and down, and those beside it in the model's order.
pub(super) fn in_thread_order(model: &SteeringModel) -> (Vec<&ElementType>, Vec<&ElementType>) {
    let (mut thread, beside): (Vec<&ElementType>, Vec<&ElementType>) =
        model.element_types.iter().partition(|element_type| element_type.role.is_in_thread());
    thread.sort_by_key(|element_type| depth(model, element_type, &mut Vec::new()));
    (thread, beside)
}

#[cfg(test)]
mod tests {
    use domain::steering::check;

    use super::*;

    const PRESET: &str = include_str!("../../../../../presets/osteraker-2018.yaml");

    #[test]
    fn parents_stand_above_their_children() {
        let model = check(PRESET.as_bytes()).into_model().unwrap();
        let (thread, beside) = in_thread_order(&model);
        assert_eq!(thread.len() + beside.len(), model.element_types.len());
        for (place, element_type) in thread.iter().enumerate() {
            for link in element_type.parents.iter().filter(|link| link.parent != element_type.id) {
                let above = thread.iter().position(|other| other.id == link.parent);
                assert!(
                    above.is_none_or(|above| above < place),
                    "{} under {}",
                    element_type.id,
                    link.parent
                );
            }
        }
    }
}
