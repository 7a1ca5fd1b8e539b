//! Times whose values have been handed in or frozen: they are corrected with a reason, not filled in.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::ids::OrgUnitId;
use crate::organisation::Organisation;
use crate::periods::Period;

/// That an account was handed in or a report was frozen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Closing {
    /// Whose account or report.
    pub org_unit: OrgUnitId,
    /// What it is about: values of periods within it are closed.
    pub period: Period,
    /// Whether a report was frozen, which is of all org units below too; an account that was handed in
    /// is of its own org unit.
    pub is_frozen: bool,
    /// Who did it.
    pub by: String,
    /// When, microseconds since 1970 in UTC.
    pub at: i64,
    /// The round.
    pub round: String,
    /// The last day that an account can be returned or taken back.
    pub closes_on: Date,
}

/// Everything that is closed, by org unit.
#[derive(Clone, Default, Debug)]
pub struct Closings(BTreeMap<OrgUnitId, Vec<Closing>>);

impl Closings {
    /// Puts them together.
    pub fn new(all: impl IntoIterator<Item = Closing>) -> Self {
        let mut by_unit: BTreeMap<OrgUnitId, Vec<Closing>> = BTreeMap::new();
        for one in all {
            by_unit.entry(one.org_unit).or_default().push(one);
        }
        Self(by_unit)
    }

    /// What closes a period for an org unit: a frozen report, its own or of one above it, before its
    /// own account; of several the first made.
    pub fn of(
        &self,
        organisation: &Organisation,
        org_unit: OrgUnitId,
        period: Period,
    ) -> Option<&Closing> {
        if self.0.is_empty() {
            return None;
        }
        let above = organisation.ancestors(org_unit);
        let places = std::iter::once(org_unit).chain(above);
        places
            .filter_map(|place| self.0.get(&place))
            .flatten()
            .filter(|one| one.period.covers(period))
            .filter(|one| one.is_frozen || one.org_unit == org_unit)
            .min_by_key(|one| (!one.is_frozen, one.at))
    }
}
