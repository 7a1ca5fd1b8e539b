//! Why nothing is said of how a year ends, with the way to a value that may be wrong, for whoever may put it
//! right.

use domain::periods::Period;
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
            NoForecast::VariedOnce => texts.measures_no_forecast_once(),
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
        html! { (texts.measures_no_forecast()) " " (words) " " (self.way_to(period)) }
    }

    /// The way to where the value can be put right, for whoever may; to where the values of the org units
    /// stand, where it is put together of them. What is computed of other measures is put right in those.
    fn way_to(&self, period: Period) -> Markup {
        let (texts, unit, url) = (self.texts, self.shown.org_unit, url(self.element.id));
        if self.shown.own.contains(&period) {
            return html! { @if self.may_record {
                a href={ (url) "/varde?enhet=" (unit) "&period=" (period) } { (texts.measures_no_forecast_check()) }
            } };
        }
        html! { @if self.measure.formula.is_none() {
            a href={ (url) "/enheter?enhet=" (unit) "&period=" (period) } { (texts.measures_no_forecast_units()) }
        } }
    }
}
