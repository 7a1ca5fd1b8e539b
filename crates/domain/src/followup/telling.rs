//! Which explanations are read first when many org units have explained the same thing.

use super::need::Need;
use crate::fulfilment::Fulfilment;

/// A place in the order of reading; the smaller is read first.
///
/// What goes wrong comes before what goes well, words before ticked boxes, and of two alike the one
/// that says what is being done.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Telling {
    judged: u8,
    need: u8,
    silent: bool,
    idle: bool,
}

/// How early an explanation is read: why words were needed, what the writer judges, the words, and
/// whether something is done about it.
pub fn telling(
    needs: &[Need],
    level: Option<Fulfilment>,
    words: &str,
    is_acted_on: bool,
) -> Telling {
    let judged = match level {
        Some(Fulfilment::NotAchieved) => 0,
        Some(Fulfilment::Partly) => 1,
        Some(Fulfilment::CannotTell | Fulfilment::NotAssessed) | None => 2,
        Some(Fulfilment::Achieved) => 3,
    };
    let need = |need: &Need| match need {
        Need::Worsening => 0,
        Need::TargetNotMet | Need::NotAchieved | Need::Late => 1,
        Need::Changed => 2,
    };
    let need = needs.iter().map(need).min().unwrap_or(3);
    Telling { judged, need, silent: words.trim().is_empty(), idle: !is_acted_on }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(needs: &[Need], level: Option<Fulfilment>, words: &str, is_acted_on: bool) -> Telling {
        telling(needs, level, words, is_acted_on)
    }

    #[test]
    fn what_is_not_reached_is_read_before_what_is() {
        let levels = [
            Some(Fulfilment::NotAchieved),
            Some(Fulfilment::Partly),
            None,
            Some(Fulfilment::Achieved),
        ];
        let places: Vec<Telling> = levels.map(|level| of(&[], level, "Ord", false)).to_vec();
        assert!(places.is_sorted_by(|one, next| one < next), "{places:?}");
    }

    #[test]
    fn of_those_judged_alike_a_real_worsening_is_read_first() {
        let worse = of(&[Need::TargetNotMet, Need::Worsening], None, "Ord", false);
        let missed = of(&[Need::TargetNotMet], None, "Ord", true);
        let usual = of(&[], None, "Ord", true);
        assert!(worse < missed && missed < usual);
    }

    #[test]
    fn words_come_before_ticked_boxes_and_actions_before_none() {
        let acted = of(&[], None, "Ord", true);
        let said = of(&[], None, "Ord", false);
        let ticked = of(&[], None, " ", true);
        assert!(acted < said && said < ticked);
    }
}
