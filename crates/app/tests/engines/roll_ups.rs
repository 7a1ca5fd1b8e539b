//! Values put together over the organisation, and the latest period with a value: what is kept and
//! followed is what reading everything gives, whatever is written in between.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use app::app::App;
use app::cx::Visit;
use app::demo::world::{SEED, Size, World};
use app::demo::{plant, tenant};
use app::measures::shown;
use app::measures::store::{
    Door, How, all_of_measure, insert_outcomes, keep_counts, latest_periods, mistake_counts,
    remove_outcomes, update_outcomes,
};
use app::web::error::AppError;
use app::web::request::Request;
use db::testing::Engines;
use db::{Author, Db, Tx};
use domain::elements::Structure;
use domain::ids::{ElementId, OrgUnitId};
use domain::imports::ValueKey;
use domain::measures::{Aggregation, Outcome, OutcomeQuality, OutcomeValue, Series};
use domain::periods::Period;
use jiff::civil::date;
use rust_decimal::Decimal;

use super::{Clock, MIGRATIONS, Still, served};

const STEPS: u32 = 60;
const UNITS: usize = 12;
const PERIODS: usize = 20;
/// A write of more values than this is not noted value by value.
const MANY: u32 = 140;

/// Numbers in a row that always is the same (a linear congruential generator).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695);
        u32::try_from(self.0 >> 33).unwrap_or(0) % most
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(u32::try_from(all.len()).unwrap_or(1)) as usize]
    }
}

