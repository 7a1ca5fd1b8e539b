//! A letter as a mail program reads it: headers unfolded and decoded, parts by their kind.

/// What a server took.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    /// Whom it is from, as the envelope says.
    pub(crate) from: String,
    /// Whom it goes to, as the envelope says.
    pub(crate) to: Vec<String>,
    /// What came between DATA and the dot, with doubled dots put right.
    pub(crate) raw: String,
}

impl Received {
    /// The headers in order, unfolded and decoded.
    pub(crate) fn headers(&self) -> Vec<(String, String)> {
        headers(&self.raw)
    }

    /// A header; empty when there is none.
    pub(crate) fn header(&self, name: &str) -> String {
        value(&self.headers(), name)
    }

    /// The decoded part of a kind, such as `text/plain`.
    #[track_caller]
    pub(crate) fn part(&self, kind: &str) -> String {
        let whole = self.header("Content-Type");
        let (_, rest) = whole.split_once("boundary=\"").expect("a letter of parts has a boundary");
        let boundary = format!("--{}", rest.split('"').next().unwrap_or_default());
        let (_, body) = split(&self.raw);
        let parts: Vec<&str> = body.split(boundary.as_str()).skip(1).collect();
        assert!(parts.last().is_some_and(|last| last.starts_with("--")), "the last part is ended");
        let part = parts
            .iter()
            .map(|part| part.trim_start_matches("\r\n"))
            .find(|part| value(&headers(part), "Content-Type").to_lowercase().starts_with(kind));
        let part = part.unwrap_or_else(|| panic!("a part is {kind}"));
        let (_, body) = split(part);
        let body = body.strip_suffix("\r\n").unwrap_or(body);
        let bytes = match value(&headers(part), "Content-Transfer-Encoding").as_str() {
            "quoted-printable" => quoted(body, false),
            "base64" => base64(body),
            _ => body.as_bytes().to_vec(),
        };
        String::from_utf8(bytes).expect("parts are UTF-8").replace("\r\n", "\n")
    }

    /// The kinds of its parts in order.
    pub(crate) fn kinds(&self) -> Vec<&'static str> {
        let mut kinds = vec!["text/plain", "text/html"];
        kinds.sort_by_key(|kind| self.raw.find(&format!("Content-Type: {kind}")));
        kinds
    }

    /// The paths of our own pages that the text leads to.
    pub(crate) fn links(&self, base: &str) -> Vec<String> {
        let text = self.part("text/plain");
        let words = text.split_whitespace().filter_map(|word| word.strip_prefix(base));
        words.map(str::to_owned).collect()
    }
}

fn split(text: &str) -> (&str, &str) {
    text.split_once("\r\n\r\n").expect("an empty line ends the headers")
}

fn headers(text: &str) -> Vec<(String, String)> {
    let (head, _) = split(text);
    let unfolded = head.replace("\r\n ", " ").replace("\r\n\t", " ");
    let pair = |line: &str| {
        let (name, value) = line.split_once(':').expect("a header has a name");
        (name.to_owned(), words(value.trim()))
    };
    unfolded.split("\r\n").filter(|line| !line.is_empty()).map(pair).collect()
}

fn value(headers: &[(String, String)], name: &str) -> String {
    let found = headers.iter().find(|(own, _)| own.eq_ignore_ascii_case(name));
    found.map(|(_, value)| value.clone()).unwrap_or_default()
}

/// Decodes `=?utf-8?b?…?=` (RFC 2047); spaces between two such words are not part of the text.
fn words(value: &str) -> String {
    let mut text = String::new();
    let mut was_encoded = false;
    for word in value.split(' ') {
        let encoded = word.strip_prefix("=?").and_then(|rest| rest.strip_suffix("?="));
        let pieces: Vec<&str> =
            encoded.map(|rest| rest.splitn(3, '?').collect()).unwrap_or_default();
        let decoded = match pieces[..] {
            [_, "b" | "B", data] => Some(base64(data)),
            [_, "q" | "Q", data] => Some(quoted(data, true)),
            _ => None,
        };
        let are_one = was_encoded && decoded.is_some();
        if !text.is_empty() && !are_one {
            text.push(' ');
        }
        was_encoded = decoded.is_some();
        match decoded {
            Some(bytes) => text.push_str(&String::from_utf8_lossy(&bytes)),
            None => text.push_str(word),
        }
    }
    text
}

fn quoted(text: &str, in_header: bool) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'=' => {
                let pair: Vec<u8> = rest.by_ref().take(2).collect();
                if pair != b"\r\n" {
                    let hex = std::str::from_utf8(&pair).expect("two digits");
                    bytes.push(u8::from_str_radix(hex, 16).expect("two digits"));
                }
            }
            b'_' if in_header => bytes.push(b' '),
            other => bytes.push(other),
        }
    }
    bytes
}

fn base64(text: &str) -> Vec<u8> {
    let digit = |byte: u8| match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let digits: Vec<u8> = text.bytes().filter_map(digit).collect();
    let mut bytes = Vec::new();
    for four in digits.chunks(4) {
        let bits = four.iter().fold(0_u32, |bits, one| (bits << 6) | u32::from(*one));
        let bits = bits << (6 * (4 - four.len()));
        let all = bits.to_be_bytes();
        bytes.extend_from_slice(&all[1..four.len()]);
    }
    bytes
}
