//! The published JSON Schema and the reader say the same.

use super::super::read::keys;
use super::super::{
    Aggregate, Closed, Colour, Concept, Confidence, CycleKind, DocumentKind, FieldKind, FieldTwin,
    Formulation, HorizonKind, LinkKind, Matter, OrgLevelKind, Role, RuleMethod, ScaleUse, Symbol,
    TargetKind, TypeRuleKind,
};
use serde_json::Value;
use std::collections::BTreeSet;

const SCHEMA: &str = include_str!("../../../../../docs/styrmodell-1.schema.json");
const GUIDE: &str = include_str!("../../../../../docs/styrmodell.md");

fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap()
}

fn property_names(part: &Value) -> BTreeSet<&str> {
    part["properties"].as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn the_schema_has_the_keys_that_the_reader_knows() {
    let schema = schema();
    let parts = [
        ("version", keys::VERSION),
        ("based_on", keys::BASED_ON),
        ("source", keys::SOURCE),
        ("org_level", keys::ORG_LEVEL),
        ("term", keys::TERM),
        ("element_type", keys::ELEMENT_TYPE),
        ("horizon", keys::HORIZON),
        ("parent", keys::PARENT),
        ("field", keys::FIELD),
        ("class", keys::CLASS),
        ("scale", keys::SCALE),
        ("level", keys::SCALE_LEVEL),
        ("assessment", keys::ASSESSMENT),
        ("params", keys::PARAMS),
        ("step", keys::STEP),
        ("document", keys::DOCUMENT),
        ("glossary_entry", keys::GLOSSARY_ENTRY),
        ("open_decision", keys::OPEN_DECISION),
        ("rules", TypeRuleKind::KEYS),
    ];
    assert_eq!(property_names(&schema), keys::TOP.iter().copied().collect());
    for (name, known) in parts {
        let part = &schema["$defs"][name];
        assert_eq!(property_names(part), known.iter().copied().collect(), "{name}");
        assert_eq!(part["additionalProperties"], Value::Bool(false), "{name}");
    }
}

#[test]
fn the_schema_has_the_words_of_every_closed_list() {
    let schema = schema();
    let words = |place: &str| -> Vec<String> {
        let list = schema.pointer(place).unwrap_or_else(|| panic!("{place}"));
        list.as_array().unwrap().iter().map(|word| word.as_str().unwrap().to_owned()).collect()
    };
    let lists = [
        ("/properties/terms/propertyNames/enum", Concept::KEYS),
        ("/$defs/element_type/properties/role/enum", Role::KEYS),
        ("/$defs/element_type/properties/formulation/enum", Formulation::KEYS),
        ("/$defs/element_type/properties/target_kinds/items/enum", TargetKind::KEYS),
        ("/$defs/element_type/properties/conf/enum", Confidence::KEYS),
        ("/$defs/field/properties/kind/enum", FieldKind::KEYS),
        ("/$defs/field/properties/same_as/enum", FieldTwin::KEYS),
        ("/$defs/parent/properties/link/enum", LinkKind::KEYS),
        ("/$defs/horizon/properties/kind/enum", HorizonKind::KEYS),
        ("/$defs/org_level/properties/kind/enum", OrgLevelKind::KEYS),
        ("/$defs/scale/properties/use/enum", ScaleUse::KEYS),
        ("/$defs/scale/properties/for/items/enum", Role::KEYS),
        ("/$defs/level/properties/symbol/enum", Symbol::KEYS),
        ("/$defs/level/properties/colour/enum", Colour::KEYS),
        ("/$defs/assessment/properties/method/enum", RuleMethod::KEYS),
        ("/$defs/params/properties/aggregate/enum", Aggregate::KEYS),
        ("/$defs/step/properties/kind/enum", CycleKind::KEYS),
        ("/$defs/document/properties/kind/enum", DocumentKind::KEYS),
        ("/$defs/open_decision/properties/matter/enum", Matter::KEYS),
    ];
    for (place, known) in lists {
        assert_eq!(words(place), known, "{place}");
    }
}

#[test]
fn the_closed_lists_are_as_long_as_the_meta_model_says() {
    let lengths = [
        Role::ALL.len(),
        LinkKind::ALL.len(),
        RuleMethod::ALL.len(),
        TargetKind::ALL.len(),
        CycleKind::ALL.len(),
        DocumentKind::ALL.len(),
        OrgLevelKind::ALL.len(),
        TypeRuleKind::ALL.len(),
    ];
    assert_eq!(lengths, [12, 8, 7, 10, 17, 19, 14, 12]);
}

#[test]
fn the_guide_explains_every_key_and_word() {
    let lists = [
        keys::TOP,
        keys::ELEMENT_TYPE,
        keys::SCALE_LEVEL,
        keys::PARAMS,
        keys::STEP,
        keys::DOCUMENT,
        keys::CLASS,
    ]
    .into_iter()
    .chain([
        Role::KEYS,
        LinkKind::KEYS,
        RuleMethod::KEYS,
        TargetKind::KEYS,
        CycleKind::KEYS,
        DocumentKind::KEYS,
    ])
    .chain([
        OrgLevelKind::KEYS,
        HorizonKind::KEYS,
        TypeRuleKind::KEYS,
        Formulation::KEYS,
        Aggregate::KEYS,
    ])
    .chain([ScaleUse::KEYS, Symbol::KEYS, Colour::KEYS, Concept::KEYS, Matter::KEYS]);
    for word in lists.flatten() {
        assert!(GUIDE.contains(&format!("`{word}`")), "the guide does not mention `{word}`");
    }
}

#[test]
fn every_example_in_the_guide_is_a_model() {
    let examples: Vec<&str> = GUIDE
        .split("```yaml\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap_or_default())
        .collect();
    assert!(!examples.is_empty());
    for example in examples.iter().filter(|example| example.starts_with("meta:")) {
        assert_eq!(super::problems(example), [], "{example}");
    }
}
