//! SQL of what sentences about changes name.

mod values;

use std::collections::BTreeMap;

use db::{DbError, Tx};
use domain::ids::{DecisionId, ElementId};

use crate::decisions::Decision;
use crate::elements::store::{among, ask};

pub(super) use values::{Changed, Place, Span, changed_values, walked_to};

/// Some decisions.
pub(super) fn decisions(
    tx: &mut Tx<'_>,
    ids: impl IntoIterator<Item = DecisionId>,
) -> Result<BTreeMap<DecisionId, Decision>, DbError> {
    let found = ask(
        tx,
        among!(
            "select decision_id, body_id, decided_on, paragraph, reference, version \
             from decisions where tenant = $1 and decision_id"
        ),
        ids.into_iter().map(DecisionId::bytes),
        |row| {
            Ok(Decision {
                id: row.id(0)?,
                body: row.id(1)?,
                decided_on: row.parsed(2)?,
                paragraph: row.text(3)?,
                reference: row.text(4)?,
                version: row.int(5)?,
            })
        },
    )?;
    Ok(found.into_iter().map(|decision| (decision.id, decision)).collect())
}

/// What has been written to replace some elements.
pub(super) fn successors(
    tx: &mut Tx<'_>,
    ids: impl IntoIterator<Item = ElementId>,
) -> Result<BTreeMap<ElementId, ElementId>, DbError> {
    let found = ask(
        tx,
        among!(
            "select supersedes_id, element_id from successions where tenant = $1 and supersedes_id"
        ),
        ids.into_iter().map(ElementId::bytes),
        |row| Ok((row.id(0)?, row.id(1)?)),
    )?;
    Ok(found.into_iter().collect())
}
