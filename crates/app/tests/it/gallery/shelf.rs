//! Where samples are kept: pages with their style beside them, and a list to leaf through.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::folder;
use super::sample::Sample;

/// Saved pages of one kind.
pub(super) struct Shelf {
    name: &'static str,
    pages: BTreeMap<&'static str, Vec<(String, String, &'static str)>>,
    count: usize,
}

impl Shelf {
    /// An empty shelf; what an earlier run left is thrown away.
    pub(super) fn new(name: &'static str) -> Self {
        let _ = fs::remove_dir_all(folder().join(name));
        Self { name, pages: BTreeMap::new(), count: 0 }
    }

    /// Saves a page.
    pub(super) fn keep(&mut self, sample: &Sample, text: &str, language: &'static str) {
        self.count += 1;
        let file = format!("{}/{:03}-{language}.html", self.name, self.count);
        save(&folder().join(&file), with_local_assets(text).as_bytes());
        self.pages.entry(sample.route).or_default().push((file, sample.state.to_owned(), language));
    }

    /// How many pages there are.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// Writes the lists: one for people, one for the browser check.
    pub(super) fn close(self) {
        let mut list = String::new();
        let mut all = Vec::new();
        for (route, pages) in &self.pages {
            list.push_str(&format!("<h2>{route}</h2>\n<ul>\n"));
            for (file, state, language) in pages {
                list.push_str(&format!(
                    "<li><a href=\"{file}\" target=\"page\">{state}</a> {language}\n"
                ));
                all.push(json!({
                    "file": file, "route": route, "state": state, "language": language
                }));
            }
            list.push_str("</ul>\n");
        }
        let index = format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Gallery</title>\n\
             <style>body{{margin:0;display:grid;grid-template-columns:24rem 1fr;height:100vh;\
             font:14px sans-serif}}nav{{overflow:auto;padding:0 1rem}}h2{{font-size:14px;\
             margin:1rem 0 0}}ul{{margin:0;padding-left:1rem}}iframe{{width:100%;height:100%;\
             border:0}}</style>\n<nav><h1>{} pages</h1>\n\
             <p><a href=\"reach/index.html\">Pages in reach of each role</a></p>\n{list}</nav>\n\
             <iframe name=\"page\" title=\"The page\"></iframe>\n</html>\n",
            self.count
        );
        save(&folder().join("index.html"), index.as_bytes());
        let listed = serde_json::to_vec_pretty(&all).expect("a list of words");
        save(&folder().join("states.json"), &listed);
    }
}

pub(super) fn save(file: &PathBuf, bytes: &[u8]) {
    fs::create_dir_all(file.parent().expect("a file stands in a folder"))
        .expect("the folder can be made");
    fs::write(file, bytes).expect("there is room");
}

/// The page with its style in the folder above it, so that it can be opened from the disk.
pub(super) fn with_local_assets(text: &str) -> String {
    assets_beside(text, &folder(), "../static/")
}

/// Saves the assets that a page names in `static` under the folder, and names them there.
pub(super) fn assets_beside(text: &str, folder: &Path, from_page: &str) -> String {
    for part in text.split("\"/static/").skip(1) {
        let name = part.split('"').next().unwrap_or_default();
        let file = folder.join("static").join(name);
        if !file.exists()
            && let Some(found) = app::web::assets::find(name)
            && let app::web::response::Body::Ready(bytes) = found.body
        {
            let own = String::from_utf8(bytes.to_vec())
                .map(|style| style.replace("url(/static/", "url("));
            save(&file, own.as_ref().map_or(&bytes[..], String::as_bytes));
        }
    }
    text.replace("\"/static/", &format!("\"{from_page}"))
}
