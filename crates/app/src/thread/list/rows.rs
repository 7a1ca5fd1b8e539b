//! Which rows the list shows: branches within branches as far as they are open, or what the filters
//! let through, one after the other. Pure, and no longer than the page.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::elements::{Element, Structure, Unwell};
use domain::ids::OrgUnitId;
use domain::steering::{ElementType, Role, TypeId};

use super::super::columns::Columns;
use super::super::focus::way_to;
use super::super::view::{View, short};

/// Deeper than any thread that people have written.
const DEEPEST_LEVEL: usize = 24;
/// Most rows that are walked by for a page far down: whoever leafs longer is helped by a filter.
const MOST_PASSED: usize = 20_000;

/// A row of the list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'a> {
    pub(super) element: &'a Arc<Element>,
    /// From 1, as screen readers count.
    pub(super) level: usize,
    /// Whether the branch is open; none when nothing is below.
    pub(super) open: Option<bool>,
    /// On the way to the element in focus, and not that itself.
    pub(super) on_the_way: bool,
}

/// The rows of one page.
pub(super) struct Rows<'a> {
    pub(super) rows: Vec<Row<'a>>,
    /// Whether there is another page.
    pub(super) more: bool,
}

/// Walks the open branches from the top and stops when the page is full.
pub(super) struct Walk<'a, 'r> {
    pub(super) structure: &'a Structure,
    pub(super) columns: &'a Columns,
    pub(super) view: &'a View,
    /// Rows of a page.
    pub(super) room: usize,
    /// Whose drafts the visitor reads: of what others own, what it hangs under may be out of sight.
    pub(super) reads: &'r dyn Fn(OrgUnitId) -> bool,
}

/// What has a row. Measures and frameworks from outside have pages of their own.
fn is_told(role: Role) -> bool {
    !matches!(role, Role::Measure | Role::External)
}

/// Whether the model lets elements of a type stand at the top.
fn is_top(found: &ElementType) -> bool {
    is_told(found.role) && found.parents.is_empty()
}

struct Walked<'a> {
    rows: Vec<Row<'a>>,
    passed: usize,
    before: usize,
    room: usize,
    more: bool,
}

impl<'a> Walked<'a> {
    /// Whether the page is full, or so far down that nobody leafs there.
    fn is_done(&self) -> bool {
        self.more || self.passed >= MOST_PASSED
    }

    fn take(&mut self, row: Row<'a>) {
        self.passed += 1;
        if self.passed <= self.before {
            return;
        }
        if self.rows.len() == self.room {
            self.more = true;
        } else {
            self.rows.push(row);
        }
    }
}

impl<'a> Walk<'a, '_> {
    /// The page's rows.
    pub(super) fn rows(&self) -> Rows<'a> {
        let before = (self.view.page - 1).saturating_mul(self.room);
        let mut walked =
            Walked { rows: Vec::new(), passed: 0, before, room: self.room, more: false };
        let focus = self.view.focus.and_then(|id| self.structure.element(id));
        match focus.filter(|element| element.is_current()) {
            Some(focus) => self.from(focus, &mut walked),
            None => self.begin_at_the_tops(&mut walked),
        }
        Rows { rows: walked.rows, more: walked.more }
    }

    fn from(&self, focus: &'a Arc<Element>, walked: &mut Walked<'a>) {
        let way = way_to(self.structure, self.columns, focus);
        let above = way.len().saturating_sub(1);
        for (at, element) in way.into_iter().take(above).enumerate() {
            walked.take(Row { element, level: at + 1, open: Some(true), on_the_way: true });
        }
        self.branch(focus, above + 1, above, walked);
    }

    /// What hangs on nothing: first what the model lets stand at the top, then what has lost its way
    /// up.
    fn begin_at_the_tops(&self, walked: &mut Walked<'a>) {
        let model = &self.structure.model;
        let tops = model.element_types.iter().filter(|found| is_top(found));
        for element in tops.flat_map(|found| self.structure.of_type(&found.id)) {
            self.branch(element, 1, 0, walked);
            if walked.is_done() {
                return;
            }
        }
        let types: Vec<&TypeId> = model.element_types.iter().map(|found| &found.id).collect();
        let place = |element: &Element| types.iter().position(|id| **id == element.element_type);
        let is_other = |found: &ElementType| is_told(found.role) && !is_top(found);
        let mut alone: Vec<_> = self.structure.alone().collect();
        alone.retain(|element| model.element_type(&element.element_type).is_some_and(is_other));
        alone.sort_by(|one, other| {
            place(one).cmp(&place(other)).then_with(|| self.structure.order(one, other))
        });
        let mut reads = BTreeMap::new();
        let mut loose: Vec<_> = self.structure.unwell(Unwell::Loose).collect();
        loose.retain(|element| {
            is_told(element.role)
                && *reads.entry(element.owner).or_insert_with(|| (self.reads)(element.owner))
        });
        loose.sort_by(|one, other| self.structure.order(one, other));
        for element in alone.into_iter().chain(loose) {
            self.branch(element, 1, 0, walked);
            if walked.is_done() {
                return;
            }
        }
    }

    fn branch(
        &self,
        element: &'a Arc<Element>,
        level: usize,
        above: usize,
        walked: &mut Walked<'a>,
    ) {
        if walked.is_done() || level > DEEPEST_LEVEL || !self.view.is_in_year(element) {
            return;
        }
        let mut families = self.structure.families(element.id);
        let has_below = families.any(|(role, _, some)| is_told(role) && !some.is_empty());
        let turned = self.view.turned.contains(&short(element.id));
        let is_open = has_below && ((level - above <= self.view.depth) ^ turned);
        let open = has_below.then_some(is_open);
        walked.take(Row { element, level, open, on_the_way: false });
        if !is_open {
            return;
        }
        for child in self.structure.children(element.id) {
            if is_told(child.role) {
                self.branch(child, level + 1, above, walked);
            }
            if walked.is_done() {
                return;
            }
        }
    }
}

/// What the filters let through, a page of it.
pub(super) fn flat<'a>(found: &[&'a Arc<Element>], page: usize, room: usize) -> Rows<'a> {
    let before = (page - 1).saturating_mul(room);
    let rows = found
        .iter()
        .skip(before)
        .take(room)
        .map(|element| Row { element, level: 1, open: None, on_the_way: false })
        .collect();
    Rows { rows, more: found.len() > before + room }
}
