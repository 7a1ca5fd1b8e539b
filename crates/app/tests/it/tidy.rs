//! The architecture, held by a test: the order of slices, SQL in stores, who writes which table,
//! sizes, module docs, names and languages. What breaks a rule and is known to stands in
//! `exceptions.rs`, which may only grow shorter.

use std::collections::{BTreeMap, BTreeSet};

use app::SLICES;

use crate::exceptions::{
    Known, LONG_FILES, OTHER_WRITERS, OUT_OF_ORDER, SQL_WITHOUT_TENANT, SWEDISH_IN_CODE,
};
use crate::source::{Source, root, sources};

/// Folders of the application that know no concept, and therefore no slice.
const PLUMBING: [&str; 3] = ["web", "i18n", "mail"];

/// Fails for what is not known, and for what is known and no longer so.
#[track_caller]
fn compare(rule: &str, found: &BTreeMap<String, String>, known: &[Known], how: &str) {
    let names: BTreeSet<&str> = known.iter().map(|known| known.what).collect();
    let fresh: Vec<String> = found
        .iter()
        .filter(|(what, _)| !names.contains(what.as_str()))
        .map(|(what, detail)| format!("  {what}: {detail}"))
        .collect();
    assert!(fresh.is_empty(), "{rule}\n{}\n{how}", fresh.join("\n"));
    let mended: Vec<&&str> = names.iter().filter(|what| !found.contains_key(**what)).collect();
    assert!(
        mended.is_empty(),
        "{rule} These are mended; take their lines away from exceptions.rs: {mended:?}"
    );
}

#[test]
fn slices_use_those_to_their_left() {
    let mut found = BTreeMap::new();
    for source in sources() {
        let Some(own) = source.folder_of_app() else { continue };
        let place = SLICES.iter().position(|slice| *slice == own);
        if place.is_none() && !PLUMBING.contains(&own) {
            found.insert(own.to_owned(), "is a folder that SLICES does not name".to_owned());
            continue;
        }
        for other in mentioned(&source.code()) {
            let Some(other_place) = SLICES.iter().position(|slice| *slice == other) else {
                continue;
            };
            if place.is_none_or(|place| other_place > place) {
                found.insert(format!("{} -> {other}", source.path), "to the right".to_owned());
            }
        }
    }
    let how = "Ask first whether the type belongs further left, then whether the caller should pass a value.";
    compare("A slice uses only slices to its left in SLICES.", &found, OUT_OF_ORDER, how);
}

