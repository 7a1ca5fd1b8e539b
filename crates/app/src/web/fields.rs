//! What a form or a query string holds: names and texts, and files.

use bytes::Bytes;

/// Most fields a form may have; the largest real one has a few hundred.
const MOST_FIELDS: usize = 5_000;

/// An uploaded file.
#[derive(Clone, Debug)]
pub struct Upload {
    /// The name the browser gave; for showing, never for opening.
    pub file_name: String,
    /// The content.
    pub bytes: Bytes,
}

/// Fields in the order they came.
#[derive(Clone, Debug, Default)]
pub struct Fields {
    texts: Vec<(String, String)>,
    files: Vec<(String, Upload)>,
}

/// A body that is no form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BadForm;

impl Fields {
    /// Reads `a=1&b=2`.
    ///
    /// # Errors
    /// [`BadForm`] when there are too many fields or the text is not UTF-8.
    pub fn urlencoded(text: &str) -> Result<Self, BadForm> {
        let mut texts = Vec::new();
        for pair in text.split('&').filter(|pair| !pair.is_empty()) {
            if texts.len() >= MOST_FIELDS {
                return Err(BadForm);
            }
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            texts.push((decode_form(name)?, decode_form(value)?));
        }
        Ok(Self { texts, files: Vec::new() })
    }

    /// Reads a body by its content type.
    ///
    /// # Errors
    /// [`BadForm`] for another type or a broken body.
    pub fn body(content_type: &str, body: &Bytes) -> Result<Self, BadForm> {
        if body.is_empty() {
            return Ok(Self::default());
        }
        if let Ok(boundary) = multer::parse_boundary(content_type) {
            return pollster::block_on(multipart(boundary, body.clone()));
        }
        if content_type.starts_with("application/x-www-form-urlencoded") {
            let text = std::str::from_utf8(body).map_err(|_| BadForm)?;
            return Self::urlencoded(text);
        }
        Ok(Self::default())
    }

    /// The first value of a field, trimmed; empty when absent.
    pub fn text(&self, name: &str) -> &str {
        self.texts.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
    }

    /// Whether the field was sent at all.
    pub fn has(&self, name: &str) -> bool {
        self.texts.iter().any(|(key, _)| key == name)
    }

    /// All values of a field, such as of checkboxes.
    pub fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.texts.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.trim())
    }

    /// All fields in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Takes a field out: its first value, if it was sent.
    pub fn take(&mut self, name: &str) -> Option<String> {
        let found = self.has(name).then(|| self.text(name).to_owned());
        self.texts.retain(|(key, _)| key != name);
        found
    }

    /// All fields as they stand in a query string.
    pub fn encoded(&self) -> String {
        let pairs: Vec<String> = self
            .iter()
            .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
            .collect();
        pairs.join("&")
    }

    /// Whether a file came along.
    pub fn has_files(&self) -> bool {
        self.files.iter().any(|(_, upload)| !upload.bytes.is_empty())
    }

    /// A value that a type reads; none when empty or unreadable.
    pub fn parsed<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.text(name).parse().ok()
    }

    /// The first file of a field; none when no file was chosen.
    pub fn file(&self, name: &str) -> Option<&Upload> {
        self.files
            .iter()
            .find(|(key, upload)| {
                key == name && !(upload.file_name.is_empty() && upload.bytes.is_empty())
            })
            .map(|(_, upload)| upload)
    }
}

async fn multipart(boundary: String, body: Bytes) -> Result<Fields, BadForm> {
    let once = futures_util::stream::iter([Ok::<_, std::io::Error>(body)]);
    let mut parts = multer::Multipart::new(once, boundary);
    let mut fields = Fields::default();
    while let Some(part) = parts.next_field().await.map_err(|_| BadForm)? {
        if fields.texts.len() + fields.files.len() >= MOST_FIELDS {
            return Err(BadForm);
        }
        let name = part.name().unwrap_or_default().to_owned();
        let file_name = part.file_name().map(str::to_owned);
        let bytes = part.bytes().await.map_err(|_| BadForm)?;
        if let Some(file_name) = file_name {
            fields.files.push((name, Upload { file_name, bytes }));
        } else {
            let text = String::from_utf8(bytes.to_vec()).map_err(|_| BadForm)?;
            fields.texts.push((name, text.replace("\r\n", "\n")));
        }
    }
    Ok(fields)
}

/// Undoes the encoding of forms and query strings, where a plus stands for a space.
fn decode_form(text: &str) -> Result<String, BadForm> {
    decode(&text.replace('+', " "))
}

/// Undoes percent encoding, as of path segments.
///
/// # Errors
/// [`BadForm`] for broken escapes, NUL and what is not UTF-8.
pub fn decode(text: &str) -> Result<String, BadForm> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut left = text.bytes();
    while let Some(byte) = left.next() {
        match byte {
            b'%' => {
                let high = left.next().and_then(hex).ok_or(BadForm)?;
                let low = left.next().and_then(hex).ok_or(BadForm)?;
                bytes.push(high * 16 + low);
            }
            other => bytes.push(other),
        }
    }
    let text = String::from_utf8(bytes).map_err(|_| BadForm)?;
    // PostgreSQL keeps no NUL; refusing it here keeps both engines alike.
    if text.contains('\0') { Err(BadForm) } else { Ok(text.replace("\r\n", "\n")) }
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

/// Percent-encodes a value for a query string.
pub fn encode(text: &str) -> String {
    use std::fmt::Write;
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_form_keeps_letters_and_order() {
        let fields = Fields::urlencoded("titel=Trygg+sm%C3%A5&o=1&o=2&tom=").unwrap();
        assert_eq!(fields.text("titel"), "Trygg små");
        assert_eq!(fields.all("o").collect::<Vec<_>>(), ["1", "2"]);
        assert!(fields.has("tom"));
        assert!(!fields.has("annat"));
    }

    #[test]
    fn a_plus_is_a_space_in_a_form_and_itself_in_a_path() {
        assert_eq!(Fields::urlencoded("a=b+c%2B").unwrap().text("a"), "b c+");
        assert_eq!(decode("b+c%2B").unwrap(), "b+c+");
    }

    #[test]
    fn a_field_is_taken_out_whole() {
        let mut fields = Fields::urlencoded("a=1&b=2&a=3").unwrap();
        assert_eq!(fields.take("a"), Some("1".to_owned()));
        assert_eq!(fields.take("a"), None);
        assert_eq!(fields.encoded(), "b=2");
    }

    #[test]
    fn broken_escapes_and_nul_are_refused() {
        for text in ["a=%", "a=%4", "a=%zz", "a=%ff", "a=%00"] {
            assert!(Fields::urlencoded(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_file_comes_with_its_name() {
        let body = "--X\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"v.csv\"\r\n\r\na;b\r\n--X\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\n1\r\n--X--\r\n";
        let fields =
            Fields::body("multipart/form-data; boundary=X", &Bytes::from_static(body.as_bytes()))
                .unwrap();
        assert_eq!(fields.file("fil").unwrap().bytes, "a;b");
        assert_eq!(fields.text("n"), "1");
    }

    proptest! {
        #[test]
        fn what_is_encoded_is_decoded(text in "[^\0\r]{0,40}") {
            prop_assert_eq!(decode(&encode(&text)), Ok(text));
        }

        #[test]
        fn any_body_is_read_or_refused(body in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = Fields::body("multipart/form-data; boundary=X", &Bytes::from(body.clone()));
            let _ = Fields::body("application/x-www-form-urlencoded", &Bytes::from(body));
        }
    }
}
