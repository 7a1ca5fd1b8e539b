//! SQL of what everybody has said of some measures for some periods.

use std::collections::BTreeSet;

use db::{DbError, Tx};
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::Outcome;

use super::outcomes::outcome_row;
use crate::elements::store::{among, ask, ask_with};

/// Values for all people from one period to another, both as they are written and in the order of their
/// texts: of periods of another length some may be among them.
pub fn outcomes_between(
    tx: &mut Tx<'_>,
    measures: &BTreeSet<ElementId>,
    (first, last): (&str, &str),
) -> Result<Vec<Outcome>, DbError> {
    ask_with(
        tx,
        // By way of the org units that have values, each is found by its whole key.
        among!(
            "select o.measure_id, o.org_unit_id, o.breakdown, o.period, o.state, o.value, o.scale, \
             o.quality, o.version from series s join outcomes o on o.tenant = s.tenant \
             and o.measure_id = s.measure_id and o.org_unit_id = s.org_unit_id \
             and o.breakdown = '' where s.tenant = $1 and o.period between $34 and $35 \
             and s.measure_id"
        ),
        measures.iter().map(|id| id.bytes()),
        &[first.into(), last.into()],
        outcome_row,
    )
}

/// Who has said anything of some measures for all people, ever.
pub fn who_has_said(
    tx: &mut Tx<'_>,
    measures: &BTreeSet<ElementId>,
) -> Result<Vec<(ElementId, OrgUnitId)>, DbError> {
    ask(
        tx,
        among!("select measure_id, org_unit_id from series where tenant = $1 and measure_id"),
        measures.iter().map(|id| id.bytes()),
        |row| Ok((row.id(0)?, row.id(1)?)),
    )
}
