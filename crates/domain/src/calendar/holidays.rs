//! Public holidays in Sweden and the days when offices are open.
//!
//! Which days are public holidays stands in lag (1989:253) om allmänna helgdagar. Saturdays and the
//! eves of Midsummer, Christmas and New Year are no working days either: lag (1930:173) om
//! beräkning av lagstadgad tid, 2 §, lists them beside the holidays.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::steering::{Closed, closed};

closed! {
    /// A day when offices are closed, other than Saturdays and ordinary Sundays.
    Holiday, "holiday" {
        /// 1 January.
        NewYear = "new_year",
        /// 6 January, Epiphany.
        Epiphany = "epiphany",
        /// The Friday before Easter.
        GoodFriday = "good_friday",
        /// The first Sunday after the first full moon of spring, as the church reckons.
        EasterSunday = "easter_sunday",
        /// The day after.
        EasterMonday = "easter_monday",
        /// 1 May.
        MayDay = "may_day",
        /// The sixth Thursday after Easter.
        Ascension = "ascension",
        /// The seventh Sunday after Easter.
        Pentecost = "pentecost",
        /// 6 June, since 2005.
        NationalDay = "national_day",
        /// The Friday before Midsummer Day; not a public holiday, but closed.
        MidsummerEve = "midsummer_eve",
        /// The Saturday from 20 to 26 June.
        Midsummer = "midsummer",
        /// The Saturday from 31 October to 6 November.
        AllSaints = "all_saints",
        /// 24 December; not a public holiday, but closed.
        ChristmasEve = "christmas_eve",
        /// 25 December.
        Christmas = "christmas",
        /// 26 December.
        BoxingDay = "boxing_day",
        /// 31 December; not a public holiday, but closed.
        NewYearsEve = "new_years_eve",
    }
}

/// Easter Sunday of a year of the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher.
pub fn easter_sunday(year: i16) -> Date {
    let year_number = i32::from(year);
    let golden = year_number.rem_euclid(19);
    let century = year_number.div_euclid(100);
    let in_century = year_number.rem_euclid(100);
    let correction = (century + 8).div_euclid(25);
    let moon =
        (19 * golden + century - century.div_euclid(4) - (century - correction + 1).div_euclid(3)
            + 15)
            .rem_euclid(30);
    let weekday = (32 + 2 * century.rem_euclid(4) + 2 * in_century.div_euclid(4)
        - moon
        - in_century.rem_euclid(4))
    .rem_euclid(7);
    let late = (golden + 11 * moon + 22 * weekday).div_euclid(451);
    let count = moon + weekday - 7 * late + 114;
    let part = |number: i32| i8::try_from(number).unwrap_or(1);
    Date::new(year, part(count.div_euclid(31)), part(count.rem_euclid(31) + 1)).unwrap_or(Date::MIN)
}

/// The holidays of a year in the order of their days.
pub fn holidays(year: i16) -> Vec<(Date, Holiday)> {
    let fixed = |month, day| Date::new(year, month, day).ok();
    let easter = easter_sunday(year);
    let after = |days: i32| easter.checked_add(days.days()).ok();
    let midsummer = saturday_from(year, 6, 20);
    let all = [
        (fixed(1, 1), Holiday::NewYear),
        (fixed(1, 6), Holiday::Epiphany),
        (after(-2), Holiday::GoodFriday),
        (Some(easter), Holiday::EasterSunday),
        (after(1), Holiday::EasterMonday),
        (fixed(5, 1), Holiday::MayDay),
        (after(39), Holiday::Ascension),
        (after(49), Holiday::Pentecost),
        (fixed(6, 6), Holiday::NationalDay),
        (midsummer.and_then(|day| day.yesterday().ok()), Holiday::MidsummerEve),
        (midsummer, Holiday::Midsummer),
        (saturday_from(year, 10, 31), Holiday::AllSaints),
        (fixed(12, 24), Holiday::ChristmasEve),
        (fixed(12, 25), Holiday::Christmas),
        (fixed(12, 26), Holiday::BoxingDay),
        (fixed(12, 31), Holiday::NewYearsEve),
    ];
    // Before 2005 the sixth of June was an ordinary day and Whit Monday a holiday.
    let known = |one: Holiday| one != Holiday::NationalDay || year >= 2005;
    let mut found: Vec<(Date, Holiday)> = all
        .into_iter()
        .filter(|(_, holiday)| known(*holiday))
        .filter_map(|(day, holiday)| Some((day?, holiday)))
        .collect();
    found.sort_by_key(|(day, _)| *day);
    found
}

/// The first Saturday on or after a day of a year.
fn saturday_from(year: i16, month: i8, day: i8) -> Option<Date> {
    let first = Date::new(year, month, day).ok()?;
    let until = first.weekday().until(Weekday::Saturday);
    first.checked_add(i64::from(until).days()).ok()
}

/// Which holiday a day is, if any.
pub fn holiday_on(day: Date) -> Option<Holiday> {
    holidays(day.year()).into_iter().find(|(one, _)| *one == day).map(|(_, holiday)| holiday)
}

/// Whether offices are open.
pub fn is_working_day(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && holiday_on(day).is_none()
}

