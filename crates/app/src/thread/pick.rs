//! Which elements the map shows: the thread that is followed and, where there is room, some of
//! what stands beside it. Pure: the picture of the municipality in, cards out.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::elements::{Element, Structure};
use domain::ids::ElementId;
use domain::organisation::OrgLevelKind;
use domain::steering::TypeId;

use super::columns::{Columns, Tier};
use super::fold::{Candidate, fold};
use super::upward::{committee_of, parents_on_map};
use super::view::{Provision, View};

/// Cards on a page of an unfolded column.
pub(super) const UNFOLDED: usize = 200;

/// What the map is made from.
pub(super) struct Loom<'a> {
    pub(super) structure: &'a Structure,
    pub(super) columns: &'a Columns,
    pub(super) view: &'a View,
    pub(super) focus: Option<&'a Arc<Element>>,
    /// What does not go as it should, when only that is wanted.
    pub(super) deviating: Option<&'a BTreeSet<ElementId>>,
    /// Whether the visitor plans, and so sees what is not decided yet.
    pub(super) planning: bool,
}

/// A card with its place on the thread.
#[derive(Debug)]
pub(super) struct Picked<'a> {
    pub(super) element: &'a Arc<Element>,
    /// Shown elements further left that it hangs on.
    pub(super) parents: Vec<ElementId>,
    /// On the thread that is followed.
    pub(super) on: bool,
    /// The thread goes on to the right of it.
    pub(super) passes: bool,
}

/// A column with the cards that are shown.
#[derive(Debug)]
pub(super) struct PickedColumn<'a> {
    pub(super) cards: Vec<Picked<'a>>,
    /// How many are on the thread, when only those are candidates.
    pub(super) on_thread: Option<usize>,
    /// How many there are.
    pub(super) total: usize,
    /// How many of the candidates are not shown.
    pub(super) hidden: usize,
}

