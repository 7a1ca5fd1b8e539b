//! What differs between two models: which parts come, go and change, field by field.

use super::kinds::{Closed, closed};
use super::model::SteeringModel;
use super::value::Value;
use std::fmt;

closed! {
    /// Parts of a model that are compared.
    ModelPart, "part" {
        /// Element types, with their links and rules.
        ElementTypes = "element_types",
        /// Levels of the organisation.
        OrgLevels = "org_levels",
        /// The municipality's words for the program's concepts.
        Terms = "terms",
        /// Scales and their levels.
        Scales = "scales",
        /// Rules that propose assessments.
        Assessments = "assessment",
        /// Steps of the year.
        Cycle = "cycle",
        /// Document types.
        Documents = "documents",
        /// Words explained.
        Glossary = "glossary",
    }
}

/// One thing that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The part it stands in.
    pub part: ModelPart,
    /// Its identity in the file.
    pub id: String,
    /// What it is called; the new name where it has changed.
    pub name: String,
    /// What happens to it.
    pub change: Change,
}

/// What happens to something in a model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It comes.
    Added,
    /// It goes.
    Removed,
    /// It stays and says something else.
    Changed(Vec<FieldChange>),
}

/// A field that says something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// The field's key in the file.
    pub field: String,
    /// What it said, unless it was absent.
    pub before: Option<Value>,
    /// What it says, unless it is gone.
    pub after: Option<Value>,
}

type Entries = Vec<(String, Value)>;

/// Everything that differs, part by part in the order of the new model, what goes last.
/// Version, sources, remarks and notes steer nothing and are not compared.
pub fn differences(before: &SteeringModel, after: &SteeringModel) -> Vec<Difference> {
    let (before, after) = (before.to_value(), after.to_value());
    ModelPart::ALL
        .iter()
        .flat_map(|part| in_part(*part, &entries(&before, *part), &entries(&after, *part)))
        .collect()
}

/// The things of a part by identity.
fn entries(model: &Value, part: ModelPart) -> Entries {
    match model.get(part.key()) {
        Some(Value::List(items)) => items
            .iter()
            .filter_map(|item| Some((item.get("id")?.as_text()?.to_owned(), item.clone())))
            .collect(),
        Some(Value::Map(entries)) => entries.clone(),
        _ => Vec::new(),
    }
}

fn in_part(part: ModelPart, before: &Entries, after: &Entries) -> Vec<Difference> {
    let find = |entries: &Entries, id: &str| {
        entries.iter().find(|(other, _)| other == id).map(|(_, value)| value.clone())
    };
    let difference = |id: &str, value: &Value, change| Difference {
        part,
        id: id.to_owned(),
        name: name_of(id, value),
        change,
    };
    let mut found = Vec::new();
    for (id, value) in after {
        match find(before, id) {
            None => found.push(difference(id, value, Change::Added)),
            Some(old) => {
                let fields = changed_fields(&old, value);
                if !fields.is_empty() {
                    found.push(difference(id, value, Change::Changed(fields)));
                }
            }
        }
    }
    let gone = before.iter().filter(|(id, _)| find(after, id).is_none());
    found.extend(gone.map(|(id, value)| difference(id, value, Change::Removed)));
    found
}

fn changed_fields(before: &Value, after: &Value) -> Vec<FieldChange> {
    let (old, new) = (without_remarks(before), without_remarks(after));
    let keys = |value: &Value| match value {
        Value::Map(entries) => entries.iter().map(|(key, _)| key.clone()).collect(),
        _ => Vec::new(),
    };
    let mut all: Vec<String> = keys(&old);
    all.extend(keys(&new).into_iter().filter(|key| old.get(key).is_none()));
    all.into_iter()
        .filter(|key| old.get(key) != new.get(key))
        .map(|key| FieldChange {
            before: old.get(&key).cloned(),
            after: new.get(&key).cloned(),
            field: key,
        })
        .collect()
}

/// A value without what is only told about it.
fn without_remarks(value: &Value) -> Value {
    const REMARKS: [&str; 3] = ["note", "src", "conf"];
    match value {
        Value::Map(entries) => Value::Map(
            entries
                .iter()
                .filter(|(key, _)| !REMARKS.contains(&key.as_str()))
                .map(|(key, value)| (key.clone(), without_remarks(value)))
                .collect(),
        ),
        Value::List(items) => Value::List(items.iter().map(without_remarks).collect()),
        other => other.clone(),
    }
}

fn name_of(id: &str, value: &Value) -> String {
    let term = value.get("term").or_else(|| value.get("name")).unwrap_or(value);
    let name = term.get("singular").unwrap_or(term).as_text();
    name.unwrap_or(id).to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::*;

    const PRESET: &str = include_str!("../../../../presets/osteraker-2018.yaml");

    fn model(yaml: &str) -> SteeringModel {
        check(yaml.as_bytes()).into_model().unwrap()
    }

    #[test]
    fn a_model_does_not_differ_from_itself() {
        assert_eq!(differences(&model(PRESET), &model(PRESET)), []);
    }

    #[test]
    fn a_word_that_changes_is_one_difference_with_both_words() {
        let after = PRESET.replace("singular: inriktningsmål,", "singular: målområde,");
        let found = differences(&model(PRESET), &model(&after));
        assert_eq!(found.len(), 1, "{found:#?}");
        assert_eq!((found[0].id.as_str(), found[0].name.as_str()), ("inriktningsmal", "målområde"));
        let Change::Changed(fields) = &found[0].change else { panic!("{found:#?}") };
        assert_eq!(fields[0].field, "term");
        let singular = |value: &Option<Value>| {
            value.as_ref().and_then(|term| term.get("singular")?.as_text().map(str::to_owned))
        };
        assert_eq!(singular(&fields[0].before).as_deref(), Some("inriktningsmål"));
        assert_eq!(singular(&fields[0].after).as_deref(), Some("målområde"));
    }

    #[test]
    fn what_comes_and_what_goes_are_each_others_mirror() {
        let (mut small, whole) = (model(PRESET), model(PRESET));
        small.documents.pop();
        small.cycle.remove(0);
        let grows = differences(&small, &whole);
        let shrinks = differences(&whole, &small);
        assert_eq!(grows.len(), 2);
        assert!(grows.iter().all(|one| one.change == Change::Added));
        assert!(shrinks.iter().all(|one| one.change == Change::Removed));
        let ids = |all: &[Difference]| all.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&grows), ids(&shrinks));
    }

    #[test]
    fn a_remark_is_no_difference() {
        let mut noted = model(PRESET);
        noted.element_types[0].origin.note = Some("another remark".to_owned());
        noted.element_types[0].horizon.note = Some("a remark deeper down".to_owned());
        assert_eq!(differences(&model(PRESET), &noted), []);
    }
}
