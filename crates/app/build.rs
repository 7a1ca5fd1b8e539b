//! Turns the Fluent files of every slice into typed functions, so that a missing text, a missing
//! variable or a language left behind does not compile.

#![expect(
    clippy::disallowed_methods,
    reason = "cargo talks to build scripts through the environment"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Kind {
    Text,
    Choice,
    Count,
}

struct Message {
    variables: BTreeMap<String, Kind>,
    code: String,
    plain: Option<String>,
}

type Messages = BTreeMap<String, Message>;

fn main() {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let mut swedish = Messages::new();
    let mut english = Messages::new();
    for folder in folders(&root.join("src")) {
        for (name, into) in [("sv.ftl", &mut swedish), ("en.ftl", &mut english)] {
            let file = folder.join(name);
            if file.exists() {
                read(&file, into);
            }
        }
    }
    check_parity(&swedish, &english);
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it")).join("texts.rs");
    fs::write(out, generate(&swedish, &english)).expect("the output folder is writable");
    println!("cargo:rerun-if-changed=src");
    println!("cargo:rerun-if-changed=assets");
    println!("cargo:rerun-if-changed=build.rs");
}

fn folders(root: &Path) -> Vec<PathBuf> {
    let mut all = vec![root.to_owned()];
    let mut at = 0;
    while at < all.len() {
        let mut inner: Vec<PathBuf> = fs::read_dir(&all[at])
            .expect("source folders are readable")
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|path| path.is_dir())
            .collect();
        inner.sort();
        all.extend(inner);
        at += 1;
    }
    all
}

fn read(file: &Path, into: &mut Messages) {
    let text = fs::read_to_string(file).expect("Fluent files are UTF-8");
    let resource = parser::parse(text.as_str())
        .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.display()));
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name.to_owned();
        let pattern = message.value.unwrap_or_else(|| panic!("{id} has no text"));
        let mut variables = BTreeMap::new();
        let code = pattern_code(&id, &pattern, &mut variables);
        let plain = match pattern.elements.as_slice() {
            [PatternElement::TextElement { value }] => Some((*value).to_owned()),
            _ if variables.is_empty() => panic!("{id}: literal placeables only with variables"),
            _ => None,
        };
        let old = into.insert(id.clone(), Message { variables, code, plain });
        assert!(old.is_none(), "{}: {id} is defined twice", file.display());
    }
}

fn pattern_code(
    id: &str,
    pattern: &Pattern<&str>,
    variables: &mut BTreeMap<String, Kind>,
) -> String {
    let mut code = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => {
                let _ = writeln!(code, "out.push_str({value:?});");
            }
            PatternElement::Placeable { expression } => {
                code.push_str(&expression_code(id, expression, variables));
            }
        }
    }
    code
}

/// Variables that say how many, and are grouped by thousands: `1 401 av 1 975`. A year has another
/// name and stays whole.
const COUNTS: &[&str] = &[
    "achieved",
    "all",
    "answered",
    "approved",
    "count",
    "done",
    "exempt",
    "goals",
    "handed",
    "has",
    "judged",
    "known",
    "lacking",
    "missed",
    "said",
    "submitted",
];

fn expression_code(
    id: &str,
    expression: &Expression<&str>,
    variables: &mut BTreeMap<String, Kind>,
) -> String {
    match expression {
        Expression::Inline(InlineExpression::VariableReference { id: name }) => {
            variables.entry(name.name.to_owned()).or_insert(Kind::Text);
            if COUNTS.contains(&name.name) {
                return format!(
                    "super::push_count(&mut out, self.language, &{});\n",
                    ident(name.name)
                );
            }
            format!("let _ = write!(out, \"{{}}\", {});\n", ident(name.name))
        }
        Expression::Inline(InlineExpression::StringLiteral { value }) => {
            format!("out.push_str({value:?});\n")
        }
        Expression::Select { selector, variants } => {
            let InlineExpression::VariableReference { id: name } = selector else {
                panic!("{id}: choose by a variable");
            };
            let counted = variants.iter().all(|variant| match &variant.key {
                VariantKey::Identifier { name } => matches!(*name, "one" | "other"),
                VariantKey::NumberLiteral { .. } => true,
            });
            let kind = if counted { Kind::Count } else { Kind::Choice };
            let known = variables.entry(name.name.to_owned()).or_insert(kind);
            *known = (*known).max(kind);
            let mut code = format!("match {} {{\n", ident(name.name));
            let mut last = String::new();
            for variant in variants {
                let body = pattern_code(id, &variant.value, variables);
                match &variant.key {
                    VariantKey::Identifier { name: "one" } if counted => {
                        let _ = writeln!(code, "1 => {{ {body} }}");
                    }
                    VariantKey::Identifier { .. } if counted => {}
                    VariantKey::Identifier { name } => {
                        let _ = writeln!(code, "{name:?} => {{ {body} }}");
                    }
                    VariantKey::NumberLiteral { value } => {
                        let _ = writeln!(code, "{value} => {{ {body} }}");
                    }
                }
                if variant.default {
                    last = body;
                }
            }
            let _ = writeln!(code, "_ => {{ {last} }}\n}}");
            code
        }
        Expression::Inline(_) => panic!("{id}: only variables, strings and choices are supported"),
    }
}

fn ident(name: &str) -> String {
    let name = name.replace('-', "_");
    if matches!(name.as_str(), "type" | "in" | "for" | "ref") { format!("{name}_") } else { name }
}

fn check_parity(swedish: &Messages, english: &Messages) {
    let mut problems = String::new();
    for (id, message) in swedish {
        match english.get(id) {
            None => {
                let _ = writeln!(problems, "{id} is missing in English");
            }
            Some(other) if other.variables.keys().ne(message.variables.keys()) => {
                let _ = writeln!(problems, "{id} uses other variables in English");
            }
            Some(_) => {}
        }
    }
    for id in english.keys().filter(|id| !swedish.contains_key(*id)) {
        let _ = writeln!(problems, "{id} is missing in Swedish");
    }
    assert!(problems.is_empty(), "Fluent files differ:\n{problems}");
}

fn generate(swedish: &Messages, english: &Messages) -> String {
    let mut code = String::from("impl Texts {\n");
    for (id, sv) in swedish {
        let en = &english[id];
        let name = ident(id);
        if let (Some(sv), Some(en)) = (&sv.plain, &en.plain) {
            let _ = writeln!(code, "/// “{}”", sv.replace('\n', " "));
            let _ = writeln!(
                code,
                "pub fn {name}(self) -> &'static str {{ match self.language {{ Language::Swedish => {sv:?}, Language::English => {en:?} }} }}"
            );
            continue;
        }
        let parameters: String = sv
            .variables
            .iter()
            .map(|(variable, kind)| {
                let kind = (*kind).max(en.variables[variable]);
                let ty = match kind {
                    Kind::Text => "impl std::fmt::Display",
                    Kind::Choice => "&str",
                    Kind::Count => "i64",
                };
                format!(", {}: {ty}", ident(variable))
            })
            .collect();
        let _ = writeln!(
            code,
            "/// `{id}`\npub fn {name}(self{parameters}) -> String {{ let mut out = String::new();\nmatch self.language {{ Language::Swedish => {{ {} }} Language::English => {{ {} }} }}\nout }}",
            sv.code, en.code
        );
    }
    let ids: Vec<&str> = swedish.keys().map(String::as_str).collect();
    let _ = writeln!(code, "}}\n/// All keys, for tests.\npub const KEYS: &[&str] = &{ids:?};");
    code
}
