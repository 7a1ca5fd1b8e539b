//! Planting the values, the events on charts and the breaks that people have decided.

use std::collections::BTreeMap;

use db::Tx;
use domain::imports::ValueKey;
use domain::measures::{Baseline, BreakKind, Outcome, OutcomeQuality, OutcomeValue, Standing};
use domain::periods::Period;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::plant_thread::element_id;
use super::world::{self, Gender, Reading, ReadingState, World};
use super::{id_of, plant_judgements};
use crate::cx::record;
use crate::elements::structures::Structures;
use crate::measures::few::withhold_all;
use crate::measures::store::{
    Annotation, Door, How, correct_outcome, insert_annotation, insert_baseline, insert_counts,
    insert_outcomes, load_outcomes, put_beside,
};
use crate::web::error::AppError;

/// The values that the municipality has when it begins; those of later periods come as they are
/// reported.
pub(super) fn first_readings(tx: &mut Tx<'_>, world: &World, until: Date) -> Result<(), AppError> {
    let known = |one: &Outcome| one.period.last_day() < until;
    let readings = world.readings().filter_map(|reading| said_first(world, &reading));
    let count = load_outcomes(tx, readings.filter(known))?;
    tell_of_readings(tx, world, count, "readings")
}

/// The values of the periods that end from a day on, by the first day of each month that they end
/// in; the first month begins with the day.
pub(super) fn later_readings(world: &World, from: Date) -> BTreeMap<Date, Vec<Outcome>> {
    let mut months: BTreeMap<Date, Vec<Outcome>> = BTreeMap::new();
    let readings = world.readings().filter_map(|reading| said_first(world, &reading));
    for one in readings {
        // What is reported of a period that has not ended is reported in its last days.
        let last = one.period.last_day().min(world.today.yesterday().unwrap_or(world.today));
        if last >= from {
            months.entry(last.first_of_month().max(from)).or_default().push(one);
        }
    }
    months
}

/// Reports the values of the periods that ended in a month.
pub(super) fn report(
    tx: &mut Tx<'_>,
    world: &World,
    month: Date,
    readings: &[Outcome],
) -> Result<(), AppError> {
    let count = insert_outcomes(tx, &How::by(Door::Filled), readings.iter().cloned())?;
    tell_of_readings(tx, world, count, &format!("readings {month}"))
}

fn tell_of_readings(
    tx: &mut Tx<'_>,
    world: &World,
    count: u64,
    word: &str,
) -> Result<(), AppError> {
    let after = serde_json::json!({ "values": count, "seed": world.seed });
    record(tx, "plant", "import", id_of("import", word), 1, &after)
}

pub(super) fn plant(tx: &mut Tx<'_>, world: &World) -> Result<(), AppError> {
    plant_corrections(tx, world)?;
    plant_headcounts(tx, world)?;
    plant_respondents(tx, world)?;
    plant_other_source(tx, world)?;
    for event in &world.annotations {
        let word = format!("{}/{}/{}", event.org, event.label, event.period);
        let day = period(event.period).map_or(world.today, Period::first_day);
        let annotation = Annotation { day, text: event.label.clone() };
        insert_annotation(tx, id_of("annotation", &word), id_of("org", &event.org), &annotation)?;
    }
    for chosen in &world.baselines {
        let Some(from) = period(chosen.from) else { continue };
        let locked = Some(usize::from(chosen.values)).filter(|values| *values > 0);
        let kind = if chosen.method { BreakKind::Method } else { BreakKind::Work };
        let baseline = Baseline { kind, from, locked, reason: chosen.reason.clone() };
        insert_baseline(tx, element_id(&chosen.measure), id_of("org", &chosen.org), &baseline)?;
    }
    for judgement in &world.judgements {
        plant_judgements::plant_judgement(tx, world, judgement)?;
    }
    Ok(())
}

/// What another source says beside an own value, so that whoever looks around meets two that differ.
fn plant_other_source(tx: &mut Tx<'_>, world: &World) -> Result<(), AppError> {
    let series = world.series_of("trygga-vardnadshavare", "hamnens-forskolor");
    let readings = series.into_iter().flat_map(|series| series.readings(world.seed));
    let Some(own) = readings.filter_map(|reading| outcome(&reading)).last() else { return Ok(()) };
    let Some(number) = own.value.number() else { return Ok(()) };
    let value = OutcomeValue::Measured(number - Decimal::from(3));
    let how = How { origin: "Skolinspektionens enkät", ..How::by(Door::Beside) };
    put_beside(tx, &how, [Outcome { value, quality: OutcomeQuality::Verified, ..own }])?;
    Ok(())
}

