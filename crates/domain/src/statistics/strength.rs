//! What is particularly strong or weak of many measures, by three signs that can each be looked up: the
//! target, the direction and how others do. One sign alone makes nothing particular, and signs that
//! contradict each other are told as that.

use super::among::Place;
use super::rules::Movement;
use super::target::{Desired, Meaning};

/// What is known of one measure. None of a sign is not a sign against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Signs {
    /// Whether the latest outcome meets its target; none without an outcome or a target.
    pub target_met: Option<bool>,
    /// What a real change that goes on means; none where there is none or it cannot be told.
    pub change: Option<Meaning>,
    /// What lying outside the half in the middle of all comparable means; neutral within it, none where
    /// there are too few to be beside.
    pub beside: Option<Meaning>,
}

/// How strong a measure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// At least two signs for it and none against.
    Strong,
    /// At least two signs against it and none for.
    Weak,
    /// Signs both for and against.
    Mixed,
    /// Nothing particular.
    Ordinary,
    /// No sign is known.
    Unknown,
}

impl Signs {
    /// What the signs make together.
    pub fn strength(&self) -> Strength {
        let of_target =
            self.target_met.map(|met| if met { Meaning::Better } else { Meaning::Worse });
        let all = [of_target, self.change, self.beside];
        let many = |wanted: Meaning| all.iter().flatten().filter(|one| **one == wanted).count();
        match (many(Meaning::Better), many(Meaning::Worse)) {
            (2.., 0) => Strength::Strong,
            (0, 2..) => Strength::Weak,
            (1.., 1..) => Strength::Mixed,
            _ if all.iter().all(Option::is_none) => Strength::Unknown,
            _ => Strength::Ordinary,
        }
    }
}

/// What a place among all means.
pub fn beside(place: Place, desired: Desired) -> Meaning {
    match place {
        Place::Middle => Meaning::Neutral,
        Place::Higher => desired.meaning(Movement::Up),
        Place::Lower => desired.meaning(Movement::Down),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_signs_the_same_way_and_none_the_other_make_something_particular() {
        use Meaning::{Better, Neutral, Worse};
        let table = [
            ((Some(true), Some(Better), None), Strength::Strong),
            ((Some(true), None, Some(Better)), Strength::Strong),
            ((Some(false), Some(Worse), Some(Neutral)), Strength::Weak),
            ((Some(true), None, None), Strength::Ordinary),
            ((Some(false), None, Some(Neutral)), Strength::Ordinary),
            ((Some(true), Some(Worse), Some(Better)), Strength::Mixed),
            ((None, Some(Neutral), None), Strength::Ordinary),
            ((None, None, None), Strength::Unknown),
        ];
        for ((target_met, change, beside), wanted) in table {
            let signs = Signs { target_met, change, beside };
            assert_eq!(signs.strength(), wanted, "{signs:?}");
        }
    }

    #[test]
    fn the_lower_place_is_the_better_where_lower_is_desired() {
        assert_eq!(beside(Place::Lower, Desired::Lower), Meaning::Better);
        assert_eq!(beside(Place::Higher, Desired::Lower), Meaning::Worse);
        assert_eq!(beside(Place::Higher, Desired::Neither), Meaning::Neutral);
        assert_eq!(beside(Place::Middle, Desired::Higher), Meaning::Neutral);
    }
}
