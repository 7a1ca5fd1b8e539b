//! Whole numbers in the widths PostgreSQL answers with: SQLite has one, so callers know one.

use std::error::Error;

use postgres::types::{FromSql, Type, accepts};

/// A whole number from any integer, truth or a `numeric` without decimals (what `sum` gives).
pub(crate) struct Whole(pub(crate) i64);

impl<'a> FromSql<'a> for Whole {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        let number = match *ty {
            Type::INT2 => i64::from(i16::from_sql(ty, raw)?),
            Type::INT4 => i64::from(i32::from_sql(ty, raw)?),
            Type::BOOL => i64::from(bool::from_sql(ty, raw)?),
            Type::NUMERIC => numeric(raw).ok_or("not a whole number of 64 bits")?,
            _ => i64::from_sql(ty, raw)?,
        };
        Ok(Self(number))
    }

    accepts!(INT2, INT4, INT8, BOOL, NUMERIC);
}

/// `numeric` on the wire: digit count, weight of the first digit, sign, scale, then digits in base
/// 10,000, each two bytes.
fn numeric(raw: &[u8]) -> Option<i64> {
    let word = |at: usize| Some(i16::from_be_bytes(raw.get(at * 2..at * 2 + 2)?.try_into().ok()?));
    let (count, weight, sign) = (word(0)?, word(1)?, word(2)?);
    if count > weight + 1 || !matches!(sign, 0 | 0x4000) {
        return None;
    }
    let mut number = 0_i64;
    for place in 0..=weight {
        let digit = if place < count { word(4 + usize::try_from(place).ok()?)? } else { 0 };
        let digit = if sign == 0 { i64::from(digit) } else { -i64::from(digit) };
        number = number.checked_mul(10_000)?.checked_add(digit)?;
    }
    Some(number)
}
