//! Makes any text printable: PDF/UA forbids a letter without a shape, and one unprintable sign in
//! one comment must not stop a whole annual report.

use serde_json::Value;

use super::fonts::{can_draw, drawings_can_show};

/// Stands for letters that no bundled font has.
const MISSING: char = '\u{25A1}';
/// Letters of an unbroken word after which a break is allowed, so that no word leaves the page.
/// Longer than any dictionary word of Swedish that hyphenation does not already break.
const UNBROKEN: usize = 36;
const BREAK_HERE: char = '\u{200B}';

/// Makes every string of the tree printable.
pub(super) fn make_printable(value: &mut Value) {
    match value {
        Value::String(text) => *text = printable(text),
        Value::Array(items) => items.iter_mut().for_each(make_printable),
        Value::Object(fields) => {
            for (name, field) in fields {
                match field {
                    Value::String(svg) if name == "svg" => *svg = printable_drawing(svg),
                    other => make_printable(other),
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut unbroken = 0;
    for letter in text.chars() {
        let Some(letter) = drawable(letter) else {
            continue;
        };
        if out.ends_with(MISSING) && (letter == MISSING || is_joiner(letter)) {
            continue;
        }
        unbroken = if letter.is_whitespace() { 0 } else { unbroken + 1 };
        if unbroken > UNBROKEN {
            out.push(BREAK_HERE);
            unbroken = 1;
        }
        out.push(letter);
    }
    out
}

/// Text inside a drawing is set by another engine that stacks no marks and borrows no letters
/// from other fonts, so there only the letters of our own font may stand.
fn printable_drawing(svg: &str) -> String {
    let shown = |letter: char| match letter {
        '\n' | '\t' => Some(' '),
        _ if letter.is_control() || is_unseen(letter) || is_joiner(letter) => None,
        _ if !drawings_can_show(letter) => Some('?'),
        _ => Some(letter),
    };
    svg.chars().filter_map(shown).collect()
}

/// The letter to print, if any.
fn drawable(letter: char) -> Option<char> {
    match letter {
        '\n' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        ' '..='~' => Some(letter),
        // Joiners and soft breaks have no shape but direct how their neighbours are set.
        _ if is_joiner(letter) => Some(letter),
        _ if letter.is_control() || is_unseen(letter) => None,
        _ if is_private(letter) || !can_draw(letter) => Some(MISSING),
        _ => Some(letter),
    }
}

fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{AD}' | '\u{200B}'..='\u{200F}')
}

/// Marks that change only direction or style and could disturb the text around them.
fn is_unseen(letter: char) -> bool {
    matches!(letter,
        '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}' | '\u{FFFE}' | '\u{FFFF}' | '\u{E0000}'..='\u{E0FFF}')
}

fn is_private(letter: char) -> bool {
    matches!(letter, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

#[cfg(test)]
mod tests {
    use super::{printable, printable_drawing};

    #[test]
    fn swedish_text_stays_as_it_is() {
        let text = "Målet är ”nått” – 93,4 %\nÅret om, ½ tjänst: −3 ≥ −5 €";
        assert_eq!(printable(text), text);
        assert_eq!(printable_drawing(text), text.replace('\n', " "));
    }

    #[test]
    fn what_cannot_be_drawn_becomes_one_box_and_control_signs_vanish() {
        let text = "Bra!\u{0}\u{7} 👩\u{200D}🚒 \u{202E}x\u{E000}";
        assert_eq!(printable(text), "Bra! □ x□");
    }

    #[test]
    fn an_endless_word_gets_places_to_break_but_a_drawing_does_not() {
        let word = "a".repeat(1000);
        assert_eq!(printable(&word).matches('\u{200B}').count(), 27);
        assert_eq!(printable_drawing(&word), word);
    }

    #[test]
    fn a_drawing_keeps_to_the_letters_of_one_font() {
        assert_eq!(printable_drawing("Å a\u{308} 日"), "Å a? ?");
    }
}
