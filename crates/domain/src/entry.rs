//! Values typed in a table, one cell for each measure or org unit and period: what a cell says, and
//! whether it is to be kept, held against what the person saw and what is kept now.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::measures::{Measure, OutcomeProblem, OutcomeQuality, OutcomeValue, Standing};
use crate::periods::{Frequency, Period};

/// How many times larger or smaller than the one before a value is before the person is asked.
const DOUBTFUL_TIMES: i64 = 3;

/// What a cell held when the page was made.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Seen {
    /// The version of the value; 0 where there was none.
    pub version: i64,
    /// The text in the cell.
    pub text: String,
}

impl Seen {
    /// What is kept, as it is shown.
    pub fn of(kept: Option<Kept>) -> Self {
        kept.map_or_else(Self::default, |kept| Self {
            version: kept.version,
            text: cell_text(kept.value),
        })
    }

    /// A row of cells as one text that a form carries.
    pub fn write_row(row: &[Self]) -> String {
        let cells: Vec<String> =
            row.iter().map(|seen| format!("{}:{}", seen.version, seen.text)).collect();
        cells.join("|")
    }

    /// Reads what [`Seen::write_row`] wrote; cells that cannot be read were empty.
    pub fn read_row(text: &str) -> Vec<Self> {
        let read = |cell: &str| {
            let (version, text) = cell.split_once(':')?;
            let version = version.parse().ok().filter(|version| (0..i64::MAX).contains(version))?;
            Some(Self { version, text: text.to_owned() })
        };
        text.split('|').map(|cell| read(cell).unwrap_or_default()).collect()
    }
}

/// What is kept for a cell now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Kept {
    /// What is known.
    pub value: OutcomeValue,
    /// How far it can be trusted.
    pub quality: OutcomeQuality,
    /// Its version.
    pub version: i64,
}

impl Kept {
    /// Whether putting anything else in its place is a correction, which owes a reason.
    pub fn is_checked(self) -> bool {
        let other = match self.value {
            OutcomeValue::NotApplicable => OutcomeValue::Missing,
            _ => OutcomeValue::NotApplicable,
        };
        self.standing().owes_reason(other)
    }

    fn standing(self) -> Standing {
        Standing { value: self.value, quality: self.quality }
    }
}

/// Why a cell cannot be written in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Lock {
    /// The period has not begun.
    NotBegun,
    /// What stands there has been handed in or frozen: it is corrected with a reason, not in a table.
    Closed,
    /// Somebody has chosen that another source's value is used there.
    Chosen,
    /// What stands there has been checked: changing it is a correction, which owes a reason.
    Checked,
}

/// Whether a cell is locked because of its time alone.
pub fn lock(period: Period, today: Date) -> Option<Lock> {
    (today < period.first_day()).then_some(Lock::NotBegun)
}

/// Why what was typed in a cell cannot be kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CellProblem {
    /// A rule of the measure is broken.
    #[error(transparent)]
    Outcome(#[from] OutcomeProblem),
    /// The cell is empty and a value is kept there.
    #[error("a value is not taken away by emptying its cell")]
    Emptied,
    /// What org units below make up there has been checked or frozen: a value of its own in its stead
    /// owes a reason.
    #[error("a checked sum is replaced with a reason, not in a table")]
    SumChecked,
    /// The cell is locked.
    #[error("the cell is locked")]
    Locked(Lock),
}

/// What is to be done about a cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CellFate {
    /// Nothing: the person did not change it, or it says what is kept.
    Leave,
    /// The value is kept under the version.
    Keep(OutcomeValue, i64),
    /// Somebody else changed the value meanwhile; what is kept now, if anything.
    Conflict(Option<Kept>),
    /// It cannot be kept.
    Refuse(CellProblem),
}

/// Decides about a cell of a measure.
pub fn decide(
    measure: &Measure,
    typed: &str,
    seen: &Seen,
    kept: Option<Kept>,
    lock: Option<Lock>,
) -> CellFate {
    let typed = typed.trim();
    if typed == seen.text.trim() {
        return CellFate::Leave;
    }
    // Whether something was checked is asked last: what somebody else has written since is a conflict.
    if let Some(lock) = lock.filter(|lock| *lock != Lock::Checked) {
        return CellFate::Refuse(CellProblem::Locked(lock));
    }
    let value = match read_cell(measure, typed) {
        Ok(Some(value)) => value,
        Ok(None) if kept.is_none() && seen.version == 0 => return CellFate::Leave,
        Ok(None) => return CellFate::Refuse(CellProblem::Emptied),
        Err(problem) => return CellFate::Refuse(problem.into()),
    };
    if kept.is_some_and(|kept| kept.value == value) {
        return CellFate::Leave;
    }
    let version = kept.map_or(0, |kept| kept.version);
    let owes_reason = |kept: Kept| kept.standing().owes_reason(value);
    if version == seen.version && kept.is_some_and(owes_reason) {
        CellFate::Refuse(CellProblem::Locked(Lock::Checked))
    } else if version == seen.version {
        CellFate::Keep(value, version.saturating_add(1))
    } else {
        CellFate::Conflict(kept)
    }
}

