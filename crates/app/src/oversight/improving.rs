//! The quality work of a body in a year on one page, to be read before its budget is prepared: what
//! deviates and what was concluded, what is done and what came of it, what poor quality is estimated
//! to cost, beside its goals and their resources.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::access::Action;
use domain::actions::{Cost, CostSubject};
use domain::effectiveness::resource_class;
use domain::elements::{Element, Structure};
use domain::fulfilment::Fulfilment;
use domain::ids::{ElementId, OrgUnitId, PartId};
use domain::steering::Role;
use jiff::civil::date;
use maud::{Markup, html};

use super::deviating::{Deviation, deviating};
use super::improving_work::{self, Work};
use super::page::stops;
use super::scope::{bodies, is_body};
use crate::actions::all_actions;
use crate::actions::store::costs_of_year;
use crate::assessment::store::{Level, status_of};
use crate::assessment::{fulfilment_symbol, level_word};
use crate::conclusions::section_of_body;
use crate::cx::Cx;
use crate::elements;
use crate::followup::store::{Part, parts_among};
use crate::frame::Nav;
use crate::measures::{Shown, latest_words, shown_together, target_words, url_for};
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::ui::{
    Column, Filter, Filters, Link, PageHead, Row, Table, empty_state, filter_pills, page_header,
    section, status,
};

/// Where the page is.
pub(super) const URL: &str = "/uppsikt/kvalitetsarbete";
/// Goals and deviations of each list.
pub(super) const MOST: usize = 40;
/// Measures of resources whose values are read.
const MOST_RESOURCES: usize = 40;

/// Everything the page shows.
pub(super) struct Page<'p> {
    pub(super) structure: &'p Structure,
    body: OrgUnitId,
    year: i16,
    goals: Vec<&'p Arc<Element>>,
    grades: BTreeMap<ElementId, Level>,
    resources: BTreeMap<ElementId, Shown>,
    pub(super) deviations: Vec<Deviation>,
    pub(super) concluded: BTreeMap<PartId, Part>,
    work: Work<'p>,
    pub(super) costs: Vec<Cost>,
}

/// The body of the address, else the one that the visitor's own org unit answers to, else the first.
fn chosen(cx: &Cx<'_, '_>) -> Answer<OrgUnitId> {
    let organisation = &cx.structure.organisation;
    match cx.req.query.text("enhet") {
        "" => {
            let home = cx.visit.person.as_ref().and_then(|person| person.home());
            let own = home.and_then(|home| super::scope::body_of(organisation, home));
            let own = own.filter(|id| organisation.get(*id).is_some_and(|one| is_body(one.kind)));
            own.or_else(|| bodies(organisation, cx.today()).first().copied()).or_not_found()
        }
        id => {
            let id: OrgUnitId = id.parse().ok().or_not_found()?;
            let unit = organisation.get(id).or_not_found()?;
            is_body(unit.kind).then_some(id).or_not_found()
        }
    }
}

/// Shows it.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let body = chosen(cx)?;
    let this_year = cx.today().year();
    let year: i16 = cx.req.query.parsed("ar").unwrap_or(this_year);
    (this_year - 9..=this_year).contains(&year).then_some(()).or_not_found()?;
    let structure = cx.structure.clone();
    let page = read(cx, &structure, (body, year))?;
    let analysed = section_of_body(cx, body, year)?;
    let texts = cx.texts();
    let title = texts.oversight_improving();
    let head = PageHead {
        eyebrow: format!("{} {year}", structure.organisation.name(body)),
        title: title.to_owned(),
        lead: texts.oversight_improving_lead().to_owned(),
        end: None,
    };
    let markup = html! {
        div.wrap.page {
            (stops(cx, title))
            (page_header(&head))
            (page.choices(cx))
            (page.goals(cx))
            (page.deviations(cx))
            (analysed)
            (page.work.section(cx))
            (page.cost(cx))
            p.fine { (texts.oversight_improving_note()) }
        }
    };
    Ok(cx.page(title, Nav::FollowUp, &markup))
}

fn read<'p>(
    cx: &mut Cx<'_, '_>,
    structure: &'p Structure,
    (body, year): (OrgUnitId, i16),
) -> Result<Page<'p>, AppError> {
    let organisation = &structure.organisation;
    let lasts = |one: &Element| {
        one.starts_on.is_none_or(|day| day <= date(year, 12, 31))
            && one.ends_on.is_none_or(|day| day >= date(year, 1, 1))
    };
    let goals: Vec<&Arc<Element>> = structure
        .owned_by(body)
        .filter(|one| one.role == Role::Goal && !one.is_undecided() && lasts(one))
        .take(MOST)
        .collect();
    let grades = status_of(cx.tx, goals.iter().map(|goal| goal.id))?;
    let ids: Vec<ElementId> = goals
        .iter()
        .flat_map(|goal| resources_of(structure, goal.id))
        .map(|(element, _)| element.id)
        .take(MOST_RESOURCES)
        .collect();
    let today = cx.today();
    let resources = shown_together(cx, structure, &ids, body, today)?;
    let found = deviating(cx)?;
    let in_year = |one: &&Deviation| cx.app.clock.local(one.since).date().year() == year;
    let reads = |one: &&Deviation| {
        organisation.is_within(one.org_unit, body)
            && structure.element(one.element).is_some()
            && cx.can(Action::ReadThread, one.org_unit)
    };
    let deviations: Vec<Deviation> =
        found.all.iter().filter(reads).filter(in_year).take(MOST).cloned().collect();
    let parts: BTreeSet<PartId> = deviations.iter().filter_map(|one| one.part).collect();
    let concluded = parts_among(cx.tx, &parts)?;
    let known = all_actions(cx)?;
    let work = improving_work::read(cx, structure, &known, (body, year))?;
    let mut costs = costs_of_year(cx.tx, year)?;
    costs.retain(|cost| organisation.is_within(cost.org_unit, body) && may_see(cx, cost));
    Ok(Page { structure, body, year, goals, grades, resources, deviations, concluded, work, costs })
}

