//! What a formula comes down to: measures that are reported, with the formulas between them put in
//! the place of their names; and computing it over org units.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::beside::{Beside, Joined};
use super::{Expression, Formula};
use crate::ids::{ElementId, OrgUnitId};
use crate::measures::{Measure, OutcomeQuality, OutcomeValue, Reporters};
use crate::statistics::aggregate::{Method, Part, over_organisation};

/// Reported measures that a formula may come down to.
const MOST_LEAVES: usize = 24;
/// Places in a formula once other formulas are put in.
const MOST_PLACES: usize = 400;

/// A formula over reported measures alone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Parts {
    pub(super) expression: Expression<usize>,
    /// The reported measures.
    pub leaves: Vec<ElementId>,
}

/// A computed value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Whole {
    /// What is known; missing where it cannot be computed.
    pub value: OutcomeValue,
    /// The least trusted of what it is computed from.
    pub quality: OutcomeQuality,
    /// How many org units have all that was put together; none when nothing was.
    pub known: usize,
    /// Who they are.
    pub who: Reporters,
    /// How what they have goes together.
    pub joined: Joined,
}

/// An org unit with what it has of each leaf, in order.
pub type OfUnit = (OrgUnitId, Vec<Cell>);

/// The way round by which a measure would be computed from itself if it had the formula; it begins
/// and ends with the measure. None when there is no such way.
pub fn circle<'f>(
    measure: ElementId,
    formula: &'f Formula,
    formula_of: impl Fn(ElementId) -> Option<&'f Formula>,
) -> Option<Vec<ElementId>> {
    let mut seen = BTreeSet::new();
    // Each with the place in `ways` of the one that leads to it.
    let mut ways: Vec<(ElementId, Option<usize>)> = vec![(measure, None)];
    let mut next = 0;
    while let Some((at, _)) = ways.get(next).copied() {
        let of = if next == 0 { Some(formula) } else { formula_of(at) };
        for part in of.map(Expression::measures).unwrap_or_default() {
            if *part == measure {
                let mut way = vec![measure];
                let mut place = Some(next);
                while let Some((one, before)) = place.and_then(|place| ways.get(place)).copied() {
                    way.push(one);
                    place = before;
                }
                way.reverse();
                return Some(way);
            }
            if seen.insert(*part) {
                ways.push((*part, Some(next)));
            }
        }
        next += 1;
    }
    None
}

impl Parts {
    /// Puts the formulas of its parts in their place. None when it goes in a circle or comes down
    /// to more than can be computed while somebody waits.
    pub fn of<'f>(
        formula: &'f Formula,
        formula_of: impl Fn(ElementId) -> Option<&'f Formula>,
    ) -> Option<Self> {
        let mut expander =
            Expander { formula_of, leaves: Vec::new(), within: Vec::new(), places: 0 };
        let expression = expander.put(formula)?;
        Some(Self { expression, leaves: expander.leaves })
    }

    /// Which org units the sums of a period are made of, of each leaf in order; nothing of a leaf that the
    /// org unit has said itself. `own` and `below` as in [`Parts::whole`].
    pub fn reach(&self, own: &[Cell], below: &[OfUnit]) -> Vec<Reach> {
        let is_rolled = |place: &usize| own.get(*place).is_none_or(|cell| cell.said().is_none());
        let rolled: Vec<usize> = (0..self.leaves.len()).filter(is_rolled).collect();
        let beside = Beside::of(below, &rolled);
        let mut all = vec![Reach::default(); self.leaves.len()];
        for place in rolled {
            let has = |unit: &OfUnit| Some(unit.1.get(place)?.said()?.0.number().is_some());
            let having = below.iter().enumerate().filter(|(_, unit)| has(unit) == Some(true));
            let (counted, left_out) = having.map(|(at, _)| at).partition(|at| beside.counts(*at));
            if let Some(of) = all.get_mut(place) {
                *of = Reach { counted, left_out };
            }
        }
        all
    }

    /// The value of a period. `own` is what the org unit itself has of each leaf; `below` what each
    /// org unit under it has. None when nobody has said anything.
    ///
    /// Leaves without an own value are put together over the org units that have all of them, each
    /// by its own rule, and the formula is put to the sums: who lacks one is left out of all. Where
    /// no org unit reports all of them, each is put together over those who report it, and all of
    /// those must have said something.
    pub fn whole(&self, leaves: &[&Measure], own: &[Cell], below: &[OfUnit]) -> Option<Whole> {
        let cells = below.iter().flat_map(|(_, cells)| cells);
        let said = own.iter().chain(cells).filter_map(Cell::said);
        let quality = said.map(|(_, quality)| quality).min()?;
        let is_rolled = |place: &usize| own.get(*place).is_none_or(|cell| cell.said().is_none());
        let rolled: Vec<usize> = (0..leaves.len()).filter(is_rolled).collect();
        let beside = Beside::of(below, &rolled);
        let (known, who) = (beside.known(), beside.who(below));
        let joined = beside.joined(rolled.len() < leaves.len());
        let missing = Whole { value: OutcomeValue::Missing, quality, known, who, joined };
        if joined == Joined::Apart {
            return Some(missing);
        }
        let not_applicable =
            |cell: &Cell| matches!(cell, Cell::Said(OutcomeValue::NotApplicable, _));
        if rolled.is_empty() && own.iter().all(not_applicable) {
            return Some(Whole { value: OutcomeValue::NotApplicable, ..missing });
        }
        let mut of = |place: &usize| match own.get(*place).and_then(Cell::said) {
            Some((value, _)) => value.number(),
            None => put_together(leaves.get(*place)?, beside.values(*place)),
        };
        let value = self.expression.value(&mut of);
        let value = value.map_or(OutcomeValue::Missing, OutcomeValue::Measured);
        Some(Whole { value, ..missing })
    }
}

