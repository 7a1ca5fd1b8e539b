//! The one graph: elements of every role, joined by typed links into threads.
//!
//! [`Structure`] is an immutable picture of a municipality that pages read; what changes while
//! people report (values, texts, judgements) is not in it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::{DecisionId, ElementId, LinkId, OrgUnitId, PersonId};
use crate::measures::{Measure, Target};
use crate::organisation::Organisation;
use crate::periods::Period;
use crate::steering::{LinkKind, Role, SteeringModel, TypeId};
use crate::swedish_order::sort_key;

mod drafts;

/// How far an element has come on its way to validity.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ElementState {
    /// Being written.
    Draft,
    /// Laid before the body that decides.
    Proposed,
    /// Decided; never edited after, only superseded.
    Adopted,
    /// Replaced by another.
    Superseded,
    /// Ended without a successor.
    Ended,
}

impl ElementState {
    /// All states in order.
    pub const ALL: [Self; 5] =
        [Self::Draft, Self::Proposed, Self::Adopted, Self::Superseded, Self::Ended];

    /// The stored name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Proposed => "proposed",
            Self::Adopted => "adopted",
            Self::Superseded => "superseded",
            Self::Ended => "ended",
        }
    }
}

impl std::str::FromStr for ElementState {
    type Err = crate::ids::NotAnId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|state| state.code() == text).ok_or(crate::ids::NotAnId)
    }
}

/// A node of the thread.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Element {
    /// Identity; survives changes of the model.
    pub id: ElementId,
    /// Its type in the steering model; gives terms, scale and rules.
    pub element_type: TypeId,
    /// The type's role; behaviour hangs on it.
    pub role: Role,
    /// The org unit that owns it.
    pub owner: OrgUnitId,
    /// A short number people use, such as `3` or `3.2`; may be empty.
    pub number: String,
    /// The sentence itself.
    pub title: String,
    /// Explanation; may be empty.
    pub text: String,
    /// Who answers for it.
    pub responsible: Option<PersonId>,
    /// First day, such as an activity's start.
    pub starts_on: Option<Date>,
    /// Last day, such as when an activity shall be done or an assignment reported.
    pub ends_on: Option<Date>,
    /// How far it has come.
    pub state: ElementState,
    /// The decision that made it valid.
    pub decision: Option<DecisionId>,
    /// Raised by each change; 1 is the first.
    pub version: i64,
}

/// A typed link from child to parent.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Link {
    /// Identity.
    pub id: LinkId,
    /// The lower end.
    pub child: ElementId,
    /// The upper end.
    pub parent: ElementId,
    /// What the link says.
    pub kind: LinkKind,
}

/// Why a link is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum LinkProblem {
    /// One of the ends is not there.
    #[error("no such element")]
    Unknown,
    /// The steering model does not allow this link between these types.
    #[error("the model does not allow this link")]
    NotInModel,
    /// The thread would lead back to itself.
    #[error("would make a circle")]
    Circle,
    /// The two are linked already.
    #[error("linked already")]
    Twice,
}

/// One object that changed, for bringing a picture up to date.
#[derive(Clone, Debug)]
pub enum Delta {
    /// A new or changed element.
    Element(Arc<Element>),
    /// What a measure element measures and how.
    Measure(Arc<Measure>),
    /// All links upward from an element, as they are now.
    LinksOf(ElementId, Vec<Link>),
    /// All targets of a measure, as they are now.
    TargetsOf(ElementId, Vec<Target>),
    /// The organisation.
    Organisation(Arc<Organisation>),
    /// The steering model.
    Model(Arc<SteeringModel>),
}