/// The folders that code names after `crate::`, also within braces.
fn mentioned(code: &str) -> BTreeSet<String> {
    let word = |text: &str| {
        text.chars()
            .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
            .collect::<String>()
    };
    let mut found = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        let Some(inside) = rest.strip_prefix('{') else {
            found.insert(word(rest));
            continue;
        };
        let (mut depth, mut start) = (1, true);
        for (at, letter) in inside.char_indices() {
            match letter {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 1 => start = true,
                _ if start && letter.is_alphabetic() => {
                    found.insert(word(&inside[at..]));
                    start = false;
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
    found
}

/// A statement, by how it begins; prose that begins so has no table after it.
fn is_sql(text: &str) -> bool {
    let text = text.trim_start().to_lowercase();
    let has = |word: &str| text.contains(word);
    (text.starts_with("select ") && has(" from "))
        || text.starts_with("insert into ")
        || (text.starts_with("update ") && has(" set "))
        || text.starts_with("delete from ")
        || (text.starts_with("with ") && has(" as ("))
}

fn of_app() -> impl Iterator<Item = Source> {
    sources().into_iter().filter(|source| source.path.starts_with("crates/app/src/"))
}

#[test]
fn sql_stands_in_stores_only() {
    let mut found = BTreeMap::new();
    for source in of_app().filter(|source| !source.is_store()) {
        for (line, text) in source.strings().into_iter().filter(|(_, text)| is_sql(text)) {
            found.insert(format!("{}:{line}", source.path), text);
        }
    }
    compare(
        "SQL stands in store.rs or store/.",
        &found,
        &[],
        "Move it to the slice's store and give the function a name.",
    );
}

#[test]
fn every_statement_is_about_one_municipality() {
    let mut found = BTreeMap::new();
    for source in of_app() {
        for (_, text) in source.strings().into_iter().filter(|(_, text)| is_sql(text)) {
            let insert = text.starts_with("insert into ")
                && text.contains("(tenant, ")
                && text.contains("$1");
            if !insert && !text.contains("tenant = $1") {
                let start: String = text.chars().take(60).collect();
                found.insert(format!("{} {start}", source.path), text);
            }
        }
    }
    compare(
        "Every statement says tenant = $1.",
        &found,
        SQL_WITHOUT_TENANT,
        "Name the tenant of every table it touches.",
    );
}

#[test]
fn a_slice_writes_its_own_tables() {
    let tables: BTreeSet<&str> =
        [app::schema::MIGRATIONS.control, app::schema::MIGRATIONS.municipality]
            .iter()
            .flat_map(|steps| steps.iter())
            .flat_map(|step| step.sql.lines())
            .filter_map(|line| line.strip_prefix("create table ")?.split([' ', '(']).next())
            .filter(|table| !table.starts_with("audit_"))
            .collect();
    let mut owners: BTreeMap<&str, String> = BTreeMap::new();
    let mut found = BTreeMap::new();
    for source in of_app().filter(|source| source.file_name() == "mod.rs") {
        let Some(slice) = source.folder_of_app().filter(|_| source.path.matches('/').count() == 4)
        else {
            continue;
        };
        for table in
            owned(&source.text).into_iter().filter_map(|word| tables.get(word.as_str()).copied())
        {
            if let Some(other) =
                owners.insert(table, slice.to_owned()).filter(|other| other != slice)
            {
                found.insert(table.to_owned(), format!("is owned by both {other} and {slice}"));
            }
        }
    }
    for table in tables.iter().filter(|table| !owners.contains_key(**table)) {
        found.insert(
            (*table).to_owned(),
            "is owned by no slice; its mod.rs says: Owns the table …".to_owned(),
        );
    }
    for source in of_app().filter(Source::is_store) {
        let own = source.folder_of_app().unwrap_or_default().to_owned();
        for (_, text) in source.strings() {
            for table in written(&text) {
                if owners.get(table.as_str()).is_some_and(|owner| *owner != own) {
                    found.insert(format!("{own} writes {table}"), format!("in {}", source.path));
                }
            }
        }
    }
    compare(
        "A slice writes its own tables and reads any.",
        &found,
        OTHER_WRITERS,
        "Call the owner's store function.",
    );
}

/// The words of the sentence that begins with "Owns" in a module's doc.
fn owned(text: &str) -> Vec<String> {
    let doc: Vec<&str> = text.lines().map_while(|line| line.strip_prefix("//!")).collect();
    let doc = doc.join(" ");
    let Some((_, rest)) = doc.split_once("Owns ") else { return Vec::new() };
    let sentence =
        rest.split(". ").next().unwrap_or_default().split([';', ':']).next().unwrap_or_default();
    if sentence.starts_with("no table") {
        return Vec::new();
    }
    let words = sentence.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    words.map(str::to_owned).collect()
}

/// The tables a statement writes.
fn written(sql: &str) -> Vec<String> {
    let mut found = Vec::new();
    for verb in ["insert into ", "update ", "delete from "] {
        for (at, _) in sql.match_indices(verb) {
            let stands_alone = sql[..at].is_empty() || sql[..at].ends_with([' ', '(', '\n']);
            // "on conflict … do update set" names no table.
            let table: String = sql[at + verb.len()..]
                .chars()
                .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
                .collect();
            if stands_alone && table != "set" {
                found.push(table);
            }
        }
    }
    found
}

fn budget(source: &Source) -> usize {
    let in_app = source.path.starts_with("crates/app/src/");
    match source.file_name() {
        "mod.rs" if in_app && source.path.matches('/').count() == 4 => 80,
        _ if in_app && !source.is_store() => 250,
        _ => 300,
    }
}

#[test]
fn files_keep_within_their_budget() {
    let mut found = BTreeMap::new();
    for source in sources() {
        let (lines, most) = (source.lines(), budget(&source));
        if lines > most {
            found.insert(
                source.path.clone(),
                format!("{lines} lines without tests, {most} are allowed"),
            );
        }
    }
    let how = "Split by purpose, so that both names tell something; otherwise write a line in exceptions.rs with the reason.";
    compare("Files are small.", &found, LONG_FILES, how);
}

#[test]
fn modules_say_what_they_are_about() {
    let silent: Vec<String> = sources()
        .into_iter()
        .filter(|source| !source.text.starts_with("//! "))
        .map(|source| source.path)
        .collect();
    assert!(silent.is_empty(), "a module begins with //! and what it is about: {silent:?}");
}

#[test]
fn words_that_people_read_stand_in_texts_and_models() {
    let mut found = BTreeMap::new();
    for source in sources() {
        let demo = source.path.starts_with("crates/app/src/demo/");
        // Leaves take their words from callers, but for examples; the command line speaks Swedish.
        let others = [
            "crates/chart/",
            "crates/documents/",
            "crates/formats/",
            "crates/traden/",
            "crates/xtask/",
        ];
        if demo || others.iter().any(|folder| source.path.starts_with(folder)) {
            continue;
        }
        let swedish = |text: &str| text.chars().any(|letter| "åäöÅÄÖ".contains(letter));
        if let Some((line, text)) = source.strings().into_iter().find(|(_, text)| swedish(text)) {
            found.insert(source.path.clone(), format!("line {line}: {text:?}"));
        }
    }
    let how = "Write it in the slice's sv.ftl and en.ftl, or in the steering model.";
    compare("Swedish words do not stand in code.", &found, SWEDISH_IN_CODE, how);
}

#[test]
fn nothing_is_left_for_later() {
    let mut found = Vec::new();
    for source in sources() {
        // Written apart, so that this file is not found by its own search.
        for word in [
            concat!("TO", "DO"),
            concat!("FIX", "ME"),
            concat!("#[ig", "nore"),
            concat!("todo", "!("),
            concat!("unimple", "mented!("),
        ] {
            if source.text.contains(word) {
                found.push(format!("{}: {word}", source.path));
            }
        }
    }
    assert!(found.is_empty(), "do it or leave it: {found:?}");
}

#[test]
fn type_names_say_what_a_thing_is() {
    let mut found = Vec::new();
    for source in sources() {
        for name in type_names(&source.code()) {
            let vague = [
                "Manager",
                "Service",
                "Helper",
                "Util",
                "Utils",
                "Dto",
                "Repository",
                "Impl",
                "Info",
            ];
            if vague.iter().any(|ending| name.ends_with(ending))
                || name == "Unit"
                || name.to_lowercase().contains("kpi")
            {
                found.push(format!("{}: {name}", source.path));
            }
        }
    }
    assert!(found.is_empty(), "names that say nothing: {found:?}");
}

fn type_names(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut words = code
        .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .filter(|word| !word.is_empty());
    while let Some(word) = words.next() {
        if ["struct", "enum", "trait", "type", "union"].contains(&word) {
            found.extend(words.next().map(str::to_owned));
        }
    }
    found
}

#[test]
fn the_glossary_and_the_code_use_the_same_words() {
    let glossary =
        std::fs::read_to_string(root().join("docs/glossary.md")).expect("docs/glossary.md stands");
    let mut words = BTreeSet::new();
    let mut types = BTreeSet::new();
    for source in sources() {
        let code = source.code();
        words.extend(
            code.split(|letter: char| !letter.is_alphanumeric() && letter != '_')
                .map(str::to_owned),
        );
        // Components of pages and documents have names of their own.
        let of_concepts = source.path.starts_with("crates/domain/")
            || source.folder_of_app().is_some_and(|folder| SLICES.contains(&folder));
        if of_concepts {
            types.extend(type_names(&code));
        }
    }
    let rows: Vec<Vec<&str>> = glossary
        .lines()
        .filter(|line| line.starts_with("| ") && line.contains('`'))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    assert!(rows.len() > 30, "the glossary has {} rows", rows.len());
    let mut apart = Vec::new();
    for row in &rows {
        let [swedish, code, meaning, never] = row.as_slice() else {
            panic!("a row has four cells: {row:?}")
        };
        assert!(!meaning.is_empty(), "{swedish} has no meaning");
        for name in quoted(code) {
            if !words.contains(&name) {
                apart.push(format!("{swedish} is said to be {name} in code, which does not exist"));
            }
        }
        for name in quoted(never) {
            if types.contains(&name) {
                apart.push(format!(
                    "a type is called {name}; the glossary says {code} for {swedish}"
                ));
            }
        }
    }
    assert!(apart.is_empty(), "{}", apart.join("\n"));
}

fn quoted(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn assets_keep_within_their_budget() {
    // Gate 8: a first visit is at most 120 kB compressed. Fonts are compressed as they are; text
    // shrinks to about a fourth.
    let weigh =
        |(name, bytes): (&str, usize)| if name.ends_with(".woff2") { bytes } else { bytes / 4 };
    let all: usize = app::web::assets::sizes().map(weigh).sum();
    assert!(all < 120_000, "assets weigh about {all} bytes compressed");
    let scripts: usize =
        app::web::assets::sizes().filter(|(name, _)| name.ends_with(".js")).map(weigh).sum();
    assert!(scripts < 8_192, "scripts weigh about {scripts} bytes compressed");
}
