//! The figures that the parts about measures are made from, and what they ask for: when the account is
//! opened, and again for as long as it is written.

use std::collections::{BTreeMap, BTreeSet};

use db::Tx;
use domain::assessment::{Proposal, propose_for_measure};
use domain::elements::Structure;
use domain::followup::{Followed, PartKind, Round, follow_measure};
use domain::fulfilment::Fulfilment;
use domain::ids::{ElementId, OrgUnitId};
use domain::statistics::finding::{Finding, Reading};
use jiff::civil::Date;

use super::super::store::Part;
use super::super::typed::state_of;
use super::values::Values;
use crate::cx::Cx;
use crate::i18n::{Language, Texts};
use crate::measures::{Few, Shown, finding_words, target_words, value_words};
use crate::web::error::AppError;

/// The values of an org unit as they are now.
pub struct Figures {
    pub(super) shown: BTreeMap<ElementId, Shown>,
    /// As all who read the account may see them: the measures with values about too few.
    told: BTreeMap<ElementId, Shown>,
}

impl Figures {
    /// Reads them for a visitor.
    pub fn now(cx: &mut Cx<'_, '_>, org_unit: OrgUnitId) -> Result<Self, AppError> {
        let structure = cx.structure.clone();
        let values = Values::read(cx.tx, &structure, org_unit)?;
        let few = Few::of(cx, &values.measures())?;
        Ok(Self::of(&structure, (org_unit, cx.today()), values, &few))
    }

    /// The figures of one measure, read alone.
    pub fn of_one(
        cx: &mut Cx<'_, '_>,
        org_unit: OrgUnitId,
        measure: ElementId,
    ) -> Result<Self, AppError> {
        let structure = cx.structure.clone();
        let ids = BTreeSet::from([measure]);
        let mut values = Values::of_some(cx.tx, &structure, &[org_unit], &ids)?;
        let values = values.remove(&org_unit).unwrap_or_default();
        let few = Few::of(cx, &[measure])?;
        Ok(Self::of(&structure, (org_unit, cx.today()), values, &few))
    }

    pub(super) fn of(
        structure: &Structure,
        (org_unit, today): (OrgUnitId, Date),
        mut values: Values,
        few: &Few,
    ) -> Self {
        let (mut shown, mut told) = (BTreeMap::new(), BTreeMap::new());
        for (id, outcomes) in values.by_measure {
            let Some(measure) = structure.measure(id) else { continue };
            let breaks = values.baselines.remove(&id).unwrap_or_default();
            if outcomes.iter().any(|one| few.hides_outcome(one)) {
                let of = (outcomes.clone(), breaks.clone());
                let open = Shown::without_few(structure, measure, (org_unit, few), of, today);
                told.insert(id, open);
            }
            shown.insert(id, Shown::new(structure, measure, org_unit, outcomes, breaks, today));
        }
        Self { shown, told }
    }

    /// What is found of a measure, with what reports before the round have covered.
    pub(super) fn finding(&self, of: (&Structure, &Round), id: ElementId) -> Option<Finding> {
        finding(of, id, self.shown.get(&id)?)
    }

    /// Says in a measure's part what its figures say, and what the rule proposes of them.
    pub(super) fn say(&self, of: (&Structure, &Round), part: &mut Part, id: ElementId) {
        let Some(measure) = of.0.measure(id) else { return };
        let Some(shown) = self.shown.get(&id) else { return };
        let texts = Texts::from(Language::Swedish);
        // Who writes has seen the values; all who read what is written have not.
        let told = self.told.get(&id).unwrap_or(shown);
        part.automatic_text = finding_words(texts, &part.title, measure, told).sentence;
        (part.proposed, part.proposal_reason) = (None, String::new());
        let finding = self.finding(of, id);
        if let Some(Proposal { level, .. }) = finding.as_ref().and_then(propose_for_measure)
            && let (Some((point, value)), Some(target)) = (shown.series.latest(), &shown.target)
        {
            let words = if told.withheld.contains(&point.period) {
                texts.measures_hidden().to_owned()
            } else {
                value_words(Language::Swedish, measure, value)
            };
            let target = target_words(texts, measure, target);
            let met = if level == Fulfilment::Achieved { "yes" } else { "no" };
            part.proposed = Some(level);
            part.proposal_reason = texts.followup_basis_value(met, target, words);
        }
    }

