//! The picture of org units beside each other: a funnel, or rows with intervals or dots.

use std::collections::BTreeSet;

use chart::{Caption, Curve, Intervals, Mark, Reference, Scatter, Span, Spot, Theme, Width};
use domain::statistics::Movement;
use domain::statistics::funnel::{Funnel, Standing};
use domain::statistics::target::{Desired, Meaning};
use maud::{Markup, PreEscaped};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::gathered::Gathered;
use super::standing::{Beside, Stands, Way};
use super::units_page::UnitsPage;
use super::{number_words, share_words};
use crate::measures::value_words;

/// How many sizes the limits are drawn through.
const STEPS: usize = 24;

/// The wide and the narrow drawing.
pub(super) fn picture(
    page: &UnitsPage<'_>,
    gathered: &Gathered,
    beside: &Beside,
    (title, finding): (&str, &str),
) -> (Markup, Markup) {
    let caption = Caption {
        id: "enheter-bild".to_owned(),
        title: title.to_owned(),
        desc: finding.to_owned(),
    };
    let draw = |width| {
        PreEscaped(match &beside.way {
            Way::Funnel(funnel) => funnel_svg(page, (beside, funnel), &caption, width),
            Way::Intervals(_) | Way::Values(_) => rows_svg(page, beside, &caption, width),
        })
    };
    debug_assert!(gathered.units.len() == beside.units.len(), "all gathered stand beside");
    (draw(Width::Wide), draw(Width::Narrow))
}

fn mark(page: &UnitsPage<'_>, standing: Option<Standing>) -> Mark {
    let Some(Standing::Differs(movement)) = standing else { return Mark::Usual };
    let meaning = Desired::from(page.measure.direction).meaning(movement);
    match (meaning, movement) {
        (Meaning::Better, _) => Mark::Better,
        (Meaning::Worse, _) => Mark::Worse,
        (Meaning::Neutral, Movement::Up | Movement::Down) => Mark::Neutral,
    }
}

fn number(value: Option<Decimal>) -> Option<f64> {
    value.and_then(|value| value.to_f64())
}

fn funnel_svg(
    page: &UnitsPage<'_>,
    (beside, funnel): (&Beside, &Funnel),
    caption: &Caption,
    width: Width,
) -> String {
    let texts = page.texts;
    let spots: Vec<Spot> = page
        .shown(beside)
        .into_iter()
        .filter_map(|one| {
            let is_apart = matches!(one.standing, Some(Standing::Differs(_)));
            let own = one.unit == page.own;
            let name = page.structure.organisation.name(one.unit);
            Some(Spot {
                x: one.counted?.out_of.to_f64()?,
                y: number(one.value)?,
                label: if is_apart || own { name.to_owned() } else { String::new() },
                mark: mark(page, one.standing),
                own,
            })
        })
        .collect();
    let tick = |value: f64| number_words(texts, value, 2);
    Scatter {
        caption: caption.clone(),
        width,
        spots,
        curves: curves(page, beside, funnel),
        upright: None,
        level: Some(Reference {
            value: funnel.centre * 100.0,
            label: texts.measures_units_all(share_words(texts, funnel.centre)),
        }),
        x_title: texts.measures_people().to_owned(),
        y_title: page.measure.measure_unit.clone(),
        x_tick: &tick,
        y_tick: &tick,
    }
    .svg(Theme::Screen)
}

/// The limits over the sizes there are, closer together where they bend.
fn curves(page: &UnitsPage<'_>, beside: &Beside, funnel: &Funnel) -> Vec<Curve> {
    let sizes = || beside.units.iter().filter_map(|one| one.counted).map(|one| one.out_of);
    let (Some(least), Some(most)) = (sizes().min(), sizes().max()) else { return Vec::new() };
    let (least, most) = (least.to_f64().unwrap_or(1.0), most.to_f64().unwrap_or(1.0));
    let at = |step: usize| {
        let share = step.to_f64().unwrap_or(0.0) / STEPS.to_f64().unwrap_or(1.0);
        (least * (most / least).powf(share)).round().to_u64().unwrap_or(1)
    };
    let places: BTreeSet<u64> = (0..=STEPS).map(at).collect();
    let bands: Vec<_> = places.iter().map(|size| (*size, funnel.band(*size))).collect();
    let texts = page.texts;
    let [warning, action] =
        [texts.measures_units_warning(), texts.measures_units_action()].map(str::to_owned);
    let curve = |limit: fn(&domain::statistics::funnel::Band) -> f64, dashed, label: &str| Curve {
        points: bands
            .iter()
            .map(|(size, band)| (size.to_f64().unwrap_or(0.0), limit(band) * 100.0))
            .collect(),
        dashed,
        label: label.to_owned(),
    };
    vec![
        curve(|band| band.upper_action, false, &action),
        curve(|band| band.upper_warning, true, &warning),
        curve(|band| band.lower_warning, true, &warning),
        curve(|band| band.lower_action, false, &action),
    ]
}

fn rows_svg(page: &UnitsPage<'_>, beside: &Beside, caption: &Caption, width: Width) -> String {
    let texts = page.texts;
    let mut units: Vec<&Stands> = page.shown(beside);
    units.sort_by_key(|one| std::cmp::Reverse(one.value));
    let rows = units
        .into_iter()
        .map(|one| Span {
            label: page.structure.organisation.name(one.unit).to_owned(),
            value: number(one.value),
            value_label: match one.value {
                Some(value) => value_words(texts.language, page.measure, value),
                None => texts.measures_hidden().to_owned(),
            },
            ends: one.ends.map(|ends| (ends.low * 100.0, ends.high * 100.0)),
            mark: mark(page, one.standing),
        })
        .collect();
    let tick = |value: f64| number_words(texts, value, 2);
    Intervals {
        caption: caption.clone(),
        width,
        rows,
        reference: beside.centre().map(|centre| Reference {
            value: centre * 100.0,
            label: texts.measures_units_all(share_words(texts, centre)),
        }),
        tick_label: &tick,
    }
    .svg(Theme::Screen)
}
