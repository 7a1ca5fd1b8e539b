//! Whoever writes values, or says how many people they are about, decides in the same breath what is
//! withheld from readers (decision 0046): no door can forget to.

use crate::source::sources;

/// What writes values or counts.
const WRITES: [&str; 13] = [
    "insert_outcomes(",
    "update_outcomes(",
    "remove_outcomes(",
    "keep_outcome(",
    "keep_over_sum(",
    "correct_outcome(",
    "store::take_away(",
    "insert_counts(",
    "keep_counts(",
    "note_beside(",
    "mistake_counts(",
    "update_measure(",
    "change_org_unit(cx.tx, \"m",
];

/// What decides.
const DECIDES: [&str; 3] = [".withhold(cx.tx", "withhold_again(cx", "withhold_all_again(cx"];

/// Files that write and need not decide, and why.
const ELSEWHERE: [(&str, &str); 5] = [
    ("crates/app/src/demo/plant_history.rs", "plant.rs decides of all that was planted"),
    ("crates/app/src/demo/plant_values.rs", "plant.rs decides of all that was planted"),
    ("crates/app/src/elements/store/nodes.rs", "is what writes"),
    ("crates/app/src/measures/set_formula.rs", "what is computed has no values of its own"),
    ("crates/app/src/measures/set_worth.rs", "changes no value and no sum"),
];

#[test]
fn whoever_writes_values_decides_what_is_withheld() {
    let mut forgotten = Vec::new();
    for source in sources() {
        let is_store = source.path.contains("/measures/store/");
        let is_known = ELSEWHERE.iter().any(|(path, _)| source.path == *path);
        if is_store || is_known || source.folder_of_app().is_none() {
            continue;
        }
        let text = &source.text;
        let writes = WRITES.iter().find(|write| calls(text, write));
        if let Some(write) = writes
            && !DECIDES.iter().any(|decide| text.contains(decide))
        {
            forgotten.push(format!("{} calls {write}…) and decides nothing", source.path));
        }
    }
    assert!(forgotten.is_empty(), "{}", forgotten.join("\n"));
}

/// Whether a text calls a function, rather than being where it is or naming another that ends alike.
fn calls(text: &str, call: &str) -> bool {
    text.match_indices(call).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default();
        !before.ends_with("fn ")
            && !before.ends_with(|one: char| one.is_alphanumeric() || one == '_')
    })
}
