//! What a fault is found in, and how that is written in addresses and kept.

use std::fmt;
use std::str::FromStr;

use crate::ids::{ElementId, NotAnId, OrgUnitId, PersonId};

/// What a fault is found in. Written `element:…`, `org:…`, `share:<org>:<element>`, `person:…`
/// or `model:<path>`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Subject {
    /// A node of the thread.
    Element(ElementId),
    /// An org unit as such.
    OrgUnit(OrgUnitId),
    /// An org unit's share of an element: its answer to a goal, its values of a measure.
    Share(OrgUnitId, ElementId),
    /// A person who answers for something.
    Person(PersonId),
    /// A place in the steering model, by its path.
    Model(String),
}

impl Subject {
    /// The element, where it is about one.
    pub fn element(&self) -> Option<ElementId> {
        match self {
            Self::Element(id) | Self::Share(_, id) => Some(*id),
            Self::OrgUnit(_) | Self::Person(_) | Self::Model(_) => None,
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Element(id) => write!(out, "element:{id}"),
            Self::OrgUnit(id) => write!(out, "org:{id}"),
            Self::Share(org_unit, id) => write!(out, "share:{org_unit}:{id}"),
            Self::Person(id) => write!(out, "person:{id}"),
            Self::Model(path) => write!(out, "model:{path}"),
        }
    }
}

impl FromStr for Subject {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (kind, rest) = text.split_once(':').ok_or(NotAnId)?;
        match kind {
            "element" => rest.parse().map(Self::Element),
            "org" => rest.parse().map(Self::OrgUnit),
            "share" => {
                let (org_unit, element) = rest.split_once(':').ok_or(NotAnId)?;
                Ok(Self::Share(org_unit.parse()?, element.parse()?))
            }
            "person" => rest.parse().map(Self::Person),
            "model" if !rest.is_empty() => Ok(Self::Model(rest.to_owned())),
            _ => Err(NotAnId),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_is_read_as_it_was_written() {
        let (org_unit, element) = (OrgUnitId::from([2; 16]), ElementId::from([3; 16]));
        for subject in [
            Subject::Element(element),
            Subject::OrgUnit(org_unit),
            Subject::Share(org_unit, element),
            Subject::Person(PersonId::from([4; 16])),
            Subject::Model("element_types.vision.term".to_owned()),
        ] {
            assert_eq!(subject.to_string().parse(), Ok(subject));
        }
        for text in ["", "element:", "share:x:y", "model:", "annat:1", "org"] {
            assert_eq!(text.parse::<Subject>(), Err(NotAnId), "{text}");
        }
    }
}
