//! From a series to a picture: the data each chart wants, with labels in the reader's language.

use chart::{
    Annotation, Baseline, BaselineLabels, Bullet, Caption, Desired, Mark, Point, PointState,
    Reference, Sparkline, SparklineSize, Theme, Tone, Width, XmrChart,
};
use domain::measures::{Direction, Measure, OutcomeQuality};
use domain::statistics::Movement;
use domain::statistics::finding::Finding;
use domain::statistics::target::{Desired as Wish, Meaning};
use domain::statistics::xmr::Xmr;
use rust_decimal::Decimal;

use super::words::{axis_label, target_words, value_words};
use super::{FindingWords, Shown, store};
use crate::i18n::Texts;

/// Limits and marks; none where the series follows the seasons and they would mislead.
fn read_chart(shown: &Shown) -> Option<Xmr> {
    let seasonal =
        matches!(&shown.finding, Some(Finding::Observed(reading)) if reading.season.is_some());
    if seasonal { None } else { shown.series.chart(&shown.baselines).ok() }
}

fn points(texts: Texts, measure: &Measure, shown: &Shown, chart: Option<&Xmr>) -> Vec<Point> {
    let marks = chart.map(|chart| chart.marks.as_slice()).unwrap_or_default();
    let count = shown.series.points.len();
    shown
        .series
        .points
        .iter()
        .enumerate()
        .map(|(index, place)| {
            let label = axis_label(texts.language, place.period, index, count);
            let number = place.outcome.as_ref().and_then(|outcome| outcome.value.number());
            let Some(value) = number.and_then(|number| f64::try_from(number).ok()) else {
                return Point::missing(label);
            };
            let mark = marks.get(index).copied().flatten();
            let mark = mark.map_or(Mark::Usual, |mark| drawn(measure.direction, mark.movement));
            let preliminary = place
                .outcome
                .as_ref()
                .is_some_and(|outcome| outcome.quality == OutcomeQuality::Preliminary);
            let state = if preliminary { PointState::Preliminary } else { PointState::Final };
            Point::new(value, label).marked(mark).in_state(state)
        })
        .collect()
}

/// How a movement is drawn.
pub(super) fn drawn(direction: Direction, movement: Movement) -> Mark {
    match Wish::from(direction).meaning(movement) {
        Meaning::Better => Mark::Better,
        Meaning::Worse => Mark::Worse,
        Meaning::Neutral => Mark::Neutral,
    }
}

fn baselines(chart: Option<&Xmr>) -> Vec<Baseline> {
    let segments = chart.map(|chart| chart.segments.as_slice()).unwrap_or_default();
    segments
        .iter()
        .filter_map(|segment| {
            let limits = segment.limits?;
            Some(Baseline {
                first: segment.points.start,
                last: segment.points.end.checked_sub(1)?,
                mean: limits.mean,
                lower: limits.lower,
                upper: limits.upper,
            })
        })
        .collect()
}

fn target_level(shown: &Shown) -> Option<f64> {
    shown.target.as_ref()?.low.and_then(|low| f64::try_from(low).ok())
}

