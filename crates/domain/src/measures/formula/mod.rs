//! A measure that is computed from others: a safe expression of the four rules of arithmetic.
//!
//! The expression is put to the values of the parts after these have been put together over the org
//! units, so that a share of a whole is the ratio of sums and not the mean of ratios. Arithmetic is
//! exact; what cannot be computed is missing, never zero.

mod beside;
mod expand;
mod lacking;
mod parse;
mod possible;
mod size;

use std::collections::BTreeSet;
use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::ids::ElementId;

pub use beside::Joined;
pub use expand::{Cell, OfUnit, Parts, Reach, Whole, circle};
pub use lacking::Lacking;
pub use parse::FormulaProblem;

/// Longest text of a formula as people write it, in bytes.
pub const LONGEST_FORMULA: usize = 2_000;
/// Longest text of a formula as it is kept: each letter has become an identity within brackets, and
/// spaces stand around the signs.
const LONGEST_KEPT: usize = 40 * LONGEST_FORMULA;
/// How deep parentheses and signs may stand in each other.
pub const DEEPEST_FORMULA: usize = 32;

/// One of the four rules.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rule {
    /// Plus.
    Add,
    /// Minus.
    Subtract,
    /// Times.
    Multiply,
    /// Divided by.
    Divide,
}

impl Rule {
    /// Those that bind harder are computed first.
    fn strength(self) -> u8 {
        match self {
            Self::Add | Self::Subtract => 1,
            Self::Multiply | Self::Divide => 2,
        }
    }

    /// The sign that people write.
    pub fn sign(self) -> char {
        match self {
            Self::Add => '+',
            Self::Subtract => '-',
            Self::Multiply => '*',
            Self::Divide => '/',
        }
    }
}

/// A formula over measures of type `M`: identities as kept, places of a list while it is written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Expression<M> {
    /// A number.
    Number(Decimal),
    /// A measure.
    Measure(M),
    /// What stands after it with the other sign.
    Negative(Box<Self>),
    /// Two with a rule between them.
    Both(Rule, Box<Self>, Box<Self>),
}

/// A formula as it is kept.
pub type Formula = Expression<ElementId>;

impl<M> Expression<M> {
    /// The measures it is made of, in the order they first stand.
    pub fn measures(&self) -> Vec<&M>
    where
        M: Ord,
    {
        let (mut seen, mut all) = (BTreeSet::new(), Vec::new());
        self.each(&mut |measure| {
            if seen.insert(measure) {
                all.push(measure);
            }
        });
        all
    }

    fn each<'e>(&'e self, take: &mut impl FnMut(&'e M)) {
        match self {
            Self::Number(_) => {}
            Self::Measure(measure) => take(measure),
            Self::Negative(inner) => inner.each(take),
            Self::Both(_, left, right) => {
                left.each(take);
                right.each(take);
            }
        }
    }

    /// Puts other names to its measures; none when one has no name.
    pub fn renamed<N>(&self, name: &mut impl FnMut(&M) -> Option<N>) -> Option<Expression<N>> {
        Some(match self {
            Self::Number(number) => Expression::Number(*number),
            Self::Measure(measure) => Expression::Measure(name(measure)?),
            Self::Negative(inner) => Expression::Negative(Box::new(inner.renamed(name)?)),
            Self::Both(rule, left, right) => Expression::Both(
                *rule,
                Box::new(left.renamed(name)?),
                Box::new(right.renamed(name)?),
            ),
        })
    }

    /// Computes it with a value for each measure. None when a value is missing, something is
    /// divided by zero, or the result cannot be kept.
    pub fn value(&self, of: &mut impl FnMut(&M) -> Option<Decimal>) -> Option<Decimal> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Measure(measure) => of(measure),
            Self::Negative(inner) => Some(-inner.value(of)?),
            Self::Both(rule, left, right) => {
                let (left, right) = (left.value(of)?, right.value(of)?);
                match rule {
                    Rule::Add => left.checked_add(right),
                    Rule::Subtract => left.checked_sub(right),
                    Rule::Multiply => left.checked_mul(right),
                    Rule::Divide => left.checked_div(right),
                }
            }
        }
    }

    /// Writes it with as few parentheses as it can do with.
    pub fn written(&self, name: &impl Fn(&M) -> String) -> String {
        let mut text = String::new();
        self.write(&mut text, name, 0);
        text
    }

    fn write(&self, text: &mut String, name: &impl Fn(&M) -> String, around: u8) {
        let strength = match self {
            Self::Number(number) if number.is_sign_negative() => 3,
            Self::Number(_) | Self::Measure(_) => 4,
            Self::Negative(_) => 3,
            Self::Both(rule, ..) => rule.strength(),
        };
        let enclosed = strength < around;
        if enclosed {
            text.push('(');
        }
        match self {
            Self::Number(number) => text.push_str(&number.to_string().replace('.', ",")),
            Self::Measure(measure) => text.push_str(&name(measure)),
            Self::Negative(inner) => {
                text.push('-');
                inner.write(text, name, 4);
            }
            Self::Both(rule, left, right) => {
                left.write(text, name, strength);
                text.push(' ');
                text.push(rule.sign());
                text.push(' ');
                // What stands to the right of a minus or a division keeps its parentheses.
                right.write(text, name, strength + 1);
            }
        }
        if enclosed {
            text.push(')');
        }
    }
}

impl Formula {
    /// As it is kept: measures by their identity.
    pub fn kept(&self) -> String {
        self.written(&|measure| format!("[{measure}]"))
    }

    /// Reads what [`kept`](Self::kept) wrote.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn of_kept(text: &str) -> Result<Self, FormulaProblem> {
        parse::parse(text, LONGEST_KEPT, |name| name.parse().ok())
    }
}

impl Expression<usize> {
    /// Reads a formula as people write it, with a letter for each of the measures chosen beside it:
    /// `A / B * 100`. `known` is how many letters stand for something.
    ///
    /// # Errors
    /// What is wrong with it, where.
    pub fn of_letters(text: &str, known: impl Fn(usize) -> bool) -> Result<Self, FormulaProblem> {
        let place = |name: &str| place_of_letter(name).filter(|place| known(*place));
        parse::parse(text, LONGEST_FORMULA, place)
    }
}

/// The letter of a place in the list of measures: `A` for the first.
pub fn letter(place: usize) -> char {
    u8::try_from(place).map_or('?', |place| char::from(b'A'.saturating_add(place.min(25))))
}

fn place_of_letter(name: &str) -> Option<usize> {
    let mut letters = name.chars();
    let (letter, rest) = (letters.next()?.to_ascii_uppercase(), letters.next());
    (letter.is_ascii_uppercase() && rest.is_none()).then(|| usize::from(letter as u8 - b'A'))
}

impl fmt::Display for Formula {
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        into.write_str(&self.kept())
    }
}

impl Serialize for Formula {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.kept())
    }
}

impl<'d> Deserialize<'d> for Formula {
    fn deserialize<D: Deserializer<'d>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::of_kept(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests;
