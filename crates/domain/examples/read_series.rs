//! Reads series and groups as lines of JSON and prints what the rules of this crate say of each, to be
//! held against another reading of the published rules: see `scripts/statistics-check/README.md`.

use std::error::Error;
use std::io::{BufRead, Write};

use domain::statistics::finding::{Finding, Question, Reading};
use domain::statistics::forecast::{Basis, NoForecast, Year, YearBy};
use domain::statistics::funnel::{Counted, Funnel, Standing};
use domain::statistics::interval::{compared, held_against, wilson};
use domain::statistics::target::{Desired, NaturalBounds, Target};
use domain::statistics::xmr::{Break, Evidence, Xmr};
use domain::statistics::{Mark, Movement, Pattern, Screening};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let asked: Value = serde_json::from_str(&line?)?;
        let answer = match asked.get("units") {
            Some(units) => of_units(units),
            None => of_series(&asked)?,
        };
        writeln!(out, "{answer}")?;
    }
    Ok(())
}

fn of_series(asked: &Value) -> Result<Value, Box<dyn Error>> {
    let values: Vec<Option<f64>> = array(&asked["values"]).iter().map(Value::as_f64).collect();
    let breaks: Vec<Break> = array(&asked["breaks"])
        .iter()
        .map(|one| Break {
            first: count(&one[0]),
            locked: one[1].as_u64().map(|_| count(&one[1])),
            reason: "a person said so".to_owned(),
        })
        .collect();
    let screening =
        if asked["screening"] == Value::Bool(true) { Screening::On } else { Screening::Off };
    let (low, high) = (asked["target"]["low"].as_f64(), asked["target"]["high"].as_f64());
    let target = match (low, high) {
        (Some(low), Some(high)) => Target::Range { low, high },
        (Some(low), None) => Target::AtLeast(low),
        (None, Some(high)) => Target::AtMost(high),
        (None, None) => Target::None,
    };
    let desired = match asked["desired"].as_str() {
        Some("higher") => Desired::Higher,
        Some("lower") => Desired::Lower,
        _ => Desired::Neither,
    };
    let periods = count(&asked["periods"]);
    let chart = Xmr::read(&values, &breaks, screening)?;
    let finding = Finding::read(&Question {
        breaks: &breaks,
        screening,
        desired,
        target,
        periods_in_year: periods,
        ..Question::about(&values)
    })?;
    let reading = match &finding {
        Finding::Observed(reading) => Some(reading),
        Finding::Missing { .. } => None,
    };
    let segments: Vec<Value> = chart
        .segments
        .iter()
        .map(|one| {
            let limits = one.limits.map(|l| json!([l.mean, l.mean_moving_range, l.lower, l.upper]));
            let evidence = match one.evidence {
                Evidence::TooFew { .. } => "too few",
                Evidence::Trial { .. } => "trial",
                Evidence::Firm { .. } => "firm",
            };
            json!({"first": one.points.start, "end": one.points.end, "evidence": evidence, "limits": limits})
        })
        .collect();
    let last = chart.segments.last().map_or(0, |one| one.points.start);
    Ok(json!({
        "segments": segments,
        "marks": chart.marks.iter().map(|one| one.map(of_mark)).collect::<Vec<_>>(),
        "assurance": reading.map(|one| format!("{:?}", one.assurance)),
        "season": reading.is_some_and(|one| one.season.is_some()),
        "forecast": of_year(asked, values.split_at(last.min(values.len())), (periods, reading)),
    }))
}

fn of_mark(mark: Mark) -> Value {
    let (pattern, points) = match mark.pattern {
        Pattern::Outside => ("outside", 0),
        Pattern::Trend { points } => ("trend", points),
        Pattern::NearLimit => ("near", 0),
        Pattern::Shift { points } => ("shift", points),
    };
    json!([pattern, points, way(mark.movement), mark.possible])
}

fn way(movement: Movement) -> &'static str {
    match movement {
        Movement::Up => "up",
        Movement::Down => "down",
    }
}

fn of_year(
    asked: &Value,
    (earlier, values): (&[Option<f64>], &[Option<f64>]),
    of: (usize, Option<&Reading>),
) -> Value {
    let by = match asked["by"].as_str() {
        Some("sum") => YearBy::Sum,
        Some("latest") => YearBy::Latest,
        _ => YearBy::Mean,
    };
    let passed = count(&asked["passed"]);
    let bounds = NaturalBounds::default();
    let year = Year { values, earlier, passed, periods: of.0, by, bounds };
    match year.forecast(of.1) {
        Ok(found) => {
            let years = match found.basis {
                Basis::EarlierYears(years) => years,
                Basis::UsualVariation => 0,
            };
            json!([found.expected, found.low, found.high, years])
        }
        Err(NoForecast::OddValue { index }) => json!(format!("OddValue {index}")),
        Err(why) => json!(format!("{why:?}")),
    }
}

fn of_units(units: &Value) -> Value {
    let units: Vec<Counted> = array(units)
        .iter()
        .map(|one| Counted {
            events: one[0].as_u64().unwrap_or(0),
            out_of: one[1].as_u64().unwrap_or(1),
        })
        .collect();
    let funnel = Funnel::of(&units).ok().map(|funnel| {
        let standings = funnel.standings.iter().copied().map(standing);
        let bands = units.iter().map(|unit| {
            let band = funnel.band(unit.out_of);
            json!([band.lower_action, band.lower_warning, band.upper_warning, band.upper_action])
        });
        json!({
            "centre": funnel.centre,
            "between": funnel.overdispersion.map_or(0.0, |over| over.between),
            "standings": standings.collect::<Vec<_>>(),
            "bands": bands.collect::<Vec<_>>(),
        })
    });
    let intervals = units.iter().map(|one| wilson(*one)).map(|one| json!([one.low, one.high]));
    let held = held_against(&units).map(|held| {
        let intervals = held.intervals.iter().map(|one| json!([one.low, one.high]));
        json!({
            "common": held.common,
            "intervals": intervals.collect::<Vec<_>>(),
            "standings": held.standings.iter().copied().map(standing).collect::<Vec<_>>(),
        })
    });
    json!({
        "funnel": funnel,
        "held": held,
        "wilson": intervals.collect::<Vec<_>>(),
        "apart": compared(&units).map(|found| found.apart),
    })
}

fn standing(one: Standing) -> String {
    match one {
        Standing::Usual => "usual".to_owned(),
        Standing::Watch(movement) => format!("watch {}", way(movement)),
        Standing::Differs(movement) => format!("differs {}", way(movement)),
    }
}

fn array(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn count(value: &Value) -> usize {
    value.as_u64().and_then(|count| usize::try_from(count).ok()).unwrap_or(0)
}
