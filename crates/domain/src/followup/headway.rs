//! How far an account has come and about how long the rest takes: counted once, for every page.

use super::part::{PartKind, PartState};

/// Minutes that several parts take together when they only need to be confirmed.
pub const MINUTES_TO_CONFIRM: i64 = 1;

/// The most minutes for a part where something is written already.
const MINUTES_TO_LOOK_OVER: i64 = 3;

/// About how many minutes a part takes that needs a person; measured estimates come when enough
/// accounts have been written.
pub fn minutes_of(kind: PartKind, is_begun: bool) -> i64 {
    let minutes = match kind {
        PartKind::Measure => 5,
        PartKind::Summary => 3,
        PartKind::Forecast | PartKind::Question => 2,
        PartKind::Assignment | PartKind::Economy | PartKind::Activity | PartKind::Goal => 4,
    };
    if is_begun { MINUTES_TO_LOOK_OVER.min(minutes) } else { minutes }
}

/// How many parts are done, of how many. Everything that must be done before handing in counts,
/// goals and the summary too.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Headway {
    /// Done.
    pub done: usize,
    /// All.
    pub all: usize,
}

impl Headway {
    /// Counts parts by their states.
    pub fn of(states: impl IntoIterator<Item = PartState>) -> Self {
        states.into_iter().fold(Self::default(), |counted, state| Self {
            done: counted.done + usize::from(state == PartState::Done),
            all: counted.all + 1,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_counts() {
        let states = [PartState::Done, PartState::Left, PartState::Done];
        assert_eq!(Headway::of(states), Headway { done: 2, all: 3 });
        assert_eq!(Headway::of([]), Headway { done: 0, all: 0 });
    }

    #[test]
    fn what_is_begun_takes_less_and_never_more() {
        for kind in PartKind::ALL {
            assert!(minutes_of(*kind, true) <= minutes_of(*kind, false), "{kind:?}");
        }
        assert_eq!(minutes_of(PartKind::Measure, true), 3);
        assert_eq!(minutes_of(PartKind::Measure, false), 5);
    }
}
