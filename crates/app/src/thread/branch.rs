//! A branch of the thread told in sentences: goals with measures, target levels, how they are
//! measured and the latest values; work with who does it and when.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Element, Structure};
use domain::ids::{ElementId, OrgUnitId, PersonId};
use domain::impact::{Exemption, answering_type};
use domain::measures::Measure;
use domain::steering::Role;
use jiff::civil::Date;
use maud::{Markup, html};

use super::columns::Columns;
use super::notes::{is_work, owner, progress_and_day, shape_of};
use super::store::{self, Latest, Said};
use super::view::View;
use crate::cx::Cx;
use crate::elements;
use crate::goals::store::adopted_exemptions_among;
use crate::i18n::Texts;
use crate::measures::{Few, shown};
use crate::steering::singular;
use crate::web::error::AppError;
use crate::web::ui;

/// Measures of the top of the branch whose values may be put together from many org units.
const ROLLED_UP: usize = 3;

/// An element with what is told below it.
pub(super) struct Branch<'a> {
    element: &'a Arc<Element>,
    measures: Vec<(&'a Arc<Element>, &'a Arc<Measure>)>,
    below: Vec<Self>,
    /// How many there was no room for.
    left_out: usize,
}

impl<'a> Branch<'a> {
    fn walk(&self, see: &mut impl FnMut(&Branch<'a>)) {
        see(self);
        for branch in &self.below {
            branch.walk(see);
        }
    }
}

/// Gathers a branch downwards as long as there is room.
pub(super) fn gather<'a>(
    structure: &'a Structure,
    columns: &Columns,
    view: &View,
    element: &'a Arc<Element>,
    room: &mut usize,
) -> Branch<'a> {
    *room = room.saturating_sub(1);
    let mut measures = structure.measures_of(element.id);
    measures.truncate(*room);
    *room -= measures.len();
    let mut below = Vec::new();
    let mut left_out = 0;
    let told = |child: &&'a Arc<Element>| {
        (columns.place(&child.element_type).is_some() || child.role == Role::Grouping)
            && view.is_in_year(child)
    };
    for child in structure.children(element.id).into_iter().filter(told) {
        if *room == 0 {
            left_out += 1;
        } else {
            below.push(gather(structure, columns, view, child, room));
        }
    }
    Branch { element, measures, below, left_out }
}

/// An element with what measures it; what hangs below is told of with a link.
pub(super) fn alone<'a>(
    structure: &'a Structure,
    columns: &Columns,
    element: &'a Arc<Element>,
) -> Branch<'a> {
    let mut measures = structure.measures_of(element.id);
    measures.truncate(ROLLED_UP);
    let told = |role: Role, found| {
        role != Role::Measure && (columns.place(found).is_some() || role == Role::Grouping)
    };
    let families = structure.families(element.id).filter(|(role, found, _)| told(*role, found));
    let left_out = families.map(|(_, _, some)| some.len()).sum();
    Branch { element, measures, below: Vec::new(), left_out }
}

/// Everything that the sentences need.
pub(super) struct Told<'a> {
    pub(super) texts: Texts,
    pub(super) structure: &'a Structure,
    pub(super) said: Said,
    pub(super) names: BTreeMap<PersonId, String>,
    pub(super) values: Latest,
    pub(super) with_values: BTreeSet<ElementId>,
    pub(super) exempt: Vec<Exemption>,
    pub(super) year: i16,
    pub(super) today: Date,
}

/// Reads what is said of a branch and of the way to it.
pub(super) fn tell<'a>(
    cx: &mut Cx<'_, '_>,
    structure: &'a Structure,
    branches: &[Branch<'a>],
    way: &[&'a Arc<Element>],
    year: i16,
) -> Result<Told<'a>, AppError> {
    let mut elements: Vec<&Arc<Element>> = way.to_vec();
    let (mut measures, mut owners) = (BTreeSet::new(), BTreeSet::new());
    for branch in branches {
        branch.walk(&mut |one| {
            elements.push(one.element);
            owners.extend((!one.measures.is_empty()).then_some(one.element.owner));
            measures.extend(one.measures.iter().map(|(element, _)| element.id));
        });
    }
    let people =
        elements.iter().filter(|one| is_work(one)).filter_map(|one| one.responsible).collect();
    let (worked, judged): (Vec<_>, Vec<_>) = elements.into_iter().partition(|one| is_work(one));
    // Only what must be answered can be said not to concern somebody.
    let goals: Vec<ElementId> = judged
        .iter()
        .filter(|one| answering_type(structure, &one.element_type).is_some())
        .map(|one| one.id)
        .collect();
    let ids = |elements: Vec<&Arc<Element>>| elements.into_iter().map(|one| one.id).collect();
    let said = store::said(cx.tx, &ids(judged), &ids(worked))?;
    let names = store::names(cx.tx, &people)?;
    let visit = cx.visit;
    let records = |unit| {
        let person = visit.person.as_deref();
        person.is_some_and(|one| one.may(Action::RecordOutcome, unit, &structure.organisation))
    };
    let mut values = store::latest_values(cx.tx, &measures, &owners)?;
    let asked: Vec<ElementId> = measures.iter().copied().collect();
    let few = Few::of(cx, &asked)?;
    values
        .retain(|(id, unit), (period, _)| !few.hides(*id, (*unit, "", *period)) || records(*unit));
    let with_values = store::with_values(cx.tx, &measures)?;
    let today = cx.today();
    // Putting values together costs a little each: it is done for the first branch.
    let first = branches.first().into_iter();
    let rolled_up = first.flat_map(|branch| {
        branch.measures.iter().take(ROLLED_UP).map(|(element, _)| (*element, branch.element.owner))
    });
    for (element, owner) in rolled_up {
        if values.contains_key(&(element.id, owner)) {
            continue;
        }
        let found = shown(cx, structure, element.id, owner, today)?;
        let latest = found
            .and_then(|found| found.series.latest().map(|(place, value)| (place.period, value)));
        values.extend(latest.map(|latest| ((element.id, owner), latest)));
    }
    let exempt = adopted_exemptions_among(cx.tx, goals)?;
    Ok(Told { texts: cx.texts(), structure, said, names, values, with_values, exempt, year, today })
}

