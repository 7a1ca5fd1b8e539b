//! The page of org units by two measures, such as cost and quality: choose the other measure, then the
//! finding, the picture and the table. Nothing in a measure tells that it is of cost, so both are called
//! by their own names.

use std::sync::Arc;

use chart::Width;
use domain::elements::{Element, Structure};
use domain::ids::OrgUnitId;
use domain::measures::{Direction, Measure};
use domain::statistics::association::Reading;
use domain::statistics::crossing::{Crossing, Field as In};
use maud::{Markup, PreEscaped, html};

use super::crossing::Crossed;
use super::{many, named};
use crate::i18n::Texts;
use crate::measures::{period_words, url, url_for, value_words};
use crate::web::ui::{
    Button, ChartFigure, Choice, Column, Field, Link, PageHead, Row, Stop, Table, Tone,
    breadcrumb_thread, button, details_section, empty_state, form_end, page_header, tag,
};

/// Everything the page shows.
pub(super) struct CrossingPage<'a> {
    pub(super) texts: Texts,
    pub(super) structure: &'a Structure,
    /// The measure of quality.
    pub(super) element: &'a Element,
    pub(super) measure: &'a Measure,
    pub(super) own: OrgUnitId,
    pub(super) cost: Option<(&'a Arc<Element>, &'a Arc<Measure>)>,
    pub(super) offered: Vec<&'a Arc<Element>>,
    pub(super) crossed: Option<Crossed>,
}

/// In words where an org unit lies.
pub(super) fn field_words(texts: Texts, field: In, (other, own): (&str, &str)) -> String {
    match field {
        In::LowCostBetter => texts.measures_field_low_better(other, own),
        In::HighCostBetter => texts.measures_field_high_better(other, own),
        In::LowCostWorse => texts.measures_field_low_worse(other, own),
        In::HighCostWorse => texts.measures_field_high_worse(other, own),
        In::OnCross => texts.measures_field_on_cross().to_owned(),
    }
}

