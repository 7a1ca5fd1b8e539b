//! What is said of an element in the fields that the steering model adds to its type.
//!
//! Nothing has to be said. A value is kept by the name of its field: a field that the model no longer
//! has loses nothing, and one that comes back finds what was said.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::ids::ElementId;
use crate::measures::parse_decimal;
use crate::steering::{ElementType, Field, FieldKind};

/// Longest value on one line, in letters.
pub const LONGEST_LINE: usize = 200;
/// Longest value of sentences, in letters.
pub const LONGEST_SENTENCES: usize = 4_000;
/// Most decimals of a number.
const MOST_DECIMALS: u8 = 6;
/// A yes, as it is kept.
pub const YES: &str = "yes";
/// A no, as it is kept.
pub const NO: &str = "no";

/// Why a value cannot be kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum FieldProblem {
    /// Longer than there is room for.
    #[error("longer than {most} letters")]
    TooLong {
        /// Most letters.
        most: usize,
        /// How many there are.
        written: usize,
    },
    /// Not a number.
    #[error("not a number")]
    NotANumber,
    /// Not a day.
    #[error("not a day")]
    NotADay,
    /// Not among the choices.
    #[error("not among the choices")]
    UnknownChoice,
}

impl Field {
    /// A value as it is kept, from what was typed; empty when nothing was said.
    ///
    /// # Errors
    /// The rule that is broken.
    pub fn read(&self, typed: &str) -> Result<String, FieldProblem> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(String::new());
        }
        match self.kind {
            FieldKind::Text => within(typed, LONGEST_LINE),
            FieldKind::LongText => within(&typed.replace("\r\n", "\n"), LONGEST_SENTENCES),
            FieldKind::Number => parse_decimal(typed, MOST_DECIMALS)
                .map(|number| number.to_string())
                .map_err(|_| FieldProblem::NotANumber),
            FieldKind::Date => Date::from_str(typed)
                .ok()
                .filter(|day| (1900..=2200).contains(&day.year()))
                .map(|day| day.to_string())
                .ok_or(FieldProblem::NotADay),
            FieldKind::Choice => among(typed, self.choices.iter().map(String::as_str)),
            FieldKind::YesNo => among(typed, [YES, NO]),
        }
    }
}

fn within(text: &str, most: usize) -> Result<String, FieldProblem> {
    let written = text.chars().count();
    if written > most {
        return Err(FieldProblem::TooLong { most, written });
    }
    Ok(text.to_owned())
}

fn among<'c>(
    text: &str,
    choices: impl IntoIterator<Item = &'c str>,
) -> Result<String, FieldProblem> {
    let found = choices.into_iter().find(|choice| *choice == text);
    found.map(str::to_owned).ok_or(FieldProblem::UnknownChoice)
}

/// A value as a number, where it is one.
pub fn number_of(value: &str) -> Option<Decimal> {
    value.parse().ok()
}

/// The fields of a type that are filled in beside the program's own, each name once.
pub fn fields_of(element_type: &ElementType) -> Vec<&Field> {
    let mut seen = BTreeSet::new();
    let own = element_type.fields.iter().filter(|field| field.same_as.is_none());
    own.filter(|field| seen.insert(field.name.as_str())).collect()
}

/// What is said of one element.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnFields {
    /// What it is said of.
    pub element: ElementId,
    /// By the name of the field; an empty value is not said.
    pub values: BTreeMap<String, String>,
    /// The element's version when it was said.
    pub version: i64,
}

/// One value, as the trail keeps it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct OwnValue {
    /// What it is said of.
    pub element: ElementId,
    /// The field.
    pub name: String,
    /// What is said; empty when it was taken back.
    pub value: String,
}

impl OwnFields {
    /// Nothing said.
    pub fn none(element: ElementId) -> Self {
        Self { element, values: BTreeMap::new(), version: 0 }
    }

    /// What is said in a field; empty when nothing is.
    pub fn get(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }

    /// Whether nothing at all is said.
    pub fn is_empty(&self) -> bool {
        self.values.values().all(String::is_empty)
    }

