//! The page of a measure: finding, chart, table, definition, and what it measures.

use std::sync::Arc;

use domain::access::Action;
use domain::elements::{Element, Structure};
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::Measure;
use domain::own_fields::OwnFields;
use domain::statistics::finding::Finding;
use maud::{Markup, html};

use super::explained::PartValues;
use super::groups::Groups;
use super::restated::Past;
use super::sources::Sources;
use super::state::Wordings;
use super::{Few, FindingWords, Shown, finding_words, period_words, shown, store, url_for};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::own_fields;
use crate::web::error::{Answer, OrNotFound};
use crate::web::ui::{
    Button, Filter, Filters, Link, PageHead, Stop, breadcrumb_thread, button_link, filter_pills,
    page_header, section, status_row,
};

/// Shows a measure as one org unit's values: the one asked for, else the visitor's own, else the owner's.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let element = cx.find_visible(&structure, id)?;
    let measure = structure.measure(id).or_not_found()?;
    let with_values = store::org_units_with_values(cx.tx, id)?;
    let org_unit = chosen(cx, element, &with_values)?;
    let today = cx.today();
    let shown = shown(cx, &structure, id, org_unit, today)?.or_not_found()?;
    let part_values = PartValues::of(cx, &structure, measure, org_unit)?;
    let events = store::annotations(cx.tx, org_unit)?;
    let sees_few = cx.can(Action::RecordOutcome, org_unit);
    let few = Few::of(cx, &[id])?;
    let groups = Groups::of(cx, measure, org_unit, (!sees_few).then_some(&few))?;
    let sources = Sources::of(cx, id, org_unit, (!sees_few).then_some(&few))?;
    let past = Past::of(cx, &few, id, org_unit)?;
    let wordings = Wordings::of(cx, element)?;
    let beside = crate::comments::beside(cx, element)?;
    let deviates = shown.finding.as_ref().is_some_and(Finding::deviates_now);
    let accepted = crate::acceptance::section_of(cx, element, org_unit, deviates)?;
    let analyses = crate::conclusions::section_of(cx, element, org_unit)?;
    let own = own_fields::store::own_fields(cx.tx, id)?;
    let above = structure.parents(id).filter(|goal| cx.may_see(goal)).collect();
    let page = MeasurePage {
        texts: cx.texts(),
        structure: &structure,
        element,
        measure,
        words: finding_words(cx.texts(), &element.title, measure, &shown),
        shown,
        part_values,
        events,
        groups,
        past,
        sources,
        with_values,
        may_record: cx.can(Action::RecordOutcome, org_unit),
        wordings,
        beside,
        accepted,
        analyses,
        own,
        above,
        may_plan: cx.can(Action::Plan, element.owner),
        may_begin_anew: cx.can(Action::Plan, org_unit),
    };
    Ok(cx.page(&element.title, Nav::Measures, &page.body()))
}

pub(super) fn chosen(cx: &Cx<'_, '_>, of: &Element, units: &[OrgUnitId]) -> Answer<OrgUnitId> {
    let asked = cx.req.query.text("enhet");
    if !asked.is_empty() {
        let id: OrgUnitId = asked.parse().ok().or_not_found()?;
        cx.structure.organisation.get(id).or_not_found()?;
        return Ok(id);
    }
    let home = cx.visit.person.as_ref().and_then(|person| person.home());
    Ok(home.filter(|home| units.contains(home)).unwrap_or(of.owner))
}

/// Everything the page shows.
pub(super) struct MeasurePage<'a> {
    pub texts: Texts,
    pub structure: &'a Structure,
    pub element: &'a Arc<Element>,
    pub measure: &'a Measure,
    pub words: FindingWords,
    pub shown: Shown,
    /// What it is computed from; none when it is reported.
    pub part_values: Option<PartValues>,
    pub events: Vec<store::Annotation>,
    /// The newest values of groups, such as women and men.
    pub groups: Groups,
    /// What was corrected, and what frozen reports say.
    pub past: Past,
    pub sources: Sources,
    pub with_values: Vec<OrgUnitId>,
    pub may_record: bool,
    pub wordings: Wordings,
    /// Its files, and what is said about it.
    pub beside: Markup,
    /// What is accepted of how it deviates.
    pub accepted: Markup,
    /// What is analysed of why it became as it became.
    pub analyses: Markup,
    /// What is said in the fields that the steering model adds.
    pub own: OwnFields,
    /// What it measures, as far as the visitor may see.
    pub above: Vec<&'a Arc<Element>>,
    pub may_plan: bool,
    pub may_begin_anew: bool,
}

