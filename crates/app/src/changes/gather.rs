//! The two days, and everything that differs between them as the visitor may see it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::access::Action;
use domain::changes::{Change, Difference, OrgDifference, Picture, differences, org_differences};
use domain::elements::Structure;
use domain::fulfilment::Fulfilment;
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::OutcomeValue;
use domain::periods::Period;

use super::accepted::{self, Accepted};
use super::asked::Asked;
use super::store;
use crate::assessment;
use crate::cx::Cx;
use crate::elements::derived::Source;
use crate::measures::Few;
use crate::past::end_of;
use crate::web::error::Answer;

/// The judgements of all elements on a day.
struct Judged(BTreeMap<ElementId, Fulfilment>);

/// A day as the visitor may see it.
pub struct Day {
    /// The picture.
    pub structure: Arc<Structure>,
    grades: Arc<Judged>,
}

impl Day {
    /// The day that a request reads.
    pub fn of(cx: &mut Cx<'_, '_>) -> Answer<Self> {
        let grades = cx.kept(
            b"grades of all",
            |_: &Judged| true,
            |cx| {
                let levels = assessment::store::all_status(cx.tx)?;
                Ok(Judged(levels.into_iter().map(|(id, (grade, _))| (id, grade)).collect()))
            },
        )?;
        Ok(Self { structure: Arc::clone(&cx.structure), grades })
    }

    fn picture(&self) -> Picture<'_> {
        Picture { structure: &self.structure, grades: &self.grades.0 }
    }
}

/// Everything of two days that differs.
type Compared = (Vec<Difference>, Vec<OrgDifference>);

/// Compares two days; kept for those who turn pages or narrow them down.
fn compare(cx: &Cx<'_, '_>, before: &Day, after: &Day) -> Arc<Compared> {
    let from: [Source; 4] = [
        before.structure.clone(),
        before.grades.clone(),
        after.structure.clone(),
        after.grades.clone(),
    ];
    cx.app.derived.of(&from, || {
        (
            differences(before.picture(), after.picture()),
            org_differences(&before.structure, &after.structure),
        )
    })
}

/// A value that is another on the second day.
#[derive(Clone, Debug)]
pub(super) struct Correction {
    pub measure: ElementId,
    pub org_unit: OrgUnitId,
    pub period: Period,
    pub before: OutcomeValue,
    pub after: Option<OutcomeValue>,
}

/// One line of the page.
#[derive(Clone, Debug)]
pub(super) enum Line {
    Element(Difference),
    OrgUnit(OrgDifference),
    Value(Correction),
    Accepted(Accepted),
}

/// What a line is about, in the order of the page.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Heading {
    /// Came, or was decided.
    New,
    /// Ended, or was replaced.
    Gone,
    /// Is worded otherwise.
    Words,
    /// Hangs elsewhere in the thread.
    Links,
    /// Has other targets, or is measured otherwise.
    Targets,
    /// Somebody else answers for it.
    People,
    /// Is judged otherwise.
    Judged,
    /// A deviation is accepted, or no longer.
    Accepted,
    /// A value was put right.
    Values,
    /// The organisation.
    Organisation,
    /// Time and owner.
    Other,
}

impl Line {
    pub(super) fn heading(&self) -> Heading {
        use domain::elements::ElementState as State;
        match self {
            Self::OrgUnit(_) => Heading::Organisation,
            Self::Value(_) => Heading::Values,
            Self::Accepted(_) => Heading::Accepted,
            Self::Element(difference) => match &difference.change {
                Change::Came(State::Superseded | State::Ended)
                | Change::Left(_)
                | Change::State { after: State::Superseded | State::Ended, .. } => Heading::Gone,
                Change::Came(_) | Change::State { .. } => Heading::New,
                Change::Words { .. } => Heading::Words,
                Change::Linked(..) | Change::Unlinked(..) => Heading::Links,
                Change::Target { .. } | Change::Measured | Change::Worth => Heading::Targets,
                Change::Responsible { .. } => Heading::People,
                Change::Graded { .. } => Heading::Judged,
                Change::Owner { .. } | Change::Time { .. } => Heading::Other,
            },
        }
    }
}

