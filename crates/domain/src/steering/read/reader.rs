//! What reading has found so far, and the way into a mapping of the file.

use super::super::kinds::Closed;
use super::super::open::{Matter, OpenDecision};
use super::super::problem::{Fault, Register, Shape};
use super::super::problems::{Problems, clip};
use super::super::rules::Known;
use super::super::suggest::{MAX_SUGGESTIONS, nearest};
use super::super::yaml::{Kind, Node};
use super::peek::{list_of, peek, peek_id};
use std::collections::{BTreeMap, BTreeSet};

/// Which of the two formats is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    /// `styrmodell/1`: complete; what is missing is a problem.
    Full,
    /// `styrmodell-meta/0.1`: research records; what is missing gets a default and is an open decision.
    Research,
}

/// Problems, open decisions and places, gathered while reading.
pub(super) struct Reader {
    pub(super) dialect: Dialect,
    pub(super) problems: Problems,
    pub(super) open: Vec<OpenDecision>,
    pub(super) known: Known,
    lines: BTreeMap<String, u32>,
    listed: BTreeSet<(String, Matter)>,
}

/// A mapping of the file with its place.
pub(super) struct Part<'n> {
    pub(super) path: String,
    /// Identity, where the part has one that can be used.
    pub(super) id: Option<String>,
    line: u32,
    entries: BTreeMap<&'n str, &'n Node>,
    order: Vec<&'n str>,
}

impl<'n> Part<'n> {
    pub(super) fn place(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    /// The value of a key, unless it is absent or null.
    pub(super) fn get(&self, key: &str) -> Option<&'n Node> {
        self.entries.get(key).copied().filter(|node| !matches!(node.kind, Kind::Null))
    }

    /// Keys and values in the file's order.
    pub(super) fn in_order(&self) -> impl Iterator<Item = (&'n str, &'n Node)> {
        self.order.iter().filter_map(|key| Some((*key, *self.entries.get(key)?)))
    }
}

impl Reader {
    pub(super) fn new(problems: Problems) -> Self {
        Self {
            dialect: Dialect::Full,
            problems,
            open: Vec::new(),
            known: Known::default(),
            lines: BTreeMap::new(),
            listed: BTreeSet::new(),
        }
    }

    pub(super) fn is_full(&self) -> bool {
        self.dialect == Dialect::Full
    }

    /// A problem with a key of a part, on the key's line or else the part's.
    pub(super) fn problem(&mut self, part: &Part<'_>, key: &str, fault: Fault) {
        let line = part.entries.get(key).map_or(part.line, |node| node.line);
        self.problems.push(part.place(key), Some(line), fault);
    }

    /// Something that is not there: a problem in a full file, an open decision in a research record.
    pub(super) fn lacking(
        &mut self,
        part: &Part<'_>,
        key: &'static str,
        matter: Matter,
        default: impl Into<String>,
    ) {
        if self.is_full() {
            self.problems.push(part.path.clone(), Some(part.line), Fault::MissingKey { key });
        } else {
            self.open(part.place(key), matter, default);
        }
    }

    pub(super) fn open(&mut self, path: String, matter: Matter, default: impl Into<String>) {
        // What the file already lists as open is not listed again.
        if self.listed.insert((path.clone(), matter)) {
            self.open.push(OpenDecision { path, matter, default: default.into() });
        }
    }

    /// The line of a place, or of the nearest part around it.
    pub(super) fn line_of(&self, path: &str) -> Option<u32> {
        let mut rest = path;
        loop {
            if let Some(line) = self.lines.get(rest) {
                return Some(*line);
            }
            rest = rest.rfind(['.', '[']).and_then(|end| rest.get(..end))?;
        }
    }

