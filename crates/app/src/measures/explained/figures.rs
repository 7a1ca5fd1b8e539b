//! The limits and the values behind a finding, each figure for itself.

use domain::measures::Stretch;
use domain::statistics::xmr::{BASELINE, Evidence, Segment};
use domain::statistics::{Limits, Mark, Movement, Pattern, Position};
use maud::{Markup, html};
use rust_decimal::prelude::ToPrimitive;

use super::Explained;

use crate::i18n::Texts;
use crate::measures::breaks::FOUND;
use crate::measures::words::silence;
use crate::measures::{period_words, value_words};
use crate::web::ui::{Column, Fact, Row, Table, facts, section};

impl Explained<'_> {
    fn period_at(&self, index: usize) -> String {
        let place = self.shown.series.points.get(index);
        place.map(|place| period_words(self.texts.language, place.period)).unwrap_or_default()
    }

    pub(super) fn limits(&self) -> Markup {
        let texts = self.texts;
        let segments = self.chart.iter().flat_map(|chart| &chart.segments);
        let body = html! {
            @for one in segments { (self.segment(one)) }
            p.fine { (texts.measures_explained_source()) }
        };
        section("granser", texts.measures_explained_limits(), "", &body)
    }

    fn segment(&self, one: &Segment) -> Markup {
        let texts = self.texts;
        let last = one.points.end.saturating_sub(1);
        let (first, last) = (self.period_at(one.points.start), self.period_at(last));
        let count = |count: usize| i64::try_from(count).unwrap_or(0);
        let rests = match one.evidence {
            Evidence::TooFew { observed } => texts.measures_explained_few(count(observed)),
            Evidence::Trial { observed } => texts.measures_explained_trial(count(observed)),
            Evidence::Firm { observed } => {
                texts.measures_explained_firm(count(BASELINE.min(observed)), count(observed))
            }
        };
        let mut all = vec![
            Fact::new(texts.measures_explained_stretch(), &texts.measures_between(last, first)),
            Fact::new(texts.measures_explained_rests(), &rests),
        ];
        if let Some(reason) = &one.reason {
            let reason = if reason == FOUND { texts.measures_other_units() } else { reason };
            all.push(Fact::new(texts.measures_reason(), reason));
        }
        if let Some(limits) = one.limits {
            all.extend(self.of_limits(&limits));
        }
        facts(&all)
    }

    fn of_limits(&self, limits: &Limits) -> [Fact; 4] {
        let texts = self.texts;
        let [mean, range, lower, upper] =
            [limits.mean, limits.mean_moving_range, limits.lower, limits.upper]
                .map(|value| self.number(value));
        [
            Fact::new(texts.measures_explained_mean(), &mean),
            Fact::new(texts.measures_explained_range(), &range),
            Fact::new(
                texts.measures_explained_upper(),
                &texts.measures_explained_above(&mean, &range, &upper),
            ),
            Fact::new(
                texts.measures_explained_lower(),
                &texts.measures_explained_below(&lower, &mean, &range),
            ),
        ]
    }

    /// Every value, its difference from the one before, and how the rules see it; a long silence is one
    /// row.
    pub(super) fn table(&self) -> Markup {
        let texts = self.texts;
        let columns = vec![
            Column::text(texts.measures_period()),
            Column::number(texts.measures_value()),
            Column::number(texts.measures_explained_difference()),
            Column::text(texts.measures_explained_place()),
            Column::text(texts.measures_explained_mark()),
        ];
        let points = &self.shown.series.points;
        let mut before: Option<f64> = None;
        let mut rows = Vec::new();
        for stretch in self.shown.series.stretches() {
            let places = match &stretch {
                Stretch::One(at) => *at..at + 1,
                Stretch::Nothing(places) => places.clone(),
            };
            let segments = self.chart.iter().flat_map(|chart| &chart.segments);
            if segments.into_iter().any(|one| places.contains(&one.points.start)) {
                before = None;
            }
            match stretch {
                Stretch::One(at) => rows.extend(self.row(at, &mut before)),
                Stretch::Nothing(places) => {
                    let silent = points.get(places).unwrap_or_default();
                    rows.push(silence(texts, silent, columns.len()));
                }
            }
        }
        rows.reverse();
        let title = texts.measures_explained_values();
        html! { (Table::new("raknat", title, columns, rows).hide_caption().stacked()) }
    }

    /// One period, with the number before it since comparison last began.
    fn row(&self, at: usize, before: &mut Option<f64>) -> Option<Row> {
        let texts = self.texts;
        let place = self.shown.series.points.get(at)?;
        let value = place.outcome.as_ref().and_then(|outcome| outcome.value.number());
        let number = value.and_then(|value| value.to_f64());
        let range = number.zip(*before).map(|(now, before)| self.number((now - before).abs()));
        let limits = self.chart.as_ref().and_then(|chart| chart.segment_at(at)?.limits);
        let position = limits.zip(number).map(|(limits, number)| limits.position(number));
        let mark = self.chart.as_ref().and_then(|chart| chart.marks.get(at).copied().flatten());
        let words = match value {
            Some(value) => value_words(texts.language, self.measure, value),
            None if self.shown.withheld.contains(&place.period) => {
                texts.measures_hidden().to_owned()
            }
            None if place.outcome.is_none() => texts.measures_unreported().to_owned(),
            None => texts.measures_state_missing().to_owned(),
        };
        *before = number.or(*before);
        Some(Row::words(&[
            period_words(texts.language, place.period),
            words,
            range.unwrap_or_default(),
            position.map(|one| position_words(texts, one)).unwrap_or_default().to_owned(),
            mark.map(|mark| mark_words(texts, mark)).unwrap_or_default(),
        ]))
    }
}

fn position_words(texts: Texts, position: Position) -> &'static str {
    match position {
        Position::Outside(Movement::Up) => texts.measures_place_outside_up(),
        Position::Outside(Movement::Down) => texts.measures_place_outside_down(),
        Position::Near(Movement::Up) => texts.measures_place_near_up(),
        Position::Near(Movement::Down) => texts.measures_place_near_down(),
        Position::Inside(Movement::Up) => texts.measures_place_above(),
        Position::Inside(Movement::Down) => texts.measures_place_below(),
        Position::OnMean => texts.measures_place_mean(),
    }
}

fn mark_words(texts: Texts, mark: Mark) -> String {
    let rule = match mark.pattern {
        Pattern::Outside => texts.measures_mark_outside(),
        Pattern::Trend { .. } => texts.measures_mark_trend(),
        Pattern::NearLimit => texts.measures_mark_near(),
        Pattern::Shift { .. } => texts.measures_mark_shift(),
    };
    if mark.possible {
        format!("{rule}, {}", texts.measures_mark_possible())
    } else {
        rule.to_owned()
    }
}
