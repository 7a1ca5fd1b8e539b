//! The picture of a municipality and what is looked up in it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::count::Counts;
use super::drafts::Drafts;
use super::element::Element;
use super::health::Faults;
use super::link::Link;
use super::ordered::{Node, Ordered};
use super::reach::Reach;
use super::recent::Recent;
use super::shards::Shards;
use crate::ids::{ElementId, OrgUnitId};
use crate::measures::{Measure, Target};
use crate::organisation::Organisation;
use crate::periods::Period;
use crate::steering::{Role, SteeringModel, TypeId};

/// What hangs directly under an element, by role and type.
pub(super) type Family = BTreeMap<(Role, TypeId), Ordered>;

/// A municipality's structure at one revision. Whatever pages count or list is kept with it and
/// follows each change, so that a page looks up what it shows and walks through nothing else.
#[derive(Clone, Debug)]
pub struct Structure {
    /// Raised by each structural write.
    pub revision: i64,
    /// The steering model in force.
    pub model: Arc<SteeringModel>,
    /// The organisation.
    pub organisation: Arc<Organisation>,
    pub(super) nodes: Shards<ElementId, Node>,
    pub(super) measures: Shards<ElementId, Arc<Measure>>,
    /// The measures that are computed from others.
    pub(super) computed: BTreeSet<ElementId>,
    pub(super) targets: Shards<ElementId, Arc<Vec<Target>>>,
    pub(super) up: Shards<ElementId, Vec<Link>>,
    pub(super) down: Shards<ElementId, Vec<Link>>,
    pub(super) families: Shards<ElementId, Family>,
    pub(super) of_type: BTreeMap<TypeId, Ordered>,
    pub(super) by_owner: Shards<OrgUnitId, Ordered>,
    pub(super) counts: Counts,
    pub(super) drafts: Drafts,
    pub(super) reach: Reach,
    pub(super) faults: Faults,
    pub(super) recent: Recent,
}

impl Structure {
    /// An empty municipality.
    pub fn new(model: Arc<SteeringModel>, organisation: Arc<Organisation>) -> Self {
        Self {
            revision: 0,
            model,
            organisation,
            nodes: Shards::new(),
            measures: Shards::new(),
            computed: BTreeSet::new(),
            targets: Shards::new(),
            up: Shards::new(),
            down: Shards::new(),
            families: Shards::new(),
            of_type: BTreeMap::new(),
            by_owner: Shards::new(),
            counts: Counts::default(),
            drafts: Drafts::default(),
            reach: Reach::default(),
            faults: Faults::default(),
            recent: Recent::default(),
        }
    }

    /// The element, if there is one.
    pub fn element(&self, id: ElementId) -> Option<&Arc<Element>> {
        self.nodes.get(id).map(|node| &node.element)
    }

    /// How a measure element measures.
    pub fn measure(&self, id: ElementId) -> Option<&Arc<Measure>> {
        self.measures.get(id)
    }

    /// The measures that are computed from others.
    pub fn computed(&self) -> impl Iterator<Item = &Arc<Measure>> {
        self.computed.iter().filter_map(|id| self.measure(*id))
    }

    /// All targets of a measure.
    pub fn targets(&self, measure: ElementId) -> &[Target] {
        self.targets.get(measure).map_or(&[], |targets| targets.as_slice())
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

    /// All elements, the living and the others, in no order that a person would like.
    pub fn elements(&self) -> impl Iterator<Item = &Arc<Element>> {
        self.nodes.values().map(|node| &node.element)
    }

    /// How many elements there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The living elements of a type, by number and then title.
    pub fn of_type(&self, element_type: &TypeId) -> impl Iterator<Item = &Arc<Element>> {
        let all = self.of_type.get(element_type).into_iter().flat_map(Ordered::iter);
        all.map(|node| &node.element)
    }

    /// Whether anybody has written a goal.
    pub fn has_goals(&self) -> bool {
        let mut first = self.of_type.values().filter_map(|all| all.iter().next());
        first.any(|node| node.element.role == Role::Goal)
    }

    /// How many living elements a type has.
    pub fn count_of_type(&self, element_type: &TypeId) -> usize {
        self.of_type.get(element_type).map_or(0, Ordered::len)
    }

    /// How many living elements of a type hold at some time during a year.
    pub fn count_in_year(&self, element_type: &TypeId, year: i16) -> usize {
        self.counts.in_year(element_type, year)
    }

    /// The living elements an org unit owns, by number and then title.
    pub fn owned_by(&self, org_unit: OrgUnitId) -> impl Iterator<Item = &Arc<Element>> {
        let owned = self.by_owner.get(org_unit).into_iter().flat_map(Ordered::iter);
        owned.map(|node| &node.element)
    }

    /// Links upward from an element.
    pub fn links_up(&self, id: ElementId) -> &[Link] {
        self.up.get(id).map_or(&[], Vec::as_slice)
    }

    /// Links downward from an element.
    pub fn links_down(&self, id: ElementId) -> &[Link] {
        self.down.get(id).map_or(&[], Vec::as_slice)
    }
}
