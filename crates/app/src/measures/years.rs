//! What a measure's periods make up in a year, by the way its definition says.

use domain::measures::{Longer, longer};
use domain::periods::Frequency;
use maud::{Markup, html};

use super::show::MeasurePage;
use super::{period_words, value_words};
use crate::web::ui::{Column, Row, Table, details_section};

impl MeasurePage<'_> {
    /// Year by year, newest first; nothing where years are not put together.
    pub(super) fn year_by_year(&self) -> Markup {
        let outcomes = self.shown.series.points.iter().filter_map(|point| point.outcome.as_ref());
        let values = outcomes.map(|outcome| (outcome.period, outcome.value));
        let years = longer(self.measure, values, Frequency::Year);
        if years.is_empty() {
            return html! {};
        }
        let texts = self.texts;
        let way = super::terms::aggregation_word(texts, self.measure.over_time);
        let rows = years.iter().rev().map(|year| self.year(year)).collect();
        let columns = vec![
            Column::text(texts.measures_period()),
            Column::number(texts.measures_value()),
            Column::text(texts.measures_year_rests_on()),
        ];
        let table = Table {
            hide_caption: true,
            ..Table::new("ar-for-ar", texts.measures_years(), columns, rows)
        };
        details_section(None, texts.measures_years(), way, false, &html! { (table) })
    }

    fn year(&self, year: &Longer) -> Row {
        let texts = self.texts;
        let value = year.value.map(|value| value_words(texts.language, self.measure, value));
        let count = |number: usize| i64::try_from(number).unwrap_or(0);
        let (known, of) = (count(year.coverage.known), count(year.coverage.expected));
        let rests = match year.taken_from {
            Some(period) => texts.measures_year_latest(period_words(texts.language, period)),
            None => texts.measures_year_of(known, of),
        };
        let value = value.unwrap_or_else(|| texts.measures_year_unknown().to_owned());
        let within = year.period.first_day()..=year.period.last_day();
        let hidden = self.shown.withheld.iter().filter(|one| within.contains(&one.last_day()));
        let rests = match count(hidden.count()) {
            0 => rests,
            hidden => format!("{rests}. {}", texts.measures_year_hidden(hidden)),
        };
        Row::words(&[period_words(texts.language, year.period), value, rests])
    }
}