    /// Lets a part's question, and what is said and proposed by rule, follow the figures. What a person
    /// has written and chosen stands.
    pub fn follow(&self, of: (&Structure, &Round), part: &mut Part) {
        let Some(id) = part.subject.filter(|_| part.kind == PartKind::Measure) else { return };
        let Some(shown) = self.shown.get(&id) else { return };
        follow_series(of, part, shown);
        self.say(of, part, id);
    }

    /// Whether the latest value of a measure meets its target; none where that cannot be told.
    pub fn meets_target(&self, of: (&Structure, &Round), id: ElementId) -> Option<bool> {
        match self.finding(of, id)? {
            Finding::Observed(Reading { target_met, .. }) => target_met,
            Finding::Missing { .. } => None,
        }
    }

    /// The figures of a measure as all who read the account may see them.
    pub fn told(&self, id: ElementId) -> Option<&Shown> {
        self.told.get(&id).or_else(|| self.shown.get(&id))
    }
}

/// What is found of a series, with what reports before the round have covered.
fn finding(
    (structure, round): (&Structure, &Round),
    id: ElementId,
    shown: &Shown,
) -> Option<Finding> {
    let before = |last: Date| last < round.period.first_day();
    let points = shown.series.points.iter();
    let reported = points.filter(|point| before(point.period.last_day())).count();
    let measure = structure.measure(id)?;
    shown.series.finding(measure, shown.target.as_ref(), &shown.baselines, reported).ok()
}

/// Lets a part's question, what is proposed in it and how it stands follow a series: the org unit's own.
/// One whose answer is not enough for what is asked now is left again until it is.
pub fn follow_series(of: (&Structure, &Round), part: &mut Part, shown: &Shown) {
    let id = part.subject.filter(|_| part.kind == PartKind::Measure);
    let Some(finding) = id.and_then(|id| finding(of, id, shown)) else { return };
    let followed = follow_measure(&part.needs, part.is_explained(), &finding);
    part.eased = followed == Followed::Eased;
    if let Followed::Asks(needs) = followed {
        part.needs = needs;
    }
    part.proposed = propose_for_measure(&finding).map(|proposal| proposal.level);
    part.state = state_of(part);
}

/// Parts of an account that is being written: whose they are, and in which round.
pub struct Written<'p> {
    /// The org unit.
    pub org_unit: OrgUnitId,
    /// The round.
    pub round: &'p Round,
    /// The parts, or some of them.
    pub parts: &'p mut [Part],
}

/// Lets parts of accounts follow the figures as they are now, without what is said in words: only the
/// series of their own measures are read, for all at once, and none where no part is about a measure.
pub fn follow_now(
    tx: &mut Tx<'_>,
    (structure, today): (&Structure, Date),
    accounts: &mut [Written<'_>],
) -> Result<(), AppError> {
    let mut ids: BTreeSet<ElementId> = BTreeSet::new();
    let mut units: BTreeSet<OrgUnitId> = BTreeSet::new();
    for one in accounts.iter() {
        let measured = one.parts.iter().filter(|part| part.kind == PartKind::Measure);
        for id in measured.filter_map(|part| part.subject) {
            ids.insert(id);
            units.insert(one.org_unit);
        }
    }
    if ids.is_empty() {
        return Ok(());
    }
    let units: Vec<OrgUnitId> = units.into_iter().collect();
    let values = Values::of_some(tx, structure, &units, &ids)?;
    let of =
        |(unit, values)| (unit, Figures::of(structure, (unit, today), values, &Few::default()));
    let figures: BTreeMap<OrgUnitId, Figures> = values.into_iter().map(of).collect();
    for one in accounts.iter_mut() {
        let Some(figures) = figures.get(&one.org_unit) else { continue };
        for part in one.parts.iter_mut() {
            if let Some(shown) = part.subject.and_then(|id| figures.shown.get(&id)) {
                follow_series((structure, one.round), part, shown);
            }
        }
    }
    Ok(())
}
