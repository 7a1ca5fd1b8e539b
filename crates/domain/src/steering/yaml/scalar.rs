//! Plain scalars by the YAML 1.2 core schema: dates, `no` and `on` are texts.

use super::node::Kind;

/// What a plain scalar means (YAML 1.2.2, section 10.3.2).
pub(in crate::steering) fn resolve(text: &str) -> Kind {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Kind::Null,
        "true" | "True" | "TRUE" => Kind::Bool(true),
        "false" | "False" | "FALSE" => Kind::Bool(false),
        _ if is_number(text) => Kind::Number(text.to_owned()),
        _ => Kind::Text(text.to_owned()),
    }
}

fn is_number(text: &str) -> bool {
    let all =
        |digits: &str, allowed: fn(char) -> bool| !digits.is_empty() && digits.chars().all(allowed);
    if let Some(digits) = text.strip_prefix("0o") {
        return all(digits, |digit| matches!(digit, '0'..='7'));
    }
    if let Some(digits) = text.strip_prefix("0x") {
        return all(digits, |digit| digit.is_ascii_hexdigit());
    }
    if matches!(text, ".nan" | ".NaN" | ".NAN") {
        return true;
    }
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") {
        return true;
    }
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits_only = |part: &str| part.chars().all(|digit| digit.is_ascii_digit());
    let exponent_holds = exponent.is_none_or(|exponent| {
        all(exponent.strip_prefix(['-', '+']).unwrap_or(exponent), |digit| digit.is_ascii_digit())
    });
    digits_only(whole)
        && digits_only(fraction)
        && !(whole.is_empty() && fraction.is_empty())
        && exponent_holds
}
