//! Whether org units differ more than chance: the funnel plot of shares, with exact binomial limits
//! around what is common to all, widened where the units differ by more than chance for other reasons.
//!
//! D. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine
//! 24 (2005), 1185–1202, with the limits of its appendix A.1.1 and the overdispersion of its section 4.
#![expect(
    clippy::float_arithmetic,
    reason = "a documented statistical kernel: limits are estimates, not accounts"
)]

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::overdispersion::Overdispersion;
use super::quantiles::{NORMAL_95, NORMAL_998, binomial_below, chi_square};
use super::rules::Movement;

/// Fewer org units than this are set beside each other with intervals instead.
pub const FEWEST: usize = 8;
/// Shares of chance below the lower and upper limits of warning, one in forty on each side.
const WARNING: (f64, f64) = (0.025, 0.975);
/// Shares of chance below the lower and upper limits of action, one in a thousand on each side.
const ACTION: (f64, f64) = (0.001, 0.999);

/// One org unit: how many of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// How many it is true of; never more than `out_of`.
    pub events: u64,
    /// How many there are, at least one.
    pub out_of: u64,
}

impl Counted {
    /// From a share between 0 and 1 and how many it is a share of: the nearest whole number of events.
    /// None when the share is none, or there is nobody.
    pub fn of(share: f64, out_of: u64) -> Option<Self> {
        if out_of == 0 || !(0.0..=1.0).contains(&share) {
            return None;
        }
        let events = (share * number(out_of)).round().to_u64()?.min(out_of);
        Some(Self { events, out_of })
    }

    /// From a percentage as it is written, with so many decimals as it has. None where it is no percentage
    /// of a whole number of so many: then one of the two is wrong, and nothing can be reckoned with them.
    pub fn of_written(percentage: Decimal, out_of: u64) -> Option<Self> {
        let found = Self::of(percentage.to_f64()? / 100.0, out_of)?;
        let written = percentage.normalize();
        let exact = Decimal::from(found.events * 100).checked_div(Decimal::from(out_of))?;
        // A step of the last decimal: some round, others cut.
        ((exact - written).abs() <= Decimal::new(1, written.scale())).then_some(found)
    }

    /// The share, from 0 to 1.
    pub fn share(self) -> f64 {
        number(self.events) / number(self.out_of)
    }
}

/// How an org unit stands to all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Within what chance does nineteen times of twenty.
    Usual,
    /// Outside the limit of warning: one in twenty is there by chance alone.
    Watch(Movement),
    /// Outside the limit of action: differs more than chance.
    Differs(Movement),
}

/// The limits for one number of people, as shares from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// Below it: differs more than chance.
    pub lower_action: f64,
    /// Below it: worth an eye.
    pub lower_warning: f64,
    /// Above it: worth an eye.
    pub upper_warning: f64,
    /// Above it: differs more than chance.
    pub upper_action: f64,
}

/// Why there is no funnel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoFunnel {
    /// Fewer than eight org units.
    TooFew,
    /// It is true of nobody, or of everybody: nothing differs.
    NothingDiffers,
}

/// Org units around what is common to them.
#[derive(Debug, Clone, PartialEq)]
pub struct Funnel {
    /// The share of all together.
    pub centre: f64,
    /// How much more than chance the units differ; the limits are widened by it. None when they do not.
    pub overdispersion: Option<Overdispersion>,
    /// One for each org unit, in the order they were given.
    pub standings: Vec<Standing>,
}

impl Funnel {
    /// Sets org units beside each other.
    ///
    /// # Errors
    /// When they are too few, or nothing differs.
    pub fn of(units: &[Counted]) -> Result<Self, NoFunnel> {
        if units.len() < FEWEST {
            return Err(NoFunnel::TooFew);
        }
        let events: f64 = units.iter().map(|one| number(one.events)).sum();
        let all: f64 = units.iter().map(|one| number(one.out_of)).sum();
        if events <= 0.0 || events >= all {
            return Err(NoFunnel::NothingDiffers);
        }
        let centre = events / all;
        let overdispersion = Overdispersion::of(units, centre).filter(Overdispersion::widens);
        let mut funnel = Self { centre, overdispersion, standings: Vec::new() };
        funnel.standings = units.iter().map(|one| funnel.standing(*one)).collect();
        Ok(funnel)
    }

    /// The limits for so many people.
    pub fn band(&self, out_of: u64) -> Band {
        match self.overdispersion {
            Some(over) => {
                let at = |z: f64| over.limit(self.centre, out_of, z);
                Band {
                    lower_action: at(-NORMAL_998),
                    lower_warning: at(-NORMAL_95),
                    upper_warning: at(NORMAL_95),
                    upper_action: at(NORMAL_998),
                }
            }
            None => Band {
                lower_action: binomial_limit(self.centre, out_of, ACTION.0),
                lower_warning: binomial_limit(self.centre, out_of, WARNING.0),
                upper_warning: binomial_limit(self.centre, out_of, WARNING.1),
                upper_action: binomial_limit(self.centre, out_of, ACTION.1),
            },
        }
    }

