//! The activities that an account names as its answer: whoever may read the account may read of
//! them. Work is begun without a decision, so handing in is what makes it known.

use std::collections::BTreeSet;

use domain::elements::{Element, ElementState};
use domain::ids::ElementId;
use domain::steering::Role;

use super::store::{self, Account};
use crate::cx::Cx;
use crate::elements::store as nodes;
use crate::goals::store::predecessor;
use crate::web::error::AppError;

/// Lets the activities named hold, and keeps what each was before.
pub(super) fn begin(cx: &mut Cx<'_, '_>, account: &Account) -> Result<(), AppError> {
    let structure = cx.structure.clone();
    let named: BTreeSet<ElementId> =
        store::remedies_of(cx.tx, account.id)?.into_values().flatten().collect();
    for element in named.iter().filter_map(|id| structure.element(*id)) {
        if !element.is_editable() || element.role != Role::Activity {
            continue;
        }
        // New words for what holds already take its place by a decision only.
        if predecessor(cx.tx, element.id)?.is_some() {
            continue;
        }
        let state = ElementState::Adopted;
        let version = element.version + 1;
        let begun = Element { state, version, ..Element::clone(element) };
        nodes::change_element(cx.tx, "adopt", &begun)?;
        store::keep_state_before(cx.tx, account.id, element.id, Some(element.state))?;
    }
    Ok(())
}

/// Gives the activities that the account made known back to those who write it.
pub(super) fn take_back(cx: &mut Cx<'_, '_>, account: &Account) -> Result<(), AppError> {
    let structure = cx.structure.clone();
    for (id, before) in store::states_before(cx.tx, account.id)? {
        store::keep_state_before(cx.tx, account.id, id, None)?;
        let Some(element) = structure.element(id) else { continue };
        // What a body has decided since, or what has been replaced or ended, stays so.
        if element.state != ElementState::Adopted || element.decision.is_some() {
            continue;
        }
        let version = element.version + 1;
        let state = before;
        let draft = Element { state, version, ..Element::clone(element) };
        nodes::change_element(cx.tx, "withdraw", &draft)?;
    }
    Ok(())
}