impl CrossingPage<'_> {
    pub(super) fn body(&self) -> Markup {
        let texts = self.texts;
        let stops = [
            Stop::to(url_for(self.element.id, self.own), &self.element.title),
            Stop::here(texts.measures_crossing()),
        ];
        let head = PageHead {
            eyebrow: self.element.title.clone(),
            title: texts.measures_crossing().to_owned(),
            lead: texts.measures_crossing_lead().to_owned(),
            ..PageHead::default()
        };
        html! {
            div.wrap.page {
                (breadcrumb_thread(texts.web_thread_label(), &stops))
                (page_header(&head))
                @if self.measure.direction == Direction::Neutral {
                    (empty_state(texts.measures_crossing_neutral(), texts.measures_crossing_neutral_text(), None))
                } @else {
                    (self.choice())
                    @match (&self.cost, &self.crossed) {
                        (None, _) => {},
                        (Some((cost, costs)), Some(crossed)) => (self.figure((cost, costs), crossed)),
                        (Some(_), None) => (empty_state(texts.measures_crossing_few(), texts.measures_crossing_few_text(), None)),
                    }
                }
            }
        }
    }

    /// The measures near this one; the one that is shown is among them.
    fn choice(&self) -> Markup {
        let texts = self.texts;
        let mut offered = self.offered.clone();
        if let Some((cost, _)) = self.cost
            && offered.iter().all(|one| one.id != cost.id)
        {
            offered.push(cost);
        }
        let chosen = self.cost.map(|(cost, _)| cost.id);
        let choices = offered
            .iter()
            .map(|one| Choice::new(one.id.to_string(), &one.title).chosen(chosen == Some(one.id)))
            .collect();
        html! {
            form.form method="get" action={(url(self.element.id)) "/kostnad"} {
                input type="hidden" name="enhet" value=(self.own);
                (Field::select("mot", texts.measures_crossing_cost(), choices).hint(texts.measures_crossing_cost_hint()))
                (form_end(&button(Button::Secondary, texts.measures_crossing_show(), None), None))
            }
        }
    }

    fn figure(&self, (cost, costs): (&Element, &Measure), crossed: &Crossed) -> Markup {
        let texts = self.texts;
        let period = period_words(texts.language, crossed.period);
        let title = format!("{} – {}, {period}", cost.title, self.element.title);
        let finding = self.finding(cost, crossed);
        let csv = format!("{}/kostnad.csv?mot={}", url(self.element.id), cost.id);
        let draw = |width| PreEscaped(self.svg((cost, costs), crossed, (&title, &finding), width));
        let figure = ChartFigure {
            status: Some(tag(Tone::Neutral, texts.measures_automatic())),
            finding: finding.clone(),
            wide: draw(Width::Wide),
            narrow: Some(draw(Width::Narrow)),
            table: Some((texts.web_show_table().to_owned(), self.table((cost, costs), crossed))),
            csv: Some(Link::new(csv, texts.web_csv())),
            title: title.clone(),
            ..ChartFigure::default()
        };
        let related = crossed.crossing.as_ref().map(|one| self.related(cost, one));
        html! {
            div.section.stack {
                (figure)
                @if let Some(related) = related { p { (related) } }
                p.fine { (texts.measures_crossing_care()) }
                @if crossed.hidden > 0 { p.fine { (texts.measures_hidden_note(i64::from(self.measure.least_count.max(costs.least_count)))) } }
            }
            (details_section(None, texts.measures_counted_so(), "", false, &html! { p { (texts.measures_crossing_method()) } }))
        }
    }

    fn finding(&self, cost: &Element, crossed: &Crossed) -> String {
        let texts = self.texts;
        let (other, own) = (cost.title.as_str(), self.element.title.as_str());
        let Some(crossing) = &crossed.crossing else {
            return texts.measures_crossing_few().to_owned();
        };
        let in_field = |wanted: In| -> Vec<OrgUnitId> {
            let both = crossed.units.iter().zip(&crossing.fields);
            both.filter(|(_, field)| **field == wanted).map(|(one, _)| one.unit).collect()
        };
        let (good, bad) = (in_field(In::LowCostBetter), in_field(In::HighCostWorse));
        let organisation = &self.structure.organisation;
        let all = many(crossed.units.len());
        let first = if good.is_empty() {
            texts.measures_crossing_none_good(all, other, own)
        } else {
            let names = named(texts, organisation, &good);
            texts.measures_crossing_good(all, many(good.len()), names, other, own)
        };
        if bad.is_empty() {
            return first;
        }
        let names = named(texts, organisation, &bad);
        let second = texts.measures_crossing_bad(many(bad.len()), names, other, own);
        format!("{first} {second}")
    }

    fn related(&self, cost: &Element, crossing: &Crossing) -> String {
        let (texts, other, own) = (self.texts, cost.title.as_str(), self.element.title.as_str());
        let higher = self.measure.direction == Direction::Higher;
        match (crossing.association.reading, higher) {
            (Reading::TooFew, _) => texts.measures_crossing_few_pairs(other, own),
            (Reading::Unclear, _) => texts.measures_crossing_unclear(other, own),
            (Reading::Together, true) | (Reading::Opposed, false) => {
                texts.measures_crossing_dearer_better(other, own)
            }
            (Reading::Together, false) | (Reading::Opposed, true) => {
                texts.measures_crossing_dearer_worse(other, own)
            }
        }
    }

    fn table(&self, (cost, costs): (&Element, &Measure), crossed: &Crossed) -> Markup {
        let texts = self.texts;
        let organisation = &self.structure.organisation;
        let fields = crossed.fields();
        let rows = crossed
            .units
            .iter()
            .enumerate()
            .map(|(at, one)| {
                let names = (cost.title.as_str(), self.element.title.as_str());
                let field = fields.get(at).map(|field| field_words(texts, *field, names));
                Row::new(vec![
                    html! { a href=(url_for(self.element.id, one.unit)) { (organisation.name(one.unit)) } },
                    html! { (value_words(texts.language, costs, one.cost)) },
                    html! { (value_words(texts.language, self.measure, one.quality)) },
                    html! { (field.as_deref().unwrap_or("–")) },
                ])
            })
            .collect();
        let columns = vec![
            Column::text(texts.measures_org_unit()),
            Column::number(&cost.title),
            Column::number(&self.element.title),
            Column::text(texts.measures_crossing_field()),
        ];
        html! { (Table::new("kostnad-tabell", texts.measures_crossing(), columns, rows).hide_caption().stacked()) }
    }
}
