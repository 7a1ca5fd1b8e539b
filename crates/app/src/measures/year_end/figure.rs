//! Where the year is expected to end, on the page of a measure: the figure beside earlier years, what it
//! rests on, or why nothing is said.

use chart::{Caption, Intervals, Mark, Reference, Span, Theme, Width};
use domain::elements::{Element, Structure};
use domain::measures::{Aggregation, Longer, Measure};
use domain::periods::Period;
use domain::statistics::finding::Finding;
use domain::statistics::forecast::{Basis, Forecast, NoForecast, Outlook, Year, YearBy};
use domain::statistics::from_decimals;
use domain::statistics::target::{NaturalBounds, Target as Level};
use maud::{Markup, PreEscaped, html};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::super::show::MeasurePage;
use super::super::words::{tick_words, written_target};
use super::super::{Shown, period_words, target_words, value_words};
use crate::i18n::Texts;
use crate::web::ui::{ChartFigure, Link, Tone, section, tag};

/// A series and what is wished of it.
pub(in crate::measures) struct YearEnd<'a> {
    pub(in crate::measures) texts: Texts,
    pub(in crate::measures) structure: &'a Structure,
    pub(in crate::measures) element: &'a Element,
    pub(in crate::measures) measure: &'a Measure,
    pub(in crate::measures) shown: &'a Shown,
    /// Whether the visitor may record its values at the org unit.
    pub(in crate::measures) may_record: bool,
}

impl MeasurePage<'_> {
    /// The forecast; nothing where the year cannot be under way.
    pub(in crate::measures) fn year_end(&self) -> Markup {
        let of = YearEnd {
            texts: self.texts,
            structure: self.structure,
            element: self.element,
            measure: self.measure,
            shown: &self.shown,
            may_record: self.may_record && self.is_told(),
        };
        of.section()
    }
}