/// Which org units a leaf's sum is made of, by their places among those below.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Reach {
    /// Those whose values are in the sum.
    pub counted: Vec<usize>,
    /// Those that have a value and are left out, because they lack another leaf.
    pub left_out: Vec<usize>,
}

/// What an org unit has of a leaf in a period.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cell {
    /// It never reports it.
    Never,
    /// It has said nothing of this period.
    Silent,
    /// It has said this.
    Said(OutcomeValue, OutcomeQuality),
}

impl Cell {
    pub(super) fn said(&self) -> Option<(OutcomeValue, OutcomeQuality)> {
        match self {
            Self::Said(value, quality) => Some((*value, *quality)),
            Self::Never | Self::Silent => None,
        }
    }
}

/// The values of org units as one, as the measure says.
fn put_together(measure: &Measure, values: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    let parts: Vec<Part> = values.map(|value| Part::plain(Some(value))).collect();
    let method = match measure.over_organisation.across() {
        None if parts.len() > 1 => return None,
        method => method.unwrap_or(Method::WeightedMean),
    };
    over_organisation(method, &parts).ok()?.value
}

struct Expander<F> {
    formula_of: F,
    leaves: Vec<ElementId>,
    /// The formulas that are being put in.
    within: Vec<ElementId>,
    places: usize,
}

impl<'f, F: Fn(ElementId) -> Option<&'f Formula>> Expander<F> {
    fn put(&mut self, formula: &'f Formula) -> Option<Expression<usize>> {
        self.places += 1;
        if self.places > MOST_PLACES {
            return None;
        }
        Some(match formula {
            Expression::Number(number) => Expression::Number(*number),
            Expression::Negative(inner) => Expression::Negative(Box::new(self.put(inner)?)),
            Expression::Both(rule, left, right) => {
                Expression::Both(*rule, Box::new(self.put(left)?), Box::new(self.put(right)?))
            }
            Expression::Measure(measure) => match (self.formula_of)(*measure) {
                Some(inner) => {
                    if self.within.contains(measure) {
                        return None;
                    }
                    self.within.push(*measure);
                    let inner = self.put(inner)?;
                    self.within.pop();
                    inner
                }
                None => Expression::Measure(self.leaf(*measure)?),
            },
        })
    }

    fn leaf(&mut self, measure: ElementId) -> Option<usize> {
        let found = self.leaves.iter().position(|leaf| *leaf == measure);
        found.or_else(|| {
            self.leaves.push(measure);
            (self.leaves.len() <= MOST_LEAVES).then(|| self.leaves.len() - 1)
        })
    }
}