    /// The fields that say something else than before, with what they say; those that are not here are
    /// left as they were.
    pub fn since<'f>(&'f self, before: &'f Self) -> impl Iterator<Item = (&'f str, &'f str)> {
        let all = self.values.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        all.filter(|(name, value)| before.get(name) != *value)
    }

    /// The same words of another element, such as the one that takes its place.
    #[must_use]
    pub fn for_element(&self, element: ElementId, version: i64) -> Self {
        Self { element, version, ..self.clone() }
    }

    /// The same words, with a nothing for every field that another says something in: what makes the
    /// other say just this.
    #[must_use]
    pub fn in_place_of(&self, other: &Self) -> Self {
        let mut values = self.values.clone();
        for name in other.values.keys() {
            values.entry(name.clone()).or_default();
        }
        Self { values, element: other.element, version: self.version }
    }

    /// The fields where something is said: those of the type in its order, then those that the model no
    /// longer has.
    pub fn said<'f>(&'f self, element_type: Option<&'f ElementType>) -> Vec<(Field, &'f str)> {
        let fields = element_type.map(fields_of).unwrap_or_default();
        let known = fields.iter().map(|field| field.name.as_str()).collect::<BTreeSet<_>>();
        let rest = self.values.keys().filter(|name| !known.contains(name.as_str()));
        let rest = rest.map(Field::named).collect::<Vec<_>>();
        let all = fields.into_iter().cloned().chain(rest);
        all.filter_map(|field| {
            let value = self.values.get(&field.name)?.as_str();
            (!value.is_empty()).then_some((field, value))
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn field(kind: FieldKind) -> Field {
        let choices = ["Skola", "Vård"].map(str::to_owned).to_vec();
        Field { kind, choices, ..Field::named("fält") }
    }

    #[test]
    fn each_kind_keeps_what_it_understands_and_refuses_the_rest() {
        let read = |kind, typed: &str| field(kind).read(typed);
        assert_eq!(read(FieldKind::Number, " 8,50 "), Ok("8.5".to_owned()));
        assert_eq!(read(FieldKind::Number, "många"), Err(FieldProblem::NotANumber));
        assert_eq!(read(FieldKind::Date, "2026-05-01"), Ok("2026-05-01".to_owned()));
        assert_eq!(read(FieldKind::Date, "i maj"), Err(FieldProblem::NotADay));
        assert_eq!(read(FieldKind::Date, "0001-01-01"), Err(FieldProblem::NotADay));
        assert_eq!(read(FieldKind::Choice, "Vård"), Ok("Vård".to_owned()));
        assert_eq!(read(FieldKind::Choice, "vård"), Err(FieldProblem::UnknownChoice));
        assert_eq!(read(FieldKind::YesNo, "no"), Ok("no".to_owned()));
        assert_eq!(read(FieldKind::YesNo, "kanske"), Err(FieldProblem::UnknownChoice));
        let too_long = FieldProblem::TooLong { most: LONGEST_LINE, written: LONGEST_LINE + 1 };
        assert_eq!(read(FieldKind::Text, &"å".repeat(LONGEST_LINE + 1)), Err(too_long));
        assert_eq!(read(FieldKind::LongText, "a\r\nb"), Ok("a\nb".to_owned()));
        for kind in FieldKind::ALL {
            assert_eq!(read(*kind, "  "), Ok(String::new()), "{kind:?}");
        }
    }

    #[test]
    fn only_what_differs_is_told_and_what_is_not_asked_is_left() {
        let of = |values: &[(&str, &str)]| OwnFields {
            values: values.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect(),
            ..OwnFields::none(ElementId::from([1; 16]))
        };
        let before = of(&[("hur", "så"), ("gammalt", "står kvar"), ("när", "i maj")]);
        let after = of(&[("hur", "annars"), ("när", "i maj"), ("vem", ""), ("var", "här")]);
        let changed: Vec<_> = after.since(&before).collect();
        assert_eq!(changed, [("hur", "annars"), ("var", "här")]);
        let swapped = after.in_place_of(&before);
        assert_eq!(swapped.get("gammalt"), "", "it says just what the other said");
        assert!(swapped.values.contains_key("gammalt"));
    }

    proptest! {
        #[test]
        fn what_is_kept_is_read_as_the_same(typed in ".{0,60}") {
            for kind in FieldKind::ALL {
                if let Ok(kept) = field(*kind).read(&typed) {
                    prop_assert_eq!(field(*kind).read(&kept), Ok(kept.clone()));
                }
            }
        }
    }
}