/// Whether what an estimate is of can be seen: an action may be a draft. What it is of else is handed in or
/// concluded.
fn may_see(cx: &Cx<'_, '_>, cost: &Cost) -> bool {
    match cost.subject {
        CostSubject::Action(id) => cx.structure.element(id).is_some_and(|one| cx.may_see(one)),
        CostSubject::Part(_) | CostSubject::Analysis(_) => true,
    }
}

/// The measures of a goal that show its resources, where the model has a class of such.
fn resources_of(
    structure: &Structure,
    goal: ElementId,
) -> Vec<(&Arc<Element>, &Arc<domain::measures::Measure>)> {
    let types = structure.model.types_with_role(Role::Measure);
    let classes: Vec<_> = types.flat_map(|one| &one.classes).collect();
    let Some(resource) = resource_class(&classes) else { return Vec::new() };
    let all = structure.measures_of(goal).into_iter();
    all.filter(|(_, measure)| measure.class == resource.name).collect()
}

impl Page<'_> {
    fn url(body: OrgUnitId, year: i16) -> String {
        format!("{URL}?enhet={body}&ar={year}")
    }

    fn choices(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let organisation = &self.structure.organisation;
        let all = bodies(organisation, cx.today());
        let chosen = all.iter().position(|one| *one == self.body).unwrap_or(0);
        let of_body =
            |one: &OrgUnitId| Link::new(Self::url(*one, self.year), organisation.name(*one));
        let this_year = cx.today().year();
        let years: Vec<i16> = (this_year - 3..=this_year).rev().collect();
        let of_year = |year: &i16| Link::new(Self::url(self.body, *year), year.to_string());
        filter_pills(&Filters {
            label: texts.oversight_choose_body().to_owned(),
            filters: vec![
                Filter::OneOf {
                    name: texts.oversight_column_body().to_owned(),
                    choices: all.iter().map(of_body).collect(),
                    chosen,
                },
                Filter::OneOf {
                    name: texts.oversight_year().to_owned(),
                    chosen: years.iter().position(|year| *year == self.year).unwrap_or(0),
                    choices: years.iter().map(of_year).collect(),
                },
            ],
            note: String::new(),
        })
    }

    /// The goals with how they go, and what is used for them.
    fn goals(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let row = |goal: &&Arc<Element>| {
            let none = (Fulfilment::NotAssessed, String::new());
            let (grade, chosen) = self.grades.get(&goal.id).unwrap_or(&none);
            let of_type = self.structure.model.element_type(&goal.element_type);
            let word = level_word(texts, &self.structure.model, of_type, (*grade, chosen));
            let used: Vec<Markup> = resources_of(self.structure, goal.id)
                .into_iter()
                .filter_map(|(element, measure)| {
                    let shown = self.resources.get(&element.id)?;
                    let value = latest_words(texts, measure, shown)?;
                    let target = shown.target.as_ref().map(|one| target_words(texts, measure, one));
                    Some(html! { p {
                        a href=(url_for(element.id, self.body)) { (element.title) } ": " (value)
                        @if let Some(target) = target.filter(|words| !words.is_empty()) { " (" (texts.goals_target(target)) ")" }
                    } })
                })
                .collect();
            Row::new(vec![
                html! { a href=(elements::url(goal)) { (goal.title) } },
                status(fulfilment_symbol(*grade), &word),
                html! { @for one in &used { (one) } @if used.is_empty() { span.soft { (texts.oversight_no_frame()) } } },
            ])
        };
        let columns = vec![
            Column::text(texts.oversight_goal()),
            Column::text(texts.oversight_column_state()),
            Column::text(texts.oversight_frame()),
        ];
        let rows: Vec<Row> = self.goals.iter().map(row).collect();
        let body = if rows.is_empty() {
            empty_state(texts.oversight_no_goals_year(), texts.oversight_no_goals_year_text(), None)
        } else {
            let table = Table::new("mal-och-ram", texts.oversight_goals_and_frame(), columns, rows);
            html! { (table.hide_caption().stacked()) }
        };
        section("mal-och-ram-rubrik", texts.oversight_goals_and_frame(), "", &body)
    }
}
