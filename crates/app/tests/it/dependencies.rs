//! What the program is built from: licences that let it be given away, a reason for each direct
//! dependency, and no package twice without knowing it.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

use crate::exceptions::TWICE;
use crate::source::root;

/// Licences that go together with EUPL 1.2 and ask for nothing but notices.
const LICENCES: [&str; 14] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "EUPL-1.2",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];
/// Licences of single packages: weak copyleft or data.
const FOR_SOME: [(&str, &[&str]); 4] = [
    ("MPL-2.0", &["option-ext", "cssparser", "cssparser-macros", "selectors", "dtoa-short"]),
    // The list of roots that the web trusts.
    ("CDLA-Permissive-2.0", &["webpki-roots"]),
    ("OFL-1.1", &["typst-assets"]),
    ("Bitstream-Vera", &["typst-assets"]),
];

fn packages() -> Vec<Value> {
    let cargo = option_env!("CARGO").unwrap_or("cargo");
    let asked = Command::new(cargo)
        .args([
            "metadata",
            "--format-version",
            "1",
            "--locked",
            "--offline",
            "--filter-platform",
            "x86_64-unknown-linux-gnu",
        ])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(asked.status.success(), "{}", String::from_utf8_lossy(&asked.stderr));
    let read: Value = serde_json::from_slice(&asked.stdout).expect("cargo writes JSON");
    read["packages"].as_array().expect("a list of packages").clone()
}

/// Whether an expression can be met with the licences allowed. `/` is an old way to write OR.
fn is_allowed(package: &str, expression: &str) -> bool {
    let expression = expression.replace('/', " OR ");
    expression.replace(['(', ')'], "").split(" OR ").any(|choice| {
        choice.split(" AND ").map(str::trim).all(|one| {
            LICENCES.contains(&one)
                || FOR_SOME
                    .iter()
                    .any(|(licence, packages)| *licence == one && packages.contains(&package))
        })
    })
}

#[test]
fn every_package_may_be_given_away() {
    let mut refused = Vec::new();
    for package in packages() {
        let (name, licence) =
            (package["name"].as_str().unwrap_or(""), package["license"].as_str().unwrap_or("none"));
        if !is_allowed(name, licence) {
            refused.push(format!("{name}: {licence}"));
        }
    }
    assert!(refused.is_empty(), "licences to look at: {refused:?}");
}

#[test]
fn a_package_that_is_there_twice_is_known() {
    let mut versions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in packages() {
        let text = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
        versions.entry(text("name")).or_default().insert(text("version"));
    }
    let twice: BTreeSet<&str> =
        versions.iter().filter(|(_, all)| all.len() > 1).map(|(name, _)| name.as_str()).collect();
    let known: BTreeSet<&str> = TWICE.iter().copied().collect();
    let fresh: Vec<_> = twice.difference(&known).collect();
    assert!(
        fresh.is_empty(),
        "there in two versions; update one of their users, or write them in TWICE: {fresh:?}"
    );
    let mended: Vec<_> = known.difference(&twice).collect();
    assert!(mended.is_empty(), "there once now; take them away from TWICE: {mended:?}");
}

#[test]
fn each_direct_dependency_says_what_it_is_for() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).expect("the manifest stands");
    let (_, rest) =
        manifest.split_once("[workspace.dependencies]").expect("dependencies are listed");
    let mut family = "";
    for line in rest.lines().take_while(|line| !line.starts_with('[')) {
        let Some((name, about)) = line.split_once(" = ") else { continue };
        let own = about.contains("path = ");
        // Packages of one project stand together; the first says what they are for.
        let relative = !family.is_empty() && name.starts_with(family);
        if about.contains(" # ") {
            family = name.split('-').next().unwrap_or(name);
        }
        assert!(own || relative || about.contains(" # "), "{name} does not say what it is for");
    }
}