/// All lines that the visitor asks for and may see, in the order of the page.
pub(super) fn lines(
    cx: &mut Cx<'_, '_>,
    asked: &Asked,
    before: &Day,
    after: &Day,
) -> Answer<Vec<Line>> {
    let found = compare(cx, before, after);
    let corrections = corrections(cx, asked)?;
    let accepted = accepted::between(cx, asked)?;
    let organisation = &after.structure.organisation;
    let inside =
        |owner: OrgUnitId| asked.within.is_none_or(|top| organisation.is_within(owner, top));
    let about = |difference: &&Difference| {
        let linked = |id: ElementId| match &difference.change {
            Change::Linked(parent, _) | Change::Unlinked(parent, _) => *parent == id,
            _ => false,
        };
        let wanted = asked.element.is_none_or(|id| difference.element.id == id || linked(id));
        // Of the municipality's own bodies a provider sees what is adopted, not how it is judged.
        let told = !matches!(difference.change, Change::Graded { .. })
            || !cx.is_provider_elsewhere(difference.element.owner);
        wanted && inside(difference.element.owner) && told
    };
    let elements = found.0.iter().filter(about).cloned().map(Line::Element);
    let units = found.1.iter().filter(|one| asked.element.is_none() && inside(one.org_unit.id));
    let values = corrections.into_iter().filter(|one| {
        after.structure.measure(one.measure).is_some() && !cx.is_provider_elsewhere(one.org_unit)
    });
    let accepted = accepted.into_iter().filter(|one| {
        let known = after.structure.element(one.element);
        known.is_some()
            && inside(one.org_unit)
            && !cx.is_provider_elsewhere(one.org_unit)
            && asked.element.is_none_or(|id| id == one.element)
    });
    let mut all: Vec<Line> = elements
        .chain(units.cloned().map(Line::OrgUnit))
        .chain(values.map(Line::Value))
        .chain(accepted.map(Line::Accepted))
        .collect();
    all.sort_by_cached_key(|line| {
        let (owner, title) = match line {
            Line::Element(one) => {
                (organisation.name(one.element.owner), one.element.title.as_str())
            }
            Line::OrgUnit(one) => (one.org_unit.name.as_str(), ""),
            Line::Value(one) => (organisation.name(one.org_unit), ""),
            Line::Accepted(one) => (organisation.name(one.org_unit), ""),
        };
        (line.heading(), crate::i18n::sort_key(owner), crate::i18n::sort_key(title))
    });
    Ok(all)
}

/// The values that are others on the second day than on the first.
fn corrections(cx: &mut Cx<'_, '_>, asked: &Asked) -> Answer<Vec<Correction>> {
    let from = end_of(&*cx.app.clock, asked.from);
    let to = asked.to.map_or(i64::MAX, |day| end_of(&*cx.app.clock, day));
    let mut found: BTreeMap<_, (Correction, bool)> = BTreeMap::new();
    let mut revisions = BTreeMap::new();
    // The first change after a day tells what stood on it.
    store::each_changed_value(cx.tx, from, (asked.element, asked.within), |one| {
        revisions.extend(one.revision.map(|revision| (one.measure, revision)));
        let key = (one.measure, one.org_unit, one.period.to_string());
        if let Some((known, is_later)) = found.get_mut(&key) {
            if one.at > to && !*is_later {
                known.after = Some(one.before);
                *is_later = true;
            }
        } else if one.at <= to {
            let (measure, org_unit, period) = (one.measure, one.org_unit, one.period);
            let (before, after) = (one.before, one.today);
            found.insert(key, (Correction { measure, org_unit, period, before, after }, false));
        }
    })?;
    let all = found.into_values().map(|(one, _)| one);
    let mut all: Vec<Correction> = all.filter(|one| one.after != Some(one.before)).collect();
    let ids: BTreeSet<ElementId> = all.iter().map(|one| one.measure).collect();
    let few = Few::at(cx, &Vec::from_iter(ids), &revisions)?;
    all.retain(|one| {
        !few.hides_past(one.measure, (one.org_unit, one.period))
            || cx.can(Action::RecordOutcome, one.org_unit)
    });
    Ok(all)
}
