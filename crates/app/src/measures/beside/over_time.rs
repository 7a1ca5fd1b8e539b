//! Each org unit over time on a common axis: those with a signal first, two hundred to a page.

use std::collections::BTreeSet;

use chart::{Caption, Panel, Point, SmallMultiples, Theme, Width};
use domain::elements::Element;
use domain::ids::OrgUnitId;
use domain::measures::{Measure, Outcome, OutcomeValue, Series, SeriesPoint};
use domain::periods::Period;
use domain::statistics::finding::Finding;
use domain::statistics::xmr::Xmr;
use maud::{Markup, PreEscaped, html};

use super::gathered::{lowest, sees, spread_of};
use super::units::OVER_TIME;
use super::{many, named, number_words, pages};
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::measures::picture::drawn;
use crate::measures::words::axis_label;
use crate::measures::{store, url, url_for, value_words};
use crate::web::error::AppError;
use crate::web::ui::{ChartFigure, Column, Link, Row, Table, Tone, empty_state, tag};

/// The newest periods that are drawn.
const PERIODS: usize = 24;

/// One org unit's series.
struct OverTime {
    unit: OrgUnitId,
    panel: Panel,
    has_signal: bool,
    last: String,
}

/// The part of the page.
pub(super) fn body(
    cx: &mut Cx<'_, '_>,
    element: &Element,
    measure: &Measure,
) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let (spread, few) = spread_of(cx, measure)?;
    let breaks = store::baselines_of_measures(cx.tx, &BTreeSet::from([measure.id]))?;
    let mut units = lowest(cx, &spread.units().collect());
    let [none, why] = [texts.measures_units_none(), texts.measures_units_none_text()];
    if units.is_empty() {
        return Ok(empty_state(none, why, None));
    }
    let organisation = cx.structure.organisation.clone();
    units.sort_by_cached_key(|unit| crate::i18n::sort_key(organisation.name(*unit)));
    let (page, all) = (pages::asked(cx), units.len());
    let last = units
        .iter()
        .filter_map(|unit| spread.series(*unit).last().map(|(period, _)| *period))
        .max();
    let read = |unit: OrgUnitId| {
        let hides = |period| few.hides(measure.id, (unit, "", period)) && !sees(cx, unit);
        let known = spread.series(unit).iter().map(|(period, (value, quality))| Outcome {
            measure: measure.id,
            org_unit: unit,
            breakdown: String::new(),
            period: *period,
            value: if hides(*period) { OutcomeValue::Missing } else { *value },
            quality: *quality,
            version: 1,
        });
        let through = last.unwrap_or_else(|| Period::containing(cx.today(), measure.frequency));
        let series = Series::new(known, measure.frequency, through);
        let breaks = store::breaks_of(&breaks, measure.id, unit);
        let name = organisation.name(unit);
        // Where the series follows the seasons, limits and runs would mislead.
        let finding = series.finding(measure, None, &breaks, 0);
        let follows_season =
            matches!(finding, Ok(Finding::Observed(reading)) if reading.season.is_some());
        let chart = series.chart(&breaks).ok().filter(|_| !follows_season);
        over_time(texts, measure, (unit, name), &series, chart.as_ref())
    };
    let mut shown: Vec<OverTime> = pages::on_page(units, page).map(read).collect();
    if !pages::are_many(all) {
        shown.sort_by_key(|one| !one.has_signal);
    }
    let signals: Vec<OrgUnitId> =
        shown.iter().filter(|one| one.has_signal).map(|one| one.unit).collect();
    let finding = if signals.is_empty() {
        texts.measures_over_time_none(many(shown.len()))
    } else {
        texts.measures_over_time_some(many(shown.len()), named(texts, &organisation, &signals))
    };
    let figure = figure(texts, element, (measure, &shown), &finding);
    let note = if pages::are_many(all) {
        texts.measures_over_time_in_parts()
    } else {
        texts.measures_over_time_note()
    };
    let address = |page: usize| format!("{}/enheter?vy={OVER_TIME}&sida={page}", url(element.id));
    Ok(html! {
        div.stack { (figure) p.fine { (note) } }
        (pages::ways(texts, (page, all), address))
    })
}

fn over_time(
    texts: Texts,
    measure: &Measure,
    (unit, name): (OrgUnitId, &str),
    series: &Series,
    chart: Option<&Xmr>,
) -> OverTime {
    let marks = chart.map(|chart| chart.marks.as_slice()).unwrap_or_default();
    let from = series.points.len().saturating_sub(PERIODS);
    let count = series.points.len();
    let point = |(index, place): (usize, &SeriesPoint)| {
        let label = axis_label(texts.language, place.period, index, count);
        let number = place.outcome.as_ref().and_then(|outcome| outcome.value.number());
        let Some(value) = number.and_then(|number| f64::try_from(number).ok()) else {
            return Point::missing(label);
        };
        let mark = marks.get(index).copied().flatten().filter(|mark| !mark.possible);
        let point = Point::new(value, label);
        mark.map_or(point.clone(), |mark| point.marked(drawn(measure.direction, mark.movement)))
    };
    let has_signal = marks.last().copied().flatten().is_some_and(|mark| !mark.possible);
    let last = series.points.last().and_then(|place| place.outcome.as_ref()?.value.number());
    let last = last.map(|value| value_words(texts.language, measure, value)).unwrap_or_default();
    let points = series.points.iter().enumerate().skip(from).map(point).collect();
    let panel = Panel { label: name.to_owned(), last_label: last.clone(), points };
    OverTime { unit, panel, has_signal, last }
}

fn figure(
    texts: Texts,
    element: &Element,
    (measure, shown): (&Measure, &[OverTime]),
    finding: &str,
) -> Markup {
    let tick = |value: f64| number_words(texts, value, 2);
    let draw = |width| {
        let chart = SmallMultiples {
            caption: Caption {
                id: "over-tid".to_owned(),
                title: element.title.clone(),
                desc: finding.to_owned(),
            },
            width,
            columns: 4,
            panels: shown.iter().map(|one| one.panel.clone()).collect(),
            target: None,
            tick_label: &tick,
        };
        PreEscaped(chart.svg(Theme::Screen))
    };
    let rows = shown
        .iter()
        .map(|one| {
            let last = if one.last.is_empty() { texts.measures_unreported() } else { &one.last };
            let signal = if one.has_signal { texts.measures_yes() } else { texts.measures_no() };
            Row::new(vec![
                html! { a href=(url_for(measure.id, one.unit)) { (one.panel.label) } },
                html! { (last) },
                html! { (signal) },
            ])
        })
        .collect();
    let columns = vec![
        Column::text(texts.measures_org_unit()),
        Column::number(texts.measures_latest_value()),
        Column::text(texts.measures_over_time_signal()),
    ];
    let table = Table::new("over-tid-tabell", &element.title, columns, rows).hide_caption();
    let figure = ChartFigure {
        title: element.title.clone(),
        status: Some(tag(Tone::Neutral, texts.measures_automatic())),
        finding: finding.to_owned(),
        wide: draw(Width::Wide),
        narrow: Some(draw(Width::Narrow)),
        table: Some((texts.web_show_table().to_owned(), html! { (table) })),
        csv: Some(Link::new(format!("{}/varden.csv", url(element.id)), texts.web_csv())),
        ..ChartFigure::default()
    };
    html! { (figure) }
}