/// So few that their values are hidden, so that whoever looks around meets it.
fn plant_headcounts(tx: &mut Tx<'_>, world: &World) -> Result<(), AppError> {
    for count in &world.headcounts {
        let of = |series: &&world::Series| {
            series.measure == count.measure && series.org == count.org && series.gender.is_some()
        };
        let series = world.series.iter().filter(of);
        let readings = series.flat_map(|series| series.readings(world.seed));
        let rows: Vec<_> = readings
            .filter_map(|reading| {
                let people =
                    if reading.gender == Some(Gender::Men) { count.men } else { count.women };
                let Outcome { measure, org_unit, breakdown, period, .. } = outcome(&reading)?;
                Some((ValueKey { measure, org_unit, breakdown, period }, people))
            })
            .collect();
        insert_counts(tx, rows.iter().map(|(key, people)| (key, *people)))?;
    }
    Ok(())
}

/// Decides what of the values is withheld, as every write of values does.
pub(super) fn withhold(tx: &mut Tx<'_>) -> Result<(), AppError> {
    let structure = Structures::default().at_head(tx, false)?;
    tx.leave_unaudited("what is withheld follows from the values");
    withhold_all(tx, &structure)
}

/// How many have answered, so that what chance does can be reckoned.
fn plant_respondents(tx: &mut Tx<'_>, world: &World) -> Result<(), AppError> {
    for count in &world.respondents {
        let series = world.series_of(&count.measure, &count.org);
        let readings = series.into_iter().flat_map(|series| series.readings(world.seed));
        let of_all = readings.filter(|reading| reading.gender.is_none());
        let keys: Vec<ValueKey> = of_all
            .filter_map(|reading| {
                let Outcome { measure, org_unit, breakdown, period, .. } = outcome(&reading)?;
                Some(ValueKey { measure, org_unit, breakdown, period })
            })
            .collect();
        insert_counts(tx, keys.iter().map(|key| (key, count.people)))?;
    }
    Ok(())
}

/// A value was another at first, so that whoever looks around meets a correction.
fn plant_corrections(tx: &mut Tx<'_>, world: &World) -> Result<(), AppError> {
    for corrected in &world.corrected {
        let series = world.series_of(&corrected.measure, &corrected.org);
        let mut readings = series.into_iter().flat_map(|series| series.readings(world.seed));
        let reading = readings.find(|reading| reading.period == corrected.period);
        let Some(outcome) = reading.and_then(|reading| outcome(&reading)) else { continue };
        let value = OutcomeValue::Measured(corrected.before);
        let before = Standing { value, quality: outcome.quality };
        correct_outcome(tx, &Outcome { version: 2, ..outcome }, before, &corrected.reason)?;
    }
    Ok(())
}

/// The same period in the catalogue.
pub(super) fn period(of_data: world::Period) -> Option<Period> {
    of_data.to_string().parse().ok()
}

/// What was said of a reading at first: where it has been corrected, what stood before.
fn said_first(world: &World, reading: &Reading<'_>) -> Option<Outcome> {
    let outcome = outcome(reading)?;
    let corrected = world.corrected.iter().find(|one| {
        one.measure == reading.measure
            && one.org == reading.org
            && one.period == reading.period
            && reading.gender.is_none()
    });
    Some(match corrected {
        Some(one) => Outcome { value: OutcomeValue::Measured(one.before), ..outcome },
        None => outcome,
    })
}

fn outcome(reading: &Reading<'_>) -> Option<Outcome> {
    let value = match (reading.state, reading.value) {
        (ReadingState::NotApplicable, _) => OutcomeValue::NotApplicable,
        (_, Some(value)) => OutcomeValue::Measured(value),
        (_, None) => OutcomeValue::Missing,
    };
    let quality = match reading.state {
        ReadingState::Preliminary => OutcomeQuality::Preliminary,
        _ => OutcomeQuality::Verified,
    };
    let breakdown = match reading.gender {
        None => "",
        Some(Gender::Women) => "kvinnor",
        Some(Gender::Men) => "män",
    };
    Some(Outcome {
        measure: element_id(reading.measure),
        org_unit: id_of("org", reading.org),
        breakdown: breakdown.to_owned(),
        period: period(reading.period)?,
        value,
        quality,
        version: 1,
    })
}
