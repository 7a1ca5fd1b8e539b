//! Looks into a value before it is read, for identities that others refer to.

use super::super::yaml::{Kind, Node};

/// Whether an identity can stand in a place and in a message: no more than 80 letters, no spaces at its ends, nothing invisible.
pub(super) fn is_usable_id(id: &str) -> bool {
    !id.is_empty()
        && id.chars().nth(80).is_none()
        && id.trim() == id
        && !id.chars().any(char::is_control)
}

pub(super) fn peek<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    match &node.kind {
        Kind::Map(entries) => entries.iter().find(|(name, _)| name == key).map(|(_, value)| value),
        _ => None,
    }
}

pub(super) fn peek_id(node: &Node) -> Option<&str> {
    match &peek(node, "id")?.kind {
        Kind::Text(id) if is_usable_id(id) => Some(id),
        _ => None,
    }
}

pub(super) fn list_of(node: Option<&Node>) -> &[Node] {
    match node.map(|found| &found.kind) {
        Some(Kind::List(items)) => items,
        _ => &[],
    }
}
