//! Names of people that the filters tell.

use std::collections::{BTreeMap, BTreeSet};

use domain::ids::PersonId;

use super::store;
use super::view::{Answers, View};
use crate::cx::Cx;
use crate::web::error::AppError;

/// The name of the person whose responsibility the address asks for.
pub(super) fn name_asked_for(
    cx: &mut Cx<'_, '_>,
    view: &View,
) -> Result<BTreeMap<PersonId, String>, AppError> {
    match view.responsible {
        Some(Answers::Person(person)) => Ok(store::names(cx.tx, &BTreeSet::from([person]))?),
        _ => Ok(BTreeMap::new()),
    }
}
