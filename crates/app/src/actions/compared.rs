//! The values on the two sides of an action, with the chart where its days are marked. It tells what
//! the values show and never what they come of.

use domain::actions::{ActionFacts, Beyond, Moved, Showing, Wanted, change_between};
use domain::elements::Element;
use domain::measures::Measure;
use domain::statistics::Mark;
use domain::statistics::finding::Finding;
use jiff::civil::Date;
use maud::{Markup, PreEscaped, html};
use rust_decimal::Decimal;

use crate::cx::Cx;
use crate::i18n::Texts;
use crate::measures::store::{Annotation, annotations};
use crate::measures::{
    Shown, finding_words, outcome_words, period_words, shown, url_for, value_words, xmr_chart,
};
use crate::web::error::AppError;
use crate::web::ui::{ChartFigure, Column, Link, Row, Table, signal_status};

/// Values needed before limits can tell change from chance (ux 4.2).
const ENOUGH: usize = 12;
/// Most values before an action that are set beside those after.
const MOST_BEFORE: usize = 12;

/// The measure of an action with its values.
pub(super) struct Compared<'s> {
    pub(super) element: &'s Element,
    measure: &'s Measure,
    shown: Shown,
    events: Vec<Annotation>,
    starts_on: Date,
    ends_on: Date,
}

impl<'s> Compared<'s> {
    /// Reads it; none where the action names no measure, or one that the visitor may not see.
    pub(super) fn read(
        cx: &mut Cx<'_, '_>,
        structure: &'s domain::elements::Structure,
        action: &Element,
        facts: &ActionFacts,
    ) -> Result<Option<Self>, AppError> {
        let Some(id) = facts.measure else { return Ok(None) };
        let Ok(element) = cx.find_visible(structure, id) else { return Ok(None) };
        let Some(measure) = structure.measure(id) else { return Ok(None) };
        let org_unit = facts.org_unit.unwrap_or(action.owner);
        let today = cx.today();
        let Some(shown) = shown(cx, structure, id, org_unit, today)? else { return Ok(None) };
        let texts = cx.texts();
        let mut events = annotations(cx.tx, org_unit)?;
        let ends_on = action.ends_on.unwrap_or(today);
        let starts_on = action.starts_on.unwrap_or(ends_on);
        events.push(Annotation { day: starts_on, text: texts.actions_mark_begins().to_owned() });
        if ends_on <= today && ends_on != starts_on {
            events.push(Annotation { day: ends_on, text: texts.actions_mark_done().to_owned() });
        }
        Ok(Some(Self { element, measure, shown, events, starts_on, ends_on }))
    }

    /// Places whose time is over before the action begins, and those that begin after it is done.
    fn sides(&self) -> (Vec<usize>, Vec<usize>) {
        let points = self.shown.series.points.iter().enumerate();
        let (mut before, mut after) = (Vec::new(), Vec::new());
        for (place, point) in points {
            if point.period.last_day() < self.starts_on {
                before.push(place);
            } else if point.period.first_day() > self.ends_on {
                after.push(place);
            }
        }
        let first = before.len().saturating_sub(MOST_BEFORE);
        (before.split_off(first), after)
    }

    fn numbers(&self, places: &[usize]) -> Vec<Decimal> {
        let all = self.shown.series.numbers();
        places.iter().filter_map(|place| all.get(*place).copied().flatten()).collect()
    }

    /// What can be said of the two sides.
    fn moved(&self) -> Moved {
        let (before, after) = self.sides();
        if self.shown.hidden_since.is_some() || !self.shown.withheld.is_empty() {
            return Moved::Hidden;
        }
        let seasonal =
            matches!(&self.shown.finding, Some(Finding::Observed(one)) if one.season.is_some());
        if seasonal {
            return Moved::Seasonal;
        }
        if let (Some(first), Some(last)) = (before.first(), after.last()) {
            let changes = self.shown.series.method_changes(&self.shown.baselines);
            if changes.iter().any(|place| (*first + 1..=*last).contains(place)) {
                return Moved::OtherMethod;
            }
        }
        change_between(&self.numbers(&before), &self.numbers(&after))
    }

