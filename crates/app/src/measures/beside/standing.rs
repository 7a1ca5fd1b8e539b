//! How org units stand to all of them together: a funnel of many, intervals of few, and nothing at all
//! where what chance does cannot be known.

use domain::ids::OrgUnitId;
use domain::measures::Measure;
use domain::statistics::funnel::{Counted, FEWEST, Funnel, NoFunnel, Standing};
use domain::statistics::interval::{Confidence, HeldAgainst, held_against};
use rust_decimal::Decimal;

use super::gathered::{Gathered, OfUnit};

/// Why chance cannot be reckoned.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unknown {
    /// The measure is not known to be a share of people.
    NoShare,
    /// How many people values are about would tell how few others are.
    CountsHidden,
    /// It is not known how many people the values are about.
    NoCounts,
    /// It is true of nobody, or of everybody.
    NothingDiffers,
}

/// What is known of how the org units stand.
pub(super) enum Way {
    /// Eight or more.
    Funnel(Funnel),
    /// Fewer, each with its interval, around the share of all together.
    Intervals(HeldAgainst),
    /// The values alone.
    Values(Unknown),
}

/// An org unit and how it stands.
pub(super) struct Stands {
    pub(super) unit: OrgUnitId,
    pub(super) value: Option<Decimal>,
    pub(super) counted: Option<Counted>,
    pub(super) standing: Option<Standing>,
    /// Of a funnel the limits of action for so many people, else the unit's own interval.
    pub(super) ends: Option<Confidence>,
}

/// All of them.
pub(super) struct Beside {
    pub(super) way: Way,
    pub(super) units: Vec<Stands>,
}

impl Beside {
    /// Sets the gathered values beside each other.
    pub(super) fn of(measure: &Measure, gathered: &Gathered) -> Self {
        let counted = |one: &OfUnit| {
            if !measure.is_share_of_people() {
                return None;
            }
            Counted::of_written(one.value?, u64::from(one.people?))
        };
        let mut units: Vec<Stands> = gathered
            .units
            .iter()
            .map(|one| Stands {
                unit: one.unit,
                value: one.value,
                counted: counted(one),
                standing: None,
                ends: None,
            })
            .collect();
        let way = way_of(measure, gathered, &units);
        stand(&way, &mut units);
        Self { way, units }
    }

    /// Those that stand in some way.
    pub(super) fn who(&self, wanted: impl Fn(Standing) -> bool) -> Vec<OrgUnitId> {
        let units = self.units.iter();
        units.filter(|one| one.standing.is_some_and(&wanted)).map(|one| one.unit).collect()
    }

    /// How many are held against the others.
    pub(super) fn compared(&self) -> usize {
        self.units.iter().filter(|one| one.standing.is_some()).count()
    }

    /// The share of all together.
    pub(super) fn centre(&self) -> Option<f64> {
        match &self.way {
            Way::Funnel(funnel) => Some(funnel.centre),
            Way::Intervals(held) => Some(held.common),
            Way::Values(_) => None,
        }
    }
}

fn way_of(measure: &Measure, gathered: &Gathered, units: &[Stands]) -> Way {
    if !measure.is_share_of_people() {
        return Way::Values(Unknown::NoShare);
    }
    if gathered.counts_hidden {
        return Way::Values(Unknown::CountsHidden);
    }
    let counted: Vec<Counted> = units.iter().filter_map(|one| one.counted).collect();
    match Funnel::of(&counted) {
        Ok(funnel) => Way::Funnel(funnel),
        Err(NoFunnel::NothingDiffers) => Way::Values(Unknown::NothingDiffers),
        Err(NoFunnel::TooFew) => {
            debug_assert!(counted.len() < FEWEST, "many make a funnel");
            held_against(&counted).map_or(Way::Values(Unknown::NoCounts), Way::Intervals)
        }
    }
}

fn stand(way: &Way, units: &mut [Stands]) {
    let counted = units.iter_mut().filter(|one| one.counted.is_some());
    match way {
        Way::Values(_) => {}
        Way::Funnel(funnel) => {
            for (one, standing) in counted.zip(&funnel.standings) {
                one.standing = Some(*standing);
                let band = one.counted.map(|counted| funnel.band(counted.out_of));
                one.ends =
                    band.map(|band| Confidence { low: band.lower_action, high: band.upper_action });
            }
        }
        Way::Intervals(held) => {
            for (one, (standing, interval)) in
                counted.zip(held.standings.iter().zip(&held.intervals))
            {
                one.standing = Some(*standing);
                one.ends = Some(*interval);
            }
        }
    }
}