    /// A mapping whose keys are all among `keys`; other keys are problems.
    pub(super) fn part<'n>(
        &mut self,
        node: &'n Node,
        path: String,
        keys: &[&str],
    ) -> Option<Part<'n>> {
        let part = self.open_part(node, path)?;
        for key in &part.order {
            if !keys.contains(key) {
                let suggest = self.problems.len() < MAX_SUGGESTIONS;
                let near = nearest(key, keys.iter().copied().filter(|_| suggest));
                self.problem(
                    &part,
                    &clip(key),
                    Fault::UnknownKey { key: clip(key), nearest: near },
                );
            }
        }
        Some(part)
    }

    /// A mapping with any keys.
    pub(super) fn open_part<'n>(&mut self, node: &'n Node, path: String) -> Option<Part<'n>> {
        let Kind::Map(entries) = &node.kind else {
            self.problems.push(
                path,
                Some(node.line),
                Fault::WrongShape { expected: Shape::Mapping, found: node.shape() },
            );
            return None;
        };
        self.lines.insert(path.clone(), node.line);
        let order = entries.iter().map(|(key, _)| key.as_str()).collect();
        let entries = entries.iter().map(|(key, node)| (key.as_str(), node)).collect();
        let part = Part { path, id: None, line: node.line, entries, order };
        for (key, node) in part.in_order().filter(|(key, _)| key.len() <= 64) {
            self.lines.insert(part.place(key), node.line);
        }
        Some(part)
    }

    /// The mappings of a list, each with its identity as its place where it has one.
    /// With `prefix`, parts without identity get one in a research record.
    pub(super) fn parts<'n>(
        &mut self,
        nodes: &'n [Node],
        list: &str,
        keys: &[&str],
        prefix: Option<&str>,
    ) -> Vec<Part<'n>> {
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        let mut found = Vec::new();
        for (index, node) in nodes.iter().enumerate() {
            let own = peek_id(node);
            let generated = prefix
                .filter(|_| own.is_none() && !self.is_full())
                .map(|prefix| format!("{prefix}-{}", index + 1));
            let is_new = own.is_none_or(|id| seen.insert(id));
            let id = own.map(str::to_owned).or(generated);
            let path = match &id {
                Some(id) if is_new => format!("{list}.{id}"),
                _ => format!("{list}[{index}]"),
            };
            let Some(mut part) = self.part(node, path, keys) else {
                continue;
            };
            if !is_new {
                self.problem(
                    &part,
                    "id",
                    Fault::DuplicateId { id: own.map(clip).unwrap_or_default() },
                );
            }
            part.id = id;
            found.push(part);
        }
        found
    }

    /// Learns every identity first, so that references may point forwards.
    pub(super) fn gather_ids(&mut self, top: &Part<'_>) {
        use Register::{
            Assessments, Documents, ElementTypes, MeasureClasses, OrgLevels, ScaleLevels, Scales,
            Sources,
        };
        for register in [OrgLevels, ElementTypes, Scales, Assessments, Documents, Sources] {
            for node in list_of(top.get(register.key())) {
                if let Some(id) = peek_id(node) {
                    self.known.add(register, id);
                }
                let (inner, name, inner_register) = match register {
                    Scales => ("levels", "id", ScaleLevels),
                    ElementTypes => ("classes", "name", MeasureClasses),
                    _ => continue,
                };
                for item in list_of(peek(node, inner)) {
                    if let Some(Kind::Text(id)) = peek(item, name).map(|found| &found.kind) {
                        self.known.add(inner_register, id);
                    }
                }
            }
        }
    }

    /// The member of a closed list that a text names; an unknown word is a problem.
    pub(super) fn member<T: Closed>(&mut self, word: &str, path: String, line: u32) -> Option<T> {
        let found = T::from_key(word);
        if found.is_none() {
            let near = nearest(word, T::KEYS.iter().copied());
            let fault = Fault::UnknownWord {
                list: T::LIST,
                word: clip(word),
                nearest: near,
                allowed: T::KEYS,
            };
            self.problems.push(path, Some(line), fault);
        }
        found
    }
}
