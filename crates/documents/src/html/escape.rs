//! Text into HTML: what could be markup is written as characters, what is not text is left out.

/// Appends the text, safe both between tags and inside a quoted attribute.
pub(super) fn escaped(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push_str("<br>"),
            '\t' => out.push(' '),
            _ if letter.is_control() => {}
            _ => out.push(letter),
        }
    }
}

/// Appends our own markup around an escaped text. Line breaks in an attribute become spaces.
pub(super) fn element(out: &mut String, start: &str, text: &str, end: &str) {
    out.push_str(start);
    if start.ends_with('"') {
        escaped(out, &text.replace('\n', " "));
    } else {
        escaped(out, text);
    }
    out.push_str(end);
}