/// The day itself when offices are open, else the nearest day before when they are.
pub fn working_day_before(day: Date) -> Date {
    seek(day, |day| day.yesterday().ok())
}

/// The day itself when offices are open, else the nearest day after when they are.
pub fn next_working_day(day: Date) -> Date {
    seek(day, |day| day.tomorrow().ok())
}

/// No stretch of closed days is longer than a week.
fn seek(day: Date, step: impl Fn(&Date) -> Option<Date>) -> Date {
    std::iter::successors(Some(day), step).take(10).find(|day| is_working_day(*day)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn easter_falls_on_the_days_that_almanacs_print() {
        // The earliest and latest possible days, leap years, and the years around today.
        let printed = [
            date(1818, 3, 22),
            date(1943, 4, 25),
            date(1954, 4, 18),
            date(1961, 4, 2),
            date(1981, 4, 19),
            date(2000, 4, 23),
            date(2008, 3, 23),
            date(2019, 4, 21),
            date(2020, 4, 12),
            date(2021, 4, 4),
            date(2022, 4, 17),
            date(2023, 4, 9),
            date(2024, 3, 31),
            date(2025, 4, 20),
            date(2026, 4, 5),
            date(2027, 3, 28),
            date(2028, 4, 16),
            date(2029, 4, 1),
            date(2030, 4, 21),
            date(2038, 4, 25),
            date(2076, 4, 19),
            date(2285, 3, 22),
        ];
        for day in printed {
            assert_eq!(easter_sunday(day.year()), day);
        }
    }

    #[test]
    fn the_holidays_of_2026_and_2027_are_those_of_the_law() {
        let days = |year| -> Vec<String> {
            holidays(year)
                .into_iter()
                .map(|(day, holiday)| format!("{day} {}", holiday.key()))
                .collect()
        };
        assert_eq!(
            days(2026),
            [
                "2026-01-01 new_year",
                "2026-01-06 epiphany",
                "2026-04-03 good_friday",
                "2026-04-05 easter_sunday",
                "2026-04-06 easter_monday",
                "2026-05-01 may_day",
                "2026-05-14 ascension",
                "2026-05-24 pentecost",
                "2026-06-06 national_day",
                "2026-06-19 midsummer_eve",
                "2026-06-20 midsummer",
                "2026-10-31 all_saints",
                "2026-12-24 christmas_eve",
                "2026-12-25 christmas",
                "2026-12-26 boxing_day",
                "2026-12-31 new_years_eve",
            ]
        );
        assert_eq!(
            days(2027)[2..12],
            [
                "2027-03-26 good_friday",
                "2027-03-28 easter_sunday",
                "2027-03-29 easter_monday",
                "2027-05-01 may_day",
                "2027-05-06 ascension",
                "2027-05-16 pentecost",
                "2027-06-06 national_day",
                "2027-06-25 midsummer_eve",
                "2027-06-26 midsummer",
                "2027-11-06 all_saints",
            ]
        );
    }

    #[test]
    fn a_holiday_in_the_week_is_no_working_day_and_the_day_after_is() {
        assert!(!is_working_day(date(2026, 5, 14)), "Ascension is a Thursday");
        assert!(is_working_day(date(2026, 5, 15)));
        assert!(!is_working_day(date(2026, 6, 19)), "Midsummer Eve");
        assert_eq!(working_day_before(date(2026, 4, 6)), date(2026, 4, 2));
        assert_eq!(next_working_day(date(2026, 12, 24)), date(2026, 12, 28));
        assert_eq!(working_day_before(date(2027, 1, 1)), date(2026, 12, 30));
    }

    #[test]
    fn the_sixth_of_june_was_an_ordinary_day_until_2005() {
        assert_eq!(holiday_on(date(2004, 6, 6)), None);
        assert_eq!(holiday_on(date(2005, 6, 6)), Some(Holiday::NationalDay));
    }

    proptest! {
        #[test]
        fn movable_days_fall_where_the_law_lets_them(year in 1900_i16..=2200) {
            let easter = easter_sunday(year);
            prop_assert_eq!(easter.weekday(), Weekday::Sunday);
            prop_assert!(easter >= date(year, 3, 22) && easter <= date(year, 4, 25));
            let on = |wanted| holidays(year).into_iter().find(|(_, one)| *one == wanted).unwrap().0;
            let midsummer = on(Holiday::Midsummer);
            prop_assert_eq!(midsummer.weekday(), Weekday::Saturday);
            prop_assert!((20..=26).contains(&midsummer.day()) && midsummer.month() == 6);
            let saints = on(Holiday::AllSaints);
            prop_assert_eq!(saints.weekday(), Weekday::Saturday);
            prop_assert!(saints >= date(year, 10, 31) && saints <= date(year, 11, 6));
            prop_assert_eq!(on(Holiday::Ascension).weekday(), Weekday::Thursday);
        }

        #[test]
        fn a_working_day_is_found_near_any_day(year in 1900_i16..=2200, number in 1_i16..=365) {
            let day = date(year, 1, 1).checked_add(i64::from(number - 1).days()).unwrap();
            let (before, after) = (working_day_before(day), next_working_day(day));
            prop_assert!(is_working_day(before) && is_working_day(after));
            prop_assert!(before <= day && day <= after);
        }
    }
}
