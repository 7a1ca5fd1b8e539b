//! Single values of a part: texts, words of closed lists, flags, numbers, days and lists of texts.

use super::super::element::Quantity;
use super::super::kinds::Closed;
use super::super::model::Origin;
use super::super::open::Matter;
use super::super::problem::{Fault, Register, Shape};
use super::super::problems::clip;
use super::super::yaml::{Kind, Node};
use super::peek::is_usable_id;
use super::reader::{Part, Reader};
use jiff::civil::Date;

impl Reader {
    pub(super) fn wrong(&mut self, part: &Part<'_>, key: &str, expected: Shape, node: &Node) {
        self.problem(part, key, Fault::WrongShape { expected, found: node.shape() });
    }

    /// A value that must be there.
    pub(super) fn need<'n>(&mut self, part: &Part<'n>, key: &'static str) -> Option<&'n Node> {
        let found = part.get(key);
        if found.is_none() {
            let line = self.line_of(&part.path).or(Some(1));
            self.problems.push(part.path.clone(), line, Fault::MissingKey { key });
        }
        found
    }

    pub(super) fn text(&mut self, part: &Part<'_>, key: &str) -> Option<String> {
        let node = part.get(key)?;
        if let Kind::Text(text) = &node.kind {
            // An optional text that says nothing is not there.
            return Some(text.clone()).filter(|text| !text.trim().is_empty());
        }
        self.wrong(part, key, Shape::Text, node);
        None
    }

    pub(super) fn need_text(&mut self, part: &Part<'_>, key: &'static str) -> Option<String> {
        let node = self.need(part, key)?;
        let text = self.text(part, key);
        if text.is_none() && matches!(node.kind, Kind::Text(_)) {
            self.problem(part, key, Fault::EmptyText);
        }
        text
    }