impl YearEnd<'_> {
    fn section(&self) -> Markup {
        let Some((year, forecast)) = self.forecast() else { return html! {} };
        let texts = self.texts;
        let title = texts.measures_forecast();
        let body = match forecast {
            Ok(forecast) => self.forecast_figure(year, &forecast),
            Err(why) => {
                let Some(why) = self.no_forecast(why) else { return html! {} };
                html! { p.soft { (why) } }
            }
        };
        section("arsprognos", title, "", &body)
    }

    /// The year, and where it is expected to end; none where the measure's periods make up no year.
    pub(in crate::measures) fn forecast(&self) -> Option<(Period, Result<Forecast, NoForecast>)> {
        let by = match self.measure.over_time {
            Aggregation::Sum => YearBy::Sum,
            Aggregation::Mean => YearBy::Mean,
            Aggregation::Latest => YearBy::Latest,
            Aggregation::None => return None,
        };
        let last = self.shown.series.last_period()?;
        let from = self.compared_from()?;
        let values = from_decimals(&self.shown.series.numbers());
        let (low, high) = self.measure.bounds();
        let (earlier, values) = values.split_at_checked(from)?;
        let year = Year {
            values,
            earlier,
            passed: usize::try_from(last.number()).ok()?,
            periods: usize::try_from(self.measure.frequency.per_year()).ok()?,
            by,
            bounds: NaturalBounds {
                lowest: low.and_then(|low| low.to_f64()),
                highest: high.and_then(|high| high.to_f64()),
            },
        };
        let reading = match &self.shown.finding {
            Some(Finding::Observed(reading)) => Some(reading),
            _ => None,
        };
        // Words, picture and table come from the same figures as they are written.
        let forecast = year.forecast(reading).map(|found| found.written(self.measure.decimals));
        Some((Period::year_of(last.year()), forecast))
    }

    /// The place of the first value that this year can be compared with.
    pub(in crate::measures) fn compared_from(&self) -> Option<usize> {
        let chart = self.shown.series.chart(&self.shown.baselines).ok()?;
        Some(chart.segments.last()?.points.start)
    }

    pub(super) fn estimate(&self, value: f64) -> String {
        let value = Decimal::try_from(value).ok();
        value.map(|value| value_words(self.texts.language, self.measure, value)).unwrap_or_default()
    }

    /// The sentences, the same for the same figures.
    pub(in crate::measures) fn forecast_words(
        &self,
        year: Period,
        forecast: &Forecast,
    ) -> Vec<String> {
        let texts = self.texts;
        let [expected, low, high] =
            [forecast.expected, forecast.low, forecast.high].map(|value| self.estimate(value));
        let year_words = period_words(texts.language, year);
        let mut all = vec![texts.measures_forecast_text(expected, high, low, year_words)];
        // A level for a year of what is added is told for each of its periods, and says nothing of the sum.
        let target = (self.measure.over_time != Aggregation::Sum)
            .then(|| self.structure.target(self.element.id, self.shown.org_unit, year))
            .flatten();
        if let Some(target) = target {
            let words = target_words(texts, self.measure, target);
            match forecast.outlook(&Level::from(&written_target(self.measure, target))) {
                Some(Outlook::Met) => all.push(texts.measures_forecast_met(words)),
                Some(Outlook::Missed) => all.push(texts.measures_forecast_missed(words)),
                Some(Outlook::Open) => all.push(texts.measures_forecast_open(words)),
                None => {}
            }
        }
        all
    }

    /// What it rests on.
    pub(in crate::measures) fn forecast_basis(&self, forecast: &Forecast) -> String {
        let texts = self.texts;
        let count = |count: usize| i64::try_from(count).unwrap_or(0);
        let (known, periods) = (count(forecast.known), count(forecast.periods));
        match forecast.basis {
            Basis::EarlierYears(years) => {
                texts.measures_forecast_years(known, periods, count(years))
            }
            Basis::UsualVariation => texts.measures_forecast_usual(known, periods),
        }
    }

    fn forecast_figure(&self, year: Period, forecast: &Forecast) -> Markup {
        let texts = self.texts;
        let finding = self.forecast_words(year, forecast).join(" ");
        let earlier = self.earlier_years(year);
        let draw =
            |width| PreEscaped(self.forecast_svg((year, forecast), (&earlier, &finding), width));
        let csv = format!(
            "{}/varden.csv?enhet={}",
            super::super::url(self.element.id),
            self.shown.org_unit
        );
        let figure = ChartFigure {
            title: format!("{}, {}", self.element.title, period_words(texts.language, year)),
            sub: true,
            status: Some(tag(Tone::Neutral, texts.measures_automatic())),
            wide: draw(Width::Wide),
            narrow: Some(draw(Width::Narrow)),
            table: Some((
                texts.web_show_table().to_owned(),
                self.forecast_table(year, forecast, &earlier),
            )),
            csv: Some(Link::new(csv, texts.web_csv())),
            finding,
            ..ChartFigure::default()
        };
        html! { div.stack { (figure) p.fine { (self.forecast_basis(forecast)) " " (texts.measures_forecast_care()) } } }
    }

    fn forecast_svg(
        &self,
        (year, forecast): (Period, &Forecast),
        (earlier, finding): (&[Longer], &str),
        width: Width,
    ) -> String {
        let texts = self.texts;
        let span = |one: &Longer| {
            let value = one.value?;
            Some(Span {
                label: period_words(texts.language, one.period),
                value: value.to_f64(),
                value_label: value_words(texts.language, self.measure, value),
                ..Span::default()
            })
        };
        let mut rows: Vec<Span> = earlier.iter().filter_map(span).collect();
        rows.push(Span {
            label: texts.measures_forecast_for(period_words(texts.language, year)),
            value: Some(forecast.expected),
            value_label: self.estimate(forecast.expected),
            ends: Some((forecast.low, forecast.high)),
            mark: Mark::Usual,
        });
        let target = self.structure.target(self.element.id, self.shown.org_unit, year);
        let level = target.filter(|_| self.measure.over_time != Aggregation::Sum);
        let level = level.and_then(|target| {
            let value = target.low?.to_f64()?;
            let words = target_words(texts, self.measure, target);
            Some(Reference { value, label: texts.measures_target(words) })
        });
        let tick = |value: f64| tick_words(texts.language, value);
        Intervals {
            caption: Caption {
                id: "arsprognos-bild".to_owned(),
                title: texts.measures_forecast().to_owned(),
                desc: finding.to_owned(),
            },
            width,
            rows,
            reference: level,
            tick_label: &tick,
        }
        .svg(Theme::Screen)
    }
}
