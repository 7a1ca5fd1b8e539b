//! One value of a model file with the line it stands on.

use crate::steering::problem::Shape;
use crate::steering::value::Value;
use std::rc::Rc;

/// A value and its place. Repeated values share their content, so a copy costs nothing.
#[derive(Debug, Clone)]
pub(in crate::steering) struct Node {
    /// Line in the file, from 1.
    pub(in crate::steering) line: u32,
    /// How many values this is, itself and all inside it.
    pub(super) size: u32,
    pub(in crate::steering) kind: Kind,
}

/// What a node holds.
#[derive(Debug, Clone)]
pub(in crate::steering) enum Kind {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    List(Rc<[Node]>),
    Map(Rc<[(String, Node)]>),
}

impl Node {
    pub(in crate::steering) fn shape(&self) -> Shape {
        match self.kind {
            Kind::Null => Shape::Nothing,
            Kind::Bool(_) => Shape::Flag,
            Kind::Number(_) => Shape::Number,
            Kind::Text(_) => Shape::Text,
            Kind::List(_) => Shape::List,
            Kind::Map(_) => Shape::Mapping,
        }
    }

    /// The same content without places. Depth is bounded by the parser.
    pub(in crate::steering) fn to_value(&self) -> Value {
        match &self.kind {
            Kind::Null => Value::Null,
            Kind::Bool(flag) => Value::Bool(*flag),
            Kind::Number(number) => Value::Number(number.clone()),
            Kind::Text(text) => Value::Text(text.clone()),
            Kind::List(items) => Value::List(items.iter().map(Self::to_value).collect()),
            Kind::Map(entries) => Value::Map(
                entries.iter().map(|(key, node)| (key.clone(), node.to_value())).collect(),
            ),
        }
    }
}
