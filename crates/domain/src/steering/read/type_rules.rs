//! Soft constraints of element types. Research records keep what they cannot express; it is then an open decision.

use super::super::element::TypeRule;
use super::super::more_kinds::TypeRuleKind;
use super::super::open::Matter;
use super::super::problem::{Fault, Register, Shape};
use super::super::problems::clip;
use super::super::yaml::{Kind, Node};
use super::reader::{Part, Reader};

pub(super) fn type_rules(reader: &mut Reader, part: &Part<'_>) -> Vec<TypeRule> {
    let Some(inner) =
        part.get("rules").and_then(|node| reader.open_part(node, part.place("rules")))
    else {
        return Vec::new();
    };
    let mut rules = Vec::new();
    for (key, node) in inner.in_order() {
        let path = inner.place(&clip(key));
        if let Some(kind) = reader.member::<TypeRuleKind>(key, path.clone(), node.line) {
            rules.extend(type_rule(reader, kind, node, &path));
        }
    }
    rules
}

fn type_rule(reader: &mut Reader, kind: TypeRuleKind, node: &Node, path: &str) -> Option<TypeRule> {
    match kind {
        TypeRuleKind::MaxPerOwner => number(reader, node, path).map(TypeRule::MaxPerOwner),
        TypeRuleKind::MaxTotal => number(reader, node, path).map(TypeRule::MaxTotal),
        TypeRuleKind::ParentOptional => {
            flag(reader, node, path).then_some(TypeRule::ParentOptional)
        }
        TypeRuleKind::MustHaveMeasure => {
            flag(reader, node, path).then_some(TypeRule::MustHaveMeasure)
        }
        TypeRuleKind::RequiresDecisionRef => {
            flag(reader, node, path).then_some(TypeRule::RequiresDecisionRef)
        }
        TypeRuleKind::NotForAssessment => {
            flag(reader, node, path).then_some(TypeRule::NotForAssessment)
        }
        TypeRuleKind::MustCoverAllParents => {
            match about(reader, node, path, Register::ElementTypes) {
                About::Nothing => None,
                About::All => Some(TypeRule::MustCoverAllParents(None)),
                About::One(id) => Some(TypeRule::MustCoverAllParents(Some(id.into()))),
            }
        }
        TypeRuleKind::ProposalsAllowed => match about(reader, node, path, Register::OrgLevels) {
            About::Nothing => None,
            About::All => Some(TypeRule::ProposalsAllowed(None)),
            About::One(id) => Some(TypeRule::ProposalsAllowed(Some(id.into()))),
        },
        TypeRuleKind::IfUnmeasurableUse => match &node.kind {
            Kind::Text(id) => reader
                .loose(Register::ElementTypes, id.clone(), path.to_owned())
                .map(|id| TypeRule::IfUnmeasurableUse(id.into())),
            _ => unusable(reader, node, path, Shape::Text),
        },
        TypeRuleKind::Variants => names(reader, node, path, None).map(TypeRule::Variants),
        TypeRuleKind::InheritsTo => names(reader, node, path, Some(Register::OrgLevels))
            .map(|ids| TypeRule::InheritsTo(ids.into_iter().map(Into::into).collect())),
        TypeRuleKind::ViewOver => names(reader, node, path, Some(Register::ElementTypes))
            .map(|ids| TypeRule::ViewOver(ids.into_iter().map(Into::into).collect())),
    }
}

/// A value of the wrong kind: a problem in a full file; an open decision, and no rule, in a research record.
fn unusable<T>(reader: &mut Reader, node: &Node, path: &str, expected: Shape) -> Option<T> {
    if reader.is_full() {
        reader.problems.push(
            path.to_owned(),
            Some(node.line),
            Fault::WrongShape { expected, found: node.shape() },
        );
    } else {
        reader.open(path.to_owned(), Matter::TypeRule, "–");
    }
    None
}

fn number(reader: &mut Reader, node: &Node, path: &str) -> Option<u32> {
    match &node.kind {
        Kind::Number(_) => {
            let number = reader.whole_of(node, path.to_owned(), 1, i64::from(u32::MAX))?;
            u32::try_from(number).ok()
        }
        _ => unusable(reader, node, path, Shape::WholeNumber),
    }
}

fn flag(reader: &mut Reader, node: &Node, path: &str) -> bool {
    match node.kind {
        Kind::Bool(flag) => flag,
        _ => unusable(reader, node, path, Shape::Flag).unwrap_or(false),
    }
}

/// What a rule is about.
enum About {
    /// The rule does not hold.
    Nothing,
    /// All that it can be about.
    All,
    /// One type or level.
    One(String),
}

/// True, or the identity of what the rule is about. False means no rule.
fn about(reader: &mut Reader, node: &Node, path: &str, register: Register) -> About {
    match &node.kind {
        Kind::Bool(true) => About::All,
        Kind::Bool(false) => About::Nothing,
        Kind::Text(id) => {
            reader.loose(register, id.clone(), path.to_owned()).map_or(About::All, About::One)
        }
        _ => unusable(reader, node, path, Shape::Text).unwrap_or(About::Nothing),
    }
}

fn names(
    reader: &mut Reader,
    node: &Node,
    path: &str,
    register: Option<Register>,
) -> Option<Vec<String>> {
    let Kind::List(items) = &node.kind else {
        return unusable(reader, node, path, Shape::List);
    };
    let names = reader.texts_of(items, path);
    let Some(register) = register else {
        return Some(names);
    };
    Some(names.into_iter().filter_map(|id| reader.loose(register, id, path.to_owned())).collect())
}
