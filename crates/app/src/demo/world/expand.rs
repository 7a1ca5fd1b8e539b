//! From the short descriptions in the data to one series per measure, unit and gender.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::measures::Measure;
use super::organisation::OrgUnit;
use super::period::Period;
use super::random::Stream;
use super::series::{
    Exception, ExplicitSeries, Gender, Series, SeriesGroup, Shape, Source, scaled,
};

/// The demo has four years of values.
const FIRST_YEAR: i16 = 2023;

/// Series for every unit that a group names. What is written out wins over what is generated.
/// Groups with an unknown measure are left out here and reported by the check of references.
pub(super) fn expand(
    groups: &[SeriesGroup],
    written: &[ExplicitSeries],
    measures: &[Measure],
    organisation: &[OrgUnit],
    seed: u64,
) -> Vec<Series> {
    let taken: HashSet<(&str, &str)> =
        written.iter().map(|series| (series.measure.as_str(), series.org.as_str())).collect();
    let mut all: Vec<Series> = written.iter().map(written_out).collect();
    for group in groups {
        let Some(measure) = measures.iter().find(|measure| measure.id == group.measure) else {
            continue;
        };
        for unit in organisation.iter().filter(|unit| group.covers(unit)) {
            if !taken.contains(&(group.measure.as_str(), unit.id.as_str())) {
                all.extend(of_unit(group, measure, &unit.id, seed));
            }
        }
    }
    all
}

impl SeriesGroup {
    fn covers(&self, unit: &OrgUnit) -> bool {
        self.orgs.contains(&unit.id)
            || unit.branch.as_ref().is_some_and(|branch| self.branches.contains(branch))
    }
}

fn written_out(series: &ExplicitSeries) -> Series {
    let mut last = series.first;
    for _ in 1..series.values.len() {
        last = last.next();
    }
    Series {
        measure: series.measure.clone(),
        org: series.org.clone(),
        gender: series.gender,
        first: series.first,
        last,
        preliminary: series.preliminary,
        source: Source::Written(series.values.clone()),
    }
}

fn of_unit(group: &SeriesGroup, measure: &Measure, org: &str, seed: u64) -> Vec<Series> {
    let exception = group.exceptions.iter().find(|exception| exception.org == org);
    let shape = shape(group, measure, org, exception, seed);
    let first = group.first.unwrap_or(Period::new(FIRST_YEAR, measure.frequency, 1));
    let one = |gender, difference: i64| Series {
        measure: measure.id.clone(),
        org: org.to_owned(),
        gender,
        first,
        last: measure.newest,
        preliminary: group.preliminary,
        source: Source::Generated(Shape { level: shape.level + difference, ..shape.clone() }),
    };
    let mut all = vec![one(None, 0)];
    if let Some(gap) = group.gender_gap {
        let gap = scaled(gap, measure.decimals);
        all.push(one(Some(Gender::Women), gap));
        all.push(one(Some(Gender::Men), -gap));
    }
    all
}

fn shape(
    group: &SeriesGroup,
    measure: &Measure,
    org: &str,
    exception: Option<&Exception>,
    seed: u64,
) -> Shape {
    let own = |pick: fn(&Exception) -> Option<Decimal>, common: Decimal| {
        scaled(exception.and_then(pick).unwrap_or(common), measure.decimals)
    };
    let spread = scaled(group.spread, measure.decimals);
    let apart = if exception.is_some_and(|exception| exception.level.is_some()) {
        0
    } else {
        Stream::named(seed, &["level", &measure.id, org]).around_zero(spread)
    };
    Shape {
        decimals: measure.decimals,
        level: own(|exception| exception.level, group.level) + apart,
        noise: own(|exception| exception.noise, group.noise),
        season: scaled(group.season, measure.decimals),
        trend: own(|exception| exception.trend, group.trend),
        shift: exception
            .and_then(|exception| exception.shift)
            .map(|shift| (shift.at, scaled(shift.by, measure.decimals))),
        missing: exception.and_then(|exception| exception.missing).unwrap_or(group.missing),
        bounds: (
            measure.least.map_or(i64::MIN, |least| scaled(least, measure.decimals)),
            measure.most.map_or(i64::MAX, |most| scaled(most, measure.decimals)),
        ),
        not_applicable: exception.is_some_and(|exception| exception.not_applicable),
    }
}