/// What a cell says: a number, `–` for missing, `ej` for not applicable; none when it is empty.
///
/// # Errors
/// The rule that is broken.
pub fn read_cell(measure: &Measure, text: &str) -> Result<Option<OutcomeValue>, OutcomeProblem> {
    match text.trim().to_lowercase().as_str() {
        "" => Ok(None),
        "-" | "\u{2013}" | "\u{2014}" | "\u{2212}" | "saknas" | "missing" => {
            Ok(Some(OutcomeValue::Missing))
        }
        "ej" | "e/t" | "n/a" => Ok(Some(OutcomeValue::NotApplicable)),
        number => measure.read_value(number).map(Some),
    }
}

/// A value as it stands in its cell; [`read_cell`] reads the same back.
pub fn cell_text(value: OutcomeValue) -> String {
    match value {
        OutcomeValue::Measured(number) => number.to_string().replace('.', ","),
        OutcomeValue::Missing => "\u{2013}".to_owned(),
        OutcomeValue::NotApplicable => "ej".to_owned(),
    }
}

/// Whether a new value is so much larger or smaller than the one before that the person is asked.
pub fn is_doubtful(value: Decimal, before: Decimal) -> bool {
    let (value, before) = (value.abs(), before.abs());
    let times = Decimal::from(DOUBTFUL_TIMES);
    let much = |large: Decimal, small: Decimal| {
        !small.is_zero() && small.checked_mul(times).is_some_and(|limit| large >= limit)
    };
    much(value, before) || much(before, value)
}

