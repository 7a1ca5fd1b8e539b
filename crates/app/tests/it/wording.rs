//! The texts and the code that calls them: no argument stands in another's place, and nothing that
//! is kept in the trail lacks its word.

use std::collections::BTreeMap;

use crate::source::{Source, root, sources};

/// The variables of each message, in the order in which the built function takes them.
fn variables() -> BTreeMap<String, Vec<String>> {
    let mut found = BTreeMap::new();
    for entry in walk(&root().join("crates/app/src")) {
        let text = std::fs::read_to_string(&entry).unwrap();
        let mut current = String::new();
        for line in text.lines() {
            if let Some((name, _)) = line.split_once(" = ")
                && line.starts_with(|first: char| first.is_ascii_lowercase())
            {
                current = name.replace('-', "_");
            }
            let known: &mut Vec<String> = found.entry(current.clone()).or_default();
            for after in line.split('$').skip(1) {
                let word: String = after.chars().take_while(|letter| is_of_name(*letter)).collect();
                if !word.is_empty() && !known.contains(&word) {
                    known.push(word);
                }
            }
            known.sort();
        }
    }
    found
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(walk(&path));
        } else if path.file_name().is_some_and(|name| name == "sv.ftl") {
            found.push(path);
        }
    }
    found
}

fn is_of_name(letter: char) -> bool {
    letter.is_ascii_lowercase() || letter == '_' || letter.is_ascii_digit()
}

/// The arguments of a call whose opening bracket has just been passed.
fn arguments(after: &str) -> Vec<String> {
    let mut depth = 0_i32;
    let mut all = vec![String::new()];
    for letter in after.chars() {
        match letter {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                all.push(String::new());
                continue;
            }
            _ => {}
        }
        all.last_mut().unwrap().push(letter);
    }
    all.retain(|one| !one.trim().is_empty());
    all
}

fn names_in(argument: &str) -> Vec<&str> {
    argument.split(|letter: char| !is_of_name(letter)).filter(|word| !word.is_empty()).collect()
}

/// The variable of another place that stands here: it is the whole argument, or the two have
/// changed places.
fn stranger<'v>(own: &'v [String], all: &[String], place: usize) -> Option<&'v String> {
    let wanted = own.get(place)?;
    let argument = all.get(place)?.trim();
    if names_in(argument).contains(&wanted.as_str()) {
        return None;
    }
    let is_path = argument.chars().all(|letter| is_of_name(letter) || matches!(letter, '.' | '&'));
    own.iter().enumerate().find_map(|(theirs, other)| {
        let is_whole = is_path && names_in(argument).last() == Some(&other.as_str());
        let changed_places = names_in(argument).contains(&other.as_str())
            && all.get(theirs).is_some_and(|there| names_in(there).contains(&wanted.as_str()));
        (theirs != place && (is_whole || changed_places)).then_some(other)
    })
}

/// Calls of texts where an argument bears the name of another variable and not its own.
fn swapped(path: &str, code: &str, variables: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices('.') {
        let rest = &code[at + 1..];
        let name: String = rest.chars().take_while(|letter| is_of_name(*letter)).collect();
        let Some(own) = variables.get(&name).filter(|own| own.len() > 1) else { continue };
        let Some(after) = rest[name.len()..].strip_prefix('(') else { continue };
        let all = arguments(after);
        for place in 0..own.len() {
            if let Some(other) = stranger(own, &all, place) {
                found.push(format!("{path}: {name} gets {other} where it takes {}", own[place]));
            }
        }
    }
    found
}

#[test]
fn no_text_gets_one_variable_in_the_place_of_another() {
    let variables = variables();
    assert!(variables.len() > 500, "the texts were found");
    let found: Vec<String> = sources()
        .iter()
        .filter(|source| source.path.starts_with("crates/app/src"))
        .flat_map(|source| swapped(&source.path, &source.code(), &variables))
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_swapped_call_would_be_found() {
    let known = BTreeMap::from([("range".to_owned(), vec!["high".to_owned(), "low".to_owned()])]);
    let wrong = "texts.range(words(target.low), words(target.high))";
    assert_eq!(swapped("x.rs", wrong, &known).len(), 2);
    let one_sided = "texts.range(&self.low, &self.fields.value)";
    assert_eq!(swapped("x.rs", one_sided, &known).len(), 1);
    let right = "texts.range(words(target.high), words(target.low))";
    assert_eq!(swapped("x.rs", right, &known), [] as [String; 0]);
}

/// The codes that writes are recorded under: the string literals that begin a call of `record` or
/// of a store function that records.
fn codes(source: &Source) -> Vec<(String, bool)> {
    const RECORDING: [&str; 7] = [
        "record(",
        "change_element(",
        "change_org_unit(",
        "change_exemption(",
        "change_person(",
        "change_measure(",
        "record_of(",
    ];
    let mut found = Vec::new();
    for call in RECORDING {
        for (at, _) in source.text.match_indices(call) {
            let all = arguments(&source.text[at + call.len()..]);
            let literal = |argument: &String| {
                let argument = argument.trim();
                let inner = argument.strip_prefix('"')?.strip_suffix('"')?;
                Some(inner.to_owned())
            };
            found.extend(all.get(1).and_then(literal).map(|code| (code, true)));
            found.extend(
                all.get(2)
                    .filter(|_| call == "record_of(")
                    .and_then(literal)
                    .map(|code| (code, true)),
            );
            if call == "record(" {
                found.extend(all.get(2).and_then(literal).map(|code| (code, false)));
            }
        }
    }
    found
}

#[test]
fn everything_in_the_trail_has_a_word() {
    let texts = app::i18n::Texts::default();
    let mut seen = 0;
    for source in sources().iter().filter(|one| one.path.starts_with("crates/app/src")) {
        for (code, is_action) in codes(source) {
            let word =
                if is_action { texts.settings_action(&code) } else { texts.settings_object(&code) };
            assert_ne!(word, code, "{}: {code} has no word in the trail", source.path);
            seen += 1;
        }
    }
    assert!(seen > 30, "the codes were found");
    // What becomes of an analysis is told by codes that are passed on.
    for code in ["write", "conclude", "reopen", "throw", "take_back", "put", "answer"] {
        assert_ne!(texts.settings_action(code), code, "{code} has no word in the trail");
    }
}
