//! The chart of a measure's page: picture, table, marks one may add, and how to read it.

use domain::measures::{Baseline, BreakKind, Direction, OutcomeQuality, SeriesPoint, Stretch};
use domain::statistics::funnel::Counted;
use domain::statistics::interval::{SmallNumbers, small_numbers};
use maud::{Markup, PreEscaped, html};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::mend_break::mend_url;
use super::show::MeasurePage;
use super::words::silence;
use super::{outcome_words, period_words, xmr_chart};
use crate::web::ui::{
    ChartFigure, Column, Link, Row, Table, Tone, details_section, empty_state, signal_status, tag,
};

impl MeasurePage<'_> {
    /// The chart with its table.
    pub(super) fn figure(&self) -> Markup {
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
        let csv =
            format!("{}/varden.csv?enhet={}", super::url(self.element.id), self.shown.org_unit);
        let figure = ChartFigure {
            title: title.clone(),
            status: Some(signal_status(self.words.symbol, self.words.tone, &self.words.word)),
            wide: picture(chart::Width::Wide),
            narrow: Some(picture(chart::Width::Narrow)),
            table: Some((texts.web_show_table().to_owned(), self.table())),
            csv: Some(Link::new(csv, texts.web_csv())),
            ..ChartFigure::default()
        };
        let preliminary = self.preliminary();
        let xlsx =
            format!("{}/varden.xlsx?enhet={}", super::url(self.element.id), self.shown.org_unit);
        html! {
            (figure)
            p.fine { a href=(xlsx) { (texts.measures_xlsx()) } }
            (self.why_withheld())
            @if preliminary > 0 { p.fine { "○ " (texts.measures_preliminary_count(preliminary)) } }
        }
    }

    /// Why values are hidden, and when they may come back where they make up others (decision 0046).
    fn why_withheld(&self) -> Markup {
        if self.shown.withheld.is_empty() {
            return html! {};
        }
        let texts = self.texts;
        let is_made_up = self.measure.over_organisation.across().is_some()
            && !self.structure.organisation.children(self.shown.org_unit).is_empty();
        html! {
            p.fine {
                (texts.measures_withheld(i64::from(self.measure.least_count)))
                @if is_made_up { " " (texts.measures_withheld_sum()) }
                @if self.measure.has_sums() { " " (texts.measures_withheld_own()) }
            }
        }
    }

    /// That nobody has written the sentence, and the way to the figures behind it.
    pub(super) fn automatic(&self) -> Markup {
        let texts = self.texts;
        let counted =
            format!("{}/raknat?enhet={}", super::url(self.element.id), self.shown.org_unit);
        html! {
            p.row {
                (tag(Tone::Neutral, texts.measures_automatic()))
                @if !self.shown.series.points.is_empty() { a href=(counted) { (texts.measures_counted_so()) } }
            }
            @if let Some(note) = self.small_numbers() { p.fine { (note) } }
        }
    }

    /// That the latest value is about few, or about something that seldom happens.
    fn small_numbers(&self) -> Option<String> {
        let (place, value) = self.shown.series.latest()?;
        if !self.measure.is_share_of_people() {
            return None;
        }
        let people = self.groups.people(place.period)?;
        let share = value.checked_div(Decimal::ONE_HUNDRED)?.to_f64()?;
        let texts = self.texts;
        Some(match small_numbers(Counted::of(share, u64::from(people))?)? {
            SmallNumbers::FewPeople => texts.measures_small_people(i64::from(people)),
            SmallNumbers::Rare => texts.measures_small_rare().to_owned(),
        })
    }

    /// The ways on to what can be compared with.
    pub(super) fn ways_on(&self) -> Markup {
        let texts = self.texts;
        let address = |page: &str| {
            format!("{}/{page}?enhet={}", super::url(self.element.id), self.shown.org_unit)
        };
        html! {
            ul.plain-list {
                li { a href=(address("enheter")) { (texts.measures_units()) } }
                li { a href=(address("samband")) { (texts.measures_along()) } }
                @if self.measure.direction != Direction::Neutral {
                    li { a href=(address("kostnad")) { (texts.measures_crossing()) } }
                }
            }
        }
    }

    /// How many of the values shown may still change.
    fn preliminary(&self) -> i64 {
        let outcomes = self.shown.series.points.iter().filter_map(|point| point.outcome.as_ref());
        let count =
            outcomes.filter(|outcome| outcome.quality == OutcomeQuality::Preliminary).count();
        i64::try_from(count).unwrap_or(0)
    }

    fn table(&self) -> Markup {
        let texts = self.texts;
        let columns = vec![
            Column::text(texts.measures_period()),
            Column::number(texts.measures_value()),
            Column::text(texts.measures_quality()),
        ];
        let points = &self.shown.series.points;
        let rows =
            self.shown.series.stretches().into_iter().rev().filter_map(|stretch| match stretch {
                Stretch::One(at) => Some(self.row(points.get(at)?)),
                Stretch::Nothing(at) => Some(silence(texts, points.get(at)?, columns.len())),
            });
        let rows = rows.collect();
        html! { (Table::new("varden", &self.element.title, columns, rows)) }
    }

    /// One period. What is computed and missing says why, and is neither checked nor unchecked.
    fn row(&self, place: &SeriesPoint) -> Row {
        let texts = self.texts;
        let (value, quality) = match &place.outcome {
            _ if self.shown.withheld.contains(&place.period) => {
                (texts.measures_hidden().to_owned(), "")
            }
            None => (texts.measures_unreported().to_owned(), ""),
            Some(outcome) => {
                let words = outcome_words(texts, self.measure, outcome.value);
                match self.part_values.as_ref().filter(|_| outcome.value.number().is_none()) {
                    None => (words, super::terms::quality_word(texts, outcome.quality)),
                    Some(parts) => {
                        let whole = (self.measure, &self.shown);
                        let why = parts.remark(texts, whole, place.period);
                        let said = if why.is_empty() { words } else { format!("{words}: {why}") };
                        (said, "")
                    }
                }
            }
        };
        Row::words(&[period_words(texts.language, place.period), value, quality.to_owned()])
    }

    /// What one may add to the chart, its events and breaks in words, and help to read it.
    pub(super) fn beside_figure(&self) -> Markup {
        let texts = self.texts;
        let address = |page: &str| {
            format!("{}/{page}?enhet={}", super::url(self.element.id), self.shown.org_unit)
        };
        html! {
            @if self.may_record || self.may_begin_anew {
                p.row {
                    @if self.may_begin_anew { a href=(address("brytpunkt")) { (texts.measures_begin_anew()) } }
                    @if self.may_record { a href=(address("handelse")) { (texts.measures_note_event()) } }
                }
            }
            @if !self.shown.baselines.is_empty() {
                ul.plain-list {
                    @for baseline in &self.shown.baselines {
                        li.soft {
                            @match baseline.kind {
                                _ if self.shown.is_found(baseline) => (texts.measures_regrouped(period_words(texts.language, baseline.from))),
                                BreakKind::Work => (texts.measures_begun_anew(period_words(texts.language, baseline.from), &baseline.reason)),
                                BreakKind::Method => (texts.measures_method_changed(period_words(texts.language, baseline.from), &baseline.reason)),
                            }
                            @if self.may_mend(baseline) { " " a href=(mend_url(self.element.id, self.shown.org_unit, baseline)) { (texts.measures_break_mend_link()) } }
                        }
                    }
                }
            }
            @if !self.shown.series.points.is_empty() { (self.help()) }
        }
    }

    /// A change of method is everyone's, and is mended by who answers for the measure.
    fn may_mend(&self, baseline: &Baseline) -> bool {
        match baseline.kind {
            _ if self.shown.is_found(baseline) => false,
            BreakKind::Work => self.may_begin_anew,
            BreakKind::Method => self.may_begin_anew && self.may_plan,
        }
    }

    fn help(&self) -> Markup {
        let texts = self.texts;
        let body = html! {
            ul {
                li { (texts.measures_help_limits()) }
                li { (texts.measures_help_signals()) }
                li { (texts.measures_help_target()) }
                li { (texts.measures_help_hollow()) }
                li { (texts.measures_help_gaps()) }
                li { (texts.measures_help_season()) }
                li { (texts.measures_help_anew()) }
            }
        };
        details_section(None, texts.measures_help(), texts.measures_help_time(), false, &body)
    }
}
