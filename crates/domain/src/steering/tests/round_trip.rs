//! A model that is written and read again is the same model.

use super::super::yaml::{parse, to_yaml};
use super::super::{SteeringModel, Value, check};
use super::{ALINGSAS, OSTERAKER, RECORD, SMALL, model, research_models};
use proptest::prelude::*;

fn assert_round_trip(model: &SteeringModel, name: &str) {
    let text = model.to_yaml();
    let again = check(text.as_bytes())
        .into_model()
        .unwrap_or_else(|problems| panic!("{name}: {problems:#?}\n{text}"));
    assert_eq!(again, *model, "{name}\n{text}");
    assert_eq!(again.to_yaml(), text);
}

#[test]
fn presets_and_records_survive_being_written() {
    for (name, text) in
        [("osteraker", OSTERAKER), ("alingsas", ALINGSAS), ("small", SMALL), ("record", RECORD)]
    {
        assert_round_trip(&model(text), name);
    }
}

#[test]
fn research_models_survive_being_written() {
    for (name, bytes) in research_models() {
        assert_round_trip(&check(&bytes).into_model().unwrap(), &name);
    }
}

fn any_value() -> impl Strategy<Value = Value> {
    let scalar = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i32>().prop_map(Value::number),
        any::<String>().prop_map(Value::Text),
        "[-~#:&*!|>%@`'\"{}\\[\\], \n\tnå0-9]{0,12}".prop_map(Value::Text),
        prop::sample::select(vec![
            "no",
            "null",
            "true",
            "2018-01-01",
            "1e3",
            "0x1f",
            ".inf",
            "~",
            "-",
            "- a",
            "---",
            "a: b",
            " x "
        ])
        .prop_map(Value::text),
    ];
    scalar.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::List),
            prop::collection::btree_map("\\PC{0,20}", inner, 0..6)
                .prop_map(|map| Value::Map(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn any_value_survives_being_written(value in any_value()) {
        let text = to_yaml(&Value::Map(vec![("value".to_owned(), value.clone())]));
        let (root, problems) = parse(text.as_bytes());
        prop_assert!(problems.is_empty(), "{text} {:?}", problems.into_sorted());
        prop_assert_eq!(root.map(|node| node.to_value()), Some(Value::Map(vec![("value".to_owned(), value)])), "{}", text);
    }
}
