//! Elements in the order that people read them in, cheap to copy and to change a little.

use std::cmp::Ordering;
use std::sync::Arc;

use super::element::Element;
use crate::swedish_order::sort_key;

/// Elements of a chunk; a change copies one chunk.
const MOST: usize = 128;

pub(super) type OrderKey = (Vec<u32>, String);

/// Numbers sort as numbers: 2 before 10, 3.2 before 3.10.
fn order_key(element: &Element) -> OrderKey {
    let numbers = element
        .number
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().unwrap_or(u32::MAX))
        .collect::<Vec<u32>>();
    let numbers = if numbers.is_empty() { vec![u32::MAX] } else { numbers };
    (numbers, sort_key(&element.title))
}

/// An element with the key it is sorted by, computed once.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) element: Arc<Element>,
    order: Arc<OrderKey>,
}

impl Node {
    pub(super) fn new(element: Arc<Element>) -> Self {
        let order = Arc::new(order_key(&element));
        Self { element, order }
    }

    pub(super) fn compare(&self, other: &Self) -> Ordering {
        let order = self.order.cmp(&other.order);
        order.then_with(|| self.element.id.cmp(&other.element.id))
    }
}

/// The elements, each once.
#[derive(Clone, Debug, Default)]
pub(super) struct Ordered {
    chunks: Vec<Arc<Vec<Node>>>,
    len: usize,
}

impl Ordered {
    pub(super) fn len(&self) -> usize {
        self.len
    }

    pub(super) fn is_empty(&self) -> bool {
        self.len == 0
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Node> {
        self.chunks.iter().flat_map(|chunk| chunk.iter())
    }

    /// Whether nothing has been put in or taken out since the one was copied from the other.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let mut chunks = self.chunks.iter().zip(&other.chunks);
        self.chunks.len() == other.chunks.len()
            && chunks.all(|(one, other)| Arc::ptr_eq(one, other))
    }

    /// The chunk that has an element or would take it.
    fn place(&self, node: &Node) -> usize {
        let before = |chunk: &Arc<Vec<Node>>| {
            chunk.last().is_some_and(|last| last.compare(node) == Ordering::Less)
        };
        self.chunks.partition_point(before).min(self.chunks.len().saturating_sub(1))
    }

    /// Puts an element in; nothing happens when it is there.
    pub(super) fn insert(&mut self, node: Node) {
        if self.chunks.is_empty() {
            self.chunks.push(Arc::default());
        }
        let place = self.place(&node);
        let Some(chunk) = self.chunks.get_mut(place) else { return };
        let Err(at) = chunk.binary_search_by(|other| other.compare(&node)) else { return };
        let chunk = Arc::make_mut(chunk);
        chunk.insert(at, node);
        self.len += 1;
        if chunk.len() > MOST {
            let rest = chunk.split_off(MOST / 2);
            self.chunks.insert(place + 1, Arc::new(rest));
        }
    }

    /// Takes an element out, as it was put in.
    pub(super) fn remove(&mut self, node: &Node) {
        let place = self.place(node);
        let Some(chunk) = self.chunks.get_mut(place) else { return };
        let Ok(at) = chunk.binary_search_by(|other| other.compare(node)) else { return };
        Arc::make_mut(chunk).remove(at);
        self.len -= 1;
        if chunk.is_empty() {
            self.chunks.remove(place);
        }
    }
}
