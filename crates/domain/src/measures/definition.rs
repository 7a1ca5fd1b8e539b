//! What of a measure's definition the values already reported hang on.

use super::{Aggregation, Direction, LEAST_COUNT, Measure};
use crate::ids::ElementId;
use crate::periods::Frequency;

/// A part of a definition that cannot change without making the values mean something else.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BoundPart {
    /// What kind of measure it is.
    Class,
    /// What the values are counted in.
    Unit,
    /// How exactly they are reported.
    Decimals,
    /// Which way is better.
    Direction,
    /// How often it is measured.
    Frequency,
    /// Whether values are shares of a hundred.
    Percentage,
    /// Whether and how values are computed from other measures.
    Formula,
}

impl Measure {
    /// A measure of which nothing has been said.
    pub fn unsaid(id: ElementId) -> Self {
        Self {
            id,
            class: String::new(),
            measure_unit: String::new(),
            decimals: 0,
            direction: Direction::Neutral,
            method: String::new(),
            source: String::new(),
            frequency: Frequency::Year,
            over_organisation: Aggregation::None,
            over_time: Aggregation::None,
            counts_in_assessment: false,
            controllable: false,
            is_percentage: false,
            formula: None,
            breakdowns: Vec::new(),
            least_count: LEAST_COUNT,
            lag_days: None,
            tells_inhabitants: None,
            tells_reason: String::new(),
            established: String::new(),
            established_link: String::new(),
            share_of: None,
        }
    }

    /// The parts that another definition says otherwise and that values hang on. A measure with
    /// values keeps them; what is to be measured otherwise is another measure.
    pub fn bound_changes(&self, other: &Self) -> Vec<BoundPart> {
        [
            (BoundPart::Class, self.class != other.class),
            (BoundPart::Unit, self.measure_unit != other.measure_unit),
            (BoundPart::Decimals, self.decimals != other.decimals),
            (BoundPart::Direction, self.direction != other.direction),
            (BoundPart::Frequency, self.frequency != other.frequency),
            (BoundPart::Percentage, self.is_percentage != other.is_percentage),
            (BoundPart::Formula, self.formula != other.formula),
        ]
        .into_iter()
        .filter_map(|(part, changed)| changed.then_some(part))
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::tests::sick_leave;

    #[test]
    fn words_about_a_measure_may_change_and_what_its_values_mean_may_not() {
        let measure = sick_leave();
        let reworded = Measure {
            method: "Ur lönesystemet".to_owned(),
            source: "HR".to_owned(),
            over_time: Aggregation::Latest,
            ..measure.clone()
        };
        assert_eq!(measure.bound_changes(&reworded), []);
        let another = Measure {
            class: "resultatmått".to_owned(),
            measure_unit: "dagar".to_owned(),
            decimals: 0,
            direction: Direction::Higher,
            frequency: Frequency::Year,
            is_percentage: false,
            ..measure.clone()
        };
        let all = [
            BoundPart::Class,
            BoundPart::Unit,
            BoundPart::Decimals,
            BoundPart::Direction,
            BoundPart::Frequency,
            BoundPart::Percentage,
        ];
        assert_eq!(measure.bound_changes(&another), all);
    }
}
