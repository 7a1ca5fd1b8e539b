//! Why nothing is said of how a year ends, with the way to a value that may be wrong.

use domain::statistics::forecast::NoForecast;
use maud::{Markup, html};

use super::YearEnd;
use crate::measures::{period_words, url, value_words};

impl YearEnd<'_> {
    /// Why there is no forecast; nothing where no year is under way.
    pub(super) fn no_forecast(&self, why: NoForecast) -> Option<Markup> {
        let texts = self.texts;
        let words = match why {
            NoForecast::NotUnderWay => return None,
            NoForecast::Missing => texts.measures_no_forecast_missing(),
            NoForecast::BegunAnew => texts.measures_no_forecast_anew(),
            NoForecast::TooFew => texts.measures_no_forecast_few(),
            NoForecast::Changing => texts.measures_no_forecast_changing(),
            NoForecast::NeverVaries => texts.measures_no_forecast_still(),
            NoForecast::BelowNought => texts.measures_no_forecast_below(),
            NoForecast::OddValue { index } => return Some(self.odd_value(index)),
        };
        Some(html! { (texts.measures_no_forecast()) " " (words) })
    }

    /// The value that alone would make the forecast, told with its period so that it can be checked.
    fn odd_value(&self, index: usize) -> Markup {
        let texts = self.texts;
        let from = self.compared_from().unwrap_or(0);
        let place = self.shown.series.points.get(from + index);
        let told = place.and_then(|place| {
            let value = place.outcome.as_ref()?.value.number()?;
            let value = value_words(texts.language, self.measure, value);
            Some((
                place.period,
                texts.measures_no_forecast_odd(period_words(texts.language, place.period), value),
            ))
        });
        let Some((period, words)) = told else {
            return html! { (texts.measures_no_forecast()) " " (texts.measures_no_forecast_uneven()) };
        };
        let form =
            format!("{}/varde?enhet={}&period={period}", url(self.element.id), self.shown.org_unit);
        html! { (texts.measures_no_forecast()) " " (words) " " a href=(form) { (texts.measures_no_forecast_check()) } }
    }
}