impl Told<'_> {
    /// A branch as sentences within sentences.
    pub(super) fn branch(&self, branch: &Branch<'_>) -> ui::Branch {
        let measures = branch.measures.iter().map(|(element, measure)| {
            ui::Branch::leaf(self.measure(branch.element, element, measure))
        });
        let mut below: Vec<ui::Branch> =
            measures.chain(branch.below.iter().map(|one| self.branch(one))).collect();
        below.extend(self.exempted(branch.element));
        if branch.left_out > 0 {
            let count = i64::try_from(branch.left_out).unwrap_or(i64::MAX);
            let url = format!("/trad?vy=ord&fokus={}", branch.element.id);
            below.push(ui::Branch::leaf(
                html! { a href=(url) { (self.texts.thread_left_out(count)) } },
            ));
        }
        ui::Branch::with(self.sentence(branch.element), String::new(), below, true)
    }

    /// Those whom a goal does not concern, with their reasons: answers like goals of their own.
    fn exempted(&self, element: &Element) -> Vec<ui::Branch> {
        if self.exempt.iter().all(|one| one.element != element.id) {
            return Vec::new();
        }
        // A goal of their own outweighs it.
        let own: BTreeSet<OrgUnitId> = self
            .structure
            .children_with(element.id, Role::Goal)
            .into_iter()
            .filter(|goal| !goal.is_editable())
            .map(|goal| goal.owner)
            .collect();
        let organisation = &self.structure.organisation;
        let lives = |one: &&Exemption| {
            let unit = organisation.get(one.org_unit);
            unit.is_some_and(|unit| unit.is_valid_on(self.today)) && !own.contains(&one.org_unit)
        };
        let here = self.exempt.iter().filter(|one| one.element == element.id);
        let leaf = |one: &Exemption| {
            let name = organisation.name(one.org_unit);
            ui::Branch::leaf(html! { (self.texts.thread_exempt(&one.reason, name)) })
        };
        here.filter(lives).map(leaf).collect()
    }

    /// One element in a sentence or two.
    pub(super) fn sentence(&self, element: &Element) -> Markup {
        let texts = self.texts;
        let element_type = self.structure.model.element_type(&element.element_type);
        let term =
            element_type.map(|found| singular(texts.language, &found.term)).unwrap_or_default();
        let name =
            if element.number.is_empty() { term } else { format!("{term} {}", element.number) };
        html! {
            span.eyebrow { (name) } br;
            b { a href=(elements::url(element)) { (element.title) } } ". "
            @if is_work(element) { (self.work(element)) } @else { (self.goal(element)) }
        }
    }

    fn goal(&self, element: &Element) -> Markup {
        let texts = self.texts;
        let judged = !matches!(element.role, Role::Direction | Role::Grouping);
        let (_, word) = shape_of(texts, self.structure, element, &self.said);
        html! {
            @if !element.text.is_empty() { (element.text) " " }
            (texts.thread_owned_by(owner(texts, self.structure, element)))
            @if judged { " " (word) "." }
            @if self.structure.is_loose(element) { " " (texts.thread_loose()) "." }
        }
    }

    fn work(&self, element: &Element) -> Markup {
        let texts = self.texts;
        let progress = self.said.progress.get(&element.id).copied();
        let progress = progress.unwrap_or(domain::fulfilment::Progress::NotStarted);
        let name = element.responsible.and_then(|id| self.names.get(&id)).cloned();
        let who = name.unwrap_or_else(|| owner(texts, self.structure, element));
        html! {
            (texts.thread_responsible(who)) " "
            (progress_and_day(texts, self.structure, element, progress, self.today)) "."
        }
    }
}
