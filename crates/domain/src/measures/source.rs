//! Several sources that say the value of the same place: which of them is used.
//!
//! A source is named by whoever hands its values in; the empty name is the municipality itself. One
//! source is used, and the others stand beside it. The municipality's own value is used where there is
//! one; where there is none, that of the source that came first. A person who answers for that values
//! are checked can choose otherwise, and then the own value stands beside like any other.

use rust_decimal::Decimal;

use super::OutcomeValue;

/// What becomes of a value from a source.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Fate {
    /// Nothing is used in its place yet: it is.
    Used,
    /// It takes the place of what the same source has said.
    Replaces,
    /// The municipality's own value takes the place of another source's, which stands beside from now on.
    TakesOver,
    /// It stands beside the value that is used.
    Beside,
}

/// What becomes of a value, held against the source of the value that is used and against whether the
/// municipality's own stands beside it, as it only does where somebody has chosen so.
pub fn fate(source: &str, used: Option<&str>, own_stands_beside: bool) -> Fate {
    match used {
        None => Fate::Used,
        Some(used) if used == source => Fate::Replaces,
        Some(_) if source.is_empty() && !own_stands_beside => Fate::TakesOver,
        Some(_) => Fate::Beside,
    }
}

/// How a value beside differs from the one that is used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Difference {
    /// It says the same.
    None,
    /// It is higher by so much.
    Higher(Decimal),
    /// It is lower by so much.
    Lower(Decimal),
    /// One of them is no number, or they are too far apart to be told by how much.
    Other,
}

/// How `beside` differs from `used`.
pub fn difference(beside: OutcomeValue, used: OutcomeValue) -> Difference {
    if beside == used {
        return Difference::None;
    }
    let by = beside.number().zip(used.number()).and_then(|(one, other)| one.checked_sub(other));
    match by {
        Some(by) if by > Decimal::ZERO => Difference::Higher(by),
        Some(by) if by < Decimal::ZERO => Difference::Lower(by.abs()),
        _ => Difference::Other,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_municipalitys_own_value_is_used_until_somebody_chooses_otherwise() {
        assert_eq!(fate("Kolada", None, false), Fate::Used);
        assert_eq!(fate("", None, false), Fate::Used);
        assert_eq!(fate("Kolada", Some("Kolada"), true), Fate::Replaces);
        assert_eq!(fate("", Some(""), false), Fate::Replaces);
        assert_eq!(fate("Kolada", Some(""), false), Fate::Beside);
        assert_eq!(fate("Kolada", Some("SCB"), false), Fate::Beside);
        assert_eq!(fate("", Some("Kolada"), false), Fate::TakesOver);
        assert_eq!(fate("", Some("Kolada"), true), Fate::Beside, "somebody has chosen");
    }

    #[test]
    fn a_difference_is_told_by_how_much_where_both_are_numbers() {
        let number = |tenths: i64| OutcomeValue::Measured(Decimal::new(tenths, 1));
        assert_eq!(difference(number(81), number(75)), Difference::Higher(Decimal::new(6, 1)));
        assert_eq!(difference(number(75), number(81)), Difference::Lower(Decimal::new(6, 1)));
        assert_eq!(difference(number(80), OutcomeValue::Measured(8.into())), Difference::None);
        assert_eq!(difference(OutcomeValue::Missing, number(0)), Difference::Other);
        let far = |value| OutcomeValue::Measured(value);
        assert_eq!(difference(far(Decimal::MAX), far(Decimal::MIN)), Difference::Other);
    }

    proptest! {
        #[test]
        fn only_an_own_value_puts_another_sources_aside(
            source in "[ab]?", used in proptest::option::of("[ab]?"), beside: bool,
        ) {
            let fate = fate(&source, used.as_deref(), beside);
            prop_assert_eq!(fate == Fate::Used, used.is_none());
            prop_assert!(fate != Fate::TakesOver || source.is_empty());
            prop_assert!(fate != Fate::Replaces || used.as_deref() == Some(source.as_str()));
        }
    }
}
