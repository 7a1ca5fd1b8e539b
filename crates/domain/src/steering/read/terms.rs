//! Terms in their forms.

use super::super::open::Matter;
use super::super::problem::Shape;
use super::super::term::Term;
use super::super::yaml::{Kind, Node};
use super::keys;
use super::reader::{Part, Reader};

impl Reader {
    /// A term in its forms, or in a research record one word for all forms.
    pub(super) fn term(&mut self, part: &Part<'_>, key: &'static str) -> Option<Term> {
        let node = self.need(part, key)?;
        match &node.kind {
            Kind::Map(_) => self.inflected(node, part.place(key)),
            Kind::Text(_) if self.is_full() => {
                self.wrong(part, key, Shape::Mapping, node);
                None
            }
            Kind::Text(_) => {
                let word = self.text(part, key)?;
                self.open(part.place(key), Matter::TermForms, word.clone());
                Some(Term::uninflected(word))
            }
            _ => {
                self.wrong(part, key, Shape::TextOrMapping, node);
                None
            }
        }
    }

    pub(super) fn inflected(&mut self, node: &Node, path: String) -> Option<Term> {
        let part = self.part(node, path, keys::TERM)?;
        let singular = self.need_text(&part, "singular");
        let plural = self.need_text(&part, "plural");
        let definite = self.need_text(&part, "definite");
        let definite_plural = self.need_text(&part, "definite_plural");
        let en = self.text(&part, "en");
        Some(Term {
            singular: singular?,
            plural: plural?,
            definite: definite?,
            definite_plural: definite_plural?,
            en,
        })
    }
}