impl<'a> Loom<'a> {
    /// Picks the cards of every column.
    pub(super) fn pick(&self) -> Vec<PickedColumn<'a>> {
        let path = self.path();
        let below = self.focus.map(|focus| self.structure.below(focus.id)).unwrap_or_default();
        let mut ranks: BTreeMap<ElementId, (usize, usize)> = BTreeMap::new();
        let mut picked: Vec<PickedColumn<'a>> = Vec::new();
        let mut shown: BTreeSet<ElementId> = BTreeSet::new();
        for at in 0..self.columns.columns.len() {
            let mut all = self.candidates(at, &path, &below);
            for candidate in &mut all {
                candidate.key = self.key(at, candidate.element, &ranks);
            }
            let first = |found: &Candidate<'_>| if at < 2 { found.on } else { found.must };
            let leads =
                |found: &Candidate<'_>| (at >= 2 || self.is_after_focus(at)) && first(found);
            all.sort_by_key(|candidate| (!leads(candidate), candidate.key));
            for (order, candidate) in all.iter().enumerate() {
                ranks.insert(candidate.element.id, (at, order));
            }
            let column = self.column(at, &all, &shown);
            shown.extend(column.cards.iter().map(|card| card.element.id));
            picked.push(column);
        }
        mark_passing(&mut picked);
        picked
    }

    /// The element in focus and everything above it.
    fn path(&self) -> BTreeSet<ElementId> {
        let Some(focus) = self.focus else { return BTreeSet::new() };
        let mut path = self.structure.above(focus.id);
        path.insert(focus.id);
        path
    }

    fn focus_place(&self) -> Option<usize> {
        self.columns.place(&self.focus?.element_type)
    }

    fn is_after_focus(&self, at: usize) -> bool {
        self.focus_place().is_some_and(|place| at > place)
    }

    /// The first two columns show the whole municipality; further right only what the thread
    /// leads to, and beside the focus what hangs on the same parents.
    fn candidates(
        &self,
        at: usize,
        path: &BTreeSet<ElementId>,
        below: &BTreeSet<ElementId>,
    ) -> Vec<Candidate<'a>> {
        let candidate = |element: &'a Arc<Element>| Candidate {
            element,
            key: (0, 0),
            on: path.contains(&element.id) || below.contains(&element.id),
            must: path.contains(&element.id),
        };
        let tier = self.columns.columns.get(at).map_or(Tier::Council, |column| column.tier);
        let fits = |found: &Candidate<'a>| found.must || self.passes(found.element, tier);
        let here =
            |element: &&'a Arc<Element>| self.columns.place(&element.element_type) == Some(at);
        if at < 2 || self.focus.is_none() {
            let mut all: Vec<_> = self.of_types(at, true).map(candidate).filter(fits).collect();
            all.extend(
                self.of_types(at, false).map(candidate).filter(|found| found.on).filter(fits),
            );
            return all;
        }
        let near: BTreeSet<ElementId> =
            if self.is_after_focus(at) { below.clone() } else { self.beside(at, path) };
        let found = near.iter().filter_map(|id| self.structure.element(*id)).filter(here);
        let mut all: Vec<_> = found.map(candidate).filter(fits).collect();
        all.sort_by_cached_key(|found| self.order(found.element));
        all
    }

    /// What is on the path in a column, and what hangs on the same parents.
    fn beside(&self, at: usize, path: &BTreeSet<ElementId>) -> BTreeSet<ElementId> {
        let mut near = BTreeSet::new();
        for id in path {
            let Some(element) = self.structure.element(*id) else { continue };
            if self.columns.place(&element.element_type) != Some(at) {
                continue;
            }
            near.insert(*id);
            for parent in self.structure.parents(*id) {
                near.extend(self.structure.children(parent.id).into_iter().map(|child| child.id));
            }
        }
        near
    }

    fn of_types(&self, at: usize, main: bool) -> impl Iterator<Item = &'a Arc<Element>> {
        let column = self.columns.columns.get(at);
        let types: &'a [TypeId] =
            column.map_or(&[], |column| if main { &column.main } else { &column.also });
        types.iter().flat_map(|found| self.structure.of_type(found))
    }

    /// Titles order what hangs on the same parent; numbers come first where there are some.
    fn order(&self, element: &Element) -> (usize, String) {
        let types =
            self.columns.columns.iter().flat_map(|column| column.main.iter().chain(&column.also));
        let place = types.into_iter().position(|found| *found == element.element_type);
        (place.unwrap_or(usize::MAX), crate::i18n::sort_key(&element.title))
    }

    fn key(
        &self,
        at: usize,
        element: &Element,
        ranks: &BTreeMap<ElementId, (usize, usize)>,
    ) -> (usize, usize) {
        let parents = parents_on_map(self.structure, self.columns, element.id);
        let ranks = parents.into_iter().filter_map(|parent| ranks.get(&parent.id));
        ranks.map(|(column, order)| (at - column, *order)).min().unwrap_or((usize::MAX, usize::MAX))
    }

    /// Whether an element is within the filters.
    fn passes(&self, element: &Element, tier: Tier) -> bool {
        let year = self.view.year;
        let organisation = &self.structure.organisation;
        let in_time = element.starts_on.is_none_or(|day| day.year() <= year)
            && element.ends_on.is_none_or(|day| day.year() >= year);
        let deviates = self.deviating.is_none_or(|some| some.contains(&element.id));
        let of_committee = || {
            tier == Tier::Council
                || self
                    .view
                    .committee
                    .is_none_or(|wanted| committee_of(organisation, element.owner) == Some(wanted))
        };
        let provider = || organisation.nearest(element.owner, OrgLevelKind::Provider).is_some();
        let performed = || match (tier, self.view.provision) {
            (Tier::Council | Tier::Committee, _) | (_, Provision::All) => true,
            (_, Provision::Own) => !provider(),
            (_, Provision::Providers) => provider(),
        };
        let decided = self.planning || !element.is_editable();
        in_time && decided && deviates && of_committee() && performed()
    }

    fn column(
        &self,
        at: usize,
        all: &[Candidate<'a>],
        shown_before: &BTreeSet<ElementId>,
    ) -> PickedColumn<'a> {
        let unfolded = self.view.whole_column == Some(at);
        let chosen: Vec<Candidate<'a>> = if unfolded {
            all.iter().skip((self.view.page - 1) * UNFOLDED).take(UNFOLDED).copied().collect()
        } else {
            fold(all, |element| self.parent_is_shown(element, shown_before))
        };
        let is_main = |found: &&Candidate<'a>| {
            let column = self.columns.columns.get(at);
            column.is_some_and(|column| column.main.contains(&found.element.element_type))
        };
        let mains = all.iter().filter(is_main).count();
        let on_thread = (at > 1 && self.focus.is_some()).then_some(mains);
        let tier = self.columns.columns.get(at).map_or(Tier::Council, |column| column.tier);
        let total = match on_thread {
            Some(_) if self.view_is_wide() => self.count_in_year(at),
            Some(_) => self.of_types(at, true).filter(|element| self.passes(element, tier)).count(),
            None => mains,
        };
        let hidden = all.len() - chosen.len();
        let cards = chosen.into_iter().map(|found| self.card(found, shown_before)).collect();
        PickedColumn { cards, on_thread, total: total.max(on_thread.unwrap_or(0)), hidden }
    }

    /// Whether nothing but the year narrows what is shown.
    fn view_is_wide(&self) -> bool {
        self.deviating.is_none()
            && self.view.committee.is_none()
            && self.view.provision == Provision::All
    }

    fn count_in_year(&self, at: usize) -> usize {
        let types = self.columns.columns.get(at).map(|column| column.main.as_slice());
        let count = |found| self.structure.count_in_year(found, self.view.year);
        types.unwrap_or_default().iter().map(count).sum()
    }

    fn parent_is_shown(&self, element: &Element, shown: &BTreeSet<ElementId>) -> bool {
        let parents = parents_on_map(self.structure, self.columns, element.id);
        parents.is_empty() || parents.iter().any(|parent| shown.contains(&parent.id))
    }

    fn card(&self, found: Candidate<'a>, shown_before: &BTreeSet<ElementId>) -> Picked<'a> {
        let parents = parents_on_map(self.structure, self.columns, found.element.id);
        let parents: Vec<ElementId> =
            parents.iter().map(|parent| parent.id).filter(|id| shown_before.contains(id)).collect();
        Picked { element: found.element, parents, on: found.on, passes: false }
    }
}

