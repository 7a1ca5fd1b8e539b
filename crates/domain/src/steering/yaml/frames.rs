//! The lists and mappings that are open while a file is read.

use super::node::{Kind, Node};
use crate::steering::problem::Fault;
use crate::steering::problems::{Problems, clip};
use std::collections::BTreeSet;
use std::rc::Rc;

/// A list or mapping that has begun and not ended.
pub(super) struct Frame {
    pub(super) line: u32,
    pub(super) anchor: usize,
    size: u32,
    content: Content,
}

enum Content {
    List(Vec<Node>),
    Map { entries: Vec<(String, Node)>, seen: BTreeSet<String>, key: Awaited },
}

/// What a mapping waits for.
#[derive(Default)]
enum Awaited {
    #[default]
    Key,
    ValueOf(String),
    /// The value of a key that could not be used.
    ValueToDrop,
}

/// Longer keys are nobody's word, and YAML itself stops at 1,024.
const MAX_KEY_CHARS: usize = 200;

/// Open frames, outermost first, and the finished root.
#[derive(Default)]
pub(super) struct Frames {
    open: Vec<Frame>,
    pub(super) root: Option<Node>,
    pub(super) problems: Problems,
}

impl Frames {
    pub(super) fn open_list(&mut self, line: u32, anchor: usize) {
        self.open.push(Frame { line, anchor, size: 1, content: Content::List(Vec::new()) });
    }

    pub(super) fn open_map(&mut self, line: u32, anchor: usize) {
        let content =
            Content::Map { entries: Vec::new(), seen: BTreeSet::new(), key: Awaited::Key };
        self.open.push(Frame { line, anchor, size: 1, content });
    }

    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Ends the innermost frame and returns it as a node with its anchor.
    pub(super) fn close(&mut self) -> Option<(Node, usize)> {
        let Frame { line, anchor, size, content } = self.open.pop()?;
        let kind = match content {
            Content::List(items) => Kind::List(Rc::from(items)),
            Content::Map { entries, .. } => Kind::Map(Rc::from(entries)),
        };
        Some((Node { line, size, kind }, anchor))
    }

    /// Places a finished value where the file has come to: as the root, in a list, as a key or as a key's value.
    pub(super) fn place(&mut self, node: Node, scalar_text: Option<&str>) {
        let line = node.line;
        let fault = match self.open.last_mut() {
            None => {
                self.root = Some(node);
                return;
            }
            Some(frame) => {
                frame.size = frame.size.saturating_add(node.size);
                frame.content.take(node, scalar_text)
            }
        };
        if let Some(fault) = fault {
            let mut path = self.path();
            if let Fault::DuplicateKey { key } = &fault {
                // The mapping has let go of the key by now.
                path.push_str(if path.is_empty() { "" } else { "." });
                path.push_str(key);
            }
            self.problems.push(path, Some(line), fault);
        }
    }

    /// Where the next value goes, such as `scales[0].levels`. Costs as much as the depth, which is bounded.
    fn path(&self) -> String {
        let mut path = String::new();
        for frame in &self.open {
            match &frame.content {
                Content::List(items) => {
                    path.push('[');
                    path.push_str(&items.len().to_string());
                    path.push(']');
                }
                Content::Map { key: Awaited::ValueOf(key), .. } => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(&clip(key));
                }
                Content::Map { .. } => {}
            }
        }
        path
    }
}

impl Content {
    /// Takes a value in, or says why it cannot be.
    fn take(&mut self, node: Node, scalar_text: Option<&str>) -> Option<Fault> {
        match self {
            Self::List(items) => {
                items.push(node);
                None
            }
            Self::Map { entries, seen, key } => match std::mem::take(key) {
                Awaited::Key => match scalar_text {
                    Some(text) if text.chars().nth(MAX_KEY_CHARS).is_none() => {
                        *key = Awaited::ValueOf(text.to_owned());
                        None
                    }
                    _ => {
                        *key = Awaited::ValueToDrop;
                        Some(Fault::KeyNotText)
                    }
                },
                Awaited::ValueToDrop => None,
                Awaited::ValueOf(name) => {
                    if seen.insert(name.clone()) {
                        entries.push((name, node));
                        None
                    } else {
                        Some(Fault::DuplicateKey { key: clip(&name) })
                    }
                }
            },
        }
    }
}
