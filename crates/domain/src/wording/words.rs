//! The lists of telling words, and finding them in a sentence.

use std::sync::LazyLock;

/// The lists, as read from the file beside this one.
#[derive(Default, Debug)]
pub(super) struct Words {
    pub(super) work: Vec<String>,
    pub(super) passive: Vec<String>,
    pub(super) endless: Vec<String>,
    pub(super) vague: Vec<String>,
    pub(super) countable: Vec<String>,
    pub(super) second: Vec<String>,
    /// Headings that are no list, for the test that there are none.
    pub(super) unknown: Vec<String>,
}

/// The words known.
pub(super) fn known() -> &'static Words {
    static KNOWN: LazyLock<Words> = LazyLock::new(|| read(include_str!("words.txt")));
    &KNOWN
}

fn read(file: &str) -> Words {
    let mut words = Words::default();
    let mut heading = "";
    for line in file.lines().map(str::trim) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(name) = line.strip_prefix('[') {
            heading = name.trim_end_matches(']');
            continue;
        }
        let list = match heading {
            "work" => &mut words.work,
            "passive" => &mut words.passive,
            "endless" => &mut words.endless,
            "vague" => &mut words.vague,
            "countable" => &mut words.countable,
            "second" => &mut words.second,
            _ => &mut words.unknown,
        };
        list.push(line.to_lowercase());
    }
    words
}

/// Whether the words beginning at a place are those of a list's entry; then how many words it has.
fn matches_at(sentence: &[&str], at: usize, entry: &str) -> Option<usize> {
    let mut count = 0;
    for wanted in entry.split(' ') {
        let word = sentence.get(at + count)?;
        let same = match wanted.strip_suffix('*') {
            Some(start) => word.starts_with(start),
            None => *word == wanted,
        };
        if !same {
            return None;
        }
        count += 1;
    }
    Some(count)
}

fn at(sentence: &[&str], place: usize, list: &[String]) -> Option<String> {
    let found = list.iter().find_map(|entry| matches_at(sentence, place, entry))?;
    Some(sentence.get(place..place + found)?.join(" "))
}

/// The first words of a list found anywhere in a plain sentence.
pub(super) fn within(sentence: &str, list: &[String]) -> Option<String> {
    let words: Vec<&str> = sentence.split(' ').collect();
    (0..words.len()).find_map(|place| at(&words, place, list))
}

/// The words of a list that a plain sentence begins with, or that follow on what someone *ska*, with
/// no more than an adverb between.
pub(super) fn at_start(sentence: &str, list: &[String]) -> Option<String> {
    let words: Vec<&str> = sentence.split(' ').collect();
    let first = usize::from(words.first() == Some(&"att"));
    let shall = words.iter().position(|word| matches!(*word, "ska" | "skall" | "vill" | "kommer"));
    let after = shall.map(|shall| shall + 1);
    [Some(first), after, after.map(|after| after + 1)]
        .into_iter()
        .flatten()
        .find_map(|place| at(&words, place, list))
}
