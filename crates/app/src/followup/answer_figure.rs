//! The picture of a measure in its part, with the table that says the same.

use domain::elements::Structure;
use domain::ids::ElementId;
use domain::measures::Measure;
use maud::{Markup, PreEscaped, html};

use crate::i18n::Texts;
use crate::measures::{self, Shown, store::Annotation};
use crate::web::ui::{ChartFigure, Column, Link, Row, Table, signal_status};

/// The picture of a measure with its table; none without values.
pub(super) fn figure(
    texts: Texts,
    structure: &Structure,
    (id, shown): (ElementId, &Shown),
    events: &[Annotation],
) -> Option<ChartFigure> {
    let element = structure.element(id)?;
    let measure = structure.measure(id)?;
    if shown.series.points.is_empty() {
        return None;
    }
    let words = measures::finding_words(texts, &element.title, measure, shown);
    let title = [element.title.as_str(), measure.measure_unit.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    let picture = |id: &str, width| {
        PreEscaped(measures::xmr_chart(
            texts,
            id,
            &title,
            (measure, shown),
            (&words, events),
            (width, chart::Theme::Screen),
        ))
    };
    let csv = format!("{}/varden.csv?enhet={}", measures::url(id), shown.org_unit);
    Some(ChartFigure {
        title: title.clone(),
        status: Some(signal_status(words.symbol, words.tone, &words.word)),
        wide: picture("diagram", chart::Width::Wide),
        narrow: Some(picture("diagram-smalt", chart::Width::Narrow)),
        table: Some((
            texts.web_show_table().to_owned(),
            values_table(texts, &title, measure, shown),
        )),
        csv: Some(Link::new(csv, texts.web_csv())),
        ..ChartFigure::default()
    })
}

fn values_table(texts: Texts, title: &str, measure: &Measure, shown: &Shown) -> Markup {
    let rows = shown
        .series
        .points
        .iter()
        .rev()
        .map(|place| {
            let value =
                place.outcome.as_ref().and_then(|outcome| outcome.value.number()).map_or_else(
                    || texts.measures_state_missing().to_owned(),
                    |number| measures::value_words(texts.language, measure, number),
                );
            Row::words(&[measures::period_words(texts.language, place.period), value])
        })
        .collect();
    let columns =
        vec![Column::text(texts.measures_period()), Column::number(texts.measures_value())];
    html! { (Table::new("varden", title, columns, rows)) }
}
