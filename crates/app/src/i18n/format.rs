//! Numbers, days and names as a reader in each language writes them.

use jiff::civil::{Date, DateTime, Weekday};
use rust_decimal::Decimal;

use super::Language;

const MONTHS: [(&str, &str); 12] = [
    ("januari", "January"),
    ("februari", "February"),
    ("mars", "March"),
    ("april", "April"),
    ("maj", "May"),
    ("juni", "June"),
    ("juli", "July"),
    ("augusti", "August"),
    ("september", "September"),
    ("oktober", "October"),
    ("november", "November"),
    ("december", "December"),
];

/// The month's full name; 1 is January.
pub fn month_name(language: Language, month: i8) -> &'static str {
    let index = usize::try_from(month - 1).unwrap_or(0).min(11);
    let (swedish, english) = MONTHS[index];
    match language {
        Language::Swedish => swedish,
        Language::English => english,
    }
}

/// `4 september 2026`.
pub fn date(language: Language, day: Date) -> String {
    format!("{} {} {}", day.day(), month_name(language, day.month()), day.year())
}

/// `4 september`, for days of the year at hand.
pub fn date_short(language: Language, day: Date) -> String {
    format!("{} {}", day.day(), month_name(language, day.month()))
}

/// `25 augusti 2026 09.14`.
pub fn datetime(language: Language, at: DateTime) -> String {
    format!("{} {}", date(language, at.date()), time_of_day(language, at))
}

/// `09.14`.
pub fn time_of_day(language: Language, at: DateTime) -> String {
    let separator = if language == Language::Swedish { '.' } else { ':' };
    format!("{:02}{separator}{:02}", at.hour(), at.minute())
}

/// `fredag`.
pub fn weekday(language: Language, day: Date) -> &'static str {
    let (swedish, english) = match day.weekday() {
        Weekday::Monday => ("måndag", "Monday"),
        Weekday::Tuesday => ("tisdag", "Tuesday"),
        Weekday::Wednesday => ("onsdag", "Wednesday"),
        Weekday::Thursday => ("torsdag", "Thursday"),
        Weekday::Friday => ("fredag", "Friday"),
        Weekday::Saturday => ("lördag", "Saturday"),
        Weekday::Sunday => ("söndag", "Sunday"),
    };
    match language {
        Language::Swedish => swedish,
        Language::English => english,
    }
}

/// A number with the language's decimal sign, thin grouping and a real minus: `−12 500,5`.
pub fn decimal(language: Language, value: Decimal) -> String {
    let (separator, group) = match language {
        Language::Swedish => (',', '\u{a0}'),
        Language::English => ('.', ','),
    };
    let plain = value.abs().to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::new();
    if value.is_sign_negative() && !value.is_zero() {
        text.push('\u{2212}');
    }
    for (position, digit) in whole.chars().enumerate() {
        let left = whole.len() - position;
        // Four digits stand together in Swedish; a year must not become 2 026.
        if position > 0 && left.is_multiple_of(3) && whole.len() > 4 {
            text.push(group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(separator);
        text.push_str(fraction);
    }
    text
}

/// Adds how many there are, grouped by thousands from the first: `1 401`. What is no whole number is
/// added as it is.
pub(super) fn push_count(out: &mut String, language: Language, count: &impl std::fmt::Display) {
    let plain = count.to_string();
    let is_whole = !plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_digit());
    let group = if language == Language::Swedish { '\u{a0}' } else { ',' };
    for (position, digit) in plain.chars().enumerate() {
        if is_whole && position > 0 && (plain.len() - position).is_multiple_of(3) {
            out.push(group);
        }
        out.push(digit);
    }
}

/// Numbers up to twelve as words, as running text wants them; larger ones as digits.
pub fn number_word(language: Language, number: i64) -> String {
    const WORDS: [(&str, &str); 13] = [
        ("noll", "zero"),
        ("en", "one"),
        ("två", "two"),
        ("tre", "three"),
        ("fyra", "four"),
        ("fem", "five"),
        ("sex", "six"),
        ("sju", "seven"),
        ("åtta", "eight"),
        ("nio", "nine"),
        ("tio", "ten"),
        ("elva", "eleven"),
        ("tolv", "twelve"),
    ];
    let word = usize::try_from(number).ok().and_then(|index| WORDS.get(index));
    match (word, language) {
        (Some((swedish, _)), Language::Swedish) => (*swedish).to_owned(),
        (Some((_, english)), Language::English) => (*english).to_owned(),
        (None, _) => decimal(language, Decimal::from(number)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_swedes_write_them() {
        let swedish = |text: &str| decimal(Language::Swedish, text.parse().unwrap());
        assert_eq!(swedish("8.1"), "8,1");
        assert_eq!(swedish("2026"), "2026");
        assert_eq!(swedish("-12500.50"), "\u{2212}12\u{a0}500,50");
        assert_eq!(swedish("1234567"), "1\u{a0}234\u{a0}567");
        assert_eq!(swedish("-0"), "0");
    }
}
