//! How much of an account a person writes in: whoever answers for it everything, those who work there
//! what they are invited to, a substitute everything for a time.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::ids::PartId;

/// The longest time that somebody may stand in for another, in days.
pub const LONGEST_STANDING_IN: i32 = 366;

/// What of an account a person may write in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Share {
    /// Nothing.
    Nothing,
    /// These parts.
    Parts(Vec<PartId>),
    /// Everything.
    All,
}

impl Share {
    /// Whether it is anything at all.
    pub fn is_any(&self) -> bool {
        *self != Self::Nothing
    }

    /// Whether a part is in it.
    pub fn holds(&self, part: PartId) -> bool {
        match self {
            Self::Nothing => false,
            Self::Parts(parts) => parts.contains(&part),
            Self::All => true,
        }
    }
}

/// Somebody in front of an account.
#[derive(Clone, Copy, Debug)]
pub struct Writer<'a> {
    /// Whether a role lets them hand the account in.
    pub answers: bool,
    /// Whether a role lets them help to write it.
    pub helps: bool,
    /// Whether they stand in today for who answers for it.
    pub stands_in: bool,
    /// What they are invited to, each a part or the whole account; none while nobody has ever been
    /// invited to the account.
    pub invited: Option<&'a [Option<PartId>]>,
}

/// What the person may write in. Until somebody is invited, everybody who helps writes everywhere;
/// from then on each writes in what they are invited to, also when the last is taken back.
pub fn share(writer: Writer<'_>) -> Share {
    if writer.answers || writer.stands_in {
        return Share::All;
    }
    if !writer.helps {
        return Share::Nothing;
    }
    let Some(invited) = writer.invited else { return Share::All };
    if invited.contains(&None) {
        return Share::All;
    }
    let parts: Vec<PartId> = invited.iter().copied().flatten().collect();
    if parts.is_empty() { Share::Nothing } else { Share::Parts(parts) }
}

/// Why somebody cannot stand in for the time given.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum TimeProblem {
    /// The last day comes before the first.
    #[error("ends before it begins")]
    Backwards,
    /// The last day has been.
    #[error("is over already")]
    Over,
    /// Longer than [`LONGEST_STANDING_IN`].
    #[error("too long")]
    TooLong,
}

/// Whether somebody may stand in from the first day to the last.
///
/// # Errors
/// The rule that is broken.
pub fn check_time(from: Date, to: Date, today: Date) -> Result<(), TimeProblem> {
    if to < from {
        Err(TimeProblem::Backwards)
    } else if to < today {
        Err(TimeProblem::Over)
    } else if from.saturating_add(LONGEST_STANDING_IN.days()) < to {
        Err(TimeProblem::TooLong)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const HELPS: Writer<'_> =
        Writer { answers: false, helps: true, stands_in: false, invited: None };

    fn part(number: u8) -> PartId {
        PartId::from([number; 16])
    }

    #[test]
    fn who_answers_or_stands_in_writes_everywhere() {
        let answers = Writer { answers: true, invited: Some(&[]), ..HELPS };
        let stands_in = Writer { helps: false, stands_in: true, invited: Some(&[]), ..HELPS };
        assert_eq!((share(answers), share(stands_in)), (Share::All, Share::All));
    }

    #[test]
    fn who_works_there_writes_everywhere_until_somebody_is_invited() {
        assert_eq!(share(HELPS), Share::All);
        assert_eq!(share(Writer { invited: Some(&[]), ..HELPS }), Share::Nothing);
    }

    #[test]
    fn an_invitation_opens_what_it_is_about_and_only_for_who_works_there() {
        let one = [Some(part(1))];
        let some = share(Writer { invited: Some(&one), ..HELPS });
        assert_eq!(some, Share::Parts(vec![part(1)]));
        assert!(some.holds(part(1)) && !some.holds(part(2)) && some.is_any());
        let all = [Some(part(1)), None];
        assert_eq!(share(Writer { invited: Some(&all), ..HELPS }), Share::All);
        let gone = Writer { helps: false, invited: Some(&all), ..HELPS };
        assert!(!share(gone).is_any());
    }

    #[test]
    fn somebody_stands_in_for_a_time_that_is_not_over() {
        let today = date(2026, 8, 25);
        assert_eq!(check_time(today, today, today), Ok(()));
        assert_eq!(check_time(date(2026, 8, 1), date(2026, 9, 1), today), Ok(()));
        assert_eq!(
            check_time(date(2026, 9, 2), date(2026, 9, 1), today),
            Err(TimeProblem::Backwards)
        );
        assert_eq!(check_time(date(2026, 8, 1), date(2026, 8, 24), today), Err(TimeProblem::Over));
        assert_eq!(
            check_time(date(2026, 8, 1), date(2027, 9, 1), today),
            Err(TimeProblem::TooLong)
        );
    }
}