/// A municipality's structure at one revision.
#[derive(Clone, Debug)]
pub struct Structure {
    /// Raised by each structural write.
    pub revision: i64,
    /// The steering model in force.
    pub model: Arc<SteeringModel>,
    /// The organisation.
    pub organisation: Arc<Organisation>,
    elements: BTreeMap<ElementId, Node>,
    measures: BTreeMap<ElementId, Arc<Measure>>,
    targets: BTreeMap<ElementId, Vec<Target>>,
    up: BTreeMap<ElementId, Vec<Link>>,
    down: BTreeMap<ElementId, Vec<Link>>,
    of_type: BTreeMap<TypeId, Ordered>,
    by_owner: BTreeMap<OrgUnitId, BTreeSet<ElementId>>,
    drafts: BTreeMap<OrgUnitId, BTreeSet<ElementId>>,
    in_year: OnceLock<BTreeMap<(TypeId, i16), usize>>,
}

/// Years outside these are counted as the nearest of them.
const EARLIEST: i16 = 2010;
const LATEST: i16 = 2050;

type OrderKey = (Vec<u32>, String);
type Ordered = BTreeMap<(Arc<OrderKey>, ElementId), Arc<Element>>;

/// An element with the key it is sorted by, computed once.
#[derive(Clone, Debug)]
struct Node {
    element: Arc<Element>,
    order: Arc<OrderKey>,
}

/// Numbers sort as numbers: 2 before 10, 3.2 before 3.10.
fn order_key(element: &Element) -> OrderKey {
    let numbers = element
        .number
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().unwrap_or(u32::MAX))
        .collect::<Vec<u32>>();
    let numbers = if numbers.is_empty() { vec![u32::MAX] } else { numbers };
    (numbers, sort_key(&element.title))
}

impl Structure {
    /// An empty municipality.
    pub fn new(model: Arc<SteeringModel>, organisation: Arc<Organisation>) -> Self {
        Self {
            revision: 0,
            model,
            organisation,
            elements: BTreeMap::new(),
            measures: BTreeMap::new(),
            targets: BTreeMap::new(),
            up: BTreeMap::new(),
            down: BTreeMap::new(),
            of_type: BTreeMap::new(),
            by_owner: BTreeMap::new(),
            drafts: BTreeMap::new(),
            in_year: OnceLock::new(),
        }
    }

    /// Takes a change in.
    pub fn apply(&mut self, delta: Delta) {
        match delta {
            Delta::Element(element) => self.put(element),
            Delta::Measure(measure) => {
                self.measures.insert(measure.id, measure);
            }
            Delta::LinksOf(child, links) => self.put_links(child, links),
            Delta::TargetsOf(measure, targets) => {
                self.targets.insert(measure, targets);
            }
            Delta::Organisation(organisation) => self.organisation = organisation,
            Delta::Model(model) => self.model = model,
        }
    }

    fn put(&mut self, element: Arc<Element>) {
        if let Some(old) = self.elements.get(&element.id)
            && let Some(ordered) = self.of_type.get_mut(&old.element.element_type)
        {
            ordered.remove(&(Arc::clone(&old.order), element.id));
            if let Some(owned) = self.by_owner.get_mut(&old.element.owner) {
                owned.remove(&element.id);
            }
            drafts::forget(&mut self.drafts, old.element.owner, element.id);
        }
        if element.is_editable() {
            self.drafts.entry(element.owner).or_default().insert(element.id);
        }
        self.in_year = OnceLock::new();
        self.by_owner.entry(element.owner).or_default().insert(element.id);
        let order = Arc::new(order_key(&element));
        self.of_type
            .entry(element.element_type.clone())
            .or_default()
            .insert((Arc::clone(&order), element.id), Arc::clone(&element));
        self.elements.insert(element.id, Node { element, order });
    }

    fn put_links(&mut self, child: ElementId, links: Vec<Link>) {
        for old in self.up.remove(&child).unwrap_or_default() {
            if let Some(below) = self.down.get_mut(&old.parent) {
                below.retain(|link| link.id != old.id);
            }
        }
        for link in &links {
            self.down.entry(link.parent).or_default().push(*link);
        }
        self.up.insert(child, links);
    }

