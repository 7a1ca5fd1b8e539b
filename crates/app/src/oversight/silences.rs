//! Everything that has been left without a word, found once and kept until anything is written.

use std::collections::BTreeMap;
use std::sync::{Arc, Weak};

use domain::elements::Structure;
use domain::health::{Facts, Fault, silent};
use domain::ids::OrgUnitId;
use domain::oversight::{Lacking, Silence, silences};
use jiff::ToSpan;
use jiff::civil::Date;

use super::late_accounts::{LateAccount, late_accounts};
use super::store;
use crate::activities::store::all_progress;
use crate::cx::Cx;
use crate::health::store::last_active;
use crate::measures::store::latest_periods;
use crate::web::error::AppError;

/// How far back rounds are asked for late accounts.
const DAYS_BACK: i32 = 400;

/// What is waited for.
pub(super) struct Silences {
    of: Weak<Structure>,
    on: Date,
    /// What has been left without a word, the longest first.
    pub(super) all: Vec<Silence>,
    /// Accounts that were due and never came.
    pub(super) accounts: Vec<LateAccount>,
    /// Those who answer for measures and have not been heard of.
    pub(super) people: Vec<Fault>,
    /// How many lack a value that should have come, of how many, by measure.
    pub(super) lacking: Lacking,
}

/// Finds it.
pub(super) fn all_silences(cx: &mut Cx<'_, '_>) -> Result<Arc<Silences>, AppError> {
    let (whole, today) = (Arc::clone(&cx.whole), cx.today());
    let stamp = store::last_written(cx.tx)?;
    let holds = |kept: &Silences| Weak::as_ptr(&kept.of) == Arc::as_ptr(&whole) && kept.on == today;
    cx.kept_from(stamp, b"silences", holds, |cx, _| {
        let latest = latest_periods(cx.tx)?;
        let progress = all_progress(cx.tx)?;
        let (all, lacking) = silences(&whole, &latest, &progress, today);
        let last_active = last_active(cx.tx)?;
        let facts = Facts { latest, progress, last_active, ..Facts::default() };
        let people = silent(&whole, &facts, today);
        let first = today.saturating_sub(DAYS_BACK.days());
        let accounts = late_accounts(cx, (first, today))?;
        Ok(Silences { of: Arc::downgrade(&whole), on: today, all, accounts, people, lacking })
    })
}

/// What is waited for of one org unit.
#[derive(Clone, Copy, Default)]
pub(super) struct Waiting {
    pub(super) values: usize,
    pub(super) work: usize,
    pub(super) accounts: usize,
    /// Since when nothing has been heard.
    pub(super) since: Option<Date>,
}

impl Waiting {
    fn waits_since(&mut self, day: Date) {
        self.since = Some(self.since.map_or(day, |known| known.min(day)));
    }
}

impl Silences {
    /// What is waited for, by org unit, of those that are shown.
    pub(super) fn by_unit(
        &self,
        is_shown: impl Fn(OrgUnitId) -> bool,
    ) -> BTreeMap<OrgUnitId, Waiting> {
        let mut found: BTreeMap<OrgUnitId, Waiting> = BTreeMap::new();
        for one in self.all.iter().filter(|one| is_shown(one.org_unit)) {
            let waiting = found.entry(one.org_unit).or_default();
            match one.awaited {
                domain::oversight::Awaited::Value { .. } => waiting.values += 1,
                domain::oversight::Awaited::Work => waiting.work += 1,
            }
            waiting.waits_since(one.since);
        }
        for one in self.accounts.iter().filter(|one| is_shown(one.org_unit)) {
            let waiting = found.entry(one.org_unit).or_default();
            waiting.accounts += 1;
            waiting.waits_since(one.due_on);
        }
        found
    }
}
