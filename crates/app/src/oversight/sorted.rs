//! What deviates where the visitor has oversight, parted by what is done about it.

use std::collections::{BTreeMap, BTreeSet};

use domain::ids::{ElementId, OrgUnitId};

use super::deviating::{Deviating, Deviation};
use super::scope::Scope;
use crate::acceptance::store::Accepted;
use crate::cx::Cx;

/// What is accepted today, by what it is about and whose it is.
pub(super) type Holding = BTreeMap<(ElementId, OrgUnitId), Accepted>;

/// Deviations by what is done about them.
pub(super) struct Sorted<'d> {
    /// Nothing is decided and nobody has accepted it.
    pub(super) without: Vec<&'d Deviation>,
    /// Work is decided and not finished.
    pub(super) with: Vec<&'d Deviation>,
    /// Accepted by a body, until a day that has not passed.
    pub(super) accepted: Vec<(&'d Deviation, &'d Accepted)>,
    /// Accepted, and no longer among what deviates.
    pub(super) calm: Vec<&'d Accepted>,
}

impl<'d> Sorted<'d> {
    /// Parts them; `within` narrows to a part of the organisation.
    pub(super) fn of(
        cx: &Cx<'_, '_>,
        scope: &Scope,
        within: Option<OrgUnitId>,
        deviating: &'d Deviating,
        holding: &'d Holding,
    ) -> Self {
        let organisation = &cx.structure.organisation;
        let is_asked = |unit: OrgUnitId| {
            scope.sees(organisation, unit)
                && within.is_none_or(|top| organisation.is_within(unit, top))
        };
        let is_shown = |element: ElementId, unit: OrgUnitId| {
            cx.structure.element(element).is_some() && is_asked(unit)
        };
        let mut sorted =
            Self { without: Vec::new(), with: Vec::new(), accepted: Vec::new(), calm: Vec::new() };
        let mut met: BTreeSet<(ElementId, OrgUnitId)> = BTreeSet::new();
        for one in deviating.all.iter().filter(|one| is_shown(one.element, one.org_unit)) {
            let key = (one.element, one.org_unit);
            match holding.get(&key) {
                Some(accepted) => {
                    met.insert(key);
                    sorted.accepted.push((one, accepted));
                }
                None if one.actions.is_empty() => sorted.without.push(one),
                None => sorted.with.push(one),
            }
        }
        let calm = holding.iter().filter(|((element, unit), _)| is_shown(*element, *unit));
        sorted.calm = calm.filter(|(key, _)| !met.contains(*key)).map(|(_, one)| one).collect();
        sorted
    }
}