    /// The element, if there is one.
    pub fn element(&self, id: ElementId) -> Option<&Arc<Element>> {
        self.elements.get(&id).map(|node| &node.element)
    }

    /// How a measure element measures.
    pub fn measure(&self, id: ElementId) -> Option<&Arc<Measure>> {
        self.measures.get(&id)
    }

    /// All targets of a measure.
    pub fn targets(&self, measure: ElementId) -> &[Target] {
        self.targets.get(&measure).map_or(&[], Vec::as_slice)
    }

    /// The target that holds for an org unit in a period: its own, else the nearest above, else
    /// the one for all; for the period itself, else for its year.
    pub fn target(
        &self,
        measure: ElementId,
        org_unit: OrgUnitId,
        period: Period,
    ) -> Option<&Target> {
        let year = Period::year_of(period.year());
        let all = self.targets(measure);
        let way = std::iter::once(org_unit).chain(self.organisation.ancestors(org_unit));
        for owner in way.map(Some).chain(std::iter::once(None)) {
            for wanted in [period, year] {
                let found =
                    all.iter().find(|target| target.org_unit == owner && target.period == wanted);
                if found.is_some() {
                    return found;
                }
            }
        }
        None
    }

    /// All elements, in order of identity.
    pub fn elements(&self) -> impl Iterator<Item = &Arc<Element>> {
        self.elements.values().map(|node| &node.element)
    }

    /// How many elements there are.
    pub fn len(&self) -> usize {
        self.elements.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.elements.is_empty()
    }

    /// The living elements of a type, by number and then title.
    pub fn of_type(&self, element_type: &TypeId) -> impl Iterator<Item = &Arc<Element>> {
        self.of_type
            .get(element_type)
            .into_iter()
            .flat_map(BTreeMap::values)
            .filter(|element| element.is_current())
    }

    /// How many living elements a type has.
    pub fn count_of_type(&self, element_type: &TypeId) -> usize {
        self.of_type(element_type).count()
    }

    /// How many living elements of a type hold at some time during a year. Counted once for each
    /// picture, because pages show it and it must not cost them a walk through all elements.
    pub fn count_in_year(&self, element_type: &TypeId, year: i16) -> usize {
        let counts = self.in_year.get_or_init(|| {
            let mut counts = BTreeMap::new();
            for element in self.elements().filter(|element| element.is_current()) {
                let first = element.starts_on.map_or(EARLIEST, Date::year).max(EARLIEST);
                let last = element.ends_on.map_or(LATEST, Date::year).min(LATEST);
                for year in first..=last {
                    *counts.entry((element.element_type.clone(), year)).or_default() += 1;
                }
            }
            counts
        });
        let year = year.clamp(EARLIEST, LATEST);
        counts.get(&(element_type.clone(), year)).copied().unwrap_or(0)
    }

    /// Links upward from an element.
    pub fn links_up(&self, id: ElementId) -> &[Link] {
        self.up.get(&id).map_or(&[], Vec::as_slice)
    }