    /// What the values show, in sentences.
    pub(super) fn words(&self, texts: Texts) -> Markup {
        let count = |number: usize| i64::try_from(number).unwrap_or(0);
        let value = |mean: Decimal| {
            value_words(texts.language, self.measure, mean.round_dp(self.measure.decimals.into()))
        };
        let moved = self.moved();
        let sentence = match moved {
            Moved::TooFew { before, after } => texts.actions_too_few(count(after), count(before)),
            Moved::Hidden => texts.actions_hidden().to_owned(),
            Moved::OtherMethod => texts.actions_other_method().to_owned(),
            Moved::Seasonal => texts.actions_seasonal().to_owned(),
            Moved::Means { before, count_before, after, count_after } => texts.actions_means(
                value(after),
                value(before),
                count(count_after),
                count(count_before),
            ),
        };
        let usual = matches!(moved, Moved::Means { .. }).then(|| self.against_usual(texts));
        html! {
            p { (sentence) }
            @if let Some(usual) = usual { p { (usual) } p.soft { (texts.actions_not_cause()) } }
        }
    }

    /// What they say to the question of the effect: against what was expected, else against what is better.
    pub(super) fn showing(&self, wanted: Option<Wanted>) -> Showing {
        let wanted = wanted.or_else(|| Wanted::better(self.measure.direction));
        let beyond =
            self.marks_after().map(|marks| Beyond::of(marks.iter().map(|one| one.movement)));
        Showing::of(self.moved(), wanted, beyond)
    }

    /// The marks of values after the action that differ from how the measure usually varies; none where
    /// that cannot be told.
    fn marks_after(&self) -> Option<Vec<Mark>> {
        let (_, after) = self.sides();
        let chart = self.shown.series.chart(&self.shown.baselines).ok()?;
        let numbers = self.shown.series.numbers();
        let segment = chart.segments.last();
        let enough = segment.is_some_and(|segment| {
            let known = segment.points.clone();
            let known = known.filter(|place| numbers.get(*place).copied().flatten().is_some());
            segment.limits.is_some() && known.count() >= ENOUGH
        });
        enough.then(|| after.iter().filter_map(|at| chart.marks.get(*at).copied()?).collect())
    }

    /// How the values after the action lie against how the measure usually varies.
    fn against_usual(&self, texts: Texts) -> String {
        let count = |number: usize| i64::try_from(number).unwrap_or(0);
        match self.marks_after().map(|marks| marks.len()) {
            None => texts.actions_cannot_tell_chance().to_owned(),
            Some(0) => texts.actions_as_usual().to_owned(),
            Some(marked) => texts.actions_not_as_usual(count(self.sides().1.len()), count(marked)),
        }
    }

    /// The chart with its table and file.
    pub(super) fn figure(&self, texts: Texts) -> Markup {
        let words = finding_words(texts, &self.element.title, self.measure, &self.shown);
        let unit = &self.measure.measure_unit;
        let title = if unit.is_empty() {
            self.element.title.clone()
        } else {
            format!("{}, {unit}", self.element.title)
        };
        let picture = |id: &str, width| {
            let parts = (self.measure, &self.shown);
            let beside = (&words, self.events.as_slice());
            PreEscaped(xmr_chart(texts, id, &title, parts, beside, (width, chart::Theme::Screen)))
        };
        let id = self.element.id;
        let csv = format!("/matt/{id}/varden.csv?enhet={}", self.shown.org_unit);
        let figure = ChartFigure {
            title: title.clone(),
            status: Some(signal_status(words.symbol, words.tone, &words.word)),
            finding: words.sentence.clone(),
            wide: picture("effekt-bred", chart::Width::Wide),
            narrow: Some(picture("effekt-smal", chart::Width::Narrow)),
            table: Some((texts.web_show_table().to_owned(), self.table(texts))),
            csv: Some(Link::new(csv, texts.web_csv())),
            ..ChartFigure::default()
        };
        html! {
            (figure)
            p { a href=(url_for(id, self.shown.org_unit)) { (texts.actions_to_measure()) } }
        }
    }

    fn table(&self, texts: Texts) -> Markup {
        let (before, after) = self.sides();
        let side = |place: usize| {
            if after.contains(&place) {
                texts.actions_side_after()
            } else if before.contains(&place) {
                texts.actions_side_before()
            } else {
                ""
            }
        };
        let points = self.shown.series.points.iter().enumerate().rev();
        let rows = points.map(|(place, point)| {
            let value = match &point.outcome {
                _ if self.shown.withheld.contains(&point.period) => {
                    texts.actions_value_hidden().to_owned()
                }
                None => texts.actions_value_missing().to_owned(),
                Some(outcome) => outcome_words(texts, self.measure, outcome.value),
            };
            let period = period_words(texts.language, point.period);
            Row::words(&[period, value, side(place).to_owned()])
        });
        let columns = vec![
            Column::text(texts.actions_column_period()),
            Column::number(texts.actions_column_value()),
            Column::text(texts.actions_column_side()),
        ];
        html! { (Table::new("effekt-varden", &self.element.title, columns, rows.collect())) }
    }
}
