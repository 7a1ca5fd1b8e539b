//! The known word that a misspelt one is probably meant as.

/// Longer words are not compared; no known word is that long.
const MAX_CHARS: usize = 40;
/// No more known words than this are compared with.
const MAX_CANDIDATES: usize = 200;

/// A file with more problems than this gets no more suggestions, which cost time.
pub(super) const MAX_SUGGESTIONS: usize = 100;

/// The nearest of `known`, if it is near: at most a third of the letters differ.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let letters: Vec<char> =
        word.chars().take(MAX_CHARS + 1).flat_map(char::to_lowercase).collect();
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

/// Letters to insert, remove, change or swap with the next (optimal string alignment).
fn distance(from: &[char], to: &str) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=from.len()).collect();
    let mut above_letter = None;
    for (place, letter) in to.chars().flat_map(char::to_lowercase).enumerate() {
        let mut row = vec![place + 1];
        let mut left_letter = None;
        for (column, own) in from.iter().copied().enumerate() {
            let cell =
                |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX - 1);
            let changed = cell(&above, column) + usize::from(own != letter);
            let mut steps = changed.min(cell(&above, column + 1) + 1).min(cell(&row, column) + 1);
            if left_letter == Some(letter) && above_letter == Some(own) && column > 0 {
                steps = steps.min(cell(&before, column - 1) + 1);
            }
            row.push(steps);
            left_letter = Some(own);
        }
        above_letter = Some(letter);
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_a_letter_is_recognised_and_a_strange_word_is_not() {
        let known = ["goal", "grouping", "measure", "activity"];
        assert_eq!(
            nearest("gaol", known).as_deref(),
            Some("goal"),
            "two letters that changed places are one slip"
        );
        assert_eq!(nearest("gpal", known).as_deref(), Some("goal"));
        assert_eq!(nearest("gels", known), None);
        assert_eq!(nearest("gol", known).as_deref(), Some("goal"));
        assert_eq!(nearest("Meassure", known).as_deref(), Some("measure"));
        assert_eq!(nearest("vision", known), None);
        assert_eq!(nearest("", known), None);
    }
}
