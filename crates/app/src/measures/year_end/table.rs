//! The earlier years that a forecast stands beside, and all of it as a table.

use domain::measures::{Longer, longer};
use domain::periods::{Frequency, Period};
use domain::statistics::forecast::Forecast;
use maud::{Markup, html};

use super::YearEnd;
use crate::measures::{period_words, value_words};
use crate::web::ui::{Column, Row, Table};

/// Earlier years that stand beside.
const YEARS: usize = 6;

impl YearEnd<'_> {
    pub(super) fn earlier_years(&self, year: Period) -> Vec<Longer> {
        let outcomes = self.shown.series.points.iter().filter_map(|point| point.outcome.as_ref());
        let values = outcomes.map(|outcome| (outcome.period, outcome.value));
        let mut years = longer(self.measure, values, Frequency::Year);
        years.retain(|one| one.period < year && one.coverage.is_complete());
        years.split_off(years.len().saturating_sub(YEARS))
    }

    pub(super) fn forecast_table(
        &self,
        year: Period,
        forecast: &Forecast,
        earlier: &[Longer],
    ) -> Markup {
        let texts = self.texts;
        let mut rows: Vec<Row> = earlier
            .iter()
            .map(|one| {
                let value = one.value.map(|value| value_words(texts.language, self.measure, value));
                let period = period_words(texts.language, one.period);
                Row::words(&[period, value.unwrap_or_default(), String::new()])
            })
            .collect();
        let between =
            texts.measures_between(self.estimate(forecast.high), self.estimate(forecast.low));
        let name = texts.measures_forecast_for(period_words(texts.language, year));
        rows.push(Row::words(&[name, self.estimate(forecast.expected), between]));
        let columns = vec![
            Column::text(texts.measures_period()),
            Column::number(texts.measures_value()),
            Column::number(texts.measures_forecast_interval()),
        ];
        let title = texts.measures_forecast();
        html! { (Table::new("arsprognos-tabell", title, columns, rows).hide_caption()) }
    }
}
