//! Planting measures: how they measure or are computed, and the levels they shall reach.

use db::Tx;
use domain::elements::{Element, ElementState};
use domain::ids::{ElementId, PersonId};
use domain::measures::formula::{Expression, Formula};
use domain::measures::{Aggregation, Breakdown, Direction, Measure, Target, read_breakdowns};
use domain::periods::{Frequency, Period};
use domain::steering::{LinkKind, Role, TargetKind, TypeId};

use super::id_of;
use super::plant_thread::{element_id, link};
use super::world;
use crate::elements::store::{insert_element, insert_measure, keep_target};
use crate::web::error::AppError;

/// The type of measures in the model that the municipality has borrowed.
const MEASURE: &str = "indikator";

pub(super) fn plant_measure(tx: &mut Tx<'_>, measure: &world::Measure) -> Result<(), AppError> {
    let id = element_id(&measure.id);
    insert_element(
        tx,
        &Element {
            id,
            element_type: TypeId::from(MEASURE),
            role: Role::Measure,
            owner: id_of("org", &measure.owner),
            number: String::new(),
            title: measure.name.clone(),
            text: measure.definition.clone(),
            responsible: measure
                .responsible
                .as_deref()
                .map(|word| id_of::<PersonId>("person", word)),
            starts_on: None,
            ends_on: None,
            state: ElementState::Adopted,
            decision: None,
            version: 1,
        },
    )?;
    insert_measure(tx, &definition(id, measure))?;
    for goal in &measure.measures {
        link(tx, &measure.id, goal, LinkKind::Measures)?;
    }
    for target in &measure.targets {
        for (year, level) in &target.years {
            keep_target(
                tx,
                &Target {
                    measure: id,
                    org_unit: target.org.as_deref().map(|word| id_of("org", word)),
                    period: Period::year_of(*year),
                    kind: match target.rule {
                        world::TargetRule::AtLeast => TargetKind::AtLeast,
                        world::TargetRule::AtMost => TargetKind::AtMost,
                    },
                    low: Some(*level),
                    high: None,
                    version: 1,
                },
            )?;
        }
    }
    Ok(())
}

fn definition(id: ElementId, measure: &world::Measure) -> Measure {
    use world::{Direction as D, Frequency as F, OverOrganisation as O, OverTime as T};
    Measure {
        id,
        class: match measure.class {
            world::MeasureClass::Resource => "resursmått",
            world::MeasureClass::Performance => "prestationsmått",
            world::MeasureClass::Result => "resultatmått",
        }
        .to_owned(),
        measure_unit: measure.unit.clone(),
        decimals: measure.decimals,
        direction: match measure.direction {
            D::Up => Direction::Higher,
            D::Down => Direction::Lower,
            D::Neutral => Direction::Neutral,
        },
        method: measure.method.clone(),
        source: measure.source.clone(),
        frequency: match measure.frequency {
            F::Month => Frequency::Month,
            F::Tertial => Frequency::Tertial,
            F::Year => Frequency::Year,
        },
        over_organisation: match measure.over_org {
            O::Sum => Aggregation::Sum,
            O::Mean | O::WeightedMean => Aggregation::Mean,
            O::None => Aggregation::None,
        },
        over_time: match measure.over_time {
            T::Sum => Aggregation::Sum,
            T::Mean => Aggregation::Mean,
            T::Last => Aggregation::Latest,
            T::None => Aggregation::None,
        },
        counts_in_assessment: measure.counts_in_assessment,
        controllable: measure.controllable,
        is_percentage: measure.least.is_some_and(|low| low.is_zero())
            && measure.most == Some(rust_decimal::Decimal::ONE_HUNDRED),
        formula: measure.formula.as_ref().and_then(formula),
        breakdowns: if measure.by_gender { by_gender() } else { Vec::new() },
        tells_inhabitants: measure.tells,
        tells_reason: measure.tells_reason.clone(),
        established: measure.established.clone(),
        share_of: measure.share_of,
        established_link: if measure.established.is_empty() {
            String::new()
        } else {
            "https://www.kolada.se/".to_owned()
        },
        ..Measure::unsaid(id)
    }
}

/// A formula whose letters stand for other measures of the world.
fn formula(of: &world::Formula) -> Option<Formula> {
    let letters = Expression::of_letters(&of.text, |place| place < of.parts.len()).ok()?;
    letters.renamed(&mut |place| of.parts.get(*place).map(|word| element_id(word)))
}

fn by_gender() -> Vec<Breakdown> {
    read_breakdowns(world::BY_GENDER).unwrap_or_default()
}
