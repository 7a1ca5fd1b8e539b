//! What looks like it is about a single person: analyses are read by many, and nobody's name or personal
//! number belongs in them. A warning, never more: a program cannot know.

/// Something that looks personal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Personal {
    /// A personal identity number or co-ordination number.
    Number(String),
    /// A first name and a family name.
    Name(String),
}

/// Most that are told of at once.
const MOST: usize = 5;

/// Words with a capital letter that are no names of people when two stand together.
const NO_NAMES: &[&str] = &[
    "agenda",
    "analyshjulet",
    "kommun",
    "kommunstyrelsen",
    "region",
    "skolverket",
    "socialstyrelsen",
    "sverige",
    "vision",
];

/// What looks personal in a text.
pub fn personal_in(text: &str) -> Vec<Personal> {
    let mut found: Vec<Personal> = numbers(text).into_iter().map(Personal::Number).collect();
    for name in names(text) {
        let name = Personal::Name(name);
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found.truncate(MOST);
    found
}

/// Runs of ten or twelve digits, with or without a sign before the last four, whose month and day could
/// be a birthday's.
fn numbers(text: &str) -> Vec<String> {
    let is_part = |letter: char| letter.is_ascii_digit() || matches!(letter, '-' | '+');
    text.split(|letter: char| !is_part(letter))
        .filter(|piece| {
            let digits: Vec<u32> = piece.chars().filter_map(|one| one.to_digit(10)).collect();
            let signs = piece.chars().filter(|one| !one.is_ascii_digit()).count();
            let at_end = piece.chars().rev().nth(4).is_some_and(|one| !one.is_ascii_digit());
            if signs > 1 || (signs == 1 && !at_end) {
                return false;
            }
            let tail = match digits.len() {
                10 => digits.as_slice(),
                12 => digits.get(2..).unwrap_or_default(),
                _ => return false,
            };
            let two = |at: usize| {
                let pair = tail.get(at..at + 2).unwrap_or_default();
                pair.iter().fold(0, |sum, digit| sum * 10 + digit)
            };
            let (month, day) = (two(2), two(4));
            (1..=12).contains(&month) && ((1..=31).contains(&day) || (61..=91).contains(&day))
        })
        .map(str::to_owned)
        .collect()
}

/// Two words with a capital letter after each other, where the first does not begin a sentence.
fn names(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let bare = |word: &str| {
        word.trim_matches(|one: char| !one.is_alphanumeric()).trim_end_matches("'s").to_owned()
    };
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && word.chars().count() > 1
            && letters.all(|one| one.is_lowercase() || one == '-')
            && !NO_NAMES.contains(&word.to_lowercase().as_str())
    };
    let mut found = Vec::new();
    for (at, pair) in words.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        let begins = before.is_none_or(|word| word.ends_with(['.', '!', '?', ':', '–', '-']));
        let joined = first.ends_with(|one: char| !one.is_alphanumeric());
        let (one, other) = (bare(first), bare(second));
        if !begins && !joined && capital(&one) && capital(&other) {
            found.push(format!("{one} {other}"));
        }
    }
    found
}
