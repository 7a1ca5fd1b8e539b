//! The page of a measure: finding, chart, table, definition, and what it measures.

use domain::access::Action;
use domain::elements::{Element, Structure};
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::Measure;
use maud::{Markup, PreEscaped, html};

use super::{
    FindingWords, Shown, finding_words, outcome_words, period_words, shown, store, target_words, url_for,
    xmr_chart,
};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::Texts;
use crate::web::error::{Answer, OrNotFound};
use crate::web::ui::{
    Button, ChartFigure, Column, Fact, Filter, Filters, Link, PageHead, Row, Stop, Table,
    breadcrumb_thread, button_link, empty_state, facts, filter_pills, page_header, section,
    signal_status, status_row,
};

/// Shows a measure as one org unit's values: the one asked for, else the visitor's own, else the owner's.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let element = structure.element(id).or_not_found()?;
    let measure = structure.measure(id).or_not_found()?;
    let with_values = store::org_units_with_values(cx.tx, id)?;
    let org_unit = chosen(cx, element, &with_values)?;
    let today = cx.today();
    let shown = shown(cx.tx, &structure, id, org_unit, today)?.or_not_found()?;
    let events = store::annotations(cx.tx, org_unit)?;
    let page = MeasurePage {
        texts: cx.texts(),
        structure: &structure,
        element,
        measure,
        words: finding_words(cx.texts(), &element.title, measure, &shown),
        shown,
        events,
        with_values,
        may_record: cx.can(Action::RecordOutcome, org_unit),
        may_plan: cx.can(Action::Plan, element.owner),
    };
    Ok(cx.page(&element.title, Nav::Measures, &page.body()))
}

fn chosen(cx: &Cx<'_, '_>, element: &Element, with_values: &[OrgUnitId]) -> Answer<OrgUnitId> {
    let asked = cx.req.query.text("enhet");
    if !asked.is_empty() {
        let id: OrgUnitId = asked.parse().ok().or_not_found()?;
        cx.structure.organisation.get(id).or_not_found()?;
        return Ok(id);
    }
    let home = cx.visit.person.as_ref().and_then(|person| person.home());
    Ok(home.filter(|home| with_values.contains(home)).unwrap_or(element.owner))
}

