//! What a file is called when it is kept: a name that can be shown and saved without harm.

use super::FileKind;

/// Longest name, in letters.
const LONGEST_NAME: usize = 120;

/// Signs that turn the direction of writing or are not seen, by which `fdp.exe` looks like a PDF.
pub(crate) fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The last part of the name that came, without what cannot be seen or what a file system would take
/// for something else; it always ends as its kind does. `fallback` is used where nothing is left.
pub fn clean_name(sent: &str, kind: FileKind, fallback: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last
        .chars()
        .filter(|letter| !is_unseen(*letter))
        .map(|letter| if "<>:\"|?*%".contains(letter) { '-' } else { letter })
        .collect();
    let words = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let (stem, ending) = words.rsplit_once('.').unwrap_or((words.as_str(), ""));
    let stem = stem.trim_matches(['.', ' ', '~']);
    let ending = ending.to_lowercase();
    let known = FileKind::of_name(&format!("x.{ending}")) == Ok(kind);
    let ending = if known { ending.as_str() } else { kind.code() };
    let room = LONGEST_NAME.saturating_sub(ending.chars().count() + 1);
    let stem: String = if stem.is_empty() { fallback } else { stem }.chars().take(room).collect();
    // What was cut may end as a name must not.
    format!("{}.{ending}", stem.trim_end_matches(['.', ' ', '~']))
}
