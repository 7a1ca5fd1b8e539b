//! Style, fonts and scripts, embedded and served under names that carry their digest.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use bytes::Bytes;
use sha2::{Digest, Sha256};

use super::response::Response;

struct Asset {
    name: &'static str,
    content_type: &'static str,
    bytes: &'static [u8],
}

macro_rules! assets {
    ($($name:literal $kind:literal),* $(,)?) => {
        &[$(Asset {
            name: $name,
            content_type: $kind,
            bytes: include_bytes!(concat!("../../assets/", $name)),
        }),*]
    };
}

const ASSETS: &[Asset] = assets! {
    "fonts/familjen-grotesk-latin-wght-normal.woff2" "font/woff2",
    "fonts/source-sans-3-latin-wght-normal.woff2" "font/woff2",
    "traden.css" "text/css; charset=utf-8",
    "icon.svg" "image/svg+xml",
    "js/advice.js" "text/javascript; charset=utf-8",
    "js/conflict.js" "text/javascript; charset=utf-8",
    "js/autosave.js" "text/javascript; charset=utf-8",
    "js/palette.js" "text/javascript; charset=utf-8",
    "js/thread.js" "text/javascript; charset=utf-8",
    "js/treegrid.js" "text/javascript; charset=utf-8",
    "js/grid.js" "text/javascript; charset=utf-8",
    "js/main.js" "text/javascript; charset=utf-8",
};

struct Served {
    content_type: &'static str,
    bytes: Bytes,
}

struct Catalogue {
    urls: BTreeMap<&'static str, String>,
    served: BTreeMap<String, Served>,
}

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let mut catalogue = Catalogue { urls: BTreeMap::new(), served: BTreeMap::new() };
    for asset in ASSETS {
        // Names inside a style sheet or a module point at names with digests too.
        let bytes = match std::str::from_utf8(asset.bytes) {
            Ok(text) if asset.content_type.starts_with("text/javascript") => {
                Bytes::from(point_at_digests(&without_comments(text), &catalogue.urls))
            }
            Ok(text) => Bytes::from(point_at_digests(text, &catalogue.urls)),
            Err(_) => Bytes::from_static(asset.bytes),
        };
        let digest = Sha256::digest(&bytes);
        let short = db::hex(digest.get(..6).unwrap_or_default());
        let (stem, ending) = asset.name.rsplit_once('.').unwrap_or((asset.name, ""));
        let stem = stem.replace('/', "-");
        let file = format!("{stem}.{short}.{ending}");
        catalogue.urls.insert(asset.name, format!("/static/{file}"));
        catalogue.served.insert(file, Served { content_type: asset.content_type, bytes });
    }
    catalogue
});

/// A module without what only its readers need: lines of comment and the room before lines. Lines
/// stay lines, since they end statements.
fn without_comments(text: &str) -> String {
    let lines = text.lines().map(str::trim);
    let code = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    code.collect::<Vec<_>>().join("\n")
}

fn point_at_digests(text: &str, urls: &BTreeMap<&'static str, String>) -> String {
    urls.iter().fold(text.to_owned(), |text, (name, url)| {
        let short = name.strip_prefix("js/").unwrap_or(name);
        text.replace(&format!("\"./{short}\""), &format!("\"{url}\""))
            .replace(&format!("url({name})"), &format!("url({url})"))
            .replace(&format!("url(\"{name}\")"), &format!("url({url})"))
    })
}

/// The address of an asset by its file name, such as `traden.css`.
pub fn url(name: &str) -> &'static str {
    CATALOGUE.urls.get(name).map_or("/static/missing", String::as_str)
}

/// The asset under an address.
pub fn find(file: &str) -> Option<Response> {
    let served = CATALOGUE.served.get(file)?;
    Some(Response::asset(served.content_type, served.bytes.clone()))
}

/// Bytes of all assets with their names, for the budget test.
pub fn sizes() -> impl Iterator<Item = (&'static str, usize)> {
    ASSETS.iter().map(|asset| (asset.name, asset.bytes.len()))
}