struct MeasurePage<'a> {
    texts: Texts,
    structure: &'a Structure,
    element: &'a Element,
    measure: &'a Measure,
    words: FindingWords,
    shown: Shown,
    events: Vec<store::Annotation>,
    with_values: Vec<OrgUnitId>,
    may_record: bool,
    may_plan: bool,
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
            div.wrap {
                (breadcrumb_thread(texts.web_thread_label(), &self.stops()))
                (page_header(&head))
                (status_row(self.words.symbol, self.words.tone, &self.words.word, &self.words.sentence))
                @if !self.words.assurance.is_empty() { p.soft { (self.words.assurance) } }
                (self.org_unit_choice())
                (self.figure())
                (section("matt-definition", texts.measures_definition(), "", &self.definition()))
                (section("matt-mal", texts.measures_measures_what(), "", &self.goals()))
            }
        }
    }

    fn stops(&self) -> Vec<Stop> {
        let thread = self.structure.thread_to(self.element.id);
        let last = thread.len().saturating_sub(1);
        thread
            .iter()
            .enumerate()
            .map(|(index, element)| {
                if index == last {
                    Stop::here(&element.title)
                } else {
                    Stop::to(format!("/mal/{}", element.id), &element.title)
                }
            })
            .collect()
    }

    fn eyebrow(&self) -> String {
        let direction = super::define::direction_word(self.texts, self.measure.direction);
        let frequency = super::define::frequency_word(self.texts, self.measure.frequency);
        [self.measure.class.as_str(), direction, frequency]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")
    }

    fn buttons(&self) -> Markup {
        let url = super::url(self.element.id);
        html! {
            @if self.may_record {
                (button_link(Button::Primary, &format!("{url}/varde?enhet={}", self.shown.org_unit), self.texts.measures_record()))
            }
            @if self.may_plan {
                (button_link(Button::Secondary, &format!("{url}/andra"), self.texts.measures_edit()))
            }
        }
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
        let note = self.shown.coverage.map(|(known, all)| {
            let count = |number: usize| i64::try_from(number).unwrap_or(0);
            self.texts.measures_coverage(count(all), count(known))
        });
        filter_pills(&Filters {
            label: self.texts.measures_org_unit().to_owned(),
            filters: vec![Filter::OneOf {
                name: self.texts.measures_org_unit().to_owned(),
                choices,
                chosen,
            }],
            note: note.unwrap_or_default(),
        })
    }

    fn figure(&self) -> Markup {
        let texts = self.texts;
        if self.shown.series.points.is_empty() {
            return empty_state(texts.measures_no_values(), texts.measures_no_values_text(), None);
        }
        let title = if self.measure.measure_unit.is_empty() {
            self.element.title.clone()
        } else {
            format!("{}, {}", self.element.title, self.measure.measure_unit)
        };
        let picture = |width| {
            PreEscaped(xmr_chart(
                texts,
                "diagram",
                &title,
                (self.measure, &self.shown),
                (&self.words, &self.events),
                (width, chart::Theme::Screen),
            ))
        };
        let csv = format!("{}/varden.csv?enhet={}", super::url(self.element.id), self.shown.org_unit);
        let figure = ChartFigure {
            title: title.clone(),
            status: Some(signal_status(self.words.symbol, self.words.tone, &self.words.word)),
            wide: picture(chart::Width::Wide),
            narrow: Some(picture(chart::Width::Narrow)),
            table: Some((texts.web_show_table().to_owned(), self.table())),
            csv: Some(Link::new(csv, texts.web_csv())),
            ..ChartFigure::default()
        };
        html! { (figure) }
    }

    fn table(&self) -> Markup {
        let texts = self.texts;
        let rows = self
            .shown
            .series
            .points
            .iter()
            .rev()
            .map(|place| {
                let (value, quality) = match &place.outcome {
                    None => (texts.measures_unreported().to_owned(), ""),
                    Some(outcome) => (
                        outcome_words(texts, self.measure, outcome.value),
                        super::record_outcome::quality_word(texts, outcome.quality),
                    ),
                };
                Row::words(&[period_words(texts.language, place.period), value, quality.to_owned()])
            })
            .collect();
        let columns = vec![
            Column::text(texts.measures_period()),
            Column::number(texts.measures_value()),
            Column::text(texts.measures_quality()),
        ];
        html! { (Table::new("varden", &self.element.title, columns, rows)) }
    }

    fn definition(&self) -> Markup {
        let texts = self.texts;
        let unknown = |text: &str| {
            if text.is_empty() { texts.measures_not_stated().to_owned() } else { text.to_owned() }
        };
        let target = self
            .shown
            .target
            .as_ref()
            .map(|target| target_words(texts, self.measure, target))
            .unwrap_or_default();
        facts(&[
            Fact::new(super::define::target_term(self.structure, texts), &unknown(&target)),
            Fact::new(texts.measures_method(), &unknown(&self.measure.method)),
            Fact::new(texts.measures_source(), &unknown(&self.measure.source)),
            Fact::new(texts.measures_unit(), &unknown(&self.measure.measure_unit)),
            Fact::new(texts.measures_owner(), self.structure.organisation.name(self.element.owner)),
            Fact::new(texts.measures_text(), &unknown(&self.element.text)),
        ])
    }

    fn goals(&self) -> Markup {
        let parents: Vec<_> = self.structure.parents(self.element.id).collect();
        if parents.is_empty() {
            return empty_state(self.texts.measures_no_goal(), self.texts.measures_no_goal_text(), None);
        }
        html! {
            ul.plain-list {
                @for parent in parents {
                    li { a href={"/mal/" (parent.id)} { (parent.title) } " " span.fine { (self.structure.organisation.name(parent.owner)) } }
                }
            }
        }
    }
}