/// The whole chart of a series. `id` is unique on the page.
pub fn xmr_chart(
    texts: Texts,
    id: &str,
    name: &str,
    (measure, shown): (&Measure, &Shown),
    (words, events): (&FindingWords, &[store::Annotation]),
    (width, theme): (Width, Theme<'_>),
) -> String {
    let chart = read_chart(shown);
    let number = |value: f64| {
        Decimal::try_from(value)
            .map(|value| {
                crate::i18n::decimal(
                    texts.language,
                    value.round_dp(u32::from(measure.decimals)).normalize(),
                )
            })
            .unwrap_or_default()
    };
    let limits = chart.as_ref().and_then(|chart| chart.segments.last()?.limits);
    let labels = limits.map_or_else(BaselineLabels::default, |limits| BaselineLabels {
        upper: texts.measures_upper(number(limits.upper)),
        mean: texts.measures_mean(number(limits.mean)),
        lower: texts.measures_lower(number(limits.lower)),
    });
    let target = shown
        .target
        .as_ref()
        .zip(target_level(shown))
        .map(|(_, level)| Reference { value: level, label: texts.measures_target(number(level)) });
    let (low, high) = measure.bounds();
    let float = |value: Option<Decimal>| value.and_then(|value| f64::try_from(value).ok());
    XmrChart {
        caption: Caption {
            id: id.to_owned(),
            title: name.to_owned(),
            desc: words.sentence.clone(),
        },
        width,
        points: points(texts, measure, shown, chart.as_ref()),
        baselines: baselines(chart.as_ref()),
        baseline_labels: labels,
        target,
        cuts: shown.series.method_changes(&shown.baselines),
        annotations: annotations(texts, shown, events),
        bounds: (float(low), float(high)),
        last_label: shown
            .series
            .latest()
            .map(|(_, value)| value_words(texts.language, measure, value))
            .unwrap_or_default(),
        tick_label: &number,
    }
    .svg(theme)
}

fn annotations(texts: Texts, shown: &Shown, events: &[store::Annotation]) -> Vec<Annotation> {
    let changes = shown.series.method_changes(&shown.baselines).into_iter();
    let changes = changes
        .map(|at| {
            let is_found = shown.series.points.get(at).map(|place| place.period) == shown.regrouped;
            let text =
                if is_found { texts.measures_other_units() } else { texts.measures_new_method() };
            Annotation { at, text: text.to_owned() }
        })
        .collect::<Vec<_>>();
    let noted = events.iter().filter_map(|event| {
        let within = |period: domain::periods::Period| {
            (period.first_day()..=period.last_day()).contains(&event.day)
        };
        let at = shown.series.points.iter().position(|place| within(place.period))?;
        Some(Annotation { at, text: event.text.clone() })
    });
    noted.chain(changes).collect()
}

/// The small picture of lists.
pub fn sparkline(texts: Texts, id: &str, name: &str, measure: &Measure, shown: &Shown) -> String {
    let chart = read_chart(shown);
    let words = super::finding_words(texts, name, measure, shown);
    Sparkline {
        caption: Caption { id: id.to_owned(), title: name.to_owned(), desc: words.word },
        size: SparklineSize::default(),
        points: points(texts, measure, shown, chart.as_ref()),
        baselines: baselines(chart.as_ref()),
        target: target_level(shown),
    }
    .svg(Theme::Screen)
}

/// The last value against its target as a bar; none without a value or a target level.
pub fn bullet(
    texts: Texts,
    id: &str,
    name: &str,
    measure: &Measure,
    shown: &Shown,
) -> Option<String> {
    let (_, value) = shown.series.latest().filter(|_| !shown.hides_latest())?;
    let target = shown.target.as_ref().filter(|_| !shown.is_unfinished())?;
    let level = target_level(shown)?;
    let met = target.is_met_by(value);
    Some(
        Bullet {
            caption: Caption {
                id: id.to_owned(),
                title: name.to_owned(),
                desc: format!(
                    "{}, {}",
                    value_words(texts.language, measure, value),
                    target_words(texts, measure, target)
                ),
            },
            value: f64::try_from(value).ok(),
            target: Some(level),
            band_edges: vec![level * 0.8, level],
            end: measure.is_percentage.then_some(100.0),
            desired: match measure.direction {
                Direction::Lower => Desired::Lower,
                Direction::Higher | Direction::Neutral => Desired::Higher,
            },
            tone: match met {
                Some(true) => Tone::Good,
                Some(false) => Tone::Partly,
                None => Tone::Neutral,
            },
        }
        .svg(Theme::Screen),
    )
}

/// The whole chart for a document: fixed colours, the document's own typeface. The id sets it apart
/// from other charts in the document.
pub fn print_chart(
    texts: Texts,
    (id, name): (&str, &str),
    measure: &Measure,
    shown: &Shown,
    words: &FindingWords,
) -> String {
    let theme = Theme::Print { text_font: "Source Sans 3", heading_font: "Source Sans 3" };
    xmr_chart(texts, id, name, (measure, shown), (words, &[]), (Width::Wide, theme))
}
