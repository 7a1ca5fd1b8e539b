//! Names of the schema's unique constraints: SQLite says which columns clashed, callers ask by name.

use std::collections::HashMap;

use crate::{DbError, Migration};

/// From SQLite's `table.column, table.column` to the constraint's name.
#[derive(Debug, Default)]
pub(crate) struct Constraints(HashMap<String, &'static str>);

impl Constraints {
    pub(crate) fn of(steps: &'static [Migration]) -> Self {
        let mut names = HashMap::new();
        for step in steps {
            let mut table = "";
            for line in step.sql.lines() {
                if let Some(rest) = line.strip_prefix("create table ") {
                    table = rest.split([' ', '(']).next().unwrap_or_default();
                } else if let Some((name, columns)) = unique(line) {
                    let columns: Vec<String> = columns
                        .split(',')
                        .map(|column| format!("{table}.{}", column.trim()))
                        .collect();
                    names.insert(columns.join(", "), name);
                }
            }
        }
        Self(names)
    }

    /// The same error with the constraint's name instead of SQLite's words.
    pub(crate) fn named(&self, error: DbError) -> DbError {
        let DbError::Constraint { name, detail } = error else { return error };
        // "UNIQUE constraint failed: a.x, a.y", "CHECK constraint failed: name"
        let what = name.split_once(" failed: ").map_or(name.as_str(), |(_, what)| what);
        let name = self.0.get(what).map_or_else(|| what.to_owned(), |known| (*known).to_owned());
        DbError::Constraint { name, detail }
    }
}

/// Name and columns of a line such as `constraint links_once unique (tenant, child_id),`.
fn unique(line: &'static str) -> Option<(&'static str, &'static str)> {
    let (name, rest) = line.trim_start().strip_prefix("constraint ")?.split_once(' ')?;
    let columns = rest.strip_prefix("unique (").or_else(|| rest.strip_prefix("primary key ("))?;
    Some((name, columns.split_once(')')?.0))
}