/// A card passes the thread on when a card on the thread further right hangs on it.
fn mark_passing(picked: &mut [PickedColumn<'_>]) {
    let carried: BTreeSet<ElementId> = picked
        .iter()
        .flat_map(|column| &column.cards)
        .filter(|card| card.on)
        .flat_map(|card| card.parents.iter().copied())
        .collect();
    for card in picked.iter_mut().flat_map(|column| &mut column.cards) {
        card.passes = card.on && carried.contains(&card.element.id);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use domain::elements::{Delta, ElementState, Link};
    use domain::ids::{LinkId, OrgUnitId};
    use domain::organisation::{OrgUnit, Organisation};
    use domain::steering::{LinkKind, Role};
    use jiff::civil::date;

    use super::super::fold::FOLDED;
    use super::*;
    use crate::web::fields::Fields;

    const COUNCIL: u8 = 1;
    const COMMITTEE: u8 = 2;
    const SCHOOL: u8 = 3;
    const PROVIDER: u8 = 4;

    fn org(number: u8, level: &str, kind: OrgLevelKind, parent: Option<u8>) -> Arc<OrgUnit> {
        Arc::new(OrgUnit {
            id: OrgUnitId::from([number; 16]),
            level: level.to_owned(),
            kind,
            parent: parent.map(|parent| OrgUnitId::from([parent; 16])),
            name: format!("Org {number}"),
            valid_from: date(2020, 1, 1),
            valid_to: None,
            succeeded_by: None,
            version: 1,
        })
    }

    fn id(word: &str) -> ElementId {
        let mut bytes = [0; 16];
        for (to, from) in bytes.iter_mut().zip(word.bytes()) {
            *to = from;
        }
        ElementId::from(bytes)
    }

    struct Town {
        structure: Structure,
        columns: Columns,
        links: BTreeMap<ElementId, Vec<Link>>,
    }

    impl Town {
        /// A vision, two goals of the council and what the test adds.
        fn new() -> Self {
            let text = include_bytes!("../../../../presets/osteraker-2018.yaml");
            let model =
                Arc::new(domain::steering::check(text).into_model().expect("a sound preset"));
            let organisation = Organisation::new([
                org(COUNCIL, "kf", OrgLevelKind::Council, None),
                org(COMMITTEE, "namnd", OrgLevelKind::Committee, Some(COUNCIL)),
                org(SCHOOL, "enhet", OrgLevelKind::Unit, Some(COMMITTEE)),
                org(PROVIDER, "utf", OrgLevelKind::Provider, Some(COMMITTEE)),
            ]);
            let columns = Columns::of(&model);
            let structure = Structure::new(model, Arc::new(organisation));
            let mut town = Self { structure, columns, links: BTreeMap::new() };
            town.add("vision", "vision", COUNCIL, &[]);
            town.add("im1", "inriktningsmal", COUNCIL, &["vision"]);
            town.add("im2", "inriktningsmal", COUNCIL, &["vision"]);
            town
        }

        fn add(&mut self, word: &str, kind: &str, owner: u8, parents: &[&str]) {
            let role = match kind {
                "vision" => Role::Direction,
                "aktivitet" => Role::Activity,
                _ => Role::Goal,
            };
            self.structure.apply(Delta::Element(Arc::new(Element {
                id: id(word),
                element_type: TypeId::from(kind),
                role,
                owner: OrgUnitId::from([owner; 16]),
                number: String::new(),
                title: word.to_owned(),
                text: String::new(),
                responsible: None,
                starts_on: Some(date(2026, 1, 1)),
                ends_on: Some(date(2026, 12, 31)),
                state: ElementState::Adopted,
                decision: None,
                version: 1,
            })));
            let links: Vec<Link> = parents
                .iter()
                .map(|parent| {
                    let key = id(&format!("{word}/{parent}")).bytes();
                    Link {
                        id: LinkId::from(key),
                        child: id(word),
                        parent: id(parent),
                        kind: LinkKind::Contributes,
                    }
                })
                .collect();
            self.links.insert(id(word), links.clone());
            self.structure.apply(Delta::LinksOf(id(word), links));
        }

        fn pick(&self, query: &str, focus: &str, deviating: Option<&[&str]>) -> Vec<Vec<String>> {
            let view = View::from_query(&Fields::urlencoded(query).unwrap(), 2026);
            let deviating =
                deviating.map(|words| words.iter().map(|word| id(word)).collect::<BTreeSet<_>>());
            let loom = Loom {
                structure: &self.structure,
                columns: &self.columns,
                view: &view,
                focus: self.structure.element(id(focus)),
                deviating: deviating.as_ref(),
                planning: true,
            };
            let titles = |column: PickedColumn<'_>| {
                column.cards.into_iter().map(|card| card.element.title.clone()).collect()
            };
            loom.pick().into_iter().map(titles).collect()
        }
    }

    #[test]
    fn to_the_right_of_the_focus_stands_only_what_its_thread_leads_to() {
        let mut town = Town::new();
        town.add("rm1", "resultatmal", COMMITTEE, &["im1"]);
        town.add("rm2", "resultatmal", COMMITTEE, &["im2"]);
        town.add("em1", "enhetsmal", SCHOOL, &["rm1"]);
        town.add("em2", "enhetsmal", SCHOOL, &["rm2"]);
        town.add("a1", "aktivitet", SCHOOL, &["em1"]);
        town.add("a2", "aktivitet", SCHOOL, &["em2"]);
        let columns = town.pick("", "rm2", None);
        assert_eq!(columns, [vec!["im1", "im2"], vec!["rm1", "rm2"], vec!["em2"], vec!["a2"]]);
    }

    #[test]
    fn a_folded_column_keeps_the_focus_and_shows_every_parent_before_any_twice() {
        let mut town = Town::new();
        for number in 0..9 {
            town.add(&format!("rm1{number}"), "resultatmal", COMMITTEE, &["im1"]);
        }
        town.add("rm20", "resultatmal", COMMITTEE, &["im2"]);
        let columns = town.pick("", "rm18", None);
        let committee = &columns[1];
        assert_eq!(committee.len(), FOLDED);
        assert!(committee.contains(&"rm18".to_owned()));
        assert!(committee.contains(&"rm20".to_owned()));
    }

    #[test]
    fn an_unfolded_column_shows_all_of_it() {
        let mut town = Town::new();
        for number in 0..20 {
            town.add(&format!("rm{number:02}"), "resultatmal", COMMITTEE, &["im1"]);
        }
        assert_eq!(town.pick("alla=1", "im1", None)[1].len(), 20);
    }

    #[test]
    fn filters_never_take_the_thread_to_the_focus_away() {
        let mut town = Town::new();
        town.add("rm1", "resultatmal", COMMITTEE, &["im1"]);
        town.add("rm2", "resultatmal", COMMITTEE, &["im2"]);
        assert_eq!(town.pick("", "rm1", Some(&["rm2"]))[..2], [vec!["im1"], vec!["rm1", "rm2"]]);
    }

    #[test]
    fn a_perspective_chooses_among_those_who_perform() {
        let mut town = Town::new();
        town.add("rm1", "resultatmal", COMMITTEE, &["im1"]);
        town.add("own", "enhetsmal", SCHOOL, &["rm1"]);
        town.add("private", "enhetsmal", PROVIDER, &["rm1"]);
        assert_eq!(town.pick("utforare=egen", "rm1", None)[2], ["own"]);
        assert_eq!(town.pick("utforare=utforare", "rm1", None)[2], ["private"]);
    }

    #[test]
    fn what_hangs_on_nothing_is_shown_and_known_as_loose() {
        let mut town = Town::new();
        town.add("rm1", "resultatmal", COMMITTEE, &["im1"]);
        town.add("rm9", "resultatmal", COMMITTEE, &[]);
        assert_eq!(town.pick("", "rm1", None)[1], ["rm1", "rm9"]);
        let loose = |word| {
            super::super::is_loose(&town.structure, town.structure.element(id(word)).unwrap())
        };
        assert!(loose("rm9"));
        assert!(!loose("rm1"));
        assert!(!loose("vision"));
    }
}