    /// The identity of a part, required and usable. Model ids are small letters, digits and hyphens.
    pub(super) fn id(&mut self, part: &Part<'_>) -> Option<String> {
        if let Some(id) = &part.id {
            return Some(id.clone());
        }
        let id = self.need_text(part, "id")?;
        let is_model = part.path.is_empty();
        let holds = is_usable_id(&id)
            && (!is_model
                || id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
        if !holds {
            self.problem(part, "id", Fault::BadId { id: clip(&id) });
        }
        holds.then_some(id)
    }

    pub(super) fn word<T: Closed>(&mut self, part: &Part<'_>, key: &str) -> Option<T> {
        let word = self.text(part, key)?;
        let line = part.get(key).map_or(1, |node| node.line);
        self.member(&word, part.place(key), line)
    }

    pub(super) fn need_word<T: Closed>(&mut self, part: &Part<'_>, key: &'static str) -> Option<T> {
        self.need(part, key).and_then(|_| self.word(part, key))
    }

    pub(super) fn flag(&mut self, part: &Part<'_>, key: &str) -> Option<bool> {
        let node = part.get(key)?;
        if let Kind::Bool(flag) = node.kind {
            return Some(flag);
        }
        self.wrong(part, key, Shape::Flag, node);
        None
    }

    pub(super) fn whole(&mut self, part: &Part<'_>, key: &str, min: i64, max: i64) -> Option<i64> {
        let node = part.get(key)?;
        self.whole_of(node, part.place(key), min, max)
    }

    pub(super) fn whole_of(
        &mut self,
        node: &Node,
        path: String,
        min: i64,
        max: i64,
    ) -> Option<i64> {
        let fault = match &node.kind {
            Kind::Number(text) => match text.parse::<i64>() {
                Ok(number) if (min..=max).contains(&number) => return Some(number),
                _ => Fault::OutOfRange { found: clip(text), min, max },
            },
            _ => Fault::WrongShape { expected: Shape::WholeNumber, found: node.shape() },
        };
        self.problems.push(path, Some(node.line), fault);
        None
    }

    pub(super) fn list<'n>(&mut self, part: &Part<'n>, key: &str) -> &'n [Node] {
        let Some(node) = part.get(key) else {
            return &[];
        };
        if let Kind::List(items) = &node.kind {
            return items;
        }
        self.wrong(part, key, Shape::List, node);
        &[]
    }

    pub(super) fn texts(&mut self, part: &Part<'_>, key: &str) -> Vec<String> {
        let nodes = self.list(part, key);
        self.texts_of(nodes, &part.place(key))
    }

    pub(super) fn texts_of(&mut self, nodes: &[Node], path: &str) -> Vec<String> {
        let mut texts = Vec::new();
        for (index, node) in nodes.iter().enumerate() {
            if let Kind::Text(text) = &node.kind {
                texts.push(text.clone());
            } else {
                let fault = Fault::WrongShape { expected: Shape::Text, found: node.shape() };
                self.problems.push(format!("{path}[{index}]"), Some(node.line), fault);
            }
        }
        texts
    }

    pub(super) fn words<T: Closed>(&mut self, part: &Part<'_>, key: &str) -> Vec<T> {
        let nodes = self.list(part, key);
        let mut words = Vec::new();
        for (index, node) in nodes.iter().enumerate() {
            let path = format!("{}[{index}]", part.place(key));
            if let Kind::Text(word) = &node.kind {
                words.extend(self.member::<T>(word, path, node.line));
            } else {
                self.problems.push(
                    path,
                    Some(node.line),
                    Fault::WrongShape { expected: Shape::Text, found: node.shape() },
                );
            }
        }
        words
    }

    pub(super) fn quantity(&mut self, part: &Part<'_>, key: &str) -> Option<Quantity> {
        let node = part.get(key)?;
        match &node.kind {
            Kind::Text(text) => Some(Quantity::Words(text.clone())),
            Kind::Number(text) => match text.parse() {
                Ok(number) => Some(Quantity::Number(number)),
                Err(_) => Some(Quantity::Words(text.clone())),
            },
            _ => {
                self.wrong(part, key, Shape::TextOrNumber, node);
                None
            }
        }
    }

    /// A day as `2018-01-01`. A research record may also give only a year, which then means its first or last day.
    pub(super) fn day(
        &mut self,
        part: &Part<'_>,
        key: &'static str,
        matter: Matter,
    ) -> Option<Date> {
        let node = part.get(key)?;
        let (Kind::Text(text) | Kind::Number(text)) = &node.kind else {
            self.wrong(part, key, Shape::Text, node);
            return None;
        };
        if let Some(day) = day_of(text) {
            return Some(day);
        }
        if self.is_full() {
            self.problem(part, key, Fault::BadDate { text: clip(text) });
            return None;
        }
        let year = text.parse::<i16>().ok();
        let (month, day) = if matter == Matter::ValidTo { (12, 31) } else { (1, 1) };
        let day = year
            .filter(|year| (1900..=9999).contains(year))
            .and_then(|year| Date::new(year, month, day).ok());
        self.open(
            part.place(key),
            matter,
            day.map_or_else(|| "–".to_owned(), |day| day.to_string()),
        );
        day
    }

    pub(super) fn origin(&mut self, part: &Part<'_>) -> Origin {
        Origin {
            note: self.text(part, "note"),
            src: self.text(part, "src").map(Into::into),
            conf: self.word(part, "conf"),
        }
    }

    /// A reference that research records may get wrong: there it is left out and is an open decision.
    pub(super) fn loose(&mut self, register: Register, id: String, path: String) -> Option<String> {
        if self.is_full() || self.known.has(register, &id) {
            return Some(id);
        }
        self.open(path, Matter::Reference, clip(&id));
        None
    }

    /// A list that must have at least `min` members.
    pub(super) fn at_least(
        &mut self,
        part: &Part<'_>,
        key: &'static str,
        min: usize,
        found: usize,
    ) {
        if found < min && part.get(key).is_some_and(|node| matches!(node.kind, Kind::List(_))) {
            self.problem(part, key, Fault::TooFew { min, found });
        }
    }
}

/// A day written as `2018-01-01` and in no other way.
pub(super) fn day_of(text: &str) -> Option<Date> {
    let is_plain = text.len() == 10 && text.chars().all(|c| c.is_ascii_digit() || c == '-');
    text.parse::<Date>().ok().filter(|_| is_plain)
}
