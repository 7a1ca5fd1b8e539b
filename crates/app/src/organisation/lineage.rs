//! Whose series an org unit carries on: those that were merged into it, and into them.

use std::collections::BTreeSet;

use domain::ids::OrgUnitId;
use domain::organisation::Organisation;

/// The org units that ended and whose series go on in this one, nearest merger first. Values stay
/// on the org unit they were recorded for; whoever shows a series reads these too.
pub fn lineage(organisation: &Organisation, org_unit: OrgUnitId) -> Vec<OrgUnitId> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::from([org_unit]);
    let mut heirs = vec![org_unit];
    while !heirs.is_empty() {
        let before: Vec<OrgUnitId> = organisation
            .all()
            .filter(|unit| unit.succeeded_by.is_some_and(|heir| heirs.contains(&heir)))
            .map(|unit| unit.id)
            .filter(|id| seen.insert(*id))
            .collect();
        found.extend(&before);
        heirs = before;
    }
    found
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use domain::organisation::{OrgLevelKind, OrgUnit};
    use jiff::civil::date;

    use super::*;

    fn id(number: u8) -> OrgUnitId {
        OrgUnitId::from([number; 16])
    }

    fn unit(number: u8, succeeded_by: Option<u8>) -> Arc<OrgUnit> {
        Arc::new(OrgUnit {
            id: id(number),
            level: String::new(),
            kind: OrgLevelKind::Unit,
            parent: None,
            name: number.to_string(),
            valid_from: date(2018, 1, 1),
            valid_to: None,
            succeeded_by: succeeded_by.map(id),
            version: 1,
        })
    }

    #[test]
    fn mergers_are_followed_back_through_mergers() {
        let organisation = Organisation::new([
            unit(1, Some(3)),
            unit(2, Some(3)),
            unit(3, Some(4)),
            unit(4, None),
            unit(5, None),
        ]);
        assert_eq!(lineage(&organisation, id(4)), [id(3), id(1), id(2)]);
        assert_eq!(lineage(&organisation, id(5)), []);
    }

    #[test]
    fn a_broken_store_that_goes_in_a_circle_ends() {
        let organisation = Organisation::new([unit(1, Some(2)), unit(2, Some(1))]);
        assert_eq!(lineage(&organisation, id(1)), [id(2)]);
    }
}
