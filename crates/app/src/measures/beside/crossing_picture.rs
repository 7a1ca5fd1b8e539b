//! The picture of org units by two measures: a scatter with a cross of the medians.

use chart::{Caption, Mark, Reference, Scatter, Spot, Theme, Width};
use domain::elements::Element;
use domain::measures::{Direction, Measure};
use domain::statistics::crossing::Field as In;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::crossing::{Both, Crossed};
use super::crossing_page::CrossingPage;
use super::number_words;
use crate::measures::value_words;

/// Of so many org units all are named in the picture, of more those that stand out; the table has all.
const MOST_NAMED: usize = 8;

impl CrossingPage<'_> {
    /// How an org unit is drawn. Low is good only where the measure itself says that lower is better.
    fn mark(costs: &Measure, field: Option<&In>) -> Mark {
        match (field, costs.direction) {
            (Some(In::LowCostBetter), Direction::Lower)
            | (Some(In::HighCostBetter), Direction::Higher) => Mark::Better,
            (Some(In::HighCostWorse), Direction::Lower)
            | (Some(In::LowCostWorse), Direction::Higher) => Mark::Worse,
            (Some(In::LowCostBetter | In::HighCostWorse), Direction::Neutral) => Mark::Neutral,
            _ => Mark::Usual,
        }
    }

    pub(super) fn svg(
        &self,
        (cost, costs): (&Element, &Measure),
        crossed: &Crossed,
        (title, finding): (&str, &str),
        width: Width,
    ) -> String {
        let texts = self.texts;
        let fields = crossed.fields();
        let few = crossed.units.len() <= MOST_NAMED;
        let spot = |(at, one): (usize, &Both)| {
            let own = one.unit == self.own;
            let name = self.structure.organisation.name(one.unit);
            let mark = Self::mark(costs, fields.get(at));
            let is_named = own || few || mark != Mark::Usual;
            let label = if is_named { name } else { "" }.to_owned();
            Some(Spot { x: one.cost.to_f64()?, y: one.quality.to_f64()?, label, mark, own })
        };
        let middle = |value: Option<Decimal>, measure: &Measure| {
            let value = value?;
            let words = value_words(texts.language, measure, value);
            let label = texts.measures_crossing_median(words);
            Some(Reference { value: value.to_f64()?, label })
        };
        let crossing = crossed.crossing.as_ref();
        let tick = |value: f64| number_words(texts, value, 2);
        let axis = |element: &Element, measure: &Measure| {
            format!("{}, {}", element.title, measure.measure_unit)
        };
        Scatter {
            caption: Caption {
                id: "kostnad-bild".to_owned(),
                title: title.to_owned(),
                desc: finding.to_owned(),
            },
            width,
            spots: crossed.units.iter().enumerate().filter_map(spot).collect(),
            curves: Vec::new(),
            upright: middle(crossing.map(|one| one.cost), costs),
            level: middle(crossing.map(|one| one.quality), self.measure),
            x_title: axis(cost, costs),
            y_title: axis(self.element, self.measure),
            x_tick: &tick,
            y_tick: &tick,
        }
        .svg(Theme::Screen)
    }
}
