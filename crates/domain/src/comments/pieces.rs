//! A text as words and addresses. Nothing else in a text means anything: no markup is read.

/// A piece of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Piece<'t> {
    /// Words as they stand.
    Words(&'t str),
    /// An address of the web, which may be followed.
    Address(&'t str),
}

const BEGINNINGS: [&str; 2] = ["https://", "http://"];

/// The pieces of a text in order. An address begins with `https://` or `http://` where a word begins,
/// has a host, and ends where the word ends; signs that end a sentence are not part of it.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let (mut words_from, mut at) = (0, 0);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let starts = BEGINNINGS.iter().find(|beginning| rest.starts_with(**beginning));
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let begins_word = before.is_none_or(|letter| !letter.is_alphanumeric());
        if let Some(beginning) = starts.filter(|_| begins_word) {
            let end =
                rest.find(|letter: char| letter.is_whitespace() || "<>\"'`{}|\\^".contains(letter));
            let address = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
            let address =
                address.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '*', '_']);
            let host = address.get(beginning.len()..).unwrap_or_default();
            if host.starts_with(|letter: char| letter.is_alphanumeric()) {
                if let Some(words) = text.get(words_from..at).filter(|words| !words.is_empty()) {
                    found.push(Piece::Words(words));
                }
                found.push(Piece::Address(address));
                at += address.len();
                words_from = at;
                continue;
            }
        }
        at += rest.chars().next().map_or(1, char::len_utf8);
    }
    if let Some(words) = text.get(words_from..).filter(|words| !words.is_empty()) {
        found.push(Piece::Words(words));
    }
    found
}
