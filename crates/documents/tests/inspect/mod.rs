//! Reads a finished PDF back: its catalogue, its metadata and the tree of tags.

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as Bytes};

/// One element of the structure tree.
#[derive(Clone, Debug)]
pub(crate) struct Tag {
    pub(crate) role: String,
    pub(crate) alt: Option<String>,
    pub(crate) language: Option<String>,
    /// `Column` or `Row` of a header cell.
    pub(crate) scope: Option<String>,
}

pub(crate) struct Inspected {
    pub(crate) language: Option<String>,
    pub(crate) marked: bool,
    pub(crate) shows_title: bool,
    pub(crate) xmp: String,
    pub(crate) pages: usize,
    /// In reading order.
    pub(crate) tags: Vec<Tag>,
}

impl Inspected {
    pub(crate) fn count(&self, role: &str) -> usize {
        self.tags.iter().filter(|tag| tag.role == role).count()
    }
}

pub(crate) fn inspect(pdf: Vec<u8>) -> Inspected {
    let pdf = Pdf::new(pdf).expect("a readable PDF");
    let root: Dict<'_> = pdf.xref().get(pdf.xref().root_id()).expect("a catalogue");
    let mut tags = Vec::new();
    let structure: Dict<'_> = root.get("StructTreeRoot").expect("a structure tree");
    if let Some(kids) = structure.get::<Object<'_>>("K") {
        walk(kids, &mut tags);
    }
    let flag = |dict: &str, key: &str| {
        root.get::<Dict<'_>>(dict).and_then(|dict| dict.get::<bool>(key)).unwrap_or(false)
    };
    let xmp =
        root.get::<Stream<'_>>("Metadata").and_then(|data| data.decoded().ok()).unwrap_or_default();
    Inspected {
        language: text(&root, "Lang"),
        marked: flag("MarkInfo", "Marked"),
        shows_title: flag("ViewerPreferences", "DisplayDocTitle"),
        xmp: String::from_utf8_lossy(&xmp).into_owned(),
        pages: pdf.pages().len(),
        tags,
    }
}

fn walk(node: Object<'_>, tags: &mut Vec<Tag>) {
    match node {
        Object::Array(items) => {
            for item in items.iter::<Object<'_>>() {
                walk(item, tags);
            }
        }
        Object::Dict(dict) => {
            let Some(role) = dict.get::<Name<'_>>("S") else {
                return;
            };
            tags.push(Tag {
                role: role.as_str().to_owned(),
                alt: text(&dict, "Alt"),
                language: text(&dict, "Lang"),
                scope: scope(&dict),
            });
            if let Some(kids) = dict.get::<Object<'_>>("K") {
                walk(kids, tags);
            }
        }
        _ => {}
    }
}

fn scope(dict: &Dict<'_>) -> Option<String> {
    let of = |attributes: &Dict<'_>| {
        attributes.get::<Name<'_>>("Scope").map(|name| name.as_str().to_owned())
    };
    if let Some(attributes) = dict.get::<Dict<'_>>("A") {
        return of(&attributes);
    }
    dict.get::<Array<'_>>("A")?.iter::<Dict<'_>>().find_map(|attributes| of(&attributes))
}

/// A text string: UTF-16 with a mark, or bytes.
fn text(dict: &Dict<'_>, key: &str) -> Option<String> {
    let bytes = dict.get::<Bytes<'_>>(key)?;
    let bytes: &[u8] = bytes.as_ref();
    if let Some(wide) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        let units: Vec<u16> =
            wide.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
        return Some(String::from_utf16_lossy(&units));
    }
    Some(String::from_utf8_lossy(bytes).into_owned())
}
