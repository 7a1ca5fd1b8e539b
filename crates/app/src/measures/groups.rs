//! Values of groups beside each other, such as women and men: paired dots and a table.

use std::collections::{BTreeMap, BTreeSet};

use chart::{Caption, Dumbbell, Pair, Theme, Width};
use domain::elements::Element;
use domain::measures::{Measure, Outcome};
use domain::periods::Period;
use maud::{Markup, PreEscaped, html};
use rust_decimal::Decimal;

use super::{outcome_words, period_words};
use crate::i18n::{Texts, decimal};
use crate::web::ui::{ChartFigure, Column, Row, Table, section};

/// Periods shown, newest first.
const PERIODS: usize = 6;

type ByPeriod<'o> = BTreeMap<Period, BTreeMap<&'o str, &'o Outcome>>;

/// The part of a page about groups; nothing when no group has a value.
pub(super) fn section_of(
    texts: Texts,
    (element, measure): (&Element, &Measure),
    outcomes: &[Outcome],
) -> Markup {
    let names: BTreeSet<&str> = outcomes.iter().map(|outcome| outcome.breakdown.as_str()).collect();
    let names: Vec<&str> = names.into_iter().collect();
    if names.is_empty() {
        return html! {};
    }
    let mut periods = ByPeriod::new();
    for outcome in outcomes {
        periods.entry(outcome.period).or_default().insert(&outcome.breakdown, outcome);
    }
    let table = table(texts, measure, &names, &periods);
    let title = format!("{}: {}", element.title, names.join(", "));
    let body = match names.as_slice() {
        [first, second] => {
            let picture =
                |width| PreEscaped(dots(texts, &title, measure, (first, second), &periods, width));
            let figure = ChartFigure {
                title: title.clone(),
                sub: true,
                wide: picture(Width::Wide),
                narrow: Some(picture(Width::Narrow)),
                table: Some((texts.web_show_table().to_owned(), table)),
                ..ChartFigure::default()
            };
            html! { (figure) }
        }
        _ => table,
    };
    section("grupper", texts.measures_groups(), "", &body)
}

fn dots(
    texts: Texts,
    title: &str,
    measure: &Measure,
    (first, second): (&str, &str),
    periods: &ByPeriod<'_>,
    width: Width,
) -> String {
    let of = |groups: &BTreeMap<&str, &Outcome>, name: &str| {
        groups.get(name).map(|outcome| outcome.value)
    };
    let float = |value: Option<Decimal>| value.and_then(|value| f64::try_from(value).ok());
    let words = |value: Option<domain::measures::OutcomeValue>| {
        value.map_or_else(
            || texts.measures_unreported().to_owned(),
            |value| outcome_words(texts, measure, value),
        )
    };
    let rows = periods
        .iter()
        .rev()
        .take(PERIODS)
        .map(|(period, groups)| {
            let (one, other) = (of(groups, first), of(groups, second));
            Pair {
                label: period_words(texts.language, *period),
                first: float(one.and_then(domain::measures::OutcomeValue::number)),
                first_label: words(one),
                second: float(other.and_then(domain::measures::OutcomeValue::number)),
                second_label: words(other),
            }
        })
        .collect();
    let tick = |value: f64| {
        Decimal::try_from(value)
            .map(|value| decimal(texts.language, value.normalize()))
            .unwrap_or_default()
    };
    Dumbbell {
        caption: Caption {
            id: "grupper-bild".to_owned(),
            title: title.to_owned(),
            desc: texts.measures_groups_text(first, second),
        },
        width,
        groups: (first.to_owned(), second.to_owned()),
        rows,
        tick_label: &tick,
    }
    .svg(Theme::Screen)
}

fn table(texts: Texts, measure: &Measure, names: &[&str], periods: &ByPeriod<'_>) -> Markup {
    let rows = periods
        .iter()
        .rev()
        .map(|(period, groups)| {
            let cells = names.iter().map(|name| {
                groups.get(name).map_or_else(
                    || texts.measures_unreported().to_owned(),
                    |outcome| outcome_words(texts, measure, outcome.value),
                )
            });
            let row: Vec<String> =
                std::iter::once(period_words(texts.language, *period)).chain(cells).collect();
            Row::words(&row)
        })
        .collect();
    let columns = std::iter::once(Column::text(texts.measures_period()))
        .chain(names.iter().map(|name| Column::number(*name)))
        .collect();
    html! { (Table::new("gruppvarden", texts.measures_groups(), columns, rows).hide_caption()) }
}
