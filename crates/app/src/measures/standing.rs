//! Where the latest value stands: high, low or as before, which way it has moved and since when,
//! and what is done to move it.

use domain::health::days_of_grace;
use domain::statistics::Movement;
use domain::statistics::comparison::{Extreme, Level};
use domain::statistics::finding::{Finding, Reading};
use domain::steering::Role;
use maud::{Markup, html};
use rust_decimal::Decimal;

use super::show::MeasurePage;
use super::{period_words, value_words};
use crate::elements;
use crate::i18n::date;
use crate::web::ui::{Fact, empty_state, facts_across, section};

/// Most activities on the page; the goals' own pages have them all.
const MOST_EFFORTS: usize = 8;

impl MeasurePage<'_> {
    /// Level and direction, beside each other; nothing without a latest value.
    pub(super) fn standing(&self) -> Markup {
        let Some(Finding::Observed(reading)) = &self.shown.finding else { return html! {} };
        let texts = self.texts;
        let mut all = vec![Fact::new(texts.measures_level_now(), self.level_words(reading))];
        if let Some(words) = self.direction_words(reading) {
            all.push(Fact::new(texts.measures_direction_now(), &words));
        }
        facts_across(&all)
    }

    /// What it measures.
    pub(super) fn goals(&self) -> Markup {
        let parents = &self.above;
        if parents.is_empty() {
            return empty_state(
                self.texts.measures_no_goal(),
                self.texts.measures_no_goal_text(),
                None,
            );
        }
        html! {
            ul.plain-list {
                @for parent in parents {
                    li { a href={"/mal/" (parent.id)} { (parent.title) } " " span.fine { (self.structure.organisation.name(parent.owner)) } }
                }
            }
        }
    }

    /// When values are waited for: as agreed, or as is usual of such periods.
    pub(super) fn lag(&self) -> String {
        let usual = days_of_grace(self.measure.frequency);
        match self.measure.lag_days {
            Some(days) => self.texts.measures_lag_agreed(i64::from(days)),
            None => self.texts.measures_lag_usual(i64::from(usual)),
        }
    }

    fn level_words(&self, reading: &Reading) -> &'static str {
        let texts = self.texts;
        if reading.season.is_some() {
            return texts.measures_level_season();
        }
        match (reading.level, reading.extreme) {
            (Level::High, Some(Extreme::Highest)) => texts.measures_level_highest(),
            (Level::High, _) => texts.measures_level_high(),
            (Level::Low, Some(Extreme::Lowest)) => texts.measures_level_lowest(),
            (Level::Low, _) => texts.measures_level_low(),
            (Level::Unchanged, _) => texts.measures_level_unchanged(),
            (Level::Undecided, _) => texts.measures_level_undecided(),
        }
    }

    /// Which way from the value compared with: the one before, or the same time last year.
    fn direction_words(&self, reading: &Reading) -> Option<String> {
        let texts = self.texts;
        let (since, movement) = match (reading.season, reading.change) {
            (Some(season), _) => {
                let since = season.last_year?;
                let latest = reading.latest.value;
                let movement = match latest.partial_cmp(&since.value)? {
                    std::cmp::Ordering::Greater => Some(Movement::Up),
                    std::cmp::Ordering::Less => Some(Movement::Down),
                    std::cmp::Ordering::Equal => None,
                };
                (since, movement)
            }
            (None, Some(change)) => (change.since, change.movement),
            (None, None) => return None,
        };
        let place = self.shown.series.points.get(since.index)?;
        let period = period_words(texts.language, place.period);
        let value = Decimal::try_from(since.value).ok()?;
        let value = value_words(texts.language, self.measure, value);
        let way = match movement {
            Some(Movement::Up) => "up",
            Some(Movement::Down) => "down",
            None => "same",
        };
        Some(texts.measures_moved(period, value, way))
    }

    /// What is done for the goals that the measure shows: what a change may come from.
    pub(super) fn efforts(&self) -> Markup {
        let texts = self.texts;
        let mut efforts: Vec<_> = self
            .above
            .iter()
            .flat_map(|goal| self.structure.children_with(goal.id, Role::Activity))
            .collect();
        efforts.sort_by_key(|one| (one.ends_on, one.id));
        efforts.dedup_by_key(|one| one.id);
        if efforts.is_empty() {
            return html! {};
        }
        let name = |unit| self.structure.organisation.name(unit);
        let body = html! {
            ul.plain-list {
                @for one in efforts.iter().take(MOST_EFFORTS) {
                    li {
                        a href=(elements::url(one)) { (one.title) } " "
                        span.fine {
                            (name(one.owner))
                            @if let Some(day) = one.ends_on { ", " (texts.measures_effort_until(date(texts.language, day))) }
                        }
                    }
                }
            }
        };
        section("matt-insatser", texts.measures_efforts(), texts.measures_efforts_note(), &body)
    }
}
