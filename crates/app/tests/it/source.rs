//! The source of the whole repository as the tidy tests read it.

use std::fs;
use std::path::{Path, PathBuf};

/// A Rust file of the product, its tests cut off.
pub(crate) struct Source {
    /// Where it is, from the root of the repository, with `/` between the parts.
    pub(crate) path: String,
    /// Its text before the tests in it.
    pub(crate) text: String,
}

impl Source {
    /// Lines before the tests in it.
    pub(crate) fn lines(&self) -> usize {
        self.text.lines().count()
    }

    /// The file's own name.
    pub(crate) fn file_name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// The slice or other folder of the application it stands in; none outside `crates/app/src`.
    pub(crate) fn folder_of_app(&self) -> Option<&str> {
        let inside = self.path.strip_prefix("crates/app/src/")?;
        inside.split_once('/').map(|(folder, _)| folder)
    }

    /// Whether its SQL may stand here: `store.rs`, or a folder `store`.
    pub(crate) fn is_store(&self) -> bool {
        self.path.ends_with("/store.rs") || self.path.contains("/store/")
    }

    /// The text without comments and with empty string literals.
    pub(crate) fn code(&self) -> String {
        lex(&self.text).0
    }

    /// The string literals, with the line each begins on. Lines joined by a backslash are one.
    pub(crate) fn strings(&self) -> Vec<(usize, String)> {
        lex(&self.text).1
    }
}

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.ancestors().nth(2).expect("crates/app stands two folders down").to_owned()
}

/// Every Rust file under `crates/*/src`, tests cut off; files and folders of tests are left out.
pub(crate) fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    let crates = root().join("crates");
    for entry in fs::read_dir(crates).expect("the source is readable").flatten() {
        collect(&entry.path().join("src"), &mut found);
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn collect(folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            // The gallery of components is compiled for tests only.
            if name != "tests" && !path.ends_with("web/ui/gallery") {
                collect(&path, found);
            }
        } else if name.ends_with(".rs") && name != "tests.rs" {
            let text = fs::read_to_string(&path).expect("the source is UTF-8");
            let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned();
            let path = path
                .strip_prefix(root())
                .expect("under the root")
                .to_string_lossy()
                .replace('\\', "/");
            found.push(Source { path, text });
        }
    }
}

/// Code without comments and string contents, and the string literals with their lines.
fn lex(text: &str) -> (String, Vec<(usize, String)>) {
    let bytes: Vec<char> = text.chars().collect();
    let (mut code, mut strings, mut at, mut line) = (String::new(), Vec::new(), 0, 1);
    let starts = |at: usize, what: &str| {
        what.chars().enumerate().all(|(ahead, letter)| bytes.get(at + ahead) == Some(&letter))
    };
    while let Some(&letter) = bytes.get(at) {
        if starts(at, "//") {
            while bytes.get(at).is_some_and(|letter| *letter != '\n') {
                at += 1;
            }
        } else if letter == 'r'
            && (starts(at, "r\"") || starts(at, "r#\""))
            && !code.ends_with(|before: char| before.is_alphanumeric() || before == '_')
        {
            let close = if starts(at, "r#\"") { "\"#" } else { "\"" };
            at += close.len() + 1;
            let (begun, mut inside) = (line, String::new());
            while at < bytes.len() && !starts(at, close) {
                line += usize::from(bytes[at] == '\n');
                inside.push(bytes[at]);
                at += 1;
            }
            at += close.len();
            code.push_str("\"\"");
            strings.push((begun, inside));
        } else if letter == '"' {
            at += 1;
            let (begun, mut inside) = (line, String::new());
            while at < bytes.len() && bytes[at] != '"' {
                if bytes[at] == '\\' {
                    at += 1;
                    if bytes.get(at) == Some(&'\n') {
                        line += 1;
                        while bytes.get(at).is_some_and(|letter| letter.is_whitespace()) {
                            at += 1;
                        }
                        continue;
                    }
                }
                line += usize::from(bytes[at] == '\n');
                inside.push(bytes[at]);
                at += 1;
            }
            at += 1;
            code.push_str("\"\"");
            strings.push((begun, inside));
        } else if starts(at, "'\"'") || starts(at, "'\\\"'") || starts(at, "'\\\\'") {
            // A character that would otherwise begin a string.
            at += if starts(at, "'\"'") { 3 } else { 4 };
            code.push_str("' '");
        } else {
            line += usize::from(letter == '\n');
            code.push(letter);
            at += 1;
        }
    }
    (code, strings)
}

#[test]
fn comments_and_strings_are_told_from_code() {
    let text = "let a = \"x // y\"; // \"no\"\nlet b = '\"'; let c = r#\"z \"q\" z\"#;\nlet d = \"one \\\n    two\";\n";
    let (code, strings) = lex(text);
    assert_eq!(code, "let a = \"\"; \nlet b = ' '; let c = \"\";\nlet d = \"\";\n");
    let expected = [(1, "x // y"), (2, "z \"q\" z"), (3, "one two")];
    assert_eq!(strings, expected.map(|(line, text)| (line, text.to_owned())));
}
