//! The known word that a misspelt one is probably meant as.

/// Longer words are not compared; no known word is that long.
const MAX_CHARS: usize = 40;
/// No more known words than this are compared with.
const MAX_CANDIDATES: usize = 200;

/// A file with more problems than this gets no more suggestions, which cost time.
pub(super) const MAX_SUGGESTIONS: usize = 100;

/// The nearest of `known`, if it is near: at most a third of the letters differ.
pub(super) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let letters: Vec<char> = word.chars().take(MAX_CHARS + 1).flat_map(char::to_lowercase).collect();
    if letters.is_empty() || letters.len() > MAX_CHARS {
        return None;
    }
    let allowed = (letters.len() / 3).max(1);
    known
        .into_iter()
        .take(MAX_CANDIDATES)
        .filter(|candidate| candidate.chars().count().abs_diff(letters.len()) <= allowed)
        .map(|candidate| (distance(&letters, candidate), candidate))
        .filter(|(steps, _)| *steps <= allowed)
        .min()
        .map(|(_, candidate)| candidate.to_owned())
}

/// Letters to insert, remove or change (Levenshtein).
fn distance(from: &[char], to: &str) -> usize {
    let mut row: Vec<usize> = (0..=from.len()).collect();
    for (place, letter) in to.chars().flat_map(char::to_lowercase).enumerate() {
        let mut diagonal = place;
        let mut left = place + 1;
        for (own, cell) in from.iter().zip(row.iter_mut().skip(1)) {
            let above = *cell;
            left = (above + 1).min(left + 1).min(diagonal + usize::from(*own != letter));
            diagonal = above;
            *cell = left;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_a_letter_is_recognised_and_a_strange_word_is_not() {
        let known = ["goal", "grouping", "measure", "activity"];
        assert_eq!(nearest("gaol", known), None, "two changed letters of four are too many");
        assert_eq!(nearest("gol", known).as_deref(), Some("goal"));
        assert_eq!(nearest("Meassure", known).as_deref(), Some("measure"));
        assert_eq!(nearest("vision", known), None);
        assert_eq!(nearest("", known), None);
    }
}
