//! The two days, and everything that differs between them as the visitor may see it.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::changes::{Change, Difference, OrgDifference, Picture, differences, org_differences};
use domain::elements::Structure;
use domain::fulfilment::Fulfilment;
use domain::ids::{ElementId, OrgUnitId};

use super::accepted::{self, Accepted};
use super::asked::Asked;
use super::corrections::Correction;
use crate::assessment;
use crate::cx::Cx;
use crate::elements::derived::Source;
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
    /// The organisation.
    Organisation,
    /// Time and owner.
    Other,
    /// A value was put right. Last, because there may be any number of them.
    Values,
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

/// All lines that the visitor asks for and may see but those of values, in the order of the page.
pub(super) fn lines(
    cx: &mut Cx<'_, '_>,
    asked: &Asked,
    before: &Day,
    after: &Day,
) -> Answer<Vec<Line>> {
    let found = compare(cx, before, after);
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
    let accepted = accepted.into_iter().filter(|one| {
        let known = after.structure.element(one.element);
        known.is_some()
            && inside(one.org_unit)
            && !cx.is_provider_elsewhere(one.org_unit)
            && asked.element.is_none_or(|id| id == one.element)
    });
    let mut all: Vec<Line> = elements
        .chain(units.cloned().map(Line::OrgUnit))
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