/// Where a value stands: org unit, group and period.
type Place = (OrgUnitId, &'static str, Period);

/// A measure that people report in every way they can.
struct Reported {
    measure: ElementId,
    units: Vec<OrgUnitId>,
    periods: Vec<Period>,
    /// The values as they should stand, as the test has written them.
    values: BTreeMap<Place, Outcome>,
    dice: Dice,
}

/// Writes of one step: new values, changed ones, and those taken away with their versions.
#[derive(Clone, Default)]
struct Writes {
    one: Option<Outcome>,
    new: Vec<Outcome>,
    changed: Vec<Outcome>,
    taken: Vec<(ValueKey, i64)>,
    /// How many people values are about, or that it is not known any more.
    counts: Vec<(ValueKey, Option<u32>)>,
    /// Where it was wrong from the beginning.
    mistaken: Vec<ValueKey>,
}

impl Writes {
    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<(), AppError> {
        tx.leave_unaudited("a test of values alone");
        let how = How::by(Door::Filled);
        if let Some(one) = &self.one {
            if one.version == 1 {
                insert_outcomes(tx, &how, [one.clone()])?;
            } else {
                update_outcomes(tx, &how, [one.clone()])?;
            }
        }
        insert_outcomes(tx, &how, self.new.iter().cloned())?;
        update_outcomes(tx, &how, self.changed.iter().cloned())?;
        let taken = remove_outcomes(tx, &how, self.taken.iter().map(|(key, at)| (key, *at)))?;
        assert_eq!(taken, self.taken.len() as u64);
        if !self.counts.is_empty() {
            keep_counts(tx, None, self.counts.iter().map(|(key, count)| (key, *count)))?;
        }
        for place in &self.mistaken {
            mistake_counts(tx, place)?;
        }
        Ok(())
    }
}

impl Reported {
    /// A measure nobody reports in places yet, and org units of different parents without others
    /// under them.
    fn new(structure: &Structure, aggregation: Aggregation, seed: u64) -> Option<Self> {
        let organisation = &structure.organisation;
        let measure = structure
            .elements()
            .filter_map(|element| structure.measure(element.id))
            .filter(|measure| measure.over_organisation == aggregation)
            .min_by_key(|measure| measure.id)?;
        let leaves = organisation.all().filter(|unit| organisation.children(unit.id).is_empty());
        let latest = Period::containing(date(2026, 8, 25), measure.frequency);
        let periods = std::iter::successors(Some(latest), |period| Some(period.previous()));
        Some(Self {
            measure: measure.id,
            units: leaves.map(|unit| unit.id).take(UNITS).collect(),
            periods: periods.take(PERIODS).collect(),
            values: BTreeMap::new(),
            dice: Dice(seed),
        })
    }

    fn place(&mut self, group: &'static str) -> Place {
        (self.dice.one_of(&self.units), group, self.dice.one_of(&self.periods))
    }

    /// Puts a value in a place, whatever stands there.
    fn put(&mut self, place: Place) -> Outcome {
        let value = match self.dice.below(8) {
            0 => OutcomeValue::Missing,
            1 => OutcomeValue::NotApplicable,
            _ => OutcomeValue::Measured(Decimal::new(self.dice.below(1_000).into(), 1)),
        };
        let quality = self.dice.one_of(&[OutcomeQuality::Preliminary, OutcomeQuality::Verified]);
        let version = self.values.get(&place).map_or(1, |kept| kept.version + 1);
        let (org_unit, group, period) = place;
        let (measure, breakdown) = (self.measure, group.to_owned());
        let outcome = Outcome { measure, org_unit, breakdown, period, value, quality, version };
        self.values.insert(place, outcome.clone());
        outcome
    }

    fn take(&mut self, place: Place) -> Option<(ValueKey, i64)> {
        let kept = self.values.remove(&place)?;
        let (measure, breakdown) = (kept.measure, kept.breakdown);
        let key = ValueKey { measure, org_unit: kept.org_unit, breakdown, period: kept.period };
        Some((key, kept.version))
    }

    /// The latest period that has a value for all people, of each org unit, as the values say it.
    fn latest(&self) -> BTreeMap<OrgUnitId, Period> {
        let mut latest = BTreeMap::new();
        for ((unit, group, period), outcome) in &self.values {
            if group.is_empty() && outcome.value != OutcomeValue::Missing {
                let last = latest.entry(*unit).or_insert(*period);
                *last = (*last).max(*period);
            }
        }
        latest
    }

    /// Something that people do: record a value or correct one, for all or for a group, have one
    /// removed, read a file in, or undo it, say how many values are about or that it was wrong.
    fn step(&mut self) -> Writes {
        let mut writes = Writes::default();
        match self.dice.below(9) {
            0 | 1 => {
                let place = self.place("");
                writes.one = Some(self.put(place));
            }
            2 => {
                let place = self.place("kvinnor");
                writes.one = Some(self.put(place));
            }
            3 => {
                let standing: Vec<Place> = self.values.keys().copied().collect();
                if !standing.is_empty() {
                    let place = self.dice.one_of(&standing);
                    writes.taken.extend(self.take(place));
                }
            }
            4 => {
                let count = self.dice.below(MANY);
                let places: BTreeSet<Place> = (0..count).map(|_| self.place("")).collect();
                for place in places {
                    let outcome = self.put(place);
                    let of =
                        if outcome.version == 1 { &mut writes.new } else { &mut writes.changed };
                    of.push(outcome);
                }
            }
            5 | 6 => {
                let standing: Vec<Place> = self.values.keys().copied().collect();
                for _ in 0..if standing.is_empty() { 0 } else { 3 } {
                    let (org_unit, group, period) = self.dice.one_of(&standing);
                    let (measure, breakdown) = (self.measure, group.to_owned());
                    let key = ValueKey { measure, org_unit, breakdown, period };
                    let count = [Some(2), Some(3), Some(30), Some(40), None];
                    let count = self.dice.one_of(&count);
                    writes.counts.retain(|(known, _)| *known != key);
                    writes.counts.push((key, count));
                }
            }
            7 => {
                let (org_unit, group, period) = self.place("");
                let (measure, breakdown) = (self.measure, group.to_owned());
                writes.mistaken.push(ValueKey { measure, org_unit, breakdown, period });
            }
            _ => {
                let unit = self.dice.one_of(&self.units);
                let of_unit = |(place, _): &(&Place, &Outcome)| place.0 == unit;
                let places: Vec<Place> =
                    self.values.iter().filter(of_unit).map(|(place, _)| *place).collect();
                writes.taken.extend(places.into_iter().filter_map(|place| self.take(place)));
            }
        }
        writes
    }
}

/// A series, how many org units stand behind it, and when it hides a value.
type Seen = (Series, Option<(usize, usize)>, BTreeSet<Period>);

/// The series of some org units and of every one above them.
fn seen(app: &Arc<App>, measure: ElementId, units: &[OrgUnitId]) -> BTreeMap<OrgUnitId, Seen> {
    let request = Request::empty();
    let visit = Visit::stranger(Some(tenant()), Still.now(), &request);
    let read = app.read(&request, &visit, |cx| {
        let (structure, today) = (cx.structure.clone(), cx.today());
        let levels = units.iter().flat_map(|unit| structure.organisation.ancestors(*unit));
        let levels: BTreeSet<OrgUnitId> = levels.chain(units.iter().copied()).collect();
        let mut all = BTreeMap::new();
        for level in levels {
            if let Some(series) = shown(cx, &structure, measure, level, today)? {
                all.insert(level, (series.series, series.coverage, series.withheld));
            }
        }
        Ok(all)
    });
    read.expect("the series can be read")
}

/// Takes away what the demo has planted of a measure.
fn clear(db: &Db, measure: ElementId) {
    db.write(tenant(), &Author::default(), move |tx| {
        let all: Vec<(ValueKey, i64)> = all_of_measure(tx, measure)?
            .into_iter()
            .map(|kept| {
                let Outcome { org_unit, breakdown, period, version, .. } = kept;
                (ValueKey { measure, org_unit, breakdown, period }, version)
            })
            .collect();
        Writes { taken: all, ..Writes::default() }.carry_out(tx)
    })
    .expect("the values are taken away");
}

#[test]
fn what_is_kept_of_values_is_what_reading_all_of_them_gives() {
    for (_place, db) in Engines::all(MIGRATIONS) {
        plant(&db, World::scaled(Size::Small, SEED).unwrap(), Still.now()).unwrap();
        let following = served(&db);
        let structure = db.read(tenant(), |tx| following.structures.at_head(tx, true)).unwrap();
        let (mut together, mut hidden) = (0, 0);
        for (seed, aggregation) in [(1, Aggregation::Sum), (2, Aggregation::Mean)] {
            let Some(mut reported) = Reported::new(&structure, aggregation, seed) else { continue };
            let (measure, units) = (reported.measure, reported.units.clone());
            clear(&db, measure);
            for step in 0..STEPS {
                let writes = reported.step();
                // No two changes are made in the same moment.
                let author = Author { at: i64::from(step) + 1, ..Author::default() };
                db.write(tenant(), &author, move |tx| writes.carry_out(tx)).unwrap();
                let all = db.read(tenant(), latest_periods).unwrap();
                let latest = all.into_iter().filter(|((of, _), _)| *of == measure);
                let latest = latest.map(|((_, unit), period)| (unit, period)).collect();
                assert_eq!(reported.latest(), latest, "{}: step {step}", db.engine_name());
                // Sometimes several writes come before anybody looks.
                if reported.dice.below(3) == 0 {
                    continue;
                }
                let followed = seen(&following, measure, &units);
                let whole = seen(&served(&db), measure, &units);
                assert_eq!(followed, whole, "{}: step {step} of {aggregation:?}", db.engine_name());
                together += followed.values().filter(|(_, behind, _)| behind.is_some()).count();
                hidden += followed.values().filter(|(.., hidden)| !hidden.is_empty()).count();
            }
        }
        assert!(together > 50, "{together} levels were put together");
        assert!(hidden > 50, "{hidden} series hide something");
    }
}