impl MeasurePage<'_> {
    fn body(&self) -> Markup {
        let texts = self.texts;
        let head = PageHead {
            eyebrow: self.eyebrow(),
            title: self.element.title.clone(),
            lead: String::new(),
            end: Some(self.buttons()),
        };
        html! {
            div.wrap.page {
                (breadcrumb_thread(texts.web_thread_label(), &self.stops()))
                (page_header(&head))
                (self.state_notice())
                (status_row(self.words.symbol, self.words.tone, &self.words.word, &self.words.sentence))
                @if !self.words.assurance.is_empty() { p.soft { (self.words.assurance) } }
                (self.automatic())
                (self.accepted)
                (self.standing())
                (self.org_unit_choice())
                (self.restated_notice())
                @if let Some(coverage) = self.coverage() { p.soft { (coverage) } }
                (self.figure())
                (self.beside_figure())
                (self.year_end())
                (self.year_by_year())
                (self.side_by_side())
                (self.history())
                (self.analyses)
                (super::groups::section_of(self.texts, (self.element, self.measure), &self.groups))
                (section("matt-definition", texts.measures_definition(), "", &html! { (self.definition()) (self.earlier_wording()) }))
                (section("matt-mal", texts.measures_measures_what(), "", &html! { (self.goals()) (self.ways_on()) }))
                (self.efforts())
                (self.beside)
            }
        }
    }

    /// The thread down to the measure. A goal that the visitor may not see breaks it.
    fn stops(&self) -> Vec<Stop> {
        let Some(goal) = self.above.first() else { return vec![Stop::here(&self.element.title)] };
        let way = self.structure.thread_to(goal.id).into_iter();
        way.map(|element| Stop::to(format!("/mal/{}", element.id), &element.title))
            .chain(std::iter::once(Stop::here(&self.element.title)))
            .collect()
    }

    fn eyebrow(&self) -> String {
        let direction = super::terms::direction_word(self.texts, self.measure.direction);
        let frequency = super::terms::frequency_word(self.texts, self.measure.frequency);
        [self.measure.class.as_str(), direction, frequency]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")
    }

    fn buttons(&self) -> Markup {
        let url = super::url(self.element.id);
        let target = super::terms::target_term(self.structure, self.texts);
        html! {
            div.row {
                @if self.may_record && self.is_told() && self.measure.formula.is_none() {
                    (button_link(Button::Primary, &format!("{url}/varde?enhet={}", self.shown.org_unit), self.texts.measures_record()))
                    (button_link(Button::Secondary, &format!("/matvarden?matt={}", self.element.id), self.texts.measures_fill_in_many()))
                }
                @if self.may_plan {
                    @if self.is_told() { (button_link(Button::Secondary, &format!("{url}/styrtal"), &target)) }
                    @if self.element.is_editable() {
                        (button_link(Button::Secondary, &format!("{url}/formel"), self.texts.measures_formula_set()))
                        (button_link(Button::Secondary, &format!("{url}/uppdelning"), self.texts.measures_breakdowns_set()))
                    }
                }
                (self.change_button())
            }
        }
    }

    fn coverage(&self) -> Option<String> {
        let (known, all) = self.shown.coverage?;
        let count = |number: usize| i64::try_from(number).unwrap_or(0);
        let (place, _) = self.shown.series.latest()?;
        let period = period_words(self.texts.language, place.period);
        Some(self.texts.measures_coverage(count(all), count(known), period))
    }

    fn org_unit_choice(&self) -> Markup {
        let mut units = self.with_values.clone();
        for extra in [self.element.owner, self.shown.org_unit] {
            if !units.contains(&extra) {
                units.push(extra);
            }
        }
        let organisation = &self.structure.organisation;
        units.sort_by_key(|unit| crate::i18n::sort_key(organisation.name(*unit)));
        if units.len() < 2 {
            return html! {};
        }
        let choices = units
            .iter()
            .take(200)
            .map(|unit| Link::new(url_for(self.element.id, *unit), organisation.name(*unit)))
            .collect();
        let chosen = units.iter().position(|unit| *unit == self.shown.org_unit).unwrap_or(0);
        filter_pills(&Filters {
            label: self.texts.measures_org_unit().to_owned(),
            filters: vec![Filter::OneOf {
                name: self.texts.measures_org_unit().to_owned(),
                choices,
                chosen,
            }],
            note: String::new(),
        })
    }
}