    fn standing(&self, unit: Counted) -> Standing {
        let (below, above, within) = if self.overdispersion.is_some() {
            let band = self.band(unit.out_of);
            let limits =
                [band.lower_action, band.lower_warning, band.upper_warning, band.upper_action];
            (unit.share(), unit.share(), limits)
        } else {
            // Of whole numbers: how probable so few are, and how probable fewer are. So many or more must
            // be improbable themselves: all of a few lie above any limit drawn between whole numbers.
            let tail =
                |events: u64| binomial_below(number(events), number(unit.out_of), self.centre);
            let fewer = unit.events.checked_sub(1).map_or(0.0, tail);
            (tail(unit.events), fewer, [ACTION.0, WARNING.0, WARNING.1, ACTION.1])
        };
        let [lower_action, lower_warning, upper_warning, upper_action] = within;
        if above > upper_action {
            Standing::Differs(Movement::Up)
        } else if below < lower_action {
            Standing::Differs(Movement::Down)
        } else if above > upper_warning {
            Standing::Watch(Movement::Up)
        } else if below < lower_warning {
            Standing::Watch(Movement::Down)
        } else {
            Standing::Usual
        }
    }
}

/// How many of so many org units chance alone is expected to put outside the limits of warning.
pub fn expected_outside(units: usize) -> f64 {
    0.05 * units.to_f64().unwrap_or(0.0)
}

