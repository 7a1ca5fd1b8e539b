//! Which levels an org unit's wheel is held against.

use crate::ids::OrgUnitId;
use crate::organisation::{OrgLevelKind, Organisation};

/// The levels above an org unit, the nearest first: the way up to the council, and before the council
/// the executive board, which leads and coordinates all committees (kommunallagen 6 kap. 1 §) though
/// they do not lie under it.
pub fn levels_above(organisation: &Organisation, org_unit: OrgUnitId) -> Vec<OrgUnitId> {
    let mut way = organisation.ancestors(org_unit);
    let Some(top) = way.last().copied() else { return way };
    let is_board = |id: &OrgUnitId| {
        organisation.get(*id).is_some_and(|unit| unit.kind == OrgLevelKind::ExecutiveBoard)
    };
    let board = organisation.children(top).iter().copied().find(is_board);
    if let Some(board) = board.filter(|board| *board != org_unit && !way.contains(board)) {
        way.insert(way.len() - 1, board);
    }
    way
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::civil::date;

    use super::*;
    use crate::organisation::OrgUnit;

    fn unit(number: u8, parent: Option<u8>, kind: OrgLevelKind) -> Arc<OrgUnit> {
        Arc::new(OrgUnit {
            id: [number; 16].into(),
            level: String::new(),
            kind,
            parent: parent.map(|parent| [parent; 16].into()),
            name: String::new(),
            valid_from: date(2020, 1, 1),
            valid_to: None,
            succeeded_by: None,
            version: 1,
        })
    }

    #[test]
    fn the_board_stands_between_every_committee_and_the_council() {
        let organisation = Organisation::new([
            unit(1, None, OrgLevelKind::Council),
            unit(2, Some(1), OrgLevelKind::ExecutiveBoard),
            unit(3, Some(1), OrgLevelKind::Committee),
            unit(4, Some(3), OrgLevelKind::Administration),
            unit(5, Some(2), OrgLevelKind::Administration),
        ]);
        let above = |number: u8| -> Vec<u8> {
            let found = levels_above(&organisation, [number; 16].into());
            found.into_iter().map(|id| id.bytes()[0]).collect()
        };
        assert_eq!(above(4), [3, 2, 1]);
        assert_eq!(above(3), [2, 1]);
        assert_eq!(above(5), [2, 1], "its own office has it above already");
        assert_eq!(above(2), [1]);
        assert!(above(1).is_empty());
    }
}
