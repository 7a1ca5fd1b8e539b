//! Files made to hurt: each is refused by a limit, and nothing panics.

use super::super::{Fault, MAX_BYTES, MAX_DEPTH, MAX_NODES, MAX_PROBLEMS, check};
use super::{ALINGSAS, OSTERAKER, SMALL, problems};
use proptest::prelude::*;
use std::fmt::Write;

fn first(text: &str) -> Fault {
    problems(text)[0].fault.clone()
}

#[test]
fn a_file_over_the_limit_is_refused_unread() {
    // Not even UTF-8, which would be said if it were read.
    let bytes = vec![0xff; 10 * 1024 * 1024];
    assert_eq!(
        check(&bytes).problems()[0].fault,
        Fault::TooLarge { bytes: bytes.len(), limit: MAX_BYTES }
    );
}

#[test]
fn depth_is_limited_in_both_styles() {
    assert_eq!(first(&"[".repeat(100_000)), Fault::TooDeep { limit: MAX_DEPTH });
    assert_eq!(first(&"{a: ".repeat(100_000)), Fault::TooDeep { limit: MAX_DEPTH });
    assert_eq!(first(&"- ".repeat(100_000)), Fault::TooDeep { limit: MAX_DEPTH });
    let allowed = format!("notes: {}{}", "[".repeat(MAX_DEPTH - 1), "]".repeat(MAX_DEPTH - 1));
    assert_ne!(first(&allowed), Fault::TooDeep { limit: MAX_DEPTH });
}

#[test]
fn repeated_values_are_counted_each_time() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..30 {
        let repeated = vec![format!("*a{}", level - 1); 9].join(", ");
        writeln!(bomb, "a{level}: &a{level} [{repeated}]").unwrap();
    }
    assert_eq!(first(&bomb), Fault::AliasBomb { limit: MAX_NODES });
}

#[test]
fn the_number_of_values_is_limited() {
    assert_eq!(first(&"- a\n".repeat(200_000)), Fault::TooManyNodes { limit: MAX_NODES });
}

#[test]
fn an_endless_list_of_problems_is_cut_and_counted() {
    let unknown: String = (0..20_000).fold(String::new(), |mut text, number| {
        writeln!(text, "nyckel{number}: 1").unwrap();
        text
    });
    let found = problems(&unknown);
    assert_eq!(found.len(), MAX_PROBLEMS + 1);
    assert!(matches!(found.last().unwrap().fault, Fault::More { count } if count > 19_000));
}

/// A research record with `count` types, each with the next as parent.
fn chain(count: usize, last_parent: &str) -> String {
    let head = SMALL.split("element_types:").next().unwrap().replacen(
        "styrmodell/1",
        "styrmodell-meta/0.1",
        1,
    );
    let mut text = format!("{head}element_types:\n");
    for number in 0..count {
        let parent =
            if number + 1 < count { format!("t{}", number + 1) } else { last_parent.to_owned() };
        writeln!(
            text,
            "  - {{id: t{number}, term: T, role: goal, owner: kf, decided_by: kf, horizon: {{kind: year}}, parents: [{{type: {parent}, link: decomposes}}]}}"
        )
        .unwrap();
    }
    text
}

#[test]
fn a_very_long_chain_of_types_is_followed_and_its_ring_found() {
    let model = super::model(&chain(4_000, "t3999"));
    assert_eq!(model.thread_columns().len(), 4_000);
    let found = problems(&chain(4_000, "t0"));
    assert!(
        matches!(&found[0].fault, Fault::TypeCycle { types } if types == &["t0", "t3999"]),
        "{found:?}"
    );
}

#[test]
fn a_huge_key_over_a_long_list_is_refused_without_copying_it_each_time() {
    let text = format!("? {}\n: [{}]\n", "k".repeat(500_000), "a, ".repeat(40_000));
    assert_eq!(first(&text), Fault::KeyNotText);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        let verdict = check(&bytes);
        prop_assert_eq!(verdict.model().is_some(), verdict.problems().is_empty());
    }

    #[test]
    fn no_text_makes_it_panic(text in "(meta|id|[-:{}\\[\\]&*!|>'\"%#? \n\ta-c0-9å~,.]){0,200}") {
        prop_assert!(!check(text.as_bytes()).problems().is_empty());
    }

    #[test]
    fn no_change_of_a_presets_lines_makes_it_panic(
        preset in prop::sample::select(vec![OSTERAKER, ALINGSAS, SMALL]),
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0_u8..5, "\\PC{0,12}"), 1..6),
    ) {
        let mut lines: Vec<String> = preset.lines().map(str::to_owned).collect();
        for (at, other, edit, text) in edits {
            let (at, other) = (at.index(lines.len()), other.index(lines.len()));
            match edit {
                0 => { lines.remove(at); }
                1 => lines.swap(at, other),
                2 => { let line = lines[other].clone(); lines.insert(at, line); }
                3 => lines[at].push_str(&text),
                _ => lines[at] = lines[at].replace(['{', ','], &text),
            }
        }
        let verdict = check(lines.join("\n").as_bytes());
        prop_assert_eq!(verdict.model().is_some(), verdict.problems().is_empty());
        if let Some(model) = verdict.model() {
            let again = check(model.to_yaml().as_bytes());
            prop_assert_eq!(again.model(), Some(model));
        }
    }
}
