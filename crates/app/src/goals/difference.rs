//! What changed between two wordings, word by word.

use maud::{Markup, html};

/// More words than this in what differs are shown whole, old and new, instead of word by word.
const MOST_WORDS: usize = 800;

/// A run of words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Piece {
    /// In both.
    Kept(String),
    /// Only in the older.
    Removed(String),
    /// Only in the newer.
    Added(String),
}

/// The longest common run of words decides what is kept.
pub(super) fn difference(older: &str, newer: &str) -> Vec<Piece> {
    let old: Vec<&str> = older.split_whitespace().collect();
    let new: Vec<&str> = newer.split_whitespace().collect();
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let most = old.len().min(new.len()) - head;
    let tail =
        old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let mut pieces = Vec::new();
    push(&mut pieces, Piece::Kept, &old[..head]);
    between(&mut pieces, &old[head..old.len() - tail], &new[head..new.len() - tail]);
    push(&mut pieces, Piece::Kept, &old[old.len() - tail..]);
    pieces
}

fn push(pieces: &mut Vec<Piece>, kind: fn(String) -> Piece, words: &[&str]) {
    if words.is_empty() {
        return;
    }
    let words = words.join(" ");
    let piece = kind(words.clone());
    match (pieces.last_mut(), &piece) {
        (Some(Piece::Kept(so_far)), Piece::Kept(_))
        | (Some(Piece::Removed(so_far)), Piece::Removed(_))
        | (Some(Piece::Added(so_far)), Piece::Added(_)) => {
            so_far.push(' ');
            so_far.push_str(&words);
        }
        _ => pieces.push(piece),
    }
}

fn between(pieces: &mut Vec<Piece>, old: &[&str], new: &[&str]) {
    if old.len() > MOST_WORDS || new.len() > MOST_WORDS {
        push(pieces, Piece::Removed, old);
        push(pieces, Piece::Added, new);
        return;
    }
    let width = new.len() + 1;
    let mut common = vec![0_u16; (old.len() + 1) * width];
    for (row, left) in old.iter().enumerate().rev() {
        for (column, right) in new.iter().enumerate().rev() {
            common[row * width + column] = if left == right {
                common[(row + 1) * width + column + 1] + 1
            } else {
                common[(row + 1) * width + column].max(common[row * width + column + 1])
            };
        }
    }
    let (mut row, mut column) = (0, 0);
    while row < old.len() && column < new.len() {
        if old[row] == new[column] {
            push(pieces, Piece::Kept, &old[row..=row]);
            row += 1;
            column += 1;
        } else if common[(row + 1) * width + column] >= common[row * width + column + 1] {
            push(pieces, Piece::Removed, &old[row..=row]);
            row += 1;
        } else {
            push(pieces, Piece::Added, &new[column..=column]);
            column += 1;
        }
    }
    push(pieces, Piece::Removed, &old[row..]);
    push(pieces, Piece::Added, &new[column..]);
}

/// The difference as text with what was removed and added marked, in shape as well as in colour.
pub fn marked(older: &str, newer: &str) -> Markup {
    html! {
        @for piece in difference(older, newer) {
            @match piece {
                Piece::Kept(words) => (words),
                Piece::Removed(words) => del { (words) },
                Piece::Added(words) => ins { (words) },
            }
            " "
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changed_words_are_marked_and_the_rest_is_kept() {
        let pieces =
            difference("Barnen i förskolan är trygga.", "Alla barn i förskolan är trygga.");
        assert_eq!(
            pieces,
            [
                Piece::Removed("Barnen".to_owned()),
                Piece::Added("Alla barn".to_owned()),
                Piece::Kept("i förskolan är trygga.".to_owned()),
            ]
        );
    }

    #[test]
    fn equal_and_empty_texts_have_no_changes() {
        assert_eq!(difference("", ""), []);
        assert_eq!(difference("Lika.", "Lika."), [Piece::Kept("Lika.".to_owned())]);
        assert_eq!(difference("", "Nytt"), [Piece::Added("Nytt".to_owned())]);
    }

    #[test]
    fn both_wordings_can_be_read_out_of_the_difference() {
        let (old, new) = ("a b c d e b", "b x c e b b y");
        let pieces = difference(old, new);
        let read = |newer: bool| {
            pieces
                .iter()
                .filter_map(|piece| match piece {
                    Piece::Kept(words) => Some(words.as_str()),
                    Piece::Removed(words) => (!newer).then_some(words.as_str()),
                    Piece::Added(words) => newer.then_some(words.as_str()),
                })
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(read(false), old);
        assert_eq!(read(true), new);
    }
}
