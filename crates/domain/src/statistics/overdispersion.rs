//! How much more org units differ than chance alone would make them, for reasons that are nobody's
//! quality, such as whom they serve: then the limits of a funnel are widened.
#![expect(
    clippy::float_arithmetic,
    reason = "a documented statistical kernel: variances are estimates, not accounts"
)]

use rust_decimal::prelude::ToPrimitive;

use super::funnel::Counted;

/// Fewer org units than this say nothing about it.
const FEWEST: usize = 10;
/// This share of the org units at each end is drawn in to the next ones, so that the one that is
/// looked for does not hide itself by widening the limits.
const DRAWN_IN: f64 = 0.1;

/// What the org units differ by beyond chance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Overdispersion {
    /// The mean of the squared deviations in units of chance: 1 when there is nothing but chance.
    pub ratio: f64,
    /// The variance between the units, on the scale of the arcsine of the root of the share.
    pub between: f64,
}

impl Overdispersion {
    /// By y = asin √(r/n), s = 1 / (2√n) and z = (y − y₀) / s, drawn in at each end: φ = Σz² / k, and
    /// with w = 1/s² the variance τ² = (kφ − (k − 1)) / (Σw − Σw²/Σw) where kφ is at least k − 1.
    pub(super) fn of(units: &[Counted], centre: f64) -> Option<Self> {
        if units.len() < FEWEST {
            return None;
        }
        let middle = centre.sqrt().asin();
        let mut deviations: Vec<f64> = units
            .iter()
            .map(|unit| (unit.share().sqrt().asin() - middle) / spread(unit.out_of))
            .collect();
        draw_in(&mut deviations);
        let many = units.len().to_f64()?;
        let ratio = deviations.iter().map(|z| z * z).sum::<f64>() / many;
        let weights = units.iter().map(|unit| spread(unit.out_of).powi(-2));
        let (sum, squares) =
            weights.fold((0.0, 0.0), |(sum, squares), w| (sum + w, squares + w * w));
        let free = sum - squares / sum;
        let beyond = many * ratio - (many - 1.0);
        let between = if beyond >= 0.0 && free > 0.0 { beyond / free } else { 0.0 };
        Some(Self { ratio, between })
    }

    /// Whether there is anything beyond chance.
    pub(super) fn widens(&self) -> bool {
        self.between > 0.0
    }

    /// sin²(asin √θ ± z √(s² + τ²)), held within 0 and 1.
    pub(super) fn limit(&self, centre: f64, out_of: u64, z: f64) -> f64 {
        let reach = z * (spread(out_of).powi(2) + self.between).sqrt();
        let at = (centre.sqrt().asin() + reach).clamp(0.0, std::f64::consts::FRAC_PI_2);
        at.sin().powi(2)
    }
}

/// The deviation that chance gives a share of so many on the arcsine scale.
fn spread(out_of: u64) -> f64 {
    0.5 / out_of.to_f64().unwrap_or(f64::MAX).sqrt()
}

/// Moves the outermost tenth at each end to the quantile there, taken between the two nearest.
fn draw_in(deviations: &mut [f64]) {
    let mut sorted = deviations.to_vec();
    sorted.sort_by(f64::total_cmp);
    let (low, high) = (quantile(&sorted, DRAWN_IN), quantile(&sorted, 1.0 - DRAWN_IN));
    for one in deviations {
        *one = one.clamp(low, high);
    }
}

/// The quantile by a straight line between order statistics (definition 7 of Hyndman and Fan 1996).
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let at = sorted.len().saturating_sub(1).to_f64().unwrap_or(0.0) * share;
    let below = at.floor().to_usize().unwrap_or(0);
    let get = |index: usize| sorted.get(index).or(sorted.last()).copied().unwrap_or(0.0);
    get(below) + (at - at.floor()) * (get(below + 1) - get(below))
}