    /// Links downward from an element.
    pub fn links_down(&self, id: ElementId) -> &[Link] {
        self.down.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The living parents.
    pub fn parents(&self, id: ElementId) -> impl Iterator<Item = &Arc<Element>> {
        self.links_up(id)
            .iter()
            .filter_map(|link| self.element(link.parent))
            .filter(|element| element.is_current())
    }

    /// The living children of every role, by number and then title.
    pub fn children(&self, id: ElementId) -> Vec<&Arc<Element>> {
        self.ordered_children(id, |_| true)
    }

    /// The living children of one role.
    pub fn children_with(&self, id: ElementId, role: Role) -> Vec<&Arc<Element>> {
        self.ordered_children(id, |element| element.role == role)
    }

    fn ordered_children(
        &self,
        id: ElementId,
        wanted: impl Fn(&Element) -> bool,
    ) -> Vec<&Arc<Element>> {
        let mut found: Vec<&Node> = self
            .links_down(id)
            .iter()
            .filter_map(|link| self.elements.get(&link.child))
            .filter(|node| node.element.is_current() && wanted(&node.element))
            .collect();
        found.sort_by(|a, b| (&a.order, a.element.id).cmp(&(&b.order, b.element.id)));
        found.dedup_by_key(|node| node.element.id);
        found.into_iter().map(|node| &node.element).collect()
    }

    /// The thread from the top down to an element: first parents all the way, the element last.
    pub fn thread_to(&self, id: ElementId) -> Vec<&Arc<Element>> {
        let mut way = Vec::new();
        let mut at = self.element(id);
        while let Some(element) = at {
            if way.iter().any(|seen: &&Arc<Element>| seen.id == element.id) {
                break;
            }
            way.push(element);
            at = self.parents(element.id).next();
        }
        way.reverse();
        way
    }

    /// Everything above an element, each once.
    pub fn above(&self, id: ElementId) -> BTreeSet<ElementId> {
        self.reach(id, |id| self.links_up(id).iter().map(|link| link.parent).collect())
    }

    /// Everything below an element, each once.
    pub fn below(&self, id: ElementId) -> BTreeSet<ElementId> {
        self.reach(id, |id| self.links_down(id).iter().map(|link| link.child).collect())
    }

    fn reach(
        &self,
        from: ElementId,
        step: impl Fn(ElementId) -> Vec<ElementId>,
    ) -> BTreeSet<ElementId> {
        let mut found = BTreeSet::new();
        let mut left = step(from);
        while let Some(id) = left.pop() {
            let living = self.element(id).is_some_and(|element| element.is_current());
            if living && found.insert(id) {
                left.extend(step(id));
            }
        }
        found
    }

    /// Which link the model allows from the one to the other, and whether the thread stays sound.
    ///
    /// # Errors
    /// The rule that is broken.
    pub fn check_link(
        &self,
        child: ElementId,
        kind: LinkKind,
        parent: ElementId,
    ) -> Result<(), LinkProblem> {
        let (Some(lower), Some(upper)) = (self.element(child), self.element(parent)) else {
            return Err(LinkProblem::Unknown);
        };
        if !self.model.may_link(&lower.element_type, kind, &upper.element_type) {
            return Err(LinkProblem::NotInModel);
        }
        if child == parent || self.above(parent).contains(&child) {
            return Err(LinkProblem::Circle);
        }
        if self.links_up(child).iter().any(|link| link.parent == parent && link.kind == kind) {
            return Err(LinkProblem::Twice);
        }
        Ok(())
    }

    /// Measures that measure the element, ordered by class as the model orders its classes.
    pub fn measures_of(&self, id: ElementId) -> Vec<(&Arc<Element>, &Arc<Measure>)> {
        self.children_with(id, Role::Measure)
            .into_iter()
            .filter_map(|element| Some((element, self.measures.get(&element.id)?)))
            .collect()
    }

    /// Which of two elements comes first: by number, then title.
    pub fn order(&self, one: &Element, other: &Element) -> std::cmp::Ordering {
        let key = |element: &Element| self.elements.get(&element.id).map(|node| &node.order);
        (key(one), one.id).cmp(&(key(other), other.id))
    }

    /// The living elements an org unit owns.
    pub fn owned_by(&self, org_unit: OrgUnitId) -> impl Iterator<Item = &Arc<Element>> {
        self.by_owner
            .get(&org_unit)
            .into_iter()
            .flatten()
            .filter_map(|id| self.element(*id))
            .filter(|element| element.is_current())
    }
}

impl Element {
    /// Whether it is part of today's thread.
    pub fn is_current(&self) -> bool {
        !matches!(self.state, ElementState::Superseded | ElementState::Ended)
    }

    /// Whether its words may be changed in place: what is adopted is only superseded.
    pub fn is_editable(&self) -> bool {
        matches!(self.state, ElementState::Draft | ElementState::Proposed)
    }
}
