//! A model as a `styrmodell/1` file that reads back to the same model, and as JSON.

mod parts;
mod scales;
mod types;

use super::model::SteeringModel;
use super::value::Value;
use super::yaml;
use serde::ser::{Serialize, Serializer};

impl SteeringModel {
    /// The model as a `styrmodell/1` file.
    pub fn to_yaml(&self) -> String {
        yaml::to_yaml(&self.to_value())
    }

    /// The content of a `styrmodell/1` file.
    pub fn to_value(&self) -> Value {
        let mut whole = Mapping::default();
        whole
            .text("meta", "styrmodell/1")
            .text("id", self.id.as_str())
            .text("municipality", &self.municipality);
        whole.put("version", parts::version(&self.version));
        whole.put_unless_empty("sources", self.sources.iter().map(parts::source));
        whole.put_list("org_levels", self.org_levels.iter().map(parts::org_level));
        if !self.terms.is_empty() {
            let terms = self
                .terms
                .iter()
                .map(|(concept, term)| (concept.key().to_owned(), parts::term(term)))
                .collect();
            whole.put("terms", Value::Map(terms));
        }
        whole.put_list("element_types", self.element_types.iter().map(types::element_type));
        whole.put_list("scales", self.scales.iter().map(scales::scale));
        whole.put_list("assessment", self.assessments.iter().map(scales::assessment));
        whole.put_list("cycle", self.cycle.iter().map(parts::step));
        whole.put_list("documents", self.documents.iter().map(parts::document));
        if !self.glossary.is_empty() {
            whole.put(
                "glossary",
                Value::Map(self.glossary.iter().map(parts::glossary_entry).collect()),
            );
        }
        whole.put_unless_empty(
            "open_decisions",
            self.open_decisions.iter().map(parts::open_decision),
        );
        for (key, value) in &self.notes {
            whole.put(key, value.clone());
        }
        whole.finish()
    }
}

impl Serialize for SteeringModel {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_value().serialize(serializer)
    }
}

/// A mapping that is being written, in order.
#[derive(Default)]
struct Mapping(Vec<(String, Value)>);

impl Mapping {
    fn put(&mut self, key: &str, value: Value) -> &mut Self {
        self.0.push((key.to_owned(), value));
        self
    }

    fn text(&mut self, key: &str, text: &str) -> &mut Self {
        self.put(key, Value::text(text))
    }

    fn maybe(&mut self, key: &str, text: Option<impl AsRef<str>>) -> &mut Self {
        if let Some(text) = text {
            self.text(key, text.as_ref());
        }
        self
    }

    fn put_list(&mut self, key: &str, items: impl Iterator<Item = Value>) -> &mut Self {
        self.put(key, Value::List(items.collect()))
    }

    fn put_unless_empty(&mut self, key: &str, items: impl Iterator<Item = Value>) -> &mut Self {
        let items: Vec<Value> = items.collect();
        if items.is_empty() { self } else { self.put(key, Value::List(items)) }
    }

    fn texts_unless_empty<T: AsRef<str>>(&mut self, key: &str, texts: &[T]) -> &mut Self {
        self.put_unless_empty(key, texts.iter().map(|text| Value::text(text.as_ref())))
    }

    fn finish(self) -> Value {
        Value::Map(self.0)
    }
}
