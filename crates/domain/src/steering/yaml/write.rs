//! Values as YAML text that reads back to the same values.

use super::node::Kind;
use super::scalar::resolve;
use crate::steering::value::Value;

/// Short mappings and lists stand on one line up to this width.
const FLOW_WIDTH: usize = 150;

/// A mapping as a block document.
pub(in crate::steering) fn to_yaml(root: &Value) -> String {
    let mut text = String::new();
    if let Value::Map(entries) = root {
        write_entries(entries, 0, &mut text);
    } else {
        text.push_str(&flow(root));
        text.push('\n');
    }
    text
}

fn write_entries(entries: &[(String, Value)], indent: usize, text: &mut String) {
    for (key, value) in entries {
        pad(indent, text);
        text.push_str(&scalar(key));
        text.push(':');
        write_after_key(value, indent, text);
    }
}

fn write_after_key(value: &Value, indent: usize, text: &mut String) {
    if let Some(line) = one_line(value, indent) {
        text.push(' ');
        text.push_str(&line);
        text.push('\n');
        return;
    }
    text.push('\n');
    match value {
        Value::Map(entries) => write_entries(entries, indent + 2, text),
        Value::List(items) => {
            for item in items {
                write_item(item, indent + 2, text);
            }
        }
        // Scalars always fit on their line.
        _ => {}
    }
}

fn write_item(item: &Value, indent: usize, text: &mut String) {
    pad(indent, text);
    text.push_str("- ");
    match item {
        _ if let Some(line) = one_line(item, indent + 2) => {
            text.push_str(&line);
            text.push('\n');
        }
        Value::Map(entries) => {
            let mut inner = String::new();
            write_entries(entries, indent + 2, &mut inner);
            text.push_str(inner.trim_start_matches(' '));
        }
        Value::List(items) => {
            text.push('\n');
            for inner in items {
                write_item(inner, indent + 2, text);
            }
        }
        _ => {}
    }
}

/// The value on one line, unless it is a collection that is too wide.
fn one_line(value: &Value, indent: usize) -> Option<String> {
    match value {
        Value::Map(entries) if entries.is_empty() => Some("{}".to_owned()),
        Value::List(items) if items.is_empty() => Some("[]".to_owned()),
        Value::Map(_) | Value::List(_) => {
            let line = flow(value);
            (line.len() + indent <= FLOW_WIDTH).then_some(line)
        }
        _ => Some(flow(value)),
    }
}

fn flow(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => number.clone(),
        Value::Text(text) => scalar(text),
        Value::List(items) => {
            format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", "))
        }
        Value::Map(entries) => {
            let parts: Vec<String> = entries
                .iter()
                .map(|(key, value)| format!("{}: {}", scalar(key), flow(value)))
                .collect();
            format!("{{{}}}", parts.join(", "))
        }
    }
}

fn pad(indent: usize, text: &mut String) {
    text.extend(std::iter::repeat_n(' ', indent));
}

/// A text without quotes where that cannot be misread, otherwise in double quotes.
fn scalar(text: &str) -> String {
    let plain_char = |c: char| {
        c.is_alphanumeric() || matches!(c, ' ' | '_' | '-' | '/' | '.' | '(' | ')' | '§' | '+')
    };
    // YAML 1.1, which many other programs still read, takes these and what begins with a digit for something else.
    let is_old_word = ["yes", "no", "on", "off", "y", "n"].contains(&text.to_lowercase().as_str());
    let is_plain = text.starts_with(char::is_alphabetic)
        && !text.ends_with(' ')
        && text.chars().all(plain_char)
        && !is_old_word
        && matches!(resolve(text), Kind::Text(_));
    if is_plain { text.to_owned() } else { quoted(text) }
}

fn quoted(text: &str) -> String {
    let mut line = String::with_capacity(text.len() + 2);
    line.push('"');
    for c in text.chars() {
        match c {
            '"' => line.push_str("\\\""),
            '\\' => line.push_str("\\\\"),
            '\n' => line.push_str("\\n"),
            '\r' => line.push_str("\\r"),
            '\t' => line.push_str("\\t"),
            // What YAML does not print, or reads as a line break or byte-order mark.
            c if c.is_control()
                || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}') =>
            {
                line.push_str("\\U");
                for place in (0..8).rev() {
                    let digit = (u32::from(c) >> (4 * place)) & 0xf;
                    line.extend(char::from_digit(digit, 16));
                }
            }
            c => line.push(c),
        }
    }
    line.push('"');
    line
}
