//! Numbers and days as cells hold them. A spreadsheet keeps every number in binary and shows fifteen
//! digits, so 8.1 may stand as 8.0999999999999996; what it shows is what is read.

/// Which day a spreadsheet counts from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Epoch {
    /// The last of December 1899, with a leap day in 1900 that never was.
    #[default]
    Of1900,
    /// The first of January 1904.
    Of1904,
}

/// The number with at most fifteen digits and a decimal comma; a hundred times as much when it is
/// shown as per cent. None for what is no number.
pub(super) fn decimal(raw: &str, per_cent: bool) -> Option<String> {
    let number: f64 = raw.trim().parse().ok().filter(|number: &f64| number.is_finite())?;
    let scientific = format!("{number:.14e}");
    let (mantissa, exponent) = scientific.split_once('e')?;
    let exponent: i32 = exponent.parse().ok()?;
    let (sign, mantissa) =
        mantissa.strip_prefix('-').map_or(("", mantissa), |mantissa| ("-", mantissa));
    let digits = mantissa.replace('.', "");
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() {
        return Some(if per_cent { "0 %".to_owned() } else { "0".to_owned() });
    }
    // No one reports numbers with more digits than this before the comma or after it.
    let point = exponent + 1 + if per_cent { 2 } else { 0 };
    if !(-30..=30).contains(&point) {
        return None;
    }
    let count = i32::try_from(digits.len()).ok()?;
    let plain = if point <= 0 {
        format!("0,{}{digits}", "0".repeat(usize::try_from(-point).ok()?))
    } else if point >= count {
        format!("{digits}{}", "0".repeat(usize::try_from(point - count).ok()?))
    } else {
        let (whole, part) = digits.split_at(usize::try_from(point).ok()?);
        format!("{whole},{part}")
    };
    let unit = if per_cent { " %" } else { "" };
    Some(format!("{sign}{plain}{unit}"))
}

/// The day of a serial number as `2026-08-01`; what a clock adds is left out. None outside 1900–9999.
pub(super) fn day(raw: &str, epoch: Epoch) -> Option<String> {
    let serial: f64 = raw.trim().parse().ok()?;
    if !(0.0..2_958_466.0).contains(&serial) {
        return None;
    }
    let whole: i64 = format!("{:.0}", serial.floor()).parse().ok()?;
    let since_1970 = match epoch {
        // Before March 1900 the invented leap day has not come.
        Epoch::Of1900 if whole < 60 => whole - 25_568,
        Epoch::Of1900 => whole - 25_569,
        Epoch::Of1904 => whole - 24_107,
    };
    let (year, month, day) = civil(since_1970);
    (1900..=9999).contains(&year).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// Year, month and day of a number of days since 1970, after Howard Hinnant's `civil_from_days`.
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_what_the_spreadsheet_shows() {
        for (raw, shown) in [
            ("12.1", "12,1"),
            ("8.0999999999999996", "8,1"),
            ("0.30000000000000004", "0,3"),
            ("1.4437E4", "14437"),
            ("-3.5", "-3,5"),
            ("0", "0"),
            ("1E-3", "0,001"),
            ("120000", "120000"),
            ("123456789.25", "123456789,25"),
        ] {
            assert_eq!(decimal(raw, false).as_deref(), Some(shown), "{raw}");
        }
        assert_eq!(decimal("8.1000000000000003E-2", true).as_deref(), Some("8,1 %"));
        assert_eq!(decimal("1", true).as_deref(), Some("100 %"));
        for raw in ["", "x", "NaN", "inf", "1e300"] {
            assert_eq!(decimal(raw, false), None, "{raw}");
        }
    }

    #[test]
    fn a_serial_number_is_a_day() {
        for (raw, shown) in [
            ("1", "1900-01-01"),
            ("61", "1900-03-01"),
            ("25569", "1970-01-01"),
            ("46235", "2026-08-01"),
            ("46235.75", "2026-08-01"),
        ] {
            assert_eq!(day(raw, Epoch::Of1900).as_deref(), Some(shown), "{raw}");
        }
        assert_eq!(day("0", Epoch::Of1904).as_deref(), Some("1904-01-01"));
        assert_eq!(day("44773", Epoch::Of1904).as_deref(), Some("2026-08-01"));
        assert_eq!(day("-1", Epoch::Of1900), None);
        assert_eq!(day("1e12", Epoch::Of1900), None);
    }
}
