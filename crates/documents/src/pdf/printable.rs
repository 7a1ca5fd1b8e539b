//! Makes any text printable: PDF/UA forbids a letter without a shape, and one unprintable sign in
//! one comment must not stop a whole annual report.

use serde_json::Value;

use super::fonts::can_draw;

/// Stands for letters that no bundled font has.
const MISSING: char = '\u{25A1}';
/// Letters of an unbroken word after which a break is allowed, so that no word leaves the page.
/// Longer than any dictionary word of Swedish that hyphenation does not already break.
const UNBROKEN: usize = 36;
const BREAK_HERE: char = '\u{200B}';

/// Makes every string of the tree printable. Drawings get no break marks: they are not prose.
pub(super) fn make_printable(value: &mut Value) {
    match value {
        Value::String(text) => *text = printable(text, true),
        Value::Array(items) => items.iter_mut().for_each(make_printable),
        Value::Object(fields) => {
            for (name, field) in fields {
                match field {
                    Value::String(svg) if name == "svg" => *svg = printable(svg, false),
                    other => make_printable(other),
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn printable(text: &str, prose: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut unbroken = 0;
    for letter in text.chars() {
        let Some(letter) = drawable(letter) else { continue };
        if letter == MISSING && out.ends_with(MISSING) {
            continue;
        }
        unbroken = if letter.is_whitespace() { 0 } else { unbroken + 1 };
        if prose && unbroken > UNBROKEN {
            out.push(BREAK_HERE);
            unbroken = 1;
        }
        out.push(letter);
    }
    out
}

/// The letter to print, if any.
fn drawable(letter: char) -> Option<char> {
    match letter {
        '\n' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        ' '..='~' => Some(letter),
        // Joiners and soft breaks have no shape but direct how their neighbours are set.
        '\u{AD}' | '\u{200B}'..='\u{200F}' => Some(letter),
        _ if letter.is_control() || is_unseen(letter) => None,
        _ if is_private(letter) || !can_draw(letter) => Some(MISSING),
        _ => Some(letter),
    }
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
    use super::printable;

    #[test]
    fn swedish_text_stays_as_it_is() {
        let text = "Målet är ”nått” – 93,4 %\nÅret om, ½ tjänst: −3 ≥ −5 €";
        assert_eq!(printable(text, true), text);
    }

    #[test]
    fn what_cannot_be_drawn_becomes_one_box_and_control_signs_vanish() {
        assert_eq!(printable("Bra!\u{0}\u{7} 👩\u{200D}🚒 \u{202E}x\u{E000}", true).replace('\u{200D}', ""), "Bra! □ x□");
    }

    #[test]
    fn an_endless_word_gets_places_to_break_but_a_drawing_does_not() {
        let word = "a".repeat(1000);
        assert_eq!(printable(&word, true).matches('\u{200B}').count(), 27);
        assert_eq!(printable(&word, false), word);
    }
}
