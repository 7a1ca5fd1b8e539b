//! Words that do not belong on a page: English on a Swedish one, names of texts, traces of code.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use scraper::{ElementRef, Html};

use super::elements::{all, attr, words_without};

/// Common English words that are no Swedish words.
const ENGLISH: [&str; 24] = [
    "the", "with", "your", "you", "this", "save", "cancel", "submit", "loading", "please", "not",
    "found", "error", "from", "are", "has", "have", "goals", "measures", "values", "unit",
    "report", "search", "page",
];
/// Traces of code.
const TRACES: [&str; 7] = ["undefined", "NaN", "None", "Some(", "{$", "{ $", "[object"];

static TEXT_NAMES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let mut names = BTreeSet::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut names);
    names
});

fn collect(folder: &Path, names: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).expect("the source is readable").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, names);
        } else if path.file_name().is_some_and(|name| name == "sv.ftl") {
            let text = std::fs::read_to_string(&path).expect("texts are readable");
            names.extend(text.lines().filter_map(|line| Some(line.split_once(" =")?.0.to_owned())));
        }
    }
}

pub(super) fn check(html: &Html, mut add: impl FnMut(&str, String)) {
    let Some(root) = all(html, "html").first().copied() else { return };
    let language = attr(root, "lang");
    let other_language = |part: ElementRef<'_>| {
        let own = attr(part, "lang");
        !own.is_empty() && own != language
    };
    let said = words_without(root, &other_language);
    for trace in TRACES {
        // In English it is also an ordinary word.
        if said.contains(trace) && !(trace == "None" && language == "en") {
            add("traces-of-code", format!("the page says {trace:?}"));
        }
    }
    for word in said.split(|letter: char| !letter.is_alphanumeric() && !"-_".contains(letter)) {
        if word.contains('-') && TEXT_NAMES.contains(word) {
            add("untranslated", format!("the page shows the name of a text, {word}"));
        }
        if language == "sv" && ENGLISH.contains(&word.to_lowercase().as_str()) {
            add(
                "english-leftovers",
                format!("{word:?} on a Swedish page; mark it with lang=\"en\" if it belongs there"),
            );
        }
    }
}
