//! Numbers as people type them.

use rust_decimal::Decimal;

/// Why text is not a number a measure accepts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NumberProblem {
    /// Not a number.
    #[error("not a number")]
    NotANumber,
    /// More decimals than the measure keeps.
    #[error("more than {allowed} decimals")]
    TooManyDecimals {
        /// How many the measure keeps.
        allowed: u8,
    },
    /// More digits than can be kept exactly.
    #[error("too large")]
    TooLarge,
}

/// Reads `12,5`, `12.5`, `1 200`, `−3` and `8,1 %`; nothing is rounded in silence.
///
/// # Errors
/// The problem, for a sentence beside the field.
pub fn parse_decimal(text: &str, decimals: u8) -> Result<Decimal, NumberProblem> {
    let trimmed = text.trim().trim_end_matches('%').trim_end();
    if trimmed.len() > 40 {
        return Err(NumberProblem::NotANumber);
    }
    let mut plain = String::with_capacity(trimmed.len());
    for letter in trimmed.chars() {
        match letter {
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => {}
            '\u{2212}' | '\u{2013}' => plain.push('-'),
            ',' => plain.push('.'),
            '0'..='9' | '.' | '-' | '+' => plain.push(letter),
            _ => return Err(NumberProblem::NotANumber),
        }
    }
    let digits = plain.trim_start_matches(['-', '+']);
    let well_formed = !digits.is_empty()
        && digits.starts_with(|letter: char| letter.is_ascii_digit())
        && digits.ends_with(|letter: char| letter.is_ascii_digit())
        && plain.len() - digits.len() <= 1;
    if !well_formed {
        return Err(NumberProblem::NotANumber);
    }
    let value: Decimal = plain.parse().map_err(|_| {
        if plain.matches('.').count() > 1 || digits.contains(['-', '+']) {
            NumberProblem::NotANumber
        } else {
            NumberProblem::TooLarge
        }
    })?;
    let value = value.normalize();
    if value.scale() > u32::from(decimals) {
        return Err(NumberProblem::TooManyDecimals { allowed: decimals });
    }
    if i64::try_from(value.mantissa()).is_err() {
        return Err(NumberProblem::TooLarge);
    }
    Ok(value)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn comma_point_space_and_per_cent_are_read() {
        for (text, value) in [
            ("12,5", "12.5"),
            (" 12.5 ", "12.5"),
            ("1 200", "1200"),
            ("1\u{a0}200,50", "1200.5"),
            ("\u{2212}3", "-3"),
            ("8,1 %", "8.1"),
            ("0", "0"),
        ] {
            assert_eq!(parse_decimal(text, 2), Ok(value.parse().unwrap()), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", " ", "åtta", "1,2,3", "--1", "1-2", "1e9", ",5", "5,", "NaN", "∞"] {
            assert_eq!(parse_decimal(text, 2), Err(NumberProblem::NotANumber), "{text}");
        }
        assert_eq!(parse_decimal("99999999999999999999", 0), Err(NumberProblem::TooLarge));
        assert_eq!(parse_decimal("1,234", 2), Err(NumberProblem::TooManyDecimals { allowed: 2 }));
        assert_eq!(parse_decimal("1,200", 1), Ok("1.2".parse().unwrap()));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in ".{0,60}") {
            let _ = parse_decimal(&text, 3);
        }
    }
}
