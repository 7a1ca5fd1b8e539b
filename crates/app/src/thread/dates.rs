//! Days as short as cards and lists need them.

use jiff::civil::Date;

use crate::i18n::{Language, date_short, month_name, weekday};

/// `15 nov`, `1 mars`; with the year when it is another than today's.
pub fn short_day(language: Language, day: Date, today: Date) -> String {
    let month = month_name(language, day.month());
    // Short names are written whole: "1 mars", "1 juni".
    let short: String =
        if month.chars().count() <= 4 { month.to_owned() } else { month.chars().take(3).collect() };
    if day.year() == today.year() {
        format!("{} {short}", day.day())
    } else {
        format!("{} {short} {}", day.day(), day.year())
    }
}

/// `fredag 4 september`.
pub fn weekday_and_day(language: Language, day: Date) -> String {
    // A day of the month must not be parted from its month at a line's end.
    let day_words = date_short(language, day).replace(' ', "\u{a0}");
    format!("{} {day_words}", weekday(language, day))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_of_this_year_needs_no_year() {
        let today = date(2026, 8, 25);
        assert_eq!(short_day(Language::Swedish, date(2026, 11, 15), today), "15 nov");
        assert_eq!(short_day(Language::Swedish, date(2026, 6, 1), today), "1 juni");
        assert_eq!(short_day(Language::Swedish, date(2025, 11, 15), today), "15 nov 2025");
    }

    #[test]
    fn a_deadline_says_its_weekday() {
        assert_eq!(weekday_and_day(Language::Swedish, date(2026, 9, 4)), "fredag 4\u{a0}september");
    }
}