/// The share of `out_of` below which the share `below` of chance lies, around `centre`: interpolated
/// between whole numbers, (r − α) / n with α = (F(r) − p) / (F(r) − F(r − 1)), and never below 0.
pub fn binomial_limit(centre: f64, out_of: u64, below: f64) -> f64 {
    let many = number(out_of);
    let tail = |events: u64| binomial_below(number(events), many, centre);
    let (mut low, mut high) = (0, out_of);
    while low < high {
        let middle = low + (high - low) / 2;
        if tail(middle) >= below {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    let up_to = tail(low);
    let before = if low == 0 { 0.0 } else { tail(low - 1) };
    let step = up_to - before;
    let back = if step > 0.0 { (up_to - below) / step } else { 0.0 };
    ((number(low) - back) / many.max(1.0)).max(0.0)
}

/// The limit of a ratio between what came and what was expected, by the exact Poisson limits: below
/// the centre χ²(p; 2E) / 2E, above it χ²(p; 2(E + 1)) / 2E.
pub fn poisson_limit(expected: f64, below: f64) -> f64 {
    let double = 2.0 * expected;
    let freedom = if below < 0.5 { double } else { double + 2.0 };
    if expected > 0.0 { chi_square(below, freedom) / double } else { 0.0 }
}

fn number(count: u64) -> f64 {
    count.to_f64().unwrap_or(f64::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    pub(super) const VECTOR: [(u64, u64); 12] = [
        (40, 50),
        (88, 100),
        (150, 170),
        (33, 45),
        (200, 220),
        (61, 70),
        (95, 120),
        (120, 130),
        (70, 90),
        (45, 50),
        (300, 350),
        (18, 25),
    ];

    fn units(all: &[(u64, u64)]) -> Vec<Counted> {
        all.iter().map(|(events, out_of)| Counted { events: *events, out_of: *out_of }).collect()
    }

    fn close(found: f64, golden: f64, within: f64) {
        assert!((found - golden).abs() < within, "{found} is not {golden}");
    }

    /// The golden values of the design, 4.3.
    #[test]
    fn a_percentage_that_no_whole_number_makes_is_not_reckoned_with() {
        let of = |percentage: &str, out_of| {
            let found = Counted::of_written(percentage.parse().unwrap(), out_of);
            found.map(|counted| counted.events)
        };
        assert_eq!(of("67", 3), Some(2));
        assert_eq!(of("66.6", 3), Some(2), "cut, not rounded");
        assert_eq!(of("52", 3), None);
        assert_eq!(of("55", 12), None);
        assert_eq!(of("54.5", 11), Some(6));
        assert_eq!(of("89.9", 1_000), Some(899));
        assert_eq!(of("50", 0), None);
    }

    #[test]
    fn the_binomial_limits_are_the_golden_ones() {
        let golden = [
            (20, [0.5348, 0.6534, 0.9677, 0.9987]),
            (50, [0.6653, 0.7340, 0.9332, 0.9746]),
            (100, [0.7250, 0.7717, 0.9116, 0.9449]),
            (300, [0.7814, 0.8069, 0.8877, 0.9086]),
        ];
        for (out_of, limits) in golden {
            for (below, limit) in [0.001, 0.025, 0.975, 0.999].into_iter().zip(limits) {
                close(binomial_limit(0.85, out_of, below), limit, 5e-5);
            }
        }
    }

    #[test]
    fn the_poisson_limits_are_those_of_the_tables_of_chi_square() {
        close(poisson_limit(10.0, 0.025), 9.5908 / 20.0, 1e-5);
        close(poisson_limit(10.0, 0.975), 36.7807 / 20.0, 1e-5);
        close(poisson_limit(0.0, 0.975), 0.0, 1e-12);
    }

    #[test]
    fn units_that_differ_more_than_chance_widen_the_limits() {
        let funnel = Funnel::of(&units(&VECTOR)).unwrap();
        close(funnel.centre, 0.859_15, 5e-6);
        let over = funnel.overdispersion.unwrap();
        close(over.ratio, 2.3137, 5e-5);
        close(over.between, 0.003_391_9, 5e-8);
        let band = funnel.band(100);
        assert!(band.lower_warning < binomial_limit(funnel.centre, 100, 0.025));
        assert!(band.upper_warning > binomial_limit(funnel.centre, 100, 0.975));
        assert!(funnel.standings.iter().all(|one| !matches!(one, Standing::Differs(_))));
    }

    #[test]
    fn one_unit_far_from_others_alike_differs_and_the_others_do_not() {
        let mut all = vec![(85, 100); 8];
        all.push((50, 100));
        let funnel = Funnel::of(&units(&all)).unwrap();
        assert_eq!(funnel.overdispersion, None, "nine units say nothing of overdispersion");
        assert_eq!(funnel.standings.last(), Some(&Standing::Differs(Movement::Down)));
        assert_eq!(funnel.standings.first(), Some(&Standing::Usual));
    }

    #[test]
    fn few_units_or_units_all_alike_make_no_funnel() {
        assert_eq!(Funnel::of(&units(&[(1, 2); 7])), Err(NoFunnel::TooFew));
        assert_eq!(Funnel::of(&units(&[(0, 30); 9])), Err(NoFunnel::NothingDiffers));
        assert_eq!(Funnel::of(&units(&[(30, 30); 9])), Err(NoFunnel::NothingDiffers));
        assert_eq!(Funnel::of(&[]), Err(NoFunnel::TooFew));
    }

    #[test]
    fn a_share_becomes_the_nearest_whole_number_and_what_is_no_share_nothing() {
        assert_eq!(Counted::of(0.333, 30), Some(Counted { events: 10, out_of: 30 }));
        for share in [f64::NAN, -0.1, 1.01, f64::INFINITY] {
            assert_eq!(Counted::of(share, 30), None);
        }
        assert_eq!(Counted::of(0.5, 0), None);
    }

    #[test]
    fn all_of_a_few_do_not_differ_where_that_is_likely() {
        let standing = |events: u64, out_of: u64| {
            let mut all = vec![Counted { events: 85, out_of: 100 }; 20];
            all.push(Counted { events, out_of });
            let funnel = Funnel { overdispersion: None, ..Funnel::of(&all).unwrap() };
            funnel.standing(Counted { events, out_of })
        };
        // 0.85⁵ = 0.44, 0.85²⁰ = 0.039 and 0.85⁵⁰ = 0.0003.
        assert_eq!(standing(5, 5), Standing::Usual);
        assert_eq!(standing(20, 20), Standing::Usual);
        assert_eq!(standing(50, 50), Standing::Differs(Movement::Up));
    }

    proptest! {
        #[test]
        fn limits_lie_in_order_around_the_centre_and_close_in_with_more_people(
            all in prop::collection::vec((1_u64..400, 0.05_f64..0.95), FEWEST..40),
            out_of in 5_u64..2_000,
        ) {
            let all: Vec<Counted> =
                all.iter().filter_map(|(many, share)| Counted::of(*share, *many)).collect();
            if let Ok(funnel) = Funnel::of(&all) {
                prop_assert_eq!(funnel.standings.len(), all.len());
                let band = funnel.band(out_of);
                let order =
                    [0.0, band.lower_action, band.lower_warning, band.upper_warning, band.upper_action, 1.0];
                prop_assert!(order.is_sorted(), "{:?}", band);
                let wider = funnel.band(out_of * 4);
                prop_assert!(wider.upper_action - wider.lower_action <= band.upper_action - band.lower_action + 1e-9);
            }
        }

        #[test]
        fn a_unit_stands_as_the_limits_say(events in 0_u64..60, more in 0_u64..60) {
            let mut all = vec![Counted { events: 40, out_of: 50 }; 8];
            all.push(Counted { events, out_of: events + more + 1 });
            let funnel = Funnel::of(&all).unwrap();
            let last = all[8];
            let band = funnel.band(last.out_of);
            // All of a few lie above any limit drawn between whole numbers, and may be likely all the same.
            if funnel.standings[8] == Standing::Differs(Movement::Up) {
                prop_assert!(last.share() > band.upper_action);
            }
            if last.share() + 1e-9 < band.lower_action {
                prop_assert_eq!(funnel.standings[8], Standing::Differs(Movement::Down));
            }
        }
    }
}