/// The periods that a table shows for a year: the months of the year, or as many of a longer kind
/// that they tell something beside each other.
pub fn columns(frequency: Frequency, year: i16) -> Vec<Period> {
    let years: i16 = match frequency {
        Frequency::Month => 1,
        Frequency::Tertial => 2,
        Frequency::HalfYear => 3,
        Frequency::Year => 6,
    };
    (year.saturating_sub(years - 1)..=year)
        .flat_map(|year| {
            (1..=frequency.per_year())
                .filter_map(move |number| Period::new(year, frequency, number).ok())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::measures::NumberProblem;
    use crate::measures::tests::sick_leave;

    fn number(text: &str) -> OutcomeValue {
        OutcomeValue::Measured(text.parse().unwrap())
    }

    fn seen(version: i64, text: &str) -> Seen {
        Seen { version, text: text.to_owned() }
    }

    fn fate(typed: &str, seen: &Seen, kept: Option<Kept>) -> CellFate {
        decide(&sick_leave(), typed, seen, kept, None)
    }

    #[test]
    fn a_cell_says_a_number_missing_or_not_applicable() {
        let read = |text: &str| read_cell(&sick_leave(), text);
        assert_eq!(read("12,1"), Ok(Some(number("12.1"))));
        assert_eq!(read(" \u{2013} "), Ok(Some(OutcomeValue::Missing)));
        assert_eq!(read("-"), Ok(Some(OutcomeValue::Missing)));
        assert_eq!(read("Ej"), Ok(Some(OutcomeValue::NotApplicable)));
        assert_eq!(read(" "), Ok(None));
        assert_eq!(read("0"), Ok(Some(number("0"))));
        assert_eq!(read("x"), Err(OutcomeProblem::Number(NumberProblem::NotANumber)));
    }

    fn of_quality(quality: OutcomeQuality) -> Kept {
        Kept { value: number("8.1"), quality, version: 2 }
    }

    #[test]
    fn a_checked_value_is_not_corrected_in_the_table() {
        for quality in [OutcomeQuality::Verified, OutcomeQuality::Corrected] {
            let kept = Some(of_quality(quality));
            let refused = CellFate::Refuse(CellProblem::Locked(Lock::Checked));
            assert_eq!(fate("8,2", &seen(2, "8,1"), kept), refused, "{quality:?}");
            assert_eq!(fate("8,1", &seen(2, "8,1"), kept), CellFate::Leave, "{quality:?}");
            assert!(kept.is_some_and(Kept::is_checked), "{quality:?}");
        }
        assert!(!of_quality(OutcomeQuality::Preliminary).is_checked());
        let value = OutcomeValue::Missing;
        let late = Kept { value, ..of_quality(OutcomeQuality::Verified) };
        assert!(!late.is_checked(), "what was missing has only come late");
    }

    #[test]
    fn only_what_the_person_changed_is_kept() {
        let kept = Some(of_quality(OutcomeQuality::Preliminary));
        assert_eq!(fate("8,1", &seen(2, "8,1"), kept), CellFate::Leave);
        assert_eq!(fate("8,2", &seen(2, "8,1"), kept), CellFate::Keep(number("8.2"), 3));
        assert_eq!(fate("8,10", &seen(2, "8,1"), kept), CellFate::Leave);
        // Another changed it, this person did not touch it.
        assert_eq!(fate("7", &seen(1, "7"), kept), CellFate::Leave);
        assert_eq!(fate("8,2", &seen(0, ""), None), CellFate::Keep(number("8.2"), 1));
        assert_eq!(fate("", &seen(0, ""), None), CellFate::Leave);
    }

    #[test]
    fn two_who_change_the_same_cell_meet() {
        let kept = Some(of_quality(OutcomeQuality::Preliminary));
        assert_eq!(fate("9", &seen(1, "7"), kept), CellFate::Conflict(kept));
        assert_eq!(fate("9", &seen(1, "7"), None), CellFate::Conflict(None));
        assert_eq!(fate("8,1", &seen(1, "7"), kept), CellFate::Leave, "both say the same");
    }

    #[test]
    fn a_value_is_not_taken_away_by_emptying_its_cell() {
        let kept = Some(of_quality(OutcomeQuality::Preliminary));
        assert_eq!(fate("", &seen(2, "8,1"), kept), CellFate::Refuse(CellProblem::Emptied));
    }

    #[test]
    fn a_period_that_has_not_begun_is_locked() {
        let day = Date::constant(2026, 8, 25);
        let locked = |text: &str| lock(text.parse().unwrap(), day);
        assert_eq!(locked("2026-09"), Some(Lock::NotBegun));
        assert_eq!(locked("2026-08"), None);
        let fate = decide(&sick_leave(), "1", &seen(0, ""), None, locked("2026-09"));
        assert_eq!(fate, CellFate::Refuse(CellProblem::Locked(Lock::NotBegun)));
    }

    #[test]
    fn three_times_the_value_before_is_doubtful_and_zero_tells_nothing() {
        let doubtful =
            |one: &str, other: &str| is_doubtful(one.parse().unwrap(), other.parse().unwrap());
        assert!(doubtful("24.3", "8.1") && doubtful("2.7", "8.1") && doubtful("-30", "3"));
        assert!(!doubtful("24.2", "8.1") && !doubtful("5", "0") && !doubtful("0", "5"));
    }

    #[test]
    fn a_table_shows_the_months_of_a_year_and_more_years_of_what_is_seldom() {
        let months = columns(Frequency::Month, 2026);
        assert_eq!((months.len(), months[0].to_string().as_str()), (12, "2026-01"));
        let years = columns(Frequency::Year, 2026);
        assert_eq!((years.len(), years[0].to_string().as_str()), (6, "2021"));
        assert_eq!(columns(Frequency::Tertial, 2026).len(), 6);
        assert_eq!(columns(Frequency::HalfYear, 2026).len(), 6);
    }

    proptest! {
        #[test]
        fn what_a_cell_shows_is_read_as_the_same(digits in -999_999_i64..999_999, scale in 0_u32..2) {
            let mut measure = sick_leave();
            measure.is_percentage = false;
            let value = OutcomeValue::Measured(Decimal::new(digits, scale));
            prop_assert_eq!(read_cell(&measure, &cell_text(value)), Ok(Some(value)));
        }

        #[test]
        fn a_row_of_cells_is_carried_by_a_form(
            cells in proptest::collection::vec((0_i64..99, "[0-9,–ej]{0,6}"), 1..13),
        ) {
            let row: Vec<Seen> =
                cells.into_iter().map(|(version, text)| Seen { version, text }).collect();
            prop_assert_eq!(Seen::read_row(&Seen::write_row(&row)), row);
        }

        #[test]
        fn any_text_is_decided_about(typed in ".{0,40}", carried in ".{0,40}") {
            for seen in Seen::read_row(&carried) {
                let _ = fate(&typed, &seen, None);
            }
        }
    }
}
